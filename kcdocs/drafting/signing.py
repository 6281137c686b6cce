"""The signature of a document, held against who may sign for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kcdocs.codes import Declared
from kcdocs.errors import ExitCode, FindingsError
from kcdocs.law.signing import Fault, Paper, Signature, Wrong, faults
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.record import Record, Value

FIELD = "nguoi_ky"
"""The field that holds the signer."""

_DECLARED = {
    Wrong.PASSED_ON: Declared(
        "TP336",
        Severity.ERROR,
        "Who signs for another passes it on to a deputy.",
        "«{said}» không được ký: người ký thay (KT.) hoặc thừa ủy quyền (TUQ.) không được giao lại cho "
        "cấp phó.",
        mend="Bỏ «cap_pho», hoặc dùng hình thức TL nếu quy chế làm việc cho ký thừa lệnh.",
    ),
    Wrong.MARK_TWICE: Declared(
        "TP337",
        Severity.ERROR,
        "A title that has the mark of signing for another already.",
        "«{said}» đã có ký hiệu quyền hạn ký, mẫu ghi thêm một lần nữa.",
        mend="Chỉ ghi chức vụ, không ghi KT., TL., TUQ., TM., Q. trong dữ liệu.",
    ),
    Wrong.SAME_PERSON: Declared(
        "TP338",
        Severity.ERROR,
        "One signs for himself.",
        "Ký thay (KT.) là cấp phó ký thay người đứng đầu, nhưng hai chức vụ đều là «{said}».",
        mend="Ghi chức vụ của cấp phó vào «chuc_vu», của người đứng đầu vào «ky_thay».",
    ),
    Wrong.NO_DEPUTY: Declared(
        "TP345",
        Severity.WARNING,
        "Who signs for his head bears no deputy's title.",
        "Ký thay (KT.) là của cấp phó; «{said}» có thể không phải cấp phó của người được ký thay.",
        mend="Kiểm tra chức vụ, hoặc dùng hình thức TL, TUQ.",
    ),
    Wrong.DEPUTY_ALONE: Declared(
        "TP349",
        Severity.WARNING,
        "A deputy who signs without the mark and the title of his head.",
        "«{said}» là cấp phó nhưng không ghi ký thay ai.",
        mend="Dùng hình thức KT và ghi chức vụ của người đứng đầu vào «ky_thay»; cấp phó của người được thừa "
        "lệnh thì ghi vào «cap_pho».",
        worst=Severity.ERROR,
    ),
    Wrong.NOT_FOR_GOVERNMENT: Declared(
        "TP344",
        Severity.ERROR,
        "A decree that is not signed for the Government by the Prime Minister or his deputy.",
        "Nghị định ký «{said}»: nghị định do Thủ tướng ký thay mặt Chính phủ (TM.), hoặc Phó Thủ tướng ký "
        "thay Thủ tướng (KT.).",
        mend="Ghi thay_mat: Chính phủ, chức vụ Thủ tướng; Phó Thủ tướng ký thì dùng hình thức KT, "
        "ky_thay: Thủ tướng.",
    ),
    Wrong.OF_COLLECTIVE: Declared(
        "TP357",
        Severity.WARNING,
        "A paper that one head issues, signed for a collective.",
        "Văn bản do người đứng đầu ban hành mà ký thay mặt «{said}» (TM.).",
        mend="Bỏ «thay_mat», hoặc kiểm tra lại thẩm quyền ban hành.",
    ),
    Wrong.NOT_FOR_HEAD: Declared(
        "TP351",
        Severity.WARNING,
        "A paper of a head, or one to the Government, signed by order or by authorisation.",
        "Văn bản do người đứng đầu ban hành hoặc trình Chính phủ, Thủ tướng mà ký «{said}»: thường chỉ người "
        "đứng đầu ký, hoặc cấp phó ký thay (KT.).",
        mend="Hỏi lại bộ phận pháp chế trước khi phát hành.",
    ),
    Wrong.HONOUR: Declared(
        "TP356",
        Severity.WARNING,
        "A rank of learning before the signer's name.",
        "Họ tên người ký ghi «{said}»: trước họ tên không ghi học hàm, học vị (trừ lực lượng vũ trang và "
        "đơn vị giáo dục, y tế, khoa học theo quy định riêng).",
        mend="Chỉ ghi họ và tên.",
    ),
    Wrong.NOT_FOR_LEGAL: Declared(
        "TP339",
        Severity.WARNING,
        "A legal instrument signed in a way that only administrative papers are.",
        "Văn bản quy phạm pháp luật ký «{said}»: thường chỉ người đứng đầu ký, hoặc cấp phó ký thay (KT.).",
        mend="Hỏi lại bộ phận pháp chế trước khi phát hành.",
    ),
}


class ForbiddenSignatureError(FindingsError):
    """A signature that the rules on who signs for whom do not allow."""

    code = "TP340"
    exit_code = ExitCode.DATA
    words = "Thể thức ký không hợp lệ."
    mend = "Sửa quyền hạn ký trong dữ liệu như nêu trên."


def signature_findings(
    signer: Mapping[str, Value], record: Record | None = None, paper: Paper | None = None
) -> tuple[Finding, ...]:
    """What is wrong with a signature.

    Args:
        signer: `hinh_thuc`, `chuc_vu` and, where they apply, `ky_thay`, `cap_pho`, `thay_mat` and `ho_ten`.
        record: The record it comes from, for its place.
        paper: What is signed; None if that is not known.

    Returns:
        An error for what Decree 30/2020 forbids, a warning for what only practice speaks against.
    """
    names = ("hinh_thuc", "chuc_vu", "ky_thay", "cap_pho", "thay_mat", "ho_ten")
    found = faults(Signature(*(str(signer.get(name) or "") for name in names)), paper or Paper())
    if not found:
        return ()
    place = replace(record.where(FIELD) if record else Place(), field=FIELD)
    return tuple(_finding(item, place) for item in found)


def _finding(fault: Fault, place: Place) -> Finding:
    severity = Severity.ERROR if fault.rule.may_refuse else Severity.WARNING
    declared = _DECLARED[fault.wrong]
    return declared.at(place, fault.found, severity=severity, said=fault.found, source=fault.rule.source)

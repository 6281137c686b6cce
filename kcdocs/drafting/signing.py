"""The signature of a document, held against who may sign for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kcdocs.errors import ExitCode, FindingsError
from kcdocs.law.signing import Fault, Wrong, faults
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.record import Record, Value

FIELD = "nguoi_ky"
"""The field that holds the signer."""

_CODES: dict[Wrong, tuple[str, str, str]] = {
    Wrong.PASSED_ON: (
        "TP336",
        "«{}» không được ký: người ký thay (KT.) hoặc thừa ủy quyền (TUQ.) không được giao lại cho cấp phó.",
        "Bỏ «cap_pho», hoặc dùng hình thức TL nếu quy chế làm việc cho ký thừa lệnh.",
    ),
    Wrong.MARK_TWICE: (
        "TP337",
        "«{}» đã có ký hiệu quyền hạn ký, mẫu ghi thêm một lần nữa.",
        "Chỉ ghi chức vụ, không ghi KT., TL., TUQ., TM., Q. trong dữ liệu.",
    ),
    Wrong.SAME_PERSON: (
        "TP338",
        "Ký thay (KT.) là cấp phó ký thay người đứng đầu, nhưng hai chức vụ đều là «{}».",
        "Ghi chức vụ của cấp phó vào «chuc_vu», của người đứng đầu vào «ky_thay».",
    ),
    Wrong.NO_DEPUTY: (
        "TP345",
        "Ký thay (KT.) là của cấp phó; «{}» có thể không phải cấp phó của người được ký thay.",
        "Xin kiểm tra chức vụ, hoặc dùng hình thức TL, TUQ.",
    ),
    Wrong.NOT_FOR_LEGAL: (
        "TP339",
        "Văn bản quy phạm pháp luật ký «{}»: thường chỉ người đứng đầu ký, hoặc cấp phó ký thay (KT.).",
        "Xin hỏi lại bộ phận pháp chế trước khi phát hành.",
    ),
}


class ForbiddenSignatureError(FindingsError):
    """A signature that the rules on who signs for whom do not allow."""

    code = "TP340"
    exit_code = ExitCode.DATA

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(
            "Thể thức ký không hợp lệ.", findings, mend="sửa quyền hạn ký trong dữ liệu như nêu trên."
        )


def signature_findings(
    signer: Mapping[str, Value], record: Record | None = None, *, legal: bool = False
) -> tuple[Finding, ...]:
    """What is wrong with a signature.

    Args:
        signer: `hinh_thuc`, `chuc_vu` and, where they apply, `ky_thay` and `cap_pho`.
        record: The record it comes from, for its place.
        legal: Whether the document is a legal instrument.

    Returns:
        An error for what Decree 30/2020 forbids, a warning for what only practice speaks against.
    """
    said = {key: str(signer.get(key) or "") for key in ("hinh_thuc", "ky_thay", "chuc_vu", "cap_pho")}
    titles = (said["ky_thay"], said["chuc_vu"])
    found = faults(said["hinh_thuc"], titles, said["cap_pho"], legal=legal)
    place = replace(record.where(FIELD) if record else Place(), field=FIELD)
    return tuple(_finding(item, place) for item in found)


def _finding(fault: Fault, place: Place) -> Finding:
    code, words, mend = _CODES[fault.wrong]
    severity = Severity.ERROR if fault.rule.may_refuse else Severity.WARNING
    message = words.format(fault.found)
    return Finding(code, severity, place, message, fault.found, mend=mend, source=fault.rule.source)

"""What goes wrong in the store of instruments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kcdocs.decrees import limits
from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.citation import Citation


class BadFactsError(KcdocsError):
    """A `decree.toml` or `outline.toml` that cannot be read."""

    path: Path
    why: str

    code = "DC001"
    words = "Tệp dữ kiện «{path}» không đọc được: {why}."
    mend = "Sửa tệp theo mẫu của một văn bản có sẵn trong kho, hoặc xóa thư mục đó rồi thêm lại."


class UnknownInstrumentError(KcdocsError):
    """A citation that the store knows nothing about."""

    citation: str
    near: Sequence[str] = ()

    code = "DC101"
    exit_code = ExitCode.ENVIRONMENT
    words = "Kho văn bản chưa có «{citation}», và cũng không có tệp nào tên như vậy.{question}"
    mend = (
        "Ghi đúng số, ký hiệu (xem kho: kcdocs decrees list), hoặc ghi tên tệp thay cho số; muốn thêm "
        "vào kho: kcdocs decrees add TỆP --as SỐ (ghi đủ số, ký hiệu)."
    )

    @property
    def question(self) -> str:
        return _question(self.near)


class UnclearNumberError(KcdocsError):
    """Words given as the number of an instrument that are no full number and fit no known one."""

    said: str
    near: Sequence[str] = ()

    code = "DC108"
    exit_code = ExitCode.USAGE
    words = (
        "«{said}» chưa phải số, ký hiệu đầy đủ của một văn bản, và kho không biết văn bản nào như "
        "vậy.{question}"
    )
    mend = "Ghi đủ số, năm và ký hiệu, ví dụ: 45/2012/NĐ-CP."

    @property
    def question(self) -> str:
        return _question(self.near)


class AmbiguousInstrumentError(KcdocsError):
    """Words that several known instruments fit."""

    said: str
    fitting: Sequence[Citation]

    code = "DC107"
    exit_code = ExitCode.USAGE
    words = "«{said}» có thể là {choices} văn bản: {listed}."
    mend = "Ghi đủ số, ký hiệu, ví dụ: {fitting[0].number}."

    @property
    def choices(self) -> int:
        return len(self.fitting)

    @property
    def listed(self) -> str:
        return "; ".join(f"{item.number} ({_short(item)})" for item in self.fitting)


def _question(near: Sequence[str]) -> str:
    return f" Có phải là {' hoặc '.join(near)}?" if near else ""


def _short(citation: Citation) -> str:
    words = f"{citation.type} {citation.title}".strip()
    longest = limits.LONGEST_TITLE
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]}…"


class TextMissingError(KcdocsError):
    """An instrument whose facts are known but whose text has not been added."""

    number: str

    code = "DC102"
    exit_code = ExitCode.ENVIRONMENT
    words = "Kho biết {number} nhưng chưa có toàn văn (toàn văn chính thức không đi kèm sản phẩm)."
    mend = (
        "Thêm một lần rồi dùng mãi: kcdocs decrees add TỆP --as {number} (TỆP là bản Word, PDF hoặc văn "
        "bản tải từ nguồn chính thức); hoặc ghi tên tệp đó thay cho số."
    )


class NoEditionError(KcdocsError):
    """No edition of an instrument in force on the day asked for."""

    number: str
    day: str
    first: str

    code = "DC103"
    exit_code = ExitCode.ENVIRONMENT
    words = "Kho không có bản nào của {number} có hiệu lực vào ngày {day}; bản sớm nhất từ ngày {first}."
    mend = "Chọn ngày khác với --as-of, hoặc thêm bản đúng ngày bằng kcdocs decrees add --edition."


class NamelessTextError(KcdocsError):
    """A text that does not say what it is."""

    name: str

    code = "DC104"
    exit_code = ExitCode.USAGE
    words = "Tệp «{name}» không ghi đủ số, ký hiệu văn bản, nên không biết đây là văn bản nào."
    mend = "Thêm --as với số, ký hiệu của văn bản, ví dụ: --as 45/2012/NĐ-CP."


class ManyNumbersError(KcdocsError):
    """A file in which several instruments say their numbers."""

    name: str
    numbers: Sequence[str]

    code = "DC115"
    exit_code = ExitCode.DATA
    words = "Tệp «{name}» ghi nhiều số, ký hiệu văn bản ({numbers}), nên không biết đây là văn bản nào."
    mend = "Tách mỗi văn bản thành một tệp, hoặc thêm riêng tệp này với --as SỐ."


class TwoTextsError(KcdocsError):
    """Files of one bulk that say the same number and are not the same text."""

    name: str
    number: str
    other: str

    code = "DC204"
    exit_code = ExitCode.DATA
    words = "Tệp «{name}» và tệp «{other}» cùng ghi số {number} nhưng lời khác nhau; không thêm tệp nào."
    mend = (
        "Giữ lại tệp đúng rồi thêm lại; bản của một ngày hiệu lực khác thì thêm riêng: "
        "kcdocs decrees add TỆP --edition NGÀY."
    )


class OtherEditionKeptError(KcdocsError):
    """A file of a bulk whose number the store has another text of."""

    name: str
    number: str
    days: Sequence[str]

    code = "DC205"
    exit_code = ExitCode.DATA
    words = "Tệp «{name}»: kho đã giữ bản khác của {number} ({days}); chưa thêm tệp này."
    mend = (
        "Thêm riêng tệp này: --edition NGÀY nếu là bản của một ngày hiệu lực khác, --force nếu thay bản "
        "đang giữ của cùng ngày."
    )


class NoTextsError(KcdocsError):
    """Folders to be added that hold no file that may be a text."""

    names: Sequence[str]

    code = "DC117"
    words = "Không có tệp văn bản nào trong {names}."
    mend = "Chỉ rõ thư mục có tệp .docx, .doc, .pdf, .html, .txt hoặc .md."


class ReaderLostError(KcdocsError):
    """A process that read files for the store was ended from outside."""

    code = "DC116"
    exit_code = ExitCode.ENVIRONMENT
    words = "Một tiến trình đọc văn bản bị dừng giữa chừng; những văn bản đã thêm vẫn ở trong kho."
    mend = "Chạy lại cùng lệnh: kcdocs chỉ đọc tiếp những tệp chưa thêm; thiếu bộ nhớ thì thêm --jobs 1."


class AmendedAlreadyError(KcdocsError):
    """A text of the store that already holds what is to be done to it."""

    name: str
    number: str

    code = "DC110"
    exit_code = ExitCode.USAGE
    words = "Bản của {name} vào ngày đang xét đã được dựng theo {number}, nên không áp {number} lần nữa."
    mend = (
        "Chọn ngày trước khi {number} có hiệu lực bằng --as-of NGÀY; xem các ngày: "
        "kcdocs decrees show {name} --history ĐIỀU-KHOẢN."
    )


class NothingEnactedError(KcdocsError):
    """A consolidated text is wanted of an instrument that nothing in the store amends by that day."""

    number: str

    code = "DC112"
    exit_code = ExitCode.USAGE
    words = (
        "Vào ngày đang xét, trong kho chưa có văn bản nào sửa đổi {number} đã có hiệu lực: không có gì để "
        "hợp nhất."
    )
    mend = "Thêm văn bản sửa đổi: kcdocs decrees add TỆP; hoặc chọn ngày khác bằng --as-of NGÀY."


class UndatedAmendingError(KcdocsError):
    """An amending instrument that does not say from when on it has force."""

    number: str
    amends: Sequence[Citation]

    code = "DC109"
    exit_code = ExitCode.USAGE
    words = (
        "{number} sửa đổi {listed} nhưng không ghi rõ ngày có hiệu lực, nên không biết sửa từ ngày nào; "
        "chưa thêm vào kho."
    )
    mend = "Thêm ngày có hiệu lực: --edition NGÀY."

    @property
    def listed(self) -> str:
        return ", ".join(item.number or f"{item.type} {item.title}" for item in self.amends)


class NoArticlesError(KcdocsError):
    """A text with no article where an instrument is needed."""

    name: str

    code = "DC105"
    words = "Không tìm thấy điều nào trong «{name}»: không có dòng nào bắt đầu bằng «Điều 1.», «Điều 2.»…"
    mend = (
        "Kiểm tra xem có đúng tệp văn bản quy phạm không; nếu là bản quét, cần bản có chữ. "
        "Kế hoạch, công văn, báo cáo: so từng đoạn bằng kcdocs compare với --format tracked-docx."
    )


class DifferentTextError(FindingsError):
    """A text whose provisions differ from the fingerprints."""

    number: str

    code = "DC201"
    exit_code = ExitCode.DATA
    words = "Văn bản đưa vào khác với dấu vân tay của {number} ở {count} chỗ; chưa thêm vào kho."
    mend = (
        "Đối chiếu các điều khoản nêu trên với bản chính thức; nếu vẫn muốn dùng bản này, thêm "
        "--accept-differences."
    )


class RecognisedTextError(KcdocsError):
    """Fingerprints asked for from words that a program recognised in pictures."""

    name: str

    code = "DC111"
    exit_code = ExitCode.DATA
    words = "«{name}»: chữ do máy nhận dạng từ ảnh quét, nên không lập dấu vân tay từ bản này."
    mend = "Dùng bản Word hoặc bản PDF có lớp chữ của văn bản."


class SpoiltTextError(KcdocsError):
    """A stored text that was changed or cut after it had been added."""

    path: Path

    code = "DC202"
    words = "Bản lưu «{path}» đã bị sửa hoặc hỏng sau khi thêm vào kho."
    mend = "Thêm lại văn bản ấy bằng kcdocs decrees add với --force; tệp hỏng được chuyển sang «da-thay»."


class OtherTextKeptError(KcdocsError):
    """Another text of the same instrument and day is kept.

    Args:
        number: The instrument.
        day: First day the text stands so, in words; empty if not known.
        added: The day the text that stands was added, in words.
        standing: How many provisions of each kind it has, in words.
        given: The same of the text to be added.
        differing: How many provisions are missing, too many or read otherwise.
    """

    number: str
    day: str
    added: str
    standing: str
    given: str
    differing: int

    code = "DC203"
    words = (
        "Kho đã giữ một bản khác của {number}{since}, thêm ngày {added}. Bản ấy có {standing}; bản đưa vào "
        "có {given}; {difference}. Chưa thêm gì."
    )
    mend = (
        "Nếu là bản của một ngày hiệu lực khác thì thêm --edition NGÀY; nếu muốn thay bản đang giữ thì thêm "
        "--force (bản cũ được cất riêng)."
    )

    @property
    def since(self) -> str:
        return f" từ ngày {self.day}" if self.day else ""

    @property
    def difference(self) -> str:
        if self.differing:
            return f"{self.differing} điều khoản thừa, thiếu hoặc khác lời"
        return "chỉ khác ở phần ngoài các điều khoản"


class NoSuchProvisionError(KcdocsError):
    """An address that the instrument does not have."""

    name: str
    address: str

    code = "DC106"
    exit_code = ExitCode.USAGE
    words = "{name} không có «{address}»."
    mend = "Bỏ --address để xem mọi điều khoản, rồi ghi như «khoản 2 Điều 1»."


class NoSearchError(KcdocsError):
    """The index of the store's texts cannot be made or read."""

    file: str
    why: str

    code = "DC113"
    exit_code = ExitCode.ENVIRONMENT
    words = "Không tìm được trong kho: danh mục từ «{file}» không lập được hoặc không đọc được ({why})."
    mend = (
        "Xem đĩa còn chỗ và ghi được không; nếu tệp ấy đang mở ở chương trình khác thì đóng lại rồi tìm lại."
    )


class NothingAskedError(KcdocsError):
    """A search without a word."""

    code = "DC114"
    exit_code = ExitCode.USAGE
    words = "Chưa có từ nào để tìm."
    mend = "Ghi ít nhất một từ có chữ cái hoặc chữ số, có dấu hay không dấu đều được."

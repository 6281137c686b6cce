"""What goes wrong in the store of instruments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding

_LONG = 60
"""Letters of a title that are enough to tell instruments apart in a list."""


class BadFactsError(KcdocsError):
    """A `decree.toml` or `outline.toml` that cannot be read."""

    code = "DC001"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"Tệp dữ kiện «{path}» không đọc được: {why}.",
            mend="sửa tệp theo mẫu của một văn bản có sẵn trong kho, hoặc xóa thư mục đó rồi thêm lại.",
        )


class UnknownInstrumentError(KcdocsError):
    """A citation that the store knows nothing about."""

    code = "DC101"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, citation: str, near: Sequence[str] = ()) -> None:
        super().__init__(
            f"Kho văn bản chưa có «{citation}», và cũng không có tệp nào tên như vậy.{_question(near)}",
            mend="ghi đúng số, ký hiệu (xem kho: kcdocs decrees list), hoặc ghi tên tệp thay cho số;"
            " muốn thêm vào kho: kcdocs decrees add TỆP --as SỐ (ghi đủ số, ký hiệu).",
        )


class UnclearNumberError(KcdocsError):
    """Words given as the number of an instrument that are no full number and fit no known one."""

    code = "DC108"
    exit_code = ExitCode.USAGE

    def __init__(self, words: str, near: Sequence[str] = ()) -> None:
        super().__init__(
            f"«{words}» chưa phải số, ký hiệu đầy đủ của một văn bản, và kho không biết văn bản nào như vậy."
            f"{_question(near)}",
            mend="ghi đủ số, năm và ký hiệu, ví dụ: 45/2012/NĐ-CP.",
        )


class AmbiguousInstrumentError(KcdocsError):
    """Words that several known instruments fit."""

    code = "DC107"
    exit_code = ExitCode.USAGE

    def __init__(self, words: str, fitting: Sequence[Citation]) -> None:
        listed = "; ".join(f"{item.number} ({_short(item)})" for item in fitting)
        super().__init__(
            f"«{words}» có thể là {len(fitting)} văn bản: {listed}.",
            mend=f"ghi đủ số, ký hiệu, ví dụ: {fitting[0].number}.",
        )


def _question(near: Sequence[str]) -> str:
    return f" Có phải ý bạn là {' hoặc '.join(near)}?" if near else ""


def _short(citation: Citation) -> str:
    words = f"{citation.type} {citation.title}".strip()
    return words if len(words) <= _LONG else f"{words[:_LONG].rsplit(' ', 1)[0]}…"


class TextMissingError(KcdocsError):
    """An instrument whose facts are known but whose text has not been added."""

    code = "DC102"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, number: str) -> None:
        super().__init__(
            f"Kho biết {number} nhưng chưa có toàn văn (toàn văn chính thức không đi kèm sản phẩm).",
            mend=f"thêm một lần rồi dùng mãi: kcdocs decrees add TỆP --as {number}"
            " (TỆP là bản Word, PDF hoặc văn bản tải từ nguồn chính thức); hoặc ghi tên tệp đó thay cho số.",
        )


class NoEditionError(KcdocsError):
    """No edition of an instrument in force on the day asked for."""

    code = "DC103"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, number: str, day: str, first: str) -> None:
        super().__init__(
            f"Kho không có bản nào của {number} có hiệu lực vào ngày {day}; bản sớm nhất từ ngày {first}.",
            mend="chọn ngày khác với --as-of, hoặc thêm bản đúng ngày bằng kcdocs decrees add --edition.",
        )


class NamelessTextError(KcdocsError):
    """A text that does not say what it is."""

    code = "DC104"
    exit_code = ExitCode.USAGE

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Tệp «{name}» không ghi số, ký hiệu văn bản, nên không biết đây là văn bản nào.",
            mend="thêm --as với số, ký hiệu của văn bản, ví dụ: --as 45/2012/NĐ-CP",
        )


class NoArticlesError(KcdocsError):
    """A text with no article where an instrument is needed."""

    code = "DC105"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Không tìm thấy điều nào trong «{name}»: không có dòng nào bắt đầu bằng «Điều 1.», «Điều 2.»…",
            mend="kiểm tra xem có đúng tệp văn bản quy phạm không; nếu là bản quét, cần bản có chữ.",
        )


class DifferentTextError(FindingsError):
    """A text whose provisions differ from the fingerprints."""

    code = "DC201"
    exit_code = ExitCode.DATA

    def __init__(self, number: str, findings: list[Finding]) -> None:
        super().__init__(
            f"Văn bản đưa vào khác với dấu vân tay của {number} ở {len(findings)} chỗ; chưa thêm vào kho.",
            findings,
            mend="đối chiếu các điều khoản nêu trên với bản chính thức; nếu vẫn muốn dùng bản này,"
            " thêm --accept-differences.",
        )


class SpoiltTextError(KcdocsError):
    """A stored text that was changed or cut after it had been added."""

    code = "DC202"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Bản lưu «{path}» đã bị sửa hoặc hỏng sau khi thêm vào kho.",
            mend="xóa thư mục của bản đó rồi thêm lại bằng kcdocs decrees add.",
        )


class NoSuchProvisionError(KcdocsError):
    """An address that the instrument does not have."""

    code = "DC106"
    exit_code = ExitCode.USAGE

    def __init__(self, name: str, address: str) -> None:
        super().__init__(
            f"{name} không có «{address}».",
            mend="bỏ --address để xem mọi điều khoản, rồi ghi như «khoản 2 Điều 1».",
        )

"""What can go wrong when LibreOffice converts a file."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class NoLibreOfficeError(KcdocsError):
    """LibreOffice is not installed; on this machine, if none is named."""

    machines: Sequence[str] = ()

    code = "CV101"
    exit_code = ExitCode.ENVIRONMENT
    words = "Chưa cài LibreOffice trên máy {names} nên không chuyển đổi được tệp."
    mend = "Cài LibreOffice (libreoffice.org), hoặc mở tệp bằng Word rồi chọn «Lưu thành…»."

    @property
    def names(self) -> str:
        return ", ".join(f"«{name}»" for name in self.machines or (platform.node(),))


class ConversionTimeoutError(KcdocsError):
    """LibreOffice did not finish in time."""

    seconds: float

    code = "CV102"
    exit_code = ExitCode.ENVIRONMENT
    words = "LibreOffice không chuyển đổi xong trong {seconds:.0f} giây nên đã bị dừng."
    mend = "Chạy lại với ít tệp hơn, hoặc thử mở tệp bằng Word xem tệp có hỏng không."


class ConversionFailedError(KcdocsError):
    """LibreOffice ended without making a file."""

    sources: Sequence[Path]

    code = "CV103"
    exit_code = ExitCode.FILE
    words = "LibreOffice không chuyển đổi được {names}."
    mend = "Mở tệp bằng Word xem tệp có hỏng hoặc có mật khẩu không."

    def where(self) -> Place:
        return Place(file=str(self.sources[0]))

    @property
    def names(self) -> str:
        return ", ".join(f"«{source.name}»" for source in self.sources)


class HeldOpenError(KcdocsError):
    """The file to write is open in another program, or may not be replaced."""

    path: Path

    code = "CV104"
    words = "Không ghi được «{path.name}»: tệp đang mở trong chương trình khác, hoặc không có quyền."
    mend = "Đóng tệp rồi chạy lại."

    def where(self) -> Place:
        return Place(file=str(self.path))


class NoTesseractError(KcdocsError):
    """Tesseract is not installed, or without its data for Vietnamese."""

    installed: bool

    code = "CV105"
    exit_code = ExitCode.ENVIRONMENT
    words = "{state} nên không nhận dạng được chữ trong ảnh quét."
    mend = (
        "Nhờ bộ phận công nghệ thông tin cài Tesseract kèm dữ liệu tiếng Việt (gói tesseract-ocr-vie), hoặc "
        "dùng bản Word, bản PDF có lớp chữ."
    )

    @property
    def state(self) -> str:
        return "Tesseract trên máy này chưa có dữ liệu tiếng Việt" if self.installed else "Chưa cài Tesseract"


class RecognitionFailedError(KcdocsError):
    """Tesseract did not read a picture."""

    why: str

    code = "CV106"
    exit_code = ExitCode.ENVIRONMENT
    words = "Tesseract không nhận dạng được trang ảnh ({why})."
    mend = "Quét lại trang rõ hơn, hoặc dùng bản Word, bản PDF có lớp chữ."

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

    code = "CV101"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, *machines: str) -> None:
        names = ", ".join(f"«{name}»" for name in machines or (platform.node(),))
        super().__init__(
            f"Chưa cài LibreOffice trên máy {names} nên không chuyển đổi được tệp.",
            mend="Cài LibreOffice (libreoffice.org), hoặc mở tệp bằng Word rồi chọn «Lưu thành…».",
        )


class ConversionTimeoutError(KcdocsError):
    """LibreOffice did not finish in time."""

    code = "CV102"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"LibreOffice không chuyển đổi xong trong {seconds:.0f} giây nên đã bị dừng.",
            mend="Chạy lại với ít tệp hơn, hoặc thử mở tệp bằng Word xem tệp có hỏng không.",
        )


class ConversionFailedError(KcdocsError):
    """LibreOffice ended without making a file."""

    code = "CV103"
    exit_code = ExitCode.FILE

    def __init__(self, sources: Sequence[Path]) -> None:
        names = ", ".join(f"«{source.name}»" for source in sources)
        super().__init__(
            f"LibreOffice không chuyển đổi được {names}.",
            mend="Mở tệp bằng Word xem tệp có hỏng hoặc có mật khẩu không.",
            place=Place(file=str(sources[0])),
        )


class HeldOpenError(KcdocsError):
    """The file to write is open in another program, or may not be replaced."""

    code = "CV104"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Không ghi được «{path.name}»: tệp đang mở trong chương trình khác, hoặc không có quyền.",
            mend="Đóng tệp rồi chạy lại.",
            place=Place(file=str(path)),
        )

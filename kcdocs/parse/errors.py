"""What goes wrong in the reading of what a user types."""

from __future__ import annotations

from kcdocs.errors import ExitCode, KcdocsError


class NoAddressError(KcdocsError):
    """A text that names no provision, or more than one."""

    code = "RF001"
    exit_code = ExitCode.USAGE

    def __init__(self, text: str) -> None:
        super().__init__(
            f"«{text}» không phải là địa chỉ của một điều, khoản, điểm hoặc phụ lục.",
            mend="xin ghi theo mẫu “điểm đ khoản 2 Điều 5a” hoặc “dieu-5a.khoan-2.diem-đ”.",
        )


class NoCitationError(KcdocsError):
    """A text that names no instrument, or something besides."""

    code = "RF002"
    exit_code = ExitCode.USAGE

    def __init__(self, text: str) -> None:
        super().__init__(
            f"«{text}» không phải là số, ký hiệu hoặc tên của một văn bản.",
            mend="xin ghi theo mẫu “45/2012/NĐ-CP” hoặc “Luật Doanh nghiệp năm 2020”.",
        )

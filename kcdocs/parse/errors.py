"""What goes wrong in the reading of what a user types."""

from __future__ import annotations

from kcdocs.errors import ExitCode, KcdocsError


class NoAddressError(KcdocsError):
    """A text that names no provision, or more than one."""

    text: str

    code = "RF001"
    exit_code = ExitCode.USAGE
    words = "«{text}» không phải là địa chỉ của một điều, khoản, điểm hoặc phụ lục."
    mend = "Ghi theo mẫu “điểm đ khoản 2 Điều 5a” hoặc “dieu-5a.khoan-2.diem-đ”."


class NoCitationError(KcdocsError):
    """A text that names no instrument, or something besides."""

    text: str

    code = "RF002"
    exit_code = ExitCode.USAGE
    words = "«{text}» không phải là số, ký hiệu hoặc tên của một văn bản."
    mend = "Ghi theo mẫu “45/2012/NĐ-CP” hoặc “Luật Doanh nghiệp năm 2020”."

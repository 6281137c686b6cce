"""What stands behind the last article: closing sentence, signature, recipients."""

from __future__ import annotations

import re

from kcdocs.model.address import Kind

_RECIPIENTS = re.compile(r"(?:Nơi nhận|NƠI NHẬN)\s*:?")
_CLOSING = re.compile(
    r"(?:(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Hiến pháp) này (?:đã )?được .{0,120}"
    r"(?:thông qua|biểu quyết)|Nơi ban hành)"
)
_ON_BEHALF = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s?\.?\s+[A-ZĐÀ-Ỹ]{2}")
_OFFICE = re.compile(
    r"(?:PHÓ |QUYỀN )?(?:BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ TỊCH|CHỦ NHIỆM|THỦ TƯỚNG|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|"
    r"VỤ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TỔNG THANH TRA|THỐNG ĐỐC|CHÁNH VĂN PHÒNG|TỔNG KIỂM TOÁN|VIỆN TRƯỞNG|"
    r"CHÁNH ÁN|BÍ THƯ|TRƯỞNG BAN|HIỆU TRƯỞNG|XÁC THỰC VĂN BẢN HỢP NHẤT)\b"
)


def read(text: str) -> Kind | None:
    """Which of the closing parts a line begins, None if none."""
    if _RECIPIENTS.match(text):
        return Kind.RECIPIENTS
    if _ON_BEHALF.match(text) or (text.isupper() and _OFFICE.match(text)):
        return Kind.SIGNATURE
    if _CLOSING.match(text):
        return Kind.CLOSING
    return None

"""What stands before the first article: header, title, legal bases, enacting sentence."""

from __future__ import annotations

import re

from kcdocs.model.address import Kind

TYPES = (
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Lệnh",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư liên tịch",
    "Thông tư",
    "Chỉ thị",
    "Văn bản hợp nhất",
    "Quy chế",
    "Quy định",
    "Điều lệ",
    "Kế hoạch",
    "Tờ trình",
    "Báo cáo",
    "Thông báo",
    "Hướng dẫn",
    "Chương trình",
    "Công điện",
    "Đề án",
)
"""Types that stand as a line of their own above the title.

Decree 30/2020/NĐ-CP, article 7; Law 64/2025/QH15, article 4.
"""

_BY_CAPITALS = {name.upper(): name for name in TYPES}
_BASIS = re.compile(
    r"[-–]?\s*(?:Căn cứ|Theo đề nghị|Xét (?:đề nghị|tờ trình|Tờ trình)|Thực hiện|Trên cơ sở|Theo kết luận|"
    r"Được sự|Thi hành|Sau khi)\b"
)
_ENACTING = re.compile(
    r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|THÔNG TƯ|LUẬT|PHÁP LỆNH)\s*:$|"
    r"(?:Chính phủ|Quốc hội|Ủy ban|Bộ trưởng|Thủ tướng|Chủ tịch|Hội đồng|Thống đốc|Tổng|Chánh|Viện trưởng|"
    r"Chủ nhiệm|Liên)\b[^.;:]{0,160}?\b(?:ban hành|quyết nghị|quyết định)\b"
)
_ISSUER = re.compile(
    r"(?:CHÍNH PHỦ|QUỐC HỘI|ỦY BAN|UỶ BAN|THỦ TƯỚNG|HỘI ĐỒNG|CHỦ TỊCH|BỘ TRƯỞNG|THỐNG ĐỐC|TỔNG|CHÁNH|"
    r"VIỆN TRƯỞNG|CHỦ NHIỆM|GIÁM ĐỐC|CỤC TRƯỞNG|BỘ )"
)
_PROVENANCE = re.compile(
    r"(?:\d{1,2}\.\s+)?(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư(?: liên tịch)?)\s"
    r".{0,120}?\bsố\s+\d.*(?:hiệu lực|sửa đổi)",
    re.DOTALL,
)
_RULE = re.compile(r"[\s_*\-–—=.]*")


def type_name(text: str) -> str:
    """The type that a line in capitals names ("NGHỊ ĐỊNH" → "Nghị định"), or empty."""
    return _BY_CAPITALS.get(text.rstrip(" :").replace("  ", " "), "")


def is_basis(text: str) -> bool:
    """Whether a line is a legal basis or a proposal the text rests on."""
    return _BASIS.match(text) is not None


def is_enacting(text: str) -> bool:
    """Whether a line is the sentence or word by which the text is issued."""
    return _ENACTING.match(text) is not None


def is_issuer(text: str) -> bool:
    """Whether a line in capitals under the title names who issues."""
    return text.isupper() and _ISSUER.match(text) is not None


def is_provenance(text: str) -> bool:
    """Whether a line under the title of a consolidated text names a text it is made of."""
    return _PROVENANCE.match(text) is not None


def is_rule(text: str) -> bool:
    """Whether a line is nothing but a drawn rule."""
    return _RULE.fullmatch(text) is not None


def kind_of(text: str) -> Kind | None:
    """What a line below the title is, None if it says neither."""
    if is_basis(text):
        return Kind.BASIS
    if is_enacting(text):
        return Kind.ENACTING
    if is_issuer(text):
        return Kind.HEADER
    return Kind.PARAGRAPH if is_provenance(text) else None

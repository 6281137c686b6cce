"""What stands before the first article: header, title, legal bases, enacting sentence."""

from __future__ import annotations

import re

from kcdocs.law.vocabulary import LEGAL, TYPES, alternation
from kcdocs.model.address import Kind

TITLED = tuple(item.name for item in TYPES if not item.untitled)
"""Types that stand as a line of their own above the title."""

_BY_CAPITALS = {name.upper(): name for name in TITLED}
_ENACTS = alternation(word for item in TYPES for word in item.enacts)
_BASIS = re.compile(
    r"[-–]?\s*(?:Căn cứ|Theo đề nghị|Xét (?:đề nghị|tờ trình|Tờ trình)|Thực hiện|Trên cơ sở|Theo kết luận|"
    r"Được sự|Thi hành|Sau khi)\b"
)
_ENACTING = re.compile(
    rf"(?:{_ENACTS})\s*:$|"
    r"(?:Chính phủ|Quốc hội|Ủy ban|Bộ trưởng|Thủ tướng|Chủ tịch|Hội đồng|Thống đốc|Tổng|Chánh|Viện trưởng|"
    r"Chủ nhiệm|Liên)\b[^.;:]{0,160}?\b(?:ban hành|quyết nghị|quyết định)\b"
)
_ISSUER = re.compile(
    r"(?:CHÍNH PHỦ|QUỐC HỘI|ỦY BAN|UỶ BAN|THỦ TƯỚNG|HỘI ĐỒNG|CHỦ TỊCH|BỘ TRƯỞNG|THỐNG ĐỐC|TỔNG|CHÁNH|"
    r"VIỆN TRƯỞNG|CHỦ NHIỆM|GIÁM ĐỐC|CỤC TRƯỞNG|BỘ )"
)
_PROVENANCE = re.compile(
    rf"(?:\d{{1,2}}\.\s+)?(?:{alternation(LEGAL)})\s"
    r".{0,120}?\bsố\s+\d.*(?:hiệu lực|sửa đổi)",
    re.DOTALL,
)
_RULE = re.compile(r"[\s_*\-–—=.]*")


def type_name(text: str) -> str:
    """The type that a line in capitals names ("NGHỊ ĐỊNH" → "Nghị định"), or empty."""
    return _BY_CAPITALS.get(" ".join(text.rstrip(" :").split()), "")


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

"""Findings in the page's own words: a field by its title, and what to do on the page instead of a command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kcdocs.api import Finding, FormField

MENDS = {
    "DC102": "Thả toàn văn của văn bản ấy vào trang Kho văn bản, rồi làm lại.",
    "DC104": "Ghi số, ký hiệu của văn bản vào ô «Số, ký hiệu».",
    "DC106": "Mở văn bản ở trang Kho văn bản để xem mọi điều khoản.",
    "DC109": "Ghi ngày văn bản có hiệu lực vào ô «Có hiệu lực từ ngày».",
    "DC201": "Xem từng chỗ khác; nếu chắc đây là bản chính thức thì đánh dấu «Vẫn thêm», rồi bấm lại.",
    "DC203": "Nếu là bản của một ngày hiệu lực khác thì ghi ngày ấy; nếu muốn thay bản đang giữ thì đánh dấu "
    "«Thay bản đang giữ», rồi bấm lại.",
    "RG001": "Xem lại địa chỉ và mạng, rồi thử lại; hoặc dùng sổ ở máy này.",
    "RG002": "Dùng sổ ở máy này, hoặc sổ dùng chung ở máy chủ PostgreSQL của cơ quan.",
    "RG101": "Mở dãy số này ở trang Sổ số.",
    "TP303": "Xem lại ngày của văn bản.",
    "TP306": "Ghi ngày của văn bản; văn thư điền sau thì đánh dấu «Để trống» và ghi ngày dự kiến.",
    "TP307": "Xóa ngày dự kiến, hoặc sửa ngày văn bản.",
    "TP308": "Bỏ phần khai áp dụng quy định chuyển tiếp.",
}
"""Code of an error → what to do on the page, where its own words speak of the command line."""

_OF_COMMANDS = re.compile(r"(?<!\S)--[a-z]|\bkcdocs [a-z]")
_SENTENCE_END = re.compile(r"(?<=[.;]) ")

_NAME = re.compile(r"«([a-z][a-z0-9_]*)»")


def page_mend(code: str, mend: str) -> str:
    """What to do about an error, without what only the command line has."""
    sentences = _SENTENCE_END.split(mend)
    return MENDS.get(code) or " ".join(item for item in sentences if not _OF_COMMANDS.search(item))


def field_titles(fields: Iterable[FormField]) -> dict[str, str]:
    """Name of each field of a form → its title."""
    return dict(_titles(fields))


def _titles(fields: Iterable[FormField]) -> Iterator[tuple[str, str]]:
    for field in fields:
        yield field.name, field.title
        yield from _titles(field.fields)


def at_field(finding: Finding, titles: Mapping[str, str]) -> dict[str, str]:
    """A finding as the form shows it: the path of its field, what is wrong, what to do."""

    def titled(text: str) -> str:
        return _NAME.sub(lambda found: f"«{titles.get(found[1], found[1])}»", text)

    mend = page_mend(finding.code, titled(finding.mend))
    needed = f"Cần: {titled(finding.expected)}.".replace("Cần: ví dụ:", "Ví dụ:") if finding.expected else ""
    return {
        "o": finding.place.field,
        "loi": titled(finding.message),
        "chua": needed or mend,
        "ma": finding.code,
    }

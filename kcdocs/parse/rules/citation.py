"""How a text names an instrument: "Nghị định này", by number, by name and year, by name alone."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from kcdocs.model.citation import Citation
from kcdocs.parse.names import LAWS, Names

_TYPES = (
    r"Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|"
    r"Thông tư liên tịch|Thông tư|Chỉ thị|Lệnh|Văn bản hợp nhất|Công văn|Tờ trình|Thông báo|Báo cáo"
)
_ATTACHED = r"Quy chế|Quy định|Quy chuẩn|Quy trình|Điều lệ|Chương trình|Đề án|Kế hoạch|Hướng dẫn|Danh mục"
_SYMBOL_PART = r"[A-ZĐƯ][A-Za-zĐđƯư0-9]*(?!\w)"
_NUMBER = (
    r"\d{1,5}[a-zđ]?\s?/(?:\s?\d{4}\s?/)?\s?"
    rf"{_SYMBOL_PART}(?:(?:\s?[-–]|[-–]\s){_SYMBOL_PART})*"
)
_DAY = r"ngày\s+(\d{1,2})(?:\s+tháng\s+|\s?[/-]\s?)(\d{1,2})(?:\s+năm\s+|\s?[/-]\s?)(\d{4})"
_THIS = re.compile(rf"({_TYPES}|{_ATTACHED}|Văn bản)\s+này(?!\w)")
_NO_NAME = rf"{_TYPES}|Điều\b|[Kk]hoản\b|[Đđ]iểm\b|công văn|văn bản|quyết định|thông báo"
_LAW = r"Hiến pháp|Bộ luật|Luật|Pháp lệnh"
_LAW_BY_NUMBER = re.compile(
    rf"({_LAW})(?:\s+((?:(?!{_NO_NAME})[^;:.()“”\"]){{1,140}}?))?(?:,?\s+số(?:\s*:)?)?\s+({_NUMBER})(?:,?\s+{_DAY})?"
)
_BY_NUMBER = re.compile(
    rf"({_TYPES}|{_ATTACHED})(?:\s+(của\s+[^,;:.()“”\"]{{1,60}}?))?(?:\s+số(?:\s*:)?)?\s+({_NUMBER})(?:,?\s+{_DAY})?"
)
_SYMBOL = re.compile(_NUMBER)
_OWN_SYMBOL = re.compile(rf"[Ss]ố\s*:\s*({_NUMBER})")
_BY_YEAR = re.compile(
    r"(Hiến pháp|Bộ luật|Luật|Pháp lệnh)"
    rf"((?:\s+(?!{_TYPES}|này\b|năm\b|số\b|ngày\b)[^\s;:.()“”\"]+){{0,24}}?)"
    rf"\s+(?:năm\s+(\d{{4}})|{_DAY})"
)
_BY_NAME = re.compile(r"(Bộ luật|Luật|Pháp lệnh)\s+(?=[^\W\d_])")
_BEGINS = re.compile(r"(?:^|[.;:!?“\"])\s*$")
_ALONE = re.compile(rf"({_TYPES})(?!\w|\s+(?:số|này|[A-ZĐ]))")
_ISSUER = re.compile(
    r"\s+của\s+(Chính phủ|Thủ tướng Chính phủ|Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|"
    r"(?:Bộ trưởng\s+|Chủ tịch\s+|Thống đốc\s+)?(?:Bộ|Ủy ban nhân dân|Hội đồng nhân dân|Ngân hàng Nhà nước)"
    r"(?:\s+(?:[A-ZĐÂÁẤẮÊÔƠƯÝỨÚ]\w+|nghiệp|chính|thương|nguyên|trường|thôn|triển|động|hội|thông|tải|dựng|"
    r"tư|vụ|giao|pháp|an|phòng|tỉnh|phố|thành|tạo|dục|nghệ|thao|lịch|hóa|tế|sóc|-|và(?=\s[A-ZĐ])))+)"
)


class Cited(NamedTuple):
    """An instrument named in a text.

    Attributes:
        start: Where its name begins.
        end: Where it ends.
        citation: What it is; None for the instrument the text belongs to ("Nghị định này").
        type: The type as written.
        sure: False where it is not known where the name ends, or which instrument a bare type means.
    """

    start: int
    end: int
    citation: Citation | None
    type: str
    sure: bool = True


def read(text: str, start: int, names: Names) -> Cited | None:
    """The instrument named at a place of a text.

    Args:
        text: The text, composed.
        start: Where the name must begin.
        names: Instruments known by name.

    Returns:
        The instrument, or None if none is named there.
    """
    found = _THIS.match(text, start)
    if found is not None:
        return Cited(start, found.end(), None, found.group(1))
    return _by_number(text, start) or _by_year(text, start, names) or _by_name(text, start, names)


def read_alone(text: str, start: int) -> Cited | None:
    """A bare type behind "của" ("Điều 5 của Luật"), which does not say which instrument it means."""
    found = _ALONE.match(text, start)
    if found is None:
        return None
    return Cited(start, found.end(), Citation(type=found.group(1)), found.group(1), sure=False)


def read_symbol(text: str) -> str:
    """The number and symbol in a header, without spaces: that behind "Số:", else the first; or empty."""
    own = _OWN_SYMBOL.search(text)
    first = _SYMBOL.search(text)
    number = own.group(1) if own else first.group() if first else ""
    return "".join(number.split()).replace("–", "-")


def write(citation: Citation) -> str:
    """The short form: type and number, for a law type and name (Decree 30/2020, Annex I, II.6)."""
    if citation.title and (citation.type in LAWS or not citation.number):
        return f"{citation.type} {citation.title}"
    return f"{citation.type} số {citation.number}" if citation.number else citation.type


def _by_number(text: str, start: int) -> Cited | None:
    found = _LAW_BY_NUMBER.match(text, start) or _BY_NUMBER.match(text, start)
    if found is None:
        return None
    kind, name, number = found.group(1, 2, 3)
    name = (name or "").removesuffix(" số").strip(" ,") if kind in LAWS else ""
    issuer = _ISSUER.match(text, found.end())
    citation = Citation(
        kind,
        "".join(number.split()).replace("–", "-"),
        _date(found.group(4, 5, 6)),
        " ".join(issuer.group(1).split()) if issuer else "",
        "" if name == "số" else name,
    )
    return Cited(start, found.end(), citation, kind)


def _by_year(text: str, start: int, names: Names) -> Cited | None:
    found = _BY_YEAR.match(text, start)
    if found is None:
        return None
    kind, name, year = found.group(1), " ".join(found.group(2).split()), found.group(3)
    if not name and kind != "Hiến pháp":
        return None
    known, issued = names.get(name), _date(found.group(4, 5, 6))
    fits = known is not None and known.issued is not None and year == str(known.issued.year)
    citation = known if known and fits else Citation(kind, "", issued, "Quốc hội", name)
    return Cited(start, found.end(), citation, kind)


def _by_name(text: str, start: int, names: Names) -> Cited | None:
    found = _BY_NAME.match(text, start)
    if found is None:
        return None
    end, known, ends = names.at(text, found.end())
    name = text[found.end() : end]
    if not name or (name[0].islower() and _BEGINS.search(text, 0, start)):
        return None
    citation = known or Citation(found.group(1), title=name)
    return Cited(start, end, citation, found.group(1), sure=ends and bool(citation.number or citation.issued))


def _date(parts: tuple[str | None, ...]) -> date | None:
    day, month, year = parts
    if not (day and month and year):
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None

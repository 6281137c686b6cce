"""Number formats that show something else than the number: dates, percent signs, zeros, fewer decimals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from xml.etree import ElementTree as ET

from kcdocs.sheet import limits
from kcdocs.sheet.xml_parts import local

_DATES = (*range(14, 23), *range(27, 37), 45, 47, *range(50, 59))
_BUILT_IN = {
    1: "0",
    2: "0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    46: "[h]:mm:ss",
    48: "##0.0E+0",
    **dict.fromkeys((3, 37, 38, 41, 42), "#,##0"),
    **dict.fromkeys((4, 39, 40, 43, 44), "#,##0.00"),
    **dict.fromkeys(_DATES, "d"),
}
"""Formats that stand in no file (ECMA-376 Part 1, 18.8.30), as far as they tell here."""


_PADDED = re.compile("0{2,30}")
_ROUNDED = re.compile(r"[#0?, ]*[#0?](?:\.(?P<places>[#0?]*))?[% ]*")
_DIGITS = re.compile("[#0?]")
_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\[\]]*\]|[_*].')
"""What a format code shows as it stands: quoted text, escapes, colours and conditions, gaps, fillers."""
_QUOTED = re.compile(r'"[^"]*"|\\.')
_SAID = re.compile(r'"([^"]*)"|\\(.)')
_SECTION = re.compile(r'(?>(?:"[^"]*"|\\.|[^;"\\])*)')
"""A format up to the semicolon behind which stands that of negative numbers."""
_SPAN = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_MOMENT = re.compile(r"[dmyhs]", re.IGNORECASE)


class Moment(Enum):
    """What a number stands for in the eyes of the reader of a sheet."""

    DAY = "day"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Formats:
    """Cell styles whose value is not what a person sees.

    Attributes:
        percent: Styles that show the value times a hundred with a percent sign.
        padded: Style → how many digits it shows at least ("000" shows 7 as 007).
        places: Style → how many decimals it shows, the rest rounded.
        words: Style → what it shows beside the number ("đồng", "nghìn đồng", "%").
        other: Styles that show another number, as thousands ("0,"), powers or fractions do.
        moments: Style → that it shows a date or time of day, or a span of time ("[h]:mm").
    """

    percent: frozenset[int] = frozenset()
    padded: Mapping[int, int] = field(default_factory=dict)
    places: Mapping[int, int] = field(default_factory=dict)
    words: Mapping[int, str] = field(default_factory=dict)
    other: frozenset[int] = frozenset()
    moments: Mapping[int, Moment] = field(default_factory=dict)


def formats(styles: ET.Element | None) -> Formats:
    """The telling formats of a workbook.

    Args:
        styles: Root of its part `xl/styles.xml`; None if it has none.
    """
    if styles is None:
        return Formats()
    codes = {**_BUILT_IN, **dict(_custom(_named(styles, "numFmt")))}
    shown = [codes.get(_number(item), "") for item in _cell_styles(styles)]
    plain = [_ASIDE.sub("", code).partition(";")[0] for code in shown]
    percent = frozenset(index for index, code in enumerate(plain) if "%" in code)
    padded = {index: len(code) for index, code in enumerate(plain) if _PADDED.fullmatch(code)}
    moments = {index: found for index, code in enumerate(shown) if (found := _moment(code))}
    rounded = {index: _ROUNDED.fullmatch(code) for index, code in enumerate(plain) if index not in moments}
    places = {index: len(found["places"] or "") for index, found in rounded.items() if found}
    other = frozenset(index for index, found in rounded.items() if not found and _DIGITS.search(plain[index]))
    said = {index: _said(code) for index, code in enumerate(shown) if index not in moments}
    words = {index: found for index, found in said.items() if found}
    return Formats(percent, padded, places, words, other, moments)


def _said(code: str) -> str:
    """What a format shows beside a number that is not negative: letters and signs, not gaps and brackets."""
    first = _SECTION.match(code)
    written = "".join("".join(found) for found in _SAID.findall(first[0] if first else ""))
    return " ".join(written.split()).strip(" .,-()")


def _moment(code: str) -> Moment | None:
    if _SPAN.search(_QUOTED.sub("", code)):
        return Moment.SPAN
    return Moment.DAY if _MOMENT.search(_ASIDE.sub("", code).partition(";")[0]) else None


def _custom(items: Iterable[ET.Element]) -> Iterable[tuple[int, str]]:
    given = ((_number(item), item.get("formatCode", "")) for item in items)
    return ((number, code) for number, code in given if len(code) <= limits.LONGEST_FORMAT)


def _number(item: ET.Element) -> int:
    """The number of a format; 0, which shows a value as it is, for what is none."""
    written = item.get("numFmtId", "")
    return int(written) if re.fullmatch("[0-9]{1,9}", written) else 0


def _cell_styles(styles: ET.Element) -> list[ET.Element]:
    return [item for group in _named(styles, "cellXfs") for item in group]


def _named(root: ET.Element, name: str) -> list[ET.Element]:
    return [item for item in root.iter() if local(item) == name]

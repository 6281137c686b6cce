"""Number formats that show something else than the number: dates, percent signs, zeros, fewer decimals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from xml.etree import ElementTree as ET

from kcdocs.sheet import limits
from kcdocs.sheet.xml_parts import local

_DAYS, _TIMES = (14, 15, 22, *range(27, 37), *range(50, 59)), (18, 19, 20, 21, 45, 47)
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
    **dict.fromkeys(_DAYS, "d/m/yyyy"),
    16: "d-mmm",
    17: "mmm-yy",
    **dict.fromkeys(_TIMES, "h:mm"),
}
"""Formats that stand in no file (ECMA-376 Part 1, 18.8.30), as far as they tell here."""


_PADDED = re.compile("0{2,30}")
_ROUNDED = re.compile(r"[#0?, ]*[#0?](?:\.(?P<places>[#0?]*))?[% ]*")
_DIGITS = re.compile("[#0?]")
_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\[\]]*\]|[_*].')
"""What a format code shows as it stands: quoted text, escapes, colours and conditions, gaps, fillers."""
_QUOTED = re.compile(r'"[^"]*"|\\.')
_SAID = re.compile(r'"([^"]*)"|\\(.)')
_PIECE = re.compile(r'"[^"]*"|\\.|[^"\\;]+|.', re.DOTALL)
"""A semicolon is a piece of its own where it parts the sections: numbers above, below and equal to zero."""
_GENERAL = re.compile(r"General|Standard|@|", re.IGNORECASE)
_DIGITS_ALONE = re.compile("[#?]*0+")
_SIGNED = re.compile("[-−(]|âm", re.IGNORECASE)
_SHOWS_DIGITS = re.compile("[#0?]|General", re.IGNORECASE)
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
        partial: Styles of days that leave the day, the month or the year out ("mmm-yy").
        dressed: Styles that show a whole number as more than its digits ("12,00", "1.234.567").
        general: Styles that show a whole number by its digits as long as it has few of them.
        unsigned: Styles that show a negative number without its sign, or not at all.
        zeroless: Styles that show nothing for zero.
    """

    percent: frozenset[int] = frozenset()
    padded: Mapping[int, int] = field(default_factory=dict)
    places: Mapping[int, int] = field(default_factory=dict)
    words: Mapping[int, str] = field(default_factory=dict)
    other: frozenset[int] = frozenset()
    moments: Mapping[int, Moment] = field(default_factory=dict)
    partial: frozenset[int] = frozenset()
    dressed: frozenset[int] = frozenset()
    general: frozenset[int] = frozenset()
    unsigned: frozenset[int] = frozenset()
    zeroless: frozenset[int] = frozenset()


def formats(styles: ET.Element | None) -> Formats:
    """The telling formats of a workbook.

    Args:
        styles: Root of its part `xl/styles.xml`; None if it has none.
    """
    if styles is None:
        return Formats()
    codes = {**_BUILT_IN, **dict(_custom(_named(styles, "numFmt")))}
    shown = dict(enumerate(codes.get(_number(item), "") for item in _cell_styles(styles)))
    moments = {index: found for index, code in shown.items() if (found := _moment(code))}
    numeric = {index: _sections(code) for index, code in shown.items() if index not in moments}
    plain = {index: _ASIDE.sub("", parts[0]) for index, parts in numeric.items()}
    rounded = {index: _ROUNDED.fullmatch(code) for index, code in plain.items()}
    words = {index: said for index, parts in numeric.items() if (said := _said(parts[0]))}
    general = _those(plain, lambda index: _GENERAL.fullmatch(plain[index]) and len(numeric[index]) == 1)
    return Formats(
        percent=_those(plain, lambda index: "%" in plain[index]),
        padded={index: len(code) for index, code in plain.items() if _PADDED.fullmatch(code)},
        places={index: len(found["places"] or "") for index, found in rounded.items() if found},
        words=words,
        other=_those(plain, lambda index: not rounded[index] and _strange(numeric[index], plain[index])),
        moments=moments,
        partial=_those(moments, lambda index: moments[index] is Moment.DAY and _is_partial(shown[index])),
        dressed=_those(plain, lambda index: index not in general and not _bare(numeric[index])),
        general=general,
        unsigned=_those(plain, lambda index: _is_unsigned(numeric[index])),
        zeroless=_those(plain, lambda index: _is_zeroless(numeric[index])),
    )


def _those(styles: Iterable[int], wanted: Callable[[int], object]) -> frozenset[int]:
    return frozenset(index for index in styles if wanted(index))


def _sections(code: str) -> list[str]:
    """What a format says of numbers above zero; of those below it and of zero, where it says so."""
    return "".join("\0" if piece == ";" else piece for piece in _PIECE.findall(code)).split("\0")


def _strange(sections: Sequence[str], plain: str) -> bool:
    """Whether digits stand otherwise than in a number, or are not shown at all."""
    return bool(_DIGITS.search(plain)) or (len(sections) > 1 and not _as_seen(sections[0]))


def _bare(sections: Sequence[str]) -> bool:
    """Whether a whole number shows as its digits and nothing else."""
    return len(sections) == 1 and bool(_DIGITS_ALONE.fullmatch(_as_seen(sections[0]).strip()))


def _is_unsigned(sections: Sequence[str]) -> bool:
    if len(sections) == 1:
        return False
    below = _as_seen(sections[1])
    return not (_SHOWS_DIGITS.search(below) and _SIGNED.search(below))


def _is_zeroless(sections: Sequence[str]) -> bool:
    """Whether zero shows as nothing; a dash stands for it in the books of an office."""
    return len(sections) > 2 and not re.search("[#0?-]|General", _as_seen(sections[2]))


def _as_seen(section: str) -> str:
    """A section as a reader sees it: words without their quotes, no colours, gaps and fillers."""
    return _ASIDE.sub(
        lambda found: found[0].strip('"').removeprefix("\\") if found[0][0] in '"\\' else "", section
    )


def _is_partial(code: str) -> bool:
    letters = _ASIDE.sub("", _sections(code)[0]).lower()
    return not {*"dmy"} <= {*letters}


def _said(section: str) -> str:
    """What a format shows beside a number that is not negative: letters and signs, not gaps and brackets."""
    written = "".join("".join(found) for found in _SAID.findall(section))
    return " ".join(written.split()).strip(" .,-()")


def _moment(code: str) -> Moment | None:
    if _SPAN.search(_QUOTED.sub("", code)):
        return Moment.SPAN
    return Moment.DAY if _MOMENT.search(_ASIDE.sub("", _sections(code)[0])) else None


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

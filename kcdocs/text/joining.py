"""Texts put together: kept on one line, enumerated, closed with the marks of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kcdocs.model.address import BELOW, FORMS, SPOKEN, UNITS, Kind
from kcdocs.text import limits
from kcdocs.text.normalise import nfc

NBSP = "\u00a0"
HARD_HYPHEN = "\u2011"
"""The hyphen at which no line ends."""

_NAMED = (*UNITS, *BELOW, "số", "ngày", "tháng", "năm")
_LAST_WORDS = frozenset(name.lower().rpartition(" ")[2] for name in _NAMED)
"""The last word of each name that a label or number follows."""
_LONGEST = max(map(len, _LAST_WORDS)) + 1  # and what stands before it
_LAST_WORD = re.compile(r"(?<!\w)\w+\Z")
_LABEL_BEHIND = re.compile(
    r"(?<! ) +(?!(?<=gày )\d{1,2}/\d{1,2}/\d{4})(?=\d|[IVXLCDM]+[a-zđ]?\b|[a-zđ]\d{0,2}\b)"
)
"""The gap before a label or number; not of "ngày 05/01/2026": too long for a justified line to go without."""
_TWO_WORDS = [name.split() for name in (*UNITS, *(f"{form} số" for form in FORMS)) if " " in name]
_FIRST, _SECOND = ("|".join(sorted({name[at].lower() for name in _TWO_WORDS})) for at in (-2, -1))
_FORM = re.compile(rf"(?<!\w)({_FIRST}) +(?=(?:{_SECOND}){NBSP})", re.IGNORECASE)
_MEASURES = "đồng|triệu|tỷ|ngày|tháng|năm|kg|tấn|ha|km|mm|cm|m|°C"
_MEASURED = re.compile(rf"(?<=\d) +(?=(?:{_MEASURES})\b(?!{NBSP}\d))")
"""The gap of "15 ngày"; not of "01 tháng 11": a date kept whole leaves a justified line half empty."""
_INNER = "|".join((*BELOW, SPOKEN[Kind.POINT], SPOKEN[Kind.CLAUSE]))
_OUTER = "|".join((SPOKEN[Kind.CLAUSE], SPOKEN[Kind.ARTICLE]))
_CHAINED = re.compile(rf"(?<!\w)((?:{_INNER}){NBSP}\w+) +(?=(?:{_OUTER}){NBSP})", re.IGNORECASE)
_MEASURE_BEHIND = re.compile(rf"^ +(?=(?:{_MEASURES})\b)")
_SYMBOL_HYPHEN = re.compile(r"(?<=[A-ZĐ\dr])-(?=[A-ZĐ\d])")
"""The hyphen of a symbol ("TT-BCT", "TTr-BCT") or between numbers ("2016-2020")."""
_LABELS = re.compile(r"\d|[A-ZĐ](?:-|(?!\w))|(?<!\w)[a-zđ](?!\w)")
"""What a text to be kept on its line has: a figure, capitals of a symbol or numeral, a lone letter."""
_DATE_IN_WORDS = re.compile(
    rf"ngày[ {NBSP}]\d+[ {NBSP}]tháng[ {NBSP}]\d+[ {NBSP}]năm[ {NBSP}]\d+", re.IGNORECASE
)
_TITLE_END = re.compile(
    r"(?:(?<= )(?:và|của|về|cho|ở|tại|từ|đến|trong|theo|\(\S+) )?(?<= )\S+ \S+\Z", re.IGNORECASE
)
_LONE_NBSP = re.compile(f"(?<!{NBSP}){NBSP}(?!{NBSP})")
_ENDING = re.compile(r"(?<![\s;.,])[\s;.,]+$")


def keep_together(text: str) -> str:
    """The text with no-break spaces inside "khoản 2 Điều 5", "số 45/2012/NĐ-CP", "15 ngày", "tháng 11".

    So that no line ends between a provision's name and its label, or a number and its unit (good typesetting;
    the fixed order "điểm a khoản 2 Điều 3" is Decree 30/2020/NĐ-CP, Annex II, V.7).
    """
    labelled = _LABEL_BEHIND.sub(_held, nfc(text))
    measured = _MEASURED.sub(NBSP, _FORM.sub(rf"\1{NBSP}", labelled))
    return _CHAINED.sub(rf"\1{NBSP}", measured)


def _held(gap: re.Match[str]) -> str:
    return NBSP if _names_label(gap.string, gap.start()) else gap[0]


def _names_label(text: str, end: int) -> bool:
    """Whether the word that ends there is the name of what a label or number follows."""
    word = _LAST_WORD.search(text, max(0, end - _LONGEST), end)
    return word is not None and word[0].lower() in _LAST_WORDS


def typeset(text: str) -> str:
    """The text as a typist sets it: `keep_together`, and no line ends within "TT-BCT" or "2016-2020"."""
    if not _LABELS.search(text):
        return text
    return _SYMBOL_HYPHEN.sub(HARD_HYPHEN, keep_together(text))


def untypeset(text: str) -> str:
    """The text as it is typed: plain spaces and hyphens; the wide spaces left for a number or day stay."""
    return _LONE_NBSP.sub(" ", text).replace(HARD_HYPHEN, "-")


def typeset_before(text: str) -> str:
    """The end of a text that a label or number follows: "theo Điều " keeps what comes on its line."""
    words = text.rstrip(" ")
    return words + NBSP if words != text and _names_label(words, len(words)) else text


def typeset_behind(text: str) -> str:
    """The beginning of a text that a number stands before: " đồng" stays on the number's line."""
    return _MEASURE_BEHIND.sub(NBSP, text)


def balanced(text: str) -> str:
    """A title whose last words stay together, so that its last line in print is no lone word, and its dates.

    Two words, which are mostly one of the language ("khuyến công"), and a third that only leads to them.
    A title stands in the middle: no gap of its lines grows by what is kept whole.
    """
    whole = _DATE_IN_WORDS.sub(lambda date: date[0].replace(" ", NBSP), text)
    if len(re.split(f"[ {NBSP}]", whole)) <= limits.TITLE_LINE:
        return whole
    return _TITLE_END.sub(lambda end: end[0].replace(" ", NBSP), whole)


def enumerated(items: Sequence[str]) -> str:
    """The items as running text: "a, b và c"."""
    return " và ".join(part for part in (", ".join(items[:-1]), items[-1] if items else "") if part)


def closed_lines(items: Sequence[str], *, last: str = ".") -> list[str]:
    """The lines of a list: each ends in a semicolon, the last in `last`, whatever mark it bore before."""
    marks = [";"] * (len(items) - 1) + [last]
    return [_ENDING.sub("", nfc(item)) + mark for item, mark in zip(items, marks, strict=False)]


def basis_list(items: Sequence[str], *, last: str = ".") -> list[str]:
    """The paragraphs of the legal bases: "Căn cứ …;" and at the end a full stop.

    "Căn cứ" is put before what begins neither with it nor with "Theo" ("Theo đề nghị của …"). A line for each
    basis, semicolons, at the end a full stop: Decree 30/2020/NĐ-CP, Annex I, II.6.

    Args:
        items: What each line says, with or without "Căn cứ" and mark.
        last: The mark after the last line; ";" where more lines follow.
    """
    return closed_lines([_opened(item.strip()) for item in map(nfc, items)], last=last)


def _opened(item: str) -> str:
    return item if item.lower().startswith(("căn cứ ", "theo ")) else f"Căn cứ {item}"

"""Texts put together: kept on one line, enumerated, closed with the marks of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kcdocs.model.address import BELOW, FORMS, UNITS
from kcdocs.text.normalise import nfc

NBSP = "\u00a0"

_NAMES = "|".join(
    [
        *(name.lower() for name in UNITS),
        *BELOW,
        *(f"{name} số" for name in FORMS),
        "số",
        "ngày",
        "tháng",
        "năm",
    ]
)
_LABEL = r"\d[\w/.-]*|[IVXLCDM]+[a-zđ]?\b|[a-zđ]\d{0,2}\b"
_LABELLED = re.compile(rf"(?<!\w)({_NAMES}) +(?={_LABEL})", re.IGNORECASE)
_MEASURED = re.compile(r"(?<=\d) +(?=(?:đồng|triệu|tỷ|ngày|tháng|năm|kg|tấn|ha|km|mm|cm|m|°C)\b)")
_ENDING = re.compile(r"(?<![\s;.,])[\s;.,]+$")


def keep_together(text: str) -> str:
    """The text with no-break spaces inside "Điều 5", "khoản 2", "điểm a", "số 45/2012/NĐ-CP", "15 ngày".

    So that no line ends between a provision's name and its label, or a number and its unit (good typesetting;
    the fixed order "điểm a khoản 2 Điều 3" is Decree 30/2020/NĐ-CP, Annex II, V.7).
    """
    joined = _LABELLED.sub(lambda found: found[1].replace(" ", NBSP) + NBSP, nfc(text))
    return _MEASURED.sub(NBSP, joined)


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

"""What printed rows say by their words alone: what opens or ends something, what the publisher printed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kcdocs.law.kinds import CONTAINERS, unit_pattern
from kcdocs.law.vocabulary import LEGAL, TYPES, alternation
from kcdocs.model.address import FORMS, SPOKEN, Kind
from kcdocs.text.casing import CAPITALS

_CAPITALS = alternation(item.name.upper() for item in TYPES if not item.untitled)
_LABELLED = rf"{unit_pattern(*CONTAINERS)}|(?:{alternation(FORMS)}) số"
LABEL_ROW = re.compile(rf"(?i:(?:{_LABELLED})\b[\s\wĐđ.-]{{0,18}}|{alternation(LEGAL)})|{_CAPITALS}")
"""A row that is a label or a type; a type that is an ordinary word too ("kế hoạch") only in capitals."""

ITEM = re.compile(
    rf"(?:[-–+•*]|\d{{1,3}}[.)/]|[a-zđ]\d?[)/]|{SPOKEN[Kind.ARTICLE]}\s+\d{{1,3}}[a-zđ]?[.:]?)\s"
)
"""The begin of a row that is the next item of a list, or an article."""

TITLE_ROW = re.compile(rf"(?i:(?:{unit_pattern(*CONTAINERS)})\s(?:thứ\s)?)\w{{1,6}}[.:]\s[{CAPITALS}]")
"""A row that begins a container's title behind its label: "Mục 2. XÂY DỰNG BẢNG LƯƠNG"."""

RUNNING_HEAD = re.compile(r"(?:\d+ )?CÔNG BÁO ?/ ?Số[\d+ ]+/ ?Ngày[\d -]+")
"""The running head of the gazette, with the page number or without, its spaces made single."""

STAMP = re.compile(r"(?:Người ký|Ký bởi|Email|Cơ quan|Thời gian ký|Ngày ký)\s*:.*", re.IGNORECASE)
"""A row of the stamp of a digital signature."""

_DIGITS = re.compile(r"\d+")
_ENDS = (".", ";", ":")
"""What stands before the next item of a list; without indents nothing else tells a full row that ends one."""


def named_rows(rows: Iterable[str]) -> str:
    """Rows that are left out, each once whatever its numbers: "… CÔNG BÁO/Số …; Ký bởi: …"."""
    return "; ".join(dict.fromkeys(_DIGITS.sub("…", " ".join(row.split())) for row in rows))


def is_over(text: str) -> bool:
    """Whether a row ends a sentence or an item of a list."""
    return text.rstrip().endswith(_ENDS)


def sticks(before: str, after: str) -> bool:
    """Whether a word or dots were cut at the end of a row ("TT-" and "BLĐTBXH", "2016/" and "TT-…")."""
    if before.endswith("...") and after.startswith(".."):
        return True
    cut_behind = before[-1] in "-/" and len(before) > 1 and not before[-2].isspace()
    cut_ahead = after[0] in "-/" and len(after) > 1 and not after[1].isspace()
    return cut_behind or cut_ahead

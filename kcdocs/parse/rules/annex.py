"""Annexes: "Phụ lục", "PHỤ LỤC I", and an attached regulation."""

from __future__ import annotations

import re

from kcdocs.law.vocabulary import TypeClass, alternation, names
from kcdocs.model.address import FORMS, Kind
from kcdocs.parse.rules.opening import BEHIND, Opening, opened
from kcdocs.text.labels import ANNEX
from kcdocs.text.late import late

_OPENING = re.compile(rf"(?:{opened(Kind.ANNEX)})(?:\s+(?:số\s+|SỐ\s+)?({ANNEX}))?(?:\d{{1,3}})?{BEHIND}")
_FORM = re.compile(
    rf"(?i:{alternation(FORMS)}) số \d[\w./-]{{0,8}}\s?[:.]\s?(?:\()?(?:ban hành )?kèm theo\b", re.IGNORECASE
)
_ATTACHED = late(rf"(?:{alternation(name.upper() for name in names(TypeClass.ATTACHED))})\b")


def read(text: str) -> Opening | None:
    """The annex that a line opens: its number, then nothing, a heading in capitals, or one behind a mark."""
    found = _OPENING.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    label = found.group(1) or ""
    named = label and found.group(2) and rest[:1].isupper() and not rest.endswith((".", ";", ":", ","))
    if rest and not rest.isupper() and not rest.startswith("(") and not named:
        return None
    return Opening(Kind.ANNEX, label.lstrip("0") or label, found.end())


def read_form(text: str) -> Opening | None:
    """The form that a line behind the signature opens, saying what it comes with.

    "Mẫu số 07: Ban hành kèm theo Thông tư số …": such a form has no annex around it, and articles of its own.
    """
    return Opening(Kind.ANNEX, "", 0) if _FORM.match(text) else None


def read_attached(text: str) -> Opening | None:
    """The attached text that a line behind the signature opens with its type in capitals."""
    if not text.isupper() or _ATTACHED.match(text) is None:
        return None
    return Opening(Kind.ANNEX, "", 0)


def write(label: str, heading: str) -> tuple[str, ...]:
    """The lines of an annex: its number, then its heading in capitals."""
    return (f"Phụ lục {label}".rstrip(), *([heading] if heading else []))

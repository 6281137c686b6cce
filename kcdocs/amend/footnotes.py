"""Footnotes of consolidated texts: what was done, by which command, since when.

Source: Ordinance 01/2012/UBTVQH13 on consolidating legal instruments, and the wording of official
consolidated texts of 2024 to 2026.
"""

from __future__ import annotations

from datetime import date

from kcdocs.law.commanding import PARTICIPLES
from kcdocs.law.parts import part_words
from kcdocs.model.address import SPOKEN
from kcdocs.model.citation import Citation
from kcdocs.model.operation import Act, Operation, Side
from kcdocs.text.dates import date_words

_WHOLE = "Văn bản"


def note(operation: Operation, amending: Citation) -> str:
    """The footnote of one operation.

    Args:
        operation: What was done.
        amending: The instrument that did it.
    """
    command = f"{operation.origin.address.spoken()} {cited(amending)}"
    return f"{_what(operation)} theo quy định tại {command}{since(operation.effective)}."


def cited(amending: Citation) -> str:
    """An amending instrument as notes name it: type, number, date, issuer."""
    dated = f" {date_words(amending.issued)}" if amending.issued else ""
    issuer = f" của {amending.issuer}" if amending.issuer else ""
    return f"{amending.type} số {amending.number}{dated}{issuer}"


def since(day: date | None) -> str:
    """The clause on the first day of force, its comma included; empty where the day is not known."""
    return f", có hiệu lực kể từ {date_words(day)}" if day else ""


def _what(operation: Operation) -> str:
    unit = SPOKEN[operation.target.kind] if operation.target.kind else _WHOLE
    match operation.act:
        case Act.REPLACE_WORDS:
            return f"Cụm từ “{operation.old}” được thay thế bằng cụm từ “{operation.new}”"
        case Act.INSERT_WORDS:
            side = "sau" if operation.side is Side.AFTER else "trước"
            return f"Cụm từ “{operation.new}” được bổ sung vào {side} cụm từ “{operation.old}”"
        case Act.REMOVE_WORDS:
            return f"Cụm từ “{operation.old}” được bỏ"
        case _:
            return f"{_named(unit, operation)} này {PARTICIPLES[operation.act]}"


def _named(unit: str, operation: Operation) -> str:
    words = f"{part_words(operation.parts)} {unit.lower()}" if operation.parts else unit
    return words[:1].upper() + words[1:]

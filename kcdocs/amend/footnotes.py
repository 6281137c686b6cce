"""Footnotes of consolidated texts: written from operations, and read back.

Source: Ordinance 01/2012/UBTVQH13 on consolidating legal instruments, and the wording of official
consolidated texts of 2024 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kcdocs.amend.effect import SINCE
from kcdocs.law.commanding import DONE, PARTICIPLES, act_of
from kcdocs.law.kinds import HEADED, unit_pattern
from kcdocs.law.numbers import NUMBER
from kcdocs.law.parts import part_words
from kcdocs.law.vocabulary import either_case
from kcdocs.model.address import FORMS, SPOKEN, Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act, Operation, Side
from kcdocs.parse.errors import NoAddressError
from kcdocs.parse.references import address
from kcdocs.text.dates import ANY, date_words, from_parts
from kcdocs.text.seen import seen

_POINT, _CLAUSE, _ARTICLE = (SPOKEN[kind] for kind in (Kind.POINT, Kind.CLAUSE, Kind.ARTICLE))
_PROVISION = rf"(?:{_POINT} \S+ )?(?:{_CLAUSE} \S+ )?{_ARTICLE} \d+[a-zđ]?"
_ON = ANY.removeprefix(r"ngày\s+")
_READ = re.compile(
    rf"(?P<what>{unit_pattern()}|(?:{either_case(FORMS)}) số|Tên (?:{unit_pattern(*HEADED)})|Cụm từ|Từ)\s"
    rf"(?>.*?(?P<done>{DONE}))(?>.*?tại (?P<where>{_PROVISION})\s)"
    rf"(?:của )?(?P<number>.+?), {SINCE}{_ON}"
)
_BEGINS = re.compile(rf"(?:{unit_pattern()}|Tên (?:{unit_pattern(*HEADED)})|Cụm từ|Từ)\s")
_NUMBER = re.compile(rf"số (…/\d{{4}}/[A-ZĐ][\w-]*|{NUMBER})")


@dataclass(frozen=True, slots=True)
class FootnoteChange:
    """What a footnote says was done.

    Attributes:
        target: The provision the mark stands in.
        done: What was done to it: replaced, added or repealed.
        origin: The command, in the amending instrument.
        number: The amending instrument's number.
        effective: First day of force.
        words: Whether it speaks of a phrase rather than of the provision.
    """

    target: Address
    done: Act
    origin: Address
    number: str
    effective: date
    words: bool


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
    unit = SPOKEN[operation.target.kind or Kind.OTHER]
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


def footnote_changes(consolidated: Instrument) -> Iterator[FootnoteChange]:
    """What the footnotes of a consolidated text say, each at the provision its mark stands in.

    Args:
        consolidated: The text, read with its notes tied to their marks.

    Yields:
        One for each footnote that speaks of a change; notes on other things are passed over.
    """
    words = {item.label: [line.text for line in item.lines] for item in consolidated.notes}
    for node in consolidated.provisions():
        for line in node.lines:
            for mark in line.marks:
                for paragraph in _sentences(words.get(mark.note, [])):
                    yield from _changes_in(node.address, paragraph)


def _sentences(lines: Sequence[str]) -> Iterator[str]:
    """The note in parts: from one line that begins as a change is told to the next such line."""
    starts = [place for place, text in enumerate(lines) if place == 0 or _BEGINS.match(seen(text).text)]
    for start, end in pairwise([*starts, len(lines)]):
        yield " ".join(lines[start:end])


def _changes_in(target: Address, words: str) -> Iterator[FootnoteChange]:
    found = _READ.match(seen(words).text)
    number = _NUMBER.search(found.group("number")) if found else None
    if found is None or number is None:
        return
    try:
        origin = address(found.group("where"))
    except NoAddressError:
        return
    day, act = from_parts(*found.groups()[-3:]), act_of(found.group("done"))
    if day is None or act is None:
        return
    phrase = found.group("what") in ("Cụm từ", "Từ")
    yield FootnoteChange(target, act, origin, number.group(1), day, phrase)

"""The footnotes of consolidated texts read back: what each says was done to the provision it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kcdocs.amend.effect import SINCE
from kcdocs.law.commanding import DONE, act_of
from kcdocs.law.kinds import HEADED, unit_pattern
from kcdocs.law.numbers import NUMBER
from kcdocs.law.vocabulary import either_case
from kcdocs.model.address import FORMS, SPOKEN, Address, Kind
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act
from kcdocs.parse.errors import NoAddressError
from kcdocs.parse.references import address
from kcdocs.text.dates import ANY, from_parts
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

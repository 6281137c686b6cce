"""Letters of opinion, that speak of provisions in sentences: each sentence at the provision it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.law import layout
from kcdocs.model.address import Address
from kcdocs.model.opinion import Opinion, OpinionKind
from kcdocs.parse.references import find_references
from kcdocs.text.dates import parse_date, short_date
from kcdocs.text.normalise import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.model.instrument import Instrument, Node

_BULLET = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}[.)/]?|[a-zđ][.)]|[-–+•*])\s+")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[^\W\d_])")
_DAY = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")
_CLOSING = ("trên đây là",)


@dataclass(frozen=True, slots=True)
class OpinionLetter:
    """A letter of opinion.

    Attributes:
        office: Who sent it, as its head says; empty where that cannot be told.
        letter: Number and date, as "Công văn số 12/SCT-KC ngày 05/11/2026"; empty where it bears none.
        lines: Its body: what stands between the addressee and the recipients.
    """

    office: str
    letter: str
    lines: tuple[str, ...]


def read_letter(text: Instrument) -> OpinionLetter | None:
    """A text as a letter of opinion; None if it is addressed to nobody, as every letter is."""
    lines = [nfc(part).strip() for line in text.lines() for part in line.text.split("\n")]
    lines = [line for line in lines if line]
    start = next((n for n, line in enumerate(lines) if line.startswith(layout.ADDRESSED)), None)
    if start is None:
        return None
    end = next((n for n in range(start, len(lines)) if lines[n].startswith(layout.RECIPIENTS)), len(lines))
    end = next((n + 1 for n in range(start, end) if lines[n].endswith(layout.END)), end)
    head, body = lines[:start], lines[start + 1 : end]
    if lines[start].removeprefix(layout.ADDRESSED).strip(" :") == "":
        while body and body[0].startswith(("-", "–")):
            del body[0]
    return OpinionLetter(_office(head), _number(head), tuple(body))


def sentences(base: Instrument, letter: OpinionLetter) -> tuple[Opinion, ...]:
    """What a letter asks, in the order of the base; what names no provision of it stands at the whole."""
    places = _Places(base)
    found = [places.opinion(words, address) for words, address in _parted(letter.lines, places)]
    return tuple(sorted(found, key=lambda one: one.rank))


class _Places:
    """The provisions of the base, and which of them a text names."""

    def __init__(self, base: Instrument) -> None:
        self.nodes: dict[Address, Node] = {}
        self.ranks: dict[Address, float] = {}
        for rank, node in enumerate(base.provisions()):
            self.nodes.setdefault(node.address, node)
            self.ranks.setdefault(node.address, float(rank))

    def named(self, text: str, around: Address) -> Address | None:
        """The provision that a text names first, or the nearest that holds it; None if it names none."""
        for reference in find_references(text, at=around):
            for target in reference.targets if reference.citation is None else ():
                place = self._standing(target)
                if place.steps:
                    return place
        return None

    def _standing(self, address: Address) -> Address:
        """The provision, or the nearest around it that the base has; empty if it has none."""
        while address.steps and address not in self.nodes:
            address = address.parent
        return address

    def opinion(self, words: str, address: Address) -> Opinion:
        node = self.nodes.get(address)
        rank = self.ranks.get(address, -1.0)  # what is said of the whole stands in front
        return Opinion(OpinionKind.SENTENCE, address, rank, words, node.text if node else "")


def _parted(lines: Sequence[str], places: _Places) -> Iterator[tuple[str, Address]]:
    """The sentences with the provision each is about.

    A line that ends in a colon and names a provision speaks for the lines behind it, up to the next of its
    own level; one that names none only leads in. What follows a sentence in its line and names nothing else
    (a reason) belongs to it.
    """
    lead, level, used = "", "", True
    around = Address()
    for line in lines:
        bullet, words = _without_bullet(line)
        if words.casefold().startswith(_CLOSING):
            continue
        if lead and bullet == level:
            if not used:
                yield lead, around
            lead, around = "", Address()
        if words.endswith(":"):
            if lead and not used:
                yield lead, around
            named = places.named(words, around)
            lead, level, used = (words, bullet, False) if named else (lead, level, True)
            around = named or around
            continue
        for sentence, own in _stretches(words, around, places):
            used = True
            yield sentence, own
    if lead and not used:
        yield lead, around


def _stretches(words: str, around: Address, places: _Places) -> Iterator[tuple[str, Address]]:
    said, current = "", around
    for sentence in _SENTENCE.split(words):
        named = places.named(sentence, around)
        if said and named is not None and named != current:
            yield said, current
            said = ""
        current = named or current
        said = f"{said} {sentence}".strip()
    if said:
        yield said, current


def _without_bullet(line: str) -> tuple[str, str]:
    """The kind of a line's bullet (all numbers are one kind), and the line without it."""
    found = _BULLET.match(line)
    if found is None:
        return "", line
    mark = found.group(1)
    kind = (
        f"1{'.' * mark.rstrip('.)/').count('.')}" if mark[0].isdigit() else "a" if mark[0].isalpha() else mark
    )
    return kind, line[found.end() :]


def _office(head: Sequence[str]) -> str:
    """The lines in capitals above the number, the issuing body first; two columns are parted by a tab."""
    above: list[str] = []
    for line in head:
        left = line.split("\t")[0].strip()
        if left.startswith(layout.NUMBERED):
            break
        if left.isupper() and left not in (layout.NATIONAL, layout.MOTTO):
            above.append(left)
    return ", ".join(reversed(above))


def _number(head: Iterable[str]) -> str:
    """The number and the day, as a table of opinions cites them."""
    number = day = ""
    for line in head:
        for part in line.split("\t"):
            if part.strip().startswith(layout.NUMBERED) and "/" in part and not number:
                number = part.strip().removeprefix(layout.NUMBERED).strip(" :")
            if not day and (found := _DAY.search(part)):
                day = short_date(parse_date(found.group()))
    if not number:
        return day and f"văn bản ngày {day}"
    return f"Công văn số {number}{f' ngày {day}' if day else ''}"

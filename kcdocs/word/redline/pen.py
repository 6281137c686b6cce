"""What writes marks: one counter of ids for all parts, one date, and the package's own notes."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.text.numbers import whole_number
from kcdocs.word.package.tree import parse_part
from kcdocs.word.package.wml import PAGE_SIGNS, SPACE, W, local
from kcdocs.word.redline.own import NOTE, PICTURE, OwnParagraph
from kcdocs.word.redline.strokes import Fate, Hand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

DATE = "2000-01-01T00:00:00Z"
"""The one date of all marks, so that the same two texts give the same file."""

_NAMES = {
    (Fate.GO, False): "del",
    (Fate.GO, True): "moveFrom",
    (Fate.COME, False): "ins",
    (Fate.COME, True): "moveTo",
}
_SIGNED = re.compile(rf'w:author="(?:{"|".join(Hand)})(?: \((\d{{1,6}})\))?"')
"""A mark under one of our names, and which redline of ours it is of."""

_SIGNS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_PAGE_FIELDS = {sign: kind for kind, sign in PAGE_SIGNS.items()}
_SPECIAL = frozenset({NOTE, PICTURE, *_PAGE_FIELDS})


@dataclass(slots=True)
class Pen:
    """Makes marks with ids of their own.

    Attributes:
        number: The last id given.
        new_note: Makes a note like that of a draft's paragraph at an offset; gives the run that marks it.
        new_picture: Takes a picture of the draft over; gives the run that holds it.
        former: The highest id before anything was written.
        turn: Which redline of ours this is, where marks of former ones stay: their names are taken.
        hand: Whose the rows and notes are that are written now.
    """

    number: int
    new_note: Callable[[OwnParagraph, int], _Element]
    new_picture: Callable[[OwnParagraph, int], _Element]
    former: int = 0
    turn: int = 1
    hand: str = Hand.SUBSTANCE
    moves: int = 0
    ranges: dict[tuple[str, int], str] = field(default_factory=dict)

    def next_id(self) -> str:
        """An id that nothing else bears."""
        self.number += 1
        return str(self.number)

    def next_move(self) -> int:
        """The number of the next move."""
        self.moves += 1
        return self.moves

    def author(self, hand: str) -> str:
        """The name that signs what a hand does."""
        return str(hand) if self.turn == 1 else f"{hand} ({self.turn})"

    def own(self, mark: _Element) -> bool:
        """Whether a mark is one of ours."""
        return (whole_number(mark.get(W + "id")) or 0) > self.former

    def signed(self, name: str, hand: str) -> _Element:
        """An element that says who changed something."""
        return etree.Element(
            W + name, {W + "id": self.next_id(), W + "author": self.author(hand), W + "date": DATE}
        )

    def mark(self, state: Fate, hand: str, *, moved: bool) -> _Element:
        """The mark around words, or on a paragraph's end."""
        return self.signed(_NAMES[state, moved], hand)

    def range(self, side: str, move: int, *, begins: bool) -> _Element:
        """One end of a move's range."""
        if begins:
            start = self.signed(f"{side}RangeStart", Hand.MOVED)
            start.set(W + "name", f"kc{move}")
            self.ranges[side, move] = start.get(W + "id") or ""
            return start
        return etree.Element(f"{W}{side}RangeEnd", {W + "id": self.ranges[side, move]})

    def end_mark(self, paragraph: _Element, state: Fate, hand: str, *, moved: bool) -> None:
        """Say on a paragraph's end that it comes or goes."""
        properties = end_properties(paragraph)
        properties.insert(0, self.mark(state, hand, moved=moved))

    def reset(self, paragraph: _Element, properties: _Element, hand: str) -> None:
        """Give a paragraph other properties, the former ones kept as a tracked change."""
        current = _properties(paragraph)
        stays = [item for item in current if local(item) in ("rPr", "sectPr")]
        record = self.signed("pPrChange", hand)
        former = etree.SubElement(record, W + "pPr")
        former.extend([item for item in current if local(item) not in ("rPr", "sectPr", "pPrChange")])
        fresh = [deepcopy(item) for item in properties if local(item) not in ("rPr", "sectPr", "pPrChange")]
        current[:] = [*fresh, *stays, record]

    def runs(
        self, paragraph: OwnParagraph, start: int, end: int, look: _Element | None
    ) -> Iterator[_Element]:
        """Runs that say what a draft's paragraph says between two offsets.

        Args:
            paragraph: The draft's.
            start: The first character.
            end: The one behind the last.
            look: Properties of runs to set them in.
        """
        plain = ""
        for offset in range(start, end):
            sign = paragraph.text[offset]
            if sign not in _SPECIAL:
                plain += sign
                continue
            yield from _plain(plain, look)
            plain = ""
            if sign in _PAGE_FIELDS:
                yield from _page_field(_PAGE_FIELDS[sign], look)
            else:
                yield (self.new_note if sign == NOTE else self.new_picture)(paragraph, offset)
        yield from _plain(plain, look)


def _page_field(kind: str, look: _Element | None) -> Iterator[_Element]:
    """The runs of a field that prints a number of pages, as Word counts it when it shows the page."""
    for name, value in (("begin", ""), ("", kind), ("separate", ""), ("words", "1"), ("end", "")):
        run = etree.Element(W + "r")
        if look is not None:
            run.append(deepcopy(look))
        if name == "words":
            add_words(run, value)
        elif name:
            etree.SubElement(run, W + "fldChar", {W + "fldCharType": name})
        else:
            etree.SubElement(run, W + "instrText", {SPACE: "preserve"}).text = f" {value} "
        yield run


def _plain(text: str, look: _Element | None) -> Iterator[_Element]:
    if not text:
        return
    run = etree.Element(W + "r")
    if look is not None:
        run.append(deepcopy(look))
    words = ""
    for sign in text:
        if sign in _SIGNS or sign == "\f":
            add_words(run, words)
            words = ""
            etree.SubElement(run, W + _SIGNS.get(sign, "br"), {W + "type": "page"} if sign == "\f" else {})
        else:
            words += sign
    add_words(run, words)
    yield run


def add_words(run: _Element, words: str) -> None:
    """Put words into a run, blanks at their ends kept."""
    if words:
        etree.SubElement(run, W + "t", {SPACE: "preserve"}).text = words


def _properties(paragraph: _Element) -> _Element:
    found = paragraph.find(W + "pPr")
    if found is None:
        found = etree.Element(W + "pPr")
        paragraph.insert(0, found)
    return found


def end_properties(paragraph: _Element) -> _Element:
    """The properties of a paragraph's end, made where there are none, in their place among the others."""
    properties = _properties(paragraph)
    found = properties.find(W + "rPr")
    if found is None:
        found = etree.Element(W + "rPr")
        behind = next((item for item in properties if local(item) in ("sectPr", "pPrChange")), None)
        if behind is None:
            properties.append(found)
        else:
            behind.addprevious(found)
    return found


def next_turn(package: Package) -> int:
    """Which redline of ours a document is to become, if marks that stay in it bear our names already."""
    signed = [
        int(found[1] or 1)
        for name, data in package.parts.items()
        if name.endswith(".xml") and b"w:author=" in data
        for found in _SIGNED.finditer(data.decode("utf-8", "replace"))
    ]
    return max(signed, default=0) + 1


def highest_id(package: Package) -> int:
    """The highest id of any part of Word's own."""
    highest = 0
    for name, data in package.parts.items():
        if name.startswith("word/") and name.endswith(".xml") and b":id" in data:
            for item in parse_part(package, name).iter(f"{W}*"):
                highest = max(highest, whole_number(item.get(W + "id")) or 0)
    return highest

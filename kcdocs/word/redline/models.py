"""What a new paragraph looks like: as the nearest paragraph of the original that begins as it does."""

from __future__ import annotations

import re
from bisect import bisect_left
from copy import deepcopy
from typing import TYPE_CHECKING

from kcdocs.word import limits
from kcdocs.word.package.wml import W, local
from kcdocs.word.redline.own import NOTE, PICTURE, OwnParagraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from kcdocs.word.redline.own import OwnItem

_DROPPED = frozenset({"sectPr", "pPrChange", "framePr", "pageBreakBefore"})
_ODD = frozenset({"rStyle", "vertAlign", "rPrChange", "ins", "del", "moveFrom", "moveTo"})
_FIGURE = re.compile(r"\d+")


class Models:
    """The looks of one story's paragraphs.

    Args:
        file: The original as the user named it, for errors.
        olds: The original's story.
    """

    def __init__(self, file: str, olds: Sequence[OwnItem]) -> None:
        self.file = file
        self.olds = [item for item in olds if isinstance(item, OwnParagraph)]
        self.numbers = {item: number for number, item in enumerate(self.olds)}
        self.place = 0
        self.shapes: dict[str, list[int]] = {}
        for number, item in enumerate(self.olds):
            self.shapes.setdefault(shape_of(item), []).append(number)

    def reach(self, old: OwnParagraph) -> None:
        """Say that the writer has come to a paragraph of the original."""
        self.place = self.numbers[old]

    def model(self, new: OwnParagraph) -> OwnParagraph | None:
        """The nearest paragraph that begins alike, else the one before."""
        found = self.shapes.get(shape_of(new), [])
        at = bisect_left(found, self.place)
        near = sorted(found[max(0, at - 1) : at + 1], key=lambda number: abs(number - self.place))
        if near and abs(near[0] - self.place) <= limits.FARTHEST_MODEL:
            return self.olds[near[0]]
        return self.olds[min(max(self.place - 1, 0), len(self.olds) - 1)] if self.olds else None

    def properties(self, new: OwnParagraph) -> _Element | None:
        """A copy of the model's properties, its automatic number only where the new paragraph has one."""
        model = self.model(new)
        found = None if model is None or model.element is None else model.element.find(W + "pPr")
        if found is None:
            return None
        copy = deepcopy(found)
        for item in list(copy):
            if local(item) in _DROPPED or (local(item) == "numPr" and not new.label):
                copy.remove(item)
            elif local(item) == "rPr":
                _drop_odd(item)
        return copy

    def look(self, new: OwnParagraph) -> _Element | None:
        """A copy of how the model's words are set."""
        model = self.model(new)
        for leaf in model.leaves if model else ():
            if leaf.child is not None and leaf.note is None and leaf.text.strip(NOTE + PICTURE + " "):
                look = leaf.holders[0].find(W + "rPr")
                copy = None if look is None else deepcopy(look)
                if copy is not None:
                    _drop_odd(copy)
                return copy
        return None


def _drop_odd(look: _Element) -> None:
    for item in list(look):
        if local(item) in _ODD:
            look.remove(item)


def shape_of(paragraph: OwnParagraph) -> str:
    """How a paragraph begins: its first word or label with figures and letters of lists left open."""
    words = (paragraph.label + paragraph.text[:40]).split()
    if not words:
        return ""
    first = _FIGURE.sub("9", words[0])
    if len(first) <= 3 and first[-1:] in ").":  # a letter or a figure of a list
        return ("9" if first[0] == "9" else "x") + first[-1]
    if len(words) > 1 and words[1][:1].isdigit():
        return f"{first} 9"
    return "CAPITALS" if first.isupper() and len(first) > 1 else ("-" if first in ("-", "+", "–") else "word")

"""Content controls around paragraphs: one whose paragraphs all go is taken off them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.word.package.wml import W
from kcdocs.word.redline.strokes import EndStroke, Fate, RedlineStroke, TableStroke

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_AROUND = (W + "sdt", W + "customXml")
_BLOCKS = (W + "p", W + "tbl")


def take_off(told: Iterable[RedlineStroke]) -> None:
    """Take off the controls around what only goes.

    Accepting would leave an empty paragraph in them, since none may be empty; without them what goes is
    joined with what follows. Rejecting gives the words back, not the control.

    Args:
        told: What becomes of a story; the original's tree is changed.
    """
    gone = [element for stroke in told if (element := _gone(stroke)) is not None]
    known = set(gone)
    for element in gone:
        around = element.getparent()
        while around is not None and around.tag not in (W + "body", W + "tc"):
            above = around.getparent()
            if around.tag in _AROUND and all(block in known for block in _blocks(around)):
                _unwrap(around)
            around = above


def _gone(stroke: RedlineStroke) -> _Element | None:
    if isinstance(stroke, (EndStroke, TableStroke)) and stroke.state is Fate.GO and stroke.old is not None:
        return stroke.old.element
    return None


def _blocks(around: _Element) -> Iterable[_Element]:
    """The paragraphs and tables that stand in it, those in cells left out."""
    for child in around:
        if child.tag in _BLOCKS:
            yield child
        else:
            yield from _blocks(child)


def _unwrap(around: _Element) -> None:
    holder = around.find(W + "sdtContent") if around.tag == W + "sdt" else around
    parent = around.getparent()
    if holder is not None and parent is not None:
        place = parent.index(around)
        parent[place : place + 1] = [item for item in holder if item.tag != W + "customXmlPr"]

"""Automatic numbers: those a document shows, and those that accepting would show wrongly, typed instead."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.package.wml import W, local
from kcdocs.word.read.numbering import Counters, linked_levels, read_lists
from kcdocs.word.read.styles import Styles
from kcdocs.word.redline.own import TextLeaf
from kcdocs.word.redline.pen import add_words
from kcdocs.word.redline.strokes import Fate, Hand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from kcdocs.word.package.parts import Parts
    from kcdocs.word.redline.own import OwnParagraph
    from kcdocs.word.redline.pen import Pen

_FIGURE = re.compile(r"\d+")
_LETTER = re.compile(r"(?<!\w)[^\W\d_](?!\w)")


class Numbering:
    """Counts the automatic numbers of a document in reading order."""

    def __init__(self, parts: Parts) -> None:
        self.styles = Styles(parts.roots.get("styles"))
        lists = read_lists(parts.roots.get("numbering"), self.styles.style_lists())
        self.linked = linked_levels(lists)
        self.counters = Counters(lists)

    def next(self, paragraph: _Element) -> str:
        """The number of the next paragraph; empty where it has none."""
        listed = self.styles.listed(paragraph, self.linked)
        return self.counters.label(listed.num_id, listed.level) if listed else ""

    def if_next(self, paragraph: _Element, wanted: str) -> str:
        """The number of the next paragraph, counted only if it is the one that is wanted."""
        before = deepcopy(self.counters._reached), set(self.counters._overridden)  # noqa: SLF001 - one house
        label = self.next(paragraph)
        if label.rstrip(" ") != wanted.rstrip(" "):
            self.counters._reached, self.counters._overridden = before  # noqa: SLF001 - the same
        return label


def labels_of(parts: Parts) -> dict[_Element, str]:
    """Paragraph of the body → its automatic number with the gap behind it, where it has one."""
    numbering = Numbering(parts)
    found = ((paragraph, numbering.next(paragraph)) for paragraph in parts.document.iter(W + "p"))
    return {paragraph: label for paragraph, label in found if label}


def fit_labels(old: OwnParagraph, new: OwnParagraph) -> None:
    """Let a draft's number be automatic where the original's is, and typed where it is typed."""
    if new.label and not old.label:
        label = new.label if new.text else new.label.rstrip(" ")
        new.leaves.insert(0, TextLeaf(label, []))
        new.notes = {offset + len(label): note for offset, note in new.notes.items()}
        new.text, new.label = label + new.text, ""
    elif old.label and not new.label:
        label = _typed(old.label, new.text)
        if label and not new.leaves:
            new.notes = {offset - len(label): note for offset, note in new.notes.items()}
            new.text, new.label = new.text[len(label) :], label


def _typed(label: str, text: str) -> str:
    """The label of the same make that a text begins with, and the blank behind it; empty if none is."""
    count = len(label.split())
    words = text.split(" ", count)[:count]
    made = " ".join(words)
    return f"{made} " if _made(made) == _made(label.strip()) and text.startswith(f"{made} ") else ""


def _made(label: str) -> str:
    return _LETTER.sub("x", _FIGURE.sub("9", label))


def type_wrong_labels(parts: Parts, bearers: Mapping[_Element, OwnParagraph], pen: Pen) -> None:
    """Where accepting would give a paragraph another number than the draft's, type the draft's instead.

    Args:
        parts: The redlined document.
        bearers: The element that bears the end of each of the draft's paragraphs.
        pen: Makes the marks.
    """
    numbering = Numbering(parts)
    for paragraph in list(parts.document.iter(W + "p")):
        if _goes(paragraph):
            continue
        new = bearers.get(paragraph)
        if new is None:
            numbering.next(paragraph)
        elif (label := numbering.if_next(paragraph, new.label)).rstrip(" ") != new.label.rstrip(" "):
            if label:
                take_number_off(paragraph, pen, Hand.NUMBERING)
            if new.label:
                _type(paragraph, new.label if new.text else new.label.rstrip(" "), pen)


def _goes(paragraph: _Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    if mark is not None and any(local(item) in ("del", "moveFrom") for item in mark):
        return True
    return any(row.find(f"{W}trPr/{W}del") is not None for row in paragraph.iterancestors(W + "tr"))


def _comes(paragraph: _Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(local(item) in ("ins", "moveTo") for item in mark)


def take_number_off(paragraph: _Element, pen: Pen, hand: str) -> None:
    """Take a paragraph's automatic number off, as a tracked change.

    Args:
        paragraph: The paragraph.
        pen: Makes the mark.
        hand: Whose change.
    """
    current = paragraph.find(W + "pPr")
    wanted = etree.Element(W + "pPr") if current is None else deepcopy(current)
    number = wanted.find(W + "numPr")
    if number is None:
        number = etree.Element(W + "numPr")
        order = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
        wanted.insert(sum(1 for item in wanted if local(item) in order), number)
    number[:] = [etree.Element(W + "numId", {W + "val": "0"})]
    if current is not None and (_comes(paragraph) or current.find(W + "pPrChange") is not None):
        paragraph.replace(current, wanted)
    else:
        pen.reset(paragraph, wanted, hand)


def _type(paragraph: _Element, label: str, pen: Pen) -> None:
    first = paragraph
    while (before := first.getprevious()) is not None and before.tag == W + "p" and _goes(before):
        first = before
    mark = pen.mark(Fate.COME, Hand.NUMBERING, moved=False)
    run = etree.SubElement(mark, W + "r")
    look = next((item.find(W + "rPr") for item in paragraph.iter(W + "r")), None)
    if look is not None:
        run.append(deepcopy(look))
    add_words(run, label)
    properties = first.find(W + "pPr")
    if properties is None:
        first.insert(0, mark)
    else:
        properties.addnext(mark)

"""Copies of what stands in paragraphs that move, to be written where they come to."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.package.wml import SPACE, W, local
from kcdocs.word.redline.cutting import as_runs
from kcdocs.word.redline.strokes import WordsStroke

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kcdocs.word.redline.own import OwnParagraph
    from kcdocs.word.redline.strokes import RedlineStroke


def plainer(look: _Element | None) -> _Element | None:
    """A copy of a run's look without what is told of its changes."""
    if look is None:
        return None
    copy = deepcopy(look)
    for item in list(copy):
        if local(item) in ("rPrChange", "ins", "del", "moveFrom", "moveTo"):
            copy.remove(item)
    return copy


def copied_leaves(paragraph: OwnParagraph) -> list[tuple[int, _Element, bool]]:
    """Copies of a paragraph's leaves as runs: offset, the copy with its text noted, whether it is words."""
    copies = []
    offset = 0
    for leaf in paragraph.leaves:
        if leaf.child is not None:
            run = etree.Element(W + "r")
            look = plainer(leaf.holders[0].find(W + "rPr"))
            if look is not None:
                run.append(look)
            if local(leaf.child) == "t":
                etree.SubElement(run, W + "t", {SPACE: "preserve"}).text = leaf.text
            else:
                run.append(deepcopy(leaf.child))
            copies.append((offset, run, local(leaf.child) == "t"))
        else:
            run = etree.Element("copies")
            run.extend([deepcopy(item) for item in leaf.holders])
            run[:] = as_runs(list(run))
            copies.append((offset, run, False))
        run.set("kcdocs-text", leaf.text)
        offset += len(leaf.text)
    return copies


def moves_of(strokes: Iterable[RedlineStroke]) -> dict[OwnParagraph, list[tuple[int, _Element, bool]]]:
    """Copies of the leaves of every paragraph that moves."""
    olds = {item.twin[0] for item in strokes if isinstance(item, WordsStroke) and item.moved and item.twin}
    return {old: copied_leaves(old) for old in olds}

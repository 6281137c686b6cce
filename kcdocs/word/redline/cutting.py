"""Paragraphs cut where a change begins or ends, so that each run goes or stays as a whole."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.package.wml import SPACE, W, elements, local
from kcdocs.word.redline.own import kept
from kcdocs.word.redline.pen import add_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

    from kcdocs.word.redline.own import OwnParagraph, TextLeaf


@dataclass(slots=True)
class CutUnit:
    """Siblings that go or stay together, and the characters of the paragraph that stand in them."""

    holders: list[_Element]
    start: int
    end: int


def cut(paragraph: OwnParagraph, edges: Collection[int]) -> list[CutUnit]:
    """Cut the runs of a paragraph at offsets.

    Args:
        paragraph: One of a Word document; its runs are cut in place, and its leaves hold no more.
        edges: Offsets of characters.
    """
    units: list[CutUnit] = []
    offset = 0
    for _, leaves in groupby(paragraph.leaves, key=lambda leaf: (leaf.child is None, leaf.holders[0])):
        group = list(leaves)
        end = offset + sum(len(leaf.text) for leaf in group)
        inner = sorted(edge for edge in edges if offset < edge < end)
        if group[0].child is None or not inner:
            units.append(CutUnit(group[0].holders, offset, end))
        else:
            units += _cut_run(group, offset, [*inner, end])
        offset = end
    return units


def _cut_run(leaves: list[TextLeaf], start: int, edges: list[int]) -> Iterator[CutUnit]:
    run = leaves[0].holders[0]
    properties = run.find(W + "rPr")
    shown = {leaf.child: leaf.text for leaf in leaves}
    pieces = [_shell(run, properties)]
    offset, ahead = start, iter(edges)
    edge = next(ahead)
    for child in list(elements(run)):
        text = shown.get(child, "")
        if child is properties or local(child) == "lastRenderedPageBreak":
            continue
        while text and offset + len(text) > edge:
            head, text = text[: edge - offset], text[edge - offset :]
            add_words(pieces[-1], head)
            offset = edge
            edge = next(ahead)
            pieces.append(_shell(run, properties))
        if child in shown and local(child) == "t":
            add_words(pieces[-1], text)
        else:
            pieces[-1].append(child)
        offset += len(text)
    parent = run.getparent()
    if parent is None:
        return
    place = parent.index(run)
    parent[place : place + 1] = pieces
    for piece, low, high in zip(pieces, [start, *edges], edges, strict=False):
        yield CutUnit([piece], low, high)


def _shell(run: _Element, properties: _Element | None) -> _Element:
    shell = etree.Element(run.tag, {str(k): str(v) for k, v in run.items()})
    if properties is not None:
        shell.append(deepcopy(properties))
    return shell


def as_deleted(holders: list[_Element]) -> list[_Element]:
    """What a deletion holds of a unit: its words and instructions as deleted ones, simple fields as runs."""
    made = as_runs(holders)
    for holder in made:
        for child in list(holder.iter(W + "t")):
            words = kept(child)
            child.tag = W + "delText"
            child.text = words
            child.set(SPACE, "preserve")
        for child in holder.iter(W + "instrText"):
            child.tag = W + "delInstrText"
    return made


def as_runs(holders: list[_Element]) -> list[_Element]:
    """A unit with simple fields written out as runs, since no mark may hold one."""
    made: list[_Element] = []
    for holder in holders:
        if local(holder) == "fldSimple":
            place = holder.getparent()
            runs = list(_written_out(holder))
            if place is not None:
                index = place.index(holder)
                place[index : index + 1] = runs
            made += runs
        else:
            made.append(holder)
    return made


def _written_out(simple: _Element) -> Iterator[_Element]:
    yield _character("begin")
    run = etree.Element(W + "r")
    etree.SubElement(run, W + "instrText", {SPACE: "preserve"}).text = simple.get(W + "instr") or ""
    yield run
    yield _character("separate")
    yield from [run for run in simple.iter(W + "r") if run.getparent() is not None]
    yield _character("end")


def _character(kind: str) -> _Element:
    run = etree.Element(W + "r")
    etree.SubElement(run, W + "fldChar", {W + "fldCharType": kind})
    return run


def freed_controls(changed: _Element, paragraph: _Element) -> None:
    """Let the plain-text controls around what changes hold marks: programs lose marks in plain ones."""
    for control in changed.iterancestors(W + "sdt", W + "p"):
        if control is paragraph:
            break
        properties = control.find(W + "sdtPr")
        plain = None if properties is None else properties.find(W + "text")
        if plain is not None and properties is not None:
            properties.remove(plain)

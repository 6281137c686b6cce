"""References found in real texts against labels set by hand (offsets and addresses only)."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument, Node, Status
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

LABELS = Path(__file__).parents[1] / "data" / "references"
TUNED = ("45-2012", "46-2012", "31-2019", "26-2014-ttlt", "truoc", "luat-80", "30-2020", "luat-76")
HELD_OUT = ("luat-43", "36-2013", "luat-61")
"""Labelled and committed before the grammar was run on them; nothing was mended for them."""


class Stretch(NamedTuple):
    """The lines of a corpus text that are labelled throughout, the last included."""

    path: str
    first: int
    last: int


class Labelled(NamedTuple):
    """A reference by its place in the source."""

    line: int
    start: int
    end: int
    targets: str
    citation: str


def labels(name: str) -> tuple[Stretch, set[Labelled]]:
    """What is labelled, and its labels; the head names the text and, where not all of it, the lines."""
    head, *rows = (LABELS / f"{name}.tsv").read_text("utf-8").splitlines()
    path, _, lines = head[2:].partition(" ")
    first, _, last = (lines or f"1-{sys.maxsize}").partition("-")
    cells = [row.split("\t") for row in rows]
    stretch = Stretch(path, int(first), int(last))
    return stretch, {Labelled(int(c[0]), int(c[1]), int(c[2]), c[3], c[4]) for c in cells}


def found(instrument: Instrument) -> set[Labelled]:
    """The references that the grammar finds, by their places in the source."""
    order = {id(line): number for number, line in enumerate(instrument.lines(), 1)}
    return {
        Labelled(
            *_place(node, reference.span.start, reference.span.end, order),
            " ".join(map(str, reference.targets)),
            _named(reference.citation),
        )
        for node in instrument.walk()
        for reference in node.references
    }


def _place(node: Node, start: int, end: int, order: dict[int, int]) -> tuple[int, int, int]:
    before = 0
    for line, span in zip(node.lines, node.slices, strict=True):
        length = span.end - span.start
        if length and start < before + length:
            shift = span.start - before
            return order[id(line)], start + shift, end + shift
        before += length + 1 if length else 0
    raise AssertionError(node.address)


def _named(citation: Citation | None) -> str:
    """Number and name; a label may give either."""
    if citation is None:
        return "-"
    return f"{citation.number}|{citation.type} {citation.title}"


def _same(label: Labelled, got: set[Labelled]) -> bool:
    return any(label[:4] == other[:4] and label.citation in other.citation.split("|") for other in got)


def tell(*lines: str) -> None:
    """Figures that `pytest -rP` shows."""
    print(*lines, sep="\n")  # noqa: T201 - the documentation quotes these figures


class Score(NamedTuple):
    """How well the grammar does on some texts."""

    labels: int
    precision: float
    recall: float
    differences: list[str]


def score(corpus: Path, names: tuple[str, ...]) -> Score:
    """Precision, recall and every difference over some texts."""
    right = told = wanted = 0
    differences: list[str] = []
    for name in names:
        stretch, gold = labels(name)
        everything = found(parse(read(corpus / stretch.path)))
        got = {one for one in everything if stretch.first <= one.line <= stretch.last}
        matched = {label for label in gold if _same(label, got)}
        right += len(matched)
        told += len(got)
        wanted += len(gold)
        places = {label[:3] for label in matched}
        differences += [f"{name} missed {label}" for label in sorted(gold - matched)]
        differences += [f"{name} extra {other}" for other in sorted(got) if other[:3] not in places]
    return Score(wanted, right / told, right / wanted, differences)


@pytest.mark.parametrize("names", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_references_agree_with_the_labels(corpus: Path, names: tuple[str, ...]) -> None:
    for some in (*((name,) for name in names), names):
        got = score(corpus, some)
        tell(
            f"{', '.join(some)}: {got.labels} labels, {got.precision:.3f} precision, {got.recall:.3f} recall"
        )
    tell(*got.differences)
    assert got.precision >= 0.98, got.differences
    assert got.recall >= 0.98, got.differences


@pytest.mark.parametrize("name", TUNED + HELD_OUT)
def test_every_unresolved_reference_says_why(corpus: Path, name: str) -> None:
    instrument = parse(read(corpus / labels(name)[0].path))
    references = [reference for node in instrument.walk() for reference in node.references]
    unresolved = [one for one in references if one.status is Status.UNRESOLVED]
    tell(*(f"{count} × {reason}" for reason, count in Counter(one.reason for one in unresolved).items()))
    assert references
    assert all(one.reason for one in unresolved)

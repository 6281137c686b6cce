"""References found in real texts against labels set by hand (offsets and addresses only)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument, Node
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

LABELS = Path(__file__).parents[1] / "data" / "references"
TUNED = ("45-2012", "46-2012", "31-2019", "26-2014-ttlt", "truoc", "luat-80")
HELD_OUT = ("30-2020", "luat-76", "luat-43")


class Labelled(NamedTuple):
    """A reference by its place in the source."""

    line: int
    start: int
    end: int
    targets: str
    citation: str


def labels(name: str) -> tuple[str, set[Labelled]]:
    """The text's path in the corpus and its labels."""
    head, *rows = (LABELS / f"{name}.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows]
    return head[2:], {Labelled(int(c[0]), int(c[1]), int(c[2]), c[3], c[4]) for c in cells}


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


def score(corpus: Path, names: tuple[str, ...]) -> tuple[float, float, list[str]]:
    """Precision, recall and every difference over some texts."""
    right = told = wanted = 0
    differences: list[str] = []
    for name in names:
        path, gold = labels(name)
        got = found(parse(read(corpus / path)))
        matched = {label for label in gold if _same(label, got)}
        right += len(matched)
        told += len(got)
        wanted += len(gold)
        places = {label[:3] for label in matched}
        differences += [f"{name} missed {label}" for label in sorted(gold - matched)]
        differences += [f"{name} extra {other}" for other in sorted(got) if other[:3] not in places]
    return right / told, right / wanted, differences


@pytest.mark.parametrize("names", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_references_agree_with_the_labels(corpus: Path, names: tuple[str, ...]) -> None:
    precision, recall, differences = score(corpus, names)
    assert precision >= 0.98, differences
    assert recall >= 0.98, differences

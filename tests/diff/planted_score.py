"""What a comparison says of texts with planted changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from planted import Move

from kcdocs.diff.compare import compare
from kcdocs.model.comparison import ChangeClass, Comparison
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

FORMAL = {ChangeClass.FORM, ChangeClass.ENCODING}


def compared(old: str, new: str) -> Comparison:
    """The comparison of two plain texts."""
    return compare(parse(reading(old, "cũ")), parse(reading(new, "mới")))


def changes(old: str, new: str) -> set[ChangeClass]:
    """All classes of change that are told of."""
    return {change for row in compared(old, new).rows for change in row.changes}


def moves_score(cases: Iterable[tuple[str, str, set[Move]]]) -> dict[str, tuple[int, int]]:
    """How many moves were right of all: of those planted, of those told as sure, and as unsure ("chưa chắc")."""
    counts: Counter[tuple[str, bool]] = Counter()
    for old, new, true in cases:
        told = told_moves(old, new)
        counts.update(("recall", move in told) for move in true)
        counts.update(("sure" if sure else "unsure", move in true) for move, sure in told.items())
    kinds = ("recall", "sure", "unsure")
    return {kind: (counts[kind, True], counts[kind, True] + counts[kind, False]) for kind in kinds}


def moves_words(cases: Iterable[tuple[str, str, set[Move]]]) -> str:
    """The same as one line."""
    return ", ".join(
        f"{kind} {right}/{number} = {right / number if number else 1:.4f}"
        for kind, (right, number) in moves_score(cases).items()
    )


def told_moves(old: str, new: str) -> dict[Move, bool]:
    """The clauses that are told to stand under another article, and whether that is sure."""
    rows = [row for row in compared(old, new).rows if ChangeClass.MOVED in row.changes]
    steps = [(row.olds[0].address.steps[0], row.news[0].address.steps[0], row.new_text) for row in rows]
    sure = [row.match is not None and row.match.sure for row in rows]
    return {
        (int(old.label), int(new.label), words): known
        for (old, new, words), known in zip(steps, sure, strict=True)
    }

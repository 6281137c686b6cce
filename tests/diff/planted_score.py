"""What a comparison says of texts with planted changes."""

from __future__ import annotations

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


def told_moves(old: str, new: str) -> set[Move]:
    """The clauses that are told to stand under another article."""
    rows = [row for row in compared(old, new).rows if ChangeClass.MOVED in row.changes]
    steps = [(row.olds[0].address.steps[0], row.news[0].address.steps[0], row.new_text) for row in rows]
    return {(int(old.label), int(new.label), words) for old, new, words in steps}

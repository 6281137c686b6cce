"""Each threshold of the room, just below and just above."""

from __future__ import annotations

from kcdocs.model.folding import stretches_of


def test_five_stretches_of_rows_are_named_and_the_sixth_is_not() -> None:
    assert stretches_of(range(1, 10, 2)) == "1, 3, 5, 7, 9"
    assert stretches_of(range(1, 12, 2)) == "1, 3, 5, 7, 9, …"

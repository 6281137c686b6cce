"""Parts of lists of unknown length: which item is among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.slices import Slice, is_among

ENDS = st.none() | st.integers(-4, 4)
SLICES = st.lists(st.tuples(ENDS, ENDS, st.none() | st.sampled_from([1, 2, -1])), max_size=3)


@given(st.integers(1, 6), SLICES)
def test_an_item_is_among_those_that_a_list_of_that_length_keeps(count: int, slices: list[Slice]) -> None:
    kept = list(range(1, count + 1))
    for start, stop, step in slices:
        kept = kept[slice(start, stop, step)]

    assert [n for n in range(1, count + 1) if is_among(n, count, tuple(slices))] == sorted(kept)


@pytest.mark.parametrize(("number", "count"), [(0, 0), (1, 1)])
def test_what_is_in_no_part_is_everywhere(number: int, count: int) -> None:
    assert is_among(number, count, ())

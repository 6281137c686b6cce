"""Figures above and below the line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.scripts import lowered, on_line, raised


@given(st.text("0123456789", min_size=1))
def test_raised_figures_set_on_the_line_are_the_same_figures(figures: str) -> None:
    assert raised(figures) != figures
    assert on_line(raised(figures)) == figures


@pytest.mark.parametrize(
    ("text", "above", "below"),
    [("-6", "⁻⁶", "₋₆"), ("n", "ⁿ", "ₙ"), ("[1]", "[1]", "[1]"), ("th", "th", "th")],
)
def test_only_figures_their_sign_and_n_are_set_apart(text: str, above: str, below: str) -> None:
    assert (raised(text), lowered(text)) == (above, below)

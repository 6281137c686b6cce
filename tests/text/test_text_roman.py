"""Roman numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.roman import from_roman, to_roman


@given(st.integers(1, 3999))
def test_every_number_comes_back(number: int) -> None:
    assert from_roman(to_roman(number)) == number


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (1994, "MCMXCIV")]
)
def test_known_numerals(number: int, numeral: str) -> None:
    assert to_roman(number) == numeral


@pytest.mark.parametrize("text", ["", "IIII", "VX", "iv", "IVa", "A"])
def test_what_is_no_numeral_gives_zero(text: str) -> None:
    assert from_roman(text) == 0


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_a_number_out_of_range_is_an_error(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        to_roman(number)

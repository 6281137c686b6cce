"""Spaces and line breaks of the page that a text was copied from."""

from __future__ import annotations

import pytest

from kcdocs.text.pasted import unpasted


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("Sở  Công\t Thương", "Sở Công Thương"),
        ("Sở\xa0 Công Thương", "Sở Công Thương"),
        ("Điều\xa05", "Điều\xa05"),
        ("hỗ trợ máy móc\nvào sản xuất", "hỗ trợ máy móc vào sản xuất"),
        ("Ý một.\n\n \nÝ hai.", "Ý một.\nÝ hai."),
        ("Gồm:\na) máy móc;\nb) nhà xưởng.", "Gồm:\na) máy móc;\nb) nhà xưởng."),
        ("- Một\n- hai", "- Một\n- hai"),
        ("một dòng", "một dòng"),
    ],
)
def test_a_line_is_joined_where_its_sentence_goes_on_in_small_letters(pasted: str, expected: str) -> None:
    assert unpasted(pasted) == expected
    assert unpasted(expected) == expected

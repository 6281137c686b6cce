"""Numbers in words read back from running text, against the words that `spoken` writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.heard import in_figures
from kcdocs.text.spoken import number_words


@given(st.integers(1, 999_999_999))
def test_what_is_written_in_words_reads_back(number: int) -> None:
    assert in_figures(f"có {number_words(number)} ý kiến") == f"có {number} ý kiến"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("hai mươi nhăm", "25"),
        ("một trăm lẻ năm", "105"),
        ("ba ngàn không trăm mười", "3010"),
        ("23 (hai mươi ba) ý kiến", "23 (23) ý kiến"),
        ("năm ba cơ quan", "năm ba cơ quan"),  # a few
        ("một trăm năm ý kiến", "một trăm năm ý kiến"),  # 105 or 150
        ("bộ tư pháp đầu tư, mốt", "bộ tư pháp đầu tư, mốt"),
        ("không có ý kiến", "không có ý kiến"),
    ],
)
def test_words_are_read_as_offices_say_them_or_left(said: str, read: str) -> None:
    assert in_figures(said) == read

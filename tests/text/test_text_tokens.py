"""Tokens: what is kept whole."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.model.span import Span
from kcdocs.text.tokens import tokens


def cut(text: str, *atoms: Span) -> list[str]:
    return [text[start:end] for start, end in tokens(text, atoms)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("khuyến công, 15%", ["khuyến", "công", ",", "15", "%"]),
        ("1.500.000 đồng", ["1.500.000", "đồng"]),
        ("ngày 27/8/2025", ["ngày", "27/8/2025"]),
        ("số 45/2012/NĐ-CP;", ["số", "45/2012/NĐ-CP", ";"]),
        ("giai đoạn 2021-2025", ["giai", "đoạn", "2021-2025"]),
        ("ở -5 độ", ["ở", "-5", "độ"]),
        ("điểm đ khoản 5a Điều 20a", ["điểm đ", "khoản 5a", "Điều 20a"]),
        ("Chương IIa và Phụ lục I", ["Chương IIa", "và", "Phụ lục I"]),
        ("Mục tiêu, điểm đến", ["Mục", "tiêu", ",", "điểm", "đến"]),
        ("Điều\u00a07", ["Điều\u00a07"]),
        ("công\u200bkhai", ["công\u200bkhai"]),
        ("(a) “b”", ["(", "a", ")", "“", "b", "”"]),
        ("", []),
        (" \u00a0\n", []),
    ],
)
def test_tokens_of(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_decomposed_syllable_is_one_token() -> None:
    assert cut(unicodedata.normalize("NFD", "khuyến nghiệp")) == [
        unicodedata.normalize("NFD", "khuyến"),
        unicodedata.normalize("NFD", "nghiệp"),
    ]


def test_a_reference_is_kept_whole() -> None:
    assert cut("theo các khoản 1, 2 Điều 7.", Span(5, 26)) == ["theo", "các khoản 1, 2 Điều 7", "."]


@given(st.text(alphabet="aệ1 .,đ\u00a0\u200b\u0301Đ/-%“(", max_size=60))
def test_only_white_space_lies_between_tokens(text: str) -> None:
    end = 0
    for start, stop in tokens(text):
        assert start < stop
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()

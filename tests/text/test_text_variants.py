"""Variants: spellings that say the same, and those that do not."""

from __future__ import annotations

import pytest

from kcdocs.text.variants import encoding_form, spelling_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ðiều", "Điều"),
        ("kho\u0309a", "khỏa"),
        ("a\u00a0b", "a b"),
        ("công\u200b", "công"),
        ("o\u0302\u0301", "ố"),
    ],
)
def test_same_in_encoding_form(one: str, other: str) -> None:
    assert encoding_form(one) == encoding_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("kỹ thuật", "kĩ thuật"),
        ("lý do", "lí do"),
        ("quy định", "qui định"),
        ("Đề án", "đề án"),
        ("“a”", '"a"'),
        ("công ty", "công ti"),
    ],
)
def test_same_in_spelling_form(one: str, other: str) -> None:
    assert spelling_form(one) == spelling_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tay", "tai"),
        ("thúy", "thúi"),
        ("hạ", "ha"),
        ("day", "dai"),
        ("máy", "mái"),
        ("hoàng", "hòang"),
        ("vay", "vai"),
        ("chạy", "chại"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert spelling_form(one) != spelling_form(other)

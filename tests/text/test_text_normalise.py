"""Forms of a string that ignore what is not content."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text import normalise


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("hoà", "hòa"),
        ("HOÀ", "HÒA"),
        ("Hoá đơn", "Hóa đơn"),
        ("thuỷ", "thủy"),
        ("uỷ quyền", "ủy quyền"),
        ("khoẻ", "khỏe"),
        ("quý", "quý"),
        ("Quỳ", "Quỳ"),
        ("hoàng", "hoàng"),
        ("toàn", "toàn"),
        ("huýt", "huýt"),
        ("hòa", "hòa"),
    ],
)
def test_a_tone_moves_to_the_first_of_two_final_vowels_and_nowhere_else(written: str, folded: str) -> None:
    assert normalise.fold_tones(written) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Điều 5", "Ðiều 5"),
        ("khuyến công", unicodedata.normalize("NFD", "khuyến công")),
        ("khuyến công", "khuyến\u00a0công"),
        ("khuyến công", "khuyến\u200b  công "),
        ("“nghề”", '"nghề"'),
        ("kinh tế - xã hội", "kinh tế – xã hội"),
        ("hóa", "hoá"),
    ],
)
def test_what_is_not_content_does_not_change_the_content_form(one: str, other: str) -> None:
    assert normalise.content_form(one) == normalise.content_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("đề án", "Đề án"),
        ("15 ngày", "10 ngày"),
        ("phải", "phái"),
        ("cơ sở;", "cơ sở."),
        ("hòa bình", "hòabình"),
    ],
)
def test_what_is_content_does_change_the_content_form(one: str, other: str) -> None:
    assert normalise.content_form(one) != normalise.content_form(other)


@given(st.text())
def test_the_content_form_of_a_content_form_is_itself(text: str) -> None:
    once = normalise.content_form(text)
    assert normalise.content_form(once) == once


@pytest.mark.parametrize(
    ("text", "bare"), [("Nghị định", "nghi dinh"), ("NĐ-CP", "nd-cp"), ("Ðề Án", "de an"), ("quyết", "quyet")]
)
def test_the_bare_form_has_no_marks_at_all(text: str, bare: str) -> None:
    assert normalise.bare(text) == bare

"""What of a text carries meaning, and what is form."""

from __future__ import annotations

import pytest

from kcdocs.text.meaning import same_meaning


def _same(one: str, other: str) -> bool:
    return same_meaning(one, other, (0, len(one)), (0, len(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a; b", "a, b"),
        ("a  b", "a b"),
        ("a (b)", "a b"),
        ("côngnghiệp", "công nghiệp"),
        ("chỉnh2", "chỉnh"),
        ("chỉnh²", "chỉnh"),
        ("chỉnh²", "chỉnh2"),
        ("khí CO₂", "khí CO2"),
        ("HÀNH16", "hành"),
        ("| a |", "a"),
        ("Lao động - Thương binh", "Lao động – Thương binh"),
        ("- Hộ;", "• Hộ;"),
        ("+ Hộ;", "- Hộ;"),
        ("a:\n- Hộ;", "a:\n+ Hộ;"),
        ("10 000", "10.000"),
        ("1 500 000 đồng", "1.500.000 đồng"),
        ("khoản1", "khoản 1"),
        ("5 m²", "5 m2"),
        ("“làng nghề”", '"làng nghề"'),
        ("“làng nghề” là", "làng nghề là"),
    ],
)
def test_form_says_the_same(one: str, other: str) -> None:
    assert _same(one, other)
    assert _same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,5", "15"),
        ("1.5", "1,5"),
        ("10%", "10"),
        ("-5", "5"),
        ("và/hoặc", "và hoặc"),
        ("CO2", "CO"),
        ("m2", "m"),
        ("cm2", "cm3"),
        ("< 5", "5"),
        ("trong15 ngày", "trong10 ngày"),
        ("trong15 ngày", "trong ngày"),
        ("tăng50%", "tăng70%"),
        ("khoản1", "khoản2"),
        ("2021 - 2025", "2021, 2025"),
        ("10% – 20%", "10%, 20%"),
        ("thứ Hai - thứ Sáu", "thứ Hai, thứ Sáu"),
        ("khoản 1 - khoản 3", "khoản 1, khoản 3"),
        ("10² lần", "102 lần"),
        ("(A + B)/C", "A + B/C"),
        ("2(a + b)", "2a + b"),
        ("x × (y)", "x × y"),
        ("S = a", "s = a"),
        ("10² lần", "10³ lần"),
        ("m² đất", "m³ đất"),
        ("5 MW", "5 mW"),
        ("8 Mb", "8 MB"),
        ("hạng A-", "hạng A"),
        ("hộ không, được", "hộ, không được"),
        ("“làng nghề” cũ", "“làng nghề cũ”"),
        ("1 500 000", "1 600 000"),
        ("1 5", "15"),
    ],
)
def test_what_may_change_the_law_does_not(one: str, other: str) -> None:
    assert not _same(one, other)
    assert not _same(other, one)


def test_a_sign_is_judged_where_it_stands() -> None:
    old, new = "giai đoạn 2021 - 2025", "giai đoạn 2021, 2025"

    assert not same_meaning(old, new, (15, 16), (14, 15))


def test_a_number_beside_a_stretch_is_no_part_of_it() -> None:
    old, new = "15 ngày; 20 tháng", "16 ngày, 20 tháng"

    assert same_meaning(old, new, (7, 8), (7, 8))

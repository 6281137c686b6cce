"""Numbers and sums in words, against literals, an inverse reader and ICU."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.spoken import NotSpokenError, money_words, number_words

WRITTEN = {
    0: "không",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    91: "chín mươi mốt",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    115: "một trăm mười lăm",
    121: "một trăm hai mươi mốt",
    1_000: "một nghìn",
    1_005: "một nghìn không trăm linh năm",
    1_015: "một nghìn không trăm mười lăm",
    10_000: "mười nghìn",
    21_021: "hai mươi mốt nghìn không trăm hai mươi mốt",
    1_000_001: "một triệu không trăm linh một",
    1_005_000: "một triệu không trăm linh năm nghìn",
    120_000_000: "một trăm hai mươi triệu",
    45_546_000_000: "bốn mươi lăm tỷ năm trăm bốn mươi sáu triệu",
    10**12: "một nghìn tỷ",
    10**12 + 5 * 10**6: "một nghìn tỷ không trăm linh năm triệu",
    1_005 * 10**9: "một nghìn không trăm linh năm tỷ",
    10**15: "một triệu tỷ",
    10**18: "một tỷ tỷ",
    10**18 + 10**9: "một tỷ tỷ không trăm linh một tỷ",
    -7: "âm bảy",
}

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
VALUES = {word: value for value, word in enumerate(DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5, "mười": 10}


def read_words(words: str) -> int:
    """The number that the words say: built the other way round, from the words alone."""
    total = below_billion = group = 0
    for word in words.split():
        if word == "tỷ":
            below_billion += group
            total, below_billion, group = (total + below_billion) * 10**9, 0, 0
        elif word in {"nghìn", "triệu"}:
            below_billion += group * (1000 if word == "nghìn" else 10**6)
            group = 0
        elif word == "trăm":
            group *= 100
        elif word == "mươi":
            group = group // 100 * 100 + group % 100 * 10
        elif word != "linh":
            group += VALUES[word]
    return total + below_billion + group


@pytest.mark.parametrize(("number", "words"), WRITTEN.items())
def test_a_number_is_written_as_a_person_writes_it(number, words):
    assert number_words(number) == words


def test_every_number_to_twenty_thousand_reads_back():
    assert all(read_words(number_words(number)) == number for number in range(20_001))


@given(st.integers(0, 10**18 - 1))
def test_any_number_below_a_billion_billions_reads_back(number):
    assert read_words(number_words(number)) == number


@given(st.integers(0, 10**18 - 1))
def test_words_are_clean(number):
    words = number_words(number)
    assert words == " ".join(words.split())
    assert "mươi một" not in words
    assert "mươi năm" not in words
    assert "mười năm" not in words
    assert "một mươi" not in words


def _without_the_two_stated_differences(words: str) -> str:
    plain = words.replace("linh", "lẻ").replace("không trăm ", "")
    for unit in ("nghìn", "triệu", "tỷ"):
        plain = plain.replace(f"{unit} lẻ ", f"{unit} ")
    return plain


def test_icu_says_the_same_but_for_linh_and_empty_hundreds():
    """ICU (CLDR) says "lẻ", and leaves out "không trăm" before million and billion groups."""
    icu = pytest.importorskip("icu_rbnf", reason="icu-rbnf (ICU's spell-out rules) is not installed")
    chosen = random.Random(30)
    numbers = [*range(10_000), *(chosen.randrange(10 ** chosen.randint(4, 15)) for _ in range(10_000))]
    differing = [
        number
        for number in numbers
        if _without_the_two_stated_differences(number_words(number))
        != _without_the_two_stated_differences(icu.spellout(number, "vi"))
    ]
    assert differing == []


def test_a_decimal_is_spoken_digit_by_digit_as_written():
    assert number_words(Decimal("12.5")) == "mười hai phẩy năm"
    assert number_words(Decimal("3.05")) == "ba phẩy không năm"
    assert number_words(Decimal("0.50")) == "không phẩy năm không"
    assert number_words(Decimal("-3.14")) == "âm ba phẩy một bốn"


@pytest.mark.parametrize("number", [10**27, -(10**27), Decimal("Infinity"), Decimal("NaN")])
def test_a_number_without_words_is_refused(number):
    with pytest.raises(NotSpokenError, match="dưới 28 chữ số"):
        number_words(number)


def test_money_is_spoken_with_its_unit():
    assert money_words(120_000_000) == "một trăm hai mươi triệu đồng"
    assert money_words(Decimal("45546000000.00")) == "bốn mươi lăm tỷ năm trăm bốn mươi sáu triệu đồng"
    assert money_words(105, "đô la Mỹ") == "một trăm linh năm đô la Mỹ"


@pytest.mark.parametrize(
    ("amount", "reason"),
    [
        (-1, "số tiền -1 nhỏ hơn 0, không ghi bằng chữ được"),
        (Decimal("10.5"), "số tiền 10.5 có phần lẻ dưới một đồng; hãy làm tròn trước"),
    ],
)
def test_a_sum_that_is_not_paid_is_refused(amount, reason):
    with pytest.raises(NotSpokenError) as caught:
        money_words(amount)
    assert str(caught.value) == reason

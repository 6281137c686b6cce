"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import pytest

from kcdocs.text.dates import NotADateError, parse_date
from kcdocs.text.json_reading import BadJsonError, read_json
from kcdocs.text.labels import between
from kcdocs.text.legacy import Encoding, detect
from kcdocs.text.meaning import meaning, same_meaning
from kcdocs.text.nearest import nearest
from kcdocs.text.ordinals import ordinal_value
from kcdocs.text.roman import to_roman
from kcdocs.text.spoken import NotSpokenError, number_words
from kcdocs.text.tokens import tokens
from kcdocs.text.toml_reading import BadTomlError, read_toml

TCVN3 = "NghÞ"  # "Nghị" in TCVN3; no Vietnamese word as it stands
UNICODE = "Nghị"
NO_WORD = "Žß"  # no word in Unicode nor in any old code page
VIQR = "ddi.nh"


def beyond(refusal: type[Exception], act, *values) -> list[bool]:
    """Whether each value is refused."""
    found = []
    for value in values:
        try:
            act(value)
        except refusal:
            found.append(True)
        else:
            found.append(False)
    return found


def test_numbers_are_spoken_below_a_thousand_million_million_million_million():
    assert beyond(NotSpokenError, number_words, 10**27 - 1, 10**27) == [False, True]


def test_roman_numerals_go_to_3999():
    assert to_roman(3_999) == "MMMCMXCIX"
    assert beyond(ValueError, to_roman, 4_000) == [True]


def test_ordinals_are_read_up_to_the_fortieth():
    assert ordinal_value("thứ bốn mươi") == 40
    assert ordinal_value("thứ bốn mươi mốt") is None


def test_years_are_from_1900_to_2199():
    days = (f"05/3/{year}" for year in (1899, 1900, 2199, 2200))

    assert beyond(NotADateError, parse_date, *days) == [True, False, False, True]


def test_a_range_has_500_labels_before_its_last():
    assert between("1", "501")[-2:] == ("500", "501")
    assert between("1", "502")[-2:] == ("500", "502")


def test_a_number_has_20_groups_behind_its_first():
    assert len(tokens("1" + ".1" * 20)) == 1
    assert len(tokens("1" + ".1" * 21)) > 1


@pytest.mark.parametrize(("said", "meant"), [("abcdefgxyz", "abcdefghij"), ("abcdefwxyz", "")])
def test_seven_letters_of_ten_make_a_name_near(said, meant):
    assert nearest(said, ["abcdefghij"]) == meant


@pytest.mark.parametrize(("said", "known", "meant"), [("abx", "abc", "abc"), ("ax", "ab", "")])
def test_one_wrong_letter_is_a_slip_from_three_letters_on(said, known, meant):
    assert nearest(said, [known]) == meant


@pytest.mark.parametrize(("good", "bad", "found"), [(8, 2, Encoding.TCVN3), (79, 21, None)])
def test_four_fifths_of_the_marked_words_must_be_vietnamese_once_converted(good, bad, found):
    guess = detect(" ".join([TCVN3] * good + [NO_WORD] * bad))

    assert (guess and guess.encoding) == found


@pytest.mark.parametrize(("unicode", "old", "found"), [(7, 3, Encoding.TCVN3), (71, 29, None)])
def test_the_share_of_vietnamese_words_must_grow_by_three_tenths(unicode, old, found):
    guess = detect(" ".join([UNICODE] * unicode + [TCVN3] * old))

    assert (guess and guess.encoding) == found


@pytest.mark.parametrize(("words", "found"), [(3, Encoding.TCVN3), (2, None)])
def test_three_marked_words_tell_a_code_page(words, found):
    guess = detect(" ".join([TCVN3] * words))

    assert (guess and guess.encoding) == found


@pytest.mark.parametrize(("marked", "found"), [(8, Encoding.VIQR), (7, None)])
def test_a_fifth_of_all_words_must_be_marked_in_viqr(marked, found):
    guess = detect(" ".join([VIQR] * marked + ["xin"] * (40 - marked)))

    assert (guess and guess.encoding) == found


@pytest.mark.parametrize(("words", "length"), [(12, 59), (13, 60)])
def test_a_sample_of_a_code_page_has_60_characters(words, length):
    assert len(detect(" ".join([TCVN3] * words)).sample) == length


def test_json_may_be_20_levels_deep():
    assert beyond(BadJsonError, read_json, *("[" * depth + "]" * depth for depth in (20, 21))) == [
        False,
        True,
    ]


def test_json_may_hold_200_000_values():
    lists = ("[" + ",".join("0" * count) + "]" for count in (200_000, 200_001))

    assert beyond(BadJsonError, read_json, *lists) == [False, True]


def test_a_name_may_have_100_characters():
    objects = (f'{{"{"x" * size}": 0}}' for size in (100, 101))

    assert beyond(BadJsonError, read_json, *objects) == [False, True]


@pytest.mark.parametrize(("within", "without"), [("9" * 40, "9" * 41), ("1e40", "1e41"), ("1e-40", "1e-41")])
def test_a_number_may_have_40_digits(within, without):
    assert beyond(BadJsonError, read_json, within, without) == [False, True]


def test_a_toml_file_may_have_four_megabytes():
    files = (b"#" * size for size in (4 * 2**20, 4 * 2**20 + 1))

    assert beyond(BadTomlError, read_toml, *files) == [False, True]


def test_a_number_set_apart_by_spaces_may_have_six_groups():
    within, without = (" ".join(["1", *["000"] * count]) for count in (6, 7))

    assert [len(meaning(text).keys) for text in (within, without)] == [1, 2]


def test_the_mark_of_a_note_has_three_figures():
    plain = "theo quy định"

    assert [same_meaning(f"{plain}{mark}", plain, (0, 99), (0, 99)) for mark in (123, 1234)] == [True, False]

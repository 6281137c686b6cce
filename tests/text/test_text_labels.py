"""The alphabet of labels and their order."""

import re

import pytest

from kcdocs.text.labels import (
    LabelRank,
    LabelStep,
    between,
    first,
    following,
    inserted,
    rank,
    step,
    unusual_letter,
)


@pytest.mark.parametrize(
    ("previous", "label", "expected"),
    [
        ("1", "2", LabelStep.NEXT),
        ("5", "5a", LabelStep.NEXT),
        ("5a", "5b", LabelStep.NEXT),
        ("5b", "6", LabelStep.NEXT),
        ("d", "đ", LabelStep.NEXT),
        ("đ", "e", LabelStep.NEXT),
        ("e", "g", LabelStep.NEXT),
        ("i", "k", LabelStep.NEXT),
        ("v", "x", LabelStep.NEXT),
        ("d", "d1", LabelStep.NEXT),
        ("d1", "d2", LabelStep.NEXT),
        ("d2", "đ", LabelStep.NEXT),
        ("II", "IIa", LabelStep.NEXT),
        ("IIa", "III", LabelStep.NEXT),
        ("VIII", "IX", LabelStep.NEXT),
        ("thứ nhất", "thứ hai", LabelStep.NEXT),
        ("e", "f", LabelStep.NEXT),
        ("f", "g", LabelStep.NEXT),
        ("1", "3", LabelStep.GAP),
        ("a", "c", LabelStep.GAP),
        ("d", "e", LabelStep.GAP),
        ("5", "6a", LabelStep.GAP),
        ("5", "5b", LabelStep.GAP),
        ("3", "3", LabelStep.SAME),
        ("3", "1", LabelStep.BACK),
        ("5a", "5", LabelStep.BACK),
    ],
)
def test_how_one_label_stands_to_another(previous: str, label: str, expected: LabelStep) -> None:
    assert step(previous, label) is expected


@pytest.mark.parametrize("label", ["", "IIII", "1.2", "thứ không", "ab", "99999"])
def test_what_is_no_label_has_no_rank(label: str) -> None:
    assert rank(label) is None
    assert step(label, "1") is None


def test_an_inserted_label_stands_right_behind_its_base() -> None:
    assert rank("5") == LabelRank(10, 0)
    assert rank("5đ") == LabelRank(10, 5)
    assert rank("d12") == LabelRank(8, 12)


@pytest.mark.parametrize(
    ("label", "expected"), [("9", "10"), ("5a", "6"), ("d", "đ"), ("đ", "e"), ("e", "g"), ("IIa", "III")]
)
def test_the_plain_label_that_follows(label: str, expected: str) -> None:
    assert following(label) == expected


@pytest.mark.parametrize("label", ["y", "1.", "w"])
def test_nothing_follows_the_last_letter_or_what_is_no_label(label: str) -> None:
    with pytest.raises(ValueError, match=re.escape(label)):
        following(label)


@pytest.mark.parametrize(
    ("after", "taken", "expected"),
    [
        ("5", "", "5a"),
        ("5", "5a", "5b"),
        ("d", "", "d1"),
        ("d", "d1", "d2"),
        ("II", "", "IIa"),
        ("5", "5d", "5đ"),
    ],
)
def test_points_are_inserted_with_a_number_all_others_with_a_letter(
    after: str, taken: str, expected: str
) -> None:
    assert inserted(after, taken) == expected


def test_inserting_after_what_is_no_label_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"1\.2"):
        inserted("1.2")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("d", "g", ("d", "đ", "e", "g")),
        ("1", "4", ("1", "2", "3", "4")),
        ("5a", "7", ("5a", "6", "7")),
        ("II", "IV", ("II", "III", "IV")),
        ("4", "2", ("4", "2")),
        ("x", "y", ("x", "y")),
    ],
)
def test_a_range_gives_every_plain_label_between(start: str, end: str, expected: tuple[str, ...]) -> None:
    assert between(start, end) == expected


def test_a_range_never_runs_away() -> None:
    assert len(between("1", "9999")) == 501


def test_letters_that_points_do_not_use() -> None:
    assert [letter for letter in "abcdđefghijklmnopqrstuvwxyz" if unusual_letter(letter)] == [
        "f",
        "j",
        "w",
        "z",
    ]


def test_labels_that_open_a_list() -> None:
    assert [label for label in ("1", "I", "a", "thứ nhất", "2", "1a", "b") if first(label)] == [
        "1",
        "I",
        "a",
        "thứ nhất",
    ]

"""A sentence twice as long takes about twice the work, whatever it repeats."""

from __future__ import annotations

import sys

import pytest

from kcdocs.parse.command.grammar import read
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.names import Names

_REPEATED = (
    *(
        ", ",
        "; ",
        ".",
        ". ",
        "> ",
        ") ",
        "khoản ",
        "khoản 1, ",
        "hỗ trợ ",
        "và ",
        "“a”, ",
        "(trừ ",
        "cụm từ ",
    ),
    *("cụm từ “a” tại khoản 1, ", "khoản 1 Điều 7, cụm từ “a” tại khoản 2, "),
)


def _steps(text: str) -> int:
    """How many functions of Python's a reading enters, a count that no other work on the machine changes."""
    steps = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal steps
        steps += event == "call"

    namings = Namings(Names())
    sys.setprofile(count)
    try:
        read(text, namings)
    finally:
        sys.setprofile(None)
    return steps


@pytest.mark.parametrize("words", _REPEATED)
@pytest.mark.parametrize(
    "sentence",
    ["Sửa đổi, bổ sung {} Điều 5", "Thay thế cụm từ “a” bằng “b” tại {}", "Thay thế {}", "Bãi bỏ {}"],
)
def test_a_row_of_the_same_words_is_read_in_steps_as_many_as_its_words(sentence, words):
    short, long = (_steps(sentence.format(words * count)) for count in (200, 400))

    assert long < 2.5 * short


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("Bổ sung", "khoản 1a vào sau khoản 1, "),
        ("Bãi bỏ", "khoản 1 Điều 7, cụm từ “a” tại khoản 2, "),
        ("Sửa đổi", "Quy chế a ban hành kèm theo "),
    ],
)
def test_a_list_of_any_length_is_read(verb, words):
    assert read(f"{verb} {words * 1500}", Namings(Names())).commands

"""Characters that act instead of being read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text import unseen

DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x1b[8mb", "a␛[8mb"),
        ("\x07\x08\x7f\x00", "␇␈␡␀"),
        ("\x9b31m", "‹U+009B›31m"),
        ("\u202e001\u202c", "‹U+202E›001‹U+202C›"),
        ("một\n\thai", "một\n\thai"),
        ("\r\x0b\x0c\x85", "␍␋␌‹U+0085›"),
        ("Điều 1. Ở huyện", "Điều 1. Ở huyện"),
    ],
)
def test_each_acting_character_is_shown_as_a_sign(text: str, seen: str) -> None:
    assert unseen.shown(text) == seen


@given(st.text())
def test_nothing_that_is_shown_can_act_and_what_cannot_act_is_left_as_it_is(text: str) -> None:
    shown = unseen.shown(text)

    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    assert not set(DIRECTIONS) & set(shown)
    if not any(unicodedata.category(c) == "Cc" or c in DIRECTIONS for c in text):
        assert shown == text


@given(st.text())
def test_pictures_of_controls_keep_every_offset(text: str) -> None:
    plain = unseen.without_controls(text)

    assert len(plain) == len(text)
    assert unseen.controls(plain) == []
    assert all(new == old for new, old in zip(plain, text, strict=True) if unicodedata.category(old) != "Cc")


def test_white_space_is_no_control() -> None:
    assert unseen.controls("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85") == []


def test_what_a_person_calls_them() -> None:
    assert [unseen.sign_name(char) for char in "\x1b\u202e"] == ["ESC (U+001B)", "U+202E"]

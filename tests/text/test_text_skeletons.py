"""Words that look alike to a reader have one skeleton."""

from __future__ import annotations

import unicodedata

import pytest

from kcdocs.text.nearest import nearest
from kcdocs.text.skeletons import only_looks_latin, script_of, seen_as, skeleton


@pytest.mark.parametrize(
    "name",
    [
        "Ho_Ten",
        "họ_tên",
        unicodedata.normalize("NFD", "họ_tên"),
        "ho-ten",
        "h\u043e_ten",  # Cyrillic о
        "h\u03bf_t\u0435n",  # Greek ο, Cyrillic е
        "\uff48\uff4f_ten",  # fullwidth
        "ho\u200b_ten",
    ],
)
def test_names_that_look_the_same_have_one_skeleton(name: str) -> None:
    assert skeleton(name) == "ho_ten"


@pytest.mark.parametrize("name", ["ho_den", "so_ten", "ho_te"])
def test_another_word_has_another_skeleton(name: str) -> None:
    assert skeleton(name) != "ho_ten"


@pytest.mark.parametrize(
    ("word", "looks", "script"),
    [
        ("s\u043e", True, "chữ Kirin"),
        ("\u0391n", True, "chữ Hy Lạp"),
        ("\uff53\uff4f", True, "chữ toàn góc"),
        ("số", False, ""),
        (unicodedata.normalize("NFD", "số"), False, ""),
        ("\u0434\u0430\u0442\u0430", False, ""),  # a Russian word: not all of it looks Latin
    ],
)
def test_a_word_in_other_letters_that_looks_latin_is_known(word: str, looks: bool, script: str) -> None:
    assert only_looks_latin(word) is looks
    if looks:
        assert seen_as(word).isascii()
        assert script_of(word) == script


def test_a_name_in_other_letters_is_guessed() -> None:
    assert nearest("\u0455\u043e_\u0440\u0430", ["so_pa", "so_xa"]) == "so_pa"

"""Every code: on its page, in one voice, and provoked by a test."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

PAGE = runpy.run_path(str(ROOT / "tools" / "codes.py"))
CODES = PAGE["every_code"]()


def test_the_page_is_what_the_rooms_declare():
    assert PAGE["PAGE"].read_text(encoding="utf-8") == PAGE["page"](), "run `make codes`"


def test_a_code_is_two_letters_of_its_area_and_three_digits():
    assert [known.code for known in CODES if not re.fullmatch(r"[A-Z]{2}\d{3}", known.code)] == []


def test_messages_and_mends_are_whole_sentences():
    begun = re.compile(r"[A-ZÀ-ỸĐ«{-]")
    ended = re.compile(r"[.?…}»]$|: kcdocs [^.]*$|ví dụ[: ].*$")
    odd = [
        (known.code, words)
        for known in CODES
        for words in (known.words, known.mend)
        if words and not (begun.match(words) and ended.search(words))
    ]
    assert odd == []


@pytest.mark.parametrize(
    "word", ["bạn", "xin", "hãy", "vui lòng", "record", "exception", "traceback", "json schema"]
)
def test_no_message_leaves_the_one_voice(word):
    told = {known.code: f"{known.words} {known.expected} {known.mend}".lower() for known in CODES}
    free = {code: re.sub(r"--record|\{[^}]*\}", "", words) for code, words in told.items()}
    assert [code for code, words in free.items() if re.search(rf"\b{word}\b(?! cấp)", words)] == []


def test_each_code_says_what_it_stands_for():
    assert [known.code for known in CODES if len(known.about) < 8 or not known.about.endswith(".")] == []

"""Every code: on its page, in one voice, and provoked by a test."""

from __future__ import annotations

import ast
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
    begun = re.compile(r"[A-ZÀ-ỸĐ«{-]|kcdocs ")
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


def provoked() -> set[str]:
    """Codes and error classes that the tests name in code, docstrings left out."""
    found: set[str] = set()
    for path in [*(ROOT / "tests").rglob("test_*.py"), ROOT / "tests/lint/breaches.py"]:
        if path == Path(__file__) or path.name == "test_codes.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(re.findall(r"\b([A-Z]{2}\d{3})[EWI]?\b", node.value))
            elif isinstance(node, ast.Name | ast.Attribute):
                found.add(node.id if isinstance(node, ast.Name) else node.attr)
    return found


def test_a_test_provokes_every_code():
    from kcdocs.errors import KcdocsError

    def classes(base: type) -> list[type]:
        return [one for sub in base.__subclasses__() for one in (sub, *classes(sub))]

    names = {vars(one)["code"]: one.__name__ for one in classes(KcdocsError) if "code" in vars(one)}
    told = provoked()
    assert [known.code for known in CODES if not {known.code, names.get(known.code)} & told] == []


UNMENDED = {
    "KC901",  # a fault of kcdocs itself: the door says where its details lie
    "KC902",  # the usage of the command stands below it
}


def test_each_error_and_each_warning_says_what_to_do():
    grave = [known for known in CODES if known.grade != "I"]
    assert {known.code for known in grave if not known.mend} - UNMENDED == set()


def test_no_two_codes_say_the_same():
    """Words that a finding brings along whole (`{what}`) may be anything."""
    said = [f"{known.words} {known.about}" for known in CODES]
    assert len(said) == len(set(said))
    words = [known.words for known in CODES if not re.fullmatch(r"\{\w+\}\.?", known.words)]
    alike = {one for one in words if one and words.count(one) > 1}
    assert alike == {"Giá trị của {name} quá {much}."}  # too long, or too large


def test_a_finding_is_made_by_its_declaration_alone():
    makers = {
        path.name
        for path in (ROOT / "kcdocs").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding"
    }
    assert makers == {"codes.py", "errors.py", "kept.py"}  # the last reads back those kept with a text

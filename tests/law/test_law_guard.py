"""The words of the law are spelled in one room: no pattern, comparison or table outside `law/` has its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kcdocs
from kcdocs.law.kinds import LEVEL
from kcdocs.law.vocabulary import TYPES, VERBS
from kcdocs.model.address import SPOKEN, Kind

_ROOT = Path(kcdocs.__file__).parent
_PATTERNS = frozenset({"compile", "match", "search", "fullmatch", "sub", "split", "finditer"})
_COMPARED = frozenset({"startswith", "endswith", "removeprefix", "removesuffix", "find", "index", "count"})
_AMBIGUOUS = frozenset({Kind.SECTION, Kind.PART, Kind.PARAGRAPH})
"""Mục, phần, đoạn are syllables of many other words; their patterns are built where those of the others are."""

_UNITS = {SPOKEN[kind] for kind in LEVEL if kind not in _AMBIGUOUS}
_WORDS = {item.name for item in TYPES} | {verb.words for verb in VERBS if " " in verb.words}
_LAW = re.compile(
    "|".join(
        sorted(
            (
                rf"(?<!\w)(?<![Tt]hời )(?<![Đđ]iều ){word}(?!\w)(?! khoản)"
                for word in (
                    *_WORDS,
                    *_UNITS,
                    *(name.upper() for name in _WORDS),
                    *(n.capitalize() for n in _UNITS),
                )
            ),
            key=len,
            reverse=True,
        )
    )
)

_EXCEPTIONS = {
    "amend/commands.py": "“Quy định tại …”, words of a sentence, no type",
    "parse/rules/front.py": "“Xét Tờ trình”: how a basis begins, which is no list of types",
    "sources/codification.py": "the labels of the codification's own pages, “Điều 5.1.TT.2.”",
    "api/amend_write.py": "the one set for amending texts is made for one type; a set will say its own",
    "records/table_sheets.py": "the name of a sheet with instructions",
    "model/address.py": "how each kind is written: the home of the words for units",
    "report/table_docx.py": "words for the user",
}
"""Files that spell such a word in a pattern, comparison or table, each with the reason."""


def _zones(tree: ast.Module) -> Iterator[ast.AST]:
    """Every pattern, comparison and table of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in _PATTERNS | _COMPARED:
                yield node
        elif isinstance(node, ast.Compare | ast.MatchValue | ast.Set | ast.Dict):
            yield node
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and isinstance(
            statement.value, ast.Tuple | ast.List | ast.Constant | ast.JoinedStr
        ):
            yield statement.value


def spelled(source: str) -> set[str]:
    """What patterns, comparisons and tables of a module spell; sentences for the user are left out."""
    strings = (
        item.value
        for zone in _zones(ast.parse(source))
        for item in ast.walk(zone)
        if isinstance(item, ast.Constant) and isinstance(item.value, str)
    )
    return {text for text in strings if _LAW.search(text) and not _is_sentence(text)}


def _is_sentence(text: str) -> bool:
    """Prose for the user: several words, ended by a full stop, or with a place for a value in it."""
    prose = not re.search(r"[\\|(\[?^$]", text)
    return prose and (len(text.split()) > 4 or text.endswith(".") or "{" in text or "«" in text)


_FILES = [path for path in sorted(_ROOT.rglob("*.py")) if "law" not in path.relative_to(_ROOT).parts]


def test_no_pattern_comparison_or_table_outside_the_room_spells_a_word_of_the_law() -> None:
    found = {
        str(path.relative_to(_ROOT)): words
        for path in _FILES
        if (words := spelled(path.read_text(encoding="utf-8")))
    }
    assert {name: words for name, words in found.items() if name not in _EXCEPTIONS} == {}


def test_every_exception_is_still_one() -> None:
    assert {name for name in _EXCEPTIONS if not spelled((_ROOT / name).read_text(encoding="utf-8"))} == set()


@pytest.mark.parametrize(
    "source",
    [
        '_X = re.compile(r"(?:Luật|Nghị định)")',
        '_X = re.compile("Sửa đổi")',
        'def f(x): return x == "Thông tư"',
        '_X = ("Quyết định", "Chỉ thị")',
        '_X = {"bãi bỏ": 1, "Bãi bỏ": 2}',
        'def f(x): return x.startswith("Điều ")',
        '_X = r"khoản|điểm"',
    ],
)
def test_the_scan_sees_each_way_of_spelling_one(source: str) -> None:
    assert spelled(source)


@pytest.mark.parametrize(
    "source",
    [
        '_X = "Lệnh không kèm nội dung mới của {}."',
        'def f(): return Finding("Nghị định này không có căn cứ.")',
    ],
)
def test_words_for_the_user_are_no_such_spelling(source: str) -> None:
    assert not spelled(source)

"""The words of the law are spelled in one room: no pattern, comparison or table outside `law/` has its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import kcdocs
from kcdocs.law.issuers import BEGINNINGS
from kcdocs.law.kinds import LEVEL
from kcdocs.law.vocabulary import INSIDE, TYPES, VERBS
from kcdocs.model.address import BELOW, FORMS, SPOKEN

_ROOT = Path(kcdocs.__file__).parent
_PATTERNS = frozenset({"compile", "match", "search", "fullmatch", "sub", "split", "finditer"})
_COMPARED = frozenset({"startswith", "endswith", "removeprefix", "removesuffix", "find", "index", "count"})

_UNITS = {SPOKEN[kind] for kind in LEVEL}
_PLAIN = (
    {item.name for item in TYPES if not item.common}
    | {word for item in TYPES for word in item.enacts}
    | {verb.words for verb in VERBS}
    | {name for name in BEGINNINGS if " " in name}
)
_LONG = {word for word in _PLAIN if " " in word} | {name for name in _UNITS if " " in name}
"""Words that mean what the law means wherever they stand: looked for in tables too."""

_SHORT = (_PLAIN | _UNITS | set(FORMS) | set(BELOW)) - _LONG
"""Words of one syllable, which words for the user hold too ("thay", "mục"): looked for where a program
compares or matches, not in tables."""

_COMPOUNDS = (
    "điều kiện",
    "điều chỉnh",
    "điều khoản",
    "điều hành",
    "chuyển tiếp",
    "mục tiêu",
    "phần trăm",
    "biểu quyết",
    *INSIDE,
)
"""Ordinary words that hold a word of one syllable."""


_ORDINARY = {form for item in TYPES if item.common for form in (item.name, item.name.upper())}
"""Types whose name is an ordinary word too: only in capitals is it one of the law."""


def _any(words: Iterable[str]) -> re.Pattern[str]:
    forms = {form for word in words for form in (word, word.upper(), word.lower(), word.capitalize())}
    forms |= _ORDINARY
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})(?!\w)")


_SAID, _MATCHED = _any(_LONG), _any(_LONG | _SHORT)

_EXCEPTIONS = {
    "model/address.py": "how each kind is written: the home of the words for units",
    "sources/codification.py": "the labels of the codification's own pages, “Điều 5.1.TT.2.”",
    "records/table_sheets.py": "the name of a sheet with instructions",
    "report/words.py": "words for the user: what each class of change is called",
    "report/table_docx.py": "words for the user",
    "cli/console.py": "words for the user: what stands before a mend",
    "drafting/bases.py": "words for the user: what each fact of the catalogue is called",
    **dict.fromkeys(
        ("amend/prove.py", "amend/reread.py", "amend/shown.py", "amend/sighting.py"),
        "proves what was read by another way: a word left out of the vocabulary must not be left out here too",
    ),
    "parse/contents.py": "the heading of a table of contents, which names no unit",
    "cli/compare.py": "an article as a person types it, without marks too",
}
"""Files that spell such a word in a pattern, comparison or table, each with the reason."""


def _zones(tree: ast.Module) -> Iterator[tuple[ast.AST, bool]]:
    """Every pattern, comparison and table of a module, and whether it is only a table."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in _PATTERNS | _COMPARED:
                yield node, False
        elif isinstance(node, ast.Compare | ast.MatchValue):
            yield node, False
        elif isinstance(node, ast.Set | ast.Dict):
            yield node, True
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and isinstance(
            statement.value, ast.Tuple | ast.List | ast.Constant | ast.JoinedStr
        ):
            yield statement.value, True


def spelled(source: str) -> set[str]:
    """What patterns, comparisons and tables of a module spell; sentences for the user are left out."""
    return {
        item.value
        for zone, table in _zones(ast.parse(source))
        for item in ast.walk(zone)
        if isinstance(item, ast.Constant) and isinstance(item.value, str)
        if _holds(item.value, table=table) and not _is_sentence(item.value)
    }


def _holds(text: str, *, table: bool) -> bool:
    """Whether a string spells a word of the law; a string that is a pattern does even in a table."""
    plain = _unescaped(text)
    for word in _COMPOUNDS:
        plain = re.sub(word, "", plain, flags=re.IGNORECASE)
    looked = _SAID if table and not _is_pattern(text) else _MATCHED
    return looked.search(plain) is not None


def _unescaped(pattern: str) -> str:
    """The words of a pattern: a space for each kind of space, one letter for each choice of letters."""
    spaced = re.sub(r"\\s[+*]*|\[ \\u00a0\]\+?|\\b", " ", pattern)
    return re.sub(r"\[(\w)\w+\](?=\w)", r"\1", spaced)


def _is_pattern(text: str) -> bool:
    return re.search(r"[\\|]|\(\?", text) is not None


def _is_sentence(text: str) -> bool:
    """Prose for the user: several words, ended by a full stop, or with a place for a value in it."""
    if _is_pattern(text.removesuffix("?")):
        return False
    return len(text.split()) > 4 or text.endswith(".") or "{" in text or "«" in text


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
        '_X = re.compile(r"[Mm]ục|[Pp]hần")',
        '_X = re.compile(r"thay\\s+thế")',
        '_X = re.compile("(?:Sửa|Thêm) đoạn")',
        'def f(x): return x.startswith("Bỏ ")',
        '_X = ("Bộ trưởng", "Chánh án")',
        'def f(x): return x == "Chính phủ"',
        '_X = {"Ủy ban nhân dân": 1}',
        'def f(x):\n    match x:\n        case "Vụ trưởng": return 1',
        '_X = re.compile("mẫu số")',
    ],
)
def test_the_scan_sees_each_way_of_spelling_one(source: str) -> None:
    assert spelled(source)


@pytest.mark.parametrize(
    "source",
    [
        '_X = "Lệnh không kèm nội dung mới của {}."',
        'def f(): return Finding("Nghị định này không có căn cứ.")',
        '_X = {"phan": "mỗi mục một dòng"}',
        '_X = re.compile("điều kiện|thời điểm")',
    ],
)
def test_words_for_the_user_are_no_such_spelling(source: str) -> None:
    assert not spelled(source)

"""The reference names every refusal, finding and code page."""

from __future__ import annotations

import re
from pathlib import Path

from kcdocs import loading
from kcdocs.loading import MAX_SIZE
from kcdocs.sources import errors
from kcdocs.text.legacy import LEGACY

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "sources.md").read_text(encoding="utf-8")


def test_every_error_code_is_in_the_table_and_none_twice_in_the_code():
    found = [
        item
        for module in (loading, errors)
        for item in vars(module).values()
        if getattr(item, "__module__", "") == module.__name__
    ]
    codes = [item.code for item in found if "code" in vars(item)]
    assert len(codes) == len(set(codes))
    assert sorted(codes) == re.findall(r"^\| (SR\d+) \|", PAGE, re.MULTILINE)


def test_every_finding_the_readers_make_is_named():
    made = set()
    for path in [*(ROOT / "kcdocs" / "sources").rglob("*.py"), ROOT / "kcdocs" / "word" / "read" / "odd.py"]:
        made |= set(re.findall(r'"((?:SR|WD)2\d\d)"', path.read_text(encoding="utf-8")))
    assert made == set(re.findall(r"(?:SR|WD)2\d\d", PAGE))


def test_code_pages_and_the_limit_of_size_are_those_of_the_program():
    assert re.findall(r"^\| `([\w-]+)` \| (?:bytes|letters)", PAGE, re.MULTILINE) == [
        "tcvn3",
        "vni",
        "viqr",
        "windows-1258",
    ]
    assert {str(item) for item in LEGACY} == {"tcvn3", "vni", "viqr", "windows-1258"}
    assert f"larger than {MAX_SIZE // 2**20} MB" in PAGE

"""Write `docs/reference/codes.md` from the declarations of all rooms: `make codes` does."""

from __future__ import annotations

import importlib
import pkgutil
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import kcdocs
from kcdocs import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.codes import KnownCode

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "codes.md"

_ROOMS = {
    "OP": "opinions of many on one draft",
    "AM": "Amending instruments",
    "BT": "Batches",
    "CV": "Conversion by LibreOffice",
    "DC": "The store of instruments, the catalogue and legal bases",
    "DF": "Comparison",
    "DS": "Dossiers",
    "KC": "The program as a whole",
    "KP": "What a user keeps, and files that carry it",
    "LT": "The form of finished documents",
    "PA": "Reading the structure of a text",
    "RC": "Records",
    "RF": "Addresses and numbers that a user names",
    "RG": "The register of numbers",
    "RP": "Reports and their files",
    "SH": "Spreadsheets",
    "SR": "Sources",
    "TP": "Templates, sets and the data put into them",
    "WB": "The page in the browser",
    "WD": "Word documents",
}

_HEAD = """\
# Codes

Every error and every finding has a stable code. This page is written by `make codes` from what the rooms
declare (`kcdocs/codes.py`); a test keeps it up to date.

- Grade: E error, W warning, I note of a finding ("W, E" where it depends on the data); a number is the exit
  code of an error that ends a command (1 findings, 2 wrong use, 3 file, 4 data, 5 template, 6 environment,
  70 unforeseen, 130 interrupted).
- Words in braces are facts that differ from case to case.
"""


def every_code() -> list[KnownCode]:
    """What all rooms declare, by code."""
    for module in pkgutil.walk_packages(kcdocs.__path__, "kcdocs."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return sorted(codes.entries().values(), key=lambda known: known.code)


def page() -> str:
    """The page as it should stand."""
    groups = groupby(every_code(), key=lambda known: known.code[:2])
    return _HEAD + "".join(line for area, group in groups for line in _section(area, list(group)))


def _section(area: str, group: list[KnownCode]) -> Iterator[str]:
    yield f"\n## {area}: {_ROOMS[area]}\n\n"
    yield "| Code | Grade | What it stands for | Thông báo | Cách sửa |\n|---|---|---|---|---|\n"
    for known in group:
        told = (known.words, known.expected and f"Cần: {known.expected}", known.source)
        words = "<br>".join(_cell(part) for part in told if part)
        grade = known.grade.removeprefix("exit ")
        yield f"| {known.code} | {grade} | {_cell(known.about)} | {words} | {_cell(known.mend)} |\n"


def _cell(text: str) -> str:
    shown = text.replace("{{", "\0").replace("}}", "\1").replace("\0", "{").replace("\1", "}")
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("*", "\\*")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

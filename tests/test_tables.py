"""A number that decides something stands in its room's table, with its unit and its reason."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools"))

from mutate import Mark, marks, tables  # noqa: E402 - the tool is no package

EVERY = [mark for table in tables() for mark in marks(table)]

NO_THRESHOLDS = {
    "sources/pdf/sheets.py: _INVISIBLE",  # a way of showing letters in the format
    "diff/fixes.py: _DIGITS",  # how long the fingerprint of a provision is in files that were kept
    "diff/lexicon.py: _FIRST",  # where code points begin, beyond the one that stands for a reference
    "model/operation.py: LAST",  # a place from the end
    "parse/body.py: _INNER",  # a level between two others
    "amend/sighting.py: _MASK",  # where code points begin that no text has
    "parse/command/places.py: _SMALLEST",  # a level below all others
    "sources/pdf/trial.py: _TOO_MUCH",  # an exit code
    "sources/pdf/trial.py: _WORST_CODE",  # the highest exit code there is
    "sheet/write.py: A4",  # the number of a paper size in the format
    "text/normalise.py: VERSION",
    "text/spoken.py: _BILLION",  # what a word means
    "word/read/letters.py: TWIPS_A_MM",  # units of the format
    "word/read/letters.py: TWIPS_A_POINT",
    "word/read/letters.py: TWIPS_A_LINE",
    "word/read/letters.py: _STANDARD_SIZE",  # what the format says where nothing is said
    "word/read/letters.py: _AUTOMATIC_GAP",
    "word/package/docx.py: _PASSWORD_FLAG",  # a bit of the format
    "word/package/properties.py: _FIRST_PID",  # the first number that the format leaves free
    "word/package/zipping.py: LEVEL",  # the level of deflating: every level unpacks to the same
    "word/join/ids.py: _FIRST",  # where fresh ids begin, beyond those that the format keeps
    "engine/fill.py: _FIRST_ID",  # the same, for each part elsewhere
    "engine/file_filters.py: _EMU",  # units of the format in a millimetre
    "word/write/data_table.py: _MILLIMETRE",  # the same
    "register/form.py: VERSION",
    "keep/form.py: FORM",
    "sealed/reading.py: _ENCRYPTED",  # a bit of the format
    "register/form.py: _LOCK",  # any number, the same everywhere
    "register/opening.py: _DRIVE_REMOTE",  # a constant of Windows
    "batch/plan.py: _MARK",  # bytes of a SHA-256
}
"""Numbers that could not be a little larger or smaller: codes, versions, meanings."""


@pytest.mark.parametrize("mark", EVERY, ids=lambda mark: f"{mark.room}.{mark.name}")
def test_every_number_of_a_table_says_its_unit_and_why(mark: Mark) -> None:
    assert len(mark.why.split()) >= 6
    assert mark.name.isupper()
    assert mark.tests


def test_no_number_that_decides_stands_outside_its_rooms_table() -> None:
    found = set()
    for path in sorted((ROOT / "kcdocs").rglob("*/*.py")):
        name = path.relative_to(ROOT / "kcdocs").as_posix()
        if path.name != "limits.py":
            found |= {f"{name}: {number}" for number in _numbers(path)}

    assert found - NO_THRESHOLDS == set()
    assert NO_THRESHOLDS - found == set()


def _numbers(path: Path) -> set[str]:
    """Names of a module that stand for a number, calculated ones included."""
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            parts = list(ast.walk(node.value))
            calculated = all(
                isinstance(p, ast.Constant | ast.BinOp | ast.UnaryOp | ast.operator | ast.unaryop)
                for p in parts
            )
            if calculated and any(
                isinstance(p, ast.Constant) and type(p.value) in {int, float} for p in parts
            ):
                found.add(node.targets[0].id)
    return found

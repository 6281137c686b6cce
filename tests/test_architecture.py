"""The page of the architecture is what stands on the disk."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOOL = runpy.run_path(str(ROOT / "tools" / "architecture.py"))
WRITTEN = TOOL["PAGE"].read_text(encoding="utf-8")


def test_the_tree_of_the_page_is_that_of_the_disk() -> None:
    assert TOOL["page"]() == WRITTEN, "run `make architecture`"


def test_every_room_is_drawn_and_has_its_step() -> None:
    rooms = {path.parent.name for path in (ROOT / "kcdocs").glob("*/__init__.py")}

    assert set(TOOL["rooms"]()) == rooms
    told = WRITTEN.partition("## The rooms")[0]
    assert [room for room in sorted(rooms) if f"`{room}/" not in told] == []


def test_every_room_and_file_says_in_a_sentence_what_it_is() -> None:
    files = [path for path in (ROOT / "kcdocs").rglob("*.py") if path.name != "__main__.py"]

    assert [path.name for path in files if not re.fullmatch(r"\S.{9,}[.?!]", TOOL["said_of"](path))] == []


def test_what_the_page_names_is_there() -> None:
    """Files in backticks that name a folder first; what stands in angles is for the reader to put."""
    named = re.findall(r"`((?:\w+/)+[\w.]*\w)`", WRITTEN.partition("## The rooms")[0])

    homes = (ROOT, ROOT / "kcdocs")
    assert [name for name in named if not any((home / name).exists() for home in homes)] == []
    links = re.findall(r"\]\(([^)#]+)\)", WRITTEN)
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def test_an_import_of_a_room_above_or_beside_is_counted_as_an_arrow_up() -> None:
    measure = runpy.run_path(str(ROOT / "tools" / "measure.py"), run_name="measure")

    def told(module: str, imported: str) -> list[str]:
        found = measure["Module"](module, 1, 0, (), frozenset({imported}))
        return list(measure["arrows_up"]([found]))

    assert told("kcdocs.text.dates", "kcdocs.word.errors") == ["kcdocs.text.dates imports kcdocs.word.errors"]
    assert told("kcdocs.parse.tree", "kcdocs.diff.compare") != []
    assert told("kcdocs.diff.compare", "kcdocs.model.instrument") == []
    assert told("kcdocs.diff.compare", "kcdocs.diff.align") == []


def test_no_file_imports_itself_round_others_and_none_imports_upwards() -> None:
    measure = runpy.run_path(str(ROOT / "tools" / "measure.py"), run_name="measure")
    found = measure["modules"]()

    assert measure["circles"](found) == []
    assert list(measure["arrows_up"](found)) == []

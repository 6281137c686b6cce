"""Every Word and Excel file that a command makes is one that Office opens: held against the Open XML SDK."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kcdocs.cli import root
from kcdocs.sets import versions

Faults = Callable[[Path], list[str]]
SETS = [version for name in versions.set_names() for version in versions.of_set(name)]


def run(*words: object) -> None:
    """A command that must do what it is asked."""
    told = CliRunner().invoke(root, [str(word) for word in words], catch_exceptions=False)
    assert told.exit_code in {0, 1}, told.output


@pytest.mark.parametrize("version", SETS, ids=lambda version: version.name)
def test_the_documents_of_every_set_have_no_fault(
    version: versions.Version, tmp_path: Path, office_faults: Faults
) -> None:
    for number, example in enumerate(version.examples):
        run("generate", version.name, example, "--out", tmp_path / f"ra-{number}")

    made = sorted(tmp_path.glob("ra-*/*"))
    assert made
    assert {path: office_faults(path) for path in made} == {path: [] for path in made}


@pytest.mark.parametrize("medium", ["docx", "xlsx"])
@pytest.mark.parametrize("draft", ["du-thao.docx", "moi.docx"])
def test_a_comparison_has_no_fault(draft: str, medium: str, tmp_path: Path, office_faults: Faults) -> None:
    run("demo", "--out", tmp_path / "mau")
    made = tmp_path / f"so-sanh.{medium}"

    run("compare", tmp_path / "mau/cu.docx", tmp_path / "mau" / draft, "--out", made)

    assert office_faults(made) == []


def test_a_consolidated_text_and_a_written_amendment_have_no_fault(
    tmp_path: Path, office_faults: Faults
) -> None:
    run("demo", "--out", tmp_path / "mau")
    old, whole, written = tmp_path / "mau/cu.docx", tmp_path / "hop-nhat.docx", tmp_path / "sua-doi.docx"

    run("amend", "apply", old, tmp_path / "mau/du-thao.docx", "--out", whole)
    run("amend", "write", old, tmp_path / "mau/moi.docx", "--out", written)

    assert (office_faults(whole), office_faults(written)) == ([], [])


def test_what_a_batch_merges_and_the_book_of_its_numbers_have_no_fault(
    tmp_path: Path, office_faults: Faults
) -> None:
    run("demo", "--out", tmp_path / "mau")
    sheet, merged, book = tmp_path / "mau/ho-so.xlsx", tmp_path / "gop.docx", tmp_path / "so.xlsx"
    run("register", "open", "QĐ-BCT/2025", "--next", 100)

    numbered = ("--series", "QĐ-BCT/2025", "--merge", merged)
    run("batch", "quyet-dinh-cong-bo-tthc", sheet, "--out", tmp_path / "dot", *numbered)
    run("register", "export", "--out", book)

    made = (merged, book, tmp_path / "dot/bang-ke.xlsx")
    assert [office_faults(path) for path in made] == [[], [], []]


def _kinds(schema: object) -> Iterator[str]:
    """The kinds of field of a schema, which decide what its sheet holds."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield f"{schema['type']} {schema.get('format', '')} {'enum' in schema}"
        for part in schema.values():
            yield from _kinds(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _kinds(part)


def _of_new_kinds() -> list[str]:
    """The sets whose sheet has a kind of field that no sheet before it has: all are written by one hand."""
    chosen, seen = [], set[str]()
    for name in versions.set_names():
        kinds = set(_kinds(versions.of_set(name)[-1].contract.schema))
        if kinds - seen:
            chosen.append(name)
            seen |= kinds
    return chosen


@pytest.mark.parametrize("name", _of_new_kinds())
def test_the_sheet_to_fill_in_has_no_fault(name: str, tmp_path: Path, office_faults: Faults) -> None:
    sheet = tmp_path / "ho-so.xlsx"

    run("templates", "form", name, "--out", sheet)

    assert office_faults(sheet) == []

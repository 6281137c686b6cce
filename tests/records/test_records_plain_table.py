"""A spreadsheet as words to print: what a cell shows, or the cell is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kcdocs.records.plain_table import UncertainCellError, table_rows


def book(path: Path, *rows: list[object], formats: dict[str, str] | None = None, merge: str = "") -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(row)
    for cell, shown in (formats or {}).items():
        sheet[cell].number_format = shown
    if merge:
        sheet.merge_cells(merge)
    workbook.save(path)
    return path


def test_words_whole_numbers_and_days_are_printed_as_they_are_shown(tmp_path: Path) -> None:
    path = book(
        tmp_path / "b.xlsx",
        ["STT", "Tên", "Ngày", ""],
        [1, " Đan lát ", date(2026, 3, 5), ""],
        ["", "", "", ""],
        formats={"A2": "00", "C2": "dd/mm/yyyy"},
    )

    assert table_rows(path, "b.xlsx") == (["STT", "Tên", "Ngày"], ["01", "Đan lát", "05/3/2026"])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.125, "0.0%"),
        (1.5, "General"),
        (True, "General"),
        (1_500_000, "#,##0"),
        (12, "0.00"),
        (10**11, "General"),
    ],
)
def test_a_cell_that_may_show_something_else_is_named(tmp_path: Path, value: object, shown: str) -> None:
    path = book(tmp_path / "b.xlsx", ["Mức"], [value], formats={"A2": shown})

    with pytest.raises(UncertainCellError, match="ô A2"):
        table_rows(path, "b.xlsx")


def test_a_number_whose_format_sets_nothing_apart_is_printed_by_its_digits(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", ["Năm", "Mức"], [2026, 1_500_000], formats={"B2": "0"})

    assert table_rows(path, "b.xlsx")[1] == ["2026", "1500000"]


def test_merged_cells_are_named(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", ["a", "b"], ["c", "d"], merge="A2:B2")

    with pytest.raises(UncertainCellError, match="A2:B2"):
        table_rows(path, "b.xlsx")


def test_a_csv_file_is_printed_as_it_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_text('STT;Mức\n1;"12,5%"\n', "utf-8-sig")

    assert table_rows(path, "b.csv") == (["STT", "Mức"], ["1", "12,5%"])

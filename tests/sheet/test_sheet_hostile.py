"""Workbooks and CSV files that no office program wrote, or that a slip of the finger made odd."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from kcdocs.sheet.csv_file import read_csv
from kcdocs.sheet.errors import NotASpreadsheetError
from kcdocs.sheet.xlsx import Workbook, open_workbook

SHEET = "xl/worksheets/sheet1.xml"


def book_with(path: Path, value: float = 46_000) -> Path:
    """A workbook whose cell A1 has a date style."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_number(0, 0, value, book.add_format({"num_format": "dd/mm/yyyy"}))
    return path


def changed(path: Path, part: str, old: bytes, new: bytes) -> Path:
    data = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(data) as before, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            body = before.read(item)
            assert item.filename != part or old in body
            after.writestr(item.filename, body.replace(old, new) if item.filename == part else body)
    return path


def read(path: Path) -> tuple[list[list[object]], dict[tuple[int, int], str]]:
    book: Workbook = open_workbook(path)
    grid = book.grid(book.sheets[0])
    rows = [list(row) for row in grid.rows]
    return rows, dict(grid.broken)


@pytest.mark.parametrize("value", [99_999_999_999, 3e9, -5, 1e300])
def test_a_number_that_is_no_day_in_a_cell_of_a_date_style_is_told_with_its_cell(tmp_path, value):
    _, broken = read(book_with(tmp_path / "a.xlsx", value))

    assert list(broken) == [(1, 1)]
    assert "không phải ngày nào" in broken[1, 1]


@pytest.mark.parametrize("value", [b"2026-13-45", b"hom qua", b"0000-00-00"])
def test_a_bad_day_of_the_strict_form_is_told_with_its_cell(tmp_path, value):
    path = book_with(tmp_path / "a.xlsx")
    changed(path, SHEET, b'"><v>46000<', b'" t="d"><v>' + value + b"<")

    assert list(read(path)[1]) == [(1, 1)]


def test_a_day_of_a_date_style_has_nothing_to_be_told(tmp_path):
    assert read(book_with(tmp_path / "a.xlsx")) == ([[dt.date(2025, 12, 9)]], {})


@pytest.mark.parametrize("number", [b"true", b"", b"1" * 5_000, b"-1", "٣".encode()])
def test_a_style_whose_format_has_no_number_shows_values_as_they_are(tmp_path, number):
    path = book_with(tmp_path / "a.xlsx")
    changed(path, "xl/styles.xml", b'<xf numFmtId="164"', b'<xf numFmtId="' + number + b'"')

    assert read(path) == ([[46_000.0]], {})


def test_a_format_longer_than_any_program_takes_is_none(tmp_path):
    path = book_with(tmp_path / "a.xlsx")
    changed(path, "xl/styles.xml", b'formatCode="dd/mm/yyyy"', b'formatCode="' + b"[" * 300_000 + b'"')

    assert read(path) == ([[46_000.0]], {})


@pytest.mark.parametrize("encoding", [b"foo", b"UTF-7", b"Shift_JIS", b"idna", b"punycode", b"windows-1258"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", SHEET])
def test_a_part_in_any_encoding_but_utf_8_is_refused(tmp_path, part, encoding):
    path = book_with(tmp_path / "a.xlsx")
    changed(path, part, b'encoding="UTF-8"', b'encoding="' + encoding + b'"')

    with pytest.raises(NotASpreadsheetError):
        read(path)


def test_a_document_type_hidden_in_utf_16_is_refused(tmp_path):
    path = book_with(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as book:
        body = book.read("xl/styles.xml")
    sly = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16-le")
    changed(path, "xl/styles.xml", body, sly)

    with pytest.raises(NotASpreadsheetError, match="DTD"):
        read(path)


def test_merged_areas_beyond_the_last_row_are_refused(tmp_path):
    path = book_with(tmp_path / "a.xlsx")
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:A9999999"/></mergeCells>'
    changed(path, SHEET, b"</sheetData>", merged)

    with pytest.raises(NotASpreadsheetError, match="vùng gộp ô"):
        read(path)


def test_a_part_packed_in_a_way_no_spreadsheet_program_uses_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as book:
        book.writestr("xl/workbook.xml", "<workbook/>")

    with pytest.raises(NotASpreadsheetError, match="nén"):
        open_workbook(path)


@pytest.mark.parametrize("mark", ["|", "^", "%"])
def test_any_separator_that_the_first_line_states_is_used_and_said(tmp_path, mark):
    path = tmp_path / "a.csv"
    path.write_text(f"sep={mark}\na{mark}b\n", encoding="utf-8")

    found = read_csv(path)

    assert list(found.grid.rows) == [[], ["a", "b"]]
    assert mark in found.said

"""XLSX workbooks are bounded before they are opened, and read cell by cell as a person sees them."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.sheet.errors import (
    FarCellError,
    LockedSpreadsheetError,
    NoSuchSheetFileError,
    NotASpreadsheetError,
    OldSpreadsheetError,
    OversizedSpreadsheetError,
)
from kcdocs.sheet.grid import Area, column_name, column_number
from kcdocs.sheet.xlsx import open_workbook

DAY = dt.datetime(2026, 3, 5)  # noqa: DTZ001 - cells have no time zone
MOMENT = dt.datetime(2026, 3, 5, 8, 30)  # noqa: DTZ001 - the same
FAR = ((0, 0, "x"), (1_048_575, 16_383, "x"))
SHEET = "xl/worksheets/sheet1.xml"


def made(path: Path, build, **options) -> Path:
    book = xlsxwriter.Workbook(str(path), options)
    build(book, book.add_worksheet("Hồ sơ"))
    book.close()
    return path


def holding(path: Path, *cells) -> Path:
    """A workbook that holds (row, column, value), counted from 0."""
    return made(path, lambda _, sheet: [sheet.write(*cell) for cell in cells])


def changed(path: Path, change, part: str = SHEET) -> Path:
    """The workbook with one part's bytes changed."""
    data = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            body = old.read(item)
            new.writestr(item.filename, change(body) if item.filename == part else body)
    return path


def rows(path: Path, sheet: str = "Hồ sơ"):
    return [list(row) for row in open_workbook(path).grid(sheet).rows]


def test_values_come_as_text_number_date_and_truth(tmp_path):
    def build(book, sheet):
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ["Chữ", 12.5, 7, True])
        sheet.write_datetime(1, 0, DAY, day)
        sheet.write_datetime(1, 1, MOMENT, book.add_format({"num_format": "dd/mm/yyyy hh:mm"}))
        sheet.write_number(1, 3, 46000)

    assert rows(made(tmp_path / "a.xlsx", build)) == [
        ["Chữ", 12.5, 7.0, True],
        [dt.date(2026, 3, 5), MOMENT, "", 46000.0],
    ]


def test_dates_of_the_1904_calendar_are_the_same_days(tmp_path):
    def build(book, sheet):
        sheet.write_datetime(0, 0, DAY, book.add_format({"num_format": "dd/mm/yyyy"}))

    assert rows(made(tmp_path / "a.xlsx", build, date_1904=True)) == [[dt.date(2026, 3, 5)]]


def test_rows_and_columns_keep_their_numbers_whatever_is_empty_before_them(tmp_path):
    def build(book, sheet):
        sheet.write(3, 2, "C4")
        sheet.write(5, 4, "E6")

    found = rows(made(tmp_path / "a.xlsx", build))
    assert found[3][2] == "C4"
    assert found[5][4] == "E6"
    assert all(cell == "" for row in (found[0], found[1], found[2], found[4]) for cell in row)


def test_a_formula_is_its_last_value_and_one_without_is_named(tmp_path):
    def build(book, sheet):
        sheet.write_formula(0, 0, "=1+1", None, 2)
        sheet.write_formula(0, 1, '="x"&"y"', None, "xy")
        sheet.write_formula(0, 2, "=2+2", None, 4)
        sheet.write_formula(0, 3, '=""', None, "")

    def change(xml):
        xml = xml.replace(b"<f>2+2</f><v>4</v>", b"<f>2+2</f>")
        return xml.replace(b'<c r="D1">', b'<c r="D1" t="str">')

    path = changed(made(tmp_path / "a.xlsx", build), change)
    grid = open_workbook(path).grid("Hồ sơ")
    assert [list(row) for row in grid.rows] == [[2.0, "xy", "", ""]]
    assert grid.broken == {(1, 3): "Ô có công thức nhưng tệp không lưu kết quả."}


def test_formulas_that_openpyxl_wrote_have_no_value(tmp_path):
    book = openpyxl.Workbook()
    book.active["B3"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    grid = open_workbook(tmp_path / "a.xlsx").grid("Sheet")
    assert [list(row) for row in grid.rows] == [[], [], ["", ""]]
    assert list(grid.broken) == [(3, 2)]


def test_an_error_value_is_named_not_read_as_empty(tmp_path):
    def build(book, sheet):
        sheet.write_formula(6, 1, "=1/0", None, "#DIV/0!")

    grid = open_workbook(made(tmp_path / "a.xlsx", build)).grid("Hồ sơ")
    assert [list(row) for row in grid.rows][6] == ["", ""]
    assert grid.broken == {(7, 2): "Ô có giá trị lỗi #DIV/0!."}


def test_merged_areas_and_hidden_sheets_are_known(tmp_path):
    def build(book, sheet):
        sheet.merge_range("A2:A4", "gộp")
        book.add_worksheet("Ẩn").hide()

    book = open_workbook(made(tmp_path / "a.xlsx", build))
    assert (book.sheets, book.hidden) == (("Hồ sơ",), ("Ẩn",))
    assert book.grid("Hồ sơ").merged == (Area(2, 1, 4, 1),)
    assert str(Area(2, 1, 4, 1)) == "A2:A4"


def test_one_cell_at_the_far_corner_is_refused_before_it_can_kill_the_process(tmp_path):
    path = holding(tmp_path / "far.xlsx", *FAR)
    with pytest.raises(FarCellError) as fault:
        rows(path)
    assert fault.value.place.cell == "XFD1048576"
    assert fault.value.place.sheet == "Hồ sơ"


@pytest.mark.parametrize(
    ("form", "change"),
    [
        ("lower case", lambda xml: re.sub(rb'<c r="([A-Z]+)', lambda m: b'<c r="' + m[1].lower(), xml)),
        ("single quotes", lambda xml: re.sub(rb'<c r="([A-Z]+\d+)"', rb"<c r='\1'", xml)),
        ("spaces", lambda xml: xml.replace(b'<c r="', b'<c  r = "')),
        ("other order", lambda xml: re.sub(rb'<c (r="[A-Z]+\d+") (t="s")', rb"<c \2 \1", xml)),
        (
            "prefix",
            lambda xml: re.sub(rb"<(/?)(c|v|row|sheetData|worksheet)\b", rb"<\1x:\2", xml).replace(
                b"xmlns=", b"xmlns:x=", 1
            ),
        ),
        ("no row numbers", lambda xml: re.sub(rb'<row r="\d+"', b"<row", xml)),
    ],
)
def test_a_far_cell_is_seen_in_every_form_of_xml_the_reader_takes(tmp_path, form, change):
    near = changed(holding(tmp_path / "near.xlsx", (1, 1, "x")), change)
    assert rows(near)[1][1] == "x", form
    far = holding(tmp_path / "far.xlsx", *FAR)
    with pytest.raises(FarCellError):
        rows(changed(far, change))


@given(st.integers(1, 16_384))
def test_column_letters_and_numbers_are_inverse(number):
    assert column_number(column_name(number)) == number


def test_column_letters_are_those_of_spreadsheets():
    assert [column_name(n) for n in (1, 26, 27, 52, 703, 16_384)] == ["A", "Z", "AA", "AZ", "AAA", "XFD"]


def test_merged_areas_are_found_in_every_form_of_xml_and_one_without_corners_is_refused(tmp_path):
    path = made(tmp_path / "a.xlsx", lambda _, sheet: sheet.merge_range("B2:C30", "gộp"))
    forms = (
        (b'<mergeCell ref="B2:C30"/>', Area(2, 2, 30, 3)),
        (b"<x:mergeCell xmlns:x='a'  ref = 'B2:C30'></x:mergeCell>", Area(2, 2, 30, 3)),
        (b'<mergeCell uid="1" ref="B2"/>', Area(2, 2, 2, 2)),
    )
    for form, area in forms:
        changed(path, lambda xml, form=form: re.sub(rb"<[^<]*mergeCell\s.*(?=</mergeCells>)", form, xml))
        assert open_workbook(path).grid("Hồ sơ").merged == (area,)
    changed(path, lambda xml: xml.replace(b'ref="B2"', b'ref="khong ro"'))
    with pytest.raises(NotASpreadsheetError, match="vùng gộp"):
        open_workbook(path).grid("Hồ sơ")


def test_an_error_value_in_single_quotes_is_named_too(tmp_path):
    def build(book, sheet):
        sheet.write_formula(6, 1, "=1/0", None, "#DIV/0!")

    path = changed(made(tmp_path / "a.xlsx", build), lambda xml: xml.replace(b't="e"', b"t = 'e'"))
    grid = open_workbook(path).grid("Hồ sơ")
    assert len(list(grid.rows)) == 7
    assert grid.broken == {(7, 2): "Ô có giá trị lỗi #DIV/0!."}


def test_a_file_of_another_kind_is_one_clear_error(tmp_path):
    cases = [
        ("text.xlsx", b"xin ch\xc3\xa0o", NotASpreadsheetError),
        ("empty.xlsx", b"", NotASpreadsheetError),
        ("old.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000, OldSpreadsheetError),
        (
            "locked.xlsx",
            bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            LockedSpreadsheetError,
        ),
    ]
    for name, data, error in cases:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(error) as fault:
            open_workbook(tmp_path / name)
        assert name in fault.value.message
    with pytest.raises(NoSuchSheetFileError):
        open_workbook(tmp_path / "absent.xlsx")


def test_a_package_without_a_workbook_and_a_binary_one_are_refused(tmp_path):
    for name, error in (
        ("word/document.xml", NotASpreadsheetError),
        ("xl/workbook.bin", OldSpreadsheetError),
    ):
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
            package.writestr(name, "x")
        with pytest.raises(error):
            open_workbook(tmp_path / "a.xlsx")


def test_a_zip_bomb_is_refused_by_its_measures(tmp_path):
    path = holding(tmp_path / "bomb.xlsx", (0, 0, "x"))
    changed(path, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + b" " * (8 << 20)))
    with pytest.raises(OversizedSpreadsheetError, match="phình hơn 250 lần"):
        open_workbook(path)


def test_a_part_that_lies_about_its_size_is_refused(tmp_path):
    path = holding(tmp_path / "a.xlsx", *((n, 0, f"dòng {n}") for n in range(500)))
    with zipfile.ZipFile(path) as package:
        size = package.getinfo("xl/sharedStrings.xml").file_size
    data = path.read_bytes().replace(size.to_bytes(4, "little"), (size - 100).to_bytes(4, "little"))
    path.write_bytes(data)
    with pytest.raises(NotASpreadsheetError, match="hỏng"):
        rows(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        lambda xml: xml.replace(b'r="A1"', b'r="A1" r="C9"'),
        lambda xml: xml.replace(b'r="A1"', b'r="A2"'),
        lambda xml: xml.replace(b'r="A1"', b'r="khong ro"'),
        lambda xml: xml.replace(b'<row r="1"', b'<row r="-1"'),
        lambda xml: xml.replace(b't="s"', b't="la"'),
        lambda xml: xml.replace(b"<v>0</v>", b"<v>7</v>"),
        lambda xml: xml.replace(b't="s"><v>0', b"><v>1_0"),
        lambda xml: xml.replace(b't="s"><v>0', b"><v>nan"),
        lambda xml: xml.replace(b't="s"><v>0', b"><v>9e999"),
        lambda xml: xml.replace(b't="s"><v>0', b't="str"><v>&la;'),
        lambda xml: xml.replace(b't="s"><v>0', b't="str"><v>\xff'),
        lambda xml: xml.replace(b"</row>", b'</row><row r="1"></row>'),
        lambda xml: xml.replace(b"</row>", b"</row>abc"),
        lambda xml: xml.replace(b"</c>", b""),
        lambda xml: xml.replace(b"</sheetData>", b""),
        lambda xml: xml[: xml.index(b"</row>")],
        lambda xml: xml.replace(b"</worksheet>", b""),
        lambda xml: xml.replace(b"UTF-8", b"windows-1258"),
        lambda xml: xml.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
        lambda xml: xml.replace(b"<sheetData>", b"<sheetData><row " + b"a" * (17 << 20) + b">"),
    ],
)
def test_a_sheet_that_would_be_misread_is_refused(tmp_path, change):
    path = changed(holding(tmp_path / "a.xlsx", (0, 0, "x")), change)
    with pytest.raises((NotASpreadsheetError, OversizedSpreadsheetError)):
        list(open_workbook(path).grid("Hồ sơ").rows)


def test_a_document_type_declaration_is_refused(tmp_path):
    path = holding(tmp_path / "a.xlsx", (0, 0, "x"))
    changed(
        path,
        lambda xml: xml.replace(b"<workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook', 1),
        "xl/workbook.xml",
    )
    with pytest.raises(NotASpreadsheetError, match="DTD"):
        open_workbook(path)


def test_formats_that_show_something_else_than_the_value_are_known(tmp_path):
    def build(book, sheet):
        for column, code in enumerate(["0.00%", "0%", "000000", '0 "%"', "#,##0", '"%"0']):
            sheet.write_number(0, column, 0.125, book.add_format({"num_format": code}))

    grid = open_workbook(made(tmp_path / "a.xlsx", build)).grid("Hồ sơ")
    assert len(list(grid.rows)) == 1
    assert grid.percent == {(1, 1), (1, 2)}
    assert grid.padded == {(1, 3): 6}


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml"])
def test_a_workbook_that_lacks_a_part_is_refused(tmp_path, part):
    path = holding(tmp_path / "a.xlsx", (0, 0, "x"))
    data = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
    with pytest.raises(NotASpreadsheetError, match="thiếu hoặc hỏng"):
        rows(path)

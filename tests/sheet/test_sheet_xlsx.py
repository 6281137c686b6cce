"""XLSX workbooks are bounded before they are opened, and read cell by cell as a person sees them."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.sheet import archive, scan
from kcdocs.sheet.errors import (
    FarCellError,
    LockedSpreadsheetError,
    NoSuchSheetFileError,
    NotASpreadsheetError,
    OldSpreadsheetError,
    OversizedSpreadsheetError,
)
from kcdocs.sheet.grid import Area, cell_name, column_name, column_number
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
    return list(open_workbook(path).grid(sheet).rows)


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
    assert list(grid.rows) == [[2.0, "xy", "", ""]]
    assert grid.broken == {(1, 3): "Ô có công thức nhưng tệp không lưu kết quả."}


def test_formulas_that_openpyxl_wrote_have_no_value(tmp_path):
    book = openpyxl.Workbook()
    book.active["B3"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    assert list(open_workbook(tmp_path / "a.xlsx").grid("Sheet").broken) == [(3, 2)]


def test_an_error_value_is_named_not_read_as_empty(tmp_path):
    def build(book, sheet):
        sheet.write_formula(6, 1, "=1/0", None, "#DIV/0!")

    grid = open_workbook(made(tmp_path / "a.xlsx", build)).grid("Hồ sơ")
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
        open_workbook(path).grid("Hồ sơ")
    assert fault.value.place.cell == "XFD1048576"
    assert fault.value.place.sheet == "Hồ sơ"


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited by a Linux call")
def test_without_the_check_the_far_corner_kills_the_process(tmp_path):
    path = holding(tmp_path / "far.xlsx", *FAR)
    code = (
        "import resource, sys, python_calamine as c\n"
        "resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
        "c.load_workbook(sys.argv[1]).get_sheet_by_index(0)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=False).returncode < 0


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
        open_workbook(changed(far, change)).grid("Hồ sơ")


def test_cells_without_references_are_counted(tmp_path):
    path = holding(tmp_path / "a.xlsx", (0, 0, "a"), (0, 1, "b"), (0, 2, "c"))
    bare = changed(path, lambda xml: re.sub(rb'<c r="[A-Z]+\d+"', b"<c", xml))
    assert rows(bare) == [["a", "b", "c"]]
    with zipfile.ZipFile(bare) as package:
        found = scan.reach(lambda: archive.blocks(bare, package, SHEET))
    assert found == scan.Reach(1, 3, exact=True)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_the_pattern_for_larger_numbers_matches_exactly_those(first, second):
    far = scan.reach(lambda: [f'<row r="{first}"><c r="A{second}"><v>1</v></c></row>'.encode()])
    assert far.rows >= second
    assert far.columns >= 1


@given(st.lists(st.tuples(st.integers(1, 1_048_576), st.integers(1, 16_384)), min_size=1, max_size=5))
def test_no_cell_lies_beyond_the_bounds_found(cells):
    xml = "".join(
        f'<row r="{row}"><c r="{cell_name(row, column)}"><v>1</v></c></row>' for row, column in cells
    )
    found = scan.reach(lambda: [xml.encode()])
    assert found.rows >= max(row for row, _ in cells)
    assert found.columns >= max(column for _, column in cells)


@given(st.integers(1, 16_384))
def test_column_letters_and_numbers_are_inverse(number):
    assert column_number(column_name(number)) == number


def test_column_letters_are_those_of_spreadsheets():
    assert [column_name(n) for n in (1, 26, 27, 52, 703, 16_384)] == ["A", "Z", "AA", "AZ", "AAA", "XFD"]


def test_large_sheets_are_bounded_in_their_own_way():
    def piece(row, letters):
        return [f'<row r="{row}"><c r="{letters}{row}"><v>1</v></c></row>'.encode()]

    assert scan.reach(lambda: piece(399_999, "AZ")) == scan.Reach(399_999, 52, exact=False)
    assert scan.reach(lambda: piece(400_000, "X")) == scan.Reach(999_999, 24, exact=False)
    assert scan.reach(lambda: piece(29_999, "BA")) == scan.Reach(29_999, 702, exact=False)
    assert scan.reach(lambda: piece(400_000, "Y")) == scan.Reach(400_000, 25, exact=True)


@pytest.mark.parametrize(
    "attributes",
    [
        b'r="A1" r="XFD1048576"',
        b'r="A1"r="XFD1048576"',
        b'r="A1" s="1" r="XFD1048576"',
        b"r='A1' t='n' r='XFD1048576'",
        b'a=">" r="XFD1048576"',
        b'r="A1" s=">" r="XFD1048576"',
        b'r="A1" t="n"\tr="XFD1048576"',
    ],
)
def test_a_far_cell_hidden_behind_another_reference_is_refused(tmp_path, attributes):
    """XML forbids two references; the reader takes the last, and would die asking for the grid."""
    path = holding(tmp_path / "a.xlsx", (0, 0, 1), (1, 1, 2))
    changed(path, lambda xml: xml.replace(b'<c r="B2"', b"<c " + attributes))
    with pytest.raises((FarCellError, NotASpreadsheetError)):
        rows(path)


@given(st.permutations(['r="XFD1048576"', 's="0"', 't="n"', 'cm="1"']), st.sampled_from(["", "x:", "é:"]))
def test_a_far_reference_is_seen_wherever_it_stands_in_its_cell(attributes, prefix):
    cell = f"<{prefix}c {' '.join(attributes)}><{prefix}v>1</{prefix}v></{prefix}c>"
    found = scan.reach(lambda: [f"<row>{cell}</row>".encode()])
    assert (found.rows, found.columns) >= (1_048_576, 16_384)


def test_a_sheet_is_read_from_a_copy_of_what_was_checked(tmp_path):
    """A second sheet part of the same name, which another reader could take, is not read."""
    path = holding(tmp_path / "a.xlsx", (0, 0, "x"))
    with zipfile.ZipFile(path) as package:
        far = package.read(SHEET).replace(b'r="A1"', b'r="C3"')
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as package:
        package.writestr(SHEET, far)
    assert rows(path) == [["", "", ""], ["", "", ""], ["", "", "x"]]


def test_merged_areas_are_found_in_every_form_of_xml_and_one_without_corners_is_refused(tmp_path):
    path = made(tmp_path / "a.xlsx", lambda _, sheet: sheet.merge_range("B2:C30", "gộp"))
    forms = (
        (b'<mergeCell ref="B2:C30"/>', Area(2, 2, 30, 3)),
        (b"<x:mergeCell  ref = 'B2:C30'></x:mergeCell>", Area(2, 2, 30, 3)),
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
    assert open_workbook(path).grid("Hồ sơ").broken == {(7, 2): "Ô có giá trị lỗi #DIV/0!."}


def test_nothing_is_left_behind_after_a_sheet_was_read_or_refused(tmp_path, monkeypatch):
    (tmp_path / "tam").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tam"))
    rows(holding(tmp_path / "a.xlsx", (0, 0, "x")))
    with pytest.raises(FarCellError):
        rows(holding(tmp_path / "far.xlsx", *FAR))
    assert list((tmp_path / "tam").iterdir()) == []


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
        lambda xml: xml.replace(b'r="A1"', b'r="&#65;1"'),
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
    assert grid.percent == {(1, 1), (1, 2)}
    assert grid.padded == {(1, 3): 6}

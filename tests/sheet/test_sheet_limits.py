"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from kcdocs.sheet.archive import open_archive, styles
from kcdocs.sheet.csv_file import read_csv
from kcdocs.sheet.errors import (
    FarCellError,
    MalformedCsvError,
    NotASpreadsheetError,
    OversizedSpreadsheetError,
)
from kcdocs.sheet.grid import Grid
from kcdocs.sheet.marked import CellMark, marked_copy
from kcdocs.sheet.write import CellTooLongError, Column, ColumnKind, Look, Table, sheet_name, workbook
from kcdocs.sheet.xlsx import open_workbook
from kcdocs.sheet.xml_parts import BadSheetError, Head, pieces

MIB = 1024 * 1024
PLAIN = Column("A")


def package(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as book:
        for name, data in {"xl/workbook.xml": b"", **parts}.items():
            book.writestr(name, data)
    return path


def claiming(path: Path, unpacked: int, packed: int) -> Path:
    """A package whose list of parts says of its last part that it has so many bytes."""
    data = bytearray(package(path, {"xl/a.xml": b""}).read_bytes())
    entry = data.rindex(b"PK\1\2")
    data[entry + 20 : entry + 28] = packed.to_bytes(4, "little") + unpacked.to_bytes(4, "little")
    path.write_bytes(data)
    return path


def refused(path: Path) -> bool:
    try:
        open_archive(path).close()
    except OversizedSpreadsheetError:
        return True
    return False


def book(path: Path, *cells, code: str = "") -> Path:
    """A workbook that holds (row, column, value), counted from 0, in one number format."""
    with xlsxwriter.Workbook(path) as made:
        look = made.add_format({"num_format": code}) if code else None
        sheet = made.add_worksheet("Tờ")
        for cell in cells:
            sheet.write(*cell, look)
    return path


def first_cell(path: Path) -> tuple[object, bool]:
    """Its value, and whether something is to be said of it."""
    grid = open_workbook(path).grid("Tờ")
    return next(iter(next(iter(grid.rows)))), bool(grid.broken)


def written(*rows, column: Column = PLAIN, form=False):
    """What a spreadsheet program sees of a table."""
    data = workbook([Table("T", (column,), [[row] for row in rows], form=form)])
    return openpyxl.load_workbook(io.BytesIO(data))["T"]


def test_a_workbook_may_unpack_to_one_gigabyte(tmp_path):
    assert not refused(claiming(tmp_path / "a.xlsx", 1024 * MIB, 100 * MIB))
    assert refused(claiming(tmp_path / "b.xlsx", 1024 * MIB + 1, 100 * MIB))


def test_a_part_may_swell_250_times(tmp_path):
    assert not refused(claiming(tmp_path / "a.xlsx", 5_000_000, 20_000))
    assert refused(claiming(tmp_path / "b.xlsx", 5_000_001, 20_000))


def test_a_part_of_four_megabytes_may_swell_as_it_likes(tmp_path):
    assert not refused(claiming(tmp_path / "a.xlsx", 4 * MIB, 1))
    assert refused(claiming(tmp_path / "b.xlsx", 4 * MIB + 1, 1))


def test_a_package_may_have_4000_parts(tmp_path):
    assert not refused(package(tmp_path / "a.xlsx", {f"{n}": b"" for n in range(3_999)}))
    assert refused(package(tmp_path / "b.xlsx", {f"{n}": b"" for n in range(4_000)}))


def test_a_part_read_as_a_whole_may_have_eight_megabytes(tmp_path):
    def read(name: str, size: int) -> object:
        path = package(tmp_path / name, {"xl/styles.xml": b"<a>" + b" " * (size - 7) + b"</a>"})
        with open_archive(path) as archive:
            return styles(path, archive)

    assert read("a.xlsx", 8 * MIB) is not None
    with pytest.raises(OversizedSpreadsheetError):
        read("b.xlsx", 8 * MIB + 1)


def test_a_row_may_have_sixteen_megabytes():
    def read(size: int) -> list[bytes]:
        head = Head(b"<worksheet>", b"", b"", b"", empty=False)
        row = b"<row>" + b"x" * (size - 5)
        return list(pieces(head, [row, b"</row></sheetData>"], "sheetData", "row"))

    assert len(b"".join(read(16 * MIB))) == 16 * MIB + 6
    with pytest.raises(BadSheetError):
        read(16 * MIB + 1)


def test_areas_are_merged_down_to_row_1048576(tmp_path):
    def merged(last: int) -> object:
        path = book(tmp_path / f"{last}.xlsx", (0, 0, "x"))
        data = io.BytesIO(path.read_bytes())
        area = f'</sheetData><mergeCells><mergeCell ref="A2:A{last}"/></mergeCells>'.encode()
        with zipfile.ZipFile(data) as old, zipfile.ZipFile(path, "w") as new:
            for item in old.infolist():
                new.writestr(item.filename, old.read(item).replace(b"</sheetData>", area))
        return open_workbook(path).grid("Tờ").merged

    assert merged(1_048_576)
    with pytest.raises(NotASpreadsheetError):
        merged(1_048_577)


def test_the_outermost_cells_may_span_24_million(tmp_path):
    within = book(tmp_path / "a.xlsx", (999_999, 23, "x"))
    beyond = book(tmp_path / "b.xlsx", (1_000_000, 23, "x"))

    assert sum(1 for _ in open_workbook(within).grid("Tờ").rows) == 1_000_000
    with pytest.raises(FarCellError):
        list(open_workbook(beyond).grid("Tờ").rows)


def test_a_number_format_may_have_255_characters(tmp_path):
    longest = 'dd/mm/yyyy"' + "x" * 243 + '"'

    assert len(longest) == 255
    assert first_cell(book(tmp_path / "a.xlsx", (0, 0, 46_000), code=longest))[0] == dt.date(2025, 12, 9)
    assert first_cell(book(tmp_path / "b.xlsx", (0, 0, 46_000), code="\\x" + longest[:-2] + '"'))[0] == 46_000


def test_the_last_day_is_the_end_of_the_year_9999(tmp_path):
    last = book(tmp_path / "a.xlsx", (0, 0, 2_958_465), code="dd/mm/yyyy")
    none = book(tmp_path / "b.xlsx", (0, 0, 2_958_466), code="dd/mm/yyyy")

    assert first_cell(last) == (dt.date(9999, 12, 31), False)
    assert first_cell(none) == (2_958_466, True)


@pytest.mark.parametrize(("number", "day"), [(59, dt.date(1900, 2, 28)), (61, dt.date(1900, 3, 1))])
def test_days_before_the_leap_day_that_was_none_count_from_one_later(tmp_path, number, day):
    assert first_cell(book(tmp_path / "a.xlsx", (0, 0, number), code="dd/mm/yyyy")) == (day, False)


def test_a_csv_file_may_have_half_a_gigabyte(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(512 * MIB)
    read_csv(path)
    with path.open("ab") as file:
        file.truncate(512 * MIB + 1)
    with pytest.raises(OversizedSpreadsheetError):
        read_csv(path)


def test_a_field_may_have_a_million_characters(tmp_path):
    def read(size: int) -> list[object]:
        (tmp_path / "a.csv").write_text("a\n" + "x" * size + "\n")
        return list(read_csv(tmp_path / "a.csv").grid.rows)

    assert read(1_000_000) == [["a"], ["x" * 1_000_000]]
    with pytest.raises(MalformedCsvError, match="ô quá dài"):
        read(1_000_001)


def test_the_delimiter_is_looked_for_in_the_first_64_kilobytes(tmp_path):
    def delimiter(place: int) -> str:
        """What parts a header whose only delimiter, a semicolon, is its last character."""
        (tmp_path / "a.csv").write_text("x" * (place - 1) + ";")
        return read_csv(tmp_path / "a.csv").delimiter

    assert delimiter(65_536) == ";"
    assert delimiter(65_537) == ","


def test_a_text_too_long_for_a_cell_is_refused_never_cut():
    assert written("x" * 32_767)
    for content in ("x" * 32_768, [("x" * 32_767, Look.PLAIN), ("y", Look.ADDED)]):
        with pytest.raises(CellTooLongError) as fault:
            written(content)
        assert fault.value.place.cell == "A2"


def test_the_name_of_a_sheet_has_31_characters_at_most():
    assert sheet_name("x" * 31, []) == "x" * 31
    assert sheet_name("x" * 32, []) == "x" * 31
    assert sheet_name("x" * 31, ["x" * 31]) == "x" * 29 + " 2"


def test_a_row_is_as_high_as_its_lines_up_to_what_the_format_allows():
    heights = written("\n".join("a" * 24), "\n".join("a" * 25)).row_dimensions

    assert heights[2].height == 24 * 16.5
    assert heights[3].height == 408.75  # 409 points in whole pixels of three quarters of a point


@pytest.mark.parametrize(("width", "fit"), [(30, 25), (8, 4)])
def test_words_leave_four_letters_of_a_line_empty_but_never_more_than_two_fifths_of_it(width, fit):
    heights = written("x" * fit, "x" * (fit + 1), column=Column("A", width=width)).row_dimensions

    assert heights[2].height is None
    assert heights[3].height == 2 * 16.5


def test_ten_thousand_rows_of_a_form_are_checked_and_take_numbers_with_a_digit_to_spare():
    sheet = written(column=Column("A", kind=ColumnKind.INTEGER), form=True)
    (rule,) = sheet.data_validations.dataValidation

    assert str(rule.sqref) == "A2:A10001"
    assert (rule.formula1, rule.formula2) == ("-100000000000000", "100000000000000")


def test_a_number_of_more_than_15_digits_is_written_as_text():
    sheet = written(999_999_999_999_999, 1_000_000_000_000_000)

    assert [sheet["A2"].value, sheet["A3"].value] == [999_999_999_999_999, "1000000000000000"]


@pytest.mark.parametrize(("given", "kept"), [(1_999, 1_999), (2_000, 2_000), (2_001, 2_000)])
def test_the_remark_at_a_cell_has_2000_characters_at_most(given, kept):
    data = marked_copy([Grid("T", iter([["a"]]))], {"T": [CellMark(1, 1, "x" * given)]})
    sheet = openpyxl.load_workbook(io.BytesIO(data))["T"]

    assert len(sheet["A1"].comment.text) == kept


@pytest.mark.parametrize(("number", "sets"), [(99_999_999_999, frozenset()), (100_000_000_000, {(1, 1)})])
def test_a_cell_without_a_format_shows_eleven_digits(tmp_path: Path, number: int, sets: object) -> None:
    grid = open_workbook(book(tmp_path / "a.xlsx", (0, 0, number))).grid("Tờ")
    list(grid.rows)

    assert grid.dressed == sets

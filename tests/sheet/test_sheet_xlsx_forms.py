"""A workbook is read the same whichever program wrote it, and in whichever form of XML."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kcdocs.sheet.errors import NotASpreadsheetError
from kcdocs.sheet.xlsx import open_workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff"), max_size=12)
NUMBERS = st.floats(-1e15, 1e15).map(lambda number: float(f"{number:.16g}")) | st.integers(-99, 99).map(float)
DAYS = st.dates(dt.date(1900, 3, 1), dt.date(9999, 12, 31))
CELLS = st.one_of(st.just(""), TEXTS, NUMBERS, DAYS, st.booleans())
TABLES = st.lists(st.lists(CELLS, max_size=6), min_size=1, max_size=12)
WORDS = st.sampled_from(["Huế", "a & b", "<c>", "_x0041_", " hai  dấu cách "])
FILLED = st.lists(
    st.lists(st.one_of(NUMBERS, DAYS, st.booleans(), WORDS), min_size=1, max_size=4), min_size=1, max_size=6
)


def read(path: Path) -> list[list[object]]:
    book = open_workbook(path)
    return [list(row) for row in book.grid(book.sheets[0]).rows]


def bare(table) -> list[list[object]]:
    """The rows without empty cells at their ends, and without empty rows at the end."""
    found = [list(row) for row in table]
    for cells in found:
        while cells and cells[-1] == "":
            cells.pop()
    while found and not found[-1]:
        found.pop()
    return found


def written(path: Path, table, **options) -> Path:
    """A workbook by XlsxWriter."""
    with xlsxwriter.Workbook(path, options) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for row, cells in enumerate(table):
            for column, cell in enumerate(cells):
                write = sheet.write_string if isinstance(cell, str) else sheet.write
                write(row, column, cell, *([day] if isinstance(cell, dt.date) else []))
    return path


def changed(path: Path, part: str, change) -> Path:
    data = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.infolist():
            body = old.read(item)
            new.writestr(item.filename, change(body) if item.filename == part else body)
    return path


@given(TABLES, st.booleans())
def test_every_table_is_read_as_it_was_written(tmp_path_factory, table, inline):
    path = written(tmp_path_factory.mktemp("bang") / "a.xlsx", table, constant_memory=inline)
    assert bare(read(path)) == bare(table)


@given(FILLED.filter(lambda table: not any("_x0041_" in row for row in table)))
def test_what_openpyxl_wrote_is_read_as_openpyxl_reads_it(tmp_path_factory, table):
    path = tmp_path_factory.mktemp("bang") / "a.xlsx"
    book = openpyxl.Workbook()
    for row in table:
        book.active.append(row)
    book.save(path)
    again = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    expected = [["" if cell is None else cell for cell in row] for row in again]
    assert bare(read(path)) == bare([[_day(cell) for cell in row] for row in expected])


def _day(cell):
    return cell.date() if isinstance(cell, dt.datetime) else cell


FORMS = {
    "single quotes": lambda xml: re.sub(rb'="([^"<>]*)"', rb"='\1'", xml),
    "reference last": lambda xml: re.sub(rb' (r="[A-Z]+\d+")((?: \w="\w+")+)', rb"\2 \1", xml),
    "no references": lambda xml: re.sub(rb' r="[A-Z]*\d+"', b"", xml),
    "lines": lambda xml: re.sub(rb"(?<=>)(?=<(?:row|c|/row|v)\b)", b"\r\n ", xml),
    "remarks": lambda xml: xml.replace(b"<row", b"<!-- <x> --><row").replace(b"<v>", b"<!-- 1 --><v>"),
    "character data": lambda xml: re.sub(rb"<v>([^<]+)</v>", rb"<v><![CDATA[\1]]></v>", xml),
    "prefix": lambda xml: re.sub(rb"<(/?)([a-z]\w*)(?=[\s>/])", rb"<\1x:\2", xml).replace(
        b"xmlns=", b"xmlns:x="
    ),
    "escapes": lambda xml: xml.replace(b'="1"', b'="&#49;"').replace(b'"A1"', b'"&#65;1"'),
    "byte order mark": lambda xml: b"\xef\xbb\xbf" + xml.replace(b"UTF-8", b"utf-8"),
    "more attributes": lambda xml: re.sub(rb"(<row [^>]*)>", rb'\1 ht="15" customHeight="1">', xml),
}


@settings(max_examples=10)
@pytest.mark.parametrize("form", FORMS)
@given(table=FILLED)
def test_a_sheet_in_another_form_of_xml_reads_the_same(tmp_path_factory, form, table):
    path = written(tmp_path_factory.mktemp("bang") / "a.xlsx", table)
    assert read(changed(path, SHEET, FORMS[form])) == table


def test_rows_of_many_shapes_in_turn_keep_their_order_and_values(tmp_path):
    def cell(row, column):
        if not (row >> column) & 1:
            return ""
        return f"hàng {row}" if column % 3 else float(row)

    table = [[cell(row, column) for column in range(10)] for row in range(1, 1024)] * 3
    assert bare(read(written(tmp_path / "a.xlsx", table))) == bare(table)


def test_a_sheet_of_several_blocks_is_read_whole(tmp_path):
    table = [[float(n), f"Đề án số {n} về «chuyển giao» & đào tạo", "Huế"] for n in range(30_000)]
    assert read(written(tmp_path / "a.xlsx", table)) == table


def test_a_row_wider_than_any_pattern_is_read(tmp_path):
    table = [[float(column) for column in range(2_000)]] * 3
    assert read(written(tmp_path / "a.xlsx", table)) == table


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "<si><r><rPr><b/></rPr><t>Bộ </t></r>\n<r><t xml:space='preserve'>Công  Huế</t></r></si>",
            "Bộ Công  Huế",
        ),
        ("<si><t>Huế</t><rPh sb='0' eb='1'><t>đọc</t></rPh><phoneticPr fontId='1'/></si>", "Huế"),
        ("<si><t/></si>", ""),
        ("<si/>", ""),
        ("<si><t>a_x000D_&#10;b_x005F_x0041_ &quot;&#x110;&apos;</t></si>", "a\r\nb_x0041_ \"Đ'"),
        ("<si><t>hai\r\ndòng</t></si>", "hai\ndòng"),
        ("<si><t><![CDATA[<b> & ]]></t></si>", "<b> & "),
    ],
)
def test_a_shared_text_is_what_a_person_sees(tmp_path, text, meant):
    path = written(tmp_path / "a.xlsx", [["trước", "X", "sau"]])
    changed(path, STRINGS, lambda xml: xml.replace(b"<si><t>X</t></si>", text.encode()))
    assert read(path) == [["trước", meant, "sau"]]


@pytest.mark.parametrize(
    "text", ["<si><t>&la;</t></si>", "<si><t>&#0;</t></si>", "<t>X</t>", "<si><t>X</si>"]
)
def test_a_damaged_shared_text_is_refused(tmp_path, text):
    path = written(tmp_path / "a.xlsx", [["trước", "X", "sau"]])
    changed(path, STRINGS, lambda xml: xml.replace(b"<si><t>X</t></si>", text.encode()))
    with pytest.raises(NotASpreadsheetError):
        read(path)


@pytest.mark.parametrize(
    "code", ["dd/mm/yyyy", "[$-1042A]d/m/yyyy;@", '"ngày" d "tháng" m', "mmm-yy", "m/d/yy h:mm"]
)
def test_numbers_shown_as_dates_are_dates(tmp_path, code):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        look = book.add_format({"num_format": code})
        book.add_worksheet().write_row(0, 0, [46000, 1, 59, 61, 0.5, 46000.25], look)
    assert read(tmp_path / "a.xlsx") == [
        [
            dt.date(2025, 12, 9),
            dt.date(1900, 1, 1),
            dt.date(1900, 2, 28),
            dt.date(1900, 3, 1),
            dt.time(12),
            dt.datetime(2025, 12, 9, 6),  # noqa: DTZ001 - cells have no time zone
        ]
    ]


@pytest.mark.parametrize(
    "code", ["General", "0.00", '0" ngày"', "0.00;[Red]-0.00", "@", "#,##0 \\d", "0.00E+00", "_-* #,##0_d"]
)
def test_numbers_shown_as_numbers_are_numbers(tmp_path, code):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet().write_row(0, 0, [46000, -5], book.add_format({"num_format": code}))
    assert read(tmp_path / "a.xlsx") == [[46000.0, -5.0]]


def test_spans_of_time_are_spans_and_a_number_that_is_no_date_stays_a_number(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, 1.25, book.add_format({"num_format": "[h]:mm"}))
        sheet.write_row(0, 1, [-5, 3_000_000], book.add_format({"num_format": "dd/mm/yyyy"}))
    assert read(tmp_path / "a.xlsx") == [[dt.timedelta(hours=30), -5.0, 3_000_000.0]]


def test_dates_written_as_text_of_the_strict_form_are_read(tmp_path):
    path = written(tmp_path / "a.xlsx", [[1.0, 2.0]])

    def strict(xml):
        xml = xml.replace(b'"A1"><v>1<', b'"A1" t="d"><v>2026-03-05T00:00:00<')
        return xml.replace(b'"B1"><v>2<', b'"B1" t="d"><v>2026-03-05T08:30:00<')

    moment = dt.datetime(2026, 3, 5, 8, 30)  # noqa: DTZ001 - cells have no time zone
    assert read(changed(path, SHEET, strict)) == [[dt.date(2026, 3, 5), moment]]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice Calc để ghi lại bảng tính")
def test_what_libreoffice_wrote_is_read_as_what_it_was_given(tmp_path):
    table = [
        ["Tên", "Ngày", "Số", "Đúng"],
        ["Cơ sở «A & B»\nhai dòng", dt.date(2026, 3, 5), 1234567.0, True],
        ["  đầu và cuối  ", dt.date(1999, 12, 31), -0.125, False],
        ["", "", "", ""],
        ["cuối", "", 1e-7, ""],
    ]
    written(tmp_path / "a.xlsx", table)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/ho-so", "--headless", "--convert-to"]
    command += ["xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "ra"), str(tmp_path / "a.xlsx")]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    if not (tmp_path / "ra" / "a.xlsx").is_file():
        pytest.skip(f"LibreOffice ở đây không có Calc: {done.stderr.decode()[:80]}")
    assert bare(read(tmp_path / "ra" / "a.xlsx")) == bare(table)


def test_an_empty_sheet_has_no_rows(tmp_path):
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx") == []
    assert read(written(tmp_path / "b.xlsx", [])) == []


@pytest.mark.parametrize(
    "junk",
    [
        b"<!--" * 500_000,
        b"<?" * 500_000,
        b"<x:" * 500_000,
        b"<sheetData " * 125_000,
    ],
)
@pytest.mark.parametrize("place", [b"<sheetData>", b"<row ", b"<c ", b"</row>"])
def test_xml_made_to_be_slow_to_read_is_refused(tmp_path, junk, place):
    path = written(tmp_path / "a.xlsx", [[1.0]])
    changed(path, SHEET, lambda xml: xml.replace(place, junk + place, 1))
    with pytest.raises(NotASpreadsheetError):
        read(path)  # a pattern that looks back would take hours

"""Workbooks are written as tables of plain values, to the same bytes each time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.sheet.write import (
    LISTS,
    Column,
    ColumnKind,
    Look,
    Table,
    sheet_name,
    workbook,
)
from kcdocs.sheet.xlsx import open_workbook

COLUMNS = (
    Column("Mã", comment="Mã riêng của hồ sơ", required=True),
    Column("Loại", choices=("a, b", "c")),
    Column("Ngày", kind=ColumnKind.DATE),
    Column("Số", kind=ColumnKind.INTEGER),
)


def saved(path, *tables):
    path.write_bytes(workbook(tables))
    return path


def test_what_was_written_is_read_as_itself(tmp_path):
    rows = [
        ["=1+1", "c", date(2026, 3, 5), 1_234_567],
        ["@x", None, None, Decimal("12.5")],
        ["001", "", None, 10**20],
    ]
    path = saved(tmp_path / "a.xlsx", Table("Hồ sơ", COLUMNS, rows))
    assert [list(row) for row in open_workbook(path).grid("Hồ sơ").rows] == [
        ["Mã", "Loại", "Ngày", "Số"],
        ["=1+1", "c", date(2026, 3, 5), 1234567.0],
        ["@x", "", "", 12.5],
        ["001", "", "", "100000000000000000000"],
    ]


def test_no_text_becomes_a_formula(tmp_path):
    path = saved(
        tmp_path / "a.xlsx", Table("T", (Column("A"),), [["=HYPERLINK(1)"], ["+1"], ["-1"], ["@A1"]])
    )
    sheet = openpyxl.load_workbook(path)["T"]
    assert [sheet.cell(row, 1).data_type for row in (2, 3, 4, 5)] == ["s"] * 4


def test_the_same_tables_give_the_same_bytes():
    tables = [Table("T", COLUMNS, [["a", "c", date(2026, 1, 1), 1]], form=True)]
    assert workbook(tables) == workbook(tables)


def test_a_form_has_comments_lists_and_validated_empty_rows(tmp_path):
    path = saved(tmp_path / "a.xlsx", Table("Hồ sơ", COLUMNS, form=True))
    book = openpyxl.load_workbook(path)
    rules = {
        str(rule.sqref): (rule.type, rule.formula1) for rule in book["Hồ sơ"].data_validations.dataValidation
    }
    assert rules[f"B2:B{10_001}"] == ("list", f"'{LISTS}'!$A$1:$A$2")
    assert rules[f"D2:D{10_001}"][0] == "whole"
    assert book["Hồ sơ"]["A1"].comment.text.strip() == "Mã riêng của hồ sơ"
    assert [cell.value for cell in book[LISTS]["A"]] == ["a, b", "c"]
    assert book[LISTS].sheet_state == "hidden"


def test_a_list_of_values_may_be_longer_than_the_format_allows_inline(tmp_path):
    choices = tuple(f"giá trị rất dài số {n}" for n in range(60))
    path = saved(tmp_path / "a.xlsx", Table("T", (Column("A", choices=choices),), form=True))
    assert len(openpyxl.load_workbook(path)[LISTS]["A"]) == 60


def test_runs_of_different_look_make_one_text(tmp_path):
    words = [("giữ ", Look.PLAIN), ("cũ", Look.REMOVED), ("", Look.BOLD), ("mới", Look.ADDED)]
    path = saved(tmp_path / "a.xlsx", Table("T", (Column("A"),), [[words], [[("một", Look.REMOVED)]], [[]]]))
    sheet = openpyxl.load_workbook(path, rich_text=True)["T"]
    runs = sheet["A2"].value
    assert [run.text for run in runs] == ["giữ ", "cũ", "mới"]
    assert [bool(run.font.strike) for run in runs] == [False, True, False]
    assert sheet["A3"].value == "một"
    assert sheet["A3"].font.strike
    assert sheet["A4"].value is None


def test_a_row_is_high_enough_for_the_lines_of_its_texts(tmp_path):
    rows = [["một"], ["chữ " * 25], ["a\nb\nc"], [[("chữ " * 10, Look.PLAIN), ("chữ " * 15, Look.ADDED)]]]
    path = saved(tmp_path / "a.xlsx", Table("T", (Column("Cơ quan ban hành: Tên cơ quan"),), rows))
    heights = openpyxl.load_workbook(path)["T"].row_dimensions
    least = {1: 2, 3: 6, 4: 3, 5: 6}
    assert heights[2].height is None
    assert all(lines * 15 <= heights[row].height <= 2 * lines * 15 for row, lines in least.items())


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("Thành phần hồ sơ: bản chính/bản sao", [], "Thành phần hồ sơ bản chính bản"),
        ("Hồ sơ", ["HỒ SƠ"], "Hồ sơ 2"),
        (
            "Thủ tục hành chính được sửa đổi, bổ sung",
            ["Thủ tục hành chính được sửa đổi"],
            "Thủ tục hành chính được sửa đ 2",
        ),
        ("[]*", [], "Trang"),
    ],
)
def test_a_title_becomes_a_name_the_format_allows(title, taken, name):
    assert sheet_name(title, taken) == name


@given(st.text(max_size=50), st.lists(st.text(max_size=31), max_size=3))
def test_every_title_gives_a_valid_unused_name(title, taken):
    name = sheet_name(title, taken)
    assert 0 < len(name) <= 31
    assert not set(name) & set("[]:*?/\\")
    assert name.casefold() not in {item.casefold() for item in taken}

"""The same value means the same in every kind of file, or is refused with the same words."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kcdocs.model.record import Value
from kcdocs.records.reading import open_records
from kcdocs.sets.contract import data_faults
from kcdocs.sets.schema import Contract

FIELDS = {
    "chu": {"type": "string"},
    "ngay": {"type": "string", "format": "ngay-van-ban"},
    "ngay_iso": {"type": "string", "format": "date"},
    "dem": {"type": "integer"},
    "tien": {"type": "number"},
    "kem": {"type": "boolean"},
    "loai": {"type": "string", "enum": ["moi", "sua_doi"], "labels": {"sua_doi": "Sửa đổi, bổ sung"}},
    "so": {"type": ["integer", "string"]},
    "muc": {"type": "array", "items": {"type": "number"}},
}
SUFFIXES = (".yaml", ".json", ".jsonl", ".csv", ".xlsx")


def contract_of(field: str) -> Contract:
    return Contract({"type": "object", "required": [field, "khoa"], "properties": {
        "khoa": {"type": "string", "title": "Khóa"}, field: {"title": "Giá trị", **FIELDS[field]},
    }})  # fmt: skip


def written(folder: Path, suffix: str, field: str, text: str) -> Path:
    """A file of one record whose field holds a text, as a person would write it in such a file."""
    path = folder / f"ho-so{suffix}"
    record = {"khoa": "k", field: [text] if field == "muc" else text}
    match suffix:
        case ".xlsx":
            book = xlsxwriter.Workbook(str(path), {"strings_to_numbers": False, "strings_to_formulas": False})
            sheet = book.add_worksheet("Hồ sơ")
            for row, words in enumerate((("Khóa", "Giá trị"), ("k", text))):
                for column, word in enumerate(words):
                    sheet.write_string(row, column, word)
            book.close()
        case ".csv":
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([["Khóa", "Giá trị"], ["k", text]])
        case ".yaml":  # a text in quotation marks is written in YAML as it is in JSON
            path.write_text(f"khoa: k\n{field}: {json.dumps(record[field], ensure_ascii=False)}\n", "utf-8")
        case _:
            path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    return path


def read(path: Path, field: str) -> tuple[Value, list[tuple[str, str]]]:
    """What the file's one record holds, and the faults without their places and the names of the field."""
    contract = contract_of(field)
    ((record, faults),) = open_records(path, contract.schema).pairs()
    told = [*faults, *data_faults(contract, record)]
    value = contract.typed(record.data).get(field)
    return value, [(fault.code, fault.message.partition(": ")[2]) for fault in told]


def everywhere(folder: Path, field: str, text: str) -> tuple[Value, list[tuple[str, str]]]:
    """What every kind of file says of a value; they must agree."""
    found = [read(written(folder, suffix, field, text), field) for suffix in SUFFIXES]
    assert all(one == found[0] and repr(one) == repr(found[0]) for one in found), found
    return found[0]


NUMBERS = st.from_regex(r"-?[0-9]{1,4}([., ][0-9]{1,4}){0,2}( ?(đồng|%))?", fullmatch=True)
DAYS = st.from_regex(r"[0-3]?[0-9][/.-][01]?[0-9][/.-](20[0-9]{2}|[0-9]{2})", fullmatch=True)
WORDS = st.sampled_from(
    ["có", "Có", "CÓ", "dừng", "x", "không", "để trống", "Để trống", "Sửa đổi bổ sung", "moi"]
)
TEXTS = st.text("abđ01.,- ", min_size=1, max_size=8)


@settings(max_examples=60)
@given(st.sampled_from(sorted(FIELDS)), NUMBERS | DAYS | WORDS | TEXTS)
def test_a_text_in_a_file_of_any_kind_is_the_same_value_or_the_same_fault(tmp_path_factory, field, text):
    everywhere(tmp_path_factory.mktemp("gia-tri"), field, text)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("dem", "1 234", 1234),
        ("dem", "1.234", 1234),
        ("dem", "12,0", 12),
        ("tien", "1.234,50", Decimal("1234.50")),
        ("tien", "để trống", "để trống"),
        ("kem", "x", True),
        ("kem", "Sai", False),
        ("ngay", "05/3/2026", date(2026, 3, 5)),
        ("ngay_iso", "5.3.2026", date(2026, 3, 5)),
        ("ngay", "ĐỂ TRỐNG", "để trống"),
        ("loai", "Sửa đổi, bổ sung", "sua_doi"),
        ("muc", "12,5", [Decimal("12.5")]),
        ("so", "1.234", 1234),
        ("so", "12 bis", "12 bis"),
        ("so", "1,000", "1,000"),
        ("chu", " 007 ", "007"),
    ],
)
def test_a_value_is_read_as_its_field_asks(tmp_path, field, text, value):
    found, _ = everywhere(tmp_path, field, text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("tien", "1.234", "«1.234» có thể là 1234 hoặc 1,234"),
        ("tien", "1,234", "«1,234» có thể là 1234 hoặc 1,234"),
        ("dem", "1,000", "«1,000» có thể là 1000 hoặc 1,000"),
        ("tien", "12.5", "dấu chấm trước phần thập phân"),
        ("tien", "1.500.000 đồng", "ghi cả đơn vị"),
        ("kem", "dừng", "cần «có» hoặc «không»"),
        ("ngay", "31/02/2026", "không có ngày 31"),
        ("ngay", "05/3/26", "không có bốn chữ số"),
        ("muc", "1.234", "«1.234» có thể là 1234 hoặc 1,234"),
    ],
)
def test_a_value_that_could_be_two_or_is_none_is_refused_everywhere(tmp_path, field, text, words):
    _, faults = everywhere(tmp_path, field, text)
    assert [code for code, _ in faults] == ["RC211"]
    assert words in faults[0][1]


@pytest.mark.parametrize("field", ["chu", "tien", "ngay", "kem"])
def test_a_text_of_spaces_is_no_value_in_any_file(tmp_path, field):
    for suffix in SUFFIXES:
        value, faults = read(written(tmp_path, suffix, field, "  "), field)
        assert value is None
        assert [code for code, _ in faults] == ["TP311"]


@pytest.mark.parametrize(
    ("field", "number", "value"),
    [("chu", 12, "12"), ("dem", 12, 12), ("tien", 12.5, Decimal("12.5")), ("tien", 1.234, Decimal("1.234"))],
)
def test_a_number_of_json_is_the_number_of_a_cell(tmp_path, field, number, value):
    for path in numbers(tmp_path, field, number):
        assert read(path, field) == (value, [])


@pytest.mark.parametrize(
    ("field", "number"),
    [("chu", 12.5), ("chu", True), ("ngay", 46000), ("dem", 2.5), ("kem", 1), ("tien", True)],
)
def test_a_number_or_a_truth_where_another_thing_belongs_is_the_same_fault_in_json_and_in_a_cell(
    tmp_path, field, number
):
    (_, cell), (_, member) = (read(path, field) for path in numbers(tmp_path, field, number))
    assert cell == member
    assert [code for code, _ in cell] == ["RC211"]


def numbers(folder: Path, field: str, number: float) -> tuple[Path, Path]:
    """A workbook and a JSON file whose field holds a number or a truth."""
    book = xlsxwriter.Workbook(str(folder / "so.xlsx"))
    sheet = book.add_worksheet("Hồ sơ")
    sheet.write_row(0, 0, ["Khóa", "Giá trị"])
    sheet.write_row(1, 0, ["k", number])
    book.close()
    (folder / "so.json").write_text(json.dumps({"khoa": "k", field: number}), "utf-8")
    return folder / "so.xlsx", folder / "so.json"


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=4))
@settings(max_examples=20)
def test_records_come_in_the_order_of_the_file_whatever_its_kind(tmp_path_factory, counts):
    folder, contract = tmp_path_factory.mktemp("thu-tu"), contract_of("dem")
    records = [{"khoa": f"k{n}", "dem": count} for n, count in enumerate(counts)]
    rows = [["Khóa", "Giá trị"], *([item["khoa"], item["dem"]] for item in records)]
    (folder / "a.json").write_text(json.dumps(records), "utf-8")
    (folder / "a.yaml").write_text(json.dumps(records), "utf-8")
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    (folder / "a.csv").write_text("\n".join(";".join(map(str, row)) for row in rows), "utf-8")
    for path in folder.iterdir():
        found = [contract.typed(record.data) for record, _ in open_records(path, contract.schema).pairs()]
        assert found == records

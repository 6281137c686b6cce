"""Headers that could be taken for one another: what a starter file gives out is what comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kcdocs.model.finding import Place
from kcdocs.model.record import Record
from kcdocs.records.reading import read_records
from kcdocs.records.starter import starter_file
from kcdocs.records.table_layout import layout


def _fields(**titles: str) -> dict[str, Any]:
    return {name: {"type": "string", "title": title} for name, title in titles.items()}


@pytest.mark.parametrize(
    ("titles", "heads"),
    [
        ({"don_vi": "Nơi gửi", "noi_nhan": "Đơn vị"}, ["Nơi gửi", "Đơn vị"]),
        ({"noi_nhan": "Đơn vị", "don_vi": "Nơi gửi"}, ["Đơn vị", "Nơi gửi"]),
        ({"ten": "Họ tên", "ho_ten": "Tên"}, ["Họ tên", "Tên"]),
        ({"a": "Bàn", "b": "Bán"}, ["Bàn (a)", "Bán (b)"]),
        ({"a": "Tên", "b": "Tên"}, ["Tên (a)", "Tên (b)"]),
        ({"a": "b", "b": "Tên"}, ["b (a)", "Tên"]),
        ({"a": "№", "b": "Tên"}, ["№ (a)", "Tên"]),
    ],
)
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_title_that_is_anothers_name_or_title_brings_back_its_own_value(
    tmp_path: Path, titles: dict[str, str], heads: list[str], suffix: str
) -> None:
    schema = {"type": "object", "properties": _fields(**titles)}
    data = {name: f"của {name}" for name in titles}
    path = tmp_path / f"mau.{suffix}"
    path.write_bytes(starter_file(path, schema, "mau@1.0.0", [Record(data, {}, Place())]))

    assert [leaf.header for leaf in layout(schema).leaves] == heads
    (record,) = read_records(path, schema)
    assert record.data == data


def test_a_name_typed_as_it_stands_is_the_field_of_that_name(tmp_path: Path) -> None:
    schema = {"type": "object", "properties": _fields(don_vi="Nơi gửi", noi_nhan="Đơn vị")}
    path = tmp_path / "a.csv"
    path.write_text("don_vi,ĐƠN VỊ\ngửi,nhận\n", "utf-8")

    (record,) = read_records(path, schema)

    assert record.data == {"don_vi": "gửi", "noi_nhan": "nhận"}


def test_fields_and_groups_called_like_keys_or_like_one_another_come_back(tmp_path: Path) -> None:
    group = {
        "type": "array",
        "items": {"type": "object", "properties": _fields(ma_dong="Mã hồ sơ", b="Thuộc mã dòng")},
    }
    schema = {
        "type": "object",
        "properties": {
            **_fields(a="Mã hồ sơ", ma_ho_so="Số hồ sơ"),
            "x": {**group, "title": "Máy"},
            "y": {**group, "title": "May"},
        },
    }
    rows = [{"ma_dong": "1", "b": "2"}, {"ma_dong": "3", "b": "4"}]
    data = {"a": "A", "ma_ho_so": "M", "x": rows, "y": rows[:1]}
    path = tmp_path / "mau.xlsx"
    path.write_bytes(starter_file(path, schema, "mau@1.0.0", [Record(data, {}, Place())] * 2))

    assert [record.data for record in read_records(path, schema)] == [data] * 2

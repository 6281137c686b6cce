"""JSON records: values with their pointers, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kcdocs.records.errors import EmptyRecordsError, RecordFaultsError, RecordSyntaxError
from kcdocs.records.reading import read_records


def _file(folder: Path, text: str) -> Path:
    path = folder / "ho-so.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_object_is_one_record_with_pointers(tmp_path: Path) -> None:
    path = _file(tmp_path, '{"so": "1", "noi_nhan": ["a", "b"], "nguoi_ky": {"ho/ten": "x"}, "tien": 1.50}')

    (record,) = read_records(path)

    assert record.data == {
        "so": "1",
        "noi_nhan": ["a", "b"],
        "nguoi_ky": {"ho/ten": "x"},
        "tien": Decimal("1.50"),
    }
    assert record.where("noi_nhan[2]").part == "con trỏ /noi_nhan/1"
    assert record.where("nguoi_ky.ho/ten").part == "con trỏ /nguoi_ky/ho~1ten"


def test_a_list_is_many_records(tmp_path: Path) -> None:
    records = read_records(_file(tmp_path, '[{"so": "1"}, {"so": "2"}]'))

    assert [record.data["so"] for record in records] == ["1", "2"]
    assert records[1].where("so").part == "con trỏ /1/so"


def test_repeated_names_and_letters_no_document_can_hold_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(RecordFaultsError) as caught:
        read_records(_file(tmp_path, '{"so": "1", "so": "2", "ten": "Ðỗ", "x": "\\ud800"}'))

    assert [(fault.code, fault.place.part) for fault in caught.value.findings] == [
        ("RC114", "con trỏ /so"),
        ("RC111", "con trỏ /ten"),
        ("RC112", "con trỏ /x"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "{'so': 1}",
        '{"so": NaN}',
        "[" * 100_000,
        '{"a":' * 300,
        '{"a": 1e999999}',
        '{"a": ' + "1" * 5_000 + "}",
    ],
)
def test_what_is_not_json_gets_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(RecordSyntaxError, match="JSON"):
        read_records(_file(tmp_path, text))


def test_no_record_and_no_object_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyRecordsError):
        read_records(_file(tmp_path, "[]"))
    with pytest.raises(RecordFaultsError, match="1 lỗi"):
        read_records(_file(tmp_path, "[3]"))


def test_a_name_of_a_megabyte_over_many_values_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordSyntaxError, match="tên trường dài hơn 100"):
        read_records(_file(tmp_path, '{"' + "a" * 1_000_000 + '": [' + ", ".join("1" * 900) + "]}"))


def test_brackets_and_commas_within_texts_do_not_count(tmp_path: Path) -> None:
    (record,) = read_records(_file(tmp_path, '{"a": "' + '[{,\\"' * 100_000 + '"}'))

    assert record.data == {"a": '[{,"' * 100_000}


def test_too_many_values_are_refused_before_they_are_held(tmp_path: Path) -> None:
    with pytest.raises(RecordSyntaxError, match="200000 giá trị"):
        read_records(_file(tmp_path, "[" + "[]," * 300_000 + "[]]"))

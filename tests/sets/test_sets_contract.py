"""The contract of a set's data: types read from text, and every fault told with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kcdocs.model.finding import Place
from kcdocs.model.record import Record
from kcdocs.sets.contract import data_faults
from kcdocs.sets.schema import Contract
from kcdocs.sets.schema_file import load_contract

SCHEMA = """{
  "type": "object", "additionalProperties": false, "required": ["so", "ngay", "nguoi_ky"],
  "properties": {
    "so": {"$ref": "khoi.json#/$defs/so"},
    "ngay": {"type": "string", "format": "ngay", "title": "Ngày"},
    "ban": {"type": "integer", "minimum": 1, "title": "Số bản"},
    "tien": {"type": "number"},
    "kin": {"type": "boolean"},
    "loai": {"enum": ["mới", "sửa đổi"]},
    "noi": {"type": "array", "minItems": 2, "items": {"type": "string"}},
    "nguoi_ky": {"type": "object", "additionalProperties": false, "required": ["ho_ten"],
      "properties": {"ho_ten": {"type": "string", "title": "Họ tên", "examples": ["Nguyễn Văn A"]}}}
  }
}"""
SHARED = '{"$defs": {"so": {"type": "string", "pattern": "^[0-9]+$", "title": "Số văn bản"}, "khac": {}}}'
GOOD = {"so": "1", "ngay": "5/3/2026", "nguoi_ky": {"ho_ten": "A"}}


@pytest.fixture
def contract() -> Contract:
    return load_contract(SCHEMA, SHARED)


def _told(contract: Contract, data: dict[str, object]) -> list[tuple[str, str]]:
    return [(fault.code, fault.place.field) for fault in data_faults(contract, Record(data))]  # type: ignore[arg-type]


def test_shared_definitions_are_copied_in_and_unused_ones_are_not(contract: Contract) -> None:
    assert contract.schema["properties"]["so"] == {"$ref": "#/$defs/so"}
    assert list(contract.schema["$defs"]) == ["so"]


def test_a_good_record_has_no_faults(contract: Contract) -> None:
    assert _told(contract, GOOD) == []


def test_text_becomes_what_the_schema_says_in_vietnamese_order(contract: Contract) -> None:
    data = {"so": 7, "ngay": "05/3/2026", "ban": "1.200", "tien": "1.234,5", "kin": "có", "loai": None}

    assert contract.typed(data) == {
        "so": "7",
        "ngay": date(2026, 3, 5),
        "ban": 1200,
        "tien": Decimal("1234.5"),
        "kin": True,
    }


def test_optional_fields_that_were_not_given_are_empty(contract: Contract) -> None:
    whole = contract.complete(contract.typed(GOOD))

    assert whole["noi"] == []
    assert whole["ban"] is None


def test_all_faults_are_told_at_once(contract: Contract) -> None:
    data: dict[str, object] = {
        "so": "một",
        "ban": "0",
        "tien": "1.23",
        "kin": "vâng",
        "loai": "xóa",
        "noi": ["x"],
        "nguoi_ky": {"ho_tên": "A"},
    }

    assert sorted(_told(contract, data)) == [
        ("RC211", "kin"),
        ("RC211", "tien"),
        ("TP311", "ngay"),
        ("TP311", "nguoi_ky.ho_ten"),
        ("TP312", "nguoi_ky.ho_tên"),
        ("TP314", "loai"),
        ("TP316", "so"),
        ("TP317", "noi"),
        ("TP319", "ban"),
    ]


def test_an_unknown_field_is_told_with_the_name_that_was_meant(contract: Contract) -> None:
    (fault,) = data_faults(contract, Record({**GOOD, "sô": "1"}, {"sô": Place(file="a.yaml", line=4)}))

    assert fault.message == "Không có trường «sô»."
    assert fault.mend == "Có phải là «so»?"
    assert fault.place == Place(file="a.yaml", line=4, field="sô")


def test_a_missing_field_is_told_with_its_title_and_an_example(contract: Contract) -> None:
    (fault,) = data_faults(contract, Record({**GOOD, "nguoi_ky": {}}))

    assert fault.message == "Thiếu trường «ho_ten» (Họ tên)."
    assert fault.mend == "Ghi thêm, ví dụ: ho_ten: Nguyễn Văn A"


def test_a_field_without_value_is_missing_at_its_own_line(contract: Contract) -> None:
    record = Record({**GOOD, "so": None}, {"so": Place(line=1)})

    (fault,) = data_faults(contract, record)

    assert fault.message == "Trường «so» (Số văn bản) chưa có giá trị."
    assert fault.place.line == 1


@pytest.mark.parametrize("day", ["31/02/2026", "hôm nay", "5/3/26"])
def test_a_day_the_calendar_lacks_is_a_fault(contract: Contract, day: str) -> None:
    (fault,) = data_faults(contract, Record({**GOOD, "ngay": day}))

    assert (fault.code, fault.found) == ("RC211", day)


@pytest.mark.parametrize("part", ['{"enum": "ab"}', '{"enum": ["a"], "labels": ["A"]}', '{"type": 3}'])
def test_a_schema_whose_words_are_of_another_shape_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match="đúng kiểu"):
        load_contract(f'{{"properties": {{"loai": {part}}}}}', SHARED)


def test_a_choice_among_anything_is_read_by_its_texts_alone() -> None:
    contract = load_contract('{"properties": {"muc": {"enum": [1, null, ["x"], "Loại A"]}}}', SHARED)

    assert contract.typed({"muc": "loai a"}) == {"muc": "Loại A"}
    assert contract.typed({"muc": 1}) == {"muc": 1}

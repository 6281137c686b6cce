"""Faults of a record are worded for the person whose file it is: columns for a sheet, lines for a text."""

from __future__ import annotations

import pytest

from kcdocs.model.finding import Finding, Place
from kcdocs.model.record import Record
from kcdocs.sets.contract import data_faults
from kcdocs.sets.schema import Contract
from kcdocs.sets.schema_file import load_contract

SCHEMA = """{
  "type": "object", "additionalProperties": false, "required": ["loai", "kinh_gui", "co_quan"],
  "properties": {
    "loai": {"type": "string", "title": "Loại", "enum": ["sua_doi", "ban_hanh_moi"],
             "labels": {"sua_doi": "sửa đổi, bổ sung"}},
    "kinh_gui": {"type": "array", "title": "Kính gửi", "items": {"type": "string", "minLength": 1}},
    "co_quan": {"type": "object", "title": "Cơ quan", "required": ["ten"],
                "properties": {"ten": {"type": "string", "title": "Tên", "minLength": 1, "examples": ["Bộ A"]}}},
    "bai_bo": {"type": "array", "title": "Thủ tục bị bãi bỏ", "items": {"type": "object", "required": ["cap"],
               "properties": {"cap": {"type": "string", "title": "Cấp", "enum": ["tinh", "xa"],
                                      "labels": {"tinh": "tỉnh", "xa": "xã"}}}}},
    "noi_dung": {"type": "string", "title": "Nội dung"},
    "sua": {"type": "string", "title": "Phần sửa"}
  },
  "anyOf": [{"required": ["bai_bo"]}, {"required": ["noi_dung"]}, {"required": ["sua"]}],
  "if": {"properties": {"loai": {"const": "sua_doi"}}, "required": ["loai"]},
  "then": {"required": ["sua"]},
  "else": {"required": ["noi_dung"]}
}"""
GOOD = {"loai": "ban_hanh_moi", "kinh_gui": ["a"], "co_quan": {"ten": "A"}, "noi_dung": "b"}


@pytest.fixture
def contract() -> Contract:
    return load_contract(SCHEMA, '{"$defs": {}}')


def told(contract: Contract, file: str, sheet: str = "", **changes: object) -> list[Finding]:
    data = {key: value for key, value in {**GOOD, **changes}.items() if value != "-"}
    return data_faults(contract, Record(data, {}, Place(file=file, sheet=sheet)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Sửa đổi, bổ sung", "sua_doi"),
        ("SUA DOI", "sua_doi"),
        ("ban hành mới", "ban_hanh_moi"),
        (" sua_doi ", "sua_doi"),
    ],
)
def test_a_choice_may_be_written_as_people_say_it(contract: Contract, said: str, meant: str) -> None:
    assert contract.typed({"loai": said}) == {"loai": meant}


def test_a_choice_that_is_none_stays_and_is_told_with_the_labels(contract: Contract) -> None:
    assert contract.typed({"loai": "sửa"}) == {"loai": "sửa"}

    (fault,) = told(contract, "a.xlsx", "Hồ sơ", bai_bo=[{"cap": "huyện"}])

    assert fault.message == "Giá trị của cột «Cấp» không nằm trong các giá trị cho phép."
    assert fault.expected == "tỉnh, xã"


@pytest.mark.parametrize("loai", ["-", None, "sửa đổii xx"])
def test_no_demand_hangs_on_a_field_that_is_itself_at_fault(contract: Contract, loai: object) -> None:
    faults = told(contract, "a.yaml", loai=loai, noi_dung="-", bai_bo=[])

    assert [fault.place.field for fault in faults] == ["loai"]


def test_a_demand_is_told_where_the_field_it_hangs_on_is_good(contract: Contract) -> None:
    assert [fault.place.field for fault in told(contract, "a.yaml", loai="sua_doi")] == ["sua"]


def test_an_empty_item_of_a_list_is_told_like_an_empty_field(contract: Contract) -> None:
    (fault,) = told(contract, "a.yaml", kinh_gui=["Chính phủ", None])

    assert (fault.code, fault.place.field) == ("TP311", "kinh_gui[2]")
    assert fault.message == "Trường «kinh_gui» (Kính gửi), mục 2 chưa có giá trị."
    assert fault.mend


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kinh_gui": [{"Dự thảo gồm": "03 điều."}]}, "dấu hai chấm sau «Dự thảo gồm»"),
        ({"noi_dung": {"Như sau": None}}, "dấu hai chấm làm câu bị hiểu thành tên trường"),
        ({"co_quan": "ten Bộ A"}, "Thiếu dấu hai chấm và dấu cách sau «ten»."),
        ({"co_quan": "ten:Bộ A"}, "Thiếu dấu hai chấm và dấu cách sau «ten»."),
        ({"kinh_gui": "-Chính phủ"}, "thiếu dấu cách sau dấu gạch"),
    ],
)
def test_a_slip_in_a_yaml_file_is_told_as_what_it_is(
    contract: Contract, changes: dict[str, object], words: str
) -> None:
    (fault,) = told(contract, "a.yaml", **changes)

    assert words in fault.message
    assert fault.mend


def test_a_sheet_is_told_by_columns_and_sheets_and_never_by_names_of_fields(contract: Contract) -> None:
    faults = told(contract, "a.xlsx", "Hồ sơ", co_quan={}, kinh_gui="-", noi_dung="-", bai_bo=[{}])
    faults += told(contract, "a.xlsx", "Hồ sơ", loai="-", noi_dung="-")

    words = " ".join(f"{fault.message} {fault.expected} {fault.mend}" for fault in faults)
    assert "Cột «Cơ quan: Tên» còn trống." in words
    assert "«Thủ tục bị bãi bỏ», «Nội dung», «Phần sửa»" in words
    assert not any(
        name in words for name in ("co_quan", "ten:", "kinh_gui", "bai_bo", "noi_dung", "dấu gạch")
    )


def test_a_json_file_gets_advice_in_json(contract: Contract) -> None:
    (fault,) = told(contract, "a.json", co_quan={})

    assert fault.mend == 'Ghi thêm, ví dụ: "ten": "Bộ A"'


@pytest.mark.parametrize("name", [".", "[]", "a.b", "a[1]", "]["])
def test_a_name_of_signs_is_told_and_does_no_harm(contract: Contract, name: str) -> None:
    (fault,) = told(contract, "a.json", **{name: {"x": None}})

    assert fault.code == "TP312"


@pytest.mark.parametrize(
    ("schema", "value", "code", "message", "expected"),
    [
        (
            {"type": "string", "maxLength": 3},
            "abcd",
            "TP318",
            "Giá trị của cột «Ô» quá dài.",
            "nhiều nhất 3 ký tự",
        ),
        (
            {"type": "string", "minLength": 3},
            "ab",
            "TP318",
            "Giá trị của cột «Ô» quá ngắn.",
            "ít nhất 3 ký tự",
        ),
        ({"type": "string", "not": {"const": "x"}}, "x", "TP320", "trái với lược đồ", "quy tắc not"),
        ({"type": "object"}, "x", "TP313", "không đúng kiểu", "nhóm"),
    ],
)
def test_each_rule_of_a_schema_is_told_under_its_code(
    schema: dict[str, object], value: str, code: str, message: str, expected: str
) -> None:
    contract = Contract({"type": "object", "properties": {"o": {"title": "Ô", **schema}}})
    (found,) = data_faults(contract, Record({"o": value}, {}, Place(file="a.xlsx", sheet="Hồ sơ")))

    assert found.code == code
    assert message in found.message
    assert expected in found.expected

"""Records spread over the sheets of a workbook, joined by keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_material import GROUPED, book, loaded, sound, told

from kcdocs.model.record import Record
from kcdocs.records.starter_sheet import spreadsheet

WORDS = st.text("abcđêơ ,.;-", min_size=1, max_size=12).map(str.strip).filter(bool)
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"ten": WORDS, "thu_tuc": st.lists(st.fixed_dictionaries({"ma": WORDS}), min_size=1, max_size=3)}
    ),
    min_size=1,
    max_size=3,
)


def test_groups_stand_on_their_own_sheets_joined_by_keys(tmp_path):
    path = book(
        tmp_path / "a.xlsx",
        Hướng_dẫn=[["Đọc kỹ"], ["trước khi điền"]],
        Hồ_sơ=[["Mã hồ sơ", "Tên"], ["A", "Một"], ["B", "Hai"]],
        Thủ_tục=[
            ["Mã hồ sơ", "Mã dòng", "Mã số"],
            ["B", "t1", "1.1"],
            ["A", "t2", "2.1"],
            ["B", "t3", "1.2"],
        ],
        Thành_phần=[["Thuộc mã dòng", "Giấy tờ"], ["t3", "Đơn"], ["t3", "Ảnh"], ["t2", "Bản sao"]],
    )
    first, second = sound(path, GROUPED)
    assert first.data == {"ten": "Một", "thu_tuc": [{"ma": "2.1", "thanh_phan": [{"giay_to": "Bản sao"}]}]}
    assert second.data == {
        "ten": "Hai",
        "thu_tuc": [{"ma": "1.1"}, {"ma": "1.2", "thanh_phan": [{"giay_to": "Đơn"}, {"giay_to": "Ảnh"}]}],
    }
    place = second.where("thu_tuc[2].thanh_phan[2].giay_to")
    assert (place.sheet, place.cell) == ("Thành phần", "B3")
    assert (second.where("thu_tuc[1].ma").sheet, second.where("thu_tuc[1].ma").cell) == ("Thủ tục", "C2")
    assert second.where("thu_tuc[9].ma").part == "hàng 3"
    assert len(second.places) == len(set(second.places)) == 9


def test_one_record_needs_no_key(tmp_path):
    path = book(tmp_path / "a.xlsx", Hồ_sơ=[["Tên"], ["Một"]], Thủ_tục=[["Mã số"], ["1"], ["2"]])
    assert sound(path, GROUPED)[0].data["thu_tuc"] == [{"ma": "1"}, {"ma": "2"}]


def test_rows_that_belong_nowhere_and_doubled_keys_are_faults(tmp_path):
    path = book(
        tmp_path / "a.xlsx",
        Hồ_sơ=[["Mã hồ sơ", "Tên"], ["A", "Một"], ["A", "Hai"], ["", "Ba"]],
        Thủ_tục=[["Mã hồ sơ", "Mã số"], ["C", "1"], ["A", "2"]],
    )
    assert told(path, GROUPED) == [
        ("RC208", "Thủ tục", "A2"),
        ("RC207", "Hồ sơ", "A3"),
        ("RC207", "Hồ sơ", "A4"),
    ]


def test_missing_keys_are_told_once_not_for_every_row(tmp_path):
    path = book(
        tmp_path / "a.xlsx",
        Hồ_sơ=[["Mã hồ sơ", "Tên"], ["A", "1"], ["B", "2"]],
        Thủ_tục=[["Mã số"], ["1"], ["2"]],
    )
    assert [(code, sheet) for code, sheet, _ in told(path, GROUPED)] == [("RC206", "Thủ tục")]


def test_missing_and_unknown_sheets_are_told(tmp_path):
    path = book(
        tmp_path / "a.xlsx", Hồ_sơ=[["Tên"], ["Một"]], Thu_tuk=[["Mã số"], ["1"]], __nháp=[["x"], ["y"]]
    )
    _, faults = loaded(path, GROUPED)
    assert [item.code for item in faults] == ["RC232", "RC233"]
    assert "«Thủ tục»" in faults[1].mend


@given(RECORDS)
def test_records_written_as_sheets_are_read_as_themselves(tmp_path_factory, records):
    path = tmp_path_factory.mktemp("bang") / "a.xlsx"
    rows = [[f"k{n}", record["ten"]] for n, record in enumerate(records)]
    inner = [[f"k{n}", item["ma"]] for n, record in enumerate(records) for item in record["thu_tuc"]]
    book(path, Hồ_sơ=[["Mã hồ sơ", "Tên"], *rows], Thủ_tục=[["Mã hồ sơ", "Mã số"], *inner])
    assert [record.data for record in sound(path, GROUPED)] == records


def test_a_workbook_without_a_main_sheet_and_a_header_that_fits_two_fields_are_told(tmp_path):
    path = book(tmp_path / "a.xlsx", Thủ_tục=[["Mã số"], ["1"]])
    assert [code for code, _, _ in told(path, GROUPED)] == ["RC231"]
    part = {"type": "object", "title": "Bên", "properties": {"ten": {"type": "string", "title": "Tên"}}}
    schema = {"properties": {"a": {**part, "title": "Bên A"}, "b": {**part, "title": "Bên B"}}}
    path = book(tmp_path / "b.xlsx", Hồ_sơ=[["Bên A: Tên", "Tên"], ["1", "2"]])
    _, (finding,) = loaded(path, schema)
    assert finding.code == "RC204"
    assert "«Bên A: Tên» hay «Bên B: Tên»" in finding.message


def test_a_group_below_a_missing_sheet_and_rows_without_their_own_key_are_told(tmp_path):
    path = book(
        tmp_path / "a.xlsx",
        Hồ_sơ=[["Mã hồ sơ", "Tên"], ["A", "Một"]],
        Thủ_tục=[["Mã hồ sơ", "Mã số"], ["A", "1"], ["A", "2"]],
        Thành_phần=[["Thuộc mã dòng", "Giấy tờ"], ["t1", "Đơn"]],
    )
    assert [(code, sheet) for code, sheet, _ in told(path, GROUPED)] == [
        ("RC206", "Thủ tục"),
        ("RC208", "Thành phần"),
    ]


@pytest.mark.parametrize(
    ("field", "title"),
    [("ho_so", "Thành phần hồ sơ"), ("ho_so", "Hồ sơ"), ("huong_dan", "Hướng dẫn"), ("ten", "Hồ sơ")],
)
def test_a_group_may_be_called_as_the_sheets_of_the_form_are(tmp_path, field, title):
    """The form that a set gives is read back, whatever its groups are called."""
    item = {"type": "object", "required": ["ma"], "properties": {"ma": {"type": "string", "title": "Mã số"}}}
    group = {"type": "array", "title": title, "items": item}
    schema = {"type": "object", "properties": {"so": {"type": "string", "title": "Số"}, field: group}}
    data = {"so": "một", field: [{"ma": "hai"}, {"ma": "ba"}]}
    path = tmp_path / "a.xlsx"
    path.write_bytes(spreadsheet(schema, [Record(data)]))

    assert [record.data for record in sound(path, schema)] == [data]


def test_the_title_of_one_group_is_not_taken_for_the_field_name_of_another(tmp_path):
    def group(title):
        item = {"type": "object", "properties": {"ma": {"type": "string", "title": "Mã số"}}}
        return {"type": "array", "title": title, "items": item}

    properties = {"so": {"type": "string", "title": "Số"}, "don": group("Ảnh"), "anh": group("Đơn")}
    schema = {"type": "object", "properties": properties}
    data = {"so": "một", "don": [{"ma": "hai"}], "anh": [{"ma": "ba"}]}
    path = tmp_path / "a.xlsx"
    path.write_bytes(spreadsheet(schema, [Record(data)]))

    assert [record.data for record in sound(path, schema)] == [data]

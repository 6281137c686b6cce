"""Spreadsheets become records; every fault is told at once with its sheet and cell."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.drafting.reading import told_once
from kcdocs.errors import KcdocsError
from kcdocs.records.errors import EmptyRecordsError
from kcdocs.records.reading import open_records
from kcdocs.records.tables import open_table
from kcdocs.sets.contract import data_faults
from kcdocs.sets.schema import Contract
from kcdocs.sheet.write import Column, Table, workbook

SCHEMA = {
    "title": "Quyết định",
    "type": "object",
    "required": ["so", "ngay", "nguoi_ky"],
    "$defs": {"ngay": {"type": "string", "format": "ngay-van-ban", "title": "Ngày văn bản"}},
    "properties": {
        "so": {"type": "string", "title": "Số"},
        "ngay": {"$ref": "#/$defs/ngay"},
        "kinh_phi": {"type": "integer", "title": "Kinh phí"},
        "ty_le": {"type": "number", "title": "Tỷ lệ"},
        "kem_theo": {"type": "boolean", "title": "Kèm theo"},
        "noi_nhan": {"type": "array", "title": "Nơi nhận", "items": {"type": "string"}},
        "nguoi_ky": {
            "type": "object",
            "title": "Người ký",
            "required": ["ho_ten"],
            "properties": {
                "ho_ten": {"type": "string", "title": "Họ và tên"},
                "chuc_vu": {"type": "string", "title": "Chức vụ"},
            },
        },
    },
}

GROUPED = {
    "type": "object",
    "required": ["ten", "thu_tuc"],
    "properties": {
        "ten": {"type": "string", "title": "Tên"},
        "thu_tuc": {
            "type": "array",
            "title": "Thủ tục",
            "items": {
                "type": "object",
                "required": ["ma"],
                "properties": {
                    "ma": {"type": "string", "title": "Mã số"},
                    "thanh_phan": {
                        "type": "array",
                        "title": "Thành phần",
                        "items": {
                            "type": "object",
                            "properties": {"giay_to": {"type": "string", "title": "Giấy tờ"}},
                        },
                    },
                },
            },
        },
    },
}


def book(path: Path, **sheets) -> Path:
    """A workbook of text sheets: name → rows."""
    tables = []
    for name, rows in sheets.items():
        columns = tuple(Column(title) for title in rows[0])
        tables.append(Table(name.replace("_", " ").replace("  ", "_"), columns, rows[1:]))
    path.write_bytes(workbook(tables))
    return path


def loaded(path: Path, schema=SCHEMA):
    """The records of a table, and all that is wrong with it, the values not yet looked at."""
    stream = open_records(path, schema)
    pairs = list(stream.pairs())
    return [record for record, _ in pairs], [*stream.loose, *(fault for _, found in pairs for fault in found)]


def typed(path: Path, schema=SCHEMA):
    """The values of each record of a table, read as what the schema says."""
    contract = Contract(schema)
    return [contract.typed(record.data) for record in sound(path, schema)]


def sound(path: Path, schema=SCHEMA):
    """The records of a table in which there is nothing wrong."""
    records, faults = loaded(path, schema)
    assert faults == []
    return records


def every(path: Path, schema=SCHEMA):
    """All that is wrong with a table and with the values in it, in the order of the records."""
    contract, stream = Contract(schema), open_records(path, schema)
    found = [[*faults, *data_faults(contract, record)] for record, faults in stream.pairs()]
    return told_once([*stream.loose, *(fault for faults in found for fault in faults)])


def told(path: Path, schema=SCHEMA) -> list[tuple[str, str, str]]:
    return [(item.code, item.place.sheet, item.place.cell) for item in loaded(path, schema)[1]]


def test_a_row_becomes_a_record_with_the_place_of_each_value(tmp_path):
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("Quyết định")
    day = made.add_format({"num_format": "dd/mm/yyyy"})
    heads = [
        "Số",
        "Ngày văn bản",
        "Kinh phí",
        "Tỷ lệ",
        "Kèm theo",
        "Nơi nhận",
        "Họ và tên",
        "Người ký: Chức vụ",
    ]
    sheet.write_row(0, 0, heads)
    sheet.write_row(
        1,
        0,
        [12, "", 1500000, 12.5, True, "Như Điều 3;\nLưu: VT", " Nguye\u0302\u0303n Văn A ", "Cục trưởng"],
    )
    sheet.write_datetime(1, 1, dt.date(2026, 3, 5), day)
    sheet.write_row(2, 0, ["13", "05/3/2026", "1.500.000", "12,5", "không", "Như trên", "Trần B", ""])
    made.close()
    first, second = sound(path)
    values = typed(path)
    assert values[0] == {
        "so": "12",
        "ngay": dt.date(2026, 3, 5),
        "kinh_phi": 1500000,
        "ty_le": Decimal("12.5"),
        "kem_theo": True,
        "noi_nhan": ["Như Điều 3;", "Lưu: VT"],
        "nguoi_ky": {"ho_ten": "Nguyễn Văn A", "chuc_vu": "Cục trưởng"},
    }
    assert values[1] == {
        "so": "13",
        "ngay": dt.date(2026, 3, 5),
        "kinh_phi": 1500000,
        "ty_le": Decimal("12.5"),
        "kem_theo": False,
        "noi_nhan": ["Như trên"],
        "nguoi_ky": {"ho_ten": "Trần B"},
    }
    assert second.where("nguoi_ky.chuc_vu").cell == "H3"
    assert first.where("noi_nhan[2]").cell == "F2"
    assert first.where("nguoi_ky.ho_ten").sheet == "Quyết định"
    assert first.place.part == "hàng 2"
    assert set(first.places) == {
        "so", "ngay", "kinh_phi", "ty_le", "kem_theo", "noi_nhan", "nguoi_ky.ho_ten", "nguoi_ky.chuc_vu",
    }  # fmt: skip


def test_ten_planted_faults_get_ten_messages_each_with_its_cell(tmp_path):
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("Quyết định")
    sheet.write_row(
        0, 0, ["Số", "Ngày văn bản", "Kinh phí", "Tỷ lệ", "Kèm theo", "Họ và te", "Họ và tên", "Chức vụ"]
    )
    good = ["1", "05/3/2026", "10", "1,5", "có", "", "Nguyễn Văn A", "Cục trưởng"]
    for row in range(1, 12):
        sheet.write_row(row, 0, good)
    sheet.write(2, 1, "31/02/2026")
    sheet.write(3, 1, "05/3/26")
    sheet.write(4, 2, "12,5")
    sheet.write(5, 3, "1.234")
    sheet.write(6, 4, "có lẽ")
    sheet.write(7, 6, "NguyÔn V¨n B×nh")
    sheet.write(8, 6, "Ðinh Văn C")
    sheet.write(9, 7, "Cục\x07trưởng")
    sheet.write_formula(10, 2, "=1/0", None, "#DIV/0!")
    made.close()
    found = every(path)
    assert [(item.code, item.place.cell) for item in found] == [
        ("RC201", "F1"),
        ("RC211", "B3"),
        ("RC211", "B4"),
        ("RC211", "C5"),
        ("RC211", "D6"),
        ("RC211", "E7"),
        ("RC121", "G8"),
        ("RC111", "G9"),
        ("RC112", "H10"),
        ("RC212", "C11"),
    ]
    assert {item.place.sheet for item in found} == {"Quyết định"}
    assert all(item.mend for item in found)
    assert "«Người ký: Họ và tên»" in found[0].mend


@pytest.mark.parametrize(
    ("header", "mend"),
    [
        (["Số", "Ngay van ban", "HỌ VÀ TÊN"], None),
        (["so", "ngay", "nguoi_ky.ho_ten"], None),
        (["Số *", "Ngày  văn bản (bắt buộc)", "Người ký - Họ và tên"], "Ngày văn bản"),
    ],
)
def test_headers_are_known_by_title_or_field_name_in_any_case(tmp_path, header, mend):
    records, faults = loaded(book(tmp_path / "a.xlsx", QĐ=[header, ["1", "05/3/2026", "A"]]))
    if mend is None:
        assert faults == []
        assert records[0].data["nguoi_ky"] == {"ho_ten": "A"}
    else:
        assert [item.code for item in faults] == ["RC201", "RC202"]
        assert mend in faults[0].mend


def test_missing_unknown_and_doubled_columns_are_told_once(tmp_path):
    path = book(
        tmp_path / "a.xlsx",
        QĐ=[["Số", "Số", "Kinh phi", "Ghi chú", "# riêng", "STT"], ["1", "2", "3", "4", "5", "6"]],
    )
    assert [(code, cell) for code, _, cell in told(path)] == [
        ("RC203", "B1"),
        ("RC201", "D1"),
        ("RC202", ""),
        ("RC202", ""),
    ]


def test_titles_above_the_header_empty_rows_and_remarks_are_passed_over(tmp_path):
    path = book(
        tmp_path / "a.xlsx",
        QĐ=[
            ["DANH SÁCH QUYẾT ĐỊNH", "", ""],
            ["", "", ""],
            ["Số", "Ngày văn bản", "Họ và tên"],
            ["", "  ", ""],
            ["# ví dụ", "hôm nay", "A"],
            ["7", "05/3/2026", "A"],
            ["", "", ""],
            ["8", "06/3/2026", "B"],
        ],
    )
    records = sound(path)
    assert [record.data["so"] for record in records] == ["7", "8"]
    assert [record.where("so").cell for record in records] == ["A6", "A8"]


def test_a_cell_beyond_the_headed_columns_is_a_fault(tmp_path):
    path = book(
        tmp_path / "a.xlsx", QĐ=[["Số", "Ngày văn bản", "Họ và tên", ""], ["1", "05/3/2026", "A", "lạc"]]
    )
    assert told(path) == [("RC213", "QĐ", "D2")]


def test_a_merged_area_in_one_column_stands_for_each_of_its_rows_and_a_wide_one_is_a_fault(tmp_path):
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("QĐ")
    sheet.write_row(0, 0, ["Số", "Ngày văn bản", "Họ và tên", "Chức vụ"])
    for row, number in enumerate(("1", "2", "3"), 1):
        sheet.write_row(row, 0, [number, "05/3/2026", "A"])
    sheet.merge_range("D2:D3", "Cục trưởng")
    made.close()
    assert [record.data["nguoi_ky"].get("chuc_vu") for record in sound(path)] == ["Cục trưởng"] * 2 + [None]
    edited = openpyxl.load_workbook(path)
    edited["QĐ"].merge_cells("C4:D4")
    edited.save(path)
    assert told(path) == [("RC214", "QĐ", "C4")]


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


def test_csv_says_how_it_was_read_and_names_line_and_column(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        'Số;Ngày văn bản;Họ và tên;Kinh phí\n1;05/3/2026;"A\nB";10\n2;2026-13-01;C;1.000\n', "utf-8-sig"
    )
    assert [(item.code, item.place.line, item.place.cell) for item in every(path)] == [("RC211", 4, "cột B")]
    first, second = typed(path)
    assert first["nguoi_ky"] == {"ho_ten": "A\nB"}
    assert second["kinh_phi"] == 1000
    stream = open_records(path, SCHEMA)
    assert len(list(stream.pairs())) == 2
    (remark,) = stream.remarks
    assert "dấu chấm phẩy" in remark
    assert [item.code for item in open_table(path, SCHEMA).findings] == ["RC220"]


def test_a_file_without_records_is_refused(tmp_path):
    with pytest.raises(EmptyRecordsError):
        loaded(book(tmp_path / "a.xlsx", QĐ=[["Số", "Ngày văn bản", "Họ và tên"]]))
    (tmp_path / "a.csv").write_text("", "utf-8")
    assert [code for code, _, _ in told(tmp_path / "a.csv")] == ["RC205"]


def test_numbers_dates_and_truth_in_the_wrong_column_are_faults(tmp_path):
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("QĐ")
    day = made.add_format({"num_format": "dd/mm/yyyy"})
    time = made.add_format({"num_format": "hh:mm"})
    sheet.write_row(0, 0, ["Số", "Ngày văn bản", "Kinh phí", "Kèm theo", "Họ và tên"])
    sheet.write_row(1, 0, [1.5, 46000, 2.5, 3, "A"])
    sheet.write_row(2, 0, [True, True, True, "x", "A"])
    sheet.write_row(3, 0, [1e20, 1e20, 1e20, 1.5, "A"])
    sheet.write_row(4, 0, ["1", "", "", "", "A"])
    sheet.write_datetime(4, 2, dt.date(2026, 3, 5), day)
    sheet.write_datetime(4, 1, dt.time(8, 30), time)
    made.close()
    assert sorted((item.place.cell for item in every(path)), key=lambda cell: (cell[1:], cell)) == [
        "A2", "B2", "C2", "D2", "A3", "B3", "C3", "A4", "B4", "C4", "D4", "B5", "C5",
    ]  # fmt: skip


def test_a_field_left_open_for_the_registry_office_stays_open(tmp_path):
    path = book(tmp_path / "a.xlsx", QĐ=[["Số", "Ngày văn bản", "Họ và tên"], ["để trống", "Để trống", "A"]])
    (values,) = typed(path)
    assert (values["so"], values["ngay"]) == ("để trống", "để trống")
    assert every(path) == []


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_a_missing_file_is_one_clear_error(tmp_path, name):
    with pytest.raises(KcdocsError, match="không có"):
        open_records(tmp_path / name, SCHEMA)


WORDS = st.text("abcđêơ ,.;-", min_size=1, max_size=12).map(str.strip).filter(bool)
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"ten": WORDS, "thu_tuc": st.lists(st.fixed_dictionaries({"ma": WORDS}), min_size=1, max_size=3)}
    ),
    min_size=1,
    max_size=3,
)


@given(RECORDS)
def test_records_written_as_sheets_are_read_as_themselves(tmp_path_factory, records):
    path = tmp_path_factory.mktemp("bang") / "a.xlsx"
    rows = [[f"k{n}", record["ten"]] for n, record in enumerate(records)]
    inner = [[f"k{n}", item["ma"]] for n, record in enumerate(records) for item in record["thu_tuc"]]
    book(path, Hồ_sơ=[["Mã hồ sơ", "Tên"], *rows], Thủ_tục=[["Mã hồ sơ", "Mã số"], *inner])
    assert [record.data for record in sound(path, GROUPED)] == records


def test_a_percentage_is_a_fault_and_leading_zeros_that_a_format_shows_are_kept(tmp_path):
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("QĐ")
    sheet.write_row(0, 0, ["Số", "Ngày văn bản", "Họ và tên", "Tỷ lệ", "Kinh phí", "Chức vụ"])
    sheet.write_row(1, 0, ["", "05/3/2026", "A"])
    padded = made.add_format({"num_format": "000"})
    sheet.write_number(1, 0, 7, padded)
    sheet.write_number(1, 3, 0.125, made.add_format({"num_format": "0.0%"}))
    sheet.write_number(1, 4, 8, padded)
    sheet.write_blank(1, 5, None, made.add_format({"num_format": "0%"}))
    made.close()
    records, faults = loaded(path)
    assert [(item.code, item.place.cell) for item in faults] == [("RC211", "D2")]
    assert faults[0].message == "Ô hiển thị 12,5% nhưng chứa số 0,125, nên không rõ cần số nào."
    values = Contract(SCHEMA).typed(records[0].data)
    assert values["so"] == "007"
    assert values["kinh_phi"] == 8


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

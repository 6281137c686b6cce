"""Spreadsheets become records; every fault is told at once with its sheet and cell."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import openpyxl
import pytest
import xlsxwriter
from tables_material import SCHEMA, book, every, loaded, sound, told, typed

from kcdocs.errors import KcdocsError
from kcdocs.records.errors import EmptyRecordsError
from kcdocs.records.reading import open_records
from kcdocs.records.tables import open_table
from kcdocs.sets.schema import Contract


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


def test_a_column_under_a_title_of_an_earlier_form_is_read(tmp_path):
    signer = {
        "type": "object",
        "title": "Người ký",
        "properties": {"cap_pho": {"type": "string", "title": "Cấp phó", "formerTitles": ["Phó ký thay"]}},
    }
    schema = {
        "type": "object",
        "properties": {"so": {"type": "string", "title": "Số"}, "nguoi_ky": signer},
    }
    for header in ("Người ký: Phó ký thay", "Phó ký thay", "Người ký: Cấp phó"):
        path = book(tmp_path / "a.xlsx", Hồ_sơ=[["Số", header], ["7", "Phó Cục trưởng"]])
        assert sound(path, schema)[0].data == {"so": "7", "nguoi_ky": {"cap_pho": "Phó Cục trưởng"}}

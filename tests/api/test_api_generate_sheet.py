"""Documents from a spreadsheet: every planted fault told with its cell, and no file made."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kcdocs.api.generate import generate
from kcdocs.api.templates import write_form
from kcdocs.sets.errors import ContractError

SET = "quyet-dinh-cong-bo-tthc"


def _sheet(folder: Path) -> tuple[Path, openpyxl.Workbook]:
    path = write_form(SET, folder / "ho-so.xlsx")
    return path, openpyxl.load_workbook(path)


def _cell(sheet: openpyxl.worksheet.worksheet.Worksheet, header: str, row: int) -> openpyxl.cell.Cell:
    column = next(cell.column for cell in sheet[1] if cell.value == header)
    return sheet.cell(row, column)


def test_ten_planted_faults_give_ten_messages_each_with_its_cell_and_no_file(tmp_path: Path) -> None:
    path, book = _sheet(tmp_path)
    main = book["Hồ sơ"]
    new, changed, gone, _ = (book[name] for name in book.sheetnames if name.startswith("Thủ tục"))
    planted = [
        (_cell(main, "Số văn bản", 2), "9999A"),
        (_cell(main, "Ngày văn bản", 2), "31/02/2025"),
        (_cell(main, "Địa danh", 3), None),
        (_cell(main, "Ký hiệu văn bản", 3), "QĐ BCT"),
        (_cell(main, "Người ký: Hình thức ký", 2), "ký"),
        (_cell(main, "Lưu văn bản: Số bản lưu", 3), "ba"),
        (_cell(new, "Cấp thực hiện", 2), "làng"),
        (_cell(changed, "Mã số thủ tục hành chính", 2), "1.12"),
        (_cell(gone, "Tên thủ tục hành chính", 2), "Ðăng ký"),
        (_cell(gone, "Mã hồ sơ", 3), "7"),
    ]
    for cell, value in planted:
        cell.value = value
    book.save(path)

    with pytest.raises(ContractError) as caught:
        generate(SET, path, tmp_path / "ra")

    told = {(fault.place.sheet, fault.place.cell) for fault in caught.value.findings}
    assert told == {(cell.parent.title, cell.coordinate) for cell, _ in planted}
    assert len(caught.value.findings) == 10
    assert not (tmp_path / "ra").exists()


def test_a_column_that_is_missing_is_told_once_and_not_again_for_each_row(tmp_path: Path) -> None:
    path, book = _sheet(tmp_path)
    main, new = book["Hồ sơ"], book["Thủ tục hành chính mới ban hành"]
    for sheet, header in ((main, "Địa danh"), (main, "Người ký: Hình thức ký"), (new, "Cấp thực hiện")):
        sheet.delete_cols(_cell(sheet, header, 1).column)
    _cell(main, "Ký hiệu văn bản", 3).value = None
    book.save(path)

    with pytest.raises(ContractError) as caught:
        generate(SET, path, tmp_path / "ra")

    told = [(fault.code, fault.place.sheet, fault.place.field) for fault in caught.value.findings]
    assert told == [
        ("RC202", "Hồ sơ", "dia_danh"),
        ("RC202", "Hồ sơ", "nguoi_ky.hinh_thuc"),
        ("RC202", "Thủ tục hành chính mới ban hành", "cap"),
        ("TP311", "Hồ sơ", "ky_hieu"),
    ]


def test_the_same_fault_in_two_rows_of_a_csv_file_is_told_for_both(tmp_path: Path) -> None:
    path = tmp_path / "ho-so.csv"
    path.write_text("Ngày văn bản,Kính gửi\n31/02/2025,aa\n32/02/2025,aa\n", encoding="utf-8")

    with pytest.raises(ContractError) as caught:
        generate("to-trinh", path, tmp_path / "ra")

    told = [(item.place.line, item.place.cell) for item in caught.value.findings if item.place.cell]
    assert told == [(2, "cột A"), (3, "cột A")]


def test_a_sheet_is_read_by_the_version_its_dates_choose(tmp_path: Path) -> None:
    path = write_form(f"{SET}@1.0.0", tmp_path / "ho-so.xlsx")

    made = generate(SET, path, tmp_path / "ra")

    assert {item.set_name for item in made} == {f"{SET}@1.0.0"}


def test_a_csv_file_makes_documents_too(tmp_path: Path) -> None:
    headers = (
        "Số văn bản;Ký hiệu văn bản;Ngày văn bản;Địa danh;Cơ quan ban hành: Tên cơ quan ban hành;Tên dự thảo nghị định;"
        "Kính gửi;Cơ sở chính trị, pháp lý;Cơ sở thực tiễn;Mục đích;Quan điểm xây dựng;Quá trình xây dựng dự thảo;"
        "Bố cục của dự thảo;Loại dự thảo;Nội dung cơ bản;Nguồn lực, điều kiện bảo đảm thi hành;Thời gian trình ban hành;"
        "Hồ sơ trình kèm theo;Nơi nhận;Lưu văn bản: Đơn vị soạn thảo;Người ký: Hình thức ký;"
        "Người ký: Chức vụ của người ký;Người ký: Họ và tên người ký"
    )
    values = (
        "7;TTr-BCT;05/5/2025;Hà Nội;Bộ Công Thương;Nghị định về khuyến công mới;Chính phủ;aa;bb;cc;dd;ee;ff;"
        "ban_hanh_moi;gg;hh;ii;Dự thảo;Như trên;PC;trực tiếp;Bộ trưởng;Nguyễn Văn A"
    )
    path = tmp_path / "ho-so.csv"
    path.write_text(f"{headers}\n{values}\n", encoding="utf-8-sig")

    (made,) = generate("to-trinh", path, tmp_path / "ra")

    assert made.path.name == "to-trinh-7-TTr-BCT.docx"

"""Bad data: a sentence for each fault, nothing outside the folder, nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from batch_material import COLUMNS, make, open_book, row, states, write_csv, write_rows

from kcdocs.api import batch
from kcdocs.api.generate import generate
from kcdocs.api.templates import write_form
from kcdocs.batch.errors import BatchFaultsError
from kcdocs.errors import KcdocsError
from kcdocs.records.errors import EmptyRecordsError
from kcdocs.records.reading import open_records
from kcdocs.sets import versions
from kcdocs.sets.errors import ContractError


def _book(path: Path, rows: list[dict[str, str]], title: str = "Hồ sơ") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    names = [name for name in COLUMNS if name != "so"]
    sheet.append([COLUMNS[name] for name in names])
    for item in rows:
        sheet.append([item[name] or None for name in names])
    book.save(path)
    return path


def _codes(records: Path, out: Path, **options: object) -> list[str]:
    with pytest.raises(BatchFaultsError) as fault:
        make(records, out, **options)
    assert not out.exists()
    assert states() == []
    return [item.code for item in fault.value.every]


@pytest.fixture(autouse=True)
def book() -> None:
    open_book()


def test_a_sheet_without_rows_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmptyRecordsError, match="không có hồ sơ nào"):
        make(_book(tmp_path / "a.xlsx", []), tmp_path / "ra")
    (tmp_path / "b.csv").write_text("", "utf-8")
    with pytest.raises(KcdocsError):
        make(tmp_path / "b.csv", tmp_path / "ra")
    (tmp_path / "c.jsonl").write_text("\n", "utf-8")
    with pytest.raises(EmptyRecordsError):
        make(tmp_path / "c.jsonl", tmp_path / "ra")


def test_a_book_without_a_sheet_of_records_is_told(tmp_path: Path) -> None:
    assert "RC231" in _codes(_book(tmp_path / "a.xlsx", [row(1)], "Hướng dẫn"), tmp_path / "ra")


def test_a_wrong_column_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.csv", 2)
    path.write_text(path.read_text("utf-8-sig").replace("Địa danh", "Địa danhh"), "utf-8")
    with pytest.raises(BatchFaultsError) as fault:
        make(path, tmp_path / "ra")
    assert any("«Địa danh»" in item.mend for item in fault.value.every)


def test_a_column_that_is_missing_is_told_once_and_not_again_for_each_row(tmp_path: Path) -> None:
    signed = ("hinh_thuc", "chuc_vu", "ho_ten")
    without = dict.fromkeys(("dia_danh", *signed), "")
    rows = [row(n, **without) for n in (1, 2)] + [row(3, **without, ky_hieu="QĐ BCT")]
    with pytest.raises(BatchFaultsError) as fault:
        make(write_csv(tmp_path / "a.csv", rows), tmp_path / "ra", keep_going=True)

    assert [(item.code, item.place.line, item.place.field) for item in fault.value.every] == [
        ("RC202", 1, "dia_danh"),
        *(("RC202", 1, f"nguoi_ky.{name}") for name in signed),
        ("TP316", 4, "ky_hieu"),
    ]


def test_a_formula_without_a_value_is_told_with_its_cell(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [row(1), row(2)])
    book = openpyxl.load_workbook(path)
    book.active["C3"] = '=CONCAT("Hà","Nội")'
    book.save(path)
    with pytest.raises(BatchFaultsError) as fault:
        make(path, tmp_path / "ra")
    assert [(item.code, item.place.cell) for item in fault.value.every] == [("RC212", "C3")]


def test_words_that_a_spreadsheet_would_run_are_text_everywhere(tmp_path: Path) -> None:
    command = "=cmd|' /C calc'!A0"
    make(write_csv(tmp_path / "a.csv", [row(1, ho_ten=command)]), tmp_path / "ra", pattern="{stt}-=1+1")
    manifest = (tmp_path / "ra" / "bang-ke.csv").read_text("utf-8-sig")
    assert ",=" not in manifest
    assert (tmp_path / "ra" / "1-=1+1.docx").is_file()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("../../x", "x"),
        ("C:\\Windows\\x", "C-Windows-x"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("a: b?", "a-b"),
    ],
)
def test_a_name_from_the_data_stays_in_the_folder(tmp_path: Path, words: str, name: str) -> None:
    path = write_csv(tmp_path / "a.csv", [row(1, dia_danh=words)])
    make(path, tmp_path / "ra", pattern="{dia_danh}")
    (made,) = tmp_path.rglob("*.docx")
    assert made == tmp_path / "ra" / f"{name}.docx"


def test_json_lines_are_read_and_their_faults_told_with_the_line(tmp_path: Path) -> None:
    version = versions.of_set("to-trinh")[-1]
    rows = write_csv(tmp_path / "a.csv", [row(1, so="41"), row(2, so="42")])
    records = open_records(rows, version.contract.schema).pairs()
    good = [json.dumps(item.data, default=str) for item, _ in records]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(good), "utf-8")
    assert make(path, tmp_path / "ra").whole

    path.write_text("\n".join([*good, '{"so": 1', "[]", '{"so": "41", "so": "42"}']), "utf-8")
    with pytest.raises(BatchFaultsError) as fault:
        make(path, tmp_path / "rb")
    told = {(item.code, item.place.line) for item in fault.value.every}
    assert {("RC126", 3), ("RC115", 4), ("RC114", 5)} <= told


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_one_document_and_a_batch_tell_the_same_faults_of_a_file(tmp_path: Path, kind: str) -> None:
    changes = ({"ngay": "31/02/2026"}, {"loai": "xóa"}, {"dia_danh": "Ðà Lạt"}, {"ho_ten": ""})
    path = write_csv(tmp_path / "a.csv", [row(n, so=str(n), **change) for n, change in enumerate(changes, 1)])
    if kind == "jsonl":
        records = open_records(path, versions.of_set("to-trinh")[-1].contract.schema).pairs()
        path = tmp_path / "a.jsonl"
        path.write_text("\n".join(json.dumps(record.data) for record, _ in records), "utf-8")

    with pytest.raises(BatchFaultsError) as of_batch:
        make(path, tmp_path / "ra", series=None)
    with pytest.raises(ContractError) as of_one:
        generate("to-trinh", path, tmp_path / "rb")

    assert of_one.value.findings == of_batch.value.every
    assert [fault.code for fault in of_batch.value.every] == ["RC211", "TP314", "RC111", "TP311"]


@pytest.mark.parametrize("kind", ["yaml", "json", "jsonl"])
def test_a_bad_record_of_any_text_is_left_out_and_the_good_ones_are_made(tmp_path: Path, kind: str) -> None:
    rows = write_csv(tmp_path / "a.csv", [row(n, so=str(n)) for n in range(1, 4)])
    records = open_records(rows, versions.of_set("to-trinh")[-1].contract.schema).pairs()
    good = [json.loads(json.dumps(record.data, default=str)) for record, _ in records]
    good[1]["dia_danh"] = "Ðà Lạt"
    every = [json.dumps(item, ensure_ascii=False) for item in good]
    path = tmp_path / f"a.{kind}"
    path.write_text("\n".join(every) if kind == "jsonl" else "[" + ",\n".join(every) + "]", "utf-8")

    done = make(path, tmp_path / "ra", series=None, keep_going=True)

    assert (done.total, done.skipped) == (2, 1)
    assert "RC111" in (tmp_path / "ra" / "bang-ke.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("one", "two"),
    [("Hà Nội", "HÀ NỘI"), ("Hà Nội", "Ha\u0300 No\u0323\u0302i"), ("Hà" + "a" * 300, "Hà" + "a" * 301)],
)
def test_names_that_one_file_system_takes_for_the_same_are_told(tmp_path: Path, one: str, two: str) -> None:
    path = write_csv(tmp_path / "a.csv", [row(1, dia_danh=one), row(2, dia_danh=two)])
    assert _codes(path, tmp_path / "ra", pattern="{dia_danh}") == ["BT205"]


def test_a_name_of_three_hundred_letters_is_cut_to_what_every_system_takes(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [row(1, dia_danh="ế" * 300)])
    make(path, tmp_path / "ra", pattern="{dia_danh}")
    (made,) = (tmp_path / "ra").glob("*.docx")
    assert len(made.name.encode()) <= 255


def test_one_cell_in_the_last_row_of_a_sheet_is_told_with_its_row(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [row(1)])
    book = openpyxl.load_workbook(path)
    book.active["A1048576"] = "x"
    book.save(path)
    with pytest.raises(BatchFaultsError) as fault:
        make(path, tmp_path / "ra")
    assert all((item.place.cell or item.place.part).endswith("1048576") for item in fault.value.every)


def test_wrong_cells_are_marked_in_a_copy_of_the_sheet(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [row(1), row(2, ngay="31/02/2026", dia_danh="")])
    assert len(_codes(path, tmp_path / "ra", marked=tmp_path / "dau.xlsx")) == 2

    sheet = openpyxl.load_workbook(tmp_path / "dau.xlsx")["Hồ sơ"]
    assert sheet["A3"].value == "TTr-BCT"
    assert {cell.coordinate for line in sheet for cell in line if cell.comment} == {"B3", "C3"}
    assert "RC211" in sheet["B3"].comment.text
    assert "TP311" in [line[-1].value for line in sheet][2]


def test_wrong_cells_of_a_csv_file_are_marked_in_a_workbook(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [row(1), row(2, ngay="31/02/2026")])
    asked = batch.order("to-trinh", path, tmp_path / "ra", series="TTr-BCT/2026")
    with pytest.raises(BatchFaultsError):
        batch.dry_run(asked, marked=tmp_path / "dau.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "dau.xlsx").active
    assert [cell.coordinate for line in sheet for cell in line if cell.comment] == ["B3"]


def test_a_key_that_stands_twice_is_told_with_its_cell(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [row(1), row(2), row(3)])
    book = openpyxl.load_workbook(path)
    book.active.insert_cols(1)
    for number, words in enumerate(("Mã hồ sơ", "A1", "A2", "A1"), 1):
        book.active.cell(number, 1).value = words
    book.save(path)
    with pytest.raises(BatchFaultsError) as fault:
        make(path, tmp_path / "ra")
    assert [(item.code, item.place.cell) for item in fault.value.every] == [("RC207", "A4")]


def test_of_a_workbook_with_groups_only_the_record_of_a_wrong_cell_is_left_out(tmp_path: Path) -> None:
    records = write_form("quyet-dinh-cong-bo-tthc", tmp_path / "ho-so.xlsx")
    book = openpyxl.load_workbook(records)
    sheet = book["Hồ sơ"]
    sheet["D3"] = "31/02/2025"
    group = next(book[name] for name in book.sheetnames[1:] if book[name]["A1"].value == "Mã hồ sơ")
    group.append(["không có"])
    book.save(records)
    asked = batch.order("quyet-dinh-cong-bo-tthc", records, tmp_path / "ra", keep_going=True)
    with pytest.raises(BatchFaultsError) as fault:
        batch.run(asked)
    assert "RC208" in {item.code for item in fault.value.every}

    group.delete_rows(group.max_row)
    book.save(records)
    done = batch.run(asked)
    assert (done.total, done.skipped) == (2, 1)
    assert len(list((tmp_path / "ra").glob("*.docx"))) == 2


def test_a_clerk_is_told_in_words_what_a_symbol_looks_like(tmp_path: Path) -> None:
    with pytest.raises(BatchFaultsError) as fault:
        make(_book(tmp_path / "a.xlsx", [row(1, ky_hieu="TTr BCT")]), tmp_path / "ra")
    told = next(item for item in fault.value.every if item.code == "TP316")
    assert told.expected.startswith("Ký hiệu đứng sau dấu gạch chéo, không có dấu cách")
    assert told.expected.endswith("ví dụ: TTr-BCT")

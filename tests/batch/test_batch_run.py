"""A batch: numbers in row order, a journal, a manifest, folders of a thousand, nothing overwritten."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from batch_material import SERIES, contents, make, open_book, row, states, write_csv, write_rows

from kcdocs.api import BatchProof, batch
from kcdocs.api.verify import verify
from kcdocs.batch.errors import (
    BatchFaultsError,
    ChangedSinceError,
    FolderInUseError,
    NoManifestError,
    NothingToResumeError,
)
from kcdocs.batch.making import relative
from kcdocs.batch.manifest import defused
from kcdocs.register.errors import SeriesUnknownError


def test_three_hundred_rows_get_numbers_in_their_order_and_every_document_proves_itself(
    tmp_path: Path,
) -> None:
    open_book()
    done = make(write_rows(tmp_path / "a.csv", 300), tmp_path / "ra")

    assert done.whole
    assert states() == [(number, "đã cấp") for number in range(41, 341)]
    documents = json.loads((tmp_path / "ra" / "bang-ke.json").read_bytes())["documents"]
    assert [item["file"] for item in documents] == [f"to-trinh-{n}-TTr-BCT.docx" for n in range(41, 341)]
    assert [item["row"] for item in documents] == [f"dòng {n}" for n in range(2, 302)]
    assert verify(tmp_path / "ra" / "to-trinh-340-TTr-BCT.docx").good


@pytest.mark.usefixtures("small_groups")
def test_several_processes_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    records = write_rows(tmp_path / "a.csv", 90)
    open_book()
    make(records, tmp_path / "mot")
    (tmp_path / "du-lieu" / "so-dang-ky.sqlite").rename(tmp_path / "cu.sqlite")
    open_book()
    make(records, tmp_path / "hai", jobs=2)

    assert contents(tmp_path / "mot") == contents(tmp_path / "hai")


def test_past_a_thousand_documents_a_folder_takes_a_thousand() -> None:
    assert str(relative(999, "a.docx", 1000)) == "a.docx"
    assert [str(relative(n, "a.docx", 2001)) for n in (0, 999, 1000, 2000)] == [
        "0001/a.docx",
        "0001/a.docx",
        "0002/a.docx",
        "0003/a.docx",
    ]


def test_the_manifest_is_told_three_times_alike_and_no_cell_of_it_is_a_formula(tmp_path: Path) -> None:
    open_book()
    records = write_csv(tmp_path / "a.csv", [row(1), row(2, dia_danh="")])
    make(records, tmp_path / "ra", keep_going=True)

    with (tmp_path / "ra" / "bang-ke.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    sheet = openpyxl.load_workbook(tmp_path / "ra" / "bang-ke.xlsx").active
    assert [[cell or "" for cell in line] for line in sheet.values] == table
    assert table[1][:6] == ["dòng 2", "to-trinh-41-TTr-BCT.docx", "41", "TTr-BCT", "to-trinh@2.0.0", "đã lập"]
    assert table[2][5] == "hồ sơ có lỗi, bỏ qua"
    assert "«Địa danh»" in table[2][6]
    assert defused("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0"


def test_every_fault_of_every_row_is_told_at_once_and_nothing_is_made(tmp_path: Path) -> None:
    open_book()
    rows = [row(1, ngay="31/02/2026"), row(2), row(3, dia_danh="", loai="sai"), row(4, ky_hieu="QĐ-BCT")]
    with pytest.raises(BatchFaultsError) as fault:
        make(write_csv(tmp_path / "a.csv", rows), tmp_path / "ra")

    assert {(item.place.line, item.place.field) for item in fault.value.every} == {
        (2, "ngay"),
        (4, "dia_danh"),
        (4, "loai"),
        (5, "ky_hieu"),
    }
    assert "1 hồ sơ không có lỗi" in fault.value.message
    assert not (tmp_path / "ra").exists()
    assert states() == []


def test_good_rows_are_made_and_bad_ones_listed_where_asked(tmp_path: Path) -> None:
    open_book()
    done = make(
        write_csv(tmp_path / "a.csv", [row(1), row(2, dia_danh=""), row(3)]), tmp_path / "ra", keep_going=True
    )

    assert (done.total, done.skipped, done.whole) == (2, 1, False)
    assert states() == [(41, "đã cấp"), (42, "đã cấp")]
    assert (tmp_path / "ra" / "to-trinh-42-TTr-BCT.docx").is_file()


def test_the_plan_takes_no_number_and_writes_nothing(tmp_path: Path) -> None:
    open_book()
    asked = batch.order("to-trinh", write_rows(tmp_path / "a.csv", 3), tmp_path / "ra", series=SERIES)
    found, lines = batch.dry_run(asked)

    assert found.count == 3
    assert [(line.row, line.file, line.number) for line in lines][2] == (
        "dòng 4",
        "to-trinh-43-TTr-BCT.docx",
        "43",
    )
    assert not (tmp_path / "ra").exists()
    assert states() == []


def test_numbers_in_the_data_are_checked_against_the_register(tmp_path: Path) -> None:
    open_book()
    first = write_csv(tmp_path / "a.csv", [row(1, so="42"), row(2, so="41")])
    make(first, tmp_path / "ra")
    assert states() == [(41, "đã cấp"), (42, "đã cấp")]
    with pytest.raises(BatchFaultsError) as fault:
        make(write_csv(tmp_path / "b.csv", [row(3, so="42"), row(4, so="43")]), tmp_path / "rb")
    assert [(item.code, item.place.line) for item in fault.value.every] == [("BT209", 2)]
    with pytest.raises(BatchFaultsError) as fault:
        make(write_csv(tmp_path / "c.csv", [row(3, so="44"), row(4, so="46")]), tmp_path / "rb")
    assert [(item.code, item.place.line) for item in fault.value.every] == [("BT210", 2), ("BT210", 3)]
    make(write_csv(tmp_path / "d.csv", [row(3, so="43")]), tmp_path / "rb")
    assert states()[-1] == (43, "đã cấp")


def test_faults_of_the_first_rows_are_theirs_and_not_the_whole_file_s(tmp_path: Path) -> None:
    open_book()
    rows = [row(1, ngay="31/02/2026"), row(2, ngay="32/02/2026"), row(3), row(4)]
    done = make(write_csv(tmp_path / "a.csv", rows), tmp_path / "ra", keep_going=True)

    assert (done.total, done.skipped) == (2, 2)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([row(1, so="41"), row(2, so="041")], "BT204"),
        ([row(1, so="41"), row(2)], "BT201"),
        ([row(1, so="41/TTr-BCT")], "BT206"),
        ([row(1, ky_hieu="QĐ-BCT")], "BT202"),
        ([row(1, ngay="05/5/2025")], "BT203"),
    ],
)
def test_what_cannot_stand_in_one_book_is_told(tmp_path: Path, rows: list[dict[str, str]], code: str) -> None:
    open_book()
    with pytest.raises(BatchFaultsError) as fault:
        make(write_csv(tmp_path / "a.csv", rows), tmp_path / "ra")
    assert [item.code for item in fault.value.every] == [code]


def test_a_name_that_stands_twice_makes_no_clash_of_numbers_that_the_register_deals(tmp_path: Path) -> None:
    open_book()
    with pytest.raises(BatchFaultsError) as fault:
        make(
            write_csv(tmp_path / "a.csv", [row(n) for n in range(1, 5)]), tmp_path / "ra", pattern="to-trinh"
        )
    assert [item.code for item in fault.value.every] == ["BT205"] * 3


def test_a_series_that_was_never_opened_is_told_before_anything(tmp_path: Path) -> None:
    with pytest.raises(SeriesUnknownError) as fault:
        make(write_rows(tmp_path / "a.csv", 1), tmp_path / "ra")
    assert "kcdocs register open" in fault.value.mend
    assert not (tmp_path / "ra").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 1)
    (tmp_path / "ra").mkdir()
    (tmp_path / "ra" / "ghi-chu.txt").write_text("của tôi", "utf-8")
    with pytest.raises(FolderInUseError, match="không trống"):
        make(records, tmp_path / "ra")
    with pytest.raises(NothingToResumeError):
        make(records, tmp_path / "ra", resume=True)
    make(records, tmp_path / "rb")
    with pytest.raises(FolderInUseError, match="đã có một đợt"):
        make(records, tmp_path / "rb")


def test_going_on_with_other_data_is_refused(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 2)
    make(records, tmp_path / "ra")
    write_rows(records, 3)
    with pytest.raises(ChangedSinceError, match="dữ liệu đã khác"):
        make(records, tmp_path / "ra", resume=True)


def test_going_on_makes_what_is_missing_and_keeps_what_a_person_edited(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 5)
    make(records, tmp_path / "ra")
    whole = contents(tmp_path / "ra")
    gone, edited, broken = (tmp_path / "ra" / f"to-trinh-{n}-TTr-BCT.docx" for n in (41, 42, 43))
    gone.unlink()
    edited.write_bytes((tmp_path / "ra" / "to-trinh-44-TTr-BCT.docx").read_bytes())
    broken.write_bytes(broken.read_bytes()[:500])

    done = make(records, tmp_path / "ra", resume=True)

    assert done.kept == [("to-trinh-42-TTr-BCT.docx", "giữ bản người dùng đã sửa")]
    after = contents(tmp_path / "ra")
    assert {name for name in whole if name.endswith(".docx") and after[name] != whole[name]} == {edited.name}
    assert after[edited.name] == whole["to-trinh-44-TTr-BCT.docx"]
    assert states() == [(number, "đã cấp") for number in range(41, 46)]


def test_a_whole_batch_is_checked_against_its_manifest(tmp_path: Path) -> None:
    open_book()
    out = tmp_path / "ra"
    make(write_rows(tmp_path / "a.csv", 4), out)
    assert batch.verify(out) == BatchProof(4, ())

    (out / "to-trinh-41-TTr-BCT.docx").unlink()
    (out / "to-trinh-42-TTr-BCT.docx").rename(out / "khac.docx")
    (out / "to-trinh-43-TTr-BCT.docx").write_bytes(b"x")

    told = [(fault.code, Path(fault.place.file).name) for fault in batch.verify(out).findings]
    assert told == [
        ("BT301", "to-trinh-41-TTr-BCT.docx"),
        ("BT301", "to-trinh-42-TTr-BCT.docx"),
        ("BT302", "to-trinh-43-TTr-BCT.docx"),
        ("BT303", "khac.docx"),
    ]
    with pytest.raises(NoManifestError):
        batch.verify(tmp_path)

"""A record that has a number gets no second one, unless that is asked for."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from batch_material import SERIES, SET, make, open_book, row, states, write_csv, write_rows

from kcdocs.api import batch, register
from kcdocs.batch.errors import BatchFaultsError, RecordsIssuedError
from kcdocs.model.finding import Finding
from kcdocs.register.errors import RecordsNumberedError
from kcdocs.sheet.write import Column, Table, workbook


def places(faults: tuple[Finding, ...]) -> list[tuple[str, int]]:
    return [(item.code, item.place.line) for item in faults]


def test_the_same_sheet_into_another_folder_is_refused_with_numbers_day_and_folder(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 3)
    make(records, tmp_path / "dot-1")
    day = next(register.numbers(SERIES)).at.astimezone()

    with pytest.raises(RecordsIssuedError) as fault:
        make(records, tmp_path / "dot-2")

    words = fault.value.message
    assert words.startswith("3 hồ sơ đã được cấp số: 41–43 của dãy TTr-BCT/2026, ngày ")
    assert f"{day:%d/%m/%Y}, đợt dot-1 (" in words
    assert "--again" in fault.value.mend
    assert not (tmp_path / "dot-2").exists()
    assert [number for number, _ in states()] == [41, 42, 43]


def test_a_dry_run_refuses_it_too_and_again_allows_it(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 2)
    make(records, tmp_path / "dot-1")

    with pytest.raises(RecordsIssuedError):
        batch.dry_run(batch.order(SET, records, tmp_path / "dot-2", series=SERIES))
    found, _ = batch.dry_run(batch.order(SET, records, tmp_path / "dot-2", series=SERIES, again=True))
    assert found.count == 2
    assert make(records, tmp_path / "dot-2", again=True).whole
    assert [number for number, _ in states()] == [41, 42, 43, 44]


def test_only_the_rows_that_have_a_number_are_told_and_keep_going_makes_the_others(tmp_path: Path) -> None:
    open_book()
    make(write_csv(tmp_path / "a.csv", [row(2), row(4)]), tmp_path / "dot-1")
    records = write_csv(tmp_path / "b.csv", [row(n) for n in range(1, 6)])

    with pytest.raises(
        RecordsIssuedError, match=r"2 hồ sơ đã được cấp số: 41–42 .* 3 hồ sơ chưa có số"
    ) as fault:
        make(records, tmp_path / "dot-2")
    assert places(fault.value.findings) == [("BT207", 3), ("BT207", 5)]

    done = make(records, tmp_path / "dot-2", keep_going=True)
    assert (done.total, done.skipped) == (3, 2)
    assert [number for number, _ in states()] == [41, 42, 43, 44, 45]
    assert make(records, tmp_path / "dot-2", keep_going=True, resume=True).total == 3


def test_a_record_is_known_in_another_kind_of_file_and_with_its_row_elsewhere(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 2)
    make(records, tmp_path / "dot-1")
    with records.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    table = Table("Hồ sơ", tuple(Column(title) for title in head), [*reversed(rows)])
    (tmp_path / "a.xlsx").write_bytes(workbook([table]))

    with pytest.raises(RecordsIssuedError, match="41–42"):
        make(tmp_path / "a.xlsx", tmp_path / "dot-2")


def test_a_changed_cell_makes_another_record(tmp_path: Path) -> None:
    open_book()
    make(write_csv(tmp_path / "a.csv", [row(1)]), tmp_path / "dot-1")
    make(write_csv(tmp_path / "b.csv", [row(1, ho_ten="Nguyễn Văn Hai")]), tmp_path / "dot-2")
    assert [number for number, _ in states()] == [41, 42]


def test_another_day_for_records_without_one_makes_no_other_record(tmp_path: Path) -> None:
    open_book()
    records = write_csv(tmp_path / "a.csv", [row(1, ngay="để trống")])
    make(records, tmp_path / "dot-1", day=date(2026, 5, 5))
    with pytest.raises(RecordsIssuedError):
        make(records, tmp_path / "dot-2", day=date(2026, 5, 6))


def test_a_batch_that_is_still_held_is_named_so_that_it_is_gone_on_with(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 2)

    def stop(step: str, *_: int) -> None:
        if step == "lap":
            raise KeyboardInterrupt

    with pytest.raises(Exception, match="Đã dừng theo yêu cầu"):
        make(records, tmp_path / "dot-1", tell=stop)
    assert make(write_csv(tmp_path / "c.csv", [row(9)]), tmp_path / "dot-3").whole
    with pytest.raises(RecordsIssuedError, match=r"đợt dot-1 \("):
        make(records, tmp_path / "dot-2")
    assert make(records, tmp_path / "dot-1", resume=True).whole


def test_two_equal_rows_of_one_sheet_are_one_record(tmp_path: Path) -> None:
    open_book()
    records = write_csv(tmp_path / "a.csv", [row(1), row(2), row(1)])
    with pytest.raises(BatchFaultsError) as fault:
        make(records, tmp_path / "ra")
    assert places(fault.value.every) == [("BT208", 4)]
    assert "giống hệt hồ sơ ở dòng 2" in fault.value.every[0].message
    assert make(records, tmp_path / "ra", again=True).total == 3


def test_numbers_in_the_data_are_told_by_cell_beside_all_other_faults(tmp_path: Path) -> None:
    open_book()
    make(write_csv(tmp_path / "a.csv", [row(n, so=str(40 + n)) for n in (1, 2)]), tmp_path / "dot-1")
    rows = [
        row(11, so="42"),
        row(12, so="43"),
        row(13, so="43"),
        row(14, so="7"),
        row(15, so="50"),
        row(16, so="44", ngay="31/02/2026"),
        row(17, so="1234567"),
    ]
    with pytest.raises(BatchFaultsError) as fault:
        batch.dry_run(batch.order(SET, write_csv(tmp_path / "b.csv", rows), tmp_path / "rb", series=SERIES))
    found = [item for item in fault.value.every if item.place.field == "so"]
    assert sorted(places(tuple(found))) == [("BT204", 4), ("BT206", 8), ("BT209", 2), ("BT209", 5)]
    assert {item.place.cell for item in found} == {"cột A"}


def test_numbers_behind_a_hole_are_left_out_with_keep_going_and_the_others_are_made(tmp_path: Path) -> None:
    open_book()
    rows = [row(n, so=str(so)) for n, so in enumerate((42, 41, 44, 45), 1)]
    records = write_csv(tmp_path / "a.csv", rows)
    with pytest.raises(BatchFaultsError) as fault:
        make(records, tmp_path / "ra")
    assert places(fault.value.every) == [("BT210", 4), ("BT210", 5)]
    assert "bỏ cách số 43" in fault.value.every[0].message
    done = make(records, tmp_path / "ra", keep_going=True)
    assert (done.total, done.skipped) == (2, 2)
    assert states() == [(41, "đã cấp"), (42, "đã cấp")]


def test_a_record_numbered_by_another_between_check_and_reservation_is_still_refused(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 2)
    begun: list[str] = []

    def overtake(step: str, *_: int) -> None:
        if step == "kiem-tra" and not begun:
            begun.append(step)
            make(records, tmp_path / "nhanh")

    with pytest.raises(RecordsNumberedError, match="41–42"):
        make(records, tmp_path / "cham", tell=overtake)
    assert not (tmp_path / "cham" / "nhat-ky.jsonl").exists()
    assert make(write_csv(tmp_path / "b.csv", [row(5)]), tmp_path / "cham").whole


def test_a_new_year_opens_its_book_at_one_and_says_so(tmp_path: Path) -> None:
    open_book()
    rows = [row(n, ngay="05/01/2027") for n in (1, 2)]
    asked = batch.order(SET, write_csv(tmp_path / "a.csv", rows), tmp_path / "ra", series="TTr-BCT/2027")

    found, lines = batch.dry_run(asked)
    assert [line.number for line in lines] == ["1", "2"]
    assert any("mở từ số 1" in remark for remark in found.remarks)
    assert [str(series) for series, _ in register.every_series()] == ["TTr-BCT/2026"]

    done = batch.run(asked)
    assert any("mở từ số 1" in remark for remark in done.remarks)
    assert [item.number for item in register.numbers("TTr-BCT/2027")] == [1, 2]
    assert {str(series): number for series, number in register.every_series()} == {
        "TTr-BCT/2026": 41,
        "TTr-BCT/2027": 3,
    }


def test_a_book_of_an_office_that_never_had_one_does_not_open_by_itself(tmp_path: Path) -> None:
    register.open_series("TTr-BCT/2028", 1)
    rows = [row(1, ngay="05/01/2027")]
    with pytest.raises(Exception, match="chưa có dãy số «TTr-BCT/2027»"):
        batch.run(
            batch.order(SET, write_csv(tmp_path / "a.csv", rows), tmp_path / "ra", series="TTr-BCT/2027")
        )


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_voided_batch_may_be_made_anew_on_both_databases(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    if database == "postgresql":
        monkeypatch.setenv("KCDOCS_REGISTER", request.getfixturevalue("postgresql"))
    open_book()
    records = write_rows(tmp_path / "a.csv", 2)
    make(records, tmp_path / "dot-1")
    with pytest.raises(RecordsIssuedError):
        make(records, tmp_path / "dot-2")

    register.void_batch(str(tmp_path / "dot-1"), "sai bảng dữ liệu")

    assert make(records, tmp_path / "dot-2").whole
    assert states() == [(41, "hủy"), (42, "hủy"), (43, "đã cấp"), (44, "đã cấp")]
    with pytest.raises(Exception, match="đã hủy"):
        make(records, tmp_path / "dot-1", resume=True)

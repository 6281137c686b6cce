"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
import xlsxwriter
from batch_material import COLUMNS, make, open_book, states

from kcdocs.batch.checks import number_faults
from kcdocs.batch.errors import BatchFaultsError, BrokenJournalError, TooManyToMergeError
from kcdocs.batch.journal import Journal
from kcdocs.batch.making import MakingState, relative
from kcdocs.batch.manifest import sheet_names
from kcdocs.batch.merging import check_merge
from kcdocs.batch.run import Run
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.record import Record


@pytest.mark.parametrize(("count", "told"), [(200, 200), (201, 200)])
def test_two_hundred_faults_are_told_on_the_screen(count: int, told: int) -> None:
    fault = BatchFaultsError([Finding("RC111", Severity.ERROR, Place(), "Sai.")] * count, good=0)

    assert len(fault.findings) == told
    assert ("200 lỗi đầu" in str(fault)) is (count > told)


def test_a_sheet_filled_to_its_last_row_with_rows_that_lack_all_is_told_of_without_reading_it_through(
    tmp_path: Path,
) -> None:
    open_book()
    names = [name for name in COLUMNS if name != "so"]
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Hồ sơ")
        sheet.write_row(0, 0, [COLUMNS[name] for name in names])
        for number in range(1, 30_000):
            sheet.write_string(number, 0, "x")
        sheet.write_string(1_048_575, 0, "x")
    with pytest.raises(
        BatchFaultsError, match=r"Đã dừng kiểm tra ở hàng [0-9]+ vì có quá nhiều lỗi"
    ) as fault:
        make(tmp_path / "a.xlsx", tmp_path / "ra")
    assert 20_000 < len(fault.value.every) < 20_000 + len(names) + 1
    assert states() == []
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize(
    ("index", "total", "path"), [(999, 1_000, "a"), (0, 1_001, "0001/a"), (1_000, 1_001, "0002/a")]
)
def test_a_folder_holds_a_thousand_documents(index: int, total: int, path: str) -> None:
    assert str(relative(index, "a", total)) == path


def test_five_hundred_documents_are_merged_into_one_file(tmp_path: Path) -> None:
    order = SimpleNamespace(merge=tmp_path / "in.docx", out=tmp_path / "ra")

    check_merge(order, 500)
    with pytest.raises(TooManyToMergeError):
        check_merge(order, 501)


@pytest.mark.parametrize(("rows", "names"), [(1_000_000, ["Bảng kê"]), (1_000_001, ["Bảng kê", "Bảng kê 2"])])
def test_a_sheet_of_the_manifest_has_a_million_rows(rows: int, names: list[str]) -> None:
    assert sheet_names(rows) == names


@pytest.mark.parametrize(("count", "told"), [(20, 20), (21, 20)])
def test_twenty_different_remarks_on_documents_are_told(count: int, told: int) -> None:
    lines = [{"verdict": MakingState.MADE, "remarks": [f"Ghi chú {n}."]} for n in range(count)]
    run = SimpleNamespace(
        plan=SimpleNamespace(count=count, skipped=(), remarks=()),
        _journal=SimpleNamespace(documents=lambda: iter(lines)),
    )

    assert len(Run._done(run).remarks) == told


@pytest.mark.parametrize(("given", "shown"), [(39, 39), (40, 40), (41, 40)])
def test_a_message_repeats_forty_characters_of_a_wrong_number(given: int, shown: int) -> None:
    (fault,) = number_faults(Record({"so": "x" * given}, {}, Place()))

    assert f"«{'x' * shown}»" in fault.message


@pytest.mark.parametrize(("spaces", "kept"), [(0, True), (1, False)])
def test_a_line_of_a_journal_has_sixteen_megabytes_at_most(
    tmp_path: Path, spaces: int, *, kept: bool
) -> None:
    start = dict.fromkeys(("batch", "set", "records", "date", "pattern", "series"), "x") | {"step": "start"}
    line = json.dumps(start).encode()
    long = line[:-1] + b" " * (2**24 - len(line) - 1 + spaces) + b"}\n"
    (tmp_path / "nhat-ky.jsonl").write_bytes(line + b"\n" + long)

    if kept:
        with closing(Journal(tmp_path / "nhat-ky.jsonl")) as journal:
            assert journal.state.end == len(line) + 1 + len(long)
    else:
        with pytest.raises(BrokenJournalError, match="dòng 2"):
            Journal(tmp_path / "nhat-ky.jsonl")

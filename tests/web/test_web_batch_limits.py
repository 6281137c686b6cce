"""Each threshold of batches and jobs on the page, just below and just above."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sheet_work import wait_until, write_sheet

from kcdocs.api import ListedDocument, register
from kcdocs.web import batch_work
from kcdocs.web.batching import _found
from kcdocs.web.jobs import Jobs, JobStage, JobState
from kcdocs.web.previews import Previews


def _check(tmp_path: Path, sheet: Path) -> dict[str, Any]:
    register.open_series("TTr-BCT/2026", 1)
    asked = {"bo_mau": "to-trinh", "du_lieu": str(sheet), "thu_muc": str(tmp_path / "ra"), "ngay": ""}
    named = {"day_so": "TTr-BCT/2026", "bo_sai": False, "lai": False, "gop": ""}
    return batch_work.check({**asked, **named, "danh_dau": str(tmp_path / "danh-dau.xlsx")}, lambda *_: None)


@pytest.mark.parametrize(("records", "shown"), [(20, 20), (21, 20)])
def test_twenty_documents_of_a_plan_are_shown(tmp_path: Path, records: int, shown: int) -> None:
    found = _check(tmp_path, write_sheet(tmp_path / "a.xlsx", records))
    assert (found["so_van_ban"], len(found["dau"])) == (records, shown)


@pytest.mark.parametrize(("faults", "shown"), [(200, 200), (201, 200)])
def test_two_hundred_faults_are_shown(tmp_path: Path, faults: int, shown: int) -> None:
    wrong = {(2 + n, 13): f"lạ {n}" for n in range(faults)}
    found = _check(tmp_path, write_sheet(tmp_path / "a.xlsx", faults + 1, wrong))
    assert (found["so_loi"], len(found["loi"])) == (faults, shown)


def _lines(count: int) -> tuple[ListedDocument, ...]:
    return tuple(ListedDocument(f"hàng {n}", f"{n}.docx", str(n), "TT", "đã lập", ()) for n in range(count))


@pytest.mark.parametrize(("count", "pages"), [(100, 1), (101, 2)])
def test_a_page_of_the_list_has_a_hundred_documents(count: int, pages: int) -> None:
    found = _found(_lines(count), "", "1")
    assert (len(found["lines"]), found["pages"]) == (100, pages)


@pytest.mark.parametrize("page", ["0", "-1", "x", "999999999", "²"])
def test_a_page_of_the_list_that_is_none_is_the_first_or_the_last(page: str) -> None:
    assert _found(_lines(101), "", page)["page"] in {1, 2}


@pytest.mark.parametrize(("done", "seconds", "left"), [(10, 1.0, 9.0), (9, 1.0, None), (10, 0.9, None)])
def test_the_time_left_is_told_after_ten_documents_and_a_second(
    done: int, seconds: float, left: float | None
) -> None:
    assert JobState(JobStage.WORKING, "lap", done, 100, 1000.0, 1000.0 + seconds).left == left


def test_two_jobs_run_at_once_and_the_third_waits_and_can_be_taken_back(tmp_path: Path) -> None:
    jobs = Jobs()
    homes = [tmp_path / str(n) for n in range(3)]
    for home in homes:
        jobs.start(home, "kiem-tra", {})
    stages = [state.stage for home in homes if (state := jobs.state(home))]
    assert stages == [JobStage.WORKING, JobStage.WORKING, JobStage.WAITING]
    jobs.stop(homes[2])
    last = jobs.state(homes[2])
    wait_until(lambda: jobs.state(homes[0]) is not None and not jobs._running)
    assert last is not None
    assert last.stage is JobStage.STOPPED


def test_the_pages_of_six_documents_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    previews = Previews(tmp_path)
    for number in range(7):
        previews.pages(b"%d" % number)
    assert len(previews._made) == 6


def test_a_job_that_meets_what_nobody_foresaw_says_so_and_keeps_where(tmp_path: Path) -> None:
    jobs = Jobs()
    jobs.start(tmp_path / "a", "kiem-tra", {})
    wait_until(lambda: (state := jobs.state(tmp_path / "a")) is not None and state.over and not jobs._running)
    last = jobs.state(tmp_path / "a")
    assert last is not None
    assert last.stage is JobStage.FAILED
    assert "kcdocs gặp sự cố ngoài dự kiến" in last.fault["words"]
    assert (tmp_path / "a" / "su-co.txt").is_file()

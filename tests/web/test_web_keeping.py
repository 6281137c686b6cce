"""What a user keeps is saved on the page and opened on another machine."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast

import pytest
from page_runner import Served, see_that_all_can_use
from playwright.sync_api import Page, expect
from test_web_register import open_series

from kcdocs.api import keeping, register
from kcdocs.web.desk import Desk
from kcdocs.web.errors import AtWorkError
from kcdocs.web.jobs import Jobs
from kcdocs.web.restoring import RestorePages
from kcdocs.web.session import Session


def test_a_backup_from_the_page_is_laid_down_on_another_machine(
    tab: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_series(tab)
    tab.get_by_role("link", name="Trợ giúp").click()
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải bản sao lưu").click()
    assert waited.value.suggested_filename.startswith("kcdocs sao lưu ")
    waited.value.save_as(tmp_path / "sao-luu.zip")

    monkeypatch.setenv("KCDOCS_DATA", str(tmp_path / "may-khac"))
    keeping.restore(tmp_path / "sao-luu.zip")

    assert [(str(series), following) for series, following in register.every_series()] == [
        ("QĐ-BCT/2026", 41)
    ]


def _backup(tab: Page, path: Path) -> Path:
    tab.get_by_role("link", name="Trợ giúp").click()
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải bản sao lưu").click()
    waited.value.save_as(path)
    return path


def test_a_backup_is_restored_on_the_page_that_comes_up_again_in_the_same_tab(
    tab: Page, served: Served, tmp_path: Path
) -> None:
    open_series(tab)
    backup = _backup(tab, tmp_path / "sao-luu.zip")
    home, mark = tab.url.removesuffix("tro-giup"), served.data / "templates" / "sau.txt"
    mark.parent.mkdir(exist_ok=True)
    mark.write_text("a person's own", "utf-8")
    tab.locator("#tep-sao-luu").set_input_files(str(backup))
    see_that_all_can_use(tab, "Khôi phục từ bản sao lưu")
    expect(tab.locator("main")).to_contain_text("dãy QĐ-BCT/2026: số kế tiếp 41")

    tab.get_by_role("button", name="Khôi phục").click()
    assert tab.url != f"{home}khoi-phuc"  # not without the tick
    tab.get_by_label("Tôi muốn thay dữ liệu đang có").check()
    tab.get_by_role("button", name="Khôi phục").click()
    see_that_all_can_use(tab, "Kết quả khôi phục")

    assert tab.url == f"{home}khoi-phuc"
    expect(tab.locator("main")).to_contain_text("dãy QĐ-BCT/2026: số kế tiếp 41")
    assert not mark.exists()
    (aside,) = served.data.parent.glob(f"{served.data.name}.cu-*")
    assert (aside / "templates" / "sau.txt").read_text("utf-8") == "a person's own"
    tab.get_by_role("link", name="Về trang chính").click()
    tab.wait_for_url(home)
    assert served.process.poll() is None


def test_a_file_that_is_no_backup_is_refused_before_anything_is_changed(
    tab: Page, served: Served, tmp_path: Path
) -> None:
    (tmp_path / "hỏng.zip").write_bytes(b"PK no archive")
    tab.get_by_role("link", name="Trợ giúp").click()
    tab.locator("#tep-sao-luu").set_input_files(str(tmp_path / "hỏng.zip"))

    expect(tab.get_by_role("heading", level=1)).to_have_text("Chưa làm được")
    assert list(served.data.parent.glob(f"{served.data.name}.cu-*")) == []


KEY = "0123456789abcdef"


class _Asked:
    """A request to restore the file of that key."""

    def __init__(self) -> None:
        self.path_params = {"key": KEY}

    async def body(self) -> bytes:
        return b"{}"


def _ask(pages: RestorePages) -> None:
    """Ask to restore, in a thread of its own: the browser's own loop goes on in this one."""
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, pages.restore(cast("Any", _Asked()))).result()


def test_nothing_is_restored_while_work_goes_on_beside_the_page(tmp_path: Path) -> None:
    kept = tmp_path / "tep" / KEY
    kept.mkdir(parents=True)
    (kept / "sao-luu.zip").write_bytes(b"")
    left: list[Path] = []
    jobs = Jobs()
    pages = RestorePages(Session(8420, "/x"), Desk(tmp_path), tmp_path, jobs, left.append)
    jobs.start(tmp_path / "viec", "chi-muc", {})
    try:
        with pytest.raises(AtWorkError):
            _ask(pages)
    finally:
        jobs.stop(tmp_path / "viec")
    while jobs.busy:
        time.sleep(0.05)

    _ask(pages)

    assert left == [kept / "sao-luu.zip"]

"""What a user keeps is saved on the page and opened on another machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from test_web_register import open_series

from kcdocs.api import keeping, register


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

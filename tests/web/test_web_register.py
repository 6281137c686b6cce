"""The register on the page, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from page_runner import AXE, see_that_all_can_use
from playwright.sync_api import Page, expect


def open_series(tab: Page, name: str = "QĐ-BCT/2026", following: str = "41") -> None:
    tab.get_by_role("link", name="Sổ số", exact=True).click()
    tab.get_by_label(re.compile("^Dãy số")).fill(name)
    tab.get_by_label("Số kế tiếp sẽ cấp").fill(following)
    tab.get_by_role("button", name="Mở dãy số").click()
    expect(tab.get_by_role("heading", name=f"Dãy số {name}")).to_be_visible()


def reserve(tab: Page, count: str, holder: str) -> None:
    tab.get_by_label("Bao nhiêu số").fill(count)
    tab.get_by_label("Giữ cho ai, cho việc gì").fill(holder)
    tab.get_by_role("button", name="Giữ số").click()


def test_a_book_is_opened_numbers_are_reserved_released_and_exported(tab: Page, tmp_path: Path) -> None:
    open_series(tab)
    reserve(tab, "3", "Phòng Khuyến công <b>")
    expect(tab.get_by_role("status")).to_have_text("Đã giữ các số từ 41 đến 43.")
    expect(tab.get_by_text("Phòng Khuyến công <b> (3 số, từ 41 đến 43)")).to_be_visible()
    tab.get_by_role("button", name="Bỏ trống… số 42").click()
    expect(tab.get_by_label("Lý do, được ghi mãi trong sổ")).to_be_focused()
    tab.get_by_label("Lý do, được ghi mãi trong sổ").fill("rút hồ sơ")
    tab.get_by_role("button", name="Bỏ trống số đang giữ").click()
    expect(tab.get_by_role("status")).to_have_text("Đã bỏ trống số 42.")
    expect(tab.get_by_role("row", name=re.compile("^42 bỏ trống"))).to_contain_text("rút hồ sơ")
    tab.get_by_role("link", name="bỏ trống (1)").click()
    expect(tab.get_by_role("row")).to_have_count(2)
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải dãy này (Excel)").click()
    kept = tmp_path / "so.xlsx"
    waited.value.save_as(kept)
    rows = [row[1:3] for row in openpyxl.load_workbook(kept).active.iter_rows(min_row=2, values_only=True)]
    assert rows == [(41, "đang giữ"), (42, "bỏ trống"), (43, "đang giữ")]


def test_who_holds_numbers_stands_on_the_first_page_of_the_register(tab: Page) -> None:
    open_series(tab)
    reserve(tab, "1", "chị Hoa")
    expect(tab.get_by_role("status")).to_have_text("Đã giữ số 41.")
    tab.get_by_role("link", name="Về sổ số").click()
    expect(tab.get_by_text("Số kế tiếp: 42.")).to_be_visible()
    expect(tab.get_by_text("Đang giữ: chị Hoa (số 41).")).to_be_visible()
    expect(tab.get_by_text("Sổ ở máy này:")).to_be_visible()


def test_what_cannot_be_is_told_and_changes_nothing(tab: Page) -> None:
    open_series(tab)
    said = tab.locator("#bao")
    reserve(tab, "không", "chị Hoa")
    expect(said).to_contain_text("«không» không phải số")
    expect(said).to_contain_text("WB110")
    tab.get_by_label("Các số", exact=True).fill("45-43")
    tab.get_by_label("Lý do, được ghi mãi trong sổ").fill("nhầm")
    tab.get_by_role("button", name="Hủy số đã cấp").click()
    expect(said).to_contain_text("«45-43» không phải số")
    tab.get_by_label("Các số", exact=True).fill("41")
    tab.get_by_role("button", name="Hủy số đã cấp").click()
    expect(said).to_contain_text("41")
    tab.reload()
    expect(tab.get_by_text("Dãy này chưa cấp số nào.")).to_be_visible()


def test_a_register_that_cannot_be_reached_leaves_the_one_that_is_used(tab: Page) -> None:
    open_series(tab)
    tab.get_by_role("link", name="Về sổ số").click()
    tab.get_by_label("Địa chỉ sổ dùng chung").fill("postgresql://x:bi-mat@127.0.0.1:1/so")
    tab.get_by_role("button", name="Dùng sổ ở địa chỉ này").click()
    expect(tab.locator("#bao")).to_contain_text("máy chủ không nhận kết nối")
    expect(tab.locator("#bao")).not_to_contain_text("bi-mat")
    tab.reload()
    expect(tab.get_by_role("link", name="QĐ-BCT/2026")).to_be_visible()


def test_an_office_shares_a_register_and_leaves_it_again(tab: Page, postgresql: str) -> None:
    open_series(tab)
    tab.get_by_role("link", name="Về sổ số").click()
    tab.get_by_label("Địa chỉ sổ dùng chung").fill(postgresql)
    tab.get_by_role("button", name="Dùng sổ ở địa chỉ này").click()
    expect(tab.get_by_text("Sổ dùng chung của cơ quan:")).to_be_visible()
    expect(tab.get_by_text("Sổ chưa có dãy số nào.")).to_be_visible()
    open_series(tab, "TTr-BCT/2026", "7")
    tab.get_by_role("link", name="Về sổ số").click()
    tab.get_by_role("button", name="Dùng sổ ở máy này").click()
    expect(tab.get_by_role("link", name="QĐ-BCT/2026")).to_be_visible()


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not unpacked (.ci/run does it)")
def test_no_page_of_the_register_has_a_fault_of_access_or_scrolls_sideways(tab: Page) -> None:
    open_series(tab)
    reserve(tab, "2", "Phòng Khuyến công")
    expect(tab.get_by_role("status")).to_have_text("Đã giữ các số từ 41 đến 42.")
    see_that_all_can_use(tab, "Dãy số QĐ-BCT/2026")
    tab.get_by_role("link", name="Về sổ số").click()
    tab.wait_for_url("**/so")
    see_that_all_can_use(tab, "Sổ số văn bản đi")

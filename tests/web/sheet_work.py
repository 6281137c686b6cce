"""A sheet of submissions as staff fill it in, and hands that bring it to the page."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

HEADS = (
    "Ký hiệu văn bản",
    "Ngày văn bản",
    "Địa danh",
    "Cơ quan ban hành: Tên cơ quan ban hành",
    "Tên dự thảo nghị định",
    "Kính gửi",
    "Cơ sở chính trị, pháp lý",
    "Cơ sở thực tiễn",
    "Mục đích",
    "Quan điểm xây dựng",
    "Quá trình xây dựng dự thảo",
    "Bố cục của dự thảo",
    "Loại dự thảo",
    "Nội dung cơ bản",
    "Nguồn lực, điều kiện bảo đảm thi hành",
    "Thời gian trình ban hành",
    "Hồ sơ trình kèm theo",
    "Nơi nhận",
    "Lưu văn bản: Đơn vị soạn thảo",
    "Người ký: Hình thức ký",
    "Người ký: Chức vụ của người ký",
    "Người ký: Họ và tên người ký",
)


def _row(number: int) -> list[str]:
    said = {
        0: "TTr-BCT",
        1: "05/5/2026",
        2: "Hà Nội",
        3: "Bộ Công Thương",
        4: f"Nghị định về chợ phiên số {number} <b>",
        12: "ban hành mới",
        18: "PC",
        19: "trực tiếp",
        20: "Bộ trưởng",
        21: f"Trần Thị {number}",
    }
    return [said.get(column, f"Ý của hồ sơ {number}.") for column in range(len(HEADS))]


def write_sheet(path: Path, count: int, wrong: dict[tuple[int, int], str] | None = None) -> Path:
    """Write that many records.

    Args:
        path: The XLSX file.
        count: How many.
        wrong: Row of the sheet and column, from 1 → what stands there instead.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADS)
    for number in range(1, count + 1):
        sheet.append(_row(number))
    for (row, column), value in (wrong or {}).items():
        sheet.cell(row, column).value = value
    book.save(path)
    return path


def begin(tab: Page, sheet: Path) -> None:
    """Drop a sheet on the first page and take it for a batch."""
    tab.locator("input[data-tha]").set_input_files(str(sheet))
    tab.get_by_role("button", name="Lập hàng loạt").click()
    tab.wait_for_url("**/hang-loat/*")


def check(tab: Page, first: int = 41) -> None:
    """Open a new series and check the sheet."""
    tab.get_by_label("Dãy mới").check()
    tab.get_by_label("Số kế tiếp").fill(str(first))
    with tab.expect_navigation():
        tab.get_by_role("button", name=re.compile("Kiểm tra")).click()
    settled(tab)


def settled(tab: Page) -> None:
    """No work is at hand on the page."""
    expect(tab.locator("main h1")).to_be_visible()
    expect(tab.locator("[data-viec]")).to_have_count(0, timeout=90_000)


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)

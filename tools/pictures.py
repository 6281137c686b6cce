"""The pictures of the page in `docs/pictures`: `make pictures` takes them anew, from a page that runs.

Each is what a browser window shows at 1280 by 800. Look at them after taking them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
sys.path.insert(0, str(ROOT / "tests" / "web"))

import form_work  # noqa: E402 - hands of the tests
import page_runner  # noqa: E402
import sheet_work  # noqa: E402
import test_web_amend  # noqa: E402

PATIENCE = 60_000  # milliseconds for LibreOffice to start on a busy machine


def _take(tab: Page, name: str) -> None:
    tab.screenshot(path=PICTURES / f"{name}.png")


def _form(tab: Page) -> None:
    tab.get_by_role("link", name="Soạn", exact=True).first.click()
    for picture in tab.locator(".thu-vien img").all():
        expect(picture).to_have_js_property("complete", True, timeout=PATIENCE)
    _take(tab, "trang-soan")
    form_work.begin(tab)
    form_work.fill_all(tab)
    tab.get_by_label("Ngày văn bản", exact=True).fill("31/02/2026")
    tab.get_by_role("button", name="Kiểm tra và tải Word").click()
    expect(tab.locator("#con-loi")).to_be_visible()
    expect(tab.locator("#xem-chu")).to_contain_text("Trần Thị B", timeout=PATIENCE)
    tab.evaluate("() => scrollTo(0, 0)")
    _take(tab, "trang-bieu-mau")


def _batch(tab: Page, folder: Path) -> None:
    sheet = sheet_work.write_sheet(folder / "Tờ trình chợ phiên.xlsx", 12, {(6, 2): "31/02/2026", (9, 3): ""})
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    sheet_work.begin(tab, sheet)
    sheet_work.check(tab)
    _take(tab, "trang-hang-loat-loi")
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    _take(tab, "trang-chinh")


def _amend(tab: Page, folder: Path) -> None:
    test_web_amend.read_draft(tab, folder)
    _take(tab, "trang-sua-doi")


def main() -> None:
    """Take them all."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        served = page_runner.start(Path(folder) / "du-lieu")
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium")
        try:
            tab = browser.new_page(viewport={"width": 1280, "height": 800}, locale="vi-VN")
            tab.goto(served.entrance)
            tab.wait_for_url(served.home)
            _form(tab)
            _batch(tab, Path(folder))
            _amend(tab, Path(folder))
        finally:
            browser.close()
            page_runner.stop(served)


if __name__ == "__main__":
    main()

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
import test_web_dossier_forms  # noqa: E402
import test_web_opinions  # noqa: E402
import test_web_redline  # noqa: E402
import test_web_register  # noqa: E402
import test_web_store  # noqa: E402

expect.set_options(timeout=60_000)  # milliseconds for LibreOffice to start on a busy machine


def _take(tab: Page, name: str) -> None:
    tab.screenshot(path=PICTURES / f"{name}.png")


def _form(tab: Page) -> None:
    tab.get_by_role("link", name="Soạn", exact=True).first.click()
    for picture in tab.locator(".thu-vien img").all()[:6]:
        expect(picture).to_have_js_property("complete", True)
    _take(tab, "trang-soan")
    form_work.begin(tab)
    form_work.fill_all(tab)
    tab.get_by_label("Ngày văn bản", exact=True).fill("31/02/2026")
    tab.get_by_role("button", name="Kiểm tra và tải Word").click()
    expect(tab.locator("#con-loi")).to_be_visible()
    expect(tab.locator("#xem-chu")).to_contain_text("Trần Thị B")
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


def _compare(tab: Page, folder: Path) -> None:
    """A comparison, the amending instrument that is written from it, and the audit of a redline of it."""
    old, new, redline = (
        folder / "Nghị định cũ.txt",
        folder / "Dự thảo lần 3.txt",
        folder / "Bản nhận được.docx",
    )
    old.write_text(page_runner.OLD, encoding="utf-8")
    new.write_text(
        page_runner.NEW.replace(" <img src=x onerror=\"document.title='hỏng'\">", ""), encoding="utf-8"
    )
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    page_runner.compare_two(tab, (old, new))
    expect(tab.locator("section.row.changed").first).to_be_visible()
    tab.locator("section.row.changed").first.scroll_into_view_if_needed()
    _take(tab, "trang-so-sanh")
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải bản theo dõi thay đổi (Word)", exact=True).click()
    waited.value.save_as(redline)
    tab.get_by_role("link", name="Viết văn bản sửa đổi từ bản này…").click()
    tab.get_by_label("Số, ký hiệu của văn bản gốc").fill("7/2020/NĐ-CP")
    tab.get_by_role("button", name="Viết lại").click()
    expect(tab.locator(".van-ban")).to_contain_text("15 ngày")
    _take(tab, "trang-viet")
    test_web_redline.with_words(redline, "phòng trực", "trụ sở")
    test_web_redline.drop_redline(tab, redline)
    test_web_redline.choose_sources(tab, (old, new))
    expect(tab.get_by_text("Có chữ bị sửa mà dấu sửa đổi không nói đúng")).to_be_visible()
    _take(tab, "trang-dau-sua")


def _store(tab: Page, folder: Path) -> None:
    text = test_web_store.TEXT.replace(" <img src=x onerror=\"document.title='hỏng'\">", "")
    test_web_store.add_text(tab, folder, text)
    tab.get_by_role("link", name="Kho văn bản", exact=True).click()
    tab.locator("#tim").fill("xuong dau tu")
    expect(tab.locator("#cho li").first).to_be_visible()
    _take(tab, "trang-kho")


def _opinions(tab: Page, folder: Path) -> None:
    test_web_opinions.answer_some(tab, folder)
    _take(tab, "trang-y-kien")


def _dossier(tab: Page) -> None:
    test_web_dossier_forms.begin(tab)
    tab.get_by_label("Tên hồ sơ").fill("Hồ sơ lấy ý kiến dự thảo Nghị định về chợ phiên")
    form_work.kept(tab)
    tab.evaluate("() => scrollTo(0, 0)")
    tab.set_viewport_size({"width": 1280, "height": 1700})
    _take(tab, "trang-ho-so")
    tab.set_viewport_size({"width": 1280, "height": 800})


def _register(tab: Page) -> None:
    test_web_register.open_series(tab)
    test_web_register.reserve(tab, "3", "Phòng Khuyến công")
    expect(tab.get_by_role("status")).to_contain_text("Đã giữ các số")
    _take(tab, "trang-so")


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
            _compare(tab, Path(folder))
            _opinions(tab, Path(folder))
            _store(tab, Path(folder))
            _register(tab)
            _dossier(tab)
        finally:
            browser.close()
            page_runner.stop(served)


if __name__ == "__main__":
    main()

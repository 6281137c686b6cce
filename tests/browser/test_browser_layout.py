"""The page on a phone and on paper: nothing scrolls sideways, nothing is torn away, nothing asks to be typed."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from kcdocs.api.compare import compare_files
from kcdocs.settings import shipped

PHONE = {"width": 390, "height": 844}
LONG = " ".join(["Người thuê sạp giữ gìn lối đi chung và thu dọn sau mỗi phiên chợ"] * 60)
HEAD = "Số: 7/2020/NĐ-CP\nĐiều 1. Sạp\n1. Sạp rộng 5 mét, giá 30.000 đồng.\n"
AMENDING = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
Điều 1. Sửa đổi, bổ sung Nghị định số 7/2020/NĐ-CP
1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:
“1. Sạp rộng 7 mét, giá 45.000 đồng.”
2. Bãi bỏ khoản 9 Điều 8."""


@pytest.fixture(scope="module")
def model_page(tmp_path_factory) -> Path:
    """The model decree and its replacing draft: a page with tables of every kind."""
    folder = shipped("decrees") / "mo-phong-lang-nghe"
    out = tmp_path_factory.mktemp("trang") / "so-sanh.html"
    compare_files(str(folder / "van-ban.txt"), str(folder / "du-thao-thay-the.txt"), "html", out)
    return out


def page_of(folder: Path, old: str, new: str) -> Path:
    (folder / "cu.txt").write_text(old, "utf-8")
    (folder / "moi.txt").write_text(new, "utf-8")
    compare_files(str(folder / "cu.txt"), str(folder / "moi.txt"), "html", folder / "trang.html")
    return folder / "trang.html"


def test_tables_of_numbers_and_references_do_not_make_a_phone_scroll_sideways(open_page, model_page):
    page = open_page(model_page, viewport=PHONE)

    assert page.locator("#con-so td").count() > 0
    assert page.locator("#vien-dan td").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    wide = "found => found.filter(e => e.scrollWidth > e.clientWidth).length"
    assert page.locator(".part .scroll").evaluate_all(wide) == 0


def test_on_a_phone_each_cell_bears_the_name_of_its_column(open_page, model_page):
    page = open_page(model_page, viewport=PHONE)

    label = "cell => getComputedStyle(cell, '::before').content"
    assert "Loại" in page.locator("#con-so tbody tr").first.locator("td").nth(1).evaluate(label)


def test_a_long_changed_provision_begins_on_the_page_where_the_last_one_ends(open_page, tmp_path):
    clauses = f"2. {LONG}.\n3. {LONG}.\n"
    page = open_page(page_of(tmp_path, HEAD + clauses, HEAD + clauses.replace("giữ gìn", "bảo vệ")))

    (tmp_path / "trang.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    pages = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(tmp_path / "trang.pdf")]
    assert len(pages) > 3
    assert min(len(text) for text in pages[1:-1]) > 2000, "a page that is left half empty holds a line or two"


def test_paper_shows_no_advice_to_type_and_the_screen_does(open_page, tmp_path):
    page = open_page(page_of(tmp_path, HEAD, AMENDING))
    assert "kcdocs amend" in page.locator("body").inner_text()

    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    assert "kcdocs amend" not in printed
    assert "không áp được" in printed

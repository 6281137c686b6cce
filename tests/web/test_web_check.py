"""A clerk drops a Word file, reads what is wrong with its form, and takes the mended copy."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from page_runner import AXE, see_that_all_can_use
from playwright.sync_api import Page, expect


def _paper() -> bytes:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(10)
    for words in (
        "SỞ CHỢ PHIÊN",
        "Số: 5/BC-SCP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "BÁO CÁO",
        "Kết quả  dựng <b>sạp</b>",
        "Đã dựng xong mười sạp./.",
    ):
        document.add_paragraph(words)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _open(tab: Page, tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.docx"
    path.write_bytes(_paper())
    tab.locator("input[data-tha]").set_input_files(str(path))
    tab.get_by_role("link", name="Kiểm tra thể thức").click()
    tab.wait_for_url("**/the-thuc/*")


def test_findings_are_numbered_with_place_mend_and_source(tab: Page, tmp_path: Path) -> None:
    _open(tab, tmp_path)
    expect(tab.get_by_text("Báo cáo 5/BC-SCP, theo Nghị định số 30/2020/NĐ-CP")).to_be_visible()
    margin = tab.locator("ol.lenh li", has_text="Lề trái ở phần 1 là 10 mm")
    expect(margin).to_contain_text("từ 30 đến 35 mm")
    expect(margin).to_contain_text("Phụ lục I, phần I, mục 3")
    expect(tab.locator("ol.lenh li", has_text="nhỏ hơn 10")).to_contain_text("05/BC-SCP")


def test_the_mended_copy_and_that_with_comments_are_downloaded(tab: Page, tmp_path: Path) -> None:
    _open(tab, tmp_path)
    made = {}
    for name in ("Tải bản đã sửa thể thức (Word)", "Tải bản có chú thích (Word)"):
        with tab.expect_download() as waited:
            tab.get_by_role("link", name=name).click()
        kept = tmp_path / f"{len(made)}.docx"
        waited.value.save_as(kept)
        made[waited.value.suggested_filename] = docx.Document(str(kept))
    mended, noted = made["báo cáo (đã sửa thể thức).docx"], made["báo cáo (có chú thích).docx"]
    assert 29.5 <= (mended.sections[0].left_margin or 0) / Mm(1) <= 35.5
    assert "Số: 05/BC-SCP" in [paragraph.text for paragraph in mended.paragraphs]
    assert any("LT102" in comment.text for comment in noted.comments)


def test_the_pages_are_shown_with_the_numbers_of_the_findings(
    tab: Page, tmp_path: Path, soffice: str
) -> None:
    _open(tab, tmp_path)
    tab.get_by_role("link", name="Xem từng trang").click()
    tab.wait_for_url("**/trang")
    picture = tab.locator("img.trang-anh").first
    expect(picture).to_be_visible()
    assert picture.evaluate("async (image) => { await image.decode(); return image.naturalWidth }") > 500
    see_that_all_can_use(tab, "Các trang của")


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not unpacked into build/axe")
def test_the_page_of_findings_is_open_to_everyone(tab: Page, tmp_path: Path) -> None:
    _open(tab, tmp_path)
    see_that_all_can_use(tab, "Thể thức của")

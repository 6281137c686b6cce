"""A Word file with tags becomes a set and is filled in; a finished document is verified."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from page_runner import AXE, see_that_all_can_use
from playwright.sync_api import Page, expect


def _word(path: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def _drop(tab: Page, path: Path) -> None:
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    tab.locator("input[data-tha]").set_input_files(str(path))
    tab.wait_for_url("**/tep/*")


def test_a_word_file_with_tags_becomes_a_set_that_is_filled_in_and_verified(
    tab: Page, tmp_path: Path
) -> None:
    _drop(tab, _word(tmp_path / "Phiếu mượn sạp.docx", "PHIẾU MƯỢN SẠP", "Người mượn: {{ nguoi_muon }}"))
    expect(tab.get_by_text("mẫu Word có 1 thẻ")).to_be_visible()
    tab.get_by_role("link", name="Kiểm tra mẫu, làm bộ mẫu từ tệp này").click()
    expect(tab.get_by_text("Không thấy lỗi nào trong mẫu.")).to_be_visible()
    expect(tab.get_by_label("Tên văn bản")).to_have_value("Phiếu mượn sạp")
    tab.get_by_label("Dùng cho văn bản từ ngày").fill("01/01/2026")
    tab.get_by_role("button", name="Làm bộ mẫu").click()
    expect(tab.get_by_role("heading", name="Đã làm bộ mẫu")).to_be_visible()
    tab.get_by_role("link", name="Soạn bằng bộ mẫu này").click()
    tab.get_by_role("button", name="Soạn mới Phiếu mượn sạp").click()
    tab.wait_for_url("**/ban-nhap/*")
    expect(tab.locator("body[data-san]")).to_have_count(1)
    tab.locator("main").get_by_role("textbox").first.fill("Chị Hoa")
    tab.get_by_role("textbox", name="Ngày văn bản").fill("15/03/2026")
    with tab.expect_download() as waited:
        tab.get_by_role("button", name="Kiểm tra và tải Word").click()
    made = tmp_path / "phieu.docx"
    waited.value.save_as(made)
    assert "Người mượn: Chị Hoa" in [paragraph.text for paragraph in docx.Document(str(made)).paragraphs]

    _drop(tab, made)
    tab.get_by_role("link", name="Xác minh văn bản này").click()
    expect(tab.get_by_text("Nguyên vẹn")).to_be_visible()
    see_that_all_can_use(tab, "Xác minh")


def test_faults_of_a_template_are_shown_with_their_words_and_no_set_is_made(
    tab: Page, tmp_path: Path
) -> None:
    _drop(
        tab,
        _word(tmp_path / "Mẫu sai.docx", "Người mượn: {{ nguoi_muon }}", "Sạp: {{ sap", "Ngày {{ ngay }}"),
    )
    tab.get_by_role("link", name="Kiểm tra mẫu, làm bộ mẫu từ tệp này").click()
    expect(tab.get_by_role("heading", name="Chỗ cần sửa trong mẫu")).to_be_visible()
    expect(tab.get_by_role("button", name="Làm bộ mẫu")).to_have_count(0)


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not unpacked (.ci/run does it)")
def test_the_page_of_a_template_has_no_fault_of_access_and_does_not_scroll_sideways(
    tab: Page, tmp_path: Path
) -> None:
    _drop(tab, _word(tmp_path / "Phiếu mượn sạp.docx", "Người mượn: {{ nguoi_muon }}"))
    tab.get_by_role("link", name="Kiểm tra mẫu, làm bộ mẫu từ tệp này").click()
    expect(tab.get_by_label("Tên văn bản")).to_be_visible()
    see_that_all_can_use(tab, "Mẫu Phiếu mượn sạp.docx")

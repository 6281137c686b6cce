"""A clerk drops the papers of a dossier, ticks them, and reads where they do not agree."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from page_runner import AXE, see_that_all_can_use
from playwright.sync_api import Page, expect


def _paper(path: Path, number: str, kind: str, *lines: str) -> Path:
    document = docx.Document()
    for words in (
        "BỘ CHỢ PHIÊN",
        f"Số: {number}",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 10 tháng 7 năm 2026",
        kind,
        *lines,
    ):
        document.add_paragraph(words)
    document.save(str(path))
    return path


def _drop(tab: Page, path: Path) -> None:
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    tab.locator("input[data-tha]").set_input_files(str(path))
    tab.wait_for_url("**/tep/*")


@pytest.fixture
def dropped(tab: Page, tmp_path: Path) -> Page:
    name = "Nghị định về <b>sạp</b> ở chợ phiên"
    said = f"Chính phủ xem xét dự thảo {name} (sau đây gọi là dự thảo). Dự thảo gồm 03 điều."
    _drop(tab, _paper(tmp_path / "tờ trình.docx", "40/TTr-BCP", "TỜ TRÌNH", f"Về dự thảo {name}", said))
    law = ("Về <b>sạp</b> ở chợ phiên", "Điều 1. Sạp", "Sạp bằng tre.", "Điều 2. Hiệu lực", "Từ ngày mai.")
    _drop(tab, _paper(tmp_path / "dự thảo.docx", "", "NGHỊ ĐỊNH", *law))
    tab.get_by_role("link", name="Hồ sơ", exact=True).click()
    return tab


def test_papers_that_do_not_agree_are_told_with_both_and_what_is_missing(dropped: Page) -> None:
    for name in ("tờ trình.docx", "dự thảo.docx"):
        dropped.get_by_label(name).check()
    dropped.get_by_label("Hồ sơ ở bước").select_option(label="thẩm định")
    dropped.get_by_role("button", name="Kiểm tra").click()

    count = dropped.locator("ol.lenh li", has_text="số điều của dự thảo")
    expect(count).to_contain_text("là 3, còn ở")
    expect(count).to_contain_text("dự thảo.docx")
    expect(dropped.locator("ol.lenh li", has_text="DS104").first).to_contain_text("Bản so sánh")
    expect(dropped.get_by_role("listitem").filter(has_text="dự thảo.docx:")).to_have_text(
        re.compile("2 điều$")
    )


def test_a_folder_that_is_chosen_is_checked_at_once(tab: Page, tmp_path: Path) -> None:
    name = "Nghị định về hàng ở chợ nổi"
    (tmp_path / "ho-so").mkdir()
    _paper(tmp_path / "ho-so/a.docx", "41/TTr-BCP", "TỜ TRÌNH", f"Về dự thảo {name}", "Dự thảo gồm 05 điều.")
    _paper(tmp_path / "ho-so/b.docx", "", "NGHỊ ĐỊNH", "Về hàng ở chợ nổi", "Điều 1. Hàng", "Hàng bằng tre.")
    (tmp_path / "ho-so/ghi chú.txt").write_text("x")
    tab.get_by_role("link", name="Hồ sơ", exact=True).click()
    tab.locator("input[data-thu-muc]").set_input_files(str(tmp_path / "ho-so"))

    expect(tab.locator("ol.lenh li", has_text="số điều của dự thảo")).to_contain_text("là 5, còn ở")
    expect(tab.get_by_label("a.docx")).to_be_checked()


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not unpacked into build/axe")
def test_the_page_of_a_dossier_is_open_to_everyone(dropped: Page) -> None:
    see_that_all_can_use(dropped, "Hồ sơ của một việc")

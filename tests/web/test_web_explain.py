"""What a reviewer says of each change is kept for the drafts that follow and stands in the tables."""

from __future__ import annotations

from pathlib import Path

import docx
from page_runner import NEW
from playwright.sync_api import Page, expect


def _compare(tab: Page, old: Path, new: Path) -> None:
    tab.locator("input[data-tha]").set_input_files([str(old), str(new)])
    tab.wait_for_url("**/so-sanh?*")
    tab.get_by_role("button", name="So sánh", exact=True).click()
    tab.wait_for_url("**/so-sanh/*")


def _say(tab: Page, place: str, words: str) -> None:
    area = tab.get_by_label(f"Thuyết minh: {place}")
    area.fill(words)
    expect(area.locator("xpath=following-sibling::output")).to_contain_text("Đã giữ lúc")


def test_three_explanations_are_kept_for_the_next_draft_and_stand_in_the_word_table(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    _compare(tab, *texts)
    said = {
        "Khoản 1 Điều 1": "Làm rõ phạm vi <b>.",
        "Khoản 1 Điều 2": "Rút ngắn thời hạn.\nTheo góp ý của các xã.",
        "Khoản 3 Điều 2": "Chuyển ý.",
    }
    for place, words in said.items():
        _say(tab, place, words)
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    newer = tmp_path / "Dự thảo lần 4.txt"
    newer.write_text(NEW.replace("15 ngày", "20 ngày"), encoding="utf-8")
    _compare(tab, texts[0], newer)
    for place, words in said.items():
        expect(tab.get_by_label(f"Thuyết minh: {place}")).to_have_value(words)
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải bảng so sánh Word").click()
    kept = tmp_path / "bang.docx"
    waited.value.save_as(kept)
    column = "\n".join(row.cells[-1].text for table in docx.Document(str(kept)).tables for row in table.rows)
    for words in said.values():
        assert words in column


def test_an_explanation_stands_under_its_change_and_letters_are_no_keys_there(
    tab: Page, texts: tuple[Path, Path]
) -> None:
    _compare(tab, *texts)
    area = tab.locator("section.row.changed textarea").first
    area.press_sequentially("jkvtx")
    expect(area).to_have_value("jkvtx")
    expect(tab.locator("section.row.current")).to_have_count(0)


def test_an_explanation_that_is_emptied_is_gone(tab: Page, texts: tuple[Path, Path]) -> None:
    _compare(tab, *texts)
    _say(tab, "Khoản 1 Điều 2", "Tạm viết.")
    _say(tab, "Khoản 1 Điều 2", "")
    expect(tab.get_by_text("Đã giữ lúc").first).to_be_visible()
    tab.reload()
    expect(tab.get_by_label("Thuyết minh: Khoản 1 Điều 2")).to_have_value("")

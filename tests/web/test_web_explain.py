"""What a reviewer says of each change is kept for the drafts that follow and stands in the tables."""

from __future__ import annotations

from pathlib import Path

import docx
from page_runner import NEW, compare_two
from playwright.sync_api import Page, expect


def _say(tab: Page, place: str, words: str) -> None:
    area = tab.get_by_label(f"Thuyết minh: {place}")
    area.fill(words)
    expect(area.locator("xpath=following-sibling::output")).to_contain_text("Đã giữ lúc")


def test_three_explanations_are_kept_for_the_next_draft_and_stand_in_the_word_table(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    compare_two(tab, texts)
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
    compare_two(tab, (texts[0], newer))
    for place, words in said.items():
        expect(tab.get_by_label(f"Thuyết minh: {place}")).to_have_value(words)
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải bảng so sánh Word").click()
    kept = tmp_path / "bang.docx"
    waited.value.save_as(kept)
    column = "\n".join(row.cells[-1].text for table in docx.Document(str(kept)).tables for row in table.rows)
    for words in said.values():
        assert words in column


def test_what_somebody_wrote_into_the_table_comes_back_into_the_page(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    compare_two(tab, texts)
    _say(tab, "Khoản 1 Điều 1", "Làm rõ phạm vi.")
    _say(tab, "Khoản 1 Điều 2", "Tạm viết.")
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải bảng so sánh Word").click()
    sent = tmp_path / "gửi vụ.docx"
    waited.value.save_as(sent)
    table = docx.Document(str(sent))
    cells = [row.cells[-1] for each in table.tables for row in each.rows]
    (own,) = [paragraph for cell in cells for paragraph in cell.paragraphs if paragraph.text == "Tạm viết."]
    own.text = "Vụ Pháp chế sửa: theo kết luận họp."
    table.save(str(sent))
    tab.locator("#lay-lai").set_input_files(str(sent))
    expect(tab.get_by_text("Đã lấy lời viết của 2 chỗ từ «gửi vụ.docx».")).to_be_visible()
    expect(tab.get_by_label("Thuyết minh: Khoản 1 Điều 2")).to_have_value(
        "Vụ Pháp chế sửa: theo kết luận họp."
    )
    expect(tab.get_by_label("Thuyết minh: Khoản 1 Điều 1")).to_have_value("Làm rõ phạm vi.")


def test_a_file_that_is_no_such_table_is_told_and_changes_nothing(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    compare_two(tab, texts)
    _say(tab, "Khoản 1 Điều 1", "Làm rõ phạm vi.")
    docx.Document().save(str(tmp_path / "khác.docx"))
    tab.locator("#lay-lai").set_input_files(str(tmp_path / "khác.docx"))
    expect(tab.locator("#bao")).to_contain_text("khác.docx")
    expect(tab.locator("#bao")).not_to_contain_text("--")
    tab.reload()
    expect(tab.get_by_label("Thuyết minh: Khoản 1 Điều 1")).to_have_value("Làm rõ phạm vi.")


def test_an_explanation_stands_under_its_change_and_letters_are_no_keys_there(
    tab: Page, texts: tuple[Path, Path]
) -> None:
    compare_two(tab, texts)
    area = tab.locator("section.row.changed textarea").first
    area.press_sequentially("jkvtx")
    expect(area).to_have_value("jkvtx")
    expect(tab.locator("section.row.current")).to_have_count(0)


def test_an_explanation_that_is_emptied_is_gone(tab: Page, texts: tuple[Path, Path]) -> None:
    compare_two(tab, texts)
    _say(tab, "Khoản 1 Điều 2", "Tạm viết.")
    _say(tab, "Khoản 1 Điều 2", "")
    expect(tab.get_by_text("Đã giữ lúc").first).to_be_visible()
    tab.reload()
    expect(tab.get_by_label("Thuyết minh: Khoản 1 Điều 2")).to_have_value("")

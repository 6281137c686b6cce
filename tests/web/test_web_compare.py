"""A reviewer's work on the page, in a real browser, from the first page to the downloaded file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import docx
import pytest
from page_runner import AXE, NEW, compare_two, see_that_all_can_use
from playwright.sync_api import Page, expect


def test_two_dropped_texts_are_compared_and_the_word_table_is_downloaded(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    compare_two(tab, texts)
    expect(tab.locator("section.row.changed")).to_have_count(3)
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải bảng so sánh Word").click()
    kept = tmp_path / "bang.docx"
    waited.value.save_as(kept)
    assert waited.value.suggested_filename == "So sánh Dự thảo lần 3.docx"
    words = "\n".join(
        cell.text for table in docx.Document(str(kept)).tables for row in table.rows for cell in row.cells
    )
    assert "trong 15 ngày" in words


def test_an_unsure_pair_is_decided_by_a_click_and_taken_back(tab: Page, texts: tuple[Path, Path]) -> None:
    compare_two(tab, texts)
    expect(tab.locator("section[data-cu]")).to_have_count(1)
    tab.get_by_role("button", name="Khác nhau: một bỏ, một thêm").click()
    expect(tab.locator("section[data-cu]")).to_have_count(0)
    expect(tab.get_by_text("khoản 3 Điều 2 cũ và khoản 3 Điều 2 mới: khác nhau.")).to_be_visible()
    expect(tab.locator("section.row[data-c~=bai-bo]")).to_have_count(1)
    tab.get_by_role("button", name="Hoàn tác").click()
    expect(tab.locator("section[data-cu]")).to_have_count(1)
    tab.get_by_role("button", name="Là một").click()
    expect(tab.locator("section[data-cu]")).to_have_count(0)
    expect(tab.locator("section.row.changed")).to_have_count(3)


def test_what_was_decided_is_in_what_is_downloaded(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    compare_two(tab, texts)
    tab.get_by_role("button", name="Khác nhau: một bỏ, một thêm").click()
    expect(tab.get_by_text("khác nhau.")).to_be_visible()
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải bảng so sánh Word").click()
    kept = tmp_path / "bang.docx"
    waited.value.save_as(kept)
    words = "\n".join(
        cell.text for table in docx.Document(str(kept)).tables for row in table.rows for cell in row.cells
    )
    assert "(Bãi bỏ)" in words


def test_earlier_work_is_found_again_and_compared_with_a_newer_draft(
    tab: Page, texts: tuple[Path, Path], tmp_path: Path
) -> None:
    compare_two(tab, texts)
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    tab.get_by_role("link", name="So với bản mới hơn…").click()
    newer = tmp_path / "Dự thảo lần 4.txt"
    newer.write_text(NEW.replace("15 ngày", "20 ngày"), encoding="utf-8")
    tab.locator("input[data-ben=moi]").set_input_files(str(newer))
    expect(tab.locator("#ds-moi li")).to_have_count(1)
    tab.get_by_role("button", name="So sánh", exact=True).click()
    expect(tab.get_by_text("20", exact=True).first).to_be_visible()


def test_an_amending_draft_of_a_text_that_is_not_stored_is_named_and_offered_other_texts(
    tab: Page, tmp_path: Path
) -> None:
    draft = tmp_path / "sửa đổi.txt"
    draft.write_text(
        "NGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 999/2020/NĐ-CP\n"
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 999/2020/NĐ-CP\n"
        "1. Bãi bỏ khoản 2 Điều 1.\nĐiều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày ký.\n",
        encoding="utf-8",
    )
    tab.locator("input[data-tha]").set_input_files(str(draft))
    expect(tab.get_by_text("có 1 lệnh sửa đổi")).to_be_visible()
    expect(tab.get_by_role("link", name="So sánh với văn bản khác…")).to_be_visible()


def test_a_file_that_cannot_be_read_is_told_with_what_to_do_and_can_be_taken_away(
    tab: Page, tmp_path: Path
) -> None:
    wrong = tmp_path / "bảng lương.docx"
    wrong.write_bytes(b"PK\x03\x04 not a package")
    tab.locator("input[data-tha]").set_input_files(str(wrong))
    expect(tab.get_by_role("heading", name="bảng lương.docx")).to_be_visible()
    expect(tab.locator("main .bao-loi")).to_be_visible()
    tab.on("dialog", lambda asked: asked.accept())
    tab.get_by_role("button", name="Bỏ tệp này khỏi kcdocs").click()
    expect(tab.get_by_text("Chưa có tệp nào.")).to_be_visible()


def test_what_stands_in_a_text_is_never_markup(tab: Page, texts: tuple[Path, Path]) -> None:
    compare_two(tab, texts)
    expect(tab.get_by_text("<img src=x").first).to_be_visible()
    assert tab.locator("img").count() == 0
    assert "hỏng" not in tab.title()


def test_the_whole_work_is_done_by_keyboard_alone(tab: Page, texts: tuple[Path, Path]) -> None:
    tab.keyboard.press("Tab")
    expect(tab.locator(".skip")).to_be_focused()
    for _ in range(20):
        tab.keyboard.press("Tab")
        if tab.evaluate("() => document.activeElement.matches('input[data-tha]')"):
            break
    with tab.expect_file_chooser() as chosen:
        tab.keyboard.press("Space")
    chosen.value.set_files([str(path) for path in texts])
    tab.wait_for_url("**/so-sanh?*")
    tab.get_by_role("button", name="So sánh", exact=True).focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/so-sanh/*")
    tab.keyboard.press("j")
    expect(tab.locator("section.row.current")).to_have_count(1)


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not unpacked (.ci/run does it)")
def test_no_page_has_a_fault_of_access_or_scrolls_sideways(tab: Page, texts: tuple[Path, Path]) -> None:
    look = partial(see_that_all_can_use, tab)
    look("Hôm nay anh, chị làm gì?")
    tab.get_by_role("link", name="Trợ giúp").click()
    look("Trợ giúp")
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    tab.locator("input[data-tha]").set_input_files(str(texts[0]))
    tab.wait_for_url("**/tep/*")
    look(texts[0].name)
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    tab.locator("input[data-tha]").set_input_files([str(path) for path in texts])
    tab.wait_for_url("**/so-sanh?*")
    look("So sánh hai văn bản")
    tab.get_by_role("button", name="So sánh", exact=True).click()
    tab.wait_for_url("**/so-sanh/*")
    look("Bản so sánh văn bản")
    tab.get_by_role("link", name="Gần đây").click()
    look("Việc và tệp gần đây")


def test_two_tabs_with_two_comparisons_do_not_disturb_one_another(
    tab: Page, texts: tuple[Path, Path]
) -> None:
    compare_two(tab, texts)
    first = tab.url
    other = tab.context.new_page()
    other.goto(tab.url.partition("so-sanh")[0])
    compare_two(other, texts)
    tab.get_by_role("button", name="Khác nhau: một bỏ, một thêm").click()
    expect(tab.get_by_text("khác nhau.")).to_be_visible()
    other.reload()
    assert other.url != first
    expect(other.locator("section[data-cu]")).to_have_count(1)

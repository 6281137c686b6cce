"""A reviewer reads an amending draft on the page, from the first page to the consolidated text."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from page_runner import AXE, OLD, see_that_all_can_use
from playwright.sync_api import Page, expect

ORIGINAL = f"""CHÍNH PHỦ
Số: 99/2020/NĐ-CP
NGHỊ ĐỊNH
Về việc cho thuê sạp ở chợ phiên
{OLD}"""
DRAFT = """CHÍNH PHỦ
Số: 12/2026/NĐ-CP
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 99/2020/NĐ-CP ngày 01 tháng 02 năm 2020 của Chính phủ về việc cho thuê sạp ở chợ phiên
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 99/2020/NĐ-CP
1. Thay thế cụm từ “30 ngày” bằng cụm từ “15 ngày” tại khoản 1 Điều 2.
2. Bãi bỏ khoản 9 Điều 2.
3. Bãi bỏ khoản 2 Điều 1 ở những nơi đã họp.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 6 năm 2026.
"""


def read_draft(tab: Page, tmp_path: Path) -> None:
    """Drop an original and an amending draft, and read the commands."""
    original, draft = tmp_path / "gốc.txt", tmp_path / "sửa đổi.txt"
    original.write_text(ORIGINAL, encoding="utf-8")
    draft.write_text(DRAFT, encoding="utf-8")
    tab.locator("input[data-tha]").set_input_files([str(original), str(draft)])
    tab.wait_for_url("**/so-sanh?*")
    tab.get_by_role("button", name="So sánh", exact=True).click()
    tab.wait_for_url("**/so-sanh/*")
    tab.get_by_role("link", name="Đọc từng lệnh sửa đổi").click()
    tab.wait_for_url("**/sua-doi/*")


def test_each_command_is_listed_with_its_state_and_why(tab: Page, tmp_path: Path) -> None:
    read_draft(tab, tmp_path)
    done, impossible, unclear = (tab.locator("ol.lenh li").nth(number) for number in range(3))
    expect(done).to_contain_text("làm được thay “30 ngày” bằng “15 ngày” tại khoản 1 Điều 2")
    expect(impossible).to_contain_text("không làm được")
    expect(unclear).to_contain_text("chưa rõ")
    expect(unclear).to_contain_text("ở những nơi đã họp")
    expect(tab.get_by_text("2 lệnh chưa rõ hoặc không làm được")).to_be_visible()


def test_the_consolidated_text_is_downloaded_with_what_could_be_done(tab: Page, tmp_path: Path) -> None:
    read_draft(tab, tmp_path)
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải văn bản hợp nhất (Word)").click()
    kept = tmp_path / "hop-nhat.docx"
    waited.value.save_as(kept)
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(kept)).paragraphs)
    assert "trong 15 ngày" in words
    assert "Chợ đêm không thuộc phạm vi này" in words


def test_the_result_is_held_against_an_official_consolidated_text(tab: Page, tmp_path: Path) -> None:
    read_draft(tab, tmp_path)
    official = tmp_path / "hợp nhất.txt"
    official.write_text(ORIGINAL.replace("30 ngày", "20 ngày"), encoding="utf-8")
    tab.locator("#chinh-thuc").set_input_files(str(official))
    expect(tab.get_by_role("heading", level=1)).to_have_text("Đối chiếu với hợp nhất.txt")
    expect(tab.locator(".van-ban")).to_contain_text("khoản 1 Điều 2")
    see_that_all_can_use(tab, "Đối chiếu với")
    tab.get_by_role("link", name="Về từng lệnh").click()
    expect(tab.get_by_text("2 lệnh chưa rõ hoặc không làm được")).to_be_visible()


def test_an_unclear_command_is_answered_taken_back_and_links_to_both_texts(tab: Page, tmp_path: Path) -> None:
    read_draft(tab, tmp_path)
    unclear = tab.locator("ol.lenh li").nth(2)
    unclear.get_by_role("link", name="chỗ ấy trong bản gốc").click()
    expect(tab.locator(":target")).to_contain_text("Chợ đêm không thuộc phạm vi này")
    unclear.get_by_role("link", name="của dự thảo").click()
    expect(tab.locator(":target")).to_contain_text("ở những nơi đã họp")
    unclear.get_by_label("Lệnh này phải hiểu là").fill("Bãi bỏ khoản 2 Điều 1.")
    unclear.get_by_role("button", name="Ghi câu trả lời").click()
    expect(tab.get_by_text("1 lệnh chưa rõ hoặc không làm được")).to_be_visible()
    expect(unclear).to_contain_text("làm được")
    tab.get_by_role("button", name="Hoàn tác").click()
    expect(tab.get_by_text("2 lệnh chưa rõ hoặc không làm được")).to_be_visible()


def test_a_draft_with_wrong_commands_is_read_mended_consolidated_downloaded_and_opened(
    tab: Page, tmp_path: Path
) -> None:
    read_draft(tab, tmp_path)
    tab.get_by_label("Lệnh này phải hiểu là").nth(1).fill("Bãi bỏ khoản 2 Điều 1.")
    tab.get_by_role("button", name="Ghi câu trả lời cho lệnh 3").click()
    expect(tab.get_by_text("1 lệnh chưa rõ hoặc không làm được")).to_be_visible()
    tab.get_by_role("button", name="Lời này không phải lệnh").click()
    expect(tab.get_by_text("lệnh nào cũng làm được")).to_be_visible()
    tab.get_by_role("link", name="Đọc văn bản hợp nhất có chú thích").click()
    expect(tab.locator(".van-ban")).to_contain_text("trong 15 ngày")
    see_that_all_can_use(tab, "Văn bản hợp nhất")
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải văn bản hợp nhất (Word)").click()
    kept = tmp_path / "hop-nhat.docx"
    waited.value.save_as(kept)
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(kept)).paragraphs)
    assert "trong 15 ngày" in words
    assert "Chợ đêm không thuộc phạm vi này" not in words
    assert "Đơn nộp trực tiếp tại phòng trực" in words


def test_the_amending_instrument_is_written_from_a_rewritten_text_and_downloaded_as_word(
    tab: Page, tmp_path: Path
) -> None:
    original, rewritten = tmp_path / "gốc.txt", tmp_path / "viết lại.txt"
    original.write_text(ORIGINAL, encoding="utf-8")
    rewritten.write_text(ORIGINAL.replace("30 ngày", "20 ngày"), encoding="utf-8")
    tab.locator("input[data-tha]").set_input_files([str(original), str(rewritten)])
    tab.wait_for_url("**/so-sanh?*")
    tab.get_by_role("button", name="So sánh", exact=True).click()
    tab.get_by_role("link", name="Viết văn bản sửa đổi từ bản này…").click()
    expect(tab.locator(".van-ban")).to_contain_text("20 ngày")
    tab.get_by_label("Có hiệu lực từ ngày").fill("01/06/2027")
    tab.get_by_role("button", name="Viết lại").click()
    expect(tab.locator(".van-ban")).to_contain_text("01 tháng 6 năm 2027")
    see_that_all_can_use(tab, "Viết văn bản sửa đổi")
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải văn bản sửa đổi (Word)").click()
    kept = tmp_path / "sua-doi.docx"
    waited.value.save_as(kept)
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(kept)).paragraphs).replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "20 ngày" in words
    assert "99/2020/NĐ-CP" in words


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not unpacked (.ci/run does it)")
def test_the_amending_page_has_no_fault_of_access_and_does_not_scroll_sideways(
    tab: Page, tmp_path: Path
) -> None:
    read_draft(tab, tmp_path)
    see_that_all_can_use(tab, "Từng lệnh của")

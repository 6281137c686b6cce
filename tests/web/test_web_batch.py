"""Staff turn a sheet into numbered documents on the page, from the dropped file to the verified batch."""

from __future__ import annotations

import os
import re
import signal
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from page_runner import AXE, Served, see_that_all_can_use, start, stop
from playwright.sync_api import Page, expect
from sheet_work import begin, check, settled, wait_until, write_sheet

FAULTS = {(6, 2): "31/02/2026", (40, 3): "", (120, 13): "thay lời", (250, 1): "TTr BCT"}


def _words(path: Path) -> str:
    paragraphs = docx.Document(str(path)).paragraphs
    return "\n".join(paragraph.text for paragraph in paragraphs).replace("\xa0", " ")


def _documents(served: Served) -> list[Path]:
    return sorted((served.data / "van-ban").rglob("*.docx"))


def _numbers(served: Served) -> list[int]:
    found = (re.search(r"to-trinh-(\d+)-", path.name) for path in _documents(served))
    return sorted(int(match[1]) for match in found if match)


def test_three_hundred_records_are_mended_made_killed_gone_on_with_and_verified(
    tab: Page, served: Served, tmp_path: Path
) -> None:
    begin(tab, write_sheet(tmp_path / "Chợ phiên 2026.xlsx", 300, FAULTS))
    check(tab)
    expect(tab.get_by_text("4 chỗ cần sửa; 296 hồ sơ không có lỗi.")).to_be_visible()
    rows = tab.locator("table.bang tbody tr")
    expect(rows).to_have_count(4)
    assert [rows.nth(at).locator("th").inner_text().rpartition("ô ")[2] for at in range(4)] == [
        "B6",
        "C40",
        "M120",
        "A250",
    ]
    assert not re.search(r"--\w|kcdocs \w+ ", tab.locator("main").inner_text())
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải bản Excel có đánh dấu").click()
    waited.value.save_as(tmp_path / "danh-dau.xlsx")
    marked = openpyxl.load_workbook(tmp_path / "danh-dau.xlsx").worksheets[0]
    assert "tháng 2 năm 2026 không có ngày 31" in str(marked["B6"].comment.text)
    tab.locator("#tep-khac").set_input_files(str(write_sheet(tmp_path / "đã sửa.xlsx", 300)))
    expect(tab.get_by_role("button", name="Lập 300 văn bản")).to_be_visible()
    expect(tab.get_by_text("số 41 đến 340 của dãy TTr-BCT/2026")).to_be_visible()
    assert _documents(served) == []
    tab.get_by_role("button", name="Lập 300 văn bản").click()
    wait_until(lambda: len(_documents(served)) > 20)
    tab.goto("about:blank")
    served.process.send_signal(signal.SIGKILL)
    served.process.wait(20)
    again = start(served.data)
    try:
        context, address = tab.context, f"{again.home}hang-loat"
        tab.close()
        other = context.new_page()
        other.goto(again.entrance)
        other.wait_for_url(again.home)
        other.goto(address)
        other.get_by_role("link", name="Mở đợt này").click()
        go_on = other.get_by_role("button", name="Làm tiếp")
        expect(go_on).to_be_visible()
        before = len(_documents(again))
        assert 20 < before < 300
        go_on.click()
        expect(other.get_by_text("Đã lập đủ 300 văn bản.")).to_be_visible(timeout=90_000)
        assert _numbers(again) == list(range(41, 341))
        other.get_by_role("button", name="Xác minh cả đợt").click()
        expect(other.get_by_text("cả 300 văn bản còn nguyên như lúc lập")).to_be_visible()
        with other.expect_download() as waited:
            other.get_by_role("link", name="Tải ZIP").click()
        waited.value.save_as(tmp_path / "ra.zip")
        with zipfile.ZipFile(tmp_path / "ra.zip") as archive:
            assert sum(name.endswith(".docx") for name in archive.namelist()) == 300
        other.close()
    finally:
        stop(again)


def _made(tab: Page, sheet: Path) -> None:
    begin(tab, sheet)
    check(tab)
    tab.get_by_role("button", name=re.compile("Lập .* văn bản")).click()
    expect(tab.get_by_text("Đã lập đủ")).to_be_visible()


def test_the_list_is_searched_and_a_document_downloaded(tab: Page, tmp_path: Path) -> None:
    _made(tab, write_sheet(tmp_path / "chợ.xlsx", 12))
    tab.get_by_label("Tìm trong bảng kê").fill("so 47")
    tab.get_by_label("Tìm trong bảng kê").fill("-47-")
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("1 trên 12 văn bản")).to_be_visible()
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="to-trinh-47-TTr-BCT.docx").click()
    waited.value.save_as(tmp_path / "ra.docx")
    words = _words(tmp_path / "ra.docx")
    assert "chợ phiên số 7 <b>" in words


def test_a_file_to_print_is_made_afterwards(tab: Page, tmp_path: Path) -> None:
    _made(tab, write_sheet(tmp_path / "chợ.xlsx", 3))
    tab.get_by_role("button", name="Làm tệp gộp để in").click()
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải tệp gộp để in").click()
    waited.value.save_as(tmp_path / "gop.docx")
    words = _words(tmp_path / "gop.docx")
    assert all(f"chợ phiên số {number} <b>" in words for number in (1, 2, 3))


def test_verifying_names_what_was_changed_and_what_is_missing_is_made_again(
    tab: Page, served: Served, tmp_path: Path
) -> None:
    _made(tab, write_sheet(tmp_path / "chợ.xlsx", 3))
    _documents(served)[1].unlink()
    tab.get_by_role("button", name="Xác minh cả đợt").click()
    expect(tab.get_by_text("1 chỗ không khớp với bảng kê.")).to_be_visible()
    expect(tab.get_by_text("to-trinh-42-TTr-BCT.docx: Bảng kê có văn bản này")).to_be_visible()
    with tab.expect_navigation():
        tab.get_by_role("button", name="Lập lại tệp thiếu").click()
    settled(tab)
    expect(tab.get_by_text("Đã lập đủ 3 văn bản.")).to_be_visible()
    assert _numbers(served) == [41, 42, 43]


def test_the_same_records_get_a_second_number_only_when_that_is_asked_for(
    tab: Page, served: Served, tmp_path: Path
) -> None:
    sheet = write_sheet(tmp_path / "chợ.xlsx", 2)
    _made(tab, sheet)
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    begin(tab, sheet)
    expect(tab.get_by_label("Lấy từ dãy TTr-BCT/2026 (số kế tiếp: 43)")).to_be_checked()
    tab.get_by_role("button", name="Kiểm tra bảng").click()
    expect(tab.get_by_text("2 hồ sơ đã được cấp số")).to_be_visible()
    tab.on("dialog", lambda asked: asked.accept())
    tab.get_by_role("button", name="Vẫn lập thêm lần nữa").click()
    tab.get_by_role("button", name="Lập 2 văn bản").click()
    expect(tab.get_by_text("Đã lập đủ 2 văn bản.")).to_be_visible()
    assert _numbers(served) == [41, 42, 43, 44]


def test_a_batch_is_stopped_and_gone_on_with(tab: Page, served: Served, tmp_path: Path) -> None:
    begin(tab, write_sheet(tmp_path / "chợ.xlsx", 900))
    check(tab)
    tab.get_by_role("button", name="Lập 900 văn bản").click()
    wait_until(lambda: len(_documents(served)) > 5)
    tab.get_by_role("button", name="Dừng lại").click()
    go_on = tab.get_by_role("button", name="Làm tiếp")
    expect(go_on).to_be_visible()
    assert 5 < len(_documents(served)) < 900
    go_on.click()
    expect(tab.get_by_text("Đã lập đủ 900 văn bản.")).to_be_visible()


def test_good_records_are_made_although_others_have_faults_where_that_is_asked_for(
    tab: Page, served: Served, tmp_path: Path
) -> None:
    begin(tab, write_sheet(tmp_path / "chợ.xlsx", 4, {(3, 3): ""}))
    check(tab)
    tab.get_by_role("button", name="Chỉ lập 3 hồ sơ không có lỗi").click()
    tab.get_by_role("button", name="Lập 3 văn bản").click()
    expect(tab.get_by_text("Bỏ qua 1 hồ sơ sai, xem cuối bảng kê.")).to_be_visible()
    assert _numbers(served) == [41, 42, 43]


@pytest.mark.skipif(os.name == "nt", reason="processes end otherwise there")
def test_work_whose_process_was_killed_is_told_as_cut_off(tab: Page, served: Served, tmp_path: Path) -> None:
    begin(tab, write_sheet(tmp_path / "chợ.xlsx", 120))
    check(tab)
    tab.get_by_role("button", name="Lập 120 văn bản").click()
    wait_until(lambda: len(_documents(served)) > 5)
    for task in Path("/proc").glob("[0-9]*"):
        with_words = (task / "cmdline").read_bytes() if (task / "cmdline").exists() else b""
        if b"kcdocs.web.work" in with_words and str(served.data).encode() in with_words:
            os.kill(int(task.name), signal.SIGKILL)
    expect(tab.get_by_text("kcdocs đã bị tắt giữa chừng")).to_be_visible()
    tab.get_by_role("button", name="Làm tiếp").click()
    expect(tab.get_by_text("Đã lập đủ 120 văn bản.")).to_be_visible()


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not unpacked (.ci/run does it)")
def test_no_page_of_batches_has_a_fault_of_access_or_scrolls_sideways(tab: Page, tmp_path: Path) -> None:
    tab.locator("input[data-tha]").set_input_files(str(write_sheet(tmp_path / "chợ.xlsx", 3, {(3, 3): ""})))
    expect(tab.get_by_role("button", name="Lập hàng loạt")).to_be_visible()
    see_that_all_can_use(tab, "chợ.xlsx")
    tab.get_by_role("button", name="Lập hàng loạt").click()
    tab.wait_for_url("**/hang-loat/*")
    see_that_all_can_use(tab, "Lập hàng loạt từ chợ.xlsx")
    check(tab)
    see_that_all_can_use(tab, "Lập hàng loạt từ chợ.xlsx")
    tab.locator("#tep-khac").set_input_files(str(write_sheet(tmp_path / "chợ 2.xlsx", 3)))
    expect(tab.get_by_role("button", name="Lập 3 văn bản")).to_be_visible()
    see_that_all_can_use(tab, "Lập hàng loạt từ chợ 2.xlsx")
    tab.get_by_role("button", name="Lập 3 văn bản").click()
    expect(tab.get_by_text("Đã lập đủ 3 văn bản.")).to_be_visible()
    see_that_all_can_use(tab, "Lập hàng loạt từ chợ 2.xlsx")
    tab.get_by_role("link", name="Hàng loạt", exact=True).click()
    tab.wait_for_url("**/hang-loat")
    see_that_all_can_use(tab, "Lập hàng loạt")

"""The store on the page, in a real browser: adding a text by drop, reading it, searching."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from page_runner import AXE, see_that_all_can_use
from playwright.sync_api import Page, expect

TEXT = """CHÍNH PHỦ
Số: 7/2020/NĐ-CP
NGHỊ ĐỊNH
Về nghề dệt <img src=x onerror="document.title='hỏng'">
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Nghị định này quy định việc đầu tư xưởng dệt.
2. Ủy ban nhân dân xã hỗ trợ mở đường vào xưởng theo khoản 1 Điều 2 Nghị định này.
Điều 2. Thời hạn
1. Xưởng trả lời trong 30 ngày.
2. Việc nêu tại Điều 1 làm theo quý.
Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2020."""
AMENDING = """CHÍNH PHỦ
Số: 9/2022/NĐ-CP
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:
“1. Xưởng trả lời trong 15 ngày.”
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2022."""


def _drop(tab: Page, folder: Path, text: str, name: str = "Nghị định.txt") -> None:
    """Drop a text on the store's page and ask to add it."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    tab.get_by_role("link", name="Kho văn bản", exact=True).click()
    tab.locator("input[data-tha]").set_input_files(str(path))
    tab.get_by_role("link", name="Thêm vào kho văn bản…").click()


def add_text(tab: Page, folder: Path, text: str) -> None:
    _drop(tab, folder, text)
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.get_by_role("heading", name="Đã xong")).to_be_visible()


def test_a_dropped_text_is_added_read_and_searched(tab: Page, tmp_path: Path) -> None:
    add_text(tab, tmp_path, TEXT)
    expect(tab.locator("#ke")).to_contain_text("Đã thêm 7/2020/NĐ-CP vào kho.")
    expect(tab.locator("#ke")).to_contain_text("không có dấu vân tay của văn bản này")
    tab.get_by_role("link", name="Mở văn bản").click()
    expect(tab.get_by_role("heading", name="Điều 2. Thời hạn")).to_be_visible()
    tab.get_by_role("link", name="khoản 1 Điều 2 Nghị định này").click()
    assert tab.url.endswith("#dieu-2.khoan-1")
    assert "30 ngày" in tab.locator(":target").inner_text()
    assert tab.title() == "7/2020/NĐ-CP · kcdocs"

    tab.get_by_role("link", name="Kho văn bản", exact=True).click()
    tab.locator("#tim").press_sequentially("mo duong va")
    expect(tab.locator("#cho a")).to_have_text(["khoản 2 Điều 1, 7/2020/NĐ-CP"])
    expect(tab.locator("#cho mark")).to_have_text(["mở", "đường", "vào"])
    tab.reload()
    tab.locator("#cho a").click()
    tab.wait_for_url("**/kho/7-2020-nd-cp#dieu-1.khoan-2")


def test_typing_filters_instruments_by_number_and_name(tab: Page, tmp_path: Path) -> None:
    add_text(tab, tmp_path, TEXT)
    tab.get_by_role("link", name="Kho văn bản", exact=True).click()
    tab.locator("#tim").fill("nghe det")
    expect(tab.locator("#van-ban > li:visible")).to_have_count(1)
    tab.locator("#tim").fill("7/2020/nd")
    expect(tab.locator("#van-ban > li:visible")).to_have_count(1)
    tab.locator("#tim").fill("nghề rèn")
    expect(tab.get_by_text("Không có văn bản nào có số hoặc tên như vậy.")).to_be_visible()
    expect(tab.get_by_text("Không có điều khoản nào có đủ các từ này.")).to_be_visible()
    tab.locator("#tim").fill("")
    expect(tab.locator("#tim-thay")).to_be_hidden()


def test_an_amending_text_makes_an_edition_on_the_line_of_time(tab: Page, tmp_path: Path) -> None:
    add_text(tab, tmp_path, TEXT)
    add_text(tab, tmp_path, AMENDING)
    expect(tab.locator("#ke")).to_contain_text("bản từ 01/05/2022 dựng theo 9/2022/NĐ-CP")
    tab.get_by_role("link", name="Xem kho văn bản").click()
    line = tab.get_by_role("list", name="Các bản của 7/2020/NĐ-CP")
    expect(line.get_by_role("listitem")).to_contain_text(
        ["01/03/2020", "01/05/2022 theo 9/2022/NĐ-CP, hiện hành"]
    )
    line.get_by_role("link", name="01/03/2020").click()
    expect(tab.get_by_text("1. Xưởng trả lời trong 30 ngày.")).to_be_visible()
    tab.locator(".luu-y").get_by_role("link", name="bản từ 01/05/2022, theo 9/2022/NĐ-CP").click()
    expect(tab.get_by_text("1. Xưởng trả lời trong 15 ngày.")).to_be_visible()

    tab.get_by_role("link", name="Kho văn bản", exact=True).click()
    tab.locator("#tim").fill("trong 30 ngày")
    expect(tab.get_by_text("bản từ 01/03/2020, nay không còn")).to_be_visible()


def test_a_text_without_a_number_asks_for_it(tab: Page, tmp_path: Path) -> None:
    _drop(tab, tmp_path, TEXT.replace("Số: 7/2020/NĐ-CP\n", ""))
    expect(tab.get_by_text("Tệp không tự ghi số, ký hiệu")).to_be_visible()
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#bao")).to_contain_text("Ghi số, ký hiệu của văn bản vào ô «Số, ký hiệu».")
    expect(tab.get_by_label("Số, ký hiệu")).to_be_focused()
    tab.get_by_label("Số, ký hiệu").fill("7/2020/NĐ-CP")
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#ke")).to_contain_text("Đã thêm 7/2020/NĐ-CP vào kho.")


def test_another_text_of_the_same_day_takes_its_place_only_when_told_so(tab: Page, tmp_path: Path) -> None:
    add_text(tab, tmp_path, TEXT)
    _drop(tab, tmp_path, TEXT.replace("30 ngày", "40 ngày"))
    expect(tab.get_by_label("Thay bản đang giữ")).to_be_hidden()
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#bao")).to_contain_text("Kho đã giữ một bản khác của 7/2020/NĐ-CP")
    expect(tab.locator("#bao")).not_to_contain_text("--")
    tab.get_by_label("Thay bản đang giữ").check()
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#ke")).to_contain_text("Bản đang giữ trước đây được cất riêng.")
    tab.get_by_role("link", name="Mở văn bản").click()
    expect(tab.get_by_text("1. Xưởng trả lời trong 40 ngày.")).to_be_visible()


def test_a_text_that_differs_from_its_fingerprints_is_added_only_when_told_so(
    tab: Page, tmp_path: Path
) -> None:
    _drop(tab, tmp_path, TEXT.replace("7/2020", "45/2012"))
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#bao")).to_contain_text("khác với dấu vân tay của 45/2012/NĐ-CP")
    expect(tab.locator("#bao")).to_contain_text("đánh dấu «Vẫn thêm»")
    tab.get_by_label("Vẫn thêm").check()
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#ke")).to_contain_text("anh, chị đã chấp nhận")


def test_a_day_that_is_none_is_told_at_its_field(tab: Page, tmp_path: Path) -> None:
    _drop(tab, tmp_path, TEXT)
    tab.get_by_label("Có hiệu lực từ ngày").fill("31/02/2026")
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#bao")).to_contain_text("«31/02/2026» không phải một ngày.")
    expect(tab.locator("#bao")).to_contain_text("WB109")
    expect(tab.get_by_label("Có hiệu lực từ ngày")).to_be_focused()


def test_a_name_in_decomposed_letters_with_an_emoji_is_taken(tab: Page, tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "Nghị định dệt 🧵.txt")
    _drop(tab, tmp_path, TEXT, name)
    expect(tab.get_by_role("heading", level=1)).to_have_text(re.compile("Nghị định dệt"))
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#ke")).to_contain_text("Đã thêm 7/2020/NĐ-CP vào kho.")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not unpacked (.ci/run does it)")
def test_no_page_of_the_store_has_a_fault_of_access_or_scrolls_sideways(tab: Page, tmp_path: Path) -> None:
    _drop(tab, tmp_path, TEXT)
    pages = [(tab.url, "Thêm Nghị định.txt vào kho văn bản")]
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#ke")).to_contain_text("vào kho.")
    see_that_all_can_use(tab, "Thêm Nghị định.txt vào kho văn bản")
    tab.get_by_role("link", name="Mở văn bản").click()
    tab.wait_for_url("**/kho/7-2020-nd-cp")
    home = tab.url.removesuffix("/7-2020-nd-cp")
    pages += [(tab.url, "7/2020/NĐ-CP"), (home, "Kho văn bản"), (f"{home}?tim=xuong", "Kho văn bản")]
    for page, heading in pages:
        tab.goto(page)
        if "tim=" in page:
            expect(tab.locator("#cho li").first).to_be_visible()
        see_that_all_can_use(tab, heading)

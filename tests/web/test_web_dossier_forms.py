"""A clerk puts a dossier together: what is common is said once, each paper is a form, all are made at once."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from form_work import kept, ready
from page_runner import Served, see_that_all_can_use, start, stop
from playwright.sync_api import Page, expect

RECORD = Path(__file__).parents[2] / "docs" / "examples" / "ho-so-45-2012.yaml"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    made = start(tmp_path / "data", office=False)
    yield made
    stop(made)


def _state(tab: Page, number: int) -> str:
    return f".hang:nth-child({number}) .tt"


def begin(tab: Page) -> None:
    """A new dossier at the stage of asking for opinions, with what is common and one paper."""
    tab.get_by_role("link", name="Hồ sơ", exact=True).click()
    tab.get_by_role("button", name="Lập hồ sơ mới").click()
    tab.wait_for_url("**/ho-so/lap/*")
    ready(tab)
    tab.get_by_label("Tên hồ sơ").fill("Hồ sơ chợ <b>phiên</b>")
    tab.get_by_label("Hồ sơ ở bước").select_option(label="lấy ý kiến")
    expect(tab.get_by_text("Bước này còn thiếu")).to_be_visible()
    ready(tab)
    tab.get_by_label("Địa danh").fill("Hà Nội")
    tab.get_by_role("button", name="Soạn Tờ trình Chính phủ").click()
    expect(tab.locator(_state(tab, 1))).to_contain_text("chỗ cần sửa")


def test_what_is_common_is_said_once_and_stands_in_each_paper(tab: Page) -> None:
    begin(tab)
    see_that_all_can_use(tab, "Lập hồ sơ của một việc")
    expect(tab.get_by_label("Tên hồ sơ")).to_have_value("Hồ sơ chợ <b>phiên</b>")
    expect(tab.get_by_text("Bản so sánh, thuyết minh nội dung dự thảo")).to_be_visible()

    tab.get_by_role("button", name="Kiểm tra và tải cả hồ sơ").click()
    expect(tab.locator("#con-loi")).to_contain_text("Văn bản 1, «Tờ trình Chính phủ")

    tab.get_by_role("link", name="Soạn Tờ trình").click()
    tab.wait_for_url("**/ban-nhap/**")
    ready(tab)
    expect(tab.get_by_label("Địa danh")).to_have_value("Hà Nội")
    expect(tab.locator("#con-loi h2")).to_contain_text("chỗ cần sửa")
    tab.get_by_label("Đơn vị soạn thảo").fill("PC")
    kept(tab)

    tab.get_by_role("link", name="Trở lại hồ sơ").click()
    ready(tab)
    tab.get_by_label("Địa danh").fill("Huế")
    kept(tab)
    tab.get_by_role("link", name="Soạn Tờ trình").click()
    tab.wait_for_url("**/ban-nhap/**")
    ready(tab)
    expect(tab.get_by_label("Địa danh")).to_have_value("Huế")
    expect(tab.get_by_label("Đơn vị soạn thảo")).to_have_value("PC")


def test_a_record_is_opened_mended_made_and_saved_again(tab: Page, tmp_path: Path) -> None:
    tab.locator("input[data-tha]").set_input_files(str(RECORD))
    tab.wait_for_url("**/tep/*")
    tab.get_by_role("button", name="Mở hồ sơ này").click()
    tab.wait_for_url("**/ho-so/lap/*")
    ready(tab)
    expect(tab.locator(".hang .tt", has_text="đủ để lập")).to_have_count(9)

    tab.get_by_role("link", name="Soạn Công văn gửi hồ sơ").click()
    tab.wait_for_url("**/ban-nhap/**")
    ready(tab)
    tab.get_by_label("Địa danh").fill("Huế")
    kept(tab)
    tab.get_by_role("link", name="Trở lại hồ sơ").click()
    ready(tab)
    tab.get_by_role("button", name="Kiểm tra và tải cả hồ sơ").click()
    expect(tab.locator("#con-loi li")).to_contain_text("«Công văn gửi hồ sơ»: «Địa danh»")
    expect(tab.locator(".hang:nth-child(7)")).to_have_class("hang sai")

    tab.get_by_label("Địa danh").fill("")
    kept(tab)
    tab.locator(".hang:nth-child(7)").get_by_role("button", name="Bỏ khỏi hồ sơ").click()
    kept(tab)
    with tab.expect_download() as waited:
        tab.get_by_role("button", name="Kiểm tra và tải cả hồ sơ").click()
    waited.value.save_as(tmp_path / "ra.zip")
    with zipfile.ZipFile(tmp_path / "ra.zip") as archive:
        names = archive.namelist()
    assert [name.partition("-")[0] for name in names] == [f"0{n}" for n in range(1, 9)] + ["danh"]
    assert not any("chuyen-ho-so" in name for name in names)
    expect(tab.locator("#da-lap")).to_contain_text("chưa có: Bản so sánh")

    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Lưu dữ liệu để dùng lại").click()
    waited.value.save_as(tmp_path / "luu.json")
    tab.get_by_role("link", name="Hồ sơ", exact=True).click()
    tab.locator("[data-ho-so-tep]").set_input_files(str(tmp_path / "luu.json"))
    tab.wait_for_url("**/ho-so/lap/*")
    ready(tab)
    expect(tab.get_by_text("Để ghi lại hoặc chọn lại: số, ngày, người ký")).to_be_visible()
    expect(tab.locator(".hang .tt", has_text="chỗ cần sửa")).to_have_count(8)


def test_two_tabs_of_one_dossier_lose_nothing(tab: Page) -> None:
    begin(tab)
    other = tab.context.new_page()
    other.goto(tab.url)
    ready(other)
    other.get_by_label("Tên hồ sơ").fill("Hồ sơ hai")
    kept(other)
    tab.get_by_label("Tên hồ sơ").fill("Hồ sơ ba")
    expect(tab.get_by_text("vừa được sửa ở một thẻ khác")).to_be_visible()
    first = tab.url
    tab.get_by_role("button", name="Giữ thẻ này thành bản nháp mới").click()
    tab.wait_for_url(lambda url: url != first and "/ho-so/lap/" in url)
    ready(tab)
    expect(tab.get_by_label("Tên hồ sơ")).to_have_value("Hồ sơ ba")
    expect(tab.locator(_state(tab, 1))).to_contain_text("chỗ cần sửa")

    tab.on("dialog", lambda asked: asked.accept())
    tab.get_by_role("button", name="Xóa hồ sơ này").click()
    tab.wait_for_url("**/ho-so")
    expect(tab.get_by_role("link", name="Hồ sơ hai", exact=True)).to_be_visible()
    expect(tab.get_by_role("link", name="Hồ sơ ba", exact=True)).to_have_count(0)

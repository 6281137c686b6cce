"""Many texts on the page of the store: added together with progress, and read into a new index."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_runner import Served, drop, see_that_all_can_use
from playwright.sync_api import Page, expect
from test_web_store import AMENDING, TEXT

from kcdocs.api import adding

HELD = {"xong": False, "loi": "Đã xem 1 trên 4 tệp…", "da": 1, "tren": 4}
NAMELESS = TEXT.replace("Số: 7/2020/NĐ-CP\n", "")


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Nghị định"
    (folder / "sửa đổi").mkdir(parents=True)
    (folder / "dệt.txt").write_text(TEXT, "utf-8")
    (folder / "không số.txt").write_text(NAMELESS, "utf-8")
    (folder / "sửa đổi" / "dệt.txt").write_text(AMENDING, "utf-8")
    (folder / "ảnh.png").write_bytes(b"no text")
    return folder


def _open_store(tab: Page) -> None:
    tab.get_by_role("link", name="Kho văn bản", exact=True).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Kho văn bản")


def test_a_folder_is_added_and_each_fault_names_its_file(tab: Page, tmp_path: Path) -> None:
    _open_store(tab)
    tab.route("**/tien-do", lambda asked: asked.fulfill(json=HELD))
    tab.locator("input[data-thu-muc]").set_input_files(str(_folder(tmp_path)))
    see_that_all_can_use(tab, "Đang thêm 3 tệp vào kho văn bản")
    expect(tab.get_by_role("progressbar")).to_have_attribute("max", "4")
    tab.unroute_all()

    see_that_all_can_use(tab, "Thêm nhiều tệp vào kho văn bản")
    expect(tab.get_by_role("status")).to_have_text(
        "Thêm 2 văn bản; 0 văn bản kho đã có sẵn; 1 tệp không thêm được."
    )
    fault = tab.locator("ul.viec > li")
    expect(fault).to_contain_text("không số.txt: ")
    expect(fault).not_to_contain_text("--")
    fault.get_by_role("link").click()
    tab.get_by_role("link", name="Thêm vào kho văn bản…").click()
    tab.get_by_label("Số, ký hiệu").fill("8/2020/NĐ-CP")
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#ke")).to_contain_text("Đã thêm 8/2020/NĐ-CP vào kho.")

    _open_store(tab)
    tab.get_by_role("link", name="Xem lần thêm nhiều tệp gần nhất").click()
    expect(fault).to_contain_text("không số.txt: ")
    _open_store(tab)
    expect(tab.get_by_role("list", name="Các bản của 7/2020/NĐ-CP").get_by_role("listitem")).to_have_count(2)
    tab.get_by_role("navigation").get_by_role("link", name="Gần đây").click()
    expect(tab.locator("main")).to_contain_text("không số.txt")
    expect(tab.locator("main")).not_to_contain_text("dệt.txt")


def test_a_folder_dropped_on_the_store_is_added_with_those_inside_it_and_elsewhere_told_where_to_drop(
    tab: Page, tmp_path: Path
) -> None:
    drop(tab.locator("main"), _folder(tmp_path))
    expect(tab.locator("#bao")).to_contain_text("thả ở trang «Kho văn bản»; thư mục các bản góp ý")
    _open_store(tab)

    drop(tab.locator("main"), tmp_path / "Nghị định")

    expect(tab.get_by_role("status")).to_have_text(
        "Thêm 2 văn bản; 0 văn bản kho đã có sẵn; 1 tệp không thêm được."
    )


def test_several_files_on_the_first_page_are_still_a_comparison(tab: Page, tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    tab.locator("input[data-tha]").set_input_files([str(folder / "dệt.txt"), str(folder / "không số.txt")])

    tab.wait_for_url("**/so-sanh?*")


def test_what_is_no_text_is_told_and_nothing_is_begun(tab: Page, tmp_path: Path) -> None:
    _open_store(tab)
    tab.locator("input[data-tha]").set_input_files([str(_folder(tmp_path) / "ảnh.png")] * 2)

    expect(tab.locator("#bao")).to_contain_text("Không có tệp văn bản nào trong những gì vừa chọn.")


def test_a_job_that_was_stopped_goes_on_with_what_is_not_added(
    tab: Page, served: Served, tmp_path: Path
) -> None:
    _open_store(tab)
    tab.route("**/tien-do", lambda asked: asked.fulfill(json=HELD))
    tab.locator("input[data-thu-muc]").set_input_files(str(_folder(tmp_path)))
    tab.get_by_role("button", name="Dừng lại").click()
    tab.unroute_all()
    expect(tab.get_by_role("heading", name="Thêm nhiều tệp vào kho văn bản")).to_be_visible()
    if tab.get_by_role("button", name="Thêm tiếp").is_visible():  # else it was faster than the hand
        tab.get_by_role("button", name="Thêm tiếp").click()

    expect(tab.get_by_role("status")).to_contain_text("1 tệp không thêm được.")
    kept = {path.parent.name for path in (served.data / "decrees").glob("*/*.json")}
    assert kept == {"7-2020-nd-cp", "9-2022-nd-cp"}


def test_a_new_index_of_many_texts_is_made_beside_the_page(
    tab: Page, served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = tmp_path / "van-ban"
    texts.mkdir()
    for number in range(64):
        (texts / f"{number}.txt").write_text(TEXT.replace("Số: 7/", f"Số: {number + 10}/"), "utf-8")
    monkeypatch.setenv("KCDOCS_DATA", str(served.data))
    monkeypatch.setenv(
        "XDG_CACHE_HOME", str(tmp_path / "dem khac")
    )  # the page's own index learns nothing of it
    assert adding.add(adding.files_in([texts])[0], jobs=1).faults == []

    tab.route("**/tien-do", lambda asked: asked.fulfill(json=HELD))
    tab.get_by_role("link", name="Kho văn bản", exact=True).click()
    see_that_all_can_use(tab, "Đang lập chỉ mục của kho văn bản")
    tab.unroute_all()

    expect(tab.get_by_role("heading", level=1)).to_have_text("Kho văn bản", timeout=120_000)
    expect(tab.locator("#van-ban > li")).to_have_count(66)

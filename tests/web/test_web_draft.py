"""A legal officer fills in a form on the page, from the gallery to the Word file."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import docx
import pytest
from form_work import begin, fill_all, kept, ready
from page_runner import AXE, Served, see_that_all_can_use, start, stop
from playwright.sync_api import Page, expect


@pytest.fixture(scope="module")
def without_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One page for all tests that need no pages drawn: each begins a draft of its own."""
    made = start(tmp_path_factory.mktemp("trang") / "data", office=False)
    yield made
    stop(made)


@pytest.fixture
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    if not {"soffice", "own_page"} & set(request.fixturenames):
        yield request.getfixturevalue("without_office")
        return
    made = start(tmp_path / "data", office="soffice" in request.fixturenames)
    yield made
    stop(made)


@pytest.fixture
def own_page() -> None:
    """The test does harm to its page."""


def _download(tab: Page, button: str, to: Path) -> str:
    with tab.expect_download() as waited:
        tab.get_by_role("button", name=button).click()
    waited.value.save_as(to)
    return waited.value.suggested_filename


def _words(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    every = [*(paragraph.text for paragraph in document.paragraphs), *cells]
    return "\n".join(every).replace("\xa0", " ").replace("\u2011", "-")


def test_the_gallery_stands_by_types_and_a_search_leaves_those_that_have_one(tab: Page) -> None:
    tab.get_by_role("link", name="Soạn", exact=True).click()
    letters = tab.get_by_role("heading", name="Công văn", exact=True, level=2)
    expect(letters).to_be_visible()

    tab.get_by_label("Tìm mẫu theo tên văn bản").fill("to trinh")

    expect(letters).to_be_hidden()
    expect(tab.get_by_role("heading", name="Tờ trình", exact=True, level=2)).to_be_visible()
    expect(tab.get_by_role("button", name="Soạn mới Tờ trình Chính phủ")).to_be_visible()


def test_a_submission_is_made_by_form_from_nothing(tab: Page, tmp_path: Path) -> None:
    begin(tab)
    fill_all(tab)
    name = _download(tab, "Kiểm tra và tải Word", tmp_path / "ra.docx")
    assert name == "to-trinh-27-TTr-BCT.docx"
    words = _words(tmp_path / "ra.docx")
    for said in (
        "27/TTr-BCT",
        "ngày 15 tháng 10 năm 2026",
        "Nhiều xã đề nghị sửa.",
        "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG",
        "- Lưu: VT, PC.",
        "Quy định giá thuê sạp.",
    ):
        assert said in words
    expect(tab.locator("#da-lap")).to_contain_text("Đã lập to-trinh-27-TTr-BCT.docx")


MISTAKES = {
    "Số văn bản": ("hai bảy", "27"),
    "Ký hiệu văn bản": ("TTr BCT", "TTr-BCT"),
    "Ngày văn bản": ("31/02/2026", "15/10/2026"),
    "Địa danh": ("", "Hà Nội"),
    "Tên cơ quan ban hành": ("B", "Bộ Công Thương"),
    "Tên dự thảo nghị định": (
        "Về việc cho thuê sạp ở chợ",
        "Nghị định quy định việc cho thuê sạp ở chợ phiên",
    ),
    "Mục đích": ("", "Để việc cho thuê sạp được rõ."),
    "Nơi nhận": ("", "Như trên"),
    "Số bản lưu (không bắt buộc)": ("không", "3"),
    "Họ và tên người ký": ("Ðỗ Thị B", "Đỗ Thị B"),
}
"""Label → what is typed wrongly, and what is right."""


def test_ten_mistakes_are_told_at_their_fields_and_mended_one_by_one(tab: Page, tmp_path: Path) -> None:
    begin(tab)
    fill_all(tab)
    for label, (wrong, _) in MISTAKES.items():
        tab.get_by_label(label, exact=True).fill(wrong)
    tab.get_by_role("button", name="Kiểm tra và tải Word").click()
    faults = tab.locator("#con-loi")
    expect(faults).to_be_focused()
    expect(faults.locator("h2")).to_have_text("Còn 10 chỗ cần sửa trước khi tải văn bản")
    assert tab.title().startswith("10 chỗ cần sửa:")
    expect(faults).to_contain_text("«Ngày văn bản»: tháng 2 năm 2026 không có ngày 31.")
    for label in MISTAKES:
        box = tab.get_by_label(label, exact=True)
        expect(box).to_have_attribute("aria-invalid", "true")
        expect(box.locator("xpath=ancestor::*[contains(@class,'sai')][1]").locator(".loi-o")).to_be_visible()
    for left, (label, (_, right)) in zip(range(9, -1, -1), MISTAKES.items(), strict=True):
        faults.locator("li button").first.focus()
        box = tab.get_by_label(label, exact=True)
        box.fill(right)
        box.blur()
        if left:
            expect(faults.locator("li")).to_have_count(left)
    expect(faults).to_be_hidden()
    _download(tab, "Kiểm tra và tải Word", tmp_path / "ra.docx")
    assert "Đỗ Thị B" in _words(tmp_path / "ra.docx")


def test_no_word_of_a_command_and_no_name_of_a_field_is_told_on_an_empty_form(tab: Page) -> None:
    begin(tab)
    tab.get_by_role("button", name="Kiểm tra và tải Word").click()
    expect(tab.locator("#con-loi h2")).to_contain_text("chỗ cần sửa")
    told = tab.locator("main").inner_text()
    assert not re.search(r"--\w|«[a-z]+_[a-z_]+»|kcdocs [a-z]+ ", told)


def test_nothing_typed_is_lost_by_a_reload(tab: Page) -> None:
    begin(tab)
    tab.get_by_label("Địa danh").fill("Cà Mau")
    tab.get_by_label("sửa đổi, bổ sung", exact=True).check()
    tab.get_by_label("Nội dung lược bỏ").fill("Không có.")
    tab.reload()
    ready(tab)
    expect(tab.get_by_label("Địa danh")).to_have_value("Cà Mau")
    expect(tab.get_by_label("Nội dung lược bỏ")).to_have_value("Không có.")


@pytest.mark.usefixtures("own_page")
def test_nothing_typed_is_lost_where_the_server_is_killed(tab: Page, served: Served) -> None:
    begin(tab)
    tab.get_by_label("Địa danh").fill("Cà Mau")
    kept(tab)
    draft = tab.url.rpartition("/")[2]
    tab.goto("about:blank")
    served.process.send_signal(signal.SIGKILL)
    served.process.wait(20)
    again = start(served.data, office=False)
    try:
        context = tab.context
        tab.close()
        other = context.new_page()
        other.goto(again.entrance)
        other.wait_for_url(again.home)
        other.goto(f"{again.home}soan/ban-nhap/{draft}")
        ready(other)
        expect(other.get_by_label("Địa danh")).to_have_value("Cà Mau")
        other.close()
    finally:
        stop(again)


def test_a_draft_changed_in_another_tab_is_told_and_kept_as_one_of_its_own(tab: Page) -> None:
    begin(tab)
    other = tab.context.new_page()
    other.goto(tab.url)
    ready(other)
    other.get_by_label("Địa danh").fill("Huế")
    kept(other)
    tab.get_by_label("Địa danh").fill("Vinh")
    expect(tab.get_by_text("vừa được sửa ở một thẻ khác")).to_be_visible()
    first = tab.url
    tab.get_by_role("button", name="Giữ thẻ này thành bản nháp mới").click()
    tab.wait_for_url(lambda url: url != first and "ban-nhap" in url)
    ready(tab)
    expect(tab.get_by_label("Địa danh")).to_have_value("Vinh")
    other.reload()
    ready(other)
    expect(other.get_by_label("Địa danh")).to_have_value("Huế")


def test_what_is_asked_for_hangs_on_what_is_chosen(tab: Page) -> None:
    begin(tab)
    expect(tab.get_by_label("Nội dung cơ bản")).to_be_hidden()
    tab.get_by_label("thay thế", exact=True).check()
    expect(tab.get_by_label("Nội dung lược bỏ")).to_be_visible()
    expect(tab.get_by_label("Nội dung cơ bản")).to_be_hidden()
    tab.get_by_label("ban hành mới").check()
    expect(tab.get_by_label("Nội dung cơ bản")).to_be_visible()


def test_a_number_and_a_date_are_left_to_the_registry_office(tab: Page, tmp_path: Path) -> None:
    begin(tab)
    fill_all(tab)
    tab.get_by_label("Để trống, văn thư điền sau (Số văn bản)").check()
    tab.get_by_label("Để trống, văn thư điền sau (Ngày văn bản)").check()
    tab.get_by_label("Ngày dự kiến").fill("20/10/2026")
    _download(tab, "Kiểm tra và tải Word", tmp_path / "ra.docx")
    assert re.search(r"ngày\s+tháng\s+năm 2026", _words(tmp_path / "ra.docx"))


PASTED = 'Vấn đề\tPhương án lựa chọn và lý do\nmức hỗ trợ\t"Chọn mức cao,\nvì dễ làm"\nthời hạn\tChọn 15 ngày'


def test_rows_are_pasted_from_a_spreadsheet_moved_and_taken_back(tab: Page) -> None:
    begin(tab)
    rows = tab.locator("[data-truong=y_kien_khac_nhau]")
    rows.get_by_role("button", name="Thêm dòng").click()
    first = rows.locator(".hang").first.get_by_label("Vấn đề")
    first.evaluate(
        "(box, text) => { const data = new DataTransfer(); data.setData('text/plain', text);"
        " box.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
        PASTED,
    )
    expect(rows.locator(".hang")).to_have_count(2)
    expect(rows.locator(".bao-hang")).to_have_text("Đã dán 2 dòng, 2 cột.")
    expect(rows.locator(".hang").nth(1).get_by_role("textbox", name="Phương án")).to_have_value(
        "Chọn 15 ngày"
    )
    rows.get_by_role("button", name="Xuống: dòng 1").click()
    expect(rows.locator(".hang").nth(1).get_by_label("Vấn đề")).to_have_value("mức hỗ trợ")
    rows.get_by_role("button", name="Bỏ: dòng 2").click()
    expect(rows.locator(".hang")).to_have_count(1)
    rows.get_by_role("button", name="Hoàn tác").click()
    expect(rows.locator(".hang").nth(1).get_by_label("Vấn đề")).to_have_value("mức hỗ trợ")


def test_the_record_is_kept_and_opened_again_for_another_year(tab: Page, tmp_path: Path) -> None:
    begin(tab)
    fill_all(tab)
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Lưu dữ liệu để dùng lại").click()
    record = tmp_path / "năm trước.json"
    waited.value.save_as(record)
    assert json.loads(record.read_text("utf-8"))["nguoi_ky"]["ho_ten"] == "Trần Thị B"
    first = tab.url
    tab.locator("#nam-truoc").set_input_files(str(record))
    tab.wait_for_url(lambda url: url != first and "ban-nhap" in url)
    ready(tab)
    expect(tab.get_by_text("Đã lấy dữ liệu từ «năm trước.json»")).to_contain_text("Số văn bản (để ghi lại)")
    expect(tab.get_by_label("Số văn bản", exact=True)).to_have_value("")
    expect(tab.get_by_label("Cơ sở thực tiễn")).to_have_value(
        "Chợ phiên đã đổi cách họp.\nNhiều xã đề nghị sửa."
    )


def test_a_dropped_record_opens_its_form(tab: Page, tmp_path: Path) -> None:
    record = tmp_path / "hồ sơ.yaml"
    record.write_text(
        "ky_hieu: TTr-BCT\ndia_danh: Vinh\nco_quan: {ten: Bộ Công Thương}\ndu_thao: Nghị định về chợ\n"
        "kinh_gui: [Chính phủ]\nloai: thay_the\nnoi_nhan: [Như trên]\nluu: {don_vi: PC}\n"
        "so: 27\nngay: 15/10/2026\nmuc_dich: [Rõ.]\nquan_diem: [Kế thừa.]\n",
        "utf-8",
    )
    tab.locator("input[data-tha]").set_input_files(str(record))
    tab.get_by_role("button", name="Mở biểu mẫu").click()
    tab.wait_for_url("**/ban-nhap/*")
    ready(tab)
    expect(tab.get_by_label("Địa danh")).to_have_value("Vinh")
    expect(tab.get_by_label("thay thế", exact=True)).to_be_checked()


@pytest.mark.usefixtures("soffice")
def test_the_pages_follow_what_is_typed(tab: Page) -> None:
    drawing = 240_000  # ms: an office program that starts for the first time beside other work is slow
    begin(tab)
    first = tab.locator("#xem-trang img").first
    expect(first).to_be_visible(timeout=drawing)
    before = first.get_attribute("src")
    tab.get_by_label("Địa danh").fill("Cà Mau")
    expect(first).not_to_have_attribute("src", before or "", timeout=drawing)
    tab.get_by_text("Đọc văn bản bằng chữ").click()
    expect(tab.locator("#xem-chu")).to_contain_text("Cà Mau")


def test_the_whole_form_is_filled_by_keyboard_alone(tab: Page, tmp_path: Path) -> None:
    begin(tab)
    fill_all(tab)
    tab.get_by_label("Địa danh").fill("")
    tab.keyboard.press("Control+Enter")
    expect(tab.locator("#con-loi")).to_be_focused()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.get_by_label("Địa danh")).to_be_focused()
    tab.keyboard.type("Đà Lạt")
    with tab.expect_download() as waited:
        tab.keyboard.press("Control+Enter")
    waited.value.save_as(tmp_path / "ra.docx")
    assert "Đà Lạt" in _words(tmp_path / "ra.docx")


def test_markup_in_a_value_stays_text(tab: Page, tmp_path: Path) -> None:
    begin(tab)
    fill_all(tab)
    tab.get_by_label("Mục đích").fill("Rõ <img src=x onerror=alert(1)> {{ 7 * 7 }}.")
    _download(tab, "Kiểm tra và tải Word", tmp_path / "ra.docx")
    assert "Rõ <img src=x onerror=alert(1)> {{ 7 * 7 }}." in _words(tmp_path / "ra.docx")
    tab.get_by_text("Đọc văn bản bằng chữ").click()
    expect(tab.locator("#xem-chu")).to_contain_text("<img src=x")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not unpacked (.ci/run does it)")
def test_no_page_of_drafting_has_a_fault_of_access_or_scrolls_sideways(tab: Page) -> None:
    look = partial(see_that_all_can_use, tab)
    begin(tab, "Quyết định công bố")
    for button in tab.get_by_role("button", name="Thêm dòng").all():
        button.click()
    look("Quyết định công bố")
    tab.get_by_role("button", name="Kiểm tra và tải Word").click()
    expect(tab.locator("#con-loi")).to_be_visible()
    look("Quyết định công bố")
    tab.get_by_role("link", name="Soạn", exact=True).first.click()
    look("Soạn văn bản")

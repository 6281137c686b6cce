"""A reviewer's day on the page with a real decree, from an empty store to the opened Word table."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

REWRITTEN = {
    "6. Dịch vụ khuyến công là": "6. Dịch vụ khuyến công là công việc mà cộng tác viên ở xã làm để giúp cơ sở sản xuất "
    "theo nội dung hoạt động khuyến công.",
    "2. Góp phần vào việc chuyển dịch": "2. Góp phần chuyển dịch cơ cấu kinh tế, giữ nghề cổ truyền, đưa hàng của làng "
    "nghề ra chợ các tỉnh và xây dựng nông thôn mới.",
}
SAID = {
    "Khoản 1 Điều 2": "Kéo dài kỳ chương trình theo kết luận họp.",
    "Khoản 6 Điều 2": "Gọi đúng việc của cộng tác viên.",
    "Khoản 2 Điều 3": "Thêm mục tiêu giữ nghề.",
}


@pytest.fixture
def decree(corpus: Path) -> str:
    """The text of Decree 45/2012/NĐ-CP; it does not say its own number."""
    return (corpus / "45-2012-nd-cp" / "van-ban.txt").read_text("utf-8")


def _draft(decree: str, folder: Path, name: str, years: str) -> Path:
    """A draft that rewrites two clauses and changes a term."""
    lines = decree.replace("(thường là 05 năm)", f"(thường là {years} năm)").split("\n")
    for begin, words in REWRITTEN.items():
        (place,) = [number for number, line in enumerate(lines) if line.startswith(begin)]
        lines[place] = words
    path = folder / name
    path.write_text("\n".join(lines), "utf-8")
    return path


def _compare_with_the_store(tab: Page, draft: Path) -> None:
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    tab.locator("input[data-tha]").set_input_files(str(draft))
    tab.get_by_role("link", name="So sánh với văn bản khác…").click()
    tab.get_by_label("Số hoặc tên của văn bản trong kho").fill("khuyen cong")
    tab.get_by_role("button", name="45/2012/NĐ-CP").click()
    tab.get_by_role("button", name="So sánh", exact=True).click()
    tab.wait_for_url("**/so-sanh/*")


def test_a_decree_is_added_a_draft_decided_and_explained_and_the_next_draft_keeps_it(
    tab: Page, tmp_path: Path, decree: str
) -> None:
    original = tmp_path / unicodedata.normalize("NFD", "Nghị định khuyến công 📄.txt")
    original.write_text(decree, "utf-8")
    tab.locator("input[data-tha]").set_input_files(str(original))
    tab.get_by_role("link", name="Thêm vào kho văn bản…").click()
    tab.get_by_label("Số, ký hiệu").fill("45/2012/NĐ-CP")
    tab.get_by_role("button", name="Thêm vào kho").click()
    expect(tab.locator("#ke")).to_contain_text("Mọi điều khoản khớp dấu vân tay.")

    _compare_with_the_store(tab, _draft(decree, tmp_path, "Dự thảo lần 1.txt", "10"))
    expect(tab.locator("section[data-cu]")).to_have_count(2)
    tab.get_by_role("button", name="Là một: cho xem từng chữ").first.click()
    expect(tab.locator("section[data-cu]")).to_have_count(1)
    tab.get_by_role("button", name="Là một: cho xem từng chữ").first.click()
    expect(tab.locator("section[data-cu]")).to_have_count(0)
    tab.reload()
    expect(tab.locator("section[data-cu]")).to_have_count(0)
    for place, words in SAID.items():
        area = tab.get_by_label(f"Thuyết minh: {place}")
        area.fill(words)
        expect(area.locator("xpath=following-sibling::output")).to_contain_text("Đã giữ lúc")

    _compare_with_the_store(tab, _draft(decree, tmp_path, "Dự thảo lần 2.txt", "07"))
    for place, words in SAID.items():
        expect(tab.get_by_label(f"Thuyết minh: {place}")).to_have_value(words)
    with tab.expect_download() as waited:
        tab.get_by_role("link", name="Tải bảng so sánh Word").click()
    kept = tmp_path / "bang.docx"
    waited.value.save_as(kept)
    rows = [row.cells for table in docx.Document(str(kept)).tables for row in table.rows]
    (term,) = [cells for cells in rows if len(cells) > 3 and "07 năm" in cells[2].text]
    assert SAID["Khoản 1 Điều 2"] in term[-1].text
    assert {words for words in SAID.values() if any(words in cells[-1].text for cells in rows)} == set(
        SAID.values()
    )

"""The first journey of a clerk by keys alone: from the first page to the Word file, with no mouse."""

from __future__ import annotations

from pathlib import Path

import docx
from form_work import LINES, TEXTS, ready
from playwright.sync_api import Page, expect

HEAD = "Chức vụ của người đứng đầu được ký thay, thừa lệnh hoặc thừa ủy quyền"
TYPED = {**LINES, **TEXTS, HEAD: "Bộ trưởng"}
CHOSEN = ("ban hành mới", "ký thay")

LABEL = """() => {
  const here = document.activeElement;
  const words = here.labels?.length ? here.labels[0] : here;
  return (here.getAttribute("aria-label") ?? words.textContent).trim().replace(/\\s+/g, " ");
}"""


def _press_to(tab: Page, words: str) -> None:
    """Tab to what bears these words."""
    for _ in range(300):
        if tab.evaluate(LABEL).startswith(words):
            return
        tab.keyboard.press("Tab")
    raise AssertionError(words)


def test_a_submission_is_made_from_the_first_page_to_the_word_file_by_keys_alone(
    tab: Page, tmp_path: Path
) -> None:
    _press_to(tab, "Soạn")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Soạn văn bản")
    _press_to(tab, "Soạn mới Tờ trình Chính phủ")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/ban-nhap/*")
    ready(tab)
    left = dict(TYPED)
    for _ in range(200):
        words = tab.evaluate(LABEL)
        if words in left:
            tab.keyboard.insert_text(left.pop(words))
        elif (kind := tab.evaluate("() => document.activeElement.type")) == "radio":
            _choose(tab)
        elif kind == "submit" and not left:
            break
        tab.keyboard.press("Tab")
    assert left == {}
    _press_to(tab, "Kiểm tra và tải Word")
    with tab.expect_download() as waited:
        tab.keyboard.press("Enter")
    waited.value.save_as(tmp_path / "ra.docx")
    document = docx.Document(str(tmp_path / "ra.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).replace("\xa0", " ")
    assert "ngày 15 tháng 10 năm 2026" in said
    assert "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG" in said
    assert "Nhiều xã đề nghị sửa." in said


def _choose(tab: Page) -> None:
    """Go on with the arrows to the one of the choices that is wanted."""
    for _ in range(12):
        if tab.evaluate(LABEL) in CHOSEN:
            tab.keyboard.press("Space")
            return
        tab.keyboard.press("ArrowDown")

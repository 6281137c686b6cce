"""Returned files dropped together become the table of opinions: answered, downloaded, taken back, handed on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from page_runner import AXE, drop, see_that_all_can_use
from playwright.sync_api import Locator, Page, expect

sys.path.insert(0, str(Path(__file__).parents[1] / "opinions"))

from opinions_builder import Marked, base_lines, word_file

LINES = base_lines(3)
NAME = "Dự thảo gửi đi.docx"


@pytest.fixture
def sent(tmp_path: Path) -> list[Path]:
    return returned_files(tmp_path)


def returned_files(tmp_path: Path) -> list[Path]:
    """A draft that was sent out; two offices that disagree and one that says nothing; a draft of another base."""
    base = word_file(tmp_path / NAME, LINES)
    first, second = Marked(LINES), Marked(LINES)
    first.replace(3, "11 triệu", "15 triệu")
    first.comment(5, "Đề nghị làm rõ <b>mức</b> này.")
    second.replace(3, "11 triệu", "20 triệu")
    second.comment(5, "Đề nghị làm rõ <b>mức</b> này.")
    other = [line.replace("nghề rèn", "chợ phiên").replace("Mức", "Phí") for line in LINES]
    return [
        base,
        first.save(tmp_path / "Sở A.docx"),
        second.save(tmp_path / "Sở B.docx"),
        word_file(tmp_path / "Sở C.docx", LINES),
        word_file(tmp_path / "Văn bản khác.docx", other),
    ]


def _drop(tab: Page, files: list[Path]) -> None:
    """Drop files on the first page and say which was sent out."""
    tab.locator("input[data-tha]").set_input_files([str(path) for path in files])
    expect(tab.get_by_role("heading", level=1)).to_have_text("Tổng hợp ý kiến góp ý")
    tab.get_by_role("radio", name=f"Đã gửi lấy ý kiến {NAME}").check()


def _gathered(tab: Page, files: list[Path]) -> None:
    _drop(tab, files)
    tab.get_by_role("button", name="Lập bảng tổng hợp").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(f"Ý kiến góp ý cho {NAME}", timeout=120_000)


def _row(tab: Page, words: str) -> Locator:
    return tab.locator("[data-khoa]", has_text=words)


def _answer(row: Locator, outcome: str, words: str) -> None:
    row.get_by_label("Kết quả").select_option(outcome)
    row.get_by_label("Nội dung tiếp thu, giải trình").fill(words)
    expect(row.locator("output")).to_contain_text("Đã giữ lúc")
    expect(row).not_to_have_attribute("data-doi", "1")


def answer_some(tab: Page, folder: Path) -> None:
    """A table with one answer, as the guide shows it."""
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    _gathered(tab, returned_files(folder)[:4])
    _answer(_row(tab, "15 triệu"), "giải trình", "ngân sách không đủ.")
    tab.evaluate("() => scrollTo(0, 0)")


def _kept(tab: Page, link: str, path: Path) -> Path:
    with tab.expect_download(timeout=120_000) as waited:
        tab.get_by_role("link", name=link).click()
    waited.value.save_as(path)
    return path


def _cells(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in Document(str(path)).tables for row in table.rows]


def test_of_a_folder_its_files_are_taken_and_where_one_file_is_wanted_it_is_said_to_be_none(
    tab: Page, sent: list[Path], tmp_path: Path
) -> None:
    _drop(tab, sent[:3])
    folder = tmp_path / "Gửi về"
    folder.mkdir()
    for path in sent[3:]:
        path.rename(folder / path.name)
    (folder / "~$Sở C.docx").write_bytes(b"a lock")

    drop(tab.locator("main"), folder)

    names = [path.name for path in sent[:3]] + ["Sở C.docx", "Văn bản khác.docx"]
    expect(tab.locator("#ds-tep bdi")).to_have_text(names)
    tab.get_by_role("button", name="Lập bảng tổng hợp").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(f"Ý kiến góp ý cho {NAME}", timeout=120_000)

    drop(tab.locator("[data-nhan]").first, folder)

    expect(tab.locator("#bao")).to_contain_text("Không đọc được «Gửi về»: đó là thư mục")


def test_returned_files_dropped_together_become_a_table_that_is_answered_and_kept(
    tab: Page, sent: list[Path], tmp_path: Path
) -> None:
    _gathered(tab, sent)
    counts = tab.get_by_role("list", name="Số liệu")
    expect(counts).to_contain_text("3 cơ quan, tổ chức, cá nhân trả lời")
    expect(counts).to_contain_text("4 ý kiến, gộp thành 3 nội dung")
    expect(tab.get_by_text("Không có ý kiến sửa đổi, bổ sung (1): Sở C.")).to_be_visible()
    expect(tab.locator(".luu-y", has_text="Văn bản khác.docx")).to_contain_text("không phải bản góp ý")
    both = _row(tab, "làm rõ <b>mức</b> này")
    expect(both).to_contain_text("Sở B")
    _answer(both, "tiếp thu", "đã nêu rõ tại khoản 3.")
    _answer(_row(tab, "15 triệu"), "giải trình", "ngân sách không đủ.")
    expect(counts.locator("[data-dem=accepted]")).to_have_text("2")
    expect(counts.locator("[data-dem=open]")).to_have_text("1")
    tab.get_by_label("Xem").select_option("chưa trả lời xong")
    expect(tab.locator("[data-khoa]:visible")).to_have_count(1)

    by_place = _cells(_kept(tab, "Tải bảng Word theo điều khoản", tmp_path / "bang.docx"))
    assert [row[-1].split("\n")[-1] for row in by_place if "làm rõ" in row[-2]] == [
        "Tiếp thu: đã nêu rõ tại khoản 3."
    ]
    by_office = load_workbook(_kept(tab, "Tải bảng Excel theo cơ quan", tmp_path / "bang.xlsx"))
    told = ["\t".join(str(cell) for cell in row) for row in by_office["Ý kiến"].iter_rows(values_only=True)]
    assert sum("Tiếp thu: đã nêu rõ tại khoản 3." in row for row in told) == 2
    assert sum("Giải trình: ngân sách không đủ." in row for row in told) == 1


def test_a_table_edited_in_word_the_next_draft_and_a_later_return_come_in_and_lose_no_answer(
    tab: Page, sent: list[Path], tmp_path: Path
) -> None:
    base, first, second, *_ = sent
    _gathered(tab, [base, first, second])
    _answer(_row(tab, "15 triệu"), "giải trình", "tạm viết.")
    edited = _kept(tab, "Tải bảng Word theo cơ quan", tmp_path / "sửa tay.docx")
    table = Document(str(edited))
    (cell,) = [row.cells[-1] for row in table.tables[-1].rows if "20 triệu" in row.cells[-2].text]
    cell.add_paragraph("Tiếp thu một phần: nâng lên 18 triệu.")
    table.save(str(edited))
    tab.locator("[data-nhan=nhan-lai] input").set_input_files(str(edited))
    expect(tab.get_by_text("Đã lấy phần trả lời của 2 dòng từ «sửa tay.docx».")).to_be_visible()
    expect(_row(tab, "20 triệu").get_by_label("Kết quả")).to_have_value("tiếp thu một phần")

    newer = word_file(
        tmp_path / "Dự thảo 2.docx", [line.replace("là 11 triệu", "là 15 triệu") for line in LINES]
    )
    tab.locator("[data-nhan=du-thao-moi] input").set_input_files(str(newer))
    taken = _row(tab, "15 triệu")
    expect(taken).to_contain_text("Gợi ý: tiếp thu, đã thể hiện tại khoản 1 Điều 1 dự thảo mới.")
    expect(taken.get_by_label("Nội dung tiếp thu, giải trình")).to_have_value("tạm viết.")
    taken.get_by_role("button", name="Nhận gợi ý này").click()
    expect(taken.locator("output")).to_contain_text("Đã giữ lúc")

    tab.get_by_role("link", name="Thêm, bớt tệp góp ý…").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Tổng hợp ý kiến góp ý")
    later = Marked(LINES)
    later.comment(7, "Đề nghị bỏ thời hạn.")
    tab.locator("#them-tep").set_input_files(str(later.save(tmp_path / "gửi muộn.docx")))
    tab.get_by_label("Cơ quan gửi về gửi muộn.docx").fill("Sở D")
    tab.get_by_role("button", name="Lập bảng tổng hợp").click()
    expect(_row(tab, "Đề nghị bỏ thời hạn.")).to_contain_text("Sở D", timeout=120_000)
    expect(_row(tab, "15 triệu").get_by_label("Kết quả")).to_have_value("tiếp thu")
    expect(_row(tab, "20 triệu").get_by_label("Kết quả")).to_have_value("tiếp thu một phần")
    tab.get_by_role("link", name="kcdocs", exact=True).click()
    expect(tab.get_by_role("link", name=f"Ý kiến góp ý cho {NAME}")).to_be_visible()


def test_all_suggestions_shown_are_taken_at_once_but_for_answered_rows_and_given_back(
    tab: Page, tmp_path: Path
) -> None:
    wished, (base, *_, silent, _) = Marked(LINES), returned_files(tmp_path)
    for number, clause in ((3, 11), (4, 12), (5, 13)):
        wished.replace(number, f"{clause} triệu", f"{clause}0 triệu")
    newer = word_file(
        tmp_path / "Dự thảo 2.docx",
        [line.replace("1 triệu", "10 triệu").replace("là 12 ", "là 120 ") for line in LINES],
    )
    _gathered(tab, [base, silent, wished.save(tmp_path / "Sở D.docx")])
    _answer(_row(tab, "120 triệu"), "giải trình", "không đủ ngân sách.")
    tab.locator("[data-nhan=du-thao-moi] input").set_input_files(str(newer))
    suggested = _row(tab, "110 triệu").get_by_label("Kết quả")

    tab.get_by_role("button", name="Nhận mọi gợi ý đang hiện").click()
    expect(tab.get_by_text("Đã nhận 1 gợi ý.")).to_be_visible()
    expect(suggested).to_have_value("tiếp thu")
    expect(_row(tab, "120 triệu").get_by_label("Kết quả")).to_have_value("giải trình")
    expect(_row(tab, "130 triệu").get_by_label("Kết quả")).to_have_value("")

    tab.get_by_role("button", name="Bỏ các gợi ý vừa nhận").click()
    expect(tab.get_by_text("Đã bỏ 1 gợi ý vừa nhận.")).to_be_visible()
    tab.reload()
    expect(suggested).to_have_value("")
    expect(_row(tab, "120 triệu").get_by_label("Kết quả")).to_have_value("giải trình")


def test_the_counts_of_the_table_go_into_the_forms_of_the_dossier(tab: Page, sent: list[Path]) -> None:
    _gathered(tab, sent[:4])
    for words in ("15 triệu", "20 triệu", "làm rõ"):
        _answer(_row(tab, words), "giải trình", "chưa có căn cứ.")
    tab.get_by_role("button", name="Tờ trình Chính phủ").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Tờ trình")
    expect(tab.get_by_label("Quá trình xây dựng dự thảo")).to_have_value(
        "Đã nhận được 4 ý kiến của 2 cơ quan, tổ chức, cá nhân; trong đó tiếp thu 0 ý kiến, "
        "tiếp thu một phần 0 ý kiến, giải trình 4 ý kiến. "
        "Có 1 nơi khác trả lời và không đề nghị sửa đổi, bổ sung."
    )
    tab.go_back()
    tab.get_by_role("button", name="Bản tổng hợp ý kiến, tiếp thu, giải trình").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Bản tổng hợp")
    expect(tab.get_by_label("Tổng số ý kiến")).to_have_value("4")
    expect(tab.get_by_label("Số nơi có ý kiến")).to_have_value("2")


def test_drafts_are_merged_into_one_word_file_and_touching_places_are_listed(
    tab: Page, sent: list[Path], tmp_path: Path
) -> None:
    base, first, second, silent, other = sent
    _drop(tab, [base, first, other])
    tab.get_by_role("button", name="Gộp các bản sửa").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(
        f"Chưa đọc được góp ý cho {NAME}", timeout=120_000
    )
    expect(tab.get_by_role("alert").filter(has_text="Văn bản khác.docx")).to_be_visible()
    if AXE.exists():
        see_that_all_can_use(tab, "Chưa đọc được góp ý cho")
    tab.get_by_role("link", name="Chọn lại các tệp…").click()
    expect(tab.get_by_role("radio", name=f"Đã gửi lấy ý kiến {NAME}")).to_be_checked()
    tab.get_by_role("button", name="Bỏ tệp này Văn bản khác.docx").click()
    tab.locator("#them-tep").set_input_files([str(second), str(silent)])
    expect(tab.locator("#ds-tep li")).to_have_count(4)
    tab.get_by_role("button", name="Gộp các bản sửa").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(f"Gộp các bản sửa của {NAME}", timeout=120_000)
    expect(tab.locator("ol.lenh li")).to_have_count(1)
    expect(tab.locator("ol.lenh li")).to_contain_text("Khoản 1 Điều 1")
    if AXE.exists():
        see_that_all_can_use(tab, "Gộp các bản sửa của")
    merged = Document(str(_kept(tab, "Tải tệp gộp (Word)", tmp_path / "gop.docx")))
    assert [paragraph.text for paragraph in merged.paragraphs if paragraph.text] == LINES
    assert len(list(merged.comments)) == 4


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not unpacked into build/axe")
def test_the_pages_of_opinions_are_open_to_everyone(tab: Page, sent: list[Path]) -> None:
    _drop(tab, sent)
    see_that_all_can_use(tab, "Tổng hợp ý kiến góp ý")
    tab.route(
        "**/tien-do", lambda asked: asked.fulfill(json={"xong": False, "loi": "Đang…", "da": 0, "tren": 0})
    )
    tab.get_by_role("button", name="Lập bảng tổng hợp").click()
    see_that_all_can_use(tab, "Đang đọc góp ý cho")
    tab.unroute_all()
    expect(tab.get_by_role("heading", level=1)).to_have_text(f"Ý kiến góp ý cho {NAME}", timeout=120_000)
    see_that_all_can_use(tab, "Ý kiến góp ý cho")

"""A long comparison is made beside the page: its user sees that it is being made, and may leave meanwhile."""

from __future__ import annotations

from pathlib import Path

import docx
import pypdfium2
import pytest
from page_runner import AXE, NEW, OLD, Served, access_faults, compare_two, start, stop
from playwright.sync_api import Page, expect

from kcdocs.web import compare_work, limits
from kcdocs.web.compare_pages import waiting_words
from kcdocs.web.comparing import Comparisons
from kcdocs.web.desk import Desk
from kcdocs.web.jobs import JobStage, JobState

FILLING = "Việc {number} nói về hàng hóa bày ở chợ, giữ cho sạch, cho gọn và cho dễ thấy từ lối đi chung."


def _long(path: Path, text: str) -> Path:
    """A text with so much behind it that it is made beside the page."""
    more = (f"Điều {n}. Hàng thứ {n}\n{FILLING.format(number=n)}\n" for n in range(3, 2000))
    path.write_text(text + "".join(more), encoding="utf-8")
    assert path.stat().st_size * 2 > limits.LONG
    return path


@pytest.fixture
def long_texts(tmp_path: Path) -> tuple[Path, Path]:
    return _long(tmp_path / "Nghị định cũ.txt", OLD), _long(tmp_path / "Dự thảo.txt", NEW)


def _ask(tab: Page, texts: tuple[Path, Path]) -> None:
    """Ask for it; the page is told that it is still being made until `tab.unroute_all` lets the truth through."""
    tab.route(
        "**/tien-do", lambda asked: asked.fulfill(json={"xong": False, "loi": "Đang…", "da": 0, "tren": 0})
    )
    tab.locator("input[data-tha]").set_input_files([str(path) for path in texts])
    tab.wait_for_url("**/so-sanh?*")
    tab.get_by_role("button", name="So sánh", exact=True).click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text(
        "Đang so sánh Nghị định cũ.txt với Dự thảo.txt"
    )


def test_a_long_comparison_says_that_it_is_being_made_and_then_is_there_to_explain_and_download(
    tab: Page, served: Served, long_texts: tuple[Path, Path], tmp_path: Path
) -> None:
    _ask(tab, long_texts)
    expect(tab.locator("[data-viec]").get_by_role("status")).to_have_text("Đang…")
    if AXE.exists():
        assert access_faults(tab, "Đang so sánh") == []
    tab.unroute_all()
    expect(tab.locator("section.row.changed")).to_have_count(3, timeout=120_000)
    area = tab.get_by_label("Thuyết minh: Khoản 1 Điều 2")
    area.fill("Rút ngắn thời hạn.")
    expect(area.locator("xpath=following-sibling::output")).to_contain_text("Đã giữ lúc")
    tab.reload()
    expect(tab.get_by_label("Thuyết minh: Khoản 1 Điều 2")).to_have_value("Rút ngắn thời hạn.")
    with tab.expect_download(timeout=120_000) as waited:
        tab.get_by_role("link", name="Tải bảng so sánh Word").click()
    waited.value.save_as(tmp_path / "bang.docx")
    assert [*(served.data / "web" / "so-sanh").glob("*/tai-docx/tai-ve")]  # a process of its own made it
    tables = docx.Document(str(tmp_path / "bang.docx")).tables
    assert any("Rút ngắn thời hạn." in row.cells[-1].text for table in tables for row in table.rows)


def test_a_long_comparison_that_is_given_up_or_cut_off_is_made_when_it_is_opened_again(
    tab: Page, served: Served, long_texts: tuple[Path, Path]
) -> None:
    _ask(tab, long_texts)
    address = tab.url.removeprefix(served.home)
    tab.get_by_role("button", name="Dừng lại").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Hôm nay anh, chị làm gì?")
    stop(served)
    tab.unroute_all()
    again = start(served.data)
    try:
        tab.goto(again.entrance)
        tab.wait_for_url(again.home)
        tab.goto(f"{again.home}{address}")
        expect(tab.locator("section.row.changed")).to_have_count(3, timeout=120_000)
        expect(tab.get_by_label("Thuyết minh: Khoản 1 Điều 2")).to_be_visible()
    finally:
        stop(again)


def test_what_stands_far_below_is_stepped_to_filtered_linked_and_printed_as_what_is_on_the_screen(
    tab: Page, tmp_path: Path
) -> None:
    sides = []
    for name, days in (("Cũ.txt", 30), ("Mới.txt", 15)):
        articles = (
            f"Điều {n}. Hạn thứ {n}\nTrả lời đơn thứ {n} trong {days + n} ngày.\n" for n in range(1, 61)
        )
        extra = "Điều 61. Thêm\nChợ họp cả chiều.\n" if days == 15 else ""
        (tmp_path / name).write_text("".join(articles) + extra, encoding="utf-8")
        sides.append(tmp_path / name)
    compare_two(tab, (sides[0], sides[1]))
    tab.keyboard.press("p")
    expect(tab.locator(".row.current")).to_contain_text("Chợ họp cả chiều")
    expect(tab.locator(".row.current")).to_be_in_viewport()
    expect(tab.locator("#vi-tri")).to_have_text("62 / 62")
    tab.locator("#con-so tbody tr").nth(43).get_by_role("link").click()
    expect(tab.locator(".row.current")).to_contain_text("Trả lời đơn thứ 44")
    expect(tab.locator(".row.current")).to_be_in_viewport()
    tab.get_by_role("button", name="bổ sung").click()
    expect(tab.locator(".row.changed:visible")).to_have_count(2)
    expect(tab.locator("nav li[data-for]:visible")).to_have_count(1)
    tab.keyboard.press("x")
    expect(tab.get_by_label("Thuyết minh: Điều 61").first).to_be_visible()
    tab.goto(tab.url.partition("#")[0])
    (tmp_path / "trang.pdf").write_bytes(tab.pdf())
    printed = "".join(
        p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(tmp_path / "trang.pdf")
    )
    assert all(f"đơn thứ {n} trong" in " ".join(printed.split()) for n in range(1, 61))


@pytest.mark.parametrize(("over", "long"), [(-1, False), (0, False), (1, True)])
def test_texts_of_more_than_400_kilobytes_are_compared_beside_the_page(
    tmp_path: Path, over: int, long: bool
) -> None:
    desk = Desk(tmp_path)
    for key, size in (("0" * 16, 150 * 1024), ("1" * 16, 250 * 1024 + over)):
        (tmp_path / "tep" / key).mkdir(parents=True)
        (tmp_path / "tep" / key / "van-ban.txt").write_bytes(b"x" * size)
    asked = desk.compare("0" * 16, ["1" * 16], stored=False)
    assert Comparisons(desk).is_long(asked) is long


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (JobState(JobStage.WAITING, began=1000.0), "Đang chờ đến lượt, đã 1 phút 15 giây…"),
        (
            JobState(JobStage.WORKING, "doc-goc", 0, 4, 1000.0),
            "Bước 1 trên 4: đang đọc văn bản gốc, đã 1 phút 15 giây…",
        ),
        (
            JobState(JobStage.WORKING, "doc-2", 2, 5, 1000.0),
            "Bước 3 trên 5: đang đọc dự thảo, đã 1 phút 15 giây…",
        ),
        (
            JobState(JobStage.WORKING, "trang", 3, 4, 1000.0),
            "Bước 4 trên 4: đang viết trang so sánh, đã 1 phút 15 giây…",
        ),
    ],
)
def test_how_far_a_long_comparison_is_and_for_how_long_it_has_been_there_is_told(
    state: JobState, words: str
) -> None:
    assert waiting_words(state, 1075.0) == words


def test_each_step_of_a_long_comparison_is_told_once_it_begins(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for number, text in enumerate((OLD, NEW, NEW.replace("15 ngày", "20 ngày"))):
        (tmp_path / "tep" / f"{number:016}").mkdir(parents=True)
        (tmp_path / "tep" / f"{number:016}" / "van-ban.txt").write_text(text, encoding="utf-8")
    asked = desk.compare(f"{0:016}", [f"{1:016}", f"{2:016}"], stored=False)
    told: list[tuple[str, int, int]] = []
    compare_work.show({"thu_muc": str(tmp_path), "so_sanh": asked.key}, lambda *step: told.append(step))
    steps = ("doc-goc", "doc-1", "doc-2", "so-sanh", "trang")
    assert told == [(step, done, 5) for done, step in enumerate(steps)]


def test_what_is_shown_is_made_anew_once_something_is_decided(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    keys = []
    for number, text in enumerate((OLD, NEW)):
        keys.append(f"{number:016}")
        (tmp_path / "tep" / keys[-1]).mkdir(parents=True)
        (tmp_path / "tep" / keys[-1] / "van-ban.txt").write_text(text, encoding="utf-8")
    asked = desk.compare(keys[0], keys[1:], stored=False)
    comparisons = Comparisons(desk)
    assert comparisons.shown(asked) is None
    made = comparisons.show(asked)
    assert Comparisons(desk).shown(asked) == made
    assert 'data-cu="' in made.page.read_text("utf-8")
    desk.decide(asked.key, [{"cu": "khoản 3 Điều 2"}, {"moi": "khoản 3 Điều 2"}])
    assert comparisons.shown(asked) is None
    assert 'data-cu="' not in comparisons.show(asked).page.read_text("utf-8")

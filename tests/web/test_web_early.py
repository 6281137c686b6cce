"""What is done on a page before its modules are there is done once they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from form_work import ready
from page_runner import Served, start, stop
from playwright.sync_api import Page, Route, expect


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    made = start(tmp_path_factory.mktemp("trang") / "data", office=False)
    yield made
    stop(made)


@contextmanager
def _slow(tab: Page, address: str) -> Iterator[None]:
    """A page whose modules arrive only when the block is left."""
    waiting: list[Route] = []
    slow = True

    def answer(route: Route) -> None:
        if slow:
            waiting.append(route)
        else:
            route.continue_()

    tab.route(re.compile(r"/(?!cho\.)[^/]+\.js$"), answer)
    tab.goto(address, wait_until="commit")
    expect(tab.locator("main")).to_be_visible()
    yield
    slow = False
    for route in waiting:
        route.continue_()


def _by_key(tab: Page) -> None:
    tab.get_by_role("button", name="Soạn mới Tờ trình Chính phủ").focus()
    tab.keyboard.press("Enter")


def _by_mouse(tab: Page) -> None:
    tab.get_by_role("button", name="Soạn mới Tờ trình Chính phủ").click(no_wait_after=True)


def test_a_button_pressed_early_by_mouse_or_key_is_pressed(tab: Page, served: Served) -> None:
    ways: tuple[Callable[[Page], None], ...] = (_by_mouse, _by_key)
    for press in ways:
        with _slow(tab, f"{served.home}soan"):
            press(tab)
        expect(tab).to_have_url(re.compile("/ban-nhap/"))
        ready(tab)


def test_words_typed_early_are_looked_for(tab: Page, served: Served) -> None:
    with _slow(tab, f"{served.home}soan"):
        tab.get_by_label("Tìm mẫu theo tên văn bản").press_sequentially("chim sâu")
    expect(tab.locator("#khong-thay")).to_contain_text("«chim sâu»")


def test_a_file_chosen_early_is_taken_once(tab: Page, served: Served, texts: tuple[Path, Path]) -> None:
    with _slow(tab, served.home):
        tab.locator("input[data-tha]").set_input_files(str(texts[0]))
    tab.wait_for_url("**/tep/*")
    tab.get_by_role("link", name="Gần đây").first.click()
    expect(tab.get_by_role("link", name=texts[0].name)).to_have_count(1)


def test_a_form_sent_early_is_looked_at_and_not_sent_by_the_browser(tab: Page, served: Served) -> None:
    with _slow(tab, f"{served.home}so-sanh"):
        tab.get_by_role("button", name="So sánh", exact=True).click(no_wait_after=True)
    expect(tab.locator("#bao")).to_contain_text("Xin chọn bản gốc")
    assert tab.url == f"{served.home}so-sanh"

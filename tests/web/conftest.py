"""A page that runs, and a real browser in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_runner import NEW, OLD, Served, start, stop
from playwright.sync_api import Browser, Page

HERE = "http://127.0.0.1:"
"""This machine, on any port: a page that a test starts again may find its port taken by another test's."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    made = start(tmp_path / "data")
    yield made
    stop(made)


@pytest.fixture
def tab(chromium: Browser, served: Served) -> Iterator[Page]:
    """A tab that was let in; no script error and no request to another host happened in it."""
    context = chromium.new_context(accept_downloads=True)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on(
        "request",
        lambda asked: wrong.append(asked.url) if not asked.url.startswith((HERE, "data:")) else None,
    )
    page.goto(served.entrance)
    page.wait_for_url(served.home)
    yield page
    context.close()
    assert wrong == []


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """An old text and a draft, as files of a user."""
    old, new = tmp_path / "Nghị định cũ.txt", tmp_path / "Dự thảo lần 3.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new

"""A page that runs as its user starts it, and a real browser in front of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kcdocs.web.session import remembered

AXE = Path(__file__).parents[2] / "build" / "axe" / "package" / "axe.min.js"
"""Where `.ci/run` unpacks axe-core from the npm registry; never committed."""

OLD = """Điều 1. Phạm vi
1. Nghị định này quy định việc cho thuê sạp ở chợ phiên.
2. Chợ đêm không thuộc phạm vi này.
Điều 2. Thời hạn
1. Ban quản lý chợ trả lời đơn thuê sạp trong 30 ngày.
2. Đơn nộp trực tiếp tại phòng trực của chợ.
3. Người thuê phải giữ sạp sạch, gọn và trả sạp khi hết hạn thuê.
"""
NEW = """Điều 1. Phạm vi
1. Nghị định này quy định việc cho thuê sạp ở chợ phiên <img src=x onerror="document.title='hỏng'">.
2. Chợ đêm không thuộc phạm vi này.
Điều 2. Thời hạn
1. Ban quản lý chợ trả lời đơn thuê sạp trong 15 ngày.
2. Đơn nộp trực tiếp tại phòng trực của chợ.
3. Người bán giữ lối đi thông, trả chỗ cho chợ khi hết phiên cuối năm.
"""


@dataclass(frozen=True)
class Served:
    """A page that runs: its process, the address that lets one browser in, its user's data folder."""

    process: subprocess.Popen[str]
    told: str
    data: Path

    @property
    def home(self) -> str:
        return self.told.partition("vao?")[0]

    @property
    def entrance(self) -> str:
        """A new one each time: one key lets one browser in, once."""
        running = remembered(self.data / "web")
        assert running
        return running.entrance()


def start(data: Path) -> Served:
    process = subprocess.Popen(
        [sys.executable, "-m", "kcdocs", "serve", "--no-browser"],
        env={**os.environ, "KCDOCS_DATA": str(data), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    found = re.search(r"http://\S+", said)
    assert found, said
    return Served(process, found[0], data)


def stop(served: Served) -> None:
    served.process.terminate()
    served.process.wait(20)
    if served.process.stdout:
        served.process.stdout.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    made = start(tmp_path / "data")
    yield made
    stop(made)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("Chromium is not installed (Debian: chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


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
        lambda asked: wrong.append(asked.url) if not asked.url.startswith((served.home, "data:")) else None,
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

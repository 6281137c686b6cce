"""A real browser, and a page of a real comparison for it to open."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kcdocs.api import Format
from kcdocs.api.compare import compare_files, compare_texts, render, save

AXE = Path(__file__).parents[2] / "build" / "axe" / "package" / "axe.min.js"
"""Where `.ci/run` unpacks axe-core from the npm registry; never committed."""

OLD = """Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Nghị định này quy định việc cho thuê sạp ở chợ phiên.
2. Chợ đêm không thuộc phạm vi này.
Điều 2. Thời hạn
1. Ban quản lý chợ trả lời đơn thuê sạp trong 30 ngày.
2. Đơn nộp trực tiếp tại phòng trực của chợ.
3. Người thuê nhận sạp vào phiên kế tiếp.
Điều 3. Giá thuê
1. Giá thuê do xã quyết định theo mùa.
2. Người thuê dài hạn được giảm giá theo thời hạn nêu tại khoản 1 Điều 2 Nghị định này.
Điều 4. Trật tự
1. Người bán giữ lối đi thông thoáng và thu dọn sau phiên.
2. Xe kéo chỉ vào chợ trước giờ mở phiên.
"""
NEW = """Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Nghị định này quy định việc cho thuê sạp ở chợ phiên.
2. Chợ đêm không thuộc phạm vi này.
Điều 2. Sổ sạp
1. Mỗi chợ lập một sổ ghi tên người thuê và vị trí sạp.
2. Sổ được mở cho mọi người xem trong giờ họp chợ.
Điều 3. Thời hạn
1. Ban quản lý chợ trả lời đơn thuê sạp trong 15 ngày.
2. Người thuê nhận sạp vào phiên kế tiếp.
Điều 4. Giá thuê
1. Giá thuê do xã quyết định theo mùa <img src=x onerror="document.title='hỏng'">.
2. Người thuê dài hạn được giảm giá theo thời hạn nêu tại khoản 1 Điều 3 Nghị định này.
Điều 5. Trật tự
1. Người bán giữ lối đi thông thoáng và thu dọn sau phiên.
2. Xe kéo chỉ vào chợ trước giờ mở phiên.
"""


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Browser:
    return chromium


@pytest.fixture(scope="session")
def page_file(tmp_path_factory) -> Path:
    """The HTML page of a comparison of two texts, made the way a user makes it."""
    folder = tmp_path_factory.mktemp("so-sanh")
    (folder / "cu.txt").write_text(OLD, "utf-8")
    (folder / "moi.txt").write_text(NEW, "utf-8")
    compare_files(str(folder / "cu.txt"), str(folder / "moi.txt"), "html", folder / "so-sanh.html")
    return folder / "so-sanh.html"


@pytest.fixture(scope="session")
def drafts_file(page_file) -> Path:
    """The HTML page of an original and two drafts."""
    folder = page_file.parent
    (folder / "lan-2.txt").write_text(NEW.replace("15 ngày", "20 ngày"), "utf-8")
    chain = compare_texts([str(folder / name) for name in ("cu.txt", "moi.txt", "lan-2.txt")])
    save(folder / "cac-du-thao.html", render(chain, Format.HTML), Format.HTML)
    return folder / "cac-du-thao.html"


@pytest.fixture
def open_page(browser, page_file):
    """Opens a page with any settings of a browser context; closes it after the test."""
    contexts: list[BrowserContext] = []

    def opened(file: Path = page_file, **settings) -> Page:
        settings = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"} | settings
        contexts.append(browser.new_context(**settings))
        page = contexts[-1].new_page()
        page.set_default_timeout(60_000)
        page.faults = []
        page.requests = []
        page.on("console", lambda message: page.faults.append(message.text))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    if not AXE.is_file():
        pytest.skip("axe-core is not at hand (.ci/run fetches it: npm pack axe-core)")
    return AXE.read_text("utf-8")

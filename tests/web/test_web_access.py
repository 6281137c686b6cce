"""No page is forgotten when pages are looked at for faults of access, and one that tells an error is none either."""

from __future__ import annotations

import re
from pathlib import Path

from page_runner import Served, see_that_all_can_use
from playwright.sync_api import Browser

import kcdocs.web

TEMPLATES = Path(kcdocs.web.__file__).parent / "templates"
HEADINGS = {
    "bieu-mau.html": "Quyết định công bố",
    "du-lieu.html": "chợ.xlsx",
    "tep.html": "texts[0].name",
    "doc.html": "7/2020/NĐ-CP",
    "dot.html": "Lập hàng loạt từ chợ.xlsx",
    "dot-lap.html": "Lập hàng loạt từ chợ 2.xlsx",
    "dot-xong.html": "Lập hàng loạt từ chợ 2.xlsx",
    "khoi-phuc-xong.html": "Kết quả khôi phục",
    "kho-cho.html": "Đang lập chỉ mục của kho văn bản",
    "them-nhieu-cho.html": "Đang thêm",
    "so-sanh-doan.html": "So sánh Kế hoạch cũ.txt",
}
"""Template → its heading in the tests, where its own words do not say it."""


def _heading(path: Path) -> str:
    found = re.search(r"<h1>(.*?)</h1>", path.read_text("utf-8"))
    if not found:
        return ""
    return HEADINGS.get(path.name) or re.split(r"<|{{", found[1])[0].strip()


def test_every_page_is_looked_at_for_faults_of_access() -> None:
    lines = [
        line
        for path in Path(__file__).parent.glob("test_*.py")
        for line in path.read_text("utf-8").split("\n")
    ]
    looking = re.compile(r"access_faults\(|look\(|see_that_all_can_use\(|pages \+?= ")
    said = {
        words
        for line in lines
        if looking.search(line)
        for words in re.findall(r'"([^"]+)"|(texts\[0\].name)', line)
    }
    seen = {one or other for one, other in said}
    pages = {path.name: _heading(path) for path in TEMPLATES.glob("*.html") if _heading(path)}
    looked_at = {
        name
        for name, words in pages.items()
        for one in seen
        if words.startswith(one) or one.startswith(words)
    }
    assert pages.keys() - looked_at == set()


def test_a_page_that_tells_an_error_can_be_used_by_all(chromium: Browser, served: Served) -> None:
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(served.entrance)
    tab.wait_for_url(served.home)
    tab.goto(f"{served.home}tep/0123456789abcdef")
    see_that_all_can_use(tab, "Chưa làm được")
    context.close()

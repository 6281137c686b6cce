"""A page that runs as its user starts it, and texts to drop on it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Locator, Page, expect

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


def start(data: Path, *, office: bool = True) -> Served:
    """Start the page; without an office program where a test is not about pages, since drawing them is slow."""
    hidden = {} if office else {"PATH": ""}
    process = subprocess.Popen(
        [sys.executable, "-m", "kcdocs", "serve", "--no-browser"],
        env={**os.environ, "KCDOCS_DATA": str(data), "PYTHONUNBUFFERED": "1", **hidden},
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


def compare_two(tab: Page, texts: tuple[Path, Path]) -> None:
    """Drop both texts on the first page and compare them."""
    tab.locator("input[data-tha]").set_input_files([str(path) for path in texts])
    tab.wait_for_url("**/so-sanh?*")
    tab.get_by_role("button", name="So sánh", exact=True).click()
    tab.wait_for_url("**/so-sanh/*")


def drop(place: Locator, *paths: Path) -> None:
    """Drop files or folders on a place of the page, as a hand does that brings them from the desktop."""
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + min(box["height"], 600) / 2}
    carried = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    hand = place.page.context.new_cdp_session(place.page)
    for act in ("dragEnter", "dragOver", "drop"):
        hand.send("Input.dispatchDragEvent", {"type": act, **point, "data": carried})


def access_faults(tab: Page, heading: str) -> list[str]:
    """What axe-core finds wrong on the page with this heading, once it is there, and whether it scrolls sideways."""
    expect(tab.get_by_role("heading", level=1)).to_contain_text(heading)
    tab.wait_for_load_state()
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = tab.evaluate(
        "async () => (await axe.run()).violations.map((each) => `${each.id}: ${each.nodes[0].html}`)"
    )
    wide = not tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    return found + ["sideways"] * wide


def see_that_all_can_use(tab: Page, heading: str) -> None:
    """No fault of access on the page with this heading, light and wide, dark and narrow."""
    if AXE.exists():
        assert [access_faults(tab, heading) for _ in schemes(tab)] == [[], []]


def schemes(tab: Page) -> Iterator[str]:
    """A page in light and wide, then dark and narrow: no style of the page asks for both at once."""
    looks: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 1280), ("dark", 360))
    for scheme, width in looks:
        tab.emulate_media(color_scheme=scheme)
        tab.set_viewport_size({"width": width, "height": 800})
        yield f"{scheme}, {width}"

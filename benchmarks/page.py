"""How fast the page shows and filters a comparison of 300,000 words, and searches the store, in Chromium.

Run: python benchmarks/page.py [ARTICLES]

The pair is that of `benchmarks/compare.py`, dropped and compared on a page that runs. Times are taken in the
browser: from a click to the second picture drawn after what it asks for is there. Both loops are fixed pieces
of work, of Python and of the browser, to compare machines by.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from _figures import Figure, keep
from compare import calibrate, material
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "web"))

import page_runner  # noqa: E402 - hands of the tests

ARTICLES = 1640
"""Articles of each side: 318,000 words."""

PATIENCE = 600_000
"""Milliseconds for the comparison to be made on a busy machine."""

SHOWN = """() => {
  const at = () => performance.timeOrigin + performance.now();
  addEventListener("click", () => sessionStorage.setItem("bam", at()), true);
  const look = () => {
    if (document.querySelector(".row.changed")?.checkVisibility())
      requestAnimationFrame(() => { window.thay ??= at(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
FILTER = """async (chip) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const start = performance.now();
  chip.click();
  await drawn();
  return performance.now() - start;
}"""
LOOP = """() => {
  const start = performance.now();
  const counts = new Map();
  for (let number = 0; number < 2e6; number += 1) counts.set(number % 5000, number + (counts.get(0) ?? 0));
  return performance.now() - start;
}"""
SEARCH = """async ([root, words]) => {
  const start = performance.now();
  const address = `${root}kho/tim?q=${encodeURIComponent(words)}&tu=0`;
  await (await fetch(address, { headers: { "X-Kcdocs": "1" } })).json();
  return performance.now() - start;
}"""
TYPED = "ho tro kinh phi khuyen cong"


def _compared(tab: Page, folder: Path) -> Figure:
    """Have both texts compared; tells how long it takes until they can be read."""
    tab.locator("input[data-tha]").set_input_files([str(folder / "old.txt"), str(folder / "new.txt")])
    tab.wait_for_url("**/so-sanh?*", timeout=PATIENCE)
    begin = time.perf_counter()
    tab.get_by_role("button", name="So sánh", exact=True).click(no_wait_after=True)
    tab.locator(".row.changed").first.wait_for(timeout=PATIENCE)
    taken = time.perf_counter() - begin
    print(f"made and shown for the first time {taken:8.1f} s")
    return Figure("made and shown for the first time", taken, "s")


def _opened(tab: Page, home: str) -> float:
    """Milliseconds from the click on a finished comparison to its first change."""
    tab.goto(home)
    tab.locator("a[href*='/so-sanh/']").first.click(no_wait_after=True)
    tab.wait_for_url("**/so-sanh/*", timeout=PATIENCE)
    tab.locator(".row.changed").first.wait_for(timeout=PATIENCE)
    return float(tab.evaluate("() => window.thay - Number(sessionStorage.getItem('bam'))"))


def _filters(tab: Page) -> list[Figure]:
    tab.wait_for_load_state("load", timeout=PATIENCE)
    times = []
    for chip in tab.locator("button[data-filter]").all():
        times += [float(chip.evaluate(FILTER)) for _ in ("on", "off")]
    print(
        f"{len(times)} filter clicks: median {median(times):.0f} ms, at most {max(times):.0f} ms (goal 100)"
    )
    return [
        Figure(f"{len(times)} clicks on a filter: the middle one", median(times), "ms", 100),
        Figure("the longest of them", max(times), "ms", 100),
    ]


def _search(tab: Page, home: str) -> Figure:
    times = [float(tab.evaluate(SEARCH, [home, TYPED[:end]])) for end in range(2, len(TYPED) + 1)]
    print(f"search while one types: first {times[0]:.0f} ms, then median {median(times[1:]):.0f} ms")
    return Figure("a search of the store while one types: the middle one", median(times[1:]), "ms")


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        words = material(folder, int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
        served = page_runner.start(folder / "du-lieu", office=False)
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium")
        try:
            tab = browser.new_page(viewport={"width": 1280, "height": 800})
            tab.add_init_script(f"({SHOWN})()")
            tab.goto(served.entrance)
            tab.wait_for_url(served.home)
            print(f"{words:,} words a side; loops: Python {calibrate() * 1000:.0f} ms, ", end="")
            print(f"browser {tab.evaluate(LOOP):.0f} ms")
            made = _compared(tab, folder)
            times = [_opened(tab, served.home) for _ in range(3)]
            print(f"from the click to the first change: best {min(times):.0f} ms (goal 1000)")
            opened = Figure(
                f"{words:,} words a side: from the click to the first change", min(times), "ms", 1000
            )
            figures = [opened, made, *_filters(tab), _search(tab, served.home)]
            keep("page", [], calibrate(), figures)
        finally:
            browser.close()
            page_runner.stop(served)


if __name__ == "__main__":
    main()

"""The pictures of papers in `docs/pictures`: `make papers` draws them anew. Look at them afterwards.

The first page of each set's first example, for its page; and the files that the demonstration makes, for the
pages that tell of them. All by the commands that those pages show, then by LibreOffice.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from kcdocs.api.generate import generate
from kcdocs.convert.libreoffice import to_pdf
from kcdocs.sets import versions

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SETS = PICTURES / "mau"
CHROMIUM = shutil.which("chromium")
DRAW = ("pdftoppm", "-png")


def main() -> None:
    """Draw them all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["KCDOCS_DATA"] = str(folder / "du-lieu")
        _sets(folder / "mau")
        _demonstration(folder / "vi-du")


def _sets(folder: Path) -> None:
    """The first page of each set, in grey."""
    papers = folder / "van-ban"
    papers.mkdir(parents=True)
    SETS.mkdir(exist_ok=True)
    for name in versions.set_names():
        newest = versions.of_set(name)[-1]
        first, *_ = generate(newest.name, newest.examples[0], folder / name)
        first.path.rename(papers / f"{name}.docx")
    for page in to_pdf(sorted(papers.iterdir()), folder):
        _draw(page, SETS / page.stem, 42, "-gray")


def _demonstration(folder: Path) -> None:
    """What the demonstration makes: a submission, a consolidated text, a batch with its list, its sheet."""
    _kcdocs("demo", "--out", folder)
    _kcdocs("amend", "apply", folder / "cu.docx", folder / "du-thao.docx", "--out", folder / "hop-nhat.docx")
    (submission,) = folder.glob("to-trinh-*.docx")
    pages = to_pdf([submission, folder / "hop-nhat.docx"], folder)
    for page, name in zip(pages, ("to-trinh", "hop-nhat"), strict=True):
        _draw(page, PICTURES / name, 70)
    with sync_playwright() as driver:
        tab = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]).new_page()
        _comparison(tab, folder)
        _batch(tab, folder)


def _comparison(tab: Page, folder: Path) -> None:
    tab.set_viewport_size({"width": 1200, "height": 860})
    tab.goto((folder / "so-sanh-lang-nghe.html").as_uri())
    tab.get_by_role("link", name="Điều 9.").first.click()
    tab.screenshot(path=PICTURES / "so-sanh.png")


def _batch(tab: Page, folder: Path) -> None:
    """The sheet to fill in, the decisions made of it side by side, and their list."""
    sheet, out = folder / "bang-mau.xlsx", folder / "dot-1"
    _kcdocs("templates", "form", "quyet-dinh-cong-bo-tthc", "--out", sheet)
    _kcdocs("register", "open", "QĐ-BCT/2025", "--next", 2981)
    numbered = ("--out", out, "--series", "QĐ-BCT/2025")
    _kcdocs("batch", "quyet-dinh-cong-bo-tthc", folder / "ho-so.xlsx", *numbered)
    rows = []
    for page in to_pdf(sorted(out.glob("*.docx")), folder):
        subprocess.run([*DRAW, "-r", "62", str(page), str(page.with_suffix(""))], check=True)
        rows.append([picture.as_uri() for picture in sorted(folder.glob(f"{page.stem}-*.png"))])
    _shown(tab, PICTURES / "quyet-dinh-hang-loat.png", rows)
    for book, wide, high in ((sheet, 1480, 360), (out / "bang-ke.xlsx", 1640, 400)):
        (page,) = to_pdf([book], folder)
        corner = ("-x", "210", "-y", "225", "-W", str(wide), "-H", str(high))  # within the margins
        _draw(page, PICTURES / book.stem, 300, *corner)


def _shown(tab: Page, out: Path, rows: list[list[str]]) -> None:
    """Pictures side by side, a row below the other."""
    lines = ("".join(f'<img src="{one}" style="border: 1px solid #888">' for one in row) for row in rows)
    page = out.parent / "trang.html"
    page.write_text("<br>".join(lines), "utf-8")
    tab.set_viewport_size({"width": 1620, "height": 100})
    tab.goto(page.as_uri())
    tab.screenshot(path=out, full_page=True)
    page.unlink()


def _kcdocs(*words: object) -> None:
    subprocess.run([sys.executable, "-m", "kcdocs", *map(str, words)], check=True, capture_output=True)


def _draw(page: Path, out: Path, dots: int, *options: str) -> None:
    """The first page of a PDF file as a picture, so many dots an inch."""
    words = [*DRAW, "-singlefile", "-f", "1", "-r", str(dots), *options]
    subprocess.run([*words, str(page), str(out)], check=True)


if __name__ == "__main__":
    main()

"""The guide as a site that opens from a disk: `python tools/guide.py FOLDER`, as `make docs` does.

The pages are those of the checkout (README, `docs/**`), in the order of `docs/site/contents.toml`. The site
needs no server and no network: plain links, one stylesheet, one script, the words to search in as a script.
Why no ready-made generator does this: docs/decisions/0021-guide.md.

A page that stands nowhere in the contents, a link that leads nowhere, a picture of another host, markup that
Markdown does not know: all are told at once, and nothing is written.
"""

from __future__ import annotations

import json
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import jinja2

sys.path.append(str(Path(__file__).parent))

from guide_page import Page
from guide_site import Group, Half, Site, place

from kcdocs.settings import VERSION

ROOT = Path(__file__).parents[1]
SITE = ROOT / "docs" / "site"

HOMES = {"README.vi.md": "index.html", "README.md": "en/index.html"}
"""Source → the page that opens first in its half."""


class GuideError(Exception):
    """What is wrong with the pages, a line each."""


def read() -> Site:
    """The guide as its contents order it.

    Raises:
        GuideError: A page stands nowhere in the contents, or is named and is not there.
    """
    given = tomllib.loads((SITE / "contents.toml").read_text("utf-8"))["half"]
    every = {_source(path) for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))}
    named = {name for half in given for group in half["group"] for name in group["pages"] if "*" not in name}
    halves = []
    for half in given:
        groups = [
            Group(group["title"], list(_pages(group["pages"], every - named, half["root"])))
            for group in half["group"]
        ]
        halves.append(Half(half["lang"], half["root"], half["title"], half["words"], groups))
    site = Site(ROOT, halves)
    lost = [f"{name}: stands nowhere in the contents" for name in sorted(every - site.pages.keys())]
    lost += [f"{name}: is named in the contents and is not there" for name in sorted(named - every)]
    if lost:
        raise GuideError("\n".join(lost))
    return site


def _pages(names: list[str], others: set[str], root: str) -> Iterator[Page]:
    """The pages that are there of these names; one with * finds others."""
    for name in names:
        there = {_source(path) for path in ROOT.glob(name)}
        found = there & others if "*" in name else there
        pages = [Page(ROOT / one, one, HOMES.get(one, _address(root, one))) for one in found]
        yield from sorted(pages, key=lambda page: (page.title.lower(), page.out))


def _source(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _address(root: str, source: str) -> str:
    return root + place(source).lower().removesuffix(".md") + ".html"


def build(out: Path) -> Site:
    """Write the site into a folder, which is made anew.

    Raises:
        GuideError: Something is wrong with the pages; nothing is written.
    """
    site = read()
    frame = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    page_of = frame.from_string((SITE / "page.html").read_text("utf-8")).render
    written = {}
    for half, other in zip(site.halves, reversed(site.halves), strict=True):
        words, pages = half.words, half.pages
        for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
            written[page.out] = page_of(
                half=half, other=other, page=page, before=before, after=after, words=words, version=VERSION,
                up="../" * page.out.count("/"), body=jinja2.filters.Markup(site.body(page, words)),
            )  # fmt: skip
        written[f"{half.root}index.js"] = _index(pages)
    if site.faults:
        raise GuideError("\n".join(site.faults))
    _write(out, written, site.files)
    return site


def _write(out: Path, written: dict[str, str], files: set[str]) -> None:
    shutil.rmtree(out, ignore_errors=True)
    for name, text in written.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, "utf-8")
    for name in sorted(files):
        (out / place(name)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, out / place(name))
    for name in ("guide.css", "guide.js"):
        shutil.copy(SITE / name, out / name)


def _index(pages: list[Page]) -> str:
    rows = [
        [page.title, heading, f"{page.out}#{anchor}" if anchor else page.out, text]
        for page in pages
        for anchor, heading, text in page.sections
        if anchor or text
    ]
    return f"window.guideIndex = {json.dumps(rows, ensure_ascii=False)};\n"


if __name__ == "__main__":
    try:
        site = build(Path(sys.argv[1]))
    except GuideError as fault:
        raise SystemExit(str(fault)) from None
    print(f"{len(site.pages)} pages in {sys.argv[1]}: open index.html")

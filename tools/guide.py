"""The guide as a site that opens from a disk: `python tools/guide.py FOLDER`, as `make docs` does.

The pages are those of the checkout (README, `docs/**`), in the order of `docs/site/contents.toml`. The site
needs no server and no network: plain links, one stylesheet, one script, the words to search in as a script.
Why no ready-made generator does this: docs/decisions/0019-guide.md.

A page that stands nowhere in the contents, a link that leads nowhere, a picture of another host, markup that
Markdown does not know: all are told at once, and nothing is written.
"""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from urllib.parse import unquote

import jinja2
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[1]
SITE = ROOT / "docs" / "site"

WORDS = {
    "vi": {
        "skip": "Tới nội dung chính",
        "search": "Tìm trong sách",
        "example": "như: cap so, thể thức",
        "other": "English",
        "contents": "Các trang",
        "answers": "Kết quả tìm",
        "none": "Không thấy chỗ nào có đủ những chữ ấy.",
        "some": "{} chỗ, chỗ sát nhất trước:",
        "copy": "Chép",
        "copied": "Đã chép",
    },
    "en": {
        "skip": "To the content",
        "search": "Search",
        "example": "for instance: codes",
        "other": "Tiếng Việt",
        "contents": "Pages",
        "answers": "What was found",
        "none": "No place has all these words.",
        "some": "{} places, the nearest first:",
        "copy": "Copy",
        "copied": "Copied",
    },
}
"""Language → the words of the frame around a page."""

HOMES = {"README.vi.md": "index.html", "README.md": "en/index.html"}
"""Source → the page that opens first in its half."""

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_REMARK = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_COMMANDS = ("sh", "powershell")


class GuideError(Exception):
    """What is wrong with the pages, a line each."""


@dataclass(frozen=True)
class Page:
    """One page of the guide.

    Attributes:
        source: Its Markdown file, from the checkout's root.
        out: Its address, from the site's root.
    """

    source: str
    out: str

    @cached_property
    def tokens(self) -> list[Token]:
        """What its Markdown says."""
        text = (ROOT / self.source).read_text("utf-8")
        return _MARKDOWN.parse(unicodedata.normalize("NFC", text))

    @cached_property
    def title(self) -> str:
        """Its first heading."""
        return next(self.headings)[1] if self._has_heading else self.source

    @property
    def _has_heading(self) -> bool:
        return any(token.type == "heading_open" for token in self.tokens)

    @property
    def headings(self) -> Iterator[tuple[str, str]]:
        """Anchor and words of each heading, as GitHub names them; a second of the same words gets a number."""
        seen: dict[str, int] = {}
        for token, inner in zip(self.tokens, self.tokens[1:], strict=False):
            if token.type == "heading_open":
                words = _plain(inner)
                anchor = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
                seen[anchor] = seen.get(anchor, -1) + 1
                yield f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor, words

    @property
    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Anchor, heading and text of each part, for the search."""
        headings, anchor, words, texts = self.headings, "", self.title, list[str]()
        for before, token in zip([None, *self.tokens], self.tokens, strict=False):
            if token.type == "heading_open":
                yield anchor, words, " ".join(texts)
                (anchor, words), texts = next(headings), []
            elif token.type == "fence" or (token.type == "inline" and before and before.type != "heading_open"):
                texts.append(" ".join(_plain(token).split()))
        yield anchor, words, " ".join(texts)


@dataclass(frozen=True)
class Group:
    """Pages under one title."""

    title: str
    pages: list[Page]


@dataclass(frozen=True)
class Half:
    """The pages for one kind of reader, in their language.

    Attributes:
        lang: Code of the language.
        root: Where it lies in the site; empty or ends in "/".
        title: What it is called.
        groups: Its contents.
    """

    lang: str
    root: str
    title: str
    groups: list[Group]

    @property
    def pages(self) -> list[Page]:
        """All pages, in the order in which they are read."""
        return [page for group in self.groups for page in group.pages]


@dataclass
class Site:
    """The whole guide.

    Attributes:
        halves: What stands in it.
        files: Pictures and other files that pages link to, from the checkout's root.
        faults: What is wrong with the pages.
    """

    halves: list[Half]
    files: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Source → page."""
        return {page.source: page for half in self.halves for page in half.pages}

    def link(self, page: Page, href: str) -> str:
        """Where a link of a page leads in the site; a fault is kept where it leads nowhere."""
        path, hash_, anchor = unquote(href).partition("#")
        if re.match(r"[a-z]+:", href):
            return href
        source = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), path)) if path else page.source
        target = self.pages.get(source) or self._first_in(source)
        if target:
            if anchor and anchor not in dict(target.headings):
                self.faults.append(f"{page.source}: no heading «{anchor}» in {source}")
            out = target.out
        elif (ROOT / source).is_file():
            self.files.add(source)
            out = _place(source)
        else:
            self.faults.append(f"{page.source}: the link {href} leads nowhere")
            return href
        return posixpath.relpath(out, posixpath.dirname(page.out) or ".") + hash_ + anchor

    def _first_in(self, folder: str) -> Page | None:
        """What a link to a folder opens: the first of its pages."""
        return next((page for source, page in self.pages.items() if source.startswith(f"{folder}/")), None)

    def body(self, page: Page, words: dict[str, str]) -> str:
        """The HTML of a page's text."""
        headings = page.headings
        tokens = [self._linked(page, token) for token in page.tokens]
        for token in tokens:
            if token.type == "heading_open":
                token.attrSet("id", next(headings)[0])
        return "".join(self._pieces(page, tokens, words))

    def _pieces(self, page: Page, tokens: list[Token], words: dict[str, str]) -> Iterator[str]:
        for at, token in enumerate(tokens):
            if token.type == "fence":
                yield _block(token, words)
            elif token.type == "html_block":
                if _REMARK.sub("", token.content).strip():
                    self.faults.append(f"{page.source}: markup that is no Markdown: {token.content.strip()[:60]}")
            elif token.type in {"table_open", "table_close"}:
                box = '<div class="wide" tabindex="0">' if token.type == "table_open" else ""
                yield f"{box}<{'/' if token.nesting < 0 else ''}table>{'' if box else '</div>'}"
            elif token.type == "inline":
                yield _MARKDOWN.renderer.renderInline(token.children or [], _MARKDOWN.options, {})
            else:
                yield _MARKDOWN.renderer.renderToken(tokens, at, _MARKDOWN.options, {})

    def _linked(self, page: Page, token: Token) -> Token:
        children = []
        for child in token.children or []:
            if child.type == "html_inline" and child.content != "<br>":
                if not _REMARK.fullmatch(child.content):
                    self.faults.append(f"{page.source}: markup that is no Markdown: {child.content}")
                continue
            name = {"link_open": "href", "image": "src"}.get(child.type)
            if name:
                href = str(child.attrs[name])
                if child.type == "image" and ":" in href:
                    self.faults.append(f"{page.source}: the picture {href} is of another host")
                child = child.copy(attrs={**child.attrs, name: self.link(page, href)})
            children.append(child)
        return token.copy(children=children, attrs=dict(token.attrs))


def _plain(token: Token) -> str:
    """The words of a token without markup."""
    if token.children is None:
        return token.content
    return "".join("" if child.type == "html_inline" else child.content or " " * (child.type == "softbreak")
                   for child in token.children)  # fmt: skip


def _place(source: str) -> str:
    """Where a file of the checkout lies in the site."""
    return source.removeprefix("docs/")


def _block(token: Token, words: dict[str, str]) -> str:
    language, _, name = token.info.strip().partition(" ")
    copy = f' data-copy="{words["copy"]}" data-copied="{words["copied"]}"' if language in _COMMANDS else ""
    caption = f"<figcaption>{escape(name)}</figcaption>" if name else ""
    return (
        f'<figure class="block"{copy}>{caption}<pre tabindex="0"><code>{escape(token.content)}</code></pre></figure>\n'
    )


def read() -> Site:
    """The guide as its contents order it.

    Raises:
        GuideError: A page stands nowhere in the contents, or is named and is not there.
    """
    given = tomllib.loads((SITE / "contents.toml").read_text("utf-8"))["half"]
    every = {path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))}
    named = {name for half in given for group in half["group"] for name in group["pages"] if "*" not in name}
    halves = []
    for half in given:
        groups = [Group(group["title"], list(_pages(group["pages"], named, half["root"]))) for group in half["group"]]
        halves.append(Half(half["lang"], half["root"], half["title"], groups))
    site = Site(halves)
    lost = [f"{name}: stands nowhere in the contents" for name in sorted(every - site.pages.keys() - {"SECURITY.md"})]
    lost += [f"{name}: is named in the contents and is not there" for name in sorted(named - every)]
    if lost:
        raise GuideError("\n".join(lost))
    return site


def _pages(names: list[str], named: set[str], root: str) -> Iterator[Page]:
    for name in names:
        sources = [name] if "*" not in name else [
            path.relative_to(ROOT).as_posix() for path in ROOT.glob(name)
            if path.relative_to(ROOT).as_posix() not in named
        ]  # fmt: skip
        pages = [Page(one, HOMES.get(one, root + _place(one).lower().removesuffix(".md") + ".html")) for one in sources]
        yield from pages if len(pages) == 1 else sorted(pages, key=lambda page: (page.title.lower(), page.out))


def build(out: Path) -> Site:
    """Write the site into a folder, which is made anew.

    Raises:
        GuideError: Something is wrong with the pages; nothing is written.
    """
    from kcdocs.settings import VERSION

    site = read()
    frame = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    page_of = frame.from_string((SITE / "page.html").read_text("utf-8")).render
    written = {}
    for half, other in zip(site.halves, reversed(site.halves), strict=True):
        words, pages = WORDS[half.lang], half.pages
        for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
            written[page.out] = page_of(
                half=half, other=other, page=page, before=before, after=after, words=words, version=VERSION,
                up="../" * page.out.count("/"), body=jinja2.filters.Markup(site.body(page, words)),
            )  # fmt: skip
        written[f"{half.root}index.js"] = _index(pages)
    if site.faults:
        raise GuideError("\n".join(site.faults))
    shutil.rmtree(out, ignore_errors=True)
    for name, text in written.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, "utf-8")
    for name in sorted(site.files):
        (out / _place(name)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, out / _place(name))
    for name in ("guide.css", "guide.js"):
        shutil.copy(SITE / name, out / name)
    return site


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

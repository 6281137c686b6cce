"""The guide as a whole: its halves, where each link of a page leads, and the HTML of a page's text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from urllib.parse import unquote

from guide_page import MARKDOWN, Page
from markdown_it.token import Token

_REMARK = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_COMMANDS = ("sh", "powershell")


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
        words: Those of the frame around a page.
        groups: Its contents.
    """

    lang: str
    root: str
    title: str
    words: dict[str, str]
    groups: list[Group]

    @property
    def pages(self) -> list[Page]:
        """All pages, in the order in which they are read."""
        return [page for group in self.groups for page in group.pages]


@dataclass
class Site:
    """The whole guide.

    Attributes:
        root: The checkout.
        halves: What stands in it.
        files: Pictures and other files that pages link to, from the checkout's root.
        faults: What is wrong with the pages.
    """

    root: Path
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
        source = (
            posixpath.normpath(posixpath.join(posixpath.dirname(page.source), path)) if path else page.source
        )
        target = self.pages.get(source) or self._first_in(source)
        if target:
            if anchor and anchor not in dict(target.headings):
                self.faults.append(f"{page.source}: no heading «{anchor}» in {source}")
            out = target.out
        elif (self.root / source).is_file():
            self.files.add(source)
            out = place(source)
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
                    self.faults.append(
                        f"{page.source}: markup that is no Markdown: {token.content.strip()[:60]}"
                    )
            elif token.type in {"table_open", "table_close"}:
                box = '<div class="wide" tabindex="0">' if token.type == "table_open" else ""
                yield f"{box}<{'/' if token.nesting < 0 else ''}table>{'' if box else '</div>'}"
            elif token.type == "inline":
                yield MARKDOWN.renderer.renderInline(token.children or [], MARKDOWN.options, {})
            else:
                yield MARKDOWN.renderer.renderToken(tokens, at, MARKDOWN.options, {})

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
                children.append(child.copy(attrs={**child.attrs, name: self.link(page, href)}))
            else:
                children.append(child)
        return token.copy(children=children, attrs=dict(token.attrs))


def place(source: str) -> str:
    """Where a file of the checkout lies in the site."""
    return source.removeprefix("docs/")


def _block(token: Token, words: dict[str, str]) -> str:
    language, _, name = token.info.strip().partition(" ")
    copy = f' data-copy="{words["copy"]}" data-copied="{words["copied"]}"' if language in _COMMANDS else ""
    caption = f"<figcaption>{escape(name)}</figcaption>" if name else ""
    code = f'<pre tabindex="0"><code>{escape(token.content)}</code></pre>'
    return f'<figure class="block"{copy}>{caption}{code}</figure>\n'

"""A page of the guide: what its Markdown says, its headings, and its parts as the search knows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""What the pages are written in; GitHub shows them by the same rules."""


@dataclass(frozen=True)
class Page:
    """One page of the guide.

    Attributes:
        path: Its Markdown file.
        source: The same, from the checkout's root.
        out: Its address, from the site's root.
    """

    path: Path
    source: str
    out: str

    @cached_property
    def tokens(self) -> list[Token]:
        """What its Markdown says."""
        text = self.path.read_text("utf-8")
        return MARKDOWN.parse(unicodedata.normalize("NFC", text))

    @cached_property
    def title(self) -> str:
        """Its first heading."""
        return next(self.headings, ("", self.source))[1]

    @property
    def headings(self) -> Iterator[tuple[str, str]]:
        """Anchor and words of each heading, as GitHub names them; one said before gets a number."""
        seen: dict[str, int] = {}
        for token, inner in zip(self.tokens, self.tokens[1:], strict=False):
            if token.type == "heading_open":
                words = words_of(inner)
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
            elif token.type == "fence" or (
                token.type == "inline" and before and before.type != "heading_open"
            ):
                texts.append(" ".join(words_of(token).split()))
        yield anchor, words, " ".join(texts)


def words_of(token: Token) -> str:
    """The words of a token without markup."""
    if token.children is None:
        return token.content
    return "".join("" if child.type == "html_inline" else child.content or " " * (child.type == "softbreak")
                   for child in token.children)  # fmt: skip

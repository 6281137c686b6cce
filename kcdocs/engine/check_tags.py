"""The tags of a template as its author typed them, read from the text of paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kcdocs.model.span import Span
from kcdocs.word.read import Passage


class TagKind(StrEnum):
    """What a tag is; the value is how it opens."""

    PRINT = "{{"
    STATEMENT = "{%"
    COMMENT = "{#"


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of the template language, with where it stands.

    Attributes:
        kind: What it is.
        passage: The paragraph it stands in.
        span: Its characters there, braces included.
        prefix: "p", "tr", "tc", "r" or empty.
        body: What stands in it, without prefix and whitespace control.
    """

    kind: TagKind
    passage: Passage
    span: Span
    prefix: str
    body: str

    @property
    def text(self) -> str:
        """The tag as typed."""
        return self.span.of(self.passage.text)

    @property
    def word(self) -> str:
        """The first word of a statement ("for", "endif"); empty for other kinds."""
        found = re.match(r"\s*(\w+)", self.body) if self.kind is TagKind.STATEMENT else None
        return found[1] if found else ""

    @property
    def loose(self) -> bool:
        """Whether it is a statement that stands alone in its paragraph, so that it goes with it."""
        rest = self.passage.text[: self.span.start] + self.passage.text[self.span.end :]
        return self.kind is TagKind.STATEMENT and not rest.strip()


class Broken(StrEnum):
    """How the braces of a tag are wrong."""

    UNCLOSED = "unclosed"
    STRAY = "stray"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class BrokenTag:
    """Braces that make no tag.

    Attributes:
        how: What is wrong.
        passage: The paragraph.
        span: The characters from the first brace to the last.
    """

    how: Broken
    passage: Passage
    span: Span


_MARK = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_COMMENT_END = re.compile("#}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_INSIDE = re.compile(r"[-+]?(?P<prefix>(?:p|tr|tc|r)(?=\s))?(?P<body>.*?)[-+]?", re.DOTALL)


def tags_of(passage: Passage) -> tuple[list[Tag], list[BrokenTag]]:
    """The tags of a paragraph, and the braces that make none, each in order."""
    tags: list[Tag] = []
    broken: list[BrokenTag] = []
    text, position = passage.text, 0
    while mark := _MARK.search(text, position):
        opening, position = mark.group(), mark.end()
        if opening not in _CLOSING:
            broken.append(BrokenTag(Broken.STRAY, passage, Span(*mark.span())))
            continue
        closing = _closing(text, opening, position)
        if closing is None or closing.group() in _CLOSING:
            position = closing.start() if closing else len(text)
            broken.append(
                BrokenTag(Broken.UNCLOSED, passage, Span(mark.start(), _meant(text, mark.end(), position)))
            )
            continue
        position = closing.end()
        span = Span(mark.start(), position)
        if closing.group() == _CLOSING[opening]:
            tags.append(_tag(TagKind(opening), passage, span))
        else:
            broken.append(BrokenTag(Broken.MIXED, passage, span))
    return tags, broken


def _closing(text: str, opening: str, start: int) -> re.Match[str] | None:
    """The next braces that open or close a tag; those that close a dictionary within it are passed over."""
    if opening == "{#":
        return _COMMENT_END.search(text, start)
    found = _MARK.search(text, start)
    while (
        found
        and found.group() == "}}"
        and text.count("{", start, found.start()) > text.count("}", start, found.start())
    ):
        found = _MARK.search(text, found.start() + 1)
    return found


def _meant(text: str, start: int, end: int) -> int:
    """Where a tag that does not close was meant to: behind a single brace, or at the end of the words."""
    brace = text.find("}", start, end)
    return brace + 1 if brace >= 0 else len(text[:end].rstrip())


def _tag(kind: TagKind, passage: Passage, span: Span) -> Tag:
    found = _INSIDE.fullmatch(span.of(passage.text)[2:-2])
    prefix, body = (found["prefix"] or "", found["body"]) if found else ("", "")
    return Tag(kind, passage, span, prefix, body)

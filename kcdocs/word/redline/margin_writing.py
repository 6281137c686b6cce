"""Headers and footers of a redline: each section of the original is led to show what the draft's shows.

A page that gets a header of its own starts from what the original shows there, so that rejecting all gives
what stood there, whether or not a program puts the section's settings back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from lxml import etree

from kcdocs.word.package.order import placed
from kcdocs.word.package.tree import parse_part
from kcdocs.word.package.wml import W
from kcdocs.word.redline.margins import (
    KEYS,
    MarginKey,
    SectionMargins,
    evens_apart,
    references,
    section_margins,
    sections_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package
    from kcdocs.word.package.parts import Parts
    from kcdocs.word.redline.additions import Additions


class MarginRedline(Protocol):
    """What writes the story of one header or footer."""

    def margin(self, name: str, root: _Element, draft: str) -> None:
        """Write what makes of a part what a part of the draft says, or nothing where that is empty."""


class MarginWriter:
    """Writes the headers and footers of one redline.

    Args:
        redline: What writes their stories.
        additions: Adds parts.
        package: The original.
        parts: Its parts, which are changed.
    """

    def __init__(self, redline: MarginRedline, additions: Additions, package: Package, parts: Parts) -> None:
        self.redline, self.additions, self.package, self.parts = redline, additions, package, parts
        self.claimed: set[str] = set()
        self.made: dict[tuple[MarginKey, str, str], str] = {}
        self.shown: dict[MarginKey, str] = {}

    def write(self, draft: Package, draft_parts: Parts) -> list[str]:
        """Write all; gives what stands in sections that the original has not ("header default 2")."""
        news = section_margins(draft, draft_parts)
        elements = self._sections(news)
        olds = section_margins(self.package, self.parts)
        even = evens_apart(self.parts) or any(new.differs("even") for new in news[: len(elements)])
        for number, element in enumerate(elements):
            self._section(element, olds[number], news[min(number, len(news) - 1)], even=even)
        if even and elements:
            self.additions.switch_on("evenAndOddHeaders")
        return list(_beyond(news, len(elements)))

    def _sections(self, news: list[SectionMargins]) -> list[_Element]:
        """The properties of the original's sections, made where it has none and the draft needs them."""
        found = sections_of(self.parts.document)
        if not found and any(any(new.words.values()) for new in news):
            body = self.parts.document.find(W + "body")
            found = [etree.SubElement(self.parts.document if body is None else body, W + "sectPr")]
        return found

    def _section(self, element: _Element, old: SectionMargins, new: SectionMargins, *, even: bool) -> None:
        first = old.first or new.differs("first")
        apart = {"default": True, "first": first, "even": even}
        own = dict(references(element))
        for key in KEYS:
            if apart[key[1]]:
                self._show(element, own.get(key), key, self._part(key, old, new))
            elif key in own:
                self.shown[key] = self.additions.margin_part(own[key])
        if first and not old.first:
            placed(element, "titlePg").attrib.pop(W + "val", "")

    def _part(self, key: MarginKey, old: SectionMargins, new: SectionMargins) -> str:
        """The part that shows what original and draft show there."""
        before, words = old.parts[key], new.words[key]
        if not before and not words:
            return ""
        known = self.made.get((key, before, words))
        if known is None:
            known = self.made[key, before, words] = self._fresh(key, before, new.parts[key])
        return known

    def _fresh(self, key: MarginKey, before: str, draft: str) -> str:
        if before and before not in self.claimed:
            name, root = before, parse_part(self.package, before)
        elif before:
            name, root = self.additions.copied_margin(key[0], before)
        else:
            name, root = self.additions.new_margin(key[0])
        self.claimed.add(name)
        self.redline.margin(name, root, draft)
        return name

    def _show(self, section: _Element, own: _Element | None, key: MarginKey, part: str) -> None:
        """Let a section show a part, if it does not yet."""
        shown = self.additions.margin_part(own) if own is not None else self.shown.get(key, "")
        self.shown[key] = part or shown
        if part and part != shown:
            self.additions.refer(section, own, key, part)
        elif shown and not part:
            self.shown[key] = self._fresh(key, "", "")
            self.additions.refer(section, own, key, self.shown[key])


def _beyond(news: list[SectionMargins], count: int) -> Iterator[str]:
    """What changes from one section to the next behind as many sections as the original has."""
    for kind, pages in KEYS:
        turn, last = 0, None
        for number, new in enumerate(news):
            words = new.words[kind, pages]
            if words != last:
                turn += 1
                if number >= max(count, 1):
                    yield f"{kind} {pages} {turn}"
            last = words

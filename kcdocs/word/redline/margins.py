"""Headers and footers: which part each section shows on which of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kcdocs.word.package.tree import parse_part
from kcdocs.word.package.wml import W, local, on
from kcdocs.word.redline.own import OwnItem, OwnTable, StoryReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package
    from kcdocs.word.package.parts import Parts

RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MarginKey: TypeAlias = "tuple[str, str]"
"""Kind ("header" or "footer") and the pages it stands on ("default", "first" or "even")."""

PAGES = ("default", "first", "even")
KEYS: tuple[MarginKey, ...] = tuple((kind, pages) for pages in PAGES for kind in ("header", "footer"))


@dataclass(frozen=True, slots=True)
class SectionMargins:
    """What a section shows above and below its pages.

    Attributes:
        first: Whether its first page has a header and a footer of its own.
        parts: The part that is shown on which pages; empty where none is.
        words: What those say.
    """

    first: bool
    parts: Mapping[MarginKey, str]
    words: Mapping[MarginKey, str]

    def differs(self, pages: str) -> bool:
        """Whether it says something else on some pages than on all others."""
        return any(self.words[kind, pages] != self.words[kind, "default"] for kind in ("header", "footer"))


def evens_apart(parts: Parts) -> bool:
    """Whether a document's even pages have headers and footers of their own."""
    return bool(on(parts.roots.get("settings"), "evenAndOddHeaders"))


def section_margins(package: Package, parts: Parts) -> list[SectionMargins]:
    """What each section shows; one without a header of its own shows that of the section before.

    A document without any properties of a section is one section that shows nothing.
    """
    targets = {item.id: item.target for item in package.relations(package.main) if not item.external}
    even = evens_apart(parts)
    reached: dict[MarginKey, str] = {}
    found = []
    for properties in sections_of(parts.document):
        for key, reference in references(properties):
            part = targets.get(reference.get(RELATION_ID) or "", "")
            reached[key] = part if part in package.parts else ""
        first = bool(on(properties, "titlePg"))
        apart = {"default": True, "first": first, "even": even}
        shown = {
            (kind, pages): reached.get((kind, pages if apart[pages] else "default"), "")
            for kind, pages in KEYS
        }
        words = {key: _words(package, part) for key, part in shown.items()}
        found.append(SectionMargins(first, shown, words))
    return found or [SectionMargins(False, dict.fromkeys(KEYS, ""), dict.fromkeys(KEYS, ""))]


def section_words(shown: Iterable[SectionMargins]) -> tuple[object, ...]:
    """What tells the headers and footers of two documents apart."""
    return tuple((one.first, *one.words.items()) for one in shown)


def sections_of(document: _Element) -> list[_Element]:
    """The properties of a document's sections, former ones left out."""
    former = {item for record in document.iter(W + "sectPrChange") for item in record}
    return [item for item in document.iter(W + "sectPr") if item not in former]


def references(properties: _Element) -> Iterator[tuple[MarginKey, _Element]]:
    """The headers and footers that a section names itself."""
    for item in properties.iterchildren(W + "headerReference", W + "footerReference"):
        yield (local(item).removesuffix("Reference"), item.get(W + "type") or "default"), item


def _words(package: Package, part: str) -> str:
    if not part:
        return ""
    return "\n".join(_told(StoryReader({}, {}).story(parse_part(package, part))))


def _told(story: list[OwnItem]) -> Iterator[str]:
    for item in story:
        if isinstance(item, OwnTable):
            yield from ("\t".join(text for cell in row for text in _told(cell.story)) for row in item.rows)
        else:
            yield item.text

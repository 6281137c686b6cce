"""Headers and footers: which part each stretch of sections shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.word.package.tree import parse_part
from kcdocs.word.package.wml import W, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package
    from kcdocs.word.package.parts import Parts

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class ShownMargin:
    """A header or footer.

    Attributes:
        kind: "header" or "footer".
        pages: On which pages it stands: "default", "first" or "even".
        part: Its part.
        section: Ordinal of the section that it begins with, from 0.
    """

    kind: str
    pages: str
    part: str
    section: int


def margins(package: Package, parts: Parts) -> dict[tuple[str, str], list[ShownMargin]]:
    """Kind and pages → what stands there from section to section.

    A section without one of its own shows that of the section before; what says the same as the one before it
    is no other.
    """
    found: dict[tuple[str, str], list[ShownMargin]] = {}
    said: dict[tuple[str, str], str] = {}
    for item in _declared(package, parts):
        key = (item.kind, item.pages)
        words = _words(parse_part(package, item.part))
        if said.get(key) != words:
            found.setdefault(key, []).append(item)
        said[key] = words
    return found


def _declared(package: Package, parts: Parts) -> Iterator[ShownMargin]:
    targets = {item.id: item.target for item in package.relations(package.main) if not item.external}
    for section, properties in enumerate(parts.document.iter(W + "sectPr")):
        for reference in properties.iterchildren(W + "headerReference", W + "footerReference"):
            part = targets.get(reference.get(_ID) or "", "")
            if part in package.parts:
                kind = local(reference).removesuffix("Reference")
                yield ShownMargin(kind, reference.get(W + "type") or "default", part, section)


def _words(root: _Element) -> str:
    return "\n".join("".join(map(str, paragraph.itertext())) for paragraph in root.iter(W + "p"))

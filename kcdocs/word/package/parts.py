"""The parts of a package that reading needs, parsed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kcdocs.word.package.tree import parse_named

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings")
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of a document's parts.

    Attributes:
        document: Root of the main part.
        names: Kind ("styles", "numbering", "footnotes", "endnotes", "comments", "settings") → name of the
            part.
        roots: Kind → its root; a part the package lacks is left out.
    """

    document: _Element
    names: Mapping[str, str]
    roots: Mapping[str, _Element]


def read_parts(package: Package) -> Parts:
    """Parse the main part and those it names; the root of the styles may be that of another reading.

    Raises:
        BrokenPartError: If a part is nested deeper than any document is.
    """
    names = part_names(package)
    roots = {kind: part_root(package, name) for kind, name in names.items() if kind != "styles"}
    if "styles" in names:
        roots["styles"] = _styles(package.parts[names["styles"]], package.name, names["styles"])
    return Parts(part_root(package, package.main), names, roots)


@lru_cache(maxsize=2)  # original and draft, each read several times; nobody changes a part of styles
def _styles(data: bytes, file: str, part: str) -> _Element:
    return parse_named(usual(data), file, part)


def part_names(package: Package) -> dict[str, str]:
    """Kind ("styles", "numbering", …) → name of the part; a part the package lacks is left out."""
    related = {item.kind: item.target for item in package.relations(package.main) if not item.external}
    return {kind: related[kind] for kind in _KINDS if related.get(kind) in package.parts}


def part_root(package: Package, name: str) -> _Element:
    """The root of a part, names of the strict dialect of OOXML as those of the usual one.

    Raises:
        BrokenPartError: If it is nested deeper than any document is.
    """
    return parse_named(usual(package.parts[name]), package.name, name)


def usual(data: bytes) -> bytes:
    """A part's bytes with the names of the usual dialect of OOXML."""
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    return data

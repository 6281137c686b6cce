"""The headers and footers that Word shows on some page (ISO/IEC 29500-1, 17.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.word.package.parts import part_root
from kcdocs.word.package.wml import W, on, page_sign, w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package
    from kcdocs.word.package.parts import Parts

_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def shown_headers(package: Package, parts: Parts) -> dict[str, _Element]:
    """Name of the part → root, in the order of the sections, each once.

    Those of first pages count where a section has a first page of its own, those of even pages where the
    document tells even pages apart; whatever else the file holds is never shown.

    Args:
        package: The opened document.
        parts: Its parts.

    Raises:
        BrokenPartError: If one is nested deeper than any document is.
    """
    sections = list(parts.document.iter(w("sectPr")))
    shown = {"default"}
    shown |= {"first"} if any(on(section, "titlePg") for section in sections) else set()
    shown |= {"even"} if on(parts.roots.get("settings"), "evenAndOddHeaders") else set()
    names = {item.id: item.target for item in package.relations(package.main) if not item.external}
    wanted = (
        names.get(item.get(_REFERENCE) or "")
        for section in sections
        for item in section.iter(w("headerReference"), w("footerReference"))
        if item.get(W + "type", "default") in shown
    )
    found = dict.fromkeys(name for name in wanted if name in package.parts)
    return {name: part_root(package, name) for name in found if name}


def is_count(instruction: str) -> bool:
    """Whether a field prints a number of pages, which another layout changes."""
    return bool(page_sign(instruction))

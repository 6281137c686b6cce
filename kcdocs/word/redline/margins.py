"""Headers and footers: which part each section shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.word.package.wml import W, local

if TYPE_CHECKING:
    from kcdocs.word.package.docx import Package
    from kcdocs.word.package.parts import Parts

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def margins(package: Package, parts: Parts) -> dict[str, str]:
    """Kind, pages and section of each header and footer ("header default 1") → its part's name."""
    targets = {item.id: item.target for item in package.relations(package.main) if not item.external}
    found = {}
    for section, properties in enumerate(parts.document.iter(W + "sectPr"), 1):
        for reference in properties.iter(W + "headerReference", W + "footerReference"):
            name = targets.get(reference.get(_ID) or "", "")
            if name in package.parts:
                kind = local(reference).removesuffix("Reference")
                found[f"{kind} {reference.get(W + 'type')} {section}"] = name
    return found

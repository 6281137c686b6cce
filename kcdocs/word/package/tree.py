"""Parts as trees: parsed without entities, network or document types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.errors import BrokenPartError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package


def parse(data: bytes) -> _Element:
    """The root of XML that is our own; a user's part is parsed by `parse_part`, which tells what is wrong."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def parse_part(package: Package, part: str) -> _Element:
    """The root of a part.

    Raises:
        BrokenPartError: If it is nested deeper than any document is.
    """
    return parse_named(package.parts[part], package.name, part)


def parse_named(data: bytes, file: str, part: str) -> _Element:
    """The root of a part's bytes.

    Args:
        data: The bytes.
        file: The document, for the error.
        part: The part's name, for the error.

    Raises:
        BrokenPartError: If it is nested deeper than any document is.
    """
    try:
        return parse(data)
    except etree.XMLSyntaxError as error:
        raise BrokenPartError(file, part, error.msg or "XML") from None


def serialise(root: _Element) -> bytes:
    """A part's bytes: UTF-8 with the declaration that Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

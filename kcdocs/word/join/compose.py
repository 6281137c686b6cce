"""Composing: shared blocks of a template put in the place of their markers."""

from __future__ import annotations

import copy
import posixpath
import re
from typing import TYPE_CHECKING

from kcdocs.word.join.block_styles import add_styles
from kcdocs.word.package.docx import open_package, save_package
from kcdocs.word.package.relations import CONTENT_TYPES, rels_name
from kcdocs.word.package.skeleton import appended
from kcdocs.word.package.tree import parse_named, parse_part, serialise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MARKER = re.compile(r"\s*\[\[khối ([a-z0-9-]+)\]\]\s*")
_SIGN = "[[khối ".encode()
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


class UnknownBlockError(ValueError):
    """A marker names a block that is not there; `args[0]` is its name."""


class RichBlockError(ValueError):
    """A block holds a picture, a link or another thing kept outside its text; `args[0]` is its name."""


def compose(template: bytes, blocks: Mapping[str, bytes]) -> bytes:
    """A template with every paragraph `[[khối NAME]]` replaced by the content of that block.

    Args:
        template: A DOCX file.
        blocks: Name → DOCX file whose body, its page set-up excepted, is the block's content.

    Returns:
        The composed DOCX file, byte for byte the same for the same arguments; `template` itself where it
        has no marker. Styles that only a block knows are added, with the whole look they have there.
        Markers in headers and footers count too.

    Raises:
        UnknownBlockError: If a marker names no block.
        RichBlockError: If a block needs parts besides its text and styles.
    """
    package = open_package(template)
    roots = {part: parse_part(package, part) for part in package.parts if _may_hold(package, part)}
    markers = [found for root in roots.values() for found in _markers(root)]
    if not markers:
        return template
    parts, styles_name = _with_styles(package)
    styles = parse_named(parts[styles_name], "", styles_name)
    for paragraph, name in markers:
        if name not in blocks:
            raise UnknownBlockError(name)
        block = open_package(blocks[name], name=name)
        _replace(paragraph, _content(parse_part(block, block.main), name))
        if others := block.related("styles"):
            add_styles(styles, parse_part(block, others))
    filled = {part: serialise(root) for part, root in roots.items()}
    return save_package(parts | filled | {styles_name: serialise(styles)})


def _may_hold(package: Package, part: str) -> bool:
    """Whether a part is one whose paragraphs can be markers: the body, a header or a footer."""
    return part == package.main or (
        package.content_type(part).endswith(("header+xml", "footer+xml")) and _SIGN in package.parts[part]
    )


def block_of(text: str) -> str | None:
    """The name of the block whose marker the text of a paragraph is; None if it is none."""
    match = _MARKER.fullmatch(text)
    return match[1] if match else None


def _with_styles(package: Package) -> tuple[dict[str, bytes], str]:
    """The parts with one for styles, added where the document has none, and its name."""
    if name := package.related("styles"):
        return dict(package.parts), name
    name, links = posixpath.join(posixpath.dirname(package.main), "kcStyles.xml"), rels_name(package.main)
    declared = f'<Override PartName="/{name}" ContentType="{_STYLES_TYPE}"/>'
    link = f'<Relationship Id="rIdKcStyles" Type="{_R[1:-1]}/styles" Target="/{name}"/>'
    return dict(package.parts) | {
        CONTENT_TYPES: appended(package.parts[CONTENT_TYPES], declared),
        links: appended(package.parts.get(links, _NO_RELATIONS), link),
        name: f'<w:styles xmlns:w="{_W[1:-1]}"/>'.encode(),
    }, name


def _markers(document: _Element) -> list[tuple[_Element, str]]:
    found = []
    for paragraph in document.iter(f"{_W}p"):
        name = block_of("".join(text.text or "" for text in paragraph.iter(f"{_W}t")))
        if name is not None:
            found.append((paragraph, name))
    return found


def _content(document: _Element, name: str) -> list[_Element]:
    inside = document.iterfind(f"{_W}body/*")
    content = [copy.deepcopy(item) for item in inside if item.tag != f"{_W}sectPr"]
    for item in content:
        if any(str(key).startswith(_R) for element in item.iter() for key in element.attrib):
            raise RichBlockError(name)
    return content


def _replace(paragraph: _Element, content: Iterable[_Element]) -> None:
    for item in content:
        paragraph.addprevious(item)
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)

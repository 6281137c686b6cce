"""Composing: shared blocks of a template put in the place of their markers."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from kcdocs.word.package import open_package, save_package
from kcdocs.word.tree import parse, serialise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MARKER = re.compile(r"\s*\[\[khối ([a-z0-9-]+)\]\]\s*")
_BODY, _STYLES = "word/document.xml", "word/styles.xml"


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
        has no marker. Styles that only a block knows are added.

    Raises:
        UnknownBlockError: If a marker names no block.
        RichBlockError: If a block needs parts besides its text and styles.
    """
    parts = dict(open_package(template).parts)
    body = parse(parts[_BODY])
    markers = _markers(body)
    if not markers:
        return template
    styles = parse(parts[_STYLES])
    for paragraph, name in markers:
        if name not in blocks:
            raise UnknownBlockError(name)
        block = open_package(blocks[name], name=name).parts
        _replace(paragraph, _content(parse(block[_BODY]), name))
        _add_styles(styles, parse(block[_STYLES]))
    parts[_BODY], parts[_STYLES] = serialise(body), serialise(styles)
    return save_package(parts)


def block_names(template: bytes) -> tuple[str, ...]:
    """The names of the blocks whose markers stand in a DOCX file, in order."""
    return tuple(name for _, name in _markers(parse(open_package(template).parts[_BODY])))


def _markers(body: _Element) -> list[tuple[_Element, str]]:
    found = []
    for paragraph in body.iter(f"{_W}p"):
        match = _MARKER.fullmatch("".join(text.text or "" for text in paragraph.iter(f"{_W}t")))
        if match:
            found.append((paragraph, match.group(1)))
    return found


def _content(body: _Element, name: str) -> list[_Element]:
    content = [copy.deepcopy(item) for item in body[0] if item.tag != f"{_W}sectPr"]
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


def _add_styles(styles: _Element, others: _Element) -> None:
    key = f"{_W}styleId"
    known = {style.get(key) for style in styles.iter(f"{_W}style")}
    for style in others.iter(f"{_W}style"):
        if style.get(key) not in known:
            styles.append(copy.deepcopy(style))

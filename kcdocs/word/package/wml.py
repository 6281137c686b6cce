"""Names of WordprocessingML and the small questions every reader of it asks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kcdocs.text.numbers import whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
"""The attribute that keeps blanks at the ends of a text."""

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

AROUND = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
"""Elements that stand around paragraphs, rows, cells or runs and show what is in them."""

PAGE_SIGNS = {"PAGE": "\ue102", "NUMPAGES": "\ue103", "SECTION": "\ue104", "SECTIONPAGES": "\ue105"}
"""Kind of a field that prints a number of pages, which programs count anew → the sign that stands for it."""

_FALSE = frozenset({"0", "false", "off", "none"})


@cache  # a reader asks the same few hundred paths of every paragraph
def w(path: str) -> str:
    """The path with each name in the WordprocessingML namespace: "pPr/numPr" for `find`."""
    return "/".join(W + name for name in path.split("/"))


def val(parent: _Element | None, path: str) -> str | None:
    """The `w:val` of the element at `path` below `parent`; None if either is absent."""
    found = _below(parent, path)
    return None if found is None else found.get(W + "val")


def number(parent: _Element | None, path: str) -> int | None:
    """The whole number in `w:val` of the element at `path`; None if absent or no number."""
    return whole_number(val(parent, path))


def on(parent: _Element | None, path: str) -> bool | None:
    """The on-off property at `path`; None where it is not set (ISO/IEC 29500-1, 17.17.4)."""
    found = _below(parent, path)
    return None if found is None else found.get(W + "val", "1") not in _FALSE


def _below(parent: _Element | None, path: str) -> _Element | None:
    """The first element at `path`, step by step: half the time of lxml's own `find`, which is asked most."""
    for tag in _steps(path):
        if parent is None:
            return None
        parent = next(parent.iterchildren(tag), None)
    return parent


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(W + name for name in path.split("/"))


def local(element: _Element) -> str:
    """The name of an element in the WordprocessingML namespace, empty for any other node."""
    tag = element.tag
    return tag[len(W) :] if isinstance(tag, str) and tag.startswith(W) else ""


def chosen(alternate: _Element) -> _Element:
    """The branch of an `mc:AlternateContent` that Word 2010 and later show."""
    branch = alternate.find(MC + "Choice")
    if branch is None:
        branch = alternate.find(MC + "Fallback")
    return alternate if branch is None else branch


def page_sign(code: str) -> str:
    """The sign that stands for a field that prints a number of pages; empty for any other code."""
    return PAGE_SIGNS.get((code.split(maxsplit=1) or [""])[0].upper(), "")


def elements(parent: _Element) -> Iterator[_Element]:
    """The children that are elements, comments and processing instructions left out."""
    return (child for child in parent if isinstance(child.tag, str))

"""A page laid out in advance with lines put on it: a template to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.word.package import open_package
from kcdocs.word.package.docx import save_package
from kcdocs.word.package.tree import parse_part, serialise
from kcdocs.word.package.wml import SPACE, W, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element


def with_lines(page: bytes, lines: Iterable[tuple[str, str]], foot: str = "") -> bytes:
    """A page with lines on it.

    Args:
        page: A DOCX file whose body is empty but for its page set-up.
        lines: Identifier of a paragraph style and the text, for each paragraph.
        foot: What stands at the foot of the first page; empty for nothing.
    """
    package = open_package(page)
    parts = dict(package.parts)
    document = parse_part(package, package.main)
    layout = next(document.iter(w("sectPr")))
    for style, text in lines:
        layout.addprevious(_paragraph(document, style, text))
    parts[package.main] = serialise(document)
    footer = package.related("footer")
    if foot and footer:
        root = parse_part(package, footer)
        root[:] = [_paragraph(root, "Normal", foot)]
        parts[footer] = serialise(root)
    return save_package(parts)


def _paragraph(root: _Element, style: str, text: str) -> _Element:
    made = root.makeelement(w("p"), {})
    look = made.makeelement(w("pPr"), {})
    look.append(look.makeelement(w("pStyle"), {W + "val": style}))
    run = made.makeelement(w("r"), {})
    shown = run.makeelement(w("t"), {SPACE: "preserve"})
    shown.text = text
    run.append(shown)
    made.extend([look, run])
    return made

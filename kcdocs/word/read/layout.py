"""The layout of a document in words: pages, and how each style looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.word.package.docx import open_package
from kcdocs.word.package.tree import parse
from kcdocs.word.package.wml import W, number, on, val, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_ALIGN = {"both": "đều hai bên", "center": "giữa", "left": "trái", "right": "phải"}


def layout_facts(document: bytes) -> dict[str, str]:
    """What a person sees of a document's layout.

    Returns:
        "trang 1" and so on for its sections, "kiểu «…»" for its paragraph styles → words on size, margins,
        letters, alignment and spacing.
    """
    package = open_package(document)
    body = parse(package.parts[package.main])
    styles = parse(package.parts.get("word/styles.xml", b"<styles/>"))
    facts = {f"phần trang {n}": _section(item) for n, item in enumerate(body.iter(f"{W}sectPr"), 1)}
    for style in styles.iter(f"{W}style"):
        if style.get(f"{W}type") == "paragraph" and (name := val(style, "name")):
            facts[f"kiểu «{name}»"] = _style(style)
    return facts


def lines_of(document: bytes) -> list[str]:
    """The text of a document's body, a paragraph a line, tags of a template included; no empty lines."""
    package = open_package(document)
    body = parse(package.parts[package.main])
    texts = ("".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p"))
    return [text for text in texts if text.strip()]


def _section(section: _Element) -> str:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    edges = (("top", "trên"), ("bottom", "dưới"), ("left", "trái"), ("right", "phải"))
    shown = [f"{words} {_millimetres(margins, edge)}" for edge, words in edges]
    hidden = ", trang đầu không số" if section.find(w("titlePg")) is not None else ""
    return f"{_millimetres(size, 'w')} x {_millimetres(size, 'h')} mm, lề {', '.join(shown)} mm{hidden}"


def _style(style: _Element) -> str:
    half = number(style, "rPr/sz")
    parts = [f"cỡ {half / 2:g}".replace(".", ",") if half else "cỡ mặc định"]
    parts += [words for path, words in (("rPr/b", "đậm"), ("rPr/i", "nghiêng")) if on(style, path)]
    parts += [_ALIGN.get(val(style, "pPr/jc") or "", "căn mặc định")]
    spacing, indent = style.find(w("pPr/spacing")), style.find(w("pPr/ind"))
    for element, key, words in (
        (spacing, "before", "cách trên"),
        (spacing, "after", "cách dưới"),
        (spacing, "line", "giãn dòng"),
        (indent, "firstLine", "thụt dòng đầu"),
        (indent, "left", "lề trái"),
    ):
        value = element.get(W + key) if element is not None else None
        parts += [f"{words} {int(value) / 20:g} điểm".replace(".", ",")] if value not in {None, "0"} else []
    return ", ".join(parts)


def _millimetres(element: _Element | None, key: str) -> str:
    value = element.get(W + key) if element is not None else None
    return str(round(int(value) * 25.4 / 1440)) if value else "?"

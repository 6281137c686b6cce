"""Styles of a shared block brought into any host: each carries the font, colour and language of its block."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from kcdocs.word.package.tree import serialise
from kcdocs.word.package.wml import W, local, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_RUN = """
rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
lang eastAsianLayout specVanish oMath
"""
_PARAGRAPH = """
pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
"""
_STYLE = """
name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr
"""
"""The order of elements (ECMA-376 part 1, 17.3.2.28, 17.3.1.26 and 17.7.4.17)."""


def add_styles(styles: _Element, block: _Element) -> None:
    """Add the styles that only a block knows, each with the whole look that it has there.

    A paragraph style rests on the defaults of its own document; in another it would take the font of that. So
    what it rests on, as far as the host has another look for it, is written into it.

    Args:
        styles: Root of the host's styles part.
        block: Root of the block's.
    """
    known = {style.get(W + "styleId") for style in styles.iter(w("style"))}
    bases = {style.get(W + "styleId"): style for style in block.iter(w("style"))}
    same = _look(styles) == _look(block)
    for style in block.iter(w("style")):
        if style.get(W + "styleId") not in known:
            paragraph = style.get(W + "type") == "paragraph"
            styles.append(copy.deepcopy(style) if same or not paragraph else _whole(style, bases, block))


def _look(styles: _Element) -> list[bytes]:
    """What a paragraph style rests on: the defaults, and the style of plain paragraphs."""
    return [serialise(root) for root in (*styles.iter(w("docDefaults")), *_plain(styles))]


def _plain(styles: _Element) -> Iterator[_Element]:
    for style in styles.iter(w("style")):
        if style.get(W + "type") == "paragraph" and style.get(W + "default") == "1":
            yield style


def _whole(style: _Element, bases: dict[str | None, _Element], block: _Element) -> _Element:
    """A copy that rests on nothing: the defaults, the styles below it, and over them its own look."""
    chain = [style]
    while (below := bases.get(val(chain[-1], "basedOn"))) is not None and below not in chain:
        chain.append(below)
    layers = [*reversed(chain)]
    defaults = block.find(w("docDefaults"))
    made = copy.deepcopy(style)
    for name, path, order in (
        ("rPr", "rPrDefault/rPr", _RUN),
        ("pPr", "pPrDefault/pPr", _PARAGRAPH),
    ):
        under = [] if defaults is None else defaults.findall(w(path))
        _fill(made, name, [*under, *(look for layer in layers for look in layer.findall(w(name)))], order)
    for base in made.findall(w("basedOn")):
        made.remove(base)
    made[:] = sorted(made, key=lambda child: _place(child, _STYLE))
    return made


def _fill(style: _Element, name: str, looks: Iterable[_Element], order: str) -> None:
    found = {child.tag: child for look in looks for child in look if local(child)}
    for old in style.findall(w(name)):
        style.remove(old)
    if found:
        own = style.makeelement(w(name), {})
        own.extend(copy.deepcopy(child) for child in found.values())
        own[:] = sorted(own, key=lambda child: _place(child, order))
        style.append(own)


def _place(child: _Element, order: str) -> int:
    names, name = order.split(), local(child)
    return names.index(name) if name in names else len(names)

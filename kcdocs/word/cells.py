"""Properties of table cells in the order the schema asks for (ECMA-376 part 1, 17.4.69)."""

from __future__ import annotations

import re

_ORDER = (
    "cnfStyle",
    "tcW",
    "gridSpan",
    "hMerge",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
    "hideMark",
)
_PROPERTIES = re.compile(r"(<w:tcPr>)(.*?)(</w:tcPr>)", re.DOTALL)
_CHILD = re.compile(r'<w:(\w+)(?:[^<>"]|"[^"]*")*?(?:/>|>.*?</w:\1>)', re.DOTALL)
_RANKS = {name: rank for rank, name in enumerate(_ORDER)}


def order_cell_properties(source: str) -> str:
    """Put the properties of each cell in order, wherever docxtpl has put those it adds.

    Args:
        source: A part prepared for the template language; attributes may hold tags.
    """
    return _PROPERTIES.sub(_ordered, source)


def _ordered(found: re.Match[str]) -> str:
    children = [(_RANKS.get(child[1], len(_RANKS)), child[0]) for child in _CHILD.finditer(found[2])]
    if "".join(text for _, text in children) != found[2]:
        return found[0]
    return found[1] + "".join(text for _, text in sorted(children, key=lambda child: child[0])) + found[3]

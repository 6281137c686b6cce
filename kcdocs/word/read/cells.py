"""Properties of table cells in the order the schema asks for (ECMA-376 part 1, 17.4.69)."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_PROPERTIES = re.compile(r"(<w:tcPr>)((?:(?!</?w:tcPr>).)*)(</w:tcPr>)", re.DOTALL)
_TAG = re.compile(r'<(?P<end>/?)w:(?P<name>\w++)(?>(?:[^<>"/]++|/(?!>)|"[^"]*+")*)(?P<empty>/?)>')
_RANKS = {name: rank for rank, name in enumerate(_ORDER)}


def order_cell_properties(source: str) -> str:
    """Put the properties of each cell in order, wherever docxtpl has put those it adds.

    Args:
        source: A part prepared for the template language; attributes may hold tags.
    """
    return _PROPERTIES.sub(_ordered, source)


def _ordered(found: re.Match[str]) -> str:
    children = [(_RANKS.get(name, len(_RANKS)), child) for name, child in _children(found[2])]
    if "".join(text for _, text in children) != found[2]:
        return found[0]
    return found[1] + "".join(text for _, text in sorted(children, key=lambda child: child[0])) + found[3]


def _children(properties: str) -> Iterator[tuple[str, str]]:
    """The name and the text of each child element."""
    name, start, depth = "", 0, 0
    for tag in _TAG.finditer(properties):
        if depth == 0:
            name, start = tag["name"], tag.start()
        if not tag["empty"]:
            depth += -1 if tag["end"] else 1
        if depth == 0:
            yield name, properties[start : tag.end()]

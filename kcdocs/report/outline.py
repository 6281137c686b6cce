"""An instrument as an indented outline: each provision with its label and the start of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kcdocs.law.kinds import NUMBERED
from kcdocs.model.address import SPOKEN

if TYPE_CHECKING:
    from kcdocs.model.instrument import Node

_INDENT = "  "


def render(nodes: Iterable[Node], *, width: int = 80) -> str:
    """The outline.

    Args:
        nodes: Top provisions.
        width: Columns of a line; words that do not fit are cut off with "…".
    """
    return "\n".join(line for node in nodes for line in _lines(node, 0, width))


def _lines(node: Node, depth: int, width: int) -> Iterator[str]:
    label = f" {node.label}" if node.label and node.kind in NUMBERED else ""
    words = " ".join((node.text or " ".join(line.text for line in node.lines)).split())
    line = f"{_INDENT * depth}{SPOKEN[node.kind]}{label}" + (f" · {words}" if words else "")
    yield line if len(line) <= width else line[: width - 1].rstrip() + "…"
    for child in node.children:
        yield from _lines(child, depth + 1, width)

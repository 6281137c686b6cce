"""What rows and units of a comparison are called in every medium."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.address import SPOKEN
from kcdocs.report.words import capital, class_words, label_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.model.comparison import ChangeClass, Row
    from kcdocs.model.instrument import Node
    from kcdocs.report.units import RowUnit


def classes(changes: Iterable[ChangeClass]) -> str:
    """Names of classes, parted by commas."""
    return ", ".join(map(class_words, changes))


def spoken(nodes: Iterable[Node]) -> str:
    """Addresses as a person writes them, parted by commas."""
    return ", ".join(node.address.spoken() for node in nodes)


def where(row: Row) -> str:
    """Where a row stands and, if elsewhere, where it stood: "khoản 1 Điều 3 (trước là khoản 1 Điều 2)"."""
    was = before(row)
    return f"{spoken(row.news or row.olds)} ({was})" if was else spoken(row.news)


def renamed(row: Row) -> bool:
    """Whether a row's two sides stand at different addresses."""
    return bool(row.olds and row.news) and spoken(row.olds) != spoken(row.news)


def title(unit: RowUnit) -> str:
    """A unit's label and the first line of its heading, or what it is where it bears no label."""
    return heading((unit.head.news or unit.head.olds)[0])


def heading(node: Node) -> str:
    """A provision's label and the first line of its words, or what it is where it bears no label."""
    label = label_words(node)
    return f"{label} {node.text.partition(chr(10))[0]}".strip() if label else capital(SPOKEN[node.kind])


def before(row: Row) -> str:
    """Where a row stood if elsewhere, or that it stood in the old text only; empty otherwise."""
    if not row.news:
        return "của văn bản cũ"
    return f"trước là {spoken(row.olds)}" if renamed(row) else ""


def title_before(unit: RowUnit) -> str:
    """A unit's title and where it was before, if elsewhere."""
    was = before(unit.head)
    return f"{title(unit)} ({was})" if was else title(unit)

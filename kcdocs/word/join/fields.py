"""The codes of fields, however many pieces Word has torn them into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kcdocs.word.package.wml import W, local

if TYPE_CHECKING:
    from lxml.etree import _Element


def rewrite_codes(root: _Element, change: Callable[[str], str]) -> None:
    """Give each field the code that `change` makes of its own."""
    for field in root.iter(f"{W}fldSimple"):
        field.set(f"{W}instr", change(field.get(f"{W}instr", "")))
    for pieces in list(_codes(root)):
        code = "".join(piece.text or "" for piece in pieces)
        changed = change(code)
        if changed != code:
            for piece in pieces:
                piece.text = ""
            pieces[0].text = changed


def _codes(root: _Element) -> Iterator[list[_Element]]:
    """The pieces of each field's code; a field within a field has its own."""
    begun: list[list[_Element]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = element.get(f"{W}fldCharType")
        if local(element) == "instrText":
            if begun:
                begun[-1].append(element)
        elif kind == "begin":
            begun.append([])
        elif kind == "end" and begun and (pieces := begun.pop()):
            yield pieces

"""Islands: one or two words left standing between two greater differences are part of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.diff import limits
from kcdocs.diff.classify import gravest_first
from kcdocs.model.comparison import ChangeClass, Edit, Row
from kcdocs.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_SWALLOWED = (None, ChangeClass.FORM, ChangeClass.ENCODING)
_WORDS = frozenset({ChangeClass.SUBSTANCE, ChangeClass.FORM, ChangeClass.ENCODING})


def join_islands(row: Row) -> Row:
    """Join differences of substance with what stands between them, if it is smaller than either.

    Numbers and references are never taken in.

    Args:
        row: A row whose edits stand as they were found.
    """
    if ChangeClass.SUBSTANCE not in row.changes or len(row.edits) < 3:
        return row
    old_text, new_text = row.old_text, row.new_text
    edits: list[Edit] = []
    for edit in row.edits:
        edits.append(edit)
        while len(edits) >= 3 and _island(edits[-3:], old_text, new_text):
            last, _, first = edits.pop(), edits.pop(), edits.pop()
            span_old, span_new = Span(first.old.start, last.old.end), Span(first.new.start, last.new.end)
            edits.append(Edit(span_old, span_new, ChangeClass.SUBSTANCE))
    words = {edit.change for edit in edits if edit.change is not None}
    return replace(row, edits=tuple(edits), changes=gravest_first((set(row.changes) - _WORDS) | words))


def _island(edits: Sequence[Edit], old_text: str, new_text: str) -> bool:
    first, middle, last = edits
    if middle.change not in _SWALLOWED or {first.change, last.change} != {ChangeClass.SUBSTANCE}:
        return False
    words = middle.old.of(old_text) + middle.new.of(new_text)
    size = _size(middle, old_text, new_text)
    if size > limits.ISLAND or any(character.isdigit() or character == "\n" for character in words):
        return False
    return all(_size(edit, old_text, new_text) > size for edit in (first, last))


def _size(edit: Edit, old_text: str, new_text: str) -> int:
    return max(len(edit.old.of(old_text).split()), len(edit.new.of(new_text).split()))

"""Islands: one or two words left standing between two greater differences are part of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.diff import limits
from kcdocs.diff.classify import SPELLED, with_edits
from kcdocs.model.comparison import ChangeClass, Edit, Row
from kcdocs.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_SWALLOWED = (None, *SPELLED)


def join_islands(row: Row) -> Row:
    """Join differences of substance with what stands between them, if it is smaller than either.

    A difference of form right beside one of substance is part of it too, if it is smaller: "Nghề thủ công"
    became "Đổi mới và Thủ công". Numbers and references are never taken in.

    Args:
        row: A row whose edits stand as they were found.
    """
    if ChangeClass.SUBSTANCE not in row.changes or len(row.edits) < 3:
        return row
    old_text, new_text = row.old_text, row.new_text
    edits: list[Edit] = []
    for edit in row.edits:
        edits.append(edit)
        while width := _to_join(edits, old_text, new_text):
            edits[-width:] = [_joined(edits[-width:])]
    return with_edits(row, edits)


def _to_join(edits: Sequence[Edit], old_text: str, new_text: str) -> int:
    """How many of the last edits are one: two of substance side by side, three around an island, else 0."""
    if [edit.change for edit in edits[-2:]] == [ChangeClass.SUBSTANCE] * 2:
        return 2
    last = edits[-3:]
    if len(last) == 3 and (_island(last, old_text, new_text) or _beside(last, old_text, new_text)):
        return 3
    return 0


def _joined(edits: Sequence[Edit]) -> Edit:
    old = Span(edits[0].old.start, edits[-1].old.end)
    return Edit(old, Span(edits[0].new.start, edits[-1].new.end), ChangeClass.SUBSTANCE)


def _beside(edits: Sequence[Edit], old_text: str, new_text: str) -> bool:
    """Whether a difference of form has nothing but a space between itself and a greater one of substance."""
    first, middle, last = edits
    if middle.change is not None or middle.old.of(old_text) != " ":
        return False
    form, other = sorted((first, last), key=lambda edit: edit.change is ChangeClass.SUBSTANCE)
    if form.change not in SPELLED or other.change is not ChangeClass.SUBSTANCE:
        return False
    words = form.old.of(old_text) + form.new.of(new_text)
    size = _size(form, old_text, new_text)
    return size <= limits.ISLAND and size < _size(other, old_text, new_text) and "\n" not in words


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

"""A row's words as pieces to be shown: kept, struck out or put in."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kcdocs.model.comparison import ChangeClass
from kcdocs.report.words import label_words
from kcdocs.text.normalise import INVISIBLE, fold_lookalikes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.model.comparison import Row
    from kcdocs.model.instrument import Node


class TextSide(StrEnum):
    """Which of the two texts a piece stands in."""

    BOTH = "giu"
    OLD = "bo"
    NEW = "them"


class Piece(NamedTuple):
    """Characters that stand in both texts or in one of them.

    Attributes:
        text: The characters.
        side: Where they stand.
        change: Why they stand only there; None for characters of both texts.
        phrase: Index of the replacement of a phrase they belong to, or -1.
    """

    text: str
    side: TextSide = TextSide.BOTH
    change: ChangeClass | None = None
    phrase: int = -1


def changes_of(row: Row) -> tuple[ChangeClass, ...]:
    """The classes of a row, gravest first; an added or removed row has its class even if none is given."""
    if row.changes:
        return row.changes
    if not row.olds:
        return (ChangeClass.ADDED,)
    return () if row.news else (ChangeClass.REPEALED,)


def body(row: Row) -> tuple[Piece, ...]:
    """The words of a row without labels; the pieces of one side, joined, are that side's text."""
    if not row.olds:
        return _whole(row.new_text, TextSide.NEW, ChangeClass.ADDED)
    if not row.news:
        return _whole(row.old_text, TextSide.OLD, ChangeClass.REPEALED)
    if not row.edits:
        return _whole(row.new_text, TextSide.BOTH, None)
    return tuple(_pieces(row))


def labels(row: Row) -> tuple[Piece, ...]:
    """The labels of a row in one column: one piece where both sides bear the same, else both."""
    old, new = _labels(row.olds), _labels(row.news)
    if old == new:
        return _whole(old, TextSide.BOTH, None)
    change = _label_change(row)
    return (*_whole(old, TextSide.OLD, change), *_whole(new, TextSide.NEW, change))


def sided(row: Row, one: TextSide) -> tuple[tuple[Piece, ...], ...]:
    """What a reader of one text sees of a row: for each provision of that side its label and words."""
    pieces = [piece for piece in body(row) if piece.side in (one, TextSide.BOTH)]
    others = {label_words(node) for node in (row.news if one is TextSide.OLD else row.olds)}
    shown = []
    for node in row.olds if one is TextSide.OLD else row.news:
        words, pieces = _cut(pieces, len(node.text))
        _, pieces = _cut(pieces, 1)
        label = label_words(node)
        same = label in others
        where, change = (TextSide.BOTH, None) if same else (one, _label_change(row))
        gap = _whole(" ", TextSide.BOTH, None) if label and words else ()
        shown.append((*_whole(label, where, change), *gap, *words))
    return tuple(shown)


def _whole(text: str, where: TextSide, change: ChangeClass | None) -> tuple[Piece, ...]:
    return (Piece(text, where, change),) if text else ()


def _pieces(row: Row) -> Iterator[Piece]:
    old_text, new_text = row.old_text, row.new_text
    for edit in row.edits:
        if edit.change is None:
            yield from _whole(edit.new.of(new_text), TextSide.BOTH, None)
            continue
        for words, where in ((edit.old.of(old_text), TextSide.OLD), (edit.new.of(new_text), TextSide.NEW)):
            if words:
                yield Piece(words, where, edit.change, edit.phrase)


def _labels(nodes: Sequence[Node]) -> str:
    return " + ".join(words for words in map(label_words, nodes) if words)


def _label_change(row: Row) -> ChangeClass:
    if not row.olds:
        return ChangeClass.ADDED
    return ChangeClass.TECHNICAL if row.news else ChangeClass.REPEALED


def revealed(piece: Piece) -> str:
    """The characters of a piece; for a change of encoding what cannot be seen is named ("<U+00A0>")."""
    if piece.change is not ChangeClass.ENCODING:
        return piece.text
    shown = "".join(char if _plain(char) else f"{_ink(char)}<U+{ord(char):04X}>" for char in piece.text)
    return shown if unicodedata.is_normalized("NFC", piece.text) else f"{shown}<NFD>"


def _plain(char: str) -> bool:
    return char in " \n" or not (char.isspace() or char in INVISIBLE or fold_lookalikes(char) != char)


def _ink(char: str) -> str:
    return char if char.isalpha() else ""


def _cut(pieces: Sequence[Piece], length: int) -> tuple[list[Piece], list[Piece]]:
    """The first `length` characters and the rest."""
    first: list[Piece] = []
    for index, piece in enumerate(pieces):
        if len(piece.text) > length:
            head, tail = piece._replace(text=piece.text[:length]), piece._replace(text=piece.text[length:])
            return [*first, *([head] if length else [])], [tail, *pieces[index + 1 :]]
        first.append(piece)
        length -= len(piece.text)
    return first, []

"""Phrases: the same replacement of words in many places is one change."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.diff.classify import gravest_first
from kcdocs.model.comparison import ChangeClass, Edit, PhraseChange, Row
from kcdocs.text.variants import spelling_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.model.address import Address

_PLACES = 3

Key = tuple[str, str]
"""What is replaced and by what, in the form that ignores spelling."""


def mine(rows: Iterable[Row]) -> tuple[list[Row], list[PhraseChange]]:
    """Find replacements of words made in three places or more.

    Numbers replaced by numbers are no phrases; what is only put in or only taken out must have two
    syllables.

    Args:
        rows: The rows, their edits not yet joined across islands.

    Returns:
        The rows with such edits classed as phrase replacements, and the replacements in order of first place.
    """
    kept = list(rows)
    found: dict[Key, list[tuple[str, str, Address]]] = defaultdict(list)
    for row in kept:
        for edit, key in _candidates(row):
            found[key].append(
                (edit.old.of(row.old_text).strip(), edit.new.of(row.new_text).strip(), row.address)
            )
    many = {key: places for key, places in found.items() if len(places) >= _PLACES}
    index = {key: place for place, key in enumerate(many)}
    phrases = [_phrase(places) for places in many.values()]
    return [_marked(row, index) for row in kept] if many else kept, phrases


def _candidates(row: Row) -> Iterator[tuple[Edit, Key]]:
    if not row.olds or not row.news or ChangeClass.SUBSTANCE not in row.changes:
        return
    old_text, new_text = row.old_text, row.new_text
    for edit in row.edits:
        if edit.change is ChangeClass.SUBSTANCE:
            key = _form(edit.old.of(old_text)), _form(edit.new.of(new_text))
            if all(_wordy(side) for side in key if side) and (all(key) or " " in "".join(key)):
                yield edit, key


def _form(text: str) -> str:
    return " ".join(spelling_form(text).split())


def _wordy(text: str) -> bool:
    return any(character.isalpha() for character in text) and not any(
        character.isdigit() for character in text
    )


def _phrase(places: Sequence[tuple[str, str, Address]]) -> PhraseChange:
    (old, new), _ = Counter((old, new) for old, new, _ in places).most_common(1)[0]
    return PhraseChange(old, new, tuple(address for _, _, address in places))


def _marked(row: Row, index: dict[Key, int]) -> Row:
    phrase = {id(edit): index[key] for edit, key in _candidates(row) if key in index}
    if not phrase:
        return row
    edits = tuple(
        replace(edit, change=ChangeClass.PHRASE, phrase=phrase[id(edit)]) if id(edit) in phrase else edit
        for edit in row.edits
    )
    words = {edit.change for edit in edits if edit.change is not None}
    changes = (set(row.changes) - {ChangeClass.SUBSTANCE}) | words
    return replace(row, edits=edits, changes=gravest_first(changes))

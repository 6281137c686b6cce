"""Phrases: the same replacement of words in many places is one change."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.diff import limits
from kcdocs.diff.classify import gravest_first
from kcdocs.model.comparison import ChangeClass, Edit, PhraseChange, Row
from kcdocs.text.variants import spelling_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


EditPlace = tuple[Row, Edit]
"""Where a replacement stands."""

Key = tuple[str, str]
"""What is replaced and by what, in the form that ignores spelling."""


def mark_phrases(rows: Iterable[Row]) -> tuple[list[Row], list[PhraseChange]]:
    """Find replacements of words made in three places or more.

    Numbers replaced by numbers are no phrases; what is only put in or only taken out must have two
    syllables.

    Args:
        rows: The rows, their edits not yet joined across islands.

    Returns:
        The rows with such edits classed as phrase replacements, and the replacements in order of first place.
    """
    kept = list(rows)
    found: dict[Key, list[EditPlace]] = defaultdict(list)
    for row in kept:
        for edit, key in _candidates(row):
            found[key].append((row, edit))
    many = {key: places for key, places in found.items() if len(places) >= limits.PHRASE_PLACES}
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


def _phrase(places: Sequence[EditPlace]) -> PhraseChange:
    """The replacement with the words around it that are the same in all places: "cấp huyện", not "huyện"."""
    words = Counter(
        (edit.old.of(row.old_text).strip(), edit.new.of(row.new_text).strip()) for row, edit in places
    )
    (old, new), _ = words.most_common(1)[0]
    texts = [item for row, edit in places for item in ((row.old_text, edit.old), (row.new_text, edit.new))]
    before = _common([text[: span.start].split()[::-1] for text, span in texts])[::-1]
    after = _common([text[span.end :].split() for text, span in texts])
    old, new = (" ".join(filter(None, (*before, side, *after))) for side in (old, new))
    return PhraseChange(old, new, tuple(row.address for row, _ in places))


def _common(lists: Iterable[Sequence[str]]) -> list[str]:
    """The first words that all lists share, up to a sign or a number."""
    found: list[str] = []
    for words in zip(*lists, strict=False):
        if len(set(words)) > 1 or not words[0].isalpha() or len(found) == limits.PHRASE_AROUND:
            break
        found.append(words[0])
    return found


def _marked(row: Row, index: dict[Key, int]) -> Row:
    phrase = {edit: index[key] for edit, key in _candidates(row) if key in index}
    if not phrase:
        return row
    edits = tuple(
        replace(edit, change=ChangeClass.PHRASE, phrase=phrase[edit]) if edit in phrase else edit
        for edit in row.edits
    )
    words = {edit.change for edit in edits if edit.change is not None}
    changes = (set(row.changes) - {ChangeClass.SUBSTANCE}) | words
    return replace(row, edits=edits, changes=gravest_first(changes))

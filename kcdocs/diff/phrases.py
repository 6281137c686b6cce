"""Phrases: the same replacement of words in many places is one change."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kcdocs.diff import limits
from kcdocs.diff.classify import with_edits
from kcdocs.model.comparison import ChangeClass, Edit, PhraseChange, Row
from kcdocs.model.span import Span
from kcdocs.text.variants import spelling_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Key = tuple[str, str]
"""What is replaced and by what, in the form that ignores spelling."""

_JOINED = frozenset({ChangeClass.SUBSTANCE, ChangeClass.FORM, ChangeClass.ENCODING})


class Candidate(NamedTuple):
    """A replacement in one place.

    Attributes:
        row: The row it stands in.
        first: The first of its edits.
        end: The one behind its last.
        key: What is replaced and by what, in the form that ignores spelling.
    """

    row: Row
    first: int
    end: int
    key: Key

    @property
    def spans(self) -> tuple[Span, Span]:
        """Where it stands on both sides."""
        return _spans(self.row, self.first, self.end)

    @property
    def words(self) -> tuple[str, str]:
        """What is replaced and by what, as written."""
        return _said(self.row, self.first, self.end)


Phrase = tuple[Key, tuple[str, str]]
"""What a replacement is known by, and its words with those around it that all places share."""


def candidates(row: Row) -> list[Candidate]:
    """All that may be a replacement of words in a row: several differences taken together, then single ones.

    Args:
        row: The row, its edits not yet joined across islands.
    """
    differences = list(_differences(row))
    return [*_clusters(row, differences), *_singles(row, differences)]


def find_phrases(found: Iterable[Candidate]) -> list[Phrase]:
    """Find replacements of words made in three places or more, in order of their first place.

    Numbers replaced by numbers are no phrases; what is only put in or only taken out must have two syllables.
    Several differences with a word or two between them are one replacement where none of them stands alone
    elsewhere.

    Args:
        found: What may be a replacement, in all rows.
    """
    singles, clusters = _places(found)
    joint = {key: places for key, places in clusters.items() if _only_together(places, singles)}
    inside = {
        (place.row.key, k)
        for places in joint.values()
        for place in places
        for k in range(place.first, place.end)
    }
    for key, places in singles.items():
        outside = [place for place in places if (place.row.key, place.first) not in inside]
        if len(outside) >= limits.PHRASE_PLACES:
            joint[key] = outside
    return [(key, _words(places)) for key, places in joint.items()]


def _places(found: Iterable[Candidate]) -> list[dict[Key, list[Candidate]]]:
    """The places of the replacements made in three places or more: of single differences, and of several."""
    kinds: list[dict[Key, list[Candidate]]] = [defaultdict(list), defaultdict(list)]
    for candidate in found:
        kinds[candidate.end - candidate.first > 1][candidate.key].append(candidate)
    return [
        {key: places for key, places in kind.items() if len(places) >= limits.PHRASE_PLACES} for kind in kinds
    ]


def _singles(row: Row, differences: Iterable[tuple[int, Edit]]) -> Iterator[Candidate]:
    for place, edit in differences:
        if edit.change is ChangeClass.SUBSTANCE:
            yield from _candidate(row, place, place + 1)


def _clusters(row: Row, differences: Iterable[tuple[int, Edit]]) -> Iterator[Candidate]:
    """Differences that have no more than a word or two between them."""
    run: list[int] = []
    for place, _ in chain(differences, [(-1, None)]):
        if run and (place < 0 or not _near(row, run[-1], place)):
            if len(run) > 1:
                yield from _candidate(row, run[0], run[-1] + 1)
            run = []
        run.append(place)


def _candidate(row: Row, first: int, end: int) -> Iterator[Candidate]:
    key = _key(row, first, end)
    if _is_phrase(key):
        yield Candidate(row, first, end, key)


def _key(row: Row, first: int, end: int) -> Key:
    old, new = _said(row, first, end)
    return _form(old), _form(new)


def _said(row: Row, first: int, end: int) -> tuple[str, str]:
    old, new = _spans(row, first, end)
    return old.of(row.old_text), new.of(row.new_text)


def _spans(row: Row, first: int, end: int) -> tuple[Span, Span]:
    start, last = row.edits[first], row.edits[end - 1]
    return Span(start.old.start, last.old.end), Span(start.new.start, last.new.end)


def _differences(row: Row) -> Iterator[tuple[int, Edit]]:
    if row.olds and row.news and ChangeClass.SUBSTANCE in row.changes:
        for place, edit in enumerate(row.edits):
            if edit.change in _JOINED:
                yield place, edit


def _near(row: Row, before: int, after: int) -> bool:
    between = row.edits[before + 1 : after]
    words = "".join(edit.new.of(row.new_text) for edit in between)
    alike = all(edit.change is None for edit in between)
    return alike and len(words.split()) <= limits.ISLAND and "\n" not in words


def _is_phrase(key: Key) -> bool:
    return all(_wordy(side) for side in key if side) and (all(key) or " " in "".join(key))


def _only_together(places: Sequence[Candidate], singles: dict[Key, list[Candidate]]) -> bool:
    """Whether none of the differences in a replacement stands alone in another place."""
    parts = Counter(
        _key(place.row, k, k + 1)
        for place in places
        for k in range(place.first, place.end)
        if place.row.edits[k].change is ChangeClass.SUBSTANCE
    )
    return all(len(singles.get(key, ())) <= count for key, count in parts.items())


def _form(text: str) -> str:
    return " ".join(spelling_form(text).split())


def _wordy(text: str) -> bool:
    if text.replace(" ", "").isalpha():  # for speed only
        return True
    return any(map(str.isalpha, text)) and not any(map(str.isdigit, text))


def _words(places: Sequence[Candidate]) -> tuple[str, str]:
    """The replacement with the words around it that are the same in all places: "cấp huyện", not "huyện"."""
    written = Counter((old.strip(), new.strip()) for old, new in (place.words for place in places))
    (old, new), _ = written.most_common(1)[0]
    texts = [
        (text, span)
        for place in places
        for text, span in zip((place.row.old_text, place.row.new_text), place.spans, strict=True)
    ]
    before = _common([text[: span.start].split()[::-1] for text, span in texts])[::-1]
    after = _common([text[span.end :].split() for text, span in texts])
    old, new = (" ".join(filter(None, (*before, side, *after))) for side in (old, new))
    return old, new


def _common(lists: Iterable[Sequence[str]]) -> list[str]:
    """The first words that all lists share, up to a sign or a number."""
    found: list[str] = []
    for words in zip(*lists, strict=False):
        if len(set(words)) > 1 or not words[0].isalpha() or len(found) == limits.PHRASE_AROUND:
            break
        found.append(words[0])
    return found


def marked(row: Row, numbers: dict[Key, int], places: Iterable[Candidate]) -> Row:
    """A row with its replacements of phrases classed as such.

    Args:
        row: The row.
        numbers: The number of each phrase, by its key.
        places: All that may be a replacement in it.
    """
    found = [candidate for candidate in places if candidate.key in numbers]
    if not found:
        return row
    edits: list[Edit | None] = list(row.edits)
    for candidate in found:
        if None not in edits[candidate.first : candidate.end]:
            phrase = Edit(*candidate.spans, ChangeClass.PHRASE, numbers[candidate.key])
            edits[candidate.first : candidate.end] = [phrase, *[None] * (candidate.end - candidate.first - 1)]
    return with_edits(row, [edit for edit in edits if edit is not None])


def told_phrases(
    rows: Sequence[Row], words: Sequence[tuple[str, str]]
) -> tuple[list[Row], list[PhraseChange]]:
    """The replacements that stand in the rows, with all their places, and the rows numbered so.

    Args:
        rows: The rows, classed.
        words: The words of every phrase by the number it has in the rows.
    """
    places: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        for edit in row.edits:
            if edit.phrase >= 0:
                places[edit.phrase].append(row)
    numbers = {number: place for place, number in enumerate(places)}
    told = [
        PhraseChange(*words[number], tuple(row.address for row in found)) for number, found in places.items()
    ]
    return [_numbered(row, numbers) for row in rows], told


def _numbered(row: Row, numbers: dict[int, int]) -> Row:
    if all(numbers.get(edit.phrase, edit.phrase) == edit.phrase for edit in row.edits):
        return row
    edits = (replace(edit, phrase=numbers.get(edit.phrase, -1)) for edit in row.edits)
    return replace(row, edits=tuple(edits))

"""Footnotes: they are no provisions and have no rows, so that each that differs is a finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.diff import limits
from kcdocs.diff.classify import SPELLED, letters, weigh
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.model.instrument import Instrument
    from kcdocs.model.line import Note

_DIFFERS = Declared(
    "DF206",
    Severity.WARNING,
    "A footnote that differs.",
    "Chú thích {label} khác nhau: trước là {old}; nay là {new}.",
    mend="Xem chú thích này trong hai văn bản.",
)

_ONE_SIDED = Declared(
    "DF207",
    Severity.WARNING,
    "Only one of the two texts has footnotes.",
    "Chỉ «{name}» có chú thích ({count} chú thích); không có gì để so sánh với các chú thích này.",
    mend="Xem các chú thích trong văn bản.",
)

_FORMAL = Declared(
    "DF210",
    Severity.WARNING,
    "A footnote that differs in form only.",
    "Chú thích {label} chỉ khác về hình thức: trước là {old}; nay là {new}.",
    mend="Xem chú thích này trong hai văn bản.",
)


def note_findings(old: Instrument, new: Instrument) -> Iterator[Finding]:
    """A finding for each footnote that differs.

    Args:
        old: The old instrument.
        new: The new one.
    """
    one = old if old.notes else new
    if not (old.notes and new.notes) and len(one.notes) > limits.NOTES_OF_ONE:
        yield _ONE_SIDED.at(Place(file=one.name), count=len(one.notes), name=one.name)
        return
    formal, others = told_apart(old.notes, new.notes)
    for was, now in formal:
        yield _FORMAL.at(Place(file=new.name), label=now.label, old=_said(was), new=_said(now))
    for before, after in others:
        place, label = (new.name, after.label) if after else (old.name, before.label if before else "")
        yield _DIFFERS.at(Place(file=place), label=label, old=_said(before), new=_said(after))


def told_apart(
    olds: Sequence[Note], news: Sequence[Note]
) -> tuple[list[tuple[Note, Note]], list[tuple[Note | None, Note | None]]]:
    """The notes without an equal on the other side: pairs that differ in form only, and all others in order.

    Args:
        olds: Notes of the old text, or what else stands beside provisions.
        news: Those of the new one.
    """
    lost, came = _apart(olds, news), _apart(news, olds)
    formal = _alike(lost, came)
    for was, now in formal:
        lost.remove(was)
        came.remove(now)
    return formal, list(zip_longest(lost, came))


def _alike(olds: Sequence[Note], news: Sequence[Note]) -> list[tuple[Note, Note]]:
    """Pairs of notes that differ in form only."""
    by_letters: dict[str, list[Note]] = defaultdict(list)
    for note in news:
        by_letters[letters(_words(note))].append(note)
    found = []
    for old in olds:
        others = by_letters[letters(_words(old))]
        new = next((note for note in others if weigh(_words(old), _words(note)) in SPELLED), None)
        if new is not None:
            others.remove(new)
            found.append((old, new))
    return found


def _apart(notes: Iterable[Note], others: Iterable[Note]) -> list[Note]:
    """Those of the notes whose words no other note has, each other note counted once."""
    left = Counter(map(_words, others))
    found = []
    for note in notes:
        words = _words(note)
        if left[words]:
            left[words] -= 1
        else:
            found.append(note)
    return found


def _words(note: Note) -> str:
    return " ".join(" ".join(line.text for line in note.lines).split())


def _said(note: Note | None) -> str:
    return f"“{_words(note)}”" if note else "(không có)"

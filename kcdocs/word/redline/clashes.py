"""Edits of several drafts that cannot all be made: which they are, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kcdocs.word.redline.edits import END, DraftEdit, Ground, words_of
from kcdocs.word.redline.own import OwnItem, OwnRow, OwnTable, ParagraphKey
from kcdocs.word.redline.strokes import BREAK


@dataclass(frozen=True, slots=True)
class Wish:
    """What some drafts want where they clash with others.

    Attributes:
        names: The drafts.
        after: What would stand there, in full.
    """

    names: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A place where drafts cannot all have their way; the original stands there.

    Attributes:
        keys: The original's paragraphs there; of what would only be put in, the one before.
        before: What stands there, in full; empty where something would only be put in.
        wishes: What the drafts want there, each other wish once.
        names: All drafts that take part, those too that change only what hangs together with this place.
        drafted: Number of a draft → the paragraphs that it has there, with all its changes.
        standing: Number of a draft → the paragraphs there if only its changes are made that no other touches.
        rows: Whether whole rows of a table clash, not words.
        leads: Whether what would be put in stands in front of all that is there.
        uneven: Whether a table clashes as a whole since its rows cannot be told apart: cells are merged, or
            rows differ in width.
    """

    keys: tuple[ParagraphKey, ...]
    before: str
    wishes: tuple[Wish, ...]
    names: tuple[str, ...]
    drafted: Mapping[int, tuple[str, ...]]
    standing: Mapping[int, tuple[str, ...]]
    rows: bool = False
    leads: bool = False
    uneven: bool = False


def place_of(edit: DraftEdit) -> tuple[int, bool, int]:
    """Where an edit stands; whole paragraphs come in front of what changes in the next."""
    return edit.start, not (edit.whole and edit.start == edit.end), edit.end


# --- What touches -------------------------------------------------------------------------------------------


def clashing_edits(ground: Ground, edits: Sequence[DraftEdit]) -> list[list[DraftEdit]]:
    """The edits that cannot all be made, in groups that touch one another; both ends of a move together."""
    groups = {edit: [edit] for edit in edits}
    touching: set[DraftEdit] = set()

    def join(one: DraftEdit, other: DraftEdit) -> None:
        here, there = groups[one], groups[other]
        if here is not there:
            here += there
            groups.update((edit, here) for edit in there)

    for one, other in _touching_pairs(ground, edits):
        join(one, other)
        touching |= {one, other}
    ends: dict[tuple[int, int], DraftEdit] = {}
    for edit in edits:
        for move in edit.moves:
            join(ends.setdefault(move, edit), edit)
    found = {group[0]: group for group in groups.values() if not touching.isdisjoint(group)}
    return [sorted(group, key=place_of) for group in found.values()]


def _touching_pairs(ground: Ground, edits: Sequence[DraftEdit]) -> Iterator[tuple[DraftEdit, DraftEdit]]:
    for place, one in enumerate(edits):
        reach = one.until if one.whole else max(one.end, ground.wall(one.end))
        for other in edits[place + 1 :]:
            if other.start > reach:
                break
            if not one.drafts & other.drafts and _touch(ground, one, other):
                yield one, other


def _touch(ground: Ground, one: DraftEdit, other: DraftEdit) -> bool:
    """Whether two edits of different drafts cannot both be made; `one` does not stand behind `other`."""
    if one.start < other.end and other.start < one.end:
        return True
    if one.whole and other.whole:
        return _same_gap(one, other) or _inside(one, other) or _inside(other, one)
    if one.whole or other.whole:
        paragraphs, words = (one, other) if one.whole else (other, one)
        if paragraphs.start == paragraphs.end:
            return words.start < paragraphs.start <= words.end
        return words.start < paragraphs.end and words.end >= paragraphs.start
    if one.numbering != other.numbering:
        return one.start == other.start
    return ground.wall(one.end) >= other.start


def _same_gap(one: DraftEdit, other: DraftEdit) -> bool:
    """Whether both only put paragraphs in, and that at one place."""
    comes = one.start == one.end and other.start == other.end
    return comes and one.start <= other.until and other.start <= one.until


def _inside(outer: DraftEdit, inner: DraftEdit) -> bool:
    """Whether one puts something into a provision that the other takes out."""
    return any(outer.start <= home < outer.end for home in inner.homes)


def clashes_of(
    ground: Ground, group: Sequence[DraftEdit], edits: Sequence[DraftEdit], names: Mapping[int, str]
) -> Iterator[Clash]:
    """The clashes of one group: one for each stretch of neighbouring paragraphs."""
    every = tuple(names[number] for number in sorted(frozenset().union(*(edit.drafts for edit in group))))
    places: list[tuple[int, int, list[DraftEdit]]] = []
    for edit in group:
        start, end = _stretch(ground, edit)
        if places and start <= places[-1][1]:
            before, reached, held = places.pop()
            start, end, held = before, max(reached, end), [*held, edit]
            places.append((start, end, held))
        else:
            places.append((start, end, [edit]))
    for start, end, held in places:
        inside = [
            edit
            for edit in edits
            if edit in held
            or (start <= edit.start and edit.end <= end and start < end and not _at_edge(edit, start, end))
        ]
        yield _clash(ground, (start, end), held, inside, names, every)


def _at_edge(edit: DraftEdit, start: int, end: int) -> bool:
    """Whether an edit only puts whole paragraphs before or behind a stretch."""
    return edit.whole and edit.start == edit.end and edit.start in (start, end)


def _clash(
    ground: Ground,
    stretch: tuple[int, int],
    group: Sequence[DraftEdit],
    inside: Sequence[DraftEdit],
    names: Mapping[int, str],
    every: tuple[str, ...],
) -> Clash:
    start, end = stretch
    wishes: dict[str, list[str]] = {}
    drafted: dict[int, tuple[str, ...]] = {}
    standing: dict[int, tuple[str, ...]] = {}
    for number in sorted(frozenset().union(*(edit.drafts for edit in group))):
        after = words_of(_after(ground, [edit for edit in group if number in edit.drafts], start, end))
        wishes.setdefault(after, []).append(names[number])
        own = [edit for edit in inside if number in edit.drafts]
        drafted[number] = _paragraphs(_after(ground, own, start, end))
        rest = [edit for edit in own if edit not in group]
        standing[number] = _paragraphs(_after(ground, rest, start, end))
    first, last = ground.item(start), ground.item(max(start, end - 1))
    there = ground.items[max(0, first - 1) : first] if start == end else ground.items[first : last + 1]
    if start == end == len(ground.signs):
        there = ground.items[-1:]
    keys = [key for item in there or ground.items[:1] for key in keys_of(item)]
    said = tuple(Wish(tuple(wanting), after) for after, wanting in wishes.items())
    return Clash(
        tuple(keys),
        words_of(ground.said(start, end)),
        said,
        every,
        drafted,
        standing,
        rows=any(isinstance(item, OwnRow) for item in there or ground.items),
        leads=start == end == 0,
    )


def keys_of(item: OwnItem) -> Iterator[ParagraphKey]:
    """The keys of a paragraph, or of all in a table."""
    yield from (each.key for each in (item.paragraphs() if isinstance(item, OwnTable) else [item]))


def _stretch(ground: Ground, edit: DraftEdit) -> tuple[int, int]:
    """The whole paragraphs that an edit changes; where it only puts paragraphs in, the place alone."""
    start, end = edit.start, edit.end
    if start == end and edit.whole:
        return start, end
    first = ground.item(start)
    last = ground.item(end - 1 if edit.whole else end)  # where words run on, the next paragraph is in it
    return ground.starts[first], ground.starts[last + 1]


def _after(ground: Ground, edits: Sequence[DraftEdit], start: int, end: int) -> str:
    """What would stand in a stretch if only these edits were made."""
    said, reached = "", start
    for edit in edits:
        said += ground.said(reached, edit.start)
        said += "".join(END if item == BREAK else item for item in edit.said)
        reached = edit.end
    return said + ground.said(reached, end)


def _paragraphs(signs: str) -> tuple[str, ...]:
    return tuple(signs.split(END))

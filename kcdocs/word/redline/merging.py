"""Several drafts of one original in one: edits that stand apart are all made, those that touch are told of.

Where edits of two drafts touch, nobody's is made: the original stands, and a clash says what each wants.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kcdocs.word.redline.clashes import Clash, Wish, clashes_of, clashing_edits, keys_of, place_of
from kcdocs.word.redline.controls import take_off
from kcdocs.word.redline.edits import DraftEdit, EditReader, Ground, said_table, table_signs, words_of
from kcdocs.word.redline.own import OwnItem, OwnParagraph, OwnRow, OwnTable, rows_of
from kcdocs.word.redline.settling import settled
from kcdocs.word.redline.strokes import EndStroke, Fate, RedlineStroke, TableStroke, WordsStroke
from kcdocs.word.redline.telling import row_strokes

if TYPE_CHECKING:
    from kcdocs.word.redline.guide import Guide
    from kcdocs.word.redline.own import TextLeaf

JOINT = "; "
"""What stands between the names where several drafts make one edit."""


@dataclass(frozen=True, slots=True)
class MergingDraft:
    """One draft of a story.

    Attributes:
        number: Its place among all drafts.
        name: Who signs its changes.
        told: Its strokes, not settled.
        guide: What the comparison with the original says.
    """

    number: int
    name: str
    told: Sequence[RedlineStroke]
    guide: Guide


@dataclass(frozen=True, slots=True)
class ChangedTable:
    """A table that stays and that drafts change inside.

    Attributes:
        old: The original's.
        drafts: Number of a draft → what it makes of it.
        whole: Whether all of them make the same of it.
        hand: Who signs its rows.
        rows: What becomes of its rows where drafts differ; nothing in a row, where each changes cells only.
    """

    old: OwnTable
    drafts: Mapping[int, OwnTable]
    whole: bool
    hand: str
    rows: Sequence[TableStroke] = ()


@dataclass(slots=True)
class MergedStory:
    """A story merged.

    Attributes:
        strokes: What becomes of it, settled.
        clashes: Where drafts touch one another.
        twins: Paragraph and offset of a note or box that stays → by draft, where it stands there.
        tables: The tables that stay and change inside.
        unnumbered: Paragraph that stays → who takes its automatic number off.
    """

    strokes: list[RedlineStroke]
    clashes: list[Clash] = field(default_factory=list)
    twins: dict[tuple[OwnParagraph, int], dict[int, tuple[OwnParagraph, int]]] = field(default_factory=dict)
    tables: dict[OwnTable, ChangedTable] = field(default_factory=dict)
    unnumbered: dict[OwnParagraph, str] = field(default_factory=dict)


def merge(
    olds: Sequence[OwnItem],
    drafts: Sequence[MergingDraft],
    sign: Callable[[OwnParagraph, int], Hashable],
) -> MergedStory:
    """Merge what drafts make of one story.

    Args:
        olds: The story.
        drafts: The drafts that have one of their own.
        sign: Tells what a note or picture of a draft is, so that equal ones are known.
    """
    ground, names = Ground(olds), {draft.number: draft.name for draft in drafts}
    edits = _joint(
        edit
        for draft in drafts
        for edit in EditReader(ground, draft.number, draft.guide, sign).edits(draft.told)
    )
    tables = _tables(drafts)
    inner = [edit for old, news in tables.items() for edit in _removed_elsewhere(ground, edits, old, news)]
    edits = sorted([*edits, *inner], key=place_of)
    groups = clashing_edits(ground, edits)
    clashing = {edit for group in groups for edit in group}
    made = [edit for edit in edits if edit not in clashing]
    gone = {item.old for edit in (*made, *inner) for item in edit.strokes if isinstance(item, TableStroke)}
    merged = MergedStory([], [clash for group in groups for clash in clashes_of(ground, group, edits, names)])
    for old, news in tables.items():
        if old not in gone:
            _keep_table(
                merged, old, [(draft, news[draft.number]) for draft in drafts if draft.number in news], sign
            )
    strokes = list(_strokes(ground, made, merged.tables, names))
    take_off(strokes)
    merged.strokes = settled(strokes)
    merged.twins = _twins(drafts)
    merged.unnumbered = _unnumbered(drafts, made, names)
    return merged


def signed(names: Mapping[int, str], drafts: Iterable[int]) -> str:
    """The name that signs what some drafts want alike."""
    return JOINT.join(names[number] for number in sorted(drafts))


def _joint(edits: Iterable[DraftEdit]) -> list[DraftEdit]:
    """The edits by place, equal ones of several drafts as one."""
    held: dict[tuple[object, ...], DraftEdit] = {}
    for edit in edits:
        other = held.get(edit.same)
        if other is not None:
            edit = replace(other, drafts=other.drafts | edit.drafts, moves=other.moves | edit.moves)  # noqa: PLW2901 - the same edit, of more drafts
        held[edit.same] = edit
    return sorted(held.values(), key=place_of)


# --- Tables -------------------------------------------------------------------------------------------------


def _tables(drafts: Iterable[MergingDraft]) -> dict[OwnTable, dict[int, OwnTable]]:
    """The tables that stay in drafts and change there → what each of these drafts makes of them."""
    found: dict[OwnTable, dict[int, OwnTable]] = {}
    for draft in drafts:
        for item in draft.told:
            if not isinstance(item, TableStroke) or item.state is not Fate.KEEP:
                continue
            if item.old and item.new and table_signs(item.old) != table_signs(item.new):
                found.setdefault(item.old, {})[draft.number] = item.new
    return found


def _removed_elsewhere(
    ground: Ground, edits: Sequence[DraftEdit], old: OwnTable, news: Mapping[int, OwnTable]
) -> Iterator[DraftEdit]:
    """What drafts change inside a table that another takes out: they touch one another."""
    place = ground.at[old]
    if any(edit.start <= place < edit.end for edit in edits):
        for number, new in news.items():
            inside = TableStroke(Fate.KEEP, old, new)
            yield DraftEdit(frozenset({number}), place, place + 1, (inside,), True, until=place + 1)


def _keep_table(
    merged: MergedStory,
    old: OwnTable,
    made: Sequence[tuple[MergingDraft, OwnTable]],
    sign: Callable[[OwnParagraph, int], Hashable],
) -> None:
    """Merge what drafts make of a table that stays: its rows as a story is, what stays in a row by cells."""
    names = {draft.number: draft.name for draft, _ in made}
    news = {draft.number: new for draft, new in made}
    kept = ChangedTable(
        old, news, whole=len(set(map(table_signs, news.values()))) == 1, hand=signed(names, news)
    )
    if not kept.whole and not isinstance(old, OwnRow):
        rows = rows_of(old)
        told = [replace(draft, told=row_strokes(rows, rows_of(new))) for draft, new in made]
        if not _is_even([old, *news.values()]) and not all(_stay(draft.told) for draft in told):
            merged.clashes.append(_table_clash(old, news, names))
            return
        inner = merge(rows, told, sign)
        merged.clashes += inner.clashes
        merged.tables |= inner.tables
        kept = replace(kept, rows=[item for item in inner.strokes if isinstance(item, TableStroke)])
    merged.tables[old] = kept


def _is_even(tables: Iterable[OwnTable]) -> bool:
    """Whether all rows are equally wide and none hangs together with the next."""
    rows = [row for table in tables for row in table.rows]
    return len({sum(cell.columns for cell in row) for row in rows}) == 1 and not any(
        cell.merged for row in rows for cell in row
    )


def _stay(told: Iterable[RedlineStroke]) -> bool:
    """Whether all rows stay."""
    return all(isinstance(item, TableStroke) and item.state is Fate.KEEP for item in told)


def _table_clash(old: OwnTable, news: Mapping[int, OwnTable], names: Mapping[int, str]) -> Clash:
    wishes: dict[str, list[str]] = {}
    for number, new in news.items():
        wishes.setdefault(words_of(said_table(new)), []).append(names[number])
    said = tuple(Wish(tuple(wanting), after) for after, wanting in wishes.items())
    drafted = {number: tuple(item.text for item in new.paragraphs()) for number, new in news.items()}
    standing = dict.fromkeys(news, tuple(item.text for item in old.paragraphs()))
    every = tuple(names[number] for number in news)
    return Clash(tuple(keys_of(old)), words_of(said_table(old)), said, every, drafted, standing, uneven=True)


# --- Strokes ------------------------------------------------------------------------------------------------


def _strokes(
    ground: Ground,
    edits: Sequence[DraftEdit],
    tables: Mapping[OwnTable, ChangedTable],
    names: Mapping[int, str],
) -> Iterator[RedlineStroke]:
    reached = 0
    for edit in edits:
        yield from _kept(ground, reached, edit.start, tables)
        hand = signed(names, edit.drafts)
        yield from (replace(item, hand=hand) for item in edit.strokes)
        reached = edit.end
    yield from _kept(ground, reached, len(ground.signs), tables)


def _kept(
    ground: Ground, start: int, end: int, tables: Mapping[OwnTable, ChangedTable]
) -> Iterator[RedlineStroke]:
    while start < end:
        item = ground.items[ground.item(start)]
        first = ground.at[item]
        if isinstance(item, OwnTable):
            inside = tables.get(item)
            if inside is not None and inside.whole:
                new = next(iter(inside.drafts.values()))
                yield TableStroke(Fate.KEEP, item, new, inside.hand)
            else:
                yield TableStroke(Fate.KEEP, item, item)
            start = first + 1
            continue
        last = first + len(item.text)
        if start < min(last, end):
            yield WordsStroke(Fate.KEEP, item, start - first, min(last, end) - first)
        if end > last:
            yield EndStroke(Fate.KEEP, item, item)
        start = min(last + 1, end)


def _unnumbered(
    drafts: Iterable[MergingDraft], made: Iterable[DraftEdit], names: Mapping[int, str]
) -> dict[OwnParagraph, str]:
    gone = {item.old for edit in made for item in edit.strokes if isinstance(item, EndStroke)}
    found: dict[OwnParagraph, list[int]] = {}
    for draft in drafts:
        for item in draft.told:
            if not isinstance(item, EndStroke) or item.old is None or item.new is None:
                continue
            if item.old.label and not item.new.label and item.old not in gone:
                found.setdefault(item.old, []).append(draft.number)
    return {old: signed(names, numbers) for old, numbers in found.items()}


def _twins(
    drafts: Iterable[MergingDraft],
) -> dict[tuple[OwnParagraph, int], dict[int, tuple[OwnParagraph, int]]]:
    found: dict[tuple[OwnParagraph, int], dict[int, tuple[OwnParagraph, int]]] = {}
    signs: dict[OwnParagraph, list[tuple[int, TextLeaf]]] = {}
    for draft in drafts:
        for item in draft.told:
            if not isinstance(item, WordsStroke) or item.state is not Fate.KEEP or item.twin is None:
                continue
            own = item.paragraph
            if own not in signs:
                signs[own] = _signs_of(own)
            new, at = item.twin
            for offset, _ in signs[own]:
                if item.start <= offset < item.end:
                    found.setdefault((own, offset), {})[draft.number] = new, at + offset - item.start
    return found


def _signs_of(paragraph: OwnParagraph) -> list[tuple[int, TextLeaf]]:
    """The notes and boxes in a paragraph, with their offsets."""
    found, offset = [], 0
    for leaf in paragraph.leaves:
        if leaf.note is not None or leaf.boxes:
            found.append((offset, leaf))
        offset += len(leaf.text)
    return found

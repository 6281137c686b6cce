"""A draft's strokes as edits: each a stretch of the original that changes, with what takes its place.

Places are counted in characters of the story, the end of a paragraph and a table one each.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from kcdocs.word.redline.own import NOTE, PICTURE, OwnItem, OwnParagraph, OwnRow, OwnTable, ParagraphKey
from kcdocs.word.redline.strokes import (
    BREAK,
    EndStroke,
    Fate,
    Hand,
    RangeStroke,
    RedlineStroke,
    TableStroke,
    WordsStroke,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence

    from kcdocs.word.redline.guide import Guide

END, _TABLE = "\ue120", "\ue121"
_Change: TypeAlias = WordsStroke | EndStroke | TableStroke


class Ground:
    """A story of the original, by places.

    Args:
        items: Its paragraphs and tables.
    """

    def __init__(self, items: Sequence[OwnItem]) -> None:
        self.items = items
        said = [_TABLE if isinstance(item, OwnTable) else item.text + END for item in items]
        self.signs = "".join(said)
        self.starts = [0, *accumulate(map(len, said))]
        self.at = dict(zip(items, self.starts, strict=False))
        self.edges = frozenset(self.starts)
        self.keys = {item.key: self.at[item] for item in items if isinstance(item, OwnParagraph)}

    def wall(self, place: int) -> int:
        """The next word, end or table at a place or behind it: what stays between two edits parts them."""
        while place < len(self.signs) and not (
            self.signs[place].isalnum() or self.signs[place] in (END, _TABLE)
        ):
            place += 1
        return place

    def item(self, place: int) -> int:
        """Which paragraph or table a place is in; the last one for the story's end."""
        return min(bisect_right(self.starts, place), len(self.items)) - 1

    def said(self, start: int, end: int) -> str:
        """What stands between two places, tables by what they say."""
        said, place = self.signs[start:end], start
        for _ in range(said.count(_TABLE)):
            place = self.signs.index(_TABLE, place)
            table = self.items[self.item(place)]
            said = said.replace(_TABLE, said_table(table) if isinstance(table, OwnTable) else "", 1)
            place += 1
        return said

    def behind(self, stroke: _Change) -> int:
        """The place behind what a stroke keeps or takes out."""
        if isinstance(stroke, WordsStroke):
            return self.at[stroke.paragraph] + stroke.end
        old = stroke.old
        assert old is not None  # noqa: S101 - nothing comes here
        return self.at[old] + (1 if isinstance(old, OwnTable) else len(old.text) + 1)


def words_of(signs: str) -> str:
    """What signs of a story say to people, ends of paragraphs as line feeds."""
    return signs.replace(END, "\n").strip("\n")


@dataclass(frozen=True, slots=True, eq=False)
class DraftEdit:
    """One change of the original.

    Attributes:
        drafts: The drafts that make it.
        start: The first place that it takes out; where it takes out nothing, the place it stands before.
        end: The place behind the last.
        strokes: What goes and comes; of a table that changes inside, its pair.
        whole: Whether it takes out and puts in whole paragraphs and tables only.
        moves: (draft, number) of each move that it is one end of.
        homes: Places of the provisions that what comes is added to.
        signs: What the notes and pictures are that come, and how tables that come are divided.
        until: The last place where what only comes might stand as well: the draft takes out all up to there.
    """

    drafts: frozenset[int]
    start: int
    end: int
    strokes: tuple[_Change, ...]
    whole: bool
    moves: frozenset[tuple[int, int]] = frozenset()
    homes: frozenset[int] = frozenset()
    signs: tuple[Hashable, ...] = ()
    until: int = 0

    @property
    def said(self) -> tuple[str, ...]:
        """What comes, for people and for telling equal edits."""
        return tuple(_said(item) for item in self.strokes if item.state is not Fate.GO)

    @property
    def same(self) -> tuple[object, ...]:
        """What equal edits of two drafts share."""
        return self.start, self.end, self.said, self.whole, bool(self.moves), self.signs

    @property
    def numbering(self) -> bool:
        """Whether only the number of a provision changes."""
        return all(item.hand is Hand.NUMBERING for item in self.strokes)


def _said(stroke: _Change) -> str:
    if isinstance(stroke, WordsStroke):
        return stroke.paragraph.text[stroke.start : stroke.end]
    if isinstance(stroke, EndStroke):
        return BREAK
    return "" if stroke.new is None else said_table(stroke.new)


def said_table(table: OwnTable) -> str:
    """What a table says, its paragraphs in order."""
    return "".join(item.text + END for item in table.paragraphs())


def table_signs(table: OwnTable) -> tuple[Hashable, ...]:
    """What tells tables of other words or another grid apart."""
    return tuple(tuple((cell.columns, cell.merged, *_told(cell.story)) for cell in row) for row in table.rows)


def _told(story: Iterable[OwnItem]) -> Iterator[Hashable]:
    for item in story:
        yield table_signs(item) if isinstance(item, OwnTable) else item.label + item.text


class EditReader:
    """Cuts the strokes of one draft into edits.

    Args:
        ground: The original's story.
        draft: The draft's number.
        guide: What the comparison with the original says.
        sign: Tells what a note or picture of the draft is.
    """

    def __init__(
        self, ground: Ground, draft: int, guide: Guide, sign: Callable[[OwnParagraph, int], Hashable]
    ) -> None:
        self.ground, self.draft, self.guide, self.sign = ground, draft, guide, sign
        self.heads = frozenset(guide.removed.values())

    def edits(self, told: Sequence[RedlineStroke]) -> Iterator[DraftEdit]:
        """The edits in order; `told` is not settled."""
        reached, move = 0, None
        run: list[_Change] = []
        for stroke in (*told, None):  # the end closes the last run
            change = stroke if isinstance(stroke, (WordsStroke, EndStroke, TableStroke)) else None
            if change is not None and change.state is not Fate.KEEP:
                run.append(change)
                continue
            if run:
                yield from self._run(run, reached, frozenset() if move is None else {(self.draft, move)})
                reached = max([reached, *self._behind(run)])
                run = []
            if isinstance(stroke, RangeStroke):
                move = stroke.move if stroke.begins else None
            elif change is not None:
                reached = self.ground.behind(change)

    def _behind(self, part: Sequence[_Change]) -> list[int]:
        return [self.ground.behind(item) for item in part if item.state is Fate.GO]

    def _run(
        self, run: Sequence[_Change], reached: int, moves: Collection[tuple[int, int]]
    ) -> Iterator[DraftEdit]:
        """The edits of changes with nothing between; what only comes is put where its label belongs."""
        gone: list[tuple[ParagraphKey, int]] = []
        first = reached
        for part in self._parts(run, reached):
            start, reached = reached, max([reached, *self._behind(part)])
            end = until = reached
            whole = _is_whole(self.ground, part, start, reached)
            if whole and start == reached:
                start, until = self._place(part, gone, first, reached)
                end = start
            yield DraftEdit(
                frozenset({self.draft}),
                start,
                end,
                tuple(map(_unmoved, part)),
                whole,
                frozenset(moves),
                frozenset(self._homes(part)),
                tuple(self._signs(part)),
                until,
            )
            gone += [(key, start) for key in _old_keys(part)]

    def _place(
        self, part: Sequence[_Change], gone: Sequence[tuple[ParagraphKey, int]], first: int, last: int
    ) -> tuple[int, int]:
        """The first and the last place where what only comes may stand among what goes beside it."""
        keys = [key for key in _new_keys(part) if key in self.guide.ahead]
        if not keys:
            return first, last
        later = self.guide.ahead[keys[0]]
        place = next((place for key, place in gone if key in later), last)
        return place, place

    def _homes(self, part: Sequence[_Change]) -> Iterator[int]:
        for key in _new_keys(part):
            home = self.guide.around.get(key)
            if home in self.ground.keys:
                yield self.ground.keys[home]

    def _signs(self, part: Sequence[_Change]) -> Iterator[Hashable]:
        for item in part:
            if isinstance(item, WordsStroke) and item.state is Fate.COME:
                yield from self._drawn(item.paragraph, item.start, item.end)
            elif isinstance(item, TableStroke) and item.new is not None:
                yield table_signs(item.new)
                for own in item.new.paragraphs():
                    yield from self._drawn(own, 0, len(own.text))

    def _drawn(self, own: OwnParagraph, start: int, end: int) -> Iterator[Hashable]:
        """What the notes and pictures are in a stretch of a paragraph."""
        for offset in range(start, end):
            if own.text[offset] in (NOTE, PICTURE):
                yield self.sign(own, offset)

    def _parts(self, run: Sequence[_Change], start: int) -> list[list[_Change]]:
        """What changes without anything between, parted where one provision ends and another begins.

        What goes stays together with what comes in its place, and a provision with all below it. A provision
        that goes and another that comes are two changes; rows that go and others in their place are one.
        """
        blocks = _blocks(run)
        if start not in self.ground.edges or _is_mixed(blocks) or _replaces_rows(run):
            return [list(run)]
        parts: list[list[_Change]] = []
        last: tuple[Fate, ParagraphKey | None] | None = None
        for block in blocks:
            group = self._group(block)
            if parts and group is not None and self._joins(last, group, block):
                parts[-1] += block
            else:
                parts.append(block)
            last = group
        return parts

    def _group(self, block: Sequence[_Change]) -> tuple[Fate, ParagraphKey | None] | None:
        """Whether a block goes or comes, and with what it goes; None if it is no whole paragraph."""
        end = block[-1]
        if isinstance(end, WordsStroke):
            return None
        key = end.old.key if isinstance(end.old, OwnParagraph) else None
        return end.state, self.guide.removed.get(key, key) if key is not None else None

    def _joins(
        self,
        last: tuple[Fate, ParagraphKey | None] | None,
        group: tuple[Fate, ParagraphKey | None],
        block: Sequence[_Change],
    ) -> bool:
        if last is None or group[0] is Fate.GO:
            return group == last and group[1] is not None
        new = any(key in self.guide.around for key in _new_keys(block))
        return not (new and last[0] is Fate.GO and last[1] in self.heads)


def _new_keys(part: Sequence[_Change]) -> list[ParagraphKey]:
    """The keys of the paragraphs that come."""
    return [item.new.key for item in part if isinstance(item, EndStroke) and item.new and not item.old]


def _old_keys(part: Sequence[_Change]) -> list[ParagraphKey]:
    """The keys of the paragraphs that go."""
    return [item.old.key for item in part if isinstance(item, EndStroke) and item.old]


def _unmoved(stroke: _Change) -> _Change:
    """A stroke as of words that are taken out here and put in there."""
    if isinstance(stroke, WordsStroke):
        return replace(stroke, moved=False, twin=None)
    return replace(stroke, moved=False) if isinstance(stroke, EndStroke) else stroke


def _is_whole(ground: Ground, part: Sequence[_Change], start: int, end: int) -> bool:
    closed = not isinstance(part[-1], WordsStroke)
    return closed and {start, end} <= ground.edges and not _is_mixed(_blocks(part))


def _blocks(run: Sequence[_Change]) -> list[list[_Change]]:
    """Whole paragraphs and tables, and behind them what changes in the next paragraph."""
    blocks: list[list[_Change]] = [[]]
    for item in run:
        blocks[-1].append(item)
        if not isinstance(item, WordsStroke):
            blocks.append([])
    return [block for block in blocks if block]


def _replaces_rows(run: Sequence[_Change]) -> bool:
    """Whether rows of a table go and others come in their place."""
    first, last = run[0], run[-1]
    return isinstance(first, TableStroke) and isinstance(first.old, OwnRow) and last.state is Fate.COME


def _is_mixed(blocks: Sequence[Sequence[_Change]]) -> bool:
    """Whether a paragraph's end goes or comes with words of which some do the other."""
    return any(
        len({item.state for item in block}) > 1 for block in blocks if not isinstance(block[-1], WordsStroke)
    )

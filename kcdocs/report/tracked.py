"""A comparison as tracked changes: which paragraph became which, and whose each change is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from kcdocs.model.address import Address, Kind
from kcdocs.model.comparison import ChangeClass
from kcdocs.model.line import Line
from kcdocs.report.marks import changes_of
from kcdocs.report.notes import row_notes
from kcdocs.report.words import NOISE, capital
from kcdocs.text.labels import rank
from kcdocs.text.stretches import equal_places
from kcdocs.word.redline import NO_KEY, Guide, Hand, Hands, ParagraphKey

if TYPE_CHECKING:
    from kcdocs.model.comparison import Comparison, Row
    from kcdocs.model.instrument import Instrument, Node

LinePlaces: TypeAlias = Mapping[Line, tuple[ParagraphKey, int]]
"""Line → the key of its paragraph, and how far into it the line's first character stands."""

_HANDS = {
    ChangeClass.TECHNICAL: Hand.NUMBERING,
    ChangeClass.FORM: Hand.FORM,
    ChangeClass.ENCODING: Hand.FORM,
}
_STYLES = {
    Kind.TITLE: "KcTen",
    Kind.BASIS: "KcCanCu",
    Kind.PART: "KcChuong",
    Kind.CHAPTER: "KcChuong",
    Kind.SECTION: "KcChuong",
    Kind.SUBSECTION: "KcChuong",
    Kind.ARTICLE: "KcDieu",
    Kind.ANNEX: "KcTen",
    Kind.TABLE: "KcOBang",
    Kind.HEADER: "KcGiuaDong",
    Kind.SIGNATURE: "KcGiuaDong",
    Kind.RECIPIENTS: "KcNoiNhan",
}


def guide(comparison: Comparison, olds: LinePlaces, news: LinePlaces) -> Guide:
    """What a comparison says to the writer of tracked changes.

    Args:
        comparison: The comparison.
        olds: Where the lines of its old text stand.
        news: Where those of its new text stand.
    """
    pairs: dict[ParagraphKey, ParagraphKey] = {}
    taken: set[ParagraphKey] = set()
    hands = Hands()
    for row in comparison.rows:
        if row.olds and row.news:
            for old, new in _line_pairs(_lines(row.olds), _lines(row.news)):
                here, there = _key(old, olds), _key(new, news)
                if here and there and here not in pairs and there not in taken:
                    pairs[here] = there
                    taken.add(there)
            _grade(row, hands, olds, news)
    removed, around = _removed(comparison, olds), _around(comparison, olds, news)
    return Guide(pairs, hands, removed, around, _ahead(comparison, olds, news))


def _removed(comparison: Comparison, places: LinePlaces) -> dict[ParagraphKey, ParagraphKey]:
    """Key of a paragraph of a provision that goes → key of the first paragraph that goes with it."""
    lone = {node.key for row in comparison.rows if not row.news for node in row.olds}
    found: dict[ParagraphKey, ParagraphKey] = {}
    for _, node in _outermost(comparison.old.nodes, lone):
        keys = [key for one in node.walk() if one.key in lone for key in _keys(one, places)]
        found.update((key, keys[0]) for key in keys)
    return found


def _around(comparison: Comparison, olds: LinePlaces, news: LinePlaces) -> dict[ParagraphKey, ParagraphKey]:
    """Key of a paragraph of a provision that comes → that of the old one that begins what it is added to."""
    lone = {node.key for row in comparison.rows if not row.olds for node in row.news}
    former = {node.key: row.olds[0] for row in comparison.rows if row.olds for node in row.news}
    found: dict[ParagraphKey, ParagraphKey] = {}
    for parent, node in _outermost(comparison.new.nodes, lone):
        home = former.get(parent.key) if parent is not None else None
        first = next(iter(_keys(home, olds) if home is not None else []), NO_KEY)
        found.update((key, first) for one in node.walk() for key in _keys(one, news))
    return found


def _ahead(
    comparison: Comparison, olds: LinePlaces, news: LinePlaces
) -> dict[ParagraphKey, frozenset[ParagraphKey]]:
    """Key of a paragraph of a provision that comes → first keys of those that go and have later labels."""
    gone = {node.key for row in comparison.rows if not row.news for node in row.olds}
    came = {node.key for row in comparison.rows if not row.olds for node in row.news}
    going = [node for _, node in _outermost(comparison.old.nodes, gone)]
    found: dict[ParagraphKey, frozenset[ParagraphKey]] = {}
    for _, node in _outermost(comparison.new.nodes, came):
        own = rank(node.label)
        beside = [other for other in going if other.address.steps[:-1] == node.address.steps[:-1]]
        later = [o for o in beside if own and o.kind is node.kind and own < (rank(o.label) or own)]
        keys = frozenset(key for other in later for key in _keys(other, olds)[:1])
        if own and all(other.kind is node.kind and rank(other.label) for other in beside):
            found.update((key, keys) for one in node.walk() for key in _keys(one, news))
    return found


def _outermost(
    nodes: Sequence[Node], wanted: Collection[object], parent: Node | None = None
) -> Iterator[tuple[Node | None, Node]]:
    """The wanted nodes that stand in no other wanted one, with what they stand in."""
    for node in nodes:
        if node.key in wanted:
            yield parent, node
        else:
            yield from _outermost(node.children, wanted, node)


def _keys(node: Node, places: LinePlaces) -> list[ParagraphKey]:
    return [places[line][0] for line in node.lines if line in places]


def docx_places(lines: Iterable[Line]) -> LinePlaces:
    """Where the lines of a Word document stand."""
    reached: dict[ParagraphKey, int] = {}
    places = {}
    for line in lines:
        key = (line.source.part, line.source.paragraph)
        start = reached.get(key, -line.numbered)
        places[line] = key, start
        reached[key] = start + len(line.text) + 1
    return places


def styles(instrument: Instrument, places: LinePlaces) -> dict[ParagraphKey, str]:
    """Key of a paragraph → the style it has in a clean document."""
    return {
        places[line][0]: _STYLES[node.kind]
        for node in instrument.walk()
        if node.kind in _STYLES
        for line in node.lines
        if line in places
    }


def comment_lines(
    comparison: Comparison, olds: LinePlaces, news: LinePlaces
) -> Iterator[tuple[ParagraphKey, bool, tuple[str, ...]]]:
    """What comments say: the key of a paragraph, whether it is the draft's, and the lines.

    One for each change of substance; of a provision that is added or repealed with all below it, one for all.
    """
    told = row_notes(comparison)
    whole: set[Address] = set()
    for row in comparison.rows:
        if all(change in NOISE or change is ChangeClass.MOVED for change in changes_of(row)):
            continue
        if not (row.olds and row.news):
            above = row.address.steps[:-1]
            whole.add(row.address)
            if Address(above) in whole:
                continue
        places, nodes = (news, row.news) if row.news else (olds, row.olds)
        keys = [places[line][0] for line in _lines(nodes) if line in places and line.text.strip()]
        if keys:
            yield keys[0], bool(row.news), (f"{capital(row.address.spoken())}.", *told([row]))


def _lines(nodes: Sequence[Node]) -> list[Line]:
    return [line for node in nodes for line in node.lines]


def _key(line: Line, places: LinePlaces) -> ParagraphKey | None:
    found = places.get(line)
    return found[0] if found else None


def _line_pairs(olds: list[Line], news: list[Line]) -> Iterator[tuple[Line, Line]]:
    if len(olds) == len(news):
        yield from zip(olds, news, strict=True)
        return
    left, right = ([line.text for line in lines] for lines in (olds, news))
    yield from ((olds[i], news[j]) for i, j in equal_places(left, right))
    if olds and news and left[0] != right[0]:
        yield olds[0], news[0]


def _grade(row: Row, hands: Hands, olds: LinePlaces, news: LinePlaces) -> None:
    """Note the class of each edit at its characters, and how far each label reaches."""
    for nodes, places, kept, side in (
        (row.olds, olds, hands.old, "old"),
        (row.news, news, hands.new, "new"),
    ):
        spots = list(_spots(nodes, places))
        for edit in row.edits:
            if edit.change is None:
                continue
            span = getattr(edit, side)
            hand = _HANDS.get(edit.change, Hand.SUBSTANCE)
            for start, end, key, shift in spots:
                low, high = max(start, span.start), min(end, span.end)
                if low < high:
                    kept.setdefault(key, []).append((low + shift, high + shift, hand))
    for node in row.news:
        for line, words in zip(node.lines, node.slices, strict=True):
            if line in news:
                key, start = news[line]
                hands.heads[key] = start + words.start
                break


def _spots(nodes: Sequence[Node], places: LinePlaces) -> Iterator[tuple[int, int, ParagraphKey, int]]:
    """Stretches of a row's text: first character, the one behind the last, the paragraph, its shift."""
    offset = 0
    for node in nodes:
        for line, words in zip(node.lines, node.slices, strict=True):
            length = words.end - words.start
            if not length:
                continue
            if line in places:
                key, start = places[line]
                yield offset, offset + length, key, start + words.start - offset
            offset += length + 1
        if not node.text:
            offset += 1

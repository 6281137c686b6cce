"""Clashes: what the commands of one instrument want of the same words, settled before anything is done.

All commands look in the text as it was before the instrument. Two that want the same words are both left
undone and named, save where the words say which was meant: a longer phrase goes before a shorter one inside
it, and new content before changes of words in what it takes the place of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kcdocs.amend.deeds import Deed, Move, Put, Relabel, Strike, Swap
from kcdocs.amend.phrase import Rewording
from kcdocs.amend.spots import Fragment
from kcdocs.amend.twig import Twig
from kcdocs.law.parts import spoken
from kcdocs.model.address import Address
from kcdocs.model.operation import Act, Operation
from kcdocs.text.labels import rank

_OUT_OF_ORDER = "{} mang số, ký hiệu của {} thì đứng sai thứ tự; chưa rõ chuyển đến đâu."
_WORDS = (Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS)


@dataclass(frozen=True, slots=True)
class Intent:
    """A command and what it will do.

    Attributes:
        operation: The command.
        deed: What it will do; empty if it is refused.
        refusal: Why it is refused, in Vietnamese; empty if it is not.
    """

    operation: Operation
    deed: Deed
    refusal: str = ""

    def refused(self, why: str) -> Intent:
        """The same command, refused; a first reason stays."""
        return self if self.refusal else Intent(self.operation, Deed(), why)

    def told(self, remark: str, deed: Deed | None = None) -> Intent:
        """The same command with another remark, and perhaps less to do."""
        left = deed or self.deed
        return replace(self, deed=replace(left, remarks=tuple(dict.fromkeys((*left.remarks, remark)))))


def settled(orders: Sequence[Intent]) -> list[Intent]:
    """The orders with those refused that want what others want, and without what others make needless."""
    result = list(orders)
    for settle in (
        _repeated,
        _taken_twice,
        _put_into_taken,
        _overwritten,
        _phrases,
        _lost_neighbours,
        _labels_held,
    ):
        settle(result)
    return result


def _repeated(orders: list[Intent]) -> None:
    """A command given twice is done once."""
    first: dict[object, int] = {}
    for at, order in enumerate(orders):
        if order.refusal:
            continue
        before = first.setdefault(_same(order.operation), at)
        if before != at:
            remark = f"Lệnh này lặp lại lệnh tại {_spot(orders[before])}; chỉ làm một lần."
            orders[at] = order.told(remark, Deed())


def _same(operation: Operation) -> object:
    content = tuple(line.text for top in operation.content for node in top.walk() for line in node.lines)
    bare = replace(operation, content=(), origin=operation.origin, effective=None, history=())
    key = [getattr(bare, name) for name in bare.__slots__ if name not in ("origin", "amends")]
    return (*key, content)


def _taken_twice(orders: list[Intent]) -> None:
    owners = _owners(orders)
    pairs = {
        (one, other)
        for claims in owners.values()
        for place, (one, piece) in enumerate(claims)
        for other, beside in claims[place + 1 :]
        if one != other and piece.meets(beside)
    }
    for one, other in sorted(pairs):
        if orders[one].operation.act is orders[other].operation.act is Act.REPEAL:
            _inside(orders, one, other)
        else:
            _refuse_both(orders, one, other)


def _owners(orders: Sequence[Intent]) -> dict[Twig, list[tuple[int, Fragment]]]:
    """Which commands take which of a twig's words."""
    owners: dict[Twig, list[tuple[int, Fragment]]] = defaultdict(list)
    for at, order in enumerate(orders):
        for piece in order.deed.taken:
            owners[piece.twig].append((at, piece))
    return owners


def _inside(orders: list[Intent], one: int, other: int) -> None:
    """Of two repeals the narrower one has nothing left to do."""
    small, large = sorted((one, other), key=lambda at: len(orders[at].deed.taken))
    remark = f"Đã nằm trong phần bị bãi bỏ theo lệnh tại {_spot(orders[large])}."
    orders[small] = orders[small].told(remark, Deed())


def _refuse_both(orders: list[Intent], one: int, other: int) -> None:
    for at, beside in ((one, other), (other, one)):
        operation = orders[at].operation
        orders[at] = orders[at].refused(
            f"Lệnh này và lệnh tại {_spot(orders[beside])} cùng tác động vào"
            f" {spoken(operation.target, operation.parts)}; chưa rõ theo lệnh nào."
        )


def _put_into_taken(orders: list[Intent]) -> None:
    """Nothing can be put into a provision that goes, and no address is given twice."""
    owners: dict[Twig, int] = {}
    for at, order in enumerate(orders):
        for move in order.deed.moves:
            owners |= dict.fromkeys(_going(move), at)
    added: dict[Address, int] = {}
    for at, order in enumerate(orders):
        for move in order.deed.moves:
            home = move.parent if isinstance(move, Put) else move.twig if isinstance(move, Relabel) else None
            owner = owners.get(home, at) if home else at
            if owner != at:
                _refuse_both(orders, at, owner)
        if order.operation.act is Act.INSERT and not order.operation.parts and not order.refusal:
            first = added.setdefault(order.operation.target, at)
            if first != at:
                _refuse_both(orders, at, first)


def _going(move: Move) -> Iterator[Twig]:
    if isinstance(move, Swap):
        yield from move.olds
    elif isinstance(move, Strike) and not move.spared:
        yield from move.twig.walk()


def _overwritten(orders: list[Intent]) -> None:
    """Words inside what another command replaces or repeals: its content goes before."""
    owners = _owners(orders)
    for at, order in enumerate(orders):
        if order.operation.act not in _WORDS or order.refusal:
            continue
        by = {
            edit: owner
            for edit in order.deed.edits
            for owner, piece in owners.get(edit.twig, ())
            if piece.meets(Fragment(edit.twig, edit.span))
        }
        if by:
            owner = orders[next(iter(by.values()))]
            orders[at] = _without(
                order,
                set(by),
                f"Lệnh tại {_spot(owner)} thay hoặc bỏ phần này nên cụm từ tại đó không còn gì để sửa.",
            )


def _without(order: Intent, gone: set[Rewording], remark: str) -> Intent:
    kept = tuple(edit for edit in order.deed.edits if edit not in gone)
    return order.told(remark, replace(order.deed, edits=kept))


def _phrases(orders: list[Intent]) -> None:
    """Phrases that overlap: the longer one first, then the shorter on what is left."""
    for one, edit, other, beside in list(_overlaps(orders)):
        if orders[one].refusal or orders[other].refusal:
            continue
        if edit.span == beside.span and edit.words == beside.words:
            orders[other] = _without(
                orders[other], {beside}, f"Lệnh tại {_spot(orders[one])} đã đổi chỗ này như vậy."
            )
        elif _inside_of(beside, edit):
            _shorter(orders, other, beside, one)
        elif _inside_of(edit, beside):
            _shorter(orders, one, edit, other)
        else:
            _refuse_both(orders, one, other)


def _overlaps(orders: Sequence[Intent]) -> Iterator[tuple[int, Rewording, int, Rewording]]:
    by_twig: dict[Twig, list[tuple[int, Rewording]]] = defaultdict(list)
    for at, order in enumerate(orders):
        if order.operation.act in _WORDS:
            for edit in order.deed.edits:
                by_twig[edit.twig].append((at, edit))
    for edits in by_twig.values():
        for place, (one, edit) in enumerate(edits):
            for other, beside in edits[place + 1 :]:
                meet = edit.reach.start < beside.reach.end and beside.reach.start < edit.reach.end
                same = edit.span.start < beside.span.end and beside.span.start < edit.span.end
                if one != other and meet and same:
                    yield one, edit, other, beside


def _inside_of(small: Rewording, large: Rewording) -> bool:
    inside = large.span.start <= small.span.start and small.span.end <= large.span.end
    return inside and small.span != large.span


def _shorter(orders: list[Intent], at: int, edit: Rewording, longer: int) -> None:
    """A phrase inside a longer one that another command changes: left to that command."""
    words = orders[longer].operation.old
    left = _without(
        orders[at], {edit}, f"Chỗ nằm trong cụm từ “{words}” thì theo lệnh tại {_spot(orders[longer])}."
    )
    if not left.deed.edits:
        left = left.refused(
            f"Cụm từ “{orders[at].operation.old}” ở đây chỉ có trong “{words}”, là cụm từ mà lệnh tại"
            f" {_spot(orders[longer])} đã đổi."
        )
    orders[at] = left


def _lost_neighbours(orders: list[Intent]) -> None:
    """A new provision whose neighbour was to be added by a command that is refused."""
    while lost := _lost(orders):
        for at, anchor in lost:
            orders[at] = orders[at].refused(f"Văn bản gốc không có {anchor.spoken()}.")


def _lost(orders: Sequence[Intent]) -> list[tuple[int, Address]]:
    inserts = [(at, order) for at, order in enumerate(orders) if order.operation.act is Act.INSERT]
    added = {order.operation.target for _, order in inserts if not order.refusal}
    failed = {order.operation.target for _, order in inserts if order.refusal} - added
    return [
        (at, order.operation.anchor)
        for at, order in inserts
        if not order.refusal and order.operation.anchor in failed and order.operation.anchor is not None
    ]


def _labels_held(orders: list[Intent]) -> None:
    """A label that is given must be free, or what bears it must get another by a command that is done.

    What bears it then must stand between a lower one and a higher one: where else it would go nobody says.
    """
    while refused := [*_held(orders), *_misplaced(orders)]:
        for at, why in refused:
            orders[at] = orders[at].refused(why)


def _held(orders: Sequence[Intent]) -> Iterator[tuple[int, str]]:
    going = {move.twig for _, move in _relabels(orders)}
    for at, move in [(at, move) for at, order in enumerate(orders) for move in order.deed.moves]:
        if isinstance(move, Put | Relabel) and move.holder is not None and move.holder not in going:
            yield at, f"Văn bản gốc đã có {move.holder.address.spoken()}."


def _misplaced(orders: Sequence[Intent]) -> Iterator[tuple[int, str]]:
    labels = {move.twig: move.label for _, move in _relabels(orders)}
    for at, move in _relabels(orders):
        place = move.row.index(move.twig)
        beside = [labels.get(twig, twig.label) for twig in move.row[max(place - 1, 0) : place + 2]]
        ranks = [found for found in map(rank, beside) if found is not None]
        if ranks != sorted(ranks):
            named = move.twig.address
            new = named.parent.child(move.twig.kind, move.label)
            yield at, _OUT_OF_ORDER.format(_head(named.spoken()), new.spoken())


def _relabels(orders: Sequence[Intent]) -> list[tuple[int, Relabel]]:
    moves = [(at, move) for at, order in enumerate(orders) for move in order.deed.moves]
    return [(at, move) for at, move in moves if isinstance(move, Relabel)]


def _head(words: str) -> str:
    return words[:1].upper() + words[1:]


def _spot(order: Intent) -> str:
    return order.operation.origin.address.spoken()

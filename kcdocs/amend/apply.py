"""Applying operations to an instrument."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kcdocs.amend.additions import addition
from kcdocs.amend.bench import Bench, RefusedError
from kcdocs.amend.clashes import Intent, settled
from kcdocs.amend.deeds import Deed, Move, Put, Relabel, Strike, Swap, deed
from kcdocs.amend.grafts import is_row
from kcdocs.amend.twig import Refer, Twig, addresses, freeze
from kcdocs.amend.wrappers import hold, repeats
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act, Applied, Consolidation, Operation, Verdict
from kcdocs.model.span import Span
from kcdocs.parse.instrument import retitled
from kcdocs.parse.names import Names
from kcdocs.parse.references import ReferenceContext, find_references
from kcdocs.parse.tree import Tree
from kcdocs.text.labels import rank

_REPEATED = "Khối trích nhắc lại {} đúng như văn bản gốc; không có gì phải sửa ở đó."


def apply(original: Instrument, operations: Sequence[Operation]) -> Consolidation:
    """Apply operations to an instrument.

    The commands of one instrument hold together, so their order does not matter: each is worked out on the
    text as it was, and what clashes is left undone and named, before anything is changed.

    Args:
        original: The instrument; it is not changed.
        operations: What to do; an operation that has a reason against it, or cannot be done wholly, is not
            done at all.

    Returns:
        The new instrument, its references read anew, and what became of each operation, in the order
        given.
    """
    bench = Bench(original)
    added = {item.target: item for item in operations if _adds(item) and not item.reason}
    orders = settled([_order(bench, item, added) for item in operations])
    _perform(bench, [order.deed for order in orders])
    places = dict(addresses(bench.top))
    nodes = freeze(bench.top, places, _referrer(original, places.values()))
    amended = replace(original, nodes=nodes, findings=())
    if any(twig.kind is Kind.TITLE and twig.touched for twig in bench.top.children):
        amended = retitled(amended)
    return Consolidation(original, amended, tuple(_applied(bench, order, places) for order in orders))


def _referrer(original: Instrument, now: Iterable[Address]) -> Refer:
    """Reads references as the original's own, held against the provisions there are now."""
    cited = [item.citation for node in original.walk() for item in node.references if item.citation]
    names = Names(citation for citation in cited if citation.title)
    setting = ReferenceContext(type=original.citation.type, tree=Tree(now), names=names)
    return lambda text, at, around: find_references(text, at=at, around=around, setting=setting)


def _adds(operation: Operation) -> bool:
    return operation.act is Act.INSERT and not operation.parts


def _order(bench: Bench, operation: Operation, added: Mapping[Address, Operation]) -> Intent:
    try:
        return Intent(operation, _deed(bench, operation, added))
    except RefusedError as refusal:
        return Intent(operation, Deed(), str(refusal))


def _deed(bench: Bench, operation: Operation, added: Mapping[Address, Operation]) -> Deed:
    if operation.reason and repeats(bench, operation):
        return Deed(remarks=(_REPEATED.format(operation.target.spoken()),))
    if operation.reason:
        raise RefusedError(operation.reason)
    if not (operation.target.steps or operation.parts or operation.throughout):
        raise RefusedError("Lệnh không nói tác động vào điều khoản nào, cũng không nói là toàn văn.")
    if is_row(operation.new):
        raise RefusedError(f"Nội dung mới có dấu lược «{operation.new}»; chưa rõ phần nào giữ nguyên.")
    hold(bench, operation)
    adds = operation.act is Act.INSERT
    return addition(bench, operation, added) if adds else deed(bench, operation)


def _perform(bench: Bench, deeds: Sequence[Deed]) -> None:
    """Words first, then what is new beside the old, then what goes, new labels last."""
    moves = [move for item in deeds for move in item.moves]
    edits: dict[Twig, list[tuple[Span, str]]] = defaultdict(list)
    for item in deeds:
        for edit in item.edits:
            edits[edit.twig].append((edit.reach, edit.words))
    for twig, own in edits.items():
        twig.mend(own)
        if not twig.text.strip() and twig.kind is Kind.PARAGRAPH:
            moves.append(Swap((twig,)))
    for move in sorted(moves, key=lambda move: _STAGES.index(type(move))):
        _move(bench, move)


_STAGES = (Put, Swap, Strike, Relabel)


def _move(bench: Bench, move: Move) -> None:
    match move:
        case Put():
            _put(bench, move)
        case Swap():
            bench.swap(move.olds, move.news)
        case Strike():
            _strike(move.twig, frozenset(move.spared))
        case Relabel():
            move.twig.relabel(move.label)


def _put(bench: Bench, move: Put) -> None:
    after = move.after
    for twig in move.news:
        after = _behind_earlier(move.parent, after, twig) if after is not None else None
        bench.put(twig, move.parent, after=after, before=move.before)
        after = twig if after is not None else None


def _behind_earlier(parent: Twig, after: Twig, twig: Twig) -> Twig:
    """The last of what was put behind the same neighbour before and ranks before the new one."""
    wanted = rank(twig.label)
    for child in parent.children[parent.children.index(after) + 1 :]:
        here = rank(child.label)
        later = here is not None and wanted is not None and here > wanted
        if child.kind is not twig.kind or not child.new or later:
            break
        after = child
    return after


def _strike(twig: Twig, spared: AbstractSet[Twig]) -> None:
    """Repeal a provision, save what is spared below it and the words that lead to that."""
    if twig in spared:
        return
    if not any(item in spared for item in twig.walk()):
        twig.repeal()
        return
    twig.touched = True
    labelled = [at for at, child in enumerate(twig.children) if child.kind is not Kind.PARAGRAPH]
    twig.children = [
        child
        for at, child in enumerate(twig.children)
        if at in labelled or at < min(labelled, default=0) or child in spared
    ]
    for child in twig.children:
        if child.kind is not Kind.PARAGRAPH:
            _strike(child, spared)


def _applied(bench: Bench, order: Intent, places: Mapping[Twig, Address]) -> Applied:
    if order.refusal:
        return Applied(order.operation, Verdict.REFUSED, order.refusal)
    remark = " ".join(order.deed.remarks)
    verdict = Verdict.REMARK if remark else Verdict.DONE
    changed = (_place(bench, twig, places) for twig in _changed(order.deed))
    touched = dict.fromkeys(address for address in changed if address.steps)
    return Applied(order.operation, verdict, remark, tuple(touched))


def _changed(done: Deed) -> Iterator[Twig]:
    yield from (edit.twig for edit in done.edits)
    for move in done.moves:
        match move:
            case Put():
                yield from move.news
            case Swap():
                yield from move.news or move.olds
            case Strike() | Relabel():
                yield move.twig


def _place(bench: Bench, twig: Twig, places: Mapping[Twig, Address]) -> Address:
    """Where a twig stands now; of one that is gone, what is around it, or the sentence below the bases."""
    while twig not in places and twig is not bench.top:
        twig = bench.parent(twig)
    enacting = next((top for top in bench.top.children if top.kind is Kind.ENACTING), twig)
    return places.get(enacting if twig is bench.top else twig, Address())

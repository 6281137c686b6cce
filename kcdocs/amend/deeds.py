"""Deeds: what one command will do, worked out wholly on the old text before anything is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kcdocs.amend import grafts, rows
from kcdocs.amend.bench import Bench, RefusedError
from kcdocs.amend.phrase import Rewording, edits_of, removal
from kcdocs.amend.spots import Fragment, Spot, loose_end, piece, spot, whose
from kcdocs.amend.twig import Twig
from kcdocs.law.commanding import REPEALED
from kcdocs.law.kinds import HEADED
from kcdocs.law.parts import spoken
from kcdocs.model.address import Kind
from kcdocs.model.operation import Act, Operation, Part, PartKind
from kcdocs.model.span import Span

_UNWRITTEN = (PartKind.HEADING, PartKind.ROW, PartKind.COLUMN, PartKind.TABLE)
"""Parts that no quoted paragraph takes the place of: titles have their own command, tables have cells."""

BASES = (PartKind.BASIS, PartKind.BASES)
"""Parts that are legal bases."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Twigs that give way to others, which stand where the first of them stood."""

    olds: tuple[Twig, ...]
    news: tuple[Twig, ...] = ()


@dataclass(frozen=True, slots=True)
class Strike:
    """A provision repealed: its label stays, and what is spared below it."""

    twig: Twig
    spared: tuple[Twig, ...] = ()


@dataclass(frozen=True, slots=True)
class Put:
    """New twigs below a parent: beside a child of it, before all of them, or where their labels rank.

    `holder` is what bears the label of the new one now: it must get another.
    """

    news: tuple[Twig, ...]
    parent: Twig
    after: Twig | None = None
    before: Twig | None = None
    holder: Twig | None = None


@dataclass(frozen=True, slots=True)
class Relabel:
    """A provision that gets another label, which `holder` bears now; `row` is all of its kind beside it."""

    twig: Twig
    label: str
    holder: Twig | None = None
    row: tuple[Twig, ...] = ()


Move = Swap | Strike | Put | Relabel
"""A change of the tree."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What one command will do.

    Attributes:
        edits: Changes of words.
        moves: Changes of the tree.
        taken: The words that no other command may change; those of a command on phrases are not.
        remarks: What there is to say of it, in Vietnamese.
    """

    edits: tuple[Rewording, ...] = ()
    moves: tuple[Move, ...] = ()
    taken: tuple[Fragment, ...] = ()
    remarks: tuple[str, ...] = ()


def deed(bench: Bench, operation: Operation) -> Deed:
    """What a command that adds nothing will do to the old text.

    Raises:
        RefusedError: If it cannot be done wholly.
    """
    return _DEEDS[operation.act](bench, operation)


def _replace(bench: Bench, operation: Operation) -> Deed:
    _spares_nothing(operation)
    here = spot(bench, operation.target, operation.parts)
    if here.part in BASES:
        return Deed((), (Swap(tuple(here.twigs), tuple(grafts.bases(operation, here.unit))),), here.pieces)
    if here.part in _UNWRITTEN or not here.unit.address.steps:
        return _by_hand(bench, operation)
    if here.part is None:
        loose = loose_end(bench, here.unit)
        if loose and not any(
            below.kind is Kind.PARAGRAPH for top in operation.content for below in top.children
        ):
            raise whose(here.unit, loose)
        news, remark = grafts.grafts(operation, here.unit)
        return Deed((), (Swap(tuple(here.twigs), tuple(news)),), here.pieces, _said(remark))
    if here.part is PartKind.FORM:
        news = grafts.form(operation)
        return Deed((), (Swap(tuple(here.twigs), tuple(news)),), here.pieces)
    return _rewrite(operation, here)


def _rewrite(operation: Operation, here: Spot) -> Deed:
    """Paragraphs or a sentence put in the place of others; the label stays."""
    first, *rest = here.pieces
    given = rows.replacing(operation, here)
    edit = Rewording(first.twig, first.span, given.words[0], first.span)
    more = tuple(grafts.paragraph(here.unit, item) for item in given.words[1:])
    gone = tuple(Swap((twig,)) for twig in (*(item.twig for item in rest), *given.gone))
    taken = (*here.pieces, *map(piece, given.gone))
    return Deed((edit,), (*_behind(here.unit, first.twig, more), *gone), taken, given.remarks)


def _behind(unit: Twig, twig: Twig, news: tuple[Twig, ...]) -> tuple[Put, ...]:
    """New paragraphs right behind one: below the provision that bears the label, before its first child."""
    if not news:
        return ()
    if twig is not unit:
        return (Put(news, unit, after=twig),)
    return (Put(news, unit, before=unit.children[0] if unit.children else None),)


def _repeal(bench: Bench, operation: Operation) -> Deed:
    here = spot(bench, operation.target, operation.parts)
    if here.part is None and here.unit is bench.top:
        raise RefusedError("Lệnh bãi bỏ cả văn bản; không còn gì để hợp nhất.")
    if here.part is PartKind.BASES:
        return _by_hand(bench, operation)
    if here.part is None:
        return _strike(bench, operation, here)
    _spares_nothing(operation)
    if here.part is PartKind.HEADING or not here.pieces[0].whole:
        return _take_out(bench, operation, here)
    if here.part is PartKind.FORM:
        head = here.twigs[0].text.split("\n")[0].rstrip(" .:")
        news = grafts.paragraph(here.unit, f"{head} {REPEALED}")
        return Deed((), (Swap(tuple(here.twigs), (news,)),), here.pieces)
    _stands_alone(here)
    return Deed((), tuple(Swap((twig,)) for twig in here.twigs), here.pieces)


def _strike(bench: Bench, operation: Operation, here: Spot) -> Deed:
    if loose := loose_end(bench, here.unit):
        raise whose(here.unit, loose)
    spared = [_spared(bench, operation, here, place) for place in range(len(operation.exceptions))]
    if any(here.unit in item.twigs for item in spared):
        return Deed(remarks=(f"Lệnh trừ {here.unit.address.spoken()} ra, nên điều khoản này để nguyên.",))
    kept = tuple(twig for item in spared for twig in item.twigs)
    around = {twig for twig in here.twigs if any(item in kept for item in twig.walk())}
    taken = tuple(item for item in here.pieces if item.twig not in around)
    return Deed((), (Strike(here.unit, kept),), taken)


def _spared(bench: Bench, operation: Operation, here: Spot, place: int) -> Spot:
    item = operation.exceptions[place]
    named = spoken(item.address, item.parts)
    around = spot(bench, item.address, item.parts)
    inside = here.unit in around.twigs or all(twig in here.twigs for twig in around.twigs)
    if item.words or not inside or not all(one.whole for one in around.pieces):
        raise RefusedError(
            f"Chỗ được trừ ra ({item.words or named}) không phải là một phần của chỗ bị bãi bỏ."
        )
    return around


def _take_out(bench: Bench, operation: Operation, here: Spot) -> Deed:
    """A heading, a sentence or the words of a row taken out."""
    own = here.pieces[0]
    if here.part is PartKind.HEADING:
        if here.unit.kind not in HEADED or len(here.pieces) != 1:
            return _by_hand(bench, operation)
        return Deed((Rewording(own.twig, own.span, "", own.span),), (), here.pieces)
    if here.part is PartKind.ROW:
        number, _, cells = own.span.of(own.twig.text).partition("\n")
        if not cells:
            return _by_hand(bench, operation)
        rest = Span(own.span.start + len(number) + 1, own.span.end)
        return Deed((Rewording(own.twig, rest, REPEALED, rest),), (), here.pieces)
    if here.part is PartKind.COLUMN:
        return _by_hand(bench, operation)
    return Deed((removal(own.twig, own.span),), (), here.pieces)


def _stands_alone(here: Spot) -> None:
    """Whether a paragraph can go without taking a label with it or leaving its own list behind."""
    if here.unit in here.twigs and here.part is not PartKind.TABLE:
        raise RefusedError(
            f"Đoạn này mang số, ký hiệu của {here.unit.address.spoken()}; chưa rõ bãi bỏ rồi thì số, ký hiệu"
            " đó đứng trước lời nào."
        )
    last = here.unit.children.index(here.twigs[-1]) + 1 if here.twigs[-1] in here.unit.children else 0
    below = here.unit.children[last : last + 1] if last else []
    if here.part is PartKind.DASH and below and below[0].text.startswith("+"):
        raise RefusedError("Dưới gạch đầu dòng này còn dòng có dấu cộng; chưa rõ có bỏ cả các dòng đó.")


def _retitle(bench: Bench, operation: Operation) -> Deed:
    _spares_nothing(operation)
    parts = operation.parts or (Part(PartKind.HEADING),)
    here = spot(bench, operation.target, parts)
    if not operation.new.strip():
        raise RefusedError(f"Lệnh không kèm tên mới của {operation.target.spoken()}.")
    whole = here.unit is bench.top
    unsaid = whole and not operation.parts
    if here.part is not PartKind.HEADING or len(here.pieces) != 1 or unsaid:
        return _by_hand(bench, operation)
    own = here.pieces[0]
    words = grafts.title(operation.new, own.twig) if whole else grafts.heading(operation.new, here.unit)
    return Deed((Rewording(own.twig, own.span, words, own.span),), (), here.pieces)


def _renumber(bench: Bench, operation: Operation) -> Deed:
    here = spot(bench, operation.target, operation.parts)
    if here.part is not None or not here.unit.address.steps:
        return _by_hand(bench, operation)
    new = here.unit.address.parent.child(here.unit.kind, operation.new)
    around = bench.top.walk() if here.unit.kind is Kind.ARTICLE else bench.parent(here.unit).children
    row = tuple(twig for twig in around if twig.kind is here.unit.kind)
    return Deed((), (Relabel(here.unit, operation.new, bench.holder(new), row),))


def _words(bench: Bench, operation: Operation) -> Deed:
    edits, remarks = edits_of(bench, operation)
    return Deed(edits, (), (), remarks)


def _suspend(bench: Bench, operation: Operation) -> Deed:
    spot(bench, operation.target, operation.parts)
    return Deed(remarks=("Ngưng hiệu lực: lời văn giữ nguyên.",))


def _by_hand(bench: Bench, operation: Operation) -> Deed:
    spot(bench, operation.target, operation.parts)
    raise RefusedError(
        f"Chưa làm được lệnh này đối với {spoken(operation.target, operation.parts)}; xin tự ghi."
    )


def _spares_nothing(operation: Operation) -> None:
    if operation.exceptions:
        item = operation.exceptions[0]
        named = item.words or spoken(item.address, item.parts)
        raise RefusedError(f"Chưa rõ trừ «{named}» ra thì phần còn lại sửa thế nào.")


def _said(remark: str) -> tuple[str, ...]:
    return (remark,) if remark else ()


_DEEDS: dict[Act, Callable[[Bench, Operation], Deed]] = {
    Act.REPLACE: _replace,
    Act.REPEAL: _repeal,
    Act.RETITLE: _retitle,
    Act.RENUMBER: _renumber,
    Act.REPLACE_WORDS: _words,
    Act.INSERT_WORDS: _words,
    Act.REMOVE_WORDS: _words,
    Act.SUSPEND: _suspend,
    Act.PROLONG: _by_hand,
    Act.CORRECT: _by_hand,
}

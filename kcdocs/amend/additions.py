"""Additions: where a new provision, paragraph, sentence or form stands in the old text."""

from __future__ import annotations

from collections.abc import Mapping

from kcdocs.amend import grafts
from kcdocs.amend.bench import Bench, RefusedError
from kcdocs.amend.deeds import Deed, Put
from kcdocs.amend.make import make
from kcdocs.amend.phrase import Rewording
from kcdocs.amend.spots import paragraphs, spot
from kcdocs.amend.twig import Twig, graft, grow
from kcdocs.law.parts import spoken
from kcdocs.model.address import Address, Kind
from kcdocs.model.operation import LAST, Operation, Part, PartKind, Side
from kcdocs.model.span import Span
from kcdocs.text.labels import LabelStep, first, step


def addition(bench: Bench, operation: Operation, beside: Mapping[Address, Operation]) -> Deed:
    """What a command that adds something will do to the old text.

    Args:
        bench: The old text.
        operation: The command.
        beside: All commands that add a provision, by its address: one may name another's as its neighbour.

    Raises:
        RefusedError: If it cannot be done wholly.
    """
    if not operation.parts:
        return _provision(bench, operation, beside)
    match operation.part:
        case PartKind.PARAGRAPH | PartKind.DASH | PartKind.PLUS:
            return _paragraph(bench, operation)
        case PartKind.SENTENCE:
            return _sentence(bench, operation)
        case PartKind.FORM:
            return _form(bench, operation)
        case _:
            raise RefusedError(
                f"Chưa làm được lệnh bổ sung {spoken(operation.target, operation.parts)}; xin tự ghi."
            )


def _provision(bench: Bench, operation: Operation, beside: Mapping[Address, Operation]) -> Deed:
    target = operation.target
    if bench.has(target):
        raise RefusedError(f"Văn bản gốc đã có {target.spoken()}.")
    new, remark = _new(operation)
    anchor, side = _anchor(bench, operation, beside)
    remarks = (remark,) if remark else ()
    if anchor is None:
        parent = bench.home(target)
        _follows(bench, target, parent, beside)
        return Deed((), (Put((new,), parent),), (), remarks)
    neighbour = _same_rank(bench, bench.find(anchor), target, side)
    after, before = (neighbour, None) if side is Side.AFTER else (None, neighbour)
    return Deed((), (Put((new,), bench.parent(neighbour), after, before),), (), remarks)


def _new(operation: Operation) -> tuple[Twig, str]:
    """The new provision, and what there is to say of its content."""
    target, content = operation.target, grafts.given(operation)
    top = content[0]
    if top.kind is target.kind and top.label == target.label and len(content) == 1:
        return _fresh(graft(top, target)), ""
    if top.kind is Kind.ANNEX and target.kind is Kind.ANNEX and len(content) == 1:
        return _fresh(grafts.renamed(graft(top, target), target.label)), ""
    if top.kind is Kind.PARAGRAPH and target.kind in (Kind.CLAUSE, Kind.POINT):
        made = make(target, top.text, (*top.children, *content[1:]))
        return _fresh(
            graft(made, target)
        ), f"Nội dung mới không ghi số, ký hiệu: đã ghi là {target.spoken()}."
    odd = next((item for item in content if item.label != target.label), top)
    raise RefusedError(
        f"Nội dung mới có {odd.address.spoken()}, không phải {target.spoken()} mà lệnh nói đến."
    )


def _fresh(twig: Twig) -> Twig:
    twig.new = True
    return twig


def _anchor(
    bench: Bench, operation: Operation, beside: Mapping[Address, Operation]
) -> tuple[Address | None, Side]:
    """The neighbour in the old text; one that another command adds lends its own."""
    seen = [operation]
    while (anchor := seen[-1].anchor) is not None and not bench.has(anchor):
        if anchor not in beside or beside[anchor] in seen:
            break
        seen.append(beside[anchor])
    return seen[-1].anchor, seen[-1].side


def _same_rank(bench: Bench, neighbour: Twig, target: Address, side: Side) -> Twig:
    """The neighbour, or the provision around it that a new one of this kind can stand beside."""
    twig = neighbour
    while twig.kind is not target.kind:
        parent = bench.parent(twig)
        edge = parent.children[-1 if side is Side.AFTER else 0] if parent.children else twig
        if edge is not twig or not parent.address.steps:
            raise RefusedError(
                f"{target.spoken()} không đặt được ngay bên cạnh {neighbour.address.spoken()}."
            )
        twig = parent
    if target.kind in (Kind.CLAUSE, Kind.POINT) and bench.find(target.parent) is not bench.parent(twig):
        raise RefusedError(f"{neighbour.address.spoken()} không ở trong {target.parent.spoken()}.")
    return twig


def _follows(bench: Bench, target: Address, parent: Twig, beside: Mapping[Address, Operation]) -> None:
    """Whether a label says by itself where the new provision stands: right behind one that is there."""
    around = bench.top.walk() if target.kind is Kind.ARTICLE else parent.children
    labels = [twig.label for twig in around if twig.kind is target.kind]
    labels += [item.label for item in beside if item.parent == target.parent and item.kind is target.kind]
    near = any(step(label, target.label) is LabelStep.NEXT for label in labels)
    if labels and not near and not first(target.label):
        raise RefusedError(
            f"Lệnh không nói {target.spoken()} đặt ở đâu, mà số, ký hiệu này không tiếp theo số, ký hiệu nào"
            " đang có."
        )


def _paragraph(bench: Bench, operation: Operation) -> Deed:
    here = spot(bench, operation.target, operation.parts[:-1])
    unit = here.unit
    if not unit.address.steps or here.part is not None:
        raise RefusedError(
            f"Chưa làm được lệnh bổ sung {spoken(operation.target, operation.parts)}; xin tự ghi."
        )
    news = tuple(grafts.paragraph(unit, line) for line in grafts.lines_of(operation, unit, labelled=False))
    if operation.beside:
        return _beside(bench, operation, unit, news)
    number = operation.parts[-1].ordinal
    count = len(_listed(unit, operation.parts[-1]))
    if not operation.at_end and number not in (0, LAST, count + 1):
        raise RefusedError(
            f"{unit.address.spoken()} đã có {spoken(operation.target, operation.parts)}; chưa rõ đặt ở đâu."
        )
    after = unit.children[-1] if unit.children else None
    return Deed((), (Put(news, unit, after=after),))


def _listed(unit: Twig, part: Part) -> list[Twig]:
    every = paragraphs(unit)
    if part.kind is PartKind.PARAGRAPH:
        return every
    marks = ("+",) if part.kind is PartKind.PLUS else ("-", "–", "—", "•")
    return [twig for twig in every if twig.text.startswith(marks)]


def _beside(bench: Bench, operation: Operation, unit: Twig, news: tuple[Twig, ...]) -> Deed:
    neighbour = spot(bench, operation.target, (*operation.parts[:-1], *operation.beside)).twigs[-1]
    own = neighbour is unit
    if own and operation.side is Side.BEFORE:
        raise RefusedError(
            f"Đoạn mang số, ký hiệu của {unit.address.spoken()} không thể đứng sau một đoạn khác; chưa rõ đặt"
            " ở đâu."
        )
    if own:
        return Deed((), (Put(news, unit, before=unit.children[0] if unit.children else None),))
    after, before = (neighbour, None) if operation.side is Side.AFTER else (None, neighbour)
    return Deed((), (Put(news, bench.parent(neighbour), after, before),))


def _sentence(bench: Bench, operation: Operation) -> Deed:
    """A sentence behind or before another, or behind all of the only paragraph."""
    where = (*operation.parts[:-1], *(operation.beside or (Part(PartKind.SENTENCE, LAST),)))
    here = spot(bench, operation.target, where)
    lines = grafts.lines_of(operation, here.unit, labelled=False)
    if len(lines) > 1:
        raise RefusedError(f"Nội dung mới có {len(lines)} đoạn, mà lệnh bổ sung một câu.")
    own = here.pieces[-1]
    before = bool(operation.beside) and operation.side is Side.BEFORE
    place = own.span.start if before else own.span.end
    words = f"{lines[0]} " if before else f" {lines[0]}"
    return Deed((Rewording(own.twig, Span(place, place), words, Span(place, place)),))


def _form(bench: Bench, operation: Operation) -> Deed:
    """A form behind the last of an annex, or beside another form of it."""
    here = spot(bench, operation.target, operation.parts[:-1])
    if here.unit.kind is not Kind.ANNEX:
        raise RefusedError(f"Lệnh không nói {spoken(operation.target, operation.parts)} đặt ở phụ lục nào.")
    if _is_there(bench, operation):
        raise RefusedError(f"Văn bản gốc đã có {spoken(operation.target, operation.parts)}.")
    news = tuple(grow(node) for node in grafts.given(operation))
    for twig in news:
        for item in twig.walk():
            item.touched = True
    if not operation.beside:
        last = here.unit.children[-1] if here.unit.children else None
        return Deed((), (Put(news, here.unit, after=last),))
    stretch = spot(bench, operation.target, operation.beside).twigs
    edge = stretch[-1 if operation.side is Side.AFTER else 0]
    after, before = (edge, None) if operation.side is Side.AFTER else (None, edge)
    return Deed((), (Put(news, bench.parent(edge), after, before),))


def _is_there(bench: Bench, operation: Operation) -> bool:
    try:
        spot(bench, operation.target, operation.parts)
    except RefusedError:
        return False
    return True

"""Additions: where a new provision, paragraph, sentence or form stands in the old text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kcdocs.amend import forms, grafts, rows
from kcdocs.amend.bench import Bench, RefusedError
from kcdocs.amend.deeds import Deed, Put
from kcdocs.amend.make import make
from kcdocs.amend.phrase import Rewording
from kcdocs.amend.spots import DASHES, leading, loose_end, paragraphs, spot, whose
from kcdocs.amend.twig import Twig, graft
from kcdocs.law.kinds import LABELLED
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
        case PartKind.BASIS:
            return _basis(bench, operation)
        case _:
            raise RefusedError(f"Chưa làm được lệnh bổ sung {_named(operation)}; xin tự ghi.")


def _provision(bench: Bench, operation: Operation, beside: Mapping[Address, Operation]) -> Deed:
    anchor, side = _anchor(bench, operation, beside)
    target = _as_there(bench, operation.target)
    holder = bench.holder(target)
    new, remark = _new(operation, target)
    remarks = (remark,) if remark else ()
    if anchor is None:
        parent = bench.home(target)
        last = [child for child in parent.children if child.kind is target.kind][-1:]
        if last and holder is None and step(last[0].label, target.label) in (LabelStep.NEXT, LabelStep.GAP):
            _ends_clearly(bench, last[0])
        _follows(bench, target, parent, beside)
        return Deed((), (Put((new,), parent, before=holder, holder=holder),), (), remarks)
    neighbour = _same_rank(bench, bench.find(anchor), target, side)
    if side is Side.AFTER:
        _ends_clearly(bench, neighbour)
    after, before = (neighbour, None) if side is Side.AFTER else (None, neighbour)
    return Deed((), (Put((new,), bench.parent(neighbour), after, before, holder),), (), remarks)


def _ends_clearly(bench: Bench, twig: Twig) -> None:
    """Whether what stands behind a provision is surely its own, so that a new one has its place behind it."""
    if loose := loose_end(bench, twig):
        raise whose(twig, loose)


def _as_there(bench: Bench, target: Address) -> Address:
    """The target, an item of an annex called as the others there: drafters say "mục 3" of a clause 3 too."""
    if len(target.steps) < 2 or target.steps[0].kind is not Kind.ANNEX:
        return target
    parent = bench.find(target.parent)
    kinds = {child.kind for child in parent.children if child.kind in LABELLED}
    named_otherwise = len(kinds) == 1 and target.kind not in kinds
    return target.parent.child(kinds.pop(), target.label) if named_otherwise else target


def _new(operation: Operation, target: Address) -> tuple[Twig, str]:
    """The new provision, and what there is to say of its content."""
    content = grafts.given(operation)
    top = content[0]
    if target != operation.target and top.label == target.label:
        top = replace(top, kind=target.steps[-1].kind)
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
    near_by = (_as_there(bench, item) for item in beside if item.parent == target.parent)
    labels += [item.label for item in near_by if item.kind is target.kind]
    near = any(step(label, target.label) is LabelStep.NEXT for label in labels)
    if labels and not near and not first(target.label):
        raise RefusedError(
            f"Lệnh không nói {target.spoken()} đặt ở đâu, mà số, ký hiệu này không tiếp theo số, ký hiệu nào"
            " đang có."
        )


def _paragraph(bench: Bench, operation: Operation) -> Deed:
    """New paragraphs of a provision, where the first of them is to be counted."""
    here = spot(bench, operation.target, operation.parts[:-1])
    unit, part = here.unit, operation.parts[-1]
    if not unit.address.steps or here.part is not None:
        raise RefusedError(f"Chưa làm được lệnh bổ sung {_named(operation)}; xin tự ghi.")
    counted = _counted(unit, part)
    place = len(counted) + 1 if operation.at_end or part.ordinal in (0, LAST) else part.ordinal
    if place > len(counted):
        return _behind(operation, unit, counted, last=place == len(counted) + 1)
    if counted[place - 1] is unit:
        raise RefusedError(
            f"{unit.address.spoken()} bắt đầu bằng đoạn mang số, ký hiệu; chưa rõ đặt đoạn mới trước đoạn đó"
            " thế nào."
        )
    return _put(operation, unit, before=counted[place - 1])


def _put(operation: Operation, unit: Twig, after: Twig | None = None, before: Twig | None = None) -> Deed:
    """New paragraphs beside one; what a quotation repeats of those around them is none."""
    every = paragraphs(unit)
    place = (
        every.index(before) if before in every else every.index(after) + 1 if after in every else len(every)
    )
    given = rows.adding(operation, unit, every[:place], every[place:])
    news = tuple(grafts.paragraph(unit, line) for line in given.words)
    return Deed((), (Put(news, unit, after, before),), (), given.remarks)


def _behind(operation: Operation, unit: Twig, counted: list[Twig], *, last: bool) -> Deed:
    """New paragraphs behind those there are, or behind all of the provision."""
    if not last:
        raise RefusedError(f"{unit.address.spoken()} chỉ có {len(counted)} phần như vậy, không có chỗ ấy.")
    ends = operation.at_end or operation.parts[-1].ordinal in (0, LAST)
    if ends or counted[-1:] == unit.children[-1:]:
        return _put(operation, unit, after=unit.children[-1] if unit.children else None)
    if not counted or counted[-1] is unit:
        return _put(operation, unit, before=unit.children[0] if unit.children else None)
    return _put(operation, unit, after=counted[-1])


def _counted(unit: Twig, part: Part) -> list[Twig]:
    """What a new paragraph is counted among: all before the first labelled child, or those with its mark."""
    if part.kind is PartKind.PARAGRAPH:
        return leading(unit)
    marks = ("+",) if part.kind is PartKind.PLUS else DASHES
    return [twig for twig in paragraphs(unit) if twig.text.startswith(marks)]


def _sentence(bench: Bench, operation: Operation) -> Deed:
    """A sentence of the only paragraph meant, where it is to be counted."""
    ordinal = operation.parts[-1].ordinal
    ends = operation.at_end or ordinal in (0, LAST)
    beside = Part(PartKind.SENTENCE, LAST if ends else max(ordinal - 1, 1))
    here = spot(bench, operation.target, (*operation.parts[:-1], beside))
    own, first_ = here.pieces[-1], not ends and ordinal == 1
    place = own.span.start if first_ else own.span.end
    new = rows.adding_sentence(operation, own.twig.text, place, here.unit)
    words = f"{new} " if first_ else f" {new}"
    return Deed((Rewording(own.twig, Span(place, place), words, Span(place, place)),))


def _form(bench: Bench, operation: Operation) -> Deed:
    """A form of an annex, before the first whose number ranks behind its own."""
    here = spot(bench, operation.target, operation.parts[:-1])
    label = operation.parts[-1].label
    if here.unit.kind is not Kind.ANNEX:
        raise RefusedError(f"Lệnh không nói {_named(operation)} đặt ở phụ lục nào.")
    if forms.run(here.twigs, label):
        raise RefusedError(f"Văn bản gốc đã có {_named(operation)}.")
    news = tuple(grafts.form(operation))
    later = forms.following(here.twigs, label)
    if later is not None:
        return Deed((), (Put(news, bench.parent(later), before=later),))
    return Deed((), (Put(news, here.unit, after=here.unit.children[-1] if here.unit.children else None),))


def _basis(bench: Bench, operation: Operation) -> Deed:
    """Legal bases beside those there are, before what proposes the text."""
    here = spot(bench, operation.target, (Part(PartKind.BASES),))
    news = tuple(grafts.bases(operation, here.unit))
    place = len(here.twigs) + 1 if operation.at_end else operation.parts[-1].ordinal
    if place == 1:
        return Deed((), (Put(news, here.unit, before=here.twigs[0]),))
    beside = spot(bench, operation.target, (Part(PartKind.BASIS, place - 1),))
    return Deed((), (Put(news, here.unit, after=beside.twigs[0]),))


def _named(operation: Operation) -> str:
    return spoken(operation.target, operation.parts)

"""Applying operations to an instrument."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kcdocs.amend import forms, wording
from kcdocs.amend.twig import Refer, Twig, addresses, freeze, graft, grow, trunk
from kcdocs.law.kinds import HEADED
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import (
    Act,
    Applied,
    Consolidation,
    Operation,
    PartKind,
    Side,
    Verdict,
)
from kcdocs.model.span import Span
from kcdocs.parse.names import Names
from kcdocs.parse.references import ReferenceContext, find
from kcdocs.parse.tree import Tree
from kcdocs.text.labels import rank

_ORDER = (
    Act.REPLACE_WORDS,
    Act.INSERT_WORDS,
    Act.REMOVE_WORDS,
    Act.RETITLE,
    Act.REPLACE,
    Act.REPEAL,
    Act.INSERT,
    Act.RENUMBER,
    Act.SUSPEND,
    Act.PROLONG,
    Act.CORRECT,
)
"""Words are meant as the original has them, so they are changed before provisions are replaced."""


def apply(original: Instrument, operations: Sequence[Operation]) -> Consolidation:
    """Apply operations to an instrument.

    The commands of one instrument hold together, so their order does not matter: words first, as the
    original has them, then headings, whole provisions, repeals, insertions and new labels.

    Args:
        original: The instrument; it is not changed.
        operations: What to do; an operation that has a reason against it is refused with that reason.

    Returns:
        The new instrument, its references read anew, and what became of each operation, in the order
        given.
    """
    bench = _Bench(original)
    done = {
        index: bench.do(operations[index])
        for act in _ORDER
        for index in range(len(operations))
        if operations[index].act is act
    }
    amended = replace(original, nodes=freeze(bench.top, _referrer(original, bench.top)), findings=())
    return Consolidation(original, amended, tuple(done[index] for index in range(len(operations))))


def _referrer(original: Instrument, top: Twig) -> Refer:
    """Reads references as the original's own, held against the provisions there are now."""
    cited = [item.citation for node in original.walk() for item in node.references if item.citation]
    names = Names(citation for citation in cited if citation.title)
    setting = ReferenceContext(type=original.citation.type, tree=Tree(addresses(top)), names=names)
    return lambda text, at, around: find(text, at=at, around=around, setting=setting)


class _RefusedError(Exception):
    """An operation that cannot be done; the message says why, in Vietnamese."""


def _by_hand(operation: Operation) -> str:
    raise _RefusedError(f"Chưa làm được lệnh này đối với {operation.target.spoken()}; xin tự ghi.")


class _Bench:
    """An instrument being amended."""

    def __init__(self, original: Instrument) -> None:
        self.top = trunk(original)
        self._index: dict[Address, list[Twig]] = {}
        self._parents: dict[Twig, Twig] = {}
        self._enter(self.top)
        self._acts: dict[Act, Callable[[Operation], str]] = {
            Act.REPLACE: self._replace,
            Act.INSERT: self._insert,
            Act.REPEAL: self._repeal,
            Act.RETITLE: self._retitle,
            Act.RENUMBER: self._renumber,
            Act.REPLACE_WORDS: self._words,
            Act.INSERT_WORDS: self._words,
            Act.REMOVE_WORDS: self._words,
            Act.SUSPEND: self._suspend,
            Act.PROLONG: _by_hand,
            Act.CORRECT: _by_hand,
        }

    def do(self, operation: Operation) -> Applied:
        """Do one operation and say how it went."""
        if operation.reason:
            return Applied(operation, Verdict.REFUSED, operation.reason)
        try:
            remark = self._acts[operation.act](operation)
        except _RefusedError as refusal:
            return Applied(operation, Verdict.REFUSED, str(refusal))
        verdict = Verdict.REMARK if remark else Verdict.DONE
        return Applied(operation, verdict, remark, (operation.target,))

    def _find(self, address: Address) -> Twig:
        if not address.steps:
            return self.top
        found = self._index.get(address, [])
        if not found:
            raise _RefusedError(f"Văn bản gốc không có {address.spoken()}.")
        if len(found) > 1:
            raise _RefusedError(f"Văn bản gốc có {len(found)} chỗ cùng là {address.spoken()}.")
        return found[0]

    def _enter(self, top: Twig) -> None:
        for twig in top.walk():
            self._index.setdefault(twig.address, []).append(twig)
            self._parents |= dict.fromkeys(twig.children, twig)

    def _leave(self, top: Twig) -> None:
        for twig in top.walk():
            self._index[twig.address].remove(twig)

    def _replace(self, operation: Operation) -> str:
        if operation.part is PartKind.LEAD:
            return self._replace_lead(operation)
        if operation.part is PartKind.FORM:
            return self._replace_form(operation)
        if not operation.content:
            raise _RefusedError(f"Lệnh không kèm nội dung mới của {operation.target.spoken()}.")
        twig = self._find(operation.target)
        parent = self._parents[twig]
        place = next(index for index, child in enumerate(parent.children) if child is twig)
        remark = "Điều khoản này đã bị một lệnh khác tác động." if twig.touched else ""
        grafts = [graft(node, _own(operation.target, node)) for node in operation.content]
        parent.children[place : place + 1] = grafts
        self._leave(twig)
        for fresh in grafts:
            self._parents[fresh] = parent
            self._enter(fresh)
        return remark

    def _replace_lead(self, operation: Operation) -> str:
        twig = self._find(operation.target)
        if twig.kind is Kind.ARTICLE:
            lead = twig.children[0] if twig.children else twig
            if lead.kind is not Kind.PARAGRAPH:
                raise _RefusedError(f"{operation.target.spoken()} không có đoạn mở đầu.")
            twig = lead
        twig.retell(operation.new)
        return ""

    def _replace_form(self, operation: Operation) -> str:
        annex = self._find(operation.target)
        place = forms.stretch(annex.children, operation.parts[-1].label)
        if place.start == place.stop:
            raise _RefusedError(
                f"{operation.target.spoken()} của văn bản gốc không có Mẫu số {operation.parts[-1].label}."
            )
        for twig in annex.children[place]:
            self._leave(twig)
        annex.children[place] = [grow(node) for node in operation.content]
        for fresh in annex.children[place.start : place.start + len(operation.content)]:
            for twig in fresh.walk():
                twig.touched = True
        return ""

    def _insert(self, operation: Operation) -> str:
        if self._index.get(operation.target):
            raise _RefusedError(f"Văn bản gốc đã có {operation.target.spoken()}.")
        neighbour = self._find(operation.anchor) if operation.anchor else None
        parent = self._parents[neighbour] if neighbour else self._home(operation.target)
        after = neighbour if operation.side is Side.AFTER else None
        before = neighbour if operation.side is Side.BEFORE else None
        for node in operation.content:
            twig = graft(node, _own(operation.target, node))
            after = _behind_earlier(parent, after, twig) if after is not None else None
            twig.new = True
            parent.place_child(twig, after=after, before=before)
            self._parents[twig] = parent
            self._enter(twig)
        return ""

    def _home(self, address: Address) -> Twig:
        """The twig a new provision belongs below when no neighbour is named."""
        if address.kind is not Kind.ARTICLE:
            return self._find(address.parent)
        articles = [twig for twig in self.top.walk() if twig.kind is Kind.ARTICLE]
        probe = Twig(Node(Kind.ARTICLE, address.label, address, (), (), ""), address)
        shelf = Twig(self.top.node, Address())
        shelf.children = list(articles)
        shelf.place_child(probe)
        place = shelf.children.index(probe)
        return self._parents[articles[max(place - 1, 0)]] if articles else self.top

    def _repeal(self, operation: Operation) -> str:
        if operation.part is PartKind.HEADING:
            return self._retitle(replace(operation, new=""))
        self._find(operation.target).repeal()
        return ""

    def _retitle(self, operation: Operation) -> str:
        twig = self._find(operation.target)
        if twig.kind not in HEADED:
            raise _RefusedError(f"{operation.target.spoken()} không có tên để sửa.")
        twig.retell(operation.new)
        return ""

    def _renumber(self, operation: Operation) -> str:
        twig = self._find(operation.target)
        for index, line in enumerate(twig.lines[:1]):
            lead = line.text[: twig.slices[index].start]
            fresh = lead.replace(twig.label, operation.new, 1)
            shift = len(fresh) - len(lead)
            span = twig.slices[index]
            twig.lines[index] = replace(line, text=fresh + line.text[len(lead) :])
            twig.slices[index] = Span(span.start + shift, span.end + shift)
        twig.label = operation.new
        twig.touched = True
        return ""

    def _suspend(self, operation: Operation) -> str:
        self._find(operation.target)
        return "Ngưng hiệu lực: lời văn giữ nguyên."

    def _words(self, operation: Operation) -> str:
        scope = [self._find(operation.target)]
        if not operation.parts:
            scope = list(scope[0].walk())
        places = [(twig, *found) for twig in scope for found in wording.occurrences(operation.old, twig)]
        if not places:
            raise _RefusedError(f"Không thấy cụm từ “{operation.old}” tại {operation.target.spoken()}.")
        if operation.act is Act.INSERT_WORDS and operation.target.steps and len(places) > 1:
            raise _RefusedError(
                f"Cụm từ “{operation.old}” có {len(places)} chỗ tại {operation.target.spoken()};"
                " chưa rõ là chỗ nào."
            )
        for twig, index, span in reversed(places):
            _reword(twig, index, span, operation)
        several = len(places) > 1 and bool(operation.target.steps)
        return f"Thấy {len(places)} chỗ, đã làm ở mọi chỗ." if several else ""


def _behind_earlier(parent: Twig, after: Twig, twig: Twig) -> Twig:
    """The last of the provisions inserted behind the same neighbour that ranks before the new one."""
    wanted = rank(twig.label)
    for child in parent.children[parent.children.index(after) + 1 :]:
        here = rank(child.label)
        if child.kind is not twig.kind or not child.new or not here or not wanted or here > wanted:
            break
        after = child
    return after


def _reword(twig: Twig, index: int, span: Span, operation: Operation) -> None:
    match operation.act, operation.side:
        case Act.REPLACE_WORDS, _:
            twig.reword(index, span, operation.new)
        case Act.INSERT_WORDS, Side.AFTER:
            twig.reword(index, Span(span.end, span.end), _spaced(operation.new, before=True))
        case Act.INSERT_WORDS, Side.BEFORE:
            twig.reword(index, Span(span.start, span.start), _spaced(operation.new, before=False))
        case _:
            twig.reword(index, span, "")
            own = twig.slices[index].of(twig.lines[index].text)
            twig.reword(index, *wording.tidy(own, span.start))


def _spaced(words: str, *, before: bool) -> str:
    """Inserted words with the space they need on the side of their neighbour."""
    if before:
        return words if words[:1] in ",;.:)” " else f" {words}"
    return words if words[-1:] in "(“ " else f"{words} "


def _own(target: Address, node: Node) -> Address:
    """Where a quoted node belongs: at the target, or beside it under its own label."""
    if node.kind is target.kind and node.label == target.label:
        return target
    return target.parent.child(node.kind, node.label)

"""Reading what a template's tags ask of its data: names, groups, lists, and what each use tells of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import nodes

from kcdocs.engine import asked_lists as lists
from kcdocs.engine import asked_uses as uses
from kcdocs.engine.asked_field import Asked
from kcdocs.engine.environment import sandbox
from kcdocs.word.package import open_package
from kcdocs.word.read import has_tags, prepare

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Asked", "asked_of"]

_OWN = frozenset({"loop", "true", "false", "none"})


def asked_of(template: bytes) -> Asked:
    """The fields that a template's tags ask for, lists and groups with what is in them.

    Args:
        template: A DOCX file whose tags can be read (see the checker).
    """
    reading = _Reading()
    package = open_package(template)
    for name, data in package.parts.items():
        if name.endswith(".xml") and package.content_type(name).endswith("+xml") and has_tags(data):
            reading.walk(sandbox().parse(prepare(data).source), _Scope({}))
    return reading.finish()


class _Found(NamedTuple):
    """A field that an expression leads to, and whether the expression has a way out if it is not there."""

    asked: Asked
    spared: bool = False


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is known at a place of the template.

    Attributes:
        names: The names that the template itself gives.
        sure: The fields that a condition around the place has made sure of.
    """

    names: dict[str, _Found]
    sure: frozenset[Asked] = frozenset()

    def given(self, sure: Iterable[Asked]) -> _Scope:
        """The same place inside a condition."""
        return _Scope(self.names, self.sure | frozenset(sure))

    def within(self, names: dict[str, _Found]) -> _Scope:
        """A place inside a loop or a macro, whose names end with it."""
        return _Scope({**self.names, **names}, self.sure)


@dataclass(slots=True)
class _Reading:
    """One template being read.

    Attributes:
        whole: What is asked of the record so far.
        alike: Pairs that are added to or compared with one another, so that both are of one kind.
    """

    whole: Asked = field(default_factory=Asked)
    alike: list[tuple[Asked, Asked]] = field(default_factory=list)

    def finish(self) -> Asked:
        """What is asked, when everything was read."""
        for _ in self.alike:
            for one, other in self.alike:
                if "so" in one.kinds | other.kinds:
                    one.kinds.add("so")
                    other.kinds.add("so")
        for _, asked in self.whole.below():
            if asked.fields and asked.fields.keys() <= uses.DATE_PARTS:
                asked.fields.clear()
                asked.kinds.add("ngay")
            if asked.counted and not (asked.printed or asked.kinds or asked.fields):
                asked.listed()
        return self.whole

    def walk(self, node: nodes.Node, scope: _Scope) -> None:
        """Note what a node of the template asks."""
        match node:
            case nodes.For():
                self._loop(node, scope)
            case nodes.Assign(target=nodes.Name(name=name)):
                scope.names[name] = self._of(node.node, scope)
            case nodes.If():
                self._branches(node, scope)
            case nodes.Macro():
                scope.names[node.name] = _Found(Asked())
                self._all(node.defaults, scope)
                self._all(node.body, scope.within({arg.name: _Found(Asked()) for arg in node.args}))
            case nodes.Expr():
                self._use(self._of(node, scope), scope)
            case _:
                self._all(node.iter_child_nodes(), scope)

    def _all(self, children: Iterable[nodes.Node], scope: _Scope) -> None:
        for child in children:
            self.walk(child, scope)

    def _loop(self, node: nodes.For, scope: _Scope) -> None:
        listed = self._of(node.iter, scope)
        item = listed.asked.listed()
        self._use(listed, scope, printed=False)
        inside = scope.within({name: _Found(one) for name, one in lists.targets(node.target, item).items()})
        if node.test:
            self._tested(node.test, inside)
            inside = inside.given(self._sure(node.test, inside))
        self._all(node.body, inside)
        self._all(node.else_, scope.within({}))

    def _branches(self, node: nodes.If, scope: _Scope) -> None:
        """Each branch knows that its condition holds and that those before it do not."""
        self._tested(node.test, scope)
        self._all(node.body, scope.given(self._sure(node.test, scope)))
        otherwise = scope.given(self._sure_without(node.test, scope))
        for branch in node.elif_:
            self._branches(branch, otherwise)
            otherwise = otherwise.given(self._sure_without(branch.test, otherwise))
        self._all(node.else_, otherwise)

    def _use(self, found: _Found, scope: _Scope, *, printed: bool = True) -> None:
        asked = found.asked
        asked.printed = asked.printed or printed
        asked.needed = asked.needed or not (found.spared or asked in scope.sure)

    def _tested(self, node: nodes.Node, scope: _Scope) -> None:
        """A condition: what it asks of a field by itself, without comparing it, is whether it is so."""
        match node:
            case nodes.Not(node=inner):
                self._tested(inner, scope)
            case nodes.And():
                self._tested(node.left, scope)
                self._tested(node.right, scope.given(self._sure(node.left, scope)))
            case nodes.Or():
                self._tested(node.left, scope)
                self._tested(node.right, scope.given(self._sure_without(node.left, scope)))
            case nodes.Test(name=name) if name in uses.PRESENCE_TESTS:
                self._of(node.node, scope)
            case nodes.Test(name="true" | "false" | "boolean"):
                self._of(node.node, scope).asked.tested = True
            case nodes.Compare(ops=[nodes.Operand(op="eq" | "ne", expr=nodes.Const(value=bool()))]):
                self._of(node.expr, scope).asked.tested = True
            case nodes.Compare(ops=[nodes.Operand(op="eq" | "ne", expr=other)]) if uses.is_nothing(other):
                self._of(node.expr, scope)
            case nodes.Filter(name=name) if name in uses.COUNTS | uses.LISTS | uses.EITHER:
                self._of(node, scope)
            case nodes.Name() | nodes.Getattr() | nodes.Getitem() | nodes.Filter():
                self._of(node, scope).asked.tested = True
            case _:
                self.walk(node, scope)

    def _sure(self, node: nodes.Node, scope: _Scope) -> set[Asked]:  # noqa: PLR0911 - a case a kind of node
        """The fields that are there if a condition holds."""
        match node:
            case nodes.And():
                return self._sure(node.left, scope) | self._sure(node.right, scope)
            case nodes.Or():
                return self._sure(node.left, scope) & self._sure(node.right, scope)
            case nodes.Not():
                return self._sure_without(node.node, scope)
            case nodes.Test(name=name):
                return set() if name in uses.ABSENT else {self._of(node.node, scope).asked}
            case nodes.Compare(expr=inner, ops=[nodes.Operand(op=op, expr=other)]):
                return set() if uses.is_nothing(other) is (op == "eq") else {self._behind(inner, scope)}
            case nodes.Name() | nodes.Getattr() | nodes.Getitem() | nodes.Filter():
                return {self._behind(node, scope)}
            case _:
                return set()

    def _sure_without(self, node: nodes.Node, scope: _Scope) -> set[Asked]:
        """The fields that are there if a condition does not hold."""
        match node:
            case nodes.Not():
                return self._sure(node.node, scope)
            case nodes.Or():
                return self._sure_without(node.left, scope) | self._sure_without(node.right, scope)
            case nodes.And():
                return self._sure_without(node.left, scope) & self._sure_without(node.right, scope)
            case nodes.Test(name=name) if name in uses.ABSENT:
                return {self._of(node.node, scope).asked}
            case nodes.Compare(expr=inner, ops=[nodes.Operand(op="eq", expr=other)]) if uses.is_nothing(
                other
            ):
                return {self._of(inner, scope).asked}
            case _:
                return set()

    def _behind(self, node: nodes.Node, scope: _Scope) -> Asked:
        """The field behind an expression, also where filters count it or choose of it."""
        while isinstance(node, nodes.Filter) and node.node is not None:
            node = node.node
        return self._of(node, scope).asked

    def _of(self, node: nodes.Node, scope: _Scope) -> _Found:  # noqa: PLR0911 - a case a kind of node
        """The field that an expression leads to; what it asks of others on the way is noted."""
        match node:
            case nodes.Name(name=name) if name in scope.names:
                return scope.names[name]
            case nodes.Name(name=name) if name not in _OWN and name not in sandbox().globals:
                return _Found(self.whole.fields.setdefault(name, Asked()))
            case (
                nodes.Getattr(node=owner, attr=name)
                | nodes.Getitem(node=owner, arg=nodes.Const(value=str() as name))
            ):
                return self._member(owner, name, scope)
            case nodes.Getitem(node=owner):
                return self._at(owner, node.arg, scope)
            case nodes.Filter(node=nodes.Expr() as inner):
                return self._filtered(node, inner, scope)
            case nodes.Call(node=nodes.Getattr(node=owner, attr=name)):
                return self._called(node, owner, name, scope)
            case nodes.Or() | nodes.CondExpr():
                return self._choice(node, scope)
            case _:
                self._operation(node, scope)
                return _Found(Asked())

    def _member(self, owner: nodes.Expr, name: str, scope: _Scope) -> _Found:
        if isinstance(owner, nodes.Sub) and name == "days":
            for day in (owner.left, owner.right):
                self._claim(day, "ngay", scope)
                self._use(self._of(day, scope), scope)
            return _Found(Asked())
        found = self._of(owner, scope)
        self._use(found, scope, printed=False)
        return _Found(found.asked.fields.setdefault(name, Asked()))

    def _at(self, owner: nodes.Expr, place: nodes.Expr, scope: _Scope) -> _Found:
        found = self._of(owner, scope)
        self.walk(place, scope)
        if isinstance(place, nodes.Slice):
            return found
        self._use(found, scope, printed=False)
        return _Found(found.asked.listed())

    def _called(self, node: nodes.Call, owner: nodes.Expr, name: str, scope: _Scope) -> _Found:
        """A method of Python's: only texts and days have those that are known here."""
        self._all((*node.args, *node.kwargs), scope)
        if kind := "ngay" if name in uses.DATE_METHODS else "chu" if name in uses.TEXT_METHODS else "":
            self._claim(owner, kind, scope)
        self._use(self._of(owner, scope), scope, printed=bool(kind))
        return _Found(Asked())

    def _choice(self, node: nodes.Or | nodes.CondExpr, scope: _Scope) -> _Found:
        """One of two values: the field that the first is, which need not be there."""
        if isinstance(node, nodes.Or):
            test, second = node.left, node.right
            found = _Found(self._of(test, scope).asked, spared=True)
        else:
            test, second = node.test, node.expr2 or nodes.Const("")
            self._tested(test, scope)
            inside = scope.given(self._sure(test, scope))
            found = self._of(node.expr1, inside)
            found = _Found(found.asked, found.spared or found.asked in inside.sure)
        self._use(self._of(second, scope), scope.given(self._sure_without(test, scope)))
        return found

    def _operation(self, node: nodes.Node, scope: _Scope) -> None:
        match node:
            case nodes.And() | nodes.Not() | nodes.Test():
                self._tested(node, scope)
                if isinstance(node, nodes.Test) and node.name in uses.NUMBER_TESTS:
                    self._claim(node.node, "so", scope)
                if isinstance(node, nodes.Test) and node.name not in uses.PRESENCE_TESTS:
                    self._use(self._of(node.node, scope), scope)
            case nodes.Compare():
                self._compared(node, scope)
            case nodes.BinExpr():
                self._pair(node.left, node.right, scope, numbers=isinstance(node, uses.ARITHMETIC))
            case nodes.Neg(node=inner) | nodes.Pos(node=inner):
                self._claim(inner, "so", scope)
                self.walk(inner, scope)
            case _:
                self._all(node.iter_child_nodes(), scope)

    def _compared(self, node: nodes.Compare, scope: _Scope) -> None:
        before = node.expr
        for operand in node.ops:
            if operand.op in uses.ORDERS:
                self._pair(before, operand.expr, scope)
            else:
                self._all((before, operand.expr), scope)
            before = operand.expr

    def _pair(self, left: nodes.Expr, right: nodes.Expr, scope: _Scope, *, numbers: bool = False) -> None:
        """Two operands: both numbers if the sign or one of them says so."""
        found = [self._of(one, scope) for one in (left, right)]
        for one in found:
            self._use(one, scope)
        self.alike.append((found[0].asked, found[1].asked))
        if numbers or uses.is_number(left) or uses.is_number(right):
            self._claim(left, "so", scope)
            self._claim(right, "so", scope)

    def _claim(self, node: nodes.Expr, kind: str, scope: _Scope) -> None:
        """Say of which kind the value of an expression is, and so those it is worked out from."""
        match node:
            case nodes.Or() | nodes.Add() | nodes.Sub() | nodes.Mul() | nodes.Div():
                self._claim(node.left, kind, scope)
                self._claim(node.right, kind, scope)
            case nodes.CondExpr():
                self._claim(node.expr1, kind, scope)
                if node.expr2:
                    self._claim(node.expr2, kind, scope)
            case nodes.Filter(name="sum"):
                self._of(node, scope)
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                self._of(node, scope).asked.kinds.add(kind)
            case nodes.Filter(name=name, node=nodes.Expr() as inner) if name in uses.SAME_VALUE:
                self._claim(inner, kind, scope)
            case nodes.Filter(name=name) if name in uses.ITEM:
                self._of(node, scope).asked.kinds.add(kind)
            case _:
                return

    def _filtered(self, node: nodes.Filter, inner: nodes.Expr, scope: _Scope) -> _Found:
        self._all((*node.args, *node.kwargs), scope)
        found, name = self._of(inner, scope), node.name
        if kind := uses.KINDS.get(name):
            self._claim(inner, kind, scope)
            found.asked.unit = found.asked.unit or uses.UNITS.get(name, "")
        if name in {"default", "d"}:
            return _Found(found.asked, spared=True)
        if name in uses.EITHER:
            return found
        if name in uses.COUNTS:
            found.asked.counted = True
            self._use(found, scope, printed=False)
            return _Found(Asked())
        if name in uses.LISTS:
            self._use(found, scope, printed=False)
            return _Found(lists.result(node, found.asked), spared=found.spared)
        self._use(found, scope)
        return _Found(found.asked, spared=True) if name in uses.SAME_VALUE else _Found(Asked())

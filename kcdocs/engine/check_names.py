"""Which fields, filters and tests a template asks for, and whether they are there."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from kcdocs.engine.check_syntax import ANYTHING
from kcdocs.engine.environment import sandbox
from kcdocs.engine.shapes import ANY, DataShape
from kcdocs.text.nearest import nearest

_SAME = frozenset(
    {"sort", "list", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "counted"}
)
_ITEM = frozenset({"first", "last", "random", "min", "max"})
_OWN = ("loop", "caller", "varargs", "kwargs", "self", "super", ANYTHING)


@dataclass(frozen=True, slots=True)
class MissingField:
    """A field that is asked for and not there.

    Attributes:
        line: Line of the source.
        name: What was asked for, as written ("co_quan.tenn").
        near: What may have been meant, or empty.
        owner: The group of fields it was looked for in; empty for the record.
    """

    line: int
    name: str
    near: str
    owner: str


@dataclass(slots=True)
class AskedNames:
    """The names that a template asks for.

    Attributes:
        missing: Fields that are not there, in order.
        used: Paths of the fields that are used ("can_cu[].so").
        filters: Line and name of each unknown filter.
        tests: Line and name of each unknown test.
    """

    missing: list[MissingField] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    filters: list[tuple[int, str]] = field(default_factory=list)
    tests: list[tuple[int, str]] = field(default_factory=list)


def names_in(source: str, shape: DataShape | None) -> AskedNames:
    """Find what a template asks for.

    Args:
        source: Source of a part.
        shape: The data; None if nothing is known of them, so that no field is missing.

    Raises:
        TemplateSyntaxError: The source cannot be read.
    """
    tree = sandbox().parse(source)
    found = AskedNames()
    known, tests = sandbox().filters, sandbox().tests
    found.filters = [
        (node.lineno, node.name) for node in tree.find_all(nodes.Filter) if node.name not in known
    ]
    found.tests = [(node.lineno, node.name) for node in tree.find_all(nodes.Test) if node.name not in tests]
    walker = _Walker(shape, found)
    free = dict.fromkeys((*_OWN, *sandbox().globals), ANY)
    walker.body(tree.body, ChainMap({}, free))
    return found


@dataclass(slots=True)
class _Walker:
    """Walks a template with the names that each place knows."""

    data: DataShape | None
    found: AskedNames

    def body(self, children: list[nodes.Node], scope: ChainMap[str, DataShape]) -> None:
        for child in children:
            self.node(child, scope)

    def node(self, node: nodes.Node, scope: ChainMap[str, DataShape]) -> None:
        handler = _STATEMENTS.get(type(node))
        if handler:
            handler(self, node, scope)
        elif isinstance(node, nodes.Expr):
            self.whole(node, scope)
        else:
            self.body(list(node.iter_child_nodes()), scope)

    def for_(self, node: nodes.For, scope: ChainMap[str, DataShape]) -> None:
        item = self.shape(node.iter, scope).item or ANY
        inner = scope.new_child(dict(_bound(node.target, item)))
        if node.test:
            self.whole(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope.new_child())

    def if_(self, node: nodes.If, scope: ChainMap[str, DataShape]) -> None:
        self.whole(node.test, scope)
        asked = _asked(node.test)
        self.body(node.body, _inner(scope, asked) if asked else scope)
        for branch in node.elif_:
            self.if_(branch, scope)
        self.body(node.else_, scope)

    def assign(self, node: nodes.Assign, scope: ChainMap[str, DataShape]) -> None:
        value = self.shape(node.node, scope)
        scope.update(_bound(node.target, value))

    def assign_block(self, node: nodes.AssignBlock, scope: ChainMap[str, DataShape]) -> None:
        self.body(node.body, scope.new_child())
        scope.update(_bound(node.target, ANY))

    def macro(self, node: nodes.Macro | nodes.CallBlock, scope: ChainMap[str, DataShape]) -> None:
        if isinstance(node, nodes.Macro):
            scope[node.name] = ANY
        else:
            self.whole(node.call, scope)
        for default in node.defaults:
            self.whole(default, scope)
        self.body(node.body, scope.new_child({argument.name: ANY for argument in node.args}))

    def with_(self, node: nodes.With, scope: ChainMap[str, DataShape]) -> None:
        inner = scope.new_child()
        for target, value in zip(node.targets, node.values, strict=True):
            inner.update(_bound(target, self.shape(value, scope)))
        self.body(node.body, inner)

    def whole(self, node: nodes.Node, scope: ChainMap[str, DataShape]) -> None:
        """A value that is used with all it holds."""
        self.found.used |= {part.path for part in self.shape(node, scope).below()}

    def shape(  # noqa: PLR0911 - one kind of expression a case
        self, node: nodes.Node, scope: ChainMap[str, DataShape]
    ) -> DataShape:
        """What is known of an expression's value; what it asks for is noted."""
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr():
                return self._field(node, node.attr, self.shape(node.node, scope))
            case nodes.Getitem(arg=nodes.Const(value=str() as name)):
                return self._field(node, name, self.shape(node.node, scope))
            case nodes.Getitem(arg=nodes.Const(value=int())):
                return self.shape(node.node, scope).item or ANY
            case nodes.Filter(name="default" | "d", node=nodes.Expr() as value):
                return self._optional(node, value, scope)
            case nodes.Test(name="defined" | "undefined", node=nodes.Expr() as value):
                _Walker(self.data, AskedNames(used=self.found.used)).shape(value, scope)
                return ANY
            case nodes.CondExpr():
                self.whole(node.test, scope)
                self.whole(node.expr1, _inner(scope, _asked(node.test)))
                if node.expr2:
                    self.whole(node.expr2, scope)
                return ANY
            case nodes.Filter(name=name, node=nodes.Expr() as value) if name in _SAME | _ITEM:
                self._arguments(node, scope)
                inner = self.shape(value, scope)
                return (inner.item or ANY) if name in _ITEM else inner
            case _:
                self._arguments(node, scope)
                return ANY

    def _arguments(self, node: nodes.Node, scope: ChainMap[str, DataShape]) -> None:
        kept = isinstance(node, nodes.Filter) and node.name in _SAME | _ITEM
        for child in node.iter_child_nodes(exclude=("node",) if kept else ()):
            self.node(child, scope)

    def _optional(self, node: nodes.Filter, value: nodes.Expr, scope: ChainMap[str, DataShape]) -> DataShape:
        for argument in node.args:
            self.whole(argument, scope)
        return _Walker(self.data, AskedNames(used=self.found.used)).shape(value, scope)

    def _name(self, node: nodes.Name, scope: ChainMap[str, DataShape]) -> DataShape:
        if node.name in scope:
            return scope[node.name]
        if self.data is None:
            return ANY
        if node.name in self.data.fields:
            return self._used(self.data.fields[node.name])
        near = nearest(node.name, (*self.data.fields, *_bound_names(scope))) or self._elsewhere(node.name)
        self.found.missing.append(MissingField(node.lineno, node.name, near, ""))
        return ANY

    def _field(self, node: nodes.Expr, name: str, owner: DataShape) -> DataShape:
        if name in owner.fields:
            return self._used(owner.fields[name])
        if owner.fields and not hasattr(dict, name):
            self.found.missing.append(
                MissingField(node.lineno, name, nearest(name, owner.fields), owner.path)
            )
        elif owner.item and owner.item.fields and not hasattr(list, name):
            self.found.missing.append(MissingField(node.lineno, name, "", owner.path))
        return ANY

    def _used(self, shape: DataShape) -> DataShape:
        self.found.used.add(shape.path)
        return shape

    def _elsewhere(self, name: str) -> str:
        """A field of that name in a group of fields."""
        parts = self.data.below() if self.data else ()
        return next(
            (part.path for part in parts if part.path.rpartition(".")[2] == name and "[" not in part.path), ""
        )


def _inner(scope: ChainMap[str, DataShape], names: Mapping[str, DataShape]) -> ChainMap[str, DataShape]:
    return scope.new_child({name: shape for name, shape in names.items() if name not in scope})


def _asked(test: nodes.Node) -> dict[str, DataShape]:
    """The names that a condition asks to be defined; where it holds, they are."""
    tests = [test] if isinstance(test, nodes.Test) else []
    asked = [item.node for item in (*tests, *test.find_all(nodes.Test)) if item.name == "defined"]
    return {name.name: ANY for name in asked if isinstance(name, nodes.Name)}


def _bound(target: nodes.Node, value: DataShape) -> Iterator[tuple[str, DataShape]]:
    if isinstance(target, nodes.Name):
        yield target.name, value
    else:
        yield from ((name.name, ANY) for name in target.find_all(nodes.Name))


def _bound_names(scope: ChainMap[str, DataShape]) -> list[str]:
    return [name for names in scope.maps[:-1] for name in names]


_STATEMENTS: Mapping[type[nodes.Node], Callable[[_Walker, Any, ChainMap[str, DataShape]], None]] = {
    nodes.For: _Walker.for_,
    nodes.If: _Walker.if_,
    nodes.Assign: _Walker.assign,
    nodes.AssignBlock: _Walker.assign_block,
    nodes.Macro: _Walker.macro,
    nodes.CallBlock: _Walker.macro,
    nodes.With: _Walker.with_,
}

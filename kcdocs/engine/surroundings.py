"""What a template prints around each value: the text of its paragraph on both sides, and what is above.

Found once, when a template is compiled, from its own paragraphs; every template says it by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import islice, product
from typing import NamedTuple, TypeAlias

from jinja2 import nodes

from kcdocs.engine import limits
from kcdocs.engine.which_items import branches_of, slice_of
from kcdocs.text.slices import Slice

EDGE = "\ufffc"
"""Stands before and behind the path of a value within the text around another; two for a number."""

_TOKEN = re.compile(r"<(?P<end>/?)w:(?P<name>p|t|tab|br|cr)(?=[\s/>])[^<>]*?(?P<empty>/?)>|<[^<>]*>|[^<>]+")
_KEPT = frozenset(
    {
        "hoa",
        "hoa_dau",
        "khong_ngat",
        "can_dong",
        "upper",
        "lower",
        "title",
        "capitalize",
        "trim",
        "default",
        "d",
        "e",
        "list",
    }
)
"""Filters that print the value itself, in other letters or not."""
_REARRANGED = frozenset({"sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"})


class Printed(NamedTuple):
    """A value in one place where a template prints it.

    Attributes:
        path: The value as the template names it ("dieu[].ten", "the_thuc.noi_nhan[]").
        before: The text of its paragraph before it; the path of another value between two `EDGE`s.
        after: The text behind it.
        above: The paragraph above, if it stands alone in its own and that one is short; else empty.
        offset: What is added to its number in a label that counts ("{{ loop.index + 1 }}. ": 1).
        items: Which items of its nearest list are printed so; nothing for all.
    """

    path: str
    before: str
    after: str
    above: str
    offset: int
    items: tuple[Slice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Value:
    """A value that is printed; without a path, nothing is known of it.

    Attributes:
        path: The value as the template names it.
        offset: What a number adds to that of an item.
        of: Path of the list that the slices are of.
        slices: What the template takes of that list.
        ordered: Whether its list is in the order of the record.
    """

    path: str = ""
    offset: int = 0
    of: str = ""
    slices: tuple[Slice, ...] = ()
    ordered: bool = True

    def among(self, of: str, *taken: Slice) -> _Value:
        """The same value where less is taken of its list."""
        kept = self.slices if self.of == of else ()
        return replace(self, of=of, slices=(*kept, *taken))

    @property
    def items(self) -> tuple[Slice, ...]:
        """Which items of its nearest list it may be."""
        own = self.ordered and self.of and self.of == self.path.rpartition("[]")[0]
        return self.slices if own else ()


@dataclass(frozen=True, slots=True)
class _Either:
    """Texts of which one is printed.

    Attributes:
        texts: The texts.
        of: Path of the list whose items decide; empty if something else does.
        slices: For each text, for which of the items it is.
    """

    texts: tuple[tuple[_Piece, ...], ...]
    of: str = ""
    slices: tuple[tuple[Slice, ...], ...] = ()


_Piece: TypeAlias = "str | _Value | _Either"
_Scope: TypeAlias = Mapping[str, Sequence[_Piece]]
_Decided: TypeAlias = "tuple[tuple[str, tuple[Slice, ...]], ...]"
_UNKNOWN: Sequence[_Piece] = (_Value(),)


def surroundings(tree: nodes.Template) -> tuple[Printed, ...]:
    """What stands around each value that a part prints.

    Args:
        tree: The parsed part, with its XML as it is.
    """
    walk = _Walk()
    walk.body(tree.body, {})
    return tuple(dict.fromkeys(walk.found))


@dataclass(slots=True)
class _Walk:
    """One walk through a part, paragraph by paragraph."""

    found: list[Printed] = field(default_factory=list)
    line: list[_Piece] = field(default_factory=list)
    above: str = ""
    in_text: bool = False

    def body(self, children: Iterable[nodes.Node], scope: dict[str, Sequence[_Piece]]) -> None:
        for child in children:
            self._node(child, scope)

    def _node(self, node: nodes.Node, scope: dict[str, Sequence[_Piece]]) -> None:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    self._output(part, scope)
            case nodes.For():
                self._for(node, scope)
            case nodes.If():
                self._if(node, scope)
            case nodes.Assign(target=nodes.Name(name=name)):
                scope[name] = _pieces(node.node, scope)
            case nodes.With() | nodes.FilterBlock() | nodes.Scope() | nodes.Block():
                self.body(node.body, dict(scope))

    def _output(self, part: nodes.Node, scope: _Scope) -> None:
        if isinstance(part, nodes.TemplateData):
            self._data(part.data)
        else:
            self.line += _pieces(part, scope)

    def _for(self, node: nodes.For, scope: dict[str, Sequence[_Piece]]) -> None:
        item: dict[str, Sequence[_Piece]] = dict.fromkeys(
            (name.name for name in node.target.find_all(nodes.Name)), _UNKNOWN
        )
        if isinstance(node.target, nodes.Name):
            item[node.target.name] = _below(_pieces(node.iter, scope), "[]")
        item["loop"] = _pieces(node.iter, scope)
        for body, inner in ((node.body, {**scope, **item}), (node.else_, dict(scope))):
            self.above = "" if _has_paragraphs(body) else self.above
            self.body(body, inner)
        self.above = ""

    def _if(self, node: nodes.If, scope: dict[str, Sequence[_Piece]]) -> None:
        branches = [node.body, *(one.body for one in node.elif_), node.else_]
        tests = [node.test, *(one.test for one in node.elif_)]
        of, slices = _decided(tests, scope)
        if any(map(_has_paragraphs, branches)):
            for branch, taken in zip(branches, slices, strict=True):
                self.above = ""
                self.body(branch, _narrowed(scope, of, taken))
            self.above = ""
            return
        before, texts = self.line, list[tuple[_Piece, ...]]()
        for branch in branches:
            self.line = []
            self.body(branch, dict(scope))
            texts.append(tuple(self.line))
        self.line = [*before, _Either(tuple(texts), of, slices)]

    def _data(self, data: str) -> None:
        for token in _TOKEN.finditer(data):
            if token[0][0] != "<":
                if self.in_text:
                    self.line.append(unescape(token[0]))
            elif name := token["name"]:
                self._tag(name, ended=bool(token["end"]), empty=bool(token["empty"]))

    def _tag(self, name: str, *, ended: bool, empty: bool) -> None:
        if name == "t":
            self.in_text = not (ended or empty)
        elif name != "p":
            self.line.append(" ")
        elif ended or empty:
            self._close()
        else:
            self.line = []

    def _close(self) -> None:
        """Note the values of a paragraph that ends here."""
        text = ""
        for line, decided in islice(_spelled(self.line), limits.WORDINGS):
            alone = [piece for piece in line if isinstance(piece, _Value) or piece.strip()]
            above = self.above if len(alone) == 1 else ""
            for at, piece in enumerate(line):
                if isinstance(piece, _Value) and piece.path:
                    around = _text(line[:at]), _text(line[at + 1 :]), above, _offset(line[:at])
                    self.found.append(Printed(piece.path, *around, _items(piece, decided)))
            text = _text(line)
        self.above = text.strip() if len(text) <= limits.LABEL_LENGTH else ""
        self.line = []


def _spelled(line: Sequence[_Piece]) -> Iterator[tuple[list[str | _Value], _Decided]]:
    """Every wording of a paragraph, one of the texts of each place where there are several, and for what."""
    choices = [_choices(piece) for piece in line]
    for chosen in product(*choices):
        flat = [piece for texts, _ in chosen for piece in texts]
        decided = tuple(one for _, one in chosen if one[1])
        if any(isinstance(piece, _Either) for piece in flat):
            for text, inner in islice(_spelled(flat), limits.WORDINGS):
                yield text, (*decided, *inner)
        else:
            yield [piece for piece in flat if not isinstance(piece, _Either)], decided


def _choices(piece: _Piece) -> list[tuple[tuple[_Piece, ...], tuple[str, tuple[Slice, ...]]]]:
    if not isinstance(piece, _Either):
        return [((piece,), ("", ()))]
    slices = piece.slices or ((),) * len(piece.texts)
    return [(text, (piece.of, taken)) for text, taken in zip(piece.texts, slices, strict=True)]


def _items(value: _Value, decided: _Decided) -> tuple[Slice, ...]:
    """Which items of its nearest list a value is in a wording that stands for some items of lists."""
    own = value.path.rpartition("[]")[0]
    for of, taken in decided:
        value = value.among(of, *taken) if of == own else value
    return value.items


def _decided(tests: Sequence[nodes.Node], scope: _Scope) -> tuple[str, tuple[tuple[Slice, ...], ...]]:
    """The list of the nearest loop, and for which of its items each branch is: one a test, and the last."""
    match scope.get("loop"):
        case [_Value(path=str() as of, ordered=True)] if of:
            slices, left = list[tuple[Slice, ...]](), tuple[Slice, ...]()
            for test in tests:
                found = branches_of(test)
                slices.append((*left, found[0]) if found else left)
                left = (*left, found[1]) if found else left
            return of, (*slices, left)
        case _:
            return "", ((),) * (len(tests) + 1)


def _narrowed(scope: _Scope, of: str, taken: tuple[Slice, ...]) -> dict[str, Sequence[_Piece]]:
    """What the names stand for where a list's items are these alone."""
    if not taken:
        return dict(scope)
    return {
        name: [
            piece.among(of, *taken)
            if isinstance(piece, _Value) and piece.path.startswith(f"{of}[]")
            else piece
            for piece in pieces
        ]
        for name, pieces in scope.items()
    }


def _text(line: Iterable[str | _Value]) -> str:
    return "".join(piece if isinstance(piece, str) else f"{EDGE}{piece.path}{EDGE}" for piece in line)


def _offset(line: Sequence[str | _Value]) -> int:
    return next((piece.offset for piece in reversed(line) if isinstance(piece, _Value)), 0)


def _has_paragraphs(body: Iterable[nodes.Node]) -> bool:
    return any(re.search(r"</w:p>|<w:p/>", data.data) for node in body for data in _data_of(node))


def _data_of(node: nodes.Node) -> Iterator[nodes.TemplateData]:
    if isinstance(node, nodes.TemplateData):
        yield node
    else:
        yield from node.find_all(nodes.TemplateData)


def _pieces(node: nodes.Node, scope: _Scope) -> Sequence[_Piece]:  # noqa: PLR0911, PLR0912 - one kind of expression a case
    """What an expression prints, as far as it can be told without data."""
    match node:
        case nodes.Name(name=name):
            return scope.get(name, (_Value(name),))
        case nodes.Getattr(node=nodes.Name(name="loop"), attr=attribute):
            return (_Value(offset=-1 if attribute == "index0" else 0),)
        case (
            nodes.Getattr(node=owner, attr=name)
            | nodes.Getitem(node=owner, arg=nodes.Const(value=str() as name))
        ):
            return _below(_pieces(owner, scope), f".{name}")
        case nodes.Getitem(node=owner, arg=nodes.Slice() as arg):
            return _taken(_pieces(owner, scope), slice_of(arg))
        case nodes.Getitem(node=owner, arg=arg) if taken := slice_of(arg):
            return _below(_taken(_pieces(owner, scope), taken), "[]")
        case nodes.Filter(name="first" | "last" as name, node=nodes.Expr() as value):
            taken = (0, 1, None) if name == "first" else (-1, None, None)
            return _below(_taken(_pieces(value, scope), taken), "[]")
        case nodes.Filter(name=name, node=nodes.Expr() as value) if name in _KEPT:
            return _pieces(value, scope)
        case nodes.Filter(name=name, node=nodes.Expr() as value) if name in _REARRANGED:
            return [
                replace(piece, ordered=False) if isinstance(piece, _Value) else piece
                for piece in _pieces(value, scope)
            ]
        case nodes.Const(value=str() as text):
            return (text,)
        case nodes.Concat(nodes=parts):
            return [piece for part in parts for piece in _pieces(part, scope)]
        case nodes.Add(
            left=nodes.Getattr(node=nodes.Name(name="loop")), right=nodes.Const(value=int() as more)
        ):
            return (_Value(offset=more),)
        case nodes.CondExpr(test=test, expr1=one, expr2=other):
            texts = (_pieces(one, scope), _pieces(other, scope) if other else ())
            return (_Either(tuple(map(tuple, texts)), *_decided([test], scope)),)
        case _:
            return _UNKNOWN


def _below(owner: Sequence[_Piece], step: str) -> Sequence[_Piece]:
    """A field or an item of a value."""
    match owner:
        case [_Value(path=str() as path) as value] if path:
            return (replace(value, path=path + step),)
        case _:
            return _UNKNOWN


def _taken(owner: Sequence[_Piece], taken: Slice | None) -> Sequence[_Piece]:
    """A part of a list."""
    match owner:
        case [_Value(path=str() as path) as value] if path and taken:
            return (value.among(path, taken),)
        case _:
            return owner

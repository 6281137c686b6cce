"""What a template's tags ask of its data: names, groups, lists, and what the filters tell of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import nodes

from kcdocs.engine.environment import sandbox
from kcdocs.text.numbers import MONEY, SHARE
from kcdocs.word.package import open_package
from kcdocs.word.read import has_tags, prepare

if TYPE_CHECKING:
    from collections.abc import Iterable

_DATES = frozenset({"ngay_chu", "ngay_so"})
_NUMBERS = frozenset({"so", "tien", "so_chu", "tien_chu", "phan_tram", "thu_tu", "la_ma"})
_UNITS = {"tien": MONEY, "tien_chu": MONEY, "phan_tram": SHARE}
_OWN = frozenset({"loop", "true", "false", "none"})


@dataclass(slots=True)
class Asked:
    """What a template asks of one field.

    Attributes:
        fields: Fields inside it, if it is a group.
        item: What its items are, if it is a list.
        kind: "ngay", "so" or "" as its filters tell.
        unit: "%" or "đồng" where its filters print that behind it; else empty.
        tested: Whether a condition asks if it is so.
        printed: Whether it is printed or looked at anywhere else.
    """

    fields: dict[str, Asked] = field(default_factory=dict)
    item: Asked | None = None
    kind: str = ""
    unit: str = ""
    tested: bool = False
    printed: bool = False


def asked_of(template: bytes) -> Asked:
    """The fields that a template's tags ask for, lists and groups with what is in them.

    Args:
        template: A DOCX file whose tags can be read (see the checker).
    """
    whole = Asked()
    package = open_package(template)
    for name, data in package.parts.items():
        if name.endswith(".xml") and package.content_type(name).endswith("+xml") and has_tags(data):
            _walk(sandbox().parse(prepare(data).source), {}, whole)
    return whole


def _walk(node: nodes.Node, scope: dict[str, Asked], whole: Asked) -> None:
    match node:
        case nodes.For():
            listed = _of(node.iter, scope, whole)
            listed.item = listed.item or Asked()
            names = [name.name for name in node.target.find_all(nodes.Name)]
            target = [node.target.name] if isinstance(node.target, nodes.Name) else names
            _all((*node.body, *node.else_), {**scope, **dict.fromkeys(target, listed.item)}, whole)
        case nodes.Assign(target=nodes.Name(name=name)):
            scope[name] = _of(node.node, scope, whole)
        case nodes.Filter() if node.node is not None:
            _filtered(node, scope, whole)
        case nodes.If() | nodes.CondExpr():
            _tested(node.test, scope, whole)
            _all((child for child in node.iter_child_nodes() if child is not node.test), scope, whole)
        case nodes.Name() | nodes.Getattr() | nodes.Getitem():
            _of(node, scope, whole).printed = True
        case _:
            _all(node.iter_child_nodes(), scope, whole)


def _all(children: Iterable[nodes.Node], scope: dict[str, Asked], whole: Asked) -> None:
    for child in children:
        _walk(child, scope, whole)


def _tested(node: nodes.Node, scope: dict[str, Asked], whole: Asked) -> None:
    """A condition: what it asks of a field by itself, without comparing it, is whether it is so."""
    match node:
        case nodes.Not(node=inner):
            _tested(inner, scope, whole)
        case nodes.And() | nodes.Or():
            _tested(node.left, scope, whole)
            _tested(node.right, scope, whole)
        case nodes.Name() | nodes.Getattr() | nodes.Getitem():
            _of(node, scope, whole).tested = True
        case _:
            _walk(node, scope, whole)


def _filtered(node: nodes.Filter, scope: dict[str, Asked], whole: Asked) -> None:
    if node.node is None:
        return
    asked = _of(node.node, scope, whole)
    asked.printed = True
    if node.name in _DATES | _NUMBERS:
        asked.kind = "ngay" if node.name in _DATES else "so"
        asked.unit = asked.unit or _UNITS.get(node.name, "")
    _all(node.args, scope, whole)


def _of(node: nodes.Node, scope: dict[str, Asked], whole: Asked) -> Asked:
    """What a template asks of an expression; other expressions are walked and nothing is known of them."""
    match node:
        case nodes.Name(name=name) if name in scope:
            return scope[name]
        case nodes.Name(name=name) if name not in _OWN and name not in sandbox().globals:
            return whole.fields.setdefault(name, Asked())
        case (
            nodes.Getattr(node=owner, attr=name)
            | nodes.Getitem(node=owner, arg=nodes.Const(value=str() as name))
        ):
            return _of(owner, scope, whole).fields.setdefault(name, Asked())
        case nodes.Getitem(node=owner):
            listed = _of(owner, scope, whole)
            listed.item = listed.item or Asked()
            return listed.item
        case nodes.Name():
            return Asked()
        case _:
            _walk(node, scope, whole)
            return Asked()

"""Which items of a list a place of a template prints: the last alone, or all but it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

if TYPE_CHECKING:
    from kcdocs.text.slices import Slice

_FIRST: Slice = (0, 1, None)
_BEHIND: Slice = (1, None, None)
_LAST: Slice = (-1, None, None)
_BEFORE: Slice = (None, -1, None)
_OF_LOOP = {"first": (_FIRST, _BEHIND), "last": (_LAST, _BEFORE)}


def slice_of(arg: nodes.Expr) -> Slice | None:
    """What an index or a slice of the template takes of a list; None if that depends on the data."""
    if isinstance(arg, nodes.Slice):
        ends = (arg.start, arg.stop, arg.step)
        start, stop, step = (_number(end) for end in ends)
        known = all(end is None or _number(end) is not None for end in ends)
        return (start, stop, step) if known and step != 0 else None
    number = _number(arg)
    return None if number is None else (number, number + 1 or None, None)


def branches_of(test: nodes.Node) -> tuple[Slice, Slice] | None:
    """The items for which a test of a loop is true, and those for which it is not; None for another test."""
    match test:
        case nodes.Getattr(node=nodes.Name(name="loop"), attr=name) if name in _OF_LOOP:
            return _OF_LOOP[name]
        case nodes.Not(node=inner) if found := branches_of(inner):
            return found[1], found[0]
        case _:
            return None


def _number(arg: nodes.Expr | None) -> int | None:
    match arg:
        case nodes.Const(value=int() as number):
            return number
        case nodes.Neg(node=nodes.Const(value=int() as number)):
            return -number
        case _:
            return None

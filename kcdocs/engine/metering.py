"""What an operation costs before it runs, so that no single one in C takes minutes.

A list that holds another twice, and that one another, thirty times over, has a thousand million leaves and
takes no memory; to compare or to hash it takes as long as if it did. So what is compared, looked for or given
to a filter is weighed first, leaf by leaf, and the weight is taken from the document's rounds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2 import nodes, pass_context
from jinja2.utils import _PassArg

from kcdocs.engine import limits
from kcdocs.engine.budget import Budget

if TYPE_CHECKING:
    from jinja2.runtime import Context as JinjaContext

_DEEP = frozenset({"sort", "unique", "groupby", "min", "max", "sum", "dictsort"})
"""Filters that compare or add up what they are given."""

_BY_CHARACTER = frozenset(
    {"wordwrap", "list", "sort", "unique", "groupby", "reverse", "batch", "slice", "title"}
)
"""Filters that do Python's work for each character or item."""

COMPARING = frozenset(
    (
        "eq",
        "==",
        "equalto",
        "ne",
        "!=",
        "gt",
        ">",
        "greaterthan",
        "ge",
        ">=",
        "lt",
        "<",
        "lessthan",
        "le",
        "<=",
        "in",
    )
)
"""Tests that compare."""


def weigh(budget: Budget, value: object, *, deep: bool = True, by_character: bool = False) -> None:
    """Take the weight of a value from a document's rounds.

    Args:
        budget: What is left of its limits.
        value: Any value; what is no text and holds nothing weighs nothing.
        deep: Whether all that it holds counts, or only how much it holds.
        by_character: Whether a character or an item counts as much as a round.

    Raises:
        LimitReachedError: Nothing is left.
    """
    if isinstance(value, str | bytes):
        budget.loop(len(value) if by_character else len(value) // limits.CHARACTERS_A_ROUND)
    elif isinstance(value, range):
        budget.loop(len(value) // limits.NUMBERS_A_ROUND)
    elif isinstance(value, list | tuple | set | frozenset | Mapping):
        if deep:
            budget.loop(_leaves(value, budget.iterations))
        else:
            budget.loop(len(value) if by_character else len(value) // limits.CHARACTERS_A_ROUND)


def _leaves(value: object, most: int) -> int:
    """How many values a value holds, whatever holds them; counting stops beyond `most`."""
    count, waiting = 0, [value]
    while waiting and count <= most:
        held = waiting.pop()
        count += 1
        if isinstance(held, str | bytes):
            count += len(held) // limits.CHARACTERS_A_ROUND
        elif isinstance(held, list | tuple | set | frozenset):
            waiting.extend(held)
        elif isinstance(held, Mapping):
            waiting.extend(held.keys())
            waiting.extend(held.values())
    return count


def metered(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter or test that is paid for before it runs.

    Args:
        name: Its name in templates.
        function: What it does.
    """
    passed = _PassArg.from_obj(function)
    deep, by_character = name in _DEEP or name in COMPARING, name in _BY_CHARACTER

    @pass_context
    @wraps(function)
    def paid(context: Any, value: Any, *args: Any, **kwargs: Any) -> Any:
        budget = context.render
        if value.__class__ is not str or len(value) >= limits.CHARACTERS_A_ROUND:
            weigh(budget, value, deep=deep, by_character=by_character)
        for argument in args:
            weigh(budget, argument, deep=deep)
        if passed is None:
            return function(value, *args, **kwargs)
        return function(_first(context, passed), value, *args, **kwargs)

    return paid


def _first(context: JinjaContext, passed: _PassArg) -> Any:
    """What Jinja passes to a function before the value."""
    if passed is _PassArg.context:
        return context
    return context.eval_ctx if passed is _PassArg.eval_context else context.environment


@pass_context
def weighed(context: Any, value: Any) -> Any:
    """The value itself, once it is paid for."""
    if value.__class__ is not str or len(value) >= limits.CHARACTERS_A_ROUND:
        weigh(context.render, value)
    return value


def weigh_values(tree: nodes.Template) -> None:
    """Let what is compared, and what names an entry of a dictionary, be paid for.

    Args:
        tree: The parsed part; changed in place.
    """
    for compare in list(tree.find_all(nodes.Compare)):
        compare.expr = _paid(compare.expr)
        for operand in compare.ops:
            operand.expr = _paid(operand.expr)
    for pair in list(tree.find_all(nodes.Pair)):
        pair.key = _paid(pair.key)


def _paid(node: nodes.Expr) -> nodes.Expr:
    if isinstance(node, nodes.Const) or (isinstance(node, nodes.Filter) and node.name == "weighed"):
        return node
    return nodes.Filter(node, "weighed", [], [], None, None, lineno=node.lineno, environment=node.environment)

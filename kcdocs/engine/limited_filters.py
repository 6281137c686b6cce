"""Jinja's own filters that could fill the memory or make markup, made harmless."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import wraps
from typing import Any

from kcdocs.engine import limits
from kcdocs.engine.budget import check_format, check_string, check_width
from kcdocs.engine.characters import has_text
from kcdocs.text.amounts import figures, settled

Filter = Callable[..., Any]

_WIDE = ("center", "indent", "wordwrap", "batch", "slice", "round")
_OF_TEXT = (
    "capitalize",
    "center",
    "indent",
    "lower",
    "string",
    "striptags",
    "title",
    "trim",
    "truncate",
    "upper",
    "wordcount",
    "wordwrap",
)


class NoTextError(Exception):
    """A value without text where a filter or an operator needs one."""


def limited(filters: Mapping[str, Filter]) -> dict[str, Filter]:
    """Filters with a limit, to take the place of Jinja's.

    Args:
        filters: Jinja's own.
    """
    changed = {name: _narrow(filters[name]) for name in _WIDE}
    for name in _OF_TEXT:
        changed[name] = _text_only(changed.get(name, filters[name]))
    changed["format"] = _format(filters["format"])
    changed["replace"] = _growing(filters["replace"])
    changed["join"] = _join(filters["join"])
    changed["sum"] = _sum(filters["sum"])
    changed["indent"] = _text_only(_indent(_narrow(filters["indent"])))
    changed["striptags"] = _text_only(_striptags(filters["striptags"]))
    return changed | dict.fromkeys(("safe", "e", "escape", "forceescape"), _same)


def refuse_textless(value: object) -> None:
    """Refuse to make a text of what has no text.

    Raises:
        NoTextError: The value is nothing, a list, a group of fields or a function.
    """
    if not has_text(value):
        raise NoTextError


def _written(value: object) -> object:
    """A number with decimals as it is printed; anything else as it is."""
    return figures(value) if isinstance(value, Decimal) else value


def _same(value: object) -> object:
    """Values are always escaped when they are printed, so these filters change nothing."""
    return value


def _leading(function: Filter) -> int:
    """How many arguments Jinja passes before the value."""
    return int(hasattr(function, "jinja_pass_arg"))


def _narrow(function: Filter) -> Filter:
    @wraps(function)
    def narrow(*args: Any, **kwargs: Any) -> Any:
        value, *others = args[_leading(function) :]
        for argument in (*others, *kwargs.values()):
            check_width(argument)
            if isinstance(argument, str) and isinstance(value, str):
                check_string(len(value) * len(argument))
        return function(*args, **kwargs)

    return narrow


def _text_only(function: Filter) -> Filter:
    @wraps(function)
    def text_only(*args: Any, **kwargs: Any) -> Any:
        first = _leading(function)
        refuse_textless(args[first])
        return function(*args[:first], _written(args[first]), *args[first + 1 :], **kwargs)

    return text_only


def _format(function: Filter) -> Filter:
    @wraps(function)
    def formatted(value: object, *args: Any, **kwargs: Any) -> Any:
        check_format(str(value))
        for argument in (*args, *kwargs.values()):
            refuse_textless(argument)
        return function(value, *args, **kwargs)

    return formatted


def _growing(function: Filter) -> Filter:
    @wraps(function)
    def growing(context: object, value: Any, old: Any, new: Any, count: int | None = None) -> Any:
        for argument in (value, old, new):
            refuse_textless(argument)
        check_string((len(str(value)) + 1) * len(str(new)))
        return function(context, value, old, new, count)

    return growing


def _sum(function: Filter) -> Filter:
    """Numbers only: lists added up one by one are copied as often as there are lists."""

    @wraps(function)
    def summed(environment: object, iterable: Iterable[Any], attribute: Any = None, start: Any = 0) -> Any:
        if not isinstance(start, int | float | Decimal):
            raise NoTextError
        total = function(environment, iterable, attribute, start)
        return settled(total) if isinstance(total, Decimal) else total

    return summed


def _indent(function: Filter) -> Filter:
    @wraps(function)
    def indented(value: str, width: Any = 4, *args: Any, **kwargs: Any) -> Any:
        wide = len(width) if isinstance(width, str) else int(width)
        check_string(len(value) + (str(value).count("\n") + 1) * wide)
        return function(value, width, *args, **kwargs)

    return indented


def _striptags(function: Filter) -> Filter:
    """Each tag taken out copies the text."""

    @wraps(function)
    def stripped(value: Any) -> Any:
        check_string(str(value).count("<") * len(str(value)) // limits.TAGS_AT_ONCE)
        return function(value)

    return stripped


def _join(function: Filter) -> Filter:
    @wraps(function)
    def joined(context: object, value: Iterable[Any], d: str = "", attribute: Any = None) -> Any:
        items, length = list(value), 0
        for item in items:
            if attribute is None:
                refuse_textless(item)
            length += len(d) + (len(item) if isinstance(item, str) else 0)
            check_string(length)
        if attribute is not None:
            return function(context, items, d, attribute)
        return function(context, list(map(_written, items)), d)

    return joined

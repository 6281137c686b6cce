"""Jinja's own filters that could fill the memory, each with a limit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from kcdocs.templating.limits import check_format, check_string, check_width

_WIDTHS = ("center", "indent", "batch", "slice")


def limited(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """The filters that pad, format and replace, refusing what only serves to fill the memory.

    Args:
        filters: Jinja's filters.
    """
    result = {name: _of_width(filters[name]) for name in _WIDTHS}
    result["format"] = _format(filters["format"])
    result["replace"] = _replace(filters["replace"])
    return result


def _of_width(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def checked(*args: Any, **kwargs: Any) -> Any:
        for value in (*args[1:], *kwargs.values()):
            check_width(value)
            if isinstance(value, str):
                check_string(len(str(args[0])) * len(value))
        return function(*args, **kwargs)

    return checked


def _format(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def checked(*args: Any, **kwargs: Any) -> Any:
        check_format(str(args[0]))
        return function(*args, **kwargs)

    return checked


def _replace(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def checked(context: Any, text: Any, old: str, new: str, count: int | None = None) -> Any:
        check_string(len(str(text)) + str(text).count(old) * len(new))
        return function(context, text, old, new, count)

    return checked

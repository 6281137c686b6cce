"""The sandbox that templates run in: data only, strict, every growth limited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from decimal import Decimal
from functools import cache
from types import BuiltinMethodType, MethodType
from typing import Any, cast

from jinja2 import Undefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context as JinjaContext
from jinja2.runtime import LoopContext, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedFormatter

from kcdocs.engine import limits
from kcdocs.engine.budget import (
    Budget,
    LimitReachedError,
    check_format,
    check_string,
    check_width,
)
from kcdocs.engine.file_filters import BESIDE_FILTERS
from kcdocs.engine.filters import FILTERS
from kcdocs.engine.limited_filters import limited, refuse_textless
from kcdocs.engine.metering import COMPARING, metered, weigh, weighed
from kcdocs.engine.missing import MissingValue
from kcdocs.text.amounts import figures, settled

_PADDING = {"center", "ljust", "rjust", "zfill", "expandtabs", "to_bytes"}
_SHRINKING = {"-", "/"}
"""Operators that make nothing larger, so that nothing has to be checked."""
_SEARCHING = {"count", "index", "get", "changed", "dict"}
_PARTING = {"split", "rsplit", "splitlines", "partition", "rpartition"}
_GROWING = {"translate", "maketrans"}
_LOOP = {"index", "index0", "first", "last", "length", "revindex", "revindex0", "depth", "depth0"}
_DROPPED = ("pprint", "random", "tojson", "urlize", "xmlattr")


class RenderContext(JinjaContext):
    """The data of one document, with what is left of its limits."""

    render: Budget


class _Formatter(SandboxedFormatter):
    """Python's format strings without wide fields."""

    def format_field(self, value: Any, format_spec: str) -> str:
        check_format(format_spec)
        refuse_textless(value)
        return str(super().format_field(value, format_spec))


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of all templates."""

    context_class = RenderContext
    intercepted_binops = frozenset({"+", "-", "*", "/", "**", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=MissingValue, keep_trailing_newline=True)
        for name in _DROPPED:
            del self.filters[name]
        self.filters.update(limited(self.filters))
        self.filters.update(FILTERS)
        self.filters = {name: metered(name, function) for name, function in self.filters.items()}
        self.filters |= {**BESIDE_FILTERS, "counted": counted, "weighed": weighed}
        tests = cast("dict[str, Callable[..., Any]]", self.tests)
        tests.update({name: metered(name, tests[name]) for name in COMPARING})
        self.globals["range"] = limited_range
        del self.globals["lipsum"]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of the record before a method of Python's."""
        if obj.__class__ is dict or isinstance(obj, Mapping):
            if attribute in obj:
                return obj[attribute]
        elif obj.__class__ is LoopContext and attribute in _LOOP:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item; no list can be the name of one, and to look for it could take for ever."""
        if isinstance(argument, tuple):
            raise SecurityError("danh sách làm tên trường")
        return super().getitem(obj, argument)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Refuse at once what is not safe."""
        raise SecurityError(f"«{attribute}» của {type(obj).__name__}")

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """A text's `format` and `format_map`, limited."""
        if not isinstance(value, MethodType | BuiltinMethodType) or not isinstance(value.__self__, str):
            return None
        pattern, formatter = value.__self__, _Formatter(self)
        if value.__name__ == "format":
            return lambda *args, **kwargs: formatter.vformat(pattern, args, kwargs)
        if value.__name__ == "format_map":
            return lambda mapping: formatter.vformat(pattern, (), mapping)
        return None

    def call_binop(self, context: JinjaContext, operator: str, left: Any, right: Any) -> Any:
        """An operator whose result might be huge, or have zeros behind its comma."""
        if operator in _SHRINKING:
            result = self.binop_table[operator](left, right)
            return _worked_out(result) if isinstance(result, Decimal) else result
        _check_operands(operator, left, right)
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, str | list | tuple):
            check_string(len(result))
        return _worked_out(result) if isinstance(result, Decimal) else result

    def joined(self, items: tuple[Any, ...]) -> str:
        """Texts joined by `~`."""
        for item in items:
            refuse_textless(item)
        check_string(sum(len(item) for item in items if isinstance(item, str)))
        return markup_join(figures(item) if isinstance(item, Decimal) else item for item in items)

    def call(__self, __context: JinjaContext, __obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - Jinja's
        """A call, counted, with limited arguments where they widen a text."""
        budget = cast("RenderContext", __context).render
        budget.loop(limits.CALL_COST)
        name, owner = getattr(__obj, "__name__", ""), getattr(__obj, "__self__", None)
        for value in (owner, *args, *kwargs.values()):
            weigh(budget, value, deep=name in _SEARCHING, by_character=name in _PARTING)
        if name == "join" and isinstance(owner, str) and args:
            _check_joined(owner, args[0])
        if name in _GROWING:
            raise SecurityError(f"hàm «{name}»")
        if name in _PADDING:
            for argument in (*args, *kwargs.values()):
                check_width(argument)
        elif name == "strftime":
            check_format(str(args))
        elif name == "replace" and isinstance(getattr(__obj, "__self__", None), str):
            check_string(len(__obj.__self__) * len(str(args[1:2])))
        result = super().call(__context, __obj, *args, **kwargs)
        if isinstance(result, str):
            check_string(len(result))
        return result


def _worked_out(number: Decimal) -> int | Decimal:
    """A number without zeros that nobody wrote; one with more digits than may be printed is refused."""
    if number.is_finite() and abs(number.adjusted()) > limits.MAX_PLACES:
        raise LimitReachedError("một số quá lớn")
    return settled(number)


def _check_operands(operator: str, left: Any, right: Any) -> None:
    if operator == "*":
        for text, times in ((left, right), (right, left)):
            if isinstance(text, str | bytes | list | tuple) and isinstance(times, int):
                check_string(len(text) * times)
        if isinstance(left, int) and isinstance(right, int):
            _check_bits(left.bit_length() + right.bit_length())
    elif operator == "**" and isinstance(left, int) and isinstance(right, int):
        _check_bits(left.bit_length() * right)
    elif operator == "%" and isinstance(left, str):
        check_format(left)
        for value in (
            right if isinstance(right, tuple) else right.values() if isinstance(right, dict) else (right,)
        ):
            refuse_textless(value)


def _check_joined(mark: str, items: Any) -> None:
    length = 0
    for item in items if isinstance(items, list | tuple | set | Mapping) else ():
        length += len(mark) + (len(item) if isinstance(item, str) else 0)
        check_string(length)


def _check_bits(bits: int) -> None:
    if bits > limits.MAX_BITS:
        raise LimitReachedError("một số quá lớn")


@pass_context
def counted(context: RenderContext, items: Iterable[object], size: int) -> Iterable[object]:
    """What a loop runs over, its rounds taken from the limits.

    Args:
        context: The data of the document.
        items: What the loop runs over.
        size: Characters of static text that a round writes.
    """
    if isinstance(items, Undefined):
        iter(items)
    if isinstance(items, Sized):
        context.render.loop(len(items), size)
        return items
    return _counting(context.render, items, size)


def _counting(budget: Budget, items: Iterable[object], size: int) -> Iterator[object]:
    for item in items:
        budget.loop(1, size)
        yield item


def limited_range(*args: int) -> range:
    """Python's `range`, of limited length.

    Raises:
        LimitReachedError: It is longer than `limits.MAX_RANGE`.
    """
    numbers = range(*args)
    try:
        length = len(numbers)
    except OverflowError:
        length = limits.MAX_RANGE + 1
    if length > limits.MAX_RANGE:
        raise LimitReachedError(f"range có hơn {limits.MAX_RANGE} số")
    return numbers


@cache
def sandbox() -> Sandbox:
    """The one environment of the process; it holds no state of a document."""
    return Sandbox()

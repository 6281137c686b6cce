"""JSON (RFC 8259) from files that anyone may have written, read within limits."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

DEPTH = 20
"""Most levels of lists and objects inside one another; a record of the deepest form has 8."""

VALUES = 200_000
"""Most values of one text; each may take some hundred bytes of memory with its place."""

NAME = 100
"""Most characters of a name; the place of every value below it repeats it."""

DIGITS = 40
"""Most characters of a number, and most its exponent may be: a sum of money has 20."""

_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_BRACKET = re.compile(r"[][{}]")


class BadJsonError(ValueError):
    """A text that is no JSON, or exceeds a limit; the message says why, in Vietnamese.

    Attributes:
        line: Line where reading stopped, from 1; 0 if it is the text as a whole.
        limit: Whether it is a limit that was exceeded.
    """

    def __init__(self, reason: str, line: int = 0, *, limit: bool = False) -> None:
        super().__init__(reason)
        self.line = line
        self.limit = limit


def read_json(text: str, objects: Callable[[list[tuple[str, Any]]], Any] = dict) -> Any:
    """The value of a JSON text; numbers with a fraction or an exponent as `Decimal`.

    Args:
        text: The text.
        objects: Makes an object of its names and values in their order.

    Raises:
        BadJsonError: If it is no JSON, holds NaN or infinity, or exceeds `DEPTH`, `VALUES`, `NAME` or
            `DIGITS`.
    """
    _measure(text)

    def made(pairs: list[tuple[str, Any]]) -> Any:
        if any(len(name) > NAME for name, _ in pairs):
            raise BadJsonError(f"có tên trường dài hơn {NAME} ký tự", limit=True)
        return objects(pairs)

    try:
        return json.loads(
            text, object_pairs_hook=made, parse_int=_whole, parse_float=_fraction, parse_constant=_refused
        )
    except json.JSONDecodeError as fault:
        raise BadJsonError(f"không hiểu được ký tự thứ {fault.colno} của dòng", fault.lineno) from None


def _measure(text: str) -> None:
    """Refuse what is too deep or too much before anything is made of it."""
    brackets = text.count("[") + text.count("{")
    if brackets <= DEPTH and text.count(",") < VALUES:
        return
    bare = _STRING.sub("", text)
    if bare.count(",") + bare.count("[") + bare.count("{") > VALUES:
        raise BadJsonError(f"có hơn {VALUES} giá trị", limit=True)
    depth = 0
    for bracket in _BRACKET.findall(bare):
        depth += 1 if bracket in "[{" else -1
        if depth > DEPTH:
            raise BadJsonError(f"lồng quá {DEPTH} cấp", limit=True)


def _whole(written: str) -> int:
    return int(_short(written))


def _fraction(written: str) -> Decimal:
    number = Decimal(_short(written))
    if number and abs(number.adjusted()) > DIGITS:
        raise BadJsonError(f"số «{written}» quá lớn hoặc quá nhỏ", limit=True)
    return number


def _short(written: str) -> str:
    if len(written) > DIGITS:
        raise BadJsonError(f"có số dài hơn {DIGITS} chữ số: {written[:DIGITS]}…", limit=True)
    return written


def _refused(name: str) -> Any:
    raise BadJsonError(f"«{name}» không phải số")

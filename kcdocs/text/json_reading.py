"""JSON (RFC 8259) from files that anyone may have written, read within limits."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from kcdocs.text import limits

_STRING = re.compile(r'"[^"]*+"?')
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


def read_json(
    text: str, objects: Callable[[list[tuple[str, Any]]], Any] = dict, *, most: int = limits.MOST_VALUES
) -> Any:
    """The value of a JSON text; numbers with a fraction or an exponent as `Decimal`.

    Args:
        text: The text.
        objects: Makes an object of its names and values in their order.
        most: How many values it may have.

    Raises:
        BadJsonError: If it is no JSON, holds NaN or infinity, or exceeds a limit of depth, values,
            names or digits (`limits`).
    """
    _measure(text, most)

    def made(pairs: list[tuple[str, Any]]) -> Any:
        if any(len(name) > limits.LONGEST_NAME for name, _ in pairs):
            raise BadJsonError(f"có tên trường dài hơn {limits.LONGEST_NAME} ký tự", limit=True)
        return objects(pairs)

    try:
        return json.loads(
            text, object_pairs_hook=made, parse_int=_whole, parse_float=_fraction, parse_constant=_refused
        )
    except json.JSONDecodeError as fault:
        raise BadJsonError(f"không hiểu được ký tự thứ {fault.colno} của dòng", fault.lineno) from None


def _measure(text: str, most: int) -> None:
    """Refuse what is too deep or too much before anything is made of it."""
    brackets = text.count("[") + text.count("{")
    if brackets <= limits.MOST_DEPTH and text.count(",") + brackets <= most:
        return
    bare = _STRING.sub("", text.replace(r"\\", "").replace(r"\"", ""))
    if bare.count(",") + bare.count("[") + bare.count("{") > most:
        raise BadJsonError(f"có hơn {most} giá trị", limit=True)
    depth = 0
    for bracket in _BRACKET.findall(bare):
        depth += 1 if bracket in "[{" else -1
        if depth > limits.MOST_DEPTH:
            raise BadJsonError(f"lồng quá {limits.MOST_DEPTH} cấp", limit=True)


def _whole(written: str) -> int:
    return int(_short(written))


def _fraction(written: str) -> Decimal:
    number = Decimal(_short(written))
    if number and abs(number.adjusted()) > limits.MOST_DIGITS:
        raise BadJsonError(f"số «{written}» quá lớn hoặc quá nhỏ", limit=True)
    return number


def _short(written: str) -> str:
    if len(written) > limits.MOST_DIGITS:
        raise BadJsonError(
            f"có số dài hơn {limits.MOST_DIGITS} chữ số: {written[: limits.MOST_DIGITS]}…", limit=True
        )
    return written


def _refused(name: str) -> Any:
    raise BadJsonError(f"«{name}» không phải số")

"""How much work one document may ask for."""

from __future__ import annotations

import re

from kcdocs.engine import limits

_NUMBERS = re.compile(r"\d{1,12}")
_STAR = re.compile(r"%[^a-zA-Z%]*\*")


class LimitReachedError(Exception):
    """A limit is reached; the message says which, in Vietnamese."""


class Budget:
    """What is left of one document's limits."""

    __slots__ = ("iterations", "output")

    def __init__(self) -> None:
        self.iterations = limits.MAX_ITERATIONS
        self.output = limits.MAX_OUTPUT

    def spend(self, characters: int) -> None:
        """Take characters from the output.

        Raises:
            LimitReachedError: Nothing is left.
        """
        self.output -= characters
        if self.output < 0:
            raise LimitReachedError(f"văn bản dài hơn {limits.MAX_OUTPUT // 2**20} triệu ký tự XML")

    def loop(self, rounds: int, characters: int = 0) -> None:
        """Take rounds of a loop, each of which writes so many characters.

        Raises:
            LimitReachedError: Nothing is left.
        """
        self.iterations -= rounds
        if self.iterations < 0:
            raise LimitReachedError(f"các vòng lặp chạy hơn {limits.MAX_ITERATIONS:,} lượt".replace(",", "."))
        self.spend(rounds * characters)


def check_width(value: object) -> None:
    """Refuse a width that only serves to fill the memory.

    Raises:
        LimitReachedError: It is a number larger than `limits.MAX_WIDTH`.
    """
    if isinstance(value, int | float) and abs(value) > limits.MAX_WIDTH:
        raise LimitReachedError(f"độ rộng {value} lớn hơn {limits.MAX_WIDTH}")


def check_string(length: float) -> None:
    """Refuse a text longer than a document can need.

    Raises:
        LimitReachedError: The length is above `limits.MAX_STRING`.
    """
    if length > limits.MAX_STRING:
        raise LimitReachedError(f"một giá trị dài hơn {limits.MAX_STRING // 2**20} triệu ký tự")


def check_format(pattern: str) -> None:
    """Refuse a format whose width only serves to fill the memory.

    Args:
        pattern: A format specification or a `%` pattern.

    Raises:
        LimitReachedError: A width is larger than `limits.MAX_WIDTH`, or comes from an argument.
    """
    for number in _NUMBERS.findall(pattern):
        check_width(int(number))
    if _STAR.search(pattern):
        raise LimitReachedError("độ rộng lấy từ tham số (*)")

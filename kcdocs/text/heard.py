"""Numbers in words, read back: the other way of `spoken`, for whole numbers in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kcdocs.text.spoken import number_words

_DIGITS = {number_words(digit): digit for digit in range(1, 10)}
_AFTER_TENS = _DIGITS | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_SCALES = {"triệu": 1_000_000, "nghìn": 1_000, "ngàn": 1_000}


def _one_of(words: dict[str, int]) -> str:
    return f"(?:{'|'.join(words)})"


_D, _ONES = _one_of(_DIGITS), _one_of(_AFTER_TENS)
_BELOW_HUNDRED = rf"(?:{_D} mươi(?: {_ONES})?|mười(?: (?:{_D}|lăm))?)"
_HUNDREDS = rf"(?:{_D}|không) trăm(?: (?:linh|lẻ) {_D}| {_BELOW_HUNDRED})?"
_GROUP = rf"(?:{_HUNDREDS}|{_BELOW_HUNDRED}|{_D})"
_NUMBER = re.compile(rf"(?:{_GROUP} triệu(?: |$))?(?:{_GROUP} (?:nghìn|ngàn)(?: |$))?{_GROUP}?")
_WORDS = frozenset([*_AFTER_TENS, *_SCALES, "mười", "mươi", "trăm", "linh", "lẻ", "không"])
_PIECES = re.compile(r"(\w+)")


def in_figures(text: str) -> str:
    """A text whose numbers in words stand in figures: "hai mươi ba ý kiến" as "23 ý kiến".

    Words of numbers that follow one another and are no number ("năm ba", "một trăm năm") stay as they are.

    Args:
        text: The text, in small letters, tones at one place, single spaces.
    """
    return "".join(_stretches(text))


def _stretches(text: str) -> Iterator[str]:
    """The text in pieces, words of numbers that follow one another taken together and read."""
    run: list[str] = []
    for piece in _PIECES.split(text):
        if piece in _WORDS or (run and piece == " "):
            run.append(piece)
        else:
            yield from _read("".join(run))
            yield piece
            run = []
    yield from _read("".join(run))


def _read(run: str) -> tuple[str, str]:
    """Words of numbers as a number where they are one, and the space behind them."""
    words = run.strip()
    if words and _NUMBER.fullmatch(words):
        words = str(_value(words))
    return words, run[len(run.rstrip()) :]


def _value(words: str) -> int:
    """The value of a number: what stands before a scale counts it."""
    whole, group, digit = 0, 0, 0
    for word in words.split():
        if word in _SCALES:
            whole, group, digit = whole + (group + digit) * _SCALES[word], 0, 0
        elif word == "trăm":
            group, digit = digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        else:
            digit = _AFTER_TENS.get(word, 0)
    return whole + group + digit

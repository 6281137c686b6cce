"""Quoted blocks: where the new text that an amending provision quotes begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kcdocs.law.commanding import DONE, LAST_ARTICLES, VERB
from kcdocs.law.vocabulary import alternation
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.parse import limits
from kcdocs.parse.words import LineStretch
from kcdocs.text.labels import ARABIC, POINT
from kcdocs.text.late import late

_CLOSED = {
    "“": re.compile(r"(”)[\s.;,:/]*$"),
    '"': re.compile(r'(")[\s.;,:/]*$'),
}
_EITHER = re.compile(r"([”\"])[\s.;,:/]*$")
_COMMAND = late(
    rf"(?:{ARABIC}\.|{POINT}\)|{SPOKEN[Kind.ARTICLE]} \d+[a-zđ]?[.:]?)\s*"
    rf"(?:(?:{VERB})(?!\w)|{alternation(LAST_ARTICLES)}"
    rf"|[^“”\";.]{{0,200}}{DONE}[^“”\";.]{{0,60}}như sau:)"
)


_ALIKE = str.maketrans("‟„«»", "“““”")
"""Marks that stand for curly ones: ‟ looks like “ in print."""
OPENING_MARKS = frozenset((*_CLOSED, *map(chr, _ALIKE)))
"""Marks that open a quotation at the start of a line."""


class Quotes:
    """The quoted blocks of a reading, found in one pass.

    Args:
        rows: All lines of the reading.
    """

    def __init__(self, rows: Sequence[LineStretch]) -> None:
        texts = [row.text for row in rows]
        whole = "\n".join(texts)
        self._texts = _alike(whole).split("\n") if any(chr(mark) in whole for mark in _ALIKE) else texts
        marked = any("“" in text or '"' in text for text in self._texts)
        self._curly = _balanced(self._texts) if marked else []
        self._straight = _paired(self._texts) if marked else []

    def block(self, words: LineStretch) -> tuple[int, bool] | None:
        """The block that a line opens.

        Args:
            words: A line, or what is left of it inside an outer quotation.

        Returns:
            Index of its last line and whether it is closed there; None if the line opens none.
        """
        if words.text[:1] not in OPENING_MARKS or not self._curly:
            return None
        text = _alike(words.text)
        mark = text[:1]
        if mark not in _CLOSED:
            return None
        if _ends_at_once(mark, text):
            return (words.index, True) if _spans_all(mark, text) else None
        ends = self._curly if mark == "“" else self._straight
        end = ends[words.index]
        if end > words.index and _CLOSED[mark].search(self._texts[end]):
            return end, True
        end = self._guess(words.index)
        return end, end > words.index and _EITHER.search(self._texts[end]) is not None

    def _guess(self, start: int) -> int:
        """Where a block that is never closed ends: before the next quotation or command."""
        limit = min(len(self._texts), start + limits.UNCLOSED)
        for index in range(start + 1, limit):
            text = self._texts[index]
            if text[:1] in _CLOSED or _COMMAND.match(text):
                return index - 1
        return start


def inner(words: LineStretch, *, opens: bool, closes: bool) -> LineStretch:
    """A line of a block without the block's own quotation marks.

    Args:
        words: The line.
        opens: Whether the block begins on it.
        closes: Whether the block is closed on it.
    """
    end = len(words.text)
    if closes:
        found = _EITHER.search(_alike(words.text))
        end = found.start(1) if found else end
    return words.cut(1 if opens else 0, end)


def _alike(text: str) -> str:
    """The text with every curly mark as “ or ”."""
    return text.translate(_ALIKE)


def _ends_at_once(mark: str, text: str) -> bool:
    if mark == '"':
        return text.count('"') % 2 == 0
    return text.count("“") <= text.count("”")


def _spans_all(mark: str, text: str) -> bool:
    """Whether the mark a line begins with is closed only at the end of the line."""
    found = _CLOSED[mark].search(text)
    if found is None:
        return False
    if mark == '"':
        return text.count('"') == 2 or bool(re.match(r'"[^"]*(?:\s|\()"\w', text))
    depth = 0
    for place in re.finditer("[“”]", text[: found.start(1)]):
        depth += 1 if place.group() == "“" else -1
        if depth == 0:
            return False
    return True


def _balanced(texts: Sequence[str]) -> list[int]:
    """For each line the first line at or after it where the curly marks balance again, else -1."""
    ends = [-1] * len(texts)
    depth = 0
    waiting: list[tuple[int, int]] = []
    for index, text in enumerate(texts):
        waiting.append((depth, index))
        if "“" in text or "”" in text:
            depth += text.count("“") - text.count("”")
        while waiting and waiting[-1][0] >= depth:
            ends[waiting.pop()[1]] = index
    return ends


def _paired(texts: Sequence[str]) -> list[int]:
    """For each line the first line at or after it that ends with a straight mark evening out their number."""
    ends = [-1] * len(texts)
    odd = 0
    waiting: tuple[list[int], list[int]] = ([], [])
    for index, text in enumerate(texts):
        waiting[odd].append(index)
        odd ^= text.count('"') % 2
        if '"' in text and _CLOSED['"'].search(text):
            for start in waiting[odd]:
                ends[start] = index
            waiting[odd].clear()
    return ends

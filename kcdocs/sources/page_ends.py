"""What stands between the pages of a text copied from print: running heads, page numbers, stamps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kcdocs.sources import limits
from kcdocs.sources.printed import ITEM, RUNNING_HEAD, STAMP, is_over

_NUMBER = re.compile(r"[-–]?\s*(?:Trang\s+)?(\d{1,4})(?:\s*/\s*\d{1,4})?\s*[-–]?")
_MARKED = re.compile(r"[-–]\s*\d{1,4}\s*[-–]|Trang\s+\d{1,4}(?:\s*/\s*\d{1,4})?")
"""The number of a page that nothing else is written like, so that it needs no other page beside it."""

_NUMBERED = re.compile(r"(?P<before>\d{1,4}) (?P<words>\D.*)|(?P<first>.*\D) (?P<behind>\d{1,4})")


@dataclass(frozen=True, slots=True)
class TextRow:
    """A line with words.

    Attributes:
        index: Its place in the file, from 0.
        page: The page it stands on, from 0, where the file keeps form feeds; else 0.
        words: Its characters, without space around them.
        text: The same composed, with single spaces.
        em: How wide they are, in em.
        indent: How many spaces stand before them.
        apart: Whether an empty line stands before it.
        ruled: Whether a line of spaces does, as print has above footnotes.
    """

    index: int
    page: int
    words: str
    text: str
    em: float
    indent: int
    apart: bool
    ruled: bool = False


def page_ends(rows: Sequence[TextRow], full: float) -> frozenset[int]:
    """Places among the rows of those that belong to the pages, not to the text.

    Args:
        rows: Lines with words of a text whose lines end at the width of a page.
        full: The width in em from which a line is full: beside a number alone, it is text.
    """
    heads = {place for place, row in enumerate(rows) if RUNNING_HEAD.fullmatch(row.text)}
    heads |= set(_edges_that_come_back(rows)) | set(_numbered_heads(rows))
    numbers = _page_numbers(rows, heads)
    heads |= numbers | {place for place in _words_beside(rows, numbers) if rows[place].em < full}
    return frozenset(heads | set(_stamps(rows)))


def _edges(rows: Sequence[TextRow]) -> list[int]:
    """Places of the rows beside a form feed, two on each side."""
    found: set[int] = set()
    for place in range(1, len(rows)):
        if rows[place].page != rows[place - 1].page:
            found.update(range(max(0, place - 2), min(len(rows), place + 2)))
    return sorted(found | ({0, 1} if found else set()))


def _edges_that_come_back(rows: Sequence[TextRow]) -> Iterator[int]:
    """Rows beside a form feed that stand there on several pages, but for the number of the page."""
    alike: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for place in _edges(rows):
        row = rows[place]
        if not is_over(row.text) and not ITEM.match(row.text):
            words, number = _numbered(row.text)
            alike[words, None if number is None else number - row.page].append(place)
    for places in alike.values():
        if len({rows[place].page for place in places}) >= limits.HEAD_PAGES:
            yield from places


def _numbered(text: str) -> tuple[str, int | None]:
    """The words of a row and the number before or behind them."""
    found = _NUMBERED.fullmatch(text)
    if found is None:
        return text, None
    return found["words"] or found["first"], int(found["before"] or found["behind"])


def _numbered_heads(rows: Sequence[TextRow]) -> Iterator[int]:
    """Rows of the same words beside a number that grows by one, a page apart."""
    alike: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, row in enumerate(rows):
        words, number = _numbered(row.text)
        if number is not None and len(words) >= limits.HEAD_LETTERS:
            alike[words].append((place, number))
    for numbered in alike.values():
        for run in _runs(numbered):
            yield from run


def _page_numbers(rows: Sequence[TextRow], heads: set[int]) -> set[int]:
    """Rows that are the number of a page and nothing else."""
    numbered = [
        (place, int(found[1])) for place, row in enumerate(rows) if (found := _NUMBER.fullmatch(row.text))
    ]
    edges = set(_edges(rows))
    numbers = {
        place
        for place, _ in numbered
        if place in edges
        or {place - 1, place + 1} & heads
        or _MARKED.fullmatch(rows[place].text)
        or _inside_sentence(rows, place)
    }
    return numbers.union(*_runs(numbered))


def _inside_sentence(rows: Sequence[TextRow], place: int) -> bool:
    """Whether a row stands between two that make one sentence."""
    if not 0 < place < len(rows) - 1:
        return False
    return not is_over(rows[place - 1].text) and rows[place + 1].text[0].islower()


def _runs(numbered: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Places of rows whose numbers grow by one from page to page."""
    runs: list[list[tuple[int, int]]] = []
    for place, number in numbered:
        for run in reversed(runs):
            last, before = run[-1]
            if number == before + 1 and limits.PAGE_FROM <= place - last <= limits.PAGE_TO:
                run.append((place, number))
                break
        else:
            runs.append([(place, number)])
    return [[place for place, _ in run] for run in runs if len(run) >= limits.HEAD_PAGES]


def _words_beside(rows: Sequence[TextRow], numbers: set[int]) -> Iterator[int]:
    """Rows above or below the numbers of several pages that say the same."""
    alike: dict[str, set[int]] = defaultdict(set)
    for number in numbers:
        for place in (number - 1, number + 1):
            if 0 <= place < len(rows) and place not in numbers and not is_over(rows[place].text):
                alike[rows[place].text].add(place)
    for words, places in alike.items():
        if len(places) >= limits.HEAD_PAGES and len(words) >= limits.HEAD_LETTERS:
            yield from places


def _stamps(rows: Sequence[TextRow]) -> Iterator[int]:
    """Runs of rows that are the stamp of a digital signature."""
    run: list[int] = []
    for place, row in enumerate(rows):
        if STAMP.fullmatch(row.text):
            run.append(place)
        else:
            yield from run if len(run) >= limits.STAMP_ROWS else ()
            run = []
    yield from run if len(run) >= limits.STAMP_ROWS else ()

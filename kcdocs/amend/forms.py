"""Forms of annexes ("Mẫu số 02"), and the numbered rows of annexes and tables, as stretches of the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from kcdocs.law.kinds import GROUPING
from kcdocs.law.vocabulary import alternation
from kcdocs.model.address import FORMS, Kind
from kcdocs.model.instrument import Node
from kcdocs.model.line import Line
from kcdocs.model.span import Span
from kcdocs.text.seen import seen

_HEAD = re.compile(
    rf"(?:{alternation(FORMS)})(?: số)?[:.]? ?"
    r"(?P<label>\d(?:[\w/.\-]{0,40}\w)?|(?-i:[A-ZĐ]{1,3})(?:[.\-/]?\d[\w/.\-]{0,40}\w|\d)?)(?!\w)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = re.compile(_HEAD.pattern.removesuffix("(?P<rest>.*)"), re.IGNORECASE)
_TITLE = re.compile(r"\s*(?:$|[.:(\-–]|\n|[A-ZĐ])")
"""What may stand behind the number at the head of a form; a sentence that speaks of one goes on otherwise."""

_NUMBER = re.compile(r"\s*(?P<label>[\w.]*\w)[.)]?\s*\Z")


class Worded(Protocol):
    """A provision, of an instrument or on the bench."""

    @property
    def kind(self) -> Kind:
        """What it is."""

    @property
    def text(self) -> str:
        """Its own words."""

    @property
    def lines(self) -> Sequence[Line]:
        """Its own lines."""

    @property
    def slices(self) -> Sequence[Span]:
        """Of each line the characters that are its words."""


_Part = TypeVar("_Part", bound=Worded)


def named(words: str) -> list[str]:
    """The forms whose numbers words name ("Mẫu số 02 và Mẫu số 03"), in order."""
    return [found.group("label") for found in _NAMED.finditer(words)]


def form_label(words: str) -> str:
    """The number of the form whose head words are ("Mẫu số 01/LN. Đơn …": "01/LN"); empty if of none."""
    found = _HEAD.match(" ".join(seen(words).text.split(" ")).strip())
    return found.group("label") if found and _TITLE.match(found.group("rest")) else ""


def run(twigs: Sequence[_Part], label: str) -> list[list[_Part]]:
    """The stretches of a text that are a form: from its head to the next head or annex.

    Args:
        twigs: The text's provisions in reading order.
        label: The form's number, "02" or "01/LN".

    Returns:
        One for each head of that number; a list of forms above them, where a head follows on a head, is left
        out.
    """
    heads = [(place, _head(twig)) for place, twig in enumerate(twigs)]
    ends = [place for place, head in heads if head or twigs[place].kind is Kind.ANNEX]
    found = []
    for place, head in heads:
        if head and _same(head, label):
            end = next((stop for stop in ends if stop > place), len(twigs))
            found.append(list(twigs[place:end]))
    whole = [stretch for stretch in found if len(stretch) > 1]
    return whole or found


def following(twigs: Sequence[_Part], label: str) -> _Part | None:
    """The first head of a form whose number ranks behind another ("03" behind "02a"); None if none does."""
    later = (twig for twig in twigs if (head := _head(twig)) and _rank(head) > _rank(label))
    return next(later, None)


def _rank(label: str) -> list[tuple[int, str]]:
    """A number to sort by: figures by their value, letters behind them."""
    return [(int(figures or 0), letters) for figures, letters in re.findall(r"(\d*)(\D*)", label.lower())]


def _head(twig: Worded) -> str:
    if twig.kind is Kind.TABLE:
        labels = [label for line in twig.lines if (label := form_label(line.text))]
        return labels[0] if len(labels) == 1 else ""
    return form_label(twig.text) if twig.kind in (Kind.PARAGRAPH, Kind.OTHER, Kind.SECTION) else ""


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(label: str) -> str:
    return label.lower().lstrip("0") or "0"


def rows(table: Worded, label: str) -> Iterator[Span]:
    """The rows of a table whose first cell bears a number, as characters of its text."""
    cells = list(_cells(table))
    numbered = [
        row
        for row, column, span in cells
        if column == 0 and (found := _NUMBER.match(span.of(table.text))) and _same(found["label"], label)
    ]
    for row in dict.fromkeys(numbered):
        own = [span for at, _, span in cells if at == row]
        yield Span(own[0].start, own[-1].end)


def column(table: Worded, number: int) -> list[Span]:
    """The cells of a column, counted from 1, as characters of the table's text."""
    return [span for _, at, span in _cells(table) if at == number - 1]


def _cells(table: Worded) -> Iterator[tuple[int, int, Span]]:
    """Row, column and characters of every line of a table that has words."""
    start = 0
    for line, own in zip(table.lines, table.slices, strict=True):
        length = own.end - own.start
        if length and line.cell is not None:
            yield line.cell.row, line.cell.column, Span(start, start + length)
        start += length + 1 if length else 0


def more_than_a_head(form: Sequence[Node]) -> bool:
    """Whether a form found in an annex has more than its number and title."""
    return len(form) > 1 or bool(form[0].children) or form[0].kind is Kind.TABLE


def above_forms(node: Node) -> Iterator[Node]:
    """A part of an annex and what stands below it, where it is a mere heading above forms."""
    yield node
    if node.kind in GROUPING:
        for child in node.children:
            yield from above_forms(child)


def in_a_row(annex: Node) -> Iterator[Node]:
    """All that stands in an annex, one behind the other: a form may begin inside a list of the one before."""
    for top in body(annex):
        yield from (replace(node, children=()) for node in top.walk())


def body(annex: Node) -> list[Node]:
    """What stands in an annex, without the line that names its instrument."""
    return [item for item in annex.children if not item.text.startswith("(Kèm theo")]

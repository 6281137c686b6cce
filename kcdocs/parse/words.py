"""A line while it is being read: the words seen, and the way back to its own characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kcdocs.model.line import Line
from kcdocs.model.span import Span
from kcdocs.text.seen import Seen, seen


@dataclass(slots=True)  # not frozen, which takes four times as long to make: each line has two
class LineStretch:
    """A stretch of a line.

    Attributes:
        line: The line.
        index: Its place in the reading, from 0.
        text: The stretch as seen, without space around it.
        lead: Where the stretch begins in `view.text`.
        view: The whole line as seen.
    """

    line: Line
    index: int
    text: str
    lead: int
    view: Seen

    def cut(self, start: int, end: int | None = None) -> LineStretch:
        """A part of the stretch, without space around it."""
        part = self.text[start:end]
        trimmed = part.lstrip()
        return LineStretch(
            self.line, self.index, trimmed.rstrip(), self.lead + start + len(part) - len(trimmed), self.view
        )

    def span(self) -> Span:
        """The stretch in the line's own characters."""
        return Span(self.view.back(self.lead), self.view.back(self.lead + len(self.text)))


def words(line: Line, index: int) -> LineStretch:
    """A whole line, without space around it."""
    view = seen(line.text)
    text = view.text.lstrip()
    return LineStretch(line, index, text.rstrip(), len(view.text) - len(text), view)


def as_written(rows: Iterable[LineStretch]) -> bool:
    """Whether a reader sees all lines just as they are written."""
    return all(row.view.places is None for row in rows)

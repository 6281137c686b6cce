"""A command while it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kcdocs.model.citation import Citation
from kcdocs.model.operation import Act, Side
from kcdocs.model.span import Span
from kcdocs.parse.command.sentence import Command, NamedItem, Naming, Sparing, Spoken
from kcdocs.parse.command.tokens import Token


@dataclass
class UnfinishedCommand:
    """A command being read."""

    act: Act | None
    verb: str
    start: int
    items: list[NamedItem] = field(default_factory=list)
    olds: list[Spoken] = field(default_factory=list)
    news: list[Spoken] = field(default_factory=list)
    left: list[Token] = field(default_factory=list)
    exceptions: list[Sparing] = field(default_factory=list)
    substitutes: list[NamedItem] = field(default_factory=list)
    into: list[NamedItem] = field(default_factory=list)
    history: list[Citation] = field(default_factory=list)
    naming: Naming | None = None
    anchor: NamedItem | None = None
    side: Side = Side.AFTER
    at_end: bool = False
    throughout: bool = False
    group: bool = False
    placed: bool = False
    day: date | None = None
    doubt: str = ""

    def frozen(self, end: int) -> Command:
        """The command, ending at a place."""
        return Command(
            act=self.act,
            span=Span(self.start, end),
            verb=self.verb,
            items=tuple(self.items),
            throughout=self.throughout,
            olds=tuple(self.olds),
            news=tuple(self.news),
            side=self.side,
            anchor=self.anchor,
            into=tuple(self.into),
            at_end=self.at_end,
            substitutes=tuple(self.substitutes),
            naming=self.naming,
            exceptions=tuple(self.exceptions),
            history=tuple(self.history),
            day=self.day,
            group=self.group,
            left_over=tuple(joined(self.left)),
            doubt=self.doubt,
        )


def joined(left: Sequence[Token]) -> Iterator[str]:
    """Left-over tokens as runs of words."""
    words: list[str] = []
    end = -1
    for token in left:
        if words and token.span.start - end > 1:
            yield " ".join(words)
            words = []
        words.append(token.words)
        end = token.span.end
    if words:
        yield " ".join(words)

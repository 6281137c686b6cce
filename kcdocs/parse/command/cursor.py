"""Tokens with a place among them: what the rules of the grammar look at and take."""

from __future__ import annotations

from collections.abc import Sequence

from kcdocs.model.span import Span
from kcdocs.parse.command.tokens import T, Token

SEPARATORS = (T.COMMA, T.SEMICOLON, T.JOINT)
_END = Token(T.STOP, Span(-1, -1), "")


class Cursor:
    """The tokens of a sentence and where the reading of them stands."""

    def __init__(self, text: str, toks: Sequence[Token]) -> None:
        self._text = text
        self._toks = toks
        self._roles = [token.also | {token.kind} for token in toks]
        self._behind = _behind_separators(self._roles)
        self._place = 0

    def _peek(self, ahead: int = 0) -> Token:
        place = self._place + ahead
        return self._toks[place] if place < len(self._toks) else _END

    def _at(self, *kinds: str, ahead: int = 0) -> bool:
        place = self._place + ahead
        return place < len(self._roles) and not self._roles[place].isdisjoint(kinds)

    def _take(self) -> Token:
        token = self._peek()
        self._place += 1
        return token

    def _skip(self, *kinds: str) -> bool:
        if not self._at(*kinds):
            return False
        self._place += 1
        return True

    def _done(self) -> bool:
        return self._place >= len(self._toks)

    def _end(self) -> int:
        return self._toks[self._place - 1].span.end if self._place else 0

    def _at_lead(self) -> bool:
        """Whether "như sau" follows; "sau" alone is one only before a colon, an instrument or the end."""
        if not self._at(T.LEAD):
            return False
        behind = self._peek(1)
        if self._peek().words != "sau":
            return True
        return behind is _END or behind.kind is T.COLON or (behind.is_(T.AT) and self._at(T.NAMING, ahead=2))

    def _separators(self) -> None:
        self._place = self._behind[self._place] if self._place < len(self._behind) else self._place


def _behind_separators(roles: Sequence[frozenset[str]]) -> list[int]:
    """For each token where the separators from it on end, so that a row of them is not counted at each."""
    behind = list(range(len(roles)))
    for place in range(len(roles) - 1, -1, -1):
        if not roles[place].isdisjoint(SEPARATORS):
            behind[place] = behind[place + 1] if place + 1 < len(roles) else place + 1
    return behind

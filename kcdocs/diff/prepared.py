"""Texts made ready to be laid beside one another, word by word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.diff.lexicon import Words

_STOPS = frozenset(".;")


@dataclass(frozen=True, slots=True)
class KnownPhrase:
    """A replacement of words known before two texts are laid beside one another.

    Attributes:
        number: Its place among all known ones.
        old: One code point for each token that goes.
        new: The same for what comes.
        code: The code point of the phrase, on either side.
        commanded: Whether a command says it; then it is shown whole, and so aligned at any price.
    """

    number: int
    old: str
    new: str
    code: str
    commanded: bool = False

    def replaced(self, old: str, new: str) -> int:
        """How often a text may have been changed so: how much rarer the one got and the other oftener."""
        return min(old.count(self.old) - new.count(self.old), new.count(self.new) - old.count(self.new))


@dataclass(frozen=True, slots=True)
class PreparedText:
    """One text ready for comparison.

    Attributes:
        words: Its tokens.
        code: One code point a token; those of references say where they point.
        pointing: Indices of the tokens that are references.
        phrases: The known phrases that are one token, by its index.
    """

    words: Words
    code: str
    pointing: frozenset[int]
    phrases: Mapping[int, KnownPhrase] = field(default_factory=dict)

    def start(self, token: int) -> int:
        """Where the cell of a token starts; a cell is the token and the space after it."""
        if token == 0:
            return 0
        return self.words.stretches[token][0] if token < len(self.words.stretches) else len(self.words.text)

    def ends(self, first: int, last: int) -> list[int]:
        """Where the cells end of the tokens from the first up to the last, which is not among them."""
        return [*(start for start, _ in self.words.stretches[first + 1 : last]), self.start(last)]

    def begins(self, token: int) -> bool:
        """Whether a sentence, a part of one behind a semicolon, or a line begins with a token."""
        if not 0 < token < len(self.words.stretches):
            return True
        before = self.words.stretches[token - 1]
        return self.words.token(token - 1) in _STOPS or "\n" in self.words.text[before[1] : self.start(token)]

    def end(self, token: int) -> int:
        """Where a token itself ends."""
        return self.words.stretches[token][1]

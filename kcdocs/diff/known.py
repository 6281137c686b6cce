"""Known phrases: what a command replaces, or what is replaced in many places, is aligned as the phrase."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.diff.prepared import KnownPhrase
from kcdocs.diff.runs import runs_of
from kcdocs.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from kcdocs.diff.lexicon import Lexicon
    from kcdocs.diff.prepared import PreparedText

WordPair = tuple[str, str]
"""The words that go and the words that come."""


def known_phrases(
    pairs: Iterable[WordPair], lexicon: Lexicon, *, first: int = 0, commanded: bool = False
) -> list[KnownPhrase]:
    """Replacements made ready; those that put in or take out without a replacement need no help.

    Args:
        pairs: The replacements.
        lexicon: The code points of this comparison.
        first: The number of the first.
        commanded: Whether commands say them.
    """
    found = []
    for number, (old, new) in enumerate(pairs, first):
        codes = _code(old, lexicon), _code(new, lexicon)
        if all(codes) and codes[0] != codes[1]:
            found.append(KnownPhrase(number, *codes, lexicon.key(("phrase", *codes)), commanded))
    return found


def _code(words: str, lexicon: Lexicon) -> str:
    return "".join(lexicon.token(words[start:end]) for start, end in tokens(words))


Occurrence = tuple[int, int, KnownPhrase]
"""The first token of a phrase, the one behind its last, and the phrase."""


def with_phrases(
    old: PreparedText, new: PreparedText, known: Sequence[KnownPhrase]
) -> tuple[PreparedText, PreparedText]:
    """Both texts with the phrases taken whole, as one token each, that have a partner on the other side.

    Args:
        old: The old text.
        new: The new one.
        known: The phrases.
    """
    found = (
        _occurrences(old.code, [(phrase.old, phrase) for phrase in known]),
        _occurrences(new.code, [(phrase.new, phrase) for phrase in known]),
    )
    while True:
        sides = _taken_whole(old, found[0]), _taken_whole(new, found[1])
        agreed = [block for block in runs_of(*sides) if block.agree]
        kept = (
            _still_paired(found[0], {i for block in agreed for i in range(block.old, block.old_end)}),
            _still_paired(found[1], {j for block in agreed for j in range(block.new, block.new_end)}),
        )
        if kept == found:
            return sides
        found = kept


def _occurrences(code: str, phrases: Sequence[tuple[str, KnownPhrase]]) -> list[Occurrence]:
    """Where phrases stand in a text, in order; of two that overlap the longer one."""
    found: list[Occurrence] = []
    taken: set[int] = set()
    for words, phrase in sorted(phrases, key=lambda item: -len(item[0])):
        for start in _starts(code, words):
            places = range(start, start + len(words))
            if taken.isdisjoint(places):
                taken.update(places)
                found.append((places.start, places.stop, phrase))
    return sorted(found, key=lambda item: item[0])


def _starts(code: str, words: str) -> Iterator[int]:
    start = code.find(words)
    while start >= 0:
        yield start
        start = code.find(words, start + len(words))


def _taken_whole(text: PreparedText, found: Sequence[Occurrence]) -> PreparedText:
    """A text in which each of the phrases is one token."""
    stretches, codes, pointing = list(text.words.stretches), list(text.code), text.pointing
    for start, end, phrase in reversed(found):
        stretches[start:end] = [(stretches[start][0], stretches[end - 1][1])]
        codes[start:end] = [phrase.code]
        pointing = frozenset(place - (end - start - 1) * (place >= end) for place in pointing)
    return replace(
        text,
        words=replace(text.words, stretches=tuple(stretches), references=()),
        code="".join(codes),
        pointing=pointing,
        phrases=dict(_places(found)),
    )


def _places(found: Iterable[Occurrence]) -> Iterator[tuple[int, KnownPhrase]]:
    lost = 0
    for start, end, phrase in found:
        yield start - lost, phrase
        lost += end - start - 1


def _still_paired(found: Sequence[Occurrence], paired: AbstractSet[int]) -> list[Occurrence]:
    """Those phrases that have a partner on the other side; `paired` are the tokens that agree."""
    return [item for item, (place, _) in zip(found, _places(found), strict=True) if place in paired]

"""What a person looks for in the texts of the store, and where a text says it.

In Vietnamese a mark is part of a word, so each word that is typed decides for itself: "đầu" asks for "đầu"
alone, "dau" for every word of those letters. Where the tone of oa, oe, uy stands does not matter.

So the index keeps of a provision first its words in order without marks, then those with marks as they are,
once each: no word of the one kind can be one of the other. What stands above a provision follows in the same
way, each word behind a sign of its own, so that a clause is found by words of its article's heading too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from kcdocs.decrees import limits
from kcdocs.model.span import Span
from kcdocs.text.normalise import bare, fold_invisible, fold_lookalikes, fold_tones, nfc

_WORD = re.compile(r"[^\W_]+")

_ABOVE = "§"
"""Before a word that stands above: no part of any word of a text, yet of one for the index."""


def forms(text: str) -> list[tuple[str, str]]:
    """The words of a text in order, each without its marks and with them."""
    return [_forms(word) for word in _WORD.findall(fold_lookalikes(nfc(text)).lower())]


@lru_cache(maxsize=limits.KEPT_WORDS)
def _forms(word: str) -> tuple[str, str]:
    return bare(word), fold_tones(word)


def said(text: str, above: str) -> str:
    """What the index keeps of a provision.

    Args:
        text: What it says.
        above: What stands above it.
    """
    return " ".join((*_kept(text), *(f"{_ABOVE}{word}" for word in _kept(above))))


def _kept(text: str) -> Iterable[str]:
    words = forms(text)
    return (*(plain for plain, _ in words), *dict.fromkeys(word for plain, word in words if word != plain))


def shown(text: str) -> str:
    """A text as it is looked through and shown: one line, nothing in it that prints nothing."""
    return " ".join(fold_invisible(nfc(text)).split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks for.

    Attributes:
        words: The words in order, small letters, with the marks that were typed.
        joined: How many of them each run of letters and signs has that was typed without a space
            ("45/2012/nd-cp": 4).
        unfinished: Whether the last word may go on.
    """

    words: tuple[str, ...]
    joined: tuple[int, ...]
    unfinished: bool = False

    def own(self) -> str:
        """The question for provisions that say all words, in any order, in the language of the index."""
        return " AND ".join(self._runs())

    def together(self) -> str:
        """The question for the words as one phrase; `own` finds those too."""
        return self._run(self.words)

    def partly_above(self) -> str:
        """The question for provisions that have all words with what stands above them, or by themselves.

        Not all may stand above: else a heading would bring all that stands under it.
        """
        above = " AND ".join(self._runs(_ABOVE))
        pairs = zip(self._runs(), self._runs(_ABOVE), strict=True)
        either = " AND ".join(f"({one} OR {other})" for one, other in pairs)
        return f"({either}) NOT ({above})"

    def places(self, text: str) -> tuple[Span, ...]:
        """Where a text has words that were looked for."""
        return tuple(
            Span(*one.span())
            for one in _WORD.finditer(text)
            for word in forms(one[0])
            if any(self._is(word, wanted) for wanted in self.words)
        )

    def _is(self, word: tuple[str, str], wanted: str) -> bool:
        said = word[_has_marks(wanted)]
        return said == wanted or (self.unfinished and wanted == self.words[-1] and said.startswith(wanted))

    def _runs(self, sign: str = "") -> list[str]:
        ends = list(accumulate(self.joined))
        return [
            self._run(self.words[begin:end], sign, last=end == ends[-1])
            for begin, end in pairwise([0, *ends])
        ]

    def _run(self, words: tuple[str, ...], sign: str = "", *, last: bool = True) -> str:
        """The question for words in a row: a phrase without marks, and each word that has marks by itself."""
        marked = [word for word in words if _has_marks(word)]
        asked = [self._term([word], sign, open_end=last and word == words[-1]) for word in marked]
        if len(words) > len(marked) or len(words) > 1:
            asked.insert(0, self._term([bare(word) for word in words], sign, open_end=last))
        return f"({' AND '.join(asked)})"

    def _term(self, words: list[str], sign: str, *, open_end: bool) -> str:
        return f'"{" ".join(sign + word for word in words)}"{" *" if open_end and self.unfinished else ""}'


def wanted(typed: str, *, unfinished: bool = False) -> Wanted:
    """What typed words ask for; signs only part words, and never steer the search.

    Args:
        typed: As typed; what stands behind the first thousand letters is not looked at.
        unfinished: Whether the person is still typing, so that the last word may go on.
    """
    plain = fold_invisible(typed[: limits.TYPED])
    runs = [found for run in plain.split() if (found := [word for _, word in forms(run)])]
    goes_on = unfinished and bool(plain) and plain[-1].isalnum()
    return Wanted(tuple(word for run in runs for word in run), tuple(map(len, runs)), goes_on)


def excerpt(text: str, places: tuple[Span, ...]) -> Span:
    """The part of a text that is shown: that with the most of the words, whole words only."""
    if len(text) <= limits.EXCERPT or not places:
        return Span(0, _word_end(text, limits.EXCERPT))
    begin = max(
        places, key=lambda one: sum(0 <= it.start - one.start < limits.EXCERPT for it in places)
    ).start
    lead = max(0, begin - limits.LEAD)
    start = text.rfind(" ", 0, lead) + 1 if lead else 0
    return Span(start, _word_end(text, start + limits.EXCERPT))


def _word_end(text: str, place: int) -> int:
    """Where the word ends that a place is in."""
    found = text.find(" ", place)
    return len(text) if found == -1 else found


def _has_marks(word: str) -> bool:
    return bare(word) != word

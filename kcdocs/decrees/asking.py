"""What a person looks for in the texts of the store, and where a text says it.

In Vietnamese a mark is part of a word, so each word that is typed decides for itself: "đầu" asks for "đầu"
alone, "dau" for every word of those letters. Where the tone of oa, oe, uy stands does not matter. So the
index has two columns: "chu" with the words' marks, "khong" without. Two more, "tren_chu" and "tren_khong",
hold what stands above a provision, so that a clause is found by words of its article's heading too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kcdocs.decrees import limits
from kcdocs.model.span import Span
from kcdocs.text.normalise import bare, fold_invisible, fold_lookalikes, fold_tones, nfc

_WORD = re.compile(r"[^\W_]+")


def marked(text: str) -> str:
    """A text as its column with marks holds it."""
    return fold_tones(fold_lookalikes(nfc(text)).lower())


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

    def anywhere(self) -> str:
        """The question for all words in any order, in the language of the index.

        Some may stand above a provision, but not all: else a heading would bring all that stands under it.
        """
        own, above = self._every("khong", "chu"), self._every("tren_khong", "tren_chu")
        either = self._every("{khong tren_khong}", "{chu tren_chu}")
        return f"({own}) OR (({either}) NOT ({above}))"

    def together(self) -> str:
        """The question for the words as one phrase."""
        return " AND ".join((self._phrase("khong", self.words), *self._with_marks("chu")))

    def places(self, text: str) -> tuple[Span, ...]:
        """Where a text has words that were looked for."""
        found = _WORD.finditer(text)
        return tuple(Span(*one.span()) for one in found if any(self._is(one[0], word) for word in self.words))

    def _is(self, word: str, wanted: str) -> bool:
        said = marked(word) if _has_marks(wanted) else bare(word)
        return said == wanted or (self.unfinished and wanted == self.words[-1] and said.startswith(wanted))

    def _every(self, bare_column: str, marked_column: str) -> str:
        return " AND ".join((*self._runs(bare_column), *self._with_marks(marked_column)))

    def _runs(self, column: str) -> Iterator[str]:
        begin = 0
        for count in self.joined:
            end = begin + count
            yield self._phrase(column, self.words[begin:end], last=end == len(self.words))
            begin += count

    def _phrase(self, column: str, words: tuple[str, ...], *, last: bool = True) -> str:
        open_end = " *" if last and self.unfinished else ""
        return f'{column} : "{" ".join(map(bare, words))}"{open_end}'

    def _with_marks(self, column: str) -> Iterator[str]:
        for place, word in enumerate(self.words, start=1):
            if _has_marks(word):
                open_end = " *" if self.unfinished and place == len(self.words) else ""
                yield f'{column} : "{word}"{open_end}'


def wanted(typed: str, *, unfinished: bool = False) -> Wanted:
    """What typed words ask for; signs only part words, and never steer the search.

    Args:
        typed: As typed; what stands behind the first thousand letters is not looked at.
        unfinished: Whether the person is still typing, so that the last word may go on.
    """
    plain = marked(fold_invisible(typed[: limits.TYPED]))
    runs = [found for run in plain.split() if (found := _WORD.findall(run))]
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

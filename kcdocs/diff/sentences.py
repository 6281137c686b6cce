"""Sentences: those that left one provision and came into another, word for word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.diff import limits
from kcdocs.model.comparison import ChangeClass
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.model.comparison import Row

_MOVED = Declared(
    "DF211",
    Severity.NOTE,
    "A sentence, or a row of a table, that stands in another provision now.",
    "Lời “{words}” chuyển từ {old} sang {new}.",
    mend="Đọc lời này ở chỗ mới: nghĩa của nó có thể khác.",
)

_END = re.compile(r"(?<=[.;])\s|\n")
_CHANGED = frozenset({ChangeClass.SUBSTANCE, ChangeClass.ADDED, ChangeClass.REPEALED})


def moved_sentences(rows: Iterable[Row], name: str) -> Iterator[Finding]:
    """A note for each sentence, or row of a table, that moved into another provision.

    Only what left one provision and came into one is told, if it has four words or more.

    Args:
        rows: The rows of the comparison.
        name: Name of the new instrument.
    """
    lost: dict[str, list[Row]] = defaultdict(list)
    came: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if _CHANGED & set(row.changes):
            before, after = _sentences(row.old_text), _sentences(row.new_text)
            for words in _left(before, after):
                lost[words].append(row)
            for words in _left(after, before):
                came[words].append(row)
    for words, homes in came.items():
        if len(homes) == len(lost.get(words, ())) == 1:
            old, new = lost[words][0].olds[0].address, homes[0].news[0].address
            place = Place(file=name, address=str(new))
            yield _MOVED.at(place, words=words, old=old.spoken(), new=new.spoken())


def _left(those: Sequence[str], others: Sequence[str]) -> Iterable[str]:
    """The sentences of which there are more than among the others, each once."""
    return Counter(those) - Counter(others) if others else dict.fromkeys(those)


def _sentences(text: str) -> list[str]:
    found = (words.split() for words in _END.split(text))
    return [" ".join(words).rstrip(".;") for words in found if _count(words) >= limits.SENTENCE]


def _count(words: Sequence[str]) -> int:
    """How many words there are, a mark that stands alone at the end aside."""
    return len(words) - (not words[-1].strip(".;")) if words else 0

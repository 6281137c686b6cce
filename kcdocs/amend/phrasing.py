"""Planning with phrases: words that a draft changes alike in several provisions, commanded once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from kcdocs.amend import limits
from kcdocs.model.address import Address
from kcdocs.model.comparison import Comparison
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Operation, Origin
from kcdocs.model.span import Span

NOWHERE = Origin(Address(), Span(0, 0), "")
"""The origin of a command that stands in no instrument yet."""


_MARKS = ",.;:"


class PlannedPhrase(NamedTuple):
    """Words and what takes their place; empty where they are only taken out."""

    old: str
    new: str

    def turns(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether it alone makes the new words of a provision, part by part, of the old ones."""
        made = [self.applied(words) for words in old]
        return made == list(new) and list(old) != list(new)

    def applied(self, words: str) -> str:
        """A text with the phrase replaced, or taken out with the space that it leaves."""
        return words.replace(self.old, self.new) if self.new else _without(words, self.old)

    def shorter(self) -> PlannedPhrase:
        """The words that are only taken out, where that is all it does: else the phrase itself."""
        before = _alike(self.old.split(), self.new.split())
        after = _alike(self.old.split()[before:][::-1], self.new.split()[before:][::-1])
        rest = self.old.split()[before : len(self.old.split()) - after]
        nothing_new = before + after == len(self.new.split())
        return PlannedPhrase(" ".join(rest), "") if self.new and nothing_new and rest else self


def phrases(comparison: Comparison) -> list[PlannedPhrase]:
    """The phrases that a draft changes: those in many places first, then those in two alike; longer first."""
    known = [PlannedPhrase(item.old, item.new) for item in comparison.phrases]
    pairs = Counter(
        pair
        for row in comparison.rows
        if len(row.olds) == len(row.news) == 1 and (pair := _only_change(row.old_text, row.new_text))
    )
    again = [pair for pair, count in pairs.items() if count > 1]
    return list(dict.fromkeys([*sorted(known, key=_longest), *sorted(again, key=_longest)]))


def _longest(phrase: PlannedPhrase) -> int:
    return -len(phrase.old)


def too_few(worded: Mapping[PlannedPhrase, Sequence[Node]]) -> Iterator[Address]:
    """Provisions that are better read rewritten: the phrase changes in few places, and not all are long."""
    for phrase, nodes in worded.items():
        places = sum(phrase.old in node.text for top in nodes for node in top.walk())
        long = all(sum(len(node.text) for node in top.walk()) >= limits.LONG for top in nodes)
        if places < (limits.LONG_PLACES if long else limits.PHRASE_PLACES):
            yield from (node.address for node in nodes)


def word_operations(worded: Mapping[PlannedPhrase, Sequence[Node]]) -> list[Operation]:
    """The commands on words: replacements first, then what is only taken out."""
    replaced: list[Operation] = []
    removed: list[Operation] = []
    for phrase, nodes in worded.items():
        less = phrase.shorter()
        texts = [node.text for top in nodes for node in top.walk()]
        said = less if all(less.applied(words) == phrase.applied(words) for words in texts) else phrase
        act, where = (Act.REPLACE_WORDS, replaced) if said.new else (Act.REMOVE_WORDS, removed)
        where += [Operation(act, node.address, NOWHERE, old=said.old, new=said.new) for node in nodes]
    return [*replaced, *removed]


def _only_change(old: str, new: str) -> PlannedPhrase | None:
    """The one stretch of words that differs; None where there is none, or it is only put in."""
    one, other = old.split(), new.split()
    before = _alike(one, other)
    after = _alike(one[before:][::-1], other[before:][::-1])
    cut = before and _letters(one[before : before + 1]) == _letters(other[before : before + 1])
    before -= 1 if cut else 0
    gone, put = one[before : len(one) - after], other[before : len(other) - after]
    if not gone or one == other:
        return None
    old_, new_ = " ".join(gone), " ".join(put)
    shut = old_[-1] in _MARKS and new_.endswith(old_[-1])
    return PlannedPhrase(old_[:-1], new_[:-1]) if shut else PlannedPhrase(old_, new_)


def _letters(words: Sequence[str]) -> str:
    """The word at the begin without its marks: where only they differ, the word before belongs to it."""
    return words[0].strip(_MARKS) if words else ""


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _without(words: str, gone: str) -> str:
    return words.replace(f" {gone}", "").replace(f"{gone} ", "")

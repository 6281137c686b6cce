"""Laws by name: those of the catalogue, those a text has named in full, and where a name ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from kcdocs.law import issuers
from kcdocs.law.vocabulary import NAMED, NAMES_OF_LAWS
from kcdocs.model.catalogue import Catalogue
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Reference
from kcdocs.parse import limits
from kcdocs.parse.rules.short_name import short_names

_ENDS = frozenset(
    [
        *("và", "hoặc", "hay", "thì", "là", "được", "phải", "có", "không", "để", "khi", "này", "đã", "đang"),
        *("sẽ", "theo", "tại", "về", "quy", "như", "trong", "trừ", "nhưng", "do", "bởi", "vào", "từ", "với"),
        *("cho", "năm", "số", "ngày", "hiện", "của", "các", "những", "nhằm", "nếu", "mà", "bao", "thay"),
        *("sửa", "ban", "kể", "trên", "dưới", "đối", "căn", "nêu", "cũng", "chịu", "bằng", "hết", "còn"),
        *("chỉ", "gồm", "áp", "đều", "cùng", "vẫn", "lại", "cần", "nói", "ghi", "mới", "cũ", "giao", "thuộc"),
        *("sau", "trước", "giữa", "nên", "khác", "bổ"),
    ]
)
_WORD = re.compile(r"\S+")
_GOES_ON = re.compile(r"\w|[/.,-]\w|\s+(?:số|này)(?!\w)")
"""What shows that a short name is the begin of another name, or of a number."""

_CLOSING = ',;:.)”"]'


class Names:
    """Laws known by name.

    Args:
        known: Those known from the start; one whose name several bear is known by type and name only.
        institutions: Names of institutions beside those of the vocabulary.
    """

    def __init__(self, known: Iterable[Citation] = (), institutions: tuple[str, ...] = ()) -> None:
        self._institutions = institutions
        self._by_name: dict[str, Citation] = {}
        self._by_first: dict[str, list[str]] = {}
        self._common: dict[str, list[str]] = {}
        self._short: dict[str, Citation] = {}
        for name in NAMES_OF_LAWS:
            self._common.setdefault(_first(name), []).append(name)
        for citation in known:
            clash = self._by_name.get(citation.title, citation) != citation
            self._put(Citation(citation.type, title=citation.title) if clash else citation)

    @cached_property
    def issuer(self) -> re.Pattern[str]:
        """A pattern for who issued an instrument, behind its number or date: one group, the name."""
        return _issuer_pattern(self._institutions)

    def learn(self, citation: Citation | None) -> None:
        """Remember a law that a text names in full; the first mention stands."""
        if citation is None or citation.type not in NAMED or not (citation.number or citation.issued):
            return
        known = self._by_name.get(citation.title)
        if citation.title and (known is None or not known.number):
            self._put(citation)

    def call(self, words: str, citation: Citation) -> None:
        """Remember a short name that a text gives to an instrument; the last one given stands."""
        self._short[words] = citation

    def called_in(self, text: str, references: Sequence[Reference]) -> bool:
        """Remember the short names that a text gives to what it refers to; whether there are any."""
        given = short_names(text, references)
        for words, citation in given:
            self.call(words, citation)
        return bool(given)

    def short_at(self, text: str, start: int) -> tuple[int, Citation] | None:
        """Where the short name ends that stands at a place, and the instrument; None if none does."""
        fitting = [
            words
            for words in self._short
            if text.startswith(words, start) and not _GOES_ON.match(text, start + len(words))
        ]
        words = max(fitting, key=len, default="")
        return (start + len(words), self._short[words]) if words else None

    def get(self, name: str) -> Citation | None:
        """The law of exactly that name."""
        return self._by_name.get(name)

    def at(self, text: str, start: int) -> tuple[int, Citation | None, bool]:
        """The name that begins at a place.

        Args:
            text: The text, composed.
            start: Where the name begins, behind "Luật ".

        Returns:
            Where it ends (`start` if no name begins there), the law if it is known, and whether the name
            surely ends there: "Luật Đầu tư công" is not the known "Luật Đầu tư".
        """
        rest = text[start : start + limits.LONGEST_NAME]
        first = _first(rest)
        guessed = _guessed(rest)
        name = _longest(self._by_first.get(first, ()), rest)
        if name:
            return start + len(name), self._by_name[name], guessed <= len(name)
        name = _longest(self._common.get(first, ()), rest)
        return start + (len(name) or guessed), None, False

    def _put(self, citation: Citation) -> None:
        if citation.title not in self._by_name:
            self._by_first.setdefault(_first(citation.title), []).append(citation.title)
        self._by_name[citation.title] = citation


def names_of(catalogue: Catalogue | None) -> Names:
    """The laws of a catalogue by name."""
    cited = [entry.citation for entry in catalogue.entries] if catalogue else []
    bodies = [title.name for body in catalogue.institutions for title in body.titles] if catalogue else []
    return Names((item for item in cited if item.type in NAMED and item.title), tuple(bodies))


@cache
def _issuer_pattern(institutions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_several(issuers.pattern(institutions)))


def _several(one: str) -> str:
    """The words "của …" with up to six issuers, each of the pattern."""
    return rf"\s+của\s+({one}(?:(?:,\s+|\s+và\s+){one}){{0,5}})"


def _first(name: str) -> str:
    return name.split(" ", 1)[0].rstrip(_CLOSING)


def _longest(names: Iterable[str], text: str) -> str:
    """The longest of the names that the text begins with, ending where a word ends."""
    fits = (name for name in names if text.startswith(name) and not text[len(name) : len(name) + 1].isalnum())
    return max(fits, key=len, default="")


def _guessed(text: str) -> int:
    """Where a name that is not known ends: before a word that no name holds, or at a mark."""
    end = 0
    for word in _WORD.finditer(text):
        bare = word.group().rstrip(_CLOSING)
        if bare in _ENDS or not bare[:1].isalpha():
            break
        end = word.start() + len(bare)
        if bare != word.group():
            break
    return end

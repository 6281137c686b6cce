"""Numbers and names that a Word file may give once only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from kcdocs.word import limits
from kcdocs.word.package.wml import W, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIRST = 100  # below it stand the separators of notes, which keep their ids
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_NAMED = (f"{W}bookmarkStart", f"{W}moveFromRangeStart", f"{W}moveToRangeStart")
_REFERRING = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF|HYPERLINK|TOC)\s", re.IGNORECASE)
_WORD = re.compile(r'[^\s"]+')
_FAMILIES = (("footnote", "footnote"), ("endnote", "endnote"), ("comment", "comment"), ("", "mark"))


@dataclass(slots=True)
class JoinedIds:
    """What was given in the documents so far."""

    _numbers: dict[str, Iterator[int]] = field(default_factory=lambda: defaultdict(lambda: count(_FIRST)))
    _names: set[str] = field(default_factory=set)

    def own(self, texts: Iterable[_Element]) -> OwnIds:
        """Begin the next document: its ids are drawn anew.

        Args:
            texts: The roots of all its parts with text.
        """
        found = {item.get(f"{W}name", "") for text in texts for item in text.iter(*_NAMED)}
        renamed = {name: self._free(name) for name in sorted(found) if name.lower() in self._names}
        self._names |= {name.lower() for name in found | set(renamed.values())}
        return OwnIds(self._numbers, renamed)

    def draw(self, root: _Element) -> None:
        """Give the drawings in a part fresh numbers."""
        for element in root.iter("{*}docPr"):
            element.set("id", str(next(self._numbers["drawing"])))

    def _free(self, name: str) -> str:
        tries = (f"{name[: limits.LONGEST_BOOKMARK - len(str(n)) - 1]}_{n}" for n in count(2))
        found = next(item for item in tries if item.lower() not in self._names)
        self._names.add(found.lower())
        return found


@dataclass(slots=True)
class OwnIds:
    """The numbers and names of one document, renewed: what was the same stays the same."""

    _numbers: dict[str, Iterator[int]]
    _renamed: dict[str, str]
    _given: dict[tuple[str, str], str] = field(default_factory=dict)

    def renew(self, root: _Element) -> None:
        """Renew all in a part; what ties the text to data kept outside it goes."""
        for kept_outside in [*root.iter("{*}dataBinding"), *root.iterfind(f".//{W}sdtPr/{W}id")]:
            if (parent := kept_outside.getparent()) is not None:
                parent.remove(kept_outside)
        for element in root.iter(f"{W}*"):
            name = local(element)
            for key in (f"{_W14}paraId", f"{_W14}textId"):
                element.attrib.pop(key, "")
            if element.get(f"{W}id") is not None and not separator(element):
                element.set(f"{W}id", self._number(name, element.get(f"{W}id", "")))
            for key in (f"{W}name", f"{W}anchor"):
                if element.tag in (*_NAMED, f"{W}hyperlink") and key in element.attrib:
                    element.set(key, self._renamed.get(element.get(key, ""), element.get(key, "")))

    def code(self, code: str) -> str:
        """The code of a field, with the names of bookmarks as they are now."""
        if not _REFERRING.match(code):
            return code
        return _WORD.sub(lambda word: self._renamed.get(word[0], word[0]), code)

    def _number(self, name: str, old: str) -> str:
        family = next(family for start, family in _FAMILIES if name.startswith(start))
        if (family, old) not in self._given:
            self._given[family, old] = str(next(self._numbers[family]))
        return self._given[family, old]


def separator(note: _Element) -> bool:
    """Whether a note is no note but the line above the notes."""
    return local(note) in {"footnote", "endnote"} and note.get(f"{W}type", "normal") != "normal"

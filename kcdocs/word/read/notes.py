"""Footnotes and endnotes: the mark a reader sees for each reference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kcdocs.word.package.wml import W, number, val, w
from kcdocs.word.read.inline import NoteMark
from kcdocs.word.read.numerals import formatted

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLES = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(slots=True)
class Marks:
    """Gives out the marks of notes in reading order; one for a whole document.

    Attributes:
        roots: Kind of part → root, for "settings", "footnotes" and "endnotes".
        document: Root of the main part, whose last section may set how notes are numbered.
    """

    roots: Mapping[str, _Element]
    document: _Element
    _used: dict[str, _Element] = field(default_factory=dict)
    _again: dict[str, int] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _formats: dict[str, str] = field(default_factory=dict)
    _notes: dict[str, dict[str, _Element]] = field(default_factory=dict)

    def label(self, mark: NoteMark) -> str:
        """The mark of one reference, unique in the document."""
        typed = text = mark.typed or self._automatic(mark.kind)
        while text in self._used:
            self._again[typed] = self._again.get(typed, 0) + 1
            text = f"{typed}*{self._again[typed]}" if self._again[typed] > 1 else f"{typed}*"
        note = self._note(mark)
        if note is not None:
            self._used[text] = note
        return text

    def used(self) -> Mapping[str, _Element]:
        """Mark → the note's element, in the order the text refers to them."""
        return self._used

    def _automatic(self, kind: str) -> str:
        if kind not in self._formats:
            settings = self._settings(kind)
            start = next((found for item in settings if (found := number(item, "numStart"))), 1)
            style = next((named for item in settings if (named := val(item, "numFmt"))), _STYLES[kind])
            self._formats[kind] = style
            self._numbers[kind] = start - 1
        self._numbers[kind] += 1
        return formatted(self._numbers[kind], self._formats[kind])

    def _settings(self, kind: str) -> list[_Element]:
        settings = self.roots.get("settings")
        places = [*self.document.iter(w("sectPr")), *([] if settings is None else [settings])]
        return [found for place in places if (found := place.find(w(f"{kind}Pr"))) is not None]

    def _note(self, mark: NoteMark) -> _Element | None:
        if mark.kind not in self._notes:
            root = self.roots.get(f"{mark.kind}s")
            notes = [] if root is None else root.findall(w(mark.kind))
            self._notes[mark.kind] = {note.get(W + "id") or "": note for note in reversed(notes)}
        return self._notes[mark.kind].get(mark.id)

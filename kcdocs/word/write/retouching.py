"""Small changes to how a Word document is set, and to single characters of it; all else stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.package.docx import save_package
from kcdocs.word.package.order import placed, properties
from kcdocs.word.package.tree import parse_part, serialise
from kcdocs.word.package.wml import SPACE, W, local, w
from kcdocs.word.read.letters import TWIPS_A_MM, TWIPS_A_POINT
from kcdocs.word.read.passages import own_leaves

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_OTHER_INDENTS = (
    *("hanging", "hangingChars", "firstLineChars"),
    *("left", "start", "leftChars", "startChars"),
)


class Retoucher:
    """Changes a document part by part; `done` gives the document.

    Args:
        package: The opened document.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._roots: dict[str, _Element] = {}
        self._paragraphs: dict[str, list[_Element]] = {}

    def done(self) -> bytes:
        """The document with all changes; the same bytes for the same changes."""
        changed = {name: serialise(root) for name, root in self._roots.items()}
        return save_package({**self._package.parts, **changed})

    def paper(self, width: float, height: float) -> None:
        """Give every section that paper, in millimetres; one that lies across stays across."""
        for section in self._sections():
            size = placed(section, "pgSz")
            across = size.get(f"{W}orient") == "landscape"
            sides = (height, width) if across else (width, height)
            for name, side in zip(("w", "h"), sides, strict=True):
                size.set(W + name, _twips(side))

    def margin(self, section: int, side: str, measure: float) -> None:
        """Set a margin ("top") of a section, counted from 0, in millimetres."""
        placed(list(self._sections())[section], "pgMar").set(W + side, _twips(measure))

    def first_page_apart(self) -> None:
        """Give the first page of every section a header of its own, which is empty where there is none."""
        for section in self._sections():
            placed(section, "titlePg")

    def font(self, part: str, name: str) -> None:
        """Set all letters of a part in one font, those of fonts with an old code page left alone."""
        for run in self._root(part).iter(f"{W}r"):
            fonts = placed(_run_properties(run), "rFonts")
            for slot in _SLOTS:
                fonts.set(W + slot, name)
            for slot in _THEMED:
                _drop(fonts, slot)

    def letters(
        self,
        part: str,
        paragraph: int,
        start: int,
        end: int,
        *,
        size: float | None = None,
        bold: bool | None = None,
        italic: bool | None = None,
        black: bool = False,
    ) -> None:
        """Set the runs that hold characters of a stretch of a paragraph.

        Args:
            part: Name of the part.
            paragraph: Ordinal among all its paragraphs, from 1.
            start: First character.
            end: The one behind the last; negative for all runs, those of fields too.
            size: Points.
            bold: Whether in bold.
            italic: Whether in italics.
            black: Whether to print in the automatic colour.
        """
        for run in self._runs(part, paragraph, start, end):
            found = _run_properties(run)
            for name, value in (("b", bold), ("i", italic)):
                if value is not None:
                    _switch(found, name, on=value)
            if size is not None:
                for name in ("sz", "szCs"):
                    placed(found, name).set(f"{W}val", str(round(size * 2)))
            if black:
                colour = placed(found, "color")
                colour.attrib.clear()
                colour.set(f"{W}val", "auto")

    def block(self, part: str, paragraph: int, **wanted: str | float) -> None:
        """Set a paragraph.

        Args:
            part: Name of the part.
            paragraph: Ordinal among all its paragraphs, from 1.
            wanted: `align` as `ST_Jc`; `first`, millimetres by which its first line goes in; `after`, points
                below it; `lines`, distance of its lines as a multiple.
        """
        found = properties(self._all(part)[paragraph - 1])
        if "align" in wanted:
            placed(found, "jc").set(f"{W}val", str(wanted["align"]))
        if "first" in wanted:
            indent = placed(found, "ind")
            for name in _OTHER_INDENTS:
                _drop(indent, name)
            indent.set(f"{W}left", "0")
            indent.set(f"{W}firstLine", _twips(float(wanted["first"])))
        if "after" in wanted:
            placed(found, "spacing").set(f"{W}after", str(round(float(wanted["after"]) * TWIPS_A_POINT)))
        if "lines" in wanted:
            spacing = placed(found, "spacing")
            spacing.set(f"{W}line", str(round(float(wanted["lines"]) * 240)))
            spacing.set(f"{W}lineRule", "auto")

    def tag(self, part: str, paragraph: int, end: int, words: str) -> None:
        """Put words on a dark ground behind a character of a paragraph, as a mark for the eye."""
        runs = list(self._runs(part, paragraph, max(end - 1, 0), max(end, 1)))
        run = etree.Element(f"{W}r")
        found = etree.SubElement(run, f"{W}rPr")
        _switch(found, "b", on=True)
        placed(found, "color").set(f"{W}val", "FFFFFF")
        ground = placed(found, "shd")
        ground.set(f"{W}val", "clear")
        ground.set(f"{W}fill", "A02020")
        text = etree.SubElement(run, f"{W}t")
        text.text = words
        if runs:
            runs[-1].addnext(run)
        else:
            self._all(part)[paragraph - 1].append(run)

    def words(self, part: str, change: Callable[[str], str], paragraph: int = 0) -> None:
        """Change the characters of each stretch of text; a change that needs two stretches is not made.

        Args:
            part: Name of the part.
            change: Gives the new characters of a `w:t`.
            paragraph: Ordinal of the only paragraph to change; 0 for all.
        """
        within = [self._all(part)[paragraph - 1]] if paragraph else [self._root(part)]
        for item in within:
            for text in item.iter(f"{W}t"):
                new = change(text.text or "")
                if new != (text.text or ""):
                    text.text = new
                    text.set(SPACE, "preserve")

    def _root(self, part: str) -> _Element:
        if part not in self._roots:
            self._roots[part] = parse_part(self._package, part)
            self._paragraphs[part] = list(self._roots[part].iter(f"{W}p"))
        return self._roots[part]

    def _all(self, part: str) -> list[_Element]:
        self._root(part)
        return self._paragraphs[part]

    def _sections(self) -> Iterator[_Element]:
        for section in self._root(self._package.main).iter(f"{W}sectPr"):
            around = section.getparent()
            if around is not None and local(around) in ("pPr", "body"):
                yield section

    def _runs(self, part: str, paragraph: int, start: int, end: int) -> Iterator[_Element]:
        if end < 0:
            yield from self._all(part)[paragraph - 1].iter(f"{W}r")
            return
        offset, last = 0, None
        for run, _, text in own_leaves(self._all(part)[paragraph - 1]):
            if run is not last and offset < end and start < offset + len(text):
                last = run
                yield run
            offset += len(text)


def _run_properties(run: _Element) -> _Element:
    found = run.find(w("rPr"))
    if found is None:
        found = etree.Element(f"{W}rPr")
        run.insert(0, found)
    return found


def _switch(found: _Element, name: str, *, on: bool) -> None:
    """Turn a property on or off, for the letters of every script."""
    for key in (name, f"{name}Cs"):
        item = placed(found, key)
        item.attrib.clear()
        if not on:
            item.set(f"{W}val", "0")


def _drop(element: _Element, name: str) -> None:
    if element.get(W + name) is not None:
        del element.attrib[W + name]


def _twips(millimetres: float) -> str:
    return str(round(millimetres * TWIPS_A_MM))

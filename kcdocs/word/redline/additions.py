"""What a redline adds to the original's package: notes, headers and footers of the draft."""

from __future__ import annotations

import posixpath
from contextlib import AbstractContextManager
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.text.numbers import whole_number
from kcdocs.word.package.order import placed
from kcdocs.word.package.relations import CONTENT_TYPES, rels_name
from kcdocs.word.package.skeleton import appended
from kcdocs.word.package.tree import parse_part, serialise
from kcdocs.word.package.wml import W, local
from kcdocs.word.redline.carrying import DrawnCarrier
from kcdocs.word.redline.margins import RELATION_ID
from kcdocs.word.redline.own import OwnItem, OwnParagraph, OwnTable
from kcdocs.word.redline.strokes import Fate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package
    from kcdocs.word.package.parts import Parts
    from kcdocs.word.redline.margins import MarginKey
    from kcdocs.word.redline.pen import Pen

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


class Additions:
    """Takes notes, headers and footers over.

    Args:
        package: The original.
        parts: Its parts, which are changed.
    """

    def __init__(self, package: Package, parts: Parts) -> None:
        self.package, self.own = package, parts
        self.roots = dict(parts.roots)
        self.names = dict(parts.names)
        self.declared: list[str] = []
        self.noted: set[str] = set()
        self.carrier = DrawnCarrier(package)
        relations = package.relations(package.main)
        self._margins = {item.target: item.id for item in relations if item.kind in ("header", "footer")}

    def parts(self, changed: Mapping[str, _Element]) -> dict[str, bytes]:
        """All parts that differ from the original's.

        Args:
            changed: Roots of headers and footers that were changed.
        """
        for kind in ("footnote", "endnote"):
            self._number_notes(kind)
        made = {name: serialise(root) for name, root in changed.items()}
        made[self.package.main] = serialise(self.own.document)
        for kind in ("footnotes", "endnotes", "settings"):
            if kind in self.roots:
                made[self.names[kind]] = serialise(self.roots[kind])
        types = self.package.parts[CONTENT_TYPES]
        for element in (*self.declared, *self.carrier.overrides):
            types = appended(types, element)
        return {**made, **self.carrier.files, CONTENT_TYPES: types, **self.carrier.relations()}

    # --- Notes ----------------------------------------------------------------------------------------------

    def note(self, kind: str, number: str) -> _Element | None:
        """A note of the original."""
        root = self.roots.get(f"{kind}s")
        found = () if root is None else root.findall(W + kind)
        return next((item for item in found if item.get(W + "id") == number), None)

    def between_notes(self, kind: str) -> AbstractContextManager[None]:
        """Write notes of a kind of the original for a while."""
        if f"{kind}s" not in self.roots:
            self._new_notes(kind)
        return self.carrier.between(self.names[f"{kind}s"])

    def new_note(
        self, kind: str, story: list[OwnItem], pen: Pen, fresh_table: Callable[[OwnTable], _Element]
    ) -> str:
        """Add a note that says what a story says; gives its id."""
        root = self.roots[f"{kind}s"]
        numbers = [int(item.get(W + "id") or 0) for item in root.findall(W + kind)]
        number = str(max([0, *numbers]) + 1)
        self.noted.add(kind)
        model = next((item for item in root.findall(W + kind) if item.get(W + "type") is None), None)
        note = etree.SubElement(root, W + kind, {W + "id": number})
        for place, item in enumerate(story):
            if isinstance(item, OwnTable):
                note.append(fresh_table(item))
            else:
                note.append(self._note_paragraph(kind, item, model, pen, first=place == 0))
        return number

    def note_mark(self, kind: str, number: str) -> _Element:
        """A run that marks a note."""
        run = etree.Element(W + "r")
        run.append(self._mark_look(kind))
        etree.SubElement(run, f"{W}{kind}Reference", {W + "id": number})
        return run

    def _number_notes(self, kind: str) -> None:
        """Number the notes as the document cites them, if some came: LibreOffice counts, it does not look."""
        root = self.roots.get(f"{kind}s")
        if root is None or kind not in self.noted:
            return
        notes = {note.get(W + "id"): note for note in root.findall(W + kind) if note.get(W + "type") is None}
        special = [note for note in root if note not in notes.values()]
        marks = list(self.own.document.iter(f"{W}{kind}Reference"))
        cited = dict.fromkeys(mark.get(W + "id") for mark in marks if mark.get(W + "id") in notes)
        start = max([0, *(whole_number(note.get(W + "id")) or 0 for note in special)]) + 1
        numbers = {key: str(number) for number, key in enumerate((cited | dict.fromkeys(notes)), start)}
        root[:] = [*special, *(notes[key] for key in numbers)]
        for key, number in numbers.items():
            notes[key].set(W + "id", number)
        for mark in marks:
            mark.set(W + "id", numbers.get(mark.get(W + "id"), mark.get(W + "id") or ""))

    def _note_paragraph(
        self, kind: str, new: OwnParagraph, model: _Element | None, pen: Pen, *, first: bool
    ) -> _Element:
        paragraph = etree.Element(W + "p")
        former = None if model is None else model.find(f"{W}p/{W}pPr")
        if former is not None:
            paragraph.append(deepcopy(former))
            for item in list(paragraph[0]):
                if local(item) in ("numPr", "pPrChange", "rPr"):
                    paragraph[0].remove(item)
        if first:
            run = etree.SubElement(paragraph, W + "r")
            run.append(self._mark_look(kind))
            etree.SubElement(run, f"{W}{kind}Ref")
        if new.text:
            mark = pen.mark(Fate.COME, pen.hand, moved=False)
            mark.extend(pen.runs(new, 0, len(new.text), None))
            paragraph.append(mark)
        return paragraph

    def _mark_look(self, kind: str) -> _Element:
        reference = next(self.own.document.iter(f"{W}{kind}Reference"), None)
        run = None if reference is None else reference.getparent()
        look = None if run is None else run.find(W + "rPr")
        if look is not None:
            return deepcopy(look)
        raised = etree.Element(W + "rPr")
        etree.SubElement(raised, W + "vertAlign", {W + "val": "superscript"})
        return raised

    def _new_notes(self, kind: str) -> None:
        root = etree.Element(f"{W}{kind}s", nsmap={"w": W[1:-1]})
        for name, number in _SEPARATORS:
            note = etree.SubElement(root, W + kind, {W + "type": name, W + "id": str(number)})
            run = etree.SubElement(etree.SubElement(note, W + "p"), W + "r")
            etree.SubElement(run, W + name)
        self.roots[f"{kind}s"], self.names[f"{kind}s"] = root, f"word/{kind}s.xml"
        self._declare(f"word/{kind}s.xml", f"{kind}s")

    def _declare(self, name: str, kind: str) -> str:
        """Let the document know a part that it had not; gives the relation's id."""
        self.declared.append(f'<Override PartName="/{name}" ContentType="{_TYPE.format(kind)}"/>')
        return self.carrier.add(self.package.main, _RELATION.format(kind), f"/{name}")

    # --- Headers and footers --------------------------------------------------------------------------------

    def margin_part(self, reference: _Element) -> str:
        """The part that a section's reference names; empty if none is there."""
        return next((part for part, key in self._margins.items() if key == reference.get(RELATION_ID)), "")

    def refer(self, section: _Element, own: _Element | None, key: MarginKey, part: str) -> None:
        """Let a section show a part.

        Args:
            section: The section's properties.
            own: What names another part there so far.
            key: Kind, and on which pages.
            part: The part.
        """
        reference = etree.Element(f"{W}{key[0]}Reference", {W + "type": key[1]}) if own is None else own
        reference.set(RELATION_ID, self._margins[part])
        if own is None:
            section.insert(0, reference)

    def new_margin(self, kind: str) -> tuple[str, _Element]:
        """Add an empty header or footer; gives the part's name and its root."""
        root = etree.Element(
            W + ("hdr" if kind == "header" else "ftr"), nsmap={"w": W[1:-1], "r": RELATION_ID[1:-3]}
        )
        etree.SubElement(root, W + "p")
        return self._add_margin(kind, "word"), root

    def copied_margin(self, kind: str, part: str) -> tuple[str, _Element]:
        """Add a header or footer that is as another one; gives the part's name and its root."""
        name = self._add_margin(kind, posixpath.dirname(part))
        if rels_name(part) in self.package.parts:
            self.carrier.files[rels_name(name)] = self.package.parts[rels_name(part)]
        return name, parse_part(self.package, part)

    def _add_margin(self, kind: str, folder: str) -> str:
        count = sum(1 for name in self.package.parts if posixpath.basename(name).startswith(kind))
        name = posixpath.join(folder, f"{kind}{count + len(self.declared) + 1}-kcdocs.xml")
        self._margins[name] = self._declare(name, kind)
        return name

    def switch_on(self, name: str) -> None:
        """Switch a setting of the document on."""
        if "settings" not in self.roots:
            self.roots["settings"] = etree.Element(W + "settings", nsmap={"w": W[1:-1]})
            self.names["settings"] = "word/settings-kcdocs.xml"
            self._declare(self.names["settings"], "settings")
        placed(self.roots["settings"], name).attrib.pop(W + "val", "")

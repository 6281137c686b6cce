"""Joining: the documents one after another in one file, each beginning on a new page as if it stood alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.errors import StrictWordError
from kcdocs.word.join import sections
from kcdocs.word.join.fields import rewrite_codes
from kcdocs.word.join.ids import JoinedIds, separator
from kcdocs.word.join.lists import Lists
from kcdocs.word.join.pool import OFFICE, Carrier, PartLinks, Pool
from kcdocs.word.join.sections import R
from kcdocs.word.join.shared import Shared
from kcdocs.word.join.story import Story
from kcdocs.word.package.docx import Package, open_package, save_package
from kcdocs.word.package.relations import Relation
from kcdocs.word.package.tree import parse, parse_part, serialise
from kcdocs.word.package.wml import W, w
from kcdocs.word.read.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELID = "{urn:schemas-microsoft-com:office:office}relid"
_NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_EDGES = ("header", "footer")
_KEPT_AS_THEY_ARE = ("theme", "fontTable", "webSettings")
_TOTAL = re.compile(r"^(\s*)NUMPAGES\b", re.IGNORECASE)
_BLANK = {"header": "hdr", "footer": "ftr"}


@dataclass(frozen=True, slots=True)
class Joined:
    """Documents joined.

    Attributes:
        data: The `.docx` file; the same documents give the same bytes.
        totals: Those whose number of all pages would be wrong: they have several sections, and Word can count
            the pages of a section or of the file only.
    """

    data: bytes
    totals: tuple[str, ...]


def join(files: Sequence[Path], tell: Callable[[int, int], None] = lambda *_: None) -> Joined:
    """Join documents, in order.

    Args:
        files: `.docx` files, at least one.
        tell: Told how many are joined, and of how many.

    Raises:
        PackageError: If one is no Word document that may be opened.
        JoinConflictError: If two differ in what a file has only once.
    """
    joining = _Joining()
    for number, path in enumerate(files, 1):
        joining.add(open_package(path), last=number == len(files))
        tell(number, len(files))
    return Joined(joining.data(), tuple(joining.totals))


@dataclass(slots=True)
class _Joining:
    """The documents joined so far."""

    pool: Pool = field(default_factory=Pool)
    ids: JoinedIds = field(default_factory=JoinedIds)
    lists: Lists = field(default_factory=Lists)
    shared: Shared = field(default_factory=Shared)
    inherited: sections.Inherited = field(default_factory=sections.Inherited)
    body: Story = field(default_factory=lambda: Story(("document", "body")))
    notes: dict[str, Story] = field(default_factory=dict)
    once: dict[str, str] = field(default_factory=dict)
    totals: list[str] = field(default_factory=list)

    def add(self, package: Package, *, last: bool) -> None:
        """Put a document at the end."""
        own = _Own(self, package)
        own.renew()
        own.settle(last=last)
        own.put_in()

    def blank(self, kind: str) -> str:
        """The relation to a header or footer without anything."""
        tag, name = _BLANK[kind], f"word/{kind}Blank.xml"
        root = parse(f'<w:{tag} xmlns:w="{W[1:-1]}"><w:p/></w:{tag}>'.encode())
        self.pool.put(name, serialise(root), f"{_TYPE}{kind}+xml")
        return self.body.links.to(f"{OFFICE}/{kind}", name)

    def data(self) -> bytes:
        """The file."""
        for name, data in list(self.pool.parts.items()):
            if b"docPr" in data and self.pool.types.get(name, "").endswith(("header+xml", "footer+xml")):
                root = parse(data)
                self.ids.draw(root)
                self.pool.parts[name] = serialise(root)
        for kind, name in self.once.items():
            self.body.links.to(f"{OFFICE}/{kind}", name)
        for kind, root in self._roots():
            self._put(kind, serialise(root), self.lists.links if kind == "numbering" else PartLinks())
        for kind, story in self.notes.items():
            self._put(kind, story.data(), story.links)
        main = self.body.data()
        self.pool.put(_MAIN, main, f"{_TYPE}document.main+xml", self.body.links.relations())
        return save_package(self.pool.package(_MAIN))

    def _roots(self) -> list[tuple[str, _Element]]:
        found = {"styles": self.shared.styles, "settings": self.shared.settings, "numbering": self.lists.root}
        return [(kind, root) for kind, root in found.items() if root is not None]

    def _put(self, kind: str, data: bytes, links: PartLinks) -> None:
        name = f"word/{kind}.xml"
        self.pool.put(name, data, f"{_TYPE}{kind}+xml", links.relations())
        self.body.links.to(f"{OFFICE}/{kind}", name)


class _Own:
    """One document being joined.

    Args:
        joining: The documents before it.
        package: The document.
    """

    def __init__(self, joining: _Joining, package: Package) -> None:
        self._all, self._package = joining, package
        self._carrier = Carrier(joining.pool, package)
        self._main = parse_part(package, package.main)
        body = self._main.find(w("body"))
        if body is None:
            raise StrictWordError(package.name)
        self._body, self._sections = body, sections.sections_of(body)
        near = [item for item in package.relations(package.main) if item.target in package.parts]
        self._parts = {item.kind: item.target for item in reversed(near)}
        texts = {item.target: item for item in near if item.kind in (*_EDGES, *_NOTES)}
        self._texts = {part: parse_part(package, part) for part in texts} | {package.main: self._main}
        kinds = ("styles", "numbering", "settings", "theme")
        self._roots = {kind: parse_part(package, self._parts[kind]) for kind in kinds if kind in self._parts}

    def renew(self) -> None:
        """Give what a file names or numbers once new names and numbers."""
        ids = self._all.ids.own(self._texts.values())
        totals = False

        def code(old: str) -> str:
            nonlocal totals
            alone = len(self._sections) == 1
            totals = totals or (not alone and bool(_TOTAL.match(old)))
            return ids.code(_TOTAL.sub(r"\1SECTIONPAGES", old) if alone else old)

        for root in self._texts.values():
            rewrite_codes(root, code)
            ids.renew(root)
        self._all.totals += [self._package.name] if totals else []

    def settle(self, *, last: bool) -> None:
        """Let pages, notes and lists begin anew, and see that the rest agrees with the others."""
        settings = self._roots.get("settings")
        sections.begin(self._sections[0])
        sections.restart_notes(self._body, "footnote", settings)
        endnotes = sections.restart_notes(self._body, "endnote", settings)
        if endnotes:
            sections.gather_endnotes(self._sections, settings)
        if not last:
            sections.close(self._body)
        data = {kind: self._package.parts[self._parts[kind]] for kind in self._roots}
        self._all.shared.take(self._package.name, self._roots, data)
        if endnotes:
            self._all.shared.endnotes_by_section()
        numbering, styles = self._roots.get("numbering"), Styles(self._roots.get("styles"))
        part = self._parts.get("numbering", "")
        self._all.lists.take(numbering, styles, list(self._texts.values()), partial(self._tie, part))

    def put_in(self) -> None:
        """Put all where it belongs in the joined file."""
        self._tie(self._package.main, self._main, self._all.body.links)
        self._all.inherited.stop(self._sections, self._all.blank)
        self._all.ids.draw(self._main)
        self._all.body.add(self._body, self._package.name)
        for kind, name in _NOTES.items():
            if kind in self._parts:
                self._put_in_notes(kind, name)
        for kind in _KEPT_AS_THEY_ARE:
            if kind in self._parts and kind not in self._all.once:
                self._all.once[kind] = self._carrier.name(self._parts[kind])

    def _put_in_notes(self, kind: str, name: str) -> None:
        part = self._parts[kind]
        root = self._texts[part]
        if kind in self._all.notes:
            for note in [item for item in root.findall(w(name)) if separator(item)]:
                root.remove(note)
        story = self._all.notes.setdefault(kind, Story((kind,)))
        self._tie(part, root, story.links)
        self._all.ids.draw(root)
        story.add(root, self._package.name)

    def _tie(self, part: str, root: _Element, links: PartLinks) -> None:
        """Tie what a tree of a part names by relations to those of the joined file."""
        known = {item.id: item for item in self._package.relations(part)}
        for element in root.iter(etree.Element):
            for key in [key for key in element.attrib if str(key).startswith(R) or key == _RELID]:
                old = str(element.get(key))
                if old:
                    _set(element, str(key), self._new(known[old], links) if old in known else "")

    def _new(self, item: Relation, links: PartLinks) -> str:
        """The id of a relation in the joined file; empty if it leads nowhere."""
        if item.external:
            return links.to(item.type, item.target, external=True)
        if item.target not in self._package.parts:
            return ""
        data = serialise(self._texts[item.target]) if item.kind in _EDGES else None
        name = self._carrier.name(item.target, data)
        return links.to(item.type, name) if name else ""


def _set(element: _Element, key: str, value: str) -> None:
    if value:
        element.set(key, value)
    else:
        del element.attrib[key]

"""A Word document as the lines a reader sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count as count_up
from itertools import takewhile
from typing import TYPE_CHECKING

from kcdocs.model.finding import Finding, Place
from kcdocs.model.line import Cell, Line, Note, Source
from kcdocs.model.revisions import Revisions
from kcdocs.word.package.parts import Parts, read_parts
from kcdocs.word.package.wml import AROUND, MC, W, chosen, elements, local
from kcdocs.word.read import odd
from kcdocs.word.read.grid import cells
from kcdocs.word.read.headers import shown_headers
from kcdocs.word.read.inline import Box, Decode, InlinePiece, InlineReader, NoteMark, StyledText, Unread
from kcdocs.word.read.notes import Marks
from kcdocs.word.read.numbering import Counters, linked_levels, read_lists
from kcdocs.word.read.paragraph import ParagraphSetting, assemble
from kcdocs.word.read.pictures import shown_pictures
from kcdocs.word.read.revisions import count, resolve
from kcdocs.word.read.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

_THROUGH = AROUND | {"body"}
_NOTE_PARTS = {"footnote": "footnotes", "endnote": "endnotes"}

_PART_NAMES = {
    "footnotes": "chú thích",
    "endnotes": "chú thích",
    "header": "đầu trang",
    "footer": "chân trang",
}
_RESOLVED = {Revisions.ACCEPT: "đã chấp nhận hết", Revisions.REJECT: "đã từ chối hết"}


@dataclass(frozen=True, slots=True)
class WordText:
    """A Word document as read.

    Attributes:
        lines: Its lines in reading order, text boxes behind the paragraph they are anchored in.
        notes: Its footnotes and endnotes, in the order the text refers to them.
        headers: The lines of its headers and footers that hold words, numbers of pages left out.
        pictures: The digest of the bytes of each picture, in the order of the text, its notes and headers.
        findings: What a reader cannot see or this reading cannot give.
        changes: How many tracked changes its text and notes held.
        fonts: Font → the stretches of text set in it that are not all ASCII, to tell legacy code pages by.
    """

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    headers: tuple[Line, ...]
    pictures: tuple[str, ...]
    findings: tuple[Finding, ...]
    changes: int
    fonts: Mapping[str, str]


def read_story(
    package: Package, *, revisions: Revisions = Revisions.REFUSE, decode: Decode | None = None
) -> WordText:
    """Read a document's body, notes, headers and footers.

    Comments are no part of the text, and told. With REFUSE the lines hold neither inserted nor
    deleted words; the caller looks at `changes` first.

    Args:
        package: The opened document.
        revisions: What to do with tracked changes.
        decode: Turns the characters (first argument) set in a font (second) into Unicode.

    Raises:
        BrokenPartError: If a part is nested deeper than any document is.
    """
    parts = read_parts(package)
    heads = shown_headers(package, parts)
    noted = {parts.names[kind]: parts.roots[kind] for kind in _note_kinds(parts)}
    trees = {package.main: parts.document} | noted | heads
    changes = sum(count(tree) for tree in trees.values())
    ordinals = {name: {p: i for i, p in enumerate(tree.iter(W + "p"))} for name, tree in trees.items()}
    for tree in trees.values():
        resolve(tree, revisions)
    teller = _Teller(decode or (lambda text, _: text))
    body = _Body(package.name, package.main, ordinals[package.main], _Shared.of(parts, teller))
    if changes and revisions is not Revisions.REFUSE:
        teller.findings.append(
            odd.CHANGES_RESOLVED.at(Place(package.name), count=changes, resolved=_RESOLVED[revisions])
        )
    body.blocks(parts.document, None)
    used = body.shared.marks.used()
    notes = tuple(_note(label, element, body, parts, ordinals) for label, element in used.items())
    headers = tuple(line for name in heads for line in _header(name, heads[name], body, ordinals[name]))
    teller.findings += _comments(parts, package.name)
    fonts = {font: " ".join(texts) for font, texts in teller.fonts.items()}
    pictures = tuple(shown_pictures(package, trees))
    return WordText(tuple(body.lines), notes, headers, pictures, tuple(teller.findings), changes, fonts)


def _header(name: str, root: _Element, body: _Body, ordinals: Mapping[_Element, int]) -> list[Line]:
    inside = _Body(body.file, name, ordinals, body.shared)
    inside.inline.counts = False
    inside.blocks(root, None)
    return [line for line in inside.lines if line.text.strip()]


def _comments(parts: Parts, name: str) -> list[Finding]:
    comments = [] if "comments" not in parts.roots else parts.roots["comments"].findall(W + "comment")
    words = ("".join(text.text or "" for text in comment.iter(W + "t")) for comment in comments)
    said = " / ".join(filter(None, words))
    return [odd.COMMENTS.at(Place(name), said, count=len(comments))] if comments else []


def _note_kinds(parts: Parts) -> list[str]:
    return [kind for kind in _NOTE_PARTS.values() if kind in parts.roots]


def _note(
    label: str, element: _Element, body: _Body, parts: Parts, ordinals: Mapping[str, Mapping[_Element, int]]
) -> Note:
    part = parts.names[_NOTE_PARTS[local(element)]]
    inside = _Body(body.file, part, ordinals[part], body.shared)
    inside.blocks(element, None)
    lines = inside.lines
    if lines and not lines[0].numbered:
        lines[0] = replace(lines[0], text=lines[0].text.lstrip())
    return Note(label, tuple(lines))


@dataclass(slots=True)
class _Teller:
    """Decodes text while remembering which font it was set in, and gathers findings."""

    decode: Decode
    findings: list[Finding] = field(default_factory=list)
    fonts: dict[str, list[str]] = field(default_factory=dict)

    def __call__(self, text: str, font: str) -> str:
        if not text.isascii():
            self.fonts.setdefault(font, []).append(text)
        return self.decode(text, font)


@dataclass(slots=True)
class _Shared:
    """What the body and the notes of one document share."""

    styles: Styles
    counters: Counters
    linked: dict[tuple[str, str], int]
    marks: Marks
    teller: _Teller
    tables: int = 0

    @classmethod
    def of(cls, parts: Parts, teller: _Teller) -> _Shared:
        styles = Styles(parts.roots.get("styles"))
        lists = read_lists(parts.roots.get("numbering"), styles.style_lists())
        return cls(styles, Counters(lists), linked_levels(lists), Marks(parts.roots, parts.document), teller)


class _Body:
    """Walks the blocks of one part and gathers its lines."""

    def __init__(self, file: str, part: str, ordinals: Mapping[_Element, int], shared: _Shared) -> None:
        self.file = file
        self.part = part
        self.ordinals = ordinals
        self.shared = shared
        self.inline = InlineReader(shared.styles, shared.teller)
        self.lines: list[Line] = []

    def blocks(self, parent: _Element, cell: Cell | None) -> None:
        """Read every block below `parent`."""
        for child in elements(parent):
            name = local(child)
            if name == "p":
                self._paragraph(child, cell)
            elif name == "tbl":
                self._table(child)
            elif name in _THROUGH:
                self.blocks(child, cell)
            elif name == "altChunk":
                self._add_finding(odd.CHUNK.at(Place(self.file, self._part_name())))
            elif child.tag == MC + "AlternateContent":
                self.blocks(chosen(child), cell)

    def _table(self, table: _Element) -> None:
        index = self.shared.tables
        self.shared.tables += 1
        every = list(cells(table))
        covered = {(item.row, item.column) for item in every if item.covered}
        for item in every:
            if item.covered:
                self._covered(item.content)
            else:
                below = takewhile(
                    covered.__contains__, ((row, item.column) for row in count_up(item.row + 1))
                )
                rows = 1 + sum(1 for _ in below)
                self.blocks(item.content, Cell(index, item.row, item.column, item.columns, rows))

    def _covered(self, content: _Element) -> None:
        text = "".join(str(item.text or "") for item in content.iter(W + "t"))
        first = next(content.iter(W + "p"), None)
        if text.strip() and first is not None:
            self._add_finding(odd.COVERED_TEXT.at(self._place(first), odd.shortened(text)))

    def _paragraph(self, paragraph: _Element, cell: Cell | None) -> None:
        pieces = self.inline.pieces(paragraph)
        self._add_odd(paragraph, pieces)
        if not _vanishes(pieces):
            self.lines += assemble(pieces, self._setting(paragraph, cell), self._mark(paragraph))
        for piece in pieces:
            if isinstance(piece, Box):
                self.blocks(piece.content, cell)

    def _setting(self, paragraph: _Element, cell: Cell | None) -> ParagraphSetting:
        listed = self.shared.styles.listed(paragraph, self.shared.linked)
        label = self.shared.counters.label(listed.num_id, listed.level) if listed else ""
        source = Source(self.file, self.part, self.ordinals[paragraph])
        return ParagraphSetting(source, cell, self.shared.styles.align(paragraph), label)

    def _mark(self, paragraph: _Element) -> Callable[[NoteMark], str]:
        def label(mark: NoteMark) -> str:
            text = self.shared.marks.label(mark)
            if text not in self.shared.marks.used():
                self._add_finding(odd.MISSING_NOTE.at(self._place(paragraph), text))
            return text

        return label

    def _add_odd(self, paragraph: _Element, pieces: list[InlinePiece]) -> None:
        place = self._place(paragraph)
        texts = [piece for piece in pieces if isinstance(piece, StyledText)]
        unseen = "".join(piece.text for piece in texts if piece.look.hidden)
        struck = "".join(piece.text for piece in texts if piece.look.struck and not piece.look.hidden)
        if unseen.strip():
            self._add_finding(odd.HIDDEN_TEXT.at(place, odd.shortened(unseen)))
        if struck.strip():
            self._add_finding(odd.STRUCK_TEXT.at(place, odd.shortened(struck)))
        for unread in dict.fromkeys(piece for piece in pieces if isinstance(piece, Unread)):
            self._add_finding(odd.UNREAD.at(place, unread.words, what=unread.name))

    def _add_finding(self, finding: Finding) -> None:
        self.shared.teller.findings.append(finding)

    def _place(self, paragraph: _Element) -> Place:
        return Place(self.file, self._part_name(), paragraph=self.ordinals[paragraph] + 1)

    def _part_name(self) -> str:
        file = self.part.rpartition("/")[2]
        return next((words for begin, words in _PART_NAMES.items() if file.startswith(begin)), "thân văn bản")


def _vanishes(pieces: list[InlinePiece]) -> bool:
    """Whether all that stands in the paragraph is hidden, so that Word does not show it at all."""
    texts = [piece for piece in pieces if isinstance(piece, StyledText) and piece.text]
    return bool(texts) and len(texts) == len(pieces) and all(piece.look.hidden for piece in texts)

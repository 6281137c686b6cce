"""A Word document with real tracked changes that lead from the original to a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.model.revisions import Revisions
from kcdocs.text.numbers import whole_number
from kcdocs.word.package.docx import Package, save_package
from kcdocs.word.package.parts import Parts, read_parts
from kcdocs.word.package.tree import parse_part, serialise
from kcdocs.word.package.wml import W
from kcdocs.word.read.revisions import count, resolve
from kcdocs.word.redline.additions import Additions
from kcdocs.word.redline.labels import labels_of, type_wrong_labels
from kcdocs.word.redline.margin_writing import MarginWriter
from kcdocs.word.redline.models import Models
from kcdocs.word.redline.own import (
    OwnItem,
    OwnParagraph,
    OwnTable,
    ParagraphKey,
    StoryReader,
    every_paragraph,
)
from kcdocs.word.redline.pen import Pen
from kcdocs.word.redline.strokes import EndStroke, Fate, Hand, Hands, RedlineStroke, TableStroke, WordsStroke
from kcdocs.word.redline.tables import NewTables, TableWriter
from kcdocs.word.redline.telling import strokes_of
from kcdocs.word.redline.writing import StoryWriter, moves_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.redline.own import TextLeaf

_NOTES = ("footnotes", "endnotes")
_SIGNED = re.compile(rf'w:author="(?:{"|".join(Hand)})(?: \((\d{{1,6}})\))?"')
"""A mark under one of our names, and which redline of ours it is of."""


@dataclass(slots=True)
class OwnText:
    """A text as the writer needs it.

    Attributes:
        story: Its paragraphs and tables.
        package: The Word document it is; None for any other text.
        parts: The parts of that document, its own tracked changes resolved.
        reader: What read its stories.
    """

    story: list[OwnItem]
    package: Package | None = None
    parts: Parts | None = None
    reader: StoryReader | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """What the comparison says.

    Attributes:
        pairs: Key of an old paragraph → key of the new one that it became.
        hands: Whose each change is.
    """

    pairs: Mapping[ParagraphKey, ParagraphKey] = field(default_factory=dict)
    hands: Hands = field(default_factory=Hands)


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redline.

    Attributes:
        data: The file.
        news: Key of a paragraph of the draft → its ordinal among the body's paragraphs, from 1.
        olds: The same of the original's paragraphs.
        unshown: Headers and footers of the draft ("header default 2") for which the original has no section.
    """

    data: bytes
    news: Mapping[ParagraphKey, int]
    olds: Mapping[ParagraphKey, int]
    unshown: tuple[str, ...] = ()


def own_text(package: Package, revisions: Revisions, *, pictures: bool = True) -> OwnText:
    """A Word document as the writer needs it, its own tracked changes resolved, or kept.

    Args:
        package: The document; not changed.
        revisions: What to do with its own tracked changes.
        pictures: Whether pictures count as characters; against a text that can show none they do not.
    """
    parts = read_parts(package)
    roots = {package.main: parts.document} | {
        parts.names[kind]: parts.roots[kind] for kind in _NOTES if kind in parts.roots
    }
    keys = {
        item: (name, place) for name, root in roots.items() for place, item in enumerate(root.iter(W + "p"))
    }
    for root in roots.values():
        resolve(root, revisions)
    labels = _accepted_labels(package, keys) if revisions is Revisions.KEEP else labels_of(parts)
    reader = StoryReader(keys, labels, pictures=pictures)
    return OwnText(reader.story(parts.document), _margins_resolved(package, revisions), parts, reader)


def _accepted_labels(package: Package, keys: Mapping[_Element, ParagraphKey]) -> dict[_Element, str]:
    """Paragraph → its automatic number once all tracked changes are accepted."""
    accepted = every_paragraph(own_text(package, Revisions.ACCEPT).story)
    labels = {paragraph.key: paragraph.label for paragraph in accepted if paragraph.label}
    return {element: labels[key] for element, key in keys.items() if key in labels}


def _margins_resolved(package: Package, revisions: Revisions) -> Package:
    changed = {}
    for relation in package.relations(package.main):
        if relation.kind in ("header", "footer") and relation.target in package.parts:
            root = parse_part(package, relation.target)
            if count(root):
                resolve(root, revisions)
                changed[relation.target] = serialise(root)
    return replace(package, parts={**package.parts, **changed})


def write_redline(old: OwnText, new: OwnText, guide: Guide) -> Redlined:
    """Write what makes of the original the draft into the original.

    Args:
        old: A Word document; its parts are changed.
        new: The draft.
        guide: What the comparison says.
    """
    return _Redline(old, new, guide).written()


class _Redline:
    """One redline while it is written."""

    def __init__(self, old: OwnText, new: OwnText, guide: Guide) -> None:
        assert old.package is not None  # noqa: S101 - the caller made it one
        assert old.parts is not None  # noqa: S101 - the same
        self.old, self.new, self.guide = old, new, guide
        self.package, self.parts = old.package, old.parts
        self.additions = Additions(old.package, old.parts, new.package)
        highest = _highest_id(old.package)
        self.pen = Pen(highest, self._new_note, self._new_picture, highest, _turn(old.package))
        self.bearers: dict[_Element, OwnParagraph] = {}
        self.notes: dict[tuple[str, str], list[OwnItem] | None] = {}
        self.cited: dict[tuple[str, str], str] = {}
        self.changed: dict[str, _Element] = {}
        self.unshown: list[str] = []

    def written(self) -> Redlined:
        """The file and where its paragraphs stand."""
        self._story(self.old.story, self.new.story, self._body(), moves=True)
        for (kind, number), story in self.notes.items():
            self._note(kind, number, story)
        if self.new.package is not None and self.new.parts is not None:
            margins = MarginWriter(self, self.additions, self.package, self.parts)
            self.unshown = margins.write(self.new.package, self.new.parts)
        type_wrong_labels(self.parts, self.bearers, self.pen)
        news: dict[ParagraphKey, int] = {}
        olds: dict[ParagraphKey, int] = {}
        own = {item.element: item.key for item in every_paragraph(self.old.story)}
        for ordinal, paragraph in enumerate(self.parts.document.iter(W + "p"), 1):
            if paragraph in self.bearers:
                news[self.bearers[paragraph].key] = ordinal
            if paragraph in own:
                olds[own[paragraph]] = ordinal
        data = save_package({**self.package.parts, **self.additions.parts(self.changed)})
        return Redlined(data, news, olds, tuple(self.unshown))

    def _body(self) -> _Element:
        body = self.parts.document.find(W + "body")
        return self.parts.document if body is None else body

    def _story(
        self, olds: list[OwnItem], news: list[OwnItem], parent: _Element, *, moves: bool = False
    ) -> None:
        """Write one story; what stands in its boxes and notes follows it."""
        strokes = strokes_of(
            olds, news, self.guide.pairs, self.guide.hands, self.pen.next_move if moves else None
        )
        self.write(strokes, olds, parent)

    def write(self, strokes: Sequence[RedlineStroke], olds: list[OwnItem], parent: _Element) -> None:
        """Write strokes into what holds the story.

        Args:
            strokes: What becomes of it.
            olds: The story.
            parent: What holds it.
        """
        boxes = list(self._inside(strokes))
        models = Models(self.package.name, olds)
        writer = StoryWriter(parent, self.pen, models, moves_of(strokes))
        tables = TableWriter(self, writer)
        for stroke in strokes:
            if isinstance(stroke, TableStroke):
                writer.flush()
                tables.write(stroke)
            else:
                writer.add(stroke)
        writer.flush()
        self.bearers |= {element: new for new, element in writer.written.bearers}
        for box, story in boxes:
            self._story(self._read(box), story, box)

    def story(self, olds: list[OwnItem], news: list[OwnItem], parent: _Element) -> None:
        """Write the story of a cell that stays."""
        self._story(olds, news, parent)

    def _read(self, parent: _Element) -> list[OwnItem]:
        assert self.old.reader is not None  # noqa: S101 - the original is a Word document
        return self.old.reader.story(parent)

    # --- Notes, boxes and pictures -----

    def _inside(self, strokes: Sequence[RedlineStroke]) -> Iterator[tuple[_Element, list[OwnItem]]]:
        """Note what becomes of notes; the boxes that stay, with what the draft says in them."""
        for stroke in strokes:
            if not isinstance(stroke, WordsStroke) or stroke.state is Fate.COME:
                continue
            offset = 0
            for leaf in stroke.paragraph.leaves:
                inside = stroke.start <= offset < stroke.end
                twin = (stroke.twin[0], stroke.twin[1] + offset - stroke.start) if stroke.twin else None
                if inside and leaf.note is not None:
                    self._mark(leaf.note, twin)
                elif inside and leaf.boxes and twin:
                    yield from self._boxes(leaf.boxes, *twin)
                offset += len(leaf.text)

    def _mark(self, note: tuple[str, str], twin: tuple[OwnParagraph, int] | None) -> None:
        """Note what becomes of a note where one of its marks stands: it goes if none of them stays."""
        if twin is None:
            self.notes.setdefault(note, None)
            return
        self.notes[note] = self.notes.get(note) or self._note_story(*twin)
        leaf = _leaf_at(*twin)
        if leaf is not None and leaf.note is not None:
            self.cited.setdefault(leaf.note, note[1])

    def _boxes(
        self, boxes: list[list[_Element]], new: OwnParagraph, offset: int
    ) -> Iterator[tuple[_Element, list[OwnItem]]]:
        """Each box with what the draft says in it, each twin with what its twin there says."""
        leaf = _leaf_at(new, offset)
        reader = self.new.reader
        if leaf is not None and reader is not None:
            for twins, others in zip(boxes, leaf.boxes, strict=False):
                for twin, other in zip_longest(twins, others[: len(twins)], fillvalue=others[0]):
                    yield twin, reader.story(other)

    def _note_story(self, new: OwnParagraph, offset: int) -> list[OwnItem]:
        if offset in new.notes:
            return new.notes[offset]
        leaf = _leaf_at(new, offset)
        parts, reader = self.new.parts, self.new.reader
        if leaf is None or leaf.note is None or parts is None or reader is None:
            return []
        kind, number = leaf.note
        root = parts.roots.get(f"{kind}s")
        found = (
            () if root is None else (item for item in root.findall(W + kind) if item.get(W + "id") == number)
        )
        return next((reader.story(item) for item in found), [])

    def _note(self, kind: str, number: str, story: list[OwnItem] | None) -> None:
        note = self.additions.note(kind, number)
        if note is None:
            return
        olds = self._read(note)
        if story is not None:
            with self.additions.between_notes(kind, self.new.parts):
                self._story(olds, story, note)
            return
        strokes: list[RedlineStroke] = []
        for item in olds:
            if isinstance(item, OwnParagraph):
                strokes += [WordsStroke(Fate.GO, item, 0, len(item.text))] if item.text else []
                strokes.append(EndStroke(Fate.KEEP, item))
        self.write(strokes, olds, note)

    def _new_note(self, new: OwnParagraph, offset: int) -> _Element:
        """The run that marks a note of the draft: one that stands there already is not written twice."""
        leaf = _leaf_at(new, offset)
        note = leaf.note if leaf is not None else None
        kind = note[0] if note else "footnote"
        number = self.cited.get(note) if note else None
        if number is None:
            fresh = NewTables(self, self.package.name).fresh
            with self.additions.between_notes(kind, self.new.parts):
                number = self.additions.new_note(kind, self._note_story(new, offset), self.pen, fresh)
            self.cited |= {note: number} if note else {}
        return self.additions.note_mark(kind, number)

    def _new_picture(self, new: OwnParagraph, offset: int) -> _Element:
        leaf = _leaf_at(new, offset)
        run = etree.Element(W + "r")
        if leaf is not None and leaf.child is not None:
            run.append(self.additions.carrier.drawn(leaf.child))
        return run

    def margin(self, name: str, root: _Element, draft: str) -> None:
        """Write what makes of a header or footer what the draft says there.

        Args:
            name: The part's name in the redline.
            root: Its root, which is changed.
            draft: The draft's part; empty where it shows nothing.
        """
        before = etree.tostring(root)
        olds = StoryReader({}, {}).story(root)
        if not draft or self.new.package is None:
            self.write(list(_emptied(olds)), olds, root)
        else:
            news = StoryReader({}, {}).story(parse_part(self.new.package, draft))
            with self.additions.carrier.between(name, draft):
                self._story(olds, news, root)
        if name not in self.package.parts or etree.tostring(root) != before:
            self.changed[name] = root


def _emptied(story: list[OwnItem]) -> Iterator[RedlineStroke]:
    """All words of a story going, its last end staying."""
    for place, item in enumerate(story):
        if isinstance(item, OwnTable):
            yield TableStroke(Fate.GO, item)
            continue
        yield from [WordsStroke(Fate.GO, item, 0, len(item.text))] if item.text else []
        yield EndStroke(Fate.KEEP if place == len(story) - 1 else Fate.GO, item)


def _leaf_at(paragraph: OwnParagraph, offset: int) -> TextLeaf | None:
    reached = 0
    for leaf in paragraph.leaves:
        if reached <= offset < reached + len(leaf.text):
            return leaf
        reached += len(leaf.text)
    return None


def _turn(package: Package) -> int:
    """Which redline of ours a document is to become, if marks that stay in it bear our names already."""
    signed = [
        int(found[1] or 1)
        for name, data in package.parts.items()
        if name.endswith(".xml") and b"w:author=" in data
        for found in _SIGNED.finditer(data.decode("utf-8", "replace"))
    ]
    return max(signed, default=0) + 1


def _highest_id(package: Package) -> int:
    """The highest id of any part of Word's own."""
    highest = 0
    for name in package.parts:
        if name.startswith("word/") and name.endswith(".xml"):
            for item in parse_part(package, name).iter(f"{W}*"):
                highest = max(highest, whole_number(item.get(W + "id")) or 0)
    return highest

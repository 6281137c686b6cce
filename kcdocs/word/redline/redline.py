"""A Word document with real tracked changes that lead from the original to a draft."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.package.docx import save_package
from kcdocs.word.package.tree import parse_part
from kcdocs.word.package.wml import W
from kcdocs.word.redline.additions import Additions
from kcdocs.word.redline.carrying import drawn_from
from kcdocs.word.redline.clashes import Clash
from kcdocs.word.redline.copying import moves_of
from kcdocs.word.redline.drafts import OwnDraft, Redlined, Stories
from kcdocs.word.redline.guide import Guide
from kcdocs.word.redline.labels import take_number_off, type_wrong_labels
from kcdocs.word.redline.margin_writing import MarginWriter
from kcdocs.word.redline.margins import section_margins, section_words
from kcdocs.word.redline.merging import JOINT, ChangedTable, MergingDraft, merge
from kcdocs.word.redline.models import Models
from kcdocs.word.redline.own import (
    NOTE,
    OwnItem,
    OwnParagraph,
    OwnTable,
    ParagraphKey,
    StoryReader,
    every_paragraph,
    leaf_at,
)
from kcdocs.word.redline.pen import Pen, highest_id, next_turn
from kcdocs.word.redline.reading import OwnText
from kcdocs.word.redline.strokes import EndStroke, Fate, Hand, RedlineStroke, TableStroke, WordsStroke
from kcdocs.word.redline.tables import NewTables, TableWriter
from kcdocs.word.redline.telling import settled_strokes, strokes_of
from kcdocs.word.redline.writing import StoryWriter

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.redline.own import TextLeaf


def write_redline(old: OwnText, new: OwnText, guide: Guide) -> Redlined:
    """Write what makes of the original the draft into the original.

    Args:
        old: A Word document; its parts are changed.
        new: The draft.
        guide: What the comparison says.
    """
    return _Redline(old, [OwnDraft(new, guide)]).written()


def write_merged(old: OwnText, drafts: Sequence[OwnDraft]) -> Redlined:
    """Write what each of several drafts makes of the original into it, signed by the draft's name.

    Where changes of two drafts touch, the original stands unchanged and a clash tells of it.

    Args:
        old: A Word document; its parts are changed.
        drafts: The drafts, each with a name.
    """
    return _Redline(old, drafts).written()


class _Redline:
    """One redline while it is written."""

    def __init__(self, old: OwnText, drafts: Sequence[OwnDraft]) -> None:
        assert old.package is not None  # noqa: S101 - the caller made it one
        assert old.parts is not None  # noqa: S101 - the same
        self.old, self.drafts = old, drafts
        self.merging = bool(drafts[0].name)
        self.package, self.parts = old.package, old.parts
        self.additions = Additions(old.package, old.parts)
        highest = highest_id(old.package)
        self.pen = Pen(highest, self._new_note, self._new_picture, highest, next_turn(old.package))
        self.bearers: dict[_Element, OwnParagraph] = {}
        self.notes: dict[tuple[str, str], tuple[str, Stories | None]] = {}
        self.cited: dict[tuple[int, tuple[str, str]], str] = {}
        self.changed: dict[str, _Element] = {}
        self.unshown: list[str] = []
        self.edged: tuple[int, ...] = ()
        self.clashes: list[Clash] = []
        self.owners: dict[OwnParagraph, int] = {}
        self.twins: dict[tuple[OwnParagraph, int], dict[int, tuple[OwnParagraph, int]]] = {}
        self.tables: dict[OwnTable, ChangedTable] = {}
        self.unnumbered: dict[OwnParagraph, str] = {}
        self.sources = {
            number: draft.text.package.main
            for number, draft in enumerate(drafts)
            if draft.text.package is not None
        }
        self.writing: tuple[int, ...] = (0,)
        """The drafts whose table is written."""

    def written(self) -> Redlined:
        """The file and where its paragraphs stand."""
        self._story(self.old.story, [draft.text.story for draft in self.drafts], self._body(), moves=True)
        for (kind, number), (hand, stories) in self.notes.items():
            self._note(kind, number, hand, stories)
        self._margins()
        if not self.merging:
            type_wrong_labels(self.parts, self.bearers, self.pen)
        for old, hand in self.unnumbered.items():
            if old.element is not None:
                take_number_off(old.element, self.pen, hand)
        news: dict[ParagraphKey, int] = {}
        olds: dict[ParagraphKey, int] = {}
        placed: dict[tuple[int, ParagraphKey], int] = {}
        own = {item.element: item.key for item in every_paragraph(self.old.story)}
        for ordinal, paragraph in enumerate(self.parts.document.iter(W + "p"), 1):
            if paragraph in self.bearers:
                new = self.bearers[paragraph]
                news[new.key] = ordinal
                if new in self.owners:
                    placed[self.owners[new], new.key] = ordinal
            if paragraph in own:
                olds[own[paragraph]] = ordinal
        data = save_package({**self.package.parts, **self.additions.parts(self.changed)})
        return Redlined(data, news, olds, placed, tuple(self.unshown), tuple(self.clashes), self.edged)

    def _body(self) -> _Element:
        body = self.parts.document.find(W + "body")
        return self.parts.document if body is None else body

    def _story(self, olds: list[OwnItem], news: Stories, parent: _Element, *, moves: bool = False) -> None:
        """Write one story; what stands in its boxes and notes follows it."""
        for number, story in enumerate(news):
            self.owners |= dict.fromkeys(every_paragraph(story or []), number)
        self.write(self._strokes(olds, news, moves=moves), olds, parent)

    def _strokes(self, olds: list[OwnItem], news: Stories, *, moves: bool) -> list[RedlineStroke]:
        next_move = self.pen.next_move if moves else None
        if not self.merging:
            guide = self.drafts[0].guide
            return settled_strokes(olds, news[0] or [], guide.pairs, guide.hands, next_move)
        told = [
            MergingDraft(
                number,
                draft.name,
                strokes_of(olds, story, draft.guide.pairs, draft.guide.hands, next_move),
                draft.guide,
            )
            for number, (draft, story) in enumerate(zip(self.drafts, news, strict=True))
            if story is not None
        ]
        merged = merge(olds, told, self._sign)
        self.clashes += merged.clashes
        self.twins |= merged.twins
        self.tables |= merged.tables
        self.unnumbered |= merged.unnumbered
        return merged.strokes

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
                self._table(stroke, tables)
            else:
                writer.add(stroke)
        writer.flush()
        self.bearers |= {element: new for new, element in writer.written.bearers}
        for box, stories in boxes:
            self._story(self._read(box), stories, box)

    def _table(self, stroke: TableStroke, tables: TableWriter) -> None:
        """Write a table or row; of one that several drafts change, row by row and cell by cell."""
        before = self.writing
        kept = self.tables.get(stroke.old) if stroke.old is not None else None
        if kept is not None and kept.rows:
            tables.rows(kept.old, kept.rows, lambda row: self._table(row, tables))
        elif kept is not None and not kept.whole:
            self._cells(kept)
        self.writing = before if kept is None else tuple(kept.drafts)
        tables.write(stroke)
        self.writing = before

    def _cells(self, kept: ChangedTable) -> None:
        """Write a row that several drafts change."""
        for column, cell in enumerate(kept.old.rows[0]):
            news = [
                kept.drafts[number].rows[0][column].story if number in kept.drafts else None
                for number in range(len(self.drafts))
            ]
            if cell.element is not None:
                self._story(cell.story, news, cell.element)

    def story(self, olds: list[OwnItem], news: list[OwnItem], parent: _Element) -> None:
        """Write the story of a cell that stays."""
        stories = [news if number in self.writing else None for number in range(len(self.drafts))]
        self._story(olds, stories, parent)

    def _read(self, parent: _Element) -> list[OwnItem]:
        assert self.old.reader is not None  # noqa: S101 - the original is a Word document
        return self.old.reader.story(parent)

    # --- Notes, boxes and pictures -----

    def _sign(self, new: OwnParagraph, offset: int) -> Hashable:
        """What a note says, or the bytes that a picture is drawn from."""
        leaf, number = leaf_at(new, offset), self.owners[new]
        package = self.drafts[number].text.package
        if new.text[offset] == NOTE:
            return tuple(item.text for item in every_paragraph(self._note_story(new, offset)))
        if leaf is None or leaf.child is None or package is None:
            return number
        return drawn_from(leaf.child, package, self.sources[number])

    def _inside(self, strokes: Sequence[RedlineStroke]) -> Iterator[tuple[_Element, Stories]]:
        """Note what becomes of notes; the boxes that stay, with what each draft says in them."""
        for stroke in strokes:
            if not isinstance(stroke, WordsStroke) or stroke.state is Fate.COME:
                continue
            offset = 0
            for leaf in stroke.paragraph.leaves:
                inside = stroke.start <= offset < stroke.end
                if inside and leaf.note is not None:
                    self._mark(leaf.note, stroke, offset)
                elif inside and leaf.boxes and stroke.state is Fate.KEEP:
                    yield from self._boxes(leaf.boxes, self._twins(stroke, offset))
                offset += len(leaf.text)

    def _mark(self, note: tuple[str, str], stroke: WordsStroke, offset: int) -> None:
        """Note what becomes of a note where one of its marks stands: it goes if none of them stays."""
        if stroke.state is Fate.GO:
            self.notes.setdefault(note, (stroke.hand, None))
            return
        twins = self._twins(stroke, offset)
        _, before = self.notes.get(note, ("", None))
        found = [twin and self._note_story(*twin) for twin in twins]
        told = [old or new for old, new in zip(before or found, found, strict=True)]
        self.notes[note] = stroke.hand, told
        for number, twin in enumerate(twins):
            leaf = leaf_at(*twin) if twin else None
            if leaf is not None and leaf.note is not None:
                self.cited.setdefault((number, leaf.note), note[1])

    def _twins(self, stroke: WordsStroke, offset: int) -> list[tuple[OwnParagraph, int] | None]:
        """What became of a sign that stays, in each draft: its paragraph and where it stands there."""
        if self.merging:
            found = self.twins.get((stroke.paragraph, offset), {})
            return [found.get(number) for number in range(len(self.drafts))]
        return [(stroke.twin[0], stroke.twin[1] + offset - stroke.start) if stroke.twin else None]

    def _boxes(
        self, boxes: list[list[_Element]], twins: Sequence[tuple[OwnParagraph, int] | None]
    ) -> Iterator[tuple[_Element, Stories]]:
        """Each box with what each draft says in it, each twin with what its twin there says."""
        found = [twin and leaf_at(*twin) for twin in twins]
        for place, box in enumerate(boxes):
            for turn, twin in enumerate(box):
                yield twin, [self._box_story(leaf, place, turn, k) for k, leaf in enumerate(found)]

    def _box_story(self, leaf: TextLeaf | None, place: int, turn: int, number: int) -> list[OwnItem] | None:
        reader = self.drafts[number].text.reader
        if leaf is None or reader is None or place >= len(leaf.boxes):
            return None
        twins = leaf.boxes[place]
        return reader.story(twins[turn] if turn < len(twins) else twins[0])

    def _note_story(self, new: OwnParagraph, offset: int) -> list[OwnItem]:
        if offset in new.notes:
            return new.notes[offset]
        leaf, text = leaf_at(new, offset), self.drafts[self.owners[new]].text
        if leaf is None or leaf.note is None or text.parts is None or text.reader is None:
            return []
        kind, number = leaf.note
        root = text.parts.roots.get(f"{kind}s")
        found = () if root is None else root.findall(W + kind)
        return next((text.reader.story(item) for item in found if item.get(W + "id") == number), [])

    def _note(self, kind: str, number: str, hand: str, stories: Stories | None) -> None:
        note = self.additions.note(kind, number)
        if note is None:
            return
        olds = self._read(note)
        if stories is not None:
            with self.additions.between_notes(kind), self._from_notes(kind):
                self._story(olds, stories, note)
            return
        strokes: list[RedlineStroke] = []
        for item in olds:
            if isinstance(item, OwnParagraph):
                strokes += [WordsStroke(Fate.GO, item, 0, len(item.text), hand)] if item.text else []
                strokes.append(EndStroke(Fate.KEEP, item))
        self.write(strokes, olds, note)

    def _new_note(self, new: OwnParagraph, offset: int) -> _Element:
        """The run that marks a note of a draft: one that stands there already is not written twice."""
        leaf, owner = leaf_at(new, offset), self.owners[new]
        note = leaf.note if leaf is not None else None
        kind = note[0] if note else "footnote"
        number = self.cited.get((owner, note)) if note else None
        if number is None:
            story = self._note_story(new, offset)
            self.owners |= dict.fromkeys(every_paragraph(story), owner)
            fresh = NewTables(self, self.package.name).fresh
            with self.additions.between_notes(kind), self._from_notes(kind):
                number = self.additions.new_note(kind, story, self.pen, fresh)
            self.cited |= {(owner, note): number} if note else {}
        return self.additions.note_mark(kind, number)

    def _from_notes(self, kind: str) -> AbstractContextManager[None]:
        """Read what is drawn from the drafts' notes for a while."""
        parts = {number: draft.text.parts for number, draft in enumerate(self.drafts)}
        return self._from({k: own.names.get(f"{kind}s", "") for k, own in parts.items() if own is not None})

    @contextmanager
    def _from(self, sources: Mapping[int, str]) -> Iterator[None]:
        """Read what is drawn from other parts of drafts for a while."""
        before = self.sources
        self.sources = {**before, **sources}
        yield
        self.sources = before

    def _new_picture(self, new: OwnParagraph, offset: int) -> _Element:
        leaf, number = leaf_at(new, offset), self.owners[new]
        draft, run = self.drafts[number].text.package, etree.Element(W + "r")
        if leaf is not None and leaf.child is not None and draft is not None:
            run.append(self.additions.carrier.drawn(leaf.child, draft, self.sources[number]))
        return run

    # --- Headers and footers -----

    def _margins(self) -> None:
        """Write the headers and footers of the draft that changes them; where drafts differ they stay."""
        own = section_margins(self.package, self.parts)
        changed: dict[tuple[object, ...], list[int]] = {}
        for number, draft in enumerate(self.drafts):
            if draft.text.package is not None and draft.text.parts is not None:
                shown = section_margins(draft.text.package, draft.text.parts)
                if not self.merging or section_words(shown) != section_words(own):
                    changed.setdefault(section_words(shown), []).append(number)
        if len(changed) > 1:
            self.unshown = ["header default 1", "footer default 1"]
        for numbers in changed.values() if len(changed) == 1 else ():
            text = self.drafts[numbers[0]].text
            assert text.package is not None  # noqa: S101 - only Word documents are among them
            assert text.parts is not None  # noqa: S101 - the same
            self.writing = self.edged = tuple(numbers)
            self.pen.hand = JOINT.join(self.drafts[k].name for k in numbers) or Hand.SUBSTANCE
            margins = MarginWriter(self, self.additions, self.package, self.parts)
            self.unshown = margins.write(text.package, text.parts)

    def margin(self, name: str, root: _Element, draft: str) -> None:
        """Write what makes of a header or footer what the draft says there.

        Args:
            name: The part's name in the redline.
            root: Its root, which is changed.
            draft: The draft's part; empty where it shows nothing.
        """
        before, package = etree.tostring(root), self.drafts[self.writing[0]].text.package
        olds = StoryReader({}, {}).story(root)
        if not draft or package is None:
            self.write(list(_emptied(olds, self.pen.hand)), olds, root)
        else:
            news = StoryReader({}, {}).story(parse_part(package, draft))
            with self.additions.carrier.between(name), self._from(dict.fromkeys(self.writing, draft)):
                self.story(olds, news, root)
        if name not in self.package.parts or etree.tostring(root) != before:
            self.changed[name] = root


def _emptied(story: list[OwnItem], hand: str) -> Iterator[RedlineStroke]:
    """All words of a story going, its last end staying."""
    for place, item in enumerate(story):
        if isinstance(item, OwnTable):
            yield TableStroke(Fate.GO, item, hand=hand)
            continue
        yield from [WordsStroke(Fate.GO, item, 0, len(item.text), hand)] if item.text else []
        yield EndStroke(Fate.KEEP if place == len(story) - 1 else Fate.GO, item, hand=hand)

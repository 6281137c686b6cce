"""One returned draft against the base: what its office changed, with marks or without, and what it said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kcdocs.diff.compare import compare
from kcdocs.diff.footnotes import told_apart
from kcdocs.law.kinds import BACK, FRONT
from kcdocs.model.address import Address
from kcdocs.model.comparison import ChangeClass
from kcdocs.model.opinion import Opinion, OpinionKind
from kcdocs.opinions import wording
from kcdocs.text.normalise import content_form, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kcdocs.model.comparison import Comparison, Row
    from kcdocs.model.finding import Finding
    from kcdocs.model.instrument import Instrument, Node
    from kcdocs.model.line import Line
    from kcdocs.word.read import MarginRemark, ParagraphSpot

_EDGE = "DF213"
"""A header or footer that differs: it stands at no provision."""


@dataclass(frozen=True, slots=True)
class ReturnedDraft:
    """A returned draft as it was read.

    Attributes:
        rejected: As if its tracked changes had not been made.
        accepted: As if all of them were accepted; the same object where it has none.
        signed: Who signed the tracked changes, by paragraph.
        remarks: Its comments, those of the base left out.
        bare: Whether its kind of file keeps no heads and ends apart, so that only what is between counts.
    """

    rejected: Instrument
    accepted: Instrument
    signed: Mapping[ParagraphSpot, tuple[str, ...]]
    remarks: tuple[MarginRemark, ...] = ()
    bare: bool = False


def share_of(base: Instrument, draft: Instrument) -> float:
    """How much of the base, in provisions, stands in a draft word for word (0 to 1)."""
    own = _said(base)
    return len(own & _said(draft)) / len(own) if own else 0.0


def _said(text: Instrument) -> set[str]:
    return {content_form(node.text) for node in _middle(text).walk() if node.text.strip()}


def opinions(base: Instrument, draft: ReturnedDraft) -> tuple[tuple[Opinion, ...], tuple[Finding, ...]]:
    """What a returned draft asks of the base, in its order; and where its headers and footers differ."""
    texts = (base, draft.accepted)
    old, new = map(_middle, texts) if draft.bare else texts
    compared = compare(old, new)
    reader = _Reader(draft, compared)
    found = [*reader.wishes(), *reader.noted(), *reader.said()]
    edges = () if draft.bare else (one for one in compared.findings if one.code == _EDGE)
    return tuple(sorted(found, key=lambda one: one.rank)), tuple(edges)


def _middle(text: Instrument) -> Instrument:
    return replace(text, nodes=tuple(node for node in text.nodes if node.kind not in FRONT | BACK))


class _Reader:
    """Walks a comparison of base and accepted draft."""

    def __init__(self, draft: ReturnedDraft, found: Comparison) -> None:
        self.draft, self.found = draft, found
        self.ranks = {node.key: float(rank) for rank, node in enumerate(found.old.walk())}
        self.parents = {
            child.key: node
            for side in (found.old, found.new)
            for node in side.walk()
            for child in node.children
        }
        self.lone = {
            node.key for row in found.rows if not (row.olds and row.news) for node in (*row.olds, *row.news)
        }
        self.same = draft.rejected is draft.accepted

    @cached_property
    def middle(self) -> dict[ParagraphSpot, list[Node]]:
        """Paragraph → what stands in it before the tracked changes."""
        spots: dict[ParagraphSpot, list[Node]] = {}
        for node in self.draft.rejected.walk():
            for key in dict.fromkeys(_keys([node])):
                spots.setdefault(key, []).append(node)
        return spots

    @cached_property
    def rejected_words(self) -> dict[str, Node]:
        return {content_form(node.text): node for node in self.draft.rejected.walk()}

    def ranked(self) -> Iterator[tuple[float, Row]]:
        """The rows, each with the rank in the base of what it is about or stands behind."""
        last = -1.0
        for row in self.found.rows:
            if row.olds:
                last = self.ranks[row.olds[0].key]
            yield last + (0.0 if row.olds else 0.5), row

    def wishes(self) -> Iterator[Opinion]:
        for rank, row in self.ranked():
            if not row.changes or set(row.changes) <= {ChangeClass.ENCODING}:
                continue
            if row.olds and row.news:
                yield from self._changed(rank, row)
            elif not self._inside_another(row):
                yield self._added(rank, row.news[0]) if row.news else self._dropped(rank, row.olds[0])

    def _inside_another(self, row: Row) -> bool:
        """Whether what was added or dropped stands inside something that was, which tells of it."""
        parent = self.parents.get((row.news or row.olds)[0].key)
        return parent is not None and parent.key in self.lone

    def _added(self, rank: float, node: Node) -> Opinion:
        words = _whole(node)
        before = self.middle_words([node]) if not self.same else node.text
        silent = content_form(before) == content_form(node.text)
        kind = OpinionKind.SILENT if silent else OpinionKind.EDIT
        asked = f"Đề nghị bổ sung {node.address.spoken()}: “{words}”"
        author = "" if silent else self.authors(_keys(node.walk()))
        return Opinion(kind, node.address, rank, asked, "", words, author, added=True)

    def _dropped(self, rank: float, node: Node) -> Opinion:
        words = _whole(node)
        stood = None if self.same else self.rejected_words.get(content_form(node.text))
        author = self.authors(_keys(stood.walk())) if stood else ""
        kind = OpinionKind.EDIT if stood else OpinionKind.SILENT
        asked = f"Đề nghị bỏ {node.address.spoken()}: “{words}”"
        whole = ((0, len(wording.tokens(node.text))),)
        return Opinion(kind, node.address, rank, asked, words, "", author, touched=whole)

    def _changed(self, rank: float, row: Row) -> Iterator[Opinion]:
        before, after = row.old_text, row.new_text
        between = after if self.same else self.middle_words(row.news) or before
        place = row.olds[0].address
        if content_form(before) != content_form(between):
            yield from self._edit(OpinionKind.SILENT, place, rank, before, between, "")
        if nfc(between) != nfc(after):
            author = self.authors(_keys(row.news))
            yield from self._edit(OpinionKind.EDIT, place, rank, between, after, author)
        if asked := _moved(row):
            yield Opinion(self._marked(row), place, rank, asked, before, after, self.authors(_keys(row.news)))

    def _edit(
        self, kind: OpinionKind, place: Address, rank: float, before: str, after: str, author: str
    ) -> Iterator[Opinion]:
        old, new = wording.tokens(before), wording.tokens(after)
        found = wording.changes(old, new, exact=kind is OpinionKind.EDIT)
        if found:
            spans = tuple((one.old_from, one.old_to) for one in found)
            yield Opinion(
                kind, place, rank, wording.told(old, new, found), before, after, author, touched=spans
            )

    def _marked(self, row: Row) -> OpinionKind:
        signed = any(key in self.draft.signed for key in _keys(row.news))
        return OpinionKind.EDIT if signed else OpinionKind.SILENT

    def middle_words(self, nodes: Iterable[Node]) -> str:
        """What stood before the tracked changes in the paragraphs of these provisions."""
        stood = {node.key: node for key in _keys(nodes) for node in self.middle.get(key, ())}
        return "\n".join(node.text for node in stood.values() if node.text)

    @cached_property
    def bearing(self) -> dict[str, tuple[float, Row]]:
        """Note of the draft → the row that bears its mark, with its rank."""
        return {
            mark.note: held
            for held in self.ranked()
            for node in held[1].news
            for line in node.lines
            for mark in line.marks
        }

    def noted(self) -> Iterator[Opinion]:
        """What is asked of notes, each at the provision that bears its mark."""
        old, new = self.found.old, self.draft.accepted
        own = {mark.note: node for node in old.walk() for line in node.lines for mark in line.marks}
        for before, after in told_apart(old.notes, new.notes)[1] if not self.draft.bare else ():
            rank, row = self.bearing.get(after.label, (-1.0, None)) if after else (-1.0, None)
            node = own.get(before.label) if before else (row.olds or row.news)[0] if row else None
            rank = self.ranks.get(node.key, rank) if node else rank
            keys = _line_keys(after.lines) if after else []
            signed = any(key in self.draft.signed for key in keys)
            kind = OpinionKind.EDIT if signed else OpinionKind.SILENT
            words = wording.note_told(before, after)
            place = node.address if node else Address()
            yield Opinion(kind, place, rank, words, author=self.authors(keys))

    def authors(self, keys: Iterable[ParagraphSpot]) -> str:
        signed = dict.fromkeys(name for key in keys for name in self.draft.signed.get(key, ()) if name)
        return ", ".join(signed)

    def said(self) -> Iterator[Opinion]:
        """The comments, each at the provision of the base that its words stand in."""
        spots = {key: held for held in self.ranked() for key in _keys(held[1].news)}
        for note in self.draft.accepted.notes:
            if held := self.bearing.get(note.label):
                spots |= dict.fromkeys(_line_keys(note.lines), held)
        for remark in self.draft.remarks:
            rank, row = spots.get(remark.place, (-1.0, None)) if remark.place else (-1.0, None)
            node = (row.olds or row.news)[0] if row else None
            whole = node is not None and content_form(node.text) in content_form(remark.anchor)
            about = f" (về “{remark.anchor}”)" if remark.anchor and not whole else ""
            yield Opinion(
                OpinionKind.COMMENT,
                node.address if node else Address(),
                rank,
                f"{remark.words}{about}",
                node.text if node else "",
                author=remark.author,
                added=bool(row and not row.olds),
            )


def _moved(row: Row) -> str:
    """What is asked of a provision that moves, is divided or joined; empty where its words tell all."""
    olds, news = (" và ".join(node.address.spoken() for node in side) for side in (row.olds, row.news))
    if ChangeClass.SPLIT in row.changes:
        return f"Đề nghị tách {olds} thành {news}"
    if ChangeClass.MERGED in row.changes:
        return f"Đề nghị gộp {olds} thành {news}"
    if ChangeClass.MOVED in row.changes and row.olds[0].address != row.news[0].address:
        return f"Đề nghị chuyển {olds} thành {news}"
    return ""


def _keys(nodes: Iterable[Node]) -> list[ParagraphSpot]:
    return [key for node in nodes for key in _line_keys(node.lines)]


def _line_keys(lines: Iterable[Line]) -> list[ParagraphSpot]:
    return [(line.source.part, line.source.paragraph) for line in lines]


def _whole(node: Node) -> str:
    """A provision with all in it, as it stands."""
    return "\n".join(line.text.strip() for one in node.walk() for line in one.lines if line.text.strip())

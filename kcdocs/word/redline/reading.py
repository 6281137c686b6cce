"""Documents as the writer of tracked changes needs them, their own tracked changes resolved, or kept."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from kcdocs.model.revisions import Revisions
from kcdocs.word.package.docx import Package
from kcdocs.word.package.parts import Parts, read_parts
from kcdocs.word.package.tree import parse_part, serialise
from kcdocs.word.package.wml import W
from kcdocs.word.read.revisions import count, resolve
from kcdocs.word.redline.labels import labels_of
from kcdocs.word.redline.own import NOTE, OwnItem, ParagraphKey, StoryReader, every_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

_NOTES = ("footnotes", "endnotes")


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

    @property
    def main(self) -> str:
        """The name of the part that holds the body; empty for a text that is no Word document."""
        return self.package.main if self.package is not None else ""


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


def in_form(story: Iterable[OwnItem], form: Literal["NFC", "NFD"]) -> None:
    """Let a draft's letters be encoded in one form; a letter that two runs share stays as it is."""
    for paragraph in every_paragraph(list(story)):
        for leaf in paragraph.leaves:
            leaf.text = unicodedata.normalize(form, leaf.text)
        pieces = [unicodedata.normalize(form, piece) for piece in paragraph.text.split(NOTE)]
        if paragraph.leaves:
            paragraph.text = "".join(leaf.text for leaf in paragraph.leaves)
        else:
            offsets = accumulate(len(piece) + 1 for piece in pieces[:-1])
            notes = [paragraph.notes[offset] for offset in sorted(paragraph.notes)]
            paragraph.notes = {end - 1: note for end, note in zip(offsets, notes, strict=False)}
            paragraph.text = NOTE.join(pieces)
        paragraph.label = unicodedata.normalize(form, paragraph.label)


def _accepted_labels(package: Package, keys: Mapping[_Element, ParagraphKey]) -> dict[_Element, str]:
    """Paragraph → its automatic number once all tracked changes are accepted."""
    accepted = every_paragraph(own_text(package, Revisions.ACCEPT).story)
    labels = {paragraph.key: paragraph.label for paragraph in accepted if paragraph.label}
    return {element: labels[key] for element, key in keys.items() if key in labels}


def with_last_paragraph(package: Package) -> Package:
    """The document with a paragraph behind a table that stands last in its body, as Word opens it."""
    root = parse_part(package, package.main)
    body = root.find(W + "body")
    blocks = [] if body is None else [item for item in body if item.tag != W + "sectPr"]
    if not blocks or blocks[-1].tag != W + "tbl":
        return package
    blocks[-1].addnext(blocks[-1].makeelement(W + "p"))
    return replace(package, parts={**package.parts, package.main: serialise(root)})


def _margins_resolved(package: Package, revisions: Revisions) -> Package:
    changed = {}
    for relation in package.relations(package.main):
        if relation.kind in ("header", "footer") and relation.target in package.parts:
            root = parse_part(package, relation.target)
            if count(root):
                resolve(root, revisions)
                changed[relation.target] = serialise(root)
    return replace(package, parts={**package.parts, **changed})

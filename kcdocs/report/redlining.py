"""Texts made ready for tracked changes: as the writer needs them, and as the auditor reads them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.files import AnyPath
from kcdocs.loading import load
from kcdocs.model.revisions import Revisions
from kcdocs.report import tracked as report
from kcdocs.word import audit, redline
from kcdocs.word.package import Allow, Package, open_package

if TYPE_CHECKING:
    from kcdocs.model.instrument import Instrument


def word_document(name: AnyPath) -> Package | None:
    """The Word document of that name as Word opens it; None for any other file, an address, a stored text.

    Word puts a paragraph behind a table that stands last; without one, no change behind it can be taken back.
    """
    path = Path(name)
    if not path.is_file():
        return None
    data = load(path)
    if not data.startswith(b"PK"):
        return None
    return redline.with_last_paragraph(open_package(data, name=os.fspath(name), allow=Allow.ALL))


def original(
    text: Instrument, own: Package | None, revisions: Revisions, *, accept: bool, pictures: bool
) -> tuple[redline.OwnText, report.LinePlaces, audit.SideTexts]:
    """The text that bears the marks: as the writer needs it, where its lines stand, what it says.

    Args:
        text: It as it was read.
        own: The Word document that it is; any other text is set anew, on clean styles.
        revisions: What to do with its own tracked changes.
        accept: Whether it says what it does once they are accepted.
        pictures: Whether pictures count: against a text that can show none they do not.
    """
    if own is not None:
        places = report.docx_places(text.lines())
        return (
            redline.own_text(own, revisions, pictures=pictures),
            places,
            audit.side_texts(own, accept=accept),
        )
    lined = redline.LinedStory(text.lines(), text.notes)
    told = said_by(lined.story)
    looks = {lined.keys[line][0]: line for line in text.lines()}
    clean = redline.clean_document(lined.story, text.name, report.styles(text, lined.keys), looks)
    made = redline.own_text(clean, Revisions.REFUSE)
    for paragraph, key in zip(
        redline.every_paragraph(made.story), redline.every_paragraph(lined.story), strict=False
    ):
        paragraph.key = key.key
    return made, lined.keys, told


def drafted(
    text: Instrument, own: Package | None, revisions: Revisions, *, pictures: bool = True
) -> tuple[redline.OwnText, report.LinePlaces, audit.SideTexts]:
    """A draft as the writer needs it, where its lines stand, what it says; arguments as for `original`."""
    if own is not None:
        accept = revisions is Revisions.ACCEPT
        places = report.docx_places(text.lines())
        made = redline.own_text(own, revisions, pictures=pictures)
        return made, places, audit.side_texts(own, accept=accept)
    lined = redline.LinedStory(text.lines(), text.notes)
    return redline.OwnText(lined.story), lined.keys, said_by(lined.story)


def said_by(story: list[redline.OwnItem]) -> audit.SideTexts:
    """What a story that is of no Word document says, by the auditor's own reading."""
    notes: list[list[redline.OwnItem]] = []
    body = list(audit.said_story(story, notes))
    for note in notes:
        body += audit.said_story(note, [])
    return audit.SideTexts(tuple(body), pictures=False)

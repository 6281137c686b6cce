"""Lines of a source: what a reader sees, and where each came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kcdocs.model.finding import Finding


class Align(StrEnum):
    """How a paragraph is set; `NONE` where the source does not say."""

    NONE = ""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line came from.

    Attributes:
        file: The file as the user named it, or a citation.
        part: Package part or page ("word/document.xml", "trang 3"); empty for plain text.
        paragraph: Ordinal of the paragraph in the part (DOCX: among all `w:p` in document order, the
            first 0), or of the line in a text file, from 0.
        segment: Which line of that paragraph, where manual line breaks divide it, from 0.
    """

    file: str
    part: str
    paragraph: int
    segment: int = 0

    @property
    def in_footer(self) -> bool:
        """Whether it is a footer of a Word file."""
        return self.part.rpartition("/")[2].startswith("footer")


@dataclass(frozen=True, slots=True)
class Cell:
    """The table cell a line stands in; all count from 0, `table` over the whole file.

    Attributes:
        table: The table.
        row: The row it starts in.
        column: The grid column it starts in.
        columns: How many grid columns it spans.
        rows: How many rows it spans.
    """

    table: int
    row: int
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote or endnote mark that stood before the character `offset` of a line and was taken out."""

    offset: int
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a source as a reader sees it, without its line end.

    Attributes:
        text: The characters, automatic numbering included; never contains a line feed.
        source: Where it came from.
        cell: The table cell it stands in, if any.
        marks: Note marks taken out of the text, in order.
        numbered: How many leading characters of `text` are automatic numbering (not in the source's text).
        bold: Whether all its visible characters are bold; False where the source does not say.
        italic: Whether all its visible characters are italic; False where the source does not say.
        align: How it is set.
    """

    text: str
    source: Source
    cell: Cell | None = None
    marks: tuple[Mark, ...] = ()
    numbered: int = 0
    bold: bool = False
    italic: bool = False
    align: Align = Align.NONE


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote.

    Attributes:
        label: The mark that ties it to the text ("1", "*"), unique in the source.
        lines: Its own lines, without the mark.
    """

    label: str
    lines: tuple[Line, ...]


class SourceKind(StrEnum):
    """The kind of file a reading came from."""

    DOCX = "docx"
    DOC = "doc"
    PDF = "pdf"
    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Reading:
    """A source that was read: its lines in reading order, its notes, and what was odd about it.

    Attributes:
        name: The file as the user named it.
        kind: The kind of file.
        lines: All lines of the body in reading order; empty paragraphs are lines too.
        notes: Footnotes and endnotes.
        findings: What the reader met: hidden text, tracked changes, legacy code page, dropped running heads.
        headers: Lines of headers and footers that hold words; None for kinds of file that do not keep them
            apart from the text.
        pictures: The digest of the bytes of each picture, in reading order; None for kinds of file whose
            pictures are not looked at.
    """

    name: str
    kind: SourceKind
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    headers: tuple[Line, ...] | None = None
    pictures: tuple[str, ...] | None = None

"""Typed objects: the only values that bring formatting along; arguments as docxtpl's, without `tpl`.

Records are data and hold none; a picture, a sub-document or a table is made by a filter from the file beside
the record that a value names (`beside.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kcdocs.engine.characters import refuse_forbidden
from kcdocs.engine.errors import OutsideFieldError
from kcdocs.engine.places import outside_fields_of
from kcdocs.engine.render import Render
from kcdocs.engine.slots import PrintSlot, SlotKind
from kcdocs.engine.values import WordObject
from kcdocs.loading import load
from kcdocs.word.package import escaping, open_package
from kcdocs.word.write.data_table import data_table
from kcdocs.word.write.formats import RunFormat, hyperlink, measure, picture_run, styled_paragraph


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    format: RunFormat
    url: str


class RichText(WordObject):
    """Text with formatting of its own, within a paragraph: `{{r name }}`.

    Args:
        text: The first piece; more are added with `add`.
        url: Address that the piece leads to.
        format: The fields of `RunFormat`, as keywords.
    """

    kind = "chữ có định dạng"

    def __init__(self, text: object = "", *, url: str = "", **format: object) -> None:  # noqa: A002 - docxtpl's way
        self._pieces: tuple[_Piece, ...] = ()
        if text:
            self.add(text, url=url, **format)

    def add(self, text: object, *, url: str = "", **format: object) -> Self:  # noqa: A002 - docxtpl's way
        """Add a piece, or all pieces of another rich text; returns itself."""
        if isinstance(text, RichText):
            self._pieces += text._pieces  # noqa: SLF001 - one of its own
        else:
            self._pieces += (_Piece(str(text), RunFormat.of(format), url),)
        return self

    def runs(self, slot: PrintSlot, render: Render) -> str:
        """The runs of all pieces."""
        return "".join(self._run(piece, slot, render) for piece in self._pieces)

    def xml(self, slot: PrintSlot, render: Render) -> str:
        """Its runs, where runs may stand."""
        return self._as_runs(self.runs(slot, render), slot)

    @staticmethod
    def _run(piece: _Piece, slot: PrintSlot, render: Render) -> str:
        refuse_forbidden(piece.text, slot.name)
        render.spend(len(piece.text))
        run = escaping.run(piece.text, piece.format.xml())
        return hyperlink(run, render.add_link(piece.url)) if piece.url else run


class RichTextParagraph(WordObject):
    """Paragraphs of rich text: `{{p name }}`.

    Args:
        text: The first paragraph; more are added with `add`.
        parastyle: Id of its paragraph style.
    """

    kind = "đoạn có định dạng"

    def __init__(self, text: RichText | str = "", parastyle: str = "") -> None:
        self._paragraphs: tuple[tuple[RichText, str], ...] = ()
        if text:
            self.add(text, parastyle)

    def add(self, text: RichText | str, parastyle: str = "") -> Self:
        """Add a paragraph; returns itself."""
        self._paragraphs += ((text if isinstance(text, RichText) else RichText(text), parastyle),)
        return self

    def xml(self, slot: PrintSlot, render: Render) -> str:
        """Its paragraphs, where paragraphs may stand."""
        if slot.kind is not SlotKind.BLOCK:
            raise self._misplaced(slot)
        return "".join(styled_paragraph(text.runs(slot, render), style) for text, style in self._paragraphs)


class Listing(WordObject):
    r"""Text in the template's formatting where `\n` breaks the line, `\a` the paragraph, `\f` the page."""

    kind = "chữ nhiều đoạn"

    def __init__(self, text: object) -> None:
        self._text = str(text)

    def xml(self, slot: PrintSlot, render: Render) -> str:
        """Its text, where text, a run or a paragraph may stand."""
        refuse_forbidden(self._text, slot.name, allowed="\a\f")
        render.spend(len(self._text))
        inner = escaping.listing(self._text, slot.paragraph, slot.run)
        if slot.kind is SlotKind.TEXT:
            return inner
        return self._as_runs(f"<w:r>{slot.run}{escaping.OPEN_TEXT}{inner}</w:t></w:r>", slot)


class InlineImage(WordObject):
    """A picture within a line.

    Args:
        image: The picture's bytes, or where it lies.
        width: In English Metric Units (914 400 an inch); from the picture if neither is given.
        height: The same; in proportion if only one is given.
        anchor: Address that the picture leads to.
    """

    kind = "ảnh"

    def __init__(
        self, image: bytes | Path, width: int | None = None, height: int | None = None, anchor: str = ""
    ) -> None:
        self._data = load(image) if isinstance(image, Path) else image
        self._width, self._height, self._anchor = width, height, anchor

    def xml(self, slot: PrintSlot, render: Render) -> str:
        """A run that shows the picture."""
        picture = measure(self._data, self._width, self._height)
        relation = render.add_picture(self._data, picture.extension, picture.content_type)
        link = render.add_link(self._anchor) if self._anchor else ""
        return self._as_runs(picture_run(relation, picture.width, picture.height, link), slot)


class Subdoc(WordObject):
    """Another Word document, put between the paragraphs with its styles, lists and pictures: `{{p name }}`.

    Args:
        document: The `.docx` file's bytes, or where it lies.
    """

    kind = "tài liệu con"

    def __init__(self, document: bytes | Path) -> None:
        self._data = load(document) if isinstance(document, Path) else document

    def xml(self, slot: PrintSlot, render: Render) -> str:
        """The paragraphs and tables of its body."""
        if slot.kind is not SlotKind.BLOCK:
            raise self._misplaced(slot)
        for found, place in outside_fields_of(open_package(self._data)):
            raise OutsideFieldError(found.kind, place)
        return render.master.attach(self._data)


class DataTable(WordObject):
    """A table of texts between the paragraphs: `{{p name }}`.

    Args:
        rows: The words of each row's cells; the first row names the columns.
        width: Of the table, in millimetres.
    """

    kind = "bảng"

    def __init__(self, rows: Sequence[Sequence[str]], width: float) -> None:
        self._rows, self._width = rows, width

    def xml(self, slot: PrintSlot, render: Render) -> str:
        """The table, and the paragraph that Word wants behind one."""
        if slot.kind is not SlotKind.BLOCK:
            raise self._misplaced(slot)
        for text in (cell for row in self._rows for cell in row):
            refuse_forbidden(text, slot.name)
            render.spend(len(text))
        return data_table(self._rows, self._width)

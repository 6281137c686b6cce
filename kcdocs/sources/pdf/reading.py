"""A PDF as the lines its author wrote: rows joined, furniture dropped, footnotes and tables kept apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import TypeAlias

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.line import Align, Cell, Line, Mark, Note, Reading, Source, SourceKind
from kcdocs.sources.errors import ScannedPdfError
from kcdocs.sources.options import Options
from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf import paragraphs as joining
from kcdocs.sources.pdf.columns import TwoColumns, blocks_of
from kcdocs.sources.pdf.footnotes import FootnoteFinder, PrintedNote, is_ended, note_labels, notes_of
from kcdocs.sources.pdf.furniture import furniture, is_running_head
from kcdocs.sources.pdf.grids import RuledTable, find_grids
from kcdocs.sources.pdf.heads import repeated_heads
from kcdocs.sources.pdf.paragraphs import Margins, PrintedParagraph, margins_of
from kcdocs.sources.pdf.rows import PrintedRow, Raised, rows_of
from kcdocs.sources.pdf.scans import recognised_sheets
from kcdocs.sources.pdf.sheets import PrintedPage, read_sheets
from kcdocs.sources.pdf.told import page_findings, turned_rows
from kcdocs.sources.text import refuse_legacy
from kcdocs.text.legacy import LEGACY, Encoding, convert, convert_if_better

PageItem: TypeAlias = "PrintedRow | RuledTable | TwoColumns"

_ALIGN = {
    joining.RowPlace.BODY: Align.NONE,
    joining.RowPlace.CENTERED: Align.CENTER,
    joining.RowPlace.RIGHT: Align.RIGHT,
}


_REPEATED = Declared(
    "SR216",
    Severity.NOTE,
    "Rows of the head of a table that a page prints again were left out.",
    "Bảng sang trang: đã bỏ {count} dòng đầu bảng in lại ở trang {page}.",
)


@dataclass(frozen=True, slots=True)
class _Layout:
    """One page taken apart.

    Attributes:
        items: Rows, tables and two-column blocks, from the top down.
        footnotes: Rows of footnotes.
        dropped: Rows of the publisher.
    """

    items: tuple[PageItem, ...]
    footnotes: tuple[PrintedRow, ...]
    dropped: tuple[PrintedRow, ...]


def read_pdf(data: bytes, options: Options) -> Reading:
    """Read a PDF with a text layer.

    Raises:
        SourceError: It is scanned, encrypted, damaged or too large, or written in a legacy code page.
    """
    sheets = _legible(data, read_sheets(data, options.name), options)
    body_em = median([glyph.em for sheet in sheets for glyph in sheet.glyphs] or [0.0])
    layouts = _layouts(sheets, body_em)
    margins = _margins(layouts, sheets)
    printed = notes_of([row for layout in layouts for row in layout.footnotes], _raised(layouts))
    labels = frozenset(note.label for note in printed if note.label)
    writer = _Writer(options.name, labels, margins, options.encoding)
    writer.items([item for layout in layouts for item in layout.items])
    notes = tuple(writer.note(note) for note in printed)
    if options.encoding is None:
        refuse_legacy("\n".join(line.text for line in writer.lines), options.name)
    dropped = [row for layout in layouts for row in layout.dropped]
    findings = (*page_findings(sheets, dropped, options.name), *writer.findings)
    return Reading(options.name, SourceKind.PDF, tuple(writer.lines), notes, findings)


def _legible(data: bytes, sheets: list[PrintedPage], options: Options) -> list[PrintedPage]:
    """The pages, those that are pictures recognised if that is asked for.

    Raises:
        ScannedPdfError: It is not, and no page holds words.
    """
    scanned = [sheet.number for sheet in sheets if sheet.scanned]
    if scanned and options.recognise:
        return recognised_sheets(data, sheets, options)
    if scanned and all(sheet.scanned or not sheet.glyphs for sheet in sheets):
        raise ScannedPdfError(options.name, scanned)
    return sheets


def _layouts(sheets: Sequence[PrintedPage], body_em: float) -> list[_Layout]:
    """All pages taken apart: other pages tell running heads, the page before notes that go on."""
    ruled = [find_grids(sheet.strokes, sheet.glyphs, sheet.number) for sheet in sheets]
    rows = [rows_of(outside, sheet.number) for sheet, (_, outside) in zip(sheets, ruled, strict=True)]
    heads = set(repeated_heads(list(zip(sheets, rows, strict=True))))
    layouts: list[_Layout] = []
    for sheet, (grids, _), own in zip(sheets, ruled, rows, strict=True):
        before = layouts[-1].footnotes if layouts else ()
        finder = FootnoteFinder(body_em, bool(before), bool(before) and is_ended(before[-1]))
        layouts.append(_layout(sheet, grids, own, heads, finder))
    return layouts


def _layout(
    sheet: PrintedPage,
    grids: Sequence[RuledTable],
    rows: Sequence[PrintedRow],
    heads: Collection[PrintedRow],
    finder: FootnoteFinder,
) -> _Layout:
    dropped = furniture(rows, sheet, heads)
    rows = _without(rows, dropped)
    dropped += turned_rows(sheet.beside, sheet.number)
    footnotes = finder.below_rule(rows, sheet) or finder.below_text(rows)
    blocks, free = blocks_of(_without(rows, footnotes))
    if any(map(is_running_head, dropped)):
        above = _gazette_heads(free, blocks, sheet)
        dropped += above
        free = _without(free, above)
    items: list[PageItem] = sorted([*free, *grids, *blocks], key=lambda item: -_top(item))
    return _Layout(tuple(items), tuple(footnotes), tuple(dropped))


def _without(rows: Sequence[PrintedRow], gone: Iterable[PrintedRow]) -> list[PrintedRow]:
    """The rows but for some of them."""
    taken = set(gone)
    return [row for row in rows if row not in taken]


def _top(item: PageItem) -> float:
    return item.y if isinstance(item, PrintedRow) else item.top


def _gazette_heads(
    free: Sequence[PrintedRow], blocks: Sequence[TwoColumns], sheet: PrintedPage
) -> list[PrintedRow]:
    """The gazette's own headings, which stand centred in capitals above the head of an instrument."""
    if not blocks or not blocks[0].bands[0][1]:
        return []
    above = [row for row in free if row.y > blocks[0].top]
    centred = all(
        abs((row.x0 + row.x1) / 2 - sheet.width / 2) < limits.CENTRED and row.text.isupper() for row in above
    )
    return above if centred and len(above) <= limits.GAZETTE_HEADS else []


def _margins(layouts: Sequence[_Layout], sheets: Sequence[PrintedPage]) -> dict[int, Margins]:
    """The margins of each page; a page with few rows has those of all pages on the same side of the sheet."""
    found: dict[int, Margins] = {}
    for parity in (0, 1):
        alike = [sheet for sheet in sheets if sheet.number % 2 == parity]
        rows = {sheet.number: _rows(layouts[sheet.number - 1]) for sheet in alike}
        shared = [row for own in rows.values() for row in own]
        for sheet in alike:
            own = rows[sheet.number]
            many = sum(row.x1 - row.x0 > sheet.width / 2 for row in own) >= limits.ENOUGH_ROWS
            found[sheet.number] = margins_of(own if many else shared, sheet.width)
    return found


def _rows(layout: _Layout) -> list[PrintedRow]:
    return [item for item in layout.items if isinstance(item, PrintedRow)]


def _raised(layouts: Sequence[_Layout]) -> set[str]:
    """The superscripts of the text: what the mark of a note can be."""
    return {mark.text for layout in layouts for row in _rows(layout) for mark in row.raised}


@dataclass(slots=True)
class _Writer:
    """Turns what stands on the pages into lines."""

    name: str
    labels: frozenset[str]
    margins: dict[int, Margins]
    encoding: Encoding | None
    lines: list[Line] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _ordinals: dict[int, int] = field(default_factory=dict)
    _tables: int = 0
    _last: PageItem | None = None
    _first: RuledTable | None = None
    _rows_so_far: int = 0

    def items(self, items: Sequence[PageItem]) -> None:
        """Write everything in reading order; free rows join across pages, and so do tables."""
        pending: list[PrintedRow] = []
        for item in items:
            if isinstance(item, PrintedRow):
                pending.append(item)
            else:
                self._free(pending)
                pending = []
                self._grid(item) if isinstance(item, RuledTable) else self._block(item)
            self._last = item
        self._free(pending)

    def note(self, note: PrintedNote) -> Note:
        """A footnote as lines."""
        before, self.lines = self.lines, []
        margins = margins_of(note.rows, 2 * max(row.x1 - row.x0 for row in note.rows))
        self._write(joining.paragraphs(note.rows, _page_margins(self.margins, note.rows, margins)), None)
        lines, self.lines = tuple(self.lines), before
        return Note(note.label, lines)

    def _free(self, rows: Sequence[PrintedRow]) -> None:
        self._write(joining.paragraphs(rows, self.margins), None)

    def _grid(self, grid: RuledTable) -> None:
        goes_on = isinstance(self._last, RuledTable) and _same_columns(self._last, grid)
        if not goes_on:
            self._tables += 1
            self._rows_so_far = 0
            self._first = grid
        again = self._repeated(grid) if goes_on else 0
        for (row, column), glyphs in sorted(grid.cells.items()):
            if row >= again:
                rows = rows_of(glyphs, grid.page)
                cell = Cell(self._tables - 1, self._rows_so_far + row - again, column)
                self._write(_in_column(rows, grid.rights[row, column]), cell)
        self._rows_so_far += len(grid.ys) - 1 - again

    def _repeated(self, grid: RuledTable) -> int:
        """The rows at the top of a table's next page that print its head again, which is told."""
        count = grid.repeated(self._first) if self._first else 0
        if count:
            words = " ".join(words for row in grid.row_words()[:count] for _, words in row if words)
            place = Place(self.name, f"trang {grid.page}")
            self.findings.append(_REPEATED.at(place, words, count=count, page=grid.page))
        return count

    def _block(self, block: TwoColumns) -> None:
        self._tables += 1
        for index, band in enumerate(block.bands):
            for column, rows in enumerate(band):
                found = _headed(rows) if (index, column) == (0, 0) else _one_by_one(rows)
                self._write(found, Cell(self._tables - 1, index, column))

    def _write(self, found: Iterable[PrintedParagraph], cell: Cell | None) -> None:
        for paragraph in found:
            text, raised = joining.joined(paragraph.rows)
            text, marks = self._marked(text, raised)
            self.lines.append(
                Line(
                    text,
                    self._source(paragraph.rows[0].page),
                    cell,
                    marks,
                    bold=all(row.bold for row in paragraph.rows),
                    italic=all(row.italic for row in paragraph.rows),
                    align=_ALIGN[paragraph.place] if cell is None else Align.NONE,
                )
            )

    def _marked(self, text: str, raised: Iterable[Raised]) -> tuple[str, tuple[Mark, ...]]:
        """Take the marks of known notes out of the text; put other superscripts back into it."""
        marks: list[Mark] = []
        pieces: list[str] = []
        shift = done = 0
        for item in raised:
            known = note_labels(item.text, self.labels)
            if known:
                marks += [Mark(item.offset + shift, label) for label in known]
            else:
                pieces += [text[done : item.offset], item.text]
                done = max(done, item.offset)
                shift += len(item.text)
        return self._converted("".join((*pieces, text[done:])), marks)

    def _converted(self, text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
        if self.encoding not in LEGACY or self.encoding is None:
            return text, tuple(marks)
        converted = convert_if_better(text, self.encoding)
        if converted == text:
            return text, tuple(marks)
        moved = (Mark(len(convert(text[: mark.offset], self.encoding)), mark.note) for mark in marks)
        return converted, tuple(moved)

    def _source(self, page: int) -> Source:
        ordinal = self._ordinals.get(page, 0)
        self._ordinals[page] = ordinal + 1
        return Source(self.name, f"trang {page}", ordinal)


def _page_margins(body: dict[int, Margins], rows: Sequence[PrintedRow], own: Margins) -> dict[int, Margins]:
    """The margins for footnote rows: the page's, with the indent the notes use."""
    return {row.page: replace(body[row.page], indent=own.indent) for row in rows}


def _same_columns(one: RuledTable, other: RuledTable) -> bool:
    if one.page == other.page or len(one.xs) != len(other.xs):
        return False
    pairs = zip(one.xs, other.xs, strict=True)
    return all(abs((a - one.xs[0]) - (b - other.xs[0])) < limits.SAME_EDGE for a, b in pairs)


def _in_column(rows: Sequence[PrintedRow], right: float) -> list[PrintedParagraph]:
    """The paragraphs of a table cell: a row goes on unless its first word would have fitted above it."""
    if not rows:
        return []
    edges = Margins(min(row.x0 for row in rows), right - rows[0].em / 2, 0)
    found: list[PrintedParagraph] = []
    for row in rows:
        if found and joining.wraps(row, found[-1].rows[-1], edges):
            found[-1] = PrintedParagraph((*found[-1].rows, row), found[-1].place)
        else:
            found.append(PrintedParagraph((row,), joining.RowPlace.BODY))
    return found


def _one_by_one(rows: Sequence[PrintedRow]) -> list[PrintedParagraph]:
    return [PrintedParagraph((row,), joining.RowPlace.CENTERED) for row in rows]


def _headed(rows: Sequence[PrintedRow]) -> list[PrintedParagraph]:
    """The paragraphs of the issuer's column: rows that look alike are one long name."""
    found: list[PrintedParagraph] = []
    for row in rows:
        if found and joining.same_heading(row, found[-1].rows[-1]):
            found[-1] = PrintedParagraph((*found[-1].rows, row), joining.RowPlace.CENTERED)
        else:
            found.append(PrintedParagraph((row,), joining.RowPlace.CENTERED))
    return found

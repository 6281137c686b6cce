"""A comparison as "bản so sánh, thuyết minh" in Word form, explanations kept from an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.address import Kind
from kcdocs.report.blocks import Block, Entry, Untouched, blocks
from kcdocs.report.carry import Earlier, carry
from kcdocs.report.errors import ForeignTableError
from kcdocs.report.marks import Side, sided
from kcdocs.report.notes import notes
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.words import NOISE, instrument_words
from kcdocs.word import comparison_table as word
from kcdocs.word.kept_table import NOTHING, Kept, Written, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.model.comparison import Comparison, Row
    from kcdocs.report.marks import Piece

HEADS = ("QUY ĐỊNH HIỆN HÀNH", "DỰ THẢO", "THUYẾT MINH")
NEW_LINE, REPEALED, UNPLACED = (
    "(Dòng mới)",
    "(Bãi bỏ)",
    "(Thuyết minh của lần trước chưa khớp điều khoản nào)",
)


def render(
    comparison: Comparison, selection: Selection = ALL, *, earlier: bytes | None = None, name: str = ""
) -> bytes:
    """A comparison table as DOCX, byte for byte the same for the same arguments.

    Args:
        comparison: What to render.
        selection: Which articles and classes to give rows.
        earlier: An earlier table that people may have edited; what they wrote is kept.
        name: How the user named the earlier table, for messages.

    Raises:
        ForeignTableError: If `earlier` is a Word document that holds no such table.
        PackageError: If `earlier` is no Word document.
    """
    kept = _kept(earlier, name)
    entries = [*blocks(comparison, selection)]
    carried = carry(entries, _earlier(kept))
    written = {index: _joined(found) for index, found in carried.placed.items()}
    rows = [_row(entry, comparison, written.get(index, NOTHING)) for index, entry in enumerate(entries)]
    rows += map(_unplaced, carried.lost)
    return word.write(word.Table(_title(comparison), HEADS, tuple(rows), kept.before, kept.after))


def _kept(earlier: bytes | None, name: str) -> Kept:
    if earlier is None:
        return Kept((), NOTHING, NOTHING)
    kept = read(earlier, name=name)
    if kept is None:
        raise ForeignTableError(name)
    return kept


def _earlier(kept: Kept) -> list[Earlier[Written]]:
    return [
        Earlier(row.old_key, row.new_key, row.new_text, row.written)
        for row in kept.rows
        if row.written.blocks
    ]


def _joined(found: Sequence[Written]) -> Written:
    return Written(tuple(block for one in found for block in one.blocks))


def _title(comparison: Comparison) -> tuple[str, ...]:
    new, old = instrument_words(comparison.new), instrument_words(comparison.old)
    draft = f"Dự thảo {new}" if comparison.new.citation.type else f"Dự thảo ({new})"
    return ("BẢN SO SÁNH, THUYẾT MINH", f"{draft} so với {old}")


def _row(entry: Entry, comparison: Comparison, written: Written) -> word.TableRow:
    old_key = next(iter(entry.old_keys), "")
    if isinstance(entry, Untouched):
        names = tuple((word.Run(line),) for line in entry.new_text.split("\n"))
        return word.TableRow(old_key, entry.new_key, names, names, _lines(["Giữ nguyên."]), written)
    return word.TableRow(
        old_key,
        entry.new_key,
        tuple(_cell(entry, Side.OLD)),
        tuple(_cell(entry, Side.NEW)),
        _lines(notes(entry, comparison)) if entry.changes or not entry.heading else (),
        written,
        entry.heading,
    )


def _unplaced(one: Earlier[Written]) -> word.TableRow:
    told = ((word.Run(UNPLACED, word.Look.ITALIC),),)
    draft = tuple((word.Run(line),) for line in one.new_text.split("\n"))
    return word.TableRow(one.old_key, one.new_key, told, draft, (), one.written)


def _lines(texts: Iterable[str]) -> tuple[word.Paragraph, ...]:
    return tuple((word.Run(text),) for text in texts)


def _cell(block: Block, one: Side) -> Iterator[word.Paragraph]:
    """The paragraphs of one side; a side that has none says why."""
    found = [row for row in block.rows if (row.olds if one is Side.OLD else row.news)]
    if not found:
        yield (word.Run(NEW_LINE if one is Side.OLD else REPEALED, word.Look.ITALIC),)
    for row in found:
        yield from _paragraphs(row, one)


def _paragraphs(row: Row, one: Side) -> Iterator[word.Paragraph]:
    """A row's words of one side, a paragraph for each provision and each of its lines."""
    for pieces in sided(row, one):
        line: list[word.Run] = []
        for piece in pieces:
            first, *more = piece.text.split("\n")
            line.append(word.Run(first, _look(piece, row)))
            for text in more:
                yield tuple(line)
                line = [word.Run(text, _look(piece, row))]
        yield tuple(line)


def _look(piece: Piece, row: Row) -> word.Look:
    look = word.Look.BOLD if (row.news or row.olds)[0].kind is Kind.ARTICLE else word.Look.PLAIN
    if piece.side is Side.OLD:
        return look | word.Look.STRUCK
    if piece.side is Side.NEW:
        quiet, whole = piece.change in NOISE, not row.olds
        look |= word.Look.PLAIN if quiet else word.Look.BOLD
        look |= word.Look.PLAIN if whole else word.Look.UNDERLINED
    return look

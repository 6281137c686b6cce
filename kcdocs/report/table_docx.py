"""Comparisons as "bản so sánh, thuyết minh" in Word form, explanations kept from an earlier one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass
from kcdocs.report.blocks import Block, TableEntry, Untouched, blocks
from kcdocs.report.carry import Earlier, carry
from kcdocs.report.cautions import (
    first_text,
    place_words,
    steps_cautions,
    steps_others,
    words,
)
from kcdocs.report.errors import ForeignTableError
from kcdocs.report.explaining import Explanation
from kcdocs.report.notes import Notes, comparison_names, unchanged_words
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.words import NOISE, instrument_words
from kcdocs.word.write import comparison_table as word
from kcdocs.word.write.kept_table import NOTHING, KeptTable, WrittenByHand, read_table, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.model.instrument import Instrument
    from kcdocs.report.chain import Chain, Stroke

NEW_LINE, REPEALED = "(Dòng mới)", "(Bãi bỏ)"
NUMBER, EXPLANATION = "STT", "THUYẾT MINH"
OFFICE = "…………"
"""Who makes the table: no text says it."""

ATTACHED = "(Kèm theo Tờ trình số … ngày … tháng … năm … của …)"
REASON = "Lý do: …………"
"""The explanation gives the reason for each change (Law 87/2025/QH15 on the comparison of a draft)."""

UNPLACED = "(Thuyết minh của lần trước chưa khớp điều khoản nào)"


def render(
    chain: Chain,
    selection: Selection = ALL,
    *,
    earlier: bytes | None = None,
    name: str = "",
    explained: Iterable[Explanation] = (),
) -> bytes:
    """A comparison table as DOCX, byte for byte the same for the same arguments.

    Args:
        chain: What to render: a column for each text.
        selection: Which articles and classes to give rows.
        earlier: An earlier table that people may have edited; what they wrote is kept.
        name: How the user named the earlier table, for messages.
        explained: What was said of provisions outside any table.

    Raises:
        ForeignTableError: If `earlier` is a Word document that holds no such table.
        PackageError: If `earlier` is no Word document.
    """
    kept = _kept(earlier, name)
    entries = [*blocks(chain, selection)]
    said = [item.earlier(typed(item.words)) for item in explained if item.words.strip()]
    carried = carry(entries, [*_earlier(kept), *said])
    written = {index: _joined(found) for index, found in carried.placed.items()}
    texts = len(chain.steps) + 1
    notes = Notes(chain)
    rows = [_row(entry, texts, notes, written.get(index, NOTHING)) for index, entry in enumerate(entries)]
    rows += [_unplaced(one, texts) for one in carried.lost]
    return word.write_table(
        word.ComparisonDocument(
            title_words(chain),
            (NUMBER, *text_heads(chain), EXPLANATION),
            tuple(_counted(rows)),
            kept.before,
            kept.after,
            head_words(chain),
            tuple(_found(chain)),
            kept.office or (OFFICE,),
            kept.attached or ATTACHED,
        )
    )


def _counted(rows: Iterable[word.TableRow]) -> Iterator[word.TableRow]:
    """The rows with their numbers; headings of chapters lead the reader and are not counted."""
    number = 0
    for row in rows:
        number += not row.heading
        yield row if row.heading else replace(row, number=str(number))


def head_words(chain: Chain) -> tuple[str, ...]:
    """What stands above a table: the cautions, and for a step that changes nothing what that covers."""
    told = (words(finding, mend=False) for finding in steps_cautions(chain.comparisons))
    return (*told, *unchanged_words(chain))


def _found(chain: Chain) -> Iterator[str]:
    """What stands below the table: the findings that are no cautions, step by step."""
    names = comparison_names(chain)
    for number, findings in steps_others(chain.comparisons):
        yield f"Phát hiện ({names[number]}):" if len(chain.steps) > 1 else "Phát hiện:"
        for finding in findings:
            place = place_words(finding)
            yield f"{place}. {words(finding, mend=False)}" if place else words(finding, mend=False)


def text_heads(chain: Chain) -> tuple[str, ...]:
    """The names of the columns of texts."""
    first = first_text(chain.steps[0].old)
    if len(chain.steps) == 1:
        return (first, "DỰ THẢO")
    return (first, *(f"DỰ THẢO {number}" for number, _ in enumerate(chain.steps, 1)))


def absent(entry: Block, version: int) -> str:
    """What stands in the place of words that a text does not have."""
    before = any(entry.nodes(earlier) for earlier in range(version))
    return REPEALED if before else NEW_LINE


def _kept(earlier: bytes | None, name: str) -> KeptTable:
    if earlier is None:
        return KeptTable((), NOTHING, NOTHING)
    kept = read_table(earlier, name=name)
    if kept is None:
        raise ForeignTableError(name)
    return kept


def _earlier(kept: KeptTable) -> list[Earlier[WrittenByHand]]:
    return [
        Earlier(row.old_key, row.new_key, row.new_text, row.written)
        for row in kept.rows
        if row.written.blocks
    ]


def explanations(data: bytes, name: str) -> list[Explanation]:
    """What people wrote into an earlier table, as text.

    Raises:
        ForeignTableError: If it is no comparison table.
    """
    found = _earlier(_kept(data, name))
    return [Explanation(one.old_key, one.new_key, one.new_text, one.written.text()) for one in found]


def _joined(found: Sequence[WrittenByHand]) -> WrittenByHand:
    return WrittenByHand(tuple(block for one in found for block in one.blocks))


def title_words(chain: Chain) -> tuple[str, ...]:
    """The lines of the title of a table, both texts by type, number and title."""
    new, old = _named(chain.steps[-1].new), _named(chain.steps[0].old)
    return "BẢN SO SÁNH, THUYẾT MINH", f"DỰ THẢO {new}", f"VỚI {old}"


def _named(text: Instrument) -> str:
    """A text as the title names it, in capitals: type, number behind "số", title; a file by its name."""
    said = text.citation
    if not said.type:
        return f"({instrument_words(text)})"
    number = f"số {said.number}" if said.number else ""
    return " ".join(f"{said.type} {number} {said.title}".split()).upper()


def _row(entry: TableEntry, texts: int, notes: Notes, written: WrittenByHand) -> word.TableRow:
    old_key = next(iter(entry.old_keys), "")
    if isinstance(entry, Untouched):
        names = _lines(entry.new_text.split("\n"))
        return word.TableRow(old_key, entry.new_key, (names,) * texts, _lines(["Giữ nguyên."]), written)
    return word.TableRow(
        old_key,
        entry.new_key,
        tuple(_cell(entry, version) for version in range(texts)),
        _lines(told_lines(entry, notes, explained=bool(written.blocks))),
        written,
        entry.is_heading,
    )


def told_lines(entry: Block, notes: Notes, *, explained: bool) -> list[str]:
    """What the machine says of a row; of a changed one that nobody explained yet, that a reason is due."""
    if not entry.changed and entry.is_heading:
        return []
    due = entry.changed and not explained
    return [*notes.of(entry), *([REASON] if due else [])]


def _unplaced(one: Earlier[WrittenByHand], texts: int) -> word.TableRow:
    told = ((word.AlikeCharacters(UNPLACED, word.CharacterLook.ITALIC),),)
    empty = ((),) * (texts - 2)
    return word.TableRow(
        one.old_key, one.new_key, (told, *empty, _lines(one.new_text.split("\n"))), (), one.written
    )


def _lines(texts: Iterable[str]) -> tuple[word.CellParagraph, ...]:
    return tuple((word.AlikeCharacters(text),) for text in texts)


def _cell(block: Block, version: int) -> tuple[word.CellParagraph, ...]:
    """The paragraphs of one text; a text that has none says why."""
    provisions = block.words(version)
    if not provisions:
        return ((word.AlikeCharacters(absent(block, version), word.CharacterLook.ITALIC),),)
    bold = block.strands[0].kind is Kind.ARTICLE
    return tuple(line for strokes in provisions for line in _paragraphs(strokes, bold=bold))


def _paragraphs(strokes: Iterable[Stroke], *, bold: bool) -> list[word.CellParagraph]:
    """A provision's words, cut at line feeds."""
    lines: list[list[word.AlikeCharacters]] = [[]]
    for stroke in strokes:
        look = _look(stroke.came, stroke.goes, bold=bold)
        first, *more = stroke.text.split("\n")
        lines[-1].append(word.AlikeCharacters(first, look))
        lines += [[word.AlikeCharacters(text, look)] for text in more]
    return [tuple(line) for line in lines]


@cache
def _look(came: ChangeClass | None, goes: ChangeClass | None, *, bold: bool) -> word.CharacterLook:
    look = word.CharacterLook.BOLD if bold else word.CharacterLook.PLAIN
    if came and came is not ChangeClass.ADDED:
        look |= word.CharacterLook.UNDERLINED
    if came and came not in NOISE:
        look |= word.CharacterLook.BOLD
    return look | word.CharacterLook.STRUCK if goes else look

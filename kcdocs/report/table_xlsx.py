"""Comparisons as a workbook: the table with explanations kept from an earlier one, counts, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.law.layout import MOTTO, NATIONAL
from kcdocs.report.blocks import Block, blocks
from kcdocs.report.carry import Earlier, carry
from kcdocs.report.cautions import place_words, steps_others
from kcdocs.report.errors import ForeignTableError
from kcdocs.report.explaining import Explanation
from kcdocs.report.notes import Notes, comparison_names
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.statistics import statistics
from kcdocs.report.table_docx import (
    ATTACHED,
    NUMBER,
    OFFICE,
    UNPLACED,
    absent,
    head_words,
    text_heads,
    title_words,
    told_lines,
)
from kcdocs.report.titles import spoken
from kcdocs.report.words import CLASSES, OUTCOMES, QUANTITIES, SEVERITIES, capital
from kcdocs.sheet.write import Column, ColumnKind, Look, Table, sheet_name, workbook
from kcdocs.sheet.xlsx import open_workbook
from kcdocs.text.unseen import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kcdocs.model.comparison import Comparison
    from kcdocs.model.finding import Finding
    from kcdocs.report.blocks import TableEntry
    from kcdocs.report.chain import Chain, Stroke
    from kcdocs.sheet.write import Content, Rich

NAME = "So sánh"
MADE, WRITTEN, KEY = "Máy ghi", "Thuyết minh", "Khóa"


def render(
    chain: Chain,
    selection: Selection = ALL,
    *,
    earlier: Path | None = None,
    explained: Iterable[Explanation] = (),
) -> bytes:
    """A comparison as XLSX, byte for byte the same for the same arguments.

    Args:
        chain: What to render: two columns for each text.
        selection: Which articles and classes to give rows.
        earlier: An earlier workbook; what people wrote under "Thuyết minh" is kept, as plain text.
        explained: What was said of provisions outside any table.

    Raises:
        ForeignTableError: If `earlier` holds no such table.
        KcdocsError: If `earlier` is no workbook, or a provision is too long for a cell.
    """
    entries = [*blocks(chain, selection)]
    said = [item.earlier(item.words) for item in explained if item.words.strip()]
    carried = carry(entries, [*_earlier(earlier), *said])
    texts = len(chain.steps) + 1
    notes = Notes(chain)
    rows = [
        _row(number, entry, texts, notes, "\n".join(carried.placed.get(number - 1, [])))
        for number, entry in enumerate(entries, 1)
    ]
    rows += [_unplaced(len(entries) + number, one, texts) for number, one in enumerate(carried.lost, 1)]
    title = " ".join(title_words(chain))
    told = dict(steps_others(chain.comparisons))
    several = len(chain.steps) > 1
    lists = [
        table
        for number, (name, step) in enumerate(zip(comparison_names(chain), chain.comparisons, strict=True))
        for table in _lists(step, f" {name}" if several else "", told.get(number, ()))
    ]
    office, attached = _paper(earlier)
    above = (office, NATIONAL, MOTTO, *title_words(chain), attached)
    main = Table(NAME, _columns(chain), rows, title=above, lead=head_words(chain), filtered=True)
    return workbook([main, *lists], title=title)


def _columns(chain: Chain) -> tuple[Column, ...]:
    texts = [capital(name.lower()) for name in text_heads(chain)]
    pairs = [column for name in texts for column in (Column(_place(name), 16), Column(name, 46))]
    return (
        Column(NUMBER, 6, ColumnKind.INTEGER),
        *pairs,
        Column(MADE, 34, comment="Cột này được lập lại mỗi lần chạy; xin viết vào cột Thuyết minh."),
        Column(WRITTEN, 40, comment="Chữ viết ở đây được giữ lại khi lập lại bảng."),
        Column(KEY, 14, hidden=True),
    )


def _place(name: str) -> str:
    """The name of the column that says where a text's words stand; the edition is told beside it."""
    return f"Nơi ({name.lower().partition(' (')[0]})"


def _row(number: int, entry: TableEntry, texts: int, notes: Notes, written: str) -> list[Content]:
    cells: list[Content] = [number]
    for version in range(texts):
        text = _cell(entry, version) if isinstance(entry, Block) else entry.new_text
        cells += [capital(spoken(entry.nodes(version))), text]
    lines = told_lines(entry, notes, explained=bool(written)) if isinstance(entry, Block) else ["Giữ nguyên."]
    made = "\n".join(lines)
    return [*cells, made, written, f"{next(iter(entry.old_keys), '')}|{entry.new_key}"]


def _unplaced(number: int, one: Earlier[str], texts: int) -> list[Content]:
    empty = [""] * (2 * texts - 4)
    return [number, "", UNPLACED, *empty, "", one.new_text, "", one.written, f"{one.old_key}|{one.new_key}"]


def _cell(block: Block, version: int) -> Rich:
    """The words of one text with what goes struck and what came underlined; one without any says why."""
    provisions = block.words(version)
    if not provisions:
        return [(absent(block, version), Look.ITALIC)]
    runs: list[tuple[str, Look]] = []
    for strokes in provisions:
        runs += [("\n", Look.PLAIN)] if runs else []
        runs += [(shown(stroke.text), _look(stroke)) for stroke in strokes]
    return runs


def _look(stroke: Stroke) -> Look:
    if stroke.goes:
        return Look.REMOVED
    return Look.ADDED if stroke.came else Look.PLAIN


def _paper(path: Path | None) -> tuple[str, str]:
    """Who made the table and with what it goes, as an earlier one says it above the header."""
    if path is None:
        return OFFICE, ATTACHED
    lines = [next((str(cell) for cell in row if cell), "") for row in open_workbook(path).grid(NAME).rows]
    head = lines[: next((at for at, line in enumerate(lines) if line == NUMBER), 0)]
    office = head[head.index(NATIONAL) - 1] if NATIONAL in head[1:] else OFFICE
    return office or OFFICE, next((line for line in head if line.startswith("(Kèm theo")), ATTACHED)


def _earlier(path: Path | None) -> list[Earlier[str]]:
    """The explanations of an earlier workbook that are not empty; the draft stands before the machine's."""
    if path is None:
        return []
    book = open_workbook(path)
    rows = [[str(cell) for cell in row] for row in book.grid(NAME).rows] if NAME in book.sheets else [[]]
    for index, row in enumerate(rows):  # cautions stand above the header
        if {MADE, WRITTEN, KEY} <= set(row):
            heads = {name: number for number, name in enumerate(row)}
            return [_kept(row, heads) for row in rows[index + 1 :] if row[heads[WRITTEN]].strip()]
    raise ForeignTableError(str(path))


def explanations(path: Path) -> list[Explanation]:
    """What people wrote into an earlier workbook; errors as for `render`."""
    return [Explanation(one.old_key, one.new_key, one.new_text, one.written) for one in _earlier(path)]


def _kept(row: Sequence[str], heads: dict[str, int]) -> Earlier[str]:
    old_key, _, new_key = row[heads[KEY]].partition("|")
    return Earlier(old_key, new_key, row[heads[MADE] - 1], row[heads[WRITTEN]].strip())


def _lists(comparison: Comparison, step: str, found: Sequence[Finding]) -> Iterator[Table]:
    """The lists of one step; of several each names the step."""
    yield _statistics(comparison, sheet_name(f"Thống kê{step}"))
    if found:
        yield _findings(found, sheet_name(f"Phát hiện{step}"))
    if comparison.quantities:
        columns = tuple(Column(name, 24) for name in ("Nơi", "Loại", "Cũ", "Mới"))
        yield Table(
            sheet_name(f"Con số{step}"),
            columns,
            [
                [capital(item.address.spoken()), QUANTITIES[item.kind], item.old, item.new]
                for item in comparison.quantities
            ],
        )
    if comparison.impacts:
        columns = tuple(
            Column(name, 26) for name in ("Văn bản", "Nơi", "Viện dẫn", "Kết quả", "Đề nghị sửa thành")
        )
        yield Table(
            sheet_name(f"Viện dẫn{step}"),
            columns,
            [
                [
                    one.instrument,
                    capital(one.address.spoken()),
                    one.words,
                    OUTCOMES[one.outcome],
                    one.proposed,
                ]
                for one in comparison.impacts
            ],
        )


def _findings(found: Sequence[Finding], name: str) -> Table:
    columns = (Column("Mức, mã", 18), Column("Nơi", 22), Column("Phát hiện", 60))
    more = tuple(Column(title, 34) for title in ("Thấy", "Cần", "Cách sửa", "Căn cứ"))
    rows: list[list[Content]] = [
        [
            f"{SEVERITIES[one.severity]} {one.code}",
            place_words(one),
            one.message,
            one.found,
            one.expected,
            one.mend,
            one.source,
        ]
        for one in found
    ]
    return Table(name, (*columns, *more), rows)


def _statistics(comparison: Comparison, name: str) -> Table:
    counted = statistics(comparison)
    numbers = (Column(name, 9, ColumnKind.INTEGER) for name in ("Số nơi", "Điều", "Khoản", "Điểm"))
    rows: list[list[Content]] = [
        [*CLASSES[count.change], count.rows, count.articles, count.clauses, count.points]
        for count in counted.counts
    ]
    rows.append([None, counted.half_words()])
    return Table(name, (Column("Loại thay đổi"), Column("Nghĩa là", 50), *numbers), rows)

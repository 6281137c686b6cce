"""A comparison as a workbook: the table with explanations kept from an earlier one, counts, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.report.blocks import Untouched, blocks
from kcdocs.report.carry import Earlier, carry
from kcdocs.report.errors import ForeignTableError
from kcdocs.report.marks import Side, sided
from kcdocs.report.notes import notes
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.statistics import statistics
from kcdocs.report.table_docx import NEW_LINE, REPEALED, UNPLACED
from kcdocs.report.titles import spoken
from kcdocs.report.words import CLASSES, OUTCOMES, QUANTITIES, capital, instrument_words
from kcdocs.sheet.write import Column, Kind, Look, Table, workbook
from kcdocs.sheet.xlsx import open_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kcdocs.model.comparison import Comparison
    from kcdocs.report.blocks import Block, Entry
    from kcdocs.sheet.write import Content, Rich

NAME = "So sánh"
COLUMNS = (
    Column("STT", 6, Kind.INTEGER),
    Column("Nơi (hiện hành)", 16),
    Column("Quy định hiện hành", 48),
    Column("Nơi (dự thảo)", 16),
    Column("Dự thảo", 48),
    Column("Máy ghi", 34, comment="Cột này được lập lại mỗi lần chạy; xin viết vào cột Thuyết minh."),
    Column("Thuyết minh", 40, comment="Chữ viết ở đây được giữ lại khi lập lại bảng."),
    Column("Khóa", 14, comment="kcdocs dùng cột này để giữ lại thuyết minh; xin đừng sửa hoặc xóa."),
)


def render(comparison: Comparison, selection: Selection = ALL, *, earlier: Path | None = None) -> bytes:
    """A comparison as XLSX, byte for byte the same for the same arguments.

    Args:
        comparison: What to render.
        selection: Which articles and classes to give rows.
        earlier: An earlier workbook; what people wrote under "Thuyết minh" is kept, as plain text.

    Raises:
        ForeignTableError: If `earlier` holds no such table.
        KcdocsError: If `earlier` is no workbook, or a provision is too long for a cell.
    """
    entries = [*blocks(comparison, selection)]
    carried = carry(entries, _earlier(earlier))
    rows: list[list[Content]] = [
        _row(number, entry, comparison, "\n".join(carried.placed.get(number - 1, [])))
        for number, entry in enumerate(entries, 1)
    ]
    rows += [_unplaced(len(entries) + number, one) for number, one in enumerate(carried.lost, 1)]
    title = f"{instrument_words(comparison.new)} so với {instrument_words(comparison.old)}"
    return workbook([Table(NAME, COLUMNS, rows), *_lists(comparison)], title=title)


def _row(number: int, entry: Entry, comparison: Comparison, written: str) -> list[Content]:
    key = f"{next(iter(entry.old_keys), '')}|{entry.new_key}"
    if isinstance(entry, Untouched):
        heads = [unit.head for unit in entry.units]
        olds = capital(", ".join(spoken(head.olds) for head in heads))
        news = capital(", ".join(spoken(head.news) for head in heads))
        return [number, olds, entry.new_text, news, entry.new_text, "Giữ nguyên.", written, key]
    return [
        number,
        capital(spoken(entry.head.olds)),
        _cell(entry, Side.OLD),
        capital(spoken(entry.head.news)),
        _cell(entry, Side.NEW),
        "\n".join(notes(entry, comparison)),
        written,
        key,
    ]


def _unplaced(number: int, one: Earlier[str]) -> list[Content]:
    return [number, "", UNPLACED, "", one.new_text, "", one.written, f"{one.old_key}|{one.new_key}"]


def _cell(block: Block, one: Side) -> Rich:
    """The words of one side with what went struck and what came underlined; a side without any says why."""
    looks = {Side.BOTH: Look.PLAIN, Side.OLD: Look.REMOVED, Side.NEW: Look.ADDED}
    provisions = [pieces for row in block.rows for pieces in sided(row, one)]
    if not provisions:
        return [(NEW_LINE if one is Side.OLD else REPEALED, Look.ITALIC)]
    runs: list[tuple[str, Look]] = []
    for pieces in provisions:
        runs += [("\n", Look.PLAIN)] if runs else []
        runs += [(piece.text, looks[piece.side]) for piece in pieces]
    return runs


def _earlier(path: Path | None) -> list[Earlier[str]]:
    """The explanations of an earlier workbook that are not empty."""
    if path is None:
        return []
    book = open_workbook(path)
    rows = [[str(cell) for cell in row] for row in book.grid(NAME).rows] if NAME in book.sheets else [[]]
    heads = {name: number for number, name in enumerate(rows[0])}
    if not {"Thuyết minh", "Khóa", "Dự thảo"} <= heads.keys():
        raise ForeignTableError(str(path))
    return [_kept(row, heads) for row in rows[1:] if row[heads["Thuyết minh"]].strip()]


def _kept(row: Sequence[str], heads: dict[str, int]) -> Earlier[str]:
    old_key, _, new_key = row[heads["Khóa"]].partition("|")
    return Earlier(old_key, new_key, row[heads["Dự thảo"]], row[heads["Thuyết minh"]].strip())


def _lists(comparison: Comparison) -> Iterator[Table]:
    yield _statistics(comparison)
    if comparison.quantities:
        columns = tuple(Column(name, 24) for name in ("Nơi", "Loại", "Cũ", "Mới"))
        yield Table(
            "Con số",
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
            "Viện dẫn",
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


def _statistics(comparison: Comparison) -> Table:
    counted = statistics(comparison)
    numbers = (Column(name, 9, Kind.INTEGER) for name in ("Số nơi", "Điều", "Khoản", "Điểm"))
    rows: list[list[Content]] = [
        [*CLASSES[count.change], count.rows, count.articles, count.clauses, count.points]
        for count in counted.counts
    ]
    rows.append([None, counted.half_words()])
    return Table("Thống kê", (Column("Loại thay đổi"), Column("Nghĩa là", 50), *numbers), rows)

"""Tables put together again from lines: every cell where it stood, no word lost or moved under another head."""

from __future__ import annotations

from kcdocs.amend.tabling import table_of
from kcdocs.model.consolidated import GridTable, Setting
from kcdocs.model.line import Cell, Line, Source

PLACE = Source("a.docx", "word/document.xml", 0)


def _table(*cells: tuple[str, Cell], notes: tuple[str, ...] = ()) -> GridTable:
    return table_of((Line(text, PLACE, cell) for text, cell in cells), notes)


def _shape(table: GridTable) -> list[list[tuple[int, int, int, str]]]:
    return [
        [
            (cell.column, cell.columns, cell.rows, "/".join(item.text for item in cell.paragraphs))
            for cell in row
        ]
        for row in table.rows
    ]


def test_cells_over_several_columns_and_rows_stay_so() -> None:
    table = _table(
        ("STT", Cell(0, 0, 0, rows=2)),
        ("Mức", Cell(0, 0, 1, columns=2)),
        ("Cũ", Cell(0, 1, 1)),
        ("Mới", Cell(0, 1, 2)),
    )

    assert table.columns == 3
    assert _shape(table) == [
        [(0, 1, 2, "STT"), (1, 2, 1, "Mức")],
        [(0, 1, 0, ""), (1, 1, 1, "Cũ"), (2, 1, 1, "Mới")],
    ]


def test_a_place_without_words_becomes_an_empty_cell() -> None:
    table = _table(("a", Cell(0, 0, 0)), ("b", Cell(0, 0, 1)), ("c", Cell(0, 1, 1)))

    assert _shape(table) == [[(0, 1, 1, "a"), (1, 1, 1, "b")], [(0, 1, 1, ""), (1, 1, 1, "c")]]


def test_a_row_that_lies_wholly_under_cells_above_is_there() -> None:
    table = _table(("a", Cell(0, 0, 0, rows=2)), ("b", Cell(0, 2, 0)))

    assert _shape(table) == [[(0, 1, 2, "a")], [(0, 1, 0, "")], [(0, 1, 1, "b")]]


def test_words_that_start_within_a_wider_cell_go_into_that() -> None:
    table = _table(("a", Cell(0, 0, 0, columns=2)), ("b", Cell(0, 0, 1)))

    assert _shape(table) == [[(0, 2, 1, "a/b")]]


def test_a_note_stands_behind_the_first_words_and_bold_words_are_heads() -> None:
    line = Line("STT", PLACE, Cell(0, 0, 0), bold=True)
    table = table_of([line, Line("1", PLACE, Cell(0, 1, 0))], ("Bảng này được sửa đổi.",))

    first, second = table.paragraphs
    assert [(note.offset, note.text) for note in first.notes] == [(3, ("Bảng này được sửa đổi.",))]
    assert (first.setting, second.setting, second.notes) == (Setting.CELL_HEAD, Setting.CELL, ())

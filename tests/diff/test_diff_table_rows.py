"""Rows that change places in a table: told as moved in every medium, not as taken out and put in."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planted_files import as_word, compared_files, told

from kcdocs.diff.compare import compare
from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass
from kcdocs.model.format import COMPARISON, Format
from kcdocs.parse.instrument import parse
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_bytes

HEAD = "Điều 1. Phí\n1. Phí theo bảng sau đây:\n"
ROWS = ("| Loại | Mức |", "| Gạch | 10 nghìn |", "| Gỗ | 8 nghìn |", "| Tre | 3 nghìn |", "| Nứa | 2 nghìn |")


def text(*rows: str) -> str:
    return HEAD + "".join(f"{row}\n" for row in rows)


@pytest.mark.parametrize("medium", COMPARISON)
def test_a_row_at_another_place_is_moved_in_every_medium(medium: Format, tmp_path: Path) -> None:
    head, bricks, wood, bamboo, reed = ROWS
    chain = compared_files(tmp_path, text(*ROWS), text(head, wood, bamboo, reed, bricks))
    classes, codes, words = told(chain, medium)

    assert (classes, codes) == ({ChangeClass.MOVED}, {"DF216"})
    assert "hàng đổi chỗ: “Gạch | 10 nghìn” từ hàng 2 sang hàng 5." in " ".join(words.split())
    assert chain.steps[0].quantities == ()


def test_a_row_that_moved_and_a_sum_that_changed_are_told_apart(tmp_path: Path) -> None:
    head, bricks, wood, bamboo, reed = ROWS
    new = text(head, wood, bamboo.replace("3", "4"), reed, bricks)
    (comparison,) = compared_files(tmp_path, text(*ROWS), new).steps
    (row,) = [row for row in comparison.rows if row.changes]

    assert row.changes == (ChangeClass.SUBSTANCE, ChangeClass.MOVED)
    assert [(edit.old.of(row.old_text), edit.new.of(row.new_text)) for edit in row.edits if edit.change] == [
        ("Gạch\n10 nghìn\n", ""),
        ("3", "4"),
        ("", "\nGạch\n10 nghìn"),
    ]
    assert [(item.old, item.new) for item in comparison.quantities] == [("3 nghìn", "4 nghìn")]


def test_running_numbers_of_rows_that_change_places_are_numbered_anew(tmp_path: Path) -> None:
    old = text("| STT | Loại |", "| 1 | Gạch |", "| 2 | Gỗ |", "| 3 | Tre |")
    new = text("| STT | Loại |", "| 1 | Gỗ |", "| 2 | Tre |", "| 3 | Gạch |")
    (comparison,) = compared_files(tmp_path, old, new).steps
    (row,) = [row for row in comparison.rows if row.changes]

    assert row.changes == (ChangeClass.MOVED, ChangeClass.TECHNICAL)
    assert [found.message for found in comparison.findings] == [
        "Trong bảng 1 khoản 1 Điều 1, hàng đổi chỗ: “Gạch” từ hàng 2 sang hàng 4."
    ]


def test_a_row_that_says_something_else_at_its_new_place_is_no_moved_row(tmp_path: Path) -> None:
    head, bricks, wood, *others = ROWS
    (comparison,) = compared_files(
        tmp_path, text(*ROWS), text(head, wood, *others, bricks.replace("10", "11"))
    ).steps
    assert not any(ChangeClass.MOVED in row.changes for row in comparison.rows)


def test_a_column_of_numbers_that_came_is_no_new_numbering(tmp_path: Path) -> None:
    old = text("| Loại |", "| Gạch |", "| Gỗ |")
    new = text("| STT | Loại |", "| 1 | Gạch |", "| 2 | Gỗ |")
    (comparison,) = compared_files(tmp_path, old, new).steps
    assert [row.changes for row in comparison.rows if row.changes] == [(ChangeClass.SUBSTANCE,)]


LISTED = st.lists(
    st.sampled_from(["| a | b |", "| a | c |", "| d |", "| e | b |", "| 5 ngày | 7 |"]),
    min_size=1,
    max_size=7,
)


@given(old=LISTED, new=LISTED)
def test_edits_tile_both_tables_whatever_moved_and_the_other_way_round_the_same(old, new) -> None:
    first, second = (
        parse(read_bytes(as_word(text("| Tên | Mức |", *rows)), Options("a.docx"))) for rows in (old, new)
    )
    there, back = compare(first, second), compare(second, first)
    for comparison in (there, back):
        for row in (
            row for row in comparison.rows if row.olds and row.news and row.olds[0].kind is Kind.TABLE
        ):
            ends = [(edit.old, edit.new) for edit in row.edits]
            assert all(a[0].end == b[0].start and a[1].end == b[1].start for a, b in pairwise(ends))
            assert (ends[0][0].start, ends[0][1].start) == (0, 0)
            assert (ends[-1][0].end, ends[-1][1].end) == (len(row.old_text), len(row.new_text))
            for edit in row.edits:
                assert edit.change or edit.old.of(row.old_text) == edit.new.of(row.new_text)
    assert [row.changes for row in there.rows if row.olds and row.news] == [
        row.changes for row in back.rows if row.olds and row.news
    ]

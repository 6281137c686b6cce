"""Each threshold of a page's tables, margins and paragraphs, just below and just above.

Letters are 5 points wide in type of 10 points, unless a test says so: 1 em is two letters.
"""

from __future__ import annotations

import pytest
from pdf_rows import EDGES, WIDTH, full, glyph, row, sheet, table

from kcdocs.sources.pdf.glyphs import RuledLine
from kcdocs.sources.pdf.grids import RuledTable, find_grids
from kcdocs.sources.pdf.paragraphs import RowPlace, fits, margins_of, paragraphs
from kcdocs.sources.pdf.reading import _Layout, _margins, _same_columns
from kcdocs.sources.pdf.rows import PrintedRow, make_row


@pytest.mark.parametrize(("right", "found"), [(102.9, 1), (103.1, 0)])
def test_the_lines_of_a_table_meet_within_three_points(right, found):
    strokes, inside = table(right=right)

    assert len(find_grids(strokes, inside, 1)[0]) == found


@pytest.mark.parametrize(("y", "cell"), [(21.9, (1, 0)), (22.1, (0, 0))])
def test_a_letter_stands_in_the_cell_where_its_middle_is(y, cell):
    strokes, _ = table(RuledLine(0, 25, 100, 25))
    ((grid,), _) = find_grids(strokes, [glyph(20, y)], 1)

    assert [place for place, held in grid.cells.items() if held] == [cell]


@pytest.mark.parametrize(("shift", "same"), [(3.9, True), (4.1, False)])
def test_the_columns_of_a_table_that_goes_on_differ_by_four_points(shift, same):
    grids = [RuledTable(page, (0, 50, 100 + shift * page), (50, 0), {}, {}) for page in (0, 1)]

    assert _same_columns(*grids) is same


@pytest.mark.parametrize(("rows", "left"), [(7, 100), (8, 120)])
def test_eight_full_rows_make_the_margins_of_a_page(rows, left):
    own = [full(120, 450, 700 - 14 * down) for down in range(rows)]
    others = [full(100, 450, 700 - 14 * down, page=3) for down in range(20)]
    layouts = [_Layout(tuple(items), (), ()) for items in (own, [], others)]

    assert _margins(layouts, [sheet(number=number) for number in (1, 2, 3)])[1].left == left


@pytest.mark.parametrize(("justified", "right"), [(2, 450), (3, 400)])
def test_three_rows_that_end_at_one_place_show_the_right_margin(justified, right):
    rows = [*[full(100, 400)] * justified, full(100, 450)]

    assert margins_of(rows, WIDTH).right == right


@pytest.mark.parametrize(("near", "indent"), [(129.9, 28), (130.1, 50)])
def test_edges_within_two_points_are_one(near, indent):
    rows = [full(x, 480) for x in (100, 100, 100, 128, near, 150)]

    assert margins_of(rows, WIDTH).indent == indent


@pytest.mark.parametrize(("offset", "indented"), [(7.9, False), (8.1, True), (79.9, True), (80.1, False)])
def test_first_rows_are_indented_by_8_to_80_points(offset, indented):
    rows = [full(x, 480) for x in (100, 100, 100 + offset, 100 + offset)]

    assert (margins_of(rows, WIDTH).indent > 0) is indented


@pytest.mark.parametrize(("x1", "place"), [(354.9, RowPlace.CENTERED), (355.1, RowPlace.BODY)])
def test_left_and_right_of_a_centred_row_differ_by_less_than_five_points(x1, place):
    assert paragraphs([full(150, x1, bold=True)], EDGES)[0].place is place


@pytest.mark.parametrize(("off", "place"), [(2.9, RowPlace.BODY), (3.1, RowPlace.CENTERED)])
def test_a_row_within_three_points_of_the_indent_is_a_first_row(off, place):
    assert paragraphs([full(128 + off, 372 - off)], EDGES)[0].place is place


def count(*rows: PrintedRow) -> int:
    return len(paragraphs(rows, EDGES))


@pytest.mark.parametrize(("off", "found"), [(0.9, 2), (1.1, 1)])
def test_a_bold_row_goes_on_a_centred_one_from_one_point_off_the_margin(off, found):
    assert count(full(150, 350, bold=True), full(100 + off, 400 - off, -14, bold=True)) == found


@pytest.mark.parametrize(("off", "found"), [(6.9, 1), (7.1, 2)])
def test_a_row_begins_a_paragraph_from_0_7_em_off_the_margin(off, found):
    assert count(full(100, 400), full(100 + off, 300, -14)) == found


@pytest.mark.parametrize(("end", "room"), [(390.9, True), (391.1, False)])
def test_a_word_fits_with_a_fifth_of_an_em_on_either_side(end, room):
    assert fits(row(100, "a b"), full(100, end), EDGES) is room


@pytest.mark.parametrize(("down", "found"), [(43.4, 1), (43.6, 2)])
def test_the_rows_of_a_paragraph_stand_within_4_35_em(down, found):
    assert count(full(100, 400), full(100, 300, -down)) == found


@pytest.mark.parametrize(("em", "found"), [(10.9, 1), (11.1, 2)])
def test_centred_rows_whose_sizes_differ_by_less_than_a_point_look_alike(em, found):
    assert count(full(150, 350, bold=True), full(160, 340, -14, em=em, bold=True)) == found


@pytest.mark.parametrize(("off", "found"), [(1.9, 1), (2.1, 2)])
def test_a_row_hangs_within_two_points_of_the_words_behind_the_label(off, found):
    first = make_row([glyph(100, char="-"), *full(110, 400).glyphs], (), 1)

    assert count(first, full(110 + off, 300, -14)) == found
    assert count(first, full(110, 400, -14), full(110 + off, 300, -28)) == found

"""What is mended in WordprocessingML after loops, and what is left as it is."""

from __future__ import annotations

import pytest

from kcdocs.word.errors import UnknownPictureError
from kcdocs.word.package.skeleton import appended
from kcdocs.word.read.cells import order_cell_properties
from kcdocs.word.write.formats import RunFormat, measure
from kcdocs.word.write.mending import mend_grids, mend_tables, unique_ids

CELL = "<w:tc><w:tcPr/><w:p/></w:tc>"
GRID = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="1000"/></w:tblGrid>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:tc><w:tcPr/></w:tc>", CELL),
        ("<w:tc></w:tc>", "<w:tc><w:p/></w:tc>"),
        ("<w:tc><w:tcPr><w:tcW/></w:tcPr></w:tc>", "<w:tc><w:tcPr><w:tcW/></w:tcPr><w:p/></w:tc>"),
        (
            f"<w:tc><w:tcPr/><w:tbl><w:tr>{CELL}</w:tr></w:tbl></w:tc>",
            f"<w:tc><w:tcPr/><w:tbl><w:tr>{CELL}</w:tr></w:tbl><w:p/></w:tc>",
        ),
        (f"<w:p/><w:tbl><w:tblPr/>{GRID}</w:tbl><w:p/>", "<w:p/><w:p/>"),
        (CELL, CELL),
    ],
)
def test_cells_keep_a_paragraph_and_tables_without_rows_go(before, after):
    assert mend_tables(before) == after


@pytest.mark.parametrize(
    ("cells", "widths"),
    [
        (CELL * 2, [3000, 1000]),
        (CELL, [4000]),
        (CELL * 4, [1500, 500, 1000, 1000]),
        ('<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + CELL, [3000, 1000]),
        ('<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p/></w:tc>', [2000, 666, 1333]),
    ],
)
def test_a_grid_gets_as_many_columns_as_the_widest_row(cells, widths):
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)

    found = mend_grids(f"<w:tbl><w:tblPr/>{GRID}<w:tr>{cells}</w:tr><w:tr><w:trPr/></w:tr></w:tbl>")

    assert found == f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"


def test_a_table_within_a_table_has_a_grid_of_its_own():
    inner = f"<w:tbl>{GRID}<w:tr>{CELL}</w:tr></w:tbl>"
    outer = f"<w:tbl>{GRID}<w:tr><w:tc>{inner}<w:p/></w:tc>{CELL}</w:tr></w:tbl>"

    assert mend_grids(outer) == outer.replace(
        inner, inner.replace(GRID, '<w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>')
    )


def test_the_first_bearer_of_an_id_or_a_name_keeps_it():
    xml = (
        '<wp:docPr id="3" name="a"/><wp:docPr id="3" name="b"/><wp:docPr id="0" name="c"/>'
        '<w:bookmarkStart w:id="3" w:name="m"/><w:bookmarkEnd w:id="3"/>'
        '<w:bookmarkStart w:id="3" w:name="m"/><w:bookmarkEnd w:id="3"/>'
    )

    assert unique_ids(xml, 100) == (
        '<wp:docPr id="3" name="a"/><wp:docPr id="100" name="b"/><wp:docPr id="101" name="c"/>'
        '<w:bookmarkStart w:id="3" w:name="m"/><w:bookmarkEnd w:id="3"/>'
        '<w:bookmarkStart w:id="102" w:name="m_2"/><w:bookmarkEnd w:id="102"/>'
    )


def test_cell_properties_with_tags_in_them_are_put_in_order():
    before = '<w:tcPr><w:shd w:fill="{{ a > b }}"/><w:gridSpan w:val="{{n}}"/><w:tcW w:w="1"/><w:tcMar><w:top/></w:tcMar></w:tcPr>'
    after = '<w:tcPr><w:tcW w:w="1"/><w:gridSpan w:val="{{n}}"/><w:shd w:fill="{{ a > b }}"/><w:tcMar><w:top/></w:tcMar></w:tcPr>'

    assert order_cell_properties(before) == after
    assert order_cell_properties("<w:tcPr>x<w:shd/><w:tcW/></w:tcPr>") == "<w:tcPr>x<w:shd/><w:tcW/></w:tcPr>"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (b"<a><b/></a>", b"<a><b/><c/></a>"),
        (b'<?xml version="1.0"?><a x="y"/>', b'<?xml version="1.0"?><a x="y"><c/></a>'),
        (b"<a/>", b"<a><c/></a>"),
        (b'<p:a xmlns:p="q"><p:b/></p:a>', b'<p:a xmlns:p="q"><p:b/><p:c/></p:a>'),
    ],
)
def test_an_element_is_appended_in_the_namespace_of_the_root(xml, expected):
    assert appended(xml, "<c/>") == expected


def test_a_format_without_wishes_is_nothing_and_a_wrong_wish_is_an_error():
    assert RunFormat.of({"bold": None}).xml() == ""
    with pytest.raises(TypeError):
        RunFormat.of({"boldd": True})


def test_what_is_no_picture_is_refused():
    with pytest.raises(UnknownPictureError):
        measure(b"khong phai anh", None, None)

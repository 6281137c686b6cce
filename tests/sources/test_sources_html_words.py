"""No word that a page holds is lost: it is read, or it is told that it is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from kcdocs.model.line import Cell, Reading
from kcdocs.sources.errors import DamagedMarkupError, EmptySourceError, TooManyLinesError
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_bytes

NAMES = (
    "table tr td th thead tbody tfoot caption form ul ol li menu dir dl dt dd p div span b font center a br pre "
    "button select option textarea nav noscript object iframe details summary dialog fieldset legend main"
)
ATTRIBUTES = [
    "",
    ' style="display:none"',
    " hidden",
    ' id="ftn1"',
    ' href="#_ftn1"',
    ' href="#_ftnref1"',
    ' id="toanvancontent"',
    ' colspan="2" rowspan="3"',
    ' class="fulltext"',
]


@st.composite
def trees(draw) -> str:
    """Markup of any elements in any others, half of the tags never closed; every word is another."""
    words = iter(range(1000))
    pieces = draw(
        st.lists(
            st.tuples(
                st.sampled_from(NAMES.split()), st.sampled_from(ATTRIBUTES), st.booleans(), st.booleans()
            ),
            min_size=1,
            max_size=25,
        )
    )
    parts = []
    for name, attributes, with_text, closed in pieces:
        text = f" tu{next(words)} " if with_text else ""
        parts.append(f"<{name}{attributes}>{text}" + (f"</{name}> tu{next(words)} " if closed else ""))
    return "<html><body>tu " + "".join(parts) + "</body></html>"


def told(reading: Reading) -> str:
    """All words a reader of lines, notes and findings meets."""
    lines = [line.text for line in reading.lines]
    noted = [line for note in reading.notes for line in note.lines]
    marks = [mark.note for line in (*reading.lines, *noted) for mark in line.marks]
    notes = [f"{note.label} " + " ".join(line.text for line in note.lines) for note in reading.notes]
    return " ".join((*lines, *marks, *notes, *(finding.found or "" for finding in reading.findings)))


@settings(max_examples=300)
@given(trees())
def test_every_word_of_any_tree_is_read_or_told(page):
    expected = set(re.findall(r"tu\d*", "".join(html.document_fromstring(page).itertext())))
    try:
        reading = read_bytes(page.encode(), Options("a.html"))
    except EmptySourceError:
        return  # nothing of it is text
    whole = told(reading)
    if any(len(finding.found or "") == 80 for finding in reading.findings):
        return  # a finding shows the beginning of what it tells
    assert expected <= set(re.findall(r"tu\d*", whole))


def lines(body: str) -> list[tuple[str, Cell | None]]:
    reading = read_bytes(f"<html><body>{body}</body></html>".encode(), Options("a.html"))
    return [(line.text, line.cell) for line in reading.lines]


def test_a_caption_stands_above_its_table_and_loose_words_above_both():
    body = "<table>rời <b>đậm</b><tr><td>a</td>lạc</tr><caption>Biểu 1</caption>sau</table>"
    assert lines(body) == [("rời đậmlạcsau", None), ("Biểu 1", None), ("a", Cell(0, 0, 0))]


@pytest.mark.parametrize("around", ["form", "center", "font", "div"])
def test_rows_and_cells_are_those_of_the_table_whatever_stands_around_them(around):
    body = f"<table><{around}><tr><td>a</td></tr></{around}><tr><{around}><td>b<td>c</{around}></tr></table>"
    assert lines(body) == [("a", Cell(0, 0, 0)), ("b", Cell(0, 1, 0)), ("c", Cell(0, 1, 1))]


def test_cells_without_a_row_make_one():
    assert lines("<table><tbody><td>a<td>b</tbody><tr><td>c</table>") == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 1)),
        ("c", Cell(0, 1, 0)),
    ]


def test_a_table_in_a_cell_has_rows_of_its_own():
    body = "<table><tr><td>a<table><form><tr><td>b</form></table>c</table>"
    assert lines(body) == [("a", Cell(0, 0, 0)), ("b", Cell(1, 0, 0)), ("c", Cell(0, 0, 0))]


@pytest.mark.parametrize("name", ["ul", "menu", "dir"])
def test_words_before_between_and_after_the_items_of_a_list_are_lines(name):
    body = f"<{name}>đầu<li>một</li>giữa <i>nghiêng</i><li>hai</li>cuối</{name}>"
    assert [text for text, _ in lines(body)] == ["đầu", "• một", "giữa nghiêng", "• hai", "cuối"]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr style='display:none'><td>kín</table>",
        "<table><tr><td hidden>kín</table>",
        "<table><tbody hidden><tr><td>kín</table>",
        "<ul><li hidden>kín</ul>",
        "<dialog>kín</dialog>",
        "<select><option>kín</select>",
        "<noscript>kín</noscript>",
        "<nav>kín</nav>",
        "<main>a</main>kín",
        "<div id=toanvancontent>a</div><div>kín</div>",
    ],
)
def test_what_is_left_out_is_told(body):
    reading = read_bytes(f"<html><body><p>hiện</p>{body}</body></html>".encode(), Options("a.html"))
    assert "kín" not in " ".join(line.text for line in reading.lines)
    assert [item.code for item in reading.findings if "kín" in (item.found or "")] == ["SR201"]


def test_a_link_to_a_note_that_holds_more_than_its_mark_is_read():
    assert [text for text, _ in lines('<p>a <a href="#_ftn1">xem thêm ghi chú</a></p>')] == [
        "a xem thêm ghi chú"
    ]


def test_line_ends_in_preformatted_text_divide_it_before_other_elements_too():
    assert [text for text, _ in lines("<pre>a\n<b>b</b>\r\nc</pre>")] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (b"<p " + b" ".join(b"a%d" % n for n in range(50_000)) + b">a", DamagedMarkupError),
        (b"<p>" + b'<a href="\'">' * 600_000, DamagedMarkupError),
        (b"<p>" + b"a<br>" * 100_001, TooManyLinesError),
    ],
)
def test_a_page_that_no_browser_saved_is_refused(page, error):
    with pytest.raises(error):
        read_bytes(b"<html><body>" + page, Options("a.html"))


def test_tags_of_many_words_and_long_values_are_no_reason_to_refuse():
    data = " ".join(f"a{n}" for n in range(500))
    quoted = f"<p title='{data}' data-x=\"{data}\" style=a:b;c:d>Điều 1"
    assert [text for text, _ in lines(quoted)] == ["Điều 1"]

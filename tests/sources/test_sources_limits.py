"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from lxml import html

from kcdocs.loading import LargeFileError
from kcdocs.model.line import SourceKind
from kcdocs.parse.plain import reading
from kcdocs.sources.errors import DamagedMarkupError, FetchError, TooManyLinesError
from kcdocs.sources.fetch import fetch
from kcdocs.sources.html import _parse, read_html
from kcdocs.sources.html_tables import taken_apart
from kcdocs.sources.kinds import kind_of
from kcdocs.sources.options import Options
from kcdocs.sources.page_ends import TextRow, _numbered_heads, _runs, _stamps, _words_beside
from kcdocs.sources.stuck_notes import tied
from kcdocs.sources.text import decode, read_text
from kcdocs.sources.wrapped import _is_full, _rows, _Width, _width, unwrapped

TEXT = Options("a.txt")


def test_a_text_file_may_have_eight_megabytes():
    assert len(decode(b"a" * 8 * 2**20, TEXT)) == 8 * 2**20
    with pytest.raises(LargeFileError):
        decode(b"a" * (8 * 2**20 + 1), TEXT)


def test_a_text_may_have_a_hundred_thousand_lines():
    assert len(read_text(b"a\n" * 100_000, TEXT).lines) == 100_000
    with pytest.raises(TooManyLinesError):
        read_text(b"a\n" * 100_001, TEXT)


@pytest.mark.parametrize(("size", "kind"), [(65_536, SourceKind.HTML), (65_539, SourceKind.TEXT)])
def test_a_page_is_known_by_its_first_64_kilobytes(size, kind):
    page = b"<!--" + b"x" * (size - 13) + b"--><html>"

    assert len(page) == size
    assert kind_of(page, "trang") is kind


def test_a_page_may_have_half_a_million_tags():
    assert _parse("< " * 500_000, "a.html") is not None
    with pytest.raises(DamagedMarkupError):
        _parse("< " * 500_001, "a.html")


def columns(*rows: str) -> list[int]:
    """The column that the last cell of a table stands in."""
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return [cell.column for cell, _ in taken_apart(html.fromstring(f"<table>{body}</table>")).grid(0)][-1]


@pytest.mark.parametrize(("span", "column"), [(100, 100), (101, 100)])
def test_a_cell_covers_a_hundred_columns(span, column):
    assert columns(f"<td colspan={span}>a<td>b") == column


@pytest.mark.parametrize(("cells", "column"), [(10, 1_000), (11, 1_000), (9, 900)])
def test_a_cell_below_is_kept_out_of_a_thousand_columns(cells, column):
    assert columns("<td colspan=100 rowspan=2>a" * cells, "<td>b") == column


@pytest.mark.parametrize("notes", [1, 2])
def test_two_lines_with_numbers_at_the_end_are_notes_and_one_is_none(notes):
    words = "Nghề dệt2" if notes > 1 else "Nghề dệt"
    page = f"Chính phủ ban hành Nghị định1.\nĐiều 1. {words}\n1 Điều này được sửa đổi tại khoản 1 Điều 1."
    last = "\n2 Điều này được bãi bỏ tại khoản 2 Điều 1." if notes > 1 else ""

    assert len(tied(reading(page + last, "trang")).notes) == (notes if notes > 1 else 0)


class Leading(BaseHTTPRequestHandler):
    """Leads from /3 to /2 to /1 to /0, where a text is."""

    def do_GET(self):
        left = int(self.path[1:])
        self.send_response(302 if left else 200)
        if left:
            self.send_header("Location", f"/{left - 1}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Leading)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_five_redirects_are_followed(address):
    assert fetch(f"{address}/5", limit=10) == b""
    with pytest.raises(FetchError, match="quá nhiều lần"):
        fetch(f"{address}/6", limit=10)


def rows(*texts: str) -> list[TextRow]:
    return list(_rows(texts, [0] * len(texts)))


def em(width: float) -> str:
    """Letters that are that wide together: one is 0.48 em."""
    return "n" * round(width / 0.48)


def width_of(*texts: str) -> float:
    """The width at which lines end, 0 where they are paragraphs."""
    width = _width(rows(*texts))
    return width.em if width else 0


BROKEN = [em(28.8)] * 3


@pytest.mark.parametrize(("letters", "wrapped"), [(150, True), (151, False)])
def test_a_line_of_print_has_a_hundred_and_fifty_letters(letters, wrapped):
    text = [*[em(60)] * 3, "i" * letters]

    assert (unwrapped(text, [0] * 4, "a.txt") is not None) is wrapped


@pytest.mark.parametrize(("longer", "wrapped"), [(5, True), (6, False)])
def test_five_lines_of_a_hundred_may_be_longer_than_the_page(longer, wrapped):
    text = [*BROKEN, *["Nn."] * (97 - longer), *[f"N{em(48)}."] * longer]

    assert (width_of(*text) > 0) is wrapped


@pytest.mark.parametrize("broken", [1, 2])
def test_two_broken_lines_make_a_wrapped_text(broken):
    assert (width_of(*BROKEN[: broken + 1]) > 0) is (broken == 2)


@pytest.mark.parametrize(("letters", "wrapped"), [(41, False), (42, True)])
def test_a_page_is_twenty_em_wide(letters, wrapped):
    assert (width_of(*["n" * letters] * 3) > 0) is wrapped


@pytest.mark.parametrize(("wide", "width"), [(1, 28.8), (2, 31.2)])
def test_the_widest_tenth_of_the_broken_lines_does_not_tell_the_width(wide, width):
    text = [*[em(28.8)] * (20 - wide), *[em(31.2)] * wide, "nn."]

    assert width_of(*text) == pytest.approx(width)


@pytest.mark.parametrize(("letters", "wrapped"), [(67, True), (68, False)])
def test_a_line_wider_than_the_page_by_fifteen_hundredths_is_longer(letters, wrapped):
    assert (width_of(*BROKEN, f"N{'n' * (letters - 1)}.") > 0) is wrapped


@pytest.mark.parametrize(("letters", "full"), [(47, False), (48, True)])
def test_a_line_is_full_from_eighty_six_hundredths_of_the_width_with_the_next_word(letters, full):
    (row,) = rows("n" * letters)

    assert _is_full(row, "nnnn nn", _Width(28.8, indented=False)) is full


@pytest.mark.parametrize(("spaces", "indented"), [(1, False), (2, True)])
def test_two_spaces_set_a_first_line_in(spaces, indented):
    width = _width(rows(*BROKEN, f"{' ' * spaces}1. Nn."))

    assert width is not None
    assert width.indented is indented


@pytest.mark.parametrize(("apart", "found"), [(11, False), (12, True), (90, True), (91, False)])
def test_the_numbers_of_pages_stand_twelve_to_ninety_lines_apart(apart, found):
    assert bool(_runs([(0, 1), (apart, 2), (2 * apart, 3)])) is found


@pytest.mark.parametrize("pages", [2, 3])
def test_three_pages_show_a_running_head(pages):
    numbered = [(30 * page, page) for page in range(pages)]
    beside = rows(*["Nnnnnnnn", "9", "Nn."] * pages)

    assert bool(_runs(numbered)) is (pages == 3)
    assert bool(list(_words_beside(beside, {3 * page + 1 for page in range(pages)}))) is (pages == 3)


@pytest.mark.parametrize("letters", [7, 8])
def test_the_words_of_a_running_head_have_eight_letters(letters):
    text: list[str] = []
    for page in range(1, 4):
        text += [f"{page} {'n' * letters}", *["Nn."] * 20]

    assert bool(list(_numbered_heads(rows(*text)))) is (letters == 8)


@pytest.mark.parametrize("lines", [2, 3])
def test_three_lines_are_the_stamp_of_a_signature(lines):
    assert len(list(_stamps(rows(*["Ký bởi: Nn"] * lines, "Nn.")))) == (3 if lines == 3 else 0)


@pytest.mark.parametrize("spaces", [19, 20])
def test_twenty_spaces_stand_for_a_rule(spaces):
    assert rows("Nn.", " " * spaces, "1 Nn.")[1].ruled is (spaces == 20)


@pytest.mark.parametrize("letters", [80, 81])
def test_eighty_letters_of_a_menu_are_repeated(letters):
    page = f"<body><nav>{'a' * letters}</nav><p>Điều 1. Một</p></body>"
    (told,) = read_html(page.encode(), Options("a.html")).findings
    assert len(told.found) == 80

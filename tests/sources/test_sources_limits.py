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
from kcdocs.sources.html import _parse
from kcdocs.sources.html_tables import taken_apart
from kcdocs.sources.kinds import kind_of
from kcdocs.sources.options import Options
from kcdocs.sources.stuck_notes import tied
from kcdocs.sources.text import decode, read_text

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
    return [column for _, column, _ in taken_apart(html.fromstring(f"<table>{body}</table>")).grid()][-1]


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

"""A picture among the words of a page may carry law: that it stands there, unread, is told."""

from __future__ import annotations

import base64
import hashlib

import pytest
from pdf_bytes import scanned, worded

from kcdocs.model.line import Reading
from kcdocs.sources.errors import ScannedPdfError
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_bytes

INSIDE = f'<img alt="K = 0,5" src="data:image/png;base64,{base64.b64encode(b"hinh").decode()}">'
WORDS = b"BT /F 12 Tf 72 700 Td (Muc ho tro tinh theo cong thuc sau:) Tj ET "
DOT = b" cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q "


def page(body: str) -> Reading:
    return read_bytes(f"<!DOCTYPE html><body><p>Điều 1.</p>{body}</body>".encode(), Options("a.html"))


def told(reading: Reading) -> list[tuple[str, str, str]]:
    return [
        (item.code, item.message.split(";")[0], item.found)
        for item in reading.findings
        if item.code in {"SR217", "SR218"}
    ]


def test_pictures_of_a_page_are_counted_and_known_by_their_bytes():
    reading = page(f"<p>{INSIDE}</p><table><tr><td>{INSIDE}</td></tr></table>")

    assert told(reading) == [("SR217", "Trang có 2 hình", "K = 0,5 / K = 0,5")]
    assert reading.pictures == (hashlib.sha256(b"hinh").hexdigest(),) * 2


def test_a_drawing_in_the_page_is_a_picture_known_by_its_markup():
    one, other = (page(f"<svg><path d='M{x} 0'/></svg>") for x in (1, 2))

    assert [told(one), told(other)] == [[("SR217", "Trang có 1 hình", "")]] * 2
    assert one.pictures != other.pictures


def test_of_a_picture_that_stands_elsewhere_nobody_knows_what_it_shows():
    reading = page(f"{INSIDE}<img src='hinh.png'>")

    assert told(reading) == [("SR217", "Trang có 2 hình", "K = 0,5")]
    assert reading.pictures is None


@pytest.mark.parametrize("around", ["<nav>{}</nav>", "<button>{}</button>", "<div hidden>{}</div>"])
def test_pictures_of_what_is_no_text_of_the_page_do_not_count(around):
    reading = page(around.format(INSIDE))

    assert (told(reading), reading.pictures) == ([], ())


def test_pages_of_a_pdf_with_pictures_among_their_words_are_told():
    drawn = WORDS + b"q 200 0 0 100 72 500" + DOT
    reading = read_bytes(worded(drawn, WORDS, drawn), Options("a.pdf"))

    assert told(reading) == [("SR218", "Trang 1, 3 có hình", "")]


def test_a_rule_that_is_a_picture_is_a_rule():
    reading = read_bytes(worded(WORDS + b"q 200 0 0 1 72 500" + DOT), Options("a.pdf"))

    assert told(reading) == []


def test_a_page_that_is_a_picture_is_told_as_a_scan():
    with pytest.raises(ScannedPdfError):
        read_bytes(scanned(), Options("a.pdf"))

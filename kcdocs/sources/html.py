"""Saved web pages: the national database, the codification, and any other."""

from __future__ import annotations

import binascii
import hashlib
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from lxml import etree, html

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.line import Reading, SourceKind
from kcdocs.sources import codification, limits
from kcdocs.sources.errors import DamagedMarkupError
from kcdocs.sources.markup import Flow
from kcdocs.sources.options import Options
from kcdocs.sources.text import as_written, decode, refuse_legacy
from kcdocs.text.legacy import LEGACY, convert

if TYPE_CHECKING:
    from lxml.etree import _Element

_CROWDED = re.compile(
    r"<[a-zA-Z][^\s/>]{0,99}+(?=[\s/])"
    r"(?:[\s/]*+[^\s/>][^\s/>=]*+(?>(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>]*+))?)){100}"
)
"""A tag of a hundred attributes: the parser compares each with all before it. A value without marks is read
up to a `<` only, lest each tag within it be tried over all of it; what follows counts as one more."""

_CONTENT = (
    "//*[@id='toanvancontent']",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' fulltext ')]",
    "//main",
    "//body",
)


_LEFT_OUT = Declared(
    "SR201",
    Severity.NOTE,
    "Words of a page that are no part of the instrument.",
    "Trang có {what}; phần này không được đọc vào văn bản.",
)


_PICTURES = Declared(
    "SR217",
    Severity.WARNING,
    "Pictures of a page, whose content is not read.",
    "Trang có {count} hình; nội dung trong hình không được đọc vào văn bản.",
    mend="Xem hình trong tệp gốc; nếu nó chứa nội dung quy định, gõ lại thành chữ.",
)

_INSIDE = re.compile(r"data:[^,]*,", re.IGNORECASE)
"""How the address of a picture begins that stands in the page itself (RFC 2397)."""


def read_html(data: bytes, options: Options) -> Reading:
    """Read a saved page.

    Of a page of the national database only the text of the instrument is read; of a codification page only
    the instrument asked for, its notes on origin and related provisions kept apart as notes.

    Raises:
        LegacySourceError: It is written in a legacy code page, and none was named.
        SeveralInstrumentsError: A codification page holds many, and none was named.
        NoSuchInstrumentError: It holds many, and not the one named.
        DamagedMarkupError: The page is nested deeper than any page is, or has more tags or attributes.
    """
    flow = _flow(data, options)
    pictures, seen = _pictures(flow)
    if codification.is_codification(flow.shown):
        lines, notes = codification.choose(flow.shown, options)
        told = _told(flow, codification.passed_over(flow.shown, options), limits.MAX_TEXT)
    else:
        lines, notes, told = tuple(item.line for item in flow.shown), tuple(flow.notes), ()
    return Reading(
        options.name, SourceKind.HTML, lines, notes, (*told, *_left_out(flow), *seen), None, pictures
    )


def _pictures(flow: Flow) -> tuple[tuple[str, ...] | None, tuple[Finding, ...]]:
    """The digest of each picture, None if one does not stand in the page itself; and what is told of them."""
    if not flow.pictures:
        return (), ()
    words = (element.get("alt") or element.get("title") or "" for element in flow.pictures)
    found = " / ".join(filter(None, words))[: limits.WORDS_SHOWN]
    digests = [_digest(element) for element in flow.pictures]
    known = None if None in digests else tuple(filter(None, digests))
    return known, (_PICTURES.at(Place(flow.name), found, count=len(flow.pictures)),)


def _digest(element: _Element) -> str | None:
    if element.tag != "img":
        return hashlib.sha256(etree.tostring(element, with_tail=False)).hexdigest()
    source = element.get("src") or ""
    inside = _INSIDE.match(source)
    return None if inside is None else hashlib.sha256(_decoded(source, inside.end())).hexdigest()


def _decoded(source: str, start: int) -> bytes:
    """The bytes of a picture that stands in its address; what is no base64, as it is written."""
    with suppress(ValueError):
        return binascii.a2b_base64(source[start:].encode())
    return source.encode()


def _flow(data: bytes, options: Options) -> Flow:
    """What the page shows; a legacy code page is converted word by word, so that markup stays whole."""
    encoding = options.encoding
    if encoding in LEGACY and encoding:
        flow = Flow(options.name, decode=lambda text: convert(text, encoding))
        _read_into(flow, _parse(as_written(data, options.name), options.name))
        return flow
    flow = Flow(options.name)
    _read_into(flow, _parse(decode(data, options), options.name))
    if encoding is None:
        refuse_legacy("\n".join(item.line.text for item in flow.shown), options.name)
    return flow


def _read_into(flow: Flow, root: _Element) -> None:
    """Read the text of a page; what else it shows is read, too, only to be told."""
    content = _content(root)
    flow.read(content)
    if content is not root:
        tail = content.tail
        content.clear()
        content.tail = tail
        around = Flow(flow.name, hidden=flow.hidden, aside=flow.aside, decode=flow.decode)
        around.read(root)
        lines = (
            *(item.line for item in around.shown),
            *(line for note in around.notes for line in note.lines),
        )
        shown = " ".join(
            words for line in lines for words in (line.text, *(m.note for m in line.marks)) if words
        )
        flow.outside += [shown] if shown else []


def _parse(text: str, name: str) -> _Element:
    if text.count("<") > limits.MOST_TAGS or _CROWDED.search(text):
        raise DamagedMarkupError(name)
    parser = html.HTMLParser(no_network=True, remove_comments=True)
    body = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)
    try:
        root = html.document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise DamagedMarkupError(name) from None
    if any("depth" in entry.message or "huge" in entry.message for entry in parser.error_log):
        raise DamagedMarkupError(name)
    return root


def _content(root: _Element) -> _Element:
    for path in _CONTENT:
        found = root.xpath(path)
        if isinstance(found, list) and len(found) == 1 and isinstance(found[0], html.HtmlElement):
            return cast("_Element", found[0])
    return root


def _left_out(flow: Flow) -> tuple[Finding, ...]:
    told = {
        "phần chữ không hiển thị": flow.hidden,
        "chữ của trình đơn, nút bấm, ô chọn, khung nhúng": flow.aside,
        "phần chữ nằm ngoài nội dung văn bản": flow.outside,
    }
    return _told(flow, told, limits.WORDS_SHOWN)


def _told(flow: Flow, told: Mapping[str, Sequence[str]], most: int) -> tuple[Finding, ...]:
    return tuple(
        _LEFT_OUT.at(Place(flow.name), text[:most], what=what)
        for what, texts in told.items()
        for text in texts
    )

"""Saved web pages: the national database, the codification, and any other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from lxml import etree, html

from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.line import Reading, SourceKind
from kcdocs.sources import codification
from kcdocs.sources.errors import DamagedMarkupError
from kcdocs.sources.markup import Flow
from kcdocs.sources.options import Options
from kcdocs.sources.text import as_written, decode, refuse_legacy
from kcdocs.text.legacy import LEGACY, convert

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENT = (
    "//*[@id='toanvancontent']",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' fulltext ')]",
    "//main",
    "//body",
)


def read_html(data: bytes, options: Options) -> Reading:
    """Read a saved page.

    Of a page of the national database only the text of the instrument is read; of a codification page only
    the instrument asked for, its notes on origin and related provisions kept apart as notes.

    Raises:
        LegacySourceError: It is written in a legacy code page, and none was named.
        SeveralInstrumentsError: A codification page holds many, and none was named.
        NoSuchInstrumentError: It holds many, and not the one named.
        DamagedMarkupError: The page is nested deeper than any page is.
    """
    flow = _flow(data, options)
    if codification.is_codification(flow.shown):
        lines, notes = codification.choose(flow.shown, options)
        return Reading(options.name, SourceKind.HTML, lines, notes)
    lines = tuple(item.line for item in flow.shown)
    return Reading(options.name, SourceKind.HTML, lines, tuple(flow.notes), _hidden(flow))


def _flow(data: bytes, options: Options) -> Flow:
    """What the page shows; a legacy code page is converted word by word, so that markup stays whole."""
    encoding = options.encoding
    if encoding in LEGACY and encoding:
        flow = Flow(options.name, decode=lambda text: convert(text, encoding))
        flow.read(_content(_parse(as_written(data, options.name), options.name)))
        return flow
    flow = Flow(options.name)
    flow.read(_content(_parse(decode(data, options), options.name)))
    if encoding is None:
        refuse_legacy("\n".join(item.line.text for item in flow.shown), options.name)
    return flow


def _parse(text: str, name: str) -> _Element:
    parser = html.HTMLParser(no_network=True, remove_comments=True)
    body = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)
    try:
        root = html.document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise DamagedMarkupError(name) from None
    if any("depth" in entry.message for entry in parser.error_log):
        raise DamagedMarkupError(name)
    return root


def _content(root: _Element) -> _Element:
    for path in _CONTENT:
        found = root.xpath(path)
        if isinstance(found, list) and len(found) == 1 and isinstance(found[0], html.HtmlElement):
            return cast("_Element", found[0])
    return root


def _hidden(flow: Flow) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            "SR201",
            Severity.NOTE,
            Place(flow.name),
            "Trang có phần chữ không hiển thị; phần này không được đọc vào văn bản.",
            found=text[:80],
        )
        for text in flow.hidden
    )

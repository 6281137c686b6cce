"""Word files made to harm, as functions that give their bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import partial

from good_papers import PAPERS, saved

MEGABYTE = 1 << 20


def _changed(change: Callable[[dict[str, bytes]], object]) -> bytes:
    """A good document whose parts were changed."""
    with zipfile.ZipFile(io.BytesIO(saved(PAPERS["quyết định"]()))) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    change(parts)
    return _packed(parts)


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return stream.getvalue()


def _circle(parts: dict[str, bytes]) -> None:
    styles = parts["word/styles.xml"].decode()
    normal = re.compile(r'(<w:style [^>]*w:styleId="Normal"[^>]*>\s*<w:name [^>]*/>)')
    parts["word/styles.xml"] = normal.sub(r'\1<w:basedOn w:val="Normal"/>', styles).encode()


def _into_body(parts: dict[str, bytes], xml: bytes) -> None:
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", xml + b"<w:sectPr", 1)


def _nested(parts: dict[str, bytes]) -> None:
    _into_body(parts, b"<w:tbl><w:tr><w:tc>" * 10_000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 10_000)


def _numbers(parts: dict[str, bytes]) -> None:
    """Measures that no page has, and colours that are none."""
    document = parts["word/document.xml"].decode()
    document = re.sub(r'w:(line|firstLine|after|w|h|sz)="\d+"', r'w:\1="99999999999999"', document)
    parts["word/document.xml"] = document.replace("<w:b/>", '<w:b/><w:color w:val="GGGGGG"/>').encode()


def _chain(parts: dict[str, bytes]) -> None:
    """Ten thousand styles, each based on the next, the last on the first."""
    links = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{place}"><w:basedOn w:val="s{(place + 1) % 10_000}"/></w:style>'
        for place in range(10_000)
    )
    styles = parts["word/styles.xml"].decode()
    parts["word/styles.xml"] = styles.replace("</w:styles>", links + "</w:styles>").encode()
    _into_body(parts, b'<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>' * 50)


def _entities(parts: dict[str, bytes]) -> None:
    """Entities that call one another: a billion letters."""
    named = "".join(f'<!ENTITY e{place} "{f"&e{place - 1};" * 10}">' for place in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "hahahahaha">{named}]>'
    document = parts["word/document.xml"].decode()
    parts["word/document.xml"] = (head + document[document.index("?>") + 2 :]).encode()


def _bomb() -> bytes:
    """A small archive whose text unpacks to sixty-four megabytes of nothing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", bytes(64 * MEGABYTE))
    return stream.getvalue()


def _many_bombs() -> bytes:
    """Six thousand parts of a few kilobytes each."""
    return _packed({f"word/part{place}.xml": b"<a/>" * 1_000 for place in range(6_000)})


_CHANGES: dict[str, Callable[[dict[str, bytes]], object]] = {
    "a circle of styles": _circle,
    "a circle of ten thousand styles": _chain,
    "ten thousand tables in one another": _nested,
    "a billion letters in entities": _entities,
    "no styles": lambda parts: parts.pop("word/styles.xml"),
    "no theme": lambda parts: parts.pop("word/theme/theme1.xml"),
    "no header": lambda parts: [parts.pop(name) for name in list(parts) if "header" in name],
    "no text": lambda parts: parts.update({"word/document.xml": b""}),
    "no main part": lambda parts: parts.pop("word/document.xml"),
    "no list of parts": lambda parts: parts.pop("[Content_Types].xml"),
    "measures beyond all": _numbers,
}

HARMS: dict[str, Callable[[], bytes]] = {
    **{name: partial(_changed, change) for name, change in _CHANGES.items()},
    "an archive that swells a thousandfold": _bomb,
    "an archive of many parts": _many_bombs,
}
"""What is harmful about a file → what makes its bytes."""

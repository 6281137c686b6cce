"""A workbook's large XML parts as a stream of pieces that hold whole elements.

ECMA-376 Part 1, 18.3 (worksheets) and 18.4 (shared strings).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from xml.etree import ElementTree as ET

from kcdocs.sheet import limits

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["'](?!(?i:utf-?8|us-ascii)["'])([^"']*)""")
_COMMENT = rb"<!--(?>.*?(?:-->|\Z))|"
_ROOT = re.compile(_COMMENT + rb"<((?:[^\s<>/!?:]+:)?)([A-Za-z]+)((?:\s[^<>]*)?)>", re.DOTALL)
_OPENING = r"<(?:[^\s<>/!?:]+:)?%s(?:\s[^<>]*?)?(/?)>"


class BadSheetError(ValueError):
    """XML that is damaged, or that could be misread; the message is Vietnamese."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the elements of a part.

    Attributes:
        root: Start tag of the part's root.
        prefix: The prefix of its tags with its colon; empty if they have none.
        names: The root's attributes, name spaces among them.
        rest: The first bytes after the tag that opens the elements.
        empty: Whether that tag closes them at once.
    """

    root: bytes
    prefix: bytes
    names: bytes
    rest: bytes
    empty: bool

    def closing(self, name: str) -> bytes:
        """The end tag of an element."""
        return b"</" + self.prefix + name.encode() + b">"

    def parse(self, inner: bytes, *, closed: bool = False) -> ET.Element:
        """Parse a stretch of the part within its name spaces.

        Args:
            inner: The stretch.
            closed: Whether it ends with the end tag of the root.

        Raises:
            BadSheetError: If it is not well formed.
        """
        return _parsed(self.root + inner if closed else b"<_" + self.names + b">" + inner + b"</_>")


def read_head(stream: Iterator[bytes], opening: str) -> Head:
    """Read up to the tag that opens the elements.

    Args:
        stream: The part's bytes, in blocks; taken from as far as needed.
        opening: Name of the element that holds the elements.

    Raises:
        BadSheetError: If there is none, or the part is not UTF-8, or declares a document type.
    """
    wanted = re.compile(_COMMENT + (_OPENING % opening).encode(), re.DOTALL)
    head = b""
    while not (found := _first(wanted, head)) and len(head) < limits.MOST_ELEMENT_BYTES:
        if not (block := next(stream, b"")):
            break
        head += block
    _refuse_unreadable(head)
    root = _first(_ROOT, head)
    if not root or not found:
        raise BadSheetError("không có phần chứa các ô" if root else "không phải XML")
    prefix, name, names = root.groups()
    if not found[1]:
        _parsed(head[: max(found.start(), root.end())] + b"</" + prefix + name + b">")
    return Head(root[0], prefix, names, head[found.end() :], bool(found[1]))


def pieces(head: Head, stream: Iterable[bytes], opening: str, element: str) -> Iterator[bytes]:
    """The elements of a part, their tags without prefix, their lines ended by LF alone.

    Args:
        head: What stood before them.
        stream: The rest of the part.
        opening: Name of the element that holds them.
        element: Name of an element.

    Yields:
        Whole elements, with anything that stands between them.

    Raises:
        BadSheetError: If an element is larger than `limits.MOST_ELEMENT_BYTES`, or the part ends among them.
    """
    if head.empty:
        return
    last, end = head.closing(opening), head.closing(element)
    blocks, rest = iter(stream), head.rest
    while (stop := rest.find(last, cut := _end_of_last(end, rest))) < 0:
        if cut:
            yield _plain(rest[:cut], head.prefix)
            rest = rest[cut:]
        if len(rest) > limits.MOST_ELEMENT_BYTES:
            raise BadSheetError("có hàng dài vô lý")
        block = next(blocks, b"")
        if not block:
            raise BadSheetError("bị cụt")
        rest += block
    yield _plain(rest[:stop], head.prefix)


def tail(head: Head, stream: Iterable[bytes], opening: str, element: str) -> ET.Element:
    """What follows the elements of a part, as children of its root.

    Args:
        head: What stood before them.
        stream: The rest of the part.
        opening: Name of the element that holds them.
        element: Name of an element.

    Raises:
        BadSheetError: If the part ends before, or is not well formed there.
    """
    last, end = head.closing(opening), head.closing(element)
    found, rest = head.empty, head.rest
    for block in chain([b""], stream):
        rest += block
        if found and len(rest) > limits.MOST_ELEMENT_BYTES:
            raise BadSheetError("có phần sau các hàng dài vô lý")
        if not found:
            stop = rest.find(last, _end_of_last(end, rest))
            found, rest = stop >= 0, rest[stop + len(last) if stop >= 0 else -len(last) :]
    if not found:
        raise BadSheetError("bị cụt")
    return head.parse(rest, closed=True)


def local(item: ET.Element) -> str:
    """The name of an element without its name space."""
    return item.tag.rpartition("}")[2]


def _end_of_last(end: bytes, data: bytes) -> int:
    """Where the last element ends; what closes them all cannot stand before."""
    found = data.rfind(end)
    return found + len(end) if found >= 0 else 0


def _first(pattern: re.Pattern[bytes], data: bytes) -> re.Match[bytes] | None:
    """The first match that is no comment."""
    return next((match for match in pattern.finditer(data) if not match[0].startswith(b"<!")), None)


def _parsed(text: bytes) -> ET.Element:
    try:
        return ET.fromstring(text)  # noqa: S314 - no DTD, so no entities; size limited
    except (ET.ParseError, ValueError, LookupError):  # the latter two from a codec that the text names
        raise BadSheetError("có chỗ không phải XML đúng phép") from None


def _plain(piece: bytes, prefix: bytes) -> bytes:
    if prefix:
        piece = piece.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</")
    return piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in piece else piece


def _refuse_unreadable(head: bytes) -> None:
    if head.startswith(_UTF_16) or b"\0" in head[:4]:
        raise BadSheetError("viết bằng UTF-16")
    if found := _ENCODING.search(head[3:] if head.startswith(b"\xef\xbb\xbf") else head):
        raise BadSheetError(f"viết bằng {found[1].decode('latin-1')[:40]}")
    if b"<!DOCTYPE" in head:
        raise BadSheetError("có khai báo DTD")

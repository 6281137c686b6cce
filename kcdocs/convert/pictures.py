"""The pages of a PDF file as pictures, to be looked at."""

from __future__ import annotations

import struct
import zlib
from threading import Lock

from kcdocs.convert import limits

_one_at_a_time = Lock()  # the library under it is not made for several threads


def page_pictures(data: bytes, most: int = limits.PICTURES) -> tuple[bytes, ...]:
    """The first pages of a PDF file that this program had made, each as a PNG file in shades of grey.

    Args:
        data: The PDF file; one from elsewhere may be made to harm and is none for here.
        most: How many pages at the most.
    """
    import pypdfium2  # noqa: PLC0415 - only where pages are drawn

    with _one_at_a_time, pypdfium2.PdfDocument(data) as document:
        count = min(len(document), most)
        return tuple(_png(document[number]) for number in range(count))


def _png(page: object) -> bytes:
    drawn = page.render(scale=limits.PICTURE_SCALE, grayscale=True)  # type: ignore[attr-defined]
    whole = bytes(drawn.buffer)
    rows = (whole[at : at + drawn.width] for at in range(0, drawn.height * drawn.stride, drawn.stride))
    head = struct.pack(">IIBBBBB", drawn.width, drawn.height, 8, 0, 0, 0, 0)
    picture = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", picture) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

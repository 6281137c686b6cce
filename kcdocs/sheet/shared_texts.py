"""The texts that the cells of a workbook share, held as the bytes they are written in.

ECMA-376 Part 1, 18.4: each cell of type "s" holds the place of its text in one list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from kcdocs.sheet.odd_rows import text_of
from kcdocs.sheet.xml_parts import BadSheetError, Head, local, pieces, read_head

_PLAIN = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_TAGS = b"<si><t></t></si>".count(b"<")
"""Tags of a plain text; where a piece has others, not every text in it is plain."""


def read_shared(stream: Iterable[bytes]) -> list[bytes]:
    """The shared texts in their order, as UTF-8 with the escapes of XML.

    Args:
        stream: The bytes of the part, in blocks.

    Raises:
        BadSheetError: If the part is damaged.
    """
    blocks = iter(stream)
    head = read_head(blocks, "sst")
    found: list[bytes] = []
    for piece in pieces(head, blocks, "sst", "si"):
        texts = _PLAIN.findall(piece)
        all_plain = piece.count(b"<") == _TAGS * len(texts)
        found += texts if all_plain else _odd(head, piece)
    return found


def _odd(head: Head, piece: bytes) -> Iterator[bytes]:
    """Texts of runs, empty ones, and whatever else a program may write."""
    for item in head.parse(piece):
        if local(item) != "si":
            raise BadSheetError("có chỗ lạ giữa các đoạn chữ")
        yield escape(text_of(item)).encode()

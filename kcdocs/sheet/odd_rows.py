"""Rows written otherwise than by most programs, put into the form that most write.

Prefixed names, other quotes, attributes in another order, cells without references, comments, texts of
several runs: all of it is XML, and a real parser reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from kcdocs.sheet.grid import column_name, column_number
from kcdocs.sheet.xml_parts import BadSheetError, Head, local

_BETWEEN = re.compile(rb"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_START = re.compile(rb"<row(?=[\s/>])[^<]*>")
"""The start of a row, with words behind it that hold a ">": the row is then no XML, and refused as such."""
_END = b"</row>"
_REFERENCE = re.compile(r"\s*([A-Za-z]{1,3})(\d{1,9})\s*", re.ASCII)
_TEXTS = frozenset({"str", "inlineStr"})


def next_row(piece: bytes, position: int) -> tuple[bytes, int]:
    """The next row of a piece.

    Args:
        piece: XML of whole rows.
        position: Where to begin.

    Returns:
        The row and where it ends; an empty row at the end of the piece.

    Raises:
        BadSheetError: If something else than a row stands there.
    """
    while between := _BETWEEN.match(piece, position):
        position = between.end()
    if position == len(piece):
        return b"", position
    start = _START.match(piece, position)
    if not start:
        raise BadSheetError("có chỗ lạ giữa các hàng")
    if start[0].endswith(b"/>"):
        return start[0], start.end()
    end = piece.find(_END, start.end()) + len(_END)
    if end < len(_END):
        raise BadSheetError("bị cụt")
    return piece[position:end], end


def as_programs_write(head: Head, row: bytes, before: int) -> bytes:
    """A row in the form that programs write: each cell with its reference, style and type in this order.

    Args:
        head: What stands before the rows of the sheet.
        row: The row.
        before: Number of the row before it.

    Raises:
        BadSheetError: If it is not well formed, or its cells say that they stand elsewhere.
    """
    items = list(head.parse(row))
    if len(items) != 1:
        raise BadSheetError("có chỗ lạ giữa các hàng")
    number = _number(items[0], before)
    cells = "".join(_cells(items[0], number))
    return f'<row r="{number}">{cells}</row>'.encode()


def _number(row: ET.Element, before: int) -> int:
    """The number a row gives itself, else the one its first cell gives it, else the next."""
    if own := row.get("r"):
        return _whole(own)
    first = next((item.get("r", "") for item in row if local(item) == "c"), "")
    found = _REFERENCE.fullmatch(first)
    return int(found[2]) if found else before + 1


def _cells(row: ET.Element, number: int) -> Iterator[str]:
    column = 0
    for cell in (item for item in row if local(item) == "c"):
        column = _column(cell.get("r"), number) or column + 1
        style, kind = cell.get("s", "").strip(), cell.get("t", "").strip()
        start = f'<c r="{column_name(column)}{number}"'
        start += f' s="{_whole(style)}"' if style else ""
        yield start + (f' t="{escape(kind)}"' if kind else "") + ">" + _content(cell, kind) + "</c>"


def _column(reference: str | None, number: int) -> int:
    """The column a cell says it stands in; 0 if it does not say."""
    if reference is None:
        return 0
    found = _REFERENCE.fullmatch(reference)
    if not found or int(found[2]) != number:
        raise BadSheetError(f"hàng {number} có ô ghi vị trí không rõ ràng")
    return column_number(found[1])


def _content(cell: ET.Element, kind: str) -> str:
    parts = {local(item): item for item in cell}
    formula = "<f></f>" if "f" in parts else ""
    if (inner := parts.get("is")) is not None:
        return f"{formula}<is><t>{escape(text_of(inner))}</t></is>"
    if (value := parts.get("v")) is None:
        return formula
    words = value.text or ""
    return f"{formula}<v>{escape(words if kind in _TEXTS else words.strip())}</v>"


def text_of(item: ET.Element) -> str:
    """The text of an element of runs, without what only tells how it is pronounced."""
    runs = (run for run in item if local(run) != "rPh")
    return "".join(part.text or "" for run in runs for part in run.iter() if local(part) == "t")


def _whole(written: str) -> int:
    if not re.fullmatch(r"\s*\d{1,9}\s*", written, re.ASCII):
        raise BadSheetError("có ô hoặc hàng ghi vị trí không rõ ràng")
    return int(written)

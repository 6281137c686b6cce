"""What the publisher prints around a text: running heads, page numbers, signature stamps."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.rows import PrintedRow
from kcdocs.sources.pdf.sheets import PrintedPage
from kcdocs.sources.printed import RUNNING_HEAD, STAMP

_PAGE_NUMBER = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]?")


def is_running_head(row: PrintedRow) -> bool:
    """Whether a row is the gazette's running head, with the page number or without."""
    return RUNNING_HEAD.fullmatch(" ".join(row.text.split())) is not None


def furniture(
    rows: Sequence[PrintedRow], sheet: PrintedPage, heads: Collection[PrintedRow]
) -> list[PrintedRow]:
    """The rows of a page that are the publisher's, from the top down.

    Args:
        rows: The rows.
        sheet: The page.
        heads: Rows that other pages show to be running heads.
    """
    stamped = [STAMP.fullmatch(row.text.strip()) is not None for row in rows]
    whole = sum(stamped) >= limits.STAMP_ROWS
    return [
        row
        for row, in_stamp in zip(rows, stamped, strict=True)
        if row in heads or is_running_head(row) or _is_page_number(row, sheet) or (whole and in_stamp)
    ]


def _is_page_number(row: PrintedRow, sheet: PrintedPage) -> bool:
    margin = limits.MARGIN * sheet.height
    in_margin = row.y > sheet.height - margin or row.y < margin
    return in_margin and _PAGE_NUMBER.fullmatch(row.text.strip()) is not None

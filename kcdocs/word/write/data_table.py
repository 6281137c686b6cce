"""A table of plain texts: borders, its first row bold and repeated, columns as wide as their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.word import limits
from kcdocs.word.package.escaping import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MILLIMETRE = 1440 / 25.4  # twentieths of a point
_SIZE = '<w:sz w:val="24"/><w:szCs w:val="24"/>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BEHIND = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def data_table(rows: Sequence[Sequence[str]], width: float) -> str:
    """A table and the low paragraph behind it.

    Args:
        rows: The words of each row's cells, the first row naming the columns; short ones are filled up.
        width: Of the whole table, in millimetres.
    """
    columns = max(map(len, rows), default=1)
    filled = [[*row, *[""] * (columns - len(row))] for row in rows]
    widths = _widths(filled, round(width * _MILLIMETRE))
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    body = "".join(_row(row, widths, head=number == 0) for number, row in enumerate(filled))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>{_BEHIND}"
    )


def _widths(rows: Sequence[Sequence[str]], whole: int) -> list[int]:
    """Widths in proportion to the longest words of each column, within bounds."""
    longest = (max(map(len, column)) for column in zip(*rows, strict=True))
    weights = [min(max(one, limits.LEAST_COLUMN), limits.MOST_COLUMN) for one in longest]
    least = min(limits.LEAST_WIDTH, whole // len(weights))
    rest, share = whole - least * len(weights), sum(weights)
    return [least + rest * weight // share for weight in weights]


def _row(cells: Iterable[str], widths: Iterable[int], *, head: bool) -> str:
    marks = "<w:cantSplit/><w:tblHeader/>" if head else "<w:cantSplit/>"
    inside = "".join(_cell(text, one, head=head) for text, one in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr>{marks}</w:trPr>{inside}</w:tr>"


def _cell(text: str, width: int, *, head: bool) -> str:
    align = "center" if head else "left"
    look = f"<w:rPr>{'<w:b/>' if head else ''}{_SIZE}</w:rPr>"
    set_so = (
        '<w:pPr><w:spacing w:before="40" w:after="40"/><w:ind w:left="0" w:firstLine="0"/>'
        f'<w:jc w:val="{align}"/></w:pPr>'
    )
    middle = '<w:vAlign w:val="center"/>' if head else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr>'
        f"<w:p>{set_so}{run(text, look)}</w:p></w:tc>"
    )

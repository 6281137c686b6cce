"""What a cell holds, before anything is known of the field it is for."""

from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal

from kcdocs.model.record import Value
from kcdocs.records import limits
from kcdocs.records.hygiene import clean
from kcdocs.sheet.grid import CellValue
from kcdocs.text.unclear import UnclearError


class BadCellError(UnclearError):
    """A cell that holds nothing that could be told for certain, whatever its field asks for."""


def plain_text(cell: CellValue) -> str:
    """What a cell says as a key: its text, or its whole number in digits."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean(str(cell)).strip()


def held(cell: CellValue) -> Value:
    """What a cell that is no text holds: a number, day or truth.

    Raises:
        BadCellError: If it is a number of more digits than a spreadsheet keeps, or a time of day.
    """
    if isinstance(cell, float):
        return _number(cell)
    if not isinstance(cell, time | timedelta):
        return cell
    raise BadCellError(
        "Ô chứa giờ hoặc khoảng thời gian, không trường nào nhận giá trị ấy.",
        "đổi định dạng ô sang «Văn bản» (Text) rồi gõ lại đúng giá trị cần ghi.",
    )


def _number(cell: float) -> int | Decimal:
    if abs(cell) >= limits.EXACT:
        raise BadCellError(
            "Số có hơn 15 chữ số nên bảng tính đã làm mất các chữ số cuối.",
            "đổi định dạng ô sang «Văn bản» (Text) rồi gõ lại đủ các chữ số.",
        )
    return int(cell) if cell.is_integer() else Decimal(repr(cell))

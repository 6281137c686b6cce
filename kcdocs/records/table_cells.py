"""What a cell holds, before anything is known of the field it is for."""

from __future__ import annotations

from datetime import time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from kcdocs.model.record import Value
from kcdocs.records import limits
from kcdocs.records.hygiene import clean
from kcdocs.records.values import Schema, value_text
from kcdocs.sheet.grid import CellValue
from kcdocs.text.numbers import MONEY, is_unit
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


def shown(cell: float, places: int | None, *, percent: bool) -> Value:
    """The number that a cell shows.

    Args:
        cell: The number it holds.
        places: How many decimals its format shows; None for a format that shows as many as there is room for.
        percent: Whether it shows the number times a hundred.

    Raises:
        BadCellError: If it has more digits than a spreadsheet keeps, or than such a format shows.
    """
    exact = held(cell)
    if not percent and not isinstance(exact, Decimal):
        return exact
    number = Decimal(f"{cell:.15g}") * (100 if percent else 1)  # the sixteenth digit is the machine's own
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    elif len(f"{number.normalize():f}".partition(".")[2]) > limits.PLACES_SEEN:
        raise BadCellError(
            f"Ô chứa {value_text(number)}, dài hơn phần mà bảng tính hiển thị.",
            "đặt định dạng «Số» với số chữ số thập phân cần in cho ô; kcdocs in đúng số mà ô hiển thị.",
        )
    return int(number) if number == number.to_integral_value() else number.normalize()


def unsure_share(cell: float) -> BadCellError:
    """That a cell shows a share, where the field does not say that it is one."""
    shown_, kept = f"{cell * 100:g}".replace(".", ","), f"{cell:g}".replace(".", ",")
    return BadCellError(
        f"Ô hiển thị {shown_}% nhưng chứa số {kept}, nên không rõ cần số nào.",
        f"đổi định dạng ô sang «Số» rồi gõ lại, ví dụ {shown_}.",
    )


def fits_unit(said: str, schema: Schema) -> bool:
    """Whether what a format shows beside a number is the unit of the field, or money where it may be that."""
    numbers = {"integer", "number"} & {*_types(schema)}
    unit = schema.get("unit")
    return bool(numbers) and (is_unit(said, unit) if unit else is_unit(said, MONEY))


def _types(schema: Schema) -> list[str]:
    found = schema.get("type", [])
    return [found] if isinstance(found, str) else list(found)


def worded_number(said: str) -> BadCellError:
    """That a cell shows words beside its number which its field would leave out."""
    return BadCellError(
        f"Định dạng của ô hiển thị «{said}» cạnh số, nhưng trong ô chỉ có số nên «{said}» không được in.",
        "đổi định dạng ô sang «Số» rồi gõ đủ số cần in (trường chữ: định dạng «Văn bản», gõ cả chữ).",
    )


def other_number() -> BadCellError:
    """That a cell shows another number than it holds."""
    return BadCellError(
        "Định dạng của ô làm số hiển thị khác với số mà ô chứa (chia nghìn, phân số, mất dấu âm …).",
        "đổi định dạng ô sang «Số» rồi xem lại giá trị.",
    )


def dressed_number() -> BadCellError:
    """That a cell shows a number as more than its digits, where the field would print these alone."""
    return BadCellError(
        "Ô hiển thị số kèm dấu ngăn cách, phần thập phân hoặc lũy thừa; trường chữ sẽ chỉ in các chữ số.",
        "đổi định dạng ô sang «Văn bản» (Text) rồi gõ đúng như muốn in.",
    )


def _number(cell: float) -> int | Decimal:
    if abs(cell) >= limits.EXACT:
        raise BadCellError(
            "Số có hơn 15 chữ số nên bảng tính đã làm mất các chữ số cuối.",
            "đổi định dạng ô sang «Văn bản» (Text) rồi gõ lại đủ các chữ số.",
        )
    return int(cell) if cell.is_integer() else Decimal(repr(cell))

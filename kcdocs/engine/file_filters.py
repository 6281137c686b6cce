"""What templates print of files that lie beside a record: pictures, Word files, tables; and QR codes.

A value names the file; the room above reads it, since the engine knows no folders and no spreadsheets.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context as JinjaContext

from kcdocs.engine import limits
from kcdocs.engine.beside_files import BesideFile
from kcdocs.engine.filters import FilterValueError
from kcdocs.engine.objects import DataTable, InlineImage, Subdoc
from kcdocs.engine.values import WordObject

_EMU = 36_000  # English Metric Units in a millimetre


@pass_context
def anh(context: JinjaContext, value: object, rong: object = None, cao: object = None) -> WordObject | str:
    """A picture from a file beside the record, in millimetres; without a size its own."""
    if (file := _file("anh", context, value)) is None:
        return str(value)
    return InlineImage(file.data, _emu("anh", rong), _emu("anh", cao))


@pass_context
def tep(context: JinjaContext, value: object, rong: object = limits.TEXT_WIDTH) -> WordObject | str:
    """A Word file taken in whole, or the table of a spreadsheet, `rong` millimetres wide."""
    if (file := _file("tep", context, value)) is None:
        return str(value)
    return Subdoc(file.data) if file.rows is None else DataTable(file.rows, _millimetres("tep", rong))


def qr(value: object, canh: object = limits.QR_SIDE) -> WordObject:
    """A QR code of a text, `canh` millimetres wide with the white border that readers need."""
    if not isinstance(value, str) or not value:
        raise FilterValueError("qr", value, "một đoạn chữ")
    import segno  # noqa: PLC0415 - loaded only for documents with a code

    try:
        code = segno.make_qr(value, error="m")
    except segno.DataOverflowError:
        raise FilterValueError("qr", f"{value[:30]}…", "một đoạn chữ ngắn hơn") from None
    out = io.BytesIO()
    code.save(out, kind="png", scale=limits.QR_DOTS)
    return InlineImage(out.getvalue(), _emu("qr", canh))


def _file(name: str, context: Any, value: object) -> BesideFile | None:
    """The file that a value names; None while a template is only tried, without a record's folder."""
    if not isinstance(value, str) or not value:
        raise FilterValueError(name, value, "tên một tệp để cạnh hồ sơ")
    read = context.render.beside
    return None if read is None else read(str(value))


def _emu(name: str, millimetres: object) -> int | None:
    return None if millimetres is None else round(_millimetres(name, millimetres) * _EMU)


def _millimetres(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FilterValueError(name, value, "cỡ tính bằng mi-li-mét")
    if not limits.LEAST_SIDE <= value <= limits.MOST_SIDE:
        wanted = f"cỡ từ {limits.LEAST_SIDE} đến {limits.MOST_SIDE} mm"
        raise FilterValueError(name, value, wanted)
    return value


BESIDE_FILTERS: dict[str, Callable[..., Any]] = {"anh": anh, "tep": tep, "qr": qr}
"""Name in templates → function."""

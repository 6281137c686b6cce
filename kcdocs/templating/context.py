"""From a record to what a template sees: the fields, completed, and the printed lines under `the_thuc`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kcdocs.templating import form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kcdocs.model.record import Value
    from kcdocs.templating.sets import Version

FORM = "the_thuc"
"""The name under which templates find the printed lines."""


def build(version: Version, data: Mapping[str, Value], on: date) -> dict[str, Any]:
    """The context of a template.

    Args:
        version: The set's version.
        data: A record's data that has no faults under the version's contract.
        on: The date the version was chosen by.
    """
    fields: dict[str, Any] = version.contract.complete(version.contract.typed(data))
    lines = {
        name: make(fields, version, on) for name, (needs, make) in LINES.items() if needs <= fields.keys()
    }
    return {**fields, FORM: lines}


def document_date(data: Mapping[str, Any]) -> date | None:
    """The date a typed record gives its document; None if it is absent or left open."""
    day = data.get("ngay")
    return day if isinstance(day, date) else None


def _number(fields: Mapping[str, Any], version: Version, on: date) -> str:
    year = (document_date(fields) or on).year if version.legislative else None
    return form.number_and_symbol(str(fields["so"]), str(fields["ky_hieu"]), year)


def _place(fields: Mapping[str, Any], version: Version, on: date) -> str:
    del version
    return form.place_and_date(str(fields["dia_danh"]), document_date(fields), on)


_Line = tuple[frozenset[str], "Callable[[Mapping[str, Any], Version, date], Any]"]

LINES: dict[str, _Line] = {
    "so_ky_hieu": (frozenset({"so", "ky_hieu", "ngay"}), _number),
    "dia_danh_ngay": (frozenset({"dia_danh", "ngay"}), _place),
    "chu_quan": (
        frozenset({"co_quan"}),
        lambda fields, *_: (fields["co_quan"].get("chu_quan") or "").upper(),
    ),
    "co_quan": (frozenset({"co_quan"}), lambda fields, *_: fields["co_quan"]["ten"].upper()),
    "kinh_gui": (frozenset({"kinh_gui"}), lambda fields, *_: form.addressees(fields["kinh_gui"])),
    "quyen_han": (frozenset({"nguoi_ky"}), lambda fields, *_: form.authority(fields["nguoi_ky"])),
    "noi_nhan": (
        frozenset({"noi_nhan", "luu"}),
        lambda fields, *_: form.recipients(fields["noi_nhan"], fields["luu"]),
    ),
}
"""Printed line → the fields it is made of, and how."""

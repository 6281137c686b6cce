"""Numbers of a record that its own rows or other numbers give: a sum, a count, a whole that a part is of.

A schema says so of a field: `"sumOf": "de_an[].kinh_phi"`, `"countOf": "de_an[]"`, `"differentIn":
"de_an[].dia_phuong"`; where the rows are fields, as in a form with printed rows, `"sumOf": ["so_cu",
"so_moi"]` and `"atMost": "tong_so"`. What the text says and what its table holds then never disagree.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kcdocs.codes import Declared
from kcdocs.model.finding import Severity
from kcdocs.sets.naming import called
from kcdocs.text.amounts import grouped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record, Value
    from kcdocs.sets.schema import Contract

_TOTAL = Declared(
    "TP385",
    Severity.ERROR,
    "A total that its rows do not give.",
    "{name} ghi {said}, trong khi {rows} cho {counted}.",
    mend="Sửa số này hoặc các dòng cho khớp nhau.",
)
_PART = Declared(
    "TP386",
    Severity.ERROR,
    "A part that is more than the whole it is of.",
    "{name} ghi {said}, lớn hơn {whole} ({limit}) trong khi chỉ là một phần của số ấy.",
    mend="Sửa một trong hai số: số của một phần không lớn hơn số chung.",
)


def total_faults(contract: Contract, record: Record, typed: Mapping[str, Value]) -> Iterator[Finding]:
    """The totals of a record that its rows do not give.

    Args:
        contract: The contract of the record.
        record: The record, for the places.
        typed: Its values; what could not be read is left out of the rows, and its total is not judged.
    """
    for name, part in contract.whole.members.items():
        said = _number(typed.get(name))
        if said is None:
            continue
        place = replace(record.where(name), field=name)
        told = _opening(called(contract, place, name))
        found = _counted(part.schema, typed)
        if found and found[0] != said:
            rows = " và ".join(_called(contract, record, row) for row in found[1])
            yield _TOTAL.at(
                place, str(said), name=told, said=grouped(said), rows=rows, counted=grouped(found[0])
            )
        whole = part.schema.get("atMost", "")
        limit = _number(typed.get(whole))
        if limit is not None and said > limit:
            named = _called(contract, record, whole)
            yield _PART.at(place, str(said), name=told, said=grouped(said), whole=named, limit=grouped(limit))


def _called(contract: Contract, record: Record, name: str) -> str:
    return called(contract, replace(record.where(name), field=name), name)


def _opening(text: str) -> str:
    return text[:1].upper() + text[1:]


def _counted(schema: Mapping[str, Any], typed: Mapping[str, Value]) -> tuple[Decimal, tuple[str, ...]] | None:
    """What the rows give, and the fields they are; nothing if no total is asked or a row cannot be read."""
    for keyword in ("sumOf", "countOf", "differentIn"):
        if isinstance(path := schema.get(keyword), list):
            return _summed([typed.get(name) for name in path], *path)
        if path:
            rows, _, field = str(path).partition("[]")
            items = typed.get(rows)
            if not isinstance(items, list):
                return None
            values = [item.get(field[1:]) if isinstance(item, dict) else item for item in items]
            if keyword == "countOf":
                return Decimal(len(items)), (rows,)
            if keyword == "differentIn":
                return Decimal(len({str(value) for value in values})), (rows,)
            return _summed(values, rows)
    return None


def _summed(values: Sequence[Value], *rows: str) -> tuple[Decimal, tuple[str, ...]] | None:
    numbers = [number for value in values if (number := _number(value)) is not None]
    return (sum(numbers, Decimal()), rows) if len(numbers) == len(values) else None


def _number(value: Value) -> Decimal | None:
    known = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return Decimal(str(value)) if known else None

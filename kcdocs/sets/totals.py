"""Numbers of a record that its own rows give: a sum, how many rows, how many different values.

A schema says so of a field: `"sumOf": "de_an[].kinh_phi"`, `"countOf": "de_an[]"`, `"differentIn":
"de_an[].dia_phuong"`. What the text says and what its table holds then never disagree.
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
    from collections.abc import Iterator, Mapping

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


def total_faults(contract: Contract, record: Record, typed: Mapping[str, Value]) -> Iterator[Finding]:
    """The totals of a record that its rows do not give.

    Args:
        contract: The contract of the record.
        record: The record, for the places.
        typed: Its values; what could not be read is left out of the rows, and its total is not judged.
    """
    for name, part in contract.whole.members.items():
        said = typed.get(name)
        found = _counted(part.schema, typed)
        if found is None or not _is_number(said) or Decimal(str(said)) == found[0]:
            continue
        counted, rows = found
        place = replace(record.where(name), field=name)
        listed = replace(record.where(rows), field=rows)
        named = called(contract, place, name)
        yield _TOTAL.at(
            place,
            str(said),
            name=named[:1].upper() + named[1:],
            said=grouped(Decimal(str(said))),
            rows=called(contract, listed, rows),
            counted=grouped(counted),
        )


def _counted(schema: Mapping[str, Any], typed: Mapping[str, Value]) -> tuple[Decimal, str] | None:
    """What the rows give, and the list they are of; nothing if no total is asked or a row cannot be read."""
    for keyword in ("sumOf", "countOf", "differentIn"):
        if path := schema.get(keyword):
            rows, _, field = str(path).partition("[]")
            items = typed.get(rows)
            if not isinstance(items, list):
                return None
            values = [item.get(field[1:]) if isinstance(item, dict) else item for item in items]
            if keyword == "countOf":
                return Decimal(len(items)), rows
            if keyword == "differentIn":
                return Decimal(len({str(value) for value in values})), rows
            return (
                (sum((Decimal(str(v)) for v in values), Decimal()), rows)
                if all(map(_is_number, values))
                else None
            )
    return None


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)

"""Files that a person fills in: what their entries hold, and fields that none has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.codes import Declared
    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record


def text_of(record: Record, field: str) -> str:
    """What an entry has in a field, as text without space around it; empty where it has nothing."""
    value = record.data.get(field)
    return "" if value is None else str(value).strip()


def unknown_fields(record: Record, known: Sequence[str], fault: Declared) -> Iterator[Finding]:
    """The fields of an entry that none has.

    Args:
        record: The entry.
        known: The fields there are.
        fault: What to tell; it speaks of `{name}` and `{known}`.
    """
    for field in record.data:
        if field not in known:
            yield fault.at(record.where(field), str(field), name=field, known=", ".join(known))

"""Words of the examples that come with a set, left in a record that is to become a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.sets.naming import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.model.record import Record, Value
    from kcdocs.sets.schema import Contract

MARK = "(Minh họa)"
"""How every invented sentence of the examples begins."""


def sample_remarks(contract: Contract, record: Record) -> tuple[str, ...]:
    """What a user should know of a record that still says what the example said, in Vietnamese."""
    found = list(dict.fromkeys(_named(contract, record, path) for path in _sampled(record.data, "")))
    if not found:
        return ()
    shown = ", ".join(found[:3]) + (f" và {len(found) - 3} chỗ khác" if len(found) > 3 else "")
    return (
        f"Văn bản còn nội dung mẫu {MARK} ở {shown}: đây là dữ liệu minh họa, cần thay bằng dữ liệu thật.",
    )


def _named(contract: Contract, record: Record, path: str) -> str:
    return called(contract, replace(record.where(path), field=path), path).partition(", mục ")[0]


def _sampled(value: Value, path: str) -> Iterator[str]:
    if isinstance(value, str) and MARK in value:
        yield path
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _sampled(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _sampled(item, f"{path}[{number}]")

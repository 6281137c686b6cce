"""The header of a sheet: which column holds which field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from kcdocs.model.finding import Finding, Place
from kcdocs.records import limits
from kcdocs.records.faults import COLUMN_TWICE, EMPTY_SHEET, NO_COLUMN, UNKNOWN_COLUMN, VAGUE_COLUMN
from kcdocs.records.table_cells import plain_text
from kcdocs.records.table_layout import Leaf, SheetLayout, header_key
from kcdocs.sheet.grid import CellValue
from kcdocs.text.nearest import nearest

_ORDINALS = frozenset({"stt", "tt", "so tt", "so thu tu"})


HeaderFault: TypeAlias = Callable[[Place], Finding]
"""What makes a finding of the place of a header's fault."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a sheet.

    Attributes:
        row: Its row, from 1; 0 if the sheet is empty.
        width: Number of its last column with a header.
        leaves: Column → the field it holds.
        keys: Column → header of the key column it is.
        ignored: Columns of ordinals ("STT") and remarks ("# ghi chú"), and those with an unknown header.
        gaps: Columns within the width that have no header.
        faults: (column, fault); column 0 for the whole header.
    """

    row: int
    width: int
    leaves: Mapping[int, Leaf]
    keys: Mapping[int, str]
    ignored: frozenset[int]
    gaps: frozenset[int]
    faults: tuple[tuple[int, HeaderFault], ...]


def find_header(
    rows: Iterable[tuple[int, Sequence[CellValue]]], layout: SheetLayout, keys: Sequence[str]
) -> Header:
    """Find the header among the first rows.

    Args:
        rows: (number, cells), read up to the header and no further.
        layout: The sheet's columns.
        keys: Headers of the key columns it may have.
    """
    names = _Names(layout, keys)
    first: tuple[int, list[str]] = (0, [])
    for seen, (number, cells) in enumerate(row for row in rows if any(cell != "" for cell in row[1])):
        words = [" ".join(plain_text(cell).split()) for cell in cells]
        if not first[0]:
            first = (number, words)
        if names.is_header(words):
            return _header(number, words, names, layout)
        if seen + 1 >= limits.HEADER_WITHIN:
            break
    return _header(*first, names, layout)


class _Names:
    """What a header may say."""

    def __init__(self, layout: SheetLayout, keys: Sequence[str]) -> None:
        self.leaves: dict[str, Leaf] = {}
        self.vague: dict[str, list[Leaf]] = {}
        own = [(key, leaf) for leaf in layout.leaves for key in sorted(_short_keys(leaf))]
        often = Counter(key for key, _ in own)
        for key, leaf in own:
            if often[key] == 1 or len(leaf.path) == 1:
                self.leaves.setdefault(key, leaf)
            else:
                self.vague.setdefault(key, []).append(leaf)
        for leaf in layout.leaves:
            for title in leaf.former:
                self.leaves.setdefault(header_key(": ".join((*leaf.titles[:-1], title))), leaf)
        self.keys = {header_key(key): key for key in keys}
        self.leaves |= {header_key(leaf.field): leaf for leaf in layout.leaves}
        if layout.keyed:
            self.leaves = {key: leaf for key, leaf in self.leaves.items() if key not in self.keys}
        self.leaves |= {header_key(leaf.header): leaf for leaf in layout.leaves}
        self.fields = {leaf.field: leaf for leaf in layout.leaves}

    def leaf(self, said: str) -> Leaf | None:
        """The field that a header means: a name as it stands is no other field's title."""
        return self.fields.get(said) or self.leaves.get(header_key(said))

    def is_header(self, words: Sequence[str]) -> bool:
        """Whether a row names columns: two, or one where it has but one cell."""
        filled = [header_key(item) for item in words if item]
        known = sum(item in self.leaves or item in self.keys for item in filled)
        return bool(known) and known >= min(2, len(filled), len(self.leaves))

    def near(self, key: str) -> str:
        """The header that was most likely meant; empty if none is near."""
        begun = [
            known for known in self.leaves if f"{key} ".startswith(f"{known} ")
        ]  # "Số văn bản (bắt buộc)"
        found = max(begun, key=len, default="") or nearest(key, self.leaves.keys())
        return self.leaves[found].header if found else ""


def _short_keys(leaf: Leaf) -> set[str]:
    return {header_key(title) for title in (leaf.titles[-1], leaf.path[-1], *leaf.former)}


def _header(number: int, words: Sequence[str], names: _Names, layout: SheetLayout) -> Header:
    leaves: dict[int, Leaf] = {}
    keys: dict[int, str] = {}
    ignored: set[int] = set()
    faults: list[tuple[int, HeaderFault]] = []
    for column, said in enumerate(words, 1):
        key = header_key(said)
        leaf = names.leaf(said)
        if leaf:
            if leaf in leaves.values():
                faults.append((column, _twice(said)))
            leaves.setdefault(column, leaf)
        if key in names.keys and not (leaf and layout.keyed):
            keys[column] = names.keys[key]
        elif key and not leaf:
            ignored.add(column)
            if not said.startswith("#") and key not in _ORDINALS:
                faults.append((column, _unknown(said, key, names)))
    if not number:
        faults.append((0, EMPTY_SHEET.at))
    else:
        missing = [leaf for leaf in layout.leaves if leaf.required and leaf not in leaves.values()]
        faults += [(0, _missing(leaf)) for leaf in missing]
    width = max((column for column, said in enumerate(words, 1) if said), default=0)
    gaps = {column for column, said in enumerate(words[:width], 1) if not header_key(said)}
    return Header(number, width, leaves, keys, frozenset(ignored), frozenset(gaps), tuple(faults))


def _twice(said: str) -> HeaderFault:
    return partial(COLUMN_TWICE.at, found=said, header=said)


def _unknown(said: str, key: str, names: _Names) -> HeaderFault:
    if key in names.vague:
        choices = " hay ".join(f"«{leaf.header}»" for leaf in names.vague[key])
        return partial(VAGUE_COLUMN.at, found=said, header=said, choices=choices)
    near = names.near(key)
    mend = f"Có phải là «{near}»? {UNKNOWN_COLUMN.mend}" if near else None
    return partial(UNKNOWN_COLUMN.at, found=said, mend=mend, header=said)


def _missing(leaf: Leaf) -> HeaderFault:
    return lambda place: NO_COLUMN.at(replace(place, field=leaf.field), header=leaf.header)

"""Which sheet of a workbook holds the records, which a group of theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kcdocs.model.finding import Finding, Place
from kcdocs.records import faults
from kcdocs.records.table_layout import SheetLayout, header_key
from kcdocs.sheet.write import sheet_name
from kcdocs.text.nearest import nearest

GUIDE = "Hướng dẫn"
"""Name of a sheet that is never data."""

MAIN = "Hồ sơ"
"""Name of the main sheet in the forms this program writes; any name will do."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which sheets of a workbook hold data.

    Attributes:
        sheets: Layout → name of its sheet.
        findings: Sheets that are missing or that nothing asks for.
    """

    sheets: tuple[tuple[SheetLayout, str], ...]
    findings: tuple[Finding, ...]


def sheet_names(main: SheetLayout) -> list[tuple[SheetLayout, str]]:
    """The layouts with the names their sheets have in a form.

    Args:
        main: The main sheet.
    """
    named: list[tuple[SheetLayout, str]] = []
    for item in main.walk():
        title = MAIN if item is main else item.title
        taken = [GUIDE, *(name for _, name in named)]
        if header_key(title) in map(header_key, taken):  # "Máy" beside "May": a reader takes them for one
            taken.append(title)
        named.append((item, sheet_name(title, taken)))
    return named


def choose_sheets(names: Sequence[str], main: SheetLayout, file: str) -> Chosen:
    """Match the visible sheets of a workbook to the layouts.

    A group's sheet bears the group's title, or else its field name, unless that is the name of the main
    sheet. The first other sheet is the main one. Sheets called "Hướng dẫn", or whose name begins with "_" or
    "#", are never data.

    Args:
        names: Names of the visible sheets, in the order of the tabs.
        main: The main sheet's layout, its groups below.
        file: The file as the user named it.
    """
    data = [name for name in names if not _is_no_data(name)]
    wanted = sheet_names(main)[1:]
    chosen = _matched({n: name for n, (_, name) in enumerate(wanted)}, data)
    fields = {n: item.path[-1] for n, (item, _) in enumerate(wanted) if n not in chosen}
    free = [name for name in data if name not in chosen.values() and header_key(name) != header_key(MAIN)]
    chosen |= _matched(fields, free)
    rest = [name for name in data if name not in chosen.values()]
    groups = [(item, chosen[n]) for n, (item, _) in enumerate(wanted) if n in chosen]
    absent = [item for n, (item, _) in enumerate(wanted) if n not in chosen and item.required]
    findings = [_missing(item, file) for item in absent] + [_unknown(name, main, file) for name in rest[1:]]
    first = [(main, rest[0])] if rest else []
    if not rest:
        findings.insert(0, _no_main(file))
    return Chosen((*first, *groups), tuple(findings))


def _is_no_data(name: str) -> bool:
    return name.startswith(("_", "#")) or header_key(name) == header_key(GUIDE)


def _matched(wanted: Mapping[int, str], names: Sequence[str]) -> dict[int, str]:
    """For each number whose name is among the sheets, the first sheet of that name."""
    sheets: dict[str, str] = {}
    for name in names:
        sheets.setdefault(header_key(name), name)
    return {n: sheets[header_key(name)] for n, name in wanted.items() if header_key(name) in sheets}


def _no_main(file: str) -> Finding:
    return faults.NO_MAIN_SHEET.at(Place(file=file), name=MAIN)


def _missing(item: SheetLayout, file: str) -> Finding:
    return faults.NO_GROUP_SHEET.at(Place(file=file), name=sheet_name(item.title), title=item.title)


def _unknown(name: str, main: SheetLayout, file: str) -> Finding:
    known = {header_key(known): known for _, known in sheet_names(main)[1:]}
    found = nearest(header_key(name), known)
    mend = f"Có phải là «{known[found]}»? {faults.UNKNOWN_SHEET.mend}" if found else None
    return faults.UNKNOWN_SHEET.at(Place(file=file, sheet=name), name, mend=mend, name=name)

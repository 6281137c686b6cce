"""What of the index hangs on names of laws and institutions, which the catalogue explains.

A reference without a number is understood by the catalogue of the day on which its text was read. When the
catalogue changes, only texts that say a name it changed are read again; the index itself finds them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from kcdocs.decrees import limits
from kcdocs.decrees.asking import wanted
from kcdocs.decrees.index_file import writing
from kcdocs.law.vocabulary import NAMED
from kcdocs.model.catalogue import Catalogue


def names_in(catalogue: Catalogue) -> dict[str, list[str]]:
    """Every name that the reader of references knows → what it stands for; nothing more for institutions."""
    found: dict[str, list[str]] = {}
    for entry in catalogue.entries:
        cited = entry.citation
        if cited.type in NAMED and cited.title:
            meant = f"{cited.type} {cited.number} {cited.issued} {cited.issuer}"
            found.setdefault(cited.title, []).append(meant)
    for body in catalogue.institutions:
        for title in body.titles:
            found.setdefault(title.name, [])
    return found


def names_read_with(index: sqlite3.Connection, now: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    """The names by which the texts of the index were read; those of now where it has no text yet."""
    (kept,) = index.execute("SELECT names FROM made").fetchone()
    if kept:
        known: Mapping[str, list[str]] = json.loads(kept)
        return known
    with writing(index):
        remember_names(index, now)
    return now


def remember_names(index: sqlite3.Connection, names: Mapping[str, list[str]]) -> None:
    """Note by which names the texts of the index were read; `writing` is begun."""
    index.execute("UPDATE made SET names = ?", [json.dumps(names, ensure_ascii=False)])


def saying_otherwise(
    index: sqlite3.Connection, before: Mapping[str, list[str]], now: Mapping[str, list[str]]
) -> frozenset[str]:
    """The folders of the texts that say a name which stands for something else now."""
    changed = (name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
    return frozenset(folder for name in changed for folder in _saying(index, name))


def _saying(index: sqlite3.Connection, name: str) -> Iterable[str]:
    asked = wanted(name)
    if not asked.words:
        return ()
    rows = index.execute("SELECT rowid FROM words WHERE words MATCH ?", [asked.together()]).fetchall()
    of_row = (
        "SELECT folder FROM provision JOIN instrument ON instrument.id = instrument WHERE provision.id = ?"
    )
    return {folder for (row,) in rows for (folder,) in index.execute(of_row, [row % limits.FIRST_HEADING])}

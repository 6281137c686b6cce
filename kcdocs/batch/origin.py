"""The record a document was made from: found by its hash; a number left open is read off the document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcdocs.batch.checks import SYMBOL
from kcdocs.drafting.reading import NUMBER
from kcdocs.records.values import OPEN
from kcdocs.sets import trace
from kcdocs.text.joining import untypeset
from kcdocs.word.read import passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.model.record import Record
    from kcdocs.sets.schema import Contract
    from kcdocs.word.package import Package


@dataclass(frozen=True, slots=True)
class DocumentOrigin:
    """Where a document comes from.

    Attributes:
        record: The record whose hash it bears; None if no record has it.
        first: The first record looked at, to compare with where it is the only one; None if there is none.
        seen: How many records were looked at.
    """

    record: Record | None
    first: Record | None
    seen: int


def find_origin(
    records: Iterable[Record], contract: Contract, wanted: str, package: Package
) -> DocumentOrigin:
    """Find the record a document was made from.

    Args:
        records: Those it may be; they are read no further than the one.
        contract: The contract of the document's version.
        wanted: SHA-256 of the record's typed data, as the document claims.
        package: The document.
    """
    text = "\n".join(untypeset(passage.text) for passage in passages(package, package.main))
    first, seen = None, 0
    for seen, record in enumerate(records, 1):
        for candidate in _numbered(record, text):
            first = first or candidate
            if trace.record_hash(contract.typed(candidate.data)) == wanted:
                return DocumentOrigin(candidate, first, seen)
    return DocumentOrigin(None, first, seen)


def _numbered(record: Record, text: str) -> Iterator[Record]:
    """A record that leaves its number open, with each number a text has before its symbol; and itself."""
    symbol = record.data.get(SYMBOL)
    if symbol and record.data.get(NUMBER) in (None, "", OPEN):
        for number in dict.fromkeys(_before(str(symbol)).findall(text)):
            yield replace(record, data={**record.data, NUMBER: str(int(number))})
    yield record


def _before(symbol: str) -> re.Pattern[str]:
    """What finds the numbers that stand before a symbol, with or without a year between."""
    return re.compile(rf"(?<!\d)(\d+)\s*/\s*(?:\d{{4}}\s*/\s*)?{re.escape(symbol)}\b")

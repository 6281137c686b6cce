"""Editions of an instrument: what was built, and one provision through time, as lines or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.edition import EditionText, Enacted
from kcdocs.model.instrument import Instrument, UnclearSpot
from kcdocs.model.operation import Applied, Verdict
from kcdocs.report import limits
from kcdocs.report.operations import operation_words

HISTORY = "kcdocs/history/1"
"""Name and version of the form; the version changes only where a reader of the last one would break."""

_ABSENT = "(không có)"


def built_lines(citation: Citation, editions: Iterable[EditionText]) -> Iterator[str]:
    """The editions that commands make of an instrument, a line each, and below it what is unclear in it.

    Args:
        citation: The instrument.
        editions: Its editions; those that were added are passed over.
    """
    known: set[UnclearSpot] = set()
    for edition in editions:
        if edition.enacted:
            log = edition.enacted[-1].consolidation.log
            undone = sum(item.verdict is Verdict.REFUSED for item in log)
            new = [doubt for doubt in edition.doubts if doubt not in known]
            known.update(new)
            yield (
                f"{citation.number}: bản từ {_day(edition)} dựng theo {_by(edition.enacted[-1])}: "
                f"{len(log) - undone} lệnh đã áp, {len(new)} chỗ chưa rõ."
            )
            yield from (f"    Chưa rõ: {doubt_words(doubt)}" for doubt in new)


def history_lines(number: str, address: Address, editions: Sequence[EditionText]) -> Iterator[str]:
    """One provision through time: its words, from when on they stand so, and which command made them so.

    Args:
        number: The instrument.
        address: The provision.
        editions: All editions, earliest first.
    """
    yield f"{address.spoken()} của {number} theo các bản trong kho"
    for words, run in groupby(editions, key=lambda item: _words(item.instrument, address)):
        edition = next(run)
        yield ""
        yield f"Từ ngày {_day(edition)}, {_maker(edition, address)}:"
        yield from (f"    {line}" for line in words or (_ABSENT,))
    doubts = {doubt: edition for edition in reversed(editions) for doubt in edition.doubts}
    if doubts:
        yield ""
        yield "Chỗ chưa rõ trong lệnh, nên các bản từ ngày ấy chưa chắc đúng:"
        yield from (f"    từ ngày {_day(edition)}: {doubt_words(doubt)}" for doubt, edition in doubts.items())


def history_json(number: str, address: Address, editions: Sequence[EditionText]) -> str:
    """One provision through time as JSON, the form docs/reference/history.schema.json publishes.

    Args:
        number: The instrument.
        address: The provision.
        editions: All editions, earliest first.
    """
    runs = groupby(editions, key=lambda item: _words(item.instrument, address))
    doubts = {doubt: edition.since for edition in reversed(editions) for doubt in edition.doubts}
    document = {
        "schema": HISTORY,
        "number": number,
        "address": str(address),
        "spoken": address.spoken(),
        "periods": [_period(next(run), words, address) for words, run in runs],
        "doubts": [
            {"since": day.isoformat(), **asdict(doubt), "place": str(doubt.place)}
            for doubt, day in doubts.items()
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _period(edition: EditionText, words: Sequence[str], address: Address) -> dict[str, Any]:
    done = edition.enacted[-1] if edition.enacted else None
    return {
        "since": None if edition.since.year == 1 else edition.since.isoformat(),
        "lines": list(words) or None,
        "by": _by(done) if done else None,
        "commands": [
            {
                "place": str(item.operation.origin.address),
                "act": item.operation.act.value,
                "words": item.operation.origin.words,
            }
            for item in _making(done, address)
        ],
    }


def _making(done: Enacted | None, address: Address) -> list[Applied]:
    """The commands that made a provision read as it does."""
    return [item for item in done.consolidation.log if _concerns(item, address)] if done else []


def _day(edition: EditionText) -> str:
    return edition.since.strftime("%d/%m/%Y")


def doubt_words(doubt: UnclearSpot) -> str:
    """What is unclear, and where: "khoản 3 Điều 1 của 3/2024/NĐ-CP «…»: …"."""
    where = f"{doubt.place.spoken()} của {doubt.number}" if doubt.place.steps else doubt.number
    said, most = " ".join(doubt.words.split()), limits.PARAGRAPH_SHOWN
    words = f" «{said if len(said) <= most else f'{said[:most].rstrip()}…'}»" if said else ""
    return f"{where}{words}: {doubt.why}"


def _words(instrument: Instrument, address: Address) -> tuple[str, ...]:
    node = instrument.find(address)
    return tuple(line.text for item in node.walk() for line in item.lines) if node else ()


def _maker(edition: EditionText, address: Address) -> str:
    """What made a provision read as it does: commands, or the text that was added."""
    if not edition.enacted:
        return "theo bản đã thêm vào kho"
    done = edition.enacted[-1]
    said = "; ".join(
        f"{item.operation.origin.address.spoken()} của {_by(done)} ({operation_words(item.operation)})"
        for item in _making(done, address)
    )
    return f"theo {said or _by(done)}"


def _concerns(item: Applied, address: Address) -> bool:
    return any(place.starts_with(address) or address.starts_with(place) for place in item.touched)


def _by(done: Enacted) -> str:
    return done.amendment.instrument.citation.number

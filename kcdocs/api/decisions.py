"""A person's decisions on the unclear commands of an amending instrument: the file that is filled in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from kcdocs.amend.answering import unclear
from kcdocs.diff.fixes import digest
from kcdocs.files import AnyPath
from kcdocs.model.address import Address
from kcdocs.model.answer import Answer
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Consolidation, Operation, Verdict
from kcdocs.parse.errors import NoAddressError
from kcdocs.parse.references import address as parse_address
from kcdocs.report.answers import draft_answers, read_answers
from kcdocs.results import write_result


def answers_in(decisions: AnyPath | None) -> tuple[Answer, ...]:
    """The answers of a person's file; none where there is no file yet or it holds no entry.

    Raises:
        BadAnswersError: If the file cannot be understood.
    """
    if decisions is None or not Path(decisions).exists():
        return ()
    from kcdocs.records.errors import EmptyRecordsError  # noqa: PLC0415 - records are read only where there is a file
    from kcdocs.records.reading import read_records  # noqa: PLC0415 - the same

    path = Path(decisions)
    try:
        records = read_records(path)
    except EmptyRecordsError:
        return ()
    return read_answers(records, str(path), _place)


def ask(
    decisions: AnyPath | None, draft: Instrument, asked: Iterable[Operation], inputs: Sequence[AnyPath]
) -> None:
    """Make a person's file of answers, if one is wanted that is not there yet.

    Args:
        decisions: The file; None if none is wanted.
        draft: The amending instrument.
        asked: Its unclear commands, each with the reason why.
        inputs: What the command reads; the file takes the place of none of it.
    """
    if decisions is None or Path(decisions).exists():
        return
    text = draft_answers(unclear(asked).values(), lambda place: _digest(draft, place))
    write_result(
        Path(decisions), text.encode(), "amend decisions", others=[os.fspath(item) for item in inputs]
    )


def refused(consolidation: Consolidation) -> list[Operation]:
    """The commands that could not be done, each with the reason why."""
    undone = [item for item in consolidation.log if item.verdict is Verdict.REFUSED]
    return [replace(item.operation, reason=item.remark) for item in undone]


def _place(words: str) -> Address | None:
    try:
        return parse_address(words)
    except NoAddressError:
        return None


def _digest(instrument: Instrument, place: Address) -> str:
    node = instrument.find(place)
    return digest(node) if node else ""

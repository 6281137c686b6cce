"""What an amending instrument amends: which of its commands are for one instrument."""

from __future__ import annotations

from dataclasses import replace

from kcdocs.amend.errors import NotAmendingError, OtherInstrumentError, UnnamedTargetError
from kcdocs.amend.read import read
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Amendment


def commands_of(draft: Instrument) -> Amendment:
    """The commands of an amending instrument, with what goes with its text.

    Raises:
        NotAmendingError: If it holds no command.
    """
    amendment = read(draft)
    if not amendment.operations:
        raise NotAmendingError(amendment.instrument.name)
    return replace(amendment, findings=(*draft.source_findings, *amendment.findings))


def only_on(original: Instrument, amendment: Amendment, number: str) -> Amendment:
    """The amendment with only the operations on one instrument.

    Args:
        original: The instrument amended.
        amendment: Everything the amending instrument commands.
        number: The number of the original; empty if it is not known.

    Raises:
        OtherInstrumentError: If it amends other instruments only.
        UnnamedTargetError: If it amends several and the number is not known.
    """
    named = list(dict.fromkeys(item.amends.number for item in amendment.operations if item.amends))
    if len(named) > 1 and not number:
        raise UnnamedTargetError(original.name, named)
    if named and number and number not in named:
        raise OtherInstrumentError(amendment.instrument.name, number, named)
    kept = [
        item for item in amendment.operations if not (number and item.amends) or item.amends.number == number
    ]
    return replace(amendment, operations=tuple(kept))

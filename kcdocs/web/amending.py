"""Amending drafts of the page: what each command does, and what is wrong or odd in the draft."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kcdocs.web.provisions import ReferenceLinks, ShownPart, parts
from kcdocs.web.words import pressed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.api import Address, AppliedAmendment, Finding, Instrument, Operation
    from kcdocs.web.desk import Comparing, Desk

_STATES = {"da-lam": "làm được", "da-lam-co-ghi-chu": "làm được, có ghi chú"}

_UNLINKED = ReferenceLinks("", {})


@dataclass(frozen=True, slots=True)
class ListedCommand:
    """A command as the page lists it.

    Attributes:
        done: Whether it was done.
        state: That in words.
        said: What it does, with its scope in full.
        words: Its own words in the draft.
        place: Where they stand there.
        why: What is remarked, or why it was not done.
        question: What a drafter is asked; may be empty.
        asked: The words in the draft that an answer is for; an answer stands in the place of them.
        anchor: What a link names its provision in the draft by.
        target: The same of the provision of the original that it is about; empty for one that is not there.
    """

    done: bool
    state: str
    said: str
    words: str
    place: str
    why: str
    question: str
    asked: str
    anchor: str
    target: str


@dataclass(frozen=True, slots=True)
class DraftFault:
    """Something wrong or odd in a draft, and what to do."""

    place: str
    words: str
    mend: str
    code: str


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """What an amending draft does to its original."""

    commands: tuple[ListedCommand, ...]
    findings: tuple[DraftFault, ...]
    draft: tuple[ShownPart, ...]
    original: tuple[ShownPart, ...]

    @property
    def undone(self) -> int:
        """How many commands were not done."""
        return sum(not command.done for command in self.commands)


def look(desk: Desk, asked: Comparing) -> ReadDraft:
    """The commands of an amending draft with their states, and the findings on it.

    Raises:
        KcdocsError: If a text cannot be read, or the draft does not amend the original.
    """
    from kcdocs.api import AppliedAmendment, Severity, amend  # noqa: PLC0415 - the page starts without it

    found = amend.check(*desk.sides(asked), decisions=desk.answered_file(asked.key))
    said = json.loads(amend.as_json(AppliedAmendment(found.amendment, found.consolidation, None)))
    answers = {(item["noi"], item["tra_loi"]): item["lenh"] for item in desk.answers(asked.key)}
    old = found.consolidation.original
    return ReadDraft(
        tuple(
            _command(item, answers, applied.operation.origin.address, _target(old, applied.operation))
            for item, applied in zip(said["log"], found.consolidation.log, strict=True)
        ),
        tuple(_fault(item) for item in found.findings if item.severity is not Severity.NOTE),
        tuple(parts(found.amendment.instrument, _UNLINKED)),
        tuple(parts(old, _UNLINKED)),
    )


def proved(desk: Desk, asked: Comparing, official: str) -> tuple[str, ...]:
    """What holding the draft's result against an official consolidated text tells, line by line.

    Args:
        desk: Where the files are.
        asked: The comparison of the draft with its original.
        official: Key of the dropped consolidated text.

    Raises:
        KcdocsError: If a text cannot be read, or the draft does not amend the original.
    """
    from kcdocs.api import amend  # noqa: PLC0415 - the page starts without it

    proof = amend.prove(*desk.sides(asked), desk.file(official).path, decisions=desk.answered_file(asked.key))
    return tuple(amend.proof_lines(proof))


def applied(desk: Desk, asked: Comparing) -> AppliedAmendment:
    """The draft done to its original; errors as for `look`."""
    from kcdocs.api import amend  # noqa: PLC0415 - the page starts without it

    return amend.apply(*desk.sides(asked), decisions=desk.answered_file(asked.key))


def _fault(item: Finding) -> DraftFault:
    from kcdocs.api import Address  # noqa: PLC0415 - the page starts without it

    address = item.place.address
    return DraftFault(
        Address.parse(address).spoken() if address else "", item.message, pressed(item), item.code
    )


def _target(original: Instrument, operation: Operation) -> str:
    """The provision of the original that a command is about, or the nearest above it that is there."""
    place = operation.anchor or operation.target
    while place.steps and original.find(place) is None:
        place = place.parent
    return str(place)


def _command(
    item: dict[str, Any], answers: Mapping[tuple[str, str], str], place: Address, target: str
) -> ListedCommand:
    operation = item["operation"]
    state = _STATES.get(item["verdict"], "chưa rõ" if operation["reason"] else "không làm được")
    question = operation["question"]
    why = operation["reason"] or item["remark"]
    words = operation["origin"]["words"]
    return ListedCommand(
        item["verdict"] in _STATES,
        state,
        operation["said"],
        words,
        place.spoken(),
        why,
        question if question != why else "",
        answers.get((place.spoken(), words), words),
        str(place),
        target,
    )

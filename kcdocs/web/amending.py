"""Amending drafts of the page: what each command does, and what is wrong or odd in the draft."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kcdocs.web.words import pressed

if TYPE_CHECKING:
    from kcdocs.api import AppliedAmendment
    from kcdocs.web.desk import Comparing, Desk

_STATES = {"da-lam": "làm được", "da-lam-co-ghi-chu": "làm được, có ghi chú"}


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
    """

    done: bool
    state: str
    said: str
    words: str
    place: str
    why: str
    question: str


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

    @property
    def undone(self) -> int:
        """How many commands were not done."""
        return sum(not command.done for command in self.commands)


def look(desk: Desk, asked: Comparing) -> ReadDraft:
    """The commands of an amending draft with their states, and the findings on it.

    Raises:
        KcdocsError: If a text cannot be read, or the draft does not amend the original.
    """
    from kcdocs.api import Address, AppliedAmendment, Severity, amend  # noqa: PLC0415 - the page starts without it

    found = amend.check(*desk.sides(asked), decisions=desk.answered_file(asked.key))
    said = json.loads(amend.as_json(AppliedAmendment(found.amendment, found.consolidation, None)))
    findings = found.findings
    places = {
        item.place.address: Address.parse(item.place.address).spoken()
        for item in findings
        if item.place.address
    }
    return ReadDraft(
        tuple(
            _command(item, Address.parse(item["operation"]["origin"]["address"]).spoken())
            for item in said["log"]
        ),
        tuple(
            DraftFault(places.get(item.place.address, ""), item.message, pressed(item), item.code)
            for item in findings
            if item.severity is not Severity.NOTE
        ),
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


def _command(item: dict[str, Any], place: str) -> ListedCommand:
    operation = item["operation"]
    state = _STATES.get(item["verdict"], "chưa rõ" if operation["reason"] else "không làm được")
    question = operation["question"]
    why = operation["reason"] or item["remark"]
    return ListedCommand(
        item["verdict"] in _STATES,
        state,
        operation["said"],
        operation["origin"]["words"],
        place,
        why,
        question if question != why else "",
    )

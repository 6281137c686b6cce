"""The amending loop: read a draft's commands, apply them, examine and prove the draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kcdocs.amend.apply import apply as apply_operations
from kcdocs.amend.errors import NotAmendingError, OtherInstrumentError, UnnamedTargetError
from kcdocs.amend.examine import examine
from kcdocs.amend.prove import Proof
from kcdocs.amend.prove import prove as prove_amendment
from kcdocs.amend.read import read as read_commands
from kcdocs.api.decrees import store
from kcdocs.decrees.catalogue import load as load_catalogue
from kcdocs.decrees.opening import open_instrument, require_articles
from kcdocs.files import write_whole
from kcdocs.model.finding import Finding
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Amendment, Consolidation


@dataclass(frozen=True, slots=True)
class Examined:
    """An amending draft applied and examined.

    Attributes:
        consolidation: Its operations applied.
        findings: What is wrong or odd in it.
    """

    consolidation: Consolidation
    findings: tuple[Finding, ...]


def read(draft: str) -> Amendment:
    """Read an amending instrument.

    Args:
        draft: A file or a citation.

    Raises:
        NotAmendingError: If it holds no command.
    """
    amendment = read_commands(open_instrument(draft, store()))
    if not amendment.operations:
        raise NotAmendingError(amendment.instrument.name)
    return amendment


def apply(original: str, draft: str, *, number: str = "", as_of: date | None = None) -> Consolidation:
    """Apply an amending instrument to the instrument it amends.

    Args:
        original: A file or a citation.
        draft: A file or a citation.
        number: The number of the original, where its file does not say it.
        as_of: Which edition of a stored original.

    Raises:
        OtherInstrumentError: If the draft amends other instruments only.
        UnnamedTargetError: If the draft amends several and nothing says which one the original is.
    """
    old = require_articles(open_instrument(original, store(), as_of=as_of))
    return _apply(old, read(draft), number)[1]


def check(original: str, draft: str, *, number: str = "", as_of: date | None = None) -> Examined:
    """Examine an amending draft; arguments and errors as for `apply`."""
    old = require_articles(open_instrument(original, store(), as_of=as_of))
    amendment, consolidation = _apply(old, read(draft), number)
    return Examined(consolidation, examine(amendment, consolidation, load_catalogue()))


def prove(original: str, draft: str, consolidated: str = "", *, number: str = "") -> Proof:
    """Prove an amending instrument on its original, and on an official consolidated text if given.

    Arguments and errors as for `apply`; `consolidated` is a file or a citation.
    """
    old = require_articles(open_instrument(original, store()))
    amendment, consolidation = _apply(old, read(draft), number)
    official = open_instrument(consolidated, store()) if consolidated else None
    return prove_amendment(amendment, consolidation, official)


def text(done: Consolidation) -> str:
    """The amended text, one paragraph a line."""
    return "".join(f"{line.text}\n" for line in done.amended.lines())


def save(words: str, out: Path) -> None:
    """Write a text whole or not at all.

    Args:
        words: The text.
        out: The file; its folder is made if absent.
    """
    write_whole(out, words.encode())


def _apply(old: Instrument, amendment: Amendment, number: str) -> tuple[Amendment, Consolidation]:
    own = _own(old, amendment, number or old.citation.number)
    return own, apply_operations(old, own.operations)


def _own(old: Instrument, amendment: Amendment, number: str) -> Amendment:
    """The amendment with only the operations on one instrument."""
    named = list(dict.fromkeys(item.amends.number for item in amendment.operations if item.amends))
    if len(named) > 1 and not number:
        raise UnnamedTargetError(old.name, named)
    if named and number and number not in named:
        raise OtherInstrumentError(amendment.instrument.name, number, named)
    kept = [
        item for item in amendment.operations if not (number and item.amends) or item.amends.number == number
    ]
    return replace(amendment, operations=tuple(kept))

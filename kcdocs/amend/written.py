"""Writing an amending instrument that is proved: read again and applied, it is the draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kcdocs.amend.apply import apply
from kcdocs.amend.errors import UnplannableError
from kcdocs.amend.plan import Plan, differing, plan_commands
from kcdocs.amend.read import read
from kcdocs.amend.target import only_on
from kcdocs.amend.write import Written, write_articles
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.comparison import Comparison
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Consolidation, Verdict
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading


def write_proved(
    comparison: Comparison, amended: Citation, *, effective: date | None = None
) -> tuple[Plan, Written]:
    """Plan and write an amending instrument, read it again, and hold what it makes against the draft.

    Where changes under one lead cannot be read back, each gets a clause of its own.

    Args:
        comparison: The original against the draft.
        amended: The instrument amended; type and number are needed.
        effective: First day of force; None leaves it open for the registry.

    Raises:
        UnplannableError: If some provisions cannot be reached by commands that are read again as they were
            meant, such as one whose words hold a quotation mark that nothing closes.
    """
    planned = plan_commands(comparison)
    if not planned.operations:
        return planned, write_articles((), amended, effective=effective)
    wrong: set[Address] = set()
    for grouped in (True, False):
        written = write_articles(planned.operations, amended, effective=effective, grouped=grouped)
        wrong = unreached(comparison, planned, written, amended)
        if not wrong:
            return planned, written
    alone = set(_unread_alone(comparison, planned, amended))
    raise UnplannableError(comparison.new.name, sorted(address.spoken() for address in alone or wrong))


def unreached(comparison: Comparison, planned: Plan, written: Written, amended: Citation) -> set[Address]:
    """The provisions that a written instrument, read again and applied, does not make what the draft has.

    Those that a refused command names are among them, whatever stands there.
    """
    done = _done(comparison.old, written, amended)
    refused = {item.operation.target for item in done.log if item.verdict is Verdict.REFUSED}
    return differing(comparison.new, done.amended, planned) | refused


def _done(original: Instrument, written: Written, amended: Citation) -> Consolidation:
    again = read(parse(reading(written.text)))
    return apply(original, only_on(original, again, amended.number).operations)


def _unread_alone(comparison: Comparison, planned: Plan, amended: Citation) -> Iterator[Address]:
    """What the commands act on that do not make, written alone and read again, what they are to make.

    A mark that nothing closes spoils all that is read behind it: this tells the one that holds it.
    """
    old = comparison.old
    for operation in planned.operations:
        meant = _words(apply(old, (operation,)).amended)
        if _words(_done(old, write_articles((operation,), amended), amended).amended) != meant:
            yield operation.target


def _words(instrument: Instrument) -> list[tuple[Address, Kind, str]]:
    return [(node.address, node.kind, node.text) for node in instrument.provisions()]

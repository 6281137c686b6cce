"""What stands above a command: the instrument, the place, and for an item of a list what is done to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.operation import Act, Part, PartKind
from kcdocs.parse.command.naming import SEVERAL
from kcdocs.parse.command.places import Resolved, shared
from kcdocs.parse.command.sentence import Command, Naming


@dataclass(frozen=True, slots=True)
class CommandContext:
    """What the lines above lend to a command.

    Attributes:
        instrument: The instrument amended, None if the lines above name none, or several.
        above: The one provision they name, or what all they name share.
        parts: The form or table in it that they name.
        doubt: Why what they lend is not sure, in Vietnamese.
        amending: Whether an amending heading or lead stands above.
        titled: Whether the title of the instrument says that it amends.
        foreign: Whether a heading speaks of instruments that it does not name.
        carried: What is done to the items of a list below.
        listed: The command whose list the items below are.
        day: The day it gives for them.
    """

    instrument: Citation | None = None
    above: Address = field(default_factory=Address)
    parts: tuple[Part, ...] = ()
    doubt: str = ""
    amending: bool = False
    foreign: bool = False
    titled: bool = False
    carried: Act | None = None
    listed: Command | None = None
    day: date | None = None

    def named(self, naming: Naming | None) -> CommandContext:
        """The state below a heading that names an instrument: a place named above it counts no longer."""
        if naming is None or naming.citation is None:
            return self
        several = naming.citation == SEVERAL
        own = None if several else naming.citation
        return replace(self, instrument=own, foreign=several, above=Address(), parts=(), doubt="")

    def beside(self, namings: Iterable[Naming]) -> CommandContext:
        """The state where words that were not understood name instruments too: with another it lends none."""
        own = self.instrument.number if self.instrument else ""
        other = any(one.citation and (not own or one.citation.number != own) for one in namings)
        return replace(self, instrument=None, foreign=True) if other else self

    def placed(self, found: Sequence[Resolved]) -> CommandContext:
        """The state below a heading that names provisions: the one, or what they share."""
        if not found:
            return self
        doubt = next((item.doubt for item in found if item.doubt), "")
        parts = found[0].parts if len(found) == 1 else ()
        kept = tuple(part for part in parts if part.kind in (PartKind.FORM, PartKind.TABLE, PartKind.LEAD))
        return replace(self, above=shared([item.address for item in found]), parts=kept, doubt=doubt)

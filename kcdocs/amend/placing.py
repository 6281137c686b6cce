"""What the items of a sentence's commands name: addresses, neighbours and what is left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kcdocs.amend.state import CommandContext
from kcdocs.model.address import Address
from kcdocs.model.operation import Act, Spared
from kcdocs.parse.command.places import Resolved, resolve
from kcdocs.parse.command.sentence import Command, Sparing

WHICH_INSTRUMENT = "Chưa rõ lệnh này sửa văn bản nào."
_SPARED = "Phần được loại trừ chưa rõ: {}"


@dataclass(frozen=True, slots=True)
class Placed:
    """A command with what its items name.

    Attributes:
        command: The command.
        items: What it acts on.
        anchor: The neighbour named.
        into: What something is put into.
        becoming: What the items are to be called, one for each.
        spared: What it leaves as it is, and why that is not clear.
    """

    command: Command
    items: tuple[Resolved, ...]
    anchor: Resolved | None
    into: Resolved | None
    becoming: tuple[Resolved, ...] = ()
    spared: tuple[Spared, ...] = ()
    doubt: str = ""


def place(commands: Sequence[Command], state: CommandContext, before: Sequence[Resolved]) -> list[Placed]:
    """What the items of a sentence's commands name.

    Args:
        commands: The commands, in order.
        state: What stands above.
        before: What the sentence names before its first verb.
    """
    above = before[0].address if len(before) == 1 else state.above
    lists = []
    for command in commands:
        renamed = command.substitutes if command.act is Act.RENUMBER else ()
        lists += [command.items, (command.anchor,) if command.anchor else (), command.into, renamed]
    fresh = frozenset(4 * index for index, command in enumerate(commands) if command.act is Act.INSERT)
    found = resolve(lists, above, fresh=fresh)
    placed = []
    for index, command in enumerate(commands):
        items, anchors, into, becoming = found[4 * index : 4 * index + 4]
        worded = command.olds and not command.throughout
        items = [
            _lent(item, command, state) for item in items or (before if len(before) > 1 or worded else ())
        ]
        spared, doubt = _spared(command.exceptions, items, above)
        around = _first(anchors), _first(into)
        placed.append(Placed(command, tuple(items), *around, tuple(becoming), spared, doubt))
    return placed


def _lent(item: Resolved, command: Command, state: CommandContext) -> Resolved:
    """An item whose instrument only another verb's item names: not sure where another stands above."""
    beside = (*command.items, *command.into, *((command.anchor,) if command.anchor else ()))
    own = [one.naming for one in beside if one.naming is not None]
    if item.naming is None or item.naming in own or state.instrument is None:
        return item
    cited = item.naming.citation
    same = cited is not None and cited.number == state.instrument.number
    return item if same else replace(item, naming=None, doubt=item.doubt or WHICH_INSTRUMENT)


def _first(found: Sequence[Resolved]) -> Resolved | None:
    return found[0] if found else None


def _spared(
    exceptions: Sequence[Sparing], items: Sequence[Resolved], above: Address
) -> tuple[tuple[Spared, ...], str]:
    around = items[0].address if len(items) == 1 else above
    spared: list[Spared] = []
    doubt = ""
    for exception in exceptions:
        (found,) = resolve([exception.items], around)
        doubt = doubt or next((item.doubt for item in found if item.doubt), "")
        for item in found:
            spared += [Spared(item.address, item.parts, words) for words in exception.words or ("",)]
        if not found:
            spared += [Spared(around, (), words) for words in exception.words]
    return tuple(spared), _SPARED.format(doubt) if doubt else ""

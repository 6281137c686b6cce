"""Amending commands, as far as reading needs them: which provisions quoted new text belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.operation import Act
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.command.places import Resolved, resolve, shared
from kcdocs.parse.command.sentence import Command
from kcdocs.parse.command.sentences import commands_in
from kcdocs.parse.draft import UnfinishedNode
from kcdocs.parse.names import Names
from kcdocs.parse.rules import citation as rule
from kcdocs.parse.rules.opening import Opening
from kcdocs.parse.rules.reference import chains
from kcdocs.text.seen import seen

_Key = tuple[tuple[UnfinishedNode, int], ...]
_WITHOUT_TEXT = frozenset({Act.REPEAL, Act.SUSPEND, Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS})
_LISTED = re.compile(r"\bsau(?: đây)? (?:của|tại|trong)\s+(?=[A-ZĐ])")


def commands_of(text: str, names: Names) -> list[Command]:
    """The commands of a title, a heading or a provision's words, to be asked as often as one likes.

    Args:
        text: The words.
        names: Instruments known by name.
    """
    return commands_in(text, Namings(names))


def say_what(commands: Sequence[Command]) -> bool:
    """Whether words with these commands command, or open a list of commands."""
    return any(_says_what(command) for command in commands)


def amended_instrument(commands: Sequence[Command]) -> Citation | None:
    """The instrument that commands amend, None if they name none."""
    for command in commands:
        namings = [command.naming, *(item.naming for item in command.items)]
        for naming in namings:
            if naming is not None and naming.citation is not None:
                return naming.citation
    return None


def learn_names(text: str, names: Names) -> None:
    """Remember the laws that a sentence names in full.

    Args:
        text: The enacting sentence, which gives the number where the title gives the name alone.
        names: Learns them.
    """
    for chain in chains(seen(text).text, names):
        if chain.cited is not None:
            names.learn(chain.cited.citation)


def listed_instrument(text: str, names: Names) -> Citation | None:
    """The instrument whose provisions a list names ("các điều sau đây của Luật Tố cáo:"), None if none is.

    Args:
        text: What introduces the list.
        names: Instruments known by name.
    """
    found = _LISTED.search(text)
    cited = rule.read(text, found.end(), names) if found else None
    return cited.citation if cited else None


def inherited(commands: Sequence[Command], around: Address) -> Address:
    """What the labels below commands start from: the provision they name, or what all they name share.

    Args:
        commands: The commands.
        around: What the command around them amends.
    """
    around = _placed_before(commands, around)
    found = [item.address for row in _resolved(commands, around) for item in row]
    placed = [address for address in found if address.steps]
    return shared(placed) if placed else around


class Commands:
    """Says what quoted new text amends; each command is read once, however many blocks it quotes."""

    def __init__(self) -> None:
        self._read: dict[_Key, tuple[Address, dict[tuple[Kind | None, str], Address]]] = {}
        self._below: dict[_Key, Address] = {}
        self._names = Names()

    def target(self, drafts: Sequence[UnfinishedNode], found: Opening | None) -> Address:
        """What new text quoted under a command amends.

        Args:
            drafts: The provisions around the quotation, the outermost first; the last is the command.
            found: The label the quotation begins with, if it begins with one.

        Returns:
            The provision named in the command that bears this label, else the first one named; empty if
            none is.
        """
        key = _key(drafts)
        if key not in self._read:
            self._read[key] = self._named(drafts)
        first, by_label = self._read[key]
        return by_label.get((found.kind, found.label), first) if found is not None else first

    def _named(
        self, drafts: Sequence[UnfinishedNode]
    ) -> tuple[Address, dict[tuple[Kind | None, str], Address]]:
        """The first provision that a command names, and those it names by kind and label."""
        commands = _said_or_listed(drafts[-1].text(), Namings(self._names)) if drafts else []
        around = _placed_before(commands, self._inherited(drafts[:-1]))
        rows = _resolved(commands, around)
        items = [item for row in rows for item in row if item.address.steps]
        bringing = [
            row for row, command in zip(rows, commands, strict=True) if command.act not in _WITHOUT_TEXT
        ]
        items = [item for row in bringing for item in row if item.address.steps] or items
        by_label = {(item.address.kind, item.address.label): item.address for item in reversed(items)}
        return (items[0].address if items else around), by_label

    def _inherited(self, drafts: Sequence[UnfinishedNode]) -> Address:
        """What the labels below some provisions start from; each heading is read once."""
        if not drafts:
            return Address()
        key = _key(drafts)
        if key not in self._below:
            commands = _said_or_listed(drafts[-1].text(), Namings(self._names))
            self._below[key] = inherited(commands, self._inherited(drafts[:-1]))
        return self._below[key]


def _key(drafts: Sequence[UnfinishedNode]) -> _Key:
    """Provisions as far as they are read by now."""
    return tuple([(draft, len(draft.lines)) for draft in drafts])


def _placed_before(commands: Sequence[Command], around: Address) -> Address:
    """What commands act in that say their place before the verb: "Tại Điều 5, sửa đổi khoản 2 như sau:"."""
    (found,) = resolve([commands[0].places if commands else ()], around)
    return found[0].address if len(found) == 1 and found[0].address.steps else around


def _said_or_listed(text: str, namings: Namings) -> list[Command]:
    """The commands of a provision; one without a verb may be an item of a list ("a) Khoản 3 Điều 2:")."""
    return commands_in(text, namings) or commands_in(text, namings, carried=Act.REPLACE)


def _says_what(command: Command) -> bool:
    understood = bool(command.items or command.olds or command.group or command.naming or command.into)
    return understood and (command.group or not command.left_over)


def _resolved(commands: Sequence[Command], around: Address) -> list[list[Resolved]]:
    """What commands act on, neighbours left out, which lend their units only."""
    lists = []
    for command in commands:
        beside = (command.anchor,) if command.anchor else ()
        into = command.into if command.items else ()
        lists += [command.items or command.into, (*beside, *into)]
    fresh = frozenset(2 * place for place, command in enumerate(commands) if command.act is Act.INSERT)
    return resolve(lists, around, fresh=fresh)[::2]

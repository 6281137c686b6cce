"""The titles by which one amending instrument names others, held against one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kcdocs.parse.command.sentence import Command, Naming
from kcdocs.text.normalise import content_form


class Titles:
    """For each number the title that it bore first.

    A title has words of every kind: only another naming of the instrument shows which are not its own.
    """

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def strange(self, namings: Iterable[Naming]) -> tuple[str, ...]:
        """Titles that go on otherwise than where the same instrument was named first.

        The first title of a number is kept for the namings that follow.
        """
        return tuple(naming.title for naming in namings if self._differs(naming))

    def strange_in(self, commands: Iterable[Command]) -> tuple[str, ...]:
        """Such titles in commands."""
        return self.strange(naming for command in commands for naming in _namings(command))

    def _differs(self, naming: Naming) -> bool:
        title = content_form(naming.title).casefold().rstrip(" ,;.")
        number = naming.citation.number if naming.citation else ""
        return bool(title and number) and not self._known.setdefault(number, title).startswith(title)


def _namings(command: Command) -> Iterator[Naming]:
    """The instruments that a command names."""
    items = (*command.items, *command.into, *((command.anchor,) if command.anchor else ()))
    yield from (naming for naming in (command.naming, *(item.naming for item in items)) if naming is not None)

"""Drafts to nodes: the references of every provision, each in the setting it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kcdocs.law.kinds import CONTAINERS
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Node, Reference
from kcdocs.parse.commands import amended_instrument, commands_of, inherited, listed_instrument, say_what
from kcdocs.parse.draft import UnfinishedNode
from kcdocs.parse.names import Names
from kcdocs.parse.references import ReferenceContext, find_references
from kcdocs.parse.tree import Tree

_BARRIER = "\ufffc"
"""Stands between the cells of a table, so that no reference runs from one into the next."""

_SILENT = (Kind.HEADER, Kind.SIGNATURE, Kind.OTHER)
_COMMANDING = (Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH)


class Referrer:
    """Freezes drafts, front to back: names of instruments given earlier are known later.

    Args:
        drafts: The top nodes.
        type_: Type of the instrument ("Nghị định"), empty if unknown.
        amends: The instrument its title says it amends, None if it amends none.
        names: Instruments known by name.
        seen: Whether all lines are known to be seen just as they are written.
    """

    def __init__(
        self,
        drafts: Sequence[UnfinishedNode],
        type_: str,
        amends: Citation | None,
        names: Names,
        *,
        seen: bool,
    ) -> None:
        self._drafts = drafts
        self._names = names
        self._amends = amends
        self._plain = ReferenceContext(type=type_, tree=Tree(_addresses(drafts)), names=names, seen=seen)

    def nodes(self) -> tuple[Node, ...]:
        """All top nodes, finished."""
        return tuple([self._node(draft, {}, self._plain) for draft in self._drafts])

    def _node(self, draft: UnfinishedNode, around: Mapping[Kind, Address], setting: ReferenceContext) -> Node:
        text = draft.text()
        setting = self._setting(draft, text, setting)
        references: tuple[Reference, ...] = ()
        if text and draft.kind not in _SILENT:
            words = text.replace("\n", _BARRIER) if draft.kind is Kind.TABLE else text
            references = find_references(words, at=draft.address, around=around, setting=setting)
            if self._learn(words, references):
                references = find_references(words, at=draft.address, around=around, setting=setting)
        if draft.kind in CONTAINERS:
            around = {**around, draft.kind: draft.address}
        return Node(
            draft.kind,
            draft.label,
            draft.address,
            tuple(draft.lines),
            tuple(draft.slices),
            text,
            tuple([self._node(child, around, setting) for child in draft.children]),
            references,
        )

    def _learn(self, text: str, references: Sequence[Reference]) -> bool:
        """Remember the names that a text gives; whether there are short ones, by which it may go on."""
        for reference in references:
            self._names.learn(reference.citation)
        return self._names.called_in(text, references)

    def _setting(self, draft: UnfinishedNode, text: str, setting: ReferenceContext) -> ReferenceContext:
        """The setting of a node and of what stands below it."""
        if setting.quoted:
            return setting
        if draft.kind is Kind.QUOTE:
            amended = setting.bare or self._amends
            return replace(
                setting, tree=None, bare=amended, this=amended, quoted=True, command=False, type=""
            )
        if draft.kind is Kind.ARTICLE and (commanding := self._commanding(text, self._plain)) is not None:
            return commanding
        listed = listed_instrument(text, self._names) if text.endswith(":") else None
        if listed is not None:
            return replace(setting, bare=listed)
        below = draft.kind in _COMMANDING and (setting.command or self._amends is not None)
        return (self._commanding(text, setting) if below else None) or setting

    def _commanding(self, text: str, setting: ReferenceContext) -> ReferenceContext | None:
        """The setting below words that command; None if they do not."""
        commands = commands_of(text, self._names)
        if not say_what(commands):
            return None
        amended = amended_instrument(commands) or setting.bare or self._amends
        return replace(setting, bare=amended, command=True, inherited=inherited(commands, setting.inherited))


def _addresses(drafts: Iterable[UnfinishedNode]) -> Iterator[Address]:
    for draft in drafts:
        yield draft.address
        if draft.kind is not Kind.QUOTE:
            yield from _addresses(draft.children)

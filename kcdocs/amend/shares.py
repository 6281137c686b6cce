"""What comes with a sentence, and which paragraphs of a quotation each part of a provision gets.

Every paragraph is for one of them: by the label of the provision around it, else in the order in which the
parts are named. Where that does not come out even nobody can tell whose words they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kcdocs.amend.placing import Placed
from kcdocs.amend.replaced import Replacements
from kcdocs.amend.spots import DASHES
from kcdocs.law.kinds import HEADED, LABELLED
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Part, PartKind
from kcdocs.parse.openings import heads

SHARING = frozenset(
    {
        PartKind.PARAGRAPH,
        PartKind.SENTENCE,
        PartKind.DASH,
        PartKind.PLUS,
        PartKind.BASIS,
        PartKind.LEAD,
    }
)
"""Parts that get paragraphs of what is quoted; forms, tables and rows get all of it."""

_WORDED = SHARING | {PartKind.HEADING}

_Taker = tuple[Address, tuple[Part, ...]]


def _worded(node: Node) -> str:
    """A paragraph of a quotation with the label it bears there: it shows which one of its provision it is."""
    lines = node.text.split("\n")
    return (
        "\n".join((*heads(node.kind, node.label, lines[0]), *lines[1:]))
        if node.kind in LABELLED
        else node.text
    )


@dataclass(slots=True)
class Shares:
    """The paragraphs of a quotation by what they are for.

    Attributes:
        takers: The parts named, each with its provision, in order; empty where only provisions are named.
        odd: Quoted provisions that nobody named.
    """

    takers: list[_Taker] = field(default_factory=list)
    odd: list[Node] = field(default_factory=list)
    _wholes: list[Address] = field(default_factory=list)
    _titles: dict[Address, str] = field(default_factory=dict)
    _rows: dict[Address, list[Node]] = field(default_factory=lambda: defaultdict(list))

    def of(self, address: Address, parts: tuple[Part, ...]) -> str | None:
        """The new words of a part, its paragraphs on lines of their own; None if nobody can tell which."""
        if parts[-1].kind is PartKind.HEADING and address in self._titles:
            return self._titles[address]
        takers, nodes = self._takers(address), self._rows[self._key(address)]
        beside = self.beside(address)
        rows = [_worded(node) for node in nodes if node not in beside]
        if len(takers) == len(rows):
            return rows[takers.index((address, parts))]
        alone = len(takers) == 1 and parts[-1].kind is not PartKind.HEADING
        return "\n".join(rows) if alone and (rows or not nodes) else None

    def beside(self, address: Address) -> list[Node]:
        """Rows that cannot be for a part named there: a list has its marks, a later paragraph no label."""
        nodes, takers = self._rows[self._key(address)], self._takers(address)
        kinds = {parts[-1].kind for _, parts in takers}
        if kinds <= {PartKind.DASH, PartKind.PLUS}:
            listed = [node for node in nodes if node.text.startswith((*DASHES, "+"))]
            return [node for node in nodes if node not in listed] if listed else []
        later = all(
            parts[-1].kind is PartKind.PARAGRAPH and abs(parts[-1].ordinal) > 1 for _, parts in takers
        )
        return [node for node in nodes[:1] if later and node.kind in LABELLED]

    def _takers(self, address: Address) -> list[_Taker]:
        """The parts whose words stand where those of a provision do."""
        key = self._key(address)
        return [item for item in self.takers if self._key(item[0]) == key and not self._by_label(item)]

    def takes(self, node: Node) -> bool:
        """Whether a quoted provision's own words, or a paragraph's, are those of a part that is named."""
        if node.kind in HEADED:
            return any(address == node.address and self._heads(parts) for address, parts in self.takers)
        own = node.address if node.kind in LABELLED else node.address.parent
        return any(address == own and parts[-1].kind in _WORDED for address, parts in self.takers)

    def _heads(self, parts: tuple[Part, ...]) -> bool:
        return parts[-1].kind is PartKind.HEADING

    def _key(self, address: Address) -> Address:
        """Under which provision's label its words stand; none if it is not repeated."""
        return address if address in self._rows or address in self._titles else Address()

    def _by_label(self, taker: _Taker) -> bool:
        return taker[1][-1].kind is PartKind.HEADING and taker[0] in self._titles

    def read(self, node: Node, under: Address = Address()) -> None:  # noqa: B008 - it is frozen
        """Take a quoted provision in."""
        own = node.address
        if own in self._wholes:
            return
        if node.kind is Kind.QUOTE:
            self.odd.append(node)
            return
        if node.kind not in LABELLED:
            self._rows[under].extend([node] if node.text else [])
        elif any(address == own for address, _ in self.takers):
            under = own
            if node.kind in HEADED:
                self._titles[own] = node.text
            else:
                self._rows[own].extend([node] if node.text else [])
        elif not any(address.starts_with(own) for address in self._named()):
            self.odd.append(node)
            return
        for child in node.children:
            self.read(child, under)

    def close(self) -> None:
        """Call those paragraphs odd that no part is there for."""
        keys = {self._key(address) for address, parts in self.takers if not self._by_label((address, parts))}
        self.odd += [node for key, nodes in self._rows.items() if key not in keys for node in nodes]

    def _named(self) -> list[Address]:
        return [*self._wholes, *(address for address, _ in self.takers)]


@dataclass(frozen=True, slots=True)
class Material:
    """What comes with a sentence.

    Attributes:
        contents: The provisions quoted below it.
        inline: New text quoted in its own line; empty where none is.
        annexes: The annexes of the amending instrument by label.
        annexed: Whether it has annexes at all, also such as bear the label of another.
        replaced: What its annexes themselves say that they take the place of.
        left_over: Words of the sentence that belong to none of its commands.
        shares: Which of the contents is for which part.
    """

    contents: Sequence[Node]
    inline: str
    annexes: Mapping[str, Node]
    annexed: bool = False
    replaced: Replacements = field(default_factory=Replacements)
    left_over: tuple[str, ...] = ()
    shares: Shares = field(default_factory=Shares)


def share(contents: Sequence[Node], placed: Sequence[Placed]) -> Shares:
    """The paragraphs quoted for a sentence, by the parts and provisions it names.

    Args:
        contents: What is quoted.
        placed: The sentence's commands.
    """
    named = [
        (one.address, one.parts)
        for item in placed
        if item.command.act in (Act.REPLACE, Act.INSERT)
        if not (item.command.substitutes or item.command.news or item.command.group)
        for one in item.items
    ]
    shares = Shares(
        [one for one in named if one[1]], _wholes=[address for address, parts in named if not parts]
    )
    for node in contents if shares.takers else ():
        shares.read(node)
    shares.close()
    return shares

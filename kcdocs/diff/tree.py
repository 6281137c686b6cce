"""Instruments made ready for alignment: every provision with keys of its content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kcdocs.diff import limits
from kcdocs.diff.lexicon import Lexicon, Words, own_references
from kcdocs.law.kinds import GROUPING
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.model.instrument import Instrument

END_SIGNS = " .;,"
"""Signs at the end of a text that do not count where texts are held to be equal."""

_PROSE = frozenset({Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH, Kind.OTHER})


@dataclass(slots=True, eq=False)
class Unit:
    """A provision during alignment.

    Attributes:
        node: The provision.
        parent: The unit it stands in; None for the instrument.
        index: Its place in reading order, from 1; 0 for the instrument.
        children: Units below, in order.
        own: Key of its own words, references masked.
        whole: Key of its words and all below, labels and references masked.
        weight: Characters of its words and all below.
        quoted: Whether it stands inside a quotation, where addresses are of another instrument.
        twin: The one unit of the other instrument that it can become, as both hold its text once.
        order: All units of its instrument by index.
        end: Index behind the last one below it.
        family: The kind, one for all kinds of running text: only units of one family become one another.
    """

    node: Node
    parent: Unit | None
    index: int
    children: list[Unit] = field(default_factory=list)
    own: int = 0
    whole: int = 0
    weight: int = 0
    quoted: bool = False
    twin: Unit | None = None
    order: list[Unit] = field(default_factory=list)
    end: int = 1
    _words: Words | None = None
    _code: str | None = None
    family: Kind = field(init=False)

    def __post_init__(self) -> None:
        self.family = Kind.PARAGRAPH if self.node.kind in _PROSE else self.node.kind

    def may_become(self, other: Unit, *, alike: bool = False) -> bool:
        """Whether neither of the two has its twin elsewhere.

        Args:
            other: A unit of the other instrument.
            alike: Whether they are much alike and bear one label: then one of them may have a twin, if short.
        """
        if (self.twin, other.twin) in ((None, None), (other, self)):
            return True
        one_sided = self.twin is None or other.twin is None
        return alike and one_sided and all(unit.twin is None or unit.short for unit in (self, other))

    @property
    def short(self) -> bool:
        """Whether its text is so short that others may be equal to it by chance."""
        return self.weight < limits.FAR_WEIGHT

    def walk(self) -> list[Unit]:
        """The unit and all below, in reading order."""
        return self.order[self.index : self.end]

    def flow(self) -> Iterator[Unit]:
        """The children, those of containers in place of the containers."""
        for child in self.children:
            if child.node.kind in GROUPING:
                yield from child.flow()
            else:
                yield child

    def words(self, lexicon: Lexicon) -> Words:
        """Its own text, cut into tokens once."""
        if self._words is None:
            self._words = lexicon.words(self.node)
        return self._words

    def code(self, lexicon: Lexicon) -> str:
        """The code points of its words and all below."""
        if self._code is None:
            self._code = "".join(unit.words(lexicon).code for unit in self.walk())
        return self._code


def grow(old: Instrument, new: Instrument, lexicon: Lexicon) -> tuple[Unit, Unit]:
    """Make both instruments ready.

    Args:
        old: The one instrument.
        new: The other.
        lexicon: The code points of this comparison.

    Returns:
        The root unit of each; its node is made up and stands in neither instrument.
    """
    roots = _root(old), _root(new)
    _key_own(roots[0].order[1:], roots[1].order[1:], lexicon)
    shapes: dict[object, int] = {}
    for root in roots:
        _key_whole(root, shapes)
    return roots


def _root(instrument: Instrument) -> Unit:
    node = Node(Kind.OTHER, "", Address(), (), (), "", instrument.nodes)
    root = Unit(node, None, 0)
    root.order.append(root)
    _grow(root)
    return root


def _grow(unit: Unit) -> None:
    order, quoted = unit.order, unit.quoted or unit.node.kind is Kind.QUOTE
    for node in unit.node.children:
        child = Unit(node, unit, len(order), quoted=quoted, order=order)
        order.append(child)
        unit.children.append(child)
        _grow(child)
    unit.end = len(order)


def _key_own(olds: Iterable[Unit], news: Iterable[Unit], lexicon: Lexicon) -> None:
    """Give equal texts equal keys; a text that stands on one side only is looked at word by word.

    The sign at the end does not count: a clause that became a point ends in another one.
    """
    sides = [[(unit, _masked(unit.node).rstrip(END_SIGNS)) for unit in side] for side in (olds, news)]
    shared = {text for _, text in sides[0]} & {text for _, text in sides[1]}
    keys: dict[str, int] = {}
    for side in sides:
        for unit, text in side:
            key = text if text in shared else "\0" + unit.words(lexicon).code
            unit.own = keys.setdefault(key, len(keys))


def _masked(node: Node) -> str:
    pieces, start = [], 0
    for reference in own_references(node):
        pieces.append(node.text[start : reference.span.start])
        start = reference.span.end
    return "\x01".join((*pieces, node.text[start:])) if pieces else node.text


def _key_whole(unit: Unit, shapes: dict[object, int]) -> None:
    for child in unit.children:
        _key_whole(child, shapes)
    shape = (unit.family, unit.own, *(child.whole for child in unit.children))
    unit.whole = shapes.setdefault(shape, len(shapes))
    unit.weight = len(unit.node.text) + sum(child.weight for child in unit.children)

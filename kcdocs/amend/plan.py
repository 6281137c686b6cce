"""Planning: the commands a drafter would write to turn the original into a rewritten draft."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kcdocs.amend import limits
from kcdocs.amend.apply import apply
from kcdocs.amend.errors import UnplannableError
from kcdocs.amend.gaps import left_open, within
from kcdocs.amend.layout import Placement, RewriteError, lay_out
from kcdocs.amend.make import make
from kcdocs.amend.phrasing import NOWHERE, PlannedPhrase, phrases, too_few, word_operations
from kcdocs.amend.remap import remapped
from kcdocs.law.commanding import REPEALED
from kcdocs.law.kinds import GROUPING, LABELLED
from kcdocs.model.address import Address, Kind
from kcdocs.model.comparison import Comparison
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Act, Operation, Part, PartKind


@dataclass(frozen=True, slots=True)
class Plan:
    """The commands that make a draft of an original.

    Attributes:
        operations: In the order of the target's provisions; words and repeals last.
        addresses: Draft address → address in the amended instrument, for every labelled provision.
        gaps: Provisions of the amended instrument that no command makes, outermost only; at each an operation
            with a reason against it holds the place.
    """

    operations: tuple[Operation, ...]
    addresses: Mapping[Address, Address]
    gaps: frozenset[Address] = frozenset()

    @property
    def commands(self) -> bool:
        """Whether anything is commanded at all."""
        return any(not item.reason for item in self.operations)

    def without(self, unreached: Collection[Address]) -> Plan:
        """The same plan with gaps at some provisions, the innermost of those given."""
        inner = [
            item for item in unreached if not any(within(other, item) for other in unreached if other != item)
        ]
        operations, gaps = left_open(self.operations, {*self.gaps, *inner})
        return replace(self, operations=operations, gaps=gaps)

    def leaves_open(self, address: Address) -> bool:
        """Whether a provision stands in a gap."""
        return any(within(address, gap) for gap in self.gaps)


def plan_commands(comparison: Comparison) -> Plan:
    """Plan the commands.

    The smallest sensible unit is amended: a clause rather than one of its words, an article whole when most
    of it changes, a phrase that changes in several places by one command. Nothing is renumbered: where
    the draft renumbers or moves, the address map says what stands where instead. The plan is applied and
    held against the draft before it is returned; what it does not reach is a gap in it.

    Args:
        comparison: The original against the draft.

    Raises:
        UnplannableError: If the draft cannot be laid out over the original at all.
    """
    whole: frozenset[Address] = frozenset()
    known = phrases(comparison)
    for _ in range(limits.ROUNDS):
        try:
            made = _Planner(comparison, whole, known).plan()
        except RewriteError as asked:
            whole |= asked.whole
            continue
        wrong = differing(comparison.new, apply(comparison.old, made.operations).amended, made)
        if not wrong:
            return made
        articles = {Address(item.steps[:1]) for item in wrong if item.steps[0].kind is Kind.ARTICLE}
        wider = articles - whole
        if not wider and not known:
            return _with_gaps(comparison, made, wrong)
        whole |= wider
        known = known if wider else []
    raise UnplannableError(comparison.new.name, [])


def _with_gaps(comparison: Comparison, made: Plan, wrong: Collection[Address]) -> Plan:
    """The plan with gaps at all that it does not reach, one round after the other from inside out."""
    while wrong and made.commands:
        made = made.without(wrong)
        wrong = differing(comparison.new, apply(comparison.old, made.operations).amended, made)
    return made


Contents = tuple[str, tuple[tuple[Kind, str], ...]]
"""A provision's words, and in order what stands below it: labels, or words where there is no label."""


def differing(draft: Instrument, amended: Instrument, made: Plan) -> set[Address]:
    """Provisions of the amended instrument that are not what the draft has, under the address map.

    Those in a gap are not asked for.
    """
    wanted = dict(_wanted(draft.nodes, made))
    own = replace(made, addresses={})
    given = {
        node.address: (node.text, _below(node, own))
        for node in amended.provisions()
        if node.kind in LABELLED and node.text != REPEALED and not made.leaves_open(node.address)
    }
    return {address for address in {*wanted, *given} if wanted.get(address) != given.get(address)}


def _wanted(nodes: Sequence[Node], made: Plan) -> Iterator[tuple[Address, Contents]]:
    for node in nodes:
        if node.kind in LABELLED and node.text != REPEALED:
            address = made.addresses[node.address]
            if made.leaves_open(address):
                continue
            yield address, (remapped(node, address, made.addresses), _below(node, made))
            yield from _wanted(node.children, made)


def _below(node: Node, made: Plan) -> tuple[tuple[Kind, str], ...]:
    """What stands below a node, without what is left open."""
    return tuple(
        (child.kind, _name(child, made.addresses))
        for child in node.children
        if child.text != REPEALED
        and child.kind is not Kind.QUOTE
        and not made.leaves_open(made.addresses.get(child.address, child.address))
    )


def _name(node: Node, addresses: Mapping[Address, Address]) -> str:
    if node.kind in LABELLED:
        return addresses.get(node.address, node.address).label
    return remapped(node, node.address, addresses)


_WORDED = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.POINT})
"""Kinds in which a phrase may be changed as a whole."""


class _Planner:
    """One attempt at a plan, with a fixed set of provisions rewritten whole."""

    def __init__(
        self, comparison: Comparison, whole: frozenset[Address], known: Sequence[PlannedPhrase]
    ) -> None:
        self._comparison = comparison
        self._whole = whole
        self._layout: Placement = lay_out(comparison, whole)
        self._phrases = known
        self._ask: set[Address] = set()
        self._worded: dict[PlannedPhrase, list[Node]] = {}
        self._operations: list[Operation] = []

    def plan(self) -> Plan:
        """The plan.

        Raises:
            RewriteError: If more provisions must be rewritten whole.
        """
        self._visit(self._comparison.new.nodes)
        self._ask |= {*too_few(self._worded), *self._mostly_changed()}
        if self._ask:
            raise RewriteError(self._ask)
        return Plan(
            (*self._operations, *word_operations(self._worded), *self._repeals()), self._layout.addresses
        )

    def _visit(self, nodes: Sequence[Node]) -> None:
        for node in nodes:
            if node.kind not in LABELLED:
                continue
            old = self._layout.kept.get(node.key)
            if old is None:
                if node.key in self._layout.insertions:
                    self._insert(node)
            elif old.address in self._whole or node.kind is Kind.ANNEX:
                self._replace(node, old)
            elif not self._by_phrase(node, old):
                self._amend(node, old)
                self._visit(node.children)

    def _insert(self, first: Node) -> None:
        run = self._layout.insertions[first.key]
        for node in run.nodes:
            address = self._layout.addresses[node.address]
            self._operations.append(
                Operation(
                    Act.INSERT,
                    address,
                    NOWHERE,
                    content=(self._made(node),),
                    anchor=run.anchor,
                    side=run.side,
                )
            )

    def _replace(self, node: Node, old: Node) -> None:
        made = self._made(node)
        if _content(made) != _content(old):
            self._operations.append(Operation(Act.REPLACE, old.address, NOWHERE, content=(made,)))

    def _amend(self, node: Node, old: Node) -> None:
        """A provision that stays: its heading, its words, or all of it."""
        words = self._words(node)
        if self._loose(node, new=True) != self._loose(old, new=False):
            self._ask.add(old.address)
        elif words == old.text:
            return
        elif words == REPEALED:
            self._layout.repealed.append(old)
        elif node.kind in GROUPING or node.kind is Kind.ARTICLE:
            self._operations.append(
                Operation(Act.RETITLE, old.address, NOWHERE, parts=(Part(PartKind.HEADING),), new=words)
            )
        else:
            self._ask.add(old.address)

    def _by_phrase(self, node: Node, old: Node) -> bool:
        """Whether one phrase alone makes a provision's own words, and all below, the draft's; noted if so."""
        own = self._words(node) != old.text or self._loose(node, new=True) != self._loose(old, new=False)
        if not own or node.kind not in _WORDED or [*_shape(node)] != [*_shape(old)]:
            return False
        before = [item.text for item in old.walk()]
        after = [self._words(item) for item in node.walk()]
        found = next((phrase for phrase in self._phrases if phrase.turns(before, after)), None)
        if found is not None:
            self._worded.setdefault(found, []).append(old)
        return found is not None

    def _loose(self, node: Node, *, new: bool) -> list[object]:
        """What stands below a node without a label, in its place between the siblings that stay."""
        stay = {old.key for old in self._layout.kept.values()}
        found: list[object] = []
        for child in node.children:
            if child.kind not in LABELLED:
                found.append((child.kind, self._words(child) if new else child.text))
            elif new and child.key in self._layout.kept:
                found.append(self._layout.kept[child.key].key)
            elif not new and child.key in stay:
                found.append(child.key)
        return found if any(isinstance(item, tuple) for item in found) else []

    def _mostly_changed(self) -> set[Address]:
        """Articles most of whose words would be rewritten piece by piece."""
        changed: dict[Address, list[Operation]] = {}
        for operation in self._operations:
            if (
                operation.content
                and operation.target.steps[0].kind is Kind.ARTICLE
                and len(operation.target.steps) > 1
            ):
                changed.setdefault(Address(operation.target.steps[:1]), []).append(operation)
        sizes = {
            node.address: _size(node)
            for node in self._comparison.old.provisions()
            if node.kind is Kind.ARTICLE
        }
        return {
            address
            for address, operations in changed.items()
            if len(operations) > 1
            and address in sizes
            and sum(_size(node) for item in operations for node in item.content)
            > limits.REWRITTEN * sizes[address]
        }

    def _repeals(self) -> Iterator[Operation]:
        order = {node.address: place for place, node in enumerate(self._comparison.old.provisions())}
        gone = {node.address for node in self._layout.repealed}
        for node in sorted(self._layout.repealed, key=lambda item: order[item.address]):
            steps = node.address.steps
            inside = any(Address(steps[:length]) in gone for length in range(1, len(steps)))
            if node.text != REPEALED and not inside:
                yield Operation(Act.REPEAL, node.address, NOWHERE)

    def _words(self, node: Node) -> str:
        address = self._layout.addresses.get(node.address, node.address)
        return remapped(node, address, self._layout.addresses)

    def _made(self, node: Node) -> Node:
        """A draft's node as new text of the amended instrument."""
        return self._made_at(node, self._layout.addresses[node.address])

    def _made_at(self, node: Node, address: Address) -> Node:
        words = self._words(node)
        children = []
        for child in node.children:
            below = self._layout.addresses.get(child.address) or address.child(child.kind, child.label)
            children.append(self._made_at(child, below))
        return make(address, words, children)


def _shape(node: Node) -> Iterator[tuple[Kind, str]]:
    """What stands where below a provision."""
    return ((item.kind, item.label) for item in node.walk())


def _content(node: Node) -> list[tuple[Kind, str, str]]:
    return [(item.kind, item.label, item.text) for item in node.walk()]


def _size(node: Node) -> int:
    return sum(len(item.text) for item in node.walk())

"""Planning, first step: which label each provision of a rewritten draft keeps or gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kcdocs.amend.errors import UnplannableError
from kcdocs.diff.moves import heaviest_run
from kcdocs.law.kinds import LABELLED
from kcdocs.law.numbering import NoLabelError, new_labels
from kcdocs.model.address import Address, Kind
from kcdocs.model.comparison import Comparison
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Side
from kcdocs.text.labels import following, inserted


class RewriteError(Exception):
    """Some provisions must be rewritten whole; `whole` are their addresses in the original."""

    def __init__(self, whole: set[Address]) -> None:
        super().__init__(whole)
        self.whole = whole


@dataclass(frozen=True, slots=True)
class Insertion:
    """New siblings side by side.

    Attributes:
        nodes: The draft's nodes.
        anchor: The neighbour in the amended instrument, None if the parent has no sibling of that kind.
        side: On which side of the anchor they stand.
    """

    nodes: tuple[Node, ...]
    anchor: Address | None
    side: Side


@dataclass(slots=True)
class Placement:
    """Where everything goes.

    Attributes:
        addresses: Draft address → address in the amended instrument.
        kept: Key of a draft node → the original's node that stays in its place.
        insertions: Key of a run's first node → the run.
        repealed: The original's nodes that go, outermost only.
    """

    addresses: dict[Address, Address] = field(default_factory=dict)
    kept: dict[int, Node] = field(default_factory=dict)
    insertions: dict[int, Insertion] = field(default_factory=dict)
    repealed: list[Node] = field(default_factory=list)


def lay_out(comparison: Comparison, whole: frozenset[Address]) -> Placement:
    """Lay the draft out over the original without renumbering.

    Args:
        comparison: The original against the draft.
        whole: Provisions of the original that are rewritten whole.

    Raises:
        RewriteError: If more of them must be.
        UnplannableError: If more articles are put in at one place than there are letters for.
    """
    return _LayoutBuilder(comparison, whole).lay()


class _LayoutBuilder:
    def __init__(self, comparison: Comparison, whole: frozenset[Address]) -> None:
        self._old, self._new = comparison.old, comparison.new
        self._whole = whole
        self._partner = {row.news[0].key: row.olds[0] for row in comparison.rows if row.olds and row.news}
        self._layout = Placement()
        self._rewrite: set[Address] = set()

    def lay(self) -> Placement:
        """The layout."""
        self._pair(self._old.nodes, self._new.nodes)
        labels = self._article_labels()
        self._address(self._old.nodes, self._new.nodes, Address(), labels, None)
        if self._rewrite - self._whole:
            raise RewriteError(self._rewrite)
        return self._layout

    def _pair(self, olds: Sequence[Node], news: Sequence[Node]) -> None:
        """Keep as many siblings as stand in the same order on both sides, the heavier first."""
        for kind in LABELLED:
            places = {node.key: place for place, node in enumerate(olds) if node.kind is kind}
            met = [(node, self._partner.get(node.key)) for node in news if node.kind is kind]
            pairs = [(new, old) for new, old in met if old is not None and old.key in places]
            weights = [sum(len(node.text) for node in old.walk()) + 1 for _, old in pairs]
            for index in heaviest_run([places[old.key] for _, old in pairs], weights):
                new, old = pairs[index]
                self._layout.kept[new.key] = old
                if old.address not in self._whole and kind is not Kind.ANNEX:
                    self._pair(old.children, new.children)

    def _article_labels(self) -> dict[int, str]:
        """The label of every article of the draft's body: their numbers run through all chapters."""
        taken = [node.label for node in _articles(self._old)]
        count = len(taken)
        labels: dict[int, str] = {}
        after: str | None = None
        for kept, run in groupby(_articles(self._new), key=lambda node: node.key in self._layout.kept):
            nodes = list(run)
            if kept:
                labels |= {node.key: self._layout.kept[node.key].label for node in nodes}
                after = labels[nodes[-1].key]
            else:
                given = self._lettered(taken, count, after, nodes) if count else []
                own = given or [node.label for node in nodes]
                labels |= {node.key: label for node, label in zip(nodes, own, strict=True)}
                taken += given
        return labels

    def _lettered(
        self, taken: Sequence[str], count: int, after: str | None, nodes: Sequence[Node]
    ) -> list[str]:
        """The labels of articles inserted in a row, where there are letters enough behind one number."""
        try:
            return _article_run(taken, taken[count - 1], after, len(nodes))
        except ValueError:
            raise UnplannableError(self._new.name, [nodes[0].address.spoken()]) from None

    def _address(
        self,
        olds: Sequence[Node],
        news: Sequence[Node],
        base: Address,
        labels: Mapping[int, str],
        inside: Address | None,
    ) -> None:
        """Give every labelled node its address; `inside` is what is rewritten whole around them."""
        kept = self._layout.kept
        if inside is None:
            gone = {kept[node.key].key for node in news if node.key in kept}
            self._layout.repealed += [node for node in olds if node.kind in LABELLED and node.key not in gone]
        runs = groupby(
            [node for node in news if node.kind in LABELLED], key=lambda node: (node.kind, node.key in kept)
        )
        for (kind, stays), run in runs:
            nodes = list(run)
            if stays:
                given = [kept[node.key].label for node in nodes]
            elif kind is Kind.ARTICLE:
                given = [labels.get(node.key, node.label) for node in nodes]
            else:
                given = self._given(olds, news, nodes, inside)
            for node, label in zip(nodes, given, strict=True):
                self._settle(node, label, base, labels, inside)
            if not stays and inside is None:
                self._insertion(news, nodes)

    def _given(
        self, olds: Sequence[Node], news: Sequence[Node], nodes: Sequence[Node], inside: Address | None
    ) -> list[str]:
        kind = nodes[0].kind
        if inside is not None:
            return [node.label for node in nodes]
        siblings = [node.label for node in olds if node.kind is kind]
        before = self._neighbour(news, nodes[0], -1)
        try:
            return new_labels(siblings, before.label if before else None, len(nodes))
        except NoLabelError:
            self._ask_whole(nodes[0])
            return [node.label for node in nodes]

    def _settle(
        self, node: Node, label: str, base: Address, labels: Mapping[int, str], inside: Address | None
    ) -> None:
        annex = base.steps[:1] if base.steps and base.steps[0].kind is Kind.ANNEX else ()
        root = Address(annex) if node.kind is Kind.ARTICLE else base
        address = root.child(node.kind, label)
        self._layout.addresses[node.address] = address
        old = self._layout.kept.get(node.key)
        shut = old is None or old.address in self._whole or node.kind is Kind.ANNEX
        within = inside or (address if shut else None)
        self._address(old.children if old else (), node.children, address, labels, within)

    def _insertion(self, news: Sequence[Node], nodes: Sequence[Node]) -> None:
        before, after = self._neighbour(news, nodes[0], -1), self._neighbour(news, nodes[-1], 1)
        if before is not None:
            found = Insertion(tuple(nodes), before.address, Side.AFTER)
        elif after is not None:
            found = Insertion(tuple(nodes), after.address, Side.BEFORE)
        else:
            found = Insertion(tuple(nodes), None, Side.AFTER)
            self._ask_whole(nodes[0])
        self._layout.insertions[nodes[0].key] = found

    def _neighbour(self, news: Sequence[Node], node: Node, step: int) -> Node | None:
        """The original's node kept next to a draft's node, before (-1) or behind it (1)."""
        same = [item for item in news if item.kind is node.kind]
        place = next(index for index, item in enumerate(same) if item is node) + step
        if not 0 <= place < len(same):
            return None
        return self._layout.kept.get(same[place].key)

    def _ask_whole(self, node: Node) -> None:
        """Ask for the provision around a node to be rewritten whole, where one can be."""
        around = self._around(node)
        if around is not None and around.kind in (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT):
            self._rewrite.add(around.address)

    def _around(self, node: Node) -> Node | None:
        parents = (
            item
            for top in self._new.nodes
            for item in top.walk()
            if any(child is node for child in item.children)
        )
        parent = next(parents, None)
        return self._layout.kept.get(parent.key) if parent else None


def _articles(instrument: Instrument) -> Iterator[Node]:
    for node in instrument.provisions():
        if node.kind is Kind.ARTICLE and node.address.steps[0].kind is Kind.ARTICLE:
            yield node


def _article_run(taken: Sequence[str], last: str, after: str | None, count: int) -> list[str]:
    """Labels of articles inserted in a row.

    Args:
        taken: Labels that stand in the original or were given to earlier runs.
        last: The original's last label; behind it come plain numbers.
        after: The label they follow, None at the head: there too letters follow the first number.
        count: How many.

    Raises:
        ValueError: If there are no letters left for them.
    """
    base = after or taken[0]
    labels: list[str] = []
    label = base
    while len(labels) < count:
        plain = base == last and after is not None
        label = following(label) if plain else inserted(base, label if label != base else "")
        if label not in taken:
            labels.append(label)
    return labels

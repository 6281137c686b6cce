"""The bench: an instrument's twigs by address, as they stood before any command touched them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kcdocs.amend.twig import Twig, trunk
from kcdocs.law.kinds import CONTAINERS
from kcdocs.model.address import Address, Kind, Step
from kcdocs.model.instrument import Instrument, Node

_ITEMS = (Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CLAUSE, Kind.POINT)
"""What an item of an annex may be called: drafters say "mục 1", "khoản 1" or "điểm 1" of the same one."""


class RefusedError(Exception):
    """A command that cannot be done wholly; the message says why, in Vietnamese."""


class Bench:
    """An instrument being amended.

    Attributes:
        top: The twig that holds all its top twigs.
    """

    def __init__(self, original: Instrument) -> None:
        self.top = trunk(original)
        self._by_address: dict[Address, list[Twig]] = {}
        self._parents: dict[Twig, Twig] = {}
        self.enter(self.top)

    def enter(self, twig: Twig) -> None:
        """Make a twig and all below it known by address and parent."""
        for item in twig.walk():
            self._by_address.setdefault(item.address, []).append(item)
            self._parents |= dict.fromkeys(item.children, item)

    def put(self, twig: Twig, parent: Twig, *, after: Twig | None = None, before: Twig | None = None) -> None:
        """Add a new twig below a parent, beside a child or where its label ranks."""
        parent.place_child(twig, after=after, before=before)
        self._parents[twig] = parent
        self.enter(twig)

    def swap(self, olds: Sequence[Twig], news: Sequence[Twig]) -> None:
        """Let twigs give way to others, which stand where the first of them stood.

        What hangs on one of them and stays is hung where it was; a quotation goes with what it quotes.
        """
        gone = set(olds)
        parent = self.parent(olds[0])
        place = parent.children.index(olds[0])
        parent.children[place:place] = news
        self._parents |= dict.fromkeys(news, parent)
        for old in reversed(olds):
            around = self.parent(old)
            at = around.children.index(old)
            quoted = old.kind is Kind.QUOTE
            stay = [child for child in old.children if child not in gone and not quoted]
            around.children[at : at + 1] = stay
            self._parents |= dict.fromkeys(stay, around)
            old.children = []

    def parent(self, twig: Twig) -> Twig:
        """The twig it hangs on."""
        return self._parents[twig]

    def has(self, address: Address) -> bool:
        """Whether there is a provision with that very address."""
        return address in self._by_address

    def holder(self, address: Address) -> Twig | None:
        """The provision with that very address, None if there is none."""
        return next(iter(self._by_address.get(address, ())), None)

    def find(self, address: Address) -> Twig:
        """The one provision an address means.

        A section may be named without its chapter, an item of an annex by another unit's name, and the only
        annex without a number.

        Raises:
            RefusedError: If there is none, or more than one.
        """
        if not address.steps:
            return self.top
        found = self._by_address.get(address) or list(self._shortened(address))
        if not found:
            raise RefusedError(f"Văn bản gốc không có {address.spoken()}.")
        if len(found) > 1:
            raise RefusedError(f"Văn bản gốc có {len(found)} chỗ cùng là {address.spoken()}.")
        return found[0]

    def _shortened(self, address: Address) -> list[Twig]:
        head, *rest = address.steps
        if head.kind not in CONTAINERS:
            return []
        tops = [twig for twig in self.top.walk() if twig.kind is head.kind and _same(twig, head)]
        for step in rest:
            tops = [child for twig in tops for child in _children(twig, step, annex=head.kind is Kind.ANNEX)]
        return tops

    def home(self, address: Address) -> Twig:
        """The twig that a new provision belongs below when no neighbour is named."""
        if address.kind is not Kind.ARTICLE or len(address.steps) > 1:
            return self.find(address.parent)
        articles = [twig for twig in self.top.walk() if twig.kind is Kind.ARTICLE]
        if not articles:
            return self.top
        probe = Twig(Node(Kind.ARTICLE, address.label, address, (), (), ""), address)
        shelf = Twig(self.top.node, Address())
        shelf.children = list(articles)
        shelf.place_child(probe)
        place = shelf.children.index(probe)
        return self.parent(articles[max(place - 1, 0)])


def _same(twig: Twig, step: Step) -> bool:
    return not step.label or _plain(twig.label) == _plain(step.label)


def _plain(label: str) -> str:
    return label.lstrip("0").lower() if label[:1].isdigit() else label


def _children(twig: Twig, step: Step, *, annex: bool) -> Iterable[Twig]:
    exact = [child for child in twig.children if (child.kind, child.label) == (step.kind, step.label)]
    if exact or not annex or step.kind not in _ITEMS:
        return exact
    items = [child for child in twig.children if child.kind in _ITEMS]
    return [child for child in items if _plain(child.label) == _plain(step.label)]

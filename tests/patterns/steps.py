"""The steps that a search with a pattern may take through its automaton, one way or two ways at a time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from enum import StrEnum
from itertools import product

from automaton import Automaton, Condition, Edge, Word

BEGIN, SEARCH = (
    -1,
    -2,
)  # the states before the first character of a match: at the begin of the text, and later


class Use(StrEnum):
    """How a pattern is put to a text: which decides what may come before and what must come after."""

    MATCH = "match"
    FULLMATCH = "fullmatch"
    SEARCH = "search"


class Steps:
    """Which edges may be taken from a state after one character and on another."""

    def __init__(self, pattern: re.Pattern[str] | re.Pattern[bytes], use: Use) -> None:
        self.automaton = Automaton(pattern.pattern, pattern.flags & ~re.DEBUG)
        self.use = use
        self.alphabet = self.automaton.alphabet()
        looks = self.automaton.looks
        self._looks = {char: tuple(reads(char) for reads in looks) for char in self.alphabet}
        self.out: dict[int, list[Edge]] = defaultdict(list)
        self.times = self.automaton.edges
        for edge in [*self.automaton.edges, *self._starts()]:
            self.out[edge.start].append(edge)
        self._moves: dict[tuple[int, str | None], dict[str, list[Edge]]] = {}
        self._readable: dict[int, list[str]] = {}
        self._after: dict[int, frozenset[int]] = {}

    def _starts(self) -> Iterator[Edge]:
        nothing: tuple[Condition, ...] = ()
        states = [BEGIN, SEARCH] if self.use is Use.SEARCH else [BEGIN]
        for state in states:
            for entry in self.automaton.whole.first:
                yield Edge(state, entry.state, entry.conditions, frozenset())
            if self.use is Use.SEARCH:
                yield Edge(state, SEARCH, nothing, frozenset())

    def reads(self, state: int, char: str) -> bool:
        return state == SEARCH or (state >= 0 and self.automaton.reads[state](char))

    def inside(self, state: int) -> frozenset[int]:
        """The closed groups that a state stands in."""
        return self.automaton.inside[state] if state >= 0 else frozenset()

    def moves(self, state: int, before: str | None) -> dict[str, list[Edge]]:
        """What a state that was entered by reading `before` may read next, and the edges that does take."""
        key = (state, before)
        if key not in self._moves:
            found: dict[str, list[Edge]] = {}
            for edge in self.out.get(state, ()):
                for char in self.read(edge.end):
                    if all(condition.holds(before, char) for condition in edge.conditions):
                        found.setdefault(char, []).append(edge)
            self._moves[key] = found
        return self._moves[key]

    def read(self, state: int) -> list[str]:
        if state not in self._readable:
            self._readable[state] = [char for char in self.alphabet if self.reads(state, char)]
        return self._readable[state]

    def told_apart(self, states: Iterable[int]) -> frozenset[str]:
        """One character for each way in which some states and what stands between them tell characters apart."""
        read = [set(self.read(state)) for state in states if state != SEARCH]
        kinds = {(self._looks[char], *(char in chars for chars in read)): char for char in self.alphabet}
        return frozenset(kinds.values())

    def reachable(self, states: frozenset[int], chars: frozenset[str]) -> set[int]:
        """The states that some states lead to by reading nothing but some characters, closed groups left aside."""
        found = {(state, char) for state in states for char in self.read(state)}
        waiting = list(found)
        while waiting:
            moves = self.moves(*waiting.pop())
            fresh = {(edge.end, char) for char in moves.keys() & chars for edge in moves[char]} - found
            found |= fresh
            waiting += fresh
        return {state for state, _ in found}

    def pending(self, words: frozenset[Word], char: str, edges: Iterable[Edge]) -> frozenset[Word] | None:
        """What is left of the words that may not follow after one more character; None if one of them did."""
        fresh = [word for edge in edges for one in edge.conditions for word in one.denied]
        left = frozenset(word[1:] for word in (*words, *fresh) if word[0](char))
        return None if () in left else left

    def after(self, state: int) -> frozenset[int]:
        """The states that may follow a state, sooner or later."""
        if state not in self._after:
            found: set[int] = set()
            waiting = [state]
            while waiting:
                fresh = {edge.end for edge in self.out.get(waiting.pop(), ())} - found
                found |= fresh
                waiting += fresh
            self._after[state] = frozenset(found)
        return self._after[state]


def _both(steps: Steps, one: Edge, two: Edge) -> frozenset[int] | None:
    """The closed groups that two ways share after parting at one state; None if only one way is tried.

    Of the ways through a closed group only the first that reaches its end is kept.
    """
    if one.left != two.left:
        return None
    return steps.inside(one.end) & steps.inside(two.end)


def side_by_side(
    steps: Steps, one: int, two: int, before: str, shared: frozenset[int], chars: AbstractSet[str]
) -> Iterator[tuple[str, Edge, Edge, frozenset[int]]]:
    """The pairs of edges that two ways take on one of some characters, and the closed groups they then share."""
    seconds = steps.moves(two, before)
    for char, firsts in steps.moves(one, before).items():
        for first, second in product(firsts, seconds.get(char, ()) if char in chars else ()):
            if one == two:
                groups = _both(steps, first, second)
                if groups is not None:
                    yield char, first, second, groups
            elif not (first.left | second.left) & shared:
                yield char, first, second, shared

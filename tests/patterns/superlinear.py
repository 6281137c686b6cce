"""Whether the time of a pattern may grow faster than the text it is tried on, told from its structure.

A matcher that goes back over its choices is slow where the same stretch of text can be read in two ways:

* *nested*: one loop can read a stretch in two ways, so each repetition doubles the ways (exponential);
* *neighbours*: a stretch can be read by a loop, by a later loop, and by going from the one to the other,
  so every place in it may be the border (a square, or more with more loops);
* *starts*: the search begins anew at each character, and a loop near the begin of the pattern runs over what
  was run over already (a square).

The three are the ambiguities of automata (Weber and Seidl, On the degree of ambiguity of finite automata,
1991, criteria EDA and IDA), where the search itself is a loop before the pattern.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from automaton import Word
from steps import BEGIN, SEARCH, Steps, Use, side_by_side

Node = TypeVar("Node", bound=Hashable)


@dataclass(frozen=True)
class Slow:
    """A pattern that is slow on `before + pump * n` and an end that does not fit, for a growing n."""

    kind: str
    before: str
    pump: str


def slow(pattern: re.Pattern[str] | re.Pattern[bytes], use: Use = Use.SEARCH) -> Slow | None:
    """Why a pattern's time may grow faster than its text; None if it cannot.

    Args:
        pattern: A compiled pattern.
        use: How it is put to texts.
    """
    steps = Steps(pattern, use)
    loops = _loops(steps)
    return _nested(steps, loops) or _neighbours(steps, loops)


def _loops(steps: Steps) -> list[frozenset[int]]:
    """The groups of states that can be run through again and again."""
    looping = [state for state in steps.out if state in steps.after(state)]
    groups = {frozenset(s for s in steps.after(state) if state in steps.after(s)) for state in looping}
    return sorted(groups, key=sorted)


def _walk(
    begins: Iterable[Node],
    further: Callable[[Node], Iterator[tuple[str, Node]]],
    there: Callable[[Node], bool],
) -> str | None:
    """The shortest text that leads from one of some nodes to a node that is wanted; None if none does."""
    found = dict.fromkeys(begins, "")
    waiting = deque(found)
    while waiting:
        node = waiting.popleft()
        for char, after in further(node):
            if there(after):
                return found[node] + char
            if after not in found:
                found[after] = found[node] + char
                waiting.append(after)
    return None


_Two = tuple[int, int, str, bool, frozenset[int], frozenset[Word]]
"""Two ways at once: their states, the last character, whether they have parted, the closed groups they share, and
what may not follow."""


def _nested(steps: Steps, loops: list[frozenset[int]]) -> Slow | None:
    for loop in loops:
        chars = steps.told_apart(loop)
        begins = [
            _two(state, char) for state in loop - {SEARCH} for char in steps.read(state) if char in chars
        ]

        def further(
            node: _Two, loop: frozenset[int] = loop, chars: frozenset[str] = chars
        ) -> Iterator[tuple[str, _Two]]:
            return _both_ways(steps, loop, chars, node)

        if _walk(begins, further, lambda node: node[3] and node[0] == node[1]) is None:
            continue  # asked first for all at once, which is quick and nearly always the answer
        for begin in begins:
            wanted = (*begin[:3], True)
            pump = _walk([begin], further, lambda node, wanted=wanted: node[:4] == wanted)
            if pump is not None:
                return Slow("nested", _way_to(steps, begin[0], begin[2]), pump)
    return None


def _two(state: int, char: str) -> _Two:
    return state, state, char, False, frozenset(), frozenset()


def _both_ways(
    steps: Steps, loop: frozenset[int], chars: frozenset[str], node: _Two
) -> Iterator[tuple[str, _Two]]:
    one, two, before, parted, shared, words = node
    for char, first, second, groups in side_by_side(steps, one, two, before, shared, chars):
        pending = steps.pending(words, char, (first, second))
        if {first.end, second.end} <= loop and pending is not None:
            twice = one == two and (first is not second or steps.times[first] > 1)
            left = frozenset() if first.end == second.end else groups
            yield char, (first.end, second.end, char, parted or twice, left, pending)


_Three = tuple[int, int, int, str, frozenset[int], frozenset[Word]]
"""Three ways at once: within the first loop, from it to the second, within the second; then as above."""


def _neighbours(steps: Steps, loops: list[frozenset[int]]) -> Slow | None:
    free = _free(steps)
    reads = {loop: _read_in(steps, loop) for loop in loops}
    for one in loops:
        shared = {two: reads[one] & reads[two] for two in loops if two != one}
        near = {chars: steps.reachable(one, chars) for chars in set(shared.values())}
        for two, chars in shared.items():
            # Asked first without closed groups, which is quick and nearly always the answer.
            if two & near[chars]:
                found = _neighbour(steps, one, two, free)
                if found is not None:
                    return found
    return None


def _read_in(steps: Steps, loop: frozenset[int]) -> frozenset[str]:
    """All that may be read within a loop."""
    return frozenset(char for char in steps.alphabet if any(steps.reads(state, char) for state in loop))


def _neighbour(steps: Steps, one: frozenset[int], two: frozenset[int], free: set[int]) -> Slow | None:
    between = one | {state for state in steps.after(min(one)) if two <= steps.after(state)}
    chars = steps.told_apart(between | two)
    begins: list[_Three] = [
        (first, first, second, char, frozenset(), frozenset())
        for first in one
        for second in two
        if _runs(steps, second, free)
        for char in steps.read(second)
        if char in chars and steps.reads(first, char)
    ]

    def further(node: _Three) -> Iterator[tuple[str, _Three]]:
        return _three_ways(steps, (one, between, two), chars, node)

    if _walk(begins, further, lambda node: node[1] == node[2]) is None:
        return None
    for begin in begins:
        wanted = (begin[0], begin[2], begin[2], begin[3])
        pump = _walk([begin], further, lambda node, wanted=wanted: node[:4] == wanted)
        if pump is not None:
            starts = begin[0] == SEARCH
            return Slow(
                "starts" if starts else "neighbours",
                "" if starts else _way_to(steps, begin[0], begin[3]),
                pump,
            )
    return None


def _runs(steps: Steps, state: int, free: set[int]) -> bool:
    """Whether a loop leads from a state to itself without passing where a match cannot fail any more."""
    waiting, found = [state], set(free)
    while waiting and state not in found:
        fresh = {edge.end for edge in steps.out.get(waiting.pop(), ())} - found
        found |= fresh
        waiting += fresh
    return state in found and state not in free


def _three_ways(
    steps: Steps, within: tuple[frozenset[int], ...], chars: frozenset[str], node: _Three
) -> Iterator[tuple[str, _Three]]:
    one, between, two = within
    a, middle, b, before, shared, words = node
    thirds = steps.moves(b, before)
    for char, first, second, groups in side_by_side(steps, a, middle, before, shared, chars & thirds.keys()):
        if first.end in one and second.end in between:
            left = frozenset() if first.end == second.end else groups
            for third in thirds[char]:
                pending = steps.pending(words, char, (first, second, third))
                if third.end in two and pending is not None:
                    yield char, (first.end, second.end, third.end, char, left, pending)


def _free(steps: Steps) -> set[int]:
    """The states from where a match cannot fail any more, so that no choice before is taken back."""
    ends, at_end = steps.automaton.ends_freely(), steps.automaton.ends_at_end()
    stays = {state for state in ends | at_end if all(_stays(steps, state, char) for char in steps.alphabet)}
    return stays if steps.use is Use.FULLMATCH else ends | stays


def _stays(steps: Steps, state: int, char: str) -> bool:
    return any(edge.end == state and not edge.conditions for edge in steps.moves(state, char).get(char, ()))


def _way_to(steps: Steps, state: int, char: str) -> str:
    """The shortest text that leads from the begin of a match to a state, entered by that character."""

    def further(node: tuple[int, str | None]) -> Iterator[tuple[str, tuple[int, str | None]]]:
        for read, edges in steps.moves(*node).items():
            yield from ((read, (edge.end, read)) for edge in edges if edge.end != SEARCH)

    return _walk([(BEGIN, None)], further, lambda node: node == (state, char)) or ""

"""A regular expression as its automaton of positions: which character may be read after which.

Every place of the pattern that reads one character is a state. An edge bears the conditions that stand between
its ends (anchors, word ends, looks of one character ahead or back), and tells whether it leaves what may
not be entered again: an atomic group or one round of a possessive repeat.

Simplified, always to the stricter side but for back references: a repeat of at most `SMALL` rounds
counts as one that is matched twice, a larger one as without end; a look ahead at what has no longest
text holds always, but its inside is walked through as if it were part of the pattern; a back reference reads
one character of its group.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

SMALL = 200  # rounds; a bounded repeat multiplies the time by at most this and lets it grow no faster

MOST_WORDS = 64  # ways to write what may not follow; more are not followed up

Reads = Callable[[str], bool]
Word = tuple[Reads, ...]


@dataclass(frozen=True)
class Condition:
    """What must hold between two neighbouring characters; None stands for the begin or the end of the text.

    Attributes:
        holds: Of the character before and the one after.
        denied: Words of which none may follow.
        ends: Whether it holds at the end of the text, whatever stands before.
    """

    holds: Callable[[str | None, str | None], bool]
    denied: tuple[Word, ...] = ()
    ends: bool = False


@dataclass(frozen=True)
class Entry:
    """A way to a state or out of it: the state and the conditions passed on the way."""

    state: int
    conditions: tuple[Condition, ...] = ()


@dataclass
class Part:
    """A piece of a pattern: where it begins, where it ends, and how it matches nothing."""

    first: list[Entry] = field(default_factory=list)
    last: list[Entry] = field(default_factory=list)
    empty: list[tuple[Condition, ...]] = field(default_factory=list)


@dataclass(frozen=True)
class Edge:
    """From one state to the next; `left` names the closed groups that are left by it."""

    start: int
    end: int
    conditions: tuple[Condition, ...]
    left: frozenset[int]


class Automaton:
    """The states of a pattern and how one follows another.

    Args:
        pattern: The pattern's source, text or bytes.
        flags: As `re.compile` takes them.
    """

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        tree = _parser.parse(pattern, flags)
        self.flags = tree.state.flags
        self.reads: list[Reads] = []
        self.looks: list[Reads] = [_is_word, lambda char: char == "\n"]
        self.inside: list[frozenset[int]] = []
        self.edges: Counter[Edge] = Counter()
        self.characters: set[str] = set(" \n\t-09azAZ_đ\u00a0.,;")
        self._groups: list[int] = []
        self._closed = 0
        self._captured: dict[int | None, range] = {}
        self.whole = self._sequence(tree, self.flags)

    def alphabet(self) -> list[str]:
        """One character for each way that characters are told apart."""
        kinds = {tuple(reads(char) for reads in (*self.reads, *self.looks)): char for char in self.characters}
        return list(kinds.values())

    def ends_freely(self) -> set[int]:
        """The states after which nothing more is asked, so that a match from there on cannot fail."""
        return {entry.state for entry in self.whole.last if not entry.conditions}

    def ends_at_end(self) -> set[int]:
        """The states after which nothing more is asked at the end of the text."""
        return {
            entry.state
            for entry in self.whole.last
            if all(condition.ends and not condition.denied for condition in entry.conditions)
        }

    def _state(self, reads: Reads) -> Part:
        self.reads.append(reads)
        self.inside.append(frozenset(self._groups))
        entry = Entry(len(self.reads) - 1)
        return Part([entry], [entry])

    def _follow(
        self, before: Iterable[Entry], after: list[Entry], left: frozenset[int] = frozenset()
    ) -> None:
        for end in before:
            for start in after:
                out = left | (self.inside[end.state] - self.inside[start.state])
                edge = Edge(end.state, start.state, end.conditions + start.conditions, out)
                self.edges[edge] += 1

    def _sequence(self, items: Iterable[tuple[object, object]], flags: int) -> Part:
        whole = Part(empty=[()])
        for item in items:
            whole = self._joined(whole, self._part(*item, flags))
        return whole

    def _joined(self, one: Part, two: Part) -> Part:
        self._follow(one.last, two.first)
        return Part(
            one.first + [Entry(e.state, way + e.conditions) for way in one.empty for e in two.first],
            two.last + [Entry(e.state, e.conditions + way) for way in two.empty for e in one.last],
            [first + second for first in one.empty for second in two.empty],
        )

    def _part(self, kind: object, value: object, flags: int) -> Part:  # noqa: PLR0911 - one for each kind
        if kind in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
            return self._state(self._reader(kind, value, flags))
        if kind in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            return self._repeat(kind, *value, flags)
        if kind is c.SUBPATTERN:
            group, added, removed, body = value
            begin = len(self.reads)
            part = self._sequence(body, (flags | added) & ~removed)
            self._captured[group] = range(begin, len(self.reads))
            return part
        if kind is c.ATOMIC_GROUP:
            return self._kept(lambda: self._sequence(value, flags))[1]
        if kind is c.BRANCH:
            return _either([self._sequence(body, flags) for body in value[1]])
        if kind is c.GROUPREF_EXISTS:
            return _either([self._sequence(body or [], flags) for body in value[1:]])
        if kind is c.GROUPREF:
            return self._again(value)
        if kind is c.AT:
            return Part(empty=[(_place(value, flags),)])
        if kind in (c.ASSERT, c.ASSERT_NOT):
            return self._look(*value, denied=kind is c.ASSERT_NOT, flags=flags)
        raise NotImplementedError(kind)

    def _again(self, group: int) -> Part:
        """What a group has read, once more: one character of those that it may hold."""
        readers = [self.reads[state] for state in self._captured.get(group, ())]
        return self._state(lambda char: any(reads(char) for reads in readers))

    def _kept(self, build: Callable[[], Part]) -> tuple[int, Part]:
        """Build a part that is not entered again once it is left; its own name with it."""
        self._closed += 1
        name = self._closed
        self._groups.append(name)
        part = build()
        self._groups.pop()
        return name, part

    def _repeat(self, kind: object, least: int, most: object, body: object, flags: int) -> Part:
        if kind is c.POSSESSIVE_REPEAT:
            return self._kept(lambda: self._rounds(least, most, body, flags, atomic=True))[1]
        (first, inner), *others = body
        if first is c.ATOMIC_GROUP and not others:
            return self._rounds(least, most, inner, flags, atomic=True)
        return self._rounds(least, most, body, flags, atomic=False)

    def _rounds(self, least: int, most: object, body: object, flags: int, *, atomic: bool) -> Part:
        def once() -> tuple[frozenset[int], Part]:
            if not atomic:
                return frozenset(), self._sequence(body, flags)
            name, part = self._kept(lambda: self._sequence(body, flags))
            return frozenset({name}), part

        left, part = once()
        if least > 1:  # what the first round read may still be read in vain
            part = self._joined(
                part, self._rounds(1, most if most > SMALL else 1, body, flags, atomic=atomic)
            )
        elif most is c.MAXREPEAT or most > SMALL:
            self._follow(part.last, part.first, left)
        elif most > 1:
            second = once()[1]
            second.empty = [()]
            part = self._joined(part, second)
        if least == 0:
            part.empty = [()]
        return part

    def _look(self, direction: int, body: list[tuple[object, object]], *, denied: bool, flags: int) -> Part:
        if not body:
            return Part(empty=[] if denied else [()])
        one = self._one_character(body, flags)
        if one is not None:
            reads, border = one
            return Part(empty=[(self._look_at(reads, direction, denied, border),)])
        if direction < 0:
            return Part(empty=[()])  # of a fixed width, so it costs the same everywhere
        words = self._words(body, flags) if denied else None
        if words is not None:
            self.looks += [reads for word in words for reads in word]
            return Part(empty=[(Condition(lambda _, __: True, tuple(words)),)])
        inside = self._sequence(body, flags)
        return Part(inside.first, [], [self._begins(inside)] if not denied and not inside.empty else [()])

    def _begins(self, part: Part) -> tuple[Condition, ...]:
        readers = [self.reads[entry.state] for entry in part.first]
        return (self._look_at(lambda char: any(reads(char) for reads in readers), 1, False, False),)

    def _look_at(self, reads: Reads, direction: int, denied: bool, border: bool) -> Condition:
        self.looks.append(reads)

        def holds(before: str | None, after: str | None) -> bool:
            seen = after if direction > 0 else before
            return (border if seen is None else reads(seen)) != denied

        return Condition(holds)

    def _words(self, body: Iterable[tuple[object, object]], flags: int) -> list[Word] | None:
        """All that a piece may match, each as what its characters read; None if that has no end."""
        words: list[Word] = [()]
        for kind, value in body:
            more = self._word_parts(kind, value, flags)
            if more is None or len(words) * len(more) > MOST_WORDS:
                return None
            words = [word + part for word in words for part in more]
        return words

    def _word_parts(self, kind: object, value: object, flags: int) -> list[Word] | None:
        if kind in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
            return [(self._reader(kind, value, flags),)]
        if kind is c.SUBPATTERN:
            return self._words(value[3], flags)
        if kind is c.BRANCH:
            found = [self._words(one, flags) for one in value[1]]
            return None if None in found else [word for words in found for word in words]
        if kind in (c.MAX_REPEAT, c.MIN_REPEAT) and value[1] == 1:
            once = self._words(value[2], flags)
            return once if once is None or value[0] else [(), *once]
        return None

    def _one_character(self, body: list[tuple[object, object]], flags: int) -> tuple[Reads, bool] | None:
        """What a look at one character reads, and whether the border of the text will do as well."""
        if len(body) != 1:
            return None
        kind, value = body[0]
        if kind in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
            return self._reader(kind, value, flags), False
        if kind is c.AT and value in (c.AT_END, c.AT_END_STRING, c.AT_BEGINNING, c.AT_BEGINNING_STRING):
            return (lambda _: False), True
        if kind is c.SUBPATTERN:
            return self._one_character(list(value[3]), flags)
        if kind is c.BRANCH:
            found = [self._one_character(list(one), flags) for one in value[1]]
            known = [one for one in found if one is not None]
            if len(known) == len(found):
                readers = [reads for reads, _ in known]
                return (lambda char: any(reads(char) for reads in readers)), any(b for _, b in known)
        return None

    def _reader(self, kind: object, value: object, flags: int) -> Reads:
        if kind is c.ANY:
            return (lambda _: True) if flags & re.DOTALL else (lambda char: char != "\n")
        if kind is c.IN:
            return self._set(value, flags)
        self.characters.update({chr(value), chr(value).lower(), chr(value).upper()[0]})
        wanted = {chr(value)}
        if flags & re.IGNORECASE:
            wanted |= {chr(value).lower(), chr(value).upper()}
        return (lambda char: char in wanted) if kind is c.LITERAL else (lambda char: char not in wanted)

    def _set(self, items: list[tuple[object, object]], flags: int) -> Reads:
        denied = items[0][0] is c.NEGATE
        for kind, value in items:
            if kind is c.LITERAL:
                self.characters.update({chr(value), chr(value).lower(), chr(value).upper()[0]})
            if kind is c.RANGE:
                self.characters.update(chr(code) for code in (*value, sum(value) // 2))

        def within(char: str) -> bool:
            return any(_in_item(char, kind, value, flags) for kind, value in items)

        def reads(char: str) -> bool:
            forms = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
            return any(within(form) for form in forms if len(form) == 1) != denied

        return reads


def _either(parts: list[Part]) -> Part:
    return Part(
        [e for part in parts for e in part.first],
        [e for part in parts for e in part.last],
        list(dict.fromkeys(way for part in parts for way in part.empty)),
    )


def _in_item(char: str, kind: object, value: object, flags: int) -> bool:
    if kind is c.LITERAL:
        return ord(char) == value
    if kind is c.RANGE:
        return value[0] <= ord(char) <= value[1]
    if kind is c.CATEGORY:
        return _in_category(char, value, ascii_only=bool(flags & re.ASCII))
    return False


def _in_category(char: str, category: object, *, ascii_only: bool) -> bool:
    known = char.isascii() or not ascii_only
    digit, space, word = known and char.isdecimal(), known and char.isspace(), known and _is_word(char)
    return {
        c.CATEGORY_DIGIT: digit,
        c.CATEGORY_NOT_DIGIT: not digit,
        c.CATEGORY_SPACE: space,
        c.CATEGORY_NOT_SPACE: not space,
        c.CATEGORY_WORD: word,
        c.CATEGORY_NOT_WORD: not word,
    }[category]


def _is_word(char: str | None) -> bool:
    return char is not None and (char.isalnum() or char == "_")


def _place(place: object, flags: int) -> Condition:
    lines = bool(flags & re.MULTILINE)
    return {
        c.AT_BEGINNING: Condition(lambda a, _: a is None or (lines and a == "\n")),
        c.AT_BEGINNING_STRING: Condition(lambda a, _: a is None),
        c.AT_END: Condition(lambda _, b: b is None or (lines and b == "\n"), ends=True),
        c.AT_END_STRING: Condition(lambda _, b: b is None, ends=True),
        c.AT_BOUNDARY: Condition(lambda a, b: _is_word(a) != _is_word(b)),
        c.AT_NON_BOUNDARY: Condition(lambda a, b: _is_word(a) == _is_word(b)),
    }[place]

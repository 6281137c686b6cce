"""What a paragraph shows, sorted: what is ordered where, beside what, and with which exceptions."""

from __future__ import annotations

from dataclasses import dataclass, field

from kcdocs.amend.sighting import Sighted, SightedRole, SightedToken, Sighting
from kcdocs.model.operation import Side
from kcdocs.text.normalise import content_form


@dataclass(slots=True)
class _Clause:
    """What stands between two verbs or semicolons."""

    units: list[Sighting] = field(default_factory=list)
    olds: list[str] = field(default_factory=list)
    news: list[str] = field(default_factory=list)
    places: list[Sighting] = field(default_factory=list)
    spared_places: int = 0
    spared_words: int = 0

    @property
    def spared(self) -> int:
        """How many exceptions are named: every phrase at every place."""
        named = self.spared_places or self.spared_words
        return max(self.spared_places, 1) * max(self.spared_words, 1) if named else 0


@dataclass(frozen=True, slots=True)
class Ordered:
    """One thing that a clause orders.

    Attributes:
        place: Where; None for a phrase without a place of its own.
        verb: The verb before it; empty where none stands there.
        spared: How many exceptions are named with it.
        old: The phrase; None where the provision itself is acted on.
    """

    place: Sighting | None
    verb: str
    spared: int
    old: str | None = None


@dataclass(slots=True)
class Shown:
    """What a paragraph shows, sorted by what it is for.

    Attributes:
        entries: What is ordered: of every provision, of every phrase at every place named for it.
        news: Words put in, new headings, new text in the line.
        beside: Words put beside others.
        adding: How many verbs add something.
        anchors: Neighbours of what is added.
        quotes: All that is quoted.
        sides: On which sides of a neighbour something is put.
        ends: Whether something is put at the end.
    """

    entries: list[Ordered] = field(default_factory=list)
    news: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    adding: int = 0
    anchors: list[Sighting] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    sides: set[Side] = field(default_factory=set)
    ends: bool = False

    @property
    def olds(self) -> set[str]:
        """The phrases that are changed."""
        return {content_form(entry.old) for entry in self.entries if entry.old is not None}


def sort_shown(seen: Sighted) -> Shown:
    """Sort what was seen in a paragraph."""
    return _Sorter(seen).shown


_ADDING = ("bổ sung", "thêm")
_RESPECTIVELY = ("ứng", "lượt")
"""Last words of "tương ứng" and "lần lượt": as many new words follow as old ones stand before."""


class _Sorter:
    """Sorts what is seen, token by token."""

    def __init__(self, seen: Sighted) -> None:
        self.shown = Shown()
        self._clause = _Clause()
        self._role = SightedRole.TARGET
        self._last = self._verb = ""
        self._before: list[Sighting] = []
        self._carried: list[str] = []
        self._new = False
        self._paired = any(token.text in _RESPECTIVELY for token in seen.tokens)
        for token in seen.tokens:
            self._see(token)
            if token.kind not in ("other", "link", "separator"):
                self._last, self._new = "new" if self._new else token.kind, False
        self._close()
        if self._before and not self.shown.entries:  # "Khoản 2 Điều 3 sửa đổi như sau:"
            self.shown.entries += [Ordered(place, self._verb, 0) for place in self._before]

    def _see(self, token: SightedToken) -> None:
        match token.kind:
            case "verb":
                self._open(token.text.lower())
            case "semicolon":
                self._close()
            case "passive":
                self._passive()
            case "except":
                self._role = SightedRole.SPARED
            case "end":
                self.shown.ends = True
            case "quote":
                self._quote(token.text)
            case "place":
                self._place(token)

    def _passive(self) -> None:
        """What is named before quoted words is where they stand: "Tại khoản 2, cụm từ “…” được thay …"."""
        clause = self._clause
        if clause.olds and clause.units and not clause.places:
            clause.places, clause.units = clause.units, []

    def _open(self, verb: str) -> None:
        """A verb begins a clause; places before the first are those of all that follows."""
        if not self._verb and not self._clause.olds:
            self._before, self._clause.units = self._clause.units, []
        self._close()
        self._verb, self._carried = verb, []
        self.shown.adding += verb.startswith(_ADDING)

    def _close(self) -> None:
        clause, self._clause = self._clause, _Clause()
        self._role = SightedRole.TARGET
        self.shown.news += clause.news
        if self._carried and clause.units and not clause.olds and "bỏ" not in self._verb:
            clause.olds, clause.places, clause.units = self._carried, clause.units, []
        places: list[Sighting | None] = [*(clause.places or self._before)]
        self.shown.entries += [Ordered(place, self._verb, clause.spared) for place in clause.units]
        self.shown.entries += [
            Ordered(place, self._verb, clause.spared, old)
            for old in clause.olds
            for place in places or [None]
        ]
        self._carried = clause.olds or self._carried

    def _quote(self, words: str) -> None:
        self.shown.quotes.append(words)
        clause = self._clause
        if self._last == "passive" and clause.units and not clause.olds:
            self._before, clause.units = clause.units, []
        if self._role is SightedRole.SPARED:
            clause.spared_words += 1
        elif self._last in ("by", "lead") or (self._paired and self._last == "new"):
            clause.news.append(words)
            self._new = True
        elif self._last in ("after", "before"):
            self.shown.sides.add(Side.AFTER if self._last == "after" else Side.BEFORE)
            self.shown.beside += clause.olds[-1:]
            clause.olds = [*clause.olds[:-1], words]
        else:
            if clause.places:
                self._close()
                clause = self._clause
            elif self.shown.ends and self._last == "place":
                clause.places, clause.units = clause.units, []
            clause.olds.append(words)

    def _place(self, token: SightedToken) -> None:
        clause = self._clause
        if self._last in ("after", "before"):
            self.shown.sides.add(Side.AFTER if self._last == "after" else Side.BEFORE)
            self.shown.anchors += token.places
        elif self._role is SightedRole.SPARED:
            clause.spared_places += len(token.places)
        elif self._last == "passive" and clause.units and not clause.olds:
            clause.units = list(token.places)  # "Điều 4 được bổ sung khoản 5": what stood before is around it
        elif self._last == "by" or self._role is SightedRole.OTHER:
            self._role = SightedRole.OTHER
        elif self._last == "into" and (clause.units or clause.olds):
            return
        else:
            (clause.places if clause.olds else clause.units).extend(token.places)

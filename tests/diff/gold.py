"""Pairs of instruments with the truth about what was done to the one to make the other."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from itertools import count, pairwise
from random import Random

from gold_draft import Draft, Pointer, addressed, number, render, suffix, words_of
from gold_words import clause, heading, point, word

from kcdocs.model.address import Address, Kind
from kcdocs.model.comparison import Outcome
from kcdocs.model.instrument import Instrument


@dataclass
class Truth:
    """What was done, by uid."""

    moved: set[int] = field(default_factory=set)
    moved_edited: set[int] = field(default_factory=set)
    clause_moves: set[int] = field(default_factory=set)
    swaps: list[tuple[int, int]] = field(default_factory=list)
    splits: dict[int, int] = field(default_factory=dict)
    merges: dict[int, int] = field(default_factory=dict)
    edited: set[int] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)
    inserted: set[int] = field(default_factory=set)


@dataclass
class Case:
    """A pair of instruments and the truth about it.

    Attributes:
        old: The instrument before.
        new: The instrument after.
        truth: The operations.
        old_at: uid → address before.
        new_at: uid → address after.
        outcomes: (address after, words of the reference) → what became of it, for all that something became of.
    """

    old: Instrument
    new: Instrument
    truth: Truth
    old_at: dict[int, Address]
    new_at: dict[int, Address]
    outcomes: dict[tuple[Address, str], Outcome]


def generate(seed: int, articles: int = 14, *, amending: bool = False) -> Case:
    """Make a case.

    Args:
        seed: Any number; the same gives the same case.
        articles: How many articles the old instrument has, at least 12.
        amending: Insertions get 5a, 2a, d1 and nothing is renumbered or moved; else all is numbered anew.
    """
    return _Maker(seed, articles, amending).case()


class _Maker:
    def __init__(self, seed: int, articles: int, amending: bool) -> None:
        self.random = Random(f"{seed}/{articles}/{amending}")
        self.uids = count(1)
        self.amending = amending
        self.truth = Truth()
        self.old = [self.article() for _ in range(articles)]
        self.point_somewhere(self.old)
        number(self.old)
        self.new = copy.deepcopy(self.old)
        self.busy: set[int] = set()

    def article(self) -> Draft:
        clauses = [self.clause() for _ in range(self.random.randint(2, 5))]
        return Draft(next(self.uids), Kind.ARTICLE, [heading(self.random)], clauses)

    def clause(self) -> Draft:
        random = self.random
        points = [
            Draft(next(self.uids), Kind.POINT, [point(random) + ";"])
            for _ in range(random.choice((0, 0, 0, 3, 5)))
        ]
        text = clause(random) + (" gồm:" if points else ".")
        return Draft(next(self.uids), Kind.CLAUSE, [text], points)

    def point_somewhere(self, articles: list[Draft]) -> None:
        targets = [draft for article in articles for draft in article.walk() if draft.kind is not Kind.POINT]
        for article in articles:
            for place in article.children:
                if self.random.random() < 0.3:
                    pointer = Pointer(self.random.choice(targets).uid)
                    words = str(place.pieces[0]).split()
                    cut = self.random.randint(3, len(words) - 1)
                    place.pieces = [" ".join(words[:cut]) + " theo ", pointer, " " + " ".join(words[cut:])]

    def case(self) -> Case:
        self.change()
        old_at = {draft.uid: address for draft, address in addressed(self.old)}
        if self.amending:
            suffix(self.new)
        else:
            number(self.new)
        new_at = {draft.uid: address for draft, address in addressed(self.new)}
        outcomes = self.settle(old_at, new_at)
        return Case(render(self.old, old_at), render(self.new, new_at), self.truth, old_at, new_at, outcomes)

    # operations

    def change(self) -> None:
        third = len(self.new) // 3
        regions = [self.new[:third], self.new[third : 2 * third], self.new[2 * third :]]
        if self.amending:
            operations = [self.delete_article, self.insert_article, self.split_article]
            for _ in range(max(1, len(self.new) // 40)):
                for operation, region in zip(operations, regions, strict=True):
                    operation(region)
            self.split_clause(self.new)
            self.merge_clauses(self.new)
        else:
            for operation in self.random.sample(
                [self.delete_article, self.insert_article, self.split_article, self.merge_articles], 3
            ):
                operation(self.new)
            for _ in range(max(1, len(self.new) // 40)):
                self.swap_articles(regions[2])
                self.move_article(regions[0], edited=False)
                self.move_article(regions[1], edited=True)
            self.move_clause()
            self.split_clause(self.new)
            self.merge_clauses(self.new)
        self.insert_points()
        self.delete_clause()
        self.edit_some()

    def idle(self, drafts: list[Draft]) -> list[Draft]:
        return [draft for draft in drafts if draft.uid not in self.busy and draft in self.new]

    def take(self, drafts: list[Draft]) -> Draft | None:
        idle = self.idle(drafts)
        if not idle:
            return None
        draft = self.random.choice(idle)
        self.busy.add(draft.uid)
        return draft

    def move_article(self, region: list[Draft], *, edited: bool) -> None:
        draft = self.take([item for item in region if item.size() < 900])
        if draft is None:
            return
        start = self.new.index(draft)
        near = range(max(0, start - 20), min(len(self.new), start + 20))
        ends = [end for end in near if self.passed(start, end) > 2 * draft.size()]
        self.new.remove(draft)
        ends = [end for end in ends if not end or self.new[end - 1].uid not in self.truth.splits]
        self.new.insert(self.random.choice(ends), draft)
        if edited:
            for item in draft.walk():
                self.edit(item, 0.3)
            self.truth.moved_edited.add(draft.uid)
        else:
            self.truth.moved.add(draft.uid)

    def passed(self, start: int, end: int) -> int:
        low, high = sorted((start, end))
        between = self.new[low : high + 1]
        truth = self.truth
        loose = (
            truth.moved | truth.moved_edited | truth.inserted | {uid for pair in truth.swaps for uid in pair}
        )
        return sum(
            item.size() for place, item in enumerate(between, low) if place != start and item.uid not in loose
        )

    def swap_articles(self, region: list[Draft]) -> None:
        pairs = [(a, b) for a, b in pairwise(region) if {a.uid, b.uid}.isdisjoint(self.busy)]
        pairs = [(a, b) for a, b in pairs if a in self.new and b in self.new]
        if not pairs:
            return
        first, second = self.random.choice(pairs)
        i, j = self.new.index(first), self.new.index(second)
        self.new[i], self.new[j] = second, first
        self.busy |= {first.uid, second.uid}
        self.truth.swaps.append((first.uid, second.uid))

    def delete_article(self, region: list[Draft]) -> None:
        draft = self.take(region)
        if draft is not None:
            self.new.remove(draft)
            self.truth.deleted |= {item.uid for item in draft.walk()}

    def insert_article(self, region: list[Draft]) -> None:
        draft = self.article()
        anchor = self.random.choice(
            [item for item in region if item in self.new and item.uid not in self.truth.splits]
        )
        self.new.insert(self.new.index(anchor) + 1, draft)
        self.busy.add(draft.uid)
        self.truth.inserted |= {item.uid for item in draft.walk()}

    def split_article(self, region: list[Draft]) -> None:
        draft = self.take([item for item in region if len(item.children) >= 4])
        if draft is None:
            return
        second = Draft(next(self.uids), Kind.ARTICLE, [heading(self.random)], draft.children[2:])
        del draft.children[2:]
        self.new.insert(self.new.index(draft) + 1, second)
        self.busy.add(second.uid)
        self.truth.splits[draft.uid] = second.uid

    def merge_articles(self, region: list[Draft]) -> None:
        pairs = [(a, b) for a, b in pairwise(self.new) if {a.uid, b.uid}.isdisjoint(self.busy)]
        pairs = [pair for pair in pairs if pair[0] in region and self.adjoined(*pair)]
        if not pairs:
            return
        first, second = self.random.choice(pairs)
        first.children += second.children
        self.new.remove(second)
        self.busy |= {first.uid, second.uid}
        self.truth.merges[second.uid] = first.uid

    def adjoined(self, first: Draft, second: Draft) -> bool:
        uids = [draft.uid for draft in self.old]
        return uids.index(second.uid) == uids.index(first.uid) + 1

    def move_clause(self) -> None:
        homes = [item for item in self.idle(self.new) if len(item.children) > 2]
        if len(homes) < 2:
            return
        home, away = self.random.sample(homes, 2)
        draft = self.random.choice(home.children)
        home.children.remove(draft)
        away.children.insert(self.random.randint(0, len(away.children)), draft)
        self.busy |= {home.uid, away.uid, *(item.uid for item in draft.walk())}
        self.truth.clause_moves.add(draft.uid)

    def split_clause(self, region: list[Draft]) -> None:
        """Cut a clause in two; its text is made long enough on both sides beforehand."""
        home = self.take([item for item in region if any(self.plain(child) for child in item.children)])
        if home is None:
            return
        draft = self.random.choice([child for child in home.children if self.plain(child)])
        words = str(draft.pieces[0]).split()
        cut = len(words) // 2
        draft.pieces = [" ".join(words[:cut]) + "."]
        second = Draft(next(self.uids), Kind.CLAUSE, [" ".join([words[cut].capitalize(), *words[cut + 1 :]])])
        home.children.insert(home.children.index(draft) + 1, second)
        self.busy |= {draft.uid, second.uid}
        self.truth.splits[draft.uid] = second.uid

    def plain(self, draft: Draft) -> bool:
        return not draft.children and len(draft.pieces) == 1 and len(str(draft.pieces[0]).split()) >= 16

    def merge_clauses(self, region: list[Draft]) -> None:
        home = self.take(
            [
                item
                for item in region
                if any(self.plain(a) and self.plain(b) for a, b in pairwise(item.children))
            ]
        )
        if home is None:
            return
        pairs = pairwise(home.children)
        first, second = next((a, b) for a, b in pairs if self.plain(a) and self.plain(b))
        joined = str(second.pieces[0])
        first.pieces = [str(first.pieces[0])[:-1] + "; " + joined[0].lower() + joined[1:]]
        home.children.remove(second)
        self.busy |= {first.uid, second.uid}
        self.truth.merges[second.uid] = first.uid

    def insert_points(self) -> None:
        clauses = [child for item in self.idle(self.new) for child in item.children if child.children]
        for home in self.random.sample(clauses, min(1, len(clauses))):
            draft = Draft(next(self.uids), Kind.POINT, [point(self.random) + ";"])
            home.children.insert(self.random.randint(1, len(home.children)), draft)
            self.truth.inserted.add(draft.uid)
            self.busy.add(home.uid)

    def delete_clause(self) -> None:
        homes = [item for item in self.idle(self.new) if len(item.children) > 2]
        for home in self.random.sample(homes, min(1, len(homes))):
            draft = self.random.choice([child for child in home.children if child.uid not in self.busy])
            home.children.remove(draft)
            self.truth.deleted |= {item.uid for item in draft.walk()}
            self.busy.add(home.uid)

    def edit_some(self) -> None:
        for item in self.idle(self.new):
            for draft in item.walk():
                if draft.uid not in self.busy and self.random.random() < 0.15:
                    self.edit(draft, 0.1)

    def edit(self, draft: Draft, share: float) -> None:
        """Put other words in place of a share of the words, at least of one."""
        for place, piece in enumerate(draft.pieces):
            if isinstance(piece, Pointer):
                continue
            words = piece.split(" ")
            able = [k for k, text in enumerate(words) if text.isalpha()]
            if not able:
                continue
            for k in self.random.sample(able, min(len(able), max(1, round(share * len(words))))):
                words[k] = next(
                    new for new in iter(lambda: word(self.random), None) if new != words[k].lower()
                )
                self.truth.edited.add(draft.uid)
            draft.pieces[place] = " ".join(words)

    # references

    def settle(
        self, old_at: dict[int, Address], new_at: dict[int, Address]
    ) -> dict[tuple[Address, str], Outcome]:
        """Repair most references, leave some, turn a few elsewhere, and note what became of each."""
        outcomes = {}
        living = {address: uid for uid, address in new_at.items()}
        for item in self.new:
            for draft in item.walk():
                known = draft.uid in old_at
                for pointer in [piece for piece in draft.pieces if isinstance(piece, Pointer)]:
                    outcome = self.fate(pointer, old_at, new_at, living)
                    if outcome is not None and known:
                        outcomes[new_at[draft.uid], words_of(pointer, new_at)] = outcome
        return outcomes

    def fate(
        self,
        pointer: Pointer,
        old_at: dict[int, Address],
        new_at: dict[int, Address],
        living: dict[Address, int],
    ) -> Outcome | None:
        uid = self.truth.merges.get(pointer.target, pointer.target)
        before = old_at[pointer.target]
        if pointer.target in self.truth.splits:
            pointer.stale = before
            return Outcome.AMBIGUOUS
        if uid not in new_at:
            pointer.stale = before
            return Outcome.RETARGETED if before in living else Outcome.DANGLING
        if self.random.random() < 0.06:
            others = [
                other for other in old_at if other in new_at and new_at[other] not in (before, new_at[uid])
            ]
            pointer.target, pointer.retargeted = self.random.choice(others), True
            return Outcome.RETARGETED
        pointer.target = uid
        if new_at[uid] == before:
            return None
        if self.random.random() < 0.2:
            pointer.stale = before
            return Outcome.MISSED
        return Outcome.FOLLOWED

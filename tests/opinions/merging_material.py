"""Drafts of one base made from a plan of edits, and what putting both plans into the base must give.

The plan is worked out on lists of words, without anything of the product. No two words of the base are alike,
so that no edit can be told in two ways.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import combinations, count

ARTICLES, CLAUSES, WORDS = 3, 4, 14


@dataclass(frozen=True)
class Plan:
    """One edit: of the words from `start` to `end` of a clause, or of the whole clause.

    Attributes:
        clause: Which clause, over all articles.
        start: Its first word; -1 where the clause as a whole is taken out, or a new one comes behind it.
        end: The word behind its last.
        text: What takes its place; of a whole clause, the new one behind it; empty where it is taken out.
    """

    clause: int
    start: int
    end: int
    text: str

    @property
    def whole(self) -> bool:
        return self.start < 0

    @property
    def gap(self) -> bool:
        """Whether it only puts a new clause behind."""
        return self.whole and bool(self.text)


def base_words() -> list[list[str]]:
    """The clauses of the base, as words."""
    number = count(1)
    return [[f"từ{next(number)}" for _ in range(WORDS)] for _ in range(ARTICLES * CLAUSES)]


def lines(clauses: list[list[str]]) -> list[str]:
    """A draft as paragraphs."""
    return made(clauses, [])


def made(clauses: list[list[str]], plans: list[Plan]) -> list[str]:
    """The base as paragraphs, with plans put into it that do not touch."""
    told = ["NGHỊ ĐỊNH", "Quy định về nghề rèn"]
    for number, words in enumerate(clauses):
        if number % CLAUSES == 0:
            told.append(f"Điều {number // CLAUSES + 1}. Nội dung thứ {number // CLAUSES + 1}")
        own = [plan for plan in plans if plan.clause == number]
        if not any(plan.whole and not plan.text for plan in own):
            told.append(f"{number % CLAUSES + 1}. {' '.join(_changed(words, own))}.")
        told += [f"{number % CLAUSES + 1}a. {plan.text}." for plan in dict.fromkeys(own) if plan.gap]
    return told


def _changed(words: list[str], plans: list[Plan]) -> list[str]:
    changed = [*words]
    inside = {plan for plan in plans if not plan.whole}
    for plan in sorted(inside, key=lambda item: -item.start):
        changed[plan.start : plan.end] = plan.text.split()
    return changed


def touch(one: Plan, other: Plan) -> bool:
    """Whether two edits cannot both be made: they share a word, or no word stands between them."""
    if one == other or one.clause != other.clause:
        return False
    if one.whole or other.whole:
        return one.gap == other.gap
    return one.start <= other.end and other.start <= one.end


def touching(one: list[Plan], other: list[Plan]) -> list[tuple[Plan, Plan]]:
    """The pairs of two drafts that touch."""
    return [(left, right) for left in one for right in other if touch(left, right)]


def plan(rng: random.Random, mark: str) -> Plan:
    """An edit by chance; `mark` makes the words that it puts in like no other's."""
    clause, kind = rng.randrange(ARTICLES * CLAUSES), rng.randrange(6)
    if kind == 0:
        return Plan(clause, -1, -1, "")
    if kind == 1:
        return Plan(clause, -1, -1, f"Khoản mới {mark} về nghề đúc đồng của làng {mark}")
    start = rng.randrange(1, WORDS - 4)
    end = start + (0 if kind == 2 else rng.randrange(1, 4))
    return Plan(
        clause, start, end, "" if kind == 3 else " ".join([f"{mark}x{n}" for n in range(rng.randrange(1, 3))])
    )


def plans(rng: random.Random, mark: str, most: int = 5) -> list[Plan]:
    """The edits of one draft, none touching another."""
    chosen: list[Plan] = []
    for number in range(rng.randrange(1, most + 1)):
        one = plan(rng, f"{mark}{number}")
        if not any(one.clause == other.clause for other in chosen):
            chosen.append(one)
    return chosen


def expected(clauses: list[list[str]], drafts: list[list[Plan]]) -> tuple[list[str], list[tuple[Plan, Plan]]]:
    """What accepting all of a merge must give, and the pairs that touch: of these neither is made."""
    pairs = [pair for one, other in combinations(drafts, 2) for pair in touching(one, other)]
    clashing = {edit for pair in pairs for edit in pair}
    return made(clauses, [edit for draft in drafts for edit in draft if edit not in clashing]), pairs

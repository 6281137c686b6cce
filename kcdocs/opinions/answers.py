"""Answers to opinions: what they say became of each, told apart from the reason, and counted.

An answer is one text, the same in a cell of Word or Excel and on the page: "Tiếp thu: đã sửa tại khoản 2."
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kcdocs.law.dossiers import OpinionOutcome, outcomes
from kcdocs.model.opinion import OpinionCounts
from kcdocs.text.normalise import fold_tones, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.model.opinion import OpinionAnswer, OpinionTable


def outcome_of(text: str) -> OpinionOutcome | None:
    """What an answer says became of the opinion; None where it does not say exactly one thing."""
    found = outcomes(fold_tones(" ".join(nfc(line).split())) for line in text.splitlines())
    return found[0] if len(found) == 1 else None


def answer_text(outcome: OpinionOutcome | None, words: str) -> str:
    """The answer that says what became of an opinion, and why."""
    said = words.strip()
    if outcome is None or outcome_of(said) is outcome:
        return said
    return f"{outcome.capitalize()}: {said}" if said else f"{outcome.capitalize()}."


def split_answer(text: str) -> tuple[OpinionOutcome | None, str]:
    """What an answer says became of the opinion, and the rest; `answer_text` of both is the answer again."""
    said, outcome = text.strip(), outcome_of(text)
    if outcome is None:
        return None, said
    head = outcome.capitalize()
    rest = "" if said == f"{head}." else said.removeprefix(f"{head}: ")
    return outcome, rest if answer_text(outcome, rest) == said else said


def count_opinions(table: OpinionTable, answers: Iterable[OpinionAnswer]) -> OpinionCounts:
    """How many opinions a table holds, and what became of them by these answers."""
    said = {one.key: outcome_of(one.text) for one in answers}
    became: Counter[OpinionOutcome | None] = Counter()
    for row in table.rows:
        became[said.get(row.key)] += len(row.offices)
    return OpinionCounts(
        len(table.offices),
        len(table.silent),
        table.count,
        len(table.rows),
        became[OpinionOutcome.ACCEPTED],
        became[OpinionOutcome.PARTLY],
        became[OpinionOutcome.EXPLAINED],
        became[None],
    )

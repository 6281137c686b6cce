"""What `amend check` says of the real amending instruments, held against a person's judgement."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from judged import findings, table

UNREAD = 8
"""Commands of the corpus that a person understands and kcdocs says it could not check; fewer is better."""


def test_every_finding_on_the_real_instruments_was_judged_and_none_was_lost(corpus: Path) -> None:
    judged = Counter(row[:4] for row in table())

    found = Counter(findings(corpus))

    assert found - judged == Counter()
    assert judged - found == Counter()


def test_of_ten_findings_at_least_nine_are_true_those_of_commands_not_read_counted_against_it() -> None:
    verdicts = Counter(row.verdict for row in table())

    assert set(verdicts) <= {"true", "false", "unread"}
    assert verdicts["true"] / verdicts.total() >= 0.9
    assert verdicts["unread"] <= UNREAD


def test_only_the_finding_that_says_so_may_be_of_a_command_that_was_not_understood() -> None:
    unread = [row for row in table() if row.verdict == "unread"]

    assert {row.code for row in unread} == {"AM126"}
    assert all(row.why for row in table())

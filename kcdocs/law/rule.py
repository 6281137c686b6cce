"""What every dated rule gives besides its value: where it stands, from when to when, how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Certainty(StrEnum):
    """How a rule is known, surest first."""

    READ = "read"
    OBSERVED = "observed"
    SECONDARY = "secondary"
    GENERAL = "general"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of law.

    Attributes:
        source: The law and the article, in Vietnamese.
        since: First day of the rule; None if it is older than all that is known here.
        until: Last day; None while it lasts.
        certainty: How it is known.
    """

    source: str
    since: date | None = None
    until: date | None = None
    certainty: Certainty = Certainty.READ

    def holds(self, day: date) -> bool:
        """Whether the rule was law on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def may_refuse(self) -> bool:
        """Whether a breach may be an error: only of what was read, or counted on official texts."""
        return self.certainty in (Certainty.READ, Certainty.OBSERVED)


def of_day(rules: Sequence[Rule], day: date | None) -> Rule | None:
    """The rule that was law on a day; without a day, the newest. None where none was."""
    return next((rule for rule in rules if (rule.until is None if day is None else rule.holds(day))), None)

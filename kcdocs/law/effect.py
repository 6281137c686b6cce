"""The day of effect: the earliest the law allows, by the issuer's level and the day of signing.

Source: Law 64/2025/QH15, Articles 53 and 55 (as amended by Law 87/2025/QH15), from 1 April 2025; Law
80/2015/QH13, Articles 151 and 152, before; Law 17/2008/QH12 and the law of 1996 only as far as reading
older texts needs them. The gazette and secondary sources agree on the figures; the articles were not read
as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kcdocs.law.issuers import Level
from kcdocs.law.rule import Certainty, Rule

_2025 = Rule("Luật số 64/2025/QH15, Điều 53", date(2025, 4, 1), None, Certainty.SECONDARY)
_2015 = Rule("Luật số 80/2015/QH13, Điều 151", date(2016, 7, 1), date(2025, 3, 31), Certainty.SECONDARY)
_2008 = Rule("Luật số 17/2008/QH12, Điều 78", date(2009, 1, 1), date(2016, 6, 30), Certainty.GENERAL)

_DAYS: tuple[tuple[Rule, dict[Level, int]], ...] = (
    (_2025, {Level.CENTRAL: 45, Level.PROVINCE: 10, Level.DISTRICT: 10, Level.COMMUNE: 10}),
    (_2015, {Level.CENTRAL: 45, Level.PROVINCE: 10, Level.DISTRICT: 7, Level.COMMUNE: 7}),
    (_2008, {Level.CENTRAL: 45}),
)
"""Days at least from passing or signing to effect, by period and level."""

_BACKWARDS = Rule(
    "Luật số 64/2025/QH15, Điều 55 (được sửa đổi, bổ sung bởi Luật số 87/2025/QH15)",
    date(2025, 7, 1),
    None,
    Certainty.READ,
)
_BACKWARDS_OLD = Rule("Luật số 80/2015/QH13, Điều 152", None, date(2025, 6, 30), Certainty.SECONDARY)


class Early(StrEnum):
    """How a day of effect breaks the rule."""

    BEFORE_SIGNING = "before signing"
    TOO_SOON = "too soon"


@dataclass(frozen=True, slots=True)
class Term:
    """The least time between signing and effect.

    Attributes:
        days: Days at least; only the shortened procedure and special cases allow fewer.
        rule: Where it stands.
    """

    days: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class Breach:
    """A day of effect that comes too early.

    Attributes:
        how: In which way.
        days: Days from signing to effect; negative where effect comes before signing.
        least: Days the law wants at least.
        first: The first day it allows.
        rule: Where it stands.
    """

    how: Early
    days: int
    least: int
    first: date
    rule: Rule


def term(level: Level, signed: date) -> Term | None:
    """The least time from signing to effect for a text signed on that day; None where none is known."""
    for rule, days in _DAYS:
        if rule.holds(signed):
            return Term(days[level], rule) if level in days else None
    return None


def breach(level: Level, signed: date, effective: date) -> Breach | None:
    """How a legal instrument's day of effect breaks the law of its day of signing, None if it does not.

    Effect before signing is forbidden to communes and to the chairman of a province, and to all others but in
    cases the law names (Law 87/2025/QH15, on Article 55).
    """
    least = term(level, signed)
    days = (effective - signed).days
    if days < 0:
        rule = next(item for item in (_BACKWARDS, _BACKWARDS_OLD) if item.holds(signed))
        return Breach(Early.BEFORE_SIGNING, days, 0, signed, rule)
    if least is None or days >= least.days:
        return None
    return Breach(Early.TOO_SOON, days, least.days, signed + timedelta(days=least.days), least.rule)

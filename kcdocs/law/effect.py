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

from kcdocs.law.issuers import Level, issuer_of, level_of
from kcdocs.law.rule import Certainty, Rule
from kcdocs.model.citation import Citation

_2025 = Rule("Luật số 64/2025/QH15, Điều 53", date(2025, 4, 1), None, Certainty.SECONDARY)
_2015 = Rule("Luật số 80/2015/QH13, Điều 151", date(2016, 7, 1), date(2025, 3, 31), Certainty.SECONDARY)
_2008 = Rule("Luật số 17/2008/QH12, Điều 78", date(2009, 1, 1), date(2016, 6, 30), Certainty.GENERAL)

_DAYS: tuple[tuple[Rule, dict[Level, int]], ...] = (
    (_2025, {Level.CENTRAL: 45, Level.PROVINCE: 10, Level.DISTRICT: 10, Level.COMMUNE: 10}),
    (_2015, {Level.CENTRAL: 45, Level.PROVINCE: 10, Level.DISTRICT: 7, Level.COMMUNE: 7}),
    (_2008, {Level.CENTRAL: 45}),
)
"""Days at least from passing or signing to effect, by period and level."""

SAYS_WHEN: tuple[Rule, ...] = (
    Rule("Nghị định số 78/2025/NĐ-CP, Điều 67", date(2025, 4, 1), None, Certainty.SECONDARY),
    Rule("Luật số 80/2015/QH13, khoản 1 Điều 151", date(2016, 7, 1), date(2025, 3, 31), Certainty.GENERAL),
    Rule("Luật số 17/2008/QH12, Điều 78", date(2009, 1, 1), date(2016, 6, 30), Certainty.GENERAL),
)
"""A legal instrument says itself from which day it is in force."""

_AMENDED = "Luật số 64/2025/QH15, {}Điều 55 (được sửa đổi, bổ sung bởi Luật số 87/2025/QH15)"
_NEVER: tuple[tuple[Rule, frozenset[str]], ...] = (
    (
        Rule(_AMENDED.format("khoản 3 "), date(2025, 7, 1), None, Certainty.READ),
        frozenset({"chu-tich-tinh", "hoi-dong-xa", "uy-ban-xa", "chu-tich-xa"}),
    ),
    (
        Rule(
            "Luật số 64/2025/QH15, khoản 3 Điều 55", date(2025, 4, 1), date(2025, 6, 30), Certainty.SECONDARY
        ),
        frozenset({"hoi-dong-huyen", "uy-ban-huyen"}),
    ),
)
"""Issuers whose texts may never take effect before they are signed, by period."""

_SELDOM: tuple[Rule, ...] = (
    Rule(_AMENDED.format(""), date(2025, 7, 1), None, Certainty.SECONDARY),
    Rule("Luật số 64/2025/QH15, Điều 55", date(2025, 4, 1), date(2025, 6, 30), Certainty.SECONDARY),
    Rule("Luật số 80/2015/QH13, Điều 152", date(2016, 7, 1), date(2025, 3, 31), Certainty.GENERAL),
    Rule("Luật số 17/2008/QH12, Điều 79", date(2009, 1, 1), date(2016, 6, 30), Certainty.GENERAL),
    Rule("Luật ban hành văn bản quy phạm pháp luật năm 1996", None, date(2008, 12, 31), Certainty.GENERAL),
)
"""What lets all other texts take effect before they are signed in cases it names, and in no others."""


class Early(StrEnum):
    """How a day of effect breaks the rule."""

    FORBIDDEN = "before signing, which the law forbids this issuer"
    BEFORE_SIGNING = "before signing, which the law allows in cases it names"
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


def breach(own: Citation, effective: date) -> Breach | None:
    """How a legal instrument's day of effect breaks the law of its day of signing, None if it does not.

    Args:
        own: The instrument: its issuer (or number) and its day of signing tell which rule holds. An issuer
            that nothing tells of counts as central. Without a day of signing nothing can be said.
        effective: The first day of force.
    """
    if own.issued is None:
        return None
    signed, days = own.issued, (effective - own.issued).days
    if days < 0:
        how, rule = _backwards(own, signed)
        return Breach(how, days, 0, signed, rule)
    least = term(level_of(own), signed)
    if least is None or days >= least.days:
        return None
    return Breach(Early.TOO_SOON, days, least.days, signed + timedelta(days=least.days), least.rule)


def _backwards(own: Citation, signed: date) -> tuple[Early, Rule]:
    issuer = issuer_of(own)
    for rule, never in _NEVER:
        if issuer is not None and issuer.key in never and rule.holds(signed):
            return Early.FORBIDDEN, rule
    return Early.BEFORE_SIGNING, next(rule for rule in _SELDOM if rule.holds(signed))

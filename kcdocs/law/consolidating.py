"""How a consolidated text is set out: the rules by the day it is signed."""

from __future__ import annotations

from datetime import date

from kcdocs.law.rule import Certainty, Rule

_RULES = (
    Rule("Pháp lệnh số 01/2012/UBTVQH13", date(2012, 7, 1), date(2026, 6, 30), Certainty.READ),
    Rule("Nghị định số 250/2026/NĐ-CP", date(2026, 7, 1), None, Certainty.OPEN),
)


def layout_rule(day: date) -> Rule:
    """The rule on how consolidated texts are set out on a day; before the first one, that one.

    What Decree 250/2026 asks was not read: a text that has to follow it can only be warned of.
    """
    return next((rule for rule in _RULES if rule.holds(day)), _RULES[0])

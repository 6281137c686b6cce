"""When instruments end, and what ends with them.

Source: Law 64/2025/QH15, Article 57 (from 1 April 2025; grounds known from a secondary source), as amended
by Law 87/2025/QH15 (from 1 July 2025, read): texts that detail one that ends, or that is amended, end with
it unless an administrative document says that they go on. The earlier reading that they live on is wrong.
"""

from __future__ import annotations

from datetime import date

from kcdocs.law.rule import Certainty, Rule

GROUNDS = Rule("Luật số 64/2025/QH15, khoản 1 Điều 57", date(2025, 4, 1), None, Certainty.SECONDARY)
"""Force ends with its term, by amendment or replacement, or by repeal."""

DETAILS_END = Rule(
    "Luật số 64/2025/QH15, khoản 2 Điều 57 (được sửa đổi, bổ sung bởi Luật số 87/2025/QH15)",
    date(2025, 7, 1),
    None,
    Certainty.READ,
)
"""Texts that detail an ended text end with it, unless their going on is announced."""

DISTRICT_ENDS = Rule("Luật số 87/2025/QH15, Điều 3", date(2025, 7, 1), date(2027, 2, 28), Certainty.READ)
"""Instruments of districts that were in force on 1 July 2025 live on to its last day at most."""


def details_end(ended: date) -> Rule | None:
    """The rule by which texts that detail one that ended on that day end too; None where none is known."""
    return DETAILS_END if DETAILS_END.holds(ended) else None

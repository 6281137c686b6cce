"""Ranks of force by period: what stands above what on a given day.

Source: each period in `vocabulary.toml` names its law; fifteen ranks since 1 July 2025 (Law 87/2025/QH15).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kcdocs.law.issuers import issuer_of
from kcdocs.law.numbers import is_party
from kcdocs.law.rule import Certainty, Rule
from kcdocs.law.vocabulary import table
from kcdocs.model.citation import Citation


@dataclass(frozen=True, slots=True)
class Rank:
    """Whether a text is a legal instrument, and how high it stands.

    Attributes:
        legal: Whether it is a legal instrument.
        place: 1 for the highest; None for none, and where the rank of its time was not read.
        rule: The law that says so.
    """

    legal: bool
    place: int | None
    rule: Rule


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(row["source"], row.get("since"), row.get("until"), Certainty(row["certainty"]))


PERIODS: tuple[Rule, ...] = tuple(_rule(row) for row in table()["period"])
"""The laws on legal instruments, earliest first; their days follow one another without a gap."""

_ROWS: tuple[dict[str, Any], ...] = tuple(table()["rank"])


def legal_rank(citation: Citation, day: date) -> Rank:
    """How high a text stands by the law of that day.

    Args:
        citation: The text; type and issuer (or number) are needed.
        day: Whose law counts: the day of the document that asks.
    """
    column = next(place for place, rule in enumerate(PERIODS) if rule.holds(day))
    said = _row(citation)
    value = said["ranks"][column] if said else False
    place = value if isinstance(value, int) and not isinstance(value, bool) else None
    return Rank(bool(value), place, PERIODS[column])


def order(citation: Citation, day: date) -> int:
    """A key that sorts by rank, highest first; texts without a rank last."""
    return legal_rank(citation, day).place or len(_ROWS)


def _row(citation: Citation) -> dict[str, Any] | None:
    if is_party(citation.number):
        return None
    rows = [row for row in _ROWS if citation.type in row["types"]]
    issuer = issuer_of(citation)
    own = (row for row in rows if issuer and issuer.key in row.get("issuers", ()))
    return next(own, next((row for row in rows if "issuers" not in row), None))

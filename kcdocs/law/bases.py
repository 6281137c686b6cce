"""Legal bases: what a new text may rest on, by its own day of effect.

Source: Decree 78/2025/NĐ-CP, Article 62 (from 1 April 2025): a base has higher force and is in force, or is
passed or signed and takes effect not later than the new text. Known from secondary sources; Circular
38/2025/TT-BCT of 19 June 2025 rests on two decrees in force from 1 July 2025, its own day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdocs.law.expiry import last_day
from kcdocs.law.ranks import legal_rank
from kcdocs.law.rule import Certainty, Rule
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.catalogue import Entry
from kcdocs.model.citation import Citation

_OPENS = SPOKEN[Kind.BASIS]

RULE = Rule("Nghị định số 78/2025/NĐ-CP, Điều 62", date(2025, 4, 1), None, Certainty.OBSERVED)
"""Bases by the new text's own day of effect. Before it the same was practice under Decree 34/2016/NĐ-CP."""

HIGHER = Rule("Nghị định số 78/2025/NĐ-CP, Điều 62", date(2025, 4, 1), None, Certainty.SECONDARY)
"""A base has higher force than the text that rests on it: from secondary sources only, so it may warn."""


AUTHORITY = Rule("Nghị định số 78/2025/NĐ-CP, Điều 62", date(2025, 4, 1), None, Certainty.SECONDARY)
"""A text names what gives its issuer the power to issue it: from secondary sources only, so it may warn."""


class Unfit(StrEnum):
    """Why an instrument may not be a basis."""

    UNSIGNED = "not yet signed"
    LATER = "in force only after the new text"
    ENDED = "no longer in force"
    OPEN = "in force later; the new text's day of effect is not known"


def is_base(text: str) -> bool:
    """Whether a line names a legal basis; a proposal is none."""
    return text.lstrip("-– ").lower().startswith(_OPENS)


@dataclass(frozen=True, slots=True)
class Basis:
    """How an instrument stands as a basis of a new text.

    Attributes:
        why: What is wrong; None if nothing is.
        on: The day against which its force was held: the new text's day of effect, else of signing.
        unsure: Whether the fact it rests on was confirmed by no source, so that it may only warn.
        rule: Where it stands.
    """

    why: Unfit | None
    on: date
    unsure: bool = False
    rule: Rule = RULE


def stands(entry: Entry, *, signed: date, effective: date | None = None) -> Basis:
    """Whether an instrument may be a basis of a text.

    Args:
        entry: The instrument.
        signed: The new text's day of signing.
        effective: Its own day of effect; None if it is not known, so that a later base is left open.
    """
    day = max(signed, effective) if effective else signed
    issued = entry.citation.issued
    if issued is not None and issued > signed:
        return Basis(Unfit.UNSIGNED, signed, "date" in entry.unverified)
    last = last_day(entry)
    if last is not None and last < signed:
        return Basis(Unfit.ENDED, signed, _end_unsure(entry))
    if entry.begun(day):
        return Basis(None, day)
    if effective is None:
        return Basis(Unfit.OPEN, signed, unsure=True)
    return Basis(Unfit.LATER, day, "in_force_from" in entry.unverified)


def high_enough(base: Citation, own: Citation, day: date) -> bool | None:
    """Whether a base stands above the text that rests on it; None where a rank is not known."""
    one, two = legal_rank(base, day).place, legal_rank(own, day).place
    return None if one is None or two is None else one < two


def _end_unsure(entry: Entry) -> bool:
    """Whether it is open that its force ended at all: a known replacement settles that, whatever the day."""
    return "replaced_by" in entry.unverified or ("in_force_to" in entry.unverified and not entry.replaced_by)

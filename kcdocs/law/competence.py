"""Who issues which type of instrument, and what the symbol of a document says of it.

Source: Law 64/2025/QH15, Articles 14 and 18 (read), before it Law 80/2015/QH13, Articles 19 and 24; symbols:
Decree 30/2020/NĐ-CP, Annex III, and the gazette.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdocs.law.issuers import Issuer, issuer_of
from kcdocs.law.rule import Certainty, Rule
from kcdocs.law.vocabulary import TYPES
from kcdocs.model.citation import Citation

SYMBOL = Rule("Nghị định số 30/2020/NĐ-CP, Phụ lục III", date(2020, 3, 5), None, Certainty.SECONDARY)
"""The symbol names the type and the issuer; a ministry's units put their own name there, so it may warn."""

_2025 = Rule("Luật số 64/2025/QH15, Điều 14 và Điều 18", date(2025, 4, 1), None, Certainty.READ)
_2015 = Rule(
    "Luật số 80/2015/QH13, Điều 19 và Điều 24", date(2016, 7, 1), date(2025, 3, 31), Certainty.GENERAL
)
ISSUING: tuple[Rule, ...] = (_2025, _2015)
"""A decree is the Government's; a circular a minister's or another head's of that rank."""

_ISSUERS = {
    "Nghị định": frozenset({"chinh-phu"}),
    "Thông tư": frozenset({"bo-truong", "tong-kiem-toan", "hoi-dong-tham-phan"}),
}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A symbol that says something else than the document.

    Attributes:
        said: The part of the symbol.
        of_type: Whether it is the part for the type; else it is the one for the issuer.
    """

    said: str
    of_type: bool


def not_its_issuer(type_: str, body: str, day: date) -> Rule | None:
    """The rule by which a body does not issue a type of instrument; None if it may, or none is known.

    Args:
        type_: The type of the instrument ("Nghị định").
        body: The body that its header names ("Bộ Công Thương").
        day: Its date.
    """
    issuer = issuer_of(Citation(issuer=body))
    if issuer is None or type_ not in _ISSUERS or issuer.key in _ISSUERS[type_]:
        return None
    return next((rule for rule in ISSUING if rule.holds(day)), None)


def misfits(symbol: str, type_: str, body: str) -> list[Misfit]:
    """The parts of a symbol that name another type, or an issuer of another kind, than the document.

    Args:
        symbol: "TTr-BCT".
        type_: The document's type ("Tờ trình").
        body: The body that its header names.
    """
    first, _, last = symbol.partition("-")
    own = next((item.symbols for item in TYPES if item.name == type_), ())
    known = {one for item in TYPES for one in item.symbols}
    found = [Misfit(first, of_type=True)] if own and first in known and first not in own else []
    named, numbered = issuer_of(Citation(issuer=body)), _of_symbol(symbol)
    if last and named and numbered and named.key != numbered.key and not _officer_of(numbered, named):
        found.append(Misfit(last, of_type=False))
    return found


def _of_symbol(symbol: str) -> Issuer | None:
    return issuer_of(Citation(number=f"1/{symbol}"))


def _officer_of(one: Issuer, other: Issuer) -> bool:
    """Whether two issuers are a body and its head: the header names the one, the symbol the other."""
    return any(a.endswith(b) for a in one.names for b in other.names) or any(
        b.endswith(a) for a in one.names for b in other.names
    )

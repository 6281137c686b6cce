"""Provisions of the draft that papers speak of, and those that the draft has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.law.kinds import unit_pattern
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.text.normalise import content_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.lint.pieces import PaperLine
    from kcdocs.model.finding import Place
    from kcdocs.model.instrument import Instrument

_LABEL = r"(\d{1,3}[a-zđ]?)(?!\w)"
_NAMED = rf"(?:(?:{unit_pattern(Kind.CLAUSE)}) {_LABEL},? )?(?:{unit_pattern(Kind.ARTICLE)}) {_LABEL}"
_MENTION = re.compile(_NAMED)
_OF_DRAFT = re.compile(rf"{_NAMED}(?:,? (?:của|tại|trong))? [Dd]ự thảo")
_ALONE = re.compile(rf"{_NAMED}(?: [Dd]ự thảo[^.;]{{0,80}})?[.:;]?")


@dataclass(frozen=True, slots=True)
class NamedProvision:
    """A provision.

    Attributes:
        article: The label of its article.
        clause: The label of its clause; empty for the article as a whole.
        place: Where it is named.
    """

    article: str
    clause: str
    place: Place

    @property
    def spoken(self) -> str:
        """How a person names it: "khoản 2 Điều 5"."""
        article = f"{SPOKEN[Kind.ARTICLE]} {self.article}"
        return f"{SPOKEN[Kind.CLAUSE]} {self.clause} {article}" if self.clause else article

    def is_in(self, draft: tuple[NamedProvision, ...]) -> bool:
        """Whether it is one of those of a draft."""
        return any(self.article == one.article and self.clause == one.clause for one in draft)


def provisions_of(instrument: Instrument, place: Place) -> tuple[NamedProvision, ...]:
    """The articles and clauses of a draft, and those of other texts that it names.

    Args:
        instrument: The draft.
        place: Where it stands.
    """
    found: dict[tuple[str, str], None] = {}
    for node in instrument.walk():
        labels = {step.kind: step.label for step in node.address.steps}
        if Kind.ARTICLE in labels:
            found[labels[Kind.ARTICLE], labels.get(Kind.CLAUSE, "")] = None
        for match in _MENTION.finditer(content_form(node.text)):
            found[match[2], match[1] or ""] = None
            found[match[2], ""] = None
    return tuple(NamedProvision(article, clause, place) for article, clause in found)


def provisions_in(line: PaperLine, place: Place) -> Iterator[NamedProvision]:
    """The provisions of the draft that a line of a paper speaks of: named so, or alone in a cell of a table.

    Args:
        line: The line.
        place: Where it stands.
    """
    words = content_form(line.text)
    alone = _ALONE.fullmatch(words) if line.paragraph.spot.table else None
    for found in [alone] if alone else _OF_DRAFT.finditer(words):
        yield NamedProvision(found[2], found[1] or "", place)

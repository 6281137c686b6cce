"""How a breach is told: where it stands, how often, and how grave it is under the document's own law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kcdocs.law import layout
from kcdocs.lint import limits
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from kcdocs.codes import Declared
    from kcdocs.law.rule import Rule


@dataclass(frozen=True, slots=True)
class FormBreach:
    """A breach of a rule: what is told of it, and every line it stands in.

    Attributes:
        finding: What is told; its place is that of the first line.
        lines: The lines; none if it is the document as a whole.
    """

    finding: Finding
    lines: tuple[PaperLine, ...] = ()


def place_of(paper: CheckedPaper, piece: PaperLine | None = None) -> Place:
    """Where a line stands; the file alone without one."""
    return Place(paper.name) if piece is None else piece.place(paper.name)


def shown(text: str) -> str:
    """Words as a finding repeats them: enough of them to find the place."""
    said = " ".join(text.split())
    return said if len(said) <= limits.SHOWN else f"{said[: limits.SHOWN].rstrip()}…"


def grave(paper: CheckedPaper, declared: Declared, rule: Rule) -> Severity:
    """How grave a breach of a dated rule is: an error only of what was read, in the documents it is about."""
    sure = rule.may_refuse and paper.profile is layout.Profile.ADMINISTRATIVE and not paper.is_private
    return declared.severity if sure or declared.severity is not Severity.ERROR else Severity.WARNING


def breach(
    paper: CheckedPaper, declared: Declared, rule: Rule, pieces: Sequence[PaperLine] = (), /, **facts: Any
) -> FormBreach:
    """One breach that stands in one or many places.

    Args:
        paper: The document.
        declared: What is told.
        rule: The rule that is broken.
        pieces: The lines it stands in; none if it is the document as a whole.
        facts: What stands for the names in braces.
    """
    rule = layout.applied(rule, paper.profile, paper.issued)
    first = pieces[0] if pieces else None
    found = "; ".join(dict.fromkeys(f"«{shown(piece.text)}»" for piece in pieces[: limits.PLACES_TOLD]))
    rest = len(pieces) - limits.PLACES_TOLD
    told = declared.at(place_of(paper, first), f"{found} và {rest} chỗ khác" if rest > 0 else found, **facts)
    told = replace(told, severity=grave(paper, declared, rule), source=rule.source)
    return FormBreach(told, tuple(pieces))


def figure(value: float) -> str:
    """A measure as Vietnamese writes it: one place behind the comma, none where it is whole."""
    return f"{round(value, 1):g}".replace(".", ",")


def range_of(least: float, most: float) -> str:
    """A range of measures in words."""
    return figure(least) if least == most else f"từ {figure(least)} đến {figure(most)}"

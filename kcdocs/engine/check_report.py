"""What a check of a template found: faults with the words they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from kcdocs.engine import limits
from kcdocs.model.finding import Finding, Severity
from kcdocs.model.span import Span

_SIGNS = {"\n": "↵", "\t": "→"}


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """A finding with the words it stands in.

    Attributes:
        finding: What was found, and where.
        part: Name of the part in the package ("word/document.xml"); empty if it has none.
        before: Up to `limits.CONTEXT` characters before it.
        shown: The characters that are at fault; empty if there are none to show.
        after: Up to `limits.CONTEXT` characters after it.
    """

    finding: Finding
    part: str = ""
    before: str = ""
    shown: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        name: The template as the user named it.
        faults: What is wrong or worth knowing, in reading order.
        used: Paths of the fields that the template uses ("can_cu[].so").
        tags: How many tags it has.
    """

    name: str
    faults: tuple[TemplateFault, ...]
    used: frozenset[str]
    tags: int

    @property
    def broken(self) -> bool:
        """Whether there is an error among them."""
        return self.count(Severity.ERROR) > 0

    def count(self, severity: Severity) -> int:
        """How many faults of that severity there are."""
        return sum(fault.finding.severity is severity for fault in self.faults)


def excerpt(text: str, span: Span) -> tuple[str, str, str]:
    """The characters before a span, in it and after it, on one line."""
    start, end = max(span.start - limits.CONTEXT, 0), min(span.end + limits.CONTEXT, len(text))
    before = ("…" if start else "") + text[start : span.start]
    after = text[span.end : end] + ("…" if end < len(text) else "")
    return _line(before), _line(span.of(text)), _line(after)


def _line(text: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in text)

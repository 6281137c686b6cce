"""Cautions: the findings that say how far a result can be relied on, told first in every medium."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.model.address import Address
from kcdocs.model.finding import Severity
from kcdocs.report.words import SEVERITIES, capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcdocs.model.finding import Finding
    from kcdocs.model.instrument import Instrument
    from kcdocs.report.chain import Chain

_REFUSED = "RP202"
"""A command of the draft that could not be followed: what it says is missing from the result."""

_TRACKED = "WD202"
"""A file with tracked changes, read as if all were accepted or rejected."""


def cautions(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings to be told first, once each: which text was used, what of it was not read or followed."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for item in dict.fromkeys(findings):
        if _is_caution(item):
            groups.setdefault((item.code, item.place.file, item.message), []).append(item)
    return tuple(_one(group) for group in groups.values())


def chain_cautions(chain: Chain) -> tuple[Finding, ...]:
    """The cautions of all steps."""
    return cautions(finding for step in chain.steps for finding in step.findings)


def others(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that are no cautions."""
    return [finding for finding in findings if not _is_caution(finding)]


def chain_others(chain: Chain) -> list[tuple[int, list[Finding]]]:
    """For each step that has any, counted from 0, its findings that are no cautions."""
    told = [(number, others(step.findings)) for number, step in enumerate(chain.steps)]
    return [(number, found) for number, found in told if found]


def place_words(finding: Finding) -> str:
    """The provision a finding is about; empty if it is about none."""
    address = finding.place.address
    return capital(Address.parse(address).spoken()) if address else ""


def _is_caution(finding: Finding) -> bool:
    doubtful = finding.about_source or finding.code == _REFUSED
    return doubtful and finding.severity is not Severity.NOTE


def _one(group: Sequence[Finding]) -> Finding:
    """The first of findings that say the same of several places, with how many there are."""
    first, *more = group
    return replace(first, message=f"{first.message} ({len(group)} chỗ như vậy)") if more else first


def words(finding: Finding, *, mend: bool = True) -> str:
    """A finding as one paragraph.

    Args:
        finding: The finding.
        mend: Whether to say what to do; advice to type a command has no place on paper.
    """
    head = f"{SEVERITIES[finding.severity]} {finding.code}"
    parts = [f"{head}: {finding.message}", finding.found if finding.code == _REFUSED else ""]
    parts += [f"Cách sửa: {capital(finding.mend)}"] if mend and finding.mend else []
    return " ".join(part for part in parts if part)


def is_typed(mend: str) -> bool:
    """Whether advice names what to type, so that it is of no use on paper."""
    return "kcdocs " in mend or "--" in mend


def first_text(instrument: Instrument) -> str:
    """What the column of the first text is called: the law in force, unless it is known to be another."""
    standing = instrument.standing
    if any(finding.code == _TRACKED for finding in instrument.findings):
        return "VĂN BẢN GỐC"
    if standing is None or standing.current:
        return "QUY ĐỊNH HIỆN HÀNH"
    if standing.since is None:
        return "VĂN BẢN GỐC"
    return f"VĂN BẢN GỐC (BẢN TỪ {standing.since.strftime('%d/%m/%Y')})"

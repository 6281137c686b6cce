"""Cautions: the findings that say how far a result can be relied on, told first in every medium."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.model.address import Address
from kcdocs.model.finding import Severity
from kcdocs.report.words import SEVERITIES, capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcdocs.model.comparison import Comparison
    from kcdocs.model.finding import Finding
    from kcdocs.model.instrument import Instrument

_REFUSED = frozenset({"RP202", "RP203"})
"""What of an amending draft could not be followed: what it says is missing from the result."""

_DIFFERENT = frozenset({"DF206", "DF210", "DF213", "DF214", "DF219"})
"""Footnotes, headers, footers and pictures that differ: they are no provisions, so they have no rows."""

_NOTES = _DIFFERENT | {"DF207"}
"""The same, and footnotes that only one text has."""

_SAME = "Hai văn bản không có gì khác nhau về lời văn: {parts}. Không so sánh: {beside}."
_PARTS = (
    "các điều, khoản, điểm, đoạn, bảng, phụ lục và chú thích; với hai tệp Word, cả đầu trang và chân trang "
    "(trừ số trang)"
)
_BESIDE = (
    "kiểu chữ (đậm, nghiêng, gạch ngang, chỉ số trên, dưới), hình, công thức vẽ bằng hình, đầu trang, chân "
    "trang của tệp không phải Word, bình luận bên lề"
)
_ONLY_BESIDE = (
    "Lời của các điều, khoản, điểm, đoạn, bảng và phụ lục không khác nhau, nhưng chú thích, đầu trang, "
    "chân trang hoặc hình khác nhau: xem các cảnh báo."
)
_OPEN = (
    "Chưa thấy gì khác nhau trong phần so sánh được, nhưng còn chỗ chưa đọc, chưa áp hoặc chưa so sánh được: "
    "xem các cảnh báo. Chưa thể coi hai văn bản là như nhau."
)

_STRUCK = "WD204"
"""Words struck through by hand."""

_TRACKED = "WD202"
"""A file with tracked changes, read as if all were accepted or rejected."""


def cautions(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings to be told first, once each: which text was used, what of it was not read or followed."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for item in dict.fromkeys(findings):
        if _is_caution(item):
            groups.setdefault((item.code, item.place.file, item.message), []).append(item)
    return tuple(_one(group) for group in groups.values())


def steps_cautions(steps: Iterable[Comparison]) -> tuple[Finding, ...]:
    """The cautions of all steps of a chain of drafts."""
    return cautions(finding for step in steps for finding in step.findings)


def others(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that are no cautions."""
    return [finding for finding in findings if not _is_caution(finding)]


def steps_others(steps: Iterable[Comparison]) -> list[tuple[int, list[Finding]]]:
    """For each step that has any, counted from 0, its findings that are no cautions and were not told yet."""
    told: dict[Finding, int] = {}
    for number, step in enumerate(steps):
        for finding in others(step.findings):
            told.setdefault(finding, number)
    found: dict[int, list[Finding]] = {}
    for finding, number in told.items():
        found.setdefault(number, []).append(finding)
    return list(found.items())


def is_open(comparison: Comparison) -> bool:
    """Whether anything was not surely read, followed or compared, so that "no difference" cannot be said."""
    return any(map(_is_doubt, comparison.findings))


def same_words(comparison: Comparison) -> str:
    """What is said where no provision differs: what that covers, or that it cannot be said."""
    doubts = {finding.code for finding in comparison.findings if _is_doubt(finding)}
    if doubts and doubts <= _DIFFERENT:
        return _ONLY_BESIDE
    return _OPEN if doubts else _SAME.format(parts=_PARTS, beside=_BESIDE)


def place_words(finding: Finding) -> str:
    """The provision a finding is about; empty if it is about none."""
    address = finding.place.address
    return capital(Address.parse(address).spoken()) if address else ""


def _is_caution(finding: Finding) -> bool:
    doubtful = finding.about_source or finding.code in _REFUSED | _NOTES
    return doubtful and finding.severity is not Severity.NOTE


def _is_doubt(finding: Finding) -> bool:
    """Whether something was not surely read (by the reader of a file or of its structure) or compared."""
    of_structure = finding.code.startswith("PA") and finding.severity is not Severity.NOTE
    return of_structure or _is_caution(finding)


def _one(group: Sequence[Finding]) -> Finding:
    """The first of findings that say the same of several places, with their number and all they found."""
    first, *more = group
    if not more:
        return first
    found = "; ".join(dict.fromkeys(item.found for item in group if item.found))
    return replace(first, message=f"{first.message} ({len(group)} chỗ như vậy)", found=found)


def words(finding: Finding, *, mend: bool = True) -> str:
    """A finding as one paragraph.

    Args:
        finding: The finding.
        mend: Whether to say what to do; advice to type a command has no place on paper.
    """
    head = f"{SEVERITIES[finding.severity]} {finding.code}"
    parts = [f"{head}: {finding.message}", _found_words(finding)]
    parts += [f"Cần hỏi: {finding.expected}"] if finding.code in _REFUSED and finding.expected else []
    parts += [f"Cách sửa: {capital(finding.mend)}"] if mend and finding.mend else []
    return " ".join(part for part in parts if part)


def _found_words(finding: Finding) -> str:
    """What stands there, where a warning is of no use without it."""
    return f"Lời văn: “{finding.found}”." if finding.code in (*_REFUSED, _STRUCK) and finding.found else ""


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

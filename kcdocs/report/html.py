"""A comparison as one HTML file without network: side by side or in one column, filters, keys, print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.model.address import Address
from kcdocs.model.comparison import Outcome
from kcdocs.report import cautions, frame
from kcdocs.report.html_rows import PlaceLink, RowWriter, shown_rows, unit_anchor
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.statistics import statistics
from kcdocs.report.titles import title_before
from kcdocs.report.units import RowUnit, units
from kcdocs.report.words import SEVERITIES, capital, instrument_words, source_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kcdocs.model.comparison import ChangeClass, Comparison
    from kcdocs.model.finding import Finding
    from kcdocs.model.instrument import Instrument
    from kcdocs.report.statistics import Statistics


@dataclass(frozen=True, slots=True)
class Text:
    """A text at the head of the page: its role, its name, its file where that says more."""

    role: str
    words: str
    file: str

    @classmethod
    def of(cls, role: str, instrument: Instrument) -> Text:
        """What is said of an instrument."""
        return cls(role, instrument_words(instrument), source_words(instrument))


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents."""

    anchor: str
    title: str
    changes: tuple[ChangeClass, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A line below a finding; one that is typed is of no use on paper."""

    words: str
    typed: bool


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding: its gravity (for the style) and code, its place, what it says."""

    severity: str
    code: str
    place: PlaceLink | None
    message: str
    lines: tuple[Remark, ...]


def render(comparison: Comparison, selection: Selection = ALL) -> str:
    """A comparison as a page.

    Args:
        comparison: What to render.
        selection: Which rows to show; the summary is always that of the whole.

    Returns:
        A whole HTML document whose policy (a meta element) allows nothing but its own style and script.
    """
    sides = _sides(comparison)
    return frame.page(
        "comparison.html",
        title=f"So sánh: {sides[0].words} và {sides[1].words}",
        style="page.css",
        script="page.js",
        **_shown(comparison, selection),
    )


def fragment(comparison: Comparison, selection: Selection = ALL) -> str:
    """The body of that page alone; see `frame.fragment`."""
    return frame.fragment("comparison.html", **_shown(comparison, selection))


def _sides(comparison: Comparison) -> tuple[Text, Text]:
    return Text.of("Văn bản cũ", comparison.old), Text.of("Văn bản mới", comparison.new)


def _shown(comparison: Comparison, selection: Selection) -> dict[str, object]:
    ids = {row.key: f"r{index}" for index, row in enumerate(comparison.rows)}
    chosen = [unit for unit in units(comparison) if _selected(unit, selection)]
    shown = shown_rows(ids, chosen, selection)
    return {
        "name": "Bản so sánh văn bản",
        "texts": _sides(comparison),
        "cautions": findings(cautions.cautions(comparison.findings)),
        "entries": [
            ContentsLine(unit_anchor(ids, u), title_before(u), u.changes) for u in chosen if u.changes
        ],
        "stretches": RowWriter(ids, shown, comparison, selection).stretches(chosen),
        **_summary(statistics(comparison), selection, cautions.same_words(comparison)),
        **_lists(comparison, selection, _anchors(comparison, shown)),
    }


def findings(found: Iterable[Finding], anchors: Mapping[str, str] | None = None) -> list[ShownFinding]:
    """What is shown of findings.

    Args:
        found: The findings.
        anchors: Address → anchor of its row; None for findings that lead nowhere.
    """
    return [_finding(finding, anchors or {}) for finding in found]


def _selected(unit: RowUnit, selection: Selection) -> bool:
    return not selection.words() or any(map(selection.has, (*unit.rows, *unit.departed)))


def _summary(counted: Statistics, selection: Selection, same: str) -> dict[str, object]:
    unsure = f"{counted.unsure} cặp ghép chưa chắc chắn, cần người xem lại." if counted.unsure else ""
    return {
        "bar": bool(counted.counts),
        "counts": {count.change: count.rows for count in counted.counts},
        "unsure": counted.unsure,
        "summary": counted.counts,
        "same": same,
        "notes": [note for note in (counted.half_words(), unsure, selection.words()) if note],
    }


def _lists(comparison: Comparison, selection: Selection, anchors: Mapping[str, str]) -> dict[str, object]:
    in_view = selection.has_any
    own = comparison.new.name
    impacts = [item for item in comparison.impacts if selection.has_impact(item, own)]
    return {
        "places": lambda address: _link(address, anchors),
        "spot": lambda item: _link(item.address, anchors if item.instrument == own else {}),
        "found": findings(cautions.others(comparison.findings), anchors),
        "quantities": [item for item in comparison.quantities if in_view([item.address])],
        "phrases": [item for item in comparison.phrases if in_view(item.places)],
        "to_see": [item for item in impacts if item.outcome is not Outcome.FOLLOWED],
        "followed": [item for item in impacts if item.outcome is Outcome.FOLLOWED],
    }


def _anchors(comparison: Comparison, shown: Mapping[int, str]) -> dict[str, str]:
    """Where each address leads: to the row that has it in the new text, else in the old one."""
    rows = [row for row in comparison.rows if row.key in shown]
    olds = {str(node.address): shown[row.key] for row in reversed(rows) for node in row.olds}
    return olds | {str(node.address): shown[row.key] for row in rows for node in row.news}


def _link(address: Address, anchors: Mapping[str, str]) -> PlaceLink:
    return PlaceLink(capital(address.spoken()), anchors.get(str(address), ""))


def _finding(finding: Finding, anchors: Mapping[str, str]) -> ShownFinding:
    address = finding.place.address
    lines = (
        ("Thấy", finding.found),
        ("Cần", finding.expected),
        ("Cách sửa", finding.mend),
        ("Căn cứ", finding.source),
    )
    return ShownFinding(
        finding.severity,
        f"{SEVERITIES[finding.severity]} {finding.code}",
        _link(Address.parse(address), anchors) if address else None,
        finding.message,
        tuple(Remark(f"{name}: {words}", cautions.is_typed(words)) for name, words in lines if words),
    )

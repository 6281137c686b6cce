"""An original and its drafts as one HTML file: a column for each text, beside it what each step did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from kcdocs.model.comparison import ChangeClass
from kcdocs.report import frame
from kcdocs.report.cautions import steps_cautions, steps_others
from kcdocs.report.html import ContentsLine, Text, findings
from kcdocs.report.html_rows import marked
from kcdocs.report.notes import (
    comparison_names,
    net_name,
    net_words,
    returned_words,
    step_words,
    unchanged_words,
)
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.statistics import statistics
from kcdocs.report.titles import heading, spoken
from kcdocs.report.words import capital, class_words, instrument_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.report.chain import Chain, Stroke
    from kcdocs.report.strands import Strand


@dataclass(frozen=True, slots=True)
class DraftStep:
    """What one step, or all together, did to a provision; `words` where it has no class to show."""

    name: str
    changes: tuple[ChangeClass, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A provision in one text: which text and where, its words, what is said where there are none."""

    place: str
    words: list[Markup]
    empty: str


@dataclass(frozen=True, slots=True)
class ShownStrand:
    """A provision through all texts; of one that no step changed only its words in the last."""

    anchor: str
    name: str
    changes: tuple[ChangeClass, ...]
    steps: Iterable[DraftStep]
    cells: Iterable[ShownVersion]
    words: list[Markup]


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """An article or heading with its provisions."""

    anchor: str
    title: str
    strands: Iterable[ShownStrand]


def render(chain: Chain, selection: Selection = ALL) -> str:
    """The steps as a page; see `kcdocs.report.html.render`."""
    return frame.page(
        "drafts.html",
        title=f"Qua các dự thảo: {instrument_words(chain.steps[-1].new)}",
        style="page.css",
        script="page.js",
        **_shown(chain, selection),
    )


def fragment(chain: Chain, selection: Selection = ALL) -> str:
    """The body of that page alone; see `frame.fragment`."""
    return frame.fragment("drafts.html", **_shown(chain, selection))


def _shown(chain: Chain, selection: Selection) -> dict[str, object]:
    page = _Page(chain, selection)
    texts = [chain.steps[0].old, *(step.new for step in chain.steps)]
    return {
        "name": "So sánh qua các dự thảo",
        "texts": list(map(Text.of, page.names, texts)),
        "cautions": findings(steps_cautions(chain.comparisons)),
        "bar": True,
        "counts": page.counts(),
        "unsure": 0,
        "steps": comparison_names(chain),
        "summary": _summary(chain),
        "unchanged": unchanged_words(chain),
        "left_out": selection.words(),
        "found": [
            (comparison_names(chain)[number], findings(told))
            for number, told in steps_others(chain.comparisons)
        ],
        "entries": page.entries(),
        "groups": page.shown(),
    }


class _Page:
    """The strands that are shown, and what the page says of them."""

    def __init__(self, chain: Chain, selection: Selection) -> None:
        self.chain = chain
        self.names = ["Bản gốc", *(f"Dự thảo {number}" for number, _ in enumerate(chain.steps, 1))]
        groups = [[one for one in group if _selected(one, selection)] for group in chain.groups]
        self.groups = [group for group in groups if any(strand.changed for strand in group)]
        strands = [strand for group in self.groups for strand in group]
        self.ids = {strand: f"s{number}" for number, strand in enumerate(strands)}
        self.changes = {strand: _changes(strand) for strand in strands}

    def counts(self) -> dict[ChangeClass, int]:
        """How many of the strands bear each class that occurs."""
        counts = Counter(change for changes in self.changes.values() for change in changes)
        return {change: counts[change] for change in ChangeClass if counts[change]}

    def entries(self) -> list[ContentsLine]:
        """The contents."""
        return [
            ContentsLine(self._anchor(group), heading(group[0].node), self._all_changes(group))
            for group in self.groups
        ]

    def shown(self) -> Iterator[ShownGroup]:
        """The groups, each when it is asked for."""
        for group in self.groups:
            yield ShownGroup(self._anchor(group), heading(group[0].node), map(self._strand, group))

    def _all_changes(self, group: Sequence[Strand]) -> tuple[ChangeClass, ...]:
        return _sorted(change for strand in group for change in self.changes[strand])

    def _anchor(self, group: Sequence[Strand]) -> str:
        return f"m{self.ids[group[0]]}"

    def _strand(self, strand: Strand) -> ShownStrand:
        return ShownStrand(
            self.ids[strand],
            capital(strand.node.address.spoken()),
            self.changes[strand],
            _steps(self.chain, strand),
            self._cells(strand),
            [] if strand.changed else self._words(strand, len(self.chain.steps)),
        )

    def _cells(self, strand: Strand) -> Iterator[ShownVersion]:
        for version, name in enumerate(self.names):
            nodes = strand.versions[version]
            before = any(strand.versions[earlier] for earlier in range(version))
            place = f"{name}: {spoken(nodes)}" if nodes else name
            yield ShownVersion(place, self._words(strand, version), "(không còn)" if before else "(chưa có)")

    def _words(self, strand: Strand, version: int) -> list[Markup]:
        return [frame.joined(map(_stroke, strokes)) for strokes in self.chain.strokes(strand, version)]


def _summary(chain: Chain) -> dict[ChangeClass, list[int]]:
    """For each class that occurs, how often in each step."""
    counted = [{count.change: count.rows for count in statistics(step).counts} for step in chain.comparisons]
    return {
        change: [step.get(change, 0) for step in counted]
        for change in ChangeClass
        if any(change in step for step in counted)
    }


def _steps(chain: Chain, strand: Strand) -> Iterator[DraftStep]:
    for number in range(len(strand.rows)):
        if changes := _sorted(strand.changes(number)):
            yield DraftStep(step_words(number), changes, returned_words(strand, number))
    if chain.net is not None:
        changes = _sorted(strand.net_changes)
        yield DraftStep(net_name(chain), changes, "" if changes else net_words(strand))


def _changes(strand: Strand) -> tuple[ChangeClass, ...]:
    return _sorted(change for step in range(len(strand.rows)) for change in strand.changes(step))


def _sorted(changes: Iterable[ChangeClass]) -> tuple[ChangeClass, ...]:
    found = set(changes)
    return tuple(change for change in ChangeClass if change in found)


def _selected(strand: Strand, selection: Selection) -> bool:
    return any(selection.has(row) for rows in strand.rows for row in rows)


def _stroke(stroke: Stroke) -> Markup:
    shown = frame.text(stroke.text)
    for name, change in (("del", stroke.goes), ("ins", stroke.came)):
        if change:
            shown = marked(name, change, class_words(change), shown)
    return shown

"""A comparison as one HTML file without network: side by side or in one column, filters, keys, print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.report import html_lists, html_page
from kcdocs.report.cautions import cautions, others
from kcdocs.report.html_rows import RowWriter, tags, unit_anchor
from kcdocs.report.marks import changes_of
from kcdocs.report.markup import Markup, join, tag
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.statistics import statistics
from kcdocs.report.titles import title_before
from kcdocs.report.units import Unit, units
from kcdocs.report.words import instrument_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kcdocs.model.comparison import Comparison
    from kcdocs.report.statistics import Statistics


def render(comparison: Comparison, selection: Selection = ALL) -> str:
    """A comparison as a page.

    Args:
        comparison: What to render.
        selection: Which rows to show; the summary is always that of the whole.

    Returns:
        A whole HTML document whose policy (a meta element) allows nothing but its own style and script.
    """
    names = (instrument_words(comparison.old), instrument_words(comparison.new))
    page = _Page(comparison, selection)
    return html_page.document(f"So sánh: {names[0]} và {names[1]}", page.body())


class _Page:
    """The parts of the page, top to bottom."""

    def __init__(self, comparison: Comparison, selection: Selection) -> None:
        self.comparison = comparison
        self.selection = selection
        self.units = [unit for unit in units(comparison) if self._selected(unit)]
        self.ids = {id(row): f"r{index}" for index, row in enumerate(comparison.rows)}

    def body(self) -> Iterator[Markup]:
        counted = statistics(self.comparison)
        yield html_page.skip_link()
        sides = (("Văn bản cũ", self.comparison.old), ("Văn bản mới", self.comparison.new))
        yield html_page.top("Bản so sánh văn bản", sides)
        yield from html_lists.cautions(cautions(self.comparison.findings))
        if counted.counts:
            counts = {count.change: count.rows for count in counted.counts}
            yield html_page.bar(counts, counted.unsure, views=True)
        main = tag("main", *self._main(counted), id="noi-dung", tabindex="-1")
        yield tag("div", self._contents(), main, cls="page")
        yield from (html_page.foot(), html_page.help_dialog())

    def _selected(self, unit: Unit) -> bool:
        return not self.selection.words() or any(map(self.selection.has, (*unit.rows, *unit.departed)))

    def _main(self, counted: Statistics) -> Iterator[Markup]:
        comparison, anchors = self.comparison, self._anchors()
        in_view = self.selection.has_any
        yield html_lists.summary(counted, self.selection.words())
        yield from html_lists.findings(others(comparison.findings), anchors)
        yield from html_lists.quantities([q for q in comparison.quantities if in_view([q.address])], anchors)
        yield from html_lists.phrases([p for p in comparison.phrases if in_view(p.places)], anchors)
        yield from html_lists.impacts([i for i in comparison.impacts if in_view([i.address])], anchors)
        if counted.counts:
            writer = RowWriter(self.ids, comparison, self.selection)
            yield html_lists.section("chi-tiet", "Chi tiết", *writer.units(self.units))

    def _anchors(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for row in self.comparison.rows:
            for node in (*row.news, *row.olds):
                found.setdefault(str(node.address), self.ids[id(row)])
        for row in self.comparison.rows:
            found.update((str(node.address), self.ids[id(row)]) for node in row.news)
        return found

    def _contents(self) -> Markup:
        changed = [unit for unit in self.units if unit.changes]
        items = [tag("li", _entry(self.ids, unit), data_for=unit_anchor(self.ids, unit)) for unit in changed]
        parts = tag("p", *_part_links(self.comparison), cls="parts")
        summary = tag("summary", f"Mục lục: {len(items)} phần có thay đổi")
        listed = tag("details", summary, parts, tag("ol", *items), open=True, id="muc-luc")
        return tag("nav", listed, aria_label="Mục lục thay đổi")


def _entry(ids: Mapping[int, str], unit: Unit) -> Markup:
    link = tag("a", title_before(unit), href=f"#{unit_anchor(ids, unit)}")
    return join([link, tags(unit.changes)])


def _part_links(comparison: Comparison) -> Iterator[Markup]:
    for anchor, name, there in (
        ("tom-tat", "Tóm tắt", True),
        ("phat-hien", "Phát hiện", bool(others(comparison.findings))),
        ("con-so", "Con số", bool(comparison.quantities)),
        ("cum-tu", "Cụm từ", bool(comparison.phrases)),
        ("vien-dan", "Viện dẫn", bool(comparison.impacts)),
        ("chi-tiet", "Chi tiết", any(map(changes_of, comparison.rows))),
    ):
        if there:
            yield tag("a", name, href=f"#{anchor}")

"""An original and its drafts as one HTML file: a column for each text, beside it what each step did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.comparison import ChangeClass
from kcdocs.report import html_page
from kcdocs.report.cautions import chain_cautions
from kcdocs.report.html_lists import cautions, section, table
from kcdocs.report.html_rows import tags
from kcdocs.report.markup import Markup, join, tag
from kcdocs.report.notes import step_words
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.statistics import statistics
from kcdocs.report.titles import heading, spoken
from kcdocs.report.words import CLASSES, NOISE, capital, class_words, instrument_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.report.chain import Chain, Strand, Stroke


def render(chain: Chain, selection: Selection = ALL) -> str:
    """The steps as a page; see `kcdocs.report.html.render`."""
    page = _Page(chain, selection)
    return html_page.document(f"Qua các dự thảo: {instrument_words(chain.steps[-1].new)}", page.body())


class _Page:
    """The parts of the page, top to bottom."""

    def __init__(self, chain: Chain, selection: Selection) -> None:
        self.chain = chain
        self.names = ["Bản gốc", *(f"Dự thảo {number}" for number, _ in enumerate(chain.steps, 1))]
        groups = [[one for one in group if _selected(one, selection)] for group in chain.groups]
        self.groups = [group for group in groups if any(strand.changed for strand in group)]
        strands = [strand for group in self.groups for strand in group]
        self.ids = {id(strand): f"s{number}" for number, strand in enumerate(strands)}
        self.left_out = selection.words()

    def body(self) -> Iterator[Markup]:
        texts = [self.chain.steps[0].old, *(step.new for step in self.chain.steps)]
        yield html_page.skip_link()
        yield html_page.top("So sánh qua các dự thảo", zip(self.names, texts, strict=True))
        yield from cautions(chain_cautions(self.chain))
        counts = {change: self._count(change) for change in ChangeClass}
        yield html_page.bar({c: n for c, n in counts.items() if n}, 0, views=False)
        main = tag("main", *self._main(), id="noi-dung", tabindex="-1")
        yield tag("div", self._contents(), main, cls="page")
        yield from (html_page.foot(), html_page.help_dialog())

    def _count(self, change: ChangeClass) -> int:
        return sum(change in _changes(strand) for group in self.groups for strand in group)

    def _main(self) -> Iterator[Markup]:
        notes = [tag("p", self.left_out, cls="note")] if self.left_out else []
        yield section("tom-tat", "Tóm tắt", self._summary(), *notes)
        if self.groups:
            yield section("chi-tiet", "Chi tiết", *map(self._group, self.groups))
        else:
            yield tag("p", "Các văn bản không có gì khác nhau.")

    def _summary(self) -> Markup:
        counted = [
            {count.change: count.rows for count in statistics(step).counts} for step in self.chain.steps
        ]
        heads = ("Loại thay đổi", "Nghĩa là", *(step_words(number) for number, _ in enumerate(counted)))
        rows = [
            (tags([change]), CLASSES[change][1], *(_number(step.get(change, 0)) for step in counted))
            for change in ChangeClass
            if any(change in step for step in counted)
        ]
        return table(heads, rows, "Số nơi thay đổi theo loại ở từng bước")

    def _contents(self) -> Markup:
        items = [tag("li", *self._entry(group), data_for=self._anchor(group)) for group in self.groups]
        summary = tag("summary", f"Mục lục: {len(items)} phần có thay đổi")
        listed = tag("details", summary, tag("ol", *items), open=True, id="muc-luc")
        return tag("nav", listed, aria_label="Mục lục thay đổi")

    def _entry(self, group: Sequence[Strand]) -> tuple[Markup, Markup]:
        link = tag("a", heading(group[0].node), href=f"#{self._anchor(group)}")
        return link, self._marks(group)

    def _anchor(self, group: Sequence[Strand]) -> str:
        return f"m{self.ids[id(group[0])]}"

    def _marks(self, group: Sequence[Strand]) -> Markup:
        found = {change for strand in group for change in _changes(strand)}
        return tags(change for change in ChangeClass if change in found)

    def _group(self, group: Sequence[Strand]) -> Markup:
        name = tag("h3", heading(group[0].node))
        return tag("article", name, *map(self._strand, group), cls="unit", id=self._anchor(group))

    def _strand(self, strand: Strand) -> Markup:
        name = capital(strand.node.address.spoken())
        if not strand.changed:
            words = self._words(self.chain.strokes(strand, len(self.chain.steps)))
            summary = tag("summary", f"{name}: không thay đổi ở bước nào")
            return tag("details", summary, tag("div", *words, cls="row same"), cls="fold quiet")
        found = _changes(strand)
        return tag(
            "section",
            tag("header", tag("h4", name), *self._steps(strand)),
            tag("div", *map(self._cell, self._versions(strand)), cls="cells many"),
            cls="row changed",
            id=self.ids[id(strand)],
            data_c=" ".join(found),
            tabindex="-1",
            aria_label=f"{name}: {', '.join(map(class_words, found))}",
        )

    def _steps(self, strand: Strand) -> Iterator[Markup]:
        for number in range(len(strand.rows)):
            changes = [change for change in ChangeClass if change in strand.changes(number)]
            if changes:
                yield tag("span", f"{step_words(number)}:", cls="was")
                yield tags(changes)

    def _versions(self, strand: Strand) -> Iterator[tuple[str, list[Markup]]]:
        for version, name in enumerate(self.names):
            nodes = strand.versions[version]
            before = any(strand.versions[earlier] for earlier in range(version))
            place = f"{name}: {spoken(nodes)}" if nodes else name
            empty = tag("p", tag("i", "(không còn)" if before else "(chưa có)", cls="none"))
            yield place, self._words(self.chain.strokes(strand, version)) or [empty]

    def _cell(self, shown: tuple[str, list[Markup]]) -> Markup:
        name, words = shown
        return tag("div", tag("span", name, cls="who"), *words, cls="cell")

    def _words(self, provisions: Sequence[Sequence[Stroke]]) -> list[Markup]:
        return [tag("p", join(map(_stroke, strokes))) for strokes in provisions]


def _changes(strand: Strand) -> list[ChangeClass]:
    found = {change for step in range(len(strand.rows)) for change in strand.changes(step)}
    return [change for change in ChangeClass if change in found]


def _selected(strand: Strand, selection: Selection) -> bool:
    return any(selection.has(row) for rows in strand.rows for row in rows)


def _number(number: int) -> Markup:
    return tag("span", str(number) if number else "–", cls="number")


def _stroke(stroke: Stroke) -> Markup:
    shown = join([stroke.text])
    for name, change in (("del", stroke.goes), ("ins", stroke.came)):
        if change:
            shown = tag(name, shown, cls="quiet" if change in NOISE else None, title=class_words(change))
    return shown

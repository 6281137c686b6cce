"""A comparison as one HTML file without network: side by side or in one column, filters, keys, print."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.report import html_lists
from kcdocs.report.html_rows import RowWriter, tags, unit_anchor
from kcdocs.report.marks import changes_of
from kcdocs.report.markup import Markup, join, tag
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.statistics import statistics
from kcdocs.report.titles import title_before
from kcdocs.report.units import Unit, units
from kcdocs.report.words import class_words, instrument_words
from kcdocs.settings import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kcdocs.model.comparison import Comparison
    from kcdocs.model.instrument import Instrument
    from kcdocs.report.statistics import Statistics

_ASSETS = Path(__file__).parent / "assets"

_KEYS = (
    ("n hoặc j", "tới thay đổi kế tiếp"),
    ("p hoặc k", "về thay đổi trước"),
    ("v", "đổi cách xem: cạnh nhau hoặc một cột"),
    ("t", "hiện hoặc ẩn phần không thay đổi"),
    ("x", "bỏ mọi bộ lọc"),
    ("?", "mở bảng phím tắt này"),
    ("Esc", "đóng bảng phím tắt"),
)


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
    return document(f"So sánh: {names[0]} và {names[1]}", page.body())


def document(name: str, body: Iterable[Markup]) -> str:
    """A whole page around a body, with the style, the script and the policy that allows only them."""
    style, script = _asset("page.css"), _asset("page.js")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content=f"kcdocs {VERSION}"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("link", rel="icon", href="data:,"),
        tag("title", name),
        tag("style", Markup(style)),
    )
    shown = tag("body", *body, tag("script", Markup(script)), data_view="auto")
    return f"<!doctype html>\n{tag('html', head, shown, lang='vi')}\n"


class _Page:
    """The parts of the page, top to bottom."""

    def __init__(self, comparison: Comparison, selection: Selection) -> None:
        self.comparison = comparison
        self.selection = selection
        self.units = [unit for unit in units(comparison) if self._selected(unit)]
        self.ids = {id(row): f"r{index}" for index, row in enumerate(comparison.rows)}

    def body(self) -> Iterator[Markup]:
        counted = statistics(self.comparison)
        yield tag("a", "Tới nội dung so sánh", href="#noi-dung", cls="skip")
        yield _top(self.comparison.old, self.comparison.new)
        if counted.counts:
            yield self._bar(counted)
        main = tag("main", *self._main(counted), id="noi-dung", tabindex="-1")
        yield tag("div", self._contents(), main, cls="page")
        yield tag("footer", f"Bản so sánh do kcdocs {VERSION} lập; từng thay đổi cần được người rà soát.")
        yield _help()

    def _selected(self, unit: Unit) -> bool:
        return not self.selection.words() or any(map(self.selection.has, (*unit.rows, *unit.departed)))

    def _main(self, counted: Statistics) -> Iterator[Markup]:
        comparison, anchors = self.comparison, self._anchors()
        in_view = self.selection.has_any
        yield html_lists.summary(counted, self.selection.words())
        yield from html_lists.findings(comparison.findings, anchors)
        yield from html_lists.quantities([q for q in comparison.quantities if in_view([q.address])], anchors)
        yield from html_lists.phrases([p for p in comparison.phrases if in_view(p.places)], anchors)
        yield from html_lists.impacts([i for i in comparison.impacts if in_view([i.address])], anchors)
        if counted.counts:
            writer = RowWriter(self.ids, comparison.phrases, self.selection)
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

    def _bar(self, counted: Statistics) -> Markup:
        steps = tag(
            "div",
            tag("button", "‹ Trước", type="button", id="truoc", title="Thay đổi trước (p)"),
            tag("button", "Sau ›", type="button", id="sau", title="Thay đổi kế tiếp (n)"),
            tag("output", "", id="vi-tri", aria_live="polite"),
            cls="group",
        )
        views = tag(
            "div",
            *(
                tag("button", name, type="button", data_view=view, aria_pressed="false")
                for view, name in (("side", "Cạnh nhau"), ("one", "Một cột"))
            ),
            cls="group joined",
            role="group",
            aria_label="Cách xem",
        )
        more = tag(
            "div",
            tag("button", "Toàn văn", type="button", id="toan-van", aria_pressed="false"),
            tag("button", "?", type="button", id="phim", aria_label="Phím tắt", title="Phím tắt (?)"),
            cls="group",
        )
        return tag(
            "div", steps, views, more, _chips(counted), cls="bar", role="region", aria_label="Điều khiển"
        )


def _top(old: Instrument, new: Instrument) -> Markup:
    sides = [
        tag("div", tag("dt", name), tag("dd", instrument_words(one), *_file(one)))
        for name, one in (("Văn bản cũ", old), ("Văn bản mới", new))
    ]
    return tag("header", tag("h1", "Bản so sánh văn bản"), tag("dl", *sides), cls="top")


def _file(instrument: Instrument) -> list[Markup]:
    name = instrument.name
    return [tag("small", name)] if name and name not in instrument_words(instrument) else []


def _chips(counted: Statistics) -> Markup:
    chips = [
        tag(
            "button",
            f"{class_words(count.change)} ",
            tag("b", str(count.rows)),
            type="button",
            data_filter=count.change,
            aria_pressed="false",
            cls=f"chip t-{count.change}",
        )
        for count in counted.counts
    ]
    if counted.unsure:
        words = ("chưa chắc ", tag("b", str(counted.unsure)))
        chips.append(
            tag(
                "button",
                *words,
                type="button",
                data_filter="chua-chac",
                aria_pressed="false",
                cls="chip t-unsure",
            )
        )
    return tag("div", *chips, cls="chips", role="group", aria_label="Lọc theo loại thay đổi")


def _entry(ids: Mapping[int, str], unit: Unit) -> Markup:
    link = tag("a", title_before(unit), href=f"#{unit_anchor(ids, unit)}")
    return join([link, tags(unit.changes)])


def _part_links(comparison: Comparison) -> Iterator[Markup]:
    for anchor, name, there in (
        ("tom-tat", "Tóm tắt", True),
        ("phat-hien", "Phát hiện", bool(comparison.findings)),
        ("con-so", "Con số", bool(comparison.quantities)),
        ("cum-tu", "Cụm từ", bool(comparison.phrases)),
        ("vien-dan", "Viện dẫn", bool(comparison.impacts)),
        ("chi-tiet", "Chi tiết", any(map(changes_of, comparison.rows))),
    ):
        if there:
            yield tag("a", name, href=f"#{anchor}")


def _help() -> Markup:
    keys = [tag("div", tag("dt", *_key_names(names)), tag("dd", meaning)) for names, meaning in _KEYS]
    close = tag("button", "Đóng", type="button", id="dong")
    heading = tag("h2", "Phím tắt", id="h-phim")
    return tag("dialog", heading, tag("dl", *keys), close, id="tro-giup", aria_labelledby="h-phim")


def _key_names(names: str) -> list[str]:
    first, _, second = names.partition(" hoặc ")
    return [tag("kbd", first), *([" hoặc ", tag("kbd", second)] if second else [])]


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

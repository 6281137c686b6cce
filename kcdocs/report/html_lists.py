"""The lists of the HTML page: summary, findings, quantities, phrases, references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.address import Address
from kcdocs.model.comparison import Outcome
from kcdocs.report.cautions import is_typed
from kcdocs.report.html_rows import tags
from kcdocs.report.markup import Markup, tag
from kcdocs.report.words import CLASSES, OUTCOMES, QUANTITIES, SEVERITIES, capital, file_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kcdocs.model.comparison import Impact, PhraseChange, QuantityChange
    from kcdocs.model.finding import Finding
    from kcdocs.report.statistics import Count, Statistics


def summary(counted: Statistics, left_out: str) -> Markup:
    """Counts by class and what share of the articles is touched."""
    notes = [
        counted.half_words(),
        f"{counted.unsure} cặp ghép chưa chắc chắn, cần người xem lại." if counted.unsure else "",
        left_out,
    ]
    return section(
        "tom-tat",
        "Tóm tắt",
        _counts(counted.counts) if counted.counts else tag("p", "Hai văn bản không có gì khác nhau."),
        *(tag("p", note, cls="note") for note in notes if note and counted.counts),
    )


def findings(found: Sequence[Finding], anchors: Mapping[str, str]) -> Iterator[Markup]:
    """What the comparison found wrong; nothing if there is nothing."""
    if found:
        items = [_finding(finding, anchors) for finding in found]
        yield section("phat-hien", f"Phát hiện ({len(items)})", tag("ul", *items, cls="findings"))


def cautions(found: Sequence[Finding]) -> Iterator[Markup]:
    """What must be read before anything else; nothing if there is nothing."""
    if found:
        items = [_finding(finding, {}) for finding in found]
        yield tag("aside", tag("ul", *items, cls="findings"), cls="cautions", aria_label="Cảnh báo")


def quantities(items: Sequence[QuantityChange], anchors: Mapping[str, str]) -> Iterator[Markup]:
    """Numbers, sums, dates and time limits that changed."""
    if items:
        rows = [
            (
                link(item.address, anchors),
                QUANTITIES[item.kind],
                tag("del", item.old) if item.old else "(không có)",
                tag("ins", item.new) if item.new else "(bỏ)",
            )
            for item in items
        ]
        grid = table(("Nơi", "Loại", "Cũ", "Mới"), rows, "Con số, số tiền, ngày và thời hạn thay đổi")
        yield section("con-so", f"Con số, số tiền, thời hạn ({len(items)})", grid)


def phrases(items: Sequence[PhraseChange], anchors: Mapping[str, str]) -> Iterator[Markup]:
    """Replacements made throughout, one entry each."""
    if items:
        shown = [_phrase(item, anchors) for item in items]
        yield section("cum-tu", f"Thay cụm từ ({len(items)})", tag("ul", *shown, cls="phrases"))


def impacts(items: Sequence[Impact], anchors: Mapping[str, str]) -> Iterator[Markup]:
    """What became of the references: those to be looked at in a table, the others folded."""
    if items:
        followed = [item for item in items if item.outcome is Outcome.FOLLOWED]
        others = [item for item in items if item.outcome is not Outcome.FOLLOWED]
        yield section(
            "vien-dan",
            f"Viện dẫn ({len(others)} cần xem, {len(followed)} đã sửa theo)",
            *([_impacts(others, anchors, "Viện dẫn cần xem")] if others else []),
            *([_followed(followed, anchors)] if followed else []),
        )


def section(anchor: str, heading: str, *children: str) -> Markup:
    """A part of the page with its heading."""
    return tag("section", tag("h2", heading, id=f"h-{anchor}"), *children, id=anchor, cls="part")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], caption: str) -> Markup:
    """A table; on a narrow screen its rows stand as blocks, and what is still too wide scrolls by itself."""
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads)))
    body = tag("tbody", *(tag("tr", *_cells(heads, row)) for row in rows))
    inner = tag("table", tag("caption", caption, cls="unseen"), head, body)
    return tag("div", inner, cls="scroll", tabindex="0", role="region", aria_label=caption)


def _cells(heads: Sequence[str], row: Sequence[str]) -> Iterator[Markup]:
    """Cells that bear the name of their column, for screens too narrow for columns."""
    for head, cell in zip(heads, row, strict=True):
        yield tag("td", cell, data_head=head)


def link(address: Address, anchors: Mapping[str, str]) -> Markup:
    """An address that leads to its row, where it has one."""
    anchor = anchors.get(str(address))
    words = capital(address.spoken())
    return tag("a", words, href=f"#{anchor}") if anchor else tag("span", words)


def _counts(counts: Iterable[Count]) -> Markup:
    heads = ("Loại thay đổi", "Nghĩa là", "Số nơi", "Điều", "Khoản", "Điểm")
    rows = [
        (
            tags([count.change]),
            CLASSES[count.change][1],
            *map(_number, (count.rows, count.articles, count.clauses, count.points)),
        )
        for count in counts
    ]
    return table(heads, rows, "Số thay đổi theo loại")


def _number(number: int) -> Markup:
    return tag("span", f"{number:,}".replace(",", ".") if number else "–", cls="number")


def _finding(finding: Finding, anchors: Mapping[str, str]) -> Markup:
    place = finding.place
    where = [tag("b", link(Address.parse(place.address), anchors), ". ")] if place.address else []
    lines = [
        tag("span", f"{name}: {words} ", cls="line typed" if is_typed(words) else "line")
        for name, words in (
            ("Thấy", finding.found),
            ("Cần", finding.expected),
            ("Cách sửa", finding.mend),
            ("Căn cứ", finding.source),
        )
        if words
    ]
    head = tag("span", f"{SEVERITIES[finding.severity]} {finding.code}", cls=f"code s-{finding.severity}")
    return tag("li", head, " ", *where, finding.message, *lines)


def _phrase(phrase: PhraseChange, anchors: Mapping[str, str]) -> Markup:
    new = tag("ins", phrase.new) if phrase.new else "(bỏ hẳn)"
    places = [tag("li", link(place, anchors)) for place in phrase.places]
    summary_line = tag("summary", f"{len(places)} nơi")
    folded = tag("details", summary_line, tag("ul", *places, cls="places"))
    return tag("li", tag("del", phrase.old), " → ", new, folded)


def _impacts(items: Iterable[Impact], anchors: Mapping[str, str], caption: str) -> Markup:
    rows = [
        (
            tag("span", file_words(item.instrument)),
            link(item.address, anchors),
            f"“{item.words}”",
            capital(OUTCOMES[item.outcome]),
            f"“{item.proposed}”" if item.proposed else "–",
        )
        for item in items
    ]
    return table(("Văn bản", "Nơi", "Viện dẫn", "Kết quả", "Đề nghị sửa thành"), rows, caption)


def _followed(items: Sequence[Impact], anchors: Mapping[str, str]) -> Markup:
    summary_line = tag("summary", f"{len(items)} viện dẫn đã sửa theo số thứ tự mới")
    return tag("details", summary_line, _impacts(items, anchors, "Viện dẫn đã sửa theo"), cls="fold")

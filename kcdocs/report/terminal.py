"""A comparison for a console: summary, contents of the changes, marked words; readable without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.comparison import Outcome
from kcdocs.report import limits
from kcdocs.report.cautions import cautions, others, place_words, same_words, words
from kcdocs.report.commands import CommandIndex
from kcdocs.report.marks import Piece, body, changes_of, labels
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.statistics import statistics
from kcdocs.report.titles import classes, spoken, title_before, where
from kcdocs.report.units import units
from kcdocs.report.words import (
    NOISE,
    OUTCOMES,
    QUANTITIES,
    SEVERITIES,
    capital,
    class_words,
    file_words,
    instrument_words,
    match_words,
    source_words,
)
from kcdocs.report.wrap import bold, columns, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.model.comparison import Comparison, Row
    from kcdocs.report.units import RowUnit


def render(
    comparison: Comparison, selection: Selection = ALL, *, width: int = 80, colour: bool = False
) -> str:
    """A comparison as lines of text.

    Args:
        comparison: What to render.
        selection: Which rows to show; the summary is always that of the whole.
        width: Columns of the console, at least `limits.NARROWEST` are taken.
        colour: Whether the console shows colours; the marks are there in any case.
    """
    page = _Page(comparison, selection, max(width, limits.NARROWEST), colour)
    return "\n".join(page.lines()) + "\n"


class _Page:
    """The parts of the report, each a run of lines."""

    def __init__(self, comparison: Comparison, selection: Selection, width: int, colour: bool) -> None:
        self.comparison = comparison
        self.selection = selection
        self.width = width
        self.colour = colour
        self.units = units(comparison)
        self.commands = CommandIndex(comparison)

    def lines(self) -> Iterator[str]:
        yield from self._summary()
        if not any(map(changes_of, self.comparison.rows)):
            yield from self._findings()
            return
        yield from self._contents()
        for unit in self.units:
            yield from self._unit(unit)
        yield from self._folded()
        yield from self._phrases()
        yield from self._quantities()
        yield from self._impacts()
        yield from self._findings()

    def _text(self, text: str) -> list[str]:
        hang = "  " if text.startswith(("- ", "? ", "! ")) else ""
        return wrapped([Piece(text)], width=self.width, indent="  ", hang=hang)

    def _title(self, text: str) -> Iterator[str]:
        yield ""
        lines = wrapped([Piece(text)], width=self.width)
        yield from (bold(line, colour=self.colour) for line in lines)
        yield "=" * max(map(columns, lines))

    def _summary(self) -> Iterator[str]:
        counted = statistics(self.comparison)
        yield bold("SO SÁNH VĂN BẢN", colour=self.colour)
        for name, instrument in (("Cũ: ", self.comparison.old), ("Mới:", self.comparison.new)):
            file = f" ({file})" if (file := source_words(instrument)) else ""
            yield from self._text(f"{name} {instrument_words(instrument)}{file}")
        for finding in cautions(self.comparison.findings):
            yield ""
            yield from self._text(f"! {words(finding)}")
        if not counted.counts:
            yield ""
            yield from self._text(same_words(self.comparison))
            return
        yield from self._title("TÓM TẮT")
        for count in counted.counts:
            parts = [f"{count.articles} điều", f"{count.clauses} khoản", f"{count.points} điểm"]
            told = ", ".join(part for part in parts if not part.startswith("0 "))
            yield f"  {class_words(count.change):<14}{count.rows:>5} nơi" + (f"   ({told})" if told else "")
        yield ""
        yield from self._text(counted.half_words())
        if counted.unsure:
            yield from self._text(f"{counted.unsure} cặp ghép chưa chắc chắn, cần người xem lại.")
        if left_out := self.selection.words():
            yield from self._text(left_out)

    def _contents(self) -> Iterator[str]:
        yield from self._title("MỤC LỤC THAY ĐỔI")
        for unit in self.units:
            if any(map(self._shown, unit.rows)) or unit.departed:
                yield from self._text(f"- {title_before(unit)}: {classes(unit.changes)}")

    def _unit(self, unit: RowUnit) -> Iterator[str]:
        rows = [row for row in unit.rows if self._detailed(row)]
        departed = [row for row in unit.departed if self._detailed(row)]
        if not rows and not departed:
            return
        yield from self._title(title_before(unit))
        for row in rows:
            yield from self._row(row)
        for row in departed:
            yield ""
            yield from self._text(f"{capital(spoken(row.olds))} nay là {spoken(row.news)}.")

    def _row(self, row: Row) -> Iterator[str]:
        yield ""
        yield from self._text(f"{capital(where(row))} [{classes(changes_of(row))}]")
        if told := self.commands.words_of(row):
            yield from self._text(f"({told})")
        if row.match and not row.match.sure:
            yield from self._text(f"? Ghép cặp chưa chắc chắn: {match_words(row.match)}.")
        mark = labels(row)
        yield from wrapped(
            [*mark, *([Piece(" ")] if mark else []), *body(row)],
            width=self.width,
            indent="    ",
            colour=self.colour,
        )

    def _folded(self) -> Iterator[str]:
        folded = [row for row in self.comparison.rows if self._shown(row) and not self._detailed(row)]
        if not folded:
            return
        yield from self._title(f"CHỈ KỸ THUẬT, HÌNH THỨC, MÃ HÓA: {len(folded)} NƠI")
        for row in folded:
            yield from self._text(f"- {where(row)} [{classes(changes_of(row))}]")
        yield from self._text("Xem từng chữ: thêm --only ky-thuat, --only hinh-thuc hoặc --only ma-hoa.")

    def _phrases(self) -> Iterator[str]:
        phrases = [item for item in self.comparison.phrases if self.selection.has_any(item.places)]
        if phrases:
            yield from self._title("THAY CỤM TỪ")
        for phrase in phrases:
            new = f"bằng “{phrase.new}”" if phrase.new else "(bỏ hẳn)"
            places = "; ".join(place.spoken() for place in phrase.places)
            yield from self._text(f"- “{phrase.old}” {new}, {len(phrase.places)} nơi: {places}")

    def _quantities(self) -> Iterator[str]:
        items = [item for item in self.comparison.quantities if self.selection.has_any([item.address])]
        if items:
            yield from self._title("CON SỐ, SỐ TIỀN, THỜI HẠN THAY ĐỔI")
        for item in items:
            change = f"{item.old or '(không có)'} → {item.new or '(bỏ)'}"
            yield from self._text(f"- {item.address.spoken()}: {QUANTITIES[item.kind]} {change}")

    def _impacts(self) -> Iterator[str]:
        own = self.comparison.new.name
        impacts = [item for item in self.comparison.impacts if self.selection.has_impact(item, own)]
        if not impacts:
            return
        yield from self._title("VIỆN DẪN")
        followed = sum(impact.outcome is Outcome.FOLLOWED for impact in impacts)
        yield from self._text(f"{followed} viện dẫn đã sửa theo; {len(impacts) - followed} cần xem.")
        for impact in impacts:
            if impact.outcome is not Outcome.FOLLOWED:
                repair = f"; đề nghị: “{impact.proposed}”" if impact.proposed else ""
                where = f"{file_words(impact.instrument)}, {impact.address.spoken()}"
                yield from self._text(f"- {where}: “{impact.words}” {OUTCOMES[impact.outcome]}{repair}")

    def _findings(self) -> Iterator[str]:
        findings = others(self.comparison.findings)
        if findings:
            yield from self._title("PHÁT HIỆN")
        for finding in findings:
            head = f"{SEVERITIES[finding.severity]} {finding.code}"
            file = file_words(finding.place.file) if finding.place.file else ""
            spot = ", ".join(filter(None, (file, place_words(finding))))
            told = f"{head}{f' ({spot})' if spot else ''}: {finding.message}"
            yield from self._text(f"- {told}{' ' + finding.mend if finding.mend else ''}")

    def _shown(self, row: Row) -> bool:
        return bool(changes_of(row)) and self.selection.has(row)

    def _detailed(self, row: Row) -> bool:
        return self._shown(row) and (bool(self.selection.only) or not NOISE.issuperset(changes_of(row)))

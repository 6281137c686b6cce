"""The body of the HTML page: units with their rows, old beside new and both in one column."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from kcdocs.law.kinds import GROUPING
from kcdocs.model.address import Kind
from kcdocs.report.commands import Commands
from kcdocs.report.marks import Piece, Side, body, changes_of, labels, revealed, sided
from kcdocs.report.markup import Markup, join, tag
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.titles import before, spoken, title
from kcdocs.report.words import CLASSES, NOISE, capital, class_words, match_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kcdocs.model.comparison import ChangeClass, Comparison, Row
    from kcdocs.report.units import Unit


class RowWriter:
    """Writes units and rows.

    Args:
        ids: `id(row)` → the row's anchor in the page.
        comparison: Where the rows come from.
        selection: Which rows to write; of articles asked for, all.
    """

    def __init__(self, ids: Mapping[int, str], comparison: Comparison, selection: Selection = ALL) -> None:
        self.ids = ids
        self.phrases = comparison.phrases
        self.commands = Commands(comparison)
        self.selection = selection

    def units(self, units: Iterable[Unit]) -> Iterator[Markup]:
        """All units; runs of unchanged ones folded into one line each, unchanged chapters as headings."""
        for look, run in groupby(units, key=_look):
            part = list(run)
            yield from [self._untouched(part)] if look == "same" else map(self.unit, part)

    def unit(self, unit: Unit) -> Markup:
        """One unit with its heading and rows; of an unchanged chapter the heading alone."""
        if not unit.changes:
            return tag("h3", title(unit), cls="chapter", id=unit_anchor(self.ids, unit))
        rows, departed = unit.rows, unit.departed
        if self.selection.only:
            rows, departed = (tuple(filter(self.selection.has, some)) for some in (rows, departed))
        return tag(
            "article",
            _heading(unit),
            *self._rows(rows),
            *map(self._departed, departed),
            cls="unit",
            id=unit_anchor(self.ids, unit),
        )

    def _untouched(self, units: list[Unit]) -> Markup:
        names = capital(", ".join(spoken((unit.head.news or unit.head.olds)[:1]) for unit in units))
        summary = tag("summary", tag("b", names), ": không thay đổi")
        return tag(
            "details", summary, *(tag("div", *map(self.row, unit.rows)) for unit in units), cls="fold same"
        )

    def _rows(self, rows: Iterable[Row]) -> Iterator[Markup]:
        for quiet, run in groupby(rows, key=_is_quiet):
            part = list(run)
            shown = map(self.row, part)
            yield from [_fold(part, shown)] if quiet else shown

    def row(self, row: Row) -> Markup:
        """One row: its address, classes and reason, then the words."""
        changes = changes_of(row)
        if not changes:
            words = self._words([*_label(row), *body(row)])
            return tag("div", tag("p", words), cls=f"row same {_depth(row)}", id=self.ids[id(row)])
        return tag(
            "section",
            self._row_head(row, changes),
            tag("div", *self._cells(row), cls="cells"),
            cls=f"row changed {_depth(row)}",
            id=self.ids[id(row)],
            data_c=" ".join(changes) + (" chua-chac" if _unsure(row) else ""),
            tabindex="-1",
            aria_label=f"{spoken(row.news or row.olds)}: {', '.join(map(class_words, changes))}",
        )

    def _row_head(self, row: Row, changes: Iterable[ChangeClass]) -> Markup:
        name = capital(spoken(row.news or row.olds))
        was = before(row)
        return tag(
            "header",
            tag("h4", name, *([" ", tag("span", was, cls="was")] if was else [])),
            tags(changes, unsure=_unsure(row)),
            *self._command(row),
            *self._why(row),
        )

    def _command(self, row: Row) -> Iterator[Markup]:
        if told := self.commands.told(row):
            words = "\n".join(dict.fromkeys(item.words for item in self.commands.of(row)))
            yield tag("p", capital(told), cls="command", title=words)

    def _why(self, row: Row) -> Iterator[Markup]:
        if row.match:
            summary = tag("summary", "Vì sao ghép cặp")
            text = tag("p", f"{capital(match_words(row.match))}.")
            yield tag("details", summary, text, cls="why", open=_unsure(row))

    def _cells(self, row: Row) -> Iterator[Markup]:
        for one, name, empty in (
            (Side.OLD, "Văn bản cũ", "(chưa có)"),
            (Side.NEW, "Văn bản mới", "(không còn)"),
        ):
            words = [tag("p", self._words(pieces)) for pieces in sided(row, one)]
            shown = words or [tag("p", tag("i", empty, cls="none"))]
            yield tag("div", tag("span", name, cls="who"), *shown, cls=f"cell {one}")
        yield tag("div", tag("p", self._words([*_label(row), *body(row)])), cls="cell mot")

    def _words(self, pieces: Iterable[Piece]) -> Markup:
        return join(map(self._piece, pieces))

    def _piece(self, piece: Piece) -> Markup:
        text = revealed(piece)
        match piece.side:
            case Side.BOTH:
                return join([text])
            case Side.OLD:
                return tag("del", text, cls=self._cls(piece), title=self._title(piece))
            case Side.NEW:
                return tag("ins", text, cls=self._cls(piece), title=self._title(piece))
            case _:
                assert_never(piece.side)

    def _cls(self, piece: Piece) -> str | None:
        return "quiet" if piece.change in NOISE else None

    def _title(self, piece: Piece) -> str:
        name = class_words(piece.change) if piece.change else ""
        if 0 <= piece.phrase < len(self.phrases):
            phrase = self.phrases[piece.phrase]
            return f"{name}: “{phrase.old}” → “{phrase.new}”, {len(phrase.places)} nơi"
        return name

    def _departed(self, row: Row) -> Markup:
        link = tag("a", spoken(row.news), href=f"#{self.ids[id(row)]}")
        return tag("p", f"{capital(spoken(row.olds))} của văn bản cũ nay là ", link, ".", cls="gone")


def unit_anchor(ids: Mapping[int, str], unit: Unit) -> str:
    """The anchor of a unit in the page."""
    return f"m{ids[id(unit.head)]}"


def tags(changes: Iterable[ChangeClass], *, unsure: bool = False) -> Markup:
    """Classes as a list of small labels."""
    items = [tag("li", class_words(change), cls=f"tag t-{change}") for change in changes]
    items += [tag("li", "chưa chắc, cần xem lại", cls="tag t-unsure")] if unsure else []
    return tag("ul", *items, cls="tags")


def _heading(unit: Unit) -> Markup:
    was = before(unit.head)
    return tag("h3", title(unit), *([" ", tag("span", was, cls="was")] if was else []))


def _fold(rows: Sequence[Row], shown: Iterable[Markup]) -> Markup:
    names = spoken((rows[0].news or rows[0].olds)[:1])
    if len(rows) > 1:
        names += f" … {spoken((rows[-1].news or rows[-1].olds)[-1:])}"
    found = {change for row in rows for change in changes_of(row)}
    noisy = sum(bool(changes_of(row)) for row in rows)
    parts = [f"{len(rows) - noisy} đoạn không thay đổi"] if noisy < len(rows) else []
    classes_found = ", ".join(class_words(change) for change in CLASSES if change in found)
    parts += [f"{noisy} nơi chỉ thay đổi về {classes_found}"] if noisy else []
    return tag("details", tag("summary", f"{capital(names)}: {'; '.join(parts)}"), *shown, cls="fold quiet")


def _is_quiet(row: Row) -> bool:
    return NOISE.issuperset(changes_of(row)) and not _unsure(row)


def _look(unit: Unit) -> str:
    if unit.changes:
        return "changed"
    return "heading" if unit.kind in GROUPING else "same"


def _unsure(row: Row) -> bool:
    return row.match is not None and not row.match.sure


def _label(row: Row) -> list[Piece]:
    found = labels(row)
    return [*found, Piece(" ")] if found else []


def _depth(row: Row) -> str:
    return "point" if (row.news or row.olds)[0].kind is Kind.POINT else ""

"""The rows of a comparison as its HTML page shows them: what each template prints, ready made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from markupsafe import Markup

from kcdocs.law.kinds import GROUPING
from kcdocs.model.address import Kind
from kcdocs.report import frame
from kcdocs.report.commands import CommandIndex
from kcdocs.report.marks import Piece, TextSide, body, changes_of, labels, revealed, sided
from kcdocs.report.selection import Selection
from kcdocs.report.titles import before, spoken, title
from kcdocs.report.words import CLASSES, NOISE, capital, class_words, match_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kcdocs.model.comparison import ChangeClass, Comparison, PhraseChange, Row
    from kcdocs.report.units import RowUnit


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row.

    Attributes:
        anchor: Its id in the page.
        depth: "point" for a point, which is set in.
        name: Where it stands, in words.
        was: Where it stood, if elsewhere.
        changes: Its classes; none for a row that is the same in both texts.
        unsure: Whether a person should look at the pair.
        pair: The places of an unsure pair in both texts, as a file of decisions names them.
        command: Which command of the draft made it so; may be empty.
        command_words: The words of that command.
        why: Why the two sides were paired; may be empty.
        old: The words of each old provision; empty for a row that is the same.
        new: The words of each new one; likewise.
        words: Both in one column.
    """

    anchor: str
    depth: str
    name: str
    was: str
    changes: tuple[ChangeClass, ...]
    unsure: bool
    pair: tuple[str, ...]
    command: str
    command_words: str
    why: str
    old: tuple[Markup, ...]
    new: tuple[Markup, ...]
    words: Markup


@dataclass(frozen=True, slots=True)
class ShownRun:
    """Neighbouring rows of a unit; with a summary they are folded under it."""

    summary: str
    rows: Iterable[ShownRow]


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place in words, and the anchor of its row where the page shows it."""

    words: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Departed:
    """A provision that left a unit: where it was, where it is."""

    was: str
    now: PlaceLink


@dataclass(frozen=True, slots=True)
class ShownUnit:
    """An article, heading or annex with its rows and with those that left it."""

    anchor: str
    title: str
    was: str
    changed: bool
    runs: Iterable[ShownRun]
    departed: Iterable[Departed]


@dataclass(frozen=True, slots=True)
class ShownStretch:
    """A unit, or neighbours in which nothing changed, folded under their names (`untouched`)."""

    untouched: str
    units: Iterable[ShownUnit]


class RowWriter:
    """Makes what is shown of units and rows, each when it is asked for.

    Args:
        ids: Key of a row → the row's anchor.
        shown: The same of the rows that the page shows.
        comparison: Where the rows come from.
        selection: Which rows to show; of articles asked for, all.
    """

    def __init__(
        self, ids: Mapping[int, str], shown: Mapping[int, str], comparison: Comparison, selection: Selection
    ) -> None:
        self.ids = ids
        self.shown = shown
        self.words = _Words(comparison.phrases)
        self.commands = CommandIndex(comparison)
        self.selection = selection

    def stretches(self, units: Iterable[RowUnit]) -> Iterator[ShownStretch]:
        """All units; runs of unchanged ones under their names, unchanged chapters as headings."""
        for look, run in groupby(units, key=_look):
            if look == "same":
                part = list(run)
                untouched = ", ".join(spoken((unit.head.news or unit.head.olds)[:1]) for unit in part)
                yield ShownStretch(capital(untouched), map(self._same, part))
            else:
                yield from (ShownStretch("", [self._unit(unit)]) for unit in run)

    def _unit(self, unit: RowUnit) -> ShownUnit:
        rows = [row for row in unit.rows if row.key in self.shown]
        departed = filter(self.selection.has, unit.departed) if self.selection.only else unit.departed
        return self._shown(unit, self._runs(rows), map(self._departed, departed))

    def _same(self, unit: RowUnit) -> ShownUnit:
        return self._shown(unit, [ShownRun("", map(self._row, unit.rows))], ())

    def _shown(self, unit: RowUnit, runs: Iterable[ShownRun], departed: Iterable[Departed]) -> ShownUnit:
        anchor = unit_anchor(self.ids, unit)
        return ShownUnit(anchor, title(unit), before(unit.head), bool(unit.changes), runs, departed)

    def _runs(self, rows: Iterable[Row]) -> Iterator[ShownRun]:
        for quiet, run in groupby(rows, key=_is_quiet):
            part = list(run)
            yield ShownRun(_summary(part) if quiet else "", map(self._row, part))

    def _row(self, row: Row) -> ShownRow:
        changes = changes_of(row)
        command = self.commands.words_of(row)
        return ShownRow(
            anchor=self.ids[row.key],
            depth="point" if (row.news or row.olds)[0].kind is Kind.POINT else "",
            name=spoken(row.news or row.olds),
            was=before(row),
            changes=changes,
            unsure=_unsure(row),
            pair=(row.olds[0].address.spoken(), row.news[0].address.spoken()) if _unsure(row) else (),
            command=capital(command),
            command_words="\n".join(dict.fromkeys(item.words for item in self.commands.of(row))),
            why=capital(match_words(row.match)) if row.match else "",
            old=self._side(row, TextSide.OLD) if changes else (),
            new=self._side(row, TextSide.NEW) if changes else (),
            words=self.words.of([*_label(row), *body(row)]),
        )

    def _side(self, row: Row, side: TextSide) -> tuple[Markup, ...]:
        return tuple(map(self.words.of, sided(row, side)))

    def _departed(self, row: Row) -> Departed:
        return Departed(capital(spoken(row.olds)), PlaceLink(spoken(row.news), self.shown.get(row.key, "")))


class _Words:
    """Writes marked words; no template is asked, for there are hundreds of thousands."""

    def __init__(self, phrases: Sequence[PhraseChange]) -> None:
        self._phrases = phrases

    def of(self, pieces: Iterable[Piece]) -> Markup:
        """Pieces one after the other, each marked by its side."""
        return frame.joined(map(self._piece, pieces))

    def _piece(self, piece: Piece) -> Markup:
        words = frame.text(revealed(piece))
        match piece.side:
            case TextSide.BOTH:
                return words
            case TextSide.OLD:
                return marked("del", piece.change, self._title(piece), words)
            case TextSide.NEW:
                return marked("ins", piece.change, self._title(piece), words)
            case _:
                assert_never(piece.side)

    def _title(self, piece: Piece) -> str:
        name = class_words(piece.change) if piece.change else ""
        if 0 <= piece.phrase < len(self._phrases):
            phrase = self._phrases[piece.phrase]
            return f"{name}: “{phrase.old}” → “{phrase.new}”, {len(phrase.places)} nơi"
        return name


_ENDS = {"del": Markup("</del>"), "ins": Markup("</ins>")}


def marked(tag: str, change: ChangeClass | None, title: str, words: Markup) -> Markup:
    """Words taken out ("del") or put in ("ins"); noise is marked quietly."""
    return frame.joined((_opening(tag, change, title), words, _ENDS[tag]))


@lru_cache(maxsize=4096)  # marks of one page: ten classes, and a title for each replaced phrase
def _opening(tag: str, change: ChangeClass | None, title: str) -> Markup:
    quiet = Markup(' class="quiet"') if change in NOISE else ""
    return Markup('<{}{} title="{}">').format(tag, quiet, frame.plain(title))


def unit_anchor(ids: Mapping[int, str], unit: RowUnit) -> str:
    """The anchor of a unit in the page."""
    return f"m{ids[unit.head.key]}"


def shown_rows(ids: Mapping[int, str], units: Iterable[RowUnit], selection: Selection) -> dict[int, str]:
    """The anchors of the rows that a page of these units shows."""
    return {
        row.key: ids[row.key]
        for unit in units
        for row in unit.rows
        if not selection.only or selection.has(row)
    }


def _summary(rows: Sequence[Row]) -> str:
    """What is folded: from where to where, how much is the same and how much changes no law."""
    names = spoken((rows[0].news or rows[0].olds)[:1])
    if len(rows) > 1:
        names += f" … {spoken((rows[-1].news or rows[-1].olds)[-1:])}"
    found = {change for row in rows for change in changes_of(row)}
    noisy = sum(bool(changes_of(row)) for row in rows)
    parts = [f"{len(rows) - noisy} đoạn không thay đổi"] if noisy < len(rows) else []
    classes_found = ", ".join(class_words(change) for change in CLASSES if change in found)
    parts += [f"{noisy} nơi chỉ thay đổi về {classes_found}"] if noisy else []
    return f"{capital(names)}: {'; '.join(parts)}"


def _is_quiet(row: Row) -> bool:
    return NOISE.issuperset(changes_of(row)) and not _unsure(row)


def _look(unit: RowUnit) -> str:
    if unit.changes:
        return "changed"
    return "heading" if unit.kind in GROUPING else "same"


def _unsure(row: Row) -> bool:
    return row.match is not None and not row.match.sure


def _label(row: Row) -> list[Piece]:
    found = labels(row)
    return [*found, Piece(" ")] if found else []

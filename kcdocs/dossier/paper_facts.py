"""What one paper of a dossier says of itself and of the others, each with its place in the Word file."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from math import ceil
from typing import TYPE_CHECKING

from kcdocs.dossier import limits
from kcdocs.dossier.day_sayings import DayOf, StatedDay, deadline_in, effect_in
from kcdocs.dossier.draft_names import full_names
from kcdocs.dossier.givers import Givers, givers
from kcdocs.dossier.named_provisions import NamedProvision, provisions_in, provisions_of
from kcdocs.dossier.opinion_rows import OpinionRows, opinion_rows
from kcdocs.dossier.sayings import Measure, announces_layout, sayings, says_silent, silent
from kcdocs.law.dossiers import asks_for_opinions
from kcdocs.law.layout import Role
from kcdocs.law.numbers import NUMBER, plain_number
from kcdocs.law.papers import LETTER
from kcdocs.law.vocabulary import LEGAL
from kcdocs.lint.papers import CheckedPaper, read_paper
from kcdocs.model.address import Kind
from kcdocs.model.finding import Place
from kcdocs.model.revisions import Revisions
from kcdocs.parse.instrument import parse
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_bytes
from kcdocs.text.dates import ANY, from_parts
from kcdocs.text.normalise import content_form
from kcdocs.word.package import Allow, open_package
from kcdocs.word.read import read_setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kcdocs.lint.pieces import PaperLine
    from kcdocs.model.instrument import Instrument

_CITED = re.compile(rf"số(?: ?:)? ?({NUMBER})(?:,? {ANY})?")
_IN_CELL = re.compile(rf"({NUMBER})(?:[,;]? {ANY})?")
_DAY_CELL = re.compile(r"(?:ngày )?(\d{1,2})(?: tháng |[/-])(\d{1,2})(?: năm |[/-])(\d{4})")
_ABOUT_ENDS = re.compile(r"[.;:()]|, ")
_ENCLOSES = "kèm theo"
_CALLED = "sau đây gọi"


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A count that a paper states, or that was counted in it.

    Attributes:
        measure: What is counted.
        value: How many.
        place: Where.
        counted: Whether it was counted, not stated.
    """

    measure: Measure
    value: int
    place: Place
    counted: bool = False


@dataclass(frozen=True, slots=True)
class StatedName:
    """A draft as a paper names it.

    Attributes:
        name: The name with its type.
        place: Where.
        full: Whether the whole name must stand there; else running text, which may shorten it.
    """

    name: str
    place: Place
    full: bool


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """A paper as another names it.

    Attributes:
        number: Number and symbol.
        issued: Its day, None where it is not given.
        place: Where.
        about: What the other says that it is about: the words behind it, or beside it in a table.
        encloses: Whether the other says that it comes with it.
    """

    number: str
    issued: date | None
    place: Place
    about: str = ""
    encloses: bool = False


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What a paper says.

    Attributes:
        file: The file, as the user named it.
        title: What it is: type and abstract.
        type: Its type; empty where it is none that an office issues.
        number: Its number and symbol, empty where it bears none.
        issued: Its day, None where it bears none.
        heads: Where its title, number and day stand.
        counts: Counts that it states, and those counted in it.
        names: The drafts that it names.
        cited: The papers that it names by number.
        opinions: Its table of opinions, if it has one.
        givers: The bodies that it says gave an opinion, with where.
        silent: Whether it says that some answered and asked for nothing.
        days: The days that it states of the draft and of opinions.
        provisions: Provisions of the draft that it speaks of; of a draft those that it has or names.
        changes: How many tracked changes stand in it; it is read as if they were accepted.
        lines: About how many lines it takes in print, annexes left out.
    """

    file: str
    title: str
    type: str
    number: str
    issued: date | None
    heads: dict[Role, Place] = field(default_factory=dict)
    counts: tuple[StatedCount, ...] = ()
    names: tuple[StatedName, ...] = ()
    cited: tuple[CitedPaper, ...] = ()
    opinions: OpinionRows | None = None
    givers: tuple[tuple[Place, Givers], ...] = ()
    silent: bool = False
    days: tuple[StatedDay, ...] = ()
    provisions: tuple[NamedProvision, ...] = ()
    changes: int = 0
    lines: int = 0

    @property
    def pages(self) -> int:
        """About how many pages it takes; only a program that lays it out knows."""
        return ceil(self.lines / limits.LINES_A_PAGE)

    @property
    def is_legal(self) -> bool:
        """Whether it is an instrument or its draft."""
        return self.type in LEGAL

    def where(self, role: Role) -> Place:
        """Where a part of its head stands; the file where the part is not there."""
        return self.heads.get(role, Place(self.file))


def paper_facts(data: bytes, file: str) -> PaperFacts:
    """Read a paper.

    Args:
        data: The bytes of its Word file; its tracked changes are read as accepted.
        file: The file, as the user named it.

    Raises:
        KcdocsError: If it cannot be read.
    """
    paper = read_paper(read_setting(open_package(data, name=file, allow=Allow.ALL)), file)
    heads = {role: lines[0].place(file) for role, lines in paper.roles.items()}
    opinions = opinion_rows(paper.pieces)
    lines = _prose(paper, opinions)
    facts = PaperFacts(
        file,
        _title(paper),
        paper.type,
        paper.number,
        paper.issued,
        heads,
        names=tuple(_names(paper)),
        cited=tuple(_cited(paper)),
        opinions=opinions,
        silent=any(says_silent(_words(line)) for line in lines),
        changes=paper.setting.changes,
        lines=sum(_printed(line) for line in set(paper.pieces) - set(paper.annexed)),
    )
    if facts.is_legal:
        instrument = parse(read_bytes(data, Options(file, Revisions.ACCEPT, None, "")))
        return replace(
            facts,
            counts=_provisions(instrument, facts),
            provisions=provisions_of(instrument, facts.where(Role.TYPE)),
            days=tuple(_days(paper, lines)),
        )
    said = [_words(line) for line in lines]
    issuer = paper.text(Role.ISSUER)
    return replace(
        facts,
        counts=tuple(_stated(lines, opinions, file)),
        givers=tuple((lines[one.line].place(file), one) for one in givers(said, besides=issuer)),
        days=tuple(_days(paper, lines)),
        provisions=tuple(named for line in paper.pieces for named in provisions_in(line, line.place(file))),
    )


def _prose(paper: CheckedPaper, opinions: OpinionRows | None) -> list[PaperLine]:
    """The lines of a paper but those of its table of opinions."""
    rows = opinions.rows if opinions else ()
    within = {line for row in rows for line in (*row.asked, *row.answer)}
    return [line for line in paper.pieces if line not in within]


def _days(paper: CheckedPaper, lines: Sequence[PaperLine]) -> Iterator[StatedDay]:
    asks = asks_for_opinions(_title(paper))
    for line in lines:
        for sentence in re.split(r"(?<=[.;]) ", _words(line).casefold()):
            if day := effect_in(sentence):
                yield StatedDay(DayOf.EFFECT, day, line.place(paper.name))
            if asks and (day := deadline_in(sentence)):
                yield StatedDay(DayOf.DEADLINE, day, line.place(paper.name))


def _printed(line: PaperLine) -> int:
    return max(1, ceil(len(line.text) / limits.LETTERS_A_LINE))


def _title(paper: CheckedPaper) -> str:
    """Type and abstract; for a letter its type and what it is about."""
    about, called = _part(paper.of(Role.ABOUT)), _part(paper.of(Role.TYPE))
    if about:
        return f"{LETTER} {about}"
    if called.casefold() == content_form(paper.type).casefold():
        abstract = _part(paper.of(Role.ABSTRACT))
        return f"{paper.type} {abstract[:1].lower()}{abstract[1:]}".strip()
    more = [line for line in paper.of(Role.ABSTRACT) if line.paragraph.block.align == "center"]
    return f"{called} {_part(more)}".strip()


def _part(lines: Iterable[PaperLine]) -> str:
    return " ".join(map(_words, lines))


def _words(line: PaperLine) -> str:
    """The words of a line, every hyphen, quotation mark and space a plain one."""
    return content_form(line.text)


def _names(paper: CheckedPaper) -> Iterator[StatedName]:
    """The drafts that it names; what it says that it calls one by from there on is no full name anywhere."""
    split = [(line, *_words(line).partition(_CALLED)) for line in paper.body]
    short = {name for *_, after in split for name in full_names(after)}
    for roles in ((Role.TYPE, Role.ABSTRACT), (Role.ABOUT,)):
        lines = [line for role in roles for line in paper.of(role)]
        for name in full_names(" ".join(_words(line) for line in lines)):
            yield StatedName(name, lines[0].place(paper.name), full=name not in short)
    for line, before, called, after in split:
        for name in full_names(before):
            yield StatedName(name, line.place(paper.name), full=bool(called) and name not in short)
        for name in full_names(after):
            yield StatedName(name, line.place(paper.name), full=False)


def _cited(paper: CheckedPaper) -> Iterator[CitedPaper]:
    own = set(paper.of(Role.NUMBER))
    before = (None, *paper.pieces[:-1])
    after = (*paper.pieces[1:], None)
    for line, last, following in zip(paper.pieces, before, after, strict=True):
        if line not in own:
            words, place = _words(line), line.place(paper.name)
            for found in _CITED.finditer(words):
                number, *day = found.groups()
                about = _ABOUT_ENDS.split(words[found.end() :], maxsplit=1)[0]
                encloses = _ENCLOSES in words[: found.start()].casefold()
                yield CitedPaper(plain_number(number), from_parts(*day), place, about, encloses)
            if line.paragraph.spot.table and (alone := _IN_CELL.match(words)):
                number, *day = alone.groups()
                about = _words(last) if last and _same_row(line, last) else ""
                issued = from_parts(*day) or _beside(line, following)
                yield CitedPaper(plain_number(number), issued, place, about)


def _same_row(line: PaperLine, other: PaperLine) -> bool:
    one, two = line.paragraph.spot, other.paragraph.spot
    return (one.table, one.row) == (two.table, two.row)


def _beside(line: PaperLine, following: PaperLine | None) -> date | None:
    """The day that stands in the cell behind a number, or below it."""
    found = _DAY_CELL.match(_words(following)) if following and _same_row(line, following) else None
    return from_parts(*found.groups()) if found else None


def _stated(lines: Sequence[PaperLine], opinions: OpinionRows | None, file: str) -> Iterator[StatedCount]:
    laid_out, merged = False, False
    asking_nothing = sum(silent(_words(line)) for line in lines)
    for line in lines:
        for measure, value in sayings(_words(line), laid_out=laid_out):
            merged |= measure is Measure.ROWS
            speaking = value - asking_nothing if measure is Measure.OFFICES else value
            yield StatedCount(measure, speaking, line.place(file))
        laid_out = announces_layout(_words(line))
    if opinions and opinions.rows:
        yield from _counted(opinions, opinions.place(file), merged=merged)


def _counted(opinions: OpinionRows, place: Place, *, merged: bool) -> Iterator[StatedCount]:
    """How many opinions a table lists, and, where each is answered in one way, how many in each.

    A row in which equal opinions are joined counts as many as hold it.
    """
    joined = merged and not opinions.by_office
    yield StatedCount(Measure.ROWS if joined else Measure.OPINIONS, opinions.count, place, counted=True)
    if all(len(row.outcomes) == 1 and row.count == 1 for row in opinions.rows):
        became: Counter[Measure] = Counter()
        for row in opinions.rows:
            became[row.outcomes[0]] += row.voices if joined else 1
        for measure in (Measure.ACCEPTED, Measure.PARTLY, Measure.EXPLAINED):
            yield StatedCount(measure, became[measure], place, counted=True)


def _provisions(instrument: Instrument, facts: PaperFacts) -> tuple[StatedCount, ...]:
    """How many articles and chapters an instrument has, quoted ones left out."""
    found = Counter(node.kind for node in instrument.provisions())
    place = facts.where(Role.TYPE)
    return tuple(
        StatedCount(measure, found[kind], place, counted=True)
        for measure, kind in ((Measure.ARTICLES, Kind.ARTICLE), (Measure.CHAPTERS, Kind.CHAPTER))
    )

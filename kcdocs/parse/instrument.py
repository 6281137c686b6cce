"""A reading to an instrument: the whole of it, from the header to the annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kcdocs.collector import without_collector
from kcdocs.law.kinds import GROUPING
from kcdocs.model.address import Address, Kind
from kcdocs.model.catalogue import Catalogue
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument
from kcdocs.model.line import Reading
from kcdocs.parse import limits
from kcdocs.parse.body import Body, ReadingState
from kcdocs.parse.closing import Ahead, authentications, moved_heads
from kcdocs.parse.commands import Commands, amended_instrument, commands_of, learn_names, say_what
from kcdocs.parse.contents import contents
from kcdocs.parse.draft import UnfinishedNode
from kcdocs.parse.findings import Findings
from kcdocs.parse.front import read_front
from kcdocs.parse.identity import identify, title_of, type_of
from kcdocs.parse.names import Names, names_of
from kcdocs.parse.openings import annex_opening, opening
from kcdocs.parse.quotes import OPENING_MARKS
from kcdocs.parse.refer import Referrer
from kcdocs.parse.rules import annex, back
from kcdocs.parse.rules.front import type_name
from kcdocs.parse.rules.opening import Opening
from kcdocs.parse.words import LineStretch, as_written, words

_STRUCTURE = GROUPING | {Kind.ARTICLE}


@without_collector()
def parse(reading: Reading, *, catalogue: Catalogue | None = None) -> Instrument:
    """Read a source as an instrument.

    Every line of the reading comes to belong to exactly one node, in order; what is odd becomes a
    finding, never an error.

    Args:
        reading: The source's lines.
        catalogue: Instruments known by name, for references that give only a name.

    Returns:
        The instrument; its findings are the reading's own and those of this reading.
    """
    rows = [words(line, index) for index, line in enumerate(reading.lines)]
    findings = Findings(reading)
    drafts = _Outline(rows, findings).root.children
    names = names_of(catalogue)
    for draft in drafts:
        if draft.kind is Kind.ENACTING:
            learn_names(draft.text(), names)
    referrer = Referrer(drafts, type_of(drafts), _amends(drafts, names), names, seen=as_written(rows))
    found = (*reading.findings, *findings.all)
    nodes = referrer.nodes()
    return Instrument(
        identify(drafts),
        nodes,
        reading.notes,
        found,
        reading.name,
        headers=reading.headers,
        pictures=reading.pictures,
    )


def retitled(text: Instrument) -> Instrument:
    """The instrument under the title that its own lines have by now."""
    return replace(text, citation=replace(text.citation, title=title_of(text.nodes)))


def _amends(drafts: Sequence[UnfinishedNode], names: Names) -> Citation | None:
    """The instrument that the title says is amended, None if it says none."""
    title = title_of(drafts)
    commands = say_what(commands_of(title[:1].upper() + title[1:], names))
    return amended_instrument(commands_of(title, names)) if commands else None


class _Outline:
    """Builds the top nodes: front matter, body, closing parts, annexes."""

    def __init__(self, rows: Sequence[LineStretch], findings: Findings) -> None:
        self.root = UnfinishedNode(Kind.OTHER, "", Address())
        self._rows = rows
        self._state = ReadingState(rows, findings, Commands().target)
        self._ahead = Ahead(rows)
        self._authentications = authentications(rows)
        self._moved_heads = moved_heads(rows)
        self._contents = contents(rows)
        if self._contents:
            findings.contents(rows[min(self._contents)], len(self._contents))
        start, loose = _body_start([row for row in rows if row.index not in self._contents])
        if loose:
            start = next((row.index for row in rows if row.text), len(rows))
        read_front(rows[:start], self.root, self._state, self._contents)
        if loose and rows:
            findings.no_articles()
        self._body = Body(self._state, self.root, Address(), Address(), loose=loose)
        self._behind: UnfinishedNode | None = None
        self._annexed = False
        self._annexes = 0
        index = start
        while index < len(rows):
            index = self._take(rows[index])

    def _take(self, row: LineStretch) -> int:
        if row.index in self._contents:
            self._body.set_aside(row)
            return row.index + 1
        if row.text:
            found = annex_opening(row.text) if row.line.cell is None else None
            if found is None and self._behind is not None and not self._annexed:
                found = annex.read_attached(row.text)
            if found is None and self._behind is not None and row.line.cell is None:
                found = annex.read_form(row.text)
            if found is not None:
                return self._annex(found, row)
            kind = None if self._annexed else self._closing(row)
            if kind is not None and self._ends(kind, row):
                return self._back(kind, row)
        if self._behind is not None and not self._annexed:
            return self._more_back(row)
        return self._body.read(row)

    def _closing(self, row: LineStretch) -> Kind | None:
        """Which of the parts behind the last article a line begins."""
        if row.index in self._moved_heads:
            return Kind.HEADER
        return Kind.SIGNATURE if row.index in self._authentications else back.read(row.text)

    def _ends(self, kind: Kind, row: LineStretch) -> bool:
        """Whether a line begins a closing part: it is no heading, and no form inside an article."""
        if self._behind is not None:
            return self._behind.kind is not kind
        return not self._body.expects_heading() and not self._ahead.goes_on(row.index, self._body.labels())

    def _annex(self, found: Opening, row: LineStretch) -> int:
        draft = self._open_annex(found.label, row.index)
        draft.add_line(row.cut(found.start))
        self._state.last = draft
        self._state.tail = row.text
        return row.index + 1

    def _open_annex(self, label: str, index: int) -> UnfinishedNode:
        """A new annex; one that bears no label is counted from the second on."""
        if not label and Kind.ANNEX in self.root.last:
            label = str(self._annexes + 1)
        self._annexes += 1
        draft = self.root.adopt(Kind.ANNEX, label, Address())
        loose = not _articled(self._rows[index : index + limits.ARTICLED])
        self._body = Body(self._state, draft, draft.address, draft.address, loose=loose)
        self._annexed = True
        return draft

    def _back(self, kind: Kind, row: LineStretch) -> int:
        self._behind = self.root.counted(kind, Address())
        self._behind.add_line(row)
        self._state.last = self._behind
        return row.index + 1

    def _more_back(self, row: LineStretch) -> int:
        found = opening(row.text) if row.text else None
        if found is not None and found.kind in _STRUCTURE and found.plain and not found.inner:
            self._open_annex("", row.index)
            return self._body.read(row)
        if self._state.last is not None:
            self._state.last.add_line(row)
        return row.index + 1


def _articled(rows: Sequence[LineStretch]) -> bool:
    """Whether an annex that begins here is a regulation with articles of its own."""
    for row in rows[1:]:
        if row.line.cell is None and annex_opening(row.text) is not None:
            return False
        found = opening(row.text)
        if found is not None and found.kind is Kind.ARTICLE and found.plain:
            return found.label == "1"
    return False


def _body_start(rows: Sequence[LineStretch]) -> tuple[int, bool]:
    """Index of the line that opens the body, and whether the text has no articles."""
    first, titled, before = -1, False, ""
    for row in rows:
        if not row.text or row.line.cell is not None:
            continue
        titled = titled or bool(type_name(row.text))
        if first < 0 and not titled and annex_opening(row.text) is not None:
            return 0, True
        found = opening(row.text) or (_marked_article(row.text) if not before.endswith(":") else None)
        before = row.text
        if found is not None and found.kind in _STRUCTURE and not found.inner:
            if first < 0:
                first = row.index
            if found.kind is Kind.ARTICLE:
                return first, False
    return 0, True


def _marked_article(text: str) -> Opening | None:
    """The first article with a quotation mark before it that belongs to nothing."""
    found = opening(text[1:]) if text[:1] in OPENING_MARKS else None
    return found if found is not None and (found.kind, found.label) == (Kind.ARTICLE, "1") else None

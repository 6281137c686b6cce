"""Lines to nested provisions: where each belongs, and which labels continue which list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kcdocs.law.kinds import GROUPING, LEVEL, THROUGHOUT, first_label
from kcdocs.model.address import Address, Kind
from kcdocs.parse import limits
from kcdocs.parse.closing import Labels
from kcdocs.parse.draft import UnfinishedNode
from kcdocs.parse.findings import Findings
from kcdocs.parse.openings import opening
from kcdocs.parse.order import LabelReading, judge, judge_loosely
from kcdocs.parse.quotes import OPENING_MARKS, Quotes, inner
from kcdocs.parse.rules import clause
from kcdocs.parse.rules.opening import Opening
from kcdocs.parse.words import LineStretch
from kcdocs.text.labels import LabelStep, first, following, step, unusual_letter

_INNER = 6
"""The level of a Roman number inside an article: below it, above clauses."""

_STOPS = (".", ";", ":", "!", "?", "”", '"', "…")

Amended = Callable[[Sequence[UnfinishedNode], Opening | None], Address]
"""Says what the new text quoted under the last of some nested provisions amends; empty if unknown."""


class ReadingState:
    """What the bodies of one reading share.

    Args:
        rows: All lines of the reading.
        findings: Where to tell what is odd.
        amended: Reads the commands of an amending text.

    Attributes:
        last: The node that came last in reading order: it alone may take further lines of its own.
        tail: The last words met.
    """

    def __init__(self, rows: Sequence[LineStretch], findings: Findings, amended: Amended) -> None:
        self.rows = rows
        self.findings = findings
        self.amended = amended
        self.quotes = Quotes(rows)
        self.last: UnfinishedNode | None = None
        self.tail = ""


class Body:
    """Reads the lines of an instrument's body, of an annex or of a quotation.

    Args:
        state: What is shared.
        holder: The node the provisions go into.
        base: Address that articles start from.
        top: Address that all else right below the holder starts from.
        loose: Whether this is an annex or a text without articles: there a label that continues no list
            is words, and no finding.
        quoted: How many quotations this stands in.
        last: Index of the last line that belongs here, None for all that is given.
        row: Gives a line by index as it stands here, without the marks of the quotations around.
        above: Address that a provision right below the holder starts from, by its label; None if it is `top`.
    """

    def __init__(
        self,
        state: ReadingState,
        holder: UnfinishedNode,
        base: Address,
        top: Address,
        *,
        loose: bool = False,
        quoted: int = 0,
        last: int | None = None,
        row: Callable[[int], LineStretch] | None = None,
        above: Callable[[Opening], Address] | None = None,
    ) -> None:
        self._state = state
        self._base = base
        self._top = top
        self._loose = loose
        self._quoted = quoted
        self._last = last
        self._row = row or state.rows.__getitem__
        self._above = above
        self._stack = [holder]
        self._throughout: dict[Kind, str] = {}
        self._listed: dict[Kind, str] = {}
        self._bracketed: UnfinishedNode | None = None
        self._heading = holder.kind is Kind.ANNEX
        self._table = -1
        self._said: UnfinishedNode | None = None

    def read(self, words: LineStretch) -> int:
        """Take a line, or the whole quoted block that starts on it.

        Args:
            words: The line, or what a quotation leaves of it.

        Returns:
            Index of the first line not yet taken.
        """
        if not words.text:
            self.set_aside(words)
        elif words.line.cell is not None:
            self._cell(words, words.line.cell.table)
        else:
            return self._block(words)
        return words.index + 1

    def expects_heading(self) -> bool:
        """Whether a chapter or the like was just opened by its number alone."""
        return self._heading and self._stack[-1].kind in GROUPING and not self._stack[-1].text()

    def labels(self) -> Labels:
        """Label of the last article, and of the last clause in it."""
        inside = next((draft for draft in reversed(self._stack) if draft.kind is Kind.ARTICLE), None)
        clause = inside.last.get(Kind.CLAUSE, "") if inside is not None else ""
        return Labels(self._throughout.get(Kind.ARTICLE, ""), clause)

    def _block(self, words: LineStretch) -> int:
        self._table = -1
        may_quote = self._quoted < limits.DEEPEST_QUOTE and (self._quoted or len(self._stack) > 1)
        block = self._state.quotes.block(words) if may_quote else None
        if (block is None or not block[1]) and self._stray_mark(words):
            words = words.cut(1)
            self._state.findings.unclosed(words, self._beneath(self._stack[-1]))
        elif block is not None:
            return self._quote(words, *self._within(*block))
        self._line(words)
        return words.index + 1

    def _stray_mark(self, words: LineStretch) -> bool:
        """Whether a quotation mark stands before the provision due next, which no command quotes."""
        found = opening(words.text[1:]) if words.text[:1] in OPENING_MARKS else None
        if found is None or self._quoted or self._loose or self._state.tail.endswith(":"):
            return False
        previous = self._previous(found, self._stack[self._depth(self._level(found)) - 1])
        due = judge(found, previous, self._listed.get(found.kind)) is LabelReading.PROVISION
        return due and not self._state.amended(self._provisions(), found).steps

    def _line(self, words: LineStretch) -> None:
        found = opening(words.text) or self._bracketed_clause(words.text)
        if found is not None and self._accepts(found, words):
            self._open(found, words)
        elif not self._continues(words):
            self._paragraph(words)
        self._state.tail = words.text

    def _bracketed_clause(self, text: str) -> Opening | None:
        """The clause that "1) " opens right below an article, and "2) " where the first was written so."""
        found = clause.read_bracketed(text) if not (self._quoted or self._loose) else None
        if found is None:
            return None
        inside = self._stack[-1]
        if inside.kind is Kind.ARTICLE and not inside.last.get(Kind.CLAUSE) and first(found.label):
            self._bracketed = inside
        return found if self._bracketed in self._stack else None

    def set_aside(self, words: LineStretch) -> None:
        """Take a line that gives no words: an empty one, or one of a table of contents."""
        node = self._state.last or self._stack[0]
        node.add_line(words, silent=True)
        self._state.last = node

    def _accepts(self, found: Opening, words: LineStretch) -> bool:
        """Whether a label opens a provision; tells what is odd about it."""
        parent = self._stack[self._depth(self._level(found)) - 1]
        previous = self._previous(found, parent)
        if self._loose or found.inner:
            within = self._loose or Kind.ARTICLE in [draft.kind for draft in self._stack]
            return within and judge_loosely(found, previous) is LabelReading.PROVISION
        if self._quoted and parent is self._stack[0] and (previous is None or found.plain):
            return True
        listed = self._listed.get(found.kind)
        verdict = judge(found, previous, listed)
        if verdict is LabelReading.PROVISION and self._rather_listed(found, listed, words):
            verdict = LabelReading.LISTED
        if verdict in (LabelReading.LISTED, LabelReading.RESTARTED):
            self._listed[found.kind] = found.label
        self._add_finding(verdict, found, words, parent, previous)
        return verdict in (
            LabelReading.PROVISION,
            LabelReading.MISSING,
            LabelReading.REPEATED,
            LabelReading.DISORDERED,
        )

    def _previous(self, found: Opening, parent: UnfinishedNode) -> str | None:
        """Label of the provision that this one would follow; chapters may run through the parts."""
        if found.kind is Kind.ARTICLE:
            return self._throughout.get(found.kind)
        previous = parent.last.get(found.kind)
        through = self._throughout.get(found.kind)
        if previous is None and through is not None and step(through, found.label) is LabelStep.NEXT:
            return through
        return previous

    def _rather_listed(self, found: Opening, listed: str | None, words: LineStretch) -> bool:
        """Whether a label that continues both the provisions and a list inside them continues the list.

        It does if it comes once more before the next article: that one is the provision then.
        """
        if listed is None or step(listed, found.label) is not LabelStep.NEXT:
            return False
        for row in self._state.rows[words.index + 1 : words.index + limits.LOOK_AHEAD]:
            later = opening(row.text)
            if later is not None and LEVEL[later.kind] < LEVEL[found.kind]:
                return False
            if later is not None and (later.kind, later.label) == (found.kind, found.label):
                return True
        return False

    def _add_finding(
        self,
        verdict: LabelReading,
        found: Opening,
        words: LineStretch,
        parent: UnfinishedNode,
        previous: str | None,
    ) -> None:
        foreign = found.kind is Kind.POINT and unusual_letter(found.label)
        if verdict is LabelReading.PROVISION and not foreign:
            return
        findings, address = self._state.findings, self._base_of(found, parent).child(found.kind, found.label)
        if verdict is LabelReading.MISSING:
            findings.missing(words, address, following(previous) if previous else first_label(found.kind))
        elif verdict is LabelReading.REPEATED:
            findings.repeated(words, address)
        elif verdict is LabelReading.DISORDERED and previous:
            findings.disordered(words, address, previous)
        elif verdict is LabelReading.RESTARTED:
            findings.restarted(words, address)
        elif verdict is LabelReading.STRAY:
            findings.loose_label(words, address.parent)
        elif verdict is LabelReading.PROVISION:
            findings.foreign_letter(words, address)

    def _open(self, found: Opening, words: LineStretch) -> None:
        level = self._level(found)
        del self._stack[self._depth(level) :]
        parent = self._stack[-1]
        draft = parent.adopt(found.kind, found.label, self._base_of(found, parent))
        if found.kind in THROUGHOUT:
            self._throughout[found.kind] = found.label
        draft.level = level
        draft.add_line(words.cut(found.start))
        self._stack.append(draft)
        self._listed.clear()
        self._said = None
        self._heading = found.kind in GROUPING or (found.kind is Kind.ARTICLE and not draft.text())
        self._state.last = draft

    def _base_of(self, found: Opening, parent: UnfinishedNode) -> Address:
        """Address that the provision goes below."""
        if found.kind is Kind.ARTICLE:
            return self._base
        if self._above is not None and parent is self._stack[0]:
            return self._above(found)
        return self._beneath(parent)

    def _beneath(self, parent: UnfinishedNode) -> Address:
        return self._top if parent is self._stack[0] else parent.address

    def _level(self, found: Opening) -> int:
        """How deep an opening stands here: a Roman number inside an article stands below it."""
        return _INNER if found.inner and not self._loose else LEVEL[found.kind]

    def _depth(self, level: int) -> int:
        """How much of the stack stands above a level."""
        depth = len(self._stack)
        while depth > 1 and self._stack[depth - 1].level >= level:
            depth -= 1
        return depth

    def _continues(self, words: LineStretch) -> bool:
        """Whether words without a label belong to the lines of the node before them."""
        last = self._state.last
        if last is None:
            return False
        short = len(last.lines) < limits.LONGEST_HEADING
        heading = self._heading and short and last is self._stack[-1] and _goes_on_heading(last, words.text)
        self._heading = heading
        if heading or self._goes_on(last, words.text):
            last.add_line(words)
            return True
        return False

    def _goes_on(self, last: UnfinishedNode, text: str) -> bool:
        """Whether a line goes on in the middle of a sentence."""
        return (
            (text[0].islower() or _cut_date(self._state.tail, text))
            and last.kind is not Kind.TABLE
            and last is not self._stack[0]
            and not self._state.tail.endswith(_STOPS)
        )

    def _provisions(self) -> list[UnfinishedNode]:
        """The open provisions, and the last paragraph of the innermost, which may be the command."""
        return [*self._stack[1:], *([self._said] if self._said is not None else [])]

    def _paragraph(self, words: LineStretch) -> None:
        self._heading = False
        parent = self._stack[-1]
        draft = parent.counted(Kind.PARAGRAPH, self._beneath(parent))
        draft.add_line(words)
        self._said = self._state.last = draft

    def _cell(self, words: LineStretch, table: int) -> None:
        last = self._state.last
        if last is None or self._table != table:
            self._table = table
            parent = self._stack[-1]
            last = parent.counted(Kind.TABLE, self._beneath(parent))
        last.add_line(words)
        self._state.last = last
        self._state.tail = "."

    def _within(self, end: int, closed: bool) -> tuple[int, bool]:
        """A block cut off where the quotation around it ends."""
        if self._last is None or end <= self._last:
            return end, closed
        return self._last, False

    def _quote(self, words: LineStretch, end: int, closed: bool) -> int:
        parent = self._stack[-1]
        quote = parent.counted(Kind.QUOTE, self._beneath(parent))
        if not closed:
            self._state.findings.unclosed(words, quote.address)

        def row(index: int) -> LineStretch:
            opens, closes = index == words.index, closed and index == end
            return inner(self._row(index), opens=opens, closes=closes)

        provisions = self._provisions()

        def above(found: Opening | None) -> Address:
            return _above(found, self._state.amended(provisions, found))

        top, depth = above(opening(row(words.index).text)), self._quoted + 1
        body = Body(self._state, quote, Address(), top, quoted=depth, last=end, row=row, above=above)
        index = words.index
        while index <= end:
            index = body.read(row(index))
        self._state.tail = "."
        return end + 1


def _above(found: Opening | None, target: Address) -> Address:
    """Address above the first provision quoted, from its label and what is amended."""
    if found is None:
        return target
    level = LEVEL[found.kind]
    steps = target.steps
    while steps and LEVEL.get(steps[-1].kind, 0) >= level:
        steps = steps[:-1]
    return Address(steps)


def _cut_date(before: str, after: str) -> bool:
    """Whether a date was cut between two lines ("… ngày 11 tháng 6 năm" and "2025 của Chính phủ …")."""
    return before.endswith(" năm") and after[:4].isdecimal()


def _goes_on_heading(last: UnfinishedNode, text: str) -> bool:
    """Whether a line is the heading of the node opened just before, or its second line."""
    sofar = last.text()
    if last.kind is Kind.ARTICLE:
        return not sofar and len(text) < 200 and not text.endswith((".", ";", ":"))
    if last.kind is Kind.ANNEX:
        return text.isupper() and not text.startswith("(")
    return text.isupper() and sofar.isupper() if sofar else True

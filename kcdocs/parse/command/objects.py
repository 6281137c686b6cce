"""The part of the grammar that names things: units with labels, parts of them, groups, lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kcdocs.law.commanding import words_of
from kcdocs.law.kinds import GROUPING
from kcdocs.model.address import Kind
from kcdocs.model.operation import Part, PartKind
from kcdocs.model.span import Span
from kcdocs.parse.command.cursor import Cursor
from kcdocs.parse.command.sentence import NamedItem, NamedUnit, Naming
from kcdocs.parse.command.tokens import T, Token
from kcdocs.text.limits import MOST_LABELS

_NUMBERED = frozenset({PartKind.FORM, PartKind.ROW, PartKind.COLUMN, PartKind.TABLE, PartKind.NOTE})
_COUNTED = frozenset({PartKind.PARAGRAPH, PartKind.SENTENCE, PartKind.DASH, PartKind.PLUS})
_BARE_GROUPS = words_of("bare_group")
"""Group nouns that stand without "một số" in headings ("Thay thế cụm từ tại khoản 2 Điều 3")."""

_POSITION = (T.AFTER, T.BEFORE, T.INTO)
_HOLDING = {Kind.POINT: {Kind.CLAUSE}, Kind.CLAUSE: {Kind.ARTICLE}, Kind.ARTICLE: GROUPING}
"""In what a provision stands, one level up."""


class Objects(Cursor):
    """The rules for what a sentence names."""

    def __init__(self, text: str, toks: Sequence[Token]) -> None:
        super().__init__(text, toks)
        self._groupless = 0
        """Up to where nouns were looked through that are no group."""
        self._listing_of: Naming | None = None

    # --- what stands ahead ---

    def _at_words(self) -> bool:
        """Whether quoted words follow, object words before them aside."""
        ahead = 0
        while self._at(T.EACH, T.SOME, "object", "quoted", "lead", T.COLON, ahead=ahead) and ahead < 5:
            ahead += 1
        return self._at(T.QUOTE, ahead=ahead) and (not ahead or self._object_ahead(ahead))

    def _object_ahead(self, ahead: int) -> bool:
        return any(self._at("object", "quoted", ahead=place) for place in range(ahead))

    def _object_words(self) -> None:
        while not self._at(T.QUOTE):
            self._take()

    def _words_after_separators(self) -> bool:
        mark = self._place
        self._separators()
        found = self._at_words() or self._group_of_words()
        self._place = mark
        return found

    def _group_of_words(self) -> bool:
        mark = self._place
        found = self._listed_group() and self._at_words()
        self._place = mark
        return found

    def _listed_group(self) -> bool:
        """Take "một số nội dung quy định tại Thông tư số …, gồm:"; whether it was there."""
        mark = self._place
        naming: Naming | None = None
        if self.group():
            if self._skip(T.AT, T.ATTACHED):
                naming = self._take().naming if self._at(T.NAMING) else None
            self._skip(T.COMMA)
            if self._skip(T.INCLUDING):
                self._skip(T.COLON)
                self._listing_of = naming
                return True
        self._place = mark
        return False

    def _item_after_separators(self) -> bool:
        mark = self._place
        self._separators()
        self._skip(T.AT)
        found = self._starts_item()
        self._place = mark
        return found

    def _starts_object(self) -> bool:
        return self._starts_item() or self._at_words()

    def _starts_item(self) -> bool:
        """Whether a provision or a part of one is named next."""
        ahead = 0
        while self._at(T.EACH, "empty", T.WHOLE, T.SOME, ahead=ahead) or self._ranges(ahead):
            ahead += 1
        if self._at(T.PART, T.LEAD_PART, ahead=ahead):
            return not (self._at("object", ahead=ahead) and self._at(T.QUOTE, ahead=ahead + 1))
        if not self._at(T.UNIT, ahead=ahead):
            return False
        return self._is_label(ahead + 1) or self._this_or_none(ahead + 1) or self._titled(ahead)

    def _is_label(self, ahead: int) -> bool:
        if self._ranges(ahead):
            ahead += 1 + self._at(T.UNIT, ahead=ahead + 1)
        return self._at(T.LABEL, T.ORDINAL, ahead=ahead)

    def _ranges(self, ahead: int) -> bool:
        """Whether "từ" opens a range there: "đến" follows its label; "từ khoản 3" alone names no end."""
        if not self._at(T.FROM, ahead=ahead):
            return False
        while self._at(T.FROM, T.UNIT, T.LABEL, ahead=ahead):
            ahead += 1
        return self._at(T.TO, T.DASH, ahead=ahead)

    def _titled(self, ahead: int) -> bool:
        """Whether an annex is named by its title: "Phụ lục “Tiêu chuẩn” theo Phụ lục ban hành kèm theo …"."""
        annex = self._peek(ahead).unit is Kind.ANNEX and self._at(T.QUOTE, ahead=ahead + 1)
        return annex and self._at(T.BY_ANNEX, T.ATTACHED, ahead=ahead + 2)

    def _this_or_none(self, ahead: int) -> bool:
        return self._at(T.THIS, T.ATTACHED, ahead=ahead)

    def group(self, *, placed: bool = False) -> bool:
        """Take a group without labels: "một số điểm, khoản", "các điều, khoản", "một số cụm từ".

        Args:
            placed: Whether it is a place, where nouns alone are a group: "tại điểm, khoản và phụ lục".
        """
        mark = self._place
        some = self._skip(T.SOME)
        each = self._skip(T.EACH)
        bare = not (some or each)
        known = self._peek().words not in _BARE_GROUPS or mark < self._groupless
        if bare and known and not placed:
            return False  # before the nouns are looked at: a row of them is asked at each of its words
        count = 0
        while self._at(T.UNIT, "group", T.PART) and not (self._is_label(1) or self._at(T.QUOTE, ahead=1)):
            self._take()
            count += 1
            if self._at(T.COMMA, T.JOINT, T.SEMICOLON) and self._noun(1):
                self._separators()
                self._skip(T.SOME)
                self._skip(T.EACH)
        several = placed and count > 1 and (self._at_lead() or self._at(T.COLON, T.NAMING, T.AT))
        several = several and not any(token.is_(T.PART) for token in self._toks[mark : self._place])
        at = self._at(T.AT) and self._toks[mark].words in _BARE_GROUPS
        if count and (not bare or several or at):
            return True
        self._groupless = max(self._groupless, self._place)
        self._place = mark
        return False

    def _noun(self, ahead: int) -> bool:
        ahead += self._at(T.JOINT, ahead=ahead)
        while self._at(T.SOME, T.EACH, ahead=ahead):
            ahead += 1
        return self._at(T.UNIT, "group", T.PART, ahead=ahead) and not self._is_label(ahead + 1)

    # --- items ---

    def items(self, *, single: bool = False, semicolons: bool = False) -> list[NamedItem]:
        """A list of what is named, each with what joins it to the one before.

        Args:
            single: Whether to take one only, with all its labels.
            semicolons: Whether a semicolon joins items too.
        """
        found: list[NamedItem] = []
        joint = ""
        while True:
            item = self._item(joint)
            if item is None:
                return found
            found.append(item)
            if single:
                return [self._around(item)]
            joined = self._at(T.COMMA, T.JOINT) or (semicolons and self._at(T.SEMICOLON))
            if not (joined and self._item_after_separators()):
                return found
            joint = self._peek().words
            self._separators()
            self._skip(T.AT)

    def _around(self, item: NamedItem) -> NamedItem:
        """A neighbour with what it stands in behind commas: "sau khoản 1, Điều 5", "trước Điều 9, Mục 3".

        Where a position of its own follows, it is one more that is added: "…, Điều 5a vào sau Điều 5".
        """
        while item.units and self._at(T.COMMA) and self._is_label(2):
            outer = self._peek(1).unit
            if outer not in _HOLDING.get(item.units[-1].kind, ()) or self._at(*_POSITION, ahead=3):
                return item
            self._take()
            around = self._unit(heading=False)
            if around is None:
                return item
            item = replace(item, units=(*item.units, around))
        return item

    def _item(self, joint: str) -> NamedItem | None:
        start = self._peek().span.start
        units: list[NamedUnit] = []
        parts: list[tuple[Part, ...]] = []
        naming: Naming | None = None
        mark = self._place
        while True:
            before = self._place
            self._fill()
            if not self._one(units, parts):
                self._place = before
                break
        if not units and not parts:
            self._place = mark
            return None
        naming = self._own_naming()
        return NamedItem(tuple(units), tuple(parts), naming, joint, Span(start, self._end()))

    def _fill(self) -> None:
        """Words that say nothing between a unit and the next."""
        while self._at(T.EACH, "empty", T.SOME) or (self._at(T.WHOLE) and not self._at(T.NAMING, ahead=1)):
            self._take()
        if (self._at(T.AT) or self._ranges(0)) and (
            self._at(T.UNIT, T.PART, T.LEAD_PART, T.EACH, "empty", ahead=1)
        ):
            self._take()
            while self._at(T.EACH, "empty"):
                self._take()

    def _one(self, units: list[NamedUnit], parts: list[tuple[Part, ...]]) -> bool:
        if self._at(T.LEAD_PART):
            self._take()
            parts.append((Part(PartKind.LEAD),))
            return True
        if self._at(T.PART) and self._part(parts, named=bool(units)):
            return True
        if not self._at(T.UNIT):
            return False
        unit = self._unit(heading=bool(parts) and parts[-1][0].kind is PartKind.HEADING and not units)
        if unit is None:
            return False
        units.append(unit)
        return True

    def _part(self, parts: list[tuple[Part, ...]], *, named: bool) -> bool:
        token = self._peek()
        kind = token.part
        if kind is None:
            return False
        if kind in (PartKind.HEADING, PartKind.BASES):
            if named:
                return False
            self._take()
            parts.append((Part(kind),))
            return True
        mark = self._place
        self._take()
        found = self._numbers(kind) if kind in _NUMBERED else self._ordinals(kind)
        if found is None:
            self._place = mark
            return False
        parts.append(found)
        return True

    def _numbers(self, kind: PartKind) -> tuple[Part, ...] | None:
        """The numbers of forms, rows, columns: "Mẫu số 01, 02 và 03"."""
        if self._at(T.ORDINAL):
            return (Part(kind, self._take().ordinal),)
        if not self._is_label(0):
            return (Part(kind),) if kind is PartKind.NOTE else None
        labels = self._spread()
        return tuple(Part(kind, label=label) for label in labels) if labels else None

    def _spread(self) -> list[str]:
        """Labels with all that stand in their ranges; none where a range cannot be told."""
        labels, ranges = self._labels()
        found: list[str] = []
        for place, label in enumerate(labels):
            if place - 1 not in ranges:
                found.append(label)
            elif label.isdecimal() and found[-1].isdecimal() and int(found[-1]) < int(label) < MOST_LABELS:
                width = len(found[-1])
                found += [str(number).zfill(width) for number in range(int(found[-1]) + 1, int(label) + 1)]
            else:
                return []
        return found

    def _ordinals(self, kind: PartKind) -> tuple[Part, ...] | None:
        """Which paragraph, sentence or dash: "thứ nhất", "2", "cuối", “…”; none for a new one."""
        if self._at(T.ORDINAL):
            ordinals = self._ordinal_list(self._peek(-1).words)
            return tuple(Part(kind, ordinal) for ordinal in ordinals) or None
        if self._at(T.LABEL) and self._peek().words.isdecimal():
            labels = self._spread()
            every = bool(labels) and all(label.isdecimal() for label in labels)
            return tuple(Part(kind, int(label)) for label in labels) if every else None
        if self._peek().words == "sau" and self._at(T.END, T.INTO, T.AFTER, T.BEFORE, ahead=1):
            self._take()
        return (Part(kind),)

    def _ordinal_list(self, word: str) -> list[int]:
        """Ordinals in a list, with ranges: "thứ hai đến đoạn thứ tư"; none where a range cannot be told."""
        found = [self._take().ordinal]
        while self._at(T.COMMA, T.JOINT, T.TO):
            ahead = 1 + (self._at(T.TO) and self._peek(1).words == word)
            if not self._at(T.ORDINAL, ahead=ahead):
                break
            several = self._at(T.TO)
            self._place += ahead
            last = self._take().ordinal
            if several and last <= found[-1]:
                return []
            found += range(found[-1] + 1, last + 1) if several else [last]
        return found

    def _unit(self, *, heading: bool) -> NamedUnit | None:  # noqa: PLR0911 - one for each way to name one
        kind = self._peek().unit
        if kind is None:
            return None
        if self._at(T.THIS, ahead=1):
            self._take()
            self._take()
            return NamedUnit(kind, this=True)
        if self._is_label(1):
            self._take()
            labels, ranges = self._labels()
            return NamedUnit(kind, labels, ranges)
        if kind is Kind.ANNEX and self._at(T.ATTACHED, ahead=1):
            self._take()
            return NamedUnit(kind, ("",))
        if kind is Kind.ANNEX and self._titled(0):
            self._take()
            self._take()
            return NamedUnit(kind, ("",))
        if heading:
            self._take()
            return NamedUnit(kind)
        return None

    def _labels(self) -> tuple[tuple[str, ...], frozenset[int]]:
        """Labels in a list, with ranges: "1, 2 và 5", "3 đến 7", "từ khoản 3 đến khoản 7"."""
        labels: list[str] = []
        ranges: set[int] = set()
        unit = self._peek(-1).words
        if self._ranges(0):
            self._take()
            self._place += self._peek().words == unit
        labels.append(self._label())
        while True:
            if self._at(T.TO, T.DASH) and (self._at(T.LABEL, ahead=1) or self._same_unit(unit, 1)):
                self._take()
                self._place += self._peek().words == unit
                ranges.add(len(labels) - 1)
            elif self._at(T.COMMA, T.JOINT) and self._label_after_separators():
                self._separators()
            else:
                return tuple(labels), frozenset(ranges)
            labels.append(self._label())

    def _same_unit(self, unit: str, ahead: int) -> bool:
        """Whether the word of that unit stands again before a label: "từ khoản 3 đến khoản 7"."""
        return self._peek(ahead).words == unit and self._at(T.LABEL, ahead=ahead + 1)

    def _label_after_separators(self) -> bool:
        mark = self._place
        self._separators()
        found = self._at(T.LABEL)
        self._place = mark
        return found

    def _label(self) -> str:
        return self._take().words

    def _own_naming(self) -> Naming | None:
        """The instrument right behind an item."""
        ahead = 0
        while self._at(T.AT, T.ATTACHED, ahead=ahead) and ahead < 2:
            ahead += 1
        if not self._at(T.NAMING, ahead=ahead):
            return None
        for _ in range(ahead):
            self._take()
        return self._take().naming

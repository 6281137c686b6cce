"""Finds the parts of a document among its lines, by what they say and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kcdocs.law import layout, signing
from kcdocs.law.layout import Role
from kcdocs.law.papers import PAPERS
from kcdocs.lint import limits
from kcdocs.lint.labels import follows, label_of
from kcdocs.lint.pieces import PaperLine
from kcdocs.lint.signs import (
    ABOUT,
    ADDRESSED,
    BASIS,
    DASHED,
    DATE,
    DRAFTER,
    ENACTS,
    ENCLOSED,
    GROUPS,
    MARK,
    NAMED,
    NOTE,
    NUMBER,
    OPEN,
    RECIPIENTS,
    TITLE,
    TYPE_NAMES,
    UNIT,
    bare,
    ends_sentence,
    is_mark,
    is_rule,
    is_text,
    is_title,
    name_of,
    names_person,
    names_type,
    same_words,
)
from kcdocs.model.address import Kind
from kcdocs.parse.openings import annex_opening


class PartFinder:
    """Goes through the lines once, part by part."""

    def __init__(self, pieces: Sequence[PaperLine]) -> None:
        self.pieces = pieces
        self.roles: dict[Role, list[PaperLine]] = {}
        self.body: list[PaperLine] = []
        self.annexed: list[PaperLine] = []
        self.foreign = False

    def find(self) -> None:
        """Find all parts."""
        head = self._head()
        start = self._opening(head)
        start = self._bases(start)
        sign = self._sign_start(start)
        end = self._signature(sign) if sign < len(self.pieces) else sign
        self._text(start, sign)
        self._annexes(end)

    def _add(self, role: Role, piece: PaperLine) -> None:
        self.roles.setdefault(role, []).append(piece)

    def _head(self) -> int:
        """Find title, motto, issuer, number and place; gives the index of the first line behind them."""
        early = [i for i, piece in enumerate(self.pieces) if piece.paragraph.number <= limits.HEAD]
        national = self._national(early)
        ends = (i for i in early if self._opens(i, national) or RECIPIENTS.match(self.pieces[i].text))
        stop = next(ends, early[-1] + 1 if early else 0)
        self.foreign = any(same_words(self.pieces[i], name) for i in early for name in layout.OTHER_TITLES)
        self.foreign |= national < 0 and any(self.pieces[i].plain in layout.COPIES for i in early)
        head = [i for i in early if i < stop]
        tabled = national >= 0 and self.pieces[national].paragraph.spot.table
        for i in head:
            piece = self.pieces[i]
            if i != national and Role.MOTTO not in self.roles and same_words(piece, layout.MOTTO):
                self._add(Role.MOTTO, piece)
            elif Role.NUMBER not in self.roles and NUMBER.match(piece.text):
                self._add(Role.NUMBER, piece)
            elif (
                Role.PLACE not in self.roles
                and not piece.text.startswith("(")
                and len(piece.text) < limits.SHORT_LINE
                and DATE.search(piece.text.lower())
            ):
                self._add(Role.PLACE, piece)
            elif (Role.ABOUT in self.roles and self._continues(Role.ABOUT, piece)) or (
                ABOUT.match(piece.text) and (piece.paragraph.spot.table or not tabled)
            ):
                self._add(Role.ABOUT, piece)
        self._issuer(head)
        return stop

    def _national(self, early: Sequence[int]) -> int:
        """Find the national title, on one line or two; gives the index of its last line, -1 without one."""
        for i in early:
            if same_words(self.pieces[i], layout.NATIONAL):
                self.roles[Role.NATIONAL] = [self.pieces[i]]
                return i
        for i in early[1:]:
            lines = self.pieces[i - 1 : i + 1]
            if bare(" ".join(piece.text for piece in lines)) == bare(layout.NATIONAL):
                self.roles[Role.NATIONAL] = list(lines)
                return i
        return -1

    def _continues(self, role: Role, piece: PaperLine) -> bool:
        """Whether a line goes on what the last one of a part began: in its cell, or right behind it."""
        last = self.roles[role][-1].paragraph
        spot = piece.paragraph.spot
        return bool(spot.table) and (last.spot.table, last.spot.row, last.spot.column) == (
            spot.table,
            spot.row,
            spot.column,
        )

    def _opens(self, index: int, national: int) -> bool:
        """Whether a line is the first behind the head: a title, addressees, a basis, an article."""
        piece = self.pieces[index]
        if names_type(piece) or (piece.text.isupper() and self._titles(index, national)):
            return True
        found = label_of(piece.text)
        heading = found is not None and found.kind in GROUPS and self._below(index, national)
        return bool(ADDRESSED.match(piece.text) or BASIS.match(piece.text) or heading) or (
            found is not None and found.kind is Kind.ARTICLE
        )

    def _titles(self, index: int, national: int) -> bool:
        """Whether a line in capitals begins as the name of a paper does, below the head's table."""
        return self._below(index, national) and is_title(self.pieces[index])

    def _below(self, index: int, national: int) -> bool:
        """Whether a line stands below the head's table, or behind the national title without one."""
        table = self.pieces[national].paragraph.spot.table if national >= 0 else 0
        beside = table and self.pieces[index].paragraph.spot.table == table
        return index > national and not beside

    def _issuer(self, head: Sequence[int]) -> None:
        """The lines in capitals beside the title: the last that stand in bold are the issuer."""
        taken = {piece for found in self.roles.values() for piece in found}
        national = self.roles.get(Role.NATIONAL, [None])[0]
        number = self.roles.get(Role.NUMBER, [None])[0]
        before = takewhile(lambda piece: piece is not number, (self.pieces[i] for i in head))
        free = [piece for piece in before if piece not in taken and self._beside(piece, national)]
        free = [piece for piece in free if not is_mark(piece)]
        lines = [piece for piece in free if piece.text.isupper()]
        if not lines and national is not None and national.paragraph.spot.table:  # typed in small letters
            lines = [piece for piece in free if piece.text[0].isalpha() and not OPEN.search(piece.text)]
        bold = [piece.share(lambda look: look.bold) > limits.MOSTLY for piece in lines]
        first = len(lines) - 1
        while first > 0 and bold[first] and bold[first - 1] and not UNIT.match(lines[first].plain):
            first -= 1
        for piece in self._small_above(free, lines):
            self._add(Role.SUPERIOR, piece)
        for place, piece in enumerate(lines):
            self._add(Role.ISSUER if place >= first else Role.SUPERIOR, piece)

    @staticmethod
    def _small_above(free: Sequence[PaperLine], lines: Sequence[PaperLine]) -> list[PaperLine]:
        """The superior body typed in small letters: plain lines in the issuer's cell, above it."""
        if not lines or not lines[0].paragraph.spot.table:
            return []
        above = takewhile(lambda piece: piece is not lines[0], free)
        return [
            piece
            for piece in above
            if piece.text[0].isupper()
            and piece.paragraph.spot == lines[0].paragraph.spot
            and not piece.share(lambda look: look.bold or look.italic)
            and not OPEN.search(piece.text)
        ]

    @staticmethod
    def _beside(piece: PaperLine, national: PaperLine | None) -> bool:
        if national is None:
            return True
        ours, theirs = piece.paragraph.spot, national.paragraph.spot
        if not theirs.table:
            return True
        return ours.table == theirs.table and ours.column != theirs.column

    def _opening(self, index: int) -> int:
        """Find the type, the abstract and the addressees; gives the index of the first line behind them."""
        pieces = self.pieces
        titled = index < len(pieces) and (pieces[index].text.isupper() or names_type(pieces[index]))
        if titled and is_title(pieces[index]):
            named = TYPE_NAMES.get(name_of(pieces[index]))
            paper = PAPERS.get(named.name) if named else None
            self.foreign |= named is None and NAMED.match(pieces[index].plain) is None
            self._add(Role.TYPE, pieces[index])
            index = index + 1 if paper and not paper.abstract else self._abstract(index + 1)
        if index < len(pieces) and ADDRESSED.match(pieces[index].text):
            self._add(Role.ADDRESSEE, pieces[index])
            index += 1
            sign = pieces[index].text[0] if index < len(pieces) else ""
            while index < len(pieces) and DASHED.match(pieces[index].text) and pieces[index].text[0] == sign:
                self._add(Role.ADDRESSEE, pieces[index])
                index += 1
        return index

    def _abstract(self, index: int) -> int:
        start = index
        while index < min(len(self.pieces), start + limits.ABSTRACT_LINES):
            piece = self.pieces[index]
            if ENCLOSED.match(piece.text):
                self._add(Role.ENCLOSED, piece)
                return index + 1
            centred = piece.paragraph.block.align == "center"
            bold = piece.share(lambda look: look.bold) > limits.MOSTLY
            if (
                ADDRESSED.match(piece.text)
                or (BASIS.match(piece.text) and not (centred and bold))
                or label_of(piece.text)
                or ENACTS.match(piece.text)
            ):
                break
            if is_rule(piece.text):
                return index + 1
            if index > start and self.pieces[index - 1].paragraph.block.ruled:
                break  # the rule ends the abstract
            if index > start and (
                piece.text.isupper() or not (centred or (bold and not ends_sentence(piece)))
            ):
                break
            if index == start and (self._empowers(piece) or is_text(piece)):
                break
            self._add(Role.ABSTRACT, piece)
            index += 1
        return index

    def _empowers(self, piece: PaperLine) -> bool:
        """Whether a line in capitals names who decides, as stands between abstract and bases."""
        own = bare(" ".join(line.text for line in self.roles.get(Role.ISSUER, ())))
        return piece.text.isupper() and bool(TITLE.match(piece.plain) or (own and bare(piece.text) == own))

    def _bases(self, index: int) -> int:
        """Find the legal bases; gives the index of the first line behind them."""
        last = index
        bases: list[PaperLine] = []
        for place in range(index, len(self.pieces)):
            text = self.pieces[place].text
            found = label_of(text)
            if ENACTS.match(text) or (found is not None and found.kind is Kind.ARTICLE):
                self.roles[Role.BASIS] = bases
                return place + 1 if ENACTS.match(text) else last
            if BASIS.match(text) and place - last <= limits.ABSTRACT_LINES:
                bases.append(self.pieces[place])
                last = place + 1
        return index

    def _sign_start(self, index: int) -> int:
        """Index of the first line of the signature or of the recipients."""
        for place in range(index, len(self.pieces)):
            text = self.pieces[place].text
            if RECIPIENTS.match(text) or (text.isupper() and (MARK.match(text) or TITLE.match(text))):
                return place
        return len(self.pieces)

    def _signature(self, index: int) -> int:
        """Find offices, signer and recipients; gives the index of the first line behind them."""
        table = self.pieces[index].paragraph.spot.table
        end = index
        listing = False
        while end < len(self.pieces):
            piece = self.pieces[end]
            behind = table and piece.paragraph.spot.table != table
            listed = RECIPIENTS.match(piece.text) or (listing and self._continues_list(piece))
            if annex_opening(piece.text) or (
                behind and not listed
            ):  # minutes list their recipients behind it
                break
            if not table and same_words(piece, layout.NATIONAL):
                break
            listing = listing or (
                not table and Role.RECIPIENTS in self.roles and DASHED.match(piece.text) is not None
            )
            if RECIPIENTS.match(piece.text):
                self._add(Role.RECIPIENTS, piece)
                listing = True
            elif listing and DRAFTER.fullmatch(piece.text):
                self._add(Role.DRAFTER, piece)
            elif listing and self._continues_list(piece):
                self._add(Role.RECIPIENT, piece)
            elif self._is_office(piece) and not (Role.OFFICE in self.roles and names_person(piece)):
                self._add(Role.OFFICE, piece)
                listing = False
            elif any(map(str.isalpha, piece.text)) and not piece.text.startswith(("(", "[")):
                self._signer(piece)
                listing = False
            end += 1
        return end

    def _continues_list(self, piece: PaperLine) -> bool:
        last = (self.roles.get(Role.RECIPIENT) or self.roles[Role.RECIPIENTS])[-1].paragraph.spot
        spot = piece.paragraph.spot
        same = (last.table, last.row, last.column) == (spot.table, spot.row, spot.column)
        return bool(same and (spot.table or DASHED.match(piece.text) is not None))

    def _is_office(self, piece: PaperLine) -> bool:
        """Whether a line is an office: in capitals, or in small letters where one must stand."""
        if piece.text.isupper():
            return True
        above = self.roles.get(Role.OFFICE, [])[-1:]
        lent = any(signing.lends(line.plain) for line in above)
        opens = bool(piece.paragraph.spot.table) and (not above or lent)
        said = piece.plain.upper()
        return bool((opens and TITLE.match(said)) or MARK.match(said))

    def _signer(self, piece: PaperLine) -> None:
        if Role.OFFICE in self.roles and Role.SIGNER not in self.roles:
            self._add(Role.SIGNER, piece)

    def _text(self, start: int, end: int) -> None:
        grouped = False
        article: str | None = None
        for piece in self.pieces[start:end]:
            if piece.paragraph.spot.table or is_rule(piece.text):
                continue
            self.body.append(piece)
            found = label_of(piece.text)
            if (
                found is not None
                and found.kind is Kind.ARTICLE
                and (found.plain or follows(article, found.label))
            ):
                article = found.label
                self._add(Role.ARTICLE, piece)
            elif found is not None and found.kind in GROUPS and not found.inner:
                self._add(Role.GROUP, piece)
            elif found is not None and found.inner and not ends_sentence(piece):
                self._add(Role.HEADING, piece)
            elif grouped and piece.paragraph.block.align == "center":
                self._add(Role.GROUP_TITLE, piece)
                continue
            else:
                self._add(Role.BODY, piece)
            grouped = found is not None and found.kind in GROUPS

    def _annexes(self, index: int) -> None:
        titling = False
        for place, piece in enumerate(self.pieces[index:], index + 1):
            self.annexed.append(piece)
            noted = place < len(self.pieces) and NOTE.match(self.pieces[place].text)
            if piece.paragraph.spot.table:
                titling = False
            elif annex_opening(piece.text):
                self._add(Role.ANNEX, piece)
                titling = True
            elif titling and NOTE.match(piece.text):
                self._add(Role.ANNEX_NOTE, piece)
                titling = False
            elif titling and (noted or (piece.text.isupper() and piece.paragraph.block.align == "center")):
                self._add(Role.ANNEX_TITLE, piece)
            elif not is_rule(piece.text):
                titling = False

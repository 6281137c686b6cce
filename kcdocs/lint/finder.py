"""Finds the parts of a document among its lines, by what they say and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from rapidfuzz.fuzz import ratio

from kcdocs.law import layout
from kcdocs.law.layout import Role
from kcdocs.law.papers import PAPERS
from kcdocs.law.vocabulary import BASES, MARKS, OLD_MARKS, TITLES, TYPES, alternation
from kcdocs.lint import limits
from kcdocs.lint.pieces import PaperLine
from kcdocs.model.address import Kind
from kcdocs.parse.openings import annex_opening, opening
from kcdocs.text.casing import CAPITALS
from kcdocs.text.normalise import fold_tones

_GROUPS = frozenset({Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION})
TYPE_NAMES = {fold_tones(item.name).upper(): item for item in TYPES if not item.untitled}
_RULE = re.compile(r"[\s_*\-‒–—―⎯─━=.~]{3,}")
_NUMBER = re.compile(rf"{layout.NUMBERED}\s*(?::|\d|\.{{2,}}|…|/|\{{)", re.IGNORECASE)
DATE = re.compile(r"ngày([^,;:]{0,40}?)tháng([^,;:]{0,40}?)năm\s{0,3}(\d{4})?")
_ABOUT = re.compile(rf"(?:{alternation(layout.ABOUT)})\b", re.IGNORECASE)
_ADDRESSED = re.compile(rf"(?:{layout.ADDRESSED}\s*:|.{{5,200}}\s{layout.WIRED}$)", re.IGNORECASE)
_RECIPIENTS = re.compile(rf"{layout.RECIPIENTS}\s*(?::\s*)?$", re.IGNORECASE)
_BASIS = re.compile(rf"[-–+•]?\s*(?:{alternation(BASES)})\b", re.IGNORECASE)
_ENACTS = re.compile(rf"(?:{alternation(word for item in TYPES for word in item.enacts)})\s*:")
_MARK = re.compile(rf"(?:{alternation((*MARKS, *OLD_MARKS))})\s?[./]\s?[{CAPITALS}]")
_TITLE = re.compile(rf"(?:QUYỀN |PHÓ |Q\. ?)?(?:{alternation(title.upper() for title in TITLES)})(?!\w)")
_UNIT = re.compile(rf"(?:{alternation(fold_tones(name).upper() for name in layout.UNITS)})(?!\w)")
_DASHED = re.compile(r"[-–—•+*]\s*")
_NOTE = re.compile(rf"\(?\s*(?:{alternation(layout.ENCLOSED)})\b", re.IGNORECASE)
_ENCLOSED = re.compile(rf"\(\s*(?:{alternation(layout.ENCLOSED)})\b", re.IGNORECASE)
_DRAFTER = re.compile(r"[^\W\d_]{1,5}\.?\s?\(?\d{1,5}\)?\.?")
OPEN = re.compile(r"\{[{%]|«[^«»]{1,40}»|^[.…_]{3,}(?: ?\(\d{1,2}\))?$")
"""What stands for words that are to come: a tag of a template, a field of a mail merge, a row of dots."""

_LETTERS = re.compile(r"[^\w]+")
_NAMED = re.compile(rf"(?:{alternation(TYPE_NAMES)})(?!\w)")
_NO_OFFICE = re.compile(rf"(?:{alternation(map(fold_tones, layout.NO_OFFICE_PAPERS))})(?!\w)")


def name_of(piece: PaperLine) -> str:
    """A line as the name of a type is looked up: in capitals, tones at one place, no colon."""
    return piece.plain.rstrip(" :").upper()


@lru_cache(maxsize=256)
def _bare(text: str) -> str:
    return _LETTERS.sub("", fold_tones(text)).casefold()


def same_words(piece: PaperLine, words: str) -> bool:
    """Whether a line says some fixed words, or all but."""
    said, meant = _bare(piece.text), _bare(words)
    return said == meant or ratio(said, meant) >= limits.NATIONAL_ALIKE


def is_rule(text: str) -> bool:
    """Whether a line is a row of line characters."""
    return _RULE.fullmatch(text) is not None


def _is_mark(piece: PaperLine) -> bool:
    """Whether a line in capitals is no part of the head: a mark, or a row of line characters."""
    return piece.plain in layout.URGENCY or piece.plain.startswith(layout.DRAFT) or is_rule(piece.text)


def _is_title(piece: PaperLine) -> bool:
    """Whether a line begins with a type of document, or with a word for a paper that no office issues."""
    named = name_of(piece) if _names_type(piece) else piece.plain
    return bool(_NAMED.match(named) or _NO_OFFICE.match(named))


def _names_type(piece: PaperLine) -> bool:
    """Whether a line is the name of a type and no more: in capitals, or centred in bold and typed small."""
    set_apart = (
        piece.paragraph.block.align == "center" and piece.share(lambda look: look.bold) > limits.MOSTLY
    )
    return (piece.text.isupper() or set_apart) and name_of(piece) in TYPE_NAMES


def _is_listed(piece: PaperLine) -> bool:
    """Whether a line of a foot without a table is a recipient: offices and signer stand between them."""
    return _DASHED.match(piece.text) is not None


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
        ends = (i for i in early if self._opens(i, national) or _RECIPIENTS.match(self.pieces[i].text))
        stop = next(ends, early[-1] + 1 if early else 0)
        self.foreign = any(same_words(self.pieces[i], name) for i in early for name in layout.OTHER_TITLES)
        self.foreign |= national < 0 and any(self.pieces[i].plain in layout.COPIES for i in early)
        head = [i for i in early if i < stop]
        tabled = national >= 0 and self.pieces[national].paragraph.spot.table
        for i in head:
            piece = self.pieces[i]
            if i != national and Role.MOTTO not in self.roles and same_words(piece, layout.MOTTO):
                self._add(Role.MOTTO, piece)
            elif Role.NUMBER not in self.roles and _NUMBER.match(piece.text):
                self._add(Role.NUMBER, piece)
            elif (
                Role.PLACE not in self.roles
                and not piece.text.startswith("(")
                and len(piece.text) < limits.SHORT_LINE
                and DATE.search(piece.text.lower())
            ):
                self._add(Role.PLACE, piece)
            elif (Role.ABOUT in self.roles and self._continues(Role.ABOUT, piece)) or (
                _ABOUT.match(piece.text) and (piece.paragraph.spot.table or not tabled)
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
            if _bare(" ".join(piece.text for piece in lines)) == _bare(layout.NATIONAL):
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
        if _names_type(piece) or (piece.text.isupper() and self._titles(index, national)):
            return True
        found = opening(piece.text)
        return bool(_ADDRESSED.match(piece.text) or _BASIS.match(piece.text)) or (
            found is not None and found.kind is Kind.ARTICLE
        )

    def _titles(self, index: int, national: int) -> bool:
        """Whether a line in capitals begins as the name of a paper does, below the head's table."""
        table = self.pieces[national].paragraph.spot.table if national >= 0 else 0
        beside = table and self.pieces[index].paragraph.spot.table == table
        return index > national and not beside and _is_title(self.pieces[index])

    def _issuer(self, head: Sequence[int]) -> None:
        """The lines in capitals beside the title: the last that stand in bold are the issuer."""
        taken = {piece for found in self.roles.values() for piece in found}
        national = self.roles.get(Role.NATIONAL, [None])[0]
        number = self.roles.get(Role.NUMBER, [None])[0]
        before = takewhile(lambda piece: piece is not number, (self.pieces[i] for i in head))
        free = [piece for piece in before if piece not in taken and self._beside(piece, national)]
        free = [piece for piece in free if not _is_mark(piece)]
        lines = [piece for piece in free if piece.text.isupper()]
        if not lines and national is not None and national.paragraph.spot.table:  # typed in small letters
            lines = [piece for piece in free if piece.text[0].isalpha() and not OPEN.search(piece.text)]
        bold = [piece.share(lambda look: look.bold) > limits.MOSTLY for piece in lines]
        first = len(lines) - 1
        while first > 0 and bold[first] and bold[first - 1] and not _UNIT.match(lines[first].plain):
            first -= 1
        for place, piece in enumerate(lines):
            self._add(Role.ISSUER if place >= first else Role.SUPERIOR, piece)

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
        titled = index < len(pieces) and (pieces[index].text.isupper() or _names_type(pieces[index]))
        if titled and _is_title(pieces[index]):
            named = TYPE_NAMES.get(name_of(pieces[index]))
            paper = PAPERS.get(named.name) if named else None
            self.foreign |= named is None and _NAMED.match(pieces[index].plain) is None
            self._add(Role.TYPE, pieces[index])
            index = index + 1 if paper and not paper.abstract else self._abstract(index + 1)
        if index < len(pieces) and _ADDRESSED.match(pieces[index].text):
            self._add(Role.ADDRESSEE, pieces[index])
            index += 1
            sign = pieces[index].text[0] if index < len(pieces) else ""
            while index < len(pieces) and _DASHED.match(pieces[index].text) and pieces[index].text[0] == sign:
                self._add(Role.ADDRESSEE, pieces[index])
                index += 1
        return index

    def _abstract(self, index: int) -> int:
        start = index
        while index < min(len(self.pieces), start + limits.ABSTRACT_LINES):
            piece = self.pieces[index]
            if _ENCLOSED.match(piece.text):
                self._add(Role.ENCLOSED, piece)
                return index + 1
            if (
                _ADDRESSED.match(piece.text)
                or _BASIS.match(piece.text)
                or opening(piece.text)
                or _ENACTS.match(piece.text)
            ):
                break
            if is_rule(piece.text):
                return index + 1
            centred = piece.paragraph.block.align == "center"
            if index > start and (piece.text.isupper() or not centred):
                break
            self._add(Role.ABSTRACT, piece)
            index += 1
        return index

    def _bases(self, index: int) -> int:
        """Find the legal bases; gives the index of the first line behind them."""
        last = index
        bases: list[PaperLine] = []
        for place in range(index, len(self.pieces)):
            text = self.pieces[place].text
            found = opening(text)
            if _ENACTS.match(text) or (found is not None and found.kind is Kind.ARTICLE):
                self.roles[Role.BASIS] = bases
                return place + 1 if _ENACTS.match(text) else last
            if _BASIS.match(text) and place - last <= limits.ABSTRACT_LINES:
                bases.append(self.pieces[place])
                last = place + 1
        return index

    def _sign_start(self, index: int) -> int:
        """Index of the first line of the signature or of the recipients."""
        for place in range(index, len(self.pieces)):
            text = self.pieces[place].text
            if _RECIPIENTS.match(text) or (text.isupper() and (_MARK.match(text) or _TITLE.match(text))):
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
            listed = _RECIPIENTS.match(piece.text) or (listing and self._continues_list(piece))
            if annex_opening(piece.text) or (
                behind and not listed
            ):  # minutes list their recipients behind it
                break
            if not table and same_words(piece, layout.NATIONAL):
                break
            listing = listing or (not table and Role.RECIPIENTS in self.roles and _is_listed(piece))
            if _RECIPIENTS.match(piece.text):
                self._add(Role.RECIPIENTS, piece)
                listing = True
            elif listing and _DRAFTER.fullmatch(piece.text):
                self._add(Role.DRAFTER, piece)
            elif listing and self._continues_list(piece):
                self._add(Role.RECIPIENT, piece)
            elif self._is_office(piece):
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
        return bool(same and (spot.table or _is_listed(piece)))

    def _is_office(self, piece: PaperLine) -> bool:
        """Whether a line is an office: it stands in capitals, or opens the signature in small letters."""
        if piece.text.isupper():
            return True
        opens = Role.OFFICE not in self.roles and bool(piece.paragraph.spot.table)
        return opens and _TITLE.match(piece.plain.upper()) is not None

    def _signer(self, piece: PaperLine) -> None:
        if Role.OFFICE in self.roles and Role.SIGNER not in self.roles:
            self._add(Role.SIGNER, piece)

    def _text(self, start: int, end: int) -> None:
        grouped = False
        for piece in self.pieces[start:end]:
            if piece.paragraph.spot.table or is_rule(piece.text):
                continue
            self.body.append(piece)
            found = opening(piece.text)
            if found is not None and found.kind is Kind.ARTICLE and found.plain:
                self._add(Role.ARTICLE, piece)
            elif found is not None and found.kind in _GROUPS and not found.inner:
                self._add(Role.GROUP, piece)
            elif grouped and piece.paragraph.block.align == "center":
                self._add(Role.GROUP_TITLE, piece)
                continue
            else:
                self._add(Role.BODY, piece)
            grouped = found is not None and found.kind in _GROUPS

    def _annexes(self, index: int) -> None:
        titling = False
        for place, piece in enumerate(self.pieces[index:], index + 1):
            self.annexed.append(piece)
            noted = place < len(self.pieces) and _NOTE.match(self.pieces[place].text)
            if piece.paragraph.spot.table:
                titling = False
            elif annex_opening(piece.text):
                self._add(Role.ANNEX, piece)
                titling = True
            elif titling and _NOTE.match(piece.text):
                self._add(Role.ANNEX_NOTE, piece)
                titling = False
            elif titling and (noted or (piece.text.isupper() and piece.paragraph.block.align == "center")):
                self._add(Role.ANNEX_TITLE, piece)
            elif not is_rule(piece.text):
                titling = False

"""Opinions on a draft: what offices changed and said, and the rows of the table that answers them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdocs.model.address import Address
from kcdocs.model.finding import Finding


class OpinionKind(StrEnum):
    """How an office gave an opinion; the value is the slug in JSON."""

    EDIT = "sua-theo-doi"
    SILENT = "sua-khong-danh-dau"
    COMMENT = "binh-luan"
    SENTENCE = "van-ban-gop-y"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One thing that one office asks of one provision.

    Attributes:
        kind: How it was given.
        place: The provision of the base; of an added one its address in the returned draft; empty for an
            opinion on the whole.
        rank: Where the provision stands in the base; an added one stands behind what it follows.
        words: What is asked, in a sentence or several lines.
        before: The provision's words in the base; empty for an added one and for comments on the whole.
        after: Its words as the office wants them; empty for one to be dropped and where only something is
            said.
        author: Who signed it in the file; empty where the file does not say.
        added: Whether the provision is a new one.
        touched: Tokens of `before` (from, to) that it changes or stands between; empty for what is only said.
    """

    kind: OpinionKind
    place: Address
    rank: float
    words: str
    before: str = ""
    after: str = ""
    author: str = ""
    added: bool = False
    touched: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """One file that came back.

    Attributes:
        office: Who sent it.
        file: The file as the user named it.
        opinions: What it asks, in the order of the base.
        findings: What a person should know of it.
        letter: Number and date of the letter it is, as written there; empty for a draft.
    """

    office: str
    file: str
    opinions: tuple[Opinion, ...]
    findings: tuple[Finding, ...] = ()
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who holds an opinion: the office, its letter, and who signed in the file.

    Attributes:
        office: The office.
        letter: See `Returned`.
        authors: Who signed, once each.
    """

    office: str
    letter: str = ""
    authors: tuple[str, ...] = ()

    def spoken(self) -> str:
        """The voice as a cell of the table names it."""
        signed = f" (người ghi: {', '.join(self.authors)})" if self.authors else ""
        return f"{self.office}{signed}{f', {self.letter}' if self.letter else ''}"


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """One opinion with all who hold it.

    Attributes:
        key: What names the row in every table of it: place and words, not who holds it.
        opinion: The opinion, as the first office gave it.
        voices: Who holds it, in the order of the files.
        against: Keys of the rows with which it cannot both be taken in.
        taken_in: Where the next draft shows it taken in; empty where that cannot be seen, or was not asked.
    """

    key: str
    opinion: Opinion
    voices: tuple[Voice, ...]
    against: tuple[str, ...] = ()
    taken_in: str = ""

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices that hold it, once each."""
        return tuple(dict.fromkeys(voice.office for voice in self.voices))

    @property
    def name(self) -> str:
        """The provision as a person writes it."""
        if not self.opinion.place.steps:
            return "Ý kiến chung"
        spoken = self.opinion.place.spoken()
        added = " (bổ sung)" if self.opinion.added else ""
        return f"{spoken[0].upper()}{spoken[1:]}{added}"


@dataclass(frozen=True, slots=True)
class OpinionAnswer:
    """What a person answers to an opinion.

    Attributes:
        key: The row's key; empty for a row that a person added.
        asked: The opinion's words when it was answered.
        text: The answer, a paragraph a line.
    """

    key: str
    asked: str
    text: str

    @property
    def row(self) -> str:
        """What is the same for answers to one row: its key, or its words where a person added it."""
        return self.key or self.asked


@dataclass(frozen=True, slots=True)
class OpinionCounts:
    """How many opinions were given, by whom, and what became of them.

    An equal opinion of two offices counts twice.

    Attributes:
        offices: Offices that answered.
        silent: Those of them that ask nothing.
        opinions: Opinions.
        rows: What they are once equal ones are joined.
        accepted: Opinions that are taken in.
        partly: Those that are taken in partly.
        explained: Those that are not, with the reason.
        open: Those without an answer, or with one that does not say which of these it is.
    """

    offices: int
    silent: int
    opinions: int
    rows: int
    accepted: int
    partly: int
    explained: int
    open: int

    @property
    def speaking(self) -> int:
        """Offices that ask something."""
        return self.offices - self.silent


@dataclass(frozen=True, slots=True)
class OpinionTable:
    """The opinions of many on one draft.

    Attributes:
        draft: The draft as a title names it.
        rows: The rows, by provision.
        returned: The files that were read, in the order they were named.
        refused: What was named and could not be taken in, with the reason.
    """

    draft: str
    rows: tuple[OpinionRow, ...]
    returned: tuple[Returned, ...]
    refused: tuple[Finding, ...] = ()

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices that answered, once each, in the order of the files."""
        return tuple(dict.fromkeys(one.office for one in self.returned))

    @property
    def silent(self) -> tuple[str, ...]:
        """The offices whose files ask nothing."""
        speaking = {one.office for one in self.returned if one.opinions}
        return tuple(office for office in self.offices if office not in speaking)

    @property
    def count(self) -> int:
        """How many opinions were given: an equal one of two offices twice, of two people of one once."""
        return sum(len(row.offices) for row in self.rows)

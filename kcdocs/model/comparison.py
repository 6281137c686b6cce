"""Comparisons: what one instrument does to another, provision by provision and word by word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding
from kcdocs.model.instrument import Instrument, Node, Reference
from kcdocs.model.span import Span


class ChangeClass(StrEnum):
    """What a change is, gravest first; the value is the slug in JSON and in `--only`."""

    SUBSTANCE = "noi-dung"
    ADDED = "bo-sung"
    REPEALED = "bai-bo"
    PHRASE = "thay-cum-tu"
    MOVED = "chuyen-vi-tri"
    SPLIT = "tach"
    MERGED = "gop"
    TECHNICAL = "ky-thuat"
    FORM = "hinh-thuc"
    ENCODING = "ma-hoa"


class DraftNature(StrEnum):
    """How a new text is to be compared; the value is what a user writes.

    AUTO decides by its articles; WHOLE compares it as it stands; AMENDING applies it to the old text first.
    """

    AUTO = "auto"
    WHOLE = "whole"
    AMENDING = "amending"


class Pass(StrEnum):
    """Which pass of the alignment made a pair."""

    EXACT = "noi-dung-trung"
    LABEL = "cung-nhan"
    SIMILAR = "tuong-tu"
    MOVED = "chuyen-vi-tri"
    POSITION = "cung-vi-tri"
    SPLIT = "tach"
    MERGED = "gop"
    FIXED = "nguoi-ra-soat"


@dataclass(frozen=True, slots=True)
class Match:
    """Why two provisions were taken for one another.

    Attributes:
        by: The pass that paired them.
        score: Likeness of their content, 0 to 1.
        runner_up: Likeness of the next best candidate, 0 if there was none.
        sure: False if a person should look at the pair.
    """

    by: Pass
    score: float
    runner_up: float = 0.0
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Edit:
    """One stretch of a row's two texts.

    A row's edits tile both texts: in order, without a gap.

    Attributes:
        old: Characters of the row's old text; empty for an insertion.
        new: Characters of the row's new text; empty for a deletion.
        change: Its class, or None where both sides are the same characters.
        phrase: Index into `Comparison.phrases` of the replacement it is an instance of, or -1.
    """

    old: Span
    new: Span
    change: ChangeClass | None = None
    phrase: int = -1


@dataclass(frozen=True, slots=True)
class Row:
    """A provision's own words (not its children's) on both sides.

    `olds` is empty for an added provision, `news` for a removed one; one old and several new is a split,
    several old and one new a merger. Every provision of either side stands in exactly one row.

    Attributes:
        olds: The provisions in the old instrument.
        news: The provisions in the new instrument.
        changes: Classes of all that changed here, gravest first; empty if nothing did.
        edits: The words; empty for added and removed rows.
        match: Why the two sides were paired; None for added and removed rows.
    """

    olds: tuple[Node, ...]
    news: tuple[Node, ...]
    changes: tuple[ChangeClass, ...] = ()
    edits: tuple[Edit, ...] = ()
    match: Match | None = None

    @property
    def key(self) -> int:
        """The key of its first provision: no other row of the comparison holds that one."""
        return (self.news or self.olds)[0].key

    @property
    def old_text(self) -> str:
        """The old words, several provisions joined by line feeds."""
        return "\n".join(node.text for node in self.olds)

    @property
    def new_text(self) -> str:
        """The new words, several provisions joined by line feeds."""
        return "\n".join(node.text for node in self.news)

    @property
    def address(self) -> Address:
        """The new provision's address, or the old one's where it was removed."""
        return (self.news or self.olds)[0].address


@dataclass(frozen=True, slots=True)
class PhraseChange:
    """The same replacement of words in three places or more, or one that a command says.

    Attributes:
        old: The words replaced; where no command says them, with the words around that all places share.
        new: The words put in their place, with the same words around them.
        places: Addresses in the new instrument, in order, one for each occurrence.
    """

    old: str
    new: str
    places: tuple[Address, ...]


class QuantityKind(StrEnum):
    """What is measured."""

    MONEY = "so-tien"
    PERCENT = "ty-le"
    DATE = "ngay"
    PERIOD = "thoi-han"
    NUMBER = "so"


@dataclass(frozen=True, slots=True)
class QuantityChange:
    """A number, sum, date or time limit that changed: "15 ngày" → "10 ngày".

    Attributes:
        kind: What is measured.
        old: As written in the old text, with its unit; empty if new.
        new: As written in the new text, with its unit; empty if removed.
        address: The provision in the new instrument.
    """

    kind: QuantityKind
    old: str
    new: str
    address: Address


class Outcome(StrEnum):
    """What became of a reference.

    TOUCHED: another instrument refers to a provision that stays and whose content changes. ENDED: it refers
    to an instrument that ceases as a whole.
    """

    FOLLOWED = "da-theo"
    DANGLING = "mat-dich"
    RETARGETED = "doi-dich"
    AMBIGUOUS = "chua-ro"
    MISSED = "chua-sua-theo"
    TOUCHED = "dich-doi-noi-dung"
    ENDED = "dich-het-hieu-luc"


@dataclass(frozen=True, slots=True)
class Impact:
    """What the changes do to one reference.

    Attributes:
        instrument: Name of the instrument the reference stands in.
        address: The provision it stands in.
        reference: The reference itself; its span is in that provision's text.
        words: The reference as written.
        outcome: What became of it.
        proposed: The words it should read, or empty.
    """

    instrument: str
    address: Address
    reference: Reference
    words: str
    outcome: Outcome
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class OuterReference:
    """A reference that stands in another instrument than those compared.

    Attributes:
        instrument: Name of that instrument.
        address: The provision it stands in.
        reference: The reference itself.
        words: The reference as written.
        unsure: Whether nobody can tell that the instrument compared from is meant.
    """

    instrument: str
    address: Address
    reference: Reference
    words: str
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class EndedInstrument:
    """An instrument that a draft says ceases as a whole.

    Attributes:
        citation: The instrument.
        unsure: Whether the draft spares something of it, so that nobody can tell what is left.
        since: First day without it, where that is said beside its name; None if it is the draft's own.
    """

    citation: Citation
    unsure: bool = False
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """A reviewer's decision about what became of a provision; digests tell whether it is still the same text.

    Attributes:
        old: Address in the old instrument; None if the new provision has no predecessor.
        new: Address in the new instrument; None if the old provision has no successor.
        old_digest: Digest of the old provision with all below it (`kcdocs.diff.fixes.digest`).
        new_digest: Digest of the new provision with all below it.
    """

    old: Address | None
    new: Address | None
    old_digest: str = ""
    new_digest: str = ""


@dataclass(frozen=True, slots=True)
class Commanded:
    """A provision that an amending draft's command made what it is.

    Attributes:
        address: The provision, in the amended instrument.
        origin: Where the command stands, in the amending draft.
        words: The command.
    """

    address: Address
    origin: Address
    words: str


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """A command of an amending draft that could not be followed: what it says is not in the comparison.

    Attributes:
        target: The provision it is on, in the old text; empty where that is not known, or for the whole text.
        origin: Where it stands, in the amending draft.
        words: The command.
        reason: Why it could not be followed, in Vietnamese.
        not_understood: Its words that belong to nothing.
        question: What a drafter would be asked, in Vietnamese; empty where there is nothing to ask.
    """

    target: Address
    origin: Address
    words: str
    reason: str
    not_understood: tuple[str, ...] = ()
    question: str = ""

    def concerns(self, address: Address) -> bool:
        """Whether it may have meant to change a provision, something in it, or something around it."""
        shorter = min(len(self.target.steps), len(address.steps))
        return self.target.steps[:shorter] == address.steps[:shorter]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the new instrument does to the old one.

    Attributes:
        old: The instrument compared from.
        new: The instrument compared to.
        rows: Every provision, in the new order, removed ones where they stood.
        moves: Old address → new address of every provision that stands elsewhere or under another label.
        phrases: Replacements of words made throughout.
        quantities: Numbers, sums, dates and time limits that changed.
        impacts: What became of the references.
        findings: Mixed numbering regimes and the like.
        commands: Where the new instrument is an amending draft applied: which command made what.
        unfollowed: In that case, the commands that could not be followed.
    """

    old: Instrument
    new: Instrument
    rows: tuple[Row, ...]
    moves: tuple[tuple[Address, Address], ...] = ()
    phrases: tuple[PhraseChange, ...] = ()
    quantities: tuple[QuantityChange, ...] = ()
    impacts: tuple[Impact, ...] = ()
    findings: tuple[Finding, ...] = ()
    commands: tuple[Commanded, ...] = ()
    unfollowed: tuple[Unfollowed, ...] = ()

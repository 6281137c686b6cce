"""Operations: what one amending command does to one provision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.span import Span


class Act(StrEnum):
    """What a command does; the value is the slug in JSON."""

    REPLACE = "sua-doi"
    INSERT = "bo-sung"
    REPEAL = "bai-bo"
    RETITLE = "sua-ten"
    RENUMBER = "danh-so-lai"
    REPLACE_WORDS = "thay-cum-tu"
    INSERT_WORDS = "them-cum-tu"
    REMOVE_WORDS = "bo-cum-tu"
    SUSPEND = "ngung-hieu-luc"
    PROLONG = "keo-dai-hieu-luc"
    CORRECT = "dinh-chinh"


class Side(StrEnum):
    """On which side of its anchor something is inserted."""

    AFTER = "sau"
    BEFORE = "truoc"


class PartKind(StrEnum):
    """What of a provision a command means, where it does not mean the whole."""

    HEADING = "ten"
    LEAD = "doan-mo-dau"
    PARAGRAPH = "doan"
    SENTENCE = "cau"
    DASH = "gach-dau-dong"
    PLUS = "dau-cong"
    FORM = "bieu-mau"
    ROW = "so-thu-tu"
    COLUMN = "cot"
    TABLE = "bang"
    NOTE = "ghi-chu"
    BASIS = "can-cu"
    BASES = "phan-can-cu"


LAST = -1
"""The ordinal of the last part of its kind ("đoạn cuối")."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a provision that bears no address of its own.

    Attributes:
        kind: What it is; LEAD is the text before the first labelled child.
        ordinal: Which one, from 1, as a drafter counts: paragraph 1 is the one that bears the label; LAST for
            the last; 0 where a label or the words themselves say which.
        label: The number it bears: of a form ("01/LN"), of a row ("15").
        quoted: The words by which it is named ("đoạn “…”").
    """

    kind: PartKind
    ordinal: int = 0
    label: str = ""
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class Spared:
    """What an exception leaves as it is.

    Attributes:
        address: The provision; empty for the whole text.
        parts: Which part of it, the outermost first; empty for all of it.
        words: The longer phrase, or the words, that stay there; empty for everything there.
    """

    address: Address
    parts: tuple[Part, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a command stands in the amending instrument.

    Attributes:
        address: The article, clause or point that commands.
        span: The command's characters in that provision's text.
        words: Those characters.
    """

    address: Address
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One amending command on one provision.

    Attributes:
        act: What it does.
        target: The provision in the amended instrument; for INSERT the new provision's own address; empty
            for words replaced throughout.
        origin: The command.
        amends: The amended instrument, as far as the command or its article names it.
        parts: Which part of the target is meant, the outermost first (a form, then its row); empty for all of
            it. INSERT: the last is the part that is added, its ordinal the one it gets; LAST behind all.
        throughout: Whether the command says itself that it means the whole text; only then is an empty target
            applied.
        exceptions: What it leaves as it is ("trừ khoản 1").
        content: New provisions, as quoted, their addresses those in the amended instrument.
        wrapper: What the quotation repeats of the text around them, each without what is below it; it must
            stand so in the amended instrument.
        anchor: INSERT: the neighbour named ("vào sau khoản 3"), None where none is named.
        side: INSERT, INSERT_WORDS: on which side of the anchor or of `old`.
        at_end: INSERT, INSERT_WORDS: what is inserted goes behind everything in the target or part.
        old: The words replaced, removed, or beside which others are inserted.
        new: The words put in; RETITLE: the new heading; RENUMBER: the new label.
        effective: First day of the operation's force, where the instrument says it.
        history: Earlier amendments that the command names: which version of the target it acts on.
        reason: Why it cannot be resolved, in Vietnamese; empty if it can.
        not_understood: Words of the command that belong to nothing.
        question: What a drafter would be asked, in Vietnamese; empty where there is nothing to ask.
    """

    act: Act
    target: Address
    origin: Origin
    amends: Citation | None = None
    parts: tuple[Part, ...] = ()
    throughout: bool = False
    exceptions: tuple[Spared, ...] = ()
    content: tuple[Node, ...] = ()
    wrapper: tuple[Node, ...] = ()
    anchor: Address | None = None
    side: Side = Side.AFTER
    at_end: bool = False
    old: str = ""
    new: str = ""
    effective: date | None = None
    history: tuple[Citation, ...] = ()
    reason: str = ""
    not_understood: tuple[str, ...] = ()
    question: str = ""

    @property
    def part(self) -> PartKind | None:
        """The kind of the innermost part meant; None for the whole target."""
        return self.parts[-1].kind if self.parts else None


class Claim(StrEnum):
    """What a stretch of an amending instrument is."""

    COMMAND = "lenh"
    OPENING = "nhom-lenh"
    ITEM = "muc-liet-ke"
    CONTENT = "noi-dung-moi"
    BASIS = "can-cu"
    FRAME = "the-thuc"
    HEADING = "tieu-de"
    NOTE = "ghi-chu"
    EFFECT = "hieu-luc"
    TRANSITION = "chuyen-tiep"
    RESPONSIBILITY = "trach-nhiem"
    OWN = "quy-dinh-rieng"
    UNCLAIMED = "chua-nhan-ra"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A provision of the amending instrument and what its own words were taken for.

    Attributes:
        address: The provision.
        span: The characters of its text.
        claim: What they are.
    """

    address: Address
    span: Span
    claim: Claim


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amending instrument, read.

    Attributes:
        instrument: The instrument itself.
        operations: Its commands, in order.
        claims: Every stretch of its text and what it is; together they cover it.
        effective: First day of force of the whole, where it says so.
        findings: What was odd.
    """

    instrument: Instrument
    operations: tuple[Operation, ...]
    claims: tuple[Claimed, ...]
    effective: date | None = None
    findings: tuple[Finding, ...] = ()


class Verdict(StrEnum):
    """How applying an operation went."""

    DONE = "da-lam"
    REMARK = "da-lam-co-ghi-chu"
    REFUSED = "khong-lam-duoc"


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of one operation.

    Attributes:
        operation: The operation.
        verdict: How it went.
        remark: Why it was refused, or what was odd, in Vietnamese.
        touched: Addresses in the amended instrument that it changed, added or repealed.
    """

    operation: Operation
    verdict: Verdict
    remark: str = ""
    touched: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Consolidation:
    """An instrument with operations applied.

    Attributes:
        original: The instrument before.
        amended: The instrument after; repealed provisions keep their label.
        log: What became of each operation, in the order applied.
    """

    original: Instrument
    amended: Instrument
    log: tuple[Applied, ...]

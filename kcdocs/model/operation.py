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


class Scope(StrEnum):
    """Which words of the target a command means."""

    WHOLE = "toan-bo"
    HEADING = "ten"
    LEAD = "doan-mo-dau"
    FORM = "bieu-mau"


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
        scope: Which words of the target are meant.
        content: New provisions, as quoted, their addresses those in the amended instrument.
        anchor: INSERT: the neighbour named ("vào sau khoản 3"), None where none is named.
        side: INSERT, INSERT_WORDS: on which side of the anchor or of `old`.
        old: The words replaced, removed, or beside which others are inserted; FORM: the form's number
            ("Mẫu số 02") in the annex that is the target.
        new: The words put in; RETITLE: the new heading; RENUMBER: the new label.
        effective: First day of the operation's force, where the instrument says it.
        reason: Why it cannot be resolved, in Vietnamese; empty if it can.
    """

    act: Act
    target: Address
    origin: Origin
    amends: Citation | None = None
    scope: Scope = Scope.WHOLE
    content: tuple[Node, ...] = ()
    anchor: Address | None = None
    side: Side = Side.AFTER
    old: str = ""
    new: str = ""
    effective: date | None = None
    reason: str = ""


class Claim(StrEnum):
    """What a stretch of an amending instrument is."""

    OPERATION = "lenh"
    GROUP = "nhom-lenh"
    QUOTED = "noi-dung-moi"
    FRAME = "the-thuc"
    EFFECT = "hieu-luc"
    TRANSITION = "chuyen-tiep"
    RESPONSIBILITY = "trach-nhiem"
    UNCLAIMED = "chua-nhan-ra"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A provision of the amending instrument and what its own words are.

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

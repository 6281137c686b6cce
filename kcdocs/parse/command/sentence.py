"""What a sentence of an amending instrument says: its commands, each word of it in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kcdocs.model.address import Kind
from kcdocs.model.citation import Citation
from kcdocs.model.operation import Act, Part, Side
from kcdocs.model.span import Span


@dataclass(frozen=True, slots=True)
class Naming:
    """An instrument as a sentence names it.

    Attributes:
        citation: What it is; None for the amending instrument itself ("Thông tư này").
        span: Its characters, with its date, issuer and title.
        sure: Whether number or name say which instrument it is.
        title: What follows number, date and issuer ("quy định về …"); empty where nothing does.
    """

    citation: Citation | None
    span: Span
    sure: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit and its labels.

    Attributes:
        kind: What it is.
        labels: Its labels as written; empty for "này", and where none is written ("tên Điều").
        ranges: Places in `labels` of those that open a range up to the next.
        this: Whether "này" stands for the label.
    """

    kind: Kind
    labels: tuple[str, ...] = ()
    ranges: frozenset[int] = frozenset()
    this: bool = False


@dataclass(frozen=True, slots=True)
class NamedItem:
    """One thing a command names: units that belong together, or a part of them.

    Attributes:
        units: In the order written.
        parts: Parts that bear no address; several of one kind are alternatives ("Mẫu số 01, 02").
        naming: The instrument named right behind it.
        joint: What joins it to the item before: "", ",", ";" or a word.
        span: Its characters.
    """

    units: tuple[NamedUnit, ...] = ()
    parts: tuple[tuple[Part, ...], ...] = ()
    naming: Naming | None = None
    joint: str = ""
    span: Span = field(default_factory=lambda: Span(0, 0))


@dataclass(frozen=True, slots=True)
class Spoken:
    """Quoted words.

    Attributes:
        text: The words.
        span: Their characters, without the marks.
    """

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sparing:
    """What a command leaves as it is.

    Attributes:
        items: The provisions spared.
        words: The words spared there; empty for everything there.
    """

    items: tuple[NamedItem, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """One verb with all it governs.

    Attributes:
        act: What is done; None where the verb does not say.
        span: Its characters.
        verb: The verb as written.
        items: What it acts on; for words the places they stand in; empty where the place stands above.
        throughout: Whether it says that the whole text is meant.
        olds: Words replaced or removed, or beside which others are put.
        news: Words put in, or the new heading.
        side: On which side of the anchor, or of `olds`.
        anchor: The neighbour named ("vào sau khoản 2").
        into: What something is put into ("vào Điều 3").
        at_end: Whether it goes behind everything there.
        substitutes: What takes the place of the items, in an annex of the amending instrument.
        naming: The instrument as a whole that is meant ("tại Thông tư số …").
        exceptions: What is left as it is.
        history: Earlier amendments named.
        day: The day given for it alone.
        places: Where it acts, said before the verb of the sentence ("Tại khoản 2 Điều 5, …").
        group: Whether it names no provision but a group ("một số khoản của Điều 5"): it opens a list.
        left_over: Words that belong to nothing.
        doubt: What is open although every word is known, as a question in Vietnamese.
    """

    act: Act | None
    span: Span
    verb: str = ""
    items: tuple[NamedItem, ...] = ()
    throughout: bool = False
    olds: tuple[Spoken, ...] = ()
    news: tuple[Spoken, ...] = ()
    side: Side = Side.AFTER
    anchor: NamedItem | None = None
    into: tuple[NamedItem, ...] = ()
    at_end: bool = False
    substitutes: tuple[NamedItem, ...] = ()
    naming: Naming | None = None
    exceptions: tuple[Sparing, ...] = ()
    history: tuple[Citation, ...] = ()
    day: date | None = None
    places: tuple[NamedItem, ...] = ()
    group: bool = False
    left_over: tuple[str, ...] = ()
    doubt: str = ""


class SentenceKind(StrEnum):
    """What kind of sentence it is."""

    COMMAND = "command"
    OPENING = "opening"
    EFFECT = "effect"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, read whole.

    Attributes:
        shape: What kind it is.
        span: Its characters.
        commands: Its commands, in order.
        places: Where all of them act, said before the verb ("Tại khoản 2 Điều 5, …").
        introduces: Whether new text or a list must follow ("như sau:").
        ended: Whether a full stop or semicolon ends it.
        inline: Quoted new text that follows in the same paragraph.
        left_over: Words that belong to no command.
    """

    shape: SentenceKind
    span: Span
    commands: tuple[Command, ...] = ()
    places: tuple[NamedItem, ...] = ()
    introduces: bool = False
    ended: bool = False
    inline: Span | None = None
    left_over: tuple[str, ...] = ()

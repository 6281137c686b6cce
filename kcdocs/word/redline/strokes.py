"""A story as strokes: what stays, goes, comes and moves, from which both sides can be told.

The strokes that do not come tell the original's characters and paragraph ends in order; those that do not go,
the draft's. All that is done to strokes here keeps both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, TypeAlias

from kcdocs.text.stretches import Stretch, stretches
from kcdocs.word import limits
from kcdocs.word.package.wml import PAGE_SIGNS
from kcdocs.word.redline.own import NOTE, PICTURE, ParagraphKey

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kcdocs.word.redline.own import OwnParagraph, OwnTable

BREAK = "¶"
"""The end of a paragraph among the tokens of several."""

_HELD = frozenset({NOTE, PICTURE, BREAK, *PAGE_SIGNS.values()})
"""What is no crumb though it is no word."""

_WORD = re.compile(r"[^\W_]++|\s|.", re.DOTALL)


class Fate(Enum):
    """What becomes of a stroke."""

    KEEP = auto()
    GO = auto()
    COME = auto()


class Hand(StrEnum):
    """Whose mark a change bears, so that Word's filter by reviewer shows each kind alone."""

    SUBSTANCE = "Nội dung"
    NUMBERING = "Đánh số lại"
    MOVED = "Chuyển vị trí"
    FORM = "Hình thức"


@dataclass(frozen=True, slots=True)
class WordsStroke:
    """Characters of one paragraph.

    Attributes:
        state: What becomes of them.
        paragraph: The paragraph they are taken from: the original's, or where they come, the draft's.
        start: Their first character in it.
        end: The character behind their last.
        hand: Whose change: a `Hand`, or where drafts of several are merged, their names.
        moved: Whether they go to, or come from, another place.
        twin: Where they stay, the draft's paragraph and where they begin in it; where they come from another
            place, the original's.
    """

    state: Fate
    paragraph: OwnParagraph
    start: int
    end: int
    hand: str = Hand.SUBSTANCE
    moved: bool = False
    twin: tuple[OwnParagraph, int] | None = None


@dataclass(frozen=True, slots=True)
class EndStroke:
    """The end of a paragraph.

    Attributes:
        state: What becomes of it.
        old: The original's paragraph that ends here; None where it comes.
        new: The draft's; None where it goes.
        hand: Whose change.
        moved: Whether it goes to, or comes from, another place.
    """

    state: Fate
    old: OwnParagraph | None = None
    new: OwnParagraph | None = None
    hand: str = Hand.SUBSTANCE
    moved: bool = False


@dataclass(frozen=True, slots=True)
class TableStroke:
    """A table; a pair where it stays."""

    state: Fate
    old: OwnTable | None = None
    new: OwnTable | None = None
    hand: str = Hand.SUBSTANCE


@dataclass(frozen=True, slots=True)
class RangeStroke:
    """Where what moves begins or ends: side "moveFrom" or "moveTo", and the number of the move."""

    side: str
    begins: bool
    move: int


RedlineStroke: TypeAlias = WordsStroke | EndStroke | TableStroke | RangeStroke


PlacedWords: TypeAlias = "tuple[OwnParagraph, int, int]"
"""A paragraph, the first of its characters that is meant, and the one behind the last.

The paragraph's end counts as the character behind its words."""


@dataclass(slots=True)
class Hands:
    """Says whose a change is.

    Attributes:
        old: Key of an old paragraph → (start, end, hand) of stretches that the comparison graded.
        new: The same of new ones.
        heads: Key of a new paragraph → how many characters before its words are its label.
    """

    old: dict[ParagraphKey, list[tuple[int, int, Hand]]] = field(default_factory=dict)
    new: dict[ParagraphKey, list[tuple[int, int, Hand]]] = field(default_factory=dict)
    heads: dict[ParagraphKey, int] = field(default_factory=dict)

    def of(self, gone: Sequence[PlacedWords], came: Sequence[PlacedWords]) -> Hand:
        """Whose a replacement is: the gravest of what the comparison says of its characters.

        Words beside those that it graded are of substance: it found them equal to words elsewhere. One that
        divides or joins paragraphs is of substance unless both sides say the same, and so is a note or a
        picture that goes and comes: what it says or shows is not asked here.

        Args:
            gone: The original's characters that go, a piece for each paragraph that they stand in.
            came: The draft's that come, likewise.
        """
        sides = (self.old, gone), (self.new, came)
        found = [hand for graded, pieces in sides for piece in pieces for hand in _graded(graded, piece)]
        before, after = (_said(pieces) for _, pieces in sides)
        same = _folded(before) == _folded(after) and not {NOTE, PICTURE} & {*before, *after}
        if any(end > len(item.text) for item, _, end in (*gone, *came)):
            return Hand.FORM if same and Hand.SUBSTANCE not in found else Hand.SUBSTANCE
        if found:
            return min(found, key=list(_GRAVEST).index)
        if same:
            return Hand.FORM
        labels = (self._in_label(*piece) for piece in came)
        return Hand.NUMBERING if any(labels) else Hand.SUBSTANCE

    def _in_label(self, new: OwnParagraph, start: int, end: int) -> bool:
        head = self.heads.get(new.key, 0)
        return start < head and end <= head


def _said(pieces: Sequence[PlacedWords]) -> str:
    """The words of pieces, with the automatic numbers that paragraphs after the first begin with."""
    return "".join(
        (item.label if place and not start else "") + item.text[start:end]
        for place, (item, start, end) in enumerate(pieces)
    )


def _graded(graded: Mapping[ParagraphKey, Sequence[tuple[int, int, Hand]]], piece: PlacedWords) -> list[Hand]:
    """The hands of the stretches that a piece touches; of substance too where it has words beside them."""
    paragraph, start, end = piece
    here = [item for item in graded.get(paragraph.key, ()) if item[0] < end and start < item[1]]
    beside = here and any(
        sign.isalnum() and not any(low <= place < high for low, high, _ in here)
        for place, sign in enumerate(paragraph.text[start:end], start)
    )
    return [*(hand for _, _, hand in here), *([Hand.SUBSTANCE] if beside else [])]


_GRAVEST = (Hand.SUBSTANCE, Hand.NUMBERING, Hand.FORM, Hand.MOVED)


def _folded(text: str) -> str:
    import unicodedata  # noqa: PLC0415 - few texts come here

    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(".,;:-–\u200b\u00ad")


def tokens(text: str) -> list[str]:
    """A text as words, figures, blanks and signs."""
    return _WORD.findall(text)


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Equal and unequal stretches of two rows of tokens.

    Blanks and lone signs that stay between two changes change with them: a reader is shown no crumbs.
    """
    codes = stretches(old, new)
    merged: list[Stretch] = []
    for place, code in enumerate(codes):
        inner = 0 < place < len(codes) - 1
        equal = code.equal and not (inner and _is_crumb(old[code.start : code.end]))
        start, first = code.start, code.first
        if merged and merged[-1].equal is equal:
            _, start, _, first, _ = merged.pop()
        merged.append(Stretch(equal, start, code.end, first, code.last))
    return iter(merged)


def _is_crumb(kept: Sequence[str]) -> bool:
    plain = not any(map(str.isalnum, kept)) and not _HELD & set(kept)
    return plain and len(kept) <= limits.CRUMBS


def changed_words(
    old: OwnParagraph, new: OwnParagraph, hands: Hands, *, notes: bool = True
) -> Iterator[WordsStroke]:
    """The strokes of a paragraph that stayed: from the old one's characters to the new one's.

    Args:
        old: The original's.
        new: The draft's.
        hands: Says whose each change is.
        notes: Whether a note's mark may stay.
    """
    left, right = tokens(old.text), tokens(new.text)
    if not notes:
        left = [f"-{item}" if item in (NOTE, PICTURE) else item for item in left]
    before, after = _offsets(tokens(old.text)), _offsets(right)
    for equal, a, b, c, d in differences(left, right):
        gone, came = (before[a], before[b]), (after[c], after[d])
        if equal:
            yield WordsStroke(Fate.KEEP, old, *gone, twin=(new, came[0]))
            continue
        hand = hands.of([(old, *gone)], [(new, *came)])
        if gone[0] < gone[1]:
            yield WordsStroke(Fate.GO, old, *gone, hand)
        if came[0] < came[1]:
            yield WordsStroke(Fate.COME, new, *came, hand)


def _offsets(items: Sequence[str]) -> list[int]:
    offsets = [0]
    for item in items:
        offsets.append(offsets[-1] + len(item))
    return offsets

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
    from collections.abc import Iterator, Sequence

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

    def of(
        self, old: OwnParagraph | None, gone: tuple[int, int], new: OwnParagraph | None, came: tuple[int, int]
    ) -> Hand:
        """Whose a replacement is: the gravest of what the comparison says of its characters.

        Words beside those that it graded are of substance: it found them equal to words elsewhere.
        """
        found = [
            hand
            for graded, paragraph, span in ((self.old, old, gone), (self.new, new, came))
            if paragraph is not None
            for hand in _graded(graded.get(paragraph.key, []), paragraph.text, span)
        ]
        if found:
            return min(found, key=list(_GRAVEST).index)
        before = old.text[slice(*gone)] if old else ""
        after = new.text[slice(*came)] if new else ""
        if _folded(before) == _folded(after):
            return Hand.FORM
        head = self.heads.get(new.key, 0) if new else 0
        return Hand.NUMBERING if came[1] <= head and came[0] < head else Hand.SUBSTANCE


def _graded(stretches: Sequence[tuple[int, int, Hand]], text: str, span: tuple[int, int]) -> list[Hand]:
    """The hands of the stretches that a span touches; of substance too where it has words beside them."""
    start, end = span
    here = [(low, high, hand) for low, high, hand in stretches if low < end and start < high]
    beside = here and any(
        text[place].isalnum() and not any(low <= place < high for low, high, _ in here)
        for place in range(start, end)
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
        hand = hands.of(old, gone, new, came)
        if gone[0] < gone[1]:
            yield WordsStroke(Fate.GO, old, *gone, hand)
        if came[0] < came[1]:
            yield WordsStroke(Fate.COME, new, *came, hand)


def _offsets(items: Sequence[str]) -> list[int]:
    offsets = [0]
    for item in items:
        offsets.append(offsets[-1] + len(item))
    return offsets

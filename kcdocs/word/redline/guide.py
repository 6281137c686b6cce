"""What a comparison says to the writer of tracked changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kcdocs.word.redline.own import ParagraphKey
from kcdocs.word.redline.strokes import Hands


@dataclass(frozen=True, slots=True)
class Guide:
    """What the comparison says.

    Attributes:
        pairs: Key of an old paragraph → key of the new one that it became.
        hands: Whose each change is.
        removed: Key of each paragraph of a provision that goes → key of the first one that goes with it.
        around: Key of each paragraph of a provision that comes → key of the old one that begins what it is
            added to; `NO_KEY` where it stands in nothing else.
        ahead: Key of each paragraph of a provision that comes → first keys of those that go and have later
            labels; none where that cannot be told.
    """

    pairs: Mapping[ParagraphKey, ParagraphKey] = field(default_factory=dict)
    hands: Hands = field(default_factory=Hands)
    removed: Mapping[ParagraphKey, ParagraphKey] = field(default_factory=dict)
    around: Mapping[ParagraphKey, ParagraphKey] = field(default_factory=dict)
    ahead: Mapping[ParagraphKey, frozenset[ParagraphKey]] = field(default_factory=dict)

"""The characters a reader sees, with the way back to the characters that stand there."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from kcdocs.text.normalise import INVISIBLE, fold_lookalikes, nfc

_ODD = re.compile(f"[{INVISIBLE}\u00d0\u00f0\u0189\u0256]")


class Seen(NamedTuple):
    """A string composed (NFC), its look-alikes of Đ folded, its invisible characters gone.

    Attributes:
        text: What is seen.
        places: For every character of `text`, and for its end, the offset in the original;
            None if the two are the same string.
    """

    text: str
    places: tuple[int, ...] | None = None

    def back(self, offset: int) -> int:
        """The offset in the original of an offset in `text`."""
        return offset if self.places is None else self.places[offset]


def seen(text: str) -> Seen:
    """What a reader sees of a string.

    Args:
        text: Any string.

    Returns:
        The string seen; the same object where nothing had to change.
    """
    if text.isascii() or (unicodedata.is_normalized("NFC", text) and not _ODD.search(text)):
        return Seen(text)
    composed: list[str] = []
    places: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            cluster = "" if text[start] in INVISIBLE else fold_lookalikes(nfc(text[start:end]))
            composed.append(cluster)
            places.extend([start] * len(cluster))
            start = end
    return Seen("".join(composed), (*places, len(text)))

"""Values of a few words written in a legacy code page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kcdocs.records import limits
from kcdocs.text.legacy import SPOKEN, Encoding, convert
from kcdocs.text.syllables import is_syllable

_BEYOND_LATIN_1 = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_WORD = re.compile(r"[^\s\d!\"#$%&'()*+,./:;<=>?@\[\\\]^_`{|}~“”‘’…–-]+")


@dataclass(frozen=True, slots=True)
class Legacy:
    """A text as a legacy code page reads.

    Attributes:
        encoding: The code page.
        text: The text in Unicode, for a person to compare.
    """

    encoding: Encoding
    text: str

    @property
    def spoken(self) -> str:
        """What the code page is called in a message."""
        return SPOKEN[self.encoding]


def legacy_reading(text: str) -> Legacy | None:
    """The legacy code page a value of a few words is written in; None if it is none.

    A word counts if it is no Vietnamese syllable as it stands and one once converted. One word of three
    letters is enough, so that a name in a cell is seen; signs such as "µm" are not taken for it.
    """
    if _BEYOND_LATIN_1.search(text):
        return None
    readings = [_reading(text, encoding) for encoding in (Encoding.TCVN3, Encoding.VNI)]
    weight, best = max(readings, key=lambda item: item[0])
    return best if weight else None


def _reading(text: str, encoding: Encoding) -> tuple[int, Legacy]:
    changed = [(word, convert(word, encoding)) for word in _WORD.findall(text)]
    marked = [(old, new) for old, new in changed if not old.isascii()]
    good = [(old, new) for old, new in marked if old != new and is_syllable(new) and not is_syllable(old)]
    fair = [(old, new) for old, new in marked if is_syllable(new)]
    enough = len(good) > 1 or any(len(old) >= limits.LONE_WORD for old, _ in good)
    weight = len(good) if enough and len(fair) >= limits.FAIR * len(marked) else 0
    return weight, Legacy(encoding, convert(text, encoding))

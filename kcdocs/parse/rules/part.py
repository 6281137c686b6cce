"""Parts: "Phần thứ nhất", "Phần I"."""

from __future__ import annotations

from kcdocs.model.address import Kind
from kcdocs.parse.rules.opening import BEHIND, Opening, heading_follows, opened
from kcdocs.text.labels import ARABIC, ROMAN
from kcdocs.text.late import late
from kcdocs.text.ordinals import WORDS

_IN_CAPITALS = WORDS.upper().replace(r"\S", r"\s")
_ORDINAL = rf"thứ\s+(?:{WORDS})|THỨ\s+(?:{_IN_CAPITALS})"
_OPENING = late(rf"(?:{opened(Kind.PART)})\s+({_ORDINAL}|{ROMAN}|{ARABIC}){BEHIND}")


def read(text: str) -> Opening | None:
    """The part that a line opens."""
    found = _OPENING.match(text)
    if found is None or not heading_follows(text[found.end() :], found.group(2)):
        return None
    label = found.group(1)
    return Opening(Kind.PART, " ".join(label.lower().split()) if label[0] in "tT" else label, found.end())


def write(label: str, heading: str) -> tuple[str, ...]:
    """The lines of a part: its number, then its heading in capitals (Decree 30/2020, Annex I, II.6)."""
    return (f"Phần {label}", *([heading] if heading else []))

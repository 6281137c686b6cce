"""Which construct a line opens: the first character says which rules may answer."""

from __future__ import annotations

from collections.abc import Callable

from kcdocs.parse.rules import annex, article, chapter, clause, part, point, section, subsection
from kcdocs.parse.rules.opening import Opening
from kcdocs.text.labels import POINT_LETTERS

_Reader = Callable[[str], Opening | None]

_BY_FIRST: dict[str, tuple[_Reader, ...]] = {
    "Đ": (article.read,),
    "C": (chapter.read,),
    "M": (section.read,),
    "T": (subsection.read,),
    "P": (part.read,),
    **dict.fromkeys("0123456789", (clause.read,)),
    **dict.fromkeys(POINT_LETTERS + "fjwz", (point.read,)),
    **dict.fromkeys("IVXL", (section.read_roman,)),
}


def opening(text: str) -> Opening | None:
    """What a line opens below the level of annexes.

    Args:
        text: The line as seen, without space before it.
    """
    for read in _BY_FIRST.get(text[:1], ()):
        found = read(text)
        if found is not None:
            return found
    return None


def annex_opening(text: str) -> Opening | None:
    """The annex that a line opens."""
    return annex.read(text) if text[:1] == "P" else None

"""Which construct a line opens, and the line that opens one: each rule's two halves behind one door."""

from __future__ import annotations

from collections.abc import Callable

from kcdocs.model.address import Kind
from kcdocs.parse.rules import annex, article, chapter, clause, part, point, section, subsection
from kcdocs.parse.rules.opening import Opening
from kcdocs.text.labels import POINT_LETTERS

_Reader = Callable[[str], Opening | None]
_Writer = Callable[[str, str], tuple[str, ...]]

_BY_FIRST: dict[str, tuple[_Reader, ...]] = {
    "Đ": (article.read,),
    "C": (chapter.read,),
    "M": (section.read,),
    "T": (subsection.read,),
    "P": (part.read,),
    **dict.fromkeys("0123456789", (clause.read,)),
    **dict.fromkeys(POINT_LETTERS + "fjwz", (point.read,)),
    **dict.fromkeys("-–+•*", (point.read,)),
    **dict.fromkeys("IVXL", (section.read_roman,)),
}

"""A line's first character says which rules may answer."""

_WRITERS: dict[Kind, _Writer] = {
    Kind.PART: part.write,
    Kind.CHAPTER: chapter.write,
    Kind.SECTION: section.write,
    Kind.SUBSECTION: subsection.write,
    Kind.ARTICLE: article.write,
    Kind.CLAUSE: clause.write,
    Kind.POINT: point.write,
    Kind.ANNEX: annex.write,
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


def heads(kind: Kind, label: str, words: str) -> tuple[str, ...]:
    """The lines that open a provision, as the law writes them: what `opening` reads.

    Args:
        kind: What it is; a kind that bears no label has its words alone.
        label: Its label ("5a").
        words: The first line of its own words.
    """
    writer = _WRITERS.get(kind)
    return writer(label, words) if writer else (words,)

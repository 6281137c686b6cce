"""What a line opens, well written or not: "Điều 1:", "Điều I." and "B)" are told as labels, not as text.

To recognise a label is one thing and to judge how it is written another: `rules/labels.py` does that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kcdocs.law.kinds import LEVEL
from kcdocs.lint.pieces import PaperLine
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.parse.openings import opening
from kcdocs.text.labels import LabelStep, first, step
from kcdocs.text.roman import from_roman

_ARTICLE = re.compile(
    rf"(?i:{SPOKEN[Kind.ARTICLE]})\s+(?:(\d{{1,3}}[a-zđ]?)\s?[.:)]|([IVXL]{{1,7}})\s?[.:)])\s*"
)
_POINT = re.compile(r"([A-EĐGHI])\)\s+(?=\w)")
_SECTION = re.compile(r"(?:([IVX][IVXivx]{0,6})\.|([IVX]{1,7})\s?[/)–-])\s+(?=\w)")


class LineLabel(NamedTuple):
    """What a line opens.

    Attributes:
        kind: The unit.
        label: Its label, as it would be written well: "1" of "Điều I.", "b" of "B)".
        plain: Whether it counts wherever it stands; else only where it is the label expected next.
        inner: Whether it is a Roman number, the heading of a report.
    """

    kind: Kind
    label: str
    plain: bool = True
    inner: bool = False


def label_of(text: str) -> LineLabel | None:
    """What a line opens below the level of annexes.

    Args:
        text: The line as seen, without space before it.
    """
    found = opening(text)
    if found is None or (found.kind is Kind.ARTICLE and not found.plain):
        unusual = _unusual(text)
        if unusual or found is None:
            return unusual
    return LineLabel(found.kind, found.label, found.plain, found.inner)


def _unusual(text: str) -> LineLabel | None:
    if article := _ARTICLE.match(text):
        return LineLabel(Kind.ARTICLE, article[1] or str(from_roman(article[2])))
    if point := _POINT.match(text):
        return LineLabel(Kind.POINT, point[1].lower(), plain=False)
    if section := _SECTION.match(text):
        return LineLabel(Kind.SECTION, (section[1] or section[2]).upper(), inner=True)
    return None


def follows(before: str | None, label: str) -> bool:
    """Whether a label is the one expected next.

    Args:
        before: The label before it, None if it would be the first.
        label: The label.
    """
    return first(label) if before is None else step(before, label) is LabelStep.NEXT


def provisions(pieces: Iterable[PaperLine]) -> Iterator[tuple[PaperLine, LineLabel]]:
    """The lines that open a provision; an unusual form counts where it is the label expected next.

    Args:
        pieces: Lines in reading order, quotations left out.
    """
    before: dict[Kind, str] = {}
    for piece in pieces:
        found = label_of(piece.text)
        if found is None or not (
            found.plain or follows(before.get(found.kind), found.label) or first(found.label)
        ):
            continue
        before[found.kind] = found.label
        for kind in (Kind.CLAUSE, Kind.POINT):
            if LEVEL[kind] > LEVEL[found.kind] or found.inner:
                before.pop(kind, None)
        yield piece, found


def unquoted(pieces: Iterable[PaperLine]) -> Iterator[PaperLine]:
    """The lines that no quotation around them makes another text's."""
    depth = 0
    for piece in pieces:
        if depth == 0 and not piece.text.startswith(("“", '"')):
            yield piece
        depth = max(0, depth + piece.text.count("“") - piece.text.count("”"))

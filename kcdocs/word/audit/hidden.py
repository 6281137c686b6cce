"""Silent edits: words that a redline changes, adds or leaves out without a mark.

The redline with all changes rejected is held against the original, with all accepted against the draft;
whatever differs bears no mark, or a mark that does not say the truth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kcdocs.text.stretches import stretches
from kcdocs.word.audit.resolve import DELETIONS, INSERTIONS, MARKS
from kcdocs.word.audit.texts import SideParagraph, SideTexts, margin_pairs, side_texts
from kcdocs.word.package.parts import read_parts
from kcdocs.word.package.tree import parse_part
from kcdocs.word.package.wml import W, local

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package


class HiddenKind(StrEnum):
    """How a redline hides words."""

    NO_MARK = "khong-danh-dau"
    FALSE_MARK = "danh-dau-sai"


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words that a redline hides.

    Attributes:
        kind: Whether they bear no mark, or one that says other words.
        rejected: Whether it shows on rejecting (held against the original), else on accepting (the draft).
        part: Name of the part.
        paragraph: Ordinal of the paragraph on that side of the redline, from 1; 0 where there is none.
        found: The redline's words.
        expected: The words of the text it should lead to.
        around: The paragraph they stand in.
    """

    kind: HiddenKind
    rejected: bool
    part: str
    paragraph: int
    found: str
    expected: str
    around: str


def hidden(redline: Package, old: SideTexts | None, new: SideTexts | None) -> tuple[Hidden, ...]:
    """Every place where a redline does not say the truth.

    Args:
        redline: The redline.
        old: What the original says; None where it is not at hand.
        new: What the draft says; None likewise.
    """
    marked = _marked(redline)
    found: list[Hidden] = []
    for rejected, wanted in ((True, old), (False, new)):
        if wanted is None:
            continue
        made = side_texts(redline, accept=not rejected)
        for own, other in _pairs(made, wanted):
            found += _differences(own, other, rejected=rejected, marked=marked)
    return tuple(_once(found))


def _pairs(
    made: SideTexts, wanted: SideTexts
) -> Iterator[tuple[Sequence[SideParagraph], Sequence[SideParagraph]]]:
    yield made.body, wanted.body
    yield from margin_pairs(made, wanted)


def _once(found: Sequence[Hidden]) -> Iterator[Hidden]:
    """The same edit shows on both sides where a word bears no mark: it is told once."""
    told = {(item.found, item.expected, item.around) for item in found if item.rejected}
    for item in found:
        if item.rejected or (item.found, item.expected, item.around) not in told:
            yield item


def _differences(
    own: Sequence[SideParagraph], other: Sequence[SideParagraph], *, rejected: bool, marked: frozenset[str]
) -> Iterator[Hidden]:
    here, there = [item.text for item in own], [item.text for item in other]
    for equal, a, b, c, d in stretches(here, there) if here != there else ():
        if equal:
            continue
        for left, right in _likest(own[a:b], other[c:d]):
            for found, expected in _stretches(left.text if left else "", right.text if right else ""):
                place = left or right
                assert place is not None  # noqa: S101 - one of two is there
                around = left.text if left else right.text if right else ""
                told = found and any(found in words and words in around for words in marked)
                kind = HiddenKind.FALSE_MARK if told else HiddenKind.NO_MARK
                yield Hidden(
                    kind, rejected, place.part, left.paragraph if left else 0, found, expected, around
                )


def _likest(
    own: Sequence[SideParagraph], other: Sequence[SideParagraph]
) -> Iterator[tuple[SideParagraph | None, SideParagraph | None]]:
    """Paragraphs of two stretches, each with the one that shares most of its words, in order."""
    start = 0
    for item in own:
        best = max(range(start, len(other)), key=lambda k: (_shared(item, other[k]), -k), default=None)
        if best is None or not _shared(item, other[best]):
            yield item, None
            continue
        yield from ((None, missing) for missing in other[start:best])
        yield item, other[best]
        start = best + 1
    yield from ((None, missing) for missing in other[start:])


def _shared(one: SideParagraph, two: SideParagraph) -> int:
    return sum((Counter(one.text.split()) & Counter(two.text.split())).values())


def _stretches(found: str, expected: str) -> Iterator[tuple[str, str]]:
    left, right = found.split(" "), expected.split(" ")
    for equal, a, b, c, d in stretches(left, right):
        if not equal:
            yield " ".join(left[a:b]), " ".join(right[c:d])


def _marked(redline: Package) -> frozenset[str]:
    """The words of all marks."""
    words = set()
    for root in _roots(redline):
        for mark in root.iter(*(W + name for name in MARKS)):
            words.add("".join(item.text or "" for item in mark.iter(W + "t", W + "delText")).strip())
    return frozenset(words - {""})


def _roots(redline: Package) -> Iterator[_Element]:
    parts = read_parts(redline)
    yield parts.document
    yield from (parts.roots[kind] for kind in ("footnotes", "endnotes") if kind in parts.roots)
    for relation in redline.relations(redline.main):
        if relation.kind in ("header", "footer") and relation.target in redline.parts:
            yield parse_part(redline, relation.target)


class RemarkKind(StrEnum):
    """What a remark is about: a mark in a mark, hidden words, a marked row's bare words, an author."""

    NESTED = "long-nhau"
    UNSEEN = "chu-an"
    ROW = "hang"
    AUTHOR = "nguoi-ghi"


@dataclass(frozen=True, slots=True)
class RedlineRemark:
    """What a person should look at in a redline, though it changes no side.

    Attributes:
        kind: What it is about.
        words: The words it is about; an author's name with how many marks are theirs.
    """

    kind: RemarkKind
    words: str


def remarks(redline: Package) -> tuple[RedlineRemark, ...]:
    """Marks in marks (in neither text), hidden words, marked rows with bare words, authors."""
    found: list[RedlineRemark] = []
    authors: Counter[str] = Counter()
    for root in _roots(redline):
        for mark in root.iter(*(W + name for name in MARKS)):
            authors[mark.get(W + "author") or ""] += 1
            if any(local(above) in MARKS for above in mark.iterancestors()) and (words := _words(mark)):
                found.append(RedlineRemark(RemarkKind.NESTED, words))
        unseen = (run for run in root.iter(W + "r") if run.find(f"{W}rPr/{W}vanish") is not None)
        found += [RedlineRemark(RemarkKind.UNSEEN, words) for run in unseen if (words := _words(run))]
        found += _bare_rows(root)
    signed = ", ".join(f"{name} ({times})" for name, times in sorted(authors.items()))
    return (*found, *([RedlineRemark(RemarkKind.AUTHOR, signed)] if signed else []))


def count_marks(package: Package) -> int:
    """How many tracked changes a document bears in body, notes, headers and footers."""
    names = tuple(W + name for name in (*MARKS, "rPrChange", "pPrChange", "cellIns", "cellDel", "cellMerge"))
    return sum(1 for root in _roots(package) for _ in root.iter(*names))


def _words(element: _Element) -> str:
    return "".join(item.text or "" for item in element.iter(W + "t", W + "delText")).strip()


def _bare_rows(root: _Element) -> Iterator[RedlineRemark]:
    for row in root.iter(W + "tr"):
        properties = row.find(W + "trPr")
        marks = {local(item) for item in (() if properties is None else properties)}
        for names in (INSERTIONS, DELETIONS):
            if marks & set(names):
                for run in row.iter(W + "r"):
                    if not any(local(above) in names for above in run.iterancestors()) and (
                        words := _words(run)
                    ):
                        yield RedlineRemark(RemarkKind.ROW, words)

"""What people left in a Word document: comments with the words they hang on, and who signed which marks.

Source: ISO/IEC 29500-1, 17.13.4 (comments) and 17.13.5 (revisions); threads as [MS-DOCX] 2.5.4 tells them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.word.package.parts import read_parts
from kcdocs.word.package.tree import parse_part
from kcdocs.word.package.wml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_THREAD = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_MARKS = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"))
_TEXTS = ("footnotes", "endnotes")

ParagraphSpot = tuple[str, int]
"""Part, and ordinal of the paragraph among all `w:p` of the part, the first 0: as in `model.line.Source`."""


@dataclass(frozen=True, slots=True)
class MarginRemark:
    """A comment with its answers.

    Attributes:
        place: The paragraph in which what it is about begins; None if the document does not say.
        author: Who wrote it.
        words: Its words, answers behind it with their authors, a line each.
        anchor: The words it hangs on; empty if it hangs on a point.
    """

    place: ParagraphSpot | None
    author: str
    words: str
    anchor: str


def margin_remarks(package: Package) -> tuple[MarginRemark, ...]:
    """The comments of a document in their order, each thread once.

    Raises:
        BrokenPartError: If a part is nested deeper than any document is.
    """
    parts = read_parts(package)
    if "comments" not in parts.roots:
        return ()
    comments = {item.get(W + "id", ""): item for item in parts.roots["comments"].iterchildren(W + "comment")}
    spots: dict[str, tuple[ParagraphSpot, list[str]]] = {}
    for name, root in _stories(package):
        _anchors(name, root, spots)
    answers = _threads(package, comments)
    behind = {answer for found in answers.values() for answer in found}
    return tuple(
        _remark(number, comments, answers.get(number, ()), spots)
        for number in comments
        if number not in behind
    )


def signed_paragraphs(package: Package) -> Mapping[ParagraphSpot, tuple[str, ...]]:
    """Who signed the tracked changes of each paragraph that has any, once each."""
    signed: dict[ParagraphSpot, tuple[str, ...]] = {}
    for name, root in _stories(package):
        ordinals = {paragraph: number for number, paragraph in enumerate(root.iter(W + "p"))}
        for mark in root.iter(*_MARKS):
            author = mark.get(W + "author", "")
            for paragraph in _touched(mark):
                key = (name, ordinals[paragraph])
                signed[key] = tuple(dict.fromkeys((*signed.get(key, ()), author)))
    return signed


def _stories(package: Package) -> Iterator[tuple[str, _Element]]:
    parts = read_parts(package)
    yield package.main, parts.document
    for kind in _TEXTS:
        if kind in parts.roots:
            yield parts.names[kind], parts.roots[kind]


def _touched(mark: _Element) -> list[_Element]:
    """The paragraph a mark stands in; of a row's or a cell's mark, all paragraphs of it."""
    around = next(mark.iterancestors(W + "p", W + "tc", W + "tr"), None)
    if around is None:
        return []
    return [around] if around.tag == W + "p" else [*around.iter(W + "p")]


def _anchors(name: str, root: _Element, spots: dict[str, tuple[ParagraphSpot, list[str]]]) -> None:
    """Where each comment begins in a part, and the words between its ends."""
    begun: set[str] = set()
    number = -1
    for element in root.iter(
        *(W + tag for tag in ("p", "t", "commentRangeStart", "commentRangeEnd", "commentReference"))
    ):
        own = element.get(W + "id", "")
        if element.tag == W + "p":
            number += 1
            for one in begun:
                spots[one][1].append(" ")
        elif element.tag == W + "t":
            for one in begun:
                spots[one][1].append(element.text or "")
        elif element.tag == W + "commentRangeStart":
            inside = next(element.iterancestors(W + "p"), None) is not None
            spots[own] = ((name, number if inside else number + 1), [])
            begun.add(own)
        elif element.tag == W + "commentRangeEnd":
            begun.discard(own)
        else:
            spots.setdefault(own, ((name, number), []))


def _threads(package: Package, comments: Mapping[str, _Element]) -> dict[str, list[str]]:
    """Comment → its answers; a comment is known by the last of its paragraphs."""
    part = package.related("commentsExtended")
    if part not in package.parts:
        return {}
    ids = {
        paragraphs[-1].get(_PARAGRAPH_ID, ""): number
        for number, comment in comments.items()
        if (paragraphs := [*comment.iter(W + "p")])
    }
    answers: dict[str, list[str]] = {}
    for item in parse_part(package, part).iter(_THREAD + "commentEx"):
        root = ids.get(item.get(_THREAD + "paraIdParent", ""))
        answer = ids.get(item.get(_THREAD + "paraId", ""))
        if root is not None and answer is not None and root != answer:
            answers.setdefault(root, []).append(answer)
    return answers


def _remark(
    number: str,
    comments: Mapping[str, _Element],
    answers: list[str] | tuple[()],
    spots: Mapping[str, tuple[ParagraphSpot, list[str]]],
) -> MarginRemark:
    place, anchor = spots.get(number, (None, []))
    said = [_words(comments[number])]
    said += [f"{comments[one].get(W + 'author', '')} trả lời: {_words(comments[one])}" for one in answers]
    words = " ".join("".join(anchor).split())
    return MarginRemark(place, comments[number].get(W + "author", ""), "\n".join(said), words)


def _words(comment: _Element) -> str:
    lines = ("".join(text.text or "" for text in item.iter(W + "t")) for item in comment.iter(W + "p"))
    return "\n".join(line.strip() for line in lines if line.strip())

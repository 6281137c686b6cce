"""A copy of a Word document with comments at given places.

Source: ISO/IEC 29500-1, 17.13.4 (comments). Word shows comments in the body only: what is said of another
part stands at the body's first paragraph, what is said of a text box at the paragraph that bears it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.model.span import Span
from kcdocs.text.numbers import whole_number
from kcdocs.word.package.docx import Package, save_package
from kcdocs.word.package.escaping import run
from kcdocs.word.package.relations import CONTENT_TYPES, rels_name
from kcdocs.word.package.skeleton import appended
from kcdocs.word.package.tree import parse, parse_part, serialise
from kcdocs.word.package.wml import W, elements
from kcdocs.word.read.passages import own_leaves

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR, INITIALS = "kcdocs", "kc"

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_NAMESPACE = W.strip("{}")
_PART = "word/comments.xml"


@dataclass(frozen=True, slots=True)
class WordComment:
    """What a comment says, and of what.

    Attributes:
        part: Name of the part.
        paragraph: Ordinal among all paragraphs of the part, from 1; 0 for none.
        span: Characters of the paragraph; the comment embraces the whole runs they stand in. None for all of
            the paragraph, outside every tracked change.
        lines: The comment's paragraphs.
        author: Who signs it.
    """

    part: str
    paragraph: int
    span: Span | None
    lines: Sequence[str]
    author: str = AUTHOR


def with_comments(package: Package, remarks: Sequence[WordComment]) -> bytes:
    """The document with a comment for each remark, in their order; its own comments stay.

    Args:
        package: The opened document.
        remarks: What to say.
    """
    name = _comments_part(package)
    comments = parse_part(package, name) if name in package.parts else parse(_empty())
    body = parse_part(package, package.main)
    paragraphs = list(body.iter(f"{W}p")) or [etree.SubElement(body[0] if len(body) else body, f"{W}p")]
    first = 1 + max((whole_number(item.get(f"{W}id")) or 0 for item in elements(comments)), default=-1)
    for number, remark in enumerate(remarks, start=first):
        inside = remark.part == package.main and remark.paragraph
        paragraph = paragraphs[remark.paragraph - 1 if inside else 0]
        anchor = _outside_boxes(paragraph)
        if remark.span is None:
            _surround(anchor, number)
        else:
            _embrace(anchor, remark.span if inside and anchor is paragraph else Span(0, 0), number)
        comments.append(_comment(remark, number))
    changed = {package.main: serialise(body), name: serialise(comments)}
    return save_package({**package.parts, **_declared(package, name), **changed})


def _comments_part(package: Package) -> str:
    return package.related("comments") or _PART


def _declared(package: Package, name: str) -> Mapping[str, bytes]:
    if name in package.parts:
        return {}
    rels = rels_name(package.main)
    relation = f'<Relationship Id="rIdKcdocsComments" Type="{_RELATION}" Target="/{name}"/>'
    override = f'<Override PartName="/{name}" ContentType="{_TYPE}"/>'
    return {
        CONTENT_TYPES: appended(package.parts[CONTENT_TYPES], override),
        rels: appended(package.parts.get(rels) or _no_relations(), relation),
    }


def _outside_boxes(paragraph: _Element) -> _Element:
    """The paragraph itself, or the one that the text box it stands in is anchored to."""
    boxes = list(paragraph.iterancestors(f"{W}txbxContent"))
    return next(boxes[-1].iterancestors(f"{W}p"), paragraph) if boxes else paragraph


def _embrace(paragraph: _Element, span: Span, number: int) -> None:
    runs = list(_runs(paragraph, span)) or [item for item, _, _ in own_leaves(paragraph)][:1]
    reference = _reference(number)
    if runs:
        runs[0].addprevious(_mark("commentRangeStart", number))
        runs[-1].addnext(reference)
        reference.addprevious(_mark("commentRangeEnd", number))
    else:
        paragraph.append(reference)


def _surround(paragraph: _Element, number: int) -> None:
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else 1, _mark("commentRangeStart", number))
    paragraph.extend([_mark("commentRangeEnd", number), _reference(number)])


def _runs(paragraph: _Element, span: Span) -> Iterator[_Element]:
    """The runs that hold any character of the span."""
    offset = 0
    for item, _, text in own_leaves(paragraph):
        if text and offset < span.end and span.start < offset + len(text):
            yield item
        offset += len(text)


def _mark(kind: str, number: int) -> _Element:
    return etree.Element(f"{W}{kind}", {f"{W}id": str(number)})


def _reference(number: int) -> _Element:
    element = etree.Element(f"{W}r")
    element.append(_mark("commentReference", number))
    return element


def _comment(remark: WordComment, number: int) -> _Element:
    paragraphs = "".join(f"<w:p>{run(line)}</w:p>" for line in remark.lines)
    made = parse(f'<w:comment xmlns:w="{_NAMESPACE}">{paragraphs}</w:comment>'.encode())
    made.set(f"{W}id", str(number))
    made.set(f"{W}author", remark.author)
    made.set(f"{W}initials", _initials(remark.author))
    return made


def _initials(author: str) -> str:
    return INITIALS if author == AUTHOR else "".join(word[0] for word in author.split()[:3]).upper()


def _empty() -> bytes:
    return f'<w:comments xmlns:w="{_NAMESPACE}"/>'.encode()


def _no_relations() -> bytes:
    return b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

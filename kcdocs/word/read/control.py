"""Control tags alone in their paragraphs: the paragraph goes, its section break stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from kcdocs.word.package.wml import W

_TAG = re.compile(
    r"\{%[-+]?(?P<prefix>p|tr|tc|r)?\s*(?P<word>\w++)(?>.*?(?:%\}|\Z))|\{#(?>.*?(?:#\}|\Z))",
    re.DOTALL,
)
"""A tag, or a comment; one that is not closed reaches to the end."""
_LONE = re.compile(
    r"\s*(?>(?:(?:\{%\s(?!\s*(?:vm|hm|cellbg|colspan)\b)(?>.*?%\})(?<!-%\})|\{#\s(?>.*?#\}))\s*)+)",
    re.DOTALL,
)
_LONE_PREFIXED = re.compile(r"\s*\{%[-+]?p\s(?:(?!%\}).)*%\}\s*", re.DOTALL)
_OPENING = {"for", "if", "macro", "call", "filter", "with", "block"}
_MIDDLE = {"else", "elif"}
_PLAIN_CHILDREN = {f"{W}{name}" for name in ("pPr", "r", "proofErr", "bookmarkStart", "bookmarkEnd")}
_PLAIN_RUN = {f"{W}{name}" for name in ("rPr", "t", "lastRenderedPageBreak")}


@dataclass(frozen=True, slots=True)
class _Tag:
    word: str
    prefix: str
    paragraph: etree._Element


def lift_control_paragraphs(root: etree._Element, numbers: Mapping[etree._Element, int]) -> None:
    """Put control tags that stand alone in paragraphs between the paragraphs.

    A tag is lifted only if all tags of its group (for … else … endfor) can be, and lie under one parent;
    else the document would be torn.

    Args:
        root: The part's root; changed in place.
        numbers: Ordinal of each paragraph, to mark lifted tags with.
    """
    texts = {paragraph: _own_text(paragraph) for paragraph in root.iter(f"{W}p")}
    lone = {paragraph for paragraph, text in texts.items() if _LONE.fullmatch(text)} - _joined(texts)
    bound = {paragraph for paragraph, text in texts.items() if _LONE_PREFIXED.fullmatch(text)}
    groups = list(_groups(_tags(texts)))
    while torn := {p for group in groups for p in group & lone if not _liftable(group, lone | bound)}:
        lone -= torn
    for paragraph, text in texts.items():
        if paragraph in lone:
            _lift(paragraph, text, numbers.get(paragraph, 0))
        elif paragraph in bound and _section(paragraph) is not None:
            _lift(paragraph, re.sub(r"(\{%[-+]?)p\s", r"\1 ", text), numbers.get(paragraph, 0))


def _joined(texts: Mapping[etree._Element, str]) -> set[etree._Element]:
    """The paragraphs that a neighbour's whitespace control joins with itself."""
    around = ("", *texts.values(), "")
    return {
        paragraph
        for paragraph, before, after in zip(texts, around, around[2:], strict=False)
        if "-%}" in before or "{%-" in after
    }


def _own_text(paragraph: etree._Element) -> str:
    """The text of a paragraph that holds nothing but text; else empty."""
    if any(child.tag not in _PLAIN_CHILDREN for child in paragraph):
        return _all_text(paragraph) + "\ufffc"
    runs = list(paragraph.iterchildren(f"{W}r"))
    if any(child.tag not in _PLAIN_RUN for run in runs for child in run):
        return _all_text(paragraph) + "\ufffc"
    return "".join(child.text or "" for run in runs for child in run.iterchildren(f"{W}t"))


def _all_text(paragraph: etree._Element) -> str:
    own = (text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p")) is paragraph)
    return "".join(text.text or "" for text in own)


def _tags(texts: Mapping[etree._Element, str]) -> Iterator[_Tag]:
    for paragraph, text in texts.items():
        for found in _TAG.finditer(text):
            if found["word"]:
                yield _Tag(found["word"], found["prefix"] or "", paragraph)


def _groups(tags: Iterator[_Tag]) -> Iterator[set[etree._Element | None]]:
    """The paragraphs of each opening tag with its middle and closing ones; None if it does not close."""
    open_groups: list[tuple[str, set[etree._Element | None]]] = []
    for tag in tags:
        if tag.word in _OPENING:
            open_groups.append((tag.word, {tag.paragraph}))
        elif tag.word in _MIDDLE and open_groups:
            open_groups[-1][1].add(tag.paragraph)
        elif tag.word.startswith("end") and open_groups:
            word, group = open_groups.pop()
            yield group | {tag.paragraph} if tag.word == f"end{word}" else group | {tag.paragraph, None}
    for _, group in open_groups:
        yield group | {None}


def _liftable(group: set[etree._Element | None], free: set[etree._Element]) -> bool:
    return group <= free and len({None if p is None else p.getparent() for p in group}) == 1


def _section(paragraph: etree._Element) -> etree._Element | None:
    return paragraph.find(f"{W}pPr/{W}sectPr")


def _lift(paragraph: etree._Element, text: str, number: int) -> None:
    marked = re.sub(r"(\{%[-+]?)\s", f"\\1 \ue000{number}\ue001", text.strip())
    if _section(paragraph) is None:
        _say_before(paragraph, marked)
        parent = paragraph.getparent()
        if parent is not None:
            _drop(paragraph, parent)
        return
    for run in paragraph.findall(f"{W}r"):
        paragraph.remove(run)
    if re.match(r"\{%[-+]?\s*\S*?end", text.strip()):
        _say_before(paragraph, marked)
    else:
        paragraph.tail = marked + (paragraph.tail or "")


def _say_before(paragraph: etree._Element, text: str) -> None:
    previous, parent = paragraph.getprevious(), paragraph.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def _drop(paragraph: etree._Element, parent: etree._Element) -> None:
    tail = paragraph.tail
    paragraph.tail = None
    if tail:
        previous = paragraph.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(paragraph)

"""Good documents, one random breach in each, and the judging of what the checker tells about it."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from blind_parts import Unfit, whole
from blind_wordings import BREACHES, Blind
from docx.shared import Mm, Pt
from good_papers import PAPERS, Made, copies, saved
from lxml.etree import tostring
from office_making import made
from office_papers import OFFICES

from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.lint.check import check_form
from kcdocs.model.catalogue import Catalogue

UNFILLED = frozenset({"mẫu còn thẻ", "mẫu còn dấu chấm", "giấy mời trộn thư"})
GOOD = {
    **{name: make for name, make in PAPERS.items() if name != "thông tư"},
    **{
        name: copies(lambda paper=paper: made(paper))
        for name, paper in OFFICES.items()
        if name not in UNFILLED
    },
}
"""Name → what makes a document in due form."""


class Verdict(NamedTuple):
    """What became of one mutation: the findings are told in words."""

    paper: str
    breach: str
    found: bool
    invented: tuple[str, ...]
    told: tuple[str, ...]


def _varied(document: Made, choose: random.Random) -> None:
    """Changes what the law leaves free: margins, indent, gap and spacing inside their limits."""
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(choose.randint(30, 35)), Mm(choose.randint(15, 20))
    indent, gap, lines = (
        Mm(choose.choice((10, 12.7))),
        Pt(choose.choice((6, 8))),
        choose.choice((1, 1.15, 1.5)),
    )
    for paragraph in document.paragraphs:
        if paragraph.alignment == 3:
            form = paragraph.paragraph_format
            form.first_line_indent, form.space_after, form.line_spacing = indent, gap, lines


@cache
def _known() -> Catalogue:
    return load_catalogue()


def _findings(document: Made) -> list[Any]:
    return list(check_form(saved(document), "a.docx", catalogue=_known()).findings)


def _key(finding: Any) -> str:
    return f"{finding.code} {finding.message} {finding.found}"


def _xml(paragraph: Any) -> bytes:
    return bytes(tostring(paragraph._element, with_tail=False))


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _changed(before: list[bytes], after: Made) -> Iterator[str]:
    """The words of paragraphs that a breach touched, those beside a lost one among them."""
    known = Counter(before)
    for paragraph in whole(after):
        text = _xml(paragraph)
        known[text] -= 1
        if known[text] < 0 and paragraph.text.strip():
            yield _flat(paragraph.text)


def _speaks(finding: Any, breach: Blind, touched: list[str]) -> bool:
    """Whether a finding stands at the harmed part and speaks of its harm."""
    told = _flat(f"{finding.message} {finding.found} {finding.expected} {finding.mend}")
    quoted = _flat(finding.found).strip("«»…. ")
    place = re.search(breach.place, told) or any(quoted and quoted[:12] in text for text in touched)
    return bool(place and re.search(breach.matter, told))


def _picked(choose: random.Random) -> tuple[str, Blind, Made, Made]:
    """A good document, a breach that fits it, and the document with the breach."""
    while True:
        breach = choose.choice(BREACHES)
        paper = choose.choice(sorted(GOOD))
        seed = choose.random()
        good, harmed = GOOD[paper](), GOOD[paper]()
        for document in (good, harmed):
            _varied(document, random.Random(seed))
        try:
            breach.do(harmed, choose)
        except Unfit:
            continue
        return paper, breach, good, harmed


def judged(seed: int) -> Verdict:
    """One random mutation and what the checker made of it."""
    paper, breach, good, harmed = _picked(random.Random(seed))
    before = Counter(_key(item) for item in _findings(good))
    touched = list(_changed([_xml(item) for item in whole(good)], harmed))
    new = []
    for finding in _findings(harmed):
        before[_key(finding)] -= 1
        if before[_key(finding)] < 0:
            new.append(finding)
    right = [item for item in new if _speaks(item, breach, touched)]
    invented = tuple(_key(item) for item in new if item not in right)
    return Verdict(paper, breach.name, bool(right), invented, tuple(_key(item) for item in right))

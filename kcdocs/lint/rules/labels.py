"""How the labels of articles, points, chapters and parts are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.layout import Profile, Role
from kcdocs.lint.labels import provisions, unquoted
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.finding import Severity
from kcdocs.text.labels import ARABIC, ROMAN

_ARTICLE = Declared(
    "LT390",
    Severity.WARNING,
    "The label of an article is no Arabic number with a full stop.",
    "Nhãn của điều ghi «{said}».",
    expected="«Điều 1.»: số Ả Rập, sau số là dấu chấm",
    mend="Ghi lại nhãn: chữ «Điều», số Ả Rập, rồi dấu chấm.",
)
_POINT = Declared(
    "LT391",
    Severity.WARNING,
    "The label of a point is no small letter with a bracket.",
    "Nhãn của điểm ghi «{said}».",
    expected="chữ cái thường, sau chữ là dấu đóng ngoặc đơn: «a)»",
    mend="Ghi lại nhãn của điểm: chữ cái thường rồi dấu «)».",
)
_GROUP = Declared(
    "LT392",
    Severity.WARNING,
    "The label of a part or a chapter is written otherwise than with a Roman number.",
    "Số thứ tự của phần, chương ghi «{said}».",
    expected="chữ in thường, viết hoa chữ cái đầu, số La Mã, không có dấu chấm: «Chương I»",
    mend="Ghi lại như «Chương I», «Phần I».",
)

_SPOKEN_ARTICLE = SPOKEN[Kind.ARTICLE]
_RIGHT = re.compile(rf"(?i:{_SPOKEN_ARTICLE})\s+\d{{1,3}}[a-zđ]?\.")
_SAID = re.compile(rf"(?i:{_SPOKEN_ARTICLE})\s+\w{{1,7}}\s?[:)–-]?")
_SAID_POINT = re.compile(r"\w\d?[.)/]")
_CHAPTER, _PART = SPOKEN[Kind.CHAPTER], SPOKEN[Kind.PART]
_GROUPED = re.compile(rf"(?i:{_CHAPTER}|{_PART})\s+(?:{ROMAN}|{ARABIC})\s?[.:]?")
_WELL_GROUPED = re.compile(rf"(?:{_CHAPTER}|{_PART})\s+{ROMAN}")


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Labels that are written otherwise; older texts wrote them in many ways."""
    if paper.profile is Profile.ASSEMBLY:
        return
    rule = layout.part(6)
    for piece in paper.of(Role.ARTICLE):
        if not _RIGHT.match(piece.text) and (said := _SAID.match(piece.text)):
            yield breach(paper, _ARTICLE, rule, [piece], said=said[0].strip())
            break
    points = [
        piece for piece, found in provisions(paper.body) if found.kind is Kind.POINT and not found.plain
    ]
    if points and (said := _SAID_POINT.match(points[0].text)):
        yield breach(paper, _POINT, rule, points, said=said[0])
    groups = [
        piece
        for piece in unquoted((*paper.body, *paper.annexed))
        if _GROUPED.fullmatch(piece.plain) and not _WELL_GROUPED.fullmatch(piece.plain)
    ]
    if groups:
        yield breach(paper, _GROUP, rule, groups, said=groups[0].plain)

"""Annexes: that the text refers to them, how they are numbered, and what their heads say."""

from __future__ import annotations

from collections.abc import Iterator

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.layout import Profile, Role
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.finding import Severity
from kcdocs.parse.openings import annex_opening

_UNNUMBERED = Declared(
    "LT350",
    Severity.WARNING,
    "One of several annexes bears no Roman number.",
    "Văn bản có {count} phụ lục mà có phụ lục không đánh số La Mã.",
    expected="Phụ lục I, Phụ lục II …",
    mend="Đánh số các phụ lục bằng chữ số La Mã.",
)
_NO_NOTE = Declared(
    "LT351",
    Severity.WARNING,
    "An annex does not say what it comes with.",
    "Phụ lục không có dòng «Kèm theo …».",
    expected="dòng «(Kèm theo … số … ngày … của …)» dưới tên phụ lục",
    mend="Thêm dòng «(Kèm theo …)» dưới tên phụ lục.",
)
_NOT_NAMED = Declared(
    "LT352",
    Severity.WARNING,
    "The text does not refer to its annex.",
    "Nội dung văn bản không nhắc đến phụ lục.",
    expected="một câu chỉ dẫn về phụ lục trong nội dung",
    mend="Bổ sung chỉ dẫn, như «(chi tiết tại Phụ lục kèm theo)».",
)

_WORD = SPOKEN[Kind.ANNEX].casefold()


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with the annexes of a document."""
    annexes = paper.of(Role.ANNEX)
    labels = [found.label for piece in annexes if (found := annex_opening(piece.text))]
    if not annexes or paper.profile is Profile.ASSEMBLY or len(set(labels)) < len(labels):
        return  # of an amending text the annexes are those of many others
    rule = layout.part(1, section="III")
    bare = [piece for piece, label in zip(annexes, labels, strict=False) if not label or label[0].isdigit()]
    if len(annexes) > 1 and bare:
        yield breach(paper, _UNNUMBERED, rule, bare, count=len(annexes))
    if len(paper.of(Role.ANNEX_NOTE)) < len(annexes):
        yield breach(paper, _NO_NOTE, rule, annexes[:1])
    said = " ".join(piece.text for piece in paper.body).casefold()
    if paper.profile is Profile.ADMINISTRATIVE and _WORD not in said and "kèm theo" not in said:
        yield breach(paper, _NOT_NAMED, rule, annexes[:1])

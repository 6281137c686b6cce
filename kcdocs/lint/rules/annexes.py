"""Annexes: that the text refers to them, how they are numbered, and what their heads say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kcdocs.codes import Declared
from kcdocs.law import layout, numbers
from kcdocs.law.layout import Profile, Role
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.finding import Severity
from kcdocs.parse.citations import find_citations
from kcdocs.parse.openings import annex_opening
from kcdocs.text.dates import date_words
from kcdocs.text.labels import LabelStep, step
from kcdocs.text.normalise import fold_quotes, nfc

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

_TITLELESS = Declared(
    "LT354",
    Severity.WARNING,
    "An annex bears no title.",
    "Dưới dòng «{said}» không có tên phụ lục.",
    expected="tên phụ lục: chữ in hoa, đậm, canh giữa, giữa dòng «Phụ lục» và dòng «Kèm theo»",
    mend="Ghi tên phụ lục.",
)
_OF_ANOTHER = Declared(
    "LT355",
    Severity.WARNING,
    "An annex says it comes with another document than the one it stands in.",
    "Dòng «Kèm theo» ghi «{said}», khác với {what} của chính văn bản này.",
    expected="«{wanted}»",
    mend="Sửa dòng «Kèm theo» cho khớp {what} của văn bản.",
)
_UNORDERED = Declared(
    "LT356",
    Severity.WARNING,
    "Annexes are not numbered one after another.",
    "Sau Phụ lục {before} là Phụ lục {after}.",
    expected="Phụ lục I, Phụ lục II, Phụ lục III … liên tục, không trùng",
    mend="Đánh lại thứ tự các phụ lục.",
)
_SHOUTED = Declared(
    "LT357",
    Severity.NOTE,
    "The line that numbers an annex stands in capitals.",
    "Dòng «{said}» viết hoa hết.",
    expected="«Phụ lục» viết thường, chỉ hoa chữ cái đầu; tên phụ lục mới viết hoa hết",
    mend="Nên ghi «Phụ lục», như mẫu của Nghị định.",
)

_WORD = SPOKEN[Kind.ANNEX].casefold()


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with the annexes of a document."""
    annexes = paper.of(Role.ANNEX)
    if not annexes or paper.profile is Profile.ASSEMBLY:
        return
    administrative = paper.profile is Profile.ADMINISTRATIVE
    if administrative:
        yield from _numbering(paper)
        yield from _come_with(paper)
    labels = _labels(annexes)
    if len(set(labels)) < len(labels):
        return  # of an amending text the annexes are those of many others
    rule = layout.part(1, section="III")
    bare = [piece for piece, label in zip(annexes, labels, strict=False) if not label or label[0].isdigit()]
    if len(annexes) > 1 and bare:
        yield breach(paper, _UNNUMBERED, rule, bare, count=len(annexes))
    if len(paper.of(Role.ANNEX_NOTE)) < len(annexes):
        yield breach(paper, _NO_NOTE, rule, annexes[:1])
    for piece in annexes:
        if _is_titleless(paper, piece):
            yield breach(paper, _TITLELESS, rule, [piece], said=piece.plain)
    said = " ".join(piece.text for piece in paper.body).casefold()
    if administrative and _WORD not in said and "kèm theo" not in said:
        yield breach(paper, _NOT_NAMED, rule, annexes[:1])


def _labels(annexes: Sequence[PaperLine]) -> list[str]:
    """The label of each annex; empty where it has none."""
    return [found.label for piece in annexes if (found := annex_opening(piece.text))]


def _numbering(paper: CheckedPaper) -> Iterator[FormBreach]:
    rule, annexes = layout.part(1, section="III"), paper.of(Role.ANNEX)
    shouted = [piece for piece in annexes if piece.plain.startswith(_WORD.upper())]
    if shouted:
        yield breach(paper, _SHOUTED, rule, shouted, said=shouted[0].plain)
    numbered = [(piece, label) for piece, label in zip(annexes, _labels(annexes), strict=False) if label]
    for (_, before), (piece, after) in pairwise(numbered):
        if step(before, after) in (LabelStep.GAP, LabelStep.SAME):
            yield breach(paper, _UNORDERED, rule, [piece], before=before, after=after)


def _is_titleless(paper: CheckedPaper, piece: PaperLine) -> bool:
    """Whether the line "Kèm theo" follows at once, and no title stands below it or in the line itself."""
    opened = annex_opening(piece.text)
    note, *title = paper.annexed[paper.annexed.index(piece) + 1 :][:2] or [piece]
    titled = any(line.text.isupper() and not line.paragraph.spot.table for line in title)
    bare = opened is not None and opened.start >= len(piece.text)
    return bare and note in paper.of(Role.ANNEX_NOTE) and not titled


def _come_with(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Lines "Kèm theo" that name a document of the same type with another number or day."""
    rule = layout.part(1, section="III")
    for piece in paper.of(Role.ANNEX_NOTE):
        found = find_citations(fold_quotes(nfc(piece.text)))
        cited = found[0].citation if len(found) == 1 else None
        if cited is None or not paper.number or not cited.number or cited.type != paper.type:
            continue
        if numbers.plain_number(cited.number) != paper.number:
            facts = {"said": cited.number, "wanted": paper.number, "what": "số, ký hiệu"}
            yield breach(paper, _OF_ANOTHER, rule, [piece], **facts)
        elif cited.issued and paper.issued and cited.issued != paper.issued:
            facts = {"said": date_words(cited.issued), "wanted": date_words(paper.issued), "what": "ngày"}
            yield breach(paper, _OF_ANOTHER, rule, [piece], **facts)

"""Legal bases: their endings, how a law is named, whether they are in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.bases import HIGHER, Unfit, high_enough, stands
from kcdocs.law.citing import NUMBERS_FROM
from kcdocs.law.issuers import BEGINNINGS, from_capitals
from kcdocs.law.layout import Profile, Role
from kcdocs.law.numbers import NUMBER
from kcdocs.law.ranks import legal_rank
from kcdocs.law.vocabulary import BASES, CONSTITUTION, NAMED, TYPES, TypeClass, alternation
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Severity
from kcdocs.parse.citations import find_citations
from kcdocs.text.dates import short_date
from kcdocs.text.normalise import nfc

_ENDING = Declared(
    "LT320",
    Severity.ERROR,
    "A legal basis ends in another sign.",
    "Căn cứ không kết thúc bằng dấu {wanted}.",
    expected="dấu chấm phẩy sau mỗi căn cứ, dấu chấm sau căn cứ cuối cùng",
    mend="Sửa dấu cuối dòng thành dấu {wanted}.",
)
_DASHED = Declared(
    "LT321",
    Severity.WARNING,
    "A dash before a legal basis.",
    "Trước căn cứ có gạch đầu dòng.",
    expected="mỗi căn cứ một dòng, không có gạch đầu dòng",
    mend="Bỏ dấu gạch ở đầu dòng căn cứ.",
)
_LAW_NUMBER = Declared(
    "LT322",
    Severity.NOTE,
    "A law is named by its number in an administrative document.",
    "Căn cứ ghi số của luật, pháp lệnh.",
    expected="tên luật và ngày, không ghi số; thực tế từ giữa năm 2025 có cả hai cách",
    mend="Xem lại cách ghi luật, pháp lệnh của cơ quan mình.",
)

_UNFIT_BASIS = Declared(
    "LT323",
    Severity.WARNING,
    "A legal basis was not in force on the day of the document.",
    "Căn cứ là văn bản số {number}, {unfit}.",
    expected="căn cứ có hiệu lực vào ngày ban hành, hoặc có hiệu lực không muộn hơn văn bản mới",
    mend="Xem lại căn cứ này trong danh mục văn bản; thay bằng văn bản đang có hiệu lực.",
)

_LOWER_FIRST = Declared(
    "LT324",
    Severity.NOTE,
    "A legal basis of higher force stands behind one of lower force.",
    "Căn cứ có hiệu lực pháp lý cao hơn đứng sau căn cứ có hiệu lực thấp hơn.",
    expected="căn cứ thẩm quyền đứng trước; trong căn cứ nội dung, văn bản có hiệu lực cao hơn đứng trước",
    mend="Xem lại thứ tự các căn cứ.",
)
_CONSOLIDATED = Declared(
    "LT325",
    Severity.NOTE,
    "A consolidated text is cited as a legal basis.",
    "Căn cứ là văn bản hợp nhất.",
    expected="văn bản gốc và các văn bản sửa đổi, bổ sung",
    mend="Thay văn bản hợp nhất bằng văn bản gốc.",
)
_NOT_HIGHER = Declared(
    "LT326",
    Severity.WARNING,
    "A legal basis has no higher force than the text that rests on it.",
    "Căn cứ không có hiệu lực pháp lý cao hơn văn bản.",
    expected="văn bản có hiệu lực pháp lý cao hơn",
    mend="Xem lại căn cứ này.",
)
_NO_NUMBER = Declared(
    "LT327",
    Severity.WARNING,
    "A legal instrument names a law without its number.",
    "Căn cứ không ghi số của luật, pháp lệnh.",
    expected="tên và số của luật, pháp lệnh, như «Luật Tổ chức Chính phủ số 63/2025/QH15»",
    mend="Thêm số của luật, pháp lệnh.",
)

_PROPOSAL_FIRST = Declared(
    "LT328",
    Severity.WARNING,
    "The proposal stands before a legal basis.",
    "Dòng đề nghị đứng trước căn cứ.",
    expected="các căn cứ trước, dòng đề nghị ở cuối",
    mend="Chuyển dòng đề nghị xuống sau các căn cứ.",
)
_LACKING = Declared(
    "LT329",
    Severity.WARNING,
    "A legal basis is cited without its number, its day or its issuer.",
    "Căn cứ không ghi {lacking} của văn bản được dẫn.",
    expected="tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu",
    mend="Bổ sung {lacking}.",
)
_DAY = Declared(
    "LT319",
    Severity.WARNING,
    "A day in a legal basis lacks its zero.",
    "Trong căn cứ, «{said}» thiếu số 0 phía trước.",
    expected="ngày nhỏ hơn 10 và tháng 1, 2 có số 0 phía trước",
    mend="Thêm số 0.",
)

_WHY = {
    Unfit.UNSIGNED: "chưa được ban hành vào ngày",
    Unfit.LATER: "chưa có hiệu lực vào ngày",
    Unfit.ENDED: "không còn hiệu lực vào ngày",
}
_BULLET = re.compile(r"[-–+•]\s*")
_LAWS = alternation(name for name in NAMED if name != CONSTITUTION)
_BARE_LAW = re.compile(rf"(?:{alternation(BASES)}) (?:{_LAWS})\b(?!.*\bsố \d)")
_CITED_TYPES = alternation(
    item.name for item in TYPES if item.of is TypeClass.LEGAL and item.symbols and not item.named
)
_UNNUMBERED = re.compile(
    rf"(?:{alternation(BASES)}) "
    rf"(?:(?:{_CITED_TYPES}) ngày \d|(?:{alternation(layout.OF_NUMBER)}) (?:của|về)\b)"
)
_NUMBERED = re.compile(rf"(?:{alternation(BASES)}) (?:{_CITED_TYPES}) số:? ?{NUMBER}")
_DATED = re.compile(r"ngày \d")
_ISSUED = re.compile(rf"của |{alternation(BEGINNINGS)}")
_UNPADDED = re.compile(r"ngày \d tháng \d{1,2}|tháng [12] năm \d{4}")
_LAW = re.compile(rf"(?:{alternation(NAMED)})\b[^;]{{0,160}}?\bsố\s\d{{1,4}}/\d{{4}}/(?:QH|UBTVQH|PL)")


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with the legal bases of a document."""
    pieces = paper.of(Role.BASIS)
    if not pieces or paper.profile is Profile.ASSEMBLY:
        return
    rule = layout.part(6)
    inner = [piece for piece in pieces[:-1] if not piece.text.rstrip().endswith((";", ";."))]
    if inner:
        yield breach(paper, _ENDING, rule, inner, wanted="chấm phẩy")
    if paper.profile is Profile.ADMINISTRATIVE and not _closed(paper):
        yield breach(paper, _ENDING, rule, pieces[-1:], wanted="chấm")
    dashed = [piece for piece in pieces if _BULLET.match(piece.text)]
    if dashed:
        yield breach(paper, _DASHED, rule, dashed)
    numbered = [piece for piece in pieces if _LAW.search(piece.text)]
    if numbered and paper.profile is Profile.ADMINISTRATIVE:
        yield breach(paper, _LAW_NUMBER, rule, numbered)
    if paper.profile is Profile.LEGAL_2025 and paper.issued is not None and paper.issued >= NUMBERS_FROM:
        bare = [piece for piece in pieces if _BARE_LAW.match(piece.plain)]
        if bare:
            yield breach(paper, _NO_NUMBER, rule, bare)
    yield from _lacking(paper)
    if unpadded := [piece for piece in pieces if _UNPADDED.search(piece.plain)]:
        said = _UNPADDED.search(unpadded[0].plain)
        yield breach(paper, _DAY, layout.part(4), unpadded, said=said[0] if said else "")
    proposed = [piece for piece in pieces if piece.plain.startswith(layout.PROPOSED)]
    if proposed and any(piece.plain.startswith(BASES[0]) for piece in pieces[pieces.index(proposed[0]) :]):
        yield breach(paper, _PROPOSAL_FIRST, rule, proposed[:1])
    yield from _force(paper)
    yield from _ranks(paper)


def _lacking(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Bases without a number; in administrative documents also without day or issuer."""
    found: dict[str, list[PaperLine]] = {}
    for piece in paper.of(Role.BASIS):
        cited = _NUMBERED.match(piece.plain)
        if _UNNUMBERED.match(piece.plain):
            found.setdefault("số, ký hiệu", []).append(piece)
        elif cited and paper.profile is Profile.ADMINISTRATIVE:
            rest = piece.plain[cited.end() :]
            for pattern, words in ((_DATED, "ngày ban hành"), (_ISSUED, "cơ quan ban hành")):
                if not pattern.search(rest):
                    found.setdefault(words, []).append(piece)
    for words, pieces in found.items():
        yield breach(paper, _LACKING, layout.part(6), pieces, lacking=words)


def _force(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Bases signed after the document, and those that the catalogue knows not to be in force on its day."""
    if paper.issued is None:
        return
    later = [
        (piece, citation)
        for piece, citation in _cited(paper.of(Role.BASIS))
        if citation.issued is not None and citation.issued > paper.issued
    ]
    for piece, citation in later:
        unfit = f"{_WHY[Unfit.UNSIGNED]} {short_date(paper.issued)}"
        yield breach(paper, _UNFIT_BASIS, HIGHER, [piece], number=citation.number, unfit=unfit)
    if paper.catalogue is None:
        return
    for piece in [piece for piece in paper.of(Role.BASIS) if piece not in dict(later)]:
        for cited in find_citations(nfc(piece.text), catalogue=paper.catalogue):
            entry = paper.catalogue.find(cited.citation.number, cited.citation) if cited.citation else None
            basis = stands(entry, signed=paper.issued) if entry is not None else None
            if entry is not None and basis is not None and basis.why in _WHY and not basis.unsure:
                unfit = f"{_WHY[basis.why]} {short_date(basis.on)}"
                yield breach(
                    paper, _UNFIT_BASIS, basis.rule, [piece], number=entry.citation.number, unfit=unfit
                )


def _ranks(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Bases in another order than their force, consolidated texts, and bases that stand no higher."""
    pieces = paper.of(Role.BASIS)
    joined = [piece for piece in pieces if layout.CONSOLIDATED in piece.text]
    if joined:
        yield breach(paper, _CONSOLIDATED, layout.CUSTOM, joined)
    if paper.issued is None:
        return
    ranked = [(piece, cited, legal_rank(cited, paper.issued).place) for piece, cited in _cited(pieces)]
    placed = [(piece, place) for piece, _, place in ranked if place is not None]
    behind = [piece for (_, one), (piece, other) in pairwise(placed) if other < one]
    if behind:
        yield breach(paper, _LOWER_FIRST, layout.CUSTOM, behind)
    if paper.profile is Profile.LEGAL_2025:
        own = Citation(paper.type, paper.number, paper.issued, from_capitals(paper.text(Role.ISSUER)))
        low = [piece for piece, cited, _ in ranked if high_enough(cited, own, paper.issued) is False]
        if low:
            yield breach(paper, _NOT_HIGHER, HIGHER, low)


def _cited(pieces: Sequence[PaperLine]) -> Iterator[tuple[PaperLine, Citation]]:
    """The first instrument that each basis names; bases of an office's power are left out."""
    for piece in pieces:
        found = find_citations(nfc(piece.text)) if layout.FUNCTION not in piece.text else []
        if found and found[0].citation is not None:
            yield piece, found[0].citation


def _closed(paper: CheckedPaper) -> bool:
    """Whether the last basis ends as it must; before a sentence that issues the text a semicolon will do."""
    last = paper.of(Role.BASIS)[-1]
    if not last.text.rstrip().endswith(";"):
        return last.text.rstrip().endswith(".")
    below = [piece for piece in paper.body if piece.paragraph.number > last.paragraph.number]
    return bool(below) and below[0] not in paper.of(Role.ARTICLE)

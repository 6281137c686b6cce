"""Articles, clauses and points: their order, how they are cited, and whether what is cited is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.kinds import LEVEL
from kcdocs.law.layout import Profile, Role
from kcdocs.law.rule import Certainty
from kcdocs.law.vocabulary import alternation, names
from kcdocs.lint import limits
from kcdocs.lint.labels import LineLabel, label_of, provisions, unquoted
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine
from kcdocs.lint.signs import ends_sentence
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.finding import Severity
from kcdocs.text.labels import LabelStep, first, step

_GAP = Declared(
    "LT330",
    Severity.WARNING,
    "A label does not follow the one before it.",
    "Sau {unit} {before} là {unit} {after}.",
    expected="{unit} đánh số liên tục, điểm theo bảng chữ cái tiếng Việt (a, b, c, d, đ, e …)",
    mend="Đánh lại thứ tự, hoặc xem có thiếu một {unit} không.",
)
_TWICE = Declared(
    "LT331",
    Severity.WARNING,
    "Two provisions bear one label.",
    "Có hai {unit} {label} liền nhau.",
    expected="mỗi {unit} một số thứ tự",
    mend="Đánh lại thứ tự các {unit}.",
)
_SMALL = Declared(
    "LT332",
    Severity.WARNING,
    "The word for an article begins with a small letter, in a reference or in its own label.",
    "Chữ «Điều» viết thường: «{said}».",
    expected="«Điều» viết hoa",
    mend="Sửa thành «{wanted}».",
)
_LARGE = Declared(
    "LT333",
    Severity.WARNING,
    "A clause or point is cited with a capital inside a sentence.",
    "Viện dẫn khoản, điểm mà viết hoa giữa câu: «{said}».",
    expected="«khoản», «điểm» viết thường khi viện dẫn",
    mend="Sửa thành «{wanted}».",
)
_DANGLING = Declared(
    "LT334",
    Severity.WARNING,
    "A document cites an article of its own that is not there.",
    "Viện dẫn Điều {label} của chính văn bản này, mà văn bản không có Điều {label}.",
    expected="một điều có trong văn bản",
    mend="Sửa lại viện dẫn, hoặc bổ sung điều còn thiếu.",
)
_TURNED = Declared(
    "LT338",
    Severity.WARNING,
    "A reference names article, clause and point in another order, or with commas between them.",
    "Viện dẫn «{said}» chưa đúng thứ tự, hoặc có dấu phẩy ở giữa.",
    expected="điểm, khoản, rồi Điều, không có dấu phẩy: «điểm a khoản 2 Điều 3»",
    mend="Viết lại viện dẫn này.",
)

_ARTICLE, _CLAUSE, _POINT = SPOKEN[Kind.ARTICLE], SPOKEN[Kind.CLAUSE], SPOKEN[Kind.POINT]
_LABELLED_SMALL = re.compile(rf"^{_ARTICLE.lower()}\s+(\d{{1,3}}[a-zđ]?)\.")
_CITED_SMALL = re.compile(
    rf"(?:(?:{_CLAUSE}|{_POINT})\s+\w{{1,3}}\s+){_ARTICLE.lower()}\s+\d{{1,3}}|{_LABELLED_SMALL.pattern}"
    rf"|(?<!các ){_ARTICLE.lower()}\s+\d{{1,3}}[a-zđ]?(?=\s+(?:{alternation(names())})\s)"
)
_CITED_LARGE = re.compile(
    rf"(?<=[\w,]\s)(?:{_CLAUSE.capitalize()}|{_POINT.capitalize()})\s+[\wđ]{{1,3}}\s+(?:{_CLAUSE}\s+\w{{1,3}}\s+)?{_ARTICLE}\s+\d{{1,3}}"
)
_MIXED = re.compile(
    rf"{_POINT} [a-zđ]\d?, ?{_CLAUSE} \d{{1,3}}[a-zđ]?, ?{_ARTICLE} \d{{1,3}}"
    rf"|{_ARTICLE} \d{{1,3}}[a-zđ]? {_CLAUSE} \d{{1,3}}\b(?!.{{0,40}}{_ARTICLE})"
    rf"|{_CLAUSE} \d{{1,3}}[a-zđ]? {_POINT} [a-zđ]\d? {_ARTICLE} \d{{1,3}}"
    rf"|(?<!, )(?<!; )(?<!và ){_CLAUSE} \d{{1,3}}[a-zđ]?, {_ARTICLE} \d{{1,3}}[a-zđ]?"
    r"(?!\w|\s?[,;]|\s(?:và|hoặc|đến)\s)"
)
_SUBORDINATE = re.compile(r"[-–+•*]|\d{1,3}\.\d|[A-ZĐ][./)]\s")
"""How a line begins under which, or over which, a count of its own may stand: a dash, "1.2", "B."."""

_OWN = re.compile(rf"{_ARTICLE}\s+(\d{{1,3}}[a-zđ]?)(?:\s+của)?\s+({alternation(names())})\s+này(?!\w)")
_TO_THOSE_OF = re.compile(rf"như\s+{_ARTICLE}\s+(\d{{1,3}}[a-zđ]?)(?!\w)", re.IGNORECASE)
_COUNTED = {Kind.ARTICLE: _ARTICLE.lower(), Kind.CLAUSE: _CLAUSE, Kind.POINT: _POINT}


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with the order of provisions and with how they are cited."""
    own = list(unquoted(paper.body))
    yield from _labels(paper, own)
    yield from _dangling(paper, own)
    yield from _turned(paper, own)
    if paper.issued is not None and not layout.capitals().holds(paper.issued):
        return  # older texts wrote each unit with a capital
    yield from _cited(paper, own, _CITED_SMALL, _SMALL, _ARTICLE.lower(), _ARTICLE)
    for unit in (_CLAUSE, _POINT):
        yield from _cited(paper, own, _CITED_LARGE, _LARGE, unit.capitalize(), unit)


def _labels(paper: CheckedPaper, pieces: Sequence[PaperLine]) -> Iterator[FormBreach]:
    opened = dict(provisions(pieces))
    reached: dict[str, str] = {}
    fresh: set[str] = set()  # units whose count may begin again: a heading stood since the last of them
    for piece in pieces:
        found = opened.get(piece)
        unit = _unit(paper, found)
        if found is not None and unit:
            anew = first(found.label) and unit in fresh and not paper.of(Role.ARTICLE)
            yield from _follows(paper, piece, unit, None if anew else reached.get(unit), found.label)
            reached[unit] = found.label
            fresh.discard(unit)
        for kind in (Kind.CLAUSE, Kind.POINT):
            if found is not None and found.plain and (LEVEL[kind] > LEVEL[found.kind] or found.inner):
                reached.pop(_COUNTED[kind], None)
        if _leads(piece, found):
            fresh.update(reached)


def _unit(paper: CheckedPaper, found: LineLabel | None) -> str:
    """What is counted; headings with Roman numbers are in administrative documents only."""
    if found is None:
        return ""
    if found.inner:
        return SPOKEN[Kind.SECTION].lower() if paper.profile is Profile.ADMINISTRATIVE else ""
    return _COUNTED.get(found.kind, "")


def _leads(piece: PaperLine, found: LineLabel | None) -> bool:
    """Whether a count of its own may stand below a line: any heading, a dash, words with a colon."""
    if piece.text.rstrip().endswith(":") or piece.text.isupper() or _SUBORDINATE.match(piece.text):
        return True
    return found is None and (piece.share(lambda look: look.bold) > limits.MOSTLY or not ends_sentence(piece))


def _follows(
    paper: CheckedPaper, piece: PaperLine, unit: str, before: str | None, label: str
) -> Iterator[FormBreach]:
    rule = layout.part(6, certainty=Certainty.SECONDARY)
    relation = step(before, label) if before else None
    if relation is LabelStep.GAP:
        yield breach(paper, _GAP, rule, [piece], unit=unit, before=before, after=label)
    elif relation is LabelStep.SAME:
        yield breach(paper, _TWICE, rule, [piece], unit=unit, label=label)


def _cited(
    paper: CheckedPaper,
    pieces: Sequence[PaperLine],
    pattern: re.Pattern[str],
    declared: Declared,
    unit: str,
    right: str,
) -> Iterator[FormBreach]:
    hits = [
        (piece, found[0]) for piece in pieces for found in pattern.finditer(piece.text) if unit in found[0]
    ]
    if hits:
        found = hits[0][1]
        wanted = found.replace(f"{unit} ", f"{right} ")
        every = list(dict.fromkeys(piece for piece, _ in hits))
        yield breach(paper, declared, layout.capitals(), every, said=found, wanted=wanted)


def _turned(paper: CheckedPaper, pieces: Sequence[PaperLine]) -> Iterator[FormBreach]:
    hits = [(piece, found[0]) for piece in pieces if (found := _MIXED.search(piece.plain))]
    if hits:
        rule = layout.part(6, certainty=Certainty.SECONDARY)
        yield breach(paper, _TURNED, rule, [piece for piece, _ in hits], said=hits[0][1])


def _dangling(paper: CheckedPaper, pieces: Iterable[PaperLine]) -> Iterator[FormBreach]:
    labels = {found.label for piece in paper.of(Role.ARTICLE) if (found := label_of(piece.text))}
    own = [
        (piece, found[1], found[2] == paper.type) for piece in pieces for found in _OWN.finditer(piece.text)
    ]
    named = [
        (piece, found[1], True)
        for piece in paper.of(Role.RECIPIENT)
        for found in _TO_THOSE_OF.finditer(piece.text)
    ]
    told: set[str] = set()
    for piece, label, ours in (*own, *named) if labels else ():
        if ours and label not in labels | told:
            told.add(label)
            rule = layout.part(6, certainty=Certainty.SECONDARY)
            yield breach(paper, _DANGLING, rule, [piece], label=label)

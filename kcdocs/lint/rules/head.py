"""The head of a document: its fixed words, its parts and the rules below them."""

from __future__ import annotations

from collections.abc import Iterator

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.layout import Profile, Role
from kcdocs.lint.finder import is_rule
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.finding import Severity
from kcdocs.text.normalise import fold_tones

_ABSENT = Declared(
    "LT201",
    Severity.ERROR,
    "A part that every document has is not there.",
    "Không thấy {part}.",
    expected="{part}",
    mend="Bổ sung phần này theo mẫu, hoặc xem nó có bị gõ khác đi không.",
)
_WORDS = Declared(
    "LT202",
    Severity.ERROR,
    "National title or motto are worded otherwise.",
    "{part} ghi chưa đúng.",
    expected="{wanted}",
    mend="Gõ lại dòng này: {wanted}.",
)
_RULE_LINE = Declared(
    "LT203",
    Severity.WARNING,
    "The rule below a part is not there.",
    "Dưới {part} không có đường kẻ.",
    expected="đường kẻ ngang, nét liền, {length}",
    mend="Vào Insert, Shapes, vẽ một đường thẳng ngay dưới dòng này, {length}.",
)
_ORDER = Declared(
    "LT204",
    Severity.ERROR,
    "The motto stands before the national title.",
    "Tiêu ngữ đứng trước Quốc hiệu.",
    expected="Quốc hiệu ở dòng trên, Tiêu ngữ ở dòng dưới",
    mend="Đổi chỗ hai dòng ấy.",
)
_LEFT = Declared(
    "LT205",
    Severity.WARNING,
    "The national title stands left of the issuer.",
    "Quốc hiệu không ở phía bên phải, trên đầu trang.",
    expected="tên cơ quan ban hành ở bên trái, Quốc hiệu ở bên phải",
    mend="Đổi chỗ hai ô đầu văn bản.",
)

_WHOLE, _SHORT = "dài bằng dòng chữ", "dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối"
_RULED = (
    (Role.MOTTO, "Tiêu ngữ", 1, _WHOLE),
    (Role.ISSUER, "tên cơ quan ban hành văn bản", 2, _SHORT),
    (Role.ABSTRACT, "trích yếu nội dung văn bản", 5, _SHORT),
)
_NEEDED = (
    (Role.NATIONAL, "Quốc hiệu", 1),
    (Role.MOTTO, "Tiêu ngữ", 1),
    (Role.ISSUER, "tên cơ quan ban hành văn bản", 2),
    (Role.NUMBER, "số và ký hiệu của văn bản", 3),
    (Role.PLACE, "địa danh và thời gian ban hành văn bản", 4),
    (Role.OFFICE, "chức vụ của người ký", 7),
    (Role.RECIPIENTS, "nơi nhận", 9),
)


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with the head of a document."""
    if paper.profile is Profile.ASSEMBLY:
        return
    yield from _absent(paper)
    yield from _fixed(paper)
    yield from _order(paper)
    for role, words, item, length in _RULED:
        pieces = paper.of(role)
        if role is Role.ABSTRACT and paper.of(Role.ENCLOSED):
            continue  # the rule stands below the line that says what it comes with, or nowhere
        if pieces and not _ruled(paper, pieces[-1]):
            yield breach(paper, _RULE_LINE, layout.part(item), pieces[-1:], part=words, length=length)


def _absent(paper: CheckedPaper) -> Iterator[FormBreach]:
    if paper.is_enclosed:
        return
    lacking = layout.MAY_LACK.get(paper.type, ())
    for role, words, item in _NEEDED:
        if not paper.of(role) and role not in lacking:
            yield breach(paper, _ABSENT, layout.part(item), part=words)
    if not paper.type and not paper.of(Role.ABOUT) and not paper.of(Role.TYPE):
        yield breach(paper, _ABSENT, layout.part(5), part="tên loại hoặc trích yếu của văn bản")


def _fixed(paper: CheckedPaper) -> Iterator[FormBreach]:
    for role, words, wanted in (
        (Role.NATIONAL, "Quốc hiệu", layout.NATIONAL),
        (Role.MOTTO, "Tiêu ngữ", layout.MOTTO),
    ):
        for piece in paper.of(role):
            if not _worded(piece.text, wanted):
                yield breach(paper, _WORDS, layout.part(1), [piece], part=words, wanted=wanted)


def _worded(text: str, wanted: str) -> bool:
    """Whether fixed words stand as they must; their case is another rule's matter, but for single letters."""
    said = fold_tones(" ".join(text.split())).replace("–", "-")
    return said.casefold() == wanted.casefold() and (said == wanted or said.isupper() or wanted.isupper())


def _order(paper: CheckedPaper) -> Iterator[FormBreach]:
    roles = (Role.NATIONAL, Role.MOTTO, Role.ISSUER)
    national, motto, issuer = (next(iter(paper.of(role)), None) for role in roles)
    if national and motto and _before(motto, national):
        yield breach(paper, _ORDER, layout.part(1), [motto])
    if national and issuer:
        ours, theirs = national.paragraph.spot, issuer.paragraph.spot
        if ours.table and ours.table == theirs.table and ours.column < theirs.column:
            yield breach(paper, _LEFT, layout.part(1), [national])


def _before(one: PaperLine, other: PaperLine) -> bool:
    return (one.paragraph.number, one.start) < (other.paragraph.number, other.start)


def _ruled(paper: CheckedPaper, piece: PaperLine) -> bool:
    """Whether a line stands below: drawn, a border, an underline, a row of line characters."""
    paragraphs = paper.setting.paragraphs
    place = next(i for i, item in enumerate(paragraphs) if item is piece.paragraph)
    below = paragraphs[place : place + 3]
    roofed = any(item.block.roofed for item in below[1:])
    if (
        roofed
        or any(item.drawn or item.block.ruled for item in below)
        or piece.share(lambda look: look.underlined) > 0
    ):
        return True
    lines = [line for item in below for line in item.text.splitlines()]
    return any(is_rule(line) for line in lines) or any(item.boxed or item.pictured for item in below)

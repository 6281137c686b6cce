"""The head of a document: its fixed words, its parts and the rules below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.layout import Profile, Role
from kcdocs.law.vocabulary import ENACTING_VERBS, TYPES, alternation
from kcdocs.lint import limits
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine
from kcdocs.lint.signs import TYPE_NAMES, is_rule, name_of
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.finding import Severity
from kcdocs.text.normalise import fold_tones
from kcdocs.word.read import SetParagraph

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
_NOT_ENACTED = Declared(
    "LT206",
    Severity.WARNING,
    "The line that enacts a decision is not there.",
    "Giữa căn cứ và Điều 1 không có dòng «{wanted}:».",
    expected="dòng «{wanted}:», chữ in hoa, đậm, canh giữa",
    mend="Thêm dòng «{wanted}:» sau các căn cứ.",
)

_SUPERIOR_RULED = Declared(
    "LT207",
    Severity.WARNING,
    "A rule stands below the superior body.",
    "Dưới tên cơ quan chủ quản có đường kẻ.",
    expected="đường kẻ chỉ ở dưới tên cơ quan ban hành",
    mend="Xóa đường kẻ dưới tên cơ quan chủ quản.",
)
_UNSIGNED = Declared(
    "LT208",
    Severity.WARNING,
    "No name stands below the office of the signer.",
    "Dưới chức vụ không thấy họ và tên người ký.",
    expected="họ và tên người ký, dưới chức vụ",
    mend="Ghi họ và tên người ký.",
)
_LETTER_TITLED = Declared(
    "LT209",
    Severity.WARNING,
    "A letter bears the name of its type.",
    "Công văn ghi tên loại «{said}».",
    expected="không ghi tên loại; trích yếu «V/v …» dưới số, ký hiệu",
    mend="Bỏ dòng «{said}».",
)
_ADDRESSED = Declared(
    "LT210",
    Severity.WARNING,
    "A paper names addressees whose type has none.",
    "{type} không có dòng «{said}».",
    expected="«{said}» chỉ ở công văn, ở tờ trình, báo cáo gửi lên cấp trên",
    mend="Bỏ dòng «{said}»; ghi nơi nhận ở cuối văn bản.",
)
_NO_ABSTRACT = Declared(
    "LT211",
    Severity.WARNING,
    "No abstract stands below the name of the type.",
    "Dưới tên loại không thấy trích yếu nội dung văn bản.",
    expected="trích yếu: chữ thường, đậm, canh giữa, ngay dưới tên loại",
    mend="Ghi trích yếu nội dung dưới tên loại.",
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
_UNTITLED = {item.name.upper() for item in TYPES if item.untitled}
_SIGNED = (Role.OFFICE, Role.RECIPIENTS)
"""Parts of the foot, which a draft need not have yet."""

_ISSUES = re.compile(rf"(?:{ENACTING_VERBS})\s+(?:{alternation(layout.ENACTED)})")
_FILLED = frozenset(role for role, *_ in _NEEDED) - {Role.NATIONAL, Role.MOTTO, Role.RECIPIENTS}
"""Parts that a person fills in: a tag or a row of dots may stand for each."""


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with the head of a document."""
    if paper.profile is Profile.ASSEMBLY:
        return
    yield from _absent(paper)
    yield from _fixed(paper)
    yield from _order(paper)
    yield from _rules(paper)
    yield from _enacted(paper)
    yield from _beside(paper)


def _absent(paper: CheckedPaper) -> Iterator[FormBreach]:
    if paper.is_enclosed:
        return
    for role, words, item in _NEEDED:
        if not paper.of(role) and not _may_lack(paper, role):
            yield breach(paper, _ABSENT, layout.part(item), part=words)
    if not paper.of(Role.TYPE) and not paper.of(Role.ABOUT) and not _says_type(paper):
        yield breach(paper, _ABSENT, layout.part(5), part="tên loại hoặc trích yếu của văn bản")
    letter = paper.of(Role.ABOUT) and not paper.of(Role.TYPE) and paper.profile is Profile.ADMINISTRATIVE
    if letter and not paper.type and not paper.of(Role.ADDRESSEE) and not paper.is_open:
        yield breach(paper, _ABSENT, layout.part(9), part=f"dòng «{layout.ADDRESSED}»")
    if paper.is_open or paper.is_draft:
        return
    typed = [piece for piece in paper.of(Role.TYPE) if name_of(piece) in TYPE_NAMES]
    if typed and paper.type in layout.ABSTRACTED and not paper.of(Role.ABSTRACT):
        yield breach(paper, _NO_ABSTRACT, layout.part(5), typed)
    if paper.of(Role.OFFICE) and not paper.of(Role.SIGNER) and _ends_bare(paper):
        yield breach(paper, _UNSIGNED, layout.part(7), paper.of(Role.OFFICE)[-1:])


def _may_lack(paper: CheckedPaper, role: Role) -> bool:
    """Whether a part need not be there: by its type, in a draft, or as long as it is to be filled in."""
    if role is Role.ISSUER and paper.of(Role.NUMBER) and not paper.is_open:
        return False  # whoever gives a number names himself
    if role is Role.NUMBER and paper.type not in layout.UNDATED and paper.of(Role.ISSUER) and paper.issued:
        return False  # what comes with another document bears neither office nor day
    lacking = role in layout.MAY_LACK.get(paper.type, ()) or (role in _SIGNED and paper.is_draft)
    return lacking or (role in _FILLED and paper.is_open)


def _says_type(paper: CheckedPaper) -> bool:
    """Whether some line, be it in a text box, is the type that the symbol names, or begins with it."""
    name = "".join(fold_tones(paper.type).upper().split())
    early = paper.setting.paragraphs[: 2 * limits.HEAD]
    said = ("".join(fold_tones(item.text).split()) for item in early)
    return bool(name) and any(
        text.upper() == name or (text.startswith(name) and text.isupper() and not text.endswith(":"))
        for text in said
    )


def _ends_bare(paper: CheckedPaper) -> bool:
    """Whether nothing stands below the office of the signer: no words in brackets, no text box."""
    last = paper.of(Role.OFFICE)[-1].paragraph
    below = paper.setting.paragraphs[_at(paper, paper.of(Role.OFFICE)[-1]) + 1 :]
    same = (
        item
        for item in below
        if item.spot == last.spot and (last.spot.table or item.number <= last.number + limits.FOOT)
    )
    return not any(item.boxed for item in below) and not any(
        any(map(str.isalpha, item.text)) for item in same
    )


def _beside(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What stands where nothing should: a rule, the name of a letter's type, addressees."""
    above = paper.of(Role.SUPERIOR)
    if above and (above[-1].paragraph.block.ruled or above[-1].share(lambda look: look.underlined) > 0):
        yield breach(paper, _SUPERIOR_RULED, layout.part(2), above[-1:])
    for piece in paper.pieces[: limits.HEAD] if not paper.type else ():
        if name_of(piece) in _UNTITLED and piece.text.isupper():
            yield breach(paper, _LETTER_TITLED, layout.part(5), [piece], said=piece.plain)
    if paper.type in layout.UNADDRESSED and paper.of(Role.ADDRESSEE) and not paper.is_open:
        facts = {"type": paper.type, "said": layout.ADDRESSED}
        yield breach(paper, _ADDRESSED, layout.part(9), paper.of(Role.ADDRESSEE)[:1], **facts)


def _fixed(paper: CheckedPaper) -> Iterator[FormBreach]:
    for role, words, wanted in (
        (Role.NATIONAL, "Quốc hiệu", layout.NATIONAL),
        (Role.MOTTO, "Tiêu ngữ", layout.MOTTO),
    ):
        if paper.of(role) and not _worded(paper.text(role), wanted):
            yield breach(paper, _WORDS, layout.part(1), paper.of(role), part=words, wanted=wanted)


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


def _rules(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Parts without the rule below them; drawn lines float: those that hang elsewhere in the head count."""
    needing = [row for row in _RULED if _needs_rule(paper, row[0])]
    last = [paper.of(role)[-1] for role, *_ in needing]
    end = max((_at(paper, piece) + limits.RULE_NEAR for piece in last), default=0)
    floating = sum(item.drawn for item in paper.setting.paragraphs[:end])
    floating -= sum(any(item.drawn for item in _below(paper, piece)) for piece in last)
    lacking = [row for row, piece in zip(needing, last, strict=True) if not _ruled(paper, piece)]
    for role, words, item, length in lacking[max(floating, 0) :]:
        piece = paper.of(role)[-1]
        yield breach(paper, _RULE_LINE, layout.part(item), [piece], part=words, length=length)


def _enacted(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Decisions and resolutions with bases and articles whose enacting line is missing."""
    words = next(
        (item.enacts for item in TYPES if item.name == paper.type and item.name in layout.ENACTED), ()
    )
    bases, articles = paper.of(Role.BASIS), paper.of(Role.ARTICLE)
    if not (words and bases and articles) or paper.profile is not Profile.ADMINISTRATIVE or paper.is_open:
        return
    between = range(bases[-1].paragraph.number, articles[0].paragraph.number)
    lines = [piece for piece in paper.pieces if piece.paragraph.number in between]
    if any(_ISSUES.search(piece.text) for piece in lines):
        return  # the sentence of legal instruments
    said = {name_of(piece) for piece in lines if piece.plain.rstrip().endswith(":")}
    if not said.intersection(layout.ENACTING):
        yield breach(paper, _NOT_ENACTED, layout.part(6), articles[:1], wanted=words[0])


def _needs_rule(paper: CheckedPaper, role: Role) -> bool:
    """Whether a part is there and bears a rule; that of an enclosed text stands below what it comes with."""
    return bool(paper.of(role)) and not (role is Role.ABSTRACT and paper.of(Role.ENCLOSED))


def _at(paper: CheckedPaper, piece: PaperLine) -> int:
    return next(i for i, item in enumerate(paper.setting.paragraphs) if item is piece.paragraph)


def _below(paper: CheckedPaper, piece: PaperLine) -> Sequence[SetParagraph]:
    """A line's own paragraph and the two below."""
    start = _at(paper, piece)
    return paper.setting.paragraphs[start : start + limits.RULE_NEAR]


def _has_words(item: SetParagraph) -> bool:
    return any(map(str.isalnum, item.text))


def _ruled(paper: CheckedPaper, piece: PaperLine) -> bool:
    """Whether a line stands below: drawn, a border, an underline, a row of line characters."""
    below = _below(paper, piece)
    if (
        any(item.drawn or item.boxed or item.pictured for item in below)
        or any(item.block.ruled for item in below if item is piece.paragraph or not _has_words(item))
        or any(item.block.roofed for item in below[1:])
        or piece.paragraph.spot.ruled
        or piece.share(lambda look: look.underlined) > 0
    ):
        return True
    return any(is_rule(line) for item in below for line in item.text.splitlines())

"""Number, symbol, place and day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kcdocs.codes import Declared
from kcdocs.law import layout, numbers
from kcdocs.law.issuers import PLACE_KINDS
from kcdocs.law.layout import SHORT_PLACES, Profile, Role
from kcdocs.law.vocabulary import TYPES, alternation, either_case
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.finding import Severity
from kcdocs.text.dates import from_parts

_PADDED = Declared(
    "LT301",
    Severity.ERROR,
    "A number below ten without a zero.",
    "Số văn bản nhỏ hơn 10 mà không ghi thêm số 0 phía trước.",
    expected="{wanted}",
    mend="Ghi lại số văn bản: {wanted}.",
)
_COLON = Declared(
    "LT302",
    Severity.WARNING,
    "No colon after the word for number.",
    "Sau chữ «Số» không có dấu hai chấm.",
    expected="«Số:»",
    mend="Thêm dấu hai chấm sau chữ «Số».",
)
_SPACED = Declared(
    "LT303",
    Severity.WARNING,
    "Spaces in number and symbol.",
    "Trong số, ký hiệu có dấu cách.",
    expected="{wanted}",
    mend="Xóa các dấu cách trong số, ký hiệu.",
)
_SYMBOL = Declared(
    "LT304",
    Severity.ERROR,
    "The symbol stands for another type of document.",
    "Ký hiệu «{symbol}» không phải của loại văn bản «{type}».",
    expected="«{wanted}»",
    mend="Ghi lại ký hiệu: «{wanted}» thay cho «{symbol}».",
)
_LETTER_SYMBOL = Declared(
    "LT305",
    Severity.ERROR,
    "A letter bears the symbol of a type.",
    "Công văn không ghi tên loại trong ký hiệu, mà ở đây có «{symbol}».",
    expected="tên cơ quan, rồi đơn vị soạn thảo, như 05/BNV-VP",
    mend="Bỏ «{symbol}» khỏi ký hiệu.",
)
_NO_YEAR = Declared(
    "LT306",
    Severity.WARNING,
    "The number of a legal instrument bears no year.",
    "Số của văn bản quy phạm pháp luật «{said}» không ghi năm ban hành.",
    expected="số thứ tự/năm ban hành/ký hiệu, như 12/2026/TT-BCT",
    mend="Ghi năm ban hành giữa số thứ tự và ký hiệu.",
)
_YEAR = Declared(
    "LT311",
    Severity.WARNING,
    "The number of an administrative document bears a year.",
    "Số của văn bản hành chính «{said}» ghi cả năm.",
    expected="số thứ tự/ký hiệu, như 15/BC-BCT",
    mend="Bỏ năm khỏi số, ký hiệu.",
)
_DAY = Declared(
    "LT307",
    Severity.ERROR,
    "A day below ten, or January or February, without a zero.",
    "Ngày tháng «{said}» thiếu số 0 phía trước.",
    expected="«{wanted}»",
    mend="Ghi lại: «{wanted}».",
)
_MONTH = Declared(
    "LT308",
    Severity.NOTE,
    "A month from March on with a zero.",
    "Tháng «{said}» ghi số 0 phía trước; mẫu của Nghị định ghi «tháng {plain}».",
    expected="«tháng {plain}»",
    mend="Nên ghi «tháng {plain}».",
)
_COMMA = Declared(
    "LT309",
    Severity.WARNING,
    "No comma between place and day.",
    "Giữa địa danh và ngày tháng không có dấu phẩy.",
    expected="dấu phẩy sau địa danh",
    mend="Thêm dấu phẩy sau địa danh.",
)
_NO_PLACE = Declared(
    "LT310",
    Severity.ERROR,
    "No place before the day.",
    "Trước ngày tháng không có địa danh.",
    expected="địa danh, rồi ngày tháng",
    mend="Ghi địa danh trước ngày tháng, như «Hà Nội, ngày …».",
)
_CUT_SHORT = Declared(
    "LT312",
    Severity.WARNING,
    "A place named after a person is cut short.",
    "Địa danh «{said}» viết tắt.",
    expected="«{wanted}»",
    mend="Ghi đủ: «{wanted}».",
)

_NO_DAY = Declared(
    "LT313",
    Severity.ERROR,
    "A day that no calendar has.",
    "«{said}» không có trong lịch.",
    expected="một ngày có thật",
    mend="Xem lại ngày, tháng, năm của văn bản.",
)
_SMALL = Declared(
    "LT314",
    Severity.WARNING,
    "A place with a small letter at the head of a syllable.",
    "Địa danh «{said}» viết hoa chưa đủ.",
    expected="«{wanted}»",
    mend="Viết hoa chữ cái đầu của mỗi âm tiết: «{wanted}».",
)

_NO_STROKE = Declared(
    "LT315",
    Severity.WARNING,
    "No stroke stands between number and symbol.",
    "Giữa số và ký hiệu «{said}» không có dấu gạch chéo.",
    expected="«{wanted}»",
    mend="Ghi lại số, ký hiệu: «{wanted}».",
)
_INITIALS = Declared(
    "LT316",
    Severity.WARNING,
    "A place is told by its initials.",
    "Địa danh «{said}» chỉ ghi bằng chữ cái đầu, viết tắt.",
    expected="tên đầy đủ của đơn vị hành chính, như «Hà Nội»",
    mend="Ghi đủ địa danh.",
)

_NO_SIGN = Declared(
    "LT317",
    Severity.WARNING,
    "The abstract of a letter does not begin with V/v.",
    "Trích yếu của công văn không mở đầu bằng «{wanted}».",
    expected="«{wanted} …»",
    mend="Ghi «{wanted}» ở đầu trích yếu.",
)

_STROKELESS = re.compile(r"(\d{1,6})\s?[-–.]\s?(?=[A-ZĐ][\wĐđ]{0,7}\s?[-–])")
_CONSONANTS = re.compile(r"(?:[Tt][Pp]\.?\s?)?[BCDĐGHKLMNPQRSTVX]{2,5}")
_SPELLED = re.compile(r"số\s*(:?)\s*(.*)", re.IGNORECASE | re.DOTALL)
_COUNT = re.compile(r"\s*(\d+)\s*/")
_DATED = re.compile(r"\d+\s*/\s*(?:19|20)\d\d\s*/")
_NUMBERED_UNIT = re.compile(rf"(?:{alternation(SHORT_PLACES)})\s?\.?\s?(?:HCM|Hồ Chí Minh)")
_SYMBOLS = re.compile(r"/\s*(?:\d{4}\s*/\s*)?([^\W\d]+)\s*[-–]")
_KIND_OF_PLACE = re.compile(rf"(?:{either_case(PLACE_KINDS)})\s+")
_SYLLABLE_HEAD = re.compile(r"(?<![\w'’])[^\W\d_]")
_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with number, symbol, place and day."""
    if paper.profile is Profile.ASSEMBLY:
        return
    if paper.of(Role.NUMBER):
        yield from _number(paper)
    about = paper.of(Role.ABOUT)
    if about and not paper.type and not about[0].plain.casefold().startswith(layout.ABOUT[0].casefold()):
        yield breach(paper, _NO_SIGN, layout.part(5), about[:1], wanted=layout.ABOUT[0])
    if paper.of(Role.PLACE):
        yield from _place(paper)


def _number(paper: CheckedPaper) -> Iterator[FormBreach]:
    piece, rule = paper.of(Role.NUMBER)[0], layout.part(3)
    found = _SPELLED.match(piece.text)
    if found is None:
        return
    if not found[1]:
        yield breach(paper, _COLON, rule, [piece])
    said = found[2].strip()
    count = _COUNT.match(said)
    if count and len(count[1]) == 1:
        yield breach(paper, _PADDED, rule, [piece], wanted=f"0{said}")
    if count and re.search(r"\S[ \u00a0]+\S", said):
        yield breach(paper, _SPACED, rule, [piece], wanted=numbers.plain_number(said))
    bare = _STROKELESS.match(said)
    if bare and paper.profile is Profile.ADMINISTRATIVE and not numbers.is_party(numbers.plain_number(said)):
        yield breach(paper, _NO_STROKE, rule, [piece], said=said, wanted=f"{bare[1]}/{said[bare.end() :]}")
    yield from _symbol(paper, said)
    yield from _year(paper, said)


def _year(paper: CheckedPaper, said: str) -> Iterator[FormBreach]:
    """A year that is missing, or too much; of types that are of both kinds it tells which."""
    piece, dated = paper.of(Role.NUMBER)[0], bool(_DATED.match(said))
    if _COUNT.match(said) and dated is not layout.is_legal(paper.type, said, paper.text(Role.ISSUER)):
        yield breach(paper, _YEAR if dated else _NO_YEAR, layout.part(3), [piece], said=said)


def _symbol(paper: CheckedPaper, said: str) -> Iterator[FormBreach]:
    piece, rule = paper.of(Role.NUMBER)[0], layout.part(3)
    found = _SYMBOLS.search(said)
    symbol = found[1] if found else ""
    kind = next((item for item in TYPES if item.name == paper.type), None)
    if not symbol or kind is None:
        if (
            not paper.type
            and symbol in (*numbers.SYMBOLS, layout.LETTER_CODE)
            and paper.of(Role.ABOUT)
            and not _is_own(paper, symbol)
        ):
            yield breach(paper, _LETTER_SYMBOL, rule, [piece], symbol=symbol)
        return
    if kind.symbols and symbol not in kind.symbols:
        facts = {"symbol": symbol, "type": kind.name, "wanted": kind.symbols[0]}
        yield breach(paper, _SYMBOL, rule, [piece], **facts)


def _is_own(paper: CheckedPaper, symbol: str) -> bool:
    """Whether a symbol is made of the first letters of the issuer: a council's is that of a contract too."""
    firsts = "".join(word[0] for word in paper.text(Role.ISSUER).split())
    return firsts.startswith(symbol.upper())


def _place(paper: CheckedPaper) -> Iterator[FormBreach]:
    piece, rule = paper.of(Role.PLACE)[0], layout.part(4)
    text = " ".join(piece.text.split())
    before = text[
        : text.lower().find("ngày")
    ].strip()  # in capitals the day is still one: case is told elsewhere
    if not before:
        yield breach(paper, _NO_PLACE, rule, [piece])
    elif not before.endswith(","):
        yield breach(paper, _COMMA, rule, [piece])
    elif short := _NUMBERED_UNIT.match(before):
        yield breach(paper, _CUT_SHORT, rule, [piece], said=short[0], wanted=layout.NAMED_PLACE)
    elif _CONSONANTS.fullmatch(before.rstrip(" ,")):
        yield breach(paper, _INITIALS, rule, [piece], said=before.rstrip(" ,"))
    else:
        yield from _capitals(paper, before.rstrip(" ,"))
    if found := _DATE.search(text):
        yield from _day(paper, found)


def _day(paper: CheckedPaper, found: re.Match[str]) -> Iterator[FormBreach]:
    """A day that is none, or whose figures are not padded as they must be."""
    piece, rule = paper.of(Role.PLACE)[0], layout.part(4)
    day, month = found[1], found[2]
    if from_parts(day, month, found[3]) is None:
        yield breach(paper, _NO_DAY, rule, [piece], said=found[0])
        return
    wanted_day = day.zfill(2)
    wanted_month = month.zfill(2) if int(month) in (1, 2) else month
    if (day, month) != (wanted_day, wanted_month):
        wanted = f"ngày {wanted_day} tháng {wanted_month} năm {found[3]}"
        yield breach(paper, _DAY, rule, [piece], said=found[0], wanted=wanted)
    elif month.startswith("0") and int(month) > 2:
        yield breach(paper, _MONTH, rule, [piece], said=month, plain=month.lstrip("0"))


def _capitals(paper: CheckedPaper, place: str) -> Iterator[FormBreach]:
    """A place of which a syllable begins small; the words for its kind are no part of its name."""
    kind = _KIND_OF_PLACE.match(place)
    start = kind.end() if kind else 0
    wanted = place[:start] + _SYLLABLE_HEAD.sub(lambda found: found[0].upper(), place[start:])
    if wanted != place:
        yield breach(paper, _SMALL, layout.capitals(), paper.of(Role.PLACE)[:1], said=place, wanted=wanted)

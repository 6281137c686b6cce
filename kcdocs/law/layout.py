"""How a document must look: its page, the letters of each part, the words that stand fixed.

Source: Decree 30/2020/NĐ-CP, Annex I (administrative documents, from 5 March 2020, read). Of legal
instruments the gazette's own prints of 2025 and 2026, and what one reader tells of Annex I of Decree
78/2025/NĐ-CP: a breach of those only warns. Of laws and resolutions of the National Assembly no facts of
layout are known.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from kcdocs.law.rule import Certainty, Rule
from kcdocs.law.vocabulary import BASES, LEGAL, TYPES, alternation
from kcdocs.text.normalise import fold_tones

DECREE_30 = date(2020, 3, 5)
"""First day of Decree 30/2020/NĐ-CP."""

LAW_OF_2025 = date(2025, 4, 1)
"""First day of Law 64/2025/QH15 and Decree 78/2025/NĐ-CP."""

NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBERED = "Số"
ABOUT = ("V/v", "Về việc", "Về")
ADDRESSED = "Kính gửi"
RECIPIENTS = "Nơi nhận"
KEPT = "Lưu"
CLERKS = "VT"
ENCLOSED = ("Kèm theo", "Ban hành kèm theo")
END = "./."
URGENCY = (
    *("HỎA TỐC", "THƯỢNG KHẨN", "KHẨN", "TUYỆT MẬT", "TỐI MẬT", "MẬT"),
    *("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ", "THU HỒI"),
)
"""Marks that stand above or beside a document: no part of its words."""

SHORT_PLACES = ("TP", "Tp", "T.P")
NAMED_PLACE = "Thành phố Hồ Chí Minh"
"""A place named after a person, which is written in full, and how its name is cut short."""

DRAFT = "DỰ THẢO"
WIRED = "điện:"
"""How the line ends that names the addressees of a telegram."""

OTHER_TITLES = (
    *("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN TNCS HỒ CHÍ MINH", "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH"),
    "ĐỘI THIẾU NIÊN TIỀN PHONG HỒ CHÍ MINH",
)
"""What papers of bodies with a layout of their own bear for a national title: the Party, the Youth Union."""

NO_OFFICE_PAPERS = (
    *("ĐƠN", "TỜ KHAI", "PHIẾU", "GIẤY", "BẢN", "BẢNG", "BIỂU", "DANH SÁCH", "LỊCH", "LÝ LỊCH", "SƠ YẾU"),
    *("CAM KẾT", "THUYẾT MINH", "NỘI QUY", "HỢP ĐỒNG", "THỎA THUẬN", "PHỤ LỤC HỢP ĐỒNG", "MẪU"),
)
"""How the title of a request, form, note or contract begins, where it is no type that an office issues."""

UNADDRESSED = ("Quyết định", "Nghị quyết", "Chỉ thị", "Thông báo", "Nghị định", "Thông tư")
"""Types that name no addressees over their text: the models of Annex III have none, notices among them."""

ABSTRACTED = (
    *("Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông báo", "Hướng dẫn", "Chương trình"),
    *("Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Tờ trình", "Công điện", "Biên bản"),
    *("Nghị định", "Thông tư"),
)
"""Types on whose models an abstract surely stands below the name of the type."""

INVITING = ("Giấy mời",)
"""Types whose first lines stand in the middle: who invites, and whom."""

AS_ABOVE = "Như trên"
"""The first recipients of a paper with addressees."""

LETTER_CODE = "CV"
"""What offices put into the number of a letter, which has no symbol of its own."""

OF_NUMBER = ("Nghị định", "Thông tư")
"""Types that are never cited without their number."""

PROPOSED = tuple(words for words in BASES if words.endswith("đề nghị"))
"""How the proposal begins that stands behind the legal bases."""

OF_PARTIES = ("Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận")
"""Types that several parties sign: their form is what they agree on."""

HONOURED = (
    *(
        "TRƯỜNG",
        "HỌC VIỆN",
        "ĐẠI HỌC",
        "BỆNH VIỆN",
        "VIỆN",
        "TRUNG TÂM Y TẾ",
        "SỞ Y TẾ",
        "BỘ Y TẾ",
        "BỘ QUỐC PHÒNG",
    ),
    *(
        "BỘ CÔNG AN",
        "CÔNG AN",
        "BỘ CHỈ HUY",
        "BỘ TƯ LỆNH",
        "BỘ GIÁO DỤC",
        "SỞ GIÁO DỤC",
        "BỘ KHOA HỌC",
        "SỞ KHOA HỌC",
    ),
)
"""How the name of a body begins whose signers may bear a rank or degree: arms, education, health, science."""

NO_STATE_BODIES = (
    *(
        "CÔNG TY",
        "TỔNG CÔNG TY",
        "TẬP ĐOÀN",
        "DOANH NGHIỆP",
        "HỢP TÁC XÃ",
        "LIÊN HIỆP HỢP TÁC XÃ",
        "NGÂN HÀNG",
    ),
    *(
        "HỘI",
        "HIỆP HỘI",
        "LIÊN HIỆP",
        "LIÊN ĐOÀN",
        "TỔNG LIÊN ĐOÀN",
        "CÔNG ĐOÀN",
        "BAN CHẤP HÀNH",
        "CHI NHÁNH",
    ),
)
"""How the name of an issuer begins that Decree 30 need not bind; "HỘI ĐỒNG" is another word."""

UNITS = ("Tổng cục", "Cục", "Chi cục", "Vụ", "Sở", "Phòng", "Trung tâm", "Viện", "Văn phòng", "Ban", "Trường")
"""How the name of a body begins that another body stands above."""

_NO_LAWGIVER = re.compile(rf"(?:{alternation(fold_tones(name).upper() for name in (*UNITS, 'Bộ'))})(?!\w)")

MAY_LACK: dict[str, tuple[str, ...]] = {
    "Biên bản": ("place", "number", "issuer", "recipients"),
    "Tờ trình": ("number", "issuer"),
    "Báo cáo": ("number",),
}
"""What a type may lack: minutes tell their time in the text, and those of several offices have no
number and no head of one; an enclosed paper bears no number."""

UNDATED = ("Biên bản",)
"""Types that need neither number nor day of their own, whoever issues them."""

FONT = "Times New Roman"
PAGE_NUMBER = (13.0, 14.0)
"""Least and greatest size of the page's number, in points."""

A4 = (210.0, 297.0)
"""Millimetres of the paper, upright."""

_ASSEMBLY = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Sắc lệnh", "Lệnh")
_SEEN = "Văn bản đăng Công báo 2025–2026; Nghị định số 78/2025/NĐ-CP, Phụ lục I"
_ANNEXES = "Nghị định số 30/2020/NĐ-CP, Phụ lục"
_ARTICLE_30 = "Nghị định số 30/2020/NĐ-CP, Phụ lục I"


class Profile(StrEnum):
    """Which rules of layout a document is under."""

    ADMINISTRATIVE = "nd30"
    LEGAL_2016 = "qppl_2016"
    LEGAL_2025 = "qppl_2025"
    ASSEMBLY = "quoc_hoi"


class Role(StrEnum):
    """What a line of a document is."""

    NATIONAL = "national"
    MOTTO = "motto"
    SUPERIOR = "superior"
    ISSUER = "issuer"
    NUMBER = "number"
    PLACE = "place"
    TYPE = "type"
    ABSTRACT = "abstract"
    ENCLOSED = "enclosed"
    ABOUT = "about"
    ADDRESSEE = "addressee"
    BASIS = "basis"
    GROUP = "group"
    GROUP_TITLE = "group_title"
    HEADING = "heading"
    ARTICLE = "article"
    BODY = "body"
    OFFICE = "office"
    SIGNER = "signer"
    RECIPIENTS = "recipients"
    RECIPIENT = "recipient"
    DRAFTER = "drafter"
    ANNEX = "annex"
    ANNEX_TITLE = "annex_title"
    ANNEX_NOTE = "annex_note"


@dataclass(frozen=True, slots=True)
class Letters:
    """How the letters of one part of a document must be.

    Attributes:
        words: What the part is called, in Vietnamese.
        smallest: Least size in points.
        largest: Greatest size.
        capitals: True for capitals, False for ordinary letters, None where either will do.
        bold: Whether in bold; None where either will do.
        italic: Whether in italics; None where either will do.
        centred: Whether it stands in the middle of the page, or of its cell.
        celled: Whether that is said of the parts of a table only: tabs put them in their place elsewhere.
        flush: Whether it stands at the left edge of its cell.
        rule: Where the law says so.
    """

    words: str
    smallest: float
    largest: float
    capitals: bool | None
    bold: bool | None
    italic: bool | None
    centred: bool
    celled: bool
    flush: bool
    rule: Rule


@dataclass(frozen=True, slots=True)
class Running:
    """How running text is set.

    Attributes:
        indents: Millimetres by which a first line may go in.
        gap: Least points between paragraphs.
        lines: Least and greatest distance of lines, in lines.
        rule: Where the law says so.
    """

    indents: tuple[float, ...]
    gap: float
    lines: tuple[float, float]
    rule: Rule


@dataclass(frozen=True, slots=True)
class Edges:
    """Least and greatest margin of each side in millimetres, and where the law says so."""

    top: tuple[float, float]
    bottom: tuple[float, float]
    left: tuple[float, float]
    right: tuple[float, float]
    rule: Rule


def profile_of(type_: str, number: str, issued: date | None, issuer: str = "") -> Profile:
    """The profile of a document.

    Args:
        type_: Its type ("Nghị định"); empty for a letter.
        number: Its number and symbol.
        issued: Its day; None where it bears none yet: then the law in force now.
        issuer: Who issues it, as its head names it; empty if it does not say.
    """
    if type_ in _ASSEMBLY or "/QH" in number or "/UBTVQH" in number:
        return Profile.ASSEMBLY
    if not is_legal(type_, number, issuer):
        return Profile.ADMINISTRATIVE
    return Profile.LEGAL_2016 if issued is not None and issued < LAW_OF_2025 else Profile.LEGAL_2025


def is_legal(type_: str, number: str, issuer: str = "") -> bool:
    """Whether a document is a legal instrument: by its type, or else by a year in its number and its issuer.

    Args:
        type_: Its type.
        number: Its number and symbol.
        issuer: Who issues it, as its head names it: ministries and the bodies below them make no legal
            instruments of the types that offices issue too (Law 64/2025/QH15, Article 4).
    """
    if type_ not in LEGAL:
        return False
    lawgiver = not _NO_LAWGIVER.match(fold_tones(issuer).upper())
    return type_ not in _BOTH or (number.count("/") > 1 and lawgiver)


def letters(role: Role, profile: Profile) -> Letters | None:
    """How the letters of a part must be; None where nothing is known of it."""
    return _letters().get((role, profile is Profile.ADMINISTRATIVE))


def edges(profile: Profile) -> Edges | None:
    """The margins of a profile's pages; None where they are not known."""
    if profile is Profile.ADMINISTRATIVE:
        rule = Rule(f"{_ARTICLE_30}, phần I, mục 3", DECREE_30, None, Certainty.READ)
        return Edges((20, 25), (20, 25), (30, 35), (15, 20), rule)
    if profile is Profile.LEGAL_2025:
        rule = Rule("Nghị định số 78/2025/NĐ-CP, Phụ lục I", LAW_OF_2025, None, Certainty.SECONDARY)
        return Edges((15, 25), (15, 25), (30, 35), (15, 20), rule)
    return None


def applied(rule: Rule, profile: Profile, issued: date | None) -> Rule:
    """The rule by which a document is judged: Decree 30 is no law for legal instruments, nor before its day.

    Args:
        rule: The rule as administrative documents of today are under it.
        profile: Which rules of layout the document is under.
        issued: Its day; None where it bears none yet.
    """
    if issued is not None and not rule.holds(issued):
        return _OWN
    if profile is Profile.ADMINISTRATIVE or not rule.source.startswith(_ANNEXES):
        return rule
    return _OWN if profile is Profile.ASSEMBLY else _PRINTED


def running() -> Running:
    """How the running text of an administrative document is set: 1 or 1.27 cm, 6 points, 1 to 1.5 lines."""
    return Running((10.0, 12.7), 6.0, (1.0, 1.5), general(5))


def general(item: int) -> Rule:
    """An item of the first part of the annex, on paper, letters and pages."""
    return Rule(f"{_ARTICLE_30}, phần I, mục {item}", DECREE_30, None, Certainty.READ)


def part(item: int, *, section: str = "II", certainty: Certainty = Certainty.READ) -> Rule:
    """An item of the annex on one part of a document."""
    return Rule(f"{_ARTICLE_30}, phần {section}, mục {item}", DECREE_30, None, certainty)


_BOTH = ("Quyết định", "Nghị quyết", "Chỉ thị")
"""Types of legal instruments and of administrative documents: a year in the number tells which."""


def capitals() -> Rule:
    """Capitals of cited units: Điều with one, khoản and điểm without."""
    return Rule("Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục V", DECREE_30, None, Certainty.SECONDARY)


ENACTED = ("Quyết định", "Nghị quyết")
"""Types of administrative documents whose articles an enacting line precedes."""

ENACTING = frozenset(word for item in TYPES if item.name in ENACTED for word in item.enacts)
"""The words of that line, in capitals."""

DECIMAL = Rule("Nghị định số 86/2012/NĐ-CP (dấu phẩy thập phân)", certainty=Certainty.SECONDARY)
CUSTOM = Rule("thông lệ soạn thảo văn bản của cơ quan nhà nước", certainty=Certainty.GENERAL)
FOLLOWS = "như sau"
"""How a command ends that new text follows."""

MINISTRY = "Bộ "
FUNCTION = "chức năng"
"""What the title of a basis says that gives an office its power: it comes first, whatever its rank."""

CONSOLIDATED = "VBHN"
COPIES = {"SAO Y": "SY", "SAO LỤC": "SL", "TRÍCH SAO": "TrS"}
"""Heading of a copy and the symbol in its number (Annex III of Decree 30/2020/NĐ-CP)."""

_OWN = Rule("kiểm tra của kcdocs, không theo điều luật riêng nào", certainty=Certainty.GENERAL)
_PRINTED = Rule(_SEEN, certainty=Certainty.SECONDARY)


@cache
def _letters() -> dict[tuple[Role, bool], Letters]:
    rows = tomllib.loads(Path(__file__).with_name("layout.toml").read_text("utf-8"))["component"]
    found: dict[tuple[Role, bool], Letters] = {}
    for row in rows:
        read = Rule(f"{_ARTICLE_30}, {row['item']}", DECREE_30, None, Certainty.READ)
        for key, rule in (("nd30", read), ("qppl", _PRINTED)):
            if key in row:
                found[Role(row["role"]), key == "nd30"] = Letters(
                    words=row["words"],
                    smallest=row[key][0],
                    largest=row[key][1],
                    capitals={"capitals": True, "small": False}.get(row.get("letters", "")),
                    bold=row.get("bold"),
                    italic=row.get("italic"),
                    centred=row.get("align") in ("center", "cell"),
                    celled=row.get("align") == "cell",
                    flush=row.get("align") == "left" and key == "nd30",
                    rule=rule,
                )
    return found

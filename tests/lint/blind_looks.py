"""Breaches of form drawn from the law alone, by someone who had not read the checker's rules.

Each breach says in plain words what a right finding tells: where (`place`) and of what (`matter`), as patterns
of the Vietnamese words that a finding may use. The looks of parts come from one table (Decree 30/2020/NĐ-CP,
Annex I, part V), the wording from parts I and II, legal instruments from Decree 78/2025/NĐ-CP as amended.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any, NamedTuple

from blind_parts import Unfit, parts, regulation, whole
from docx.enum.text import WD_ALIGN_PARAGRAPH as AT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from good_papers import Made, ruled

Choose = random.Random
LOST = "thiếu|không có|không thấy|không ghi|chưa"


class Blind(NamedTuple):
    """A breach: what it does, and what a right finding speaks of.

    Attributes:
        name: In plain English.
        do: Harms a document; raises Unfit where it cannot.
        place: Pattern of the part's names in Vietnamese.
        matter: Pattern of what is wrong with it.
    """

    name: str
    do: Callable[[Made, Choose], object]
    place: str
    matter: str


class Look(NamedTuple):
    """How a part must look: names, sizes in pt, letters, and where it stands ("" is told by no rule)."""

    names: str
    sizes: tuple[float, float]
    bold: bool | None
    italic: bool
    capitals: bool | None
    align: str


LOOKS = {
    "motto above": Look("quốc hiệu", (12, 13), True, False, True, "center"),
    "motto": Look("tiêu ngữ", (13, 14), True, False, False, "center"),
    "superior": Look("chủ quản|cấp trên", (12, 13), False, False, True, "center"),
    "issuer": Look("cơ quan|ban hành", (12, 13), True, False, True, "center"),
    "number": Look("số, ký hiệu|số và ký hiệu|ký hiệu|số", (13, 13), False, False, None, "center"),
    "place": Look("địa danh|ngày|thời gian", (13, 14), False, True, False, "center"),
    "about": Look("trích yếu|v/v", (12, 13), False, False, False, "center"),
    "type": Look("tên loại|loại văn bản", (13, 14), True, False, True, "center"),
    "abstract": Look("trích yếu|tên gọi", (13, 14), True, False, False, "center"),
    "basis": Look("căn cứ", (13, 14), None, True, False, "justify"),
    "greeting": Look("kính gửi", (13, 14), False, False, None, ""),
    "article": Look("điều", (13, 14), None, False, False, ""),
    "clause": Look("khoản|nội dung|thân|đoạn", (13, 14), None, False, None, ""),
    "point": Look("điểm|nội dung|thân|đoạn", (13, 14), None, False, None, ""),
    "section": Look("mục|đề mục|tiêu đề", (13, 14), True, False, True, ""),
    "text": Look("nội dung|thân|đoạn|lời văn", (13, 14), None, False, None, "justify"),
    "recipients": Look("nơi nhận", (12, 12), True, True, False, "left"),
    "recipient": Look("nơi nhận", (11, 11), False, False, None, "left"),
    "office": Look("chức vụ|quyền hạn", (13, 14), True, False, True, "center"),
    "name": Look("họ tên|họ và tên|người ký", (13, 14), True, False, False, "center"),
    "annex": Look("phụ lục", (14, 14), True, False, False, "center"),
    "annex title": Look("phụ lục", (13, 14), True, False, True, "center"),
    "annex line": Look("phụ lục|kèm theo", (13, 14), None, True, False, "center"),
}
LOOSE_IN_REGULATIONS = frozenset({"recipients", "recipient", "annex", "text", "archive"})
"""Parts whose looks are not settled for legal instruments."""


def _runs(document: Made, part: str, choose: Choose) -> list[Any]:
    if part in LOOSE_IN_REGULATIONS and regulation(document):
        raise Unfit(part)
    found = parts(document, part)
    runs = [run for run in choose.choice(found).runs if run.text.strip()]
    if part == "issuer" and len(found) > 1:
        raise Unfit(part)  # of two lines one spoiled may be read as the superior body
    if part == "article":
        runs = runs[:1]  # the label; what follows in the line is body text
    if not runs:
        raise Unfit(part)
    return runs


def _sized(part: str, look: Look) -> Blind:
    def do(document: Made, choose: Choose) -> None:
        low, high = look.sizes
        size = choose.choice((low - 2, low - 1, low - 0.5, high + 1.5, high + 2, high + 4))
        for run in _runs(document, part, choose):
            run.font.size = Pt(size)

    return Blind(f"size of {part}", do, look.names, r"cỡ")


def _bolded(part: str, look: Look) -> Blind:
    def do(document: Made, choose: Choose) -> None:
        for run in _runs(document, part, choose):
            run.font.bold = not look.bold

    return Blind(f"bold of {part}", do, look.names, r"đậm")


def _slanted(part: str, look: Look) -> Blind:
    def do(document: Made, choose: Choose) -> None:
        for run in _runs(document, part, choose):
            run.font.italic = not look.italic

    return Blind(f"italics of {part}", do, look.names, r"nghiêng|đứng")


def _cased(part: str, look: Look) -> Blind:
    def do(document: Made, choose: Choose) -> None:
        for run in _runs(document, part, choose):
            text = run.text.capitalize() if look.capitals else run.text.upper()
            if text == run.text:
                raise Unfit(part)
            run.text = text

    return Blind(f"capitals of {part}", do, look.names, r"hoa|thường|chữ in|viết")


def _aligned(part: str, look: Look) -> Blind:
    def do(document: Made, choose: Choose) -> None:
        _runs(document, part, choose)
        others = {
            "center": (AT.LEFT, AT.RIGHT),
            "left": (AT.RIGHT, AT.CENTER),
            "justify": (AT.CENTER, AT.RIGHT),
        }
        choose.choice(parts(document, part)).alignment = choose.choice(others[look.align])

    return Blind(f"alignment of {part}", do, look.names, r"giữa|trái|phải|đều|canh|căn")


def looks() -> list[Blind]:
    found = []
    for part, look in LOOKS.items():
        found.append(_sized(part, look))
        if part != "text":  # official texts have lines in italics of their own
            found.append(_slanted(part, look))
        if look.bold is not None:
            found.append(_bolded(part, look))
        if look.capitals is not None:
            found.append(_cased(part, look))
        if look.align:
            found.append(_aligned(part, look))
    found.append(Blind("label of article not bold", _plain_label, "điều", "đậm"))
    return found


def _plain_label(document: Made, choose: Choose) -> None:
    _runs(document, "article", choose)[0].font.bold = False


# The page


def _margin(side: str) -> Callable[[Made, Choose], None]:
    """Amounts that no regime allows: 15 to 25 mm above and below, 30 to 35 left, 15 to 20 right."""

    def do(document: Made, choose: Choose) -> None:
        wrong = {"left": (20, 25, 28, 37, 45), "right": (5, 10, 13, 22, 30)}.get(side, (8, 10, 13, 28, 35))
        setattr(document.sections[0], f"{side}_margin", Mm(choose.choice(wrong)))

    return do


def _paper(document: Made, choose: Choose) -> None:
    section = document.sections[0]
    size = choose.choice(((216, 279), (148, 210), (216, 356), (176, 250)))
    section.page_width, section.page_height = Mm(size[0]), Mm(size[1])


def _number_of_page(change: str) -> Callable[[Made, Choose], None]:
    def do(document: Made, choose: Choose) -> None:
        if regulation(document):
            raise Unfit("page number")
        if change == "none":  # annexes are numbered anew: only a text of two pages surely has a page 2
            _lengthened(document)
        section = document.sections[0]
        paragraph = section.header.paragraphs[0]
        match change:
            case "none":
                paragraph._element.remove(paragraph.runs[0]._element)
            case "first":
                section.different_first_page_header_footer = False
            case "below":
                section.footer.paragraphs[0]._element.append(paragraph.runs[0]._element)
                section.footer.paragraphs[0].alignment = AT.CENTER
            case "size":
                paragraph.runs[0].font.size = Pt(choose.choice((9, 10, 11, 12, 16)))
            case "side":
                paragraph.alignment = choose.choice((AT.LEFT, AT.RIGHT))
            case "italics":
                paragraph.runs[0].font.italic = True

    return do


def _lengthened(document: Made) -> None:
    paragraph = parts(document, "text")[0]
    for _ in range(5000 // len(paragraph.text)):
        paragraph._element.addnext(deepcopy(paragraph._element))


def _font(document: Made, choose: Choose) -> None:
    run = choose.choice(
        [run for item in whole(document) for run in item.runs if re.search(r"\w\w", run.text)]
    )
    name = choose.choice(("Arial", "Calibri", "Tahoma", "Cambria", ".VnTime", "VNI-Times"))
    run.font.name = name
    run._element.rPr.rFonts.set(qn("w:hAnsi"), name)


def _colour(document: Made, choose: Choose) -> None:
    run = choose.choice(
        [run for item in whole(document) for run in item.runs if re.search(r"\w\w", run.text)]
    )
    run.font.color.rgb = RGBColor(*choose.choice(((255, 0, 0), (0, 0, 200), (0, 128, 0))))


def _spaced(change: str) -> Callable[[Made, Choose], None]:
    def do(document: Made, choose: Choose) -> None:
        if regulation(document):
            raise Unfit("regulation")
        found = parts(document, "text")
        for paragraph in found if choose.random() < 0.5 else [choose.choice(found)]:
            form = paragraph.paragraph_format
            match change:
                case "indent":
                    form.first_line_indent = Mm(choose.choice((0, 3, 20, 25)))
                case "gap":
                    form.space_after = Pt(choose.choice((0, 2, 3)))
                case "lines":
                    form.line_spacing = choose.choice((0.7, 0.8, 1.8, 2.0, 2.5))

    return do


def _rule_lost(part: str) -> Callable[[Made, Choose], None]:
    def do(document: Made, _: Choose) -> None:
        paragraph = parts(document, part)[-1]
        element = paragraph._element
        lines = [
            *element.iter(qn("w:pBdr")),
            *(run for run in element.iter(qn("w:r")) if run.find(qn("w:drawing")) is not None),
        ]
        if not lines:
            raise Unfit(part)
        for line in lines:
            line.getparent().remove(line)

    return do


def _wide_table(document: Made, _: Choose) -> None:
    tables = [item for item in document.tables if len(item.columns) > 2]
    if not tables:
        raise Unfit("table")
    tables[0].autofit = False
    for cell in tables[0].rows[0].cells:
        cell.width = Mm(90)
    for column in tables[0].columns:
        column.width = Mm(90)


PAGE = [
    *(
        Blind(f"{side} margin", _margin(side), name, "lề|mm")
        for side, name in (("top", "trên"), ("bottom", "dưới"), ("left", "trái"), ("right", "phải"))
    ),
    Blind("size of paper", _paper, "khổ giấy|trang|giấy", "khổ|a4|mm"),
    Blind("page number lost", _number_of_page("none"), "số trang", "số trang"),
    Blind(
        "page number on the first page",
        _number_of_page("first"),
        "số trang",
        "trang đầu|trang thứ nhất|trang 1",
    ),
    Blind("page number at the foot", _number_of_page("below"), "số trang", "trên|dưới|chân|đầu"),
    Blind("size of page number", _number_of_page("size"), "số trang", "cỡ"),
    Blind("page number at a side", _number_of_page("side"), "số trang", "giữa"),
    Blind("page number in italics", _number_of_page("italics"), "số trang", "nghiêng|đứng"),
    Blind("foreign font", _font, "phông|font", "times new roman|phông"),
    Blind("colour", _colour, "màu|mầu", "màu|đen"),
    Blind("first line indent", _spaced("indent"), "lùi|thụt|đầu dòng|dòng đầu", "lùi|thụt"),
    Blind("gap of paragraphs", _spaced("gap"), "đoạn", "cách|pt"),
    Blind("line spacing", _spaced("lines"), "dòng", "dòng"),
    Blind("rule under the motto lost", _rule_lost("motto"), "tiêu ngữ", "kẻ"),
    Blind("rule under the issuer lost", _rule_lost("issuer"), "cơ quan", "kẻ"),
    Blind("rule under the abstract lost", _rule_lost("abstract"), "trích yếu|tên gọi|tên loại", "kẻ"),
    Blind("rule under the superior", lambda d, _: ruled(parts(d, "superior")[-1]), "chủ quản|cấp trên", "kẻ"),
    Blind("table wider than the page", _wide_table, "bảng", "rộng|tràn|lề|vượt"),
]

"""Documents in due form under Decree 30/2020/NĐ-CP, made with python-docx and nothing of kcdocs."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as AT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

Made = Any
"""A document of python-docx."""

SENTENCE = "Cơ sở nộp hồ sơ theo mẫu, kèm bản kê máy móc và ảnh chụp nhà xưởng trong thời hạn đã nêu ở trên"


def paragraphs_of(document: Made) -> Iterator[Any]:
    """All paragraphs, those of tables first."""
    for cell in (cell for table in document.tables for row in table.rows for cell in row.cells):
        yield from cell.paragraphs
    yield from document.paragraphs


def letters(run: Any, size: float, *, bold: bool = False, italic: bool = False) -> None:
    run.font.name, run.font.size, run.font.bold, run.font.italic = "Times New Roman", Pt(size), bold, italic
    run._element.rPr.rFonts.set(qn("w:hAnsi"), "Times New Roman")


def line(holder: Any, text: str, size: float, align: Any = AT.CENTER, **look: bool) -> Any:
    paragraph = holder.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    letters(paragraph.add_run(text), size, **look)
    return paragraph


def ruled(paragraph: Any) -> Any:
    """A border below a paragraph."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    paragraph._element.get_or_add_pPr().append(borders)
    return paragraph


def body(document: Made, text: str, *, bold: bool = False, italic: bool = False) -> Any:
    paragraph = line(document, text, 14, AT.JUSTIFY, bold=bold, italic=italic)
    paragraph.paragraph_format.first_line_indent = Mm(10)
    paragraph.paragraph_format.space_after = Pt(6)
    return paragraph


def article(document: Made, label: str, text: str) -> Any:
    paragraph = body(document, label, bold=True)
    letters(paragraph.add_run(f" {text}"), 14)
    return paragraph


def page(document: Made) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = AT.CENTER
    run = number.add_run()
    letters(run, 13)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._element.append(element)


def head(document: Made, number: str, *, superior: str = "", about: str = "") -> None:
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    if superior:
        line(left, superior, 13)
    ruled(line(left, "CỤC NGHỀ NÔNG THÔN", 13, bold=True))
    line(left, f"Số: {number}", 13)
    if about:
        line(left, about, 12).paragraph_format.space_before = Pt(6)
    line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    ruled(line(right, "Độc lập - Tự do - Hạnh phúc", 14, bold=True))
    line(right, "Hà Nội, ngày 05 tháng 6 năm 2026", 14, italic=True)


def foot(document: Made, first: str, *offices: str) -> None:
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    line(left, "Nơi nhận:", 12, AT.LEFT, bold=True, italic=True)
    for item in (f"- {first};", "- Vụ Kế hoạch;", "- Lưu: VT, NN (3)."):
        line(left, item, 11, AT.LEFT)
    for office in offices:
        line(right, office, 14, bold=True)
    line(right, "Trần Thị Bình", 14, bold=True)


def decision() -> Made:
    document = Document()
    page(document)
    head(document, "15/QĐ-NNT", superior="BỘ NGHỀ")
    line(document, "QUYẾT ĐỊNH", 14, bold=True)
    ruled(line(document, "Về việc hỗ trợ lò sấy cho cơ sở nghề", 14, bold=True))
    line(document, "CỤC TRƯỞNG CỤC NGHỀ NÔNG THÔN", 14, bold=True)
    body(document, "Căn cứ Nghị định số 91/2025/NĐ-CP ngày 04 tháng 7 năm 2025 của Chính phủ;", italic=True)
    body(
        document,
        "Căn cứ Thông tư số 12/2025/TT-BN ngày 10 tháng 9 năm 2025 của Bộ trưởng Bộ Nghề;",
        italic=True,
    )
    body(document, "Theo đề nghị của Trưởng phòng Máy.", italic=True)
    line(document, "QUYẾT ĐỊNH:", 14, bold=True)
    article(document, "Điều 1.", "Hỗ trợ lò sấy cho các cơ sở nghề nêu tại Phụ lục kèm theo.")
    article(document, "Điều 2.", "Điều kiện hỗ trợ gồm:")
    for text in (
        f"1. {SENTENCE}.",
        "2. Có nhà xưởng, cụ thể:",
        "a) Nền cao hơn mặt đường;",
        "b) Mái không dột;",
        "c) Cửa rộng từ 02 m;",
        "d) Điện ba pha;",
        "đ) Nước sạch.",
    ):
        body(document, text)
    article(
        document, "Điều 3.", "Trưởng phòng Máy chịu trách nhiệm thi hành khoản 2 Điều 2 Quyết định này./."
    )
    foot(document, "Như Điều 3", "KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG")
    document.add_page_break()
    line(document, "Phụ lục", 14, bold=True)
    line(document, "DANH SÁCH CƠ SỞ NGHỀ", 14, bold=True)
    line(
        document,
        "(Kèm theo Quyết định số 15/QĐ-NNT ngày 05 tháng 6 năm 2026 của Cục trưởng)",
        14,
        italic=True,
    )
    return document


def letter() -> Made:
    document = Document()
    page(document)
    head(document, "27/NNT-VP", superior="BỘ NGHỀ", about="V/v báo cáo số lò sấy năm 2026")
    line(document, "Kính gửi:", 14, AT.CENTER)
    line(document, "- Sở Nghề các tỉnh;", 14, AT.LEFT).paragraph_format.left_indent = Mm(50)
    line(document, "- Trung tâm Máy.", 14, AT.LEFT).paragraph_format.left_indent = Mm(50)
    body(document, f"{SENTENCE}.")
    body(document, "Kinh phí là 120.000.000 đồng (Bằng chữ: Một trăm hai mươi triệu đồng).")
    body(document, "Đã có 30 cơ sở trên 120 cơ sở, chiếm 25%.")
    body(document, "Đề nghị các Sở gửi báo cáo trước ngày 20 tháng 6 năm 2026./.")
    foot(document, "Như trên", "CỤC TRƯỞNG")
    return document


def report() -> Made:
    document = Document()
    page(document)
    head(document, "08/BC-NNT", superior="BỘ NGHỀ")
    line(document, "BÁO CÁO", 14, bold=True)
    ruled(line(document, "Kết quả hỗ trợ máy năm 2025", 14, bold=True))
    body(document, "I. KẾT QUẢ", bold=True)
    body(document, f"1. {SENTENCE}.")
    body(document, "2. Còn ba cơ sở chưa nhận máy.")
    body(document, "II. KIẾN NGHỊ", bold=True)
    body(document, "Đề nghị cấp thêm kinh phí cho năm sau./.")
    foot(document, "Bộ Nghề", "TL. CỤC TRƯỞNG", "CHÁNH VĂN PHÒNG")
    return document


def copies(make: Callable[[], Made]) -> Callable[[], Made]:
    """What opens a copy of a document that is made once: opening is quicker than making."""
    once = cache(lambda: saved(make()))
    return lambda: Document(io.BytesIO(once()))


def saved(document: Made) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


PAPERS = {"quyết định": copies(decision), "công văn": copies(letter), "báo cáo": copies(report)}

"""One breach of form each, done to a good document, with the codes that must tell it and no others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple

import office_papers  # noqa: F401 - its circular is one of the good papers
from docx.enum.text import WD_ALIGN_PARAGRAPH as AT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from good_papers import Made, body, letters, line, paragraphs_of, ruled

ALL, DECISION, LETTER, REPORT = "quyết định|công văn|báo cáo", "quyết định", "công văn", "báo cáo"
CIRCULAR = "thông tư"
PLAIN = f"{LETTER}|{REPORT}"
"""Papers without annexes, which repeat number and day."""


class Breach(NamedTuple):
    """A breach: its name, the papers it can be done to, what does it, and the codes that tell it."""

    name: str
    papers: str
    do: Callable[[Made], object]
    codes: frozenset[str]


def at(document: Made, start: str) -> Any:
    return next(item for item in paragraphs_of(document) if item.text.startswith(start))


def _stands(document: Made, start: str) -> bool:
    return any(item.text.startswith(start) for item in paragraphs_of(document))


def says(start: str, pattern: str, new: str) -> Callable[[Made], object]:
    """Put other words into the run that holds some."""

    def do(document: Made) -> None:
        for run in at(document, start).runs:
            run.text = re.sub(pattern, new, run.text)

    return do


def look(start: str, **wanted: object) -> Callable[[Made], object]:
    def do(document: Made) -> None:
        for run in at(document, start).runs:
            for name, value in wanted.items():
                setattr(run.font, name, value)

    return do


def layout(start: str, **wanted: object) -> Callable[[Made], object]:
    def do(document: Made) -> None:
        for name, value in wanted.items():
            setattr(at(document, start).paragraph_format, name, value)

    return do


def gone(*starts: str) -> Callable[[Made], object]:
    def do(document: Made) -> None:
        for start in starts:
            found = next(at(document, one) for one in start.split("|") if _stands(document, one))._element
            found.getparent().remove(found)

    return do


def section(**wanted: object) -> Callable[[Made], object]:
    def do(document: Made) -> None:
        for name, value in wanted.items():
            setattr(document.sections[0], name, value)

    return do


def other_font(document: Made, start: str, name: str) -> None:
    for run in at(document, start).runs:
        run.font.name = name
        run._element.rPr.rFonts.set(qn("w:hAnsi"), name)


def unruled(start: str) -> Callable[[Made], object]:
    def do(document: Made) -> None:
        properties = at(document, start)._element.pPr
        properties.remove(properties.find(qn("w:pBdr")))

    return do


def header(document: Made) -> Any:
    return document.sections[0].header.paragraphs[0]


def to_footer(document: Made) -> None:
    number = header(document)._element
    document.sections[0].footer.paragraphs[0]._element.addnext(number)


def swapped(document: Made) -> None:
    title = at(document, "CỘNG HÒA")._element
    at(document, "Độc lập")._element.addnext(title)


def small(start: str) -> Callable[[Made], object]:
    def do(document: Made) -> None:
        for run in at(document, start).runs:
            run.text = run.text.capitalize()

    return do


def large(start: str) -> Callable[[Made], object]:
    def do(document: Made) -> None:
        for run in at(document, start).runs:
            run.text = run.text.upper()

    return do


def decomposed(document: Made) -> None:
    run = at(document, "1. Cơ sở nộp").runs[0]
    run.text = unicodedata.normalize("NFD", run.text)


def red(document: Made) -> None:
    for run in at(document, "Trần Thị").runs:
        run.font.color.rgb = RGBColor(0xC0, 0x00, 0x00)


def title_left(document: Made) -> None:
    cells = document.tables[0].rows[0]._element
    cells.append(cells.findall(qn("w:tc"))[0])


def unnumbered(document: Made) -> None:
    """A long text whose pages bear no numbers."""
    header(document)._element.getparent().remove(header(document)._element)
    for _ in range(60):
        long = body(
            document, "Các cơ sở gửi bản kê máy móc và ảnh chụp nhà xưởng về Cục theo mẫu đã nêu ở trên."
        )
        at(document, "2. Còn ba")._element.addnext(long._element)


def annexes(*labels: str, named: bool) -> Callable[[Made], object]:
    def do(document: Made) -> None:
        for label in labels:
            line(document, label, 14, bold=True)
            line(document, "DANH SÁCH", 14, bold=True)
            line(document, "(Kèm theo Công văn số 27/NNT-VP ngày 05 tháng 6 năm 2026)", 14, italic=True)
        told = "theo Phụ lục 1, Phụ lục 2, bản kê" if named else "có bản kê"
        says("Cơ sở nộp", "kèm bản kê", told)(document)

    return do


def widened(document: Made) -> None:
    mistotalled(document)
    table = document.tables[1]
    table.cell(3, 2).paragraphs[0].runs[0].text = "20"
    table.autofit = False
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.width = Mm(70)


def put(start: str, text: str, **look: bool) -> Callable[[Made], object]:
    """Put a line of its own before another."""

    def do(document: Made) -> None:
        new = line(document, text, 14, AT.CENTER if look else AT.LEFT, **look)
        at(document, start)._element.addprevious(new._element)

    return do


def proposed_first(document: Made) -> None:
    at(document, "Căn cứ Luật")._element.addprevious(at(document, "Theo đề nghị")._element)


def copied(document: Made) -> None:
    for text in ("SAO Y", "Số: 12/QĐ-VP"):
        line(document, text, 14)


def mistotalled(document: Made) -> None:
    rows = ("TT|Cơ sở|Máy", "1|An|12", "2|Ba|8", "|Tổng cộng|21")
    table = document.add_table(0, 3, style="Table Grid")
    for row in rows:
        for cell, words in zip(table.add_row().cells, row.split("|"), strict=True):
            letters(cell.paragraphs[0].add_run(words), 13)
    at(document, "Kinh phí")._element.addnext(table._element)


def _b(name: str, papers: str, do: Callable[[Made], object], *codes: str) -> Breach:
    return Breach(name, papers, do, frozenset(codes))


BREACHES = [
    _b("giấy Letter", ALL, section(page_width=Mm(215.9), page_height=Mm(279.4)), "LT101"),
    _b("giấy A5", ALL, section(page_width=Mm(148), page_height=Mm(210)), "LT101"),
    *(
        _b(f"lề {side} {value}", ALL, section(**{f"{side}_margin": Mm(value)}), "LT102")
        for side, values in {"top": (18, 27), "bottom": (15, 30), "left": (25, 38), "right": (12, 24)}.items()
        for value in values
    ),
    _b("trang đầu có số", ALL, section(different_first_page_header_footer=False), "LT103"),
    _b("số trang ở chân trang", ALL, to_footer, "LT105"),
    _b("số trang bên phải", ALL, lambda made: setattr(header(made), "alignment", AT.RIGHT), "LT105"),
    _b("số trang nhỏ", ALL, lambda made: setattr(header(made).runs[0].font, "size", Pt(10)), "LT106"),
    _b("số trang nghiêng", ALL, lambda made: setattr(header(made).runs[0].font, "italic", True), "LT106"),
    _b("phông Arial ở nội dung", DECISION, lambda made: other_font(made, "2. Có nhà", "Arial"), "LT110"),
    _b("phông Arial ở nơi nhận", ALL, lambda made: other_font(made, "- Vụ Kế", "Calibri"), "LT110"),
    _b("Quốc hiệu 11", ALL, look("CỘNG HÒA", size=Pt(11)), "LT112"),
    _b("Quốc hiệu 15", ALL, look("CỘNG HÒA", size=Pt(15)), "LT112"),
    _b("Tiêu ngữ 12", ALL, look("Độc lập", size=Pt(12)), "LT112"),
    _b("cơ quan 14", ALL, look("CỤC NGHỀ", size=Pt(14)), "LT112"),
    _b("chủ quản 11", ALL, look("BỘ NGHỀ", size=Pt(11)), "LT112"),
    _b("số 12", ALL, look("Số:", size=Pt(12)), "LT112"),
    _b("địa danh 12", ALL, look("Hà Nội", size=Pt(12)), "LT112"),
    _b("tên loại 16", DECISION, look("QUYẾT ĐỊNH", size=Pt(16)), "LT112"),
    _b("trích yếu 12", DECISION, look("Về việc", size=Pt(12)), "LT112"),
    _b("V/v 14", LETTER, look("V/v", size=Pt(14)), "LT112"),
    _b("căn cứ 12", DECISION, look("Căn cứ Nghị", size=Pt(12)), "LT112"),
    _b("điều 12", DECISION, look("Điều 1.", size=Pt(12)), "LT112"),
    _b("nội dung 12", DECISION, look("2. Có nhà", size=Pt(12)), "LT112"),
    _b("nội dung 15", LETTER, look("Kinh phí", size=Pt(15)), "LT112"),
    _b("người ký 12", ALL, look("Trần Thị", size=Pt(12)), "LT112"),
    _b("nơi nhận 11", ALL, look("Nơi nhận", size=Pt(11)), "LT112"),
    _b("danh sách nơi nhận 13", ALL, look("- Vụ Kế", size=Pt(13)), "LT112"),
    _b("phụ lục 13", DECISION, look("Phụ lục", size=Pt(13)), "LT112"),
    _b("Quốc hiệu không đậm", ALL, look("CỘNG HÒA", bold=False), "LT113"),
    _b("Tiêu ngữ không đậm", ALL, look("Độc lập", bold=False), "LT113"),
    _b("chủ quản đậm", ALL, look("BỘ NGHỀ", bold=True), "LT113"),
    _b("số đậm", ALL, look("Số:", bold=True), "LT113"),
    _b("tên loại không đậm", DECISION, look("QUYẾT ĐỊNH", bold=False), "LT113"),
    _b("trích yếu không đậm", REPORT, look("Kết quả", bold=False), "LT113"),
    _b("điều không đậm", DECISION, look("Điều 1.", bold=False), "LT113"),
    _b("người ký không đậm", ALL, look("Trần Thị", bold=False), "LT113"),
    _b("nơi nhận không đậm", ALL, look("Nơi nhận", bold=False), "LT113"),
    _b("phụ lục không đậm", DECISION, look("Phụ lục", bold=False), "LT113"),
    _b("V/v đậm", LETTER, look("V/v", bold=True), "LT113"),
    _b("địa danh đứng", ALL, look("Hà Nội", italic=False), "LT114"),
    _b("căn cứ đứng", DECISION, look("Căn cứ Nghị", italic=False), "LT114"),
    _b("nơi nhận đứng", ALL, look("Nơi nhận", italic=False), "LT114"),
    _b("Quốc hiệu nghiêng", ALL, look("CỘNG HÒA", italic=True), "LT114"),
    _b("kèm theo đứng", DECISION, look("(Kèm theo", italic=False), "LT114"),
    _b("Quốc hiệu viết thường", ALL, small("CỘNG HÒA"), "LT115"),
    _b("Tiêu ngữ viết hoa", ALL, large("Độc lập"), "LT115"),
    _b("trích yếu viết hoa", DECISION, large("Về việc"), "LT115"),
    _b("trích yếu lệch trái", DECISION, layout("Về việc", alignment=AT.LEFT), "LT116"),
    _b("tên loại lệch trái", DECISION, layout("QUYẾT ĐỊNH", alignment=AT.LEFT), "LT116"),
    _b("tên phụ lục lệch trái", DECISION, layout("Phụ lục", alignment=AT.LEFT), "LT116"),
    _b("nội dung canh trái", DECISION + "|" + REPORT, layout("1. Cơ sở nộp", alignment=AT.LEFT), "LT120"),
    _b("thụt 5 mm", DECISION, layout("2. Có nhà", first_line_indent=Mm(5)), "LT121"),
    _b("thụt 20 mm", LETTER, layout("Kinh phí", first_line_indent=Mm(20)), "LT121"),
    _b("cách đoạn 0", DECISION, layout("2. Có nhà", space_after=Pt(0)), "LT122"),
    _b("cách đoạn 3", REPORT, layout("2. Còn ba", space_after=Pt(3)), "LT122"),
    _b("dòng 2", DECISION, layout("2. Có nhà", line_spacing=2.0), "LT123"),
    _b("dòng 0,8", LETTER, layout("Kinh phí", line_spacing=0.8), "LT123"),
    _b("dòng đúng 10 pt", LETTER, layout("Kinh phí", line_spacing=Pt(10)), "LT123"),
    _b("thiếu Quốc hiệu", ALL, gone("CỘNG HÒA"), "LT201"),
    _b("thiếu Tiêu ngữ", ALL, gone("Độc lập"), "LT201"),
    _b("thiếu địa danh", ALL, gone("Hà Nội"), "LT201"),
    _b("thiếu nơi nhận", DECISION, gone("Nơi nhận", "- Như Điều", "- Vụ Kế", "- Lưu"), "LT201"),
    _b("thiếu số", DECISION + "|" + LETTER, gone("Số:"), "LT201"),
    _b("Quốc hiệu sai chữ", ALL, says("CỘNG HÒA", "NGHĨA", "NGHỈA"), "LT202"),
    _b("Tiêu ngữ thiếu gạch", ALL, says("Độc lập", " - ", " "), "LT202"),
    _b("Tiêu ngữ thường", ALL, says("Độc lập", "Tự", "tự"), "LT202"),
    _b("Tiêu ngữ không kẻ", ALL, unruled("Độc lập"), "LT203"),
    _b("cơ quan không kẻ", ALL, unruled("CỤC NGHỀ"), "LT203"),
    _b("trích yếu không kẻ", DECISION, unruled("Về việc"), "LT203"),
    _b("Tiêu ngữ ở trên", ALL, swapped, "LT204"),
    _b("số 5", PLAIN, says("Số:", r"\d+/", "5/"), "LT301"),
    _b("Số không hai chấm", ALL, says("Số:", "Số:", "Số"), "LT302"),
    _b("số có dấu cách", ALL, says("Số:", "/", " / "), "LT303"),
    _b("ký hiệu của loại khác", REPORT, says("Số:", "BC", "TB"), "LT304"),
    _b("ký hiệu QyĐ", REPORT, says("Số:", "BC", "QyĐ"), "LT304"),
    _b("công văn có tên loại", LETTER, says("Số:", "NNT-VP", "TB-NNT"), "LT305"),
    _b("ngày 5", ALL, says("Hà Nội", "ngày 05", "ngày 5"), "LT307"),
    _b("tháng 1", PLAIN, says("Hà Nội", "tháng 6", "tháng 1"), "LT307"),
    _b("tháng 2", PLAIN, says("Hà Nội", "tháng 6", "tháng 2"), "LT307"),
    _b("tháng 06", ALL, says("Hà Nội", "tháng 6", "tháng 06"), "LT308"),
    _b("không phẩy", ALL, says("Hà Nội", ",", ""), "LT309"),
    _b("không địa danh", ALL, says("Hà Nội", "Hà Nội, ", ""), "LT310"),
    _b("căn cứ kết bằng chấm", DECISION, says("Căn cứ Nghị", ";$", "."), "LT320"),
    _b("căn cứ không dấu", DECISION, says("Căn cứ Thông", ";$", ""), "LT320"),
    _b("căn cứ cuối chấm phẩy", DECISION, says("Theo đề nghị", r"\.$", ";"), "LT320"),
    _b("căn cứ gạch đầu dòng", DECISION, says("Căn cứ Nghị", "^", "- "), "LT321"),
    _b("thiếu điểm b", DECISION, gone("b) Mái"), "LT330"),
    _b("thiếu điểm d", DECISION, gone("d) Điện"), "LT330"),
    _b("điểm f", DECISION, says("đ) Nước", r"đ\)", "g)"), "LT330"),
    _b("hai điều 2", DECISION, says("Điều 3.", r"Điều 3\.", "Điều 2."), "LT331", "LT334"),
    _b("nhảy điều", DECISION, says("Điều 3.", r"^Điều 3\.", "Điều 5."), "LT330", "LT334"),
    _b("hai khoản 1", DECISION, says("2. Có", r"^2\.", "1."), "LT331"),
    _b("điều viết thường", DECISION, says("Điều 3.", "khoản 2 Điều 2", "khoản 2 điều 2"), "LT332"),
    _b("khoản viết hoa", DECISION, says("Điều 3.", "khoản 2 Điều", "Khoản 2 Điều"), "LT333"),
    _b("dẫn điều không có", DECISION, says("Điều 3.", "Điều 2 Quyết", "Điều 9 Quyết"), "LT334"),
    _b("phó ký không KT.", DECISION, gone("KT. CỤC"), "LT340"),
    _b("học vị", ALL, says("Trần Thị", "^", "TS. "), "LT340"),
    _b("K/T", DECISION, says("KT. CỤC", r"KT\.", "K/T"), "LT341"),
    _b("không ./.", LETTER, says("Đề nghị các", r"\./\.$", "."), "LT342"),
    _b("nơi nhận thiếu chấm phẩy", ALL, says("- Vụ Kế", ";$", ""), "LT343"),
    _b("nơi nhận thiếu chấm", ALL, says("- Lưu", r"\.$", ""), "LT343"),
    _b("thiếu Lưu", ALL, gone("- Lưu"), "LT345"),
    _b("Lưu thiếu VT", ALL, says("- Lưu", "VT, ", ""), "LT349"),
    _b("Nơi nhận không hai chấm", ALL, says("Nơi nhận", ":", ""), "LT346"),
    _b("không Như trên", LETTER, says("- Như trên", "Như trên", "Vụ Máy"), "LT347"),
    _b("phụ lục không kèm theo", DECISION, gone("(Kèm theo"), "LT351"),
    _b("hai dấu cách", DECISION, says("2. Có nhà", "nhà xưởng", "nhà  xưởng"), "LT360"),
    _b("cách trước phẩy", DECISION, says("2. Có nhà", ",", " ,"), "LT361"),
    _b("dấu rời", DECISION + "|" + REPORT, decomposed, "LT362"),
    _b("chữ Ð của Iceland", DECISION, says("d) Điện", "Đ", "Ð"), "LT363"),
    _b("phông .VnTime", DECISION, lambda made: other_font(made, "2. Có nhà", ".VnTime"), "LT364"),
    _b("chỗ chưa điền", LETTER, says("Kinh phí", "120.000.000", "[điền số tiền]"), "LT366"),
    _b("tiền bằng chữ sai", LETTER, says("Kinh phí", "hai mươi", "ba mươi"), "LT370"),
    _b("tỷ lệ sai", LETTER, says("Đã có 30", "25%", "26%"), "LT371"),
    _b("màu đỏ", ALL, red, "LT111"),
    _b("thông tư trước luật", DECISION, says("Căn cứ Thông", "Thông tư.*", "Luật Đầu tư;"), "LT324"),
    _b("căn cứ văn bản hợp nhất", DECISION, says("Căn cứ Thông", "/2025/TT-BN", "/VBHN-BN"), "LT325"),
    _b("tên cơ quan viết thường", LETTER, says("Kinh phí", "^", "Bộ Công thương cấp. "), "LT335"),
    _b("như sau không hai chấm", LETTER, says("Đã có", ".+", "Sửa đổi, bổ sung khoản 2 như sau."), "LT336"),
    _b("ngoặc kép không đóng", LETTER, says("Kinh phí", "^", "“"), "LT337"),
    _b("dấu chấm thập phân", LETTER, says("Đã có 30", "25%", "25.0%"), "LT380"),
    _b("VNĐ", LETTER, says("Kinh phí", "000 đồng", "000 VNĐ"), "LT381"),
    _b("ngoặc kép thẳng", LETTER, says("Kinh phí", "Kinh phí", '"Kinh phí"'), "LT382"),
    _b("tỷ lệ trong ngoặc sai", LETTER, says("Đã có 30", ", chiếm 25%", " (26%)"), "LT371"),
    _b("trong đó sai", LETTER, says("Đã có", ".+", "Có 130 hộ, trong đó có 45 hộ, chiếm 36%."), "LT371"),
    _b("nhiều trang không số", REPORT, unnumbered, "LT104"),
    _b("Quốc hiệu bên trái", ALL, title_left, "LT205"),
    _b("không có dòng quyết định", DECISION, gone("QUYẾT ĐỊNH:"), "LT206"),
    _b("thông tư không năm", CIRCULAR, says("Số:", "/2026", ""), "LT306"),
    _b("báo cáo có năm", REPORT, says("Số:", "08/", "08/2026/"), "LT311"),
    _b("công văn có năm", LETTER, says("Số:", "27/", "27/2026/"), "LT311"),
    _b("địa danh viết tắt", ALL, says("Hà Nội", "Hà Nội", "TP. Hồ Chí Minh"), "LT312"),
    _b("ngày không có", ALL, says("Hà Nội", r"ngày .* tháng", "ngày 31 tháng"), "LT313"),
    _b("Hà nội", ALL, says("Hà Nội", "Hà Nội", "Hà nội"), "LT314"),
    _b("luật có số", DECISION, says("Căn cứ Nghị", "Nghị.*", "Luật Nghề số 12/2025/QH15;"), "LT322"),
    _b("căn cứ đã hết hiệu lực", DECISION, says("Căn cứ Nghị", "91/2025", "34/2016"), "LT323"),
    _b("căn cứ ngang cấp", CIRCULAR, says("Căn cứ Nghị", "Nghị.*", "Thông tư số 9/2025/TT-BCT;"), "LT326"),
    _b("luật không số", CIRCULAR, says("Căn cứ Luật", " số 64/2025/QH15", ""), "LT327"),
    _b("điều trước khoản", DECISION, says("Điều 3.", "khoản 2 Điều 2", "Điều 2 khoản 2"), "LT338"),
    _b("phẩy giữa viện dẫn", REPORT, says("2. Còn", "Còn", "Theo điểm a, khoản 2, Điều 5 còn"), "LT338"),
    _b("nơi nhận không gạch", DECISION, says("- Như Điều 3", "^- ", ""), "LT344"),
    _b("kính gửi thiếu chấm phẩy", LETTER, says("- Sở Nghề", ";$", ""), "LT348"),
    _b("kính gửi thiếu chấm", LETTER, says("- Trung tâm", r"\.$", ";"), "LT348"),
    _b("phụ lục số thường", LETTER, annexes("Phụ lục 1", "Phụ lục 2", named=True), "LT350"),
    _b("phụ lục không nhắc", LETTER, annexes("Phụ lục", named=False), "LT352"),
    _b("ký hiệu bản sao", LETTER, copied, "LT353"),
    _b("dấu thanh hai cách", DECISION, says("1. Cơ sở nộp", ".+", "1. Tủ khoá và cửa khóa."), "LT365"),
    _b("tổng sai", LETTER, mistotalled, "LT372"),
    _b("phẩy hàng nghìn", LETTER, says("Đã có 30", ".+", "Đã chi 1,200,000 đồng."), "LT383"),
    _b("bảng rộng hơn giấy", LETTER, widened, "LT107"),
    _b("nơi nhận canh giữa", ALL, layout("- Vụ Kế", alignment=AT.CENTER), "LT117"),
    _b("khoản nghiêng", DECISION, look("2. Có nhà", italic=True), "LT118"),
    _b("kẻ dưới chủ quản", ALL, lambda made: ruled(at(made, "BỘ NGHỀ")), "LT207"),
    _b("thiếu họ tên", ALL, gone("Trần Thị"), "LT208"),
    _b("công văn ghi tên loại", LETTER, put("Kính gửi", "CÔNG VĂN", bold=True), "LT209"),
    _b("quyết định có kính gửi", DECISION, put("CỤC TRƯỞNG", "Kính gửi: Sở Nghề."), "LT210"),
    _b("thiếu trích yếu", REPORT + "|" + DECISION, gone("Kết quả|Về việc"), "LT211"),
    _b("số không gạch chéo", ALL, says("Số:", "/", "."), "LT315"),
    _b("địa danh HN", ALL, says("Hà Nội", "Hà Nội", "HN"), "LT316"),
    _b("trích yếu không V/v", LETTER, says("V/v", "V/v", "Về việc"), "LT317"),
    _b("căn cứ ngày 4", DECISION, says("Căn cứ Nghị", "ngày 04", "ngày 4"), "LT319"),
    _b("đề nghị trước căn cứ", CIRCULAR, proposed_first, "LT328"),
    _b("căn cứ không cơ quan", DECISION, says("Căn cứ Nghị", " của Chính phủ", ""), "LT329"),
    _b("căn cứ không ngày", DECISION, says("Căn cứ Nghị", "ngày .* năm 2025 ", ""), "LT329"),
    _b("căn cứ không số", DECISION, says("Căn cứ Nghị", r" số \S+", ""), "LT329"),
    _b("căn cứ ban hành sau", DECISION, says("Căn cứ Nghị", "năm 2025 của", "năm 2027 của"), "LT323"),
    _b("phụ lục không tên", DECISION, gone("DANH SÁCH"), "LT354"),
    _b("kèm theo số khác", DECISION, says("(Kèm theo", "15/", "16/"), "LT355"),
    _b("kèm theo ngày khác", DECISION, says("(Kèm theo", "ngày 05", "ngày 06"), "LT355"),
    _b("nhảy phụ lục", LETTER, annexes("Phụ lục I", "Phụ lục III", named=True), "LT356"),
    _b("phụ lục viết hoa", DECISION, large("Phụ lục"), "LT357"),
    _b("điều hai chấm", DECISION, says("Điều 1.", r"^Điều 1\.", "Điều 1:"), "LT390"),
    _b("điều La Mã", DECISION, says("Điều 1.", r"^Điều 1\.", "Điều I."), "LT390"),
    _b("điểm có chấm", DECISION, says("b) Mái", r"^b\)", "b."), "LT391"),
    _b("điểm viết hoa", DECISION, says("b) Mái", r"^b\)", "B)"), "LT391"),
    _b("chương số thường", CIRCULAR, says("Chương I", "I", "1"), "LT392"),
    _b("quyết định như trên", DECISION, says("- Như Điều", "Như Điều 3", "Như trên"), "LT395"),
    _b("KT. không chức vụ", DECISION, gone("PHÓ CỤC"), "LT396"),
    _b("hai mục liền nhau", REPORT, says("2. Còn ba", r"^2\.", "1."), "LT331"),
    _b("mục La Mã nhảy", REPORT, says("II. KIẾN", "^II", "V"), "LT330"),
    _b("mục La Mã thường", REPORT, says("II. KIẾN", "KIẾN NGHỊ", "Kiến nghị"), "LT115"),
    _b("căn cứ canh giữa", DECISION, layout("Căn cứ Nghị", alignment=AT.CENTER), "LT120"),
    _b("chữ của bảng chữ Nga", DECISION, says("d) Điện", "ba", "bа"), "LT363"),
    _b("bốn dấu cách", LETTER, says("Kinh phí", "phí là", "phí    là"), "LT360"),
    _b("chỗ trống giữa câu", LETTER, says("Đã có 30", "cơ sở trên", "cơ sở ……… trên"), "LT366"),
    _b("hecta dấu chấm", LETTER, says("Kinh phí", "Kinh phí là", "Rộng 12.75 ha, kinh phí là"), "LT380"),
    _b("ký thay T.M", DECISION, says("KT. CỤC", r"KT\.", "K.T"), "LT341"),
    _b("tiền đọc sai", LETTER, says("Kinh phí", "Bằng chữ: Một trăm hai", "Một trăm ba"), "LT370"),
]

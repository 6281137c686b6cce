"""Papers that are no document of an office, or one set otherwise than usual: nothing wrong is told of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from breaches import at, says
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as AT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from good_papers import PAPERS, SENTENCE, Made, body, foot, head, letters, line, page, ruled, saved

from kcdocs.law.layout import Role
from kcdocs.lint.check import check_form, check_package
from kcdocs.lint.fixing import mend_form
from kcdocs.word.package import Allow, open_package

NATIONAL, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def codes(document: Made) -> list[str]:
    return [finding.code for finding in check_form(saved(document), "a.docx").findings]


def paper(left: Sequence[str], right: Sequence[str], *lines: str) -> Made:
    """A paper with two columns in its head; without a left one its head stands in the middle."""
    document = Document()
    page(document)
    columns = document.add_table(1, 2).rows[0].cells if left else (document, document)
    for column, words in zip(columns, (left, right), strict=True):
        for text in words:
            line(column, text, 13, bold=text.isupper(), italic="ngày" in text)
    for text in lines:
        line(document, text, 14, bold=text.isupper()) if text.isupper() else body(document, text)
    return document


PARTY = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 5 tháng 1 năm 2026"]
STATE = [NATIONAL, MOTTO]
OTHERS = {
    "công văn của Đảng": paper(
        ["ĐẢNG ỦY BỘ NGHỀ", "*", "Số 5-CV/ĐU"], PARTY, "Kính gửi: Các chi bộ", SENTENCE
    ),
    "quyết định của Đảng": paper(["ĐẢNG ỦY BỘ NGHỀ", "Số 5-QĐ/ĐU"], PARTY, "QUYẾT ĐỊNH", "- Căn cứ Điều lệ,"),
    "kế hoạch của Đoàn": paper(["TỈNH ĐOÀN", "Số: 7-KH/TĐ"], ["ĐOÀN TNCS HỒ CHÍ MINH"], "KẾ HOẠCH", SENTENCE),
    "đơn của công dân": paper([], STATE, "ĐƠN XIN VAY MÁY", "Kính gửi: Ủy ban nhân dân xã A", SENTENCE),
    "đơn của công ty": paper(["CÔNG TY MÂY TRE"], STATE, "ĐƠN ĐĂNG KÝ", "Kính gửi: Sở Nghề", SENTENCE),
    "tờ khai": paper([], STATE, "TỜ KHAI", "Kính gửi: …", "1. Họ và tên: …", "2. Số: …/…"),
    "phiếu trình": paper(["SỞ NGHỀ"], STATE, "PHIẾU TRÌNH", "Kính gửi: Giám đốc", SENTENCE),
    "hợp đồng": paper([], STATE, "HỢP ĐỒNG", "Số: 5/HĐ", "Căn cứ nhu cầu của hai bên,", "Điều 1. Nội dung"),
    "lịch": paper(["SỞ NGHỀ"], STATE, "LỊCH CÔNG TÁC TUẦN", "Thứ Hai: họp."),
}
TITLES = ["KẾ HOẠCH PHỐI HỢP", "BÁO CÁO TÓM TẮT"]


@pytest.mark.parametrize("name", OTHERS)
def test_a_paper_under_no_rules_of_offices_is_answered_with_one_line(name: str) -> None:
    assert codes(OTHERS[name]) == ["LT407"]


def test_a_text_that_comes_with_a_decision_needs_no_number_day_or_signature() -> None:
    document = Document()
    page(document)
    head(document, "", superior="BỘ NGHỀ")
    line(document, "QUY CHẾ", 14, bold=True)
    line(document, "Quản lý máy", 14, bold=True)
    line(document, "(Kèm theo Quyết định số 15/QĐ-NNT ngày 05 tháng 6 năm 2026)", 14, italic=True)
    body(document, f"{SENTENCE}./.")
    for words in ("Số:", "Hà Nội"):
        says(words, ".+", "")(document)
    assert codes(document) == []


def test_a_title_with_words_behind_its_type_is_the_name_of_a_document() -> None:
    for title in TITLES:
        document = PAPERS["báo cáo"]()
        says("BÁO CÁO", "BÁO CÁO", title)(document)
        says("Số:", "BC-", "KHPH-" if "PHỐI" in title else "BC-")(document)
        assert codes(document) == []


def test_a_day_left_open_with_a_row_of_spaces_is_a_day() -> None:
    document = PAPERS["công văn"]()
    says("Hà Nội", "ngày 05 tháng 6 năm", "ngày      tháng      năm")(document)
    says("Số:", "27/", "        /")(document)
    assert codes(document) == []


def test_a_telegrams_line_of_addressees_is_no_part_of_its_abstract() -> None:
    document = PAPERS["báo cáo"]()
    says("BÁO CÁO", "BÁO CÁO", "CÔNG ĐIỆN")(document)
    says("Số:", "BC", "CĐ")(document)
    says("I. KẾT", ".+", "CỤC TRƯỞNG CỤC NGHỀ NÔNG THÔN điện:")(document)
    assert "LT203" not in codes(document)


def test_a_foot_without_a_table_has_recipients_and_signer_beside_tabs() -> None:
    document = PAPERS["công văn"]()
    document.tables[-1]._element.getparent().remove(document.tables[-1]._element)
    for text in ("Nơi nhận:\tCỤC TRƯỞNG", "- Như trên;", "- Lưu: VT.\tTrần Thị Bình"):
        line(document, text, 12, AT.LEFT)
    report = check_form(saved(document), "a.docx")
    assert [piece.text for piece in report.paper.of(Role.SIGNER)] == ["Trần Thị Bình"]
    assert [piece.text for piece in report.paper.of(Role.RECIPIENT)] == ["- Như trên;", "- Lưu: VT."]


def test_only_schools_and_their_like_put_a_degree_before_a_name() -> None:
    for issuer, told in (("CỤC NGHỀ NÔNG THÔN", ["LT340"]), ("TRƯỜNG NGHỀ NÔNG THÔN", [])):
        document = PAPERS["công văn"]()
        says("CỤC NGHỀ", ".+", issuer)(document)
        says("Trần Thị", "^", "TS. ")(document)
        assert codes(document) == told


def test_a_company_is_warned_where_an_office_is_in_error() -> None:
    for issuer, severity in (("CỤC NGHỀ NÔNG THÔN", "E"), ("CÔNG TY NGHỀ NÔNG THÔN", "W")):
        document = PAPERS["công văn"]()
        says("CỤC NGHỀ", ".+", issuer)(document)
        says("BỘ NGHỀ", ".+", "")(document)
        says("Số:", "27/", "5/")(document)
        findings = check_form(saved(document), "a.docx").findings
        assert [(finding.code, str(finding.severity)) for finding in findings] == [("LT301", severity)]


def test_of_a_paper_before_the_decree_only_order_typing_and_figures_are_told() -> None:
    document = PAPERS["quyết định"]()
    says("Hà Nội", "ngày 05 tháng 6 năm 2026", "ngày 5 tháng 1 năm 2015")(document)
    says("Số:", "15/", "5/")(document)
    says("KT. CỤC", r"KT\.", "K/T")(document)
    says("Điều 3.", r"\./\.$", ".")(document)
    assert codes(document) == ["LT403"]


def test_what_is_enclosed_may_be_listed_below_the_closing_sign() -> None:
    document = PAPERS["công văn"]()
    last = body(document, "(Gửi kèm theo: bản kê máy.)")
    next(item for item in document.paragraphs if item.text.startswith("Đề nghị"))._element.addnext(
        last._element
    )
    assert codes(document) == []


def test_a_head_in_text_boxes_is_read() -> None:
    boxed = Document()
    page(boxed)
    head(boxed, "27/NNT-VP", superior="BỘ NGHỀ", about="V/v báo cáo")
    cells = [list(cell._element.findall("{*}p")) for cell in boxed.tables[0].rows[0].cells]
    boxed.tables[0]._element.getparent().remove(boxed.tables[0]._element)
    for paragraphs in cells:
        run = boxed.add_paragraph().add_run()._element
        content = run.makeelement(f"{{{run.nsmap['w']}}}txbxContent")
        content.extend(paragraphs)
        run.append(run.makeelement(f"{{{run.nsmap['w']}}}pict"))
        run[-1].append(content)
    ruled(line(boxed, "Kính gửi: Vụ Máy", 14))
    body(boxed, f"{SENTENCE}./.")
    foot(boxed, "Như trên", "CỤC TRƯỞNG")
    assert codes(boxed) == []


def test_a_paper_without_a_head_is_no_document_of_an_office() -> None:
    assert codes(paper([], [], "GHI CHÉP CUỘC HỌP", SENTENCE)) == ["LT401"]


@pytest.mark.parametrize(
    ("between", "signers"), [(17, ["Trần Thị Bình"]), (18, ["- Lưu: VT.\tTrần Thị Bình"])]
)
def test_tabs_part_a_foot_without_a_table_up_to_its_twentieth_line(between: int, signers: list[str]) -> None:
    document = PAPERS["công văn"]()
    document.tables[-1]._element.getparent().remove(document.tables[-1]._element)
    for _ in range(40):  # past the head, where tabs part every line
        body(document, SENTENCE)
    for text in (
        "Nơi nhận:\tCỤC TRƯỞNG",
        "- Như trên;",
        *["- Vụ Máy;"] * between,
        "- Lưu: VT.\tTrần Thị Bình",
    ):
        line(document, text, 12, AT.LEFT)
    pieces = [piece.text for piece in check_form(saved(document), "a.docx").paper.pieces]
    assert [text for text in pieces if "Trần" in text] == signers


@pytest.mark.parametrize(
    "text",
    [
        "Đến 30/6, đạt 45% kế hoạch.",
        "Có 130 hộ, trong đó có 45 hộ nghèo, chiếm 12% số hộ của xã.",
        "Đã cấp 100.000.000 đồng (nguồn khuyến công).",
        "Cấp 12.000.000 đồng (mười hai triệu đồng).",
        "Đã giải ngân 45,5 tỷ trên 130 tỷ, chiếm 35,0%.",
        "Hội đồng nhân dân, hội đồng nhân dân các cấp, BỘ CÔNG THƯƠNG và Bộ Công Thương.",
        'Máy 19" và ống 21" dài 1.234 m.',
        "Theo “Kế hoạch” và “Đề án” đã nêu.",
    ],
)
def test_figures_names_and_quotations_that_are_right_are_let_alone(text: str) -> None:
    document = PAPERS["công văn"]()
    says("Kinh phí", ".+", text)(document)
    assert codes(document) == []


def test_a_legal_basis_stands_above_the_text_that_rests_on_it() -> None:
    for basis, told in (("Thông tư số 12/2025/TT-BCT", True), ("Nghị định số 12/2025/NĐ-CP", False)):
        document = PAPERS["quyết định"]()
        says("QUYẾT ĐỊNH", "QUYẾT ĐỊNH", "THÔNG TƯ")(document)
        says("Số:", "15/QĐ-NNT", "15/2026/TT-BCT")(document)
        says("CỤC NGHỀ", ".+", "BỘ CÔNG THƯƠNG")(document)
        says("Căn cứ Thông", "Thông tư số 12/2025/TT-BN", basis)(document)
        assert ("LT326" in codes(document)) is told


@pytest.mark.parametrize(("symbol", "between", "told"), [("SY", 0, []), ("QĐ", 7, ["LT353"]), ("QĐ", 8, [])])
def test_the_number_of_a_copy_bears_the_symbol_of_its_kind(
    symbol: str, between: int, told: list[str]
) -> None:
    document = PAPERS["công văn"]()
    for text in ("SAO Y", *["(bản chính)"] * between, f"Số: 12/{symbol}-VP"):
        line(document, text, 14)
    assert codes(document) == told


def test_a_copys_own_part_without_the_original_is_not_held_against_the_rules() -> None:
    document = Document()
    for text in ("PHÒNG NGHỀ NÔNG THÔN", "SAO Y", "Số: 12/SY-NNT", "TRƯỞNG PHÒNG", "Trần Thị Bình"):
        line(document, text, 13)
    assert codes(document) == ["LT407"]


def test_what_shares_a_run_with_another_part_is_told_and_not_mended() -> None:
    document = PAPERS["công văn"]()
    document.tables[-1]._element.getparent().remove(document.tables[-1]._element)
    for text in ("Nơi nhận:\tCỤC TRƯỞNG", "- Như trên;", "- Lưu: VT.\tTrần Thị Bình"):
        line(document, text, 11, AT.LEFT)
    package = open_package(saved(document), name="a.docx", allow=Allow.ALL)
    mended = mend_form(package, check_package(package))
    again = mend_form(
        open_package(mended.data or saved(document), name="a.docx", allow=Allow.ALL), mended.left
    )
    assert again.mends == ()
    assert "LT113" not in {breach.finding.code for breach in mended.mends}


def test_a_report_may_count_anew_under_each_of_its_headings() -> None:
    document = PAPERS["báo cáo"]()
    says("2. Còn ba", r"^2\.", "1.")(document)
    assert codes(document) == ["LT331"]
    at(document, "1. Còn ba")._element.addprevious(body(document, "Về máy móc")._element)
    assert codes(document) == []


def _cells_drawn(table: Made, *edges: str) -> Made:
    """Lines that the cells draw themselves, as other writing programs save them."""
    for cell in (cell for row in table.rows for cell in row.cells):
        borders = OxmlElement("w:tcBorders")
        for edge in edges:
            borders.append(OxmlElement(f"w:{edge}", attrs={qn("w:val"): "single"}))
        cell._element.get_or_add_tcPr().append(borders)
    return table


def test_a_cell_may_draw_the_rule_below_a_part() -> None:
    document = PAPERS["công văn"]()
    for start in ("CỤC NGHỀ", "Độc lập"):
        at(document, start)._element.pPr.remove(at(document, start)._element.pPr.find(qn("w:pBdr")))
    assert codes(document) == ["LT203", "LT203"]
    _cells_drawn(document.tables[0], "bottom")
    assert codes(document) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("TT|Tên|Máy", "1|An|12", "2|Ba|8", "|Cộng|21"), ["LT372"]),
        (("TT|Tên|Máy", "I|Máy|20", "1|An|12", "2|Ba|8", "|Cộng|20"), []),
        (("TT|Tên|Máy", "1|Máy|20", "1.1|An|12", "1.2|Ba|8", "|Cộng|20"), []),
        (("TT|Tên|Tỷ lệ (%)", "1|An|90", "2|Ba|80", "|Cộng|85"), []),
        (("TT|Tên|Đơn giá", "1|An|90", "2|Ba|80", "|Cộng|85"), []),
        (("Tên|Máy", "An|12", "Ba|8", "Cộng|21"), ["LT372"]),
    ],
)
def test_a_total_is_held_against_rows_that_are_no_sums_themselves(
    rows: tuple[str, ...], told: list[str]
) -> None:
    document = PAPERS["công văn"]()
    table = document.add_table(0, rows[0].count("|") + 1)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row.split("|"), strict=True):
            letters(cell.paragraphs[0].add_run(words), 13)
    at(document, "Kinh phí")._element.addnext(_cells_drawn(table, "top", "left", "bottom", "right")._element)
    assert codes(document) == told


def test_texts_older_than_the_decree_write_each_unit_with_a_capital() -> None:
    document = PAPERS["quyết định"]()
    says("Hà Nội", "2026", "2012")(document)
    says("Điều 3.", "khoản 2 Điều", "Khoản 2 Điều")(document)
    assert codes(document) == ["LT403"]


def test_the_standing_committee_is_written_as_the_constitution_does_or_as_it_does_itself() -> None:
    document = PAPERS["công văn"]()
    says("Kinh phí", ".+", "Ủy ban thường vụ Quốc hội và Ủy ban Thường vụ Quốc hội.")(document)
    assert codes(document) == []


def _fields(paragraph: Made, *pieces: str) -> None:
    """The pieces of fields: "{", "}", "|" between instruction and result, a result in quotes, or an instruction."""
    for piece in pieces:
        run = paragraph.add_run()
        letters(run, 13)
        if kind := {"{": "begin", "|": "separate", "}": "end"}.get(piece):
            run._element.append(OxmlElement("w:fldChar", attrs={qn("w:fldCharType"): kind}))
        elif piece.startswith("'"):
            run.text = piece.strip("'")
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = piece
            run._element.append(instruction)


def test_a_field_may_decide_that_the_first_page_prints_no_number() -> None:
    document = PAPERS["công văn"]()
    section = document.sections[0]
    section.different_first_page_header_footer = False
    assert codes(document) == ["LT103"]
    number = section.header.paragraphs[0]
    for run in number.runs:
        run._element.getparent().remove(run._element)
    page = ("{", " PAGE ", "|", "'1'", "}")
    _fields(number, "{", " IF ", *page, " > 1 ", *page, "|", "'2'", "}")
    assert codes(document) == []


def test_a_draft_need_not_have_signature_and_recipients_yet() -> None:
    document = PAPERS["quyết định"]()
    says("Số:", r"15/", "      /")(document)
    foot = document.tables[-1]._element
    foot.getparent().remove(foot)
    assert codes(document) == []


def test_a_list_below_a_recipient_may_bear_other_signs() -> None:
    document = PAPERS["công văn"]()
    says("- Vụ Kế", "- Vụ Kế hoạch;", "- Các thành viên:")(document)
    for text in ("+ Bà B;", "+ Ông A;"):
        at(document, "- Các thành viên")._element.addnext(line(document, text, 11, AT.LEFT)._element)
    assert codes(document) == []


def test_lines_in_the_middle_below_the_rule_are_no_abstract() -> None:
    document = PAPERS["báo cáo"]()
    at(document, "I. KẾT")._element.addprevious(line(document, "Kính trình Bộ", 14)._element)
    assert codes(document) == []


def test_the_look_of_a_label_that_word_counts_is_not_held_against_an_article() -> None:
    document = PAPERS["quyết định"]()
    numbering = document.part.numbering_part.element
    level = OxmlElement("w:lvl", attrs={qn("w:ilvl"): "0"})
    for name, value in (("start", "1"), ("numFmt", "decimal"), ("lvlText", "Điều %1.")):
        level.append(OxmlElement(f"w:{name}", attrs={qn("w:val"): value}))
    abstract = OxmlElement("w:abstractNum", attrs={qn("w:abstractNumId"): "77"})
    abstract.append(level)
    numbering.insert(0, abstract)
    numbering.add_num(77)
    number = numbering.num_lst[-1].numId
    for start in ("Điều 1.", "Điều 2.", "Điều 3."):
        paragraph = at(document, start)
        paragraph._element.remove(paragraph.runs[0]._element)
        paragraph._element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
    assert codes(document) == []


def test_a_fixed_table_may_stand_in_the_margin_but_not_beyond_the_paper() -> None:
    document = PAPERS["công văn"]()
    table = document.tables[0]
    table.autofit = False
    for width, told in ((85, []), (95, ["LT107"])):
        for cell in table.rows[0].cells:
            cell.width = Mm(width)
        assert codes(document) == told


def test_a_title_below_the_line_of_what_an_annex_comes_with_is_a_title() -> None:
    document = PAPERS["quyết định"]()
    at(document, "(Kèm theo")._element.addnext(at(document, "DANH SÁCH")._element)
    assert codes(document) == []


def test_an_invitation_may_open_in_the_middle() -> None:
    document = PAPERS["báo cáo"]()
    says("BÁO CÁO", "BÁO CÁO", "GIẤY MỜI")(document)
    says("Số:", "BC", "GM")(document)
    opening = line(document, "Cục Nghề nông thôn trân trọng kính mời Ông:", 14)
    at(document, "I. KẾT")._element.addprevious(opening._element)
    assert codes(document) == []

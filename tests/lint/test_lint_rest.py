"""Kinds of file, and findings that need more than one touch to be provoked."""

from __future__ import annotations

import io

import pytest
from breaches import at, says
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as AT
from good_papers import PAPERS, Made, body, head, letters, line, page, saved

from kcdocs.law.layout import Profile
from kcdocs.lint.check import check_form


def codes(document: Made, profile: Profile | None = None) -> list[str]:
    return [finding.code for finding in check_form(saved(document), "a.docx", profile).findings]


def test_a_citizens_request_is_answered_with_one_line() -> None:
    document = Document()
    line(document, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    line(document, "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    line(document, "ĐƠN ĐỀ NGHỊ", 11)
    body(document, "Tôi tên là Lê Văn Cát, xin được vay máy.")
    assert codes(document) == ["LT407"]


def test_of_a_law_only_words_and_references_are_checked_and_that_is_said() -> None:
    document = Document()
    line(document, "QUỐC HỘI", 9)
    line(document, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 9)
    line(document, "LUẬT", 9)
    line(document, "KHO LẠNH", 9)
    body(document, "Điều 1. Phạm vi", bold=True)
    body(document, "Việc này theo Điều 7 Luật này.")
    assert codes(document) == ["LT402", "LT334"]


def test_of_a_document_before_the_decree_layout_is_not_checked_and_that_is_said() -> None:
    document = PAPERS["quyết định"]()
    says("Hà Nội", "2026", "2019")(document)
    for run in at(document, "2. Có nhà").runs:
        run.font.italic = True
    assert codes(document) == ["LT403"]


def test_a_template_with_tags_is_checked_as_one() -> None:
    document = PAPERS["quyết định"]()
    says("Số:", r"\d+/", "{{ so }}/")(document)
    assert codes(document) == ["LT405"]


def test_a_template_whose_head_comes_from_its_tags_is_told_as_one() -> None:
    document = Document()
    body(document, "{{ khoi_dau }}")
    body(document, "Đề nghị các Sở gửi báo cáo.")
    assert codes(document) == ["LT406"]


@pytest.mark.parametrize(
    ("number", "kind", "year", "source"),
    [
        ("15/QĐ-NNT", "QUYẾT ĐỊNH", "2026", "Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 3"),
        (
            "15/2026/TT-BN",
            "THÔNG TƯ",
            "2026",
            "Văn bản đăng Công báo 2025–2026; Nghị định số 78/2025/NĐ-CP, Phụ lục I",
        ),
    ],
)
def test_a_finding_names_the_law_of_the_documents_own_kind_and_day(
    number: str, kind: str, year: str, source: str
) -> None:
    document = PAPERS["quyết định"]()
    says("Số:", "15/QĐ-NNT", number.replace("/", " / ", 1))(document)
    says("QUYẾT ĐỊNH", "QUYẾT ĐỊNH", kind)(document)
    says("Hà Nội", "2026", year)(document)
    findings = check_form(saved(document), "a.docx").findings
    assert {finding.source for finding in findings if finding.code == "LT303"} == {source}


def test_tracked_changes_that_remain_are_told() -> None:
    document = PAPERS["công văn"]()
    paragraph = at(document, "Kinh phí")._element
    run = paragraph.findall("{*}r")[0]
    inserted = run.makeelement(
        f"{run.tag[:-1]}ins", {f"{run.tag[:-1]}id": "9", f"{run.tag[:-1]}author": "An"}
    )
    run.addprevious(inserted)
    inserted.append(run)
    assert codes(document) == ["LT404"]


def test_a_long_document_without_page_numbers_is_told() -> None:
    document = PAPERS["báo cáo"]()
    last = at(document, "Đề nghị cấp")
    for _ in range(60):
        copy = at(document, "2. Còn ba")._element.__copy__()
        last._element.addprevious(copy)
    for run in at(document, "1. Cơ sở").runs:
        run.text = f"{run.text} " + "và kèm theo bản kê máy móc, " * 200
    header = document.sections[0].header.paragraphs[0]._element
    header.getparent().remove(header)
    assert "LT104" in codes(document)


def test_the_national_title_stands_on_the_right() -> None:
    document = Document()
    page(document)
    table = document.add_table(1, 2)
    right, left = table.rows[0].cells
    line(left, "CỤC NGHỀ", 13, bold=True)
    line(left, "Số: 12/BC-NNT", 13)
    line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    line(document, "BÁO CÁO", 14, bold=True)
    body(document, "Kết quả tốt./.")
    found = codes(document)
    assert "LT205" in found


def test_two_annexes_need_roman_numbers_and_a_text_that_names_them() -> None:
    document = PAPERS["công văn"]()
    for label in ("Phụ lục 1", "Phụ lục 2"):
        line(document, label, 14, bold=True)
        line(document, "DANH SÁCH", 14, bold=True)
        line(document, "(Kèm theo Công văn số 27/NNT-VP ngày 05 tháng 6 năm 2026)", 14, italic=True)
    for run in at(document, "Cơ sở nộp hồ sơ").runs:
        run.text = run.text.replace("kèm bản kê", "có bản kê")
    assert codes(document) == ["LT350", "LT352"]


def test_a_law_named_by_number_in_an_administrative_document_is_a_note() -> None:
    document = PAPERS["quyết định"]()
    for run in at(document, "Căn cứ Nghị").runs:
        run.text = "Căn cứ Luật Nghề số 12/2025/QH15;"
    assert codes(document) == ["LT322"]


def test_a_recipient_without_a_dash_is_told() -> None:
    document = PAPERS["quyết định"]()
    says("- Như Điều", "^- ", "")(document)
    assert codes(document) == ["LT344"]


def test_tones_placed_in_two_ways_are_a_note() -> None:
    document = PAPERS["quyết định"]()
    for run in at(document, "1. Cơ sở nộp").runs:
        run.text = "1. Tủ khoá và cửa khóa."
    assert codes(document) == ["LT365"]


def _with_total(total: str) -> Made:
    document = PAPERS["công văn"]()
    rows = (("TT", "Cơ sở", "Số máy"), ("1", "An", "12"), ("2", "Ba", "8"), ("", "Tổng cộng", total))
    table = document.add_table(len(rows), 3, style="Table Grid")
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            letters(cell.paragraphs[0].add_run(value), 13)
    at(document, "Kinh phí")._element.addnext(table._element)
    return document


@pytest.mark.parametrize(("total", "told"), [("20", []), ("21", ["LT372"])])
def test_a_total_must_be_the_sum_of_its_column(total: str, told: list[str]) -> None:
    borders = _with_total(total)
    assert codes(borders) == told


def test_a_profile_may_be_asked_for() -> None:
    document = PAPERS["quyết định"]()
    document.sections[0].top_margin = document.sections[0].bottom_margin = 16 * 36000
    assert codes(document) == ["LT102", "LT102"]
    assert codes(document, Profile.LEGAL_2025) == []


def test_a_head_without_a_table_is_found_by_its_tabs() -> None:
    document = Document()
    page(document)
    line(document, "BỘ NGHỀ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, AT.LEFT, bold=True)
    line(document, "Số: 12/TB-BN\tHà Nội, ngày 05 tháng 6 năm 2026", 13, AT.LEFT)
    line(document, "THÔNG BÁO", 14, bold=True)
    body(document, "Kết quả tốt./.")
    report = check_form(saved(document), "a.docx")
    assert report.paper.number == "12/TB-BN"
    assert [piece.text for piece in report.paper.of("issuer")] == ["BỘ NGHỀ"]


def test_letters_take_their_font_and_size_from_styles_and_theme() -> None:
    document = Document()
    document.styles["Normal"].font.name = "Arial"
    document.add_paragraph("Số: 12/TB-BN")
    head(document, "15/TB-NNT")
    found = check_form(saved(document), "a.docx").findings
    assert any(finding.code == "LT110" and "Arial" in finding.message for finding in found)


def test_a_broken_file_is_an_error_of_its_own() -> None:
    with pytest.raises(Exception, match="Word"):
        check_form(io.BytesIO(b"no").getvalue(), "a.docx")

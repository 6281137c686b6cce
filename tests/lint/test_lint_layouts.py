"""One paper laid out in the many ways that writing programs know: each is in due form, or told for what it is."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest
from breaches import at, header, look, says
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, RGBColor
from good_papers import PAPERS, Made, body, letters, line, saved

from kcdocs.lint.check import check_form


def codes(document: Made) -> list[str]:
    return [finding.code for finding in check_form(saved(document), "a.docx").findings]


def framed_number(document: Made) -> None:
    """As old versions of Word put numbers on pages: in a frame in the middle."""
    header(document).alignment = None
    frame = parse_xml(f'<w:framePr {nsdecls("w")} w:hAnchor="margin" w:xAlign="center" w:y="1"/>')
    header(document)._element.get_or_add_pPr().insert(0, frame)


def tabbed_number(document: Made) -> None:
    """As the style of headers has it: a tab leads to the middle."""
    header(document).alignment = None
    header(document).runs[0]._element.addprevious(parse_xml(f"<w:r {nsdecls('w')}><w:tab/></w:r>"))


def number_from_the_second_section(document: Made) -> None:
    document.sections[0].different_first_page_header_footer = False
    number = copy.deepcopy(header(document)._element)
    for run in header(document).runs:
        run._element.getparent().remove(run._element)
    second = document.add_section()
    second.different_first_page_header_footer = False
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0]._element.addnext(number)
    for _ in range(60):
        text = body(document, "Các cơ sở gửi bản kê máy móc và ảnh chụp nhà xưởng về Cục theo mẫu đã nêu.")
        at(document, "Kinh phí")._element.addnext(text._element)


def bound_margin(document: Made) -> None:
    document.sections[0].left_margin, document.sections[0].gutter = Mm(20), Mm(12)


def ticked_box(document: Made) -> None:
    letters(at(document, "Kinh phí").add_run("o"), 14)
    at(document, "Kinh phí").runs[-1].font.name = "Wingdings"


def address_of_the_network(document: Made) -> None:
    run = at(document, "Kinh phí").add_run(" Hộp thư: nghe@vidu.vn")
    letters(run, 14)
    run.font.underline, run.font.color.rgb = True, RGBColor(0x05, 0x63, 0xC1)


def red_draft(document: Made) -> None:
    run = line(document, "DỰ THẢO", 14, bold=True)
    run.runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)
    document.element.body.insert(0, run._element)


def title_on_two_lines(document: Made) -> None:
    title = at(document, "CỘNG HÒA")
    second = copy.deepcopy(title._element)
    title._element.addnext(second)
    title.runs[0].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"
    second.find(qn("w:r")).find(qn("w:t")).text = "VIỆT NAM"


def signed_lists(document: Made) -> None:
    bullet = at(document, "Cơ sở nộp")
    bullet._element.pPr.remove(bullet._element.pPr.find(qn("w:ind")))
    bullet.style = "List Bullet"


def of_a_council(document: Made) -> None:
    says("CỤC NGHỀ", ".+", "HỘI ĐỒNG NGHỀ")(document)
    says("Số:", "NNT-VP", "HĐ-VP")(document)


LAYOUTS: dict[str, Callable[[Made], object]] = {
    "a page number in a frame": framed_number,
    "a page number behind a tab": tabbed_number,
    "page numbers from the second section on": number_from_the_second_section,
    "a margin for binding": bound_margin,
    "a box to tick": ticked_box,
    "an address of the network": address_of_the_network,
    "a draft marked in red": red_draft,
    "the national title on two lines": title_on_two_lines,
    "a list with signs": signed_lists,
    "a tab between place and day": says("Hà Nội", ", ", ",\t"),
    "a council whose letters are a symbol": of_a_council,
    "a motto with dashes": says("Độc lập", "-", "–"),
    "old tone marks in the title": says("CỘNG HÒA", "HÒA", "HOÀ"),
    "an underlined motto": look("Độc lập", underline=True),
}
"""What is unusual about a letter → what makes it so."""


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_unusual_layout_is_no_breach(layout: str) -> None:
    document = PAPERS["công văn"]()
    LAYOUTS[layout](document)
    assert codes(document) == []


@pytest.mark.parametrize("start", ["CỤC NGHỀ", "CỤC TRƯỞNG"])
def test_a_name_in_small_letters_is_no_missing_part_but_a_wrong_case(start: str) -> None:
    document = PAPERS["công văn"]()
    if start == "CỤC NGHỀ":
        says("BỘ NGHỀ", ".+", "Bộ Nghề")(document)
    says(start, ".+", start.capitalize())(document)
    assert set(codes(document)) == {"LT115"}

"""Each threshold of the room, held from just below and from just above."""

from __future__ import annotations

from itertools import pairwise

import pytest
from breaches import at
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from good_papers import PAPERS, Made, body, line, saved

from kcdocs.lint.check import FormReport, check_form
from kcdocs.lint.signs import same_words
from kcdocs.lint.telling import shown


def report(document: Made) -> FormReport:
    return check_form(saved(document), "a.docx")


def codes(document: Made) -> list[str]:
    return [finding.code for finding in report(document).findings]


@pytest.mark.parametrize(("left", "told"), [(29.6, []), (29.3, ["LT102"]), (35.4, []), (35.7, ["LT102"])])
def test_a_margin_may_be_half_a_millimetre_off(left: float, told: list[str]) -> None:
    document = PAPERS["công văn"]()
    document.sections[0].left_margin = Mm(left)
    assert codes(document) == told


@pytest.mark.parametrize(("width", "told"), [(211.8, []), (212.3, ["LT101"])])
def test_the_paper_may_be_two_millimetres_off(width: float, told: list[str]) -> None:
    document = PAPERS["công văn"]()
    document.sections[0].page_width = Mm(width)
    assert codes(document) == told


@pytest.mark.parametrize(("gap", "told"), [(6, []), (5.9, ["LT122"])])
def test_paragraphs_stand_six_points_apart(gap: float, told: list[str]) -> None:
    document = PAPERS["công văn"]()
    at(document, "Kinh phí").paragraph_format.space_after = Pt(gap)
    assert codes(document) == told


@pytest.mark.parametrize(("twips", "told"), [(119, []), (118, ["LT122"])])
def test_a_twentieth_of_a_point_is_no_breach(twips: int, told: list[str]) -> None:
    document = PAPERS["công văn"]()
    at(document, "Kinh phí")._element.pPr.find(qn("w:spacing")).set(qn("w:after"), str(twips))
    assert codes(document) == told


@pytest.mark.parametrize(("points", "told"), [(14, []), (13.8, ["LT123"]), (24.4, []), (24.6, ["LT123"])])
def test_lines_told_in_points_are_held_against_the_size(points: float, told: list[str]) -> None:
    document = PAPERS["công văn"]()
    at(document, "Kinh phí").paragraph_format.line_spacing = Pt(points)
    assert codes(document) == told


@pytest.mark.parametrize(("before", "found"), [(39, True), (40, False)])
def test_the_head_stands_in_the_first_forty_paragraphs(before: int, found: bool) -> None:
    document = PAPERS["công văn"]()
    for element in list(document.element.body):
        if element.tag == qn("w:tbl"):
            element.getparent().remove(element)
    first = line(document, "Số: 12/NNT-VP", 13)._element
    document.element.body.insert(0, first)
    for _ in range(before):
        first.addprevious(line(document, "", 13)._element)
    assert bool(report(document).paper.number) is found


def _long(letters: int) -> Made:
    document = PAPERS["báo cáo"]()
    for element in document.sections[0].header.paragraphs[0]._element.findall(qn("w:r")):
        element.getparent().remove(element)
    text = sum(len(piece.text) for piece in report(document).paper.body)
    added = body(document, "a" * (letters - text))._element
    at(document, "2. Còn ba")._element.addprevious(added)
    return document


@pytest.mark.parametrize(("letters", "told"), [(4_500, []), (4_501, ["LT104"])])
def test_a_body_that_surely_fills_a_page_needs_page_numbers(letters: int, told: list[str]) -> None:
    assert codes(_long(letters)) == told


@pytest.mark.parametrize(("thin", "told"), [(2, []), (3, ["LT113"])])
def test_a_tenth_of_a_part_may_be_set_otherwise(thin: int, told: list[str]) -> None:
    document = PAPERS["báo cáo"]()
    paragraph = at(document, "Kết quả")
    paragraph.runs[0].text = "Kết quả hỗ trợ máy năm 1"  # 18 letters in bold
    extra = paragraph.add_run("b" * thin)
    extra.font.name, extra.font.size, extra.font.bold = "Times New Roman", Pt(14), False
    extra._element.rPr.rFonts.set(qn("w:hAnsi"), "Times New Roman")
    assert codes(document) == told


class _Said:
    def __init__(self, text: str) -> None:
        self.text = text


@pytest.mark.parametrize(("slips", "same"), [(3, True), (4, False)])
def test_a_title_with_few_slips_is_the_title(slips: int, same: bool) -> None:
    words = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    letters = [place for place, letter in enumerate(words) if letter != " "][:slips]
    said = "".join("W" if place in letters else letter for place, letter in enumerate(words))
    assert same_words(_Said(said), words) is same  # type: ignore[arg-type]


@pytest.mark.parametrize(("count", "kept"), [(8, 8), (9, 8)])
def test_an_abstract_has_eight_lines_at_most(count: int, kept: int) -> None:
    document = PAPERS["báo cáo"]()
    title = at(document, "Kết quả")._element
    for number in range(count - 1):
        title.addprevious(line(document, f"Dòng {number}", 14, bold=True)._element)
    assert len(report(document).paper.of("abstract")) == kept  # type: ignore[arg-type]


@pytest.mark.parametrize(("length", "found"), [(89, True), (90, False)])
def test_a_line_of_place_and_day_is_short(length: int, found: bool) -> None:
    document = PAPERS["công văn"]()
    run = at(document, "Hà Nội").runs[0]
    run.text = run.text.rjust(length, "x")
    assert bool(report(document).paper.of("place")) is found  # type: ignore[arg-type]


@pytest.mark.parametrize(("length", "cut"), [(60, False), (61, True)])
def test_a_finding_repeats_sixty_characters(length: int, cut: bool) -> None:
    assert shown("a" * length).endswith("…") is cut


@pytest.mark.parametrize(("shade", "told"), [(0x3F, []), (0x40, ["LT111"])])
def test_a_colour_that_prints_black_is_black(shade: int, told: list[str]) -> None:
    document = PAPERS["công văn"]()
    at(document, "Kinh phí").runs[0].font.color.rgb = RGBColor(shade, 0, 0)
    assert codes(document) == told


def test_a_finding_names_three_places_and_counts_the_rest() -> None:
    told = {}
    for places in (3, 4):
        document = PAPERS["quyết định"]()
        for start in ("1. Cơ sở", "2. Có nhà", "a) Nền", "b) Mái")[:places]:
            at(document, start).runs[0].font.size = Pt(12)
        told[places] = report(document).findings[0].found
    assert "chỗ khác" not in told[3]
    assert told[4].endswith("và 1 chỗ khác")
    assert [len(told[k].split("; ")) for k, _ in pairwise([3, 4, 5])] == [3, 3]


@pytest.mark.parametrize(("between", "told"), [(1, []), (2, ["LT203"])])
def test_the_rule_below_a_part_stands_in_the_second_paragraph_behind_it(
    between: int, told: list[str]
) -> None:
    document = PAPERS["báo cáo"]()
    title = at(document, "Kết quả")
    rule = title._element.pPr.find(qn("w:pBdr"))
    for _ in range(between):
        title._element.addnext(line(document, "", 6)._element)
    last = line(document, "", 6)._element
    last.get_or_add_pPr().append(rule)
    at(document, "I. KẾT")._element.addprevious(last)
    assert codes(document) == told


@pytest.mark.parametrize(("length", "told"), [(24, []), (25, ["LT120"])])
def test_a_line_in_the_middle_is_a_sentence_from_25_characters(length: int, told: list[str]) -> None:
    document = PAPERS["công văn"]()
    text = "Số máy còn lại đang ở kho của Cục nghề"[: length - 1] + "."
    at(document, "Đã có 30").runs[0].text = text
    at(document, text).alignment = 1
    assert codes(document) == told


@pytest.mark.parametrize(("words", "told"), [("OCO", []), ("OCOP", ["LT115"])])
def test_capitals_of_three_letters_may_be_an_abbreviation(words: str, told: list[str]) -> None:
    document = PAPERS["báo cáo"]()
    at(document, "Kết quả").runs[0].text = words
    assert codes(document) == told

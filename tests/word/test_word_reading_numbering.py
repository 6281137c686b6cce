"""Automatic numbering becomes the label that Word prints."""

from __future__ import annotations

import pytest
from wordml import abstract, docx, level, num, p, r

from kcdocs.word.package.docx import Allow, open_package
from kcdocs.word.read.lines import read_story
from kcdocs.word.read.numerals import formatted, lower_letter, lower_roman


def labels(*body: str, numbering: str, styles: str = "") -> list[str]:
    """The automatic part of each line."""
    data = docx(*body, numbering=numbering, styles=styles)
    lines = read_story(open_package(data, name="a.docx", allow=Allow.ALL)).lines
    return [line.text[: line.numbered] for line in lines]


DECIMAL = abstract(
    0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "decimal", "%1.%2.%3")
)


def test_paragraphs_are_counted_and_the_label_leads_the_text():
    data = docx(p("một", num=(1, 0)), p("xen"), p("hai", num=(1, 0)), numbering=DECIMAL + num(1, 0))
    lines = read_story(open_package(data, name="a.docx")).lines
    assert [(line.text, line.numbered) for line in lines] == [("1. một", 3), ("xen", 0), ("2. hai", 3)]


def test_lower_levels_start_again_below_each_upper_one():
    body = [p("x", num=(1, depth)) for depth in (0, 1, 1, 0, 1)]
    assert labels(*body, numbering=DECIMAL + num(1, 0)) == ["1. ", "a) ", "b) ", "2. ", "a) "]


def test_a_label_may_name_the_numbers_of_upper_levels_in_their_own_style():
    body = [p("x", num=(1, depth)) for depth in (0, 1, 2, 2)]
    assert labels(*body, numbering=DECIMAL + num(1, 0))[2:] == ["1.a.1 ", "1.a.2 "]


def test_legal_numbering_prints_every_number_in_digits():
    lists = abstract(
        0, level(0, "upperRoman", "Chương %1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + num(1, 0)
    assert labels(p("x", num=(1, 0)), p("x", num=(1, 1)), numbering=lists) == ["Chương I ", "1.1 "]


def test_points_of_a_decree_take_their_letter_d_from_a_level_of_its_own():
    """Word's letters run a, b, c, d, e; Vietnamese documents print "đ)" by a list whose label is that text."""
    lists = abstract(0, level(0, "lowerLetter", "%1)")) + abstract(1, level(0, "none", "đ)"))
    lists += num(1, 0) + num(2, 1)
    body = [p("x", num=(1, 0)) for _ in "abcd"] + [p("x", num=(2, 0)), p("x", num=(1, 0))]
    assert labels(*body, numbering=lists) == ["a) ", "b) ", "c) ", "d) ", "đ) ", "e) "]


def test_two_lists_of_one_abstract_list_count_on():
    body = [p("x", num=(1, 0)), p("x", num=(2, 0))]
    assert labels(*body, numbering=DECIMAL + num(1, 0) + num(2, 0)) == ["1. ", "2. "]


def test_an_override_of_the_start_restarts_once():
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = [p("x", num=(1, 0)), p("x", num=(2, 0)), p("x", num=(2, 0)), p("x", num=(1, 0))]
    assert labels(*body, numbering=DECIMAL + num(1, 0) + num(2, 0, restart)) == ["1. ", "5. ", "6. ", "7. "]


def test_an_override_of_a_level_changes_its_label():
    override = '<w:lvlOverride w:ilvl="0">' + level(0, "upperRoman", "Mục %1.") + "</w:lvlOverride>"
    assert labels(p("x", num=(2, 0)), numbering=DECIMAL + num(2, 0, override)) == ["Mục I. "]


def test_a_level_told_never_to_restart_counts_through():
    articles = abstract(
        0, level(0, "upperRoman", "Chương %1"), level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>')
    )
    body = [p("x", num=(1, depth)) for depth in (0, 1, 1, 0, 1)]
    expected = ["Chương I ", "Điều 1. ", "Điều 2. ", "Chương II ", "Điều 3. "]
    assert labels(*body, numbering=articles + num(1, 0)) == expected


def test_a_level_may_restart_only_below_a_level_further_up():
    lists = abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2."),
        level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
    )
    body = [p("x", num=(1, depth)) for depth in (0, 1, 2, 1, 2, 0, 1, 2)]
    assert [labels(*body, numbering=lists + num(1, 0))[i] for i in (2, 4, 7)] == ["a) ", "b) ", "a) "]


def test_a_level_used_before_its_upper_one_shows_where_that_would_start():
    assert labels(p("x", num=(1, 2)), numbering=DECIMAL + num(1, 0)) == ["1.a.1 "]


@pytest.mark.parametrize(("suffix", "label"), [("tab", "1. "), ("space", "1. "), ("nothing", "1.")])
def test_the_gap_behind_a_label_is_one_space_or_nothing(suffix, label):
    lists = abstract(0, level(0, "decimal", "%1.", f'<w:suff w:val="{suffix}"/>')) + num(1, 0)
    assert labels(p("x", num=(1, 0)), numbering=lists) == [label]


def test_an_empty_numbered_paragraph_is_its_label():
    data = docx(p(num=(1, 0)), numbering=DECIMAL + num(1, 0))
    assert read_story(open_package(data, name="a.docx")).lines[0].text == "1."


def test_bullets_are_the_character_a_reader_sees():
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    lists = abstract(0, level(0, "bullet", "\uf0b7", symbol)) + abstract(1, level(0, "bullet", "-"))
    body = [p("x", num=(1, 0)), p("x", num=(2, 0))]
    assert labels(*body, numbering=lists + num(1, 0) + num(2, 1)) == ["• ", "- "]


def test_a_style_numbers_its_paragraphs_at_the_level_linked_to_it():
    lists = abstract(
        0, level(0, "upperRoman", "Chương %1"), level(1, "decimal", "Điều %2.", '<w:pStyle w:val="Dieu"/>')
    )
    style = '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    child = '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>'
    body = [p("x", properties=f'<w:pStyle w:val="{name}"/>') for name in ("Dieu", "Con")]
    assert labels(*body, numbering=lists + num(1, 0), styles=style + child) == ["Điều 1. ", "Điều 2. "]


def test_a_paragraph_may_take_itself_out_of_its_styles_list():
    style = '<w:style w:type="paragraph" w:styleId="D"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = [
        p("x", properties='<w:pStyle w:val="D"/>'),
        p("x", num=(0, 0), properties='<w:pStyle w:val="D"/>'),
    ]
    assert labels(*body, numbering=DECIMAL + num(1, 0), styles=style) == ["1. ", ""]


def test_a_list_defined_through_a_numbering_style_is_followed():
    lists = abstract(0, more='<w:numStyleLink w:val="DS"/>') + DECIMAL.replace('Id="0"', 'Id="1"')
    style = '<w:style w:type="numbering" w:styleId="DS"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    assert labels(p("x", num=(1, 0)), numbering=lists + num(1, 0) + num(2, 1), styles=style) == ["1. "]


def test_a_list_that_is_not_defined_prints_nothing():
    assert labels(p("x", num=(9, 0)), p("x", num=(1, 8)), numbering=DECIMAL + num(1, 0)) == ["", ""]


def test_a_hidden_paragraph_is_not_counted():
    hidden = p(r("ẩn", "<w:vanish/>"), num=(1, 0))
    assert labels(p("x", num=(1, 0)), hidden, p("x", num=(1, 0)), numbering=DECIMAL + num(1, 0)) == [
        "1. ",
        "2. ",
    ]


@pytest.mark.parametrize(
    ("value", "style", "printed"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (3, "vietnameseCounting", "ba"),
        (5, "chicago", "**"),
        (8, "none", ""),
        (8, "khôngCó", "8"),
        (0, "lowerLetter", ""),
        (123_456_789, "lowerLetter", "123456789"),
        (-5, "upperRoman", "-5"),
    ],
)
def test_numbers_print_in_their_style(value, style, printed):
    assert formatted(value, style) == printed


def test_a_custom_format_pads_to_the_width_of_its_pattern():
    assert formatted(7, "custom", "001, 002, 003, ...") == "007"


def test_letters_and_romans_differ_for_every_number():
    assert len({lower_letter(value) for value in range(1, 500)}) == 499
    assert len({lower_roman(value) for value in range(1, 500)}) == 499

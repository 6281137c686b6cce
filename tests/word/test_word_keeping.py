"""What stays together on a page: lead-in lines with what they lead to, a signature with the text above."""

from __future__ import annotations

import pytest

from kcdocs.word.write.keeping import keep_together_on_page

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
LEAD, OTHER = RUN.format("1. Sửa đổi khoản 2 như sau:"), RUN.format("“2. Nội dung.”.")
SPACE = "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>"


def p(inside, properties=""):
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "<w:keepNext/>"),
        ('<w:pStyle w:val="Than"/>', '<w:pStyle w:val="Than"/><w:keepNext/>'),
        (
            '<w:pStyle w:val="Than"/><w:jc w:val="both"/>',
            '<w:pStyle w:val="Than"/><w:keepNext/><w:jc w:val="both"/>',
        ),
        ('<w:jc w:val="both"/>', '<w:keepNext/><w:jc w:val="both"/>'),
        ("<w:keepNext/>", "<w:keepNext/>"),
        ('<w:keepNext w:val="0"/>', '<w:keepNext w:val="0"/>'),
    ],
)
def test_a_line_that_ends_in_a_colon_is_kept_with_the_next(before, after):
    assert keep_together_on_page(p(LEAD, before) + p(OTHER)) == p(LEAD, after) + p(OTHER)


def test_other_lines_and_the_last_of_a_cell_are_left():
    xml = p(OTHER) + f"<w:tbl><w:tr><w:tc>{p(LEAD)}</w:tc></w:tr></w:tbl>" + p(OTHER)

    assert keep_together_on_page(xml) == xml


def test_every_lead_in_is_kept_each_once():
    kept = p(LEAD, "<w:keepNext/>")

    assert keep_together_on_page(p(LEAD) + p(LEAD) + p(OTHER)) == kept + kept + p(OTHER)


def test_the_paragraph_above_the_space_of_a_signature_is_kept_with_it():
    assert keep_together_on_page(p(OTHER) + p(OTHER) + SPACE) == p(OTHER) + p(OTHER, "<w:keepNext/>") + SPACE
    assert keep_together_on_page("<w:tbl/>" + SPACE) == "<w:tbl/>" + SPACE
    assert keep_together_on_page(p(LEAD) + SPACE) == p(LEAD, "<w:keepNext/>") + SPACE


@pytest.mark.parametrize("between", ["", p("")])
def test_the_last_row_of_a_table_above_the_space_of_a_signature_is_kept_with_it(between):
    def table(last):
        return f"<w:tbl><w:tr><w:tc>{p(OTHER)}</w:tc></w:tr><w:tr><w:tc>{last}</w:tc><w:tc>{last}</w:tc></w:tr></w:tbl>"

    kept = keep_together_on_page(table(p(OTHER)) + between + SPACE)

    assert kept == table(p(OTHER, "<w:keepNext/>")) + (p("", "<w:keepNext/>") if between else "") + SPACE


def test_a_table_before_a_last_paragraph_with_words_is_left():
    xml = f"<w:tbl><w:tr><w:tc>{p(OTHER)}</w:tc></w:tr></w:tbl>"

    assert keep_together_on_page(xml + p(OTHER) + SPACE) == xml + p(OTHER, "<w:keepNext/>") + SPACE

"""Numbers, dates and symbols stay on one line where a set is filled, outside of tables."""

from __future__ import annotations

import docx
import pytest
from output_material import body, of_lines, read, saved

from kcdocs.engine.compile import compile_template
from kcdocs.engine.fill import fill


def printed(document, **values):
    """The text of each paragraph, "~" for a no-break space and "=" for a hyphen at which no line ends."""
    data = fill(compile_template(saved(document), typesetting=True), values)
    return body(data).replace("\u00a0", "~").replace("<w:noBreakHyphen/>", "="), data


def words(line, **values):
    """The words of a template's only line when it is filled."""
    xml, _ = printed(of_lines(line), **values)
    start = xml.index("<w:t")
    text = xml[start : xml.index("</w:r>", start)]
    for tag in ('<w:t xml:space="preserve">', "<w:t>", "</w:t>"):
        text = text.replace(tag, "")
    return text


@pytest.mark.parametrize(
    ("line", "values", "expected"),
    [
        ("Căn cứ {{ x }};", {"x": "Nghị định số 45/2012/NĐ-CP"}, "Căn cứ Nghị định số~45/2012/NĐ=CP;"),
        ("Căn cứ Thông tư số 14/2018/TT-BCT;{% set a = 1 %}", {}, "Căn cứ Thông tư số~14/2018/TT=BCT;"),
        ("theo Điều {{ x }}.", {"x": 5}, "theo Điều~5."),
        ("phí {{ x }} đồng", {"x": "120.000"}, "phí 120.000~đồng"),
        ("Số: {{ x }}/QĐ-BCT", {"x": "07"}, "Số: 07/QĐ=BCT"),
        ("{{ x }}", {"x": "A & B <số 5>"}, "A &amp; B &lt;số~5&gt;"),
        ("{{ x }}", {"x": "dòng một\nĐiều 2"}, "dòng một<w:br/>Điều~2"),
        ("{% if x %}khoản {{ x }}{% endif %} Điều 6", {"x": "2"}, "khoản~2 Điều~6"),
    ],
)
def test_what_a_line_may_not_part_is_set_so(line, values, expected):
    assert words(line, **values) == expected


def test_a_cell_of_a_table_may_part_anything_as_it_may_be_narrow():
    document = of_lines("Điều {{ so }}")
    document.add_table(1, 1).cell(0, 0).text = "số {{ so }}/2025/NĐ-CP, Điều 5"

    _, data = printed(document, so="7")

    assert read(data).tables[0].cell(0, 0).text == "số 7/2025/NĐ-CP, Điều 5"
    assert read(data).paragraphs[0].text == "Điều\u00a07"


def test_without_typesetting_a_text_is_printed_as_it_is():
    document = docx.Document()
    document.add_paragraph("Điều 5 số {{ x }}")

    assert (
        read(fill(compile_template(saved(document)), {"x": "1/NĐ-CP"})).paragraphs[0].text
        == "Điều 5 số 1/NĐ-CP"
    )

"""Each feature of docxtpl's dialect: a template made here, and the same text as docxtpl's."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import docx
import docxtpl
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell

from kcdocs.engine.compile import compile_template
from kcdocs.engine.fill import fill

DATA: dict[str, object] = {
    "so": "15/QĐ-BCT",
    "trong": "",
    "n": 3,
    "don_vi": {"ten": "Cục Công Thương địa phương", "dia_chi": ["Hà Nội", "Huế"]},
    "ds": [{"ten": "Một", "tien": 10}, {"ten": "Hai", "tien": 20}, {"ten": "Ba", "tien": 30}],
    "cot": ["A", "B", "C"],
}


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def reference(data: bytes, values: dict[str, object]) -> bytes:
    template = docxtpl.DocxTemplate(io.BytesIO(data))
    template.render(values, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def texts(data: bytes) -> list[object]:
    """What a reader sees: body paragraphs and tables in order, headers, footers; empty paragraphs left out."""
    document = docx.Document(io.BytesIO(data))
    found: list[object] = list(_blocks(document.element.body, document))
    for section in document.sections:
        for story in (section.header, section.footer):
            found += [paragraph.text for paragraph in story.paragraphs if paragraph.text]
    return found


def _blocks(parent: object, document: Document) -> Iterator[object]:
    for child in parent.iterchildren():  # type: ignore[attr-defined]
        if child.tag == qn("w:p"):
            text = docx.text.paragraph.Paragraph(child, document).text
            if text:
                yield text
        elif child.tag == qn("w:tbl"):
            table = docx.table.Table(child, document)
            yield [
                [[p for p in _Cell(cell, table).text.split("\n") if p] for cell in row._tr.tc_lst]
                for row in table.rows
            ]


def split_runs(document: Document, *pieces: str) -> None:
    paragraph = document.add_paragraph()
    for index, piece in enumerate(pieces):
        paragraph.add_run(piece).bold = index % 2 == 0


def paragraphs(*lines: str) -> Callable[[Document], None]:
    def build(document: Document) -> None:
        for line in lines:
            document.add_paragraph(line)

    return build


def table(*rows: tuple[str, ...]) -> Callable[[Document], None]:
    def build(document: Document) -> None:
        made = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, cells in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text

    return build


def runs(*pieces: str) -> Callable[[Document], None]:
    return lambda document: split_runs(document, *pieces)


def nested(document: Document) -> None:
    cell = document.add_table(rows=1, cols=2).cell(0, 1)
    inner = cell.add_table(rows=3, cols=1)
    for row, text in zip(
        inner.rows, ("{%tr for x in ds %}", "{{ x.ten }} {{ n }}", "{%tr endfor %}"), strict=True
    ):
        row.cells[0].text = text


def linked(document: Document) -> None:
    paragraph = document.add_paragraph("Xem ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), "cuoi")
    link.append(paragraph.add_run("{{ so }}{% if n %} có{% endif %}")._r)
    paragraph._p.append(link)


def properties(document: Document) -> None:
    document.add_paragraph("Thân {{ so }}")
    document.core_properties.title = "Tên {{ so }}"
    document.core_properties.subject = "{% if n > 2 %}nhiều{% endif %}"


def header_and_footer(document: Document) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "Đầu {{ so }} {% if n > 2 %}nhiều{% endif %}"
    section.footer.paragraphs[0].text = "Chân {{ don_vi.ten }}"


def shaded(document: Document) -> None:
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "{% cellbg 'FF0000' %}nền {{ so }}"


def wide(document: Document) -> None:
    made = document.add_table(rows=2, cols=3)
    made.cell(0, 0).text = "{% colspan 3 %}gộp {{ n }}"
    for cell in list(made.rows[0]._tr.tc_lst)[1:]:
        made.rows[0]._tr.remove(cell)
    for cell, text in zip(made.rows[1].cells, "abc", strict=True):
        cell.text = text


FEATURES: dict[str, Callable[[Document], None]] = {
    "a value": paragraphs("Số: {{ so }}."),
    "an attribute, an item, an index": paragraphs("{{ don_vi.ten }} {{ don_vi['ten'] }} {{ don_vi.dia_chi[1] }}"),
    "filters": paragraphs("{{ so|lower }} {{ ds|length }} {{ trong|default('không', true) }} {{ cot|join(', ') }}"),
    "arithmetic": paragraphs("{{ n * 2 + 1 }} {{ n // 2 }} {{ n ** 2 }} {{ 'x' ~ n }} {{ 7 % 4 }}"),
    "a condition within a line": paragraphs("{% if n > 2 %}nhiều{% elif n %}ít{% else %}không{% endif %} hết"),
    "a condition over paragraphs": paragraphs("{%p if n > 5 %}", "lớn", "{%p else %}", "nhỏ {{ n }}", "{%p endif %}"),
    "a loop over paragraphs": paragraphs("{%p for x in ds %}", "{{ loop.index }}. {{ x.ten }}", "{%p endfor %}"),
    "a loop within a line": paragraphs("{% for x in ds %}{{ x.ten }}{% if not loop.last %}, {% endif %}{% endfor %}."),
    "nested loops": paragraphs(
        "{%p for x in ds %}", "{{ x.ten }}", "{%p for c in cot %}", "+ {{ c }}{{ x.tien }}", "{%p endfor %}", "{%p endfor %}"
    ),
    "set": paragraphs("{%p set tong = 5 %}", "Tổng {{ tong }}"),
    "set within a line": paragraphs("{% set a = n + 1 %}Tổng {{ a }}"),
    "a macro": paragraphs("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(so) }} {{ m(n) }}"),
    "a namespace": paragraphs(
        "{% set ns = namespace(t=0) %}{% for x in ds %}{% set ns.t = ns.t + x.tien %}{% endfor %}{{ ns.t }}"
    ),
    "with": paragraphs("{% with y = n %}{{ y }}{% endwith %}"),
    "a comment": paragraphs("trước {# không in #}sau"),
    "a comment paragraph": paragraphs("trước", "{#p không in #}", "sau"),
    "raw": paragraphs("{% raw %}{{ giữ nguyên }}{% endraw %}"),
    "quoted braces": paragraphs("{_{ giữ }_} {_% nguyên %_} {{ so }}"),
    "whitespace control": paragraphs("đầu", "{%- if n -%}", "giữa", "{%- endif %}", "cuối {{- so -}} !"),
    "a literal with signs": paragraphs("{{ 'a < b' if n < 5 }} {{ n < 5 }} {{ n > 5 }}"),
    "smart quotes in a tag": paragraphs("{{ don_vi[‘ten’] }} {{ “chữ” }}"),
    "no-break spaces in a tag": paragraphs("{{\u00a0so\u00a0}}"),
    "rows in a loop": table(("Tên", "Tiền"), ("{%tr for x in ds %}", ""), ("{{ x.ten }}", "{{ x.tien }}"), ("{%tr endfor %}", "")),
    "rows in groups, in the order of the template, empty groups left out": table(
        ("{%tr for tien, nhan in [(30, 'cao'), (25, 'vừa'), (10, 'thấp')] if ds|selectattr('tien', 'equalto', tien)|list %}", ""),
        ("{{ 'ABC'[loop.index0] }}", "{{ nhan }}"),
        ("{%tr for x in ds|selectattr('tien', 'equalto', tien) %}", ""), ("{{ loop.index }}", "{{ x.ten }}"),
        ("{%tr endfor %}", ""), ("{%tr endfor %}", ""),
    ),
    "rows in a condition": table(("Tên", "Tiền"), ("{%tr if n > 5 %}", ""), ("ẩn", "ẩn"), ("{%tr endif %}", "")),
    "cells in a loop": table(
        ("{%tc for c in cot %}", "{{ c }}", "{%tc endfor %}"), ("{%tc for c in cot %}", "{{ c }}{{ n }}", "{%tc endfor %}")
    ),
    "vertical merge": table(("{%tr for x in ds %}", ""), ("{% vm %}chung", "{{ x.ten }}"), ("{%tr endfor %}", "")),
    "horizontal merge": table(("{%tc for c in cot %}", "{% hm %}gộp {{ n }}", "{%tc endfor %}")),
    "a cell's shading": shaded,
    "a cell over columns": wide,
    "a table in a paragraph loop": paragraphs("{%p for x in ds %}", "Bảng {{ x.ten }}", "{%p endfor %}"),
    "a loop with an else": paragraphs("{% for x in [] %}{{ x }}{% else %}không có{% endfor %}"),
    "a loop with a condition": paragraphs("{% for x in ds if x.tien > 10 %}{{ loop.length }}{{ x.ten }} {% endfor %}"),
    "a recursive loop": paragraphs(
        "{% for x in [[1, [2, 3]], [4]] recursive %}({% if x is iterable %}{{ loop(x) }}{% else %}{{ x }}{% endif %}){% endfor %}"
    ),
    "what a loop knows": paragraphs(
        "{% for c in cot %}{{ loop.cycle('a', 'b') }}{{ loop.revindex }}{{ loop.first }}{{ loop.previtem|default('-') }}{% endfor %}"
    ),
    "pairs in a loop": paragraphs("{% for k, v in [('a', 1), ('b', 2)] %}{{ k }}={{ v }};{% endfor %}"),
    "a macro over paragraphs": paragraphs("{%p macro m(x) %}", "Khối {{ x }}", "{%p endmacro %}", "{{p m(1) }}"),
    "a call block": paragraphs("{% macro v(x) %}<{{ caller() }}{{ x }}>{% endmacro %}{% call v(n) %}trong {% endcall %}"),
    "a filter block": paragraphs("{% filter upper %}chữ {{ so }}{% endfilter %}"),
    "a set block": paragraphs("{% set y %}gộp {{ n }}{% endset %}[{{ y }}]"),
    "tests": paragraphs("{{ n is odd }} {{ x is defined }} {{ cot is iterable }} {{ 'A' in cot }} {{ n is divisibleby 3 }}"),
    "slices and calls": paragraphs("{{ cot[1:]|join }} {{ so.split('/')[0] }} {{ range(3)|list|length }} {{ so[:2] }}"),
    "lists and groups": paragraphs("{{ {'a': n}['a'] }} {{ (1, 2)|sum }} {{ [n, 4]|max }} {{ dict(b=2).b }}"),
    "more filters": paragraphs(
        "{{ so|replace('Q', 'K') }} {{ ds|map(attribute='ten')|join('; ') }} {{ 3.14159|round(2) }} {{ cot|reverse|join }} "
        "{{ ds|sum(attribute='tien') }} {{ (cot + ['D'])|batch(2)|map('join')|join('/') }} {{ 'a b'|title }} {{ n|string|center(5) }}|"
    ),
    "two conditions on one paragraph": paragraphs("{%p if n %}", "{%p if n > 1 %}", "hai", "{%p endif %}", "{%p endif %}"),
    "an elif over paragraphs": paragraphs("{%p if n > 5 %}", "a", "{%p elif n > 2 %}", "b {{ n }}", "{%p else %}", "c", "{%p endif %}"),
    "runs in a condition": runs("trước ", "{%r if n > 5 %}", "giấu", "{%r endif %}", " sau ", "{%r if n %}", "hiện", "{%r endif %}"),
    "runs in a loop": runs("A ", "{%r for c in cot %}", "{{ c }},", "{%r endfor %}", " Z"),
    "a comment row": table(("a", "b"), ("{#tr không in #}", ""), ("c", "{{ n }}")),
    "a condition within a cell": table(("{% if n > 5 %}x{% endif %}", "{% if n %}{{ so }}{% endif %}")),
    "a table within a cell": nested,
    "a hyperlink": linked,
    "properties of the file": properties,
    "a tag split over runs": lambda document: split_runs(document, "Số {", "{ s", "o }", "} và {% i", "f n %}có{% en", "dif %}"),
    "header and footer": header_and_footer,
}  # fmt: skip


@pytest.mark.parametrize("feature", FEATURES)
def test_each_feature_gives_the_same_text_as_docxtpl(feature):
    document = docx.Document()
    FEATURES[feature](document)
    template = saved(document)

    ours = texts(fill(compile_template(template), DATA))

    assert ours == texts(reference(template, DATA))
    assert ours

"""Templates that try to run code or to fill the memory are refused, within a second."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from multiprocessing import get_context

import docx
import pytest
from docx.oxml import parse_xml

from kcdocs.engine.check import check_template
from kcdocs.engine.compile import compile_template
from kcdocs.engine.errors import (
    BrokenStructureError,
    CrossingError,
    FillError,
    ForbiddenTagError,
    LimitError,
    OutsideFieldError,
    SyntaxFaultError,
    TemplateError,
    UnsafeTemplateError,
)
from kcdocs.engine.fill import fill
from kcdocs.engine.objects import Subdoc
from kcdocs.errors import KcdocsError
from kcdocs.word.errors import BrokenPartError
from kcdocs.word.package.docx import open_package, save_package

VALUES = {"s": "chữ", "l": list(range(100)), "d": {"a": 1}, "n": 5, "share": Decimal("9.5")}


def template_of(text):
    document = docx.Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def run(text):
    return fill(compile_template(template_of(text)), VALUES)


CODE = [
    "{{ s.__class__ }}",
    "{{ s['__class__'] }}",
    "{{ s|attr('__class__') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__ }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range.__self__ }}",
    "{{ l.append(1) }}",
    "{{ d.update({'b': 2}) }}",
    "{{ d.clear() }}",
    "{{ '{0.__class__}'.format(s) }}",
    "{{ '{x.__class__}'.format_map({'x': s}) }}",
    "{{ '{0.__class__}' | format(s) }}{{ '%s'|format(s.__class__) }}",
    "{{ (s ~ '{0.__class__}').format(s) }}",
    "{{ l|map(attribute='__class__')|list }}",
    "{{ lipsum() }}",
    "{{ loop }}",
    "{{ render }}",
    "{{ environment }}",
    "{{ context }}",
    "{{ _fail }}",
    "{% set x = s.format.__globals__ %}",
]
LIMITS = [
    "{% for a in range(10**9) %}{% endfor %}",
    "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
    "{{ range(10**9)|list }}",
    "{{ 'a' * 50000000 }}",
    "{{ l * 50000000 }}",
    "{{ 50000000 * 'a' }}",
    "{{ 'a'.center(50000000) }}",
    "{{ 'a'|center(50000000) }}",
    "{{ 'a'.ljust(50000000) }}",
    "{{ 'a'.zfill(50000000) }}",
    "{{ '\\t'.expandtabs(50000000) }}",
    "{{ '%050000000d' % 5 }}",
    "{{ '%050000000d'|format(5) }}",
    "{{ '%*d' % (50000000, 5) }}",
    "{{ '{:>50000000}'.format(s) }}",
    "{{ '{:{w}}'.format(s, w=50000000) }}",
    "{{ 'a'|indent(50000000, true) }}",
    "{{ l|batch(50000000, 0)|list|length }}",
    "{{ l|slice(50000000)|list|length }}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ 2 ** 100000 }}",
    "{{ share ** 999999 }}",
    "{% if share ** 99999 > 1 %}{% endif %}",
    "{{ share ** -999999 }}",
    "{{ 1.5|round(50000000, 'ceil') }}",
    "{{ n.to_bytes(50000000, 'big') }}",
    "{{ ('a' * 9000000)|replace('a', 'aaaaaaaaaa') }}",
    "{{ ('a' * 9000000).replace('a', 'aaaaaaaaaa') }}",
    "{{ l|join('a' * 9000000) }}",
    "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set ns.x = '%s%s' % (ns.x, ns.x) %}{% endfor %}",
    "{% set ns = namespace(x=l) %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "{% set x = 'a' * 900000 %}{% for i in range(100000) %}{{ x }}{% endfor %}",
    "{% macro m(k) %}{% if k %}{{ m(k - 1) }}{{ m(k - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for x in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
]


@pytest.mark.parametrize("text", CODE)
def test_an_attempt_to_reach_code_is_refused(text):
    with pytest.raises((UnsafeTemplateError, FillError, TemplateError)):
        run(text)


@pytest.fixture(scope="module")
def other_process() -> Iterator[ProcessPoolExecutor]:
    """One that no coverage is counted in, and no other test has left its objects in."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield pool


def seconds_to_refuse(text: str) -> float:
    """Processor time until a template is refused for what it takes."""
    template = compile_template(template_of(text))
    begin = time.process_time()
    with pytest.raises(LimitError):
        fill(template, VALUES)
    return time.process_time() - begin


@pytest.mark.parametrize("text", LIMITS)
def test_an_attempt_to_fill_the_memory_is_refused_within_a_second(text, other_process):
    assert other_process.submit(seconds_to_refuse, text).result() < 1


@pytest.mark.parametrize(
    "tag",
    [
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% from 'os' import path %}",
        "{% extends 'x' %}",
        "{% autoescape false %}{{ s }}{% endautoescape %}",
    ],
)
def test_a_tag_that_reaches_outside_is_refused_when_compiled(tag):
    with pytest.raises(ForbiddenTagError):
        compile_template(template_of(tag))


@pytest.mark.parametrize("name", ["safe", "e", "escape", "forceescape"])
def test_no_filter_makes_a_value_markup(name):
    data = fill(compile_template(template_of("{{ s|" + name + " }}")), {"s": "<w:br/>&"})

    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "<w:br/>&"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ a", "TP101"),
        ("{% for x in l %}", "TP101"),
        ("{% endfor %}", "TP101"),
        ("{{ a }", "TP101"),
        ("{{ s|khong_co }}", "TP102"),
        ("{% if n is khong_co %}{% endif %}", "TP102"),
        ("{% khong_co %}", "TP101"),
    ],
)
def test_a_broken_tag_is_an_error_of_the_template_with_its_place(text, code):
    document = docx.Document()
    document.add_paragraph("đầu")
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)

    with pytest.raises(KcdocsError) as caught:
        compile_template(out.getvalue(), name="mau.docx")

    assert caught.value.code == code
    assert caught.value.place.part == "thân văn bản"
    assert caught.value.place.paragraph == 2


@pytest.mark.parametrize(
    ("opening", "closing"), [("{% for x in l %}", "{% endfor %}"), ("{% if n %}", "{% endif %}")]
)
def test_what_opens_in_one_cell_and_closes_in_another_is_refused_with_its_place(opening, closing):
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = opening + "a"
    table.cell(0, 1).text = "b" + closing
    out = io.BytesIO()
    document.save(out)

    with pytest.raises(CrossingError) as caught:
        compile_template(out.getvalue())

    assert caught.value.place.cell == "bảng 1, hàng 1, cột 1"


def test_tags_that_tear_a_paragraph_never_give_a_document():
    document = docx.Document()
    document.add_paragraph("{% for x in l %}a")
    document.add_paragraph("{%p endfor %}")
    out = io.BytesIO()
    document.save(out)

    with pytest.raises(BrokenStructureError):
        fill(compile_template(out.getvalue()), {"l": [1, 2]})


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{% for x in l %}" * 60 + "{% endfor %}" * 60,
        "{% if n %}" * 3000 + "{% endif %}" * 3000,
    ],
)
def test_tags_nested_too_deeply_are_refused_when_compiled(text):
    with pytest.raises(SyntaxFaultError):
        compile_template(template_of(text))


def test_a_part_nested_too_deeply_is_refused():
    parts = dict(open_package(template_of("{{ n }}")).parts)
    deep = "<w:p>" * 5000 + "</w:p>" * 5000
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", f"<w:body>{deep}".encode())

    with pytest.raises(BrokenPartError):
        compile_template(save_package(parts))


def with_field(code):
    document = docx.Document()
    document.add_paragraph("{{ ten }}")
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    field = parse_xml(
        f'<w:fldSimple xmlns:w="{namespace}" w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    )
    document.add_paragraph()._p.append(field)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("code", ["DDEAUTO c:/a.exe b", "INCLUDEPICTURE http://a.vn/b.png", "{{ ten }} a"])
def test_a_field_that_reaches_outside_is_refused_at_the_door_with_its_paragraph(code):
    with pytest.raises(OutsideFieldError) as caught:
        compile_template(with_field(code), name="mau.docx")
    (fault,) = check_template(with_field(code), name="mau.docx").faults

    assert (caught.value.place.part, caught.value.place.paragraph) == ("thân văn bản", 2)
    assert (fault.finding.code, fault.finding.place.paragraph) == ("TP107", 2)


def test_a_document_put_into_another_brings_no_such_field():
    outer = docx.Document()
    outer.add_paragraph("{{p con }}")
    out = io.BytesIO()
    outer.save(out)

    with pytest.raises(OutsideFieldError):
        fill(compile_template(out.getvalue()), {"con": Subdoc(with_field("LINK Excel.Sheet a"))})

"""Values come through whole or are refused by name; the same input gives the same bytes."""

from __future__ import annotations

import io
import threading
import unicodedata
from datetime import date
from decimal import Decimal

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from kcdocs.engine.compile import compile_template
from kcdocs.engine.errors import (
    EmptyValueError,
    FillError,
    ForbiddenCharacterError,
    MissingFieldError,
    NotTextError,
)
from kcdocs.engine.fill import CONTENT_PROPERTY, fill, produce
from kcdocs.word.package.docx import open_package, save_package
from kcdocs.word.package.properties import CUSTOM, Property, custom_xml, read_custom, read_properties
from kcdocs.word.package.skeleton import with_custom_part


def template_of(*lines, table=()):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if table:
        made = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return compile_template(out.getvalue(), name="mau.docx")


def read(data):
    return docx.Document(io.BytesIO(data))


PLAIN = template_of("[{{ x }}]")


@pytest.mark.parametrize(
    "value",
    [
        "R&D",
        "x < 5 tấn",
        "Cty A & B <C>",
        "]]>",
        "{{ 7*7 }}",
        "{% for a in b %}",
        "{_{ x }_}",
        "&amp; &#65; &lt;w:p/&gt;",
        "</w:t></w:r></w:p>",
        "\" onload='1'",
        unicodedata.normalize("NFD", "Điều khoản thi hành: ế ộ ữ"),
        "\u00a0khoảng trắng\u00a0",
        "  đầu và cuối  ",
        "𠀀 𝛼 😀",
        "một\nhai\n\nba",
        "cột\tcột",
        "-" * 300,
    ],
)
def test_a_value_comes_through_unchanged(value):
    assert read(fill(PLAIN, {"x": value})).paragraphs[0].text == f"[{value}]"


def test_a_value_of_a_million_characters_comes_through_unchanged():
    value = "Điều <&> " * 120_000

    assert read(fill(PLAIN, {"x": value})).paragraphs[0].text == f"[{value}]"


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_every_line_ending_becomes_one_line_break(ending):
    assert read(fill(PLAIN, {"x": f"a{ending}b"})).paragraphs[0].text == "[a\nb]"


@pytest.mark.parametrize(
    ("value", "text"),
    [(5, "5"), (Decimal("1.50"), "1,50"), (True, "True"), (0.5, "0.5"), (date(2026, 3, 5), "05/3/2026")],
)
def test_a_number_is_printed_as_it_is(value, text):
    assert read(fill(PLAIN, {"x": value})).paragraphs[0].text == f"[{text}]"


def test_a_value_in_an_attribute_cannot_leave_it():
    template = template_of(table=(("{% cellbg x %}nền",),))

    cell = read(fill(template, {"x": 'FF0000"/><w:p>\n&'})).tables[0].cell(0, 0)

    shading = cell._tc.tcPr.find("{*}shd")
    assert shading.get(qn("w:fill")) == 'FF0000"/><w:p>\n&'


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x01", "\x0b", "\x1f", "\x7f", "\x85", chr(0xD800), chr(0xDFFF), "\ufffe", "\uffff"],
)
def test_a_forbidden_character_is_refused_with_the_field(character):
    template = template_of("{%p for d in ds %}", "{{ d.ten }}", "{%p endfor %}")

    with pytest.raises(ForbiddenCharacterError) as caught:
        fill(template, {"ds": [{"ten": "tốt"}, {"ten": f"a{character}b"}], "khac": [character]})

    assert [finding.place.field for finding in caught.value.findings] == ["ds[1].ten", "khac[0]"]
    assert f"U+{ord(character):04X}" in caught.value.findings[0].message


@pytest.mark.parametrize(
    ("values", "error", "word"),
    [
        ({}, MissingFieldError, "co_quan"),
        ({"co_quan": {}}, MissingFieldError, "ten"),
        ({"co_quan": {"ten": None}}, EmptyValueError, "co_quan.ten"),
        ({"co_quan": {"ten": ["a"]}}, NotTextError, "danh sách"),
        ({"co_quan": {"ten": {"a": 1}}}, NotTextError, "nhóm trường"),
    ],
)
def test_what_cannot_be_printed_is_an_error_with_name_and_place(values, error, word):
    template = template_of("Điều 1. Phạm vi", "văn bản", table=(("a", "b"), ("c", "{{ co_quan.ten }}")))

    with pytest.raises(error) as caught:
        fill(template, values)

    place = caught.value.place
    assert word in str(caught.value)
    assert (place.file, place.part, place.paragraph, place.cell) == (
        "mau.docx", "thân văn bản", 6, "bảng 1, hàng 2, cột 2",
    )  # fmt: skip
    assert place.address == "dieu-1"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ a.b.c }}",
        "{{ l[5] }}",
        "{{ s + x }}",
        "{% if x %}{% endif %}",
        "{% for y in x %}{% endfor %}",
        "{{ x|upper }}",
        "{{ s < 3 }}",
        "{{ d|ngay_chu }}",
    ],
)
def test_a_missing_name_or_unfit_value_never_passes_silently(tag):
    with pytest.raises(FillError):
        fill(template_of("đầu " + tag), {"a": {}, "l": [1], "s": "chữ", "d": "31/02/2026"})


def test_a_default_stands_for_what_is_missing():
    document = read(fill(template_of("{{ x|default('không') }} {{ 'có' if y is defined else 'chưa' }}"), {}))

    assert document.paragraphs[0].text == "không chưa"


def test_a_field_named_like_a_method_is_the_field():
    document = read(fill(template_of("{{ d.items }} {{ d.keys }}"), {"d": {"items": "mục", "keys": "khóa"}}))

    assert document.paragraphs[0].text == "mục khóa"


def test_the_same_input_gives_the_same_bytes_and_another_record_others():
    first = produce(PLAIN, {"x": "một"}, properties={"kcdocs.set": "qd@1.0.0"})
    again = produce(template_of("[{{ x }}]"), {"x": "một"}, properties={"kcdocs.set": "qd@1.0.0"})
    other = produce(PLAIN, {"x": "hai"}, properties={"kcdocs.set": "qd@1.0.0"})

    assert first == again
    assert first.digest != other.digest


def test_properties_are_written_and_tell_the_digest_of_the_other_parts():
    filled = produce(PLAIN, {"x": "một"}, properties={"kcdocs.set": "qd@1.0.0", "kcdocs.record": "a&<b>"})

    found = read_custom(open_package(filled.data).parts[CUSTOM])
    assert found == {"kcdocs.set": "qd@1.0.0", "kcdocs.record": "a&<b>", CONTENT_PROPERTY: filled.digest}


def test_eight_threads_give_the_bytes_of_one():
    template = template_of("{{ so }}", "{%p for d in ds %}", "{{ loop.index }} {{ d }}", "{%p endfor %}")
    records = [{"so": f"số {n}", "ds": [f"dòng {n}.{k} <&>" for k in range(n % 7)]} for n in range(200)]
    expected = [fill(template, record) for record in records]
    found = [[b""] * len(records) for _ in range(8)]

    def work(own):
        for index, record in enumerate(records):
            own[index] = fill(template, record)

    threads = [threading.Thread(target=work, args=(own,)) for own in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert all(own == expected for own in found)


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=40
)
LISTS = template_of(
    "đầu {{ dau }}", "{%p for d in ds %}", "<{{ d.a }}|{{ d.b }}>", "{%p for t in d.con %}", "-{{ t }}", "{%p endfor %}", "{%p endfor %}",
    table=(("{%tr for d in ds %}", ""), ("{{ d.a }}", "{{ d.b }}"), ("{%tr endfor %}", "")),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    TEXTS,
    st.lists(st.fixed_dictionaries({"a": TEXTS, "b": TEXTS, "con": st.lists(TEXTS, max_size=3)}), max_size=4),
)
def test_random_records_come_out_once_and_in_reading_order(head, items):
    document = read(fill(LISTS, {"dau": head, "ds": items}))

    expected = [f"đầu {head}"]
    for item in items:
        expected += [f"<{item['a']}|{item['b']}>", *(f"-{text}" for text in item["con"])]
    assert [paragraph.text for paragraph in document.paragraphs] == expected
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows] if document.tables else []
    assert rows == [[item["a"], item["b"]] for item in items]


def test_the_own_properties_of_a_template_stay():
    document = docx.Document()
    document.add_paragraph("{{ x }}")
    out = io.BytesIO()
    document.save(out)
    parts = dict(open_package(out.getvalue()).parts)
    own = custom_xml({"don_vi": "Cục <&>", "kcdocs.set": "cũ@1"}, (Property("lan", "i4", "3"),))
    first = save_package(with_custom_part(open_package(save_package(parts))) | {CUSTOM: own})

    filled = fill(compile_template(first), {"x": "a"}, properties={"kcdocs.set": "qd@1.0.0"})

    found = read_properties(open_package(filled).parts[CUSTOM])
    assert found[:3] == (
        ("lan", "i4", "3"),
        ("don_vi", "lpwstr", "Cục <&>"),
        ("kcdocs.set", "lpwstr", "qd@1.0.0"),
    )
    assert [one.name for one in found[3:]] == [CONTENT_PROPERTY]
    again = open_package(filled)
    assert sum(one.target == CUSTOM for one in again.relations("")) == 1


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("{{ a }}", "1,5"),
        ("{{ a * 2 }}", "3"),
        ("{{ a - b }}", "0,25"),
        ("{{ b / 5 }}", "0,25"),
        ("{{ a ~ '%' }}", "1,5%"),
        ("{{ [a, b] | sum }}", "2,75"),
        ("{{ [a, a] | sum }}", "3"),
        ("{{ [a, b, 2] | join('; ') }}", "1,5; 1,25; 2"),
        ("{{ a | string }}", "1,5"),
        ("{{ (a * 1000000) | tien }}", "1.500.000 đồng"),
    ],
)
def test_a_number_of_a_record_is_printed_as_vietnamese_write_it(tag, text):
    document = fill(template_of(tag), {"a": Decimal("1.5"), "b": Decimal("1.25")})

    assert docx.Document(io.BytesIO(document)).paragraphs[0].text == text

"""The checker: everything at once, in every part; what it lets pass; JSON and Word comments."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema_rs
import pytest
from check_material import RECORD, template
from docx import Document

from kcdocs.engine.check import check_template, check_with
from kcdocs.engine.check_report import as_json
from kcdocs.engine.compile import compile_template
from kcdocs.engine.fill import fill
from kcdocs.engine.shapes import shape_of
from kcdocs.errors import KcdocsError
from kcdocs.model.finding import Severity
from kcdocs.word.package.docx import open_package, save_package
from kcdocs.word.package.relations import CONTENT_TYPES
from kcdocs.word.package.skeleton import appended

ROOT = Path(__file__).parents[2]


SHAPE = shape_of([RECORD])


def told(data: bytes) -> list[tuple[str, str, str, int]]:
    """Code, part, cell and paragraph of each fault."""
    report = check_template(data, name="mau.docx", shape=SHAPE)
    places = [(fault.finding.code, fault.finding.place) for fault in report.faults]
    return [(code, place.part, place.cell, place.paragraph) for code, place in places]


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def test_faults_of_all_parts_are_told_in_one_run():
    data = template(
        "Số: {{ so }",
        "{% fro x in y %}",
        "Điều 1. {{ khong_co }}",
        header="{{ so|la }}",
        footer="{% endif %}",
        title="{{ so",
        table=[["{{ so }}", "{% if so %}"]],
    )

    assert told(data) == [
        ("TP110", "thân văn bản", "", 1),
        ("TP121", "thân văn bản", "", 2),
        ("TP201", "thân văn bản", "", 3),
        ("TP113", "thân văn bản", "bảng 1, hàng 1, cột 2", 5),
        ("TP102", "đầu trang 1", "", 1),
        ("TP114", "chân trang 1", "", 1),
        ("TP110", "thuộc tính tài liệu, tiêu đề", "", 0),
    ]


@pytest.mark.parametrize(
    ("paragraphs", "codes"),
    [
        (["Số: {{ x }}/QĐ"], ["TP201"]),
        (["{{ a.b.c }}"], ["TP201"]),
        (["{% for c in can_cu %}{{ c.so }}"], ["TP113"]),
        (["{{ so }}{% endfor %}"], ["TP114"]),
        (["{{ so }"], ["TP110"]),
        (["{{ so|khong_co_loc_nay }}"], ["TP102"]),
        (["{{ so }", "{% endfor %}", "{{ so|khong_co_loc_nay }}"], ["TP110", "TP114", "TP102"]),
    ],
    ids=[
        "missing name",
        "missing path",
        "unclosed",
        "extra end",
        "missing brace",
        "unknown filter",
        "three at once",
    ],
)
def test_the_known_broken_templates_give_each_fault_by_name(paragraphs, codes):
    assert [code for code, *_ in told(template(*paragraphs))] == codes


def test_a_control_character_in_the_data_is_told_with_its_field_and_place():
    data = template("Điều 1. Phạm vi", "Tên: {{ ten }}")
    assert not check_template(data, shape=shape_of([{"ten": "x"}])).faults

    [fault] = check_with(data, [{"ten": "a\x07b"}], name="mau.docx", source="dữ liệu").faults

    assert fault.finding.code == "TP204"
    assert fault.finding.place.field == "ten"
    assert fault.finding.place.paragraph == 2
    assert fault.finding.place.address == "dieu-1"


def test_values_that_look_like_markup_come_through_whole():
    data = template("Tên: {{ ten }} hết")
    assert not check_template(data, shape=shape_of([{"ten": ""}])).faults
    assert texts(fill(compile_template(data), {"ten": "Cty A & B <C>"})) == ["Tên: Cty A & B <C> hết"]


def test_a_tag_cut_into_runs_is_noted_and_comes_through_whole():
    data = template(["Số: {", "{ s", "o }", "}/QĐ"])
    report = check_template(data, shape=SHAPE)
    assert [fault.finding.severity for fault in report.faults] == [Severity.NOTE]
    assert not report.broken
    assert texts(fill(compile_template(data), RECORD)) == ["Số: 05/QĐ"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["{% for c in can_cu %}{{ loop.index }}. {{ c.so }}{% else %}không{% endfor %}"],
        ["{%p for c in can_cu %}", "{{ c.so }}", "{%p endfor %}"],
        ["{% for c in can_cu %}", "{{ c.ten }}", "{% endfor %}"],
        ["{% set n = co_quan %}{{ n.ten }}"],
        ["{% set n %}{{ so }}{% endset %}{{ n }}"],
        ["{% macro m(x, y=1) %}{{ x }}{{ y }}{% endmacro %}{{ m(so) }}"],
        ["{{ ghi_chu|default('') }}"],
        ["{% if ghi_chu is defined %}{{ ghi_chu }}{% endif %}"],
        ["{{ ghi_chu if ghi_chu is defined else so }}"],
        ["{% with k = can_cu[0] %}{{ k.so }}{% endwith %}"],
        ["{{ can_cu|map(attribute='so')|join('; ') }} {{ can_cu|length }}"],
        ["{{ (can_cu|first).so }}"],
        ["{% raw %}{{ khong_phai_truong }}{% endraw %}"],
        ["{# ghi chú {{ }} cho người soạn #}"],
        ["{%- if so -%} x {%- endif -%}"],
        ["{{ {'a': so}['a'] }}"],
        ["Theo mẫu {_{ so }_}"],
        ["{{ so|tien }} {{ so|so_chu|hoa_dau }} {{ ngay_hieu_luc|ngay_chu }}"],
        ["{{ range(3)|join }} {{ so.upper() }}"],
        ["{%p for c in can_cu %}", "{{ c.so }}", "{% endfor %}"],
        ["{% for c in can_cu if c.so %}{{ c.so }}{% endfor %}"],
        ["{% if so %}a{% elif co_quan.ten %}b{% else %}c{% endif %}"],
        ["{% for k, v in co_quan.items() %}{{ k }}: {{ v }}{% endfor %}"],
        ["{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ so }}{% endcall %}"],
        ["{{ {'a': {'b': so}} }}"],
    ],
)
def test_what_the_dialect_allows_gives_no_fault_and_compiles(paragraphs):
    data = template(*paragraphs)
    assert told(data) == []
    compile_template(data)


def test_row_and_cell_loops_in_their_places_give_no_fault():
    rows = [["{%tr for c in can_cu %}", ""], ["{{ c.so }}", "{{ c.ten }}"], ["{%tr endfor %}", ""]]
    columns = [["{%tc for c in can_cu %}", "{{ c.so }}", "{%tc endfor %}"]]
    assert told(template(table=rows)) == []
    assert told(template(table=columns)) == []


def test_a_name_bound_by_a_loop_is_unknown_after_it():
    report = check_template(template("{% for c in can_cu %}{{ c.so }}{% endfor %}{{ c.so }}"), shape=SHAPE)
    assert [fault.finding.place.field for fault in report.faults] == ["c"]


def test_without_data_no_field_is_missing():
    assert check_template(template("{{ bat_ky.ten }}")).faults == ()


def test_used_fields_are_told_by_path_and_whole_values_with_all_below():
    report = check_template(
        template("{% for c in can_cu %}{{ c.so }}{% endfor %}{{ co_quan|length }}"), shape=SHAPE
    )
    assert {path for path in report.used if path} == {
        *("can_cu", "can_cu[].so", "co_quan", "co_quan.ten", "co_quan.chu_quan")
    }


def test_a_fault_in_a_text_box_and_in_a_footnote_is_found():
    data = template("{{ so }}")
    box = (
        b'<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        b"<w:p><w:r><w:t>{{ trong_khung }}</w:t></w:r></w:p>"
        b"</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:sectPr"
    )
    package = open_package(data)
    body = package.parts[package.main].replace(b"<w:sectPr", box, 1)
    assert told(save_package({**package.parts, package.main: body})) == [("TP201", "thân văn bản", "", 3)]


@pytest.mark.parametrize(
    ("kind", "title"),
    [("footnotes", "chú thích cuối trang"), ("endnotes", "chú thích cuối văn bản")],
)
def test_notes_are_checked_too(kind, title):
    package = open_package(template("{{ so }}"))
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = f'<w:{kind[:-1]} w:id="1"><w:p><w:r><w:t>{{{{ khong_co }}}}</w:t></w:r></w:p></w:{kind[:-1]}>'
    types, rels = package.parts[CONTENT_TYPES], package.parts["word/_rels/document.xml.rels"]
    override = f'<Override PartName="/word/{kind}.xml" ContentType="{main}.{kind}+xml"/>'
    related = f'<Relationship Id="rIdN" Type="{relation}/{kind}" Target="{kind}.xml"/>'
    parts = {
        **package.parts,
        CONTENT_TYPES: appended(types, override),
        "word/_rels/document.xml.rels": appended(rels, related),
        f"word/{kind}.xml": f'<w:{kind} xmlns:w="{namespace}">{note}</w:{kind}>'.encode(),
    }
    assert told(save_package(parts)) == [("TP201", title, "", 1)]


def test_what_only_the_engine_finds_is_told_with_its_place(monkeypatch):
    from kcdocs.engine import check as module
    from kcdocs.engine.errors import SyntaxFaultError

    def refuse(data, *, name):
        raise SyntaxFaultError("x", module.Place(part="thân văn bản", paragraph=7))

    monkeypatch.setattr(module, "compile_template", refuse)
    assert told(template("{{ so }}")) == [("TP101", "thân văn bản", "", 7)]


@pytest.mark.parametrize(
    "text", ["{{ so }", "{% for x in so %}", "{{ so|khong_co }}", "{{ a b }}", "{% endif %}"]
)
def test_what_the_checker_calls_broken_the_engine_refuses_too(text):
    """But for a missing brace before plain text, which the engine's dialect prints as it stands."""
    data = template(text, "{{ so }}")
    assert check_template(data).broken
    with pytest.raises(KcdocsError):
        compile_template(data)


def test_json_follows_the_published_schema():
    schema = json.loads((ROOT / "docs/reference/template-check.schema.json").read_text(encoding="utf-8"))
    report = check_template(template("{{ khong_co }}", "{{ so", title="{{ x"), name="mau.docx", shape=SHAPE)
    document = json.loads(as_json([report]))

    jsonschema_rs.Draft202012Validator(schema).validate(document)

    first = document["templates"][0]["faults"][0]
    assert first["place"] == {
        "file": "mau.docx",
        "part": "thân văn bản",
        "address": "",
        "paragraph": 1,
        "cell": "",
        "field": "khong_co",
        "start": 3,
        "end": 11,
    }
    assert first["excerpt"] == {"before": "{{ ", "shown": "khong_co", "after": " }}"}
    assert document["templates"][0]["errors"] == 3


def test_a_statement_that_is_wrong_only_where_it_stands_is_told_at_its_place():
    assert told(template("{% if so %}", "a{% else %}b", "c{% else %}d", "{% endif %}")) == [
        ("TP101", "thân văn bản", "", 3)
    ]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["{% else %}"], [("TP114", 1)]),
        (
            ["{% if so %}", "{% for c in can_cu %}{{ c.so }}", "{% endif %}{{ c.so }}"],
            [("TP113", 2), ("TP201", 3)],
        ),
        (["{% if so %}a{% elif so so %}{{ khong_co }}{% endif %}"], [("TP101", 1), ("TP201", 1)]),
        (["{% for c can_cu %}{{ c.so }}{% endfor %}"], [("TP101", 1)]),
        (["{{ can_cu.so }}"], [("TP201", 1)]),
        (["{{ (so }}"], [("TP101", 1)]),
        (["{{ so\u200b }}"], [("TP131", 1)]),
        (["{% cellbg khong_co %}"], [("TP201", 1)]),
        (["{%p if so %}", "{%p if so %}{%p endif %}", "{%p endif %}"], [("TP118", 2)]),
    ],
)
def test_a_fault_is_told_once_and_hides_no_other(paragraphs, expected):
    assert [(code, paragraph) for code, _, _, paragraph in told(template(*paragraphs))] == expected


@pytest.mark.parametrize("style", ["Heading 1", "Title"])
def test_where_no_article_has_begun_the_heading_is_named(style):
    document = Document()
    document.add_paragraph("I. SỰ CẦN THIẾT BAN HÀNH", style=style)
    document.add_paragraph("{{ khong_co }}")
    document.add_paragraph("Điều 1. Phạm vi")
    document.add_paragraph("{{ khong_co }}")
    stream = io.BytesIO()
    document.save(stream)
    places = [fault.finding.place for fault in check_template(stream.getvalue(), shape=SHAPE).faults]
    assert [(place.part, place.address) for place in places] == [
        ("thân văn bản, dưới «I. SỰ CẦN THIẾT BAN HÀNH»", ""),
        ("thân văn bản", "dieu-1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 3000 + "so" + ")" * 3000 + " }}",
        "{% if so %}" * 1500 + "x" + "{% endif %}" * 1500,
        "{{ " + "+".join(["so"] * 5000) + " }}",
    ],
    ids=["brackets", "blocks", "sums"],
)
def test_what_is_nested_too_deep_is_refused_by_checker_and_engine(text):
    data = template(text)
    [fault] = check_template(data).faults
    assert fault.finding.message == "Thẻ viết sai: thẻ lồng nhau quá sâu."
    with pytest.raises(KcdocsError, match="lồng nhau quá sâu"):
        compile_template(data)


def test_a_part_nested_deeper_than_any_document_is_refused():
    package = open_package(template("{{ so }}"))
    deep = b"<w:p>" + b"<w:r>" * 300 + b"</w:r>" * 300 + b"</w:p><w:sectPr"
    body = package.parts[package.main].replace(b"<w:sectPr", deep, 1)
    with pytest.raises(KcdocsError) as caught:
        check_template(save_package({**package.parts, package.main: body}), name="mau.docx")
    assert caught.value.code == "WD114"

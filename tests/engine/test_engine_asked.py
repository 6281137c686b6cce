"""What the tags of a template tell of its fields, compared with what a reader of the template would say."""

from __future__ import annotations

import io

import pytest
from docx import Document

from kcdocs.engine.asked import Asked, asked_of


def _asked(text: str) -> Asked:
    document, target = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(target)
    return asked_of(target.getvalue())


def _words(asked: Asked) -> dict[str, str]:
    """Path → type in one word, "?" behind what need not be given."""
    return {path: _type(one) + ("" if one.needed else "?") for path, one in asked.below()}


def _type(asked: Asked) -> str:
    if asked.item:
        return "list"
    if asked.fields:
        return "group"
    return "yes/no" if asked.yes_or_no else {"ngay": "day", "so": "number"}.get(asked.kind, "text")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("{{ a | liet_ke }}", {"a": "list"}),
        ("{% for x in a | dong_liet_ke %}{{ x }}{% endfor %}", {"a": "list"}),
        ("{{ a | length }}", {"a": "list"}),
        ("{{ a | length }} {{ a }}", {"a": "text"}),
        ("{{ a | join(attribute='b') }}", {"a": "list", "a[].b": "text"}),
        ("{{ a | sum(attribute='b') | tien }}", {"a": "list", "a[].b": "number"}),
        ("{{ a | map(attribute='b.c') | sum }}", {"a": "list", "a[].b": "group", "a[].b.c": "number"}),
        ("{{ a | map('ngay_so') | join('; ') }}", {"a": "list"}),
        ("{{ (a | first).b }}{{ a[0].c }}", {"a": "list", "a[].b": "text", "a[].c": "text"}),
        (
            "{% for h in a | sort(attribute='b,c') %}{{ h.d | ngay_so }}{% endfor %}",
            {"a": "list", "a[].b": "text", "a[].c": "text", "a[].d": "day"},
        ),
        (
            "{% for h in a | selectattr('tien', 'gt', 5) %}{{ h.ten }}{% endfor %}",
            {"a": "list", "a[].tien": "number", "a[].ten": "text"},
        ),
        (
            "{% for k, ds in a | groupby('cap') %}{{ k }}{% for r in ds %}{{ r.b }}{% endfor %}{% endfor %}",
            {"a": "list", "a[].cap": "text", "a[].b": "text"},
        ),
        ("{{ (a * b) | tien }}", {"a": "number", "b": "number"}),
        ("{{ (a + b) | tien }}", {"a": "number", "b": "number"}),
        ("{{ a + b }} {{ b | so }}", {"a": "number", "b": "number"}),
        ("{{ a + ' và ' + b }}", {"a": "text", "b": "text"}),
        ("{% if a > 5 or -b < c %}x{% endif %}", {"a": "number", "b": "number", "c": "number"}),
        ("{{ (a or 0) | so }}{{ b | default(0) | tien }}", {"a": "number?", "b": "number?"}),
        ("{{ (den - di).days }}", {"den": "day", "di": "day"}),
        ("{{ a | ngay_chu }} {{ a.year }}", {"a": "day"}),
        ("{{ a.strftime('%Y') }}{{ b.upper() }}", {"a": "day", "b": "text"}),
        ("{% macro m(x) %}{{ x | tien }}{% endmacro %}{{ m(a) }}", {"a": "text"}),
    ],
)
def test_a_field_is_what_its_tags_can_use(text: str, fields: dict[str, str]) -> None:
    assert _words(_asked(text)) == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("{% if a %}x{% else %}y{% endif %}", {"a": "yes/no?"}),
        ("{% if not a and (b or c) %}x{% endif %}", {"a": "yes/no?", "b": "yes/no?", "c": "yes/no?"}),
        ("{% if a == true %}x{% endif %}{{ 'x' if b else 'y' }}", {"a": "yes/no?", "b": "yes/no?"}),
        ("{% if a %}{{ a }}{% endif %}", {"a": "text?"}),
        ("{% if a %}{{ a }}{% endif %}{{ a }}", {"a": "text"}),
        ("{% if a is defined %}{{ a }}{% endif %}", {"a": "text?"}),
        ("{% if a is not none and a != '' %}{{ a }}{% endif %}", {"a": "text?"}),
        ("{% if not a %}x{% else %}{{ a }}{% endif %}", {"a": "text?"}),
        ("{% if b %}x{% elif a %}{{ a }}{% else %}{{ b }}{{ a }}{% endif %}", {"b": "text", "a": "text"}),
        ("{% if a or b %}{{ a }}{% endif %}", {"a": "text", "b": "yes/no?"}),
        ("{% if a and b %}{{ a }}{{ b }}{% endif %}", {"a": "text?", "b": "text?"}),
        ("{% if a and a.b > 3 %}{{ a.b }}{% endif %}", {"a": "group?", "a.b": "number"}),
        ("{% if a | length > 0 %}{{ a | liet_ke }}{% endif %}", {"a": "list"}),
        ("{% if a %}{% for x in a %}{{ x }}{% endfor %}{% endif %}", {"a": "list?"}),
        ("{% for x in a or [] %}{{ x }}{% endfor %}", {"a": "list?"}),
        ("{% for x in a if x.b %}{{ x.b }}{% endfor %}", {"a": "list", "a[].b": "text?"}),
        ("{% set t = a or '-' %}{{ t }}", {"a": "text?"}),
        ("{{ a if a else b }}", {"a": "text?", "b": "text"}),
        ("{% if loai == 'x' %}{{ a }}{% endif %}", {"loai": "text", "a": "text"}),
    ],
)
def test_a_field_that_the_template_makes_sure_of_need_not_be_given(text: str, fields: dict[str, str]) -> None:
    assert _words(_asked(text)) == fields


def test_the_unit_of_a_number_is_what_its_filter_prints_behind_it() -> None:
    asked = _asked("{{ a | tien }}{{ b | default(0) | phan_tram }}{{ c | so }}")

    assert {path: one.unit for path, one in asked.below()} == {"a": "đồng", "b": "%", "c": ""}


def test_a_field_used_as_a_day_and_as_a_number_is_told_as_torn() -> None:
    asked = _asked("{{ a | tien }}{{ a | ngay_so }}{{ b | tien }}")

    assert {path: one.torn for path, one in asked.below()} == {"a": True, "b": False}

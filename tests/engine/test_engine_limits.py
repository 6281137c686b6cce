"""The filters and operators that stay usable within the limits, and what they say beyond them."""

from __future__ import annotations

import io
from decimal import Decimal

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from output_material import of_lines, saved

from kcdocs.engine import limits
from kcdocs.engine.budget import Budget, LimitReachedError
from kcdocs.engine.check_faults import decomposed
from kcdocs.engine.check_report import excerpt
from kcdocs.engine.codegen import count_loops
from kcdocs.engine.compile import compile_template
from kcdocs.engine.errors import FillError, KcdocsError, LimitError, NotTextError, UnsafeTemplateError
from kcdocs.engine.fill import fill
from kcdocs.engine.filters import so
from kcdocs.engine.metering import weigh
from kcdocs.model.finding import Place
from kcdocs.model.span import Span

VALUES = {
    "s": "chữ",
    "l": ["a", "b", "c"],
    "g": [{"k": 1, "t": "x"}, {"k": 2, "t": "y"}],
    "n": 5,
    "day": "05/3/2026",
}


def said(text, **values):
    document = docx.Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return (
        docx.Document(io.BytesIO(fill(compile_template(out.getvalue()), VALUES | values))).paragraphs[0].text
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[{{ s|center(9) }}]", "[   chữ   ]"),
        ("[{{ s.center(9, '*') }}]", "[***chữ***]"),
        ("{{ '{:>5}|{x}'.format(s, x=n) }}", "  chữ|5"),
        ("{{ '{a:03d}'.format_map({'a': 7}) }}", "007"),
        ("{{ '%s-%05.1f'|format(s, 2.25) }}", "chữ-002.2"),
        ("{{ '%d%%' % n }}", "5%"),
        ("{{ 'ab' * 3 }}", "ababab"),
        ("{{ 2 ** 10 }} {{ 2.0 ** 3 }} {{ 7 * 6 }} {{ 0.5 * 4 }}", "1024 8.0 42 2.0"),
        ("{{ s|replace('c', 'ch') }} {{ s.replace('ữ', 'u') }}", "chhữ chu"),
        ("{{ l|join('; ') }} {{ ', '.join(l) }} {{ g|join('/', attribute='t') }}", "a; b; c a, b, c x/y"),
        ("{% for row in l|batch(2, '-') %}{{ row|join }}.{% endfor %}", "ab.c-."),
        ("{% for k, v in {'a': 1}.items() %}{{ k }}={{ v }}{% endfor %}", "a=1"),
        ("{% for x in l if x != 'b' %}{{ x }}{% else %}hết{% endfor %}", "ac"),
        ("{% for x in l|map('upper') %}{{ x }}{% endfor %}", "ABC"),
        ("{% for x in [] %}{{ x }}{% else %}hết{% endfor %}", "hết"),
        ("{% for x in range(3) %}{{ x }}{% endfor %}", "012"),
        ("{{ 2.456|round(1) }} {{ g|sum(attribute='k') }} {{ l|last }} {{ s|wordcount }}", "2.5 3 c 1"),
        ("{% call(x) m() %}<{{ x }}>{% endcall %}{% macro m() %}{{ caller('&') }}{% endmacro %}", None),
        ("{% macro m(x) %}({{ x }}){{ caller() }}{% endmacro %}{% call m('&') %}<b>{% endcall %}", "(&)<b>"),
        ("{% set x %}{{ s }} & <{% endset %}{{ x }}", "chữ & <"),
        ("{% filter upper %}{{ s }}{% endfilter %}", "CHỮ"),
        ("{% block b %}{{ s }}{% endblock %}", "chữ"),
        ("{{ s ~ '<&>' ~ n }} {{ m ~ 1 if m is defined else 'không' }}", "chữ<&>5 không"),
        (
            "{{ s|truncate(2, true, '…', 0) }} {{ s|length }} {{ s[0] }} {{ s[-1] }} {{ s[:2] }}",
            "c… 3 c ữ ch",
        ),
    ],
)
def test_what_is_within_the_limits_works(text, expected):
    if expected is None:
        with pytest.raises(KcdocsError):
            said(text)
    else:
        assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "{{ l }}",
        "{{ l|string }}",
        "{{ l|upper }}",
        "{{ l ~ 'x' }}",
        "{{ [l, l]|join }}",
        "{{ g[0] }}",
        "{{ '%s'|format(l) }}",
        "{{ l|replace('a', 'b') }}",
        "{{ s.upper }}",
        "{{ range(3) }}",
        "{{ l|map('upper') }}",
        "{{ namespace() }}",
        "{% for x in l %}{{ loop }}{% endfor %}",
        "{{ none ~ 'x' }}",
    ],
)
def test_a_list_or_function_is_never_printed(text):
    with pytest.raises(NotTextError):
        said(text)


@pytest.mark.parametrize(
    "text", ["{{ s.translate({99: 'x'}) }}", "{{ s.maketrans('a', 'b') }}", "{{ s.__len__() }}"]
)
def test_methods_that_are_never_needed_are_refused(text):
    with pytest.raises(UnsafeTemplateError):
        said(text)


@settings(max_examples=10)  # each compiles a template
@given(st.integers(1001, 10**12))
def test_no_width_above_a_thousand_is_taken(width):
    with pytest.raises(LimitError):
        said("{{ s.ljust(" + str(width) + ") }}")


@pytest.mark.parametrize(
    "text",
    ["{{ s + n }}", "{{ n / 0 }}", "{{ s|round }}", "{{ g[0].k.t }}", "{{ l.a }}", "{{ s.khong_co() }}"],
)
def test_a_calculation_that_fails_is_an_error_of_the_data_with_a_place(text):
    with pytest.raises(FillError) as caught:
        said(text)

    assert caught.value.place.paragraph == 1


NESTED = (
    "{% set ns = namespace(a=(1,), b=(1,)) %}{% for i in range(30) %}"
    "{% set ns.a = OPENns.a, ns.aCLOSE %}{% set ns.b = OPENns.b, ns.bCLOSE %}{% endfor %}"
)
LISTS, TUPLES = (
    NESTED.replace("OPEN", opening).replace("CLOSE", closing) for opening, closing in ("[]", "()")
)


@pytest.mark.parametrize(
    "text",
    [
        LISTS + "{{ ns.a == ns.b }}",
        LISTS + "{% if ns.a in [ns.b] %}{% endif %}",
        LISTS + "{{ [ns.a].count(ns.b) }}",
        LISTS + "{{ [ns.a, ns.b] | sort | length }}",
        LISTS + "{{ [ns.a] | select('eq', ns.b) | list | length }}",
        TUPLES + "{{ {ns.a: 1} | length }}",
        TUPLES + "{{ {}.get(ns.a) }}",
        TUPLES + "{{ [ns.a] | unique | list | length }}",
        "{{ ([[1] * 1000] * 20000) | sum(start=[]) | length }}",
        "{% set x = [[1] * 1000] * 1000 %}{{ [x] * 1000 == [x] * 1000 }}",
        "{% set t = 'a' * 16000000 %}{% for i in range(99999) %}{{ t | upper | length }}{% endfor %}",
        "{% set t = 'a' * 16000000 %}{% for i in range(99999) %}{{ t.upper() | length }}{% endfor %}",
        "{% set r = range(100000) %}{% for i in r %}{% if 's' in r %}{% endif %}{% endfor %}",
        "{{ ('a ' * 8000000) | wordwrap(1) | length }}",
        "{{ ('a ' * 8000000).split() | length }}",
        "{{ (x * 8000000) | indent(1000) | length }}",
        "{{ ('<!---->' * 2000000) | striptags | length }}",
        "{{ (['a' * 16000000] * 16000000) | join | length }}",
        "{{ ''.join(['a' * 16000000] * 16000000) | length }}",
    ],
)
def test_no_single_operation_takes_minutes(text, monkeypatch):
    monkeypatch.setattr(limits, "MAX_ITERATIONS", 200_000)  # a fifth of what a document has, to be quick
    with pytest.raises(LimitError):
        said(text, x="a\n")


@pytest.mark.parametrize("text", ["{{ '%s' % (l,) }}", "{{ '{}'.format(l) }}", "{{ d[(1, 2)] }}"])
def test_lists_are_not_made_text_nor_names(text):
    with pytest.raises(KcdocsError):
        said(text, l=[1], d={})


def test_a_long_text_and_a_long_list_pass_through_the_filters():
    text = "một hai " * 20_000
    words = (
        "{{ x | upper | length }} {{ l | sort | first }} {{ l | sum }} {% if x == x ~ '' %}bằng{% endif %}"
    )

    assert said(words, x=text, l=list(range(5_000, 0, -1))) == f"{len(text)} 1 {5_000 * 5_001 // 2} bằng"


def works(text, **values):
    try:
        said(text, **values)
    except LimitError:
        return False
    return True


@pytest.mark.parametrize(
    ("within", "beyond"),
    [
        ("{{ ('a' * 16777216) | length }}", "{{ ('a' * 16777217) | length }}"),
        ("{{ s.ljust(1000) }}", "{{ s.ljust(1001) }}"),
        ("{{ range(100000) | length }}", "{{ range(100001) | length }}"),
        ("{{ 1 ** 4096 }}", "{{ 1 ** 4097 }}"),
        ("{{ ('<' * 16384) | striptags | length }}", "{{ ('<' * 16385) | striptags | length }}"),
    ],
)
def test_an_operation_works_up_to_its_limit_and_no_further(within, beyond):
    assert works(within)
    assert not works(beyond)


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_calculated_number_has_up_to_a_thousand_digits_on_a_side_of_its_comma(sign):
    assert works(f"{{{{ tens ** {sign}1000 }}}}", tens=Decimal("10.0"))
    assert not works(f"{{{{ tens ** {sign}1001 }}}}", tens=Decimal("10.0"))


def test_the_loops_of_a_document_have_a_million_rounds():
    assert works("a{% for x in l %}{% endfor %}", l=[0] * 1_000_000)
    assert not works("a{% for x in l %}{% endfor %}", l=[0] * 1_000_001)


def test_a_call_counts_as_twenty_rounds():
    calling = "a{% for x in l %}{% if s.upper() %}{% endif %}{% endfor %}"

    assert works(calling, l=[0] * 47_619)  # 47,619 * 21 = 999,999
    assert not works(calling, l=[0] * 47_620)


def test_a_document_has_64_million_characters():
    Budget().spend(64 * 2**20)
    with pytest.raises(LimitReachedError):
        Budget().spend(64 * 2**20 + 1)


def test_a_printed_value_of_a_loop_is_taken_for_64_characters():
    tree = Environment(extensions=()).parse("{% for x in l %}--{{ x }}{% endfor %}")
    count_loops(tree)

    assert tree.body[0].iter.args[0].value == 66


@pytest.mark.parametrize(
    ("value", "rounds"), [("x" * 63, 0), ("x" * 64, 1), (range(31), 0), (range(32), 1), (["x" * 64], 3)]
)
def test_what_an_operation_works_through_counts_as_rounds(value, rounds):
    budget = Budget()
    weigh(budget, value)

    assert budget.iterations == 1_000_000 - rounds


def test_a_number_has_twenty_digits_behind_the_comma():
    assert so(1, 20) == "1," + "0" * 20
    with pytest.raises(ValueError, match="từ 0 đến 20"):
        so(1, 21)


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        ("a" * 30 + "?" + "b" * 30, Span(30, 31), ("a" * 30, "?", "b" * 30)),
        ("a" * 31 + "?" + "b" * 31, Span(31, 32), ("…" + "a" * 30, "?", "b" * 30 + "…")),
    ],
)
def test_thirty_characters_are_shown_on_either_side_of_a_fault(text, span, shown):
    assert excerpt(text, span) == shown


@pytest.mark.parametrize(("given", "shown"), [(60, "x" * 60), (61, "x" * 59 + "…")])
def test_a_message_repeats_sixty_characters_of_a_tag(given, shown):
    assert decomposed(Place(), "x" * given).found == shown


@pytest.mark.parametrize(
    ("value", "owner"),
    [
        (dict.fromkeys("abcdef"), "«a», «b», «c», «d», «e», «f»"),
        (dict.fromkeys("abcdefg"), "«a», «b», «c», «d», «e», «f»"),
        ("x" * 30, f"«{'x' * 30}»"),
        ("x" * 31, f"«{'x' * 30}»"),
    ],
)
def test_a_message_names_six_fields_or_thirty_characters_of_what_lacks_a_field(value, owner):
    with pytest.raises(KcdocsError) as caught:
        said("{{ v.thieu }}", v=value)

    assert owner in str(caught.value)
    assert "«g»" not in str(caught.value)
    assert "x" * 31 not in str(caught.value)


def test_sixteen_wordings_of_a_paragraph_are_looked_at_and_no_more():
    condition = "{% if a %}x{% else %}y{% endif %}"
    below, above = (f"{condition * count}{{{{ ten }}}}" for count in (4, 5))

    assert len(_printed(below)) == 16
    assert len(_printed(above)) == 16


def test_a_paragraph_of_sixty_characters_is_a_label_and_a_longer_one_is_not():
    below, above = ("x" * length for length in (60, 61))

    assert [one.above for one in _printed(below, "{{ ten }}")] == [below]
    assert [one.above for one in _printed(above, "{{ ten }}")] == [""]


def _printed(*lines):
    template = compile_template(saved(of_lines(*lines)))
    return [one for part in template.parts for one in part.printed]

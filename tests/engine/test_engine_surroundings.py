"""What a template says of the text around each value it prints."""

from __future__ import annotations

import pytest
from output_material import of_lines, saved

from kcdocs.engine.compile import compile_template
from kcdocs.engine.surroundings import EDGE, Printed

NUMBER = EDGE * 2


def printed(*lines: str) -> list[Printed]:
    """What a template of these paragraphs prints."""
    return [one for part in compile_template(saved(of_lines(*lines))).parts for one in part.printed]


def test_the_text_of_its_paragraph_stands_around_a_value() -> None:
    assert printed("Theo đề nghị của {{ nguoi.ten }};") == [
        Printed("nguoi.ten", "Theo đề nghị của ", ";", "", 0)
    ]


def test_another_value_is_named_by_its_path() -> None:
    first, second = printed("{{ noi }}, ngày {{ ngay }}")

    assert first == Printed("noi", "", f", ngày {EDGE}ngay{EDGE}", "", 0)
    assert second == Printed("ngay", f"{EDGE}noi{EDGE}, ngày ", "", "", 0)


@pytest.mark.parametrize(("tag", "offset"), [("loop.index", 0), ("loop.index0", -1), ("loop.index + 1", 1)])
def test_a_counted_label_says_from_where_it_counts(tag: str, offset: int) -> None:
    found = printed("{%p for y in ds %}", f"{{{{ {tag} }}}}. {{{{ y }}}}", "{%p endfor %}")

    assert found == [Printed("ds[]", f"{NUMBER}. ", "", "", offset)]


def test_a_value_in_small_or_capital_letters_is_the_same_value() -> None:
    assert printed("Bộ {{ ten | hoa }}")[0].path == "ten"


def test_a_text_put_together_in_a_tag_stands_around_its_values() -> None:
    found = printed('{%p set ten = "Về dự thảo " ~ du_thao ~ "." %}', "{{ ten }}")

    assert found == [Printed("du_thao", "Về dự thảo ", ".", "", 0)]


def test_each_wording_of_a_paragraph_is_told() -> None:
    found = printed(
        "{%p for y in ds %}", "- {{ y }}{% if loop.last %}.{% else %};{% endif %}", "{%p endfor %}"
    )

    assert {one.after for one in found} == {".", ";"}


def test_a_short_paragraph_stands_above_a_value_alone_in_its_own() -> None:
    lines = ("{%p for c in chuong %}", "Chương {{ c.so }}", "{{ c.ten }}", "Xem {{ c.ten }}", "{%p endfor %}")
    found = [one for one in printed(*lines) if one.path == "chuong[].ten"]

    assert [one.above for one in found] == [f"Chương {EDGE}chuong[].so{EDGE}", ""]


def test_nothing_stands_above_the_first_paragraph_of_a_condition() -> None:
    found = printed("Tiêu đề", "{%p if co %}", "{{ ten }}", "{%p endif %}")

    assert found == [Printed("ten", "", "", "", 0)]


def test_a_line_break_and_a_tab_are_spaces_between_words() -> None:
    document = of_lines("")
    run = document.paragraphs[0].add_run("Số:")
    run.add_tab()
    run.add_text("{{ so }}")

    assert compile_template(saved(document)).parts[0].printed == (Printed("so", "Số: ", "", "", 0),)


def test_of_a_calculated_value_nothing_is_known() -> None:
    assert printed("Tổng {{ a + b }} đồng") == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("{{ ds[-1] }}./.",), {"./.": ((-1, None, None),)}),
        (("{{ ds[0] }};",), {";": ((0, 1, None),)}),
        (("{{ ds | last }}./.",), {"./.": ((-1, None, None),)}),
        (
            ("{%p for y in ds %}", "{{ y }}{% if loop.last %}./.{% endif %}", "{%p endfor %}"),
            {"./.": ((-1, None, None),), "": ((None, -1, None),)},
        ),
        (
            ("{%p for y in ds %}", '{{ y }}{{ ";" if not loop.last else "." }}', "{%p endfor %}"),
            {";": ((None, -1, None),), ".": ((-1, None, None),)},
        ),
        (
            ("{%p for y in ds[1:] %}", "{{ y }}{% if loop.first %},{% endif %}", "{%p endfor %}"),
            {",": ((1, None, None), (0, 1, None)), "": ((1, None, None), (1, None, None))},
        ),
        (
            (
                "{%p for y in ds %}",
                "{%p if loop.last %}",
                "{{ y }}./.",
                "{%p else %}",
                "{{ y }};",
                "{%p endif %}",
                "{%p endfor %}",
            ),
            {"./.": ((-1, None, None),), ";": ((None, -1, None),)},
        ),
    ],
)
def test_a_text_around_some_items_of_a_list_names_them(
    lines: tuple[str, ...], told: dict[str, tuple[object, ...]]
) -> None:
    assert {one.after: one.items for one in printed(*lines) if one.path == "ds[]"} == told


@pytest.mark.parametrize(
    "lines",
    [
        ("{%p for y in ds | sort %}", "{{ y }}{% if loop.last %}./.{% endif %}", "{%p endfor %}"),
        (
            "{%p for x in hai %}",
            "{%p for y in ds %}",
            "{{ x }}{% if loop.last %}./.{% endif %}",
            "{%p endfor %}",
            "{%p endfor %}",
        ),
        ("{{ ds[so] }}./.",),
    ],
)
def test_where_the_order_is_not_the_records_or_the_loop_another_no_item_is_named(
    lines: tuple[str, ...],
) -> None:
    assert {one.items for one in printed(*lines)} <= {()}

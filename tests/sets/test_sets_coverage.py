"""The two-way check: shipped sets use all their fields and their examples fill them; slips are told."""

from __future__ import annotations

import pytest

from kcdocs.drafting.lines import LINES
from kcdocs.engine.check import check_template
from kcdocs.model.finding import Place
from kcdocs.model.record import Record
from kcdocs.records.reading import read_records
from kcdocs.sets import versions
from kcdocs.sets.coverage import template_shape, unfilled, unfilled_fields, unused_fields
from kcdocs.sets.schema import Contract
from kcdocs.sets.versions import Version

SHIPPED = [version for name in versions.set_names() for version in versions.of_set(name)]
CONTRACT = Contract(
    {
        "properties": {
            "so": {"type": "string"},
            "ky_hieu": {"type": "string"},
            "ngay": {"type": "string", "format": "ngay"},
            "kinh_gui": {"type": "array", "items": {"type": "string"}},
            "thua": {"type": "string", "title": "Thừa"},
            "che_do_chuyen_tiep": {"type": "string"},
        }
    }
)


@pytest.mark.parametrize("version", SHIPPED, ids=lambda version: version.name)
def test_shipped_templates_ask_for_nothing_unknown_and_leave_nothing_unused(version: Version) -> None:
    report = check_template(
        version.template, name=version.name, shape=template_shape(version.contract, LINES)
    )

    assert [fault.finding.message for fault in report.faults] == []
    assert unused_fields(version.contract, report.used, LINES) == ()


@pytest.mark.parametrize("version", SHIPPED, ids=lambda version: version.name)
def test_shipped_examples_fill_every_field(version: Version) -> None:
    """A deputy who signs by order has no place on a paper of the minister; a person gives a certificate, no body."""
    lawfully_empty = {"nguoi_ky.cap_pho"}
    if version.set_name == "giay-chung-nhan-san-pham":
        lawfully_empty.add("nguoi_ky.thay_mat")
    examples = [record for path in version.examples for record in read_records(path)]

    unfilled = {info.path for info in unfilled_fields(version.contract, examples)}
    assert unfilled - lawfully_empty == set()


def test_a_printed_line_uses_the_fields_it_is_made_of() -> None:
    used = frozenset({"the_thuc", "the_thuc.so_ky_hieu"})

    assert [info.path for info in unused_fields(CONTRACT, used, LINES)] == ["kinh_gui", "thua"]


def test_lines_exist_only_where_the_contract_has_their_fields() -> None:
    lines = template_shape(CONTRACT, LINES).fields["the_thuc"].fields

    assert set(lines) == {"so_ky_hieu", "kinh_gui", "luat"}
    assert lines["kinh_gui"].item is not None
    assert lines["kinh_gui"].item.path == "kinh_gui[]"


def test_fields_no_example_fills_are_told() -> None:
    examples = [Record({"so": "1", "kinh_gui": ["a"]}), Record({"ngay": "1/3/2026", "ky_hieu": None})]

    assert [info.path for info in unfilled_fields(CONTRACT, examples)] == ["ky_hieu", "thua"]


def test_a_field_that_no_example_fills_is_a_warning_with_its_name() -> None:
    contract = Contract(
        {"properties": {"so": {"type": "string"}, "thua": {"type": "string", "title": "Thừa"}}}
    )
    (found,) = unfilled(contract, [Record({"so": "1"}, {}, Place())], "to-trinh")

    assert (found.code, found.place.field) == ("TP361", "thua")
    assert found.message == "Không ví dụ nào ghi trường «thua» (Thừa): nhánh này của mẫu chưa được thử."


def test_a_set_without_an_example_is_told_so_once() -> None:
    assert [fault.code for fault in unfilled(CONTRACT, (), "example.yaml")] == ["TP370"]

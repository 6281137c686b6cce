"""The contract that a template's tags make: shared definitions where they fit, titles in the template's own words."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from docx import Document

from kcdocs.drafting.lines import LINES
from kcdocs.sets.derive import contract_of, torn_fields
from kcdocs.sets.versions import shared_schema
from kcdocs.settings import shipped

SHARED: dict[str, Any] = json.loads(shared_schema(shipped("templates")))["$defs"]


def _template(*lines: str) -> bytes:
    document, target = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(target)
    return target.getvalue()


def _schema(*lines: str) -> dict[str, Any]:
    return contract_of(_template(*lines), LINES).schema


def _fields(*lines: str) -> dict[str, Any]:
    schema = _schema(*lines)
    parts = {info.path: info.schema for info in contract_of(_template(*lines), LINES).fields}
    return {name: parts[name] for name in schema["properties"]}


def test_a_field_with_the_name_and_the_shape_of_a_shared_one_is_that() -> None:
    fields = _fields("{{ co_quan.ten }}", "{% for x in noi_nhan %}{{ x }}{% endfor %}", "{{ so }}")

    assert fields == {name: SHARED[name] for name in ("co_quan", "noi_nhan", "so", "ngay")}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("{{ luu }}", "luu", "string"),
        ("{{ can_cu | hoa }}", "can_cu", "string"),
        ("{{ so.cu }}", "so", "object"),
    ],
)
def test_a_field_with_the_name_of_a_shared_one_and_another_shape_is_its_own(
    text: str, name: str, kind: str
) -> None:
    assert _fields(text)[name]["type"] == kind


def test_a_shared_group_of_which_the_template_asks_more_has_that_too() -> None:
    signer = _fields("{{ nguoi_ky.ho_ten }}, {{ nguoi_ky.dien_thoai }}")["nguoi_ky"]

    assert signer["properties"].keys() == {*SHARED["nguoi_ky"]["properties"], "dien_thoai"}
    assert signer["required"] == [*SHARED["nguoi_ky"]["required"], "dien_thoai"]


def test_only_what_the_template_prints_without_asking_must_be_given() -> None:
    schema = _schema(
        "{{ ten }}", "{% if kinh_phi %}{{ kinh_phi | tien }}{% endif %}", "{% if khan %}K{% endif %}"
    )

    assert schema["required"] == ["ten", "ngay"]
    assert schema["properties"]["khan"]["type"] == "boolean"
    assert schema["properties"]["kinh_phi"] == {"title": "Kinh phi", "type": "number", "unit": "đồng"}


def test_titles_are_the_words_that_the_template_itself_has_for_them() -> None:
    fields = _fields(
        "Kinh phí hỗ trợ: {{ kinh_phi }}",
        "Họ tên: {{ ho_ten }}; hộ tên",
        "{{ noi_lam }} việc",
        "Giờ {{ gio }}",
    )

    titles = {name: fields[name]["title"] for name in ("kinh_phi", "ho_ten", "noi_lam", "gio")}
    assert titles == {"kinh_phi": "Kinh phí", "ho_ten": "Ho ten", "noi_lam": "Noi lam", "gio": "Gio"}


def test_fields_used_as_a_day_and_as_a_number_are_told() -> None:
    template = _template(
        "{% for x in ds %}{{ x.han | tien }}{{ x.han | ngay_so }}{{ x.phi | tien }}{% endfor %}"
    )

    assert torn_fields(template) == ("ds[].han",)

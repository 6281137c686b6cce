"""The fields of a set as a form shows them, and its values as a record holds them."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kcdocs.records.form_values import typed_values
from kcdocs.sets import limits
from kcdocs.sets.contract import data_faults
from kcdocs.sets.form_fields import Control, FormField, form_fields, form_values, values_asked_for, worded
from kcdocs.sets.form_file import FieldWords, FormGroup, FormWords
from kcdocs.sets.schema import Contract

SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["so", "loai", "nguoi"],
    "properties": {
        "so": {"type": "string", "title": "Số", "pattern": "^[0-9]+$", "examples": ["để trống", "12"]},
        "ly_do": {"type": "string", "title": "Lý do", "minLength": limits.LONG_TEXT},
        "ten": {"type": "string", "title": "Tên", "minLength": limits.LONG_TEXT - 1},
        "ngay": {"type": "string", "format": "ngay", "title": "Ngày"},
        "gap": {"type": "boolean", "title": "Gấp"},
        "loai": {"type": "string", "enum": ["cu", "moi"], "labels": {"cu": "cũ"}, "title": "Loại"},
        "doan": {"type": "array", "items": {"type": "string", "minLength": 1}, "title": "Đoạn"},
        "cho_moi": {"type": "string", "title": "Chỗ mới"},
        "cho_cu": {"type": "string", "title": "Chỗ cũ"},
        "nguoi": {
            "type": "object",
            "title": "Người",
            "required": ["ho_ten"],
            "properties": {"ho_ten": {"type": "string", "title": "Họ tên"}},
        },
        "bang": {
            "type": "array",
            "title": "Bảng",
            "items": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}},
        },
    },
    "if": {"properties": {"loai": {"const": "moi"}}, "required": ["loai"]},
    "then": {"required": ["cho_moi"]},
    "else": {"required": ["cho_cu"]},
}
CONTRACT = Contract(SCHEMA)
FIELDS = form_fields(CONTRACT.whole)


def _named(name: str) -> FormField:
    return next(field for field in FIELDS if field.name == name)


def test_each_kind_of_value_has_its_control() -> None:
    assert {field.name: field.control for field in FIELDS} == {
        "so": Control.TEXT,
        "ly_do": Control.LONG,
        "ten": Control.TEXT,
        "ngay": Control.DATE,
        "gap": Control.CHOICE,
        "loai": Control.CHOICE,
        "doan": Control.LINES,
        "cho_moi": Control.TEXT,
        "cho_cu": Control.TEXT,
        "nguoi": Control.GROUP,
        "bang": Control.ROWS,
    }


def test_a_choice_is_called_by_its_label_and_an_open_value_is_no_example() -> None:
    assert _named("loai").choices == (("cu", "cũ"), ("moi", "moi"))
    assert (_named("so").open, _named("so").example) == (True, "12")


def test_a_field_of_a_branch_is_asked_for_while_the_branch_holds() -> None:
    assert _named("cho_moi").required
    new = {"so": "1", "loai": "moi", "cho_moi": "x", "cho_cu": "y", "nguoi": {"ho_ten": "A"}}
    assert "cho_cu" not in values_asked_for(FIELDS, new)
    assert "cho_moi" not in values_asked_for(FIELDS, {**new, "loai": "cu"})
    assert not {"cho_moi", "cho_cu"} & values_asked_for(FIELDS, {**new, "loai": ""}).keys()


def test_what_is_empty_is_absent_and_a_group_that_must_stand_tells_what_is_missing_in_it() -> None:
    typed = {
        "so": " ",
        "loai": "cu",
        "cho_cu": "x",
        "doan": "\n  \n",
        "bang": [{"a": "", "b": " "}],
        "nguoi": {},
    }
    record, _ = next(iter(typed_values(values_asked_for(FIELDS, typed)).pairs()))
    told = [fault.message for fault in data_faults(CONTRACT, record)]
    assert sorted(told) == ["Chưa ghi «Họ tên».", "Chưa ghi «Số»."]


def test_a_set_may_name_its_fields_and_put_them_into_parts() -> None:
    words = FormWords(
        groups=(FormGroup("Người ký", ("nguoi", "so")),),
        fields={"nguoi.ho_ten": FieldWords(title="Tên người ký"), "bang[].a": FieldWords(hint="Cột đầu")},
    )
    named = worded(FIELDS, words)
    assert [(field.name, field.part) for field in named[:3]] == [
        ("nguoi", "Người ký"),
        ("so", "Người ký"),
        ("ly_do", ""),
    ]
    inner = {field.name: field.fields for field in named}
    assert (inner["nguoi"][0].title, inner["bang"][0].help) == ("Tên người ký", "Cột đầu")


_words = st.text("abđ ỷ", min_size=1).map(str.strip).filter(bool)
_records = st.fixed_dictionaries(
    {
        "so": _words,
        "loai": st.just("moi"),
        "cho_moi": _words,
        "nguoi": st.fixed_dictionaries({"ho_ten": _words}),
    },
    optional={
        "doan": st.lists(_words.map(lambda text: " ".join(text.split())), min_size=1),
        "bang": st.lists(st.fixed_dictionaries({"a": _words}, optional={"b": _words}), min_size=1),
    },
)


@given(_records)
def test_a_record_put_into_a_form_is_the_same_record_again(record: dict[str, Any]) -> None:
    assert values_asked_for(FIELDS, form_values(FIELDS, record)) == record

"""What people are shown as an example of a field is of the set's own record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcdocs.api import forms, templates
from kcdocs.api.generate import generate
from kcdocs.sets import versions
from kcdocs.sets.errors import ContractError
from kcdocs.sets.own_examples import with_examples
from kcdocs.sets.schema import Contract

SCHEMA = {
    "type": "object",
    "properties": {
        "so": {"$ref": "#/$defs/so"},
        "ky": {"$ref": "#/$defs/ky"},
        "nhom": {"$ref": "#/$defs/nhom"},
        "ds": {"type": "array", "items": {"$ref": "#/$defs/nhom"}},
        "noi": {"type": "array", "items": {"type": "string"}, "examples": [["Như trên"]]},
        "khac": {"type": "string"},
    },
    "$defs": {
        "so": {"type": "string", "examples": ["10", "để trống"]},
        "ky": {"type": "string", "title": "Ký hiệu", "examples": ["TTr-A"]},
        "nhom": {"type": "object", "properties": {"ten": {"$ref": "#/$defs/ky"}}},
    },
}


def _shown(data: dict[str, object]) -> dict[str, object]:
    found = with_examples(Contract(SCHEMA), data)  # type: ignore[arg-type]
    return {info.path: info.schema.get("examples") for info in found.fields}


def test_a_record_gives_the_examples_where_there_were_any() -> None:
    data = {
        "so": "7",
        "ky": "QĐ-B",
        "nhom": {"ten": "C"},
        "ds": [{"ten": "D"}, {"ten": "E"}],
        "noi": ["a", "b", "c"],
        "khac": "x",
    }

    assert _shown(data) == {
        "so": ["7", "để trống"],
        "ky": ["QĐ-B"],
        "nhom": None,
        "nhom.ten": ["C"],
        "ds": None,
        "ds[].ten": ["D"],
        "noi": [["a", "b"]],
        "khac": None,
    }


def test_what_a_record_leaves_open_or_out_keeps_the_shared_example() -> None:
    assert _shown({"so": "để trống", "ky": "(Ký hiệu)"}) == {
        "so": ["10", "để trống"],
        "ky": ["TTr-A"],
        "nhom": None,
        "nhom.ten": ["TTr-A"],
        "ds": None,
        "ds[].ten": ["TTr-A"],
        "noi": [["Như trên"]],
        "khac": None,
    }


@pytest.mark.parametrize(("name", "symbol"), [("thong-tu", "TT-BCT"), ("quyet-dinh-ca-biet", "QĐ-BCT")])
def test_every_way_of_asking_for_a_symbol_shows_that_of_the_set(name: str, symbol: str) -> None:
    (field,) = [one for one in forms.entry_form(name).fields if one.name == "ky_hieu"]

    assert field.example == symbol
    assert f"| {symbol} |" in templates.show(name)
    assert versions.named(name)[-1].contract.schema["$defs"]["ky_hieu"]["examples"] == ["TTr-BCT"]


@pytest.mark.parametrize("day", [None, date(2026, 12, 1)])
def test_what_is_missing_is_asked_for_with_an_example_of_the_set(tmp_path: Path, day: date | None) -> None:
    (tmp_path / "a.yaml").write_text("so: để trống\n", "utf-8")

    with pytest.raises(ContractError) as refused:
        generate("thong-tu", tmp_path / "a.yaml", tmp_path / "ra", day=day)

    (mend,) = [one.mend for one in refused.value.findings if one.place.field == "ky_hieu"]
    assert "ky_hieu: TT-BCT" in mend

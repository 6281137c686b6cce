"""The machine forms of the amending commands, held against their published schemas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from kcdocs.api import amend

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "decrees" / "mo-phong-lang-nghe"
OLD, DRAFT = str(MODEL / "van-ban.txt"), str(MODEL / "du-thao-sua-doi.txt")
NAMES = ("amendment", "amendment-apply", "amendment-check", "amendment-proof")


def _schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (ROOT / "docs" / "reference" / f"{name}.schema.json").read_text("utf-8")
    )
    return loaded


@pytest.fixture(scope="module")
def registry() -> jsonschema_rs.Registry:
    base = _schema("amendment")
    return jsonschema_rs.Registry([(base["$id"], base)])


@pytest.fixture(scope="module")
def documents() -> dict[str, dict[str, Any]]:
    done = amend.apply(OLD, DRAFT)
    texts = {
        "amendment": amend.as_json(amend.read(DRAFT)),
        "amendment-apply": amend.consolidated(done, "json").decode(),
        "amendment-check": amend.as_json(amend.check(OLD, DRAFT)),
        "amendment-proof": amend.as_json(amend.prove(OLD, DRAFT, OLD)),
    }
    return {name: json.loads(text) for name, text in texts.items()}


@pytest.mark.parametrize("name", NAMES)
def test_each_form_meets_its_schema(
    name: str, documents: dict[str, dict[str, Any]], registry: jsonschema_rs.Registry
) -> None:
    validator = jsonschema_rs.validator_for(_schema(name), registry=registry)

    validator.validate(documents[name])
    assert documents[name]["schema"] == f"kcdocs/{name}/1"


@pytest.mark.parametrize("name", NAMES)
def test_a_form_with_a_member_less_or_more_is_refused(
    name: str, documents: dict[str, dict[str, Any]], registry: jsonschema_rs.Registry
) -> None:
    validator = jsonschema_rs.validator_for(_schema(name), registry=registry)

    assert not validator.is_valid({**documents[name], "khac": 1})
    for member in documents[name]:
        less = {key: value for key, value in documents[name].items() if key != member}
        assert not validator.is_valid(less), member


def test_the_forms_say_what_the_model_draft_does(documents: dict[str, dict[str, Any]]) -> None:
    first = documents["amendment"]["operations"][0]
    proof = documents["amendment-proof"]

    assert documents["amendment"]["effective"] == "2027-03-01"
    assert first["amends"] == "999/2012/NĐ-CP"
    assert first["origin"]["words"].startswith("Sửa đổi, bổ sung")
    assert {item["verdict"] for item in documents["amendment-apply"]["log"]} == {"da-lam"}
    assert "dieu-7a" in {item["address"] for item in documents["amendment-apply"]["provisions"]}
    assert documents["amendment-check"]["operations"] == len(documents["amendment"]["operations"])
    assert not proof["holds"]
    assert "dieu-7a" in {item["address"] for item in proof["differences"] if not item["given"]}

"""The JSON form: valid by its published schema, complete, stable."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

from kcdocs.model.comparison import ChangeClass, Outcome, Pass, QuantityKind
from kcdocs.report import json_
from kcdocs.report.selection import Selection

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "reference" / "comparison.schema.json").read_text("utf-8")
)


def test_the_json_of_a_comparison_obeys_the_published_schema(sample):
    jsonschema_rs.validator_for(SCHEMA).validate(json.loads(json_.render(sample)))


def test_the_schema_refuses_a_row_without_its_classes(sample):
    document = json_.document(sample)
    del document["rows"][0]["changes"]
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validator_for(SCHEMA).validate(document)


@pytest.mark.parametrize(
    ("found", "members"),
    [
        (SCHEMA["$defs"]["class"]["enum"], ChangeClass),
        (SCHEMA["$defs"]["row"]["properties"]["match"]["oneOf"][1]["properties"]["by"]["enum"], Pass),
        (SCHEMA["properties"]["impacts"]["items"]["properties"]["outcome"]["enum"], Outcome),
        (SCHEMA["properties"]["quantities"]["items"]["properties"]["kind"]["enum"], QuantityKind),
    ],
)
def test_the_schema_knows_every_member_of_the_model(found, members):
    assert found == [member.value for member in members]


def test_both_texts_of_every_changed_row_can_be_rebuilt_from_its_pieces(sample):
    document = json_.document(sample)
    changed = [row for row in document["rows"] if row["changes"]]
    assert len(changed) == 12
    for row in changed:
        for key, sides in (("old", ("giu", "bo")), ("new", ("giu", "them"))):
            text = "".join(piece["text"] for piece in row["pieces"] if piece["side"] in sides)
            assert text == "\n".join(one["text"] for one in row[key])


def test_a_changed_row_reads_as_documented(sample):
    row = next(row for row in json_.document(sample)["rows"] if "noi-dung" in row["changes"])
    assert [one["address"] for one in row["old"]] == ["dieu-2.khoan-1"]
    assert [one["spoken"] for one in row["new"]] == ["khoản 1 Điều 3"]
    assert row["pieces"][:4] == [
        {"side": "giu", "text": "Trong ", "change": None},
        {"side": "bo", "text": "30", "change": "noi-dung"},
        {"side": "them", "text": "15", "change": "noi-dung"},
        {"side": "giu", "text": " ngày, Ủy ban trả lời ", "change": None},
    ]
    assert row["pieces"][4] == {"side": "bo", "text": "làng nghề", "change": "thay-cum-tu", "phrase": 0}
    assert row["match"] == {"by": "cung-nhan", "score": 1.0, "runner_up": 0.0, "sure": True}


def test_a_selection_cuts_rows_and_lists_but_not_the_statistics(sample):
    whole = json_.document(sample)
    cut = json_.document(sample, Selection(frozenset({ChangeClass.SUBSTANCE}), frozenset({"5"})))
    assert cut["statistics"] == whole["statistics"]
    assert [row["new"][0]["address"] for row in cut["rows"]] == ["dieu-5.khoan-1"]
    assert [item["new"] for item in cut["quantities"]] == ["200 triệu đồng"]
    assert cut["selection"] == {"only": ["noi-dung"], "articles": ["5"]}

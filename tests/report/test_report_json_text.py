"""The layout of JSON: upper levels a line each, and nothing of the data lost."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.span import Span
from kcdocs.report.json_text import finding_data, json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)


@given(st.dictionaries(st.text(), VALUES))
def test_a_document_reads_back_as_it_was(document) -> None:
    assert json.loads(json_text(document)) == document


def test_four_levels_are_indented_and_the_fifth_stands_on_one_line() -> None:
    assert json_text({"rows": [{"old": [{"text": "đ", "sources": [1, 2]}], "changes": []}]}) == (
        '{\n "rows": [\n  {\n   "old": [\n    {"text": "đ", "sources": [1, 2]}\n   ],\n   "changes": []\n  }\n ]\n}\n'
    )


def test_a_finding_is_told_with_its_place_and_stretch() -> None:
    found = Finding(
        "AB101", Severity.WARNING, Place(file="a.txt", line=3, span=Span(1, 4)), "Lời.", mend="Sửa."
    )

    assert finding_data(found) == {
        "code": "AB101",
        "severity": "W",
        "place": {
            "file": "a.txt",
            "part": "",
            "line": 3,
            "paragraph": 0,
            "sheet": "",
            "cell": "",
            "field": "",
            "address": "",
            "span": {"start": 1, "end": 4},
        },
        "message": "Lời.",
        "found": "",
        "expected": "",
        "mend": "Sửa.",
        "source": "",
    }

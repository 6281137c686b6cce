"""JSON from files that anyone may have written."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.json_reading import BadJsonError, read_json

LEAVES = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(max_size=8)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner), max_leaves=20
)


@given(VALUES)
def test_what_json_wrote_is_read_as_it_was(value):
    assert read_json(json.dumps(value)) == value


def test_a_fraction_keeps_all_its_digits():
    assert read_json("0.10") == Decimal("0.10")
    assert read_json("0e999") == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 21 + "]" * 21, "lồng quá 20 cấp"),
        ("[" * 100_000, "20 cấp"),
        ("9" * 41, "dài hơn 40"),
        ("1e41", "quá lớn"),
        ("1e-999999999", "quá nhỏ"),
        ('{"' + "a" * 101 + '": 1}', "dài hơn 100"),
        ("[" + "1," * 300_000 + "1]", "200000 giá trị"),
    ],
)
def test_what_exceeds_a_limit_is_refused(text, words):
    with pytest.raises(BadJsonError, match=words) as caught:
        read_json(text)

    assert caught.value.limit


@pytest.mark.parametrize(("text", "line"), [("{\n'a': 1}", 2), ("[1,\n\n2", 3), ("NaN", 0), ("", 1)])
def test_what_is_no_json_is_refused_with_its_line(text, line):
    with pytest.raises(BadJsonError) as caught:
        read_json(text)

    assert (caught.value.line, caught.value.limit) == (line, False)


def test_twenty_levels_are_read():
    assert read_json("[" * 20 + "]" * 20) is not None

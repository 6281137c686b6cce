"""Random drafts merged: both where they do not touch, every touching pair listed, the base unharmed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merging_material import CLAUSES, Plan, base_words, expected, lines, made, plans
from rows_material import base_rows, expected_rows, grid, made_rows, row_plans, write_table
from wordml import docx, p

from kcdocs.api import merge as api
from kcdocs.word import audit
from kcdocs.word.package import Allow, open_package


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, paragraphs: list[str]) -> str:
    Path(f"{name}.docx").write_bytes(docx(*map(p, paragraphs)))
    return f"{name}.docx"


def place(plan: Plan) -> str:
    return f"dieu-{plan.clause // CLAUSES + 1}.khoan-{plan.clause % CLAUSES + 1}"


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9), st.integers(2, 3), st.booleans())
def test_accepting_all_is_both_where_they_do_not_touch_and_every_touching_pair_is_listed(seed, count, alike):
    rng, base = random.Random(seed), base_words()
    drafts = [plans(rng, f"d{number}", most=4) for number in range(count)]
    shared = rng.choice(drafts[0])
    if alike and shared.clause not in {plan.clause for plan in drafts[1]}:
        drafts[1].append(shared)
    write("goc", lines(base))
    names = [write(f"d{number}", made(base, plans)) for number, plans in enumerate(drafts)]

    found = api.merge("goc.docx", names)

    wanted, pairs = expected(base, drafts)
    package = open_package(found.data, allow=Allow.ALL)
    assert [item.text for item in audit.side_texts(package, accept=True).body] == wanted
    assert [item.text for item in audit.side_texts(package, accept=False).body] == lines(base)
    assert {str(clash.place) for clash in found.clashes} == {place(plan) for pair in pairs for plan in pair}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9), st.integers(2, 3), st.booleans())
def test_rows_of_one_table_merge_by_row_and_every_touching_pair_is_listed_at_its_row(seed, count, alike):
    rng = random.Random(seed)
    drafts = [row_plans(rng, f"d{number}") for number in range(count)]
    if alike:
        shared = drafts[0][0]
        drafts[1] = [shared, *(plan for plan in drafts[1] if abs(plan.row - shared.row) > 1)]
    write_table(Path(), "goc", base_rows())
    names = [write_table(Path(), f"d{number}", made_rows(plans)) for number, plans in enumerate(drafts)]

    found = api.merge("goc.docx", names)

    wanted, places = expected_rows(drafts)
    package = open_package(found.data, allow=Allow.ALL)
    assert grid(audit.side_texts(package, accept=True).body) == wanted
    assert grid(audit.side_texts(package, accept=False).body) == base_rows()
    assert {clash.spot for clash in found.clashes} == places
    assert {str(clash.place) for clash in found.clashes} <= {"dieu-1.bang-1", "dieu-1.doan-1.bang-1"}

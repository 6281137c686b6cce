"""The model amending draft against its ground truth, worked out by hand while it was written."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kcdocs.amend.apply import apply
from kcdocs.amend.read import read as read_commands
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act, Amendment, Claim, Consolidation, Operation, Verdict
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "decrees" / "mo-phong-lang-nghe"
TRUTH: dict[str, Any] = tomllib.loads(
    (ROOT / "tests" / "data" / "model" / "amending.toml").read_text("utf-8")
)
VERBS = {
    Act.REPLACE: "replace",
    Act.INSERT: "add",
    Act.RETITLE: "retitle",
    Act.REPEAL: "repeal",
    Act.REPLACE_WORDS: "replace-phrase",
    Act.INSERT_WORDS: "insert-phrase",
    Act.REMOVE_WORDS: "delete-phrase",
}


@pytest.fixture(scope="module")
def original() -> Instrument:
    return parse(read(MODEL / "van-ban.txt"))


@pytest.fixture(scope="module")
def amendment() -> Amendment:
    return read_commands(parse(read(MODEL / "du-thao-sua-doi.txt")))


@pytest.fixture(scope="module")
def result(original: Instrument, amendment: Amendment) -> Consolidation:
    return apply(original, amendment.operations)


def test_every_command_is_read_with_its_place_verb_and_targets(amendment: Amendment) -> None:
    expected = [
        (entry["at"], entry["verb"], target)
        for entry in TRUTH["operation"]
        for target in entry.get("targets", entry.get("new", []))
    ]

    assert [
        (str(item.origin.address), VERBS[item.act], str(item.target)) for item in amendment.operations
    ] == expected


def test_neighbours_of_new_provisions_and_words_are_read(amendment: Amendment) -> None:
    anchors = {str(item.target): str(item.anchor) for item in amendment.operations if item.act is Act.INSERT}
    expected = {entry["new"][0]: entry["after"] for entry in TRUTH["operation"] if entry["verb"] == "add"}
    words = {(str(item.origin.address), item.old, item.new) for item in amendment.operations if item.old}

    assert anchors == expected
    assert ("dieu-2.khoan-1", "Cục Hỗ trợ làng nghề", "Cục Phát triển làng nghề") in words
    assert ("dieu-2.khoan-3", "kỹ thuật, công nghệ", ", chuyển đổi số") in words
    assert ("dieu-2.khoan-4", ", thị trấn", "") in words


def test_the_day_of_force_is_read_and_every_stretch_is_claimed(amendment: Amendment) -> None:
    claims = Counter(item.claim for item in amendment.claims)

    assert amendment.effective == date(2027, 3, 1)
    assert claims[Claim.UNCLAIMED] == 0
    assert {Claim.EFFECT, Claim.TRANSITION, Claim.RESPONSIBILITY} <= set(claims)


def test_every_operation_is_done_without_a_remark(result: Consolidation) -> None:
    assert [item for item in result.log if item.verdict is not Verdict.DONE] == []


def test_the_amended_decree_has_the_counted_provisions(result: Consolidation) -> None:
    kinds = Counter(node.kind for node in result.amended.provisions())

    assert kinds[Kind.ARTICLE] == 20
    assert [
        line.text for node in result.amended.provisions() if node.label == "10" for line in node.lines
    ] == ["Điều 10. (được bãi bỏ)"]


def _text(instrument: Instrument, address: str) -> str:
    node = instrument.find(Address.parse(address))
    assert node is not None, address
    return node.text


@pytest.mark.parametrize("entry", TRUTH["quantity"], ids=lambda entry: entry["at"])
def test_each_changed_quantity_is_in_its_place(
    entry: dict[str, str], original: Instrument, result: Consolidation
) -> None:
    old = " ".join(node.text for node in original.provisions() if str(node.address) == entry["at"])
    new = " ".join(node.text for node in result.amended.provisions() if str(node.address) == entry["at"])

    assert entry["old"] in old
    assert entry["old"] not in new
    assert entry["new"] in new


def test_words_are_replaced_inserted_and_removed_where_the_command_says(result: Consolidation) -> None:
    assert "Cục Hỗ trợ làng nghề" not in _text(result.amended, "dieu-13.khoan-1")
    assert "Cục Phát triển làng nghề" in _text(result.amended, "dieu-13.khoan-1")
    assert "kỹ thuật, công nghệ, chuyển đổi số" in _text(result.amended, "dieu-8.khoan-1.diem-b")
    assert "xã, phường có phần" in _text(result.amended, "dieu-2.khoan-1")
    assert _text(result.amended, "dieu-14.khoan-4") == "(được bãi bỏ)"


def test_new_provisions_stand_between_their_neighbours(result: Consolidation) -> None:
    order = [str(node.address) for node in result.amended.provisions()]

    for before, new, after in (
        ("dieu-2.khoan-3", "dieu-2.khoan-3a", "dieu-2.khoan-4"),
        ("dieu-8.khoan-1.diem-d", "dieu-8.khoan-1.diem-d1", "dieu-8.khoan-1.diem-đ"),
        ("dieu-7", "dieu-7a", "dieu-8"),
    ):
        assert order.index(before) < order.index(new) < order.index(after)


def test_untouched_provisions_keep_their_very_nodes_lines(
    original: Instrument, result: Consolidation
) -> None:
    untouched = Address.parse("dieu-13.khoan-2")

    assert result.amended.find(untouched) == original.find(untouched)


def test_the_order_of_the_operations_does_not_matter(original: Instrument, amendment: Amendment) -> None:
    backwards = apply(original, tuple(reversed(amendment.operations)))
    forwards = apply(original, amendment.operations)

    assert [line.text for line in backwards.amended.lines()] == [
        line.text for line in forwards.amended.lines()
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"target": Address.parse("dieu-99")}, "không có Điều 99"),
        ({"old": "cụm từ không hề có"}, "Không thấy cụm từ"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason_and_changes_nothing(
    change: dict[str, Any], told: str, original: Instrument, amendment: Amendment
) -> None:
    from dataclasses import replace

    words = next(item for item in amendment.operations if item.act is Act.REPLACE_WORDS)
    operation: Operation = replace(words, **change)

    done = apply(original, [operation])

    assert done.log[0].verdict is Verdict.REFUSED
    assert told in done.log[0].remark
    assert done.amended.nodes == original.nodes


def test_exactly_the_listed_provisions_are_changed_added_and_removed(
    original: Instrument, result: Consolidation
) -> None:
    kinds = (Kind.CHAPTER, Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH)
    before = {str(node.address): node.text for node in original.provisions() if node.kind in kinds}
    after = {
        str(node.address): node.text
        for node in result.amended.provisions()
        if node.kind in kinds and node.text != "(được bãi bỏ)"
    }

    changed = [address for address in before if address in after and before[address] != after[address]]
    assert changed == TRUTH["after"]["changed"]
    assert [address for address in after if address not in before] == TRUTH["after"]["added"]
    assert [address for address in before if address not in after] == TRUTH["after"]["removed"]

"""Proofs: what is accounted for, what a second look sees, and that no misreading passes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
import silence
from amend_base import base
from hypothesis import given, settings
from hypothesis import strategies as st
from proof_base import COMMANDS, EFFECT, amending, misread, said, words

from kcdocs.amend.apply import apply
from kcdocs.amend.prove import prove_amendment
from kcdocs.amend.sighting import commands, sight
from kcdocs.amend.target import commands_of
from kcdocs.model.address import Address
from kcdocs.model.operation import Act, Amendment, Claim, Claimed, Consolidation, Operation
from kcdocs.model.proof import DifferenceKind, Proof
from kcdocs.model.span import Span
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

ORIGINAL = base()


def _proof(amendment: Amendment, operations: tuple[Operation, ...] | None = None) -> Proof:
    """The proof of an instrument whose reading is what is given, on the base."""
    taken = amendment.operations if operations is None else operations
    read = replace(amendment, operations=taken)
    return prove_amendment(read, apply(ORIGINAL, taken))


def _doubted(proof: Proof) -> set[str]:
    return {str(item.address) for item in (*proof.silent, *proof.disagreements)}


@pytest.mark.parametrize(("text", "operations"), COMMANDS, ids=[text[:60] for text, _ in COMMANDS])
def test_a_right_reading_agrees_with_the_second_look_and_no_misreading_does(
    text: str, operations: tuple[Operation, ...]
) -> None:
    amendment = amending((text, operations))

    assert _doubted(_proof(amendment)) == set()
    for place, operation in enumerate(amendment.operations):
        for name, others in misread(operation):
            taken = (*amendment.operations[:place], *others, *amendment.operations[place + 1 :])
            proof = _proof(amendment, taken)
            assert _doubted(proof) == {str(operation.origin.address)}, (name, operation.target.spoken())
            assert not proof.holds


PLACES = [f"dieu-{article}.khoan-{clause}" for article in range(5, 9) for clause in range(1, 5)]
PHRASES = ["lò nung", "sổ ghi", "phí kho", "đất sét"]


@st.composite
def repeals(draw: st.DrawFn) -> tuple[str, tuple[Operation, ...]]:
    """A list of clauses repealed, named one by one."""
    chosen = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=4, unique=True))
    named = [Address.parse(item).spoken() for item in chosen]
    return f"Bãi bỏ {_listed(named)}.", tuple(said(Act.REPEAL, item) for item in chosen)


@st.composite
def replacements(draw: st.DrawFn) -> tuple[str, tuple[Operation, ...]]:
    """Phrases replaced, each at its own places."""
    count = draw(st.integers(1, 3))
    parts, operations = [], []
    for old in draw(st.permutations(PHRASES))[:count]:
        chosen = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True))
        named = _listed([Address.parse(item).spoken() for item in chosen])
        parts.append(f"cụm từ “{old}” bằng cụm từ “{old} mới” tại {named}")
        operations += words(old, f"{old} mới", *chosen)
    return f"Thay thế {'; '.join(parts)}.", tuple(operations)


def _listed(named: list[str]) -> str:
    return ", ".join(named[:-1]) + (" và " if named[1:] else "") + named[-1]


@settings(max_examples=25)
@given(repeals() | replacements(), st.data())
def test_generated_commands_agree_and_a_misreading_of_any_of_them_is_seen(
    command: tuple[str, tuple[Operation, ...]], data: st.DataObject
) -> None:
    amendment = amending(command)
    place = data.draw(st.integers(0, len(command[1]) - 1))
    name, others = data.draw(st.sampled_from(list(misread(amendment.operations[place]))))

    assert _doubted(_proof(amendment)) == set()
    taken = (*amendment.operations[:place], *others, *amendment.operations[place + 1 :])
    assert _doubted(_proof(amendment, taken)) == {"dieu-1.khoan-1"}, name


@pytest.mark.parametrize("seed", range(len(silence.SHAPES)))
def test_what_the_grammar_reads_agrees_in_every_shape_and_a_misreading_of_it_is_seen(seed: int) -> None:
    case, random = silence.case(seed), Random(seed)
    amendment = commands_of(parse(reading(case.draft(), "dự thảo")))
    original = parse(reading(case.base, "gốc"))
    operations = amendment.operations
    place = random.randrange(len(operations))
    name, others = random.choice(list(misread(operations[place])))

    wrong = (*operations[:place], *others, *operations[place + 1 :])
    agreed = prove_amendment(amendment, apply(original, operations))
    doubted = prove_amendment(replace(amendment, operations=wrong), apply(original, wrong))

    assert _doubted(agreed) == set(), case.commands
    assert _doubted(doubted), (name, case.commands)


def test_a_command_of_the_article_of_effect_that_nobody_read_is_silent_whatever_it_is_taken_for() -> None:
    amendment = amending(COMMANDS[0])
    kept = tuple(item for item in amendment.operations if item.target != EFFECT[1][0].target)

    for claim in (Claim.COMMAND, Claim.EFFECT, Claim.TRANSITION, Claim.NOTE):
        claims = [
            replace(item, claim=claim) if str(item.address) == "dieu-2.khoan-2" else item
            for item in amendment.claims
        ]
        proof = _proof(replace(amendment, claims=tuple(claims)), kept)

        assert [str(item.address) for item in proof.silent] == ["dieu-2.khoan-2"]
        assert not proof.holds


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bãi bỏ khoản 2 Điều 3.", True),
        ("Thông tư này bãi bỏ khoản 2 Điều 3 Thông tư số 21/2030/TT-BMT.", True),
        ("Khoản 2 Điều 3 Thông tư số 21/2030/TT-BMT hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", True),
        ("Bỏ cụm từ “lò”.", True),
        ("Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2032.", False),
        ("Thông tư này thay thế Thông tư số 21/2030/TT-BMT.", False),
        ("Trường hợp văn bản dẫn chiếu được sửa đổi, bổ sung thì theo văn bản đó.", False),
        ("Việc sửa đổi, bổ sung Điều 3 do Bộ trưởng quyết định.", False),
        ("Khoản 2 Điều 1 Thông tư này hết hiệu lực từ ngày 01 tháng 01 năm 2033.", False),
    ],
)
def test_a_paragraph_shows_a_command_where_a_verb_acts_on_a_place_or_a_quotation(
    text: str, shown: bool
) -> None:
    assert commands(text) is shown


def test_a_paragraph_that_nobody_claims_is_not_accounted_for() -> None:
    amendment = amending(COMMANDS[2])
    kept = tuple(item for item in amendment.claims if str(item.address) != "dieu-2.khoan-1")

    proof = _proof(replace(amendment, claims=kept))

    assert [(str(item.address), item.claim) for item in proof.unclaimed] == [
        ("dieu-2.khoan-1", Claim.UNCLAIMED)
    ]
    assert not proof.holds


def test_a_command_that_was_read_and_not_handed_on_is_missed() -> None:
    amendment = amending(COMMANDS[2])
    some = apply(ORIGINAL, amendment.operations[:1])

    proof = prove_amendment(amendment, some)

    assert [str(item.address) for item in proof.silent] == ["dieu-2.khoan-2"]


def test_every_changed_provision_is_told_with_the_command_behind_it() -> None:
    amendment = amending(COMMANDS[1], COMMANDS[2], COMMANDS[15])

    proof = _proof(amendment)

    assert {item.address: [str(origin) for origin in item.by] for item in proof.changed} == {
        "dieu-2.khoan-1": ["dieu-1.khoan-3"],
        "dieu-2.khoan-2a": ["dieu-1.khoan-1"],
        "dieu-2.khoan-3": ["dieu-2.khoan-2"],
        "dieu-3.khoan-2": ["dieu-1.khoan-2"],
    }
    assert proof.unexplained == ()
    assert proof.untouched > 0


def test_a_change_that_no_command_made_is_told() -> None:
    amendment = amending(COMMANDS[2])
    done = apply(ORIGINAL, amendment.operations)
    other = apply(ORIGINAL, (*amendment.operations, said(Act.REPEAL, "dieu-1")))

    proof = prove_amendment(amendment, Consolidation(done.original, other.amended, done.log))

    assert [item.address for item in proof.unexplained] == ["dieu-1"]
    assert not proof.holds


@pytest.mark.parametrize(
    ("old", "new", "kind", "counts"),
    [
        ("1. Lò phải kín.", "1. Lò phải to.", DifferenceKind.SUBSTANCE, True),
        ("1. Lò phải kín.", "1. Lò phải 10 kín.", DifferenceKind.SUBSTANCE, True),
        ("1. Lò phải kín.", "1. lò phải kín;", DifferenceKind.FORM, True),
        ("1. Lò phải kín.", "1. Lò phải kín[4].", DifferenceKind.NOTE, False),
        ("1. Lò phải kín.", "1. Lò phải12 kín.", DifferenceKind.NOTE, False),
        ("1. Lò phải kín.", "1. Lò phải kín.12", DifferenceKind.NOTE, False),
        ("1. Nộp trong15 ngày.", "1. Nộp trong10 ngày.", DifferenceKind.SUBSTANCE, True),
        ("1. (được bãi bỏ)", "1. (bãi bỏ)", DifferenceKind.REPEALED, False),
    ],
)
def test_differences_from_the_official_text_are_sorted_by_what_differs(
    old: str, new: str, kind: DifferenceKind, counts: bool
) -> None:
    head = "THÔNG TƯ\nVề lò\nĐiều 1. Lò\n"
    made = parse(reading(f"{head}{old}\n2. Hai.", "gốc"))
    given = parse(reading(f"{head}{new}\n2. Hai.", "hợp nhất"))

    proof = prove_amendment(
        Amendment(parse(reading("THÔNG TƯ", "x")), (), ()), Consolidation(made, made, ()), given
    )

    assert [(item.address, item.kind) for item in proof.differences] == [("dieu-1.khoan-1", kind)]
    assert [item.counts for item in proof.differences] == [counts]
    assert Claimed(Address(), Span(0, 0), Claim.FRAME) not in proof.unclaimed


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Bãi bỏ Điều 3 đã được sửa đổi, bổ sung theo khoản 2 Điều 1 Luật này.", {"3"}),
        (
            "Bãi bỏ Điều 3 được bổ sung (khoản 7) và được sửa đổi khoản 2; Điều 4 theo điểm a.",
            {"3", "2", "4", "a"},
        ),
        ("Bãi bỏ Điều 3   (Điều 5)   khoản 2.", {"3", "2"}),
        ("Bãi bỏ Điều 3 (trừ khoản 2).", {"3", "2"}),
        ("Bãi bỏ Điều 3 Nghị định số 7/2020/NĐ-CP về Chương 9, khoản 2.", {"3", "2"}),
        ("Bãi bỏ điểm C, D và Đ.", {"C", "D", "Đ"}),
    ],
)
def test_histories_and_titles_name_no_places_of_a_command(text: str, seen: set[str]) -> None:
    assert {mention.label for mention in sight(text).mentions} == seen


def test_a_wrapper_that_a_reading_drops_and_rows_that_change_places_are_seen() -> None:
    wrapped, dashes = COMMANDS[-2:]
    amendment = amending(wrapped, dashes)
    first, second, third, fourth, *rest = amendment.operations
    dropped = tuple(replace(item, wrapper=()) for item in (first, second))
    swapped = (replace(third, new=fourth.new), replace(fourth, new=third.new))

    assert _doubted(_proof(amendment, (*dropped, third, fourth, *rest))) == {"dieu-1.khoan-1"}
    assert _doubted(_proof(amendment, (first, second, *swapped, *rest))) == {"dieu-1.khoan-2"}

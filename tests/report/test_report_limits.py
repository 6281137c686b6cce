"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from kcdocs.model.address import Address
from kcdocs.model.instrument import Node
from kcdocs.report import terminal
from kcdocs.report.blocks import _key
from kcdocs.report.carry import Earlier, carry
from kcdocs.report.operations import _accounted


@dataclass(frozen=True)
class Added:
    """A row of a provision that is new in the draft."""

    new_text: str
    old_keys: tuple[str, ...] = ()
    new_key: str = "D5"


@pytest.mark.parametrize(("alike", "placed"), [(60, True), (59, False)])
def test_an_explanation_follows_an_added_provision_that_is_alike_by_three_fifths(alike, placed):
    before, after = "a" * alike + "b" * (100 - alike), "a" * alike + "c" * (100 - alike)

    carried = carry([Added(after)], [Earlier("", "D4", before, "Vì sao")])

    assert bool(carried.placed) is placed
    assert bool(carried.lost) is not placed


def test_a_console_of_less_than_48_columns_is_taken_for_one_of_48(sample):
    assert terminal.render(sample, width=47) == terminal.render(sample, width=48)
    assert terminal.render(sample, width=48) != terminal.render(sample, width=49)


@pytest.mark.parametrize(("digits", "key"), [(31, "D1{31}"), (32, "D1{22}_[0-9a-f]{8}")])
def test_a_key_of_more_than_32_characters_ends_in_a_digest(digits, key):
    address = Address.parse(f"dieu-{'1' * digits}")
    node = Node(address.kind, "1" * digits, address, (), (), "")

    assert re.fullmatch(key, _key(node))


@pytest.mark.parametrize(("characters", "shown"), [(119, 119), (120, 120), (121, 120)])
def test_120_characters_are_shown_of_a_paragraph_that_is_read_in_two_ways(characters, shown):
    doubt = SimpleNamespace(address=Address.parse("dieu-1"), words="x" * characters, why=())
    proof = SimpleNamespace(paragraphs=(), unclaimed=(), silent=(), disagreements=(doubt,))

    assert list(_accounted(proof))[-1] == f"  Điều 1: {'x' * shown}"

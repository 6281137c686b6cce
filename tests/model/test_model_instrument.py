"""Nodes are told apart by their keys."""

from __future__ import annotations

from dataclasses import replace

from kcdocs.model.comparison import Row
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

TWICE = """Điều 1. Phạm vi áp dụng
Điều 2. Kinh phí
Điều 1. Phạm vi áp dụng"""


def test_two_readings_of_a_text_are_equal_though_no_node_of_the_one_has_a_key_of_the_other() -> None:
    first, second = parse(reading(TWICE)), parse(reading(TWICE))

    assert first.nodes == second.nodes
    assert not {node.key for node in first.walk()} & {node.key for node in second.walk()}


def test_provisions_that_bear_one_address_and_say_the_same_have_two_keys() -> None:
    first, _, second = parse(reading(TWICE)).nodes

    assert (first.address, first.text) == (second.address, second.text)
    assert first.key != second.key


def test_a_node_made_of_another_gets_a_key_of_its_own() -> None:
    node = parse(reading(TWICE)).nodes[0]

    assert replace(node, label="2").key != node.key


def test_the_key_of_a_row_is_that_of_its_first_provision_in_the_new_text_else_in_the_old() -> None:
    old, new = parse(reading(TWICE)).nodes[0], parse(reading(TWICE)).nodes[0]

    assert Row((old,), (new,)).key == new.key
    assert Row((old,), ()).key == old.key

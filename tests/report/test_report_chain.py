"""Provisions followed through several steps, and two cuttings of the same words laid over one another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from report_builder import Sheet

from kcdocs.model.comparison import ChangeClass, Comparison, Row
from kcdocs.report.chain import Chain, _overlaid


def step(old, new, rows):
    """A comparison over given instruments, its rows named by addresses."""
    found = []
    for olds, news, classes in rows:
        sides = [
            tuple(next(n for n in text.walk() if str(n.address) == address) for address in names.split())
            for text, names in ((old, olds), (new, news))
        ]
        found.append(Row(*sides, tuple(map(ChangeClass, classes.split()))))
    return Comparison(old, new, tuple(found))


def text(*addresses):
    sheet = Sheet()
    for address in addresses:
        sheet.row(address, address, f"Lời của {address}.")
    return sheet.comparison().new


def shape(chain):
    return [
        [[[str(n.address) for n in nodes] for nodes in strand.versions] for strand in group]
        for group in chain.groups
    ]


def test_two_clauses_joined_in_the_second_step_are_one_strand_from_the_start():
    first, second, third = (
        text("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2"),
        text("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2"),
        text("dieu-1", "dieu-1.khoan-1"),
    )
    same = [
        ("dieu-1", "dieu-1", ""),
        ("dieu-1.khoan-1", "dieu-1.khoan-1", ""),
        ("dieu-1.khoan-2", "dieu-1.khoan-2", ""),
    ]
    joined = [("dieu-1", "dieu-1", ""), ("dieu-1.khoan-1 dieu-1.khoan-2", "dieu-1.khoan-1", "gop")]
    chain = Chain.of(step(first, second, same), step(second, third, joined))
    both = ["dieu-1.khoan-1", "dieu-1.khoan-2"]
    assert shape(chain) == [[[["dieu-1"]] * 3, [both, both, ["dieu-1.khoan-1"]]]]


def test_a_clause_dropped_first_and_one_dropped_later_stay_behind_what_they_followed():
    first = text("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-1.khoan-3")
    second = text("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2")
    third = text("dieu-1", "dieu-1.khoan-1")
    keep = [("dieu-1", "dieu-1", ""), ("dieu-1.khoan-1", "dieu-1.khoan-1", "")]
    one = [*keep, ("dieu-1.khoan-2", "dieu-1.khoan-2", ""), ("dieu-1.khoan-3", "", "bai-bo")]
    two = [*keep, ("dieu-1.khoan-2", "", "bai-bo")]
    chain = Chain.of(step(first, second, one), step(second, third, two))
    assert [versions[0] for versions in shape(chain)[0]] == [
        ["dieu-1"],
        ["dieu-1.khoan-1"],
        ["dieu-1.khoan-2"],
        ["dieu-1.khoan-3"],
    ]


def test_an_article_dropped_whole_in_the_first_step_stays_a_group_in_its_place():
    first, second = text("dieu-1", "dieu-2", "dieu-3"), text("dieu-1", "dieu-3")
    one = [("dieu-1", "dieu-1", ""), ("dieu-2", "", "bai-bo"), ("dieu-3", "dieu-3", "")]
    two = [("dieu-1", "dieu-1", ""), ("dieu-3", "dieu-3", "")]
    chain = Chain.of(step(first, second, one), step(second, second, two))
    assert [group[0][0] for group in shape(chain)] == [["dieu-1"], ["dieu-2"], ["dieu-3"]]


def cut(words, places):
    """The words cut at places, every second piece marked."""
    ends = sorted({min(place, len(words)) for place in places} | {len(words)})
    pieces = [words[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    return [(piece, ChangeClass.SUBSTANCE if i % 2 else None) for i, piece in enumerate(pieces) if piece]


@given(st.text(max_size=40), st.lists(st.integers(0, 40)), st.lists(st.integers(0, 40)))
def test_laying_two_cuttings_over_one_another_keeps_every_character_and_both_marks(words, left, right):
    came, goes = cut(words, left), cut(words, right)
    strokes = _overlaid(came, goes)
    assert "".join(stroke.text for stroke in strokes) == words
    for pieces, name in ((came, "came"), (goes, "goes")):
        expected = [mark for piece, mark in pieces for _ in piece]
        assert [getattr(stroke, name) for stroke in strokes for _ in stroke.text] == expected

"""What holds for every comparison, whatever the instruments."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from diff_builder import build
from gold import generate
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kcdocs.diff.compare import compare
from kcdocs.model.comparison import ChangeClass, Comparison, Pass, Row
from kcdocs.model.instrument import Instrument

PLAIN = [
    "đề",
    "án",
    "khuyến",
    "công",
    "kinh",
    "phí",
    "hoà",
    "hòa",
    "kỹ",
    "kĩ",
    "Sở",
    "sở",
    "15",
    "10",
    "ngày",
    "%",
    ",",
    ";",
    ".",
    "(",
    ")",
    "“",
    "”",
    "-",
    "/",
    "|",
    "khoản 1 Điều 2",
    "Điều 1",
    "Ðiều",
]
ODD = ["kho\u0309a", "công\u200b", "a\u00a0b", "1.000", "x  y", "(được bãi bỏ)"]
WORDS = st.sampled_from([*PLAIN, *ODD])
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
LABELS = st.sampled_from(["Điều 1. ", "Điều 2. ", "Điều 2a. ", "1. ", "2. ", "a) ", "đ) ", "", "Chương I. "])
INSTRUMENTS = st.lists(st.tuples(LABELS, TEXTS), max_size=10).map(
    lambda lines: build("\n".join(label + text for label, text in lines))
)


def check(found: Comparison) -> None:
    """Every provision stands in one row, and the rows' edits tile both texts."""
    for side, instrument in (("olds", found.old), ("news", found.new)):
        told = Counter(id(node) for row in found.rows for node in getattr(row, side))
        assert told == Counter(id(node) for node in instrument.walk())
    for row in found.rows:
        if row.olds and row.news:
            check_tiles(row)
        else:
            assert (row.changes, row.edits, row.match) == (
                (ChangeClass.ADDED if row.news else ChangeClass.REPEALED,),
                (),
                None,
            )


def whole(text: str, place: int) -> bool:
    """Whether a mark that starts here cuts no syllable and no number."""
    return not text[max(0, place - 1) : place].isalnum() or not text[place : place + 1].isalnum()


def check_tiles(row: Row) -> None:
    assert row.match is not None
    ends = (0, 0)
    for edit in row.edits:
        assert (edit.old.start, edit.new.start) == ends
        ends = (edit.old.end, edit.new.end)
        assert (edit.old.of(row.old_text) == edit.new.of(row.new_text)) == (edit.change is None)
        assert edit.old.start < edit.old.end or edit.new.start < edit.new.end
        assert whole(row.old_text, edit.old.start)
        assert whole(row.new_text, edit.new.start)
    assert ends == (len(row.old_text), len(row.new_text))
    assert all(
        one.change is not other.change or one.change is ChangeClass.PHRASE
        for one, other in pairwise(row.edits)
    )


TURN = {
    ChangeClass.ADDED: ChangeClass.REPEALED,
    ChangeClass.REPEALED: ChangeClass.ADDED,
    ChangeClass.SPLIT: ChangeClass.MERGED,
    ChangeClass.MERGED: ChangeClass.SPLIT,
}
TURN_PASS = {Pass.SPLIT: Pass.MERGED, Pass.MERGED: Pass.SPLIT}


def told(found: Comparison, *, turned: bool) -> Counter[object]:
    """All rows as values, turned round if asked."""
    return Counter(_row(row, turned=turned) for row in found.rows)


def _row(row: Row, *, turned: bool) -> object:
    sides = [tuple((node.address, node.text) for node in nodes) for nodes in (row.olds, row.news)]
    edits = [[edit.old, edit.new] for edit in row.edits]
    changes = frozenset(TURN.get(change, change) if turned else change for change in row.changes)
    if turned:
        sides, edits = sides[::-1], [edit[::-1] for edit in edits]
    by = row.match and (TURN_PASS.get(row.match.by, row.match.by) if turned else row.match.by)
    marks = tuple(TURN.get(edit.change, edit.change) if turned else edit.change for edit in row.edits)
    return *sides, tuple(map(tuple, edits)), marks, changes, by, row.match and row.match.score


@settings(deadline=None, max_examples=120)
@given(INSTRUMENTS, INSTRUMENTS)
@example(build("Điều 1. đề ” đề đề đề"), build("Điều 1. “ đề"))
def test_both_texts_can_be_rebuilt_and_the_way_back_is_the_mirror(old: Instrument, new: Instrument) -> None:
    there, back = compare(old, new), compare(new, old)
    check(there)
    assert told(there, turned=True) == told(back, turned=False)
    assert {(b, a) for a, b in there.moves} == set(back.moves)


@settings(deadline=None, max_examples=60)
@given(INSTRUMENTS)
def test_an_instrument_does_not_differ_from_itself(instrument: Instrument) -> None:
    found = compare(instrument, instrument)
    assert [row for row in found.rows if row.changes] == []
    assert (found.phrases, found.quantities, found.impacts, found.findings) == ((), (), (), ())
    assert all(row.olds == row.news for row in found.rows)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("amending", [False, True])
def test_realistic_pairs_rebuild_and_mirror(seed: int, amending: bool) -> None:
    case = generate(1000 + seed, amending=amending)
    there, back = compare(case.old, case.new), compare(case.new, case.old)
    check(there)
    assert told(there, turned=True) == told(back, turned=False)


def test_removed_provisions_are_told_where_they_stood() -> None:
    old = build("Điều 1. Một\n1. Tiền.\n2. Máy.\nĐiều 2. Hai\n1. Người.\nĐiều 3. Ba")
    new = build("Điều 1. Một\n1. Tiền.\n3. Đất đai nhà xưởng.\nĐiều 2. Ba")
    addresses = [(str(row.address), bool(row.olds), bool(row.news)) for row in compare(old, new).rows]
    assert addresses == [
        ("dieu-1", True, True),
        ("dieu-1.khoan-1", True, True),
        ("dieu-1.khoan-2", True, False),
        ("dieu-1.khoan-3", False, True),
        ("dieu-2", True, False),
        ("dieu-2.khoan-1", True, False),
        ("dieu-2", True, True),
    ]

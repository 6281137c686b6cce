"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import hashlib
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from kcdocs.decrees import kept, limits, update
from kcdocs.decrees.asking import excerpt, wanted
from kcdocs.decrees.errors import AmbiguousInstrumentError, SpoiltTextError
from kcdocs.decrees.kept import Kept
from kcdocs.decrees.search import _ranked
from kcdocs.decrees.standing import findings
from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Standing, UnclearSpot
from kcdocs.model.span import Span
from kcdocs.parse.plain import reading


@pytest.mark.parametrize(("more", "read"), [(0, True), (1, False)])
def test_a_kept_text_has_four_million_values_at_most(tmp_path: Path, more: int, *, read: bool) -> None:
    path = tmp_path / "0001-01-01.json"
    kept.write(path, Kept(Citation("Nghị định", "7/2019/NĐ-CP"), 0, (), (), reading("Điều 1. Một")))
    body = path.read_text("utf-8").partition("\n")[2]
    has = body.count(",") + body.count("[") + body.count("{")
    padding = "[" + "0," * (4_000_000 - has - 2 + more) + "0]"
    body = body[:-1] + f',"x":{padding}}}'
    path.write_text(f"{hashlib.sha256(body.encode()).hexdigest()}\n{body}", "utf-8")

    if read:
        assert kept.read(path).words == ("Điều 1. Một",)
    else:
        with pytest.raises(SpoiltTextError):
            kept.read(path)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("nghề " * 10 + "thêu tay", "Luật " + "nghề " * 10 + "thêu"),
        ("nghề " * 10 + "thêu", "Luật " + "nghề " * 10 + "thêu"),
    ],
)
def test_a_title_is_shown_whole_up_to_sixty_characters(title: str, shown: str) -> None:
    assert len(shown) == 59
    told = AmbiguousInstrumentError("12", [Citation("Luật", "12/2025/QH15", title=title)]).message

    assert f"({shown})" in told or f"({shown}…)" in told
    assert ("…" in told) == (title.endswith("tay"))


def _told(*doubts: str) -> str:
    day = date(2024, 7, 1)
    listed = tuple(UnclearSpot("3/2024/NĐ-CP", Address(), words, "Chưa rõ.") for words in doubts)
    (finding,) = findings("7/2020/NĐ-CP", Standing(day, day, doubts=listed))
    return finding.message


def test_five_unclear_places_are_told_and_more_are_counted() -> None:
    five = [f"Lệnh số {number}" for number in range(5)]

    assert "Lệnh số 4" in _told(*five)
    assert "chỗ khác" not in _told(*five)
    assert "và 1 chỗ khác" in _told(*five, "Lệnh số 5")
    assert "Lệnh số 5" not in _told(*five, "Lệnh số 5")


def test_an_unclear_command_is_shown_whole_up_to_a_hundred_and_twenty_characters() -> None:
    assert f"«{'a' * 120}»" in _told("a" * 120)
    assert f"«{'a' * 120}…»" in _told("a" * 121)


@pytest.mark.parametrize(("more", "cut"), [(0, False), (1, True)])
def test_a_provision_is_shown_whole_up_to_three_hundred_letters(more: int, *, cut: bool) -> None:
    text = "sợi " + "x " * 147 + "y" * (2 + more)
    assert len(text) == 300 + more
    padded = f"{text} đuôi" if cut else text

    part = excerpt(padded, (Span(0, 3),))

    assert (part.end < len(padded)) == cut


@pytest.mark.parametrize(("before", "start"), [(60, 0), (62, 2)])
def test_sixty_letters_are_shown_before_the_first_word_found(before: int, start: int) -> None:
    text = "x " * (before // 2) + "sợi" + " y" * 200

    assert excerpt(text, (Span(before, before + 3),)).start == start


def test_a_thousand_letters_of_a_search_are_looked_at() -> None:
    assert wanted("a" * 999 + " bc").words == ("a" * 999,)
    assert wanted("a" * 998 + " bc").words == ("a" * 998, "b")


@pytest.mark.parametrize(("rows", "best", "more"), [(5_000, 1, False), (5_001, 5_001, True)])
def test_five_thousand_provisions_are_counted_and_the_best_of_them_looked_for(
    rows: int, best: int, *, more: bool
) -> None:
    with sqlite3.connect(":memory:") as index:
        index.execute("CREATE VIRTUAL TABLE words USING fts5 (said, content='', tokenize='ascii')")
        index.execute("INSERT INTO words (rowid, said) VALUES (1, 'soi')")
        others = ((row, "soi det") for row in range(2, rows + 1))
        index.executemany("INSERT INTO words (rowid, said) VALUES (?, ?)", others)

        found = _ranked(index, wanted("soi"), 20)

    assert found[0] == best
    assert (len(set(found)), len(found) > limits.COUNTED) == (rows, more)


def test_an_update_unpacks_to_sixteen_megabytes_and_a_command_waits_ten_seconds_for_another() -> None:
    assert (limits.MOST_UPDATE, limits.WAIT_TAKEN) == (16 * 2**20, 10)
    assert update.UPDATE.most_bytes == limits.MOST_UPDATE

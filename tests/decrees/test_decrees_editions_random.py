"""Random chains of three amending decrees: added in any order, they build what applying them in turn gives."""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from decrees.editions_base import BASE, NUMBER, WHOLE, add, amending, told

from kcdocs.amend.apply import apply
from kcdocs.amend.target import commands_of, only_on
from kcdocs.amend.written import write_proved
from kcdocs.decrees.opening import the_store
from kcdocs.diff.compare import compare
from kcdocs.model.instrument import Instrument
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

sys.path.insert(0, str(Path(__file__).parents[1] / "amend"))
from amend_scripts import edited

DAYS = (date(2024, 7, 1), date(2025, 7, 1), date(2026, 7, 1))
NUMBERS = ("3/2024/NĐ-CP", "5/2025/NĐ-CP", "6/2026/NĐ-CP")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class _Link:
    """A decree of a chain: its text, and what the amended one says from its day on."""

    text: str
    made: list[str]


def _lines(text: Instrument) -> list[str]:
    return [line.text for line in text.lines()]


def _chain(seed: int) -> list[_Link]:
    """Three amending decrees, each written for a random rewriting of what the ones before have made."""
    text, links = parse(reading(BASE)), []
    for place, (number, day) in enumerate(zip(NUMBERS, DAYS, strict=True)):
        draft = edited(text, 10 * seed + place, renumber=bool(seed % 2))
        planned, written = write_proved(compare(text, draft), text.citation, effective=day)
        assert not planned.gaps
        assert planned.operations
        head = f"CHÍNH PHỦ\nSố: {number}\nHà Nội, ngày 02 tháng 5 năm {day.year}\n"
        done = apply(text, only_on(text, commands_of(parse(reading(head + written.text))), NUMBER).operations)
        text = done.amended
        links.append(_Link(head + written.text, _lines(text)))
    return links


@pytest.mark.parametrize("seed", range(6))
def test_a_random_chain_builds_the_same_editions_in_any_order_on_the_day_before_on_and_after(
    seed: int, tmp_path: Path
) -> None:
    chain = _chain(seed)
    texts = [BASE, *(link.text for link in chain)]
    random.Random(seed).shuffle(texts)

    for text in texts:
        add(tmp_path, text)

    store = the_store()
    states = [_lines(parse(reading(BASE))), *(link.made for link in chain)]
    for place, day in enumerate(DAYS):
        assert _lines(store.load(NUMBER, as_of=day - DAY)) == states[place]
        assert _lines(store.load(NUMBER, as_of=day)) == states[place + 1]
        assert _lines(store.load(NUMBER, as_of=day + DAY)) == states[place + 1]
        assert told(day) == {}


@pytest.mark.parametrize("seed", range(3))
def test_a_later_decree_that_repeals_a_command_not_yet_in_force_takes_it_out_in_any_order(
    seed: int, tmp_path: Path
) -> None:
    commands = [
        "Sửa đổi, bổ sung khoản 1 Điều 1 như sau:\n“1. Xưởng dệt gửi hồ sơ trong 20 ngày.”.",
        "Bãi bỏ khoản 2 Điều 1.",
        "Thay thế cụm từ “tỉnh” bằng cụm từ “xã” tại khoản 3 Điều 2.",
    ]
    first = amending(
        NUMBERS[0],
        "02 tháng 5 năm 2024",
        "\n".join(f"{place}. {command}" for place, command in enumerate(commands, 1)),
        WHOLE.format("01 tháng 7 năm 2025"),
    )
    gone = seed % 3
    second = amending(
        NUMBERS[1],
        "02 tháng 6 năm 2024",
        f"1. Bãi bỏ khoản {gone + 1} Điều 1.",
        WHOLE.format("01 tháng 8 năm 2024"),
        base=f"Nghị định số {NUMBERS[0]}",
    )
    left = [command for place, command in enumerate(commands) if place != gone]
    kept = "\n".join(f"{place}. {command}" for place, command in enumerate(left, 1))
    alone = amending(NUMBERS[0], "02 tháng 5 năm 2024", kept, WHOLE.format("01 tháng 7 năm 2025"))
    base = parse(reading(BASE))
    wanted = apply(base, only_on(base, commands_of(parse(reading(alone))), NUMBER).operations).amended
    texts = [BASE, first, second]
    random.Random(seed).shuffle(texts)

    for text in texts:
        add(tmp_path, text)

    store = the_store()
    assert _lines(store.load(NUMBER, as_of=DAYS[1])) == _lines(wanted)
    assert _lines(store.load(NUMBER, as_of=DAYS[1] - DAY)) == _lines(base)
    assert told(DAYS[1]) == {}

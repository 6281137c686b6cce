"""Editions of real instruments are what their commands make, and nothing in them is in doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from kcdocs.amend import apply as applying
from kcdocs.amend.target import commands_of, only_on
from kcdocs.api import decrees
from kcdocs.api.amend import apply
from kcdocs.decrees.opening import the_store
from kcdocs.model.instrument import Instrument
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read


@dataclass(frozen=True)
class Pair:
    """An instrument of the corpus, what amends it, and the day that begins on, looked up in the texts."""

    original: str
    amending: str
    number: str
    since: date


PAIRS = (
    Pair("nd-75-2021/goc.md", "nd-75-2021/sua-doi-55-2023.md", "75/2021/NĐ-CP", date(2023, 9, 5)),
    Pair("luat-mttq/truoc.txt", "luat-mttq/luat-97-2025-qh15.docx", "75/2015/QH13", date(2025, 7, 1)),
    Pair(
        "cong-bao/12-2022/goc-12-2022-tt-bldtbxh.pdf",
        "cong-bao/12-2022/sua-doi-12-2024-tt-bldtbxh.pdf",
        "12/2022/TT-BLĐTBXH",
        date(2024, 12, 29),
    ),
    Pair(
        "cong-bao/tuyen-doc/06-2017/goc.txt",
        "cong-bao/tuyen-doc/06-2017/sua.pdf",
        "06/2017/TT-BLĐTBXH",
        date(2023, 3, 1),
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.number)
@pytest.mark.parametrize("late", [False, True], ids=["base first", "base last"])
def test_a_real_amendment_is_in_force_from_its_day_whatever_was_added_first(
    corpus: Path, pair: Pair, *, late: bool
) -> None:
    files = [(pair.original, pair.number), (pair.amending, "")]
    for name, number in reversed(files) if late else files:
        decrees.add(corpus / name, number=number)

    store = the_store()
    before = store.load(pair.number, as_of=pair.since - timedelta(days=1))
    after = store.load(pair.number, as_of=pair.since)
    done = apply(corpus / pair.original, corpus / pair.amending, number=pair.number).consolidation
    assert [line.text for line in before.lines()] == [line.text for line in done.original.lines()]
    assert [line.text for line in after.lines()] == [line.text for line in done.amended.lines()]
    assert before.lines() != after.lines()
    assert not [item for item in after.findings if item.code == "DC403"]


def test_a_circular_that_amends_thirty_others_is_built_with_every_command_done_or_named(corpus: Path) -> None:
    decrees.add(corpus / "thong-tu-khuyen-cong" / "26-2014-tt-bct.txt", number="26/2014/TT-BCT")
    added = decrees.add(corpus / "bo-cong-thuong" / "38-2025-tt-bct.txt")

    ((_, (edition,)),) = added.built
    refused = {
        item.operation.origin.address for item in edition.enacted[0].consolidation.log if not item.touched
    }
    assert edition.since == date(2025, 7, 1)
    assert refused <= {doubt.place for doubt in edition.doubts}
    assert len(added.waits_for) > 25


BRANCH = "thong-tu-khuyen-cong/26-2014-tt-bct.txt"
REAL = ("bo-cong-thuong/38-2025-tt-bct.txt", "bo-cong-thuong/26-2026-tt-bct.docx")
"""What amends that circular, and what amends the one that amends it: all that the corpus has in a chain."""

MADE = """BỘ CÔNG THƯƠNG
Số: 90/2026/TT-BCT
Hà Nội, ngày 02 tháng 11 năm 2026
THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 26/2014/TT-BCT
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 26/2014/TT-BCT
1. Thay thế cụm từ “Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công” bằng cụm từ “Cục Nghề mới” tại toàn văn Thông tư.
2. Bãi bỏ điểm a khoản 1 Điều 8.
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2027.
"""
"""A third link, made for the test: it changes words and a point that the first one put there."""

CHAINED = {
    "26/2014/TT-BCT": ((date(2025, 7, 1), REAL[0]), (date(2027, 1, 1), "")),
    "38/2025/TT-BCT": ((date(2026, 5, 29), REAL[1]),),
}
"""Which instrument is changed from which day by which other; the second one leaves what the first one did."""


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)], ids=str)
def test_three_that_amend_one_another_build_the_same_in_any_order_as_one_after_another(
    corpus: Path, tmp_path: Path, told: Callable[..., tuple[int, str]], order: tuple[int, ...]
) -> None:
    made = tmp_path / "90-2026.txt"
    made.write_text(MADE, "utf-8")
    files = [*(corpus / name for name in REAL), made]

    told("decrees", "add", corpus / BRANCH, "--as", "26/2014/TT-BCT")
    for place in order:
        told("decrees", "add", files[place])

    for number, links in CHAINED.items():
        text = _text(corpus / (BRANCH if number == "26/2014/TT-BCT" else REAL[0]))
        for day, name in links:
            assert _on(number, day - timedelta(days=1)) == _lines(text)
            own = only_on(text, commands_of(_text(corpus / name) if name else _text(made)), number)
            text = applying.apply(text, own.operations).amended
            assert _on(number, day) == _lines(text)


@cache
def _text(path: Path) -> Instrument:
    return parse(read(path))


def _lines(text: Instrument) -> list[str]:
    return [line.text for line in text.lines()]


def _on(number: str, day: date) -> list[str]:
    return _lines(the_store().load(number, as_of=day))

"""A text of the store that another one ends is told as no law any more, from that day on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from decrees.editions_base import BASE, CHAIN, NUMBER, WHOLE, add, told

REPLACING = """CHÍNH PHỦ
Số: 8/2026/NĐ-CP
Hà Nội, ngày 10 tháng 3 năm 2026
NGHỊ ĐỊNH
Về nghề thêu
Điều 1. Nghề thêu
Nghị định này quy định về nghề thêu.
Điều 2. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2026.
2. {}
"""
ENDED = "văn bản đã hết hiệu lực sau ngày {}"


@pytest.fixture
def folder(data_folder: Path, tmp_path: Path) -> Path:
    """A store with the first text of a decree."""
    add(tmp_path, BASE)
    return tmp_path


@pytest.mark.parametrize(
    ("said", "last"),
    [
        (f"Nghị định này thay thế Nghị định số {NUMBER}.", date(2026, 4, 30)),
        (f"Bãi bỏ Nghị định số {NUMBER}.", date(2026, 4, 30)),
        (f"Nghị định số {NUMBER} hết hiệu lực kể từ ngày 01 tháng 7 năm 2026.", date(2026, 6, 30)),
        (
            f"Nghị định số {NUMBER} ngày 01 tháng 02 năm 2020 hết hiệu lực từ ngày Nghị định này có hiệu lực.",
            date(2026, 4, 30),
        ),
    ],
)
def test_what_another_text_ends_is_no_law_from_that_day_on(said: str, last: date, folder: Path) -> None:
    add(folder, REPLACING.format(said))

    assert told(last) == {}
    assert ENDED.format(last.strftime("%d/%m/%Y")) in told(date.fromordinal(last.toordinal() + 1))["DC401"]


@pytest.mark.parametrize(
    "said",
    [
        f"Bãi bỏ khoản 1 Điều 2 Nghị định số {NUMBER}.",
        f"Nghị định số {NUMBER} hết hiệu lực, trừ Điều 2.",
        "Bãi bỏ Nghị định số 9/2019/NĐ-CP.",
    ],
)
def test_a_text_of_which_something_is_left_or_that_is_not_meant_goes_on(said: str, folder: Path) -> None:
    add(folder, REPLACING.format(said))

    assert ENDED.format("30/04/2026") not in str(told(date(2027, 1, 1)))


def test_a_text_that_says_until_when_it_has_force_ends_then_unless_it_was_amended(
    data_folder: Path, tmp_path: Path
) -> None:
    own = WHOLE.format("15 tháng 3 năm 2020")
    add(tmp_path, BASE.replace(own, own.removesuffix(".") + " đến hết ngày 31 tháng 12 năm 2027."))

    assert told(date(2027, 12, 31)) == {}
    assert ENDED.format("31/12/2027") in told(date(2028, 1, 1))["DC401"]

    add(tmp_path, CHAIN[0])
    assert told(date(2028, 1, 1)) == {}

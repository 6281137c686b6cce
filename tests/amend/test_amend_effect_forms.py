"""The day of effect is read in every form that instruments write it in."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.amend.effect import effective_date
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("kể từ ngày 01 tháng 7 năm 2016", date(2016, 7, 1)),
        ("kể từ ngày 01/7/2016", date(2016, 7, 1)),
        ("từ ngày 01-07-2016", date(2016, 7, 1)),
        ("từ ngày 1.7.2016", date(2016, 7, 1)),
        ("kể từ 0 giờ ngày 01 tháng 7 năm 2016", date(2016, 7, 1)),
        ("kể từ 00 giờ 00 phút ngày 01 tháng 7 năm 2016", date(2016, 7, 1)),
        ("sau 45 ngày kể từ ngày ký", date(2016, 6, 29)),
        ("kể từ ngày ký", date(2016, 5, 15)),
        ("khi có hướng dẫn", None),
    ],
)
def test_the_day_of_effect_is_read(words: str, day: date | None) -> None:
    text = (
        "BỘ TÀI CHÍNH\nSố: 11/2016/TT-BTC\nHà Nội, ngày 15 tháng 5 năm 2016\nTHÔNG TƯ\nVề sổ\n"
        f"Điều 1. Sổ\nMột.\nĐiều 2. Hiệu lực\nThông tư này có hiệu lực thi hành {words}."
    )
    assert effective_date(parse(reading(text, "thu.txt"))) == day

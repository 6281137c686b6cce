"""The day of effect, as instruments of every period say it, and institutions of the shipped catalogue."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.amend.effect import effective_date
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.law.vocabulary import table
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.", date(2031, 7, 1)),
        ("Nghị định này có hiệu lực kể từ ngày 01/7/2031.", date(2031, 7, 1)),
        ("Nghị định này có hiệu lực từ 01/7/2031.", date(2031, 7, 1)),
        ("Nghị định này có hiệu lực thi hành sau 45 ngày, kể từ ngày ký ban hành.", date(2031, 4, 19)),
        ("Nghị định này có hiệu lực kể từ ngày ký.", date(2031, 3, 5)),
        ("Nghị định này có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo.", None),
        ("Nghị định này có hiệu lực thi hành từ ngày 31 tháng 02 năm 2031.", None),
    ],
)
def test_the_day_of_effect_is_read_as_the_text_says_it(sentence: str, day: date | None) -> None:
    text = f"Số: 1/2031/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2031\nNGHỊ ĐỊNH\nVề nghề\nĐiều 1. Hiệu lực\n{sentence}\n"
    assert effective_date(parse(reading(text))) == day


def test_every_ministry_of_the_catalogue_is_a_name_whose_end_is_known() -> None:
    names = {title.name for body in load_catalogue().institutions for title in body.titles}
    ministries = {name for name in names if name.startswith(("Bộ ", "Ngân hàng"))}
    assert len(ministries) >= 20
    assert ministries <= set(table()["names"]["bodies"])


@pytest.mark.parametrize(
    ("name", "day", "there"),
    [
        ("Bộ Giao thông vận tải", date(2025, 2, 28), True),
        ("Bộ Giao thông vận tải", date(2025, 3, 1), False),
        ("Bộ Dân tộc và Tôn giáo", date(2025, 3, 1), True),
        ("Bộ Dân tộc và Tôn giáo", date(2025, 2, 28), False),
        ("Bộ Y tế", date(2015, 1, 1), True),
    ],
)
def test_a_ministry_is_there_on_its_days_only(name: str, day: date, there: bool) -> None:
    body = load_catalogue().institution(name)
    assert body is not None
    assert (body.on(day) is not None) is there

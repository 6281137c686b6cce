"""The Vietnamese filters as a template sees them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from kcdocs.engine.environment import sandbox
from kcdocs.engine.filters import FILTERS


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("ngay_chu", date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        ("ngay_chu", "10/02/2026", "ngày 10 tháng 02 năm 2026"),
        ("ngay_so", date(2026, 1, 31), "31/01/2026"),
        ("so", 1234567, "1.234.567"),
        ("so", "1.234,50", "1.234,50"),
        ("so", 0.1, "0,1"),
        ("tien", Decimal(45_546_000_000), "45.546.000.000 đồng"),
        ("phan_tram", Decimal("12.5"), "12,5%"),
        ("so_chu", 104, "một trăm linh bốn"),
        ("tien_chu", "120.000.000", "một trăm hai mươi triệu đồng"),
        ("thu_tu", 4, "thứ tư"),
        ("la_ma", "14", "XIV"),
        ("hoa", "đề án", "ĐỀ ÁN"),
        ("hoa_dau", "một đồng", "Một đồng"),
        ("khong_ngat", "khoản 2 Điều 5", "khoản\u00a02\u00a0Điều\u00a05"),
        ("can_dong", "Về bình chọn sản phẩm khuyến công", "Về bình chọn sản phẩm khuyến\u00a0công"),
        ("liet_ke", ["a", "b", "c"], "a, b và c"),
        ("dong_liet_ke", ["a", "b"], ["a;", "b."]),
        ("dong_can_cu", ["Luật A", "Luật B"], ["Căn cứ Luật A;", "Căn cứ Luật B."]),
        ("default", None, ""),
        ("d", 0, 0),
    ],
)
def test_each_filter_prints_what_its_rule_says(name, value, expected):
    assert FILTERS[name](value) == expected


def test_every_filter_is_tried_above():
    tried = {mark[0] for mark in test_each_filter_prints_what_its_rule_says.pytestmark[0].args[1]}
    assert tried == set(FILTERS)


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("so", (Decimal("2.345"), 2), "2,35"),
        ("tien", (5_000, "USD"), "5.000 USD"),
        ("tien_chu", (5, "đô la Mỹ"), "năm đô la Mỹ"),
        ("dong_can_cu", (["Luật A"], ";"), ["Căn cứ Luật A;"]),
        ("dong_liet_ke", (["a"], "./."), ["a./."]),
    ],
)
def test_arguments_change_unit_places_and_last_mark(name, arguments, expected):
    assert FILTERS[name](*arguments) == expected


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("ngay_chu", 5, "bộ lọc «ngay_chu» cần một ngày, không phải «5»"),
        ("ngay_chu", "31/02/2026", "Tháng 2 năm 2026 không có ngày 31."),
        ("so", "12.5", "«12.5» dùng dấu chấm trước phần thập phân."),
        (
            "tien",
            "1.234",
            "«1.234» có thể là 1234 hoặc 1,234: không chắc dấu «.» ngăn phần nghìn hay phần thập phân.",
        ),
        ("so", True, "bộ lọc «so» cần một số, không phải «True»"),
        ("so", float("nan"), "bộ lọc «so» cần một số, không phải «nan»"),
        ("tien_chu", -5, "số tiền -5 nhỏ hơn 0, không ghi bằng chữ được"),
        ("la_ma", 0, "bộ lọc «la_ma» cần một số từ 1 đến 3999, không phải «0»"),
        ("thu_tu", Decimal("1.5"), "bộ lọc «thu_tu» cần một số nguyên, không phải «1.5»"),
        ("hoa", 5, "bộ lọc «hoa» cần một đoạn chữ, không phải «5»"),
        ("liet_ke", "abc", "bộ lọc «liet_ke» cần một danh sách, không phải «abc»"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_vietnamese(name, value, reason):
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        FILTERS[name](value)


def test_places_behind_the_comma_are_limited():
    with pytest.raises(ValueError, match="từ 0 đến 20"):
        FILTERS["so"](1, 21)


def test_the_engine_binds_every_filter():
    assert {name: sandbox().filters[name].__wrapped__ for name in FILTERS} == dict(FILTERS)

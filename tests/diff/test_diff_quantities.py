"""Quantities: what is read as one, and what changed."""

from __future__ import annotations

import pytest
from diff_builder import build

from kcdocs.diff.compare import compare
from kcdocs.diff.quantities import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trong 15 ngày làm việc", [("thoi-han", "15 ngày làm việc")]),
        ("không quá 1.500.000 đồng", [("so-tien", "1.500.000 đồng")]),
        ("tối đa 300 triệu đồng cho 2 đề án", [("so-tien", "300 triệu đồng"), ("so", "2 đề án")]),
        ("hỗ trợ 50% chi phí, 2,5 phần trăm", [("ty-le", "50%"), ("ty-le", "2,5 phần trăm")]),
        ("từ ngày 01 tháng 7 năm 2026", [("ngay", "ngày 01 tháng 7 năm 2026")]),
        ("trước 31/12/2026", [("ngay", "31/12/2026")]),
        ("sau 10 (mười) ngày", [("thoi-han", "10 (mười) ngày")]),
        ("Nghị định số 45/2012/NĐ-CP, khoản 2 Điều 7", []),
        ("trong\u00a015\u00a0ngày", [("thoi-han", "15 ngày")]),
    ],
)
def test_quantities_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(kind), words) for kind, words in quantities(text)] == expected


def test_changed_quantities_are_listed_with_their_place() -> None:
    old = "Điều 1. Mức\n1. Nộp trong 15 ngày, tối đa 300 triệu đồng, tỷ lệ 50%.\n2. Có 3 bản theo khoản 1 Điều 1."
    new = old.replace("15 ngày", "10 ngày").replace("50%", "70%").replace("Có 3 bản", "Gửi kèm")
    found = compare(build(old), build(new)).quantities
    assert [(str(item.kind), item.old, item.new, str(item.address)) for item in found] == [
        ("thoi-han", "15 ngày", "10 ngày", "dieu-1.khoan-1"),
        ("ty-le", "50%", "70%", "dieu-1.khoan-1"),
        ("so", "3 bản", "", "dieu-1.khoan-2"),
    ]

"""Addresses written with commas between their units: one place is never taken for two, nor two for one."""

from __future__ import annotations

import pytest
from command_readings import clear, told


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("điểm a, khoản 1, Điều 17", ["dieu-17.khoan-1.diem-a"]),
        ("điểm a, điểm b, khoản 1, Điều 17", ["dieu-17.khoan-1.diem-a", "dieu-17.khoan-1.diem-b"]),
        ("khoản 1, khoản 2, Điều 17", ["dieu-17.khoan-1", "dieu-17.khoan-2"]),
        ("Điều 5, điểm a, khoản 1, Điều 17", ["dieu-5", "dieu-17.khoan-1.diem-a"]),
        (
            "điểm a, khoản 1, Điều 17 và điểm b, khoản 2, Điều 18",
            ["dieu-17.khoan-1.diem-a", "dieu-18.khoan-2.diem-b"],
        ),
        ("điểm a, mục 2, Phụ lục I", ["phu-luc-I.muc-2.diem-a"]),
        ("khoản 9 Điều 3, khoản 7 Điều 4, Chương IV", ["dieu-3.khoan-9", "dieu-4.khoan-7", "chuong-IV"]),
        ("Điều 5; Chương II", ["dieu-5", "chuong-II"]),
        ("Điều 9, Phụ lục I", ["dieu-9", "phu-luc-I"]),
    ],
)
def test_a_chain_of_units_is_one_place_and_nothing_around_it(address: str, said: list[str]) -> None:
    assert clear(f"Bãi bỏ {address}.") == [f"bai-bo {place}" for place in said]
    assert clear(f"Bỏ cụm từ “mây” tại {address}.") == [f"bo-cum-tu {place} “mây”" for place in said]


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("Điều 9, Chương II", "chuong-II"),
        ("khoản 3, Điều 9, Mục 3, Chương II", "chuong-II.muc-3"),
        ("phần B, Phụ lục I", "phu-luc-I"),
        ("mục 2, phần B, Phụ lục I", "phu-luc-I"),
    ],
)
def test_what_may_only_hold_the_place_before_it_is_never_taken_whole(address: str, whole: str) -> None:
    assert f"bai-bo {whole}" not in clear(f"Bãi bỏ {address}.")
    assert any(whole in line for line in told(f"Bãi bỏ {address}."))

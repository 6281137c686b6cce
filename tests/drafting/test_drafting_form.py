"""Printed lines of the form; the expected lines are those of Decree 30/2020, Annexes I and III."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.drafting import form


@pytest.mark.parametrize(
    ("number", "symbol", "year", "shown"),
    [
        ("10693", "TTr-CTĐP", None, "10693/TTr-CTĐP"),
        ("5", "QĐ-BCT", None, "05/QĐ-BCT"),
        ("14", "TT-BCT", 2026, "14/2026/TT-BCT"),
        ("để trống", "TTr-BCT", None, "\u00a0" * 10 + "/TTr-BCT"),
        ("để trống", "TT-BCT", 2026, "\u00a0" * 10 + "/2026/TT-BCT"),
    ],
)
def test_number_and_symbol_have_no_spaces_and_numbers_under_ten_a_zero(
    number: str, symbol: str, year: int | None, shown: str
) -> None:
    assert form.number_and_symbol(number, symbol, year) == shown


def test_a_date_pads_only_days_under_ten_and_months_one_and_two() -> None:
    assert form.date_or_space(date(2025, 2, 5), date(2025, 2, 5)) == "ngày 05 tháng 02 năm 2025"
    assert form.date_or_space(date(2025, 8, 4), date(2025, 8, 4)) == "ngày 04 tháng 8 năm 2025"


def test_an_open_date_leaves_room_for_day_and_month_and_keeps_the_year() -> None:
    space = "\u00a0" * 6

    assert form.date_or_space(None, date(2024, 12, 27)) == f"ngày{space}tháng{space}năm 2024"


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        ({"hinh_thuc": "trực tiếp", "chuc_vu": "Bộ trưởng"}, ["BỘ TRƯỞNG"]),
        ({"hinh_thuc": "Q", "chuc_vu": "Cục trưởng"}, ["Q. CỤC TRƯỞNG"]),
        (
            {"hinh_thuc": "KT", "ky_thay": "Bộ trưởng", "chuc_vu": "Thứ trưởng"},
            ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"],
        ),
        (
            {"hinh_thuc": "TL", "ky_thay": "Bộ trưởng", "chuc_vu": "Cục trưởng"},
            ["TL. BỘ TRƯỞNG", "CỤC TRƯỞNG"],
        ),
        (
            {"hinh_thuc": "TL", "ky_thay": "Bộ trưởng", "chuc_vu": "Cục trưởng", "cap_pho": "Phó Cục trưởng"},
            ["TL. BỘ TRƯỞNG", "KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG"],
        ),
        (
            {"hinh_thuc": "TUQ", "ky_thay": "Bộ trưởng", "chuc_vu": "Chánh Văn phòng Bộ"},
            ["TUQ. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG BỘ"],
        ),
        (
            {"hinh_thuc": "trực tiếp", "thay_mat": "Chính phủ", "chuc_vu": "Thủ tướng"},
            ["TM. CHÍNH PHỦ", "THỦ TƯỚNG"],
        ),
        (
            {"hinh_thuc": "KT", "thay_mat": "Chính phủ", "ky_thay": "Thủ tướng", "chuc_vu": "Phó Thủ tướng"},
            ["TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"],
        ),
    ],
)
def test_each_kind_of_signature_prints_its_lines(signer: dict[str, str], lines: list[str]) -> None:
    assert form.authority(signer) == lines


def test_recipients_end_in_semicolons_and_the_archive_in_a_full_stop() -> None:
    assert form.recipients(["Như trên", "Bộ Tư pháp"], {"don_vi": "CTĐP"}) == [
        "- Như trên;",
        "- Bộ Tư pháp;",
        "- Lưu: VT, CTĐP.",
    ]
    assert form.recipients(["Như trên"], {"don_vi": "PC", "so_ban": 3})[-1] == "- Lưu: VT, PC (3)."


def test_several_addressees_stand_on_lines_of_their_own() -> None:
    assert form.addressees(["Chính phủ", "Thủ tướng Chính phủ"]) == ["- Chính phủ;", "- Thủ tướng Chính phủ."]

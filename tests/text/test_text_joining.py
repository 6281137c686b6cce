"""Labels kept with their names, lists with their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.joining import (
    balanced,
    basis_list,
    closed_lines,
    enumerated,
    keep_together,
    typeset,
    typeset_before,
    typeset_behind,
    untypeset,
)
from kcdocs.text.normalise import nfc


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Điều 5", "Điều~5"),
        ("điểm a khoản 2 Điều 5a", "điểm~a~khoản~2~Điều~5a"),
        ("Chương II, Mục 1, Phụ lục IIa", "Chương~II, Mục~1, Phụ~lục~IIa"),
        ("Luật số 64/2025/QH15", "Luật số~64/2025/QH15"),
        ("ngày 05 tháng 3 năm 2026", "ngày~05 tháng~3 năm~2026"),
        ("Ngày 05/01/2026, số 05/2026", "Ngày 05/01/2026, số~05/2026"),
        ("trong 15 ngày, 120 triệu đồng", "trong 15~ngày, 120~triệu đồng"),
        ("Điều kiện của khoản vay", "Điều kiện của khoản vay"),
        ("thời điểm áp dụng", "thời điểm áp dụng"),
    ],
)
def test_a_label_stays_on_the_line_of_its_name(text, joined):
    assert keep_together(text) == joined.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Tờ trình số 10693/TTr-CTĐP", "Tờ trình số~10693/TTr=CTĐP"),
        ("Nghị định số 45/2012/NĐ-CP (mẫu số 01)", "Nghị định số~45/2012/NĐ=CP (mẫu~số~01)"),
        ("TT-BCT và QĐ-UBND, 2016-2020", "TT=BCT và QĐ=UBND, 2016=2020"),
        ("Bà Rịa-Vũng Tàu, phi-lê, - Như trên;", "Bà Rịa-Vũng Tàu, phi-lê, - Như trên;"),
        ("Bộ Công Thương", "Bộ Công Thương"),
    ],
)
def test_a_symbol_stays_on_one_line_and_a_name_with_a_hyphen_may_break(text, kept):
    assert typeset(text) == kept.replace("~", "\u00a0").replace("=", "\u2011")


@pytest.mark.parametrize(
    ("title", "set_so"),
    [
        ("Về khuyến công ở các địa phương", "Về khuyến công ở các địa~phương"),
        ("Về khuyến công ở địa phương", "Về khuyến công ở địa phương"),
        ("", ""),
        ("Phối hợp tài chính cho hoạt động khuyến công", "Phối hợp tài chính cho hoạt động khuyến~công"),
        ("Dự thảo Nghị định của Chính phủ về khuyến công", "Dự thảo Nghị định của Chính phủ về~khuyến~công"),
        ("Kế hoạch sản xuất sạch hơn (tên minh họa)", "Kế hoạch sản xuất sạch hơn (tên~minh~họa)"),
        ("Kèm theo Thông tư số 1 ngày  tháng  năm   ", "Kèm theo Thông tư số 1 ngày  tháng  năm   "),
        (
            "Nghị định ngày 21 tháng 5 năm 2012 VỀ KHUYẾN CÔNG",
            "Nghị định ngày~21~tháng~5~năm~2012 VỀ~KHUYẾN~CÔNG",
        ),
        ("THÔNG TƯ NGÀY 02~THÁNG 11 NĂM~2024", "THÔNG TƯ NGÀY~02~THÁNG~11~NĂM~2024"),
    ],
)
def test_the_last_words_of_a_title_longer_than_a_line_stay_together_and_its_dates(title, set_so):
    assert balanced(title.replace("~", "\u00a0")) == set_so.replace("~", "\u00a0")


def test_what_stands_beside_a_printed_number_stays_with_it():
    assert typeset_before("theo Điều ") == "theo Điều\u00a0"
    assert typeset_before("Tổng số ") == "Tổng số\u00a0"
    assert typeset_before("gửi Bộ ") == "gửi Bộ "
    assert typeset_before("Điều") == "Điều"
    assert typeset_behind(" đồng cho") == "\u00a0đồng cho"
    assert typeset_behind(" mét vuông") == " mét vuông"


def test_wide_spaces_for_a_number_stay_when_a_text_is_read_as_typed():
    assert (
        untypeset("Số: \u00a0\u00a0\u00a0/TTr\u2011BCT, Điều\u00a05")
        == "Số: \u00a0\u00a0\u00a0/TTr-BCT, Điều 5"
    )


@given(st.text(alphabet="ĐBCđiều khoảnsố-/ 512.,"))
def test_typesetting_changes_nothing_but_spaces_and_hyphens_and_is_done_once(text):
    once = typeset(text)
    assert untypeset(once) == nfc(text)
    assert typeset(once) == once


@given(st.text(alphabet="Điềukhoảnđm 5a2.,"))
def test_joining_changes_nothing_but_spaces_and_is_done_once(text):
    once = keep_together(text)
    assert once.replace("\u00a0", " ") == text
    assert keep_together(once) == once


def test_items_are_enumerated_with_commas_and_a_last_conjunction():
    assert enumerated([]) == ""
    assert enumerated(["a"]) == "a"
    assert enumerated(["a", "b"]) == "a và b"
    assert enumerated(["a", "b", "c"]) == "a, b và c"


def test_lines_are_closed_whatever_marks_they_bore():
    assert closed_lines(["một", "hai;", "ba. "]) == ["một;", "hai;", "ba."]
    assert closed_lines(["một"], last="./.") == ["một./."]
    assert closed_lines([]) == []


def test_legal_bases_end_in_semicolons_and_a_full_stop():
    """Decree 30/2020/NĐ-CP, Annex I, II.6; the last line of a decision may be the proposal of a unit."""
    given_ = ["Luật Tổ chức Chính phủ;", "Căn cứ Nghị định số 45/2012/NĐ-CP", "Theo đề nghị của Cục trưởng."]
    assert basis_list(given_) == [
        "Căn cứ Luật Tổ chức Chính phủ;",
        "Căn cứ Nghị định số 45/2012/NĐ-CP;",
        "Theo đề nghị của Cục trưởng.",
    ]
    assert basis_list(["Luật A"], last=";") == ["Căn cứ Luật A;"]

"""Leads that open a list: what they name is lent to the list, and what they do not name is lent to none."""

from __future__ import annotations

import pytest
from test_amend_read import _SEVERAL, amendment, said

from kcdocs.report.operations import operation_words

_LEAD = "Điều 1. Đính chính {} tại Thông tư số 07/2029/TT-BTN ngày 03 tháng 4 năm 2029 của Bộ trưởng Bộ Nghề như sau:"


@pytest.mark.parametrize(
    "errors",
    ["lỗi kỹ thuật", "lỗi kỹ thuật trình bày", "một số lỗi chính tả", "một số sai sót", "một số nội dung"],
)
def test_a_correction_lends_the_instrument_that_it_corrects(errors: str) -> None:
    lines = (_LEAD.format(errors), "1. Tại khoản 2 Điều 5, đính chính cụm từ “mây” thành cụm từ “tre”.")
    (operation,) = amendment(*lines, title=_SEVERAL).operations
    assert not operation.reason
    assert operation_words(operation) == "thay “mây” bằng “tre” tại khoản 2 Điều 5"
    assert operation.amends is not None
    assert operation.amends.number == "07/2029/TT-BTN"


def test_a_group_of_several_nouns_each_with_its_own_some_is_a_lead() -> None:
    lines = (
        "Điều 1. Bãi bỏ một số điểm, một số khoản tại một số điều của Thông tư số 11/2030/TT-BTN như sau:",
        "Bãi bỏ điểm b khoản 5 Điều 7; khoản 2 Điều 8.",
    )
    assert said(*lines, title=_SEVERAL) == ["bãi bỏ điểm b khoản 5 Điều 7", "bãi bỏ khoản 2 Điều 8"]


def test_of_the_instruments_that_a_lead_does_not_name_an_item_names_its_own() -> None:
    lines = (
        "Điều 1. Bãi bỏ một số nội dung của các Nghị định, Thông tư sau:",
        "1. Khoản 2 Điều 4 Thông tư số 08/2029/TT-BTN;",
        "2. Khoản 3 Điều 4.",
    )
    assert said(*lines) == ["bãi bỏ khoản 2 Điều 4", "? bãi bỏ khoản 3 Điều 4"]


def test_a_lead_on_words_lets_each_of_its_places_lose_words_and_no_provision() -> None:
    lines = (
        "Điều 1. Bãi bỏ cụm từ tại một số điều của Thông tư số 11/2030/TT-BTN như sau:",
        "Bãi bỏ cụm từ “mây” tại điểm a khoản 2 Điều 5; điểm b khoản 3, khoản 4 Điều 8; Điều 9.",
    )
    assert said(*lines) == [
        "bỏ “mây” tại điểm a khoản 2 Điều 5",
        "bỏ “mây” tại điểm b khoản 3 Điều 8",
        "bỏ “mây” tại khoản 4 Điều 8",
        "bỏ “mây” tại Điều 9",
    ]


def test_a_law_whose_name_ends_in_the_word_for_number_is_known_by_its_name() -> None:
    lines = (
        "Điều 1. Bãi bỏ một số chương, điều của Luật Chuyển đổi số số 11/2030/QH16",
        "Bãi bỏ khoản 9 Điều 3 và Chương IV của Luật Chuyển đổi số.",
    )
    operations = amendment(*lines, title=_SEVERAL).operations
    assert [(item.amends.number, item.reason) for item in operations if item.amends] == [
        ("11/2030/QH16", "")
    ] * 2

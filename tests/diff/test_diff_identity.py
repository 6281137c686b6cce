"""Identity: which provision is which, by number and heading, equal text, whole sentences and paragraphs."""

from __future__ import annotations

import pytest
from diff_builder import build

from kcdocs.diff.compare import compare
from kcdocs.model.comparison import ChangeClass, Comparison

LONG = (
    "Kho lạnh được cấp vốn khi chủ kho có hợp đồng thuê đất trên mười năm, có phương án phòng cháy được duyệt, "
    "có sổ nhập xuất mở hằng ngày và có ít nhất ba thợ máy qua sát hạch tại trường nghề của vùng."
)
HEAD = "Điều 1. Phạm vi\n1. Nghị định này nói về kho lạnh của nông hộ.\n"


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    """Every row that says something: its addresses and its classes."""
    return rows(compare(build(old), build(new)))


def rows(found: Comparison) -> list[tuple[str, str, str]]:
    return [
        (
            "+".join(str(node.address) for node in row.olds),
            "+".join(str(node.address) for node in row.news),
            ",".join(row.changes),
        )
        for row in found.rows
        if row.changes
    ]


@pytest.mark.parametrize("number", ["2", "7"])
def test_number_or_order_with_the_heading_outweighs_the_weight_of_one_clause(number: str) -> None:
    last = str(int(number) + 1)
    old = (
        f"{HEAD}Điều 2. Điều kiện cấp vốn\n1. {LONG}\n2. Xã lập sổ.\nĐiều 3. Người thi hành\n1. Chủ tịch xã."
    )
    new = f"{HEAD}Điều {number}. Điều kiện cấp vốn\n1. Xã lập sổ.\nĐiều {last}. Người thi hành\n1. Chủ tịch xã.\n2. {LONG}"
    found = told(old, new)

    assert ("dieu-2.khoan-1", f"dieu-{last}.khoan-2", "chuyen-vi-tri,ky-thuat") in found
    assert {item[2] for item in found} == {"chuyen-vi-tri,ky-thuat", "ky-thuat"}


def test_equal_text_is_stronger_than_a_number_that_was_kept() -> None:
    old = f"{HEAD}2. Chủ kho được vay mua máy nén khí không quá bảy mươi triệu đồng cho mỗi kho của hộ.\nĐiều 2. Khác\n1. Xã lập sổ."
    rule = "Chủ kho được vay mua máy nén khí không quá bảy mươi triệu đồng cho mỗi kho của hộ."
    new = f"{HEAD}2. Chủ kho được vay khi dự hội thi tay nghề ở nước ngoài.\nĐiều 2. Khác\n1. Xã lập sổ.\n2. {rule}"

    assert told(old, new) == [
        ("", "dieu-1.khoan-2", "bo-sung"),
        ("dieu-1.khoan-2", "dieu-2.khoan-2", "chuyen-vi-tri"),
    ]


def test_a_text_that_is_only_its_references_moves_only_with_the_same_ones() -> None:
    old = f"{HEAD}2. Tài liệu nêu tại khoản 1 Điều 3.\nĐiều 2. Khác\n1. Xã lập sổ.\nĐiều 3. Sổ\n1. Sổ kho.\n2. Sổ máy."
    kept = f"{HEAD}Điều 2. Khác\n1. Xã lập sổ.\n2. Tài liệu nêu tại khoản 1 Điều 3.\nĐiều 3. Sổ\n1. Sổ kho.\n2. Sổ máy."

    assert told(old, kept) == [("dieu-1.khoan-2", "dieu-2.khoan-2", "chuyen-vi-tri")]
    assert {item[2] for item in told(old, kept.replace("nêu tại khoản 1", "nêu tại khoản 2"))} == {
        "bai-bo",
        "bo-sung",
    }


def test_clauses_that_become_points_moved() -> None:
    old = f"{HEAD}Điều 2. Chi\n1. Chi mua máy nén cho kho.\n2. Chi dạy nghề cho thợ máy.\n3. Chi in sổ."
    new = f"{HEAD}Điều 2. Chi\n1. Gồm các khoản sau:\na) Chi mua máy nén cho kho.\nb) Chi dạy nghề cho thợ máy.\n2. Chi in sổ."

    assert sorted(told(old, new)) == [
        ("", "dieu-2.khoan-1", "bo-sung"),
        ("dieu-2.khoan-1", "dieu-2.khoan-1.diem-a", "chuyen-vi-tri,ky-thuat"),
        ("dieu-2.khoan-2", "dieu-2.khoan-1.diem-b", "chuyen-vi-tri,ky-thuat"),
        ("dieu-2.khoan-3", "dieu-2.khoan-2", "ky-thuat"),
    ]


def test_short_clauses_that_become_points_moved_though_they_end_in_another_sign() -> None:
    old = "Điều 1. Chi\n1. Chi mở lớp dạy thợ rèn.\n2. Chi mua lò điện cỡ nhỏ."
    new = "Điều 1. Chi\n1. Các khoản chi:\na) Chi mở lớp dạy thợ rèn;\nb) Chi mua lò điện cỡ nhỏ."

    assert [item[:2] for item in told(old, new)] == [
        ("", "dieu-1.khoan-1"),
        ("dieu-1.khoan-1", "dieu-1.khoan-1.diem-a"),
        ("dieu-1.khoan-2", "dieu-1.khoan-1.diem-b"),
    ]


def test_a_sentence_that_goes_to_the_next_clause_leaves_both_clauses_what_they_were() -> None:
    sentence = "Xã cấp phiếu hẹn cho chủ kho ngay khi nhận đủ giấy tờ."
    old = f"{HEAD}2. Chủ kho nộp giấy tờ tại xã. {sentence}\n3. Xã xét trong bảy ngày."
    new = f"{HEAD}2. Chủ kho nộp giấy tờ tại xã.\n3. {sentence} Xã xét trong bảy ngày."

    assert told(old, new) == [(f"dieu-1.khoan-{k}", f"dieu-1.khoan-{k}", "noi-dung") for k in (2, 3)]


def test_entries_of_a_dated_list_keep_their_numbers() -> None:
    lines = "{}. Kỳ chi ngày {} tháng 6 năm 2031 lúc {} giờ."
    old = [(1, 21, 8), (2, 20, 9), (3, 15, 7)]
    new = [(1, 27, 7), (2, 26, 8), (3, 21, 9)]
    sides = ("\n".join(lines.format(*entry) for entry in side) for side in (old, new))
    found = told(*(f"Điều 1. Kỳ chi\n{side}" for side in sides))

    assert found == [(f"dieu-1.khoan-{k}", f"dieu-1.khoan-{k}", "noi-dung") for k in (1, 2, 3)]


@pytest.mark.parametrize("turned", [False, True])
def test_a_paragraph_that_breaks_elsewhere_is_form(turned: bool) -> None:
    old = f"{HEAD}2. Chủ kho nộp giấy tờ tại xã. Xã cấp phiếu hẹn.\n3. Xã xét trong bảy ngày."
    sides = old, old.replace(" Xã cấp", "\nXã cấp")

    assert [changes for _, _, changes in told(*(sides[::-1] if turned else sides))] == [ChangeClass.FORM]


def test_a_reference_to_a_clause_broken_in_two_paragraphs_still_leads_to_it() -> None:
    old = f"{HEAD}2. Chủ kho nộp giấy tờ tại xã. Xã cấp phiếu hẹn.\n3. Theo khoản 2 Điều 1."
    found = compare(build(old), build(old.replace(" Xã cấp", "\nXã cấp")))

    assert (found.impacts, found.moves) == ((), ())

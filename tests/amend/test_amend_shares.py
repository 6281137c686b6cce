"""Of what is quoted for parts of provisions each gets its own paragraphs, and none is lost."""

from __future__ import annotations

import pytest
from amend_base import ROWS
from drafted import amended, changed, refusals

THREE = ROWS[10:13]
"""The paragraphs of clause 1, Article 2."""

LEAD = "1. Sửa đổi đoạn mở đầu khoản 2 Điều 2 như sau:\n"


@pytest.mark.parametrize(
    ("commands", "gone", "new"),
    [
        pytest.param(
            "1. Sửa đổi đoạn thứ nhất và đoạn thứ hai khoản 1 Điều 2 như sau:\n“1. Xưởng là lò.\nLò phải kín.”.",
            THREE[:2],
            ["1. Xưởng là lò.", "Lò phải kín."],
            id="two paragraphs of a clause behind its label",
        ),
        pytest.param(
            "1. Sửa đổi gạch đầu dòng thứ nhất, thứ hai điểm b khoản 2 Điều 2 như sau:\n“- Giấy A;\n- Giấy B;”.",
            ["- Giấy của chủ xưởng;", "- Giấy của lò;"],
            ["- Giấy A;", "- Giấy B;"],
            id="two dashes",
        ),
        pytest.param(
            "1. Sửa đổi đoạn thứ nhất khoản 1 và đoạn mở đầu khoản 2 Điều 2 như sau:\n“1. Xưởng là lò.\n"
            "2. Giấy gồm:”.",
            [THREE[0], "2. Hồ sơ gồm:"],
            ["1. Xưởng là lò.", "2. Giấy gồm:"],
            id="parts of two clauses by their labels",
        ),
        pytest.param(
            "1. Sửa đổi đoạn mở đầu và các điểm a, c khoản 2 Điều 2 như sau:\n“2. Giấy gồm:\na) Tờ khai;\nc) Ảnh.”.",
            ["2. Hồ sơ gồm:", "a) Đơn;", "c) Sơ đồ."],
            ["2. Giấy gồm:", "a) Tờ khai;", "c) Ảnh."],
            id="a lead and points of its own clause",
        ),
        pytest.param(
            "1. Sửa đổi đoạn mở đầu Điều 3 như sau:\n“Điều 3. Chủ xưởng\nChủ xưởng phải:”.",
            ["Chủ xưởng có nghĩa vụ sau:"],
            ["Chủ xưởng phải:"],
            id="a lead below the heading of its article",
        ),
        pytest.param(
            "1. Sửa đổi tên và đoạn mở đầu của Điều 3 như sau:\n“Điều 3. Chủ lò\nChủ lò phải:”.",
            ["Điều 3. Chủ xưởng", "Chủ xưởng có nghĩa vụ sau:"],
            ["Điều 3. Chủ lò", "Chủ lò phải:"],
            id="a heading and a lead",
        ),
    ],
)
def test_each_part_gets_its_own_paragraphs(commands: str, gone: list[str], new: list[str]) -> None:
    made, proof = amended(commands)

    assert changed(made) == (gone, new)
    assert proof.holds


@pytest.mark.parametrize(
    ("commands", "why"),
    [
        (
            "1. Sửa đổi đoạn thứ hai, đoạn thứ ba khoản 1 Điều 2 như sau:\n“Lò A.\nLò B.\nLò C.”.",
            "Chưa rõ lời nào của nội dung mới là của đoạn thứ hai khoản 1 Điều 2.",
        ),
        (
            "1. Thay thế Mẫu số 01/XG, 02/XG Phụ lục II như sau:\n“Mẫu số 01/XG\nĐƠN\nMẫu số 02/XG\nSỔ”.",
            "Chưa rõ lời nào của nội dung mới là của Mẫu số 01/XG Phụ lục II.",
        ),
        (
            "1. Sửa đổi đoạn mở đầu, điểm a khoản 2 Điều 2 như sau:\n“2. Giấy gồm:\na) Tờ khai;”.",
            "“đoạn mở đầu , điểm a khoản 2 Điều 2” là một nơi hay hai nơi?",
        ),
    ],
)
def test_paragraphs_that_do_not_come_out_even_are_put_nowhere(commands: str, why: str) -> None:
    made, _ = amended(commands)

    assert changed(made) == ([], [])
    assert refusals(made)[0] == why


@pytest.mark.parametrize(
    ("commands", "extra"),
    [
        (f"{LEAD}“2. Giấy gồm:\na) Tờ khai;”.", "điểm a khoản 2 Điều 2"),
        ("1. Sửa đổi tên Điều 3 như sau:\n“Điều 3. Chủ lò\n1. Chủ lò giữ sổ.”.", "khoản 1 Điều 3"),
        ("1. Sửa đổi tên Điều 3 như sau:\n“Điều 3. Chủ lò\nChủ lò phải:”.", "đoạn 1 Điều 3"),
    ],
)
def test_what_is_quoted_beyond_the_part_named_is_told(commands: str, extra: str) -> None:
    made, proof = amended(commands)

    assert refusals(made) == [f"Khối trích có {extra} mà lệnh không nêu."]
    assert not proof.holds


def test_a_form_that_is_quoted_stands_without_the_marks() -> None:
    made, _ = amended("1. Thay thế Mẫu số 02/XG Phụ lục II như sau:\n“Mẫu số 02/XG\nSỔ GỐM”.")

    assert changed(made) == (["SỔ LÒ", "Sổ của xưởng gốm."], ["SỔ GỐM"])

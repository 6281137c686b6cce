"""Commands that want the same words, and content that does not fit its command."""

from __future__ import annotations

from itertools import permutations

import pytest
from amend_base import ROWS, changed, content, done, operation, part

from kcdocs.model.address import Address
from kcdocs.model.operation import Act, Operation, PartKind, Verdict


def _replace(target: str, *rows: str, at: str = "dieu-1.khoan-1") -> Operation:
    return operation(Act.REPLACE, target, at=at, content=content(*rows))


@pytest.mark.parametrize(
    "others",
    [
        (_replace("dieu-3.khoan-2", "2. Chủ xưởng nộp sổ.", at="dieu-1.khoan-2"),),
        (operation(Act.REPEAL, "dieu-3.khoan-2", at="dieu-1.khoan-2"),),
        (_replace("dieu-3", "Điều 3. Thợ", "1. Thợ giữ lò.", at="dieu-1.khoan-2"),),
        (operation(Act.REPEAL, "chuong-I", at="dieu-1.khoan-2"),),
    ],
)
def test_two_commands_on_one_unit_are_both_left_undone_and_name_each_other(
    others: tuple[Operation, ...],
) -> None:
    first = _replace("dieu-3.khoan-2", "2. Chủ xưởng báo tin.", at="dieu-1.khoan-1")

    for order in permutations((first, *others)):
        lines, log = done(*order)

        assert lines == ROWS
        assert {item.verdict for item in log} == {Verdict.REFUSED}
        told = {item.operation.origin.address.label: item.remark for item in log}
        assert "lệnh tại khoản 2 Điều 1" in told["1"]
        assert "lệnh tại khoản 1 Điều 1" in told["2"]


def test_commands_on_different_words_of_one_unit_do_not_clash() -> None:
    wanted = (
        operation(Act.RETITLE, "dieu-3", part(PartKind.HEADING), new="Thợ"),
        _replace("dieu-3.khoan-1", "1. Thợ giữ lò."),
        operation(Act.REPEAL, "dieu-3.khoan-2"),
        operation(Act.INSERT, "dieu-3.khoan-3", content=content("3. Thợ học nghề.")),
        operation(Act.REPLACE_WORDS, "dieu-3.doan-1", old="Chủ xưởng", new="Thợ"),
    )

    for order in permutations(wanted):
        lines, log = done(*order)
        start = lines.index("Điều 3. Thợ")
        assert lines[start + 1 : start + 5] == [
            "Thợ có nghĩa vụ sau:",
            "1. Thợ giữ lò.",
            "2. (được bãi bỏ)",
            "3. Thợ học nghề.",
        ]
        assert {item.verdict for item in log} == {Verdict.DONE}


def test_a_command_given_twice_is_done_once() -> None:
    lines, log = done(
        operation(Act.REPEAL, "dieu-3.khoan-2", at="dieu-1.khoan-1"),
        operation(Act.REPEAL, "dieu-3.khoan-2", at="dieu-2"),
        operation(Act.REPEAL, "dieu-3", at="dieu-3"),
    )

    assert lines.count("Điều 3. (được bãi bỏ)") == 1
    assert log[1].remark == "Lệnh này lặp lại lệnh tại khoản 1 Điều 1; chỉ làm một lần."
    assert "Đã nằm trong phần bị bãi bỏ theo lệnh tại Điều 3" in log[0].remark


def test_a_new_provision_may_stand_behind_one_that_goes_and_one_that_is_new() -> None:
    wanted = (
        operation(
            Act.INSERT,
            "dieu-3.khoan-2b",
            content=content("2b. Hai bê."),
            anchor=Address.parse("dieu-3.khoan-2a"),
        ),
        operation(Act.REPEAL, "dieu-3.khoan-2"),
        operation(
            Act.INSERT,
            "dieu-3.khoan-2a",
            content=content("2a. Hai a."),
            anchor=Address.parse("dieu-3.khoan-2"),
        ),
    )

    for order in permutations(wanted):
        lines, _ = done(*order)
        start = lines.index("2. (được bãi bỏ)")
        assert lines[start + 1 : start + 3] == ["2a. Hai a.", "2b. Hai bê."]


def test_a_provision_whose_new_neighbour_is_refused_is_refused_too() -> None:
    lines, log = done(
        operation(Act.INSERT, "dieu-3.khoan-2a", anchor=Address.parse("dieu-3.khoan-2")),
        operation(
            Act.INSERT,
            "dieu-3.khoan-2b",
            content=content("2b. Hai bê."),
            anchor=Address.parse("dieu-3.khoan-2a"),
        ),
    )

    assert log[1].remark == "Văn bản gốc không có khoản 2a Điều 3."
    assert lines == ROWS


@pytest.mark.parametrize(
    ("target", "rows", "anchor", "told"),
    [
        ("dieu-3.khoan-2", ("2. Lại.",), None, "đã có khoản 2 Điều 3"),
        ("dieu-3.khoan-5", ("5. Cách.",), None, "không nói khoản 5 Điều 3 đặt ở đâu"),
        ("dieu-3.khoan-2a", ("2b. Nhầm.",), "dieu-3.khoan-2", "không phải khoản 2a Điều 3"),
        ("dieu-3.khoan-2a", ("2a. Lạc.",), "dieu-2.khoan-2", "không ở trong Điều 3"),
        ("dieu-3.khoan-2a", ("2a. Không có.",), "dieu-3.khoan-9", "không có khoản 9 Điều 3"),
        ("dieu-2.khoan-2a", ("2a. Giữa.",), "dieu-2.khoan-2.diem-a", "không đặt được"),
    ],
)
def test_a_new_provision_that_has_no_sure_place_is_refused(
    target: str, rows: tuple[str, ...], anchor: str | None, told: str
) -> None:
    lines, log = done(
        operation(
            Act.INSERT, target, content=content(*rows), anchor=Address.parse(anchor) if anchor else None
        )
    )

    assert told in log[0].remark
    assert lines == ROWS


def test_a_clause_behind_the_last_point_of_another_stands_behind_that_clause() -> None:
    lines, _ = done(
        operation(
            Act.INSERT,
            "dieu-2.khoan-2a",
            content=content("2a. Thêm."),
            anchor=Address.parse("dieu-2.khoan-2.diem-c"),
        )
    )

    assert lines[lines.index("2a. Thêm.") - 1] == "c) Sơ đồ."


def test_content_without_its_heading_or_label_keeps_them_and_says_so() -> None:
    heading = _replace("dieu-1", "Thông tư này quy định về lò.")
    label = _replace("dieu-2.khoan-3", "Thời hạn là 9 ngày.")

    assert changed(heading) == (
        ["Thông tư này quy định về xưởng gốm.", "Xưởng gốm nhỏ được miễn phí."],
        ["Thông tư này quy định về lò."],
    )
    assert changed(label)[1] == ["3. Thời hạn là 9 ngày."]
    _, log = done(heading, label)
    assert log[0].remark == "Nội dung mới không ghi tên Điều 1: giữ tên cũ."
    assert log[1].remark == "Nội dung mới không ghi số, ký hiệu khoản 3 Điều 2: giữ như cũ."


@pytest.mark.parametrize(
    "rows",
    [
        ("Điều 3. Thợ", "1. Thợ giữ lò.", "2. …"),
        ("Điều 3. Thợ", "1. Thợ giữ lò.", "…"),
        ("Điều 3. Thợ", "1. Thợ (…) lò."),
        ("Điều 3. Thợ", "1. Thợ giữ lò.", "[...]"),
        ("Điều 3. Thợ", "1. … giữ lò."),
    ],
)
def test_dots_for_words_left_out_never_become_the_law(rows: tuple[str, ...]) -> None:
    lines, log = done(_replace("dieu-3", *rows))

    assert "dấu lược" in log[0].remark
    assert lines == ROWS


def test_dots_that_end_a_list_are_words_of_the_law() -> None:
    assert changed(_replace("dieu-3.khoan-2", "2. Chủ xưởng ghi gốm, sứ, …"))[1] == [
        "2. Chủ xưởng ghi gốm, sứ, …"
    ]


def test_content_of_another_provision_is_refused() -> None:
    for rows in (("4. Khoản khác.",), ("2. Hai.", "3. Ba.")):
        lines, log = done(_replace("dieu-3.khoan-2", *rows))

        assert log[0].verdict is Verdict.REFUSED
        assert lines == ROWS


def test_the_whole_text_is_never_repealed_or_replaced() -> None:
    for act in (Act.REPEAL, Act.REPLACE, Act.RETITLE, Act.RENUMBER, Act.SUSPEND):
        lines, log = done(operation(act, "", throughout=act is not Act.SUSPEND, new="x"))

        assert (log[0].verdict, lines) == (Verdict.REFUSED, ROWS)


def test_what_an_operation_touched_is_told_by_address() -> None:
    _, log = done(
        operation(Act.REPLACE_WORDS, "dieu-2", old="Xưởng", new="Nhà"),
        operation(Act.REPEAL, "dieu-2.khoan-2.diem-b", part(PartKind.DASH, 2)),
    )

    assert [str(item) for item in log[0].touched] == [
        "dieu-2",
        "dieu-2.khoan-1",
        "dieu-2.khoan-1.doan-1",
        "dieu-2.khoan-1.doan-2",
    ]
    assert [str(item) for item in log[1].touched] == ["dieu-2.khoan-2.diem-b"]

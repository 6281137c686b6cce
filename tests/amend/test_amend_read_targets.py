"""Whose provision a command is: what stands above as a bare name lends it, what names nothing lends none."""

from __future__ import annotations

import pytest
from test_amend_read import _SEVERAL, amendment, said

from kcdocs.amend.target import only_on
from kcdocs.model.operation import Claim
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.report.operations import operation_words

_TITLE = "Bãi bỏ một số quy định của các văn bản quy phạm pháp luật\n"
_OTHER = "Thông tư số 05/2029/TT-BTN ngày 03 tháng 9 năm 2029 của Bộ trưởng Bộ Nghề quy định về thợ"
_BASE = """BỘ NGHỀ
Số: 11/2030/TT-BTN
THÔNG TƯ
Quy định về nghề
Điều 3. Lệ phí
1. Lệ phí là 10 đồng.
2. Tổ thu lệ phí trong 10 ngày.
Điều 4. Hồ sơ
1. Hồ sơ gồm đơn.
2. Đơn nộp trong 10 ngày.
"""


def targets(*lines: str, title: str = _TITLE) -> list[tuple[str, str]]:
    """What each clear command does, and to which instrument."""
    return [
        (operation_words(item), item.amends.number if item.amends else "")
        for item in amendment(*lines, title=title).operations
        if not item.reason
    ]


def test_a_name_alone_above_a_list_says_whose_provisions_the_list_is_about() -> None:
    lines = (
        "Điều 1. Bãi bỏ một phần văn bản",
        "1. Thông tư số 11/2030/TT-BTN:",
        "a) Bãi bỏ khoản 1 Điều 4;",
        f"2. {_OTHER}:",
        "a) Bãi bỏ khoản 2 Điều 4;",
        "b) Khoản 3 Điều 5.",
    )
    assert targets(*lines) == [
        ("bãi bỏ khoản 1 Điều 4", "11/2030/TT-BTN"),
        ("bãi bỏ khoản 2 Điều 4", "05/2029/TT-BTN"),
        ("bãi bỏ khoản 3 Điều 5", "05/2029/TT-BTN"),
    ]


def test_a_name_before_a_colon_and_a_verb_says_whose_provisions_are_meant() -> None:
    lines = (
        "Điều 1. Bãi bỏ một phần văn bản",
        f"1. {_OTHER}: Bãi bỏ Điều 9 và cụm từ “mây” tại khoản 1 Điều 10.",
    )
    assert targets(*lines) == [
        ("bãi bỏ Điều 9", "05/2029/TT-BTN"),
        ("bỏ “mây” tại khoản 1 Điều 10", "05/2029/TT-BTN"),
    ]


def test_an_article_whose_heading_is_a_name_amends_what_it_names() -> None:
    lines = (f"Điều 1. {_OTHER}", "1. Bãi bỏ khoản 2 Điều 4.")
    assert targets(*lines, title=_SEVERAL) == [("bãi bỏ khoản 2 Điều 4", "05/2029/TT-BTN")]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (_TITLE, "Điều 1. Quy định chung"),
        (_SEVERAL, "Điều 1. Quy định chung"),
        ("Bãi bỏ một số quy định\n", f"Điều 1. Về thợ theo {_OTHER}"),
    ],
)
def test_under_what_names_no_target_of_its_own_a_command_falls_to_no_instrument(
    title: str, heading: str
) -> None:
    lines = (heading, "1. Bãi bỏ khoản 2 Điều 4.")
    assert said(*lines, title=title) == ["? bãi bỏ khoản 2 Điều 4"]


def test_a_repeal_of_what_only_comes_with_an_instrument_is_never_passed_over() -> None:
    lines = ("Điều 1. Nghề", "Hủy bỏ danh sách thợ ban hành kèm theo Thông tư số 05/2029/TT-BTN.")
    claims = [item.claim for item in amendment(*lines, title="Quy định về thợ\n").claims]
    assert Claim.UNCLAIMED in claims


def test_a_repeal_behind_removed_words_is_asked_where_the_words_stand_there_too() -> None:
    original = parse(reading(_BASE, "gốc"))
    line = "1. Bãi bỏ Điều 5 và cụm từ “10” tại khoản 2 Điều 3; {}."
    asked = {}
    for place in ("khoản 1 Điều 4", "khoản 2 Điều 4"):
        found = only_on(original, amendment("Điều 1. Sửa đổi", line.format(place)), "11/2030/TT-BTN")
        asked[place] = found.operations[-1].question
    assert asked == {
        "khoản 1 Điều 4": "",
        "khoản 2 Điều 4": "“10” cũng có ở khoản 2 Điều 4: bãi bỏ khoản 2 Điều 4 hay chỉ bỏ cụm từ đó?",
    }


def test_new_text_under_a_place_said_alone_is_that_place_s() -> None:
    lines = (
        "Điều 1. Sửa đổi một số điều của Thông tư số 11/2030/TT-BTN",
        "1. Tại Điều 4:",
        "a) Sửa đổi khoản 1 như sau:",
        "“1. Hồ sơ gồm tờ khai.”;",
        "b) Bãi bỏ khoản 2.",
        "2. Điều 3: Sửa đổi khoản 2 như sau:",
        "“2. Tổ thu lệ phí.”",
    )
    operations = amendment(*lines).operations
    assert [(operation_words(item), item.reason) for item in operations] == [
        ("sửa đổi, bổ sung khoản 1 Điều 4", ""),
        ("bãi bỏ khoản 2 Điều 4", ""),
        ("sửa đổi, bổ sung khoản 2 Điều 3", ""),
    ]
    assert [str(node.address) for item in operations for node in item.content] == [
        "dieu-4.khoan-1",
        "dieu-3.khoan-2",
    ]


@pytest.mark.parametrize("block", [("“2. Hai.", "c) Ba c.”"), ("“2. Hai:", "a) A;", "b) B;", "c) Ba c.”")])
def test_new_text_that_holds_what_another_provision_lacks_is_done_for_neither(block: tuple[str, ...]) -> None:
    lines = (
        "Điều 1. Sửa đổi một số điều của Thông tư số 11/2030/TT-BTN",
        "1. Sửa đổi khoản 2 và điểm c khoản 3 Điều 4 như sau:",
        *block,
    )
    assert said(*lines) == ["? sửa đổi, bổ sung khoản 2 Điều 4", "? sửa đổi, bổ sung điểm c khoản 3 Điều 4"]


def test_new_text_with_a_block_for_each_provision_is_each_one_s() -> None:
    lines = (
        "Điều 1. Sửa đổi một số điều của Thông tư số 11/2030/TT-BTN",
        "1. Sửa đổi khoản 2 và điểm c khoản 3 Điều 4 như sau:",
        "“2. Hai:",
        "c) Hai c.”",
        "“c) Ba c.”",
    )
    assert said(*lines) == ["sửa đổi, bổ sung khoản 2 Điều 4", "sửa đổi, bổ sung điểm c khoản 3 Điều 4"]

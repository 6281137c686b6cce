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


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("Sửa đổi, bổ sung khoản 2, Điều 3, {} như sau:", "sửa đổi, bổ sung khoản 2 Điều 3"),
        (
            "Thay thế cụm từ “10” bằng cụm từ “20” tại khoản 2, Điều 3, {}.",
            "thay “10” bằng “20” tại khoản 2 Điều 3",
        ),
        ("Bãi bỏ khoản 2, Điều 3, {}.", "? bãi bỏ khoản 2 Điều 3"),
    ],
    ids=["new text", "new words", "a repeal, in which it may be one more text"],
)
@pytest.mark.parametrize("number", ["05/2029", "11/2030"])
def test_an_instrument_behind_a_comma_is_whose_provision_it_is(words: str, deed: str, number: str) -> None:
    lines = ("Điều 1. Sửa đổi một số quy định", f"1. {words.format(f'Thông tư số {number}/TT-BTN')}")
    content = ("“2. Tổ thu lệ phí trong 20 ngày.”.",) if words.endswith(":") else ()

    (operation,) = amendment(*lines, *content, title=_SEVERAL).operations

    assert f"{'? ' if operation.reason else ''}{operation_words(operation)}" == deed
    if not operation.reason:
        assert operation.amends is not None
        assert operation.amends.number == f"{number}/TT-BTN"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("khoản 2a vào sau khoản 2, Điều 3", "bổ sung khoản 2a Điều 3 sau khoản 2 Điều 3"),
        (
            "điểm c vào trước điểm d, khoản 1, Điều 4",
            "bổ sung điểm c khoản 1 Điều 4 trước điểm d khoản 1 Điều 4",
        ),
    ],
)
def test_a_neighbour_has_what_it_stands_in_behind_commas(words: str, place: str) -> None:
    lines = ("Điều 1. Sửa đổi Thông tư số 11/2030/TT-BTN", f"1. Bổ sung {words} như sau:", "“Lời mới.”.")

    (operation,) = amendment(*lines).operations

    assert operation_words(operation) == place
    assert not operation.not_understood

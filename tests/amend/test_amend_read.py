"""Commands read in their setting: what stands above, whose provision it is, and what nobody understood."""

from __future__ import annotations

import pytest

from kcdocs.amend.read import read
from kcdocs.amend.target import only_on
from kcdocs.model.operation import Amendment, Claim
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.report.operations import operation_words, to_lines

_HEAD = "BỘ NGHỀ\nSố: 12/2031/TT-BTN\nTHÔNG TƯ\n"
_ONE = "Sửa đổi, bổ sung một số điều của Thông tư số 11/2030/TT-BTN\n"
_SEVERAL = "Sửa đổi, bổ sung một số điều của các Thông tư về nghề\n"


def amendment(*lines: str, title: str = _ONE) -> Amendment:
    """An amending circular, read."""
    return read(parse(reading(_HEAD + title + "\n".join(lines), "sửa")))


def said(*lines: str, title: str = _ONE) -> list[str]:
    """What its commands do, those that are not clear marked."""
    return [
        ("? " if item.reason else "") + operation_words(item)
        for item in amendment(*lines, title=title).operations
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Điều 1. Thay thế cụm từ tại khoản 2 Điều 3", "Thay thế cụm từ “a” bằng cụm từ “b”."),
            "thay “a” bằng “b” tại khoản 2 Điều 3",
        ),
        (
            ("Điều 1. Sửa đổi một số khoản của Điều 3", "1. Sửa đổi khoản 2 như sau:", "Thay “a” bằng “b”."),
            "thay “a” bằng “b” tại khoản 2 Điều 3",
        ),
        (
            (
                "Điều 1. Thay thế, bãi bỏ một số cụm từ",
                "1. Bãi bỏ cụm từ “a”",
                "Bãi bỏ cụm từ “a” tại Điều 3.",
            ),
            "bỏ “a” tại Điều 3",
        ),
        (
            ("Điều 1. Sửa đổi Mẫu số 01 Phụ lục II", "1. Thay cụm từ “a” bằng cụm từ “b”."),
            "thay “a” bằng “b” tại Mẫu số 01 Phụ lục II",
        ),
    ],
)
def test_words_without_a_place_are_meant_where_the_lines_above_say(
    lines: tuple[str, ...], expected: str
) -> None:
    assert said(*lines) == [expected]


def test_words_without_any_place_are_not_meant_throughout() -> None:
    (operation,) = amendment("Điều 1. Sửa đổi một số điều", "1. Thay cụm từ “a” bằng cụm từ “b”.").operations
    assert operation.reason
    assert not operation.throughout
    assert "toàn văn" not in operation_words(operation)


def test_the_items_of_a_list_bear_its_verb_its_words_and_its_day() -> None:
    assert said("Điều 1. Bãi bỏ các quy định sau:", "1. Khoản 2 Điều 3;", "2. Cụm từ “a” tại Điều 4.") == [
        "bãi bỏ khoản 2 Điều 3",
        "bỏ “a” tại Điều 4",
    ]
    assert said(
        "Điều 1. Thay thế cụm từ “a” bằng cụm từ “b” tại các điều, khoản sau đây:",
        "1. Khoản 2 Điều 3;",
        "2. Điều 5.",
    ) == ["thay “a” bằng “b” tại khoản 2 Điều 3", "thay “a” bằng “b” tại Điều 5"]


def test_a_foreign_word_in_the_lead_of_a_list_makes_its_items_unclear() -> None:
    found = said("Điều 1. Bãi bỏ tạm thời các quy định sau:", "1. Khoản 2 Điều 3;", "2. Điều 4.")
    assert found
    assert all(line.startswith("? ") for line in found)


def test_repeals_in_the_article_of_effect_are_read() -> None:
    assert said(
        "Điều 1. Bãi bỏ khoản 1 Điều 7.",
        "Điều 2. Hiệu lực thi hành",
        "1. Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2032. Kể từ ngày Thông tư này có hiệu lực, bãi bỏ Điều 8.",
        "2. Thông tư này bãi bỏ Điều 9 Thông tư số 11/2030/TT-BTN.",
        "3. Điều 10 Thông tư số 11/2030/TT-BTN hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
    ) == ["bãi bỏ khoản 1 Điều 7", "bãi bỏ Điều 8", "bãi bỏ Điều 9", "bãi bỏ Điều 10"]


def test_the_title_of_a_chapter_may_be_the_only_place_that_names_the_instrument() -> None:
    found = amendment(
        "Chương I",
        "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 11/2030/TT-BTN VỀ HỒ SƠ",
        "Điều 1. Bãi bỏ Điều 3.",
        "Chương II",
        "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 05/2029/TT-BTN VỀ HỌC PHÍ",
        "Điều 2. Bãi bỏ Điều 4.",
        title=_SEVERAL,
    )
    assert [item.amends.number for item in found.operations if item.amends] == [
        "11/2030/TT-BTN",
        "05/2029/TT-BTN",
    ]


def test_a_title_that_names_two_instruments_says_of_neither_that_it_is_meant() -> None:
    title = (
        "Sửa đổi, bổ sung một số điều của Thông tư số 11/2030/TT-BTN quy định về hồ sơ và"
        " Thông tư số 05/2029/TT-BTN quy định về học phí\n"
    )
    (operation,) = amendment("Điều 1. Bãi bỏ Điều 3.", title=title).operations
    assert operation.amends is None


@pytest.mark.parametrize(
    "of",
    [
        "của Quy chế tiếp nhận hồ sơ",
        "Quy chế đào tạo ban hành kèm theo Quyết định số 30/2016/QĐ-BTN",
        "của Nội quy số 3",
        "của Thông tư số 21/2016",
    ],
)
def test_a_provision_of_a_text_that_is_not_surely_the_base_is_never_taken_for_one_of_the_base(
    of: str,
) -> None:
    base = parse(reading("THÔNG TƯ\nVề nghề\nĐiều 1. Một\nLời.\nĐiều 7. Bảy\n1. A.\n2. B.", "gốc"))
    found = amendment(
        "Điều 1. Bãi bỏ Điều 1 Thông tư số 11/2030/TT-BTN.", f"Điều 2. Bãi bỏ khoản 2 Điều 7 {of}."
    )
    kept = only_on(base, found, "11/2030/TT-BTN").operations
    assert [bool(item.reason) for item in kept if str(item.target) == "dieu-7.khoan-2"] == [True]
    assert [bool(item.reason) for item in kept if str(item.target) == "dieu-1"] == [False]


def test_a_command_without_an_instrument_among_several_is_not_applied() -> None:
    base = parse(reading("THÔNG TƯ\nVề nghề\nĐiều 1. Một\nLời.\nĐiều 3. Ba\nLời.", "gốc"))
    found = amendment(
        "Điều 1. Bãi bỏ Điều 1 Thông tư số 11/2030/TT-BTN.",
        "Điều 2. Bãi bỏ Điều 1 Thông tư số 05/2029/TT-BTN.",
        "Điều 3. Bãi bỏ Điều 3.",
        title=_SEVERAL,
    )
    kept = only_on(base, found, "11/2030/TT-BTN").operations
    assert [(str(item.target), bool(item.reason)) for item in kept] == [("dieu-1", False), ("dieu-3", True)]


def test_a_range_takes_in_what_was_inserted_and_a_section_its_chapter() -> None:
    base = parse(
        reading(
            "THÔNG TƯ\nVề nghề\nChương I\nCHUNG\nMục 1\nHỒ SƠ\nĐiều 1. Một\n1. A.\n2. B.\n2a. C.\n3. D.",
            "gốc",
        )
    )
    found = amendment(
        "Điều 1. Sửa đổi", "1. Bãi bỏ từ khoản 1 đến khoản 3 Điều 1.", "2. Sửa tên Mục 1 thành “PHÍ”."
    )
    kept = only_on(base, found, "11/2030/TT-BTN").operations
    assert [str(item.target) for item in kept] == [
        "dieu-1.khoan-1",
        "dieu-1.khoan-2",
        "dieu-1.khoan-3",
        "dieu-1.khoan-2a",
        "chuong-I.muc-1",
    ]


def test_new_text_beside_what_the_command_names_is_shown_and_not_applied() -> None:
    assert said("Điều 1. Sửa đổi khoản 1 Điều 5 như sau:", "“1. Mới.", "2. Thêm.”.") == [
        "sửa đổi, bổ sung khoản 1 Điều 5",
        "? bổ sung khoản 2 Điều 5",
    ]


def test_titles_listed_as_items_are_the_new_text_of_the_command_above() -> None:
    assert said(
        "Điều 1. Sửa đổi",
        "1. Sửa đổi tên Điều 3, Điều 4 như sau:",
        "a) “Điều 3. Nơi nộp”;",
        "b) “Điều 4. Phí”.",
    ) == ["sửa tên Điều 3 thành “Nơi nộp”", "sửa tên Điều 4 thành “Phí”"]


def test_every_paragraph_is_claimed_for_what_it_is() -> None:
    found = amendment(
        "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 11/2030/TT-BTN",
        "1. Sửa đổi khoản 1 Điều 5 như sau:",
        "“1. Mới.”.",
        "2. Bãi bỏ các quy định sau:",
        "a) Điều 8.",
        "Điều 2. Hiệu lực thi hành",
        "Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2032.",
    )
    claims = {str(item.address): item.claim for item in found.claims}
    assert claims["dieu-1"] is Claim.OPENING
    assert claims["dieu-1.khoan-1"] is Claim.COMMAND
    assert claims["dieu-5.khoan-1"] is Claim.CONTENT
    assert claims["dieu-1.khoan-2"] is Claim.OPENING
    assert claims["dieu-1.khoan-2.diem-a"] is Claim.ITEM
    assert claims["dieu-2"] is Claim.EFFECT
    assert Claim.UNCLAIMED not in claims.values()


def test_what_is_not_understood_is_shown_with_its_words_and_the_question() -> None:
    lines = list(to_lines(amendment("Điều 1. Bãi bỏ khoản 2 Điều 7 khi luật mới có hiệu lực.")))
    assert lines[0] == "Văn bản được sửa đổi: Thông tư số 11/2030/TT-BTN."
    assert "khi luật mới có hiệu lực" in lines[2]
    assert lines[3].strip().startswith("Cần hỏi:")
    assert list(to_lines(amendment("Điều 1. Bãi bỏ Điều 7, trừ khoản 1.")))[1].endswith(
        "bãi bỏ Điều 7, trừ khoản 1 Điều 7"
    )


def test_words_that_are_no_command_and_those_of_one_not_understood_are_shown() -> None:
    lead, unread = "Điều 1. Sửa đổi Thông tư số 11/2030/TT-BTN", "Không áp dụng khoản 1 Điều 5 cho xưởng nhỏ."
    lines = list(to_lines(amendment(lead, f"1. {unread}", "2. Bãi bỏ khoản 2 Điều 7.")))
    assert f"  ? khoản 1 Điều 1: “{unread}”" in lines


def test_an_instrument_that_another_verb_names_is_not_lent_against_the_one_above() -> None:
    first, second = amendment(
        "Điều 1. Bãi bỏ khoản 2 Điều 3; bãi bỏ Điều 5 Thông tư số 05/2029/TT-BTN."
    ).operations
    assert first.reason
    assert second.amends is not None
    assert (second.amends.number, second.reason) == ("05/2029/TT-BTN", "")


def test_a_list_of_what_loses_its_force_in_the_article_of_effect_is_read() -> None:
    lines = (
        "Điều 1. Sửa đổi một số điều của Thông tư số 11/2030/TT-BTN",
        "1. Bãi bỏ Điều 3.",
        "Điều 2. Hiệu lực thi hành",
        "1. Thông tư này có hiệu lực từ ngày 01 tháng 4 năm 2031.",
        "2. Các quy định sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành:",
        "a) Khoản 2 Điều 4 Thông tư số 11/2030/TT-BTN;",
        "b) Điều 5 Thông tư số 05/2029/TT-BTN.",
    )
    operations = amendment(*lines).operations
    assert [operation_words(item) for item in operations] == [
        "bãi bỏ Điều 3",
        "bãi bỏ khoản 2 Điều 4",
        "bãi bỏ Điều 5",
    ]
    assert [item.amends.number for item in operations if item.amends] == [
        "11/2030/TT-BTN",
        "11/2030/TT-BTN",
        "05/2029/TT-BTN",
    ]
    assert not any(item.reason for item in operations)


def test_what_narrows_such_a_list_leaves_each_of_its_items_unclear() -> None:
    lines = (
        "Điều 1. Hiệu lực",
        "1. Các quy định về lệ phí sau đây hết hiệu lực:",
        "a) Điều 4;",
        "b) Điều 5.",
    )
    assert said(*lines) == ["? bãi bỏ Điều 4", "? bãi bỏ Điều 5"]


def test_a_provision_that_ends_in_a_sentence_not_understood_is_left_unaccounted() -> None:
    lines = ("Điều 1. Hiệu lực", "1. Khi có luật mới thì Điều 4 Thông tư số 11/2030/TT-BTN hết hiệu lực.")
    claims = {str(item.address): item.claim for item in amendment(*lines).claims}
    assert claims["dieu-1.khoan-1"] is Claim.UNCLAIMED

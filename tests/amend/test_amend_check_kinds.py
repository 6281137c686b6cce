"""Kinds of sound drafting that must not be told as faults, each beside the fault it is like."""

from __future__ import annotations

import pytest
from test_amend_examine import DECREE

from kcdocs.amend.apply import apply
from kcdocs.amend.examine import examine
from kcdocs.amend.read import read as read_commands
from kcdocs.model.finding import Finding
from kcdocs.model.operation import Claim, Verdict
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

END = "Điều 2. Hiệu lực thi hành\nNghị định này có hiệu lực thi hành từ ngày 01 tháng 12 năm 2026.\n"


def draft(commands: str, end: str = END, signed: str = "ngày 05 tháng 10 năm 2026") -> str:
    return (
        f"CHÍNH PHỦ\nSố: 8/2026/NĐ-CP\nHà Nội, {signed}\nNGHỊ ĐỊNH\n"
        "Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP\n"
        f"Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP\n{commands}{end}"
    )


def told(text: str, original: str = DECREE) -> list[Finding]:
    amendment = read_commands(parse(reading(text, "dự thảo")))
    return list(examine(amendment, apply(parse(reading(original, "gốc")), amendment.operations)))


def codes(text: str, original: str = DECREE) -> list[str]:
    return [item.code for item in told(text, original)]


@pytest.mark.parametrize(
    ("command", "found"),
    [
        ("1. Bổ sung các khoản 3, 4 và 5 vào sau khoản 2 Điều 3 như sau:\n“3. A.\n4. B.\n5. C.”.\n", []),
        (
            "1. Bổ sung các khoản 3, 4 và 6 vào sau khoản 2 Điều 3 như sau:\n“3. A.\n4. B.\n6. C.”.\n",
            ["AM106"],
        ),
        ("1. Bổ sung khoản 1a vào trước khoản 2 Điều 3 như sau:\n“1a. A.”.\n", []),
        ("1. Bổ sung khoản 1b vào trước khoản 2 Điều 3 như sau:\n“1b. A.”.\n", ["AM106"]),
        ("1. Bổ sung Điều 4a, Điều 4b vào sau Điều 4 như sau:\n“Điều 4a. A\nB.\nĐiều 4b. C\nD.”.\n", []),
    ],
)
def test_new_labels_are_held_against_the_one_before_them_in_the_list(command: str, found: list[str]) -> None:
    assert codes(draft(command)) == found


INSERTED = "Bổ sung Điều 3a vào sau Điều 3 như sau:\n“Điều 3a. Lưu\nLưu hồ sơ.”.\n"
CHANGED = "Sửa đổi, bổ sung khoản 1 Điều 3 như sau:\n“1. Nộp hồ sơ trong 20 ngày.”.\n"


@pytest.mark.parametrize(
    ("commands", "found"),
    [
        (f"1. {CHANGED}2. {INSERTED}", []),
        (f"1. {INSERTED}2. {CHANGED}", ["AM107"]),
    ],
)
def test_a_new_article_stands_behind_all_of_the_one_it_is_put_after(commands: str, found: list[str]) -> None:
    assert codes(draft(commands)) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("có hiệu lực kể từ ngày ký", False),
        ("có hiệu lực từ ngày được Chính phủ thông qua", False),
        ("có hiệu lực từ ngày được Thủ tướng Chính phủ ký", False),
        ("có hiệu lực sau 45 ngày, kể từ ngày ký ban hành", False),
        ("có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo", False),
        ("có hiệu lực từ ngày … tháng … năm …", True),
        ("được đăng Công báo", True),
    ],
)
@pytest.mark.parametrize("signed", ["ngày 05 tháng 10 năm 2026", "ngày … tháng … năm …"])
def test_a_day_of_effect_told_by_another_day_is_no_missing_one(said: str, found: bool, signed: str) -> None:
    text = draft(f"1. {CHANGED}", f"Điều 2. Hiệu lực\nNghị định này {said}.\n", signed)

    assert ("AM109" in codes(text)) is found


def test_words_that_end_in_a_units_name_are_no_reference_to_what_is_gone() -> None:
    original = DECREE.replace("trong 15 ngày", "trong giai đoạn cuối; xong trong công đoạn 3")

    assert (
        codes(draft("1. Sửa đổi, bổ sung Điều 5 như sau:\n“Điều 5. Giám sát\nSở giám sát.”.\n"), original)
        == []
    )


OWN = "Điều 2. Phân cấp\n1. Sở cấp giấy phép theo khoản 2 Điều 3.\n2. Sửa đổi giấy phép thì nộp lại hồ sơ.\n"
LATER = END.replace("Điều 2", "Điều 3")


def test_articles_that_make_law_of_their_own_are_told_once_as_such() -> None:
    found = told(draft(f"1. {CHANGED}", OWN + LATER))

    assert [(item.code, item.severity.value) for item in found] == [("AM125", "I")]
    assert "Điều 2" in found[0].message


@pytest.mark.parametrize(
    "odd",
    [
        "3. Từ “ngày” tại khoản 2 Điều 3 viết lại là “buổi”.\n",
        "3. Bãi bỏ lần lượt, khoản 2 Điều 3 nay thôi áp dụng.\n",
    ],
)
def test_an_article_with_one_passage_like_a_command_is_not_taken_for_law_of_its_own(odd: str) -> None:
    found = codes(draft(f"1. {CHANGED}", OWN + odd + LATER))

    assert "AM125" not in found
    assert {"AM101", "AM126"} & set(found)


def test_what_stands_below_a_command_in_the_article_of_effect_belongs_to_it() -> None:
    end = (
        END
        + "2. Bãi bỏ khoản 2 Điều 3 Nghị định số 7/2020/NĐ-CP.\nTrong quá trình thực hiện, nếu vướng thì báo Bộ.\n"
    )
    end = end.replace("Nghị định này có", "1. Nghị định này có")

    claims = read_commands(parse(reading(draft(f"1. {CHANGED}", end), "dự thảo"))).claims

    assert {item.claim for item in claims if "khoan-2.doan" in str(item.address)} == {Claim.EFFECT}
    assert "AM101" not in codes(draft(f"1. {CHANGED}", end))


def test_one_command_that_names_many_things_that_are_not_there_is_told_once() -> None:
    (found,) = told(draft("1. Bãi bỏ các khoản 7, 8 và 9 Điều 3.\n"))

    assert found.code == "AM102"
    assert found.message == "Văn bản gốc không có khoản 7 Điều 3, khoản 8 Điều 3, khoản 9 Điều 3."


@pytest.mark.parametrize(
    ("command", "code", "severity"),
    [
        ("1. Bãi bỏ khoản 9 Điều 3.\n", "AM102", "E"),
        ("1. Bãi bỏ tạm thời khoản 2 Điều 3.\n", "AM126", "W"),
        ("1. Bãi bỏ Nghị định số 7/2020/NĐ-CP.\n", "AM103", "I"),
        ("1. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:\n“1. A.\n2. B.”.\n", "AM102", "E"),
    ],
)
def test_a_fault_of_the_draft_and_what_kcdocs_does_not_understand_are_told_apart(
    command: str, code: str, severity: str
) -> None:
    assert (code, severity) in [(item.code, item.severity.value) for item in told(draft(command))]


@pytest.mark.parametrize(
    ("commands", "clashes"),
    [
        ("1. Bãi bỏ khoản 2 Điều 3.\n2. Bãi bỏ khoản 2 Điều 3.\n", 1),
        ("1. Bãi bỏ tạm thời khoản 2 Điều 3.\n2. Bãi bỏ khoản 2 Điều 3.\n", 0),
        (
            (
                "1. Thay thế cụm từ “nghề gốm cổ” bằng cụm từ “gốm” tại khoản 2 Điều 1.\n"
                "2. Thay thế cụm từ “nghề gốm” bằng cụm từ “gốm” tại khoản 2 Điều 1.\n"
            ),
            0,
        ),
    ],
)
def test_commands_clash_where_both_are_understood_and_want_the_same_words(
    commands: str, clashes: int
) -> None:
    assert codes(draft(commands)).count("AM108") == clashes


@pytest.mark.parametrize(
    ("signed", "source"),
    [
        ("ngày 05 tháng 10 năm 2012", "17/2008/QH12"),
        ("ngày 05 tháng 10 năm 2020", "80/2015/QH13"),
        ("ngày 05 tháng 10 năm 2026", "64/2025/QH15"),
        ("ngày … tháng … năm …", "64/2025/QH15"),
    ],
)
def test_each_finding_names_the_law_of_the_day_of_signing(signed: str, source: str) -> None:
    found = told(draft("1. Bãi bỏ khoản 9 Điều 3.\n", "", signed))

    assert {item.code for item in found} == {"AM102", "AM109"}
    assert source in next(item.source for item in found if item.code == "AM102")
    assert all(item.source for item in found)


def test_that_most_articles_change_is_held_against_a_draft_only_since_the_law_asks_it() -> None:
    commands = "".join(f"{n}. Bãi bỏ Điều {n}.\n" for n in range(1, 6))

    assert "AM113" in codes(draft(commands))
    assert "AM113" not in codes(draft(commands, signed="ngày 31 tháng 3 năm 2025"))


FORM = (
    DECREE + "\nPhụ lục I\nCÁC MẪU\n(Kèm theo Nghị định số 7/2020/NĐ-CP)\nMẫu số 05\nĐƠN CŨ\nKính gửi phòng."
)


def test_a_new_name_for_a_form_is_not_given_to_the_annex_around_it() -> None:
    text = draft("1. Sửa đổi tên Mẫu số 05 Phụ lục I thành “Đơn mới”.\n")
    amendment = read_commands(parse(reading(text, "dự thảo")))

    done = apply(parse(reading(FORM, "gốc")), amendment.operations)

    assert [item.verdict for item in done.log] == [Verdict.REFUSED]
    assert done.amended.lines() == done.original.lines()


def test_a_place_that_is_not_understood_holds_for_the_phrase_before_that_has_none() -> None:
    text = draft(
        "1. Sửa đổi một số nội dung tại Phụ lục I như sau:\n"
        "a) Thay thế cụm từ “phòng” bằng cụm từ “ban” và thay thế cụm từ “đơn” bằng cụm từ “tờ” tại Trang bìa.\n"
    )

    assert [item.reason for item in read_commands(parse(reading(text, "dự thảo"))).operations] == [
        "Không hiểu “Trang bìa” trong lệnh."
    ] * 2


def test_a_heading_that_ends_with_a_full_stop_still_names_the_instrument_for_those_below() -> None:
    text = (
        "NGHỊ ĐỊNH\nSửa đổi, bổ sung một số nghị định\n"
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP ngày 01 tháng 02 năm 2020.\n"
        "1. Thay thế cụm từ “ngày” bằng cụm từ “buổi” tại Điều 3 của Nghị định.\n"
        "Điều 2. Sửa đổi, bổ sung một số điều của Nghị định số 9/2020/NĐ-CP.\n1. Bãi bỏ Điều 2.\n"
    )

    found = [item.amends for item in read_commands(parse(reading(text, "dự thảo"))).operations]

    assert [item.number if item else "" for item in found] == ["7/2020/NĐ-CP", "9/2020/NĐ-CP"]

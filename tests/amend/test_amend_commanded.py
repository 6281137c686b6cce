"""Commands as they are read: what each does and where, or what must be asked of the drafter first."""

from __future__ import annotations

import pytest

from kcdocs.amend.read import read
from kcdocs.model.operation import LAST, Act, Operation, Part, PartKind
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.report.operations import to_lines

AROUND = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
1. {}
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày ký."""


def commands(words: str) -> tuple[Operation, ...]:
    return read(parse(reading(AROUND.format(words), "thử"))).operations


@pytest.mark.parametrize(
    ("words", "act", "target", "part", "new"),
    [
        (
            "Bổ sung vào cuối khoản 2 Điều 1 như sau:\n“Đoạn thêm.”",
            Act.INSERT,
            "dieu-1.khoan-2",
            Part(PartKind.PARAGRAPH, LAST),
            "Đoạn thêm.",
        ),
        (
            "Bổ sung đoạn thứ ba vào sau đoạn thứ hai khoản 1 Điều 1 như sau:\n“Đoạn thêm.”",
            Act.INSERT,
            "dieu-1.khoan-1",
            Part(PartKind.PARAGRAPH, 3),
            "Đoạn thêm.",
        ),
        (
            "Bổ sung đoạn cuối khoản 1 Điều 1 như sau:\n“Đoạn thêm.”",
            Act.INSERT,
            "dieu-1.khoan-1",
            Part(PartKind.PARAGRAPH, LAST),
            "Đoạn thêm.",
        ),
        (
            "Sửa đổi tên Điều 3 như sau:\n“Điều 3. Tên mới”",
            Act.RETITLE,
            "dieu-3",
            Part(PartKind.HEADING),
            "Tên mới",
        ),
    ],
)
def test_a_command_on_a_part_says_which_one_and_its_new_words(
    words: str, act: Act, target: str, part: Part, new: str
) -> None:
    (found,) = commands(words)

    assert (found.reason, found.question) == ("", "")
    assert (found.act, str(found.target), found.parts, found.new) == (act, target, (part,), new)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Thay thế cụm từ “nghề dệt” bằng cụm từ “nghề gốm”.", "tác động vào điều khoản nào"),
        ("Bỏ cụm từ “cũ”.", "tác động vào điều khoản nào"),
        ("Thay cụm từ “a b” tại Điều 1.", "Thay bằng gì?"),
        ("Bãi bỏ đoạn Điều 4.", "Chưa rõ là đoạn nào của Điều 4"),
        ("Bãi bỏ Nghị định số 7/2020/NĐ-CP.", "bãi bỏ cả văn bản"),
        ("Thay thế khoản 1 Điều 2 bằng khoản 3 Điều 5.", "không kèm nội dung mới của khoản 1 Điều 2"),
        ("Thay thế Phụ lục I bằng Phụ lục ban hành kèm theo Nghị định này.", "không kèm nội dung mới"),
        ("Bổ sung Phụ lục III ban hành kèm theo Nghị định này.", "của chính văn bản sửa đổi"),
        ("Bổ sung vào khoản 2 Điều 1 như sau:\n“Đoạn thêm.”", "Không hiểu"),
        ("Bổ sung cụm từ “mới” vào sau Điều 2.", "Không hiểu"),
        ("Sửa đổi, bổ sung như sau:\n“1. Mới.”", "Không hiểu"),
    ],
)
def test_a_command_that_leaves_something_open_is_not_clear(words: str, why: str) -> None:
    found = commands(words)

    assert found
    assert all(why in item.reason for item in found)


def test_words_are_changed_in_all_the_text_or_in_each_place_that_is_listed() -> None:
    swap = "Thay cụm từ “a” bằng cụm từ “b” tại"
    (everywhere,) = commands(f"{swap} các điều, khoản, điểm của Nghị định số 7/2020/NĐ-CP.")
    (spared,) = commands(f"{swap} Nghị định số 7/2020/NĐ-CP, trừ cụm từ “a c”.")
    listed = commands(f"{swap}: khoản 1 Điều 2, tên Điều 5.")

    assert everywhere.throughout
    assert (spared.throughout, [item.words for item in spared.exceptions]) == (True, ["a c"])
    assert [str(item.target) for item in listed] == ["dieu-2.khoan-1", "dieu-5"]
    assert {item.reason for item in (everywhere, spared, *listed)} == {""}


def test_each_of_several_provisions_is_added_behind_its_own_neighbour() -> None:
    found = commands(
        "Bổ sung khoản 1a vào sau khoản 1, khoản 2a vào sau khoản 2 Điều 3 như sau:\n“1a. Một.\n2a. Hai.”"
    )

    assert [(str(item.target), str(item.anchor)) for item in found] == [
        ("dieu-3.khoan-1a", "dieu-3.khoan-1"),
        ("dieu-3.khoan-2a", "dieu-3.khoan-2"),
    ]


def test_a_question_on_words_names_a_provision_only_where_the_command_does() -> None:
    (unknown,) = commands("Bãi bỏ phần sau khoản 2 Điều 3.")
    (known,) = commands("Bãi bỏ khoản 2 Điều 3 tạm thời.")

    assert unknown.question.endswith("nghĩa là gì?")
    assert known.question.endswith("nghĩa là gì đối với khoản 2 Điều 3?")


@pytest.mark.parametrize(
    ("again", "strange"),
    [
        ("quy định về nghề", ()),
        ("Quy định về nghề", ()),
        ("quy định về", ()),
        ("quy định về nghề tạm thời", ("quy định về nghề tạm thời",)),
        ("quy định sơ bộ về nghề", ("quy định sơ bộ về nghề",)),
    ],
)
def test_a_title_that_goes_on_otherwise_than_above_is_not_understood(
    again: str, strange: tuple[str, ...]
) -> None:
    text = AROUND.replace("số 7/2020/NĐ-CP", "số 7/2020/NĐ-CP quy định về nghề", 1)
    words = f"Bãi bỏ khoản 2 Điều 3 Nghị định số 7/2020/NĐ-CP {again}."

    (command,) = read(parse(reading(text.format(words), "thử"))).operations

    assert command.not_understood == strange


def test_an_exception_belongs_to_the_place_it_lies_in() -> None:
    words = "Thay thế cụm từ “trung tâm” bằng cụm từ “tổ” tại Điều 1 và Điều 2, trừ khoản 2 Điều 2."
    assert [[str(item.address) for item in found.exceptions] for found in commands(words)] == [
        [],
        ["dieu-2.khoan-2"],
    ]


def test_an_exception_outside_every_place_stays_with_all() -> None:
    words = "Thay thế cụm từ “trung tâm” bằng cụm từ “tổ” tại Điều 1 và Điều 2, trừ khoản 2 Điều 3."
    assert [len(found.exceptions) for found in commands(words)] == [1, 1]


def test_commands_of_several_days_are_told_each_with_its_own() -> None:
    text = AROUND.format("Bãi bỏ khoản 2 Điều 1 kể từ ngày 01 tháng 6 năm 2032 và Điều 3.").replace(
        "từ ngày ký", "từ ngày 01 tháng 3 năm 2032"
    )
    told = "\n".join(to_lines(read(parse(reading(text, "thử")))))
    assert "bãi bỏ khoản 2 Điều 1 [từ ngày 01/06/2032]" in told
    assert "bãi bỏ Điều 3 [từ ngày 01/03/2032]" in told

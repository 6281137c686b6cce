"""Corrections, and words said in other ways: each is read as the words it puts in the place of others."""

from __future__ import annotations

import pytest
from command_readings import BASE, clear, sentence, told

from kcdocs.model.operation import Act

_SAID = "thay-cum-tu {} “mây”→“tre”"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Khoản 2 Điều 5 đã in “mây”, nay sửa lại là “tre”.", "dieu-5.khoan-2"),
        ("Tại điểm a khoản 2 Điều 6 đã in là “mây” nay đính chính thành “tre”.", "dieu-6.khoan-2.diem-a"),
        ("Điểm b khoản 2 Điều 6 viết là cụm từ “mây”; sửa thành cụm từ “tre”.", "dieu-6.khoan-2.diem-b"),
        ("Sửa tiêu đề Điều 10 “mây” thành “tre”.", "dieu-10 ten"),
        ("Thay đổi cụm từ “mây” thành “tre” tại khoản 1 Điều 7.", "dieu-7.khoan-1"),
        ("Sửa đổi thời hạn “mây” tại khoản 1 Điều 7 thành “tre”.", "dieu-7.khoan-1"),
    ],
)
def test_what_was_printed_is_replaced_by_what_is_meant(text: str, where: str) -> None:
    assert clear(text) == [_SAID.format(where)]


@pytest.mark.parametrize(
    "text",
    [
        "Khoản 2 Điều 5 đã in “mây”, “song”, nay sửa lại là “tre”.",
        "Khoản 2 Điều 5 đã in “mây”.",
        "Khoản 2 Điều 5 đã in nhầm “mây”, nay sửa lại là “tre”.",
        "Khoản 2 Điều 5 đã in “mây”, nay sửa lại là “tre” ở bản tiếng Việt.",
    ],
)
def test_a_correction_not_said_whole_is_not_clear(text: str) -> None:
    assert not clear(text)


def test_removed_words_may_be_called_a_rule() -> None:
    assert clear("Bãi bỏ quy định “nộp bản sao” tại khoản 2 Điều 6.") == [
        "bo-cum-tu dieu-6.khoan-2 “nộp bản sao”"
    ]


def test_the_following_words_open_a_list_of_pairs() -> None:
    (command,) = sentence("Thay thế các cụm từ sau:").commands
    assert (command.act, command.group, command.left_over) == (Act.REPLACE, True, ())
    assert told("“mây” bằng “tre” tại Điều 6.", carried=Act.REPLACE) == [_SAID.format("dieu-6")]


def test_an_own_annex_that_replaces_another_is_what_takes_its_place() -> None:
    said = f"Phụ lục I ban hành kèm theo Thông tư này thay thế Phụ lục II ban hành kèm theo {BASE}."
    assert clear(said) == ["sua-doi phu-luc-II @11/2030/TT-BTN bằng 1"]
    turned = f"Ban hành kèm theo Thông tư này Phụ lục I thay thế Phụ lục II ban hành kèm theo {BASE}."
    assert clear(turned) == ["sua-doi phu-luc-II @11/2030/TT-BTN bằng 1"]


@pytest.mark.parametrize("label", ["IA", "IIB", "2A"])
def test_an_annex_put_in_bears_a_capital_behind_its_number(label: str) -> None:
    assert clear(f"Bãi bỏ Phụ lục {label} ban hành kèm theo {BASE}.") == [
        f"bai-bo phu-luc-{label} @11/2030/TT-BTN"
    ]


def test_a_note_on_an_earlier_amendment_may_say_by_what_rule() -> None:
    history = "đã được sửa đổi, bổ sung theo quy định tại khoản 3 Điều 1 Thông tư số 05/2029/TT-BTN"
    assert clear(f"Bãi bỏ khoản 2 Điều 7 {history}.") == ["bai-bo dieu-7.khoan-2"]


@pytest.mark.parametrize("having", ["có cụm từ này", "có các cụm từ nêu trên", "có sử dụng cụm từ này"])
def test_wherever_the_words_stand_is_the_whole_text(having: str) -> None:
    said = f"Thay thế cụm từ “mây” bằng cụm từ “tre” tại các điều, khoản, phụ lục {having}."
    assert clear(said) == ["thay-cum-tu “mây”→“tre” toàn văn"]
    assert not clear(said.replace(having, "có cụm từ khác"))

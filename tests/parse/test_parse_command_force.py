"""Sentences in which something loses its force: no provision they name is lost beside a whole instrument."""

from __future__ import annotations

import pytest
from command_readings import BASE, NAMINGS, clear, sentence, told

from kcdocs.model.operation import Act
from kcdocs.parse.command.sentence import SentenceKind
from kcdocs.parse.command.sentences import suspicious

OTHER = "Thông tư số 05/2029/TT-BTN"
LATER = "kể từ ngày Thông tư này có hiệu lực thi hành"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"Các Điều 7, 8 {BASE}; khoản 1 Điều 9 {OTHER} hết hiệu lực thi hành {LATER}.",
            [
                "bai-bo dieu-7 @11/2030/TT-BTN",
                "bai-bo dieu-8 @11/2030/TT-BTN",
                "bai-bo dieu-9.khoan-1 @05/2029/TT-BTN",
            ],
        ),
        (
            f"{OTHER}, Điều 7 {BASE} hết hiệu lực {LATER}.",
            ["bai-bo toàn văn @05/2029/TT-BTN", "bai-bo dieu-7 @11/2030/TT-BTN"],
        ),
        (
            f"Quy định tại khoản 1 Điều 7 {BASE} hết hiệu lực {LATER}.",
            ["bai-bo dieu-7.khoan-1 @11/2030/TT-BTN"],
        ),
        (f"Nội dung quy định tại Điều 7 của {BASE} bị bãi bỏ.", ["bai-bo dieu-7 @11/2030/TT-BTN"]),
        (
            f"Khoản 2 Điều 7 {BASE} ngưng hiệu lực thi hành từ ngày 01 tháng 5 năm 2031.",
            ["ngung-hieu-luc dieu-7.khoan-2 @11/2030/TT-BTN"],
        ),
        (f"Thông tư này thay thế {OTHER} và bãi bỏ Điều 7 {BASE}.", ["bai-bo dieu-7 @11/2030/TT-BTN"]),
        (
            f"Thông tư này có hiệu lực từ ngày 01 tháng 4 năm 2031 và thay thế {OTHER}; bãi bỏ Điều 7 {BASE}.",
            ["bai-bo dieu-7 @11/2030/TT-BTN"],
        ),
        (
            f"Thông tư này có hiệu lực kể từ ngày ký, bãi bỏ khoản 2 Điều 7 {BASE}.",
            ["bai-bo dieu-7.khoan-2 @11/2030/TT-BTN"],
        ),
        (
            f"Bãi bỏ: Điều 2, khoản 2 Điều 3 {BASE}; {OTHER}.",
            [
                "bai-bo dieu-2 @11/2030/TT-BTN",
                "bai-bo dieu-3.khoan-2 @11/2030/TT-BTN",
                "bai-bo toàn văn @05/2029/TT-BTN",
            ],
        ),
        (
            f"Bãi bỏ {OTHER} và {BASE}.",
            ["bai-bo toàn văn @05/2029/TT-BTN", "bai-bo toàn văn @11/2030/TT-BTN"],
        ),
    ],
)
def test_each_provision_and_instrument_that_ends_is_named(text: str, said: list[str]) -> None:
    assert told(text) == said
    assert clear(text) == said


@pytest.mark.parametrize(
    ("lead", "act"),
    [
        (f"Các quy định sau đây hết hiệu lực {LATER}:", Act.REPEAL),
        ("Các văn bản quy phạm pháp luật sau đây hết hiệu lực thi hành, bao gồm:", Act.REPEAL),
        (f"Kể từ ngày 01 tháng 5 năm 2031, các điều, khoản sau đây của {BASE} bị bãi bỏ:", Act.REPEAL),
        ("Quy định tại các Nghị định, Thông tư sau đây hết hiệu lực thi hành:", Act.REPEAL),
        ("Các thông tư, điều khoản của thông tư sau hết hiệu lực:", Act.REPEAL),
        ("Kể từ ngày Thông tư này có hiệu lực, hết hiệu lực các quy định sau:", Act.REPEAL),
        ("Các quy định sau đây tạm ngưng hiệu lực:", Act.SUSPEND),
    ],
)
def test_a_lead_of_what_ends_opens_a_list_of_repeals(lead: str, act: Act) -> None:
    said = sentence(lead)
    assert said.shape is SentenceKind.OPENING
    assert [(item.act, item.group, item.left_over) for item in said.commands] == [(act, True, ())]


@pytest.mark.parametrize(
    "text",
    [
        "Các giấy phép sau đây hết hiệu lực:",
        "Giấy phép hết hiệu lực trong các trường hợp sau:",
        "Thông tư này hết hiệu lực:",
    ],
)
def test_what_else_loses_its_force_opens_no_list_of_repeals(text: str) -> None:
    assert sentence(text).commands == ()


def test_a_word_that_narrows_a_list_of_what_ends_is_told() -> None:
    (command,) = sentence("Các quy định về phụ cấp sau đây hết hiệu lực:").commands
    assert command.left_over == ("về phụ cấp",)


@pytest.mark.parametrize(
    "text",
    [
        f"{OTHER} hết hiệu lực {LATER}.",
        f"{OTHER} và {BASE} hết hiệu lực thi hành {LATER}, trừ Điều 5.",
        f"Thông tư này thay thế {OTHER}.",
        f"Thông tư này có hiệu lực kể từ ngày ký và thay thế {OTHER}.",
    ],
)
def test_whole_instruments_that_end_are_no_commands(text: str) -> None:
    assert sentence(text).shape is SentenceKind.EFFECT


def test_an_instrument_right_behind_a_provision_that_ends_is_asked() -> None:
    text = f"Điều 7 {BASE} và {OTHER} hết hiệu lực."

    assert clear(text) == ["bai-bo dieu-7 @11/2030/TT-BTN"]
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"Thông tư này có hiệu lực thì Điều 7 {BASE} hết hiệu lực.",
        f"Giấy phép mẫu cũ, Điều 7 {BASE}; {OTHER} bị bãi bỏ.",
    ],
)
def test_a_provision_that_ends_in_words_not_understood_is_never_passed_over(text: str) -> None:
    assert not clear(text)
    assert suspicious(text, NAMINGS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Bỏ cụm từ “mây” tại khoản 1 Điều 2; khoản 3, khoản 4 Điều 5; Điều 7.",
            [
                "bo-cum-tu dieu-2.khoan-1 “mây”",
                "bo-cum-tu dieu-5.khoan-3 “mây”",
                "bo-cum-tu dieu-5.khoan-4 “mây”",
                "bo-cum-tu dieu-7 “mây”",
            ],
        ),
        (
            "Bãi bỏ từ “mây” tại Điều 2; Điều 3; cụm từ “tre” tại Điều 4; Điều 5.",
            [
                "bo-cum-tu dieu-2 “mây”",
                "bo-cum-tu dieu-3 “mây”",
                "bo-cum-tu dieu-4 “tre”",
                "bo-cum-tu dieu-5 “tre”",
            ],
        ),
    ],
)
def test_where_only_words_are_removed_a_provision_behind_a_semicolon_is_a_further_place(
    text: str, said: list[str]
) -> None:
    assert clear(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Tại khoản 2 Điều 5, cụm từ “mây” được thay thế bằng cụm từ “tre”.",
            ["thay-cum-tu “mây”→“tre”"],
        ),
        (
            "Tại Điều 5 (sửa đổi khoản 3 Điều 9 Thông tư số 05/2029/TT-BTN), thay cụm từ “mây” bằng cụm từ “tre”.",
            ["thay-cum-tu “mây”→“tre”"],
        ),
    ],
)
def test_a_place_said_before_words_is_theirs_and_commands_nothing_itself(text: str, said: list[str]) -> None:
    assert clear(text) == said
    assert len(sentence(text).places) == 1

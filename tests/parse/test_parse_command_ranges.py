"""Ranges of parts, and names of annexes: nothing between the ends is lost, no place is taken for a name."""

from __future__ import annotations

import pytest
from command_readings import clear, sentence, told

_CARRIED = "ban hành kèm theo Thông tư số 11/2030/TT-BTN"


@pytest.mark.parametrize(
    ("text", "where", "parts"),
    [
        ("Bãi bỏ số thứ tự 5 đến 8 Phụ lục I.", "phu-luc-I so-thu-tu", (5, 6, 7, 8)),
        ("Bãi bỏ số thứ tự từ 5 đến 7 Phụ lục I.", "phu-luc-I so-thu-tu", (5, 6, 7)),
        ("Bãi bỏ dòng số 5 đến dòng số 7 Phụ lục I.", "phu-luc-I so-thu-tu", (5, 6, 7)),
        ("Bãi bỏ các Mẫu số từ 01 đến 03 Phụ lục I.", "phu-luc-I bieu-mau", ("01", "02", "03")),
        ("Bãi bỏ Mẫu số 01 đến Mẫu số 03 Phụ lục I.", "phu-luc-I bieu-mau", ("01", "02", "03")),
        ("Bãi bỏ đoạn 2 đến đoạn 4 khoản 1 Điều 3.", "dieu-3.khoan-1 doan", (2, 3, 4)),
        ("Bãi bỏ đoạn thứ hai đến đoạn thứ tư khoản 1 Điều 3.", "dieu-3.khoan-1 doan", (2, 3, 4)),
        (
            "Bãi bỏ các gạch đầu dòng thứ 2 đến thứ 4 khoản 1 Điều 3.",
            "dieu-3.khoan-1 gach-dau-dong",
            (2, 3, 4),
        ),
        ("Bãi bỏ đoạn thứ nhất, thứ ba đến thứ năm khoản 1 Điều 3.", "dieu-3.khoan-1 doan", (1, 3, 4, 5)),
    ],
)
def test_a_range_of_parts_is_each_of_them(text: str, where: str, parts: tuple[int | str, ...]) -> None:
    assert clear(text) == [f"bai-bo {where}:{part}" for part in parts]


@pytest.mark.parametrize(
    "text",
    [
        "Bãi bỏ đoạn thứ hai đến đoạn cuối khoản 1 Điều 3.",
        "Bãi bỏ số thứ tự 9 đến 5 Phụ lục I.",
        "Bãi bỏ Mẫu số 01/KC đến Mẫu số 04/KC Phụ lục I.",
        "Bãi bỏ dòng số 5 đến cột 9 Phụ lục I.",
        "Bãi bỏ khoản 3 đến điểm b Điều 4.",
        "Bãi bỏ từ Điều 5 đến Chương II.",
        "Bãi bỏ Điều 5 - khoản 2.",
    ],
)
def test_a_range_that_cannot_be_told_is_not_clear(text: str) -> None:
    assert not clear(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"Bãi bỏ Phụ lục I - Danh mục nghề {_CARRIED}.", ["bai-bo phu-luc-I @11/2030/TT-BTN"]),
        (
            f"Bãi bỏ Phụ lục I - Danh mục nghề quy định tại khoản 2, khoản 3 Điều 4 {_CARRIED}.",
            ["bai-bo phu-luc-I @11/2030/TT-BTN"],
        ),
        (
            f"Bãi bỏ Phụ lục I - Danh mục nghề, Phụ lục II - Biểu ghi và Mẫu số 03 {_CARRIED}.",
            [
                "bai-bo phu-luc-I @11/2030/TT-BTN",
                "bai-bo phu-luc-II @11/2030/TT-BTN",
                "bai-bo bieu-mau:03 @11/2030/TT-BTN",
            ],
        ),
    ],
)
def test_the_name_of_an_annex_behind_a_dash_is_its_name(text: str, said: list[str]) -> None:
    assert told(text) == said
    assert clear(text) == said


@pytest.mark.parametrize(
    "text",
    [
        f"Bỏ cụm từ “mây” tại Mục 3 Chương III - Cách chấm thuộc Mẫu số 01 và Mẫu số 02 {_CARRIED}.",
        f"Bỏ cụm từ “mây” tại Mục 3 Phụ lục I - Danh mục nghề tại điểm a khoản 2 {_CARRIED}.",
        f"Bãi bỏ Phụ lục I - Danh mục nghề của Mẫu số 04 {_CARRIED}.",
        f"Bãi bỏ Phụ lục I - phần B {_CARRIED}.",
        f"Bãi bỏ Phụ lục I - nội dung thứ hai {_CARRIED}.",
        f"Bãi bỏ Phụ lục I - một phần danh mục {_CARRIED}.",
        f"Bãi bỏ Phụ lục I - từ dòng 5 đến dòng 9 {_CARRIED}.",
        f"Bãi bỏ Phụ lục I - Danh mục nghề, khoản 3 Điều 4 {_CARRIED}.",
    ],
)
def test_words_that_narrow_a_place_are_no_name_of_it(text: str) -> None:
    assert not clear(text)
    assert any(item.left_over for item in sentence(text).commands)

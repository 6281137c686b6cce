"""Which instruments a draft says cease as a whole."""

from __future__ import annotations

import pytest

from kcdocs.amend.ending import ended_instruments
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading


def _ended(*clauses: str) -> list[tuple[str, bool]]:
    lines = ["CHÍNH PHỦ", "Số: 3/2026/NĐ-CP", "NGHỊ ĐỊNH", "Về nghề dệt", "Điều 1. Phạm vi"]
    lines += ["1. Nghị định này nói về nghề dệt.", "Điều 2. Hiệu lực thi hành", *clauses]
    found = ended_instruments(parse(reading("\n".join(lines))))
    return [(item.citation.number, item.unsure) for item in found]


@pytest.mark.parametrize(
    ("clauses", "numbers"),
    [
        (["1. Nghị định này thay thế Nghị định số 7/2020/NĐ-CP ngày 01 tháng 3 năm 2020."], ["7/2020/NĐ-CP"]),
        (["1. Bãi bỏ Thông tư số 8/2020/TT-BCT."], ["8/2020/TT-BCT"]),
        (["1. Bãi bỏ toàn bộ Thông tư số 8/2020/TT-BCT."], ["8/2020/TT-BCT"]),
        (
            ["1. Bãi bỏ Thông tư số 8/2020/TT-BCT, Thông tư số 9/2020/TT-BCT và Thông tư số 10/2020/TT-BCT."],
            ["8/2020/TT-BCT", "9/2020/TT-BCT", "10/2020/TT-BCT"],
        ),
        (["1. Thông tư số 8/2020/TT-BCT hết hiệu lực từ ngày Nghị định này có hiệu lực."], ["8/2020/TT-BCT"]),
        (
            [
                "1. Các văn bản sau đây hết hiệu lực:",
                "a) Thông tư số 8/2020/TT-BCT;",
                "b) Khoản 2 Điều 5 Thông tư số 9/2020/TT-BCT.",
            ],
            ["8/2020/TT-BCT"],
        ),
        (["1. Bãi bỏ Điều 5 Thông tư số 8/2020/TT-BCT."], []),
        (
            ["1. Thực hiện theo Thông tư số 8/2020/TT-BCT; bãi bỏ Thông tư số 9/2020/TT-BCT."],
            ["9/2020/TT-BCT"],
        ),
        (["1. Thông tư số 8/2020/TT-BCT được thay thế bằng văn bản khác khi Bộ quyết định."], []),
        (
            [
                "1. Sửa đổi Điều 1 Nghị định số 7/2020/NĐ-CP như sau:",
                "“Điều 1. Bãi bỏ Thông tư số 8/2020/TT-BCT”",
            ],
            [],
        ),
    ],
)
def test_an_instrument_ceases_where_that_is_said_of_it_as_a_whole(
    clauses: list[str], numbers: list[str]
) -> None:
    assert _ended(*clauses) == [(number, False) for number in numbers]


def test_where_something_is_spared_nobody_can_tell() -> None:
    said = "1. Nghị định số 7/2020/NĐ-CP hết hiệu lực, trừ Điều 5 còn áp dụng đến hết năm 2027."

    assert _ended(said) == [("7/2020/NĐ-CP", True)]

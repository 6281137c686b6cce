"""Instruments made up for the tests of editions: a decree, and what amends it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kcdocs.api import decrees
from kcdocs.api.decrees import Added
from kcdocs.decrees.opening import the_store

NUMBER = "7/2020/NĐ-CP"
BASE = """CHÍNH PHỦ
Số: 7/2020/NĐ-CP
Hà Nội, ngày 01 tháng 02 năm 2020
NGHỊ ĐỊNH
Về nghề dệt
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Điều 1. Hồ sơ
1. Xưởng dệt gửi hồ sơ trong 15 ngày.
2. Hồ sơ gồm đơn và bản vẽ.
Điều 2. Hỗ trợ
1. Mức hỗ trợ là 10 triệu đồng.
2. Mỗi xưởng được hỗ trợ một lần.
3. Việc hỗ trợ do tỉnh quyết định.
Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 15 tháng 3 năm 2020.
"""
WHOLE = "Nghị định này có hiệu lực thi hành từ ngày {}."
FIRST = (
    "1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:\n“1. Xưởng dệt gửi hồ sơ trong 20 ngày.”.\n"
    "2. Bổ sung khoản 4 vào sau khoản 3 Điều 2 như sau:\n“4. Tỉnh báo cáo mỗi năm.”."
)
SECOND = (
    "1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:\n“1. Xưởng dệt gửi hồ sơ trong 30 ngày.”.\n"
    "2. Thay thế cụm từ “mỗi năm” bằng cụm từ “mỗi quý” tại khoản 4 Điều 2."
)
THIRD = "1. Bãi bỏ khoản 4 Điều 2.\n2. Thay thế cụm từ “30 ngày” bằng cụm từ “45 ngày” tại Điều 1."


def amending(
    number: str, issued: str, commands: str, effect: str, *, base: str = "Nghị định số 7/2020/NĐ-CP"
) -> str:
    """An amending decree as people write one.

    Args:
        number: Its number.
        issued: Its day of issue, in words.
        commands: What its first article commands.
        effect: What its last article says.
        base: What it amends.
    """
    return (
        f"CHÍNH PHỦ\nSố: {number}\nHà Nội, ngày {issued}\nNGHỊ ĐỊNH\n"
        f"Sửa đổi, bổ sung một số điều của {base} ngày 01 tháng 02 năm 2020 của Chính phủ về nghề dệt\n"
        f"Điều 1. Sửa đổi, bổ sung một số điều của {base}\n{commands}\n"
        f"Điều 2. Hiệu lực thi hành\n{effect}\n"
    )


CHAIN = (
    amending("3/2024/NĐ-CP", "02 tháng 5 năm 2024", FIRST, WHOLE.format("01 tháng 7 năm 2024")),
    amending("5/2025/NĐ-CP", "02 tháng 5 năm 2025", SECOND, WHOLE.format("01 tháng 7 năm 2025")),
    amending("6/2026/NĐ-CP", "02 tháng 5 năm 2026", THIRD, WHOLE.format("01 tháng 7 năm 2026")),
)
"""Three decrees that amend one after another what the one before has made."""


def add(folder: Path, text: str, *, number: str = "", since: date | None = None, answers: str = "") -> Added:
    """Put a text into the store as a person does: from a file."""
    path = folder / "van-ban.txt"
    path.write_text(text, "utf-8")
    decisions = folder / "tra-loi.yaml" if answers else None
    if decisions:
        decisions.write_text(answers, "utf-8")
    return decrees.add(path, number=number, since=since, decisions=decisions)


def lines(day: date | None = None, number: str = NUMBER) -> list[str]:
    """The clauses of an instrument of the store on a day."""
    text = the_store().load(number, as_of=day)
    return [line.text for line in text.lines() if line.text[:1].isdigit()]


def told(day: date, number: str = NUMBER) -> dict[str, str]:
    """What is told with an instrument of the store on a day: code and words."""
    return {
        item.code: item.message for item in the_store().load(number, as_of=day).findings if item.about_source
    }

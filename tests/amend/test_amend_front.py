"""Commands on what stands before the articles: the title and the legal bases."""

from __future__ import annotations

import pytest
from amend_base import ROWS
from drafted import amended, changed, draft, refusals

from kcdocs.amend.consolidate import AmendingStep, consolidate
from kcdocs.model.consolidated import Paragraph

BASES = [
    "Căn cứ Luật Nghề gốm số 10/2020/QH14 ngày 15 tháng 6 năm 2020;",
    "Căn cứ Nghị định số 40/2025/NĐ-CP của Chính phủ quy định về lò;",
    "Theo đề nghị của Cục trưởng Cục Gốm;",
]
TEXT = "\n".join(
    [*ROWS[:4], *BASES, "Bộ trưởng Bộ Mẫu thử ban hành Thông tư quy định về xưởng gốm.", *ROWS[4:]]
)
FEES = "Căn cứ Luật Phí số 1/2029/QH15;"
KILNS = "Căn cứ Luật Lò số 2/2029/QH15;"


@pytest.mark.parametrize(
    ("commands", "gone", "new"),
    [
        ("Sửa đổi tên Thông tư như sau:\n“Quy định về lò”.", [ROWS[3]], ["Quy định về lò"]),
        (
            "Sửa đổi tên gọi của Thông tư số 21/2030/TT-BMT như sau:\n“Thông tư quy định về lò”.",
            [ROWS[3]],
            ["Quy định về lò"],
        ),
        ("Tên Thông tư được sửa đổi như sau:\n“Quy định về lò”.", [ROWS[3]], ["Quy định về lò"]),
        (
            "Thay thế cụm từ “xưởng gốm” bằng cụm từ “lò” tại tên Thông tư.",
            [ROWS[3]],
            ["Quy định về lò"],
        ),
        (f"Sửa đổi, bổ sung căn cứ thứ hai như sau:\n“{FEES}”.", BASES[1:2], [FEES]),
        (f"Sửa đổi, bổ sung phần căn cứ ban hành như sau:\n“{FEES}\n{KILNS}”.", BASES[:2], [FEES, KILNS]),
        (f"Sửa đổi căn cứ thứ nhất, căn cứ thứ hai như sau:\n“{FEES}\n{KILNS}”.", BASES[:2], [FEES, KILNS]),
        (f"Bổ sung căn cứ sau vào sau căn cứ thứ nhất như sau:\n“{FEES}”.", [], [FEES]),
        (f"Bổ sung căn cứ vào cuối phần căn cứ ban hành như sau:\n“{FEES}\n{KILNS}”.", [], [FEES, KILNS]),
        ("Bãi bỏ căn cứ thứ hai.", BASES[1:2], []),
        ("Căn cứ thứ hai được bãi bỏ.", BASES[1:2], []),
        (
            "Thay thế cụm từ “40/2025/NĐ-CP” bằng cụm từ “41/2026/NĐ-CP” tại phần căn cứ ban hành.",
            BASES[1:2],
            ["Căn cứ Nghị định số 41/2026/NĐ-CP của Chính phủ quy định về lò;"],
        ),
    ],
)
def test_the_title_and_the_bases_are_amended_and_that_is_proved(
    commands: str, gone: list[str], new: list[str]
) -> None:
    made, proof = amended(f"1. {commands}", TEXT)

    assert changed(made) == (gone, new)
    assert proof.holds


def test_a_basis_stands_where_the_command_puts_it_and_what_proposes_the_text_stays_last() -> None:
    made, _ = amended(
        f"1. Bổ sung căn cứ vào trước căn cứ thứ hai như sau:\n“{FEES}”.\n"
        f"2. Bổ sung căn cứ vào sau căn cứ thứ hai như sau:\n“{KILNS}”.",
        TEXT,
    )

    lines = [line.text for line in made.amended.lines()]
    assert lines[4:9] == [BASES[0], FEES, BASES[1], KILNS, BASES[2]]


@pytest.mark.parametrize(
    ("commands", "why"),
    [
        ("Sửa đổi tên Thông tư này như sau:\n“Quy định về lò”.", "chính văn bản sửa đổi"),
        ("Bãi bỏ tên Thông tư.", "xin tự ghi"),
        ("Sửa đổi tên như sau:\n“Quy định về lò”.", "Không rõ “tên” thuộc đơn vị nào."),
        (f"Sửa đổi, bổ sung căn cứ thứ ba như sau:\n“{FEES}”.", "không có căn cứ thứ ba"),
        (f"Sửa đổi, bổ sung căn cứ ban hành như sau:\n“{FEES}”.", "Chưa rõ là căn cứ nào"),
        ("Sửa đổi, bổ sung căn cứ thứ hai như sau:\n“Lò phải kín;”.", "không phải là căn cứ ban hành"),
        (f"Bổ sung căn cứ ban hành như sau:\n“{FEES}”.", "Chưa rõ là căn cứ nào"),
        (f"Bổ sung căn cứ vào khoản 3 Điều 2 như sau:\n“{FEES}”.", "Chưa rõ là căn cứ nào"),
        ("Bãi bỏ phần căn cứ ban hành.", "xin tự ghi"),
        ("Bãi bỏ khoản 3 Điều 2 căn cứ thông báo.", "Không hiểu “thông báo”"),
    ],
)
def test_what_of_them_is_not_certain_is_left_as_it_is(commands: str, why: str) -> None:
    made, _ = amended(f"1. {commands}", TEXT)

    assert changed(made) == ([], [])
    assert why in refusals(made)[0]


def test_a_new_title_names_the_consolidated_text_and_has_a_note_as_what_is_done_to_bases_has() -> None:
    commands = "1. Sửa đổi tên Thông tư như sau:\n“Quy định về lò”.\n2. Bãi bỏ căn cứ thứ hai."
    made, _ = amended(commands, TEXT)

    blocks = consolidate([AmendingStep(draft(commands, TEXT), made)]).blocks

    notes = {
        block.text: [row.partition(" theo ")[0] for note in block.notes for row in note.text]
        for block in blocks
        if isinstance(block, Paragraph) and block.notes and not block.text.startswith("Điều")
    }
    assert notes == {
        "Quy định về lò": ["Tên văn bản này được sửa đổi, bổ sung"],
        "Bộ trưởng Bộ Mẫu thử ban hành Thông tư quy định về xưởng gốm.": [
            "Căn cứ thứ hai văn bản này được bãi bỏ"
        ],
    }
    assert made.amended.citation.title == "quy định về lò"

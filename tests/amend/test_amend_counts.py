"""Real amending texts: nothing unclaimed, and as many operations as were counted by hand.

Counted while reading each text: one operation for each provision named, and for commands on words one for
each provision and pair of words; the counts stand by article of the amending text, or clause where it has one
article only.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kcdocs.amend.apply import apply
from kcdocs.amend.read import read as read_commands
from kcdocs.model.operation import Act, Amendment, Claim, Part, PartKind
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.sources.read import read

COUNTS = {
    "docx/luat-76-2025-qh15.docx": {"1": 42},
    "docx/luat-82-2025-qh15.docx": {"1": 55},
    "docx/luat-85-2025-qh15.docx": {"1": 65, "2": 57, "3": 53, "4": 1, "5": 8},
    "cong-bao/sua-doi/128-2026-nd-cp.pdf": {"1": 10, "2": 3, "3": 4, "4": 3, "5": 2, "6": 3, "7": 9, "8": 1},
    "cong-bao/sua-doi/141-2026-nd-cp.pdf": {"1": 11, "2": 1},
    "cong-bao/sua-doi/156-2026-nd-cp.pdf": {"1": 1, "2": 2, "3": 1, "4": 1, "5": 1, "6": 1, "7": 1, "8": 2},
    "nd-75-2021/sua-doi-55-2023.md": {"1": 15},
}
LAW_82 = {"28": 3, "29": 10, "30": 3, "31": 3, "17": 3, "13": 2, "14": 2, "8": 2, "15": 2, "16": 2, "22": 2}
LAW_82 |= {"23": 2}
"""Clauses of Law 82/2025 with more than one operation."""


TITLE = "Sửa đổi, bổ sung một số điều của Nghị định số 5/2020/NĐ-CP"


def _load(path: Path) -> Amendment:
    return read_commands(parse(read(path)))


def _text(*lines: str) -> Amendment:
    return read_commands(parse(reading("\n".join(("NGHỊ ĐỊNH", TITLE, *lines)), "thử")))


def _told(amendment: Amendment) -> list[tuple[Act, str, str, str]]:
    return [(item.act, str(item.target), item.old, item.new) for item in amendment.operations]


@pytest.mark.parametrize("file", COUNTS)
def test_every_stretch_is_claimed_and_every_command_is_an_operation(file: str, corpus: Path) -> None:
    amendment = _load(corpus / file)

    counted = Counter(item.origin.address.steps[0].label for item in amendment.operations)
    assert counted == COUNTS[file]
    assert not [item.address for item in amendment.claims if item.claim is Claim.UNCLAIMED]
    assert not [item.reason for item in amendment.operations if item.reason]


def test_each_clause_of_law_82_has_the_operations_counted(corpus: Path) -> None:
    amendment = _load(corpus / "docx" / "luat-82-2025-qh15.docx")

    counted = Counter(item.origin.address.steps[1].label for item in amendment.operations)
    assert counted == {str(number): LAW_82.get(str(number), 1) for number in range(1, 32)}


def test_the_day_of_force_is_the_day_of_signing_but_for_what_has_its_own(corpus: Path) -> None:
    amendment = _load(corpus / "cong-bao" / "sua-doi" / "128-2026-nd-cp.pdf")

    days = {str(item.origin.address): item.effective for item in amendment.operations}
    own = days.pop("dieu-3.khoan-1")
    assert amendment.effective == date(2026, 4, 6)
    assert own == date(2026, 7, 1)
    assert set(days.values()) == {date(2026, 4, 6)}


def test_words_that_follow_without_the_verb_are_commands_of_their_own() -> None:
    amendment = _text(
        "Điều 1. Bổ sung cụm từ “a” vào sau cụm từ “b” tại khoản 1 Điều 2; “c” vào sau cụm từ “d” tại Điều 3."
    )

    assert _told(amendment) == [
        (Act.INSERT_WORDS, "dieu-2.khoan-1", "b", "a"),
        (Act.INSERT_WORDS, "dieu-3", "d", "c"),
    ]


def test_a_command_with_words_that_belong_to_nothing_is_unresolved_and_shows_them() -> None:
    amendment = _text("Điều 1. Thay thế cụm từ “a” bằng cụm từ “b” tại Điều 2 và cả “c” nữa.")

    (operation,) = amendment.operations
    assert (operation.old, operation.new, str(operation.target)) == ("a", "b", "dieu-2")
    assert " ".join(operation.not_understood) == "và cả “c” nữa ."
    assert operation.reason


@pytest.mark.parametrize(
    "listed", ["các điều 4, 5 và 6", "các khoản 4, 5 và 6 Điều 2", "các điểm a, b và c Điều 2"]
)
def test_several_provisions_under_one_plural_are_no_mere_heading(listed: str) -> None:
    assert len(_text(f"Điều 1. Bãi bỏ {listed}.").operations) == 3


def test_a_heading_that_introduces_commands_is_none_itself_and_a_bare_one_is_unresolved() -> None:
    introduces = _text(
        f"Điều 1. {TITLE}",
        "1. Sửa đổi, bổ sung khoản 1 và khoản 2 Điều 3 như sau:",
        "a) Sửa đổi, bổ sung khoản 1 như sau:",
        "“1. Nội dung một.”;",
        "b) Sửa đổi, bổ sung khoản 2 như sau:",
        "“2. Nội dung hai.”.",
    )
    bare = _text("Điều 1. Bãi bỏ một số điều của Nghị định số 5/2020/NĐ-CP.")

    assert [(str(item.target), len(item.content)) for item in introduces.operations] == [
        ("dieu-3.khoan-1", 1),
        ("dieu-3.khoan-2", 1),
    ]
    assert [bool(item.reason) for item in bare.operations] == [True]


def test_a_heading_and_a_lead_are_taken_from_the_quotation() -> None:
    amendment = _text(
        "Điều 1. Sửa đổi tên Điều và đoạn mở đầu của Điều 25 Nghị định số 5/2020/NĐ-CP như sau:",
        "1. Sửa đổi, bổ sung tên Điều như sau:",
        "“Điều 25. Danh sách mới”;",
        "2. Sửa đổi, bổ sung đoạn mở đầu Điều 25 như sau:",
        "“Danh sách gồm:”.",
    )

    assert [(item.act, str(item.target), item.part, item.new) for item in amendment.operations] == [
        (Act.RETITLE, "dieu-25", PartKind.HEADING, "Danh sách mới"),
        (Act.REPLACE, "dieu-25", PartKind.LEAD, "Danh sách gồm:"),
    ]


def test_where_a_target_was_amended_before_is_no_target() -> None:
    amendment = _text(
        "Điều 1. Thay thế cụm từ “a” tại khoản 1 Điều 4 đã được sửa đổi, bổ sung tại khoản 2 Điều 1 Nghị định số"
        " 6/2021/NĐ-CP bằng cụm từ “b”."
    )

    assert _told(amendment) == [(Act.REPLACE_WORDS, "dieu-4.khoan-1", "a", "b")]


def test_new_text_quoted_in_the_line_of_the_command_is_its_content() -> None:
    amendment = _text("Điều 1. Bổ sung khoản 6 vào Điều 10 như sau: “6. Chịu trách nhiệm.”")

    (operation,) = amendment.operations
    assert (operation.act, str(operation.target), operation.anchor) == (Act.INSERT, "dieu-10.khoan-6", None)
    assert [node.text for node in operation.content] == ["Chịu trách nhiệm."]
    assert [line.text for line in operation.content[0].lines] == ["6. Chịu trách nhiệm."]


def test_an_annex_is_added_from_the_annex_that_comes_along() -> None:
    amendment = _text(
        "Điều 1. Bổ sung Phụ lục “Tiêu chuẩn” theo Phụ lục ban hành kèm theo Nghị định này.",
        "Phụ lục",
        "TIÊU CHUẨN",
        "1. Tiêu chuẩn một.",
    )

    (operation,) = amendment.operations
    assert (operation.act, str(operation.target), operation.reason) == (Act.INSERT, "phu-luc", "")
    assert [node.text for node in operation.content] == ["TIÊU CHUẨN"]


def test_every_command_of_a_circular_on_ten_circulars_is_an_operation(corpus: Path) -> None:
    amendment = _load(corpus / "cong-bao" / "12-2022" / "sua-doi-12-2024-tt-bldtbxh.pdf")

    counted = Counter(item.origin.address.steps[0].label for item in amendment.operations)
    assert counted == {"1": 4, "2": 3, "3": 9, "4": 4, "5": 3, "6": 3, "7": 3, "8": 2, "9": 3}
    assert not [item.reason for item in amendment.operations if item.reason]
    assert not [item.address for item in amendment.claims if item.claim is Claim.UNCLAIMED]


ANNEX = """Phụ lục II
BIỂU MẪU
Mẫu số 01
{first}
Mẫu số 02
{second}"""


def test_a_form_of_an_annex_is_replaced_and_its_neighbour_stays() -> None:
    old = parse(
        reading("NGHỊ ĐỊNH\nVề nghề\nĐiều 1. Mẫu\n1. Có mẫu.\n" + ANNEX.format(first="A", second="B"), "cũ")
    )
    draft = _text(
        "Điều 1. Thay thế Mẫu số 02 Phụ lục II bằng Mẫu số 01 Phụ lục I ban hành kèm theo Nghị định này.",
        "Phụ lục I",
        "BIỂU MẪU MỚI",
        "Mẫu số 01",
        "C",
        "D",
    )

    done = apply(old, draft.operations)
    gone = apply(old, [replace(item, parts=(Part(PartKind.FORM, label="09"),)) for item in draft.operations])

    assert [(str(item.target), item.parts) for item in draft.operations] == [
        ("phu-luc-II", (Part(PartKind.FORM, label="02"),))
    ]
    annex = done.amended.nodes[-1]
    assert [node.text for node in annex.children] == ["Mẫu số 01", "A", "Mẫu số 01", "C", "D"]
    assert [str(node.address) for node in annex.children] == [f"phu-luc-II.doan-{n}" for n in range(1, 6)]
    assert gone.log[0].remark == "Phụ lục II của văn bản gốc không có Mẫu số 09."


def test_a_lead_is_replaced_and_what_follows_it_stays() -> None:
    old = parse(reading("NGHỊ ĐỊNH\nVề nghề\nĐiều 25. Danh sách\nDanh sách có:\n1. Tên;\n2. Tuổi.", "cũ"))
    draft = _text("Điều 1. Sửa đổi, bổ sung đoạn mở đầu Điều 25 như sau:", "“Danh sách gồm:”.")
    bare = parse(reading("NGHỊ ĐỊNH\nVề nghề\nĐiều 25. Danh sách\n1. Tên;\n2. Tuổi.", "cũ"))

    article = apply(old, draft.operations).amended.nodes[-1]
    refused = apply(bare, draft.operations)

    assert [node.text for node in article.walk()] == ["Danh sách", "Danh sách gồm:", "Tên;", "Tuổi."]
    assert refused.log[0].remark == "Điều 25 của văn bản gốc không có đoạn mở đầu."
    assert refused.amended.nodes == bare.nodes

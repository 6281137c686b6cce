"""What the law of its day has against a draft: its bases, its target, what it suspends."""

from __future__ import annotations

from datetime import date

import pytest
from test_amend_codes import END, HEAD
from test_amend_examine import DECREE

from kcdocs.amend.apply import apply
from kcdocs.amend.examine import examine
from kcdocs.amend.read import read as read_commands
from kcdocs.model.catalogue import Catalogue, Entry
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

REPEAL = "1. Bãi bỏ khoản 2 Điều 3.\n"
CHANGE = "1. Sửa đổi, bổ sung khoản 2 Điều 3 như sau:\n“2. Trả kết quả trong 5 ngày.”.\n"


def examined(text: str, catalogue: Catalogue | None = None) -> list[Finding]:
    amendment = read_commands(parse(reading(text, "dự thảo")))
    done = apply(parse(reading(DECREE, "gốc")), amendment.operations)
    return list(examine(amendment, done, catalogue))


def codes(findings: list[Finding], *wanted: str) -> list[tuple[str, str]]:
    return [(item.code, item.severity.value) for item in findings if item.code in wanted]


@pytest.mark.parametrize(
    ("old", "new", "command", "told"),
    [
        ("", "", CHANGE, []),
        ("NĐ-CP\nHà Nội", "TT-BCT\nHà Nội", CHANGE, [("AM122", "W")]),
        ("NĐ-CP\nHà Nội", "TT-BCT\nHà Nội", REPEAL, []),
    ],
)
def test_an_instrument_amended_by_another_than_its_issuer_is_told_and_one_repealed_is_not(
    old: str, new: str, command: str, told: list[tuple[str, str]]
) -> None:
    """Law 64/2025/QH15, Article 8.1 and 8.2."""
    head = HEAD.replace(old, new) if old else HEAD
    head = head.replace("CHÍNH PHỦ", "BỘ CÔNG THƯƠNG", 1) if old else head
    assert codes(examined(head + command + END), "AM122", "AM123") == told


def test_a_text_of_a_district_is_said_to_live_on_for_a_time() -> None:
    """Law 87/2025/QH15, Article 3."""
    head = HEAD.replace(
        "Nghị định số 7/2020/NĐ-CP",
        "Quyết định số 7/2020/QĐ-UBND ngày 01 tháng 02 năm 2020 của Ủy ban nhân dân huyện Ba Bể",
    )
    (told,) = [item for item in examined(head + CHANGE + END) if item.code == "AM123"]
    assert told.severity.value == "I"
    assert "28/02/2027" in told.message
    assert "87/2025/QH15" in told.source


@pytest.mark.parametrize(
    ("until", "told"),
    [(" đến hết ngày 31 tháng 12 năm 2027", []), ("", [("AM124", "W")])],
)
def test_a_suspension_without_an_end_is_told(until: str, told: list[tuple[str, str]]) -> None:
    """Law 64/2025/QH15, Article 56."""
    found = examined(f"{HEAD}1. Ngưng hiệu lực Điều 4{until}.\n{END}")
    assert codes(found, "AM124") == told


def test_a_basis_that_details_an_ended_instrument_is_told() -> None:
    """Law 64/2025/QH15, Article 57.2 as amended by Law 87/2025/QH15."""
    ended = Entry(Citation("Luật", "1/2001/QH10", title="Cũ"), date(2002, 1, 1), date(2026, 1, 31))
    details = Citation("Nghị định", "5/2003/NĐ-CP", title="quy định chi tiết Luật Cũ số 1/2001/QH10")
    catalogue = Catalogue((ended, Entry(details, date(2003, 5, 1))))
    head = HEAD.replace("Căn cứ Luật Thử nghiệm số 1/2001/QH10;", "Căn cứ Nghị định số 5/2003/NĐ-CP;")
    found = examined(head + CHANGE + END, catalogue)
    assert codes(found, "AM121") == [("AM121", "W")]

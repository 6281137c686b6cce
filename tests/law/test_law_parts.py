"""Parts of a provision in words, and where lists begin."""

from __future__ import annotations

import pytest

from kcdocs.law.kinds import capital_units, first_label
from kcdocs.law.parts import part_words, spoken
from kcdocs.model.address import Address, Kind
from kcdocs.model.operation import LAST, Part, PartKind

CLAUSE = Address.parse("dieu-5.khoan-2")


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part(PartKind.HEADING), "tên"),
        (Part(PartKind.LEAD), "đoạn mở đầu"),
        (Part(PartKind.FORM, label="01/LN"), "Mẫu số 01/LN"),
        (Part(PartKind.ROW, label="15"), "số thứ tự 15"),
        (Part(PartKind.PARAGRAPH, 2), "đoạn thứ hai"),
        (Part(PartKind.SENTENCE, LAST), "câu cuối"),
        (Part(PartKind.DASH, 1), "gạch đầu dòng thứ nhất"),
        (Part(PartKind.PLUS, quoted="lụa"), "dấu cộng “lụa”"),
        (Part(PartKind.COLUMN, label="3"), "cột 3"),
        (Part(PartKind.TABLE), "bảng"),
        (Part(PartKind.NOTE), "ghi chú"),
    ],
)
def test_every_kind_of_part_has_its_words(part: Part, words: str) -> None:
    assert part_words((part,)) == words


def test_a_target_is_said_from_the_smallest_part_outwards() -> None:
    parts = (Part(PartKind.FORM, label="01"), Part(PartKind.ROW, label="2"))
    assert spoken(Address.parse("phu-luc-I"), parts) == "số thứ tự 2 Mẫu số 01 Phụ lục I"
    assert spoken(CLAUSE) == "khoản 2 Điều 5"
    assert spoken(Address(), (Part(PartKind.TABLE),)) == "bảng"
    assert spoken(Address()) == Address().spoken()


def test_lists_begin_with_the_first_label_of_their_kind() -> None:
    labels = {
        kind: first_label(kind) for kind in (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.CLAUSE, Kind.POINT)
    }
    assert list(labels.values()) == ["I", "I", "1", "1", "a"]


def test_units_begin_a_sentence_with_a_capital() -> None:
    assert {"Khoản", "Điểm", "Điều", "Phụ lục", "Tiểu mục"} <= set(capital_units())

"""References: ranges, repairs, and what becomes of references elsewhere."""

from __future__ import annotations

import pytest
from diff_builder import build, instrument

from kcdocs.diff.compare import compare
from kcdocs.diff.ranges import between
from kcdocs.diff.repair import rewritten
from kcdocs.model.address import Address
from kcdocs.model.comparison import Outcome
from kcdocs.model.finding import Severity
from kcdocs.model.instrument import Instrument
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading


def addresses(*texts: str) -> tuple[Address, ...]:
    return tuple(map(Address.parse, texts))


@pytest.mark.parametrize(
    ("words", "target", "expected"),
    [
        ("từ Điều 2 đến Điều 5", "dieu-3", True),
        ("từ Điều 2 đến Điều 5", "dieu-2", False),
        ("các khoản 1 đến 4 Điều 3", "dieu-3.khoan-2", True),
        ("các khoản 1 đến 4 Điều 3", "dieu-3.khoan-4", False),
        ("từ Điều 2 đến hết Điều 5 và khoản 3 Điều 7", "dieu-7.khoan-3", False),
        ("Điều 2 và Điều 3", "dieu-3", False),
    ],
)
def test_what_lies_inside_a_range(words: str, target: str, expected: bool) -> None:
    assert between(Address.parse(target), words) is expected


@pytest.mark.parametrize(
    ("words", "old", "new", "expected"),
    [
        ("khoản 2 Điều 7", ["dieu-7.khoan-2"], ["dieu-8.khoan-3"], "khoản 3 Điều 8"),
        (
            "các khoản 1, 2 Điều 7",
            ["dieu-7.khoan-1", "dieu-7.khoan-2"],
            ["dieu-9.khoan-1", "dieu-9.khoan-3"],
            "các khoản 1, 3 Điều 9",
        ),
        ("khoản 1 Điều này", ["dieu-5.khoan-1"], ["dieu-6.khoan-4"], "khoản 4 Điều 6"),
        (
            "Điểm đ khoản 1 Điều 3",
            ["dieu-3.khoan-1.diem-đ"],
            ["dieu-3.khoan-1.diem-e"],
            "Điểm e khoản 1 Điều 3",
        ),
        ("khoản 1 Điều 3", ["dieu-3.khoan-1"], ["dieu-4"], "Điều 4"),
        (
            "các khoản 1, 2 Điều 7",
            ["dieu-7.khoan-1", "dieu-7.khoan-2"],
            ["dieu-7.khoan-1", "dieu-9.khoan-1"],
            "khoản 1 Điều 7 và khoản 1 Điều 9",
        ),
        (
            "từ Điều 2 đến Điều 4",
            ["dieu-2", "dieu-3", "dieu-4"],
            ["dieu-2", "dieu-4", "dieu-5"],
            "từ Điều 2 đến Điều 5",
        ),
    ],
)
def test_a_repair_keeps_the_words_where_labels_are_enough(
    words: str, old: list[str], new: list[str], expected: str
) -> None:
    assert rewritten(words, addresses(*old), addresses(*new)) == expected


OLD = """Điều 1. Chung
1. Làm theo khoản 1 Điều 2 và giữ nguyên mức chi cũ của năm trước.
Điều 2. Kinh phí
1. Kinh phí do ngân sách cấp theo dự toán được duyệt.
2. Phần còn lại do đơn vị tự lo và hạch toán riêng.
Điều 3. Máy móc
1. Máy móc phải mới và có giấy tờ hợp lệ.
"""
SHIFTED = (
    OLD.replace("Điều 3. M", "Điều 4. M")
    .replace("Điều 2. K", "Điều 3. K")
    .replace("Điều 3. K", "Điều 2. Từ ngữ\n1. Các từ ngữ được hiểu theo nghĩa thông thường.\nĐiều 3. K")
)


def test_a_reference_left_behind_is_an_error_with_its_repair() -> None:
    found = compare(build(OLD), build(SHIFTED))
    (impact,) = found.impacts
    assert (str(impact.address), impact.words, impact.outcome, impact.proposed) == (
        "dieu-1.khoan-1",
        "khoản 1 Điều 2",
        Outcome.MISSED,
        "khoản 1 Điều 3",
    )
    (finding,) = found.findings
    assert (finding.code, finding.severity) == ("DF201", Severity.ERROR)
    assert "khoản 1 Điều 3" in finding.mend
    assert all(not row.changes for row in found.rows if str(row.address) == "dieu-1.khoan-1")


def test_a_reference_to_what_was_repealed_dangles() -> None:
    new = OLD[: OLD.index("Điều 2.")] + OLD[OLD.index("Điều 3.") :]
    (impact,) = compare(build(OLD), build(new)).impacts
    assert impact.outcome is Outcome.DANGLING


def test_other_instruments_are_told_what_to_repair() -> None:
    text = "Điều 1. Hướng dẫn\n1. Theo khoản 2 Điều 2 Nghị định số 45/2012/NĐ-CP và Điều 3 Nghị định số 1/2000/NĐ-CP."
    guide = build(text, "thông tư")
    found = compare(build(OLD), build(SHIFTED), affected=[guide])
    (impact,) = [impact for impact in found.impacts if impact.instrument == "thông tư"]
    assert impact.outcome is Outcome.MISSED
    assert impact.proposed.startswith("khoản 2 Điều 3")


def test_an_unnumbered_instrument_cannot_be_looked_for_and_that_is_told() -> None:
    guide = build("Điều 1. Hướng dẫn\n1. Theo khoản 2 Điều 2 Nghị định số 45/2012/NĐ-CP.", "thông tư")
    old, new = (instrument(build(text).nodes, number="") for text in (OLD, SHIFTED))
    found = compare(old, new, affected=[guide])
    assert [impact for impact in found.impacts if impact.instrument == "thông tư"] == []
    assert "DF205" in {finding.code for finding in found.findings}


RANGED = """Điều 1. Bến đò
1. Bến mở cửa từ sáng sớm mỗi ngày trong tuần.
Điều 2. Sổ khách
1. Chủ bến giữ sổ khách qua sông.
Điều 3. Giá vé
1. Giá vé theo Điều 1 đến Điều 2."""


def ranged(text: str) -> Instrument:
    return parse(reading(text, "bến"))


def test_a_range_that_takes_in_a_new_article_is_told_though_its_words_only_follow() -> None:
    new = RANGED.replace("Điều 2. Sổ", "Điều 2. Biển số\n1. Đò có biển số do huyện cấp.\nĐiều 3. Sổ")
    new = new.replace("Điều 3. Giá", "Điều 4. Giá").replace("đến Điều 2.", "đến Điều 3.")

    (found,) = compare(ranged(RANGED), ranged(new)).findings

    assert (found.code, found.severity, found.place.address) == ("DF209", Severity.NOTE, "dieu-4.khoan-1")
    assert found.message == "Viện dẫn “Điều 1 đến Điều 3” nay gồm cả Điều 2 mới được bổ sung."


def test_a_range_whose_words_stayed_takes_in_what_was_put_between_its_ends() -> None:
    new = RANGED.replace("Điều 2. Sổ", "Điều 1a. Biển số\n1. Đò có biển số do huyện cấp.\nĐiều 2. Sổ")

    (found,) = compare(ranged(RANGED), ranged(new)).findings

    assert found.message == "Viện dẫn “Điều 1 đến Điều 2” nay gồm cả Điều 1a mới được bổ sung."


def test_a_range_that_only_lost_a_provision_takes_in_nothing() -> None:
    old = RANGED.replace("Điều 2. Sổ", "Điều 1a. Biển số\n1. Đò có biển số do huyện cấp.\nĐiều 2. Sổ")

    assert compare(ranged(old), ranged(RANGED)).findings == ()

"""Sentences and rows of tables: shown from end to end, and told where they moved."""

from __future__ import annotations

import pytest
from diff_builder import build

from kcdocs.diff.compare import compare
from kcdocs.model.comparison import ChangeClass, Comparison

OLD = """Điều 1. Bến đò
1. Chủ bến giữ sổ khách. Chủ bến phát áo phao cho mọi người.
2. Chủ bến treo đèn khi trời tối.
Điều 2. Đò dọc
1. Đò dọc đỗ ở bến đá ngoài."""


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Code, address and message of the findings."""
    return [(found.code, found.place.address or "", found.message) for found in comparison.findings]


def edits(comparison: Comparison, address: str) -> list[tuple[str, str]]:
    """What went and what came in one provision."""
    (row,) = (row for row in comparison.rows if str(row.address) == address)
    return [(e.old.of(row.old_text), e.new.of(row.new_text)) for e in row.edits if e.change is not None]


def test_a_sentence_that_moved_to_the_next_clause_is_shown_whole_and_told() -> None:
    new = OLD.replace(" Chủ bến phát áo phao cho mọi người.", "").replace(
        "2. Chủ", "2. Chủ bến phát áo phao cho mọi người. Chủ"
    )
    found = compare(build(OLD), build(new))

    assert edits(found, "dieu-1.khoan-1") == [(" Chủ bến phát áo phao cho mọi người.", "")]
    assert edits(found, "dieu-1.khoan-2") == [("", "Chủ bến phát áo phao cho mọi người. ")]
    assert {row.changes for row in found.rows} == {(), (ChangeClass.SUBSTANCE,)}
    assert told(found) == [
        (
            "DF211",
            "dieu-1.khoan-2",
            "Lời “Chủ bến phát áo phao cho mọi người” chuyển từ khoản 1 Điều 1 sang khoản 2 Điều 1.",
        )
    ]


def test_a_sentence_that_moved_into_another_article_is_told() -> None:
    new = OLD.replace(" Chủ bến phát áo phao cho mọi người.", "") + " Chủ bến phát áo phao cho mọi người."
    found = compare(build(OLD), build(new))

    assert [(code, address) for code, address, _ in told(found)] == [("DF211", "dieu-2.khoan-1")]


def test_a_sentence_that_was_written_twice_is_not_told_to_have_moved() -> None:
    new = OLD.replace("Đò dọc đỗ", "Chủ bến phát áo phao cho mọi người. Đò dọc đỗ")

    assert told(compare(build(OLD), build(new))) == []


@pytest.mark.parametrize(("words", "count"), [("Cấm chở trâu.", 0), ("Cấm chở trâu bò.", 1)])
def test_sentences_of_four_words_are_told(words: str, count: int) -> None:
    old = OLD.replace("Chủ bến phát áo phao cho mọi người.", words)
    new = OLD.replace(" Chủ bến phát áo phao cho mọi người.", "") + f" {words}"

    assert len(told(compare(build(old), build(new)))) == count


def test_words_put_in_between_like_sentences_are_a_whole_sentence() -> None:
    old = "Điều 1. Sổ\n1. Xã lập sổ khách. Xã lập sổ đò."
    new = "Điều 1. Sổ\n1. Xã lập sổ khách. Xã lập sổ nợ. Xã lập sổ đò."

    assert edits(compare(build(old), build(new)), "dieu-1.khoan-1") == [("", "Xã lập sổ nợ. ")]

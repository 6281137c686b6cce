"""Each construct written is read back."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.model.address import Kind
from kcdocs.parse.rules import annex, article, chapter, clause, part, point, section, subsection

_NUMBERS = st.builds("{}{}".format, st.integers(1, 99), st.sampled_from(["", "a", "b", "đ"]))
_NUMERALS = st.sampled_from(["I", "II", "IIa", "IV", "IX", "XII"])
_LETTERS = st.builds(
    "{}{}".format, st.sampled_from("abcdđeghiklmnopqrstuvxy"), st.sampled_from(["", "1", "2"])
)
_RULES = st.one_of(
    st.tuples(st.just((part, Kind.PART)), st.sampled_from(["I", "II", "thứ nhất", "thứ hai"])),
    st.tuples(st.just((chapter, Kind.CHAPTER)), _NUMERALS),
    st.tuples(st.just((section, Kind.SECTION)), _NUMBERS),
    st.tuples(st.just((subsection, Kind.SUBSECTION)), _NUMBERS),
    st.tuples(st.just((article, Kind.ARTICLE)), _NUMBERS),
    st.tuples(st.just((clause, Kind.CLAUSE)), _NUMBERS),
    st.tuples(st.just((point, Kind.POINT)), _LETTERS),
    st.tuples(st.just((annex, Kind.ANNEX)), _NUMERALS),
)


@given(_RULES)
def test_what_a_rule_writes_it_reads(sample: tuple[tuple[ModuleType, Kind], str]) -> None:
    (rule, kind), label = sample
    first, *rest = rule.write(label, "HỖ TRỢ LÀNG NGHỀ")
    found = rule.read(first)
    assert (found.kind, found.label, found.plain) == (kind, label, True)
    assert [line for line in (first[found.start :], *rest) if line] == ["HỖ TRỢ LÀNG NGHỀ"]


@pytest.mark.parametrize(
    ("rule", "label", "words", "expected"),
    [
        (article, "5a", "Tên", ("Điều 5a. Tên",)),
        (article, "5", "", ("Điều 5.",)),
        (clause, "2", "Nội dung.", ("2. Nội dung.",)),
        (point, "đ", "Nội dung;", ("đ) Nội dung;",)),
        (chapter, "IIa", "TÊN", ("Chương IIa", "TÊN")),
        (section, "2a", "", ("Mục 2a",)),
        (annex, "", "DANH MỤC", ("Phụ lục", "DANH MỤC")),
    ],
)
def test_the_forms_are_those_of_the_decree_on_layout(
    rule: ModuleType, label: str, words: str, expected: tuple[str, ...]
) -> None:
    assert rule.write(label, words) == expected


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (chapter, "Chương II của Nghị định này"),
        (section, "Mục tiêu chung"),
        (part, "Phần thứ hai bao gồm các mục"),
        (article, "Điều 5 Luật này"),
        (article, "Điều 5 và Điều 6"),
        (clause, "1.624.000 đồng"),
        (clause, "2012 là năm"),
        (point, "a và b"),
        (annex, "Phụ lục I quy định về mẫu"),
    ],
)
def test_the_beginning_of_a_sentence_is_no_construct(rule: ModuleType, line: str) -> None:
    assert rule.read(line) is None

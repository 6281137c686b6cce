"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import pytest

from kcdocs.amend.apply import apply
from kcdocs.amend.examine import _together, examine
from kcdocs.amend.phrase import _shown
from kcdocs.amend.plan import plan_commands
from kcdocs.amend.read import read
from kcdocs.amend.replaced import replacements
from kcdocs.diff.compare import compare
from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Operation, Origin
from kcdocs.model.span import Span
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.instrument import parse
from kcdocs.parse.names import Names
from kcdocs.parse.plain import reading

FILLER = "một hai ba bốn năm sáu bảy tám chín mười"


def planned(old: list[str], new: list[str]) -> list[Act]:
    """The commands that make one article of clauses of another."""
    texts = (
        "\n".join(["Điều 1. Tên", *(f"{n}. {words}" for n, words in enumerate(side, 1))])
        for side in (old, new)
    )
    return [
        item.act
        for item in plan_commands(compare(*(parse(reading(text, "thử")) for text in texts))).operations
    ]


def clause(ordinal: int, *, changed: bool) -> str:
    """A clause that begins with a word of its own, and ends with it where it is changed."""
    own = ["gốm", "sứ", "đan", "lát", "dệt"][ordinal]
    return f"{own} {FILLER} {f'{own} mới' if changed else 'xưa cũ'}"


@pytest.mark.parametrize(("changed", "acts"), [(2, [Act.REPLACE] * 2), (3, [Act.REPLACE])])
def test_an_article_is_rewritten_whole_above_half_of_its_words(changed: int, acts: list[Act]) -> None:
    """Two of five clauses are two fifths of it, three are three fifths."""
    old = [clause(ordinal, changed=False) for ordinal in range(5)]
    new = [clause(ordinal, changed=ordinal < changed) for ordinal in range(5)]

    assert planned(old, new) == acts


@pytest.mark.parametrize(("alone", "acts"), [(2, {Act.REPLACE}), (3, {Act.REPLACE, Act.REPLACE_WORDS})])
def test_a_phrase_is_replaced_in_three_places_by_one_command(alone: int, acts: set[Act]) -> None:
    """In one place more it stands in a clause that changes otherwise, and is rewritten with it."""
    own = [clause(ordinal, changed=False) for ordinal in range(5)]
    old = [f"{words}, lò nung" if n <= alone else words for n, words in enumerate(own)]
    new = [words.replace("lò nung", "xưởng rèn") for words in old]
    new[0] = new[0].replace("bốn năm", "bốn mươi")

    assert set(planned(old, new)) == acts


@pytest.mark.parametrize(("characters", "shown"), [(119, 119), (120, 120), (121, 120)])
def test_a_finding_repeats_120_characters_of_a_command(characters: int, shown: int) -> None:
    words = "Việc này giao các cơ quan xem xét" + " kỹ" * 40
    words = f"{words[: characters - 2]}k."
    draft = parse(
        reading(
            f"NGHỊ ĐỊNH\nSửa đổi Nghị định số 7/2020/NĐ-CP\nĐiều 1. Sửa đổi\n1. {words}\n2. Bãi bỏ Điều 1.",
            "thử",
        )
    )
    amendment = read(draft)
    found = examine(amendment, apply(parse(reading("Điều 1. Một\nHai.", "gốc")), amendment.operations))

    assert [len(item.found) for item in found if item.code == "AM101"] == [shown]


@pytest.mark.parametrize(
    ("passages", "told"), [("abc", "“a”, “b”, “c”"), ("abcd", "“a”, “b”, “c” và 1 chỗ khác")]
)
def test_three_passages_are_shown(passages: str, told: str) -> None:
    assert _shown(list(passages)) == told


@pytest.mark.parametrize(
    ("remarks", "told"),
    [
        (["Gốc không có một.", "Gốc không có hai."], "Gốc không có một. Gốc không có hai."),
        (["Bản gốc không có một.", "Bản gốc không có hai."], "Bản gốc không có một, hai."),
        (["Bản gốc không có Điều 1.", "Bản gốc không có Điều 2."], "Bản gốc không có Điều 1, Điều 2."),
    ],
)
def test_remarks_that_begin_with_four_words_alike_are_one_sentence(remarks: list[str], told: str) -> None:
    assert _together(remarks) == told


@pytest.mark.parametrize(("characters", "acts"), [(299, {Act.REPLACE}), (300, {Act.REPLACE_WORDS})])
def test_a_phrase_is_replaced_in_two_places_where_both_provisions_have_300_characters(
    characters: int, acts: set[Act]
) -> None:
    long = "lò nung " + "x" * (characters - 9) + "."
    old = [long, "Mở.", "Đóng.", long.replace("x", "y"), "Nghỉ."]

    assert len(old[0]) == characters
    assert set(planned(old, [words.replace("lò nung", "xưởng rèn") for words in old])) == acts


@pytest.mark.parametrize(("places", "acts"), [(1, {Act.REPLACE}), (2, {Act.REPLACE_WORDS})])
def test_one_long_provision_is_rewritten_for_a_phrase_and_two_are_not(places: int, acts: set[Act]) -> None:
    old = [f"Lò nung {letter * 400}." if n < places else "Mở." for n, letter in enumerate("abcde")]

    assert set(planned(old, [words.replace("Lò nung", "Xưởng rèn") for words in old])) == acts


@pytest.mark.parametrize(("lines", "found"), [(3, True), (4, False)])
def test_what_an_annex_replaces_is_looked_for_in_its_first_four_lines(lines: int, found: bool) -> None:
    """The line in brackets is the fourth, or the fifth."""
    assert bool(_replaced(["Dùng cho lò."] * lines, "Lò nhỏ.")) is found


@pytest.mark.parametrize(("last", "kept"), [("Mẫu số 02", False), ("Mẫu số 02. Đơn", True)])
def test_a_head_of_three_words_at_the_end_of_a_form_is_that_of_the_next(last: str, kept: bool) -> None:
    (annex,) = _replaced([], "Lò nhỏ.", last)

    assert (annex.children[-1].text == last) is kept


def _replaced(before: list[str], *behind: str) -> tuple[Node, ...]:
    """The new text of an annex with lines before and behind the one that says what it replaces."""
    note = "(Thay thế Phụ lục I kèm theo Thông tư số 1/2030/TT-BMT)"
    text = "\n".join(["Điều 1. Tên", "Lời.", "PHỤ LỤC I", "LÒ", *before, note, *behind])
    found = replacements(parse(reading(text, "thử")), Namings(Names(())))
    amended = Citation("Thông tư", "1/2030/TT-BMT")
    origin = Origin(Address(), Span(0, 0), "")
    return found.of(Operation(Act.REPLACE, Address.parse("phu-luc-I"), origin, amended))

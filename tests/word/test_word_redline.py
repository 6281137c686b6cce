"""Redlines written: accepted they are the draft, rejected the original, whatever a person did."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from redline_material import Block, Maker, Piece, document, keys

from kcdocs.model.revisions import Revisions
from kcdocs.word import audit, redline
from kcdocs.word.package import Allow, Package, open_package
from kcdocs.word.package.tree import parse
from kcdocs.word.package.wml import W

MAIN = "word/document.xml"


def opened(blocks: list[Block]) -> Package:
    return open_package(document(blocks))


def written(old: list[Block], new: list[Block], *, guided: bool = True) -> Package:
    """The redline, proven on the way."""
    places = {key: place for place, key in enumerate(keys(new))}
    pairs = {
        (MAIN, place): (MAIN, places[key]) for place, key in enumerate(keys(old)) if guided and key in places
    }
    before, after = opened(old), opened(new)
    texts = (redline.own_text(item, Revisions.REFUSE) for item in (before, after))
    made = open_package(redline.write_redline(*texts, redline.Guide(pairs)).data, allow=Allow.ALL)
    sides = (audit.side_texts(item, accept=True) for item in (before, after))
    assert audit.prove(made, *sides) == ()
    return made


def paragraphs(*texts: str) -> list[Block]:
    return [Block([Piece("t", text)] if text else [], key=number) for number, text in enumerate(texts, 1)]


def marks(made: Package) -> Counter[tuple[str, str]]:
    """Kind and author of each mark round words, and how often."""
    root = parse(made.parts[MAIN])
    found = root.iter(*(W + name for name in ("ins", "del", "moveFrom", "moveTo")))
    return Counter((item.tag.removeprefix(W), item.get(W + "author") or "") for item in found if len(item))


@pytest.mark.parametrize("first", range(0, 40, 10))
def test_whatever_changes_both_sides_are_exact_and_no_mark_is_amiss(first: int) -> None:
    for seed in range(first, first + 10):
        maker = Maker(seed)
        old = maker.original()
        new = maker.draft(old)

        written(old, new, guided=seed % 2 == 0)


def test_the_same_two_texts_give_the_same_bytes() -> None:
    maker = Maker(7)
    old = maker.original()
    new = maker.draft(old)

    assert written(old, new).parts == written(old, new).parts


def test_equal_texts_bear_no_mark_and_the_part_stays_as_it_was() -> None:
    old = Maker(3).original()
    before = parse(opened(old).parts[MAIN])

    made = written(old, old)

    assert not marks(made)
    assert parse(made.parts[MAIN]).xpath("string()") == before.xpath("string()")


def test_untouched_paragraphs_are_not_rewritten() -> None:
    old = paragraphs("Giữ nguyên một.", "Sửa chỗ này.", "Giữ nguyên hai.")
    new = paragraphs("Giữ nguyên một.", "Sửa chỗ kia.", "Giữ nguyên hai.")
    each = re.compile(rb"<w:p>.*?</w:p>")

    before, after = (each.findall(item.parts[MAIN]) for item in (opened(old), written(old, new)))

    assert (before[0], before[2]) == (after[0], after[2])


def test_only_the_word_that_changed_is_marked() -> None:
    made = written(
        paragraphs("Mức hỗ trợ không quá 70 triệu đồng."), paragraphs("Mức hỗ trợ không quá 100 triệu đồng.")
    )

    assert marks(made) == {("del", "Nội dung"): 1, ("ins", "Nội dung"): 1}


def test_what_stands_elsewhere_is_a_move_with_a_range_on_each_side() -> None:
    old = paragraphs(
        "Một dòng đầu dài hơn cả.",
        "Hai dòng chuyển đi.",
        "Ba dòng giữ lại ở giữa.",
        "Bốn dòng cuối của văn bản.",
    )
    new = [old[0], old[2], old[1], old[3]]

    made = written(old, new)

    assert marks(made) == {("moveFrom", "Chuyển vị trí"): 1, ("moveTo", "Chuyển vị trí"): 1}
    text = made.parts[MAIN].decode()
    assert text.count('w:name="kc1"') == 2
    assert text.count("moveFromRangeEnd") == text.count("moveToRangeEnd") == 1


def test_an_edited_move_marks_its_edit_beside_the_move() -> None:
    old = paragraphs(
        "Một dòng đầu dài hơn cả.",
        "Hai dòng chuyển đi nơi khác.",
        "Ba dòng dài hơn được giữ lại ở giữa văn bản.",
        "Bốn dòng cuối.",
    )
    new = [old[0], old[2], Block([Piece("t", "Hai dòng chuyển đến nơi khác.")], key=2), old[3]]

    assert marks(written(old, new)) == {
        ("moveFrom", "Chuyển vị trí"): 2,
        ("moveTo", "Chuyển vị trí"): 2,
        ("del", "Nội dung"): 1,
        ("ins", "Nội dung"): 1,
    }


def test_letters_of_another_case_and_blanks_are_signed_as_form() -> None:
    made = written(paragraphs("Chương trình khuyến công"), paragraphs("Chương Trình khuyến\u00a0công"))

    assert {author for _, author in marks(made)} == {"Hình thức"}


def test_a_divided_paragraph_keeps_its_words_unmarked() -> None:
    old = paragraphs("Ý thứ nhất của đoạn này. Ý thứ hai của đoạn này là đây.", "Hết.")
    new = [
        Block([Piece("t", "Ý thứ nhất của đoạn này.")], key=1),
        Block([Piece("t", "Ý thứ hai của đoạn này là đây.")], key=9),
        old[1],
    ]

    assert sum(marks(written(old, new)).values()) <= 1  # the blank between the two


JOINED = (
    "Cơ sở nghề rèn được hỗ trợ đào tạo lao động.",
    "Hợp tác xã được hỗ trợ mua máy rèn trong ba năm.",
)


def both(before: list[str], after: list[str]) -> list[list[Block]]:
    """The lines of two texts, of which those with the words of `JOINED`'s first line became one another."""
    return [
        [
            *(
                Block([Piece("t", line.format(*JOINED))], key=7 if "{0}" in line else key + number)
                for number, line in enumerate(lines)
            ),
            *paragraphs("Hết."),
        ]
        for key, lines in ((20, before), (50, after))
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["1. {0}", "2. {1}"], ["1. {0} {1}"]),
        (["1. Mức chi tối đa là mười triệu đồng.", "2. {0}", "3. {1}"], ["1. {0} {1}"]),
        (["1. {0}", "2. {1}"], ["1. Mức chi tối đa là mười triệu đồng.", "2. {0} {1}"]),
        (["1. {0} {1}"], ["1. Mức chi tối đa là mười triệu đồng.", "2. {0}", "3. {1}"]),
        (["Mức chi gồm:", "a) {0}", "b) {1}"], ["Mức chi gồm: {0} {1}"]),
    ],
)
def test_what_is_joined_or_divided_under_another_label_keeps_its_words_unmarked(before, after) -> None:
    made = written(*both(before, after))

    marked = {
        word
        for mark in parse(made.parts[MAIN]).iter(W + "ins", W + "del")
        for item in mark.iter(W + "t", W + "delText")
        for word in (item.text or "").split()
    }
    assert not marked & {"rèn", "lao", "Hợp", "máy"}


@pytest.mark.parametrize(
    ("before", "after", "hand"),
    [
        (["3. {0}", "4. {1}"], ["3. {0} {1}"], "Nội dung"),
        (["3. {0} {1}"], ["3. {0}", "4. {1}"], "Nội dung"),
        (["3. {0}", "4. {1}"], ["3. {0}; {1}"], "Nội dung"),
        (["{0}", "{1}"], ["{0} {1}"], "Hình thức"),
        (["{0} {1}"], ["{0}", "{1}"], "Hình thức"),
    ],
)
def test_one_hand_signs_all_that_joining_or_dividing_changes_at_one_place(before, after, hand) -> None:
    made = parse(written(*both(before, after)).parts[MAIN])

    assert {mark.get(W + "author") for mark in made.iter(W + "ins", W + "del")} == {hand}


def test_clauses_that_word_numbers_are_joined_and_divided_as_substance() -> None:
    two, one = both(["{0}", "{1}"], ["{0} {1}"])
    for block in (*two[:2], one[0]):
        block.listed = 1

    for old, new in ((two, one), (one, two)):
        made = parse(written(old, new).parts[MAIN])
        assert {mark.get(W + "author") for mark in made.iter(W + "ins", W + "del")} == {"Nội dung"}


def test_a_note_of_a_moved_paragraph_is_never_signed_as_form() -> None:
    lines = ("Một dòng đầu dài hơn cả.", "Hai dòng chuyển đi", "Ba dòng dài hơn được giữ lại ở giữa.")
    old, new = (
        [
            Block([Piece("t", words), *([Piece("note", note)] if key == 1 else [])], key=key)
            for key, words in ((at, lines[at]) for at in order)
        ]
        for order, note in (((0, 1, 2), "Gồm thuế."), ((0, 2, 1), "Chưa gồm thuế."))
    )

    made = written(old, new)

    signed = {
        name: parse(made.parts[name]).xpath("//@w:author", namespaces={"w": W[1:-1]})
        for name in (MAIN, "word/footnotes.xml")
    }
    assert set(signed["word/footnotes.xml"]) == {"Nội dung"}
    assert set(signed[MAIN]) == {"Nội dung", "Chuyển vị trí"}


@pytest.mark.parametrize("joins", [True, False])
def test_a_clause_edited_while_it_is_joined_or_divided_keeps_its_other_words_unmarked(joins) -> None:
    sides = ["3. {0}", "4. {1}"], [f"3. {{0}} {JOINED[1].replace('ba năm', 'bốn năm')}"]

    made = parse(written(*both(*sides[:: 1 if joins else -1])).parts[MAIN])

    marked = [words.text for words in made.iter(W + "delText")]
    marked += [words.text for mark in made.iter(W + "ins") for words in mark.iter(W + "t")]
    assert sorted(" ".join(marked).split()) == ["4.", "ba", "bốn"]


@pytest.mark.parametrize("name", ["Nguyễn An Bình", "Nguyễn\u00a0An", "Nguyễn", "ông Nguyễn An"])
def test_a_plain_control_that_is_edited_in_any_way_becomes_one_that_can_hold_marks(name: str) -> None:
    old, new = (
        [Block([Piece("t", "Người nhận là "), Piece("control", words), Piece("t", " ở xã.")], key=1)]
        for words in ("Nguyễn An", name)
    )

    made = parse(written(old, new).parts[MAIN])

    marked = next(made.iter(W + "ins", W + "del"))
    around = next(marked.iterancestors(W + "sdt"), None)
    assert around is None or around.find(f"{W}sdtPr/{W}text") is None


def test_a_number_that_accepting_would_show_wrongly_is_typed_by_the_renumbering_hand() -> None:
    old = paragraphs("Mức một.", "Mức hai.", "Hết.")
    new = paragraphs("Mức một.", "7. Mức hai.", "Hết.")
    for block in old[:2]:
        block.listed = new[0].listed = 1

    made = written(old, new)

    assert made.parts[MAIN].count(b"<w:pPrChange ") == 1
    assert marks(made) == {("ins", "Nội dung"): 1}


def test_an_automatic_number_that_becomes_right_by_itself_bears_no_mark() -> None:
    old = paragraphs("Mức một.", "Mức hai.", "Mức ba.")
    for block in old:
        block.listed = 1
    new = [old[0], old[2]]

    made = written(old, new)

    assert b"pPrChange" not in made.parts[MAIN]
    assert marks(made) == {("del", "Nội dung"): 1}


def test_the_number_of_an_empty_paragraph_is_typed_without_the_blank_that_nobody_sees() -> None:
    old, new = paragraphs("Mức một.", "", "Hết."), paragraphs("Mức một.", "", "Hết.")
    new[1].listed = 1

    assert marks(written(old, new)) == {("ins", "Nội dung"): 1}

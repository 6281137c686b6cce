"""Replacements of phrases: aligned as the phrase, and every place of them told."""

from __future__ import annotations

from diff_builder import build
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.diff.compare import compare
from kcdocs.model.comparison import ChangeClass, Comparison


def words(comparison: Comparison) -> list[tuple[str, str]]:
    """What went and what came, in the order of the rows."""
    return [
        (edit.old.of(row.old_text).strip(), edit.new.of(row.new_text).strip())
        for row in comparison.rows
        for edit in row.edits
        if edit.change is not None
    ]


def of(*clauses: str) -> str:
    lines = ["Điều 1. Nghề", *(f"{number}. {text}" for number, text in enumerate(clauses, 1))]
    return "\n".join(lines)


def test_the_word_that_went_is_the_one_beside_the_word_that_came() -> None:
    """Of "giống giống" either one can be the one that went."""
    old, new = of("Trại cây giống giống cũ được giữ lại."), of("Trại cây gốc giống cũ được giữ lại.")

    assert words(compare(build(old), build(new))) == [("giống", "gốc")]


def test_a_word_that_came_after_its_like_is_brought_to_the_one_that_went() -> None:
    old, new = of("Sân kho kho phơi lúa mùa."), of("Sân kho sấy phơi lúa mùa.")

    assert words(compare(build(old), build(new))) == [("kho", "sấy")]


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=7), st.lists(st.sampled_from("abc"), max_size=7))
def test_edits_brought_together_still_tile_both_texts(old: list[str], new: list[str]) -> None:
    row = compare(build(of(" ".join(old))), build(of(" ".join((*new, "a"))))).rows[-1]

    if row.edits and row.olds and row.news:
        assert "".join(edit.old.of(row.old_text) for edit in row.edits) == row.old_text
        assert "".join(edit.new.of(row.new_text) for edit in row.edits) == row.new_text
        unlike = [edit for edit in row.edits if edit.change is None]
        assert all(edit.old.of(row.old_text) == edit.new.of(row.new_text) for edit in unlike)


def test_a_phrase_replaced_elsewhere_is_found_where_other_words_changed_beside_it() -> None:
    old = of(
        "Hội thuyền nhỏ lập sổ.",
        "Hội thuyền nhỏ khai báo.",
        "Hội thuyền nhỏ góp quỹ.",
        "Bến do thuyền nhỏ tự giữ và trông coi.",
    )
    new = of(
        "Hội thuyền và bè cá lập sổ.",
        "Hội thuyền và bè cá khai báo.",
        "Hội thuyền và bè cá góp quỹ.",
        "Bến và kho do thuyền và bè cá tự giữ và trông coi.",
    )
    found = compare(build(old), build(new))

    assert [(phrase.old, phrase.new) for phrase in found.phrases] == [("thuyền nhỏ", "thuyền và bè cá")]
    assert [str(place) for place in found.phrases[0].places] == [f"dieu-1.khoan-{n}" for n in (1, 2, 3, 4)]


def test_differences_that_always_come_together_are_one_phrase() -> None:
    """Wherever it stands, "Trạm Nước" became "Trạm cấp thoát Nước sạch"."""
    old = of(*(f"Trạm Nước {does} tại xã." for does in ("thu phí", "sửa ống", "đo tải", "báo cáo")))
    new = of(
        *(f"Trạm cấp thoát Nước sạch {does} tại xã." for does in ("thu phí", "sửa ống", "đo tải", "báo cáo"))
    )
    found = compare(build(old), build(new))

    assert [(phrase.old, phrase.new, len(phrase.places)) for phrase in found.phrases] == [
        ("Trạm Nước", "Trạm cấp thoát Nước sạch", 4)
    ]
    assert {row.changes for row in found.rows[1:]} == {(ChangeClass.PHRASE,)}


def test_a_replacement_that_stands_alone_elsewhere_keeps_all_its_places() -> None:
    """Beside another replacement in three places, alone in two: five places of the one, three of the other."""
    old = of(*("Làng và thôn họp bàn.",) * 3, "Làng ký sổ nợ.", "Làng giữ giếng chung.")
    new = of(*("Buôn và bản họp bàn.",) * 3, "Buôn ký sổ nợ.", "Buôn giữ giếng chung.")
    found = compare(build(old), build(new))

    assert {(phrase.old, phrase.new): len(phrase.places) for phrase in found.phrases}[("Làng", "Buôn")] == 5


def test_a_phrase_that_a_command_replaces_is_shown_whole_though_in_one_place() -> None:
    old, new = of("Tổ Nghề chài lưới giữ bến."), of("Tổ Khai thác, Chế biến và Chài lưới giữ bến.")
    pair = ("Tổ Nghề chài lưới", "Tổ Khai thác, Chế biến và Chài lưới")
    found = compare(build(old), build(new), replaced=[pair])

    assert words(found) == [pair]
    assert found.rows[-1].changes == (ChangeClass.PHRASE,)
    assert [(phrase.old, phrase.new) for phrase in found.phrases] == [pair]


def test_figures_that_a_command_replaces_are_substance() -> None:
    old, new = of("Sổ nộp trong 15 ngày."), of("Sổ nộp trong 10 ngày.")
    found = compare(build(old), build(new), replaced=[("15 ngày", "10 ngày")])

    assert words(found) == [("15 ngày", "10 ngày")]
    assert found.rows[-1].changes == (ChangeClass.SUBSTANCE,)


def test_a_command_that_left_a_place_as_it_was_is_not_told_there() -> None:
    old = of("Bến cũ thu phí.", "Bến cũ đóng cửa.")
    new = of("Bến mới thu phí.", "Bến cũ đóng cửa.")
    found = compare(build(old), build(new), replaced=[("Bến cũ", "Bến mới")])

    assert [row.changes for row in found.rows[1:]] == [(ChangeClass.PHRASE,), ()]
    assert [str(place) for place in found.phrases[0].places] == ["dieu-1.khoan-1"]


def test_a_capital_inside_replaced_words_is_no_difference_of_its_own() -> None:
    old, new = of("Tổ Nghề chài lưới giữ bến."), of("Tổ Khai thác, Chế biến và Chài lưới giữ bến.")
    found = compare(build(old), build(new))

    assert words(found) == [("Nghề chài", "Khai thác, Chế biến và Chài")]
    assert found.rows[-1].changes == (ChangeClass.SUBSTANCE,)

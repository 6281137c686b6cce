"""The thresholds of the room, just below and just above."""

from __future__ import annotations

from kcdocs.model.address import Address
from kcdocs.model.opinion import Opinion, OpinionKind
from kcdocs.opinions.grouping import key_of
from kcdocs.opinions.merging import asked
from kcdocs.opinions.wording import changes, told


def said(before, after):
    old, new = before.split(), after.split()
    return told(old, new, changes(old, new, exact=True))


def test_changes_with_two_words_between_are_told_as_one_and_with_three_as_two():
    assert said("x y a b z t u v w s", "x y 1 b z 2 u v w s") == "Đề nghị sửa “a b z t” thành “1 b z 2”"
    assert said("x y a b z c t u v w s r", "x y 1 b z c 2 u v w s r") == (
        "Đề nghị sửa “y a b” thành “y 1 b”; sửa “c t u” thành “c 2 u”"
    )


def test_of_three_words_replaced_the_words_around_are_not_told_and_of_two_they_are():
    assert said("x a b c y z", "x d e f y z") == "Đề nghị sửa “a b c” thành “d e f”"
    assert said("x a b y z t", "x d e y z t") == "Đề nghị sửa “x a b y” thành “x d e y”"


def test_a_provision_of_which_more_than_three_fifths_change_is_told_as_rewritten():
    before = "a b c d e f g h i k"
    assert (
        said(before, "1 2 3 d e f 4 5 6 k") == "Đề nghị sửa “a b c” thành “1 2 3”; sửa “g h i” thành “4 5 6”"
    )
    assert said(before, "1 2 3 d e f 4 5 6 7") == "Đề nghị viết lại thành: “1 2 3 d e f 4 5 6 7”"


def test_what_is_put_in_is_told_with_four_words_in_front():
    assert said("a b c d e g", "a b c d e 1 g") == "Đề nghị thêm “1” sau “b c d e”"
    assert said("a b", "1 a b") == "Đề nghị thêm “1” vào đầu"
    assert said("a b c d", "a b") == "Đề nghị bỏ “c d”"


def test_one_syllable_that_goes_is_told_with_those_on_either_side():
    assert said("trong mười lăm ngày", "trong mười ngày") == "Đề nghị bỏ “lăm” trong “mười lăm ngày”"
    assert said("a b", "a") == "Đề nghị bỏ “b” trong “a b”"


def test_the_key_of_a_row_fits_into_a_bookmark_of_word():
    opinion = Opinion(OpinionKind.COMMENT, Address(), 0, "x" * 1000)
    assert len(f"kcn_yk{key_of(opinion)}__9999999") <= 40


def test_a_clash_quotes_so_much_of_a_provision_and_no_more():
    whole = "a" * 398 + " b"

    assert asked("", whole) == f"Đề nghị bổ sung “{whole}”"
    assert asked("", f"{whole}c") == f"Đề nghị bổ sung “{whole[:-2]} …”"

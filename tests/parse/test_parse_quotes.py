"""Quoted new text: where it begins and ends, and whose addresses it bears."""

from __future__ import annotations

import pytest

from kcdocs.model.address import Kind
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

_TITLE = "NGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 2/2020/NĐ-CP\n"


def quoted(body: str) -> list[str]:
    """What stands inside the quotations of an amending decree."""
    instrument = parse(reading(_TITLE + body))
    quotes = [node for node in instrument.walk() if node.kind is Kind.QUOTE]
    return [
        f"{node.address}: {node.text}"
        for quote in quotes
        for child in quote.children
        for node in child.walk()
    ]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ('"', "”")])
@pytest.mark.parametrize("end", ["", ".", ";", "; ", "./."])
def test_marks_and_what_follows_them_are_no_words(opening: str, closing: str, end: str) -> None:
    body = f"Điều 1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n{opening}2. Nội dung mới.{closing}{end}\nĐiều 2. Hiệu lực"
    if (opening, closing) == ('"', "”"):
        body = body.replace("mới.", "mới.\nĐoạn hai.")
    assert quoted(body)[0] == "dieu-5.khoan-2: Nội dung mới."
    assert all("”" not in line and '"' not in line for line in quoted(body))


def test_a_quoted_article_bears_its_own_addresses() -> None:
    body = "Điều 1. Sửa đổi, bổ sung Điều 5 như sau:\n“Điều 5. Tên\n1. A:\na) B;\n2. C.”."
    assert quoted(body) == [
        "dieu-5: Tên",
        "dieu-5.khoan-1: A:",
        "dieu-5.khoan-1.diem-a: B;",
        "dieu-5.khoan-2: C.",
    ]


def test_several_quotations_of_one_command_each_find_their_target() -> None:
    body = "Điều 1. Sửa đổi, bổ sung điểm c, điểm đ khoản 1 Điều 9 như sau:\n“c) A;”;\n“đ) B.”."
    assert quoted(body) == ["dieu-9.khoan-1.diem-c: A;", "dieu-9.khoan-1.diem-đ: B."]


def test_targets_are_taken_from_the_command_and_those_around_it() -> None:
    body = (
        "Điều 1. Sửa đổi, bổ sung một số khoản của Điều 9\n1. Sửa đổi, bổ sung khoản 2 như sau:\n“2. A.”.\n"
        "2. Bổ sung điểm c1 vào sau điểm c khoản 3 như sau:\n“c1) B.”.\n"
    )
    assert quoted(body) == ["dieu-9.khoan-2: A.", "dieu-9.khoan-3.diem-c1: B."]


def test_each_of_two_quotations_with_paragraphs_is_below_the_same_command() -> None:
    body = "Điều 1. Sửa đổi, bổ sung khoản 1, khoản 2 Điều 9 như sau:\n“1. A.\nThêm Điều 7.”.\n“2. B.”.\n"
    assert quoted(body) == ["dieu-9.khoan-1: A.", "dieu-9.khoan-1.doan-1: Thêm Điều 7.", "dieu-9.khoan-2: B."]


def test_a_command_may_be_a_paragraph_of_an_article() -> None:
    body = "Điều 1. Sửa đổi, bổ sung một số điều của Luật Làng nghề\nSửa đổi, bổ sung khoản 2 Điều 8 như sau:\n“2. A.”.\n"
    assert quoted(body) == ["dieu-8.khoan-2: A."]


def test_a_quoted_chapter_holds_its_articles() -> None:
    body = (
        "Điều 1. Bổ sung Chương IIa vào sau Chương II như sau:\n“Chương IIa\nLÀNG NGHỀ\nĐiều 9a. X\n1. A.”."
    )
    assert quoted(body) == ["chuong-IIa: LÀNG NGHỀ", "dieu-9a: X", "dieu-9a.khoan-1: A."]


def test_words_without_a_label_stand_below_what_is_amended() -> None:
    body = "Điều 1. Sửa đổi, bổ sung đoạn mở đầu khoản 2 Điều 5 như sau:\n“Nội dung mới:”."
    assert quoted(body) == ["dieu-5.khoan-2.doan-1: Nội dung mới:"]


def test_quotations_inside_a_quotation_stay_inside() -> None:
    body = "Điều 1. Sửa đổi khoản 2 Điều 1 như sau:\n“2. Sửa đổi Điều 5 như sau:\n“Điều 5. Tên\n1. A.””.\nĐiều 2. Hiệu lực"
    assert quoted(body)[:3] == [
        "dieu-1.khoan-2: Sửa đổi Điều 5 như sau:",
        "dieu-1.khoan-2.trich-1: ",
        "dieu-5: Tên",
    ]
    assert parse(reading(_TITLE + body)).nodes[-1].label == "2"


def test_words_quoted_inside_the_new_text_do_not_end_it() -> None:
    body = "Điều 1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. Gọi là “làng nghề”.\nĐoạn hai có “phố nghề” nữa.”.\nĐiều 2. Hiệu lực"
    assert quoted(body) == [
        "dieu-2.khoan-1: Gọi là “làng nghề”.",
        "dieu-2.khoan-1.doan-1: Đoạn hai có “phố nghề” nữa.",
    ]


def test_straight_marks_in_pairs_inside_the_new_text_do_not_end_it() -> None:
    body = 'Điều 1. Sửa đổi khoản 1 Điều 2 như sau:\n"1. Gọi là "làng nghề".\nHết.".\nĐiều 2. Hiệu lực'
    assert quoted(body) == ['dieu-2.khoan-1: Gọi là "làng nghề".', "dieu-2.khoan-1.doan-1: Hết."]


def test_a_defined_term_in_marks_at_the_start_of_a_line_is_no_quotation() -> None:
    assert quoted("Điều 1. Giải thích\n“Làng nghề” là nơi làm nghề.\n“A” và “B” là “C”.") == []


def test_a_quotation_that_never_closes_ends_before_the_next_command() -> None:
    body = "Điều 1. Sửa đổi một số điều\n1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. A.\nB.\n2. Bãi bỏ Điều 7.\nĐiều 2. Hiệu lực"
    instrument = parse(reading(_TITLE + body))
    assert [f.code for f in instrument.findings] == ["PA108"]
    assert [str(node.address) for node in instrument.provisions() if node.kind is Kind.CLAUSE][
        -1
    ] == "dieu-1.khoan-2"


def test_many_quotations_opened_and_never_closed_are_read_in_line_with_their_number() -> None:
    body = "Điều 1. Sửa đổi một số điều\n" + "“x\n" * 3000
    instrument = parse(reading(_TITLE + body))
    assert len(instrument.lines()) == 3003

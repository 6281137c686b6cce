"""Tables of contents are set aside, and labels are read in the forms older texts and programs write."""

from __future__ import annotations

import pytest

from kcdocs.model.instrument import Instrument
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

HEAD = "CHÍNH PHỦ\nNGHỊ ĐỊNH\nVề nghề\n"
BODY = "Chương I\nCHUNG\nĐiều 1. Phạm vi\n1. Một.\nĐiều 2. Đối tượng\n1. Hai.\nĐiều 3. Hiệu lực\nBa."
LISTED = ["Chương I. CHUNG", "Điều 1. Phạm vi", "Điều 2. Đối tượng", "Điều 3. Hiệu lực"]


def _read(text: str) -> Instrument:
    return parse(reading(text, "thu.txt"))


def _outline(instrument: Instrument) -> list[str]:
    return [f"{node.address}: {node.text}" for node in instrument.walk()]


@pytest.mark.parametrize("page", ["", " ........ 3", "\t3", " …… 12", "_____ 4"])
def test_a_table_of_contents_with_its_heading_is_set_aside_and_told(page: str) -> None:
    listed = "\n".join(["MỤC LỤC", *(line + page for line in LISTED)])
    read = _read(f"{HEAD}{listed}\n{BODY}")
    assert _outline(read) == _outline(_read(HEAD + BODY))
    assert [(item.code, item.place.line) for item in read.findings] == [("PA110", 4)]
    assert len(read.lines()) == len(f"{HEAD}{listed}\n{BODY}".split("\n"))


@pytest.mark.parametrize(
    "text", ["{listed}\n{head}{body}", "{head}{listed}\n{body}", "{head}{body}\n{listed}"]
)
def test_one_without_a_heading_is_known_by_its_pages_wherever_it_stands(text: str) -> None:
    listed = "\n".join(f"{line} ..... {at}" for at, line in enumerate(LISTED, 1))
    read = _read(text.format(head=HEAD, body=BODY, listed=listed))
    assert [line for line in _outline(read) if line.startswith(("chuong", "dieu"))] == [
        line for line in _outline(_read(HEAD + BODY)) if line.startswith(("chuong", "dieu"))
    ]


@pytest.mark.parametrize("text", ["Điều 1. Số: ..... 5", "Điều 1. Kinh phí\t5\nĐiều 2. Chi ....... 7"])
def test_a_line_or_two_that_end_in_a_number_are_law(text: str) -> None:
    assert [item.code for item in _read(text).findings] == []


def test_a_heading_without_a_list_behind_it_takes_nothing_away() -> None:
    assert _outline(_read("Điều 1. Một\nMục lục\nĐiều 2. Hai"))[-1] == "dieu-2: Hai"


@pytest.mark.parametrize(("first", "second"), [("a/ ", "b/ "), ("- a) ", "- b) "), ("+ a) ", "+ b) ")])
def test_points_behind_a_slash_or_a_list_sign_are_points(first: str, second: str) -> None:
    read = _read(f"Điều 1. Một\n1. Gồm:\n{first}Hộ;\n{second}Xã.")
    assert _outline(read)[2:] == ["dieu-1.khoan-1.diem-a: Hộ;", "dieu-1.khoan-1.diem-b: Xã."]


def test_clauses_behind_a_slash_are_clauses_and_a_fraction_is_none() -> None:
    read = _read("Điều 1. Một\n1/ Hộ;\n2/ Xã.\n3/4 số hộ đồng ý.")
    assert _outline(read)[1:3] == ["dieu-1.khoan-1: Hộ;", "dieu-1.khoan-2: Xã."]
    assert "3/4 số hộ đồng ý." in _outline(read)[3]


def test_clauses_behind_a_bracket_are_clauses_where_the_first_one_opens_the_article() -> None:
    read = _read("Điều 1. Một\n1) Hộ;\na) Nghèo;\n2) Xã.\nĐiều 2. Hai\n1. Gồm:\n1) Tổ;\n2) Đội.")
    assert _outline(read)[1:4] == [
        "dieu-1.khoan-1: Hộ;",
        "dieu-1.khoan-1.diem-a: Nghèo;",
        "dieu-1.khoan-2: Xã.",
    ]
    assert _outline(read)[5:] == [
        "dieu-2.khoan-1: Gồm:",
        "dieu-2.khoan-1.doan-1: 1) Tổ;",
        "dieu-2.khoan-1.doan-2: 2) Đội.",
    ]


def test_a_dash_before_words_is_no_point() -> None:
    read = _read("Điều 1. Một\n- b) hai;\n- Hộ; a) nhỏ.")
    assert [line.split(":")[0] for line in _outline(read)] == ["dieu-1", "dieu-1.doan-1", "dieu-1.doan-2"]


@pytest.mark.parametrize(
    "line", ["Phụ lục II. Danh mục nghề", "Phụ lục 02: Biểu mẫu", "PHỤ LỤC II - Danh mục"]
)
def test_an_annex_may_have_its_name_behind_a_mark(line: str) -> None:
    addresses = [str(node.address) for node in _read(f"Điều 1. Một\nBỘ TRƯỞNG\n{line}\n1. Gốm.").walk()]
    assert any(address.startswith("phu-luc") for address in addresses)


@pytest.mark.parametrize("line", ["Phụ lục II. Hồ sơ nộp tại xã.", "Phụ lục II của Nghị định này;"])
def test_a_sentence_that_begins_with_an_annex_opens_none(line: str) -> None:
    addresses = [str(node.address) for node in _read(f"Điều 1. Một\n1. Theo:\n{line}").walk()]
    assert not any(address.startswith("phu-luc") for address in addresses)


def test_a_stray_quotation_mark_before_the_provision_due_next_swallows_nothing() -> None:
    read = _read("Điều 1. Một\n1. Hộ.\n“2. Xã.\n“Điều 2. Hai\n1. Tổ.\nĐiều 3. Ba")
    assert _outline(read) == [
        "dieu-1: Một",
        "dieu-1.khoan-1: Hộ.",
        "dieu-1.khoan-2: Xã.",
        "dieu-2: Hai",
        "dieu-2.khoan-1: Tổ.",
        "dieu-3: Ba",
    ]
    assert [item.code for item in read.findings] == ["PA108", "PA108"]


def test_a_stray_quotation_mark_before_the_first_article_leaves_it_an_article() -> None:
    read = _read("“Điều 1. Một\n1. Hộ.\nĐiều 2. Hai")
    assert _outline(read) == ["dieu-1: Một", "dieu-1.khoan-1: Hộ.", "dieu-2: Hai"]
    assert [item.code for item in read.findings] == ["PA108"]


def test_a_mark_behind_a_command_opens_a_quotation_though_it_never_closes() -> None:
    read = _read(
        "Điều 1. Sửa đổi Nghị định số 45/2031/NĐ-CP\n1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Xã.\nĐiều 2. Hai"
    )
    assert "dieu-1.khoan-2: Xã." not in _outline(read)

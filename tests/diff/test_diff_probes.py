"""Small changes that other engines get wrong: each in its class, nothing else marked."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from diff_builder import build

from kcdocs.diff.compare import compare
from kcdocs.model.comparison import ChangeClass, Comparison
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.span import Span
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

OLD = """Chương I. Quy định chung
Điều 1. Đối tượng thụ hưởng
1. Cơ sở sản xuất ở nông thôn đầu tư máy móc, kỹ thuật mới được hỗ trợ theo khoản 2 Điều 2.
2. Đề án là tập hợp các công việc có mục tiêu, kinh phí và thời hạn rõ ràng.
3. Tổ chức nhận hỗ trợ nộp hoá đơn cho Sở quản lý trong thời hạn 15 ngày làm việc.
Điều 2. Hồ sơ của đề án
1. Hồ sơ gồm các tài liệu sau đây:
a) Đơn xin hỗ trợ có xác nhận của Sở quản lý;
b) Thuyết minh về quy mô, công nghệ và sản phẩm;
c) Dự toán kinh phí được lập theo mẫu;
d) Cam kết góp đủ phần vốn còn lại;
đ) Ảnh chụp mặt bằng nơi đặt máy;
e) Tài liệu khác mà người nộp thấy cần thiết.
2. Hồ sơ nộp tại Sở quản lý, đến 17 giờ của ngày cuối cùng.
Điều 3. Kinh phí
Kinh phí khuyến công do ngân sách cấp; mức chi không quá 300 triệu đồng cho một đề án.
"""


def marks(found: Comparison) -> list[tuple[str, str, str, str]]:
    """Address, class, old and new words of everything marked."""
    return [
        (str(row.address), str(edit.change), edit.old.of(row.old_text), edit.new.of(row.new_text))
        for row in found.rows
        for edit in row.edits
        if edit.change is not None
    ]


def changed(found: Comparison) -> dict[str, list[str]]:
    """Classes of every row that has any."""
    return {str(row.address): [str(change) for change in row.changes] for row in found.rows if row.changes}


def recoded(instrument: Instrument, form: str) -> Instrument:
    def node(old: Node) -> Node:
        text = unicodedata.normalize(form, old.text)
        start, end = text.find(unicodedata.normalize(form, "khoản 2 Điều 2")), len(text) - 1
        found = tuple(replace(reference, span=Span(start, end)) for reference in old.references)
        return replace(old, text=text, children=tuple(map(node, old.children)), references=found)

    return replace(instrument, nodes=tuple(map(node, instrument.nodes)))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("hoá đơn", "hóa đơn", ("dieu-1.khoan-3", "hinh-thuc", "hoá", "hóa")),
        ("kỹ thuật", "kĩ thuật", ("dieu-1.khoan-1", "hinh-thuc", "kỹ", "kĩ")),
        ("cho một đề án", "cho một Đề án", ("dieu-3.doan-1", "hinh-thuc", "đề", "Đề")),
        ("khuyến công do", "khuyến\u00a0công do", ("dieu-3.doan-1", "ma-hoa", " ", "\u00a0")),
        ("Đề án là", "Ðề án là", ("dieu-1.khoan-2", "ma-hoa", "Đề", "Ðề")),
        ("khuyến công do", "khuyến\u200b công do", ("dieu-3.doan-1", "ma-hoa", "khuyến", "khuyến\u200b")),
        ("mặt bằng", "mặt bàng", ("dieu-2.khoan-1.diem-đ", "noi-dung", "bằng", "bàng")),
        ("Dự toán kinh phí", "Dự toán chi phí", ("dieu-2.khoan-1.diem-c", "noi-dung", "kinh", "chi")),
        ("công nghệ và sản", "công nghệ, sản", ("dieu-2.khoan-1.diem-b", "noi-dung", " và", ",")),
        ("ngân sách cấp;", "ngân sách cấp,", ("dieu-3.doan-1", "hinh-thuc", ";", ",")),
        ("15 ngày làm việc", "15 ngày", ("dieu-1.khoan-3", "noi-dung", " làm việc", "")),
        ("300 triệu", "3,00 triệu", ("dieu-3.doan-1", "noi-dung", "300", "3,00")),
        ("góp đủ", "góp  đủ", ("dieu-2.khoan-1.diem-d", "hinh-thuc", " ", "  ")),
    ],
)
def test_one_small_change_is_the_only_mark(
    before: str, after: str, expected: tuple[str, str, str, str]
) -> None:
    new = OLD.replace(before, after, 1)
    assert new != OLD
    found = compare(build(OLD), build(new))
    assert marks(found) == [expected]
    assert changed(found) == {expected[0]: [expected[1]]}


@pytest.mark.parametrize("turned", [False, True])
def test_a_decomposed_file_differs_in_encoding_only(turned: bool) -> None:
    sides = build(OLD), recoded(build(OLD), "NFD")
    found = compare(*(sides[::-1] if turned else sides))
    assert {change for row in found.rows for change in row.changes} == {ChangeClass.ENCODING}
    assert found.impacts == ()
    for row in found.rows:
        assert "".join(edit.new.of(row.new_text) for edit in row.edits) == row.new_text


def test_an_inserted_point_d_relabels_those_after_it_and_marks_no_word() -> None:
    new = OLD.replace("d) Cam", "d) Bản sao giấy tờ về quyền sử dụng đất;\nđ) Cam")
    new = new.replace("đ) Ảnh", "e) Ảnh").replace("e) Tài", "g) Tài")
    found = compare(build(OLD), build(new))
    assert marks(found) == []
    point = "dieu-2.khoan-1.diem-"
    assert changed(found) == {
        point + "d": ["bo-sung"],
        point + "đ": ["ky-thuat"],
        point + "e": ["ky-thuat"],
        point + "g": ["ky-thuat"],
    }
    assert [(str(old), str(new)) for old, new in found.moves] == [
        (point + "d", point + "đ"),
        (point + "đ", point + "e"),
        (point + "e", point + "g"),
    ]


def test_a_phrase_replaced_everywhere_is_one_change_with_its_places() -> None:
    found = compare(build(OLD), build(OLD.replace("Sở quản lý", "Trung tâm hành chính")))
    assert [(phrase.old, phrase.new) for phrase in found.phrases] == [("Sở quản lý", "Trung tâm hành chính")]
    places = ["dieu-1.khoan-3", "dieu-2.khoan-1.diem-a", "dieu-2.khoan-2"]
    assert [str(place) for place in found.phrases[0].places] == places
    assert changed(found) == {place: ["thay-cum-tu"] for place in places}


def test_a_phrase_is_told_with_the_words_it_always_stands_among() -> None:
    text = "Điều 1. Một\n1. Cấp huyện duyệt.\n2. Do cấp huyện lập.\n3. Báo cấp huyện biết, rồi cấp huyện lưu."
    found = compare(build(text), build(text.replace("huyện", "xã")))
    assert [(phrase.old, phrase.new, len(phrase.places)) for phrase in found.phrases] == [("huyện", "xã", 4)]
    lower = text.replace("Cấp", "Ở cấp")
    found = compare(build(lower), build(lower.replace("huyện", "xã")))
    assert [(phrase.old, phrase.new) for phrase in found.phrases] == [("cấp huyện", "cấp xã")]


def test_a_repealed_article_that_keeps_its_number_is_a_repeal() -> None:
    new = OLD[: OLD.index("Điều 3.")] + "Điều 3. (được bãi bỏ)"
    found = compare(build(OLD), build(new))
    assert changed(found) == {"dieu-3": ["bai-bo"], "dieu-3.doan-1": ["bai-bo"]}


def test_a_new_article_renumbers_the_next_and_the_reference_follows() -> None:
    new = OLD.replace("Điều 3.", "Điều 4.").replace("Điều 2.\n", "Điều 3.\n")
    new = new.replace(
        "Điều 2. Hồ", "Điều 2. Giải thích\nTừ khuyến công được hiểu theo nghĩa rộng.\nĐiều 3. Hồ"
    )
    found = compare(build(OLD), build(new))
    assert marks(found) == [("dieu-1.khoan-1", "ky-thuat", "khoản 2 Điều 2", "khoản 2 Điều 3")]
    assert changed(found) == {
        "dieu-1.khoan-1": ["ky-thuat"],
        "dieu-2": ["bo-sung"],
        "dieu-2.doan-1": ["bo-sung"],
        "dieu-3": ["ky-thuat"],
        "dieu-4": ["ky-thuat"],
    }


def test_two_swapped_articles_are_one_move() -> None:
    start, second, third = OLD.index("Điều 1."), OLD.index("Điều 2. "), OLD.index("Điều 3.")
    swapped = OLD[second:third].replace("Điều 2.", "Điều 1.") + OLD[start:second].replace(
        "Điều 1.", "Điều 2."
    )
    new = OLD[:start] + swapped.replace("khoản 2 Điều 2", "khoản 2 Điều 1") + OLD[third:]
    found = compare(build(OLD), build(new))
    assert changed(found) == {
        "dieu-1": ["ky-thuat"],
        "dieu-2": ["chuyen-vi-tri", "ky-thuat"],
        "dieu-2.khoan-1": ["ky-thuat"],
    }


def test_a_clause_cut_in_two_is_a_split_and_back_a_merger() -> None:
    text = (
        "Điều 1. Một\n1. Đơn vị thực hiện lập dự toán chi tiết cho từng hạng mục và gửi hồ sơ bản giấy về cơ quan "
        "thẩm định trước ngày cuối quý.\n2. Kho bạc chi trả theo khối lượng đã nghiệm thu.\n"
    )
    cut = text.replace(" và gửi hồ sơ", ".\n2. Gửi hồ sơ").replace("2. Kho", "3. Kho")
    found = compare(build(text), build(cut))
    (split,) = [row for row in found.rows if len(row.news) == 2]
    assert ChangeClass.SPLIT in split.changes
    assert [str(node.address) for node in split.news] == ["dieu-1.khoan-1", "dieu-1.khoan-2"]
    back = compare(build(cut), build(text))
    (merged,) = [row for row in back.rows if len(row.olds) == 2]
    assert ChangeClass.MERGED in merged.changes


def test_a_clause_moved_to_another_article_is_a_move_and_no_wall() -> None:
    line = "3. Tổ chức nhận hỗ trợ nộp hoá đơn cho Sở quản lý trong thời hạn 15 ngày làm việc.\n"
    new = OLD.replace(line, "").replace("Điều 3. Kinh", line + "Điều 3. Kinh")
    found = compare(build(OLD), build(new))
    assert marks(found) == []
    assert changed(found) == {"dieu-2.khoan-3": ["chuyen-vi-tri"]}


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("Điều 2. ", "Ðiều 2. ", "ma-hoa"),
        ("Điều 2. ", "Điều\u00a02. ", "ma-hoa"),
        ("Điều 2. ", "ĐIỀU 2. ", "hinh-thuc"),
    ],
)
def test_a_printed_label_that_is_spelt_otherwise_is_told(before: str, after: str, change: str) -> None:
    text = "NGHỊ ĐỊNH\nVề việc thử\n" + OLD
    found = compare(parse(reading(text)), parse(reading(text.replace("\n" + before, "\n" + after))))
    assert changed(found) == {"dieu-2": [change]}
    assert marks(found) == []

"""What a document prints around a value is not said a second time by the value."""

from __future__ import annotations

import pytest

from kcdocs.text.doubling import HOLE, Around, fitted


@pytest.mark.parametrize(
    ("before", "after", "value", "expected"),
    [
        ("- ", ";", "- Sở Tài chính;", "Sở Tài chính"),
        ("- ", ";", "•Sở Tài chính ;;", "Sở Tài chính"),
        ("- ", ";", "- – Sở Tài chính.", "Sở Tài chính"),
        ("Căn cứ ", ";", "Căn cứ căn cứ Luật Điện lực;", "Luật Điện lực"),
        ("Kính gửi: ", "", "Kính gửi: Cục Hóa chất", "Cục Hóa chất"),
        ("Kính gửi: ", "", "kính gửi cục Hóa chất", "cục Hóa chất"),
        ("lĩnh vực ", " thuộc phạm vi", "lĩnh vực hóa chất.", "hóa chất"),
        ("", ", ngày " + HOLE, "Lào Cai,", "Lào Cai"),
        ("", ", ngày " + HOLE, "Lào Cai, ngày", "Lào Cai"),
        ("Kinh phí: ", " đồng.", "12.500.000 đồng.", "12.500.000"),
        (
            "Điều 3. ",
            " chịu trách nhiệm./.",
            "Chánh Thanh tra và người có liên quan./.",
            "Chánh Thanh tra và người có liên quan",
        ),
        ("TM. ", "", "TM. Ủy ban nhân dân", "Ủy ban nhân dân"),
        (HOLE + "/", "", "/QĐ-SCT", "QĐ-SCT"),
        ("đối với dự thảo ", "", "Về dự thảo Nghị định về chợ", "Nghị định về chợ"),
        ("góp ý dự thảo ", ".", "về việc dự thảo Nghị định về chợ", "Nghị định về chợ"),
    ],
)
def test_what_stands_around_a_value_is_taken_off_it(
    before: str, after: str, value: str, expected: str
) -> None:
    assert fitted(value, [Around(before, after)]).text == expected


@pytest.mark.parametrize(
    ("before", "after", "value"),
    [
        ("- ", ";", "gồm dầu, mỡ, v.v."),
        ("- ", ";", "nội dung còn lại…"),
        ("Điều kiện: ", "", "Điều kiện 1 của hồ sơ"),
        ("", "", "- Ý thứ nhất;"),
        ("tăng ", "", "-5 độ"),
        (HOLE + ". ", "", "30 ngày kể từ ngày nhận"),
        (HOLE + ". ", "", "1.500 hộ sản xuất"),
        (HOLE + ". ", "", "45/NQ-SCT về khuyến công"),
        ("của ", "", "cải vật chất"),
        ("", " tại “" + HOLE, "Sở Công Thương TP."),
        ("", f" ({HOLE}).", "…………"),
        ("", ".", "…………"),
        ("đối với dự thảo ", "", "Về chợ phiên"),
        ("Lưu: VT, ", ".", "......"),
    ],
)
def test_what_only_resembles_it_stays(before: str, after: str, value: str) -> None:
    assert fitted(value, [Around(before, after)]).text == value


@pytest.mark.parametrize(
    ("around", "value", "place", "expected"),
    [
        (Around(f"Điều {HOLE}. "), "Điều 4. Phạm vi", 4, "Phạm vi"),
        (Around(f"Điều {HOLE}. "), "điều 4: phạm vi", 4, "phạm vi"),
        (Around(f"Điều {HOLE}. "), "Điều 4. phạm vi", 4, "Phạm vi"),
        (Around(f"{HOLE}. "), "2. Nội dung", 2, "Nội dung"),
        (Around(f"{HOLE}. "), "2.Nội dung", 2, "Nội dung"),
        (Around(f"{HOLE}. ", offset=1), "2. Nội dung", 1, "Nội dung"),
        (Around(f"{HOLE}) "), "đ) nội dung", 5, "nội dung"),
        (Around(f"({HOLE}) "), "(3) Dự thảo", 3, "Dự thảo"),
        (Around(f"2.{HOLE}. "), "2.1. Tiêu đề", 1, "Tiêu đề"),
        (Around(above=f"Chương {HOLE}"), "CHƯƠNG II. TỔ CHỨC", 2, "TỔ CHỨC"),
        (Around(above=f"Chương {HOLE}"), "Chương II\nTổ chức", 2, "Tổ chức"),
        (Around(above=f"Phụ lục {HOLE}"), "Phụ lục: bảng điểm", 1, "Bảng điểm"),
    ],
)
def test_a_label_with_its_own_number_is_taken_off(
    around: Around, value: str, place: int, expected: str
) -> None:
    assert fitted(value, [around], (place,)).text == expected


@pytest.mark.parametrize(
    ("around", "value", "said"),
    [
        (Around(f"Điều {HOLE}. "), "Điều 7. Phạm vi", "Điều 7."),
        (Around(f"Điều {HOLE}. "), "Điều 4 Luật Điện lực", "Điều 4"),
        (Around(f"{HOLE}. "), "5. Nội dung", "5."),
        (Around("", "."), "Có được không?", "ng?"),
        (Around("Căn cứ ", ";"), "Căn cứ ;", "Căn cứ ;"),
    ],
)
def test_what_says_something_else_in_the_same_way_is_not_guessed_at(
    around: Around, value: str, said: str
) -> None:
    found = fitted(value, [around], (4,))

    assert found.text == value
    assert found.doubt is not None
    assert found.doubt.found == said


def test_all_that_was_taken_off_is_told_in_order() -> None:
    assert fitted("- Căn cứ Luật;", [Around("Căn cứ ", ";")]).taken == ("-", "Căn cứ", ";")


def test_a_value_printed_in_several_places_loses_what_any_of_them_adds() -> None:
    in_a_sentence, by_itself = Around("ban hành Thông tư ", "."), Around(above="THÔNG TƯ")
    text = "Thông tư quy định về hóa chất."

    assert fitted(text, [in_a_sentence]).text == "quy định về hóa chất"
    assert fitted(text, [by_itself, in_a_sentence]).text == "Quy định về hóa chất"


@pytest.mark.parametrize(
    ("before", "value", "place", "expected"),
    [
        ("- ", "2. việc hai", 2, "việc hai"),
        ("- ", "(2) việc hai", 2, "việc hai"),
        ("– ", "b) việc hai", 2, "việc hai"),
        ("- ", "3. việc ba", 2, "3. việc ba"),  # no label of this item: a number that was meant
        ("Gồm: ", "2. việc hai", 2, "2. việc hai"),
        ("Ghi chú: ", "• một", 1, "một"),
        ("Ghi chú: ", "• Một\n• Hai", 1, "• Một\n• Hai"),
        ("- ", "• Một\n• Hai", 1, "Một\n• Hai"),
    ],
)
def test_behind_a_bullet_a_label_of_the_same_place_goes_and_a_list_of_its_own_stays(
    before: str, value: str, place: int, expected: str
) -> None:
    assert fitted(value, [Around(before)], {place}).text == expected

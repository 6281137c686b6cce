"""Characters that must not pass unseen are named; nothing is converted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.model.finding import Place
from kcdocs.records.hygiene import clean, faults
from kcdocs.records.legacy_value import legacy_reading

HERE = Place(sheet="Hồ sơ", cell="B2")


def codes(text: str) -> list[str]:
    return [f"{item.code}{item.severity}" for item in faults(text, HERE)]


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Hoà, tổ dân phố số 1, phường Quỳnh Lôi",
        "45/2012/NĐ-CP",
        "diện tích 120 m², dày 5 µm, 25 °C, khổ ½",
        "Công ty Müller & Søn, ông José Peña, Café Noël, Apple®",
        "“Nghệ nhân nhân dân” – kinh tế - xã hội…",
        "dòng một\ndòng hai",
    ],
)
def test_good_text_passes(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("NguyÔn V¨n B×nh", "TCVN3", "Nguyễn Văn Bình"),
        ("Tr­êng §¹i häc", "TCVN3", "Trường Đại học"),
        ("§×nh", "TCVN3", "Đình"),
        ("Nguyeãn Vaên Bình Ñöùc", "VNI", "Nguyễn Văn Bình Đức"),
        ("Thaønh phoá", "VNI", "Thành phố"),
    ],
)
def test_legacy_code_pages_are_named_with_what_they_say(text, name, meant):
    (found,) = faults(text, HERE)
    assert found.code == "RC121"
    assert name in found.message
    assert found.expected == f"có lẽ là «{meant}»"
    assert found.found == " ".join("".join(c if c.isprintable() else " " for c in text).split())
    assert found.place == HERE


def test_text_that_is_unicode_is_never_taken_for_a_legacy_code_page():
    assert legacy_reading("Trường §¹i häc") is None


def test_utf_8_taken_for_windows_1252_is_named():
    (found,) = faults("Nguyá»…n VÄƒn A", HERE)
    assert found.code == "RC122"
    assert found.expected == "có lẽ là «Nguyễn Văn A»"


def test_look_alikes_control_characters_and_lost_ones_are_errors():
    assert codes("Ðiều 5") == ["RC111E"]
    assert codes("a\x07b") == ["RC112E"]
    assert codes("Ngh\ufffd định") == ["RC123E"]
    assert "U+00D0" in faults("Ðiều 5", HERE)[0].message
    assert "U+0007" in faults("a\x07b", HERE)[0].message


def test_invisible_characters_are_errors():
    assert codes("Quyết\u200bđịnh") == ["RC124E"]


@pytest.mark.parametrize(
    ("pasted", "clean_text", "found"),
    [
        ("\uf0b7 Sở Công Thương", "• Sở Công Thương", []),
        ("\uf0d8\tMột\n\uf0a7 Hai", "• Một\n• Hai", []),
        ("lớn hơn \uf0b3 5", "lớn hơn \uf0b3 5", ["RC127E"]),
    ],
)
def test_a_bullet_of_words_lists_is_a_bullet_and_any_other_sign_of_a_symbol_font_is_told(
    pasted, clean_text, found
):
    assert clean(pasted) == clean_text
    assert codes(clean(pasted)) == found


@given(
    st.text(
        "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ,.-0123456789",
        max_size=40,
    )
)
def test_no_text_of_vietnamese_letters_is_ever_faulted(text):
    assert codes(text) == []

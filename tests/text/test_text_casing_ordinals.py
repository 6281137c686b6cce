"""Upper case that keeps đ and tones; ordinals in words."""

from __future__ import annotations

import unicodedata

import pytest

from kcdocs.text.casing import capitalised, upper
from kcdocs.text.ordinals import ordinal
from kcdocs.text.spoken import NotSpokenError


def test_capitals_keep_every_mark():
    assert upper("quyết định về đề án khuyến công") == "QUYẾT ĐỊNH VỀ ĐỀ ÁN KHUYẾN CÔNG"
    assert upper("ằẳẵặ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳỷỹỵ") == "ẰẲẴẶ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ỲỶỸỴ"


def test_decomposed_text_and_lookalike_eth_come_out_as_vietnamese_letters():
    assert upper(unicodedata.normalize("NFD", "điều lệ")) == "ĐIỀU LỆ"
    assert upper("\u00f0iều") == "ĐIỀU"


def test_only_the_first_letter_is_raised():
    assert capitalised("đồng chí Nguyễn Văn A") == "Đồng chí Nguyễn Văn A"
    assert capitalised("“ấp Đông”") == "“Ấp Đông”"
    assert capitalised("") == ""


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "thứ nhất"),
        (2, "thứ hai"),
        (4, "thứ tư"),
        (10, "thứ mười"),
        (21, "thứ hai mươi mốt"),
        (104, "thứ một trăm linh bốn"),
    ],
)
def test_ordinals_one_and_four_have_their_own_words(number, words):
    assert ordinal(number) == words


def test_there_is_no_ordinal_below_one():
    with pytest.raises(NotSpokenError, match="bắt đầu từ 1"):
        ordinal(0)

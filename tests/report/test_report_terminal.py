"""The console report: marks without colour, eighty columns, nothing lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.model.citation import Citation
from kcdocs.model.comparison import ChangeClass, Comparison
from kcdocs.model.instrument import Instrument
from kcdocs.report import terminal
from kcdocs.report.marks import Piece, TextSide
from kcdocs.report.selection import Selection
from kcdocs.report.wrap import columns, wrapped


@pytest.mark.parametrize("width", [48, 80, 120])
def test_no_line_is_wider_than_the_console(sample, width):
    assert max(map(columns, terminal.render(sample, width=width).splitlines())) <= width


def test_what_went_and_what_came_is_marked_without_colour(sample):
    text = " ".join(terminal.render(sample).split())
    assert "1. Trong [-30-]{+15+} ngày, Ủy ban trả lời [-làng nghề-]{+cộng đồng nghề+}" in text
    assert "[-3.-]{+2.+} Sổ nghề ghi tên người thợ [-Xã-]{+xã+} nơi cư trú." in text
    assert "[-2.-] [-Hồ sơ nộp trực tiếp tại trụ sở.-]" in text


def test_colours_add_nothing_but_colours(sample):
    coloured = terminal.render(sample, colour=True)
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == terminal.render(sample)


def test_noise_is_counted_listed_and_folded(sample):
    text = terminal.render(sample)
    assert "CHỈ KỸ THUẬT, HÌNH THỨC, MÃ HÓA: 3 NƠI" in text
    assert "- khoản 2 Điều 5 [hình thức, mã hóa]" in text
    assert "lưỡng" not in text


def test_asking_for_a_class_of_noise_shows_its_words_with_invisible_differences_named(sample):
    text = terminal.render(sample, Selection(only=frozenset({ChangeClass.ENCODING})))
    assert "Tỉnh kiểm tra, [-Ð<U+00D0>ôn-]{+Đôn+} đốc [-kỹ-]{+kĩ+} lưỡng." in text
    assert "[-30-]" not in text
    assert "Chỉ hiện loại thay đổi: mã hóa." in text


def test_an_article_can_be_asked_for_by_its_old_or_new_label(sample):
    text = terminal.render(sample, Selection(articles=frozenset({"1"})))
    assert "[-làng nghề-]{+cộng đồng nghề+}" in text
    assert "[-30-]" not in text
    assert "nội dung          2 nơi" in text


def test_unsure_pairs_say_why_they_were_made(sample):
    text = " ".join(terminal.render(sample).split())
    assert "? Ghép cặp chưa chắc chắn: nội dung tương tự; giống nhau 61%; ứng viên kế tiếp 55%." in text


def test_lists_tell_phrases_quantities_references_and_findings(sample):
    text = " ".join(terminal.render(sample).split())
    assert "“làng nghề” bằng “cộng đồng nghề”, 3 nơi: Điều 1; khoản 1 Điều 2; khoản 1 Điều 3" in text
    assert "khoản 1 Điều 3: thời hạn 30 ngày → 15 ngày" in text
    assert "“khoản 1 Điều 2” chưa sửa theo số thứ tự mới; đề nghị: “khoản 1 Điều 3”" in text
    assert "1 viện dẫn đã sửa theo; 1 cần xem." in text
    assert "Cảnh báo DF101" in text


def test_control_characters_of_a_text_are_named_and_never_reach_the_console(sheet):
    sheet.row("dieu-1", "dieu-1", "Bến \x1b]0;x\x07đò <noi-dung|a|b\x9b2J>", "noi-dung")
    text = terminal.render(sheet.comparison())
    assert "Bến <U+001B>]0;x<U+0007>đò [-a-]{+b<U+009B>2J+}" in text
    assert not set(text) & {"\x1b", "\x07", "\x9b"}


def test_equal_texts_are_told_in_one_sentence():
    same = Instrument(Citation(), (), name="x.txt")
    text = terminal.render(Comparison(same, same, ()))
    assert "Hai văn bản không có gì khác nhau về lời văn: " in text
    assert "MỤC LỤC" not in text


@given(
    st.lists(
        st.builds(
            Piece,
            st.text(alphabet="aáệĐ ,.1", min_size=1, max_size=30),
            st.sampled_from(TextSide),
            st.just(ChangeClass.SUBSTANCE),
        ),
        max_size=12,
    ),
    st.integers(10, 60),
)
def test_wrapping_loses_and_breaks_no_word(pieces, width):
    marks = {TextSide.OLD: ("[-", "-]"), TextSide.NEW: ("{+", "+}"), TextSide.BOTH: ("", "")}
    whole = "".join(marks[p.side][0] + p.text + marks[p.side][1] for p in pieces)
    lines = wrapped(pieces, width=width, indent="  ", hang=" ")
    assert " ".join(lines).split() == whole.split()

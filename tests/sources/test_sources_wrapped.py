"""Plain text whose lines end at the width of a page: paragraphs, running heads, footnotes."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.model.line import Reading
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_bytes

ROOT = Path(__file__).parents[2]
MODEL = (ROOT / "decrees" / "mo-phong-lang-nghe" / "van-ban.txt").read_text("utf-8")

WITHOUT_TABLES = [line for line in MODEL.splitlines() if "\t" not in line and len(line) > 3]

CIRCULAR = """\
Số: 11/2030/TT-BTN
THÔNG TƯ
Quy định về hồ sơ hỗ trợ nghề dệt
Điều 1. Hồ sơ
1. Trung tâm nhận hồ sơ của cơ sở dệt trong cụm, kiểm tra số lượng
khung cửi và trả kết quả cho cơ sở trong thời hạn mười ngày kể từ
ngày nhận đủ hồ sơ theo quy định tại Thông tư số 32/2016/TT-
BTN và Điều 5
Thông tư này;
2. Cơ sở dệt gửi hồ sơ về Trung tâm nơi có xưởng, nêu rõ số
14/2029/QĐ-BTN đã cấp.
"""


def reading(text: str) -> Reading:
    return read_bytes(text.encode(), Options("a.txt"))


def texts(text: str) -> list[str]:
    return [line.text for line in reading(text).lines]


def codes(text: str) -> list[str]:
    return [finding.code for finding in reading(text).findings]


def test_lines_broken_at_the_width_of_a_page_become_paragraphs_again():
    assert texts(CIRCULAR)[4:] == [
        (
            "1. Trung tâm nhận hồ sơ của cơ sở dệt trong cụm, kiểm tra số lượng khung cửi và trả kết quả cho cơ sở "
            "trong thời hạn mười ngày kể từ ngày nhận đủ hồ sơ theo quy định tại Thông tư số 32/2016/TT-BTN và "
            "Điều 5"
        ),
        "Thông tư này;",
        "2. Cơ sở dệt gửi hồ sơ về Trung tâm nơi có xưởng, nêu rõ số 14/2029/QĐ-BTN đã cấp.",
    ]


def test_labels_and_headings_stay_lines_of_their_own():
    assert texts(CIRCULAR)[:4] == CIRCULAR.splitlines()[:4]


def test_a_paragraph_says_which_line_of_the_file_it_begins_on():
    assert [line.source.paragraph for line in reading(CIRCULAR).lines] == [0, 1, 2, 3, 4, 8, 9]


def test_how_many_lines_were_joined_is_told():
    (joined,) = reading(CIRCULAR).findings
    assert joined.code == "SR209"
    assert "đã nối 4 dòng" in joined.message


def test_a_text_whose_lines_are_paragraphs_is_read_line_by_line():
    assert texts(MODEL) == MODEL.splitlines()
    assert codes(MODEL) == []


FULL = "Cơ sở dệt được hỗ trợ mua khung cửi, nguyên liệu và thuê mặt bằng."


@pytest.mark.parametrize("following", ["Trung tâm cấp giấy.", "có xưởng."])
def test_what_may_begin_a_paragraph_behind_a_full_line_stays_apart_and_is_named(following):
    found = reading(f"{CIRCULAR}3. Trung tâm thông báo cho cơ sở dệt trong vùng biết:\n{FULL}\n{following}\n")

    assert [line.text for line in found.lines][-2:] == [FULL, following]
    (doubt,) = [finding for finding in found.findings if finding.code == "SR210"]
    assert doubt.place.line == 14
    assert "dòng 14 " in doubt.message


def test_a_legal_basis_behind_a_full_line_begins_a_paragraph():
    bases = "Căn cứ Luật Xưởng thực hành số 14/2029/QH16 đã được sửa đổi, bổ sung;\nCăn cứ Luật Nghề dệt;\n"
    found = reading(CIRCULAR.replace("Điều 1.", f"{bases}Điều 1."))

    assert [line.text for line in found.lines][3:5] == bases.splitlines()
    assert [finding.code for finding in found.findings] == ["SR209"]


def test_the_spaces_before_first_lines_settle_what_the_words_leave_open():
    indented = "".join(
        f"{'    ' if line[:2] in ('1.', '2.', 'Đi') else ''}{line}\n" for line in CIRCULAR.splitlines()
    )

    flush = (
        indented
        + f"    3. Trung tâm thông báo cho cơ sở dệt trong vùng, nêu rõ:\n    {FULL}\nTrung tâm cấp giấy.\n"
    )
    set_in = (
        indented
        + f"    3. Trung tâm thông báo cho cơ sở dệt trong vùng, nêu rõ:\n    {FULL}\n    Trung tâm cấp giấy.\n"
    )

    assert texts(flush)[-1] == f"{FULL} Trung tâm cấp giấy."
    assert texts(set_in)[-1] == "Trung tâm cấp giấy."
    assert "SR210" not in codes(flush) + codes(set_in)


TOOLS = ["khung dệt khổ rộng", "máy se sợi chạy điện", "nồi nhuộm bằng đồng"]
PAGE = [
    f"{n}. Cơ sở dệt thứ {n} được hỗ trợ mua khung cửi, nguyên liệu và thuê\nmặt bằng trong cụm."
    for n in range(1, 21)
]


def paged(between: str) -> str:
    """Three pages of which the second and third begin in the middle of a clause, what stands between before them."""
    pages = ["\n".join(PAGE), "\n".join(PAGE[:15]), "\n".join(PAGE[:9])]
    cut = "Điều {0}. Hỗ trợ\n{0}0 cơ sở trong cụm được hỗ trợ mua {1}, nguyên liệu và"
    heads = ["", *(cut.format(number, tool) for number, tool in enumerate(TOOLS, 2))]
    parts = [f"Điều 1. Hỗ trợ\n{pages[0]}"]
    parts += [
        f"{heads[n]}\n{between.format(n + 3)}\nthuê mặt bằng.\n{page}" for n, page in enumerate(pages[1:], 1)
    ]
    return "\n".join([*parts, f"{heads[3]}\n{between.format(6)}\nthuê mặt bằng.\n"])


@pytest.mark.parametrize(
    ("between", "lines"),
    [
        ("\n{}\nCÔNG BÁO/Số 91 + 92/Ngày 19-01-2030\n", 6),
        ("CÔNG BÁO/Số 91 + 92/Ngày 19-01-2030          {}", 3),
        ("- {} -", 3),
        ("Trang {}/9", 3),
        ("\nDự thảo lần hai\n\n{}\n", 6),
        ("{} Dự thảo lần hai", 3),
        ("{}\n\f", 3),
        ("Dự thảo lần hai - trang {}\n\fBộ Thử nghiệm", 6),
    ],
)
def test_running_heads_and_page_numbers_are_left_out_and_counted(between, lines):
    found = reading(paged(between))

    assert [line.text for line in found.lines if " cơ sở trong cụm" in line.text] == [
        f"{number}0 cơ sở trong cụm được hỗ trợ mua {tool}, nguyên liệu và thuê mặt bằng."
        for number, tool in enumerate(TOOLS, 2)
    ]
    (left_out,) = [finding for finding in found.findings if finding.code == "SR208"]
    assert f"Đã bỏ {lines} dòng" in left_out.message
    assert len(found.lines) == 1 + 20 + 15 + 9 + 2 * 3


@pytest.mark.parametrize("number", ["- 2 -", "– 2 –", "Trang 2", "Trang 2/3"])
def test_the_number_of_a_single_page_is_left_out_where_it_is_written_as_one(number):
    found = reading(CIRCULAR.replace("2. Cơ sở", f"{number}\n2. Cơ sở"))

    assert [line.text for line in found.lines] == texts(CIRCULAR)
    assert [finding.found for finding in found.findings if finding.code == "SR208"] == [
        re.sub(r"\d", "…", number)
    ]


@pytest.mark.parametrize(
    ("last", "codes_then"),
    [("về hỗ trợ cơ sở dệt có xưởng trong cụm", []), ("xưởng trong cụm theo quy định tại", ["SR210"])],
)
def test_an_article_behind_a_full_line_begins_unless_that_line_points_at_it(last, codes_then):
    title = f"Sửa đổi, bổ sung một số điều của Thông tư {last}\n"
    found = reading(CIRCULAR.replace("Điều 1. Hồ sơ\n", f"{title}Điều 1. Hồ sơ\n"))

    assert "Điều 1. Hồ sơ" in [line.text for line in found.lines]
    assert [finding.code for finding in found.findings if finding.code == "SR210"] == codes_then


@pytest.mark.parametrize("label", ["a)", "a/", "3/", "3.", "-"])
def test_an_item_behind_a_heading_begins_a_line_however_its_label_is_written(label):
    item = f"{label} báo cáo hằng năm;"

    assert texts(f"{CIRCULAR}Điều 2. Trách nhiệm của chủ cơ sở dệt\n{item}\n")[-1] == item


def test_small_letters_behind_an_empty_line_stay_apart_and_are_named():
    found = reading(f"{CIRCULAR}3. Cơ sở dệt báo cáo\n\nhằng năm.\n")

    assert [line.text for line in found.lines][-2:] == ["3. Cơ sở dệt báo cáo", "hằng năm."]
    assert [finding.code for finding in found.findings] == ["SR209", "SR210"]


def test_numbers_in_a_table_are_no_page_numbers():
    table = "\n".join(f"{n}\nKhung cửi loại {n}." for n in range(1, 6))

    assert texts(f"{CIRCULAR}{table}\n")[-10:] == table.splitlines()


def test_the_stamp_of_a_signature_is_left_out():
    stamp = "Người ký: Bộ Thử nghiệm\nEmail: a@b.vn\nCơ quan: Bộ Thử nghiệm\nThời gian ký: 01.02.2030\n"

    assert texts(stamp + CIRCULAR) == texts(CIRCULAR)


RULE = " " * 42
NOTED = CIRCULAR.replace("kiểm tra số lượng", "kiểm tra số lượng1").replace("đã cấp.", "đã cấp năm 20292.")
NOTES = (
    f"{RULE}\n1 Cụm từ này được sửa đổi theo quy định tại khoản 1 Điều 1 của\nThông tư số 12/2031/TT-BTN.\n"
    "2 Cụm từ này được bổ sung.\n"
)


def test_footnotes_stand_apart_and_their_numbers_become_marks():
    found = reading(NOTED + NOTES)

    assert [(note.label, note.lines[0].text) for note in found.notes] == [
        ("1", "Cụm từ này được sửa đổi theo quy định tại khoản 1 Điều 1 của Thông tư số 12/2031/TT-BTN."),
        ("2", "Cụm từ này được bổ sung."),
    ]
    assert [mark.note for line in found.lines for mark in line.marks] == ["1", "2"]
    assert texts(NOTED + NOTES) == texts(CIRCULAR.replace("đã cấp.", "đã cấp năm 2029."))


def test_a_note_goes_on_below_the_rule_of_the_next_page():
    more = f"\f3. Hết.\n{RULE}\nvà phần còn lại của chú thích.\n"
    found = reading(NOTED + NOTES.replace("bổ sung.", "bổ sung") + more)

    assert found.notes[1].lines[0].text == "Cụm từ này được bổ sung và phần còn lại của chú thích."
    assert found.lines[-1].text == "3. Hết."


def test_a_note_whose_number_is_nowhere_in_the_text_is_told():
    found = reading(CIRCULAR + NOTES)

    assert [finding.code for finding in found.findings].count("SR211") == 2
    assert [note.label for note in found.notes] == ["1", "2"]


@given(st.integers(58, 92), st.booleans())
def test_a_text_that_is_wrapped_comes_back_or_the_line_is_named(width, indented):
    rows: list[str] = []
    begins: dict[int, str] = {}
    for paragraph in WITHOUT_TABLES:
        begins[len(rows)] = paragraph
        first = "    " if indented else ""
        rows += textwrap.wrap(
            paragraph, width, initial_indent=first, break_long_words=False, break_on_hyphens=False
        )
    found = reading("\n".join(rows))

    lines = {line.source.paragraph: line.text for line in found.lines}
    named = "".join(finding.message for finding in found.findings if finding.code == "SR210")
    for index in begins.keys() ^ lines.keys():
        assert f" {index + 1}" in named, rows[index]
    if not named:
        assert lines == begins

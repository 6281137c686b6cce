"""Letters about another draft are named and stay out; doubtful ones are told; shortened names are no fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from opinions_builder import word_file

from kcdocs.api import opinions as api

TITLE = "Sửa đổi, bổ sung một số điều của Nghị định số 45/2012/NĐ-CP của Chính phủ về khuyến công"
PROVISIONS = [
    "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 45/2012/NĐ-CP",
    "1. Sửa đổi khoản 1 Điều 2 như sau:",
    "“1. Cơ sở công nghiệp nông thôn trong cụm công nghiệp được hỗ trợ phát triển công nghiệp nông thôn.”",
    "Điều 2. Hiệu lực thi hành",
    "1. Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2027.",
]
WISH = "Tại khoản 1 Điều 2, đề nghị lùi ngày có hiệu lực."
SAME = [
    "dự thảo Nghị định",
    "dự thảo Nghị định khuyến công",
    "dự thảo NĐ về khuyến công (lần 2)",
    "dự thảo Nghị định sửa đổi Nghị định số 45/2012/NĐ-CP",
    "dự thảo Nghị định sửa đổi, bổ sung một số điều của Nghị định 45/2012/NĐ-CP về khuyến công do Bộ soạn thảo",
    "dự thảo lần 3 Nghị định của Chính phủ về khuyến công, Sở Công Thương cơ bản nhất trí",
    "DỰ THẢO NGHỊ ĐỊNH SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 45/2012/NĐ-CP",
    "hồ sơ xây dựng Nghị định về khuyến công",
    "dự thảo Nghị định KC",
]
OTHER = [
    "dự thảo Nghị định về quản lý, phát triển cụm công nghiệp",
    "dự thảo Thông tư quy định về an toàn đập, hồ chứa nước",
    "dự thảo Nghị định sửa đổi, bổ sung một số điều của Nghị định số 80/2021/NĐ-CP",
    "DỰ THẢO NGHỊ ĐỊNH VỀ KHUYẾN NÔNG",
    "dự thảo lần 2 Luật Hóa chất (sửa đổi) và các văn bản kèm theo",
]
DOUBTFUL = [
    "dự thảo Thông tư",
    "dự thảo Thông tư hướng dẫn Nghị định số 45/2012/NĐ-CP",
    "dự thảo Nghị định sửa đổi Nghị định số 54/2012/NĐ-CP",
    "dự thảo Nghị định sửa đổi Nghị định số 80/2021/NĐ-CP về khuyến công",
    "dự thảo Nghị định phát triển công nghiệp nông thôn",
]


@pytest.fixture
def base(tmp_path):
    return word_file(tmp_path / "goc.docx", ["NGHỊ ĐỊNH", TITLE, *PROVISIONS])


def letter(base, about, opening="Phúc đáp Công văn số 99/BCT-KC, Sở có ý kiến như sau:", *body):
    lines = [
        "SỞ CÔNG THƯƠNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 41/SCT-KC\tA, ngày 05 tháng 11 năm 2026",
        f"V/v góp ý {about}",
        "Kính gửi: Bộ Công Thương.",
        opening,
        *(body or (WISH,)),
        "Nơi nhận:",
    ]
    path = base.parent / "cv.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return api.collect(base, [path])


def codes(table):
    return [one.code for one in table.refused], [f.code for one in table.returned for f in one.findings]


@pytest.mark.parametrize("about", SAME)
def test_a_name_that_shortens_the_drafts_is_no_other_draft(base, about):
    assert codes(letter(base, about)) == ([], [])


@pytest.mark.parametrize("about", OTHER)
def test_a_letter_about_another_draft_is_named_and_nothing_of_it_stands_in_the_table(base, about):
    table = letter(base, about)

    assert codes(table) == (["OP107"], [])
    assert (table.rows, table.silent) == ((), ())


@pytest.mark.parametrize("about", DOUBTFUL)
def test_where_it_is_not_certain_the_rows_stand_and_the_doubt_is_told(base, about):
    table = letter(base, about)

    assert codes(table) == ([], ["OP204"])
    assert [row.opinion.words for row in table.rows] == [WISH]


def test_a_letter_that_only_agrees_with_another_draft_is_no_silent_return(base):
    table = letter(base, OTHER[0], "Sở Công Thương nhất trí với dự thảo.", "Sở không có ý kiến gì thêm.")

    assert (codes(table)[0], table.silent) == (["OP107"], ())


def test_the_first_lines_tell_it_too_and_what_is_cited_further_down_does_not(base):
    received = "Bộ gửi lấy ý kiến dự thảo Nghị định về quản lý ngoại thương, Sở góp ý như sau:"
    assert codes(letter(base, "dự thảo Nghị định", received))[0] == ["OP107"]

    cited = "1. Đề nghị thống nhất với dự thảo Luật Quy hoạch đô thị và nông thôn."
    assert codes(letter(base, SAME[1], "Sở có ý kiến như sau:", cited)) == ([], [])


def test_of_a_letter_on_two_drafts_with_the_base_among_them_the_rows_stand(base):
    assert codes(letter(base, f"{OTHER[1]} và {SAME[3]}"))[0] == []


def test_a_form_that_quotes_another_draft_at_every_row_is_doubted(base, tmp_path):
    quoted = ["Chủ đập phải lập phương án ứng phó thiên tai", "Hồ chứa nước được kiểm định mười năm một lần"]
    for more, told in (([], []), (["Tổ chức vận hành hồ phải cắm mốc bảo vệ lòng hồ"], ["OP204"])):
        document = Document()
        document.add_paragraph("BẢN GÓP Ý DỰ THẢO NGHỊ ĐỊNH")
        table = document.add_table(rows=0, cols=2)
        for row in [("Nội dung dự thảo", "Ý kiến góp ý"), *((one, "Đề nghị bỏ.") for one in quoted + more)]:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        document.save(str(tmp_path / "mau.docx"))

        assert codes(api.collect(base, [tmp_path / "mau.docx"]))[1] == told


def test_a_word_letter_with_its_abstract_in_the_left_cell_is_read_alike(base, tmp_path):
    document = Document()
    head = document.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "SỞ CÔNG THƯƠNG"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(
        1, 0
    ).text = "Số: 41/SCT-KC\nV/v góp ý dự thảo Nghị định\nvề quản lý, phát triển\ncụm công nghiệp"
    head.cell(1, 1).text = "A, ngày 05 tháng 11 năm 2026"
    for line in ("Kính gửi: Bộ Công Thương.", WISH):
        document.add_paragraph(line)
    document.save(str(tmp_path / "cv.docx"))

    (fault,) = api.collect(base, [tmp_path / "cv.docx"]).refused

    assert "«dự thảo Nghị định về quản lý, phát triển cụm công nghiệp»" in fault.message


def test_a_draft_without_marks_that_differs_at_ten_provisions_may_stem_from_another_state(tmp_path):
    lines = [f"Điều {number}. Mức hỗ trợ thứ {number} là {number} triệu đồng" for number in range(1, 31)]
    base = word_file(tmp_path / "goc.docx", ["NGHỊ ĐỊNH", "Về nghề rèn", *lines])

    def told(count: int) -> list[str]:
        edited = [line.replace("triệu", "tỷ") for line in lines[:count]] + lines[count:]
        path = Path(word_file(tmp_path / "so.docx", ["NGHỊ ĐỊNH", "Về nghề rèn", *edited]))
        return codes(api.collect(base, [path]))[1]

    assert (told(9), told(10)) == ([], ["OP201"])


def test_half_of_the_pairs_of_words_that_the_bases_name_has_make_it_the_same_and_a_third_does_not(base):
    assert codes(letter(base, "dự thảo Nghị định khuyến công xanh")) == ([], [])
    assert codes(letter(base, "dự thảo Nghị định khuyến công xanh sạch")) == ([], ["OP204"])


def test_the_third_line_of_a_letter_still_says_what_it_is_about_and_the_fourth_does_not(base):
    polite = ["Sở gửi lời chào.", "Sở đã đọc kỹ."]
    received = f"Sở nhận được {OTHER[0]}."
    assert codes(letter(base, "văn bản", *polite, received))[0] == ["OP107"]
    assert codes(letter(base, "văn bản", *polite, "Sở xin góp ý.", received))[0] == []

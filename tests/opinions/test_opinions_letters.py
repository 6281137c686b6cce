"""Letters of opinion and the next draft: each sentence at its provision, each wish seen where it was taken in."""

from __future__ import annotations

import pytest
from docx import Document
from opinions_builder import Marked, base_lines, word_file

from kcdocs.api import opinions as api

LINES = base_lines(6)
HEAD = [
    "ỦY BAN NHÂN DÂN TỈNH A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "SỞ CÔNG THƯƠNG\tĐộc lập - Tự do - Hạnh phúc",
    "Số: 41/SCT-KC\tA, ngày 05 tháng 11 năm 2026",
    "V/v góp ý dự thảo Nghị định",
    "Kính gửi: Bộ Công Thương.",
    "Phúc đáp Công văn số 99/BCT-KC, Sở Công Thương có ý kiến như sau:",
]
END = ["Trên đây là ý kiến của Sở, kính gửi Bộ tổng hợp./.", "Nơi nhận:", "- Như trên;", "- Lưu: VT."]


@pytest.fixture
def base(tmp_path):
    return word_file(tmp_path / "goc.docx", LINES)


def letter(base, *body):
    path = base.parent / "cong-van.txt"
    path.write_text("\n".join([*HEAD, *body, *END]), encoding="utf-8")
    return api.collect(base, [path])


def told(table):
    return [(row.name, row.opinion.words) for row in table.rows]


def test_a_letter_is_known_by_its_head(base):
    (row,) = letter(base, "Tại khoản 2 Điều 5 dự thảo Nghị định, đề nghị nâng mức hỗ trợ.").rows

    assert row.name == "Khoản 2 Điều 5"
    assert row.voices[0].spoken() == (
        "SỞ CÔNG THƯƠNG, ỦY BAN NHÂN DÂN TỈNH A, Công văn số 41/SCT-KC ngày 05/11/2026"
    )


def test_each_sentence_stands_at_the_provision_it_names_with_its_reason(base):
    found = letter(
        base,
        "1. Điều 2 nên gộp hai khoản. Lý do: nội dung trùng nhau.",
        "2. Đề nghị bỏ khoản 1 Điều 3. Khoản 3 Điều 1 cần rõ thời hạn.",
    )

    assert told(found) == [
        ("Khoản 3 Điều 1", "Khoản 3 Điều 1 cần rõ thời hạn."),
        ("Điều 2", "Điều 2 nên gộp hai khoản. Lý do: nội dung trùng nhau."),
        ("Khoản 1 Điều 3", "Đề nghị bỏ khoản 1 Điều 3."),
    ]


def test_what_names_no_provision_of_the_base_stands_under_general_opinions(base):
    found = letter(
        base,
        "Cơ bản thống nhất với dự thảo.",
        "Theo khoản 1 Điều 3 Luật Hợp tác xã thì cần rà soát thêm.",
        "Tại Điều 99, đề nghị làm rõ.",
    )

    assert {name for name, _ in told(found)} == {"Ý kiến chung"}
    assert len(found.rows) == 3


def test_a_line_that_leads_in_speaks_for_the_lines_below_it(base):
    found = letter(
        base, "1. Tại Điều 4:", "- Đề nghị làm rõ khái niệm.", "- Đề nghị bỏ từ «loại».", "2. Nên có phụ lục."
    )

    assert told(found) == [
        ("Ý kiến chung", "Nên có phụ lục."),
        ("Điều 4", "Đề nghị làm rõ khái niệm."),
        ("Điều 4", "Đề nghị bỏ từ «loại»."),
    ]


def test_a_provision_still_to_be_added_is_tied_to_what_would_hold_it(base):
    assert told(letter(base, "Đề nghị bổ sung điểm c khoản 1 Điều 3.")) == [
        ("Khoản 1 Điều 3", "Đề nghị bổ sung điểm c khoản 1 Điều 3.")
    ]


def test_a_letter_in_word_gives_the_same_rows(base, tmp_path):
    body = "Tại khoản 2 Điều 5, đề nghị nâng mức hỗ trợ."
    document = Document()
    for line in [*HEAD, body, *END]:
        document.add_paragraph(line)
    document.save(str(tmp_path / "cv.docx"))

    assert told(api.collect(base, [tmp_path / "cv.docx"])) == [("Khoản 2 Điều 5", body)]


def test_a_wish_that_stands_in_the_next_draft_is_suggested_with_its_place(base, tmp_path):
    draft = Marked(LINES)
    draft.replace(3, "11 triệu", "90 triệu")
    draft.replace(4, "12 triệu", "95 triệu")
    draft.drop(5)
    draft.comment(7, "Cần nêu căn cứ.")
    lines = [*LINES]
    lines[3] = lines[3].replace("11 triệu", "90 triệu")
    del lines[5]

    table = api.collect(
        base, [draft.save(tmp_path / "a.docx")], next_draft=word_file(tmp_path / "moi.docx", lines)
    )

    assert [row.taken_in for row in table.rows] == [
        "Gợi ý: tiếp thu, đã thể hiện tại khoản 1 Điều 1 dự thảo mới.",
        "",
        "Gợi ý: tiếp thu, dự thảo mới không còn quy định này.",
        "",
    ]


def test_recipients_that_a_print_sets_into_the_last_line_are_no_opinion_and_a_quoted_end_loses_nothing(base):
    quoted = "Tại Điều 2, đề nghị kết thúc bằng “kính trình./.” và bỏ phần sau. Điều 4 nên gộp với Điều 5."
    path = base.parent / "cv.txt"
    path.write_text(
        "\n".join([*HEAD, quoted, f"{END[0]} Nơi nhận:", *END[2:], "Nguyễn Văn Q"]), encoding="utf-8"
    )

    assert [name for name, _ in told(api.collect(base, [path]))] == ["Điều 2", "Điều 4"]


def test_a_table_names_a_draft_whose_number_is_open_by_what_it_is_about(tmp_path):
    head = ["CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:      /2027/NĐ-CP", *LINES]
    table = api.collect(word_file(tmp_path / "goc.docx", head), [word_file(tmp_path / "a.docx", head)])

    assert table.draft == "Nghị định quy định về hỗ trợ nghề rèn nông thôn"

"""Where each line belongs: nesting, labels, headings, and what is odd."""

from __future__ import annotations

import unicodedata

import pytest

from kcdocs.model.instrument import Instrument
from kcdocs.model.line import Cell, Line, Reading, Source, SourceKind
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading


def tree(text: str) -> list[str]:
    """Each node as "address: text", its lines joined by " / "."""
    return outline(parse(reading(text, "thu.txt")))


def outline(instrument: Instrument) -> list[str]:
    return [f"{node.address}: {node.text}".replace("\n", " / ") for node in instrument.walk()]


def findings(text: str) -> list[str]:
    return [f"{f.code} {f.place.line} {f.place.address}" for f in parse(reading(text, "thu.txt")).findings]


def test_headings_stand_on_the_line_below_or_beside_the_number() -> None:
    assert tree(
        "Chương I\nQUY ĐỊNH CHUNG\nMục 1. ĐỐI TƯỢNG\nTiểu mục 1\nHỘ\nKINH DOANH\nĐiều 1. Tên\nĐoạn."
    ) == [
        "chuong-I: QUY ĐỊNH CHUNG",
        "chuong-I.muc-1: ĐỐI TƯỢNG",
        "chuong-I.muc-1.tieu-muc-1: HỘ / KINH DOANH",
        "dieu-1: Tên",
        "dieu-1.doan-1: Đoạn.",
    ]


def test_parts_bear_ordinals_in_words_or_numbers_and_chapters_may_run_through_them() -> None:
    text = "Phần thứ nhất\nCHUNG\nChương I\nA\nĐiều 1. X\nPHẦN THỨ HAI\nRIÊNG\nChương II\nB\nĐiều 2. Y"
    assert tree(text) == [
        "phan-thứ nhất: CHUNG",
        "phan-thứ nhất.chuong-I: A",
        "dieu-1: X",
        "phan-thứ hai: RIÊNG",
        "phan-thứ hai.chuong-II: B",
        "dieu-2: Y",
    ]
    assert findings(text) == []


@pytest.mark.parametrize(
    "form", ["Điều 1. Tên", "Điều 1: Tên", "Điều 1 Tên", "ĐIỀU 1. Tên", "  Điều 1.Tên ", "Ðiều 1. Tên"]
)
def test_old_and_careless_forms_of_an_article_are_read(form: str) -> None:
    assert tree(f"{form}\nĐoạn.") == ["dieu-1: Tên", "dieu-1.doan-1: Đoạn."]


def test_the_heading_of_an_article_may_stand_on_the_next_line() -> None:
    assert tree("Điều 1.\nPhạm vi điều chỉnh\nNghị định này quy định.") == [
        "dieu-1: Phạm vi điều chỉnh",
        "dieu-1.doan-1: Nghị định này quy định.",
    ]


def test_decomposed_text_is_read_and_kept_as_it_stands() -> None:
    text = unicodedata.normalize("NFD", "Điều 1. Tên điều\n1. Khoản.\nđ) Điểm.")
    instrument = parse(reading(text))
    assert [str(node.address) for node in instrument.walk()] == [
        "dieu-1",
        "dieu-1.khoan-1",
        "dieu-1.khoan-1.diem-đ",
    ]
    assert instrument.nodes[0].text == unicodedata.normalize("NFD", "Tên điều")


def test_inserted_labels_follow_their_base() -> None:
    text = "Chương I\nA\nChương Ia\nB\nĐiều 20. X\nĐiều 20a. Y\n5. A\n5a. B\na) C\nd) D"
    assert [line.split(":")[0] for line in tree(text)][1:] == [
        "chuong-Ia", "dieu-20", "dieu-20a", "dieu-20a.khoan-5", "dieu-20a.khoan-5a",
        "dieu-20a.khoan-5a.diem-a", "dieu-20a.khoan-5a.diem-d",
    ]  # fmt: skip


def test_a_paragraph_belongs_to_the_deepest_open_provision() -> None:
    assert tree("Điều 1. X\nMở đầu:\n1. A\nTiếp A.\na) B\nTiếp B.\n2. C") == [
        "dieu-1: X",
        "dieu-1.doan-1: Mở đầu:",
        "dieu-1.khoan-1: A",
        "dieu-1.khoan-1.doan-1: Tiếp A.",
        "dieu-1.khoan-1.diem-a: B",
        "dieu-1.khoan-1.diem-a.doan-1: Tiếp B.",
        "dieu-1.khoan-2: C",
    ]


def test_a_line_that_goes_on_in_lower_case_belongs_to_the_words_before_it() -> None:
    assert tree("Điều 1. X\n1. Một câu dài\nđược ngắt giữa chừng.\n2. B") == [
        "dieu-1: X",
        "dieu-1.khoan-1: Một câu dài / được ngắt giữa chừng.",
        "dieu-1.khoan-2: B",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2012. Năm đó có nhiều thay đổi.",
        "1.624.000 đồng là mức chuẩn.",
        "05/7/2012 là ngày ký.",
        "Điều 5 Luật này quy định khác.",
        "Chương II Nghị định này áp dụng.",
        "Mục tiêu chung.",
    ],
)
def test_numbers_and_references_at_the_start_of_a_line_open_nothing(line: str) -> None:
    assert tree(f"Điều 1. X\n1. A.\n{line}")[2] == f"dieu-1.khoan-1.doan-1: {line}"
    assert findings(f"Điều 1. X\n1. A.\n{line}") == []


def test_a_repealed_article_keeps_its_label_and_the_remark() -> None:
    assert tree("Điều 1. (được bãi bỏ)\nĐiều 2. Y\n1. (được bãi bỏ)\n2. B") == [
        "dieu-1: (được bãi bỏ)", "dieu-2: Y", "dieu-2.khoan-1: (được bãi bỏ)", "dieu-2.khoan-2: B",
    ]  # fmt: skip


def test_note_numbers_stuck_to_labels_are_no_words() -> None:
    assert tree("Điều 1.3 Tên\n1. A\n2.17 Bố trí\na)10 Hỗ trợ\nPHỤ LỤC I18") == [
        "dieu-1: Tên", "dieu-1.khoan-1: A", "dieu-1.khoan-2: Bố trí", "dieu-1.khoan-2.diem-a: Hỗ trợ", "phu-luc-I: ",
    ]  # fmt: skip


def test_a_decimal_number_is_no_clause_with_a_note() -> None:
    assert tree("Điều 1. X\n1. A\n1.1 Tên mục con")[-1] == "dieu-1.khoan-1.doan-1: 1.1 Tên mục con"


def test_roman_sections_of_a_decision_stand_inside_its_article() -> None:
    text = "Điều 1. Phê duyệt:\nI. QUAN ĐIỂM\n1. A\nII. MỤC TIÊU\n1. B\na) C\nĐiều 2. Hiệu lực"
    assert [line.split(":")[0] for line in tree(text)] == [
        "dieu-1", "dieu-1.muc-I", "dieu-1.muc-I.khoan-1", "dieu-1.muc-II", "dieu-1.muc-II.khoan-1",
        "dieu-1.muc-II.khoan-1.diem-a", "dieu-2",
    ]  # fmt: skip
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều 1. X\n1. A\n3. B", "PA101 3 dieu-1.khoan-3"),
        ("Điều 1. X\nĐiều 3. Y", "PA101 2 dieu-3"),
        ("Điều 1. X\n2. A", "PA101 2 dieu-1.khoan-2"),
        ("Điều 1. X\na) A\nd) B", "PA101 3 dieu-1.diem-d"),
        ("Điều 1. X\n1. A\n2. B\n2. C", "PA102 4 dieu-1.khoan-2"),
        ("Điều 1. X\nĐiều 1. Y", "PA102 2 dieu-1"),
        ("Điều 1. X\nĐiều 2. Y\nĐiều 1a. Z", "PA103 3 dieu-1a"),
        ("Điều 1. X\ne) A\nf) B", "PA104 3 dieu-1.diem-f"),
        ("Điều 1. X\n1. A\n40. B", "PA105 3 dieu-1"),
        ("Điều 1. X\n1. A\na) B\n1. C", "PA106 4 dieu-1.khoan-1"),
        (
            "Điều 1. Sửa đổi Điều 5 như sau:\n“Điều 5. X\n1. A.\nĐiều 2. Hiệu lực thi hành",
            "PA108 2 dieu-1.trich-1",
        ),
        ("BÁO CÁO\nKính gửi: Bộ.\nMột đoạn.", "PA109 0 "),
    ],
)
def test_what_is_odd_becomes_a_finding_with_its_place(text: str, expected: str) -> None:
    assert expected in findings(text)


def test_no_finding_drops_a_line() -> None:
    text = "Điều 1. X\n40. B\n1. A\n1. C\nf) D\n“chưa đóng"
    assert [line.text for line in parse(reading(text)).lines()] == text.split("\n")


def test_a_numbered_list_inside_a_point_stays_there_until_the_clauses_go_on() -> None:
    assert tree("Điều 1. X\n1. A:\na) B gồm:\n1. Một.\n2. Hai.\nb) C\n2. D") == [
        "dieu-1: X",
        "dieu-1.khoan-1: A:",
        "dieu-1.khoan-1.diem-a: B gồm:",
        "dieu-1.khoan-1.diem-a.doan-1: 1. Một.",
        "dieu-1.khoan-1.diem-a.doan-2: 2. Hai.",
        "dieu-1.khoan-1.diem-b: C",
        "dieu-1.khoan-2: D",
    ]


def test_table_cells_are_a_table_whatever_they_say() -> None:
    rows = [
        ("Điều 1. X", None),
        ("1. A", None),
        ("1. Một", Cell(0, 0, 0)),
        ("Điều 9", Cell(0, 0, 1)),
        ("2. B", None),
    ]
    lines = tuple(Line(text, Source("b", "", n), cell=cell) for n, (text, cell) in enumerate(rows))
    instrument = parse(Reading("b", SourceKind.TEXT, lines))
    assert outline(instrument) == [
        "dieu-1: X", "dieu-1.khoan-1: A", "dieu-1.khoan-1.bang-1: 1. Một / Điều 9", "dieu-1.khoan-2: B",
    ]  # fmt: skip


def test_two_tables_side_by_side_in_the_lines_are_two() -> None:
    rows = [("Điều 1. X", None), ("a", Cell(0, 0, 0)), ("b", Cell(1, 0, 0))]
    lines = tuple(Line(text, Source("b", "", n), cell=cell) for n, (text, cell) in enumerate(rows))
    assert outline(parse(Reading("b", SourceKind.TEXT, lines)))[1:] == [
        "dieu-1.bang-1: a",
        "dieu-1.bang-2: b",
    ]


def test_empty_lines_belong_to_the_node_before_them_and_give_no_words() -> None:
    instrument = parse(reading("Điều 1. X\n\n1. A\n   \n2. B\n\n"))
    assert outline(instrument) == ["dieu-1: X", "dieu-1.khoan-1: A", "dieu-1.khoan-2: B"]
    assert [len(node.lines) for node in instrument.walk()] == [2, 2, 2]


def test_annexes_follow_the_signature_and_hold_their_own_sections() -> None:
    text = (
        "Điều 1. X\nNơi nhận:\n- Như trên.\nTM. CHÍNH PHỦ\nPhụ lục I\nDANH MỤC\n(Kèm theo Nghị định số 1/2020/NĐ-CP)\n"
        "I. NHÓM MỘT\n1. A\na) B\nNơi nhận: mẫu\nPHỤ LỤC II - BIỂU MẪU\n5. Không phải khoản"
    )
    assert tree(text) == [
        "dieu-1: X",
        "noi-nhan-1: Nơi nhận: / - Như trên.",
        "chu-ky-1: TM. CHÍNH PHỦ",
        "phu-luc-I: DANH MỤC",
        "phu-luc-I.doan-1: (Kèm theo Nghị định số 1/2020/NĐ-CP)",
        "phu-luc-I.muc-I: NHÓM MỘT",
        "phu-luc-I.muc-I.khoan-1: A",
        "phu-luc-I.muc-I.khoan-1.diem-a: B",
        "phu-luc-I.muc-I.khoan-1.diem-a.doan-1: Nơi nhận: mẫu",
        "phu-luc-II: BIỂU MẪU",
        "phu-luc-II.doan-1: 5. Không phải khoản",
    ]
    assert findings(text) == []


def test_an_attached_regulation_is_an_annex_with_articles_of_its_own() -> None:
    text = (
        "Điều 1. Ban hành kèm theo.\nBỘ TRƯỞNG\nQUY CHẾ\nLÀM VIỆC\nĐiều 1. Phạm vi\nTheo Điều 1 Quy chế này."
    )
    assert tree(text)[2:] == [
        "phu-luc: QUY CHẾ / LÀM VIỆC",
        "phu-luc.dieu-1: Phạm vi",
        "phu-luc.dieu-1.doan-1: Theo Điều 1 Quy chế này.",
    ]


def test_articles_behind_the_signature_start_an_annex_without_a_heading() -> None:
    assert tree("Điều 1. X\nTM. CHÍNH PHỦ\nChương I\nCHUNG\nĐiều 1. Phạm vi\n1. A")[2:] == [
        "phu-luc: ",
        "phu-luc.chuong-I: CHUNG",
        "phu-luc.dieu-1: Phạm vi",
        "phu-luc.dieu-1.khoan-1: A",
    ]


def test_a_text_without_articles_is_read_by_sections_clauses_and_points() -> None:
    assert tree("I. MỞ ĐẦU\n1. Nội dung:\na) Một;\nII. KẾT LUẬN") == [
        "muc-I: MỞ ĐẦU", "muc-I.khoan-1: Nội dung:", "muc-I.khoan-1.diem-a: Một;", "muc-II: KẾT LUẬN",
    ]  # fmt: skip


def test_an_empty_reading_is_an_empty_instrument() -> None:
    instrument = parse(reading(""))
    assert instrument.nodes == ()
    assert instrument.findings == ()

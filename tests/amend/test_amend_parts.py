"""Parts of provisions, counted as a drafter counts; each result worked out by hand from the made-up base."""

from __future__ import annotations

from dataclasses import replace

import pytest
from amend_base import ROWS, changed, content, done, operation, part

from kcdocs.amend.apply import apply
from kcdocs.model.address import Address
from kcdocs.model.instrument import Instrument
from kcdocs.model.line import Cell, Line, Source
from kcdocs.model.operation import LAST, Act, Operation, Part, PartKind, Spared, Verdict
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

HEADING, LEAD = part(PartKind.HEADING), part(PartKind.LEAD)


def _p(ordinal: int = 0, quoted: str = "") -> Part:
    return part(PartKind.PARAGRAPH, ordinal, quoted=quoted)


def _replace(target: str, *parts: Part, rows: tuple[str, ...]) -> Operation:
    return operation(Act.REPLACE, target, *parts, content=content(*rows))


@pytest.mark.parametrize(
    ("wanted", "gone", "new"),
    [
        (
            _replace("dieu-2.khoan-1", _p(1), rows=("1. Xưởng gốm là nơi làm gốm.",)),
            ["1. Xưởng gốm là nơi nung gốm."],
            ["1. Xưởng gốm là nơi làm gốm."],
        ),
        (
            _replace("dieu-2.khoan-1", _p(1), rows=("Xưởng gốm là nơi làm gốm.",)),
            ["1. Xưởng gốm là nơi nung gốm."],
            ["1. Xưởng gốm là nơi làm gốm."],
        ),
        (
            _replace("dieu-2.khoan-2", LEAD, rows=("Hồ sơ nộp một lần.", "Hồ sơ có:")),
            ["2. Hồ sơ gồm:"],
            ["2. Hồ sơ nộp một lần.", "Hồ sơ có:"],
        ),
        (
            operation(Act.REPLACE, "dieu-2.khoan-1", _p(3), new="Xưởng chưa có lò thì không nung."),
            ["Xưởng không có lò thì không được nung."],
            ["Xưởng chưa có lò thì không nung."],
        ),
        (
            _replace("dieu-2.khoan-1", _p(LAST), rows=("Hết.",)),
            ["Xưởng không có lò thì không được nung."],
            ["Hết."],
        ),
        (
            _replace("dieu-1", _p(1), rows=("Thông tư này quy định về gốm.",)),
            ["Thông tư này quy định về xưởng gốm."],
            ["Thông tư này quy định về gốm."],
        ),
        (
            operation(Act.REPEAL, "dieu-2.khoan-1", _p(2)),
            ["Xưởng phải có lò. Lò phải kín."],
            [],
        ),
        (
            operation(Act.REPEAL, "dieu-2.khoan-1", _p(quoted="Xưởng phải có lò. Lò phải kín")),
            ["Xưởng phải có lò. Lò phải kín."],
            [],
        ),
        (
            operation(Act.REMOVE_WORDS, "dieu-2.khoan-1", old="Xưởng phải có lò. Lò phải kín."),
            ["Xưởng phải có lò. Lò phải kín."],
            [],
        ),
        (
            _replace("dieu-2.khoan-2", LEAD, rows=("2. Hồ sơ có:",)),
            ["2. Hồ sơ gồm:"],
            ["2. Hồ sơ có:"],
        ),
        (
            operation(Act.RETITLE, "dieu-2.khoan-2", HEADING, new="2. Giấy tờ gồm:"),
            ["2. Hồ sơ gồm:"],
            ["2. Giấy tờ gồm:"],
        ),
        (
            _replace("dieu-3", LEAD, rows=("Chủ xưởng phải:",)),
            ["Chủ xưởng có nghĩa vụ sau:"],
            ["Chủ xưởng phải:"],
        ),
        (
            operation(Act.RETITLE, "dieu-3", HEADING, new="Điều 3. Người giữ lò"),
            ["Điều 3. Chủ xưởng"],
            ["Điều 3. Người giữ lò"],
        ),
        (
            operation(Act.RETITLE, "chuong-II", HEADING, new="CUỐI CÙNG"),
            ["QUY ĐỊNH CUỐI"],
            ["CUỐI CÙNG"],
        ),
        (
            operation(Act.REPEAL, "dieu-2.khoan-1", _p(2), part(PartKind.SENTENCE, LAST)),
            ["Xưởng phải có lò. Lò phải kín."],
            ["Xưởng phải có lò."],
        ),
        (
            operation(
                Act.REPLACE, "dieu-2.khoan-1", _p(2), part(PartKind.SENTENCE, 1), new="Xưởng cần có lò."
            ),
            ["Xưởng phải có lò. Lò phải kín."],
            ["Xưởng cần có lò. Lò phải kín."],
        ),
        (
            operation(Act.REPEAL, "dieu-2.khoan-2.diem-b", part(PartKind.DASH, 2)),
            ["- Giấy của lò;"],
            [],
        ),
        (
            _replace(
                "dieu-2.khoan-2.diem-b",
                part(PartKind.DASH, 1),
                part(PartKind.PLUS, 2),
                rows=("+ Bản gốc;",),
            ),
            ["+ Bản chính;"],
            ["+ Bản gốc;"],
        ),
        (
            operation(Act.REPLACE_WORDS, "dieu-2.khoan-1", _p(2), old="Lò", new="Cửa lò"),
            ["Xưởng phải có lò. Lò phải kín."],
            ["Xưởng phải có lò. Cửa lò phải kín."],
        ),
        (
            operation(
                Act.INSERT,
                "dieu-2.khoan-1",
                _p(2),
                content=content("Mỗi xưởng một lò."),
            ),
            [],
            ["Mỗi xưởng một lò."],
        ),
        (
            operation(Act.INSERT, "dieu-2.khoan-2", _p(LAST), content=content("Hồ sơ nộp một lần.")),
            [],
            ["Hồ sơ nộp một lần."],
        ),
        (
            operation(
                Act.INSERT,
                "dieu-2.khoan-1",
                _p(2),
                part(PartKind.SENTENCE),
                new="Lò phải có cửa.",
                at_end=True,
            ),
            ["Xưởng phải có lò. Lò phải kín."],
            ["Xưởng phải có lò. Lò phải kín. Lò phải có cửa."],
        ),
    ],
)
def test_a_command_on_a_part_changes_that_part_and_nothing_else(
    wanted: Operation, gone: list[str], new: list[str]
) -> None:
    _, log = done(wanted)

    assert log[0].verdict is not Verdict.REFUSED
    assert changed(wanted) == (gone, new)


def test_a_new_paragraph_stands_where_the_command_puts_it() -> None:
    after = operation(Act.INSERT, "dieu-2.khoan-1", _p(3), content=content("Thêm một."))
    before = operation(Act.INSERT, "dieu-1", _p(1), new="Trước hết.")
    last = operation(Act.INSERT, "dieu-2.khoan-1", _p(LAST), new="Sau hết.")

    lines, _ = done(after, before, last)

    start = lines.index("1. Xưởng gốm là nơi nung gốm.")
    assert lines[start + 1 : start + 5] == [
        "Xưởng phải có lò. Lò phải kín.",
        "Thêm một.",
        "Xưởng không có lò thì không được nung.",
        "Sau hết.",
    ]
    assert lines[lines.index("Điều 1. Phạm vi") + 1] == "Trước hết."


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (operation(Act.REPEAL, "dieu-2.khoan-1", _p(4)), "không có đoạn thứ tư"),
        (operation(Act.REPEAL, "dieu-2.khoan-1", _p(1)), "mang số, ký hiệu của khoản 1 Điều 2"),
        (operation(Act.REPEAL, "dieu-2.khoan-1", _p(quoted="Xưởng phải có cửa.")), "không có đoạn “Xưởng"),
        (operation(Act.REPEAL, "dieu-2.khoan-2", _p(LAST)), "không có đoạn cuối"),
        (operation(Act.REPEAL, "dieu-2.khoan-2", _p(2)), "chưa rõ đoạn thứ hai là đoạn nào"),
        (operation(Act.REPEAL, "dieu-2.khoan-1", part(PartKind.SENTENCE, LAST)), "có 3 đoạn"),
        (operation(Act.REPEAL, "dieu-2.khoan-2.diem-b", part(PartKind.DASH, 3)), "không có gạch đầu dòng"),
        (operation(Act.REPEAL, "dieu-2.khoan-2.diem-b", part(PartKind.DASH, 1)), "dấu cộng"),
        (_replace("dieu-2", LEAD, rows=("Mở đầu:",)), "không có đoạn mở đầu"),
        (operation(Act.RETITLE, "dieu-2.khoan-3", HEADING, new="Thời hạn"), "không có tên"),
        (operation(Act.RETITLE, "dieu-3", HEADING, new="Điều 5. Người giữ lò"), "mang số, ký hiệu «5»"),
        (_replace("dieu-2.khoan-1", _p(2), rows=("3. Khoản khác.",)), "không phải phần mà lệnh nói đến"),
        (operation(Act.REPLACE, "dieu-2.khoan-1", _p(2)), "không kèm nội dung mới"),
        (
            operation(Act.INSERT, "dieu-2.khoan-1", _p(1), new="Thêm."),
            "chưa rõ đặt đoạn mới trước đoạn đó",
        ),
        (
            operation(Act.INSERT, "dieu-2.khoan-1", _p(5), new="Thêm."),
            "chỉ có 3 phần như vậy",
        ),
        (operation(Act.REPLACE, "phu-luc-I", part(PartKind.ROW, label="3"), new="x"), "không có số thứ tự 3"),
    ],
)
def test_a_part_that_is_not_there_or_not_certain_is_never_mended_by_the_unit_around_it(
    wanted: Operation, told: str
) -> None:
    lines, log = done(wanted)

    assert log[0].verdict is Verdict.REFUSED
    assert told in log[0].remark
    assert lines == ROWS


@pytest.mark.parametrize(
    ("wanted", "gone", "new"),
    [
        (
            operation(
                Act.REPLACE_WORDS,
                "phu-luc-II",
                part(PartKind.FORM, label="01/XG"),
                old="xưởng gốm",
                new="ban gốm",
            ),
            ["Kính gửi xưởng gốm."],
            ["Kính gửi ban gốm."],
        ),
        (
            operation(Act.REMOVE_WORDS, "", part(PartKind.FORM, label="02/XG"), old=" của xưởng gốm"),
            ["Sổ của xưởng gốm."],
            ["Sổ."],
        ),
        (
            operation(Act.REPEAL, "phu-luc-II", part(PartKind.FORM, label="02/XG")),
            ["Mẫu số 02/XG", "SỔ LÒ", "Sổ của xưởng gốm."],
            ["Mẫu số 02/XG (được bãi bỏ)"],
        ),
        (
            operation(Act.REPEAL, "phu-luc-I", part(PartKind.ROW, label="2")),
            ["2. Lò lớn: 9 đồng."],
            ["2. (được bãi bỏ)"],
        ),
        (
            operation(Act.REPLACE_WORDS, "phu-luc-I.muc-1", old="5 đồng", new="6 đồng"),
            ["1. Lò nhỏ: 5 đồng."],
            ["1. Lò nhỏ: 6 đồng."],
        ),
        (
            _replace("phu-luc-I.khoan-2", rows=("2. Lò lớn: 8 đồng.",)),
            ["2. Lò lớn: 9 đồng."],
            ["2. Lò lớn: 8 đồng."],
        ),
    ],
)
def test_forms_and_items_of_annexes_are_found_by_their_whole_label(
    wanted: Operation, gone: list[str], new: list[str]
) -> None:
    assert changed(wanted) == (gone, new)


@pytest.mark.parametrize("label", ["01", "01/X", "1", "03/XG"])
def test_the_beginning_of_a_forms_label_is_another_label(label: str) -> None:
    lines, log = done(operation(Act.REPEAL, "phu-luc-II", part(PartKind.FORM, label=label)))

    assert log[0].remark == f"Phụ lục II của văn bản gốc không có Mẫu số {label}."
    assert lines == ROWS


def test_a_repeal_leaves_what_it_spares_and_the_words_that_lead_to_it() -> None:
    spared = (Spared(Address.parse("dieu-3.khoan-1")),)

    assert changed(operation(Act.REPEAL, "dieu-3", exceptions=spared)) == (
        ["2. Chủ xưởng báo cáo."],
        ["2. (được bãi bỏ)"],
    )


def test_an_exception_outside_what_is_repealed_makes_the_command_unclear() -> None:
    lines, log = done(operation(Act.REPEAL, "dieu-3", exceptions=(Spared(Address.parse("dieu-2.khoan-1")),)))

    assert "Chỗ được trừ ra (khoản 1 Điều 2)" in log[0].remark
    assert lines == ROWS


def test_a_provision_that_the_command_itself_spares_stays() -> None:
    lines, log = done(
        operation(Act.REPEAL, "dieu-2.khoan-3", exceptions=(Spared(Address.parse("dieu-2.khoan-3")),))
    )

    assert (log[0].verdict, lines) == (Verdict.REMARK, ROWS)


def test_a_new_form_stands_among_the_others_by_its_number_and_an_old_one_is_not_added_again() -> None:
    form = content("Mẫu số 01a/XG", "ĐƠN XIN ĐẤT")

    lines, _ = done(operation(Act.INSERT, "phu-luc-II", part(PartKind.FORM, label="01a/XG"), content=form))
    _, again = done(operation(Act.INSERT, "phu-luc-II", part(PartKind.FORM, label="02/XG"), content=form))

    start = lines.index("Kính gửi xưởng gốm.")
    assert [line.strip("“”.") for line in lines[start + 1 : start + 4]] == [
        "Mẫu số 01a/XG",
        "ĐƠN XIN ĐẤT",
        "Mẫu số 02/XG",
    ]
    assert again[0].remark == "Văn bản gốc đã có Mẫu số 02/XG Phụ lục II."


def test_rows_and_columns_of_a_table_are_found_by_their_number() -> None:
    table = _with_table()
    row = operation(Act.REPEAL, "phu-luc-I", part(PartKind.ROW, label="2"))
    cell = operation(
        Act.REPLACE_WORDS,
        "phu-luc-I",
        part(PartKind.ROW, label="1"),
        part(PartKind.COLUMN, 3),
        old="lò",
        new="bếp",
    )

    texts = [line.text for line in apply(table, (row, cell)).amended.lines()]

    assert texts[-8:] == ["TT", "Việc", "Phí", "1", "Nung lò", "Phí bếp", "2", "(được bãi bỏ)"]


def _with_table() -> Instrument:
    """The base with a table in its first annex: two numbered rows of three cells."""
    cells = [("TT", "Việc", "Phí"), ("1", "Nung lò", "Phí lò"), ("2", "Xây lò", "Phí xây")]
    rows = [
        Line(text, Source("gốc", "", 100 + 10 * row + column), cell=Cell(0, row, column))
        for row, texts in enumerate(cells)
        for column, text in enumerate(texts)
    ]
    head = reading("THÔNG TƯ\nVề gốm\nĐiều 1. Phí\nPhí ở Phụ lục I.\nPHỤ LỤC I\nMỨC PHÍ", "gốc")
    return parse(replace(head, lines=(*head.lines, *rows)))

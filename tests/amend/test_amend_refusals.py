"""Commands that cannot be done wholly say why and change nothing; rare ones that can be are done."""

from __future__ import annotations

import pytest
from amend_base import ROWS, changed, content, done, operation, part

from kcdocs.amend.apply import apply
from kcdocs.amend.write import write_articles
from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.operation import LAST, Act, Operation, Part, PartKind, Side, Spared, Verdict
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

HEADING, LEAD = part(PartKind.HEADING), part(PartKind.LEAD)
CLAUSE, POINT = "dieu-2.khoan-1", "dieu-2.khoan-2.diem-b"


def _p(ordinal: int = 0, quoted: str = "") -> Part:
    return part(PartKind.PARAGRAPH, ordinal, quoted=quoted)


def _s(ordinal: int = 0, quoted: str = "") -> Part:
    return part(PartKind.SENTENCE, ordinal, quoted=quoted)


def _new(target: str, *parts: Part, new: str = "Mới.") -> Operation:
    return operation(Act.REPLACE, target, *parts, new=new)


def _added(target: str, *parts: Part, rows: tuple[str, ...] = ("Mới.",), **more: object) -> Operation:
    return operation(Act.INSERT, target, *parts, content=content(*rows), **more)


def _beside(target: str, anchor: str, row: str) -> Operation:
    return _added(target, rows=(row,), anchor=Address.parse(anchor), side=Side.AFTER)


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (_new("chuong-I", LEAD), "không có đoạn mở đầu"),
        (_new("dieu-2.khoan-2", _p(3)), "có điểm, khoản bên trong"),
        (_new("dieu-2.khoan-2", _p(LAST)), "không có đoạn cuối đứng sau các điểm, khoản bên trong"),
        (_new("dieu-1", _p(quoted="Xưởng to")), "không có"),
        (_new("dieu-1", _s(1)), "có 2 đoạn; chưa rõ"),
        (_new(CLAUSE, _s(quoted="Lò phải to")), "không có"),
        (_new("phu-luc-II", part(PartKind.FORM, label="03/XG")), "không có"),
        (_new("phu-luc-I", part(PartKind.ROW, label="9")), "không có"),
        (_new("phu-luc-I", part(PartKind.COLUMN, 2)), "có 0 bảng"),
        (_new("phu-luc-I", part(PartKind.TABLE)), "có 0 bảng"),
        (_new("phu-luc-I", part(PartKind.NOTE)), "không có"),
        (_new("dieu-1", _p(1), new=""), "không kèm nội dung mới"),
        (_new("dieu-1", _p(1), new="…"), "có dấu lược"),
        (_new(CLAUSE, _p(1), new="2. Khác"), "mang số, ký hiệu «2», không phải «1»"),
        (_new(CLAUSE, _p(2), _s(1), new="Một.\nHai."), "Nội dung mới có 2 đoạn, mà lệnh chỉ nói đến"),
        (
            _new(CLAUSE, _p(1), new="Xưởng là lò.\nLò là xưởng."),
            "Nội dung mới có 2 đoạn, mà lệnh chỉ nói đến",
        ),
        (_new(CLAUSE, _p(2), new="Xưởng có hai lò.\nLò to."), "Nội dung mới có 2 đoạn, mà lệnh chỉ nói đến"),
    ],
)
def test_a_part_that_is_not_there_or_gets_no_fitting_words_is_not_replaced(
    wanted: Operation, why: str
) -> None:
    _refused(wanted, why)


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (_added("dieu-1", HEADING), "Chưa làm được lệnh bổ sung"),
        (_added("dieu-1", rows=("Điều 1. Tên", "Lời.")), "đã có Điều 1"),
        (_added("dieu-9", rows=("Điều 8. Tên", "Lời.")), "không phải Điều 9 mà lệnh nói đến"),
        (_added("dieu-9", rows=("Điều 9. Tên", "Lời.")), "không nói Điều 9 đặt ở đâu"),
        (_beside("dieu-2a", CLAUSE, "Điều 2a. Tên"), "không đặt được ngay bên cạnh khoản 1 Điều 2"),
        (_beside("dieu-3.khoan-3", "dieu-2.khoan-3", "3. Ba."), "không ở trong Điều 3"),
        (_added("dieu-1", _p(5)), "chỉ có 2 phần như vậy"),
        (_added(CLAUSE, _p(1)), "bắt đầu bằng đoạn mang số, ký hiệu"),
        (
            _added(CLAUSE, _p(2), _s(1), rows=("Một.", "Hai.")),
            "Nội dung mới có 2 đoạn, mà lệnh bổ sung một câu",
        ),
        (_added("dieu-1", part(PartKind.FORM, label="03/XG")), "đặt ở phụ lục nào"),
        (_added("phu-luc-II", part(PartKind.FORM, label="01/XG")), "đã có"),
    ],
)
def test_what_has_no_place_of_its_own_is_not_added(wanted: Operation, why: str) -> None:
    _refused(wanted, why)


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (operation(Act.REPEAL, CLAUSE, _p(1)), "mang số, ký hiệu của khoản 1 Điều 2"),
        (operation(Act.REPEAL, POINT, part(PartKind.DASH, 1)), "còn dòng có dấu cộng"),
        (operation(Act.REPEAL, CLAUSE, HEADING), "Chưa làm được lệnh này"),
        (
            operation(Act.REPEAL, "dieu-2", exceptions=(Spared(Address.parse("dieu-3")),)),
            "không phải là một phần của chỗ bị bãi bỏ",
        ),
        (operation(Act.RETITLE, "dieu-1", new=" "), "không kèm tên mới của Điều 1"),
        (operation(Act.RETITLE, "dieu-1", _p(1), new="Tên"), "Chưa làm được lệnh này"),
        (operation(Act.RENUMBER, "dieu-1", _p(1), new="2"), "Chưa làm được lệnh này"),
        (
            operation(Act.RETITLE, "dieu-1", new="Tên", exceptions=(Spared(Address.parse(CLAUSE)),)),
            "Chưa rõ trừ «khoản 1 Điều 2» ra",
        ),
    ],
)
def test_what_would_leave_a_hole_or_a_riddle_is_not_taken_out_or_renamed(wanted: Operation, why: str) -> None:
    _refused(wanted, why)


def _refused(wanted: Operation, why: str) -> None:
    lines, (outcome,) = done(wanted)

    assert lines == ROWS
    assert outcome.verdict is Verdict.REFUSED
    assert why in outcome.remark


@pytest.mark.parametrize(
    ("wanted", "gone", "new"),
    [
        (
            operation(Act.REPEAL, POINT, part(PartKind.DASH, quoted="- Giấy của lò")),
            ["- Giấy của lò;"],
            [],
        ),
        (
            operation(Act.REPEAL, CLAUSE, _s(quoted="Lò phải kín")),
            ["Xưởng phải có lò. Lò phải kín."],
            ["Xưởng phải có lò."],
        ),
        (operation(Act.REPEAL, "dieu-4", HEADING), ["Điều 4. Hiệu lực"], ["Điều 4. "]),
        (_added("dieu-3.khoan-3", rows=("Chủ xưởng trồng cây.",)), [], ["3. Chủ xưởng trồng cây."]),
        (_added(POINT, part(PartKind.DASH, 2), rows=("- Giấy của đất;",)), [], ["- Giấy của đất;"]),
        (_added("dieu-2.khoan-2", _p(2), rows=("Hồ sơ nộp tại xã.",)), [], ["Hồ sơ nộp tại xã."]),
        (
            _added(CLAUSE, _p(2), _s(1), rows=("Xưởng phải sạch.",)),
            ["Xưởng phải có lò. Lò phải kín."],
            ["Xưởng phải sạch. Xưởng phải có lò. Lò phải kín."],
        ),
    ],
)
def test_rare_parts_are_found_and_filled(wanted: Operation, gone: list[str], new: list[str]) -> None:
    assert changed(wanted) == (gone, new)


def test_new_paragraphs_stand_where_they_are_counted() -> None:
    lines, _ = done(_added("dieu-2.khoan-2", _p(2), rows=("Hồ sơ nộp tại xã.",)))
    assert lines[lines.index("Hồ sơ nộp tại xã.") - 1] == "2. Hồ sơ gồm:"

    lines, _ = done(_added(POINT, part(PartKind.DASH, 2), rows=("- Giấy của đất;",)))
    assert lines[lines.index("- Giấy của đất;") + 1] == "- Giấy của lò;"


def test_the_last_paragraph_of_a_clause_is_found_behind_its_points() -> None:
    text = "Điều 1. Tên\n1. Một:\na) A;\nb) B.\nPhải đủ cả hai."
    wanted = operation(Act.REPLACE, "dieu-1.khoan-1", _p(LAST), new="Chỉ cần một.")
    result = apply(parse(reading(text, "gốc")), (wanted,))

    assert [line.text for line in result.amended.lines()][-2:] == ["b) B.", "Chỉ cần một."]


def test_an_annex_is_added_under_the_number_it_gets() -> None:
    drafted = parse(reading("Điều 1. Tên\nPHỤ LỤC V\nMỨC PHẠT\n1. Lò hở: 7 đồng.", "sửa"))
    annex = next(node for node in drafted.walk() if node.kind == "phu-luc")
    lines, _ = done(operation(Act.INSERT, "phu-luc-III", content=(annex,)))

    assert lines[len(ROWS) :] == ["PHỤ LỤC III", "MỨC PHẠT", "1. Lò hở: 7 đồng."]


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (
            (
                _added("dieu-3.khoan-3", rows=("3. Ba.",)),
                _added("dieu-3.khoan-3", rows=("3. Bốn.",), at="dieu-2"),
            ),
            "chưa rõ theo lệnh nào",
        ),
        (
            (operation(Act.REPEAL, "dieu-3"), _added("dieu-3.khoan-3", rows=("3. Ba.",), at="dieu-2")),
            "chưa rõ theo lệnh nào",
        ),
    ],
)
def test_two_commands_that_cannot_both_be_done_are_both_refused(
    wanted: tuple[Operation, ...], why: str
) -> None:
    lines, log = done(*wanted)

    assert lines == ROWS
    assert {item.verdict for item in log} == {Verdict.REFUSED}
    assert why in log[1].remark


def test_the_same_change_of_the_same_words_by_two_commands_is_made_once() -> None:
    swap = {"old": "nung gốm", "new": "làm gốm"}
    lines, log = done(
        operation(Act.REPLACE_WORDS, "dieu-2.khoan-1", **swap),
        operation(Act.REPLACE_WORDS, "dieu-2", at="dieu-2", **swap),
    )

    assert "1. Xưởng gốm là nơi làm gốm." in lines
    assert "đã đổi chỗ này như vậy" in log[1].remark


def test_commands_on_words_are_written_behind_the_others() -> None:
    words = {"old": "xưởng gốm", "new": "nhỏ", "side": Side.AFTER}
    written = write_articles(
        [
            operation(Act.INSERT_WORDS, "dieu-1", **words),
            operation(Act.REMOVE_WORDS, "dieu-2", old="của lò"),
            operation(Act.SUSPEND, "dieu-3"),
        ],
        Citation("Thông tư", "21/2030/TT-BMT"),
    )
    text = "\n".join(written.articles)

    assert "Bổ sung cụm từ “nhỏ” vào sau cụm từ “xưởng gốm” tại Điều 1." in text
    assert "Bỏ cụm từ “của lò” tại Điều 2." in text
    assert "Ngưng hiệu lực Điều 3." in text

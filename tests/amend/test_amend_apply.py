"""Applying single operations, each with its text worked out by hand."""

from __future__ import annotations

import pytest

from kcdocs.amend.apply import apply
from kcdocs.amend.read import read as read_commands
from kcdocs.model.address import Address
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act, Applied, Operation, Origin, Part, PartKind, Side, Verdict
from kcdocs.model.span import Span
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

DECREE = """NGHỊ ĐỊNH
Về nghề thử
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Nói về nghề dệt, nghề gốm.
2. Không nói về nghề mộc:
a) Mộc nhà;
b) Mộc thuyền.
Điều 2. Hồ sơ
Hồ sơ gồm đơn.
Chương II
QUY ĐỊNH RIÊNG
Điều 3. Hiệu lực
Có hiệu lực theo khoản 2 Điều 1 Nghị định này."""

HEAD = "NGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP về nghề thử\n"
NOWHERE = Origin(Address(), Span(0, 0), "")


@pytest.fixture(scope="module")
def decree() -> Instrument:
    return parse(reading(DECREE, "gốc"))


def _lines(instrument: Instrument) -> list[str]:
    return [line.text for line in instrument.lines()]


def _do(decree: Instrument, act: Act, target: str, **more: object) -> tuple[list[str], Applied]:
    done = apply(decree, [Operation(act, Address.parse(target), NOWHERE, **more)])  # type: ignore[arg-type]
    return _lines(done.amended), done.log[0]


def _commanded(decree: Instrument, command: str) -> tuple[list[str], tuple[Applied, ...]]:
    draft = HEAD + f"Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP\n1. {command}"
    done = apply(decree, read_commands(parse(reading(draft, "dự thảo"))).operations)
    return _lines(done.amended), done.log


@pytest.mark.parametrize(
    ("act", "target", "more", "before", "after"),
    [
        (
            Act.REPLACE_WORDS,
            "dieu-1.khoan-1",
            {"old": "nghề gốm", "new": "nghề rèn"},
            5,
            "1. Nói về nghề dệt, nghề rèn.",
        ),
        (
            Act.INSERT_WORDS,
            "dieu-1.khoan-1",
            {"old": "nghề dệt", "new": "thủ công"},
            5,
            "1. Nói về nghề dệt thủ công, nghề gốm.",
        ),
        (
            Act.INSERT_WORDS,
            "dieu-1.khoan-1",
            {"old": "nghề dệt", "new": "mọi", "side": Side.BEFORE},
            5,
            "1. Nói về mọi nghề dệt, nghề gốm.",
        ),
        (
            Act.INSERT_WORDS,
            "dieu-1.khoan-1",
            {"old": "nghề dệt", "new": ", nghề rèn"},
            5,
            "1. Nói về nghề dệt, nghề rèn, nghề gốm.",
        ),
        (Act.REMOVE_WORDS, "dieu-1.khoan-1", {"old": ", nghề gốm"}, 5, "1. Nói về nghề dệt."),
        (Act.REMOVE_WORDS, "dieu-1.khoan-1", {"old": "nghề dệt, "}, 5, "1. Nói về nghề gốm."),
        (Act.REMOVE_WORDS, "dieu-1.khoan-1", {"old": "nghề gốm"}, 5, "1. Nói về nghề dệt,."),
        (Act.RETITLE, "dieu-2", {"new": "Hồ sơ và trình tự"}, 9, "Điều 2. Hồ sơ và trình tự"),
        (Act.RETITLE, "chuong-II", {"new": "QUY ĐỊNH CỤ THỂ"}, 12, "QUY ĐỊNH CỤ THỂ"),
        (Act.REPEAL, "dieu-1.khoan-2.diem-b", {}, 8, "b) (được bãi bỏ)"),
        (Act.RENUMBER, "dieu-1.khoan-1", {"new": "1a"}, 5, "1a. Nói về nghề dệt, nghề gốm."),
        (Act.SUSPEND, "dieu-2", {}, 9, "Điều 2. Hồ sơ"),
    ],
)
def test_an_operation_changes_one_line_and_no_other(
    act: Act, target: str, more: dict[str, object], before: int, after: str, decree: Instrument
) -> None:
    lines, done = _do(decree, act, target, **more)

    expected = DECREE.split("\n")
    expected[before] = after
    assert lines == expected
    assert done.verdict is not Verdict.REFUSED


def test_a_repealed_clause_keeps_its_number_and_loses_its_points(decree: Instrument) -> None:
    lines, _ = _do(decree, Act.REPEAL, "dieu-1.khoan-2")

    assert lines == [
        line
        for line in DECREE.replace("2. Không nói về nghề mộc:", "2. (được bãi bỏ)").split("\n")
        if ") Mộc" not in line
    ]


def test_words_replaced_throughout_are_replaced_in_every_provision(decree: Instrument) -> None:
    lines, done = _do(decree, Act.REPLACE_WORDS, "", old="nghề", new="ngành", throughout=True)

    assert "nghề" not in "\n".join(lines[2:])
    assert done.verdict is Verdict.DONE


def test_words_of_a_heading_leave_the_provision_below_alone(decree: Instrument) -> None:
    lines, _ = _do(
        decree, Act.REPLACE_WORDS, "dieu-2", old="Hồ sơ", new="Giấy tờ", parts=(Part(PartKind.HEADING),)
    )

    assert lines[9:11] == ["Điều 2. Giấy tờ", "Hồ sơ gồm đơn."]


def test_a_word_is_never_found_inside_a_syllable_and_case_counts(decree: Instrument) -> None:
    for words in ("ngh", "Nghề dệt", "ghề"):
        lines, done = _do(decree, Act.REPLACE_WORDS, "dieu-1.khoan-1", old=words, new="x")

        assert done.verdict is Verdict.REFUSED
        assert lines == DECREE.split("\n")


@pytest.mark.parametrize(
    ("act", "target", "more", "told"),
    [
        (Act.REPEAL, "dieu-9", {}, "không có Điều 9"),
        (Act.RETITLE, "dieu-1.khoan-1", {"new": "x"}, "không có tên"),
        (Act.REPLACE_WORDS, "dieu-1.khoan-1", {"old": "nghề sơn", "new": "x"}, "Không thấy cụm từ"),
        (Act.REPEAL, "dieu-1", {"reason": "Chưa rõ."}, "Chưa rõ."),
        (Act.REPLACE, "dieu-2", {}, "không kèm nội dung mới của Điều 2"),
        (Act.REPLACE, "chuong-II", {}, "không kèm nội dung mới của Chương II"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_reason(
    act: Act, target: str, more: dict[str, object], told: str, decree: Instrument
) -> None:
    lines, done = _do(decree, act, target, **more)

    assert done.verdict is Verdict.REFUSED
    assert told in done.remark
    assert lines == DECREE.split("\n")


def test_a_phrase_that_stands_twice_is_replaced_twice_with_a_remark(decree: Instrument) -> None:
    lines, done = _do(decree, Act.REPLACE_WORDS, "dieu-1.khoan-1", old="nghề", new="ngành")

    assert lines[5] == "1. Nói về ngành dệt, ngành gốm."
    assert (done.verdict, done.remark) == (Verdict.REMARK, "Thấy 2 chỗ, đã làm ở mọi chỗ.")


@pytest.mark.parametrize(
    ("command", "after", "added"),
    [
        (
            "Bổ sung khoản 1a vào sau khoản 1 Điều 1 như sau:\n“1a. Nói về nghề rèn.”.",
            5,
            ["1a. Nói về nghề rèn."],
        ),
        ("Bổ sung khoản 3 vào sau khoản 2 Điều 1 như sau:\n“3. Nói thêm.”.", 8, ["3. Nói thêm."]),
        ("Bổ sung khoản 3 Điều 1 như sau:\n“3. Nói thêm.”.", 8, ["3. Nói thêm."]),
        (
            "Bổ sung điểm a1 vào sau điểm a khoản 2 Điều 1 như sau:\n“a1) Mộc đồ chơi;”.",
            7,
            ["a1) Mộc đồ chơi;"],
        ),
        (
            "Bổ sung Điều 2a vào sau Điều 2 như sau:\n“Điều 2a. Phí\nKhông thu phí.”.",
            10,
            ["Điều 2a. Phí", "Không thu phí."],
        ),
        ("Bổ sung Điều 2a như sau:\n“Điều 2a. Phí\nKhông thu phí.”.", 10, ["Điều 2a. Phí", "Không thu phí."]),
        (
            "Bổ sung Điều 2a vào trước Điều 3 như sau:\n“Điều 2a. Phí\nKhông thu phí.”.",
            12,
            ["Điều 2a. Phí", "Không thu phí."],
        ),
        (
            "Bổ sung Chương Ia vào sau Chương I như sau:\n“Chương Ia\nQUY ĐỊNH THÊM\nĐiều 2a. Phí\nKhông thu phí.”.",
            10,
            ["Chương Ia", "QUY ĐỊNH THÊM", "Điều 2a. Phí", "Không thu phí."],
        ),
    ],
)
def test_a_new_provision_stands_where_the_command_or_its_label_puts_it(
    command: str, after: int, added: list[str], decree: Instrument
) -> None:
    lines, log = _commanded(decree, command)

    rows = DECREE.split("\n")
    assert [item.verdict for item in log] == [Verdict.DONE]
    assert lines == [*rows[: after + 1], *added, *rows[after + 1 :]]


def test_a_whole_chapter_is_replaced_with_its_articles(decree: Instrument) -> None:
    lines, log = _commanded(
        decree,
        "Sửa đổi, bổ sung Chương II như sau:\n“Chương II\nQUY ĐỊNH MỚI\nĐiều 3. Hiệu lực\nCó hiệu lực ngay.”.",
    )

    assert [item.verdict for item in log] == [Verdict.DONE]
    assert lines[11:] == ["Chương II", "QUY ĐỊNH MỚI", "Điều 3. Hiệu lực", "Có hiệu lực ngay."]


def test_a_provision_that_stands_already_is_not_added_again(decree: Instrument) -> None:
    lines, log = _commanded(decree, "Bổ sung khoản 2 vào sau khoản 1 Điều 1 như sau:\n“2. Lại.”.")

    assert log[0].remark == "Văn bản gốc đã có khoản 2 Điều 1."
    assert lines == DECREE.split("\n")


def test_several_provisions_after_one_neighbour_keep_their_order(decree: Instrument) -> None:
    lines, _ = _commanded(
        decree, "Bổ sung khoản 1a và khoản 1b vào sau khoản 1 Điều 1 như sau:\n“1a. Một.\n1b. Hai.”."
    )

    assert lines[5:9] == [
        "1. Nói về nghề dệt, nghề gốm.",
        "1a. Một.",
        "1b. Hai.",
        "2. Không nói về nghề mộc:",
    ]


def test_references_of_changed_words_are_read_anew(decree: Instrument) -> None:
    done = apply(
        decree,
        [Operation(Act.REPLACE_WORDS, Address.parse("dieu-3"), NOWHERE, old="khoản 2 Điều 1", new="Điều 2")],
    )

    node = done.amended.find(Address.parse("dieu-3.doan-1"))
    assert node is not None
    assert [str(target) for item in node.references for target in item.targets] == ["dieu-2"]

"""Phrases in the old text: what is a match, what is only near, and what several commands make of one place."""

from __future__ import annotations

import pytest
from amend_base import ROWS, changed, content, done, operation, part

from kcdocs.amend.make import make
from kcdocs.amend.phrase import removal
from kcdocs.amend.sentences import sentences
from kcdocs.amend.twig import Twig
from kcdocs.amend.wording import dangles, find, folded, tidy
from kcdocs.model.address import Address
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Operation, PartKind, Side, Spared, Verdict

CLAUSE_3 = "3. Thời hạn là 10 ngày, phí là 10.000 đồng."


def _swap(target: str, old: str, new: str, at: str = "dieu-1.khoan-1", **more: object) -> Operation:
    return operation(Act.REPLACE_WORDS, target, at=at, old=old, new=new, **more)


@pytest.mark.parametrize(
    ("words", "text", "hits", "near"),
    [
        ("lò gốm", "xưởng có lò gốm", ["lò gốm"], []),
        ("lò gốm", "xưởng có lò\u00a0 gốm", ["lò\u00a0 gốm"], []),
        ("lò gốm", "xưởng có lò\ngốm", ["lò\ngốm"], []),
        ("hoà giải", "tổ hòa giải", ["hòa giải"], []),
        ("thủy sản, uỷ ban", "ngành thuỷ sản, ủy ban", ["thuỷ sản, ủy ban"], []),
        ("lò “kín”", 'xưởng có lò "kín"', ['lò "kín"'], []),
        ("lò - gốm", "nghề lò – gốm", ["lò – gốm"], []),
        ("đường", "dường như", [], []),
        ("kỹ thuật", "kĩ thuật", [], []),
        ("lò", "lòng lò", ["lò"], []),
        ("lò gốm", "Lò gốm kín. Lò gốm to.", ["Lò gốm", "Lò gốm"], []),
        ("lò gốm", "Ban Lò gốm", [], ["Lò gốm"]),
        ("Lò gốm", "có lò gốm", [], ["lò gốm"]),
        ("Lò gốm", "- lò gốm", ["lò gốm"], []),
        ("lò gốm", "LÒ GỐM", [], ["LÒ GỐM"]),
        ("0 ngày", "trong 10 ngày", [], ["10 ngày"]),
        ("10", "phí 10.000 đồng", [], ["10.000"]),
        ("10", "trong 10 ngày, 1,10 lần", ["10"], []),
        ("5,5", "hệ số 5,5; 15,5", ["5,5"], []),
    ],
)
def test_words_match_as_a_reader_would_take_them(
    words: str, text: str, hits: list[str], near: list[str]
) -> None:
    found = find(words, folded(text))

    assert [hit.span.of(text) for hit in found.hits] == hits
    assert list(found.near) == near


@pytest.mark.parametrize(
    ("wanted", "gone", "new"),
    [
        (
            _swap("dieu-2.khoan-3", "10 ngày", "15 ngày"),
            [CLAUSE_3],
            ["3. Thời hạn là 15 ngày, phí là 10.000 đồng."],
        ),
        (
            _swap("dieu-3.khoan-1", "chủ xưởng", "người giữ lò"),
            ["1. Chủ xưởng giữ lò; chủ xưởng ghi sổ."],
            ["1. Người giữ lò giữ lò; người giữ lò ghi sổ."],
        ),
        (
            operation(Act.REMOVE_WORDS, "dieu-2.khoan-3", old=", phí là 10.000 đồng"),
            [CLAUSE_3],
            ["3. Thời hạn là 10 ngày."],
        ),
        (
            operation(Act.REMOVE_WORDS, "dieu-2.khoan-3", old="Thời hạn là 10 ngày,"),
            [CLAUSE_3],
            ["3. phí là 10.000 đồng."],
        ),
        (
            operation(Act.INSERT_WORDS, "dieu-2.khoan-3", old="10 ngày", new="làm việc"),
            [CLAUSE_3],
            ["3. Thời hạn là 10 ngày làm việc, phí là 10.000 đồng."],
        ),
        (
            operation(Act.INSERT_WORDS, "dieu-3.khoan-1", old="xưởng", new="to"),
            ["1. Chủ xưởng giữ lò; chủ xưởng ghi sổ."],
            ["1. Chủ xưởng to giữ lò; chủ xưởng to ghi sổ."],
        ),
        (
            operation(Act.INSERT_WORDS, "dieu-2.khoan-3", old="phí", new="mức", side=Side.BEFORE),
            [CLAUSE_3],
            ["3. Thời hạn là 10 ngày, mức phí là 10.000 đồng."],
        ),
        (
            operation(Act.INSERT_WORDS, "dieu-2.khoan-3", new="một lò", at_end=True),
            [CLAUSE_3],
            ["3. Thời hạn là 10 ngày, phí là 10.000 đồng một lò."],
        ),
        (
            operation(Act.INSERT_WORDS, "dieu-2.khoan-3", new="Phí nộp một lần.", at_end=True),
            [CLAUSE_3],
            [f"{CLAUSE_3} Phí nộp một lần."],
        ),
        (
            operation(Act.REPLACE_WORDS, "dieu-3", part(PartKind.HEADING), old="Chủ xưởng", new="Thợ"),
            ["Điều 3. Chủ xưởng"],
            ["Điều 3. Thợ"],
        ),
    ],
)
def test_words_change_at_their_place_and_keep_the_capital_of_a_sentence(
    wanted: Operation, gone: list[str], new: list[str]
) -> None:
    assert changed(wanted) == (gone, new)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (_swap("dieu-3.khoan-1", "chủ xưởng", "thợ"), "Khác chữ hoa, chữ thường ở đầu câu"),
        (_swap("dieu-2.khoan-1.doan-1", "Lò", "Cửa"), "Có chỗ gần giống, để nguyên: “lò”"),
        (operation(Act.REMOVE_WORDS, "dieu-2.khoan-3", old="10 ngày"), ""),
        (operation(Act.INSERT_WORDS, "dieu-3.khoan-1", old="xưởng", new="to"), "Thấy 2 chỗ"),
        (
            operation(Act.REMOVE_WORDS, "dieu-2.khoan-3", old="phí là 10.000 đồng"),
            "dấu câu hoặc từ nối bị thừa",
        ),
    ],
)
def test_what_is_odd_about_a_match_is_said(wanted: Operation, told: str) -> None:
    _, log = done(wanted)

    assert told in log[0].remark
    assert log[0].verdict is (Verdict.REMARK if told else Verdict.DONE)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (
            _swap("dieu-2.khoan-3", "0 ngày", "5 ngày"),
            "có chỗ gần giống, chưa rõ có phải là chỗ ấy: “10 ngày”",
        ),
        (_swap("dieu-2.khoan-3", "thời hạn là 9 ngày", "x"), "Không thấy cụm từ “thời hạn là 9 ngày”"),
        (_swap("", "xưởng", "nhà"), "cũng không nói là toàn văn"),
        (operation(Act.REMOVE_WORDS, "dieu-2.khoan-2.diem-a", old="Đơn;"), "không còn lời"),
        (operation(Act.INSERT_WORDS, "dieu-2.khoan-1", new="to", at_end=True), "có 3 đoạn"),
        (
            operation(Act.INSERT_WORDS, "dieu-2.khoan-2.diem-a", new="Đơn phải ký.", at_end=True),
            "không kết thúc bằng dấu chấm",
        ),
    ],
)
def test_words_that_are_not_surely_meant_are_left_and_named(wanted: Operation, told: str) -> None:
    lines, log = done(wanted)

    assert (log[0].verdict, lines) == (Verdict.REFUSED, ROWS)
    assert told in log[0].remark


def test_words_of_the_whole_text_change_in_titles_and_annexes_too_but_not_in_what_frames_it() -> None:
    wanted = _swap("", "xưởng gốm", "nhà gốm", throughout=True)

    gone, new = changed(wanted)
    _, log = done(wanted)

    assert "Quy định về xưởng gốm" not in gone
    assert gone == [
        "Thông tư này quy định về xưởng gốm.",
        "Xưởng gốm nhỏ được miễn phí.",
        "Điều 2. Xưởng gốm",
        "1. Xưởng gốm là nơi nung gốm.",
        "Kính gửi xưởng gốm.",
        "Sổ của xưởng gốm.",
    ]
    assert new[2] == "Điều 2. Nhà gốm"
    assert "Thấy 6 chỗ, kể cả tại tên Điều 2, đoạn 3 Phụ lục II, đoạn 6 Phụ lục II." in log[0].remark


def test_an_exception_of_a_unit_or_of_a_longer_phrase_stays_as_it_was() -> None:
    spared = (
        Spared(Address.parse("dieu-1")),
        Spared(Address(), words="Sổ của xưởng gốm"),
        Spared(Address.parse("phu-luc-II"), (part(PartKind.FORM, label="01/XG"),)),
    )

    gone, _ = changed(_swap("", "xưởng gốm", "nhà gốm", throughout=True, exceptions=spared))

    assert gone == ["Điều 2. Xưởng gốm", "1. Xưởng gốm là nơi nung gốm."]


@pytest.mark.parametrize(
    "spared",
    [
        Spared(Address.parse("dieu-2.khoan-1")),
        Spared(Address.parse("dieu-9")),
        Spared(Address(), words="Thời hạn"),
        Spared(Address(), words="lò của xưởng gốm"),
    ],
)
def test_an_exception_that_is_not_in_the_place_leaves_the_whole_command_undone(spared: Spared) -> None:
    lines, log = done(_swap("dieu-1", "xưởng gốm", "nhà gốm", exceptions=(spared,)))

    assert (log[0].verdict, lines) == (Verdict.REFUSED, ROWS)


def test_every_phrase_is_looked_for_in_the_text_as_it_was() -> None:
    chain = (_swap("dieu-2.khoan-3", "10 ngày", "15 ngày"), _swap("dieu-2.khoan-3", "15 ngày", "20 ngày"))

    lines, log = done(*chain)

    assert "3. Thời hạn là 15 ngày, phí là 10.000 đồng." in lines
    assert [item.verdict for item in log] == [Verdict.DONE, Verdict.REFUSED]


@pytest.mark.parametrize("turned", [False, True])
def test_two_words_change_places_and_a_longer_phrase_goes_before_a_shorter(turned: bool) -> None:
    pairs = [
        _swap("dieu-3.khoan-1", "giữ lò", "ghi lò"),
        _swap("dieu-3.khoan-1", "lò", "bếp"),
        _swap("dieu-2.khoan-1.doan-1", "phải có lò", "cần có bếp"),
        _swap("dieu-2.khoan-1.doan-1", "lò", "bếp"),
    ]

    lines, _ = done(*(reversed(pairs) if turned else pairs))

    assert "1. Chủ xưởng ghi lò; chủ xưởng ghi sổ." in lines
    assert "Xưởng cần có bếp. Bếp phải kín." in lines


def test_a_shorter_phrase_with_nothing_left_and_phrases_that_only_overlap_are_named() -> None:
    _, shorter = done(
        _swap("dieu-2.khoan-3", "10 ngày", "15 ngày", at="dieu-1.khoan-1"),
        _swap("dieu-2.khoan-3", "ngày", "hôm", at="dieu-1.khoan-2"),
    )
    lines, overlapping = done(
        _swap("dieu-2.khoan-3", "là 10 ngày", "là 15 ngày", at="dieu-1.khoan-1"),
        _swap("dieu-2.khoan-3", "10 ngày, phí", "10 hôm, phí", at="dieu-1.khoan-2"),
    )

    assert shorter[1].remark == (
        "Cụm từ “ngày” ở đây chỉ có trong “10 ngày”, là cụm từ mà lệnh tại khoản 1 Điều 1 đã đổi."
    )
    assert {item.verdict for item in overlapping} == {Verdict.REFUSED}
    assert lines == ROWS


def test_words_in_a_provision_that_is_replaced_are_the_new_contents_matter() -> None:
    lines, log = done(
        operation(Act.REPLACE, "dieu-2.khoan-3", content=content("3. Thời hạn là 10 ngày.")),
        _swap("dieu-2.khoan-3", "10 ngày", "15 ngày"),
        _swap("dieu-2", "xưởng", "nhà"),
    )

    assert "3. Thời hạn là 10 ngày." in lines
    assert [item.verdict for item in log] == [Verdict.DONE, Verdict.REMARK, Verdict.REMARK]
    assert "không còn gì để sửa" in log[1].remark
    assert "- Giấy của chủ nhà;" in lines


def test_sentences_end_at_stops_before_capitals_only() -> None:
    text = "Phí 1.000 đồng theo khoản 2.c; TP. Huế thu. Ai nộp? Chủ xưởng “nộp.” Hết"

    assert [span.of(text) for span in sentences(text)] == [
        "Phí 1.000 đồng theo khoản 2.c; TP. Huế thu.",
        "Ai nộp?",
        "Chủ xưởng “nộp.”",
        "Hết",
    ]


@pytest.mark.parametrize(
    ("text", "seam", "expected"),
    [("lò  gốm", 3, "lò gốm"), ("lò , gốm", 3, "lò, gốm"), ("( gốm)", 1, "(gốm)"), ("lò ", 3, "lò")],
)
def test_space_that_would_be_left_over_goes_with_the_words(text: str, seam: int, expected: str) -> None:
    span, glue = tidy(text, seam)

    assert text[: span.start] + glue + text[span.end :] == expected


@pytest.mark.parametrize(
    ("text", "seam", "odd"),
    [
        ("lò,, gốm", 3, True),
        ("lò và .", 6, True),
        (", gốm", 0, True),
        ("lò, gốm", 4, False),
        ("lò gốm", 3, False),
    ],
)
def test_a_comma_or_and_without_what_it_joined_is_noticed(text: str, seam: int, odd: bool) -> None:
    assert dangles(text, seam) is odd


def test_words_that_run_over_a_line_end_are_found_and_the_lines_stay_apart() -> None:
    twig = Twig(_wrapped("Lò gốm nung đất\nsét ở làng."), Address())

    twig.mend([(found.span, "sứ") for found in find("đất sét", folded(twig.text)).hits])
    taken = Twig(_wrapped("Lò gốm nung đất\nsét ở làng."), Address())
    edit = removal(taken, find("đất sét", folded(taken.text)).hits[0].span)
    taken.mend([(edit.reach, edit.words)])

    assert [line.text for line in twig.lines] == ["Lò gốm nung sứ", "ở làng."]
    assert [line.text for line in taken.lines] == ["Lò gốm nung", "ở làng."]


def _wrapped(text: str) -> Node:
    """A paragraph whose words stand on several lines."""
    return make(Address.parse("dieu-1.doan-1"), text)

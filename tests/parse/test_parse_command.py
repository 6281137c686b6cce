"""The amending sentence is understood whole, or what is not understood is shown."""

from __future__ import annotations

from datetime import date

import pytest
from command_readings import NAMINGS, clear, sentence, told
from command_sentences import BASE, MORE, SHAPES

from kcdocs.model.citation import Citation
from kcdocs.model.operation import Act
from kcdocs.parse.command.quotation import quotations
from kcdocs.parse.command.sentence import SentenceKind
from kcdocs.parse.command.tokens import T, tokens

_ALL = {**SHAPES, **MORE}


@pytest.mark.parametrize("text", _ALL)
def test_a_sentence_of_each_shape_says_what_it_says_and_no_word_is_left(text: str) -> None:
    assert told(text) == _ALL[text]


@pytest.mark.parametrize("foreign", ["tạm thời", "đối với tổ hợp tác"])
@pytest.mark.parametrize("text", _ALL)
def test_a_foreign_word_at_any_gap_leaves_nothing_of_its_verb_as_it_was(text: str, foreign: str) -> None:
    """Acts of other verbs may stand; a gap inside a quotation or a name is none."""
    verbs = sum(token.kind in (T.VERB, T.DONE) for token in tokens(text, NAMINGS))
    for token in tokens(text, NAMINGS)[1:]:
        if token.kind is T.ATTACHED and " - " in text[: token.span.start]:
            continue  # behind the free name of an annex
        spoilt = f"{text[: token.span.start]}{foreign} {text[token.span.start :]}"
        assert clear(spoilt) != _ALL[text], spoilt
        if verbs == 1:
            assert not clear(spoilt), spoilt


@pytest.mark.parametrize("text", _ALL)
def test_a_foreign_word_at_the_end_leaves_nothing_as_it_was(text: str) -> None:
    assert clear(f"{text.rstrip('.:')} khi luật mới có hiệu lực.") != _ALL[text]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bãi bỏ tạm thời khoản 2 Điều 7.", ("tạm thời",)),
        ("Bãi bỏ khoản 2 Điều 7 đối với tổ hợp tác.", ("đối với tổ hợp tác",)),
        ("Bỏ cụm từ “mây” lần đầu tại khoản 2 Điều 7.", ("lần đầu",)),
        ("Bãi bỏ phần sau khoản 2 Điều 7.", ("phần sau khoản 2 điều 7",)),
    ],
)
def test_the_words_that_were_not_understood_are_told(text: str, words: tuple[str, ...]) -> None:
    (command,) = sentence(text).commands
    assert command.left_over == words


@pytest.mark.parametrize(
    "text",
    [
        "Bãi bỏ điểm 1.3 khoản 1 Điều 7.",
        "Bãi bỏ điểm b(ii) khoản 4 Điều 3.",
        "Bãi bỏ khoản 2.c Điều 3.",
        "Bãi bỏ khoản 2 và Điều 3.",
        "Bãi bỏ khoản 3.",
        "Bãi bỏ khoản 2 Điều này.",
        "Thay cụm từ “mây”, “song” bằng cụm từ “tre”, “nứa”, “trúc” tại Điều 2.",
        "Thay cụm từ “mây” tại Điều 2.",
        "Thay cụm từ “mây bằng cụm từ tre tại Điều 2.",
        "Bãi bỏ Điều 7, trừ trường hợp khác.",
    ],
)
def test_what_can_be_read_in_two_ways_or_in_none_is_not_clear(text: str) -> None:
    assert not clear(text)


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Sửa đổi khoản 2 Điều 6 như sau:", "dieu-5"),
        ("Bãi bỏ khoản 2, Điều 3.", "dieu-5"),
        ("Sửa đổi khoản 3 như sau:", "dieu-5.khoan-2"),
    ],
)
def test_a_sentence_against_what_stands_above_is_not_clear(text: str, above: str) -> None:
    assert not clear(text, above)


@pytest.mark.parametrize(
    ("text", "above", "said"),
    [
        ("Sửa đổi điểm b khoản 2 như sau:", "dieu-5", "sua-doi dieu-5.khoan-2.diem-b"),
        ("Sửa đổi điểm b như sau:", "dieu-5.khoan-2", "sua-doi dieu-5.khoan-2.diem-b"),
        ("Sửa đổi khoản 2 như sau:", "dieu-5.khoan-2", "sua-doi dieu-5.khoan-2"),
        ("Bổ sung khoản 3 như sau:", "dieu-5.khoan-2", "bo-sung dieu-5.khoan-3"),
        ("Sửa đổi tên Điều như sau:", "dieu-25", "sua-doi dieu-25 ten"),
        ("Sửa đổi Mục 2 như sau:", "chuong-II", "sua-doi chuong-II.muc-2"),
    ],
)
def test_what_a_sentence_lacks_comes_from_above(text: str, above: str, said: str) -> None:
    assert told(text, above) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Khoản 2 Điều 7;", ["bai-bo dieu-7.khoan-2"]),
        ("Cụm từ “mây” tại khoản 2 Điều 7;", ["bo-cum-tu dieu-7.khoan-2 “mây”"]),
        ("Tại khoản 2 Điều 7;", ["bai-bo dieu-7.khoan-2"]),
        ("Thông tư số 05/2029/TT-BTN;", ["bai-bo toàn văn @05/2029/TT-BTN"]),
    ],
)
def test_an_item_of_a_list_is_governed_by_the_verb_above(text: str, said: list[str]) -> None:
    assert told(text, carried=Act.REPEAL) == said
    assert sentence(text).commands == ()


@pytest.mark.parametrize(
    "text",
    [
        "Khoản 2 Điều 7 bị bãi bỏ bởi khoản 1 Điều 2 Thông tư số 05/2029/TT-BTN.",
        "Trường hợp văn bản dẫn chiếu được sửa đổi, bổ sung hoặc thay thế thì áp dụng văn bản mới.",
        "Căn cứ Luật A được sửa đổi, bổ sung bởi Luật B.",
        "Thay đổi tên, địa chỉ của cơ sở.",
        "Cơ sở sửa đổi hồ sơ theo khoản 2 Điều 7.",
        "Khi sửa đổi khoản 2 Điều 7 phải báo cáo.",
    ],
)
def test_what_only_looks_like_a_command_is_none(text: str) -> None:
    assert not clear(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Thông tư này thay thế {BASE}.",
        f"{BASE} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        f"{BASE} bị bãi bỏ.",
    ],
)
def test_a_sentence_on_the_force_of_a_whole_instrument_is_told_apart(text: str) -> None:
    assert sentence(text).shape is SentenceKind.EFFECT


def test_an_exception_is_kept_apart_from_what_is_done() -> None:
    (command,) = sentence("Bãi bỏ Điều 7, trừ khoản 1.").commands
    (spared,) = command.exceptions
    assert [unit.labels for item in spared.items for unit in item.units] == [("1",)]
    assert [unit.labels for item in command.items for unit in item.units] == [("7",)]


@pytest.mark.parametrize(
    "text", ["Bãi bỏ Điều 5 (trừ khoản 2 Điều này).", "Bãi bỏ Điều 5, ngoại trừ khoản 2."]
)
def test_an_exception_stands_in_parentheses_or_behind_a_comma(text: str) -> None:
    (command,) = sentence(text).commands
    assert len(command.exceptions) == 1
    assert not command.left_over


def test_words_that_stay_are_an_exception_too() -> None:
    (command,) = sentence(
        f"Thay thế cụm từ “mây” bằng cụm từ “tre” tại {BASE}, trừ cụm từ “mây song” quy định tại khoản 2 Điều 2."
    ).commands
    assert [item.words for item in command.exceptions] == [("mây song",)]
    assert told("Bãi bỏ Điều 7, trừ khoản 1.") == ["bai-bo dieu-7"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Từ ngày 01 tháng 3 năm 2032, bãi bỏ khoản 2 Điều 7.", date(2032, 3, 1)),
        ("Bãi bỏ khoản 2 Điều 7 kể từ ngày 01/3/2032.", date(2032, 3, 1)),
        ("Kể từ ngày Thông tư này có hiệu lực thi hành, bãi bỏ khoản 2 Điều 7.", None),
    ],
)
def test_the_day_of_one_command_is_read(text: str, day: date | None) -> None:
    (command,) = sentence(text).commands
    assert command.day == day
    assert clear(text) == ["bai-bo dieu-7.khoan-2"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Bãi bỏ khoản 2 Điều 7 của Quy chế tiếp nhận hồ sơ.", "tiếp nhận hồ sơ"),
        ("Bãi bỏ khoản 2 Điều 7 Quy chế đào tạo ban hành kèm theo Quyết định số 30/2016/QĐ-BTN.", "đào tạo"),
    ],
)
def test_a_text_that_another_carries_is_not_its_carrier(text: str, named: str) -> None:
    (command,) = sentence(text).commands
    (item,) = command.items
    assert item.naming is not None
    assert item.naming.citation is not None
    assert item.naming.citation.number == ""
    assert item.naming.citation.title.startswith(named)


def test_the_long_title_of_an_instrument_is_taken_whole() -> None:
    text = (
        "Bãi bỏ khoản 2 Điều 7 Thông tư số 11/2030/TT-BTN ngày 05 tháng 6 năm 2030 của Bộ trưởng Bộ Công Thương"
        " quy định chi tiết khoản 3 Điều 9, Điều 12 của Luật Nghề và việc sửa đổi, bổ sung sổ sách; Điều 8."
    )
    assert told(text) == ["bai-bo dieu-7.khoan-2 @11/2030/TT-BTN", "bai-bo dieu-8"]


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        ("Nghị định số 69/2030/NĐ-CP", ["bai-bo dieu-7.khoan-2 @11/2030/TT-BTN"]),
        ("Thông tư số 69/2030/TT-BTN", []),
    ],
)
def test_an_instrument_beside_a_title_is_part_of_it_if_what_bears_it_may_detail_it(
    beside: str, said: list[str]
) -> None:
    text = (
        "Bãi bỏ khoản 2 Điều 7 Thông tư số 11/2030/TT-BTN quy định chi tiết một số điều của Luật Nghề"
        f" và {beside} quy định về nghề."
    )
    assert clear(text) == said


def test_a_note_on_earlier_amendments_names_the_version_not_the_target() -> None:
    (command,) = sentence(
        "Sửa đổi khoản 2 Điều 3 (đã được sửa đổi, bổ sung bởi khoản 8 Điều 1 Thông tư số 22/2031/TT-BTN) như sau:"
    ).commands
    assert [item.number for item in command.history] == ["22/2031/TT-BTN"]
    assert command.items[0].naming is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sửa đổi khoản 2 Điều 3 như sau:", "Khoản 2 Điều 3 được sửa đổi như sau:"),
        ("Bãi bỏ khoản 2 Điều 3.", "Khoản 2 Điều 3 bị bãi bỏ."),
        ("Bãi bỏ các khoản 1, 2 Điều 3.", "Bãi bỏ khoản 1 và khoản 2 Điều 3."),
        ("Bãi bỏ khoản 1, khoản 2 Điều 3.", "Bãi bỏ khoản 1 Điều 3, khoản 2 Điều 3."),
        (
            "Thay cụm từ “mây” bằng cụm từ “tre” tại Điều 3.",
            "Thay cụm từ “mây” tại Điều 3 bằng cụm từ “tre”.",
        ),
        (
            "Bãi bỏ khoản 2 Điều 3 (đã được sửa đổi bởi Thông tư số 03/2030/TT-BTN).",
            "Bãi bỏ khoản 2 Điều 3 đã được sửa đổi bởi Thông tư số 03/2030/TT-BTN.",
        ),
    ],
)
def test_two_ways_to_say_one_thing_say_the_same(one: str, other: str) -> None:
    assert clear(one) == clear(other) != []


@pytest.mark.parametrize(
    ("full", "short", "above"),
    [
        ("Sửa đổi khoản 2 Điều 3 như sau:", "Sửa đổi khoản 2 như sau:", "dieu-3"),
        ("Bãi bỏ điểm a, b khoản 2 Điều 3.", "Bãi bỏ điểm a, b.", "dieu-3.khoan-2"),
        ("Bỏ từ “mây” tại khoản 1 Điều 3.", "Bỏ từ “mây” tại khoản 1.", "dieu-3"),
        ("Bãi bỏ tên Điều 3.", "Bãi bỏ tên Điều.", "dieu-3"),
    ],
)
def test_a_full_address_and_one_inherited_say_the_same(full: str, short: str, above: str) -> None:
    assert clear(full) == clear(short, above) != []


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "‟”", "„”", "«»"])
def test_every_mark_that_opens_a_quotation_is_one(opening: str, closing: str) -> None:
    (found,) = quotations(f"từ {opening}mây{closing} tại")
    assert (found.span.of(f"từ {opening}mây{closing} tại"), found.closed) == ("mây", True)


def test_marks_inside_a_quotation_are_words_and_a_lost_one_quotes_the_rest() -> None:
    assert [item.span.of("a “b “c” d” e “g") for item in quotations("a “b “c” d” e “g")] == ["b “c” d", "g"]
    assert [item.closed for item in quotations("a “b “c” d” e “g")] == [True, False]


@pytest.mark.parametrize("text", [*_ALL, "Đây là câu khác, (nếu có); “x” - 5%."])
def test_every_character_of_a_sentence_is_in_one_token(text: str) -> None:
    found = tokens(text, NAMINGS)
    ends = [0, *(token.span.end for token in found)]
    gaps = [text[end : token.span.start] for end, token in zip(ends, found, strict=False)]
    assert all(not gap.strip() or gap.strip().startswith(("(", "-", ")")) for gap in gaps)


def test_provisions_that_a_title_names_behind_theo_belong_to_it() -> None:
    title = "quy định về nghề gốm theo khoản 6 Điều 28 Nghị định số 3/2029/NĐ-CP của Chính phủ"

    assert told(f"Bãi bỏ Điều 4 {BASE} {title}.") == ["bai-bo dieu-4 @11/2030/TT-BTN"]
    assert sentence(f"Bãi bỏ Điều 4 {BASE} {title}.").commands[0].left_over == ()


LISTED = (
    f"Bãi bỏ khoản 1 Điều 3 {BASE} sửa đổi, bổ sung một số điều của Thông tư số 7/2029/TT-BTN quy định mẫu thẻ;"
    " việc in, hủy bỏ thẻ và Thông tư số 8/2029/TT-BTN quy định về lò"
)


def test_a_semicolon_within_the_titles_of_listed_instruments_ends_none() -> None:
    assert told(f"{LISTED}.") == ["bai-bo dieu-3.khoan-1 @11/2030/TT-BTN"]
    assert sentence(f"{LISTED}.").commands[0].left_over == ()


@pytest.mark.parametrize(
    "text",
    [
        LISTED.replace(" và Thông tư số 8/2029/TT-BTN quy định về lò", ""),
        LISTED.replace("việc in, hủy bỏ thẻ", "không áp dụng với thẻ cũ"),
        LISTED.replace(" sửa đổi, bổ sung một số điều của", " quy định theo"),
        LISTED.replace("việc in, hủy bỏ thẻ", "việc in thẻ tại Điều 5"),
    ],
)
def test_behind_other_semicolons_words_are_not_swallowed_by_a_title(text: str) -> None:
    """No instrument follows; no "việc"; no list of instruments; a provision stands between."""
    assert any(item.left_over for item in sentence(f"{text}.").commands) or sentence(f"{text}.").left_over


def test_columns_side_by_side_stand_in_the_form_behind_the_last_of_them() -> None:
    found = told("Bãi bỏ từ “mây” tại cột thứ 5 và cột 7 Mẫu số 03, cột 2 Mẫu số 05.")

    assert found == told("Bãi bỏ từ “mây” tại cột thứ 5 Mẫu số 03 và cột 7 Mẫu số 03, cột 2 Mẫu số 05.")
    assert len(found) == 3
    assert not any("?" in item or "Không rõ" in item for item in found)


def test_the_symbol_in_a_number_tells_the_type_that_is_misspelt() -> None:
    naming = NAMINGS.read("Thông tư liên lịch số 17/2029/TTLT-BTN-BMT", 0)

    assert naming is not None
    assert naming.citation == Citation("Thông tư liên tịch", "17/2029/TTLT-BTN-BMT")

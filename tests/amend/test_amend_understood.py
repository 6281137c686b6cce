"""Commands of shapes that drafters use, read whole: what is plain is done, what may mean two things is asked."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from amend_base import TEXT
from drafted import END, HEAD, amended, changed, refusals

from kcdocs.amend.apply import apply
from kcdocs.amend.prove import prove_amendment
from kcdocs.amend.target import commands_of, only_on
from kcdocs.model.operation import Verdict
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

GONE = "2. (được bãi bỏ)"
LATE = "2. Chủ xưởng báo cáo."
NEW = "2. Chủ xưởng báo cáo xã."
QUOTED = f"\n“{NEW}”."


@pytest.mark.parametrize(
    ("commands", "gone", "new"),
    [
        pytest.param(f"1. Khoản 2 Điều 3 sửa đổi như sau:{QUOTED}", [LATE], [NEW], id="no participle"),
        pytest.param("1. Khoản 2 Điều 3 bãi bỏ.", [LATE], [GONE], id="no participle, repealed"),
        pytest.param(f"1. Sửa đổi khoản 2, Điều 3 như sau:{QUOTED}", [LATE], [NEW], id="a comma inside"),
        pytest.param(
            "1. Sửa đổi khoản 2 Điều 3 như sau: “Chủ xưởng báo cáo xã.”.", [LATE], [NEW], id="in the line"
        ),
        pytest.param(
            "1. Tại khoản 2 Điều 3, cụm từ “báo cáo” được thay thế bằng cụm từ “trình”.",
            [LATE],
            ["2. Chủ xưởng trình."],
            id="place, words, participle",
        ),
        pytest.param(
            "1. Khoản 2 Điều 3 được bổ sung cụm từ “lại” vào sau cụm từ “báo cáo”.",
            [LATE],
            ["2. Chủ xưởng báo cáo lại."],
            id="words put into a clause",
        ),
        pytest.param(
            "1. Khoản 2 Điều 3 được thay thế cụm từ “báo cáo” bằng cụm từ “trình”.",
            [LATE],
            ["2. Chủ xưởng trình."],
            id="words of a clause replaced",
        ),
        pytest.param(
            "1. Điều 3 được bổ sung khoản 3 như sau:\n“3. Chủ xưởng trồng cây.”.",
            [],
            ["3. Chủ xưởng trồng cây."],
            id="a clause put into an article",
        ),
        pytest.param(
            "1. Thay thế các cụm từ “10 ngày”, “phí” tương ứng bằng các cụm từ “12 ngày”, “lệ phí” tại khoản 3 Điều 2.",
            ["3. Thời hạn là 10 ngày, phí là 10.000 đồng."],
            ["3. Thời hạn là 12 ngày, lệ phí là 10.000 đồng."],
            id="words in pairs",
        ),
        pytest.param(
            "1. Thay thế cụm từ “Chủ xưởng” bằng cụm từ “Chủ lò” tại các khoản sau:\na) Khoản 2 Điều 3.",
            [LATE],
            ["2. Chủ lò báo cáo."],
            id="words above, places below",
        ),
        pytest.param(
            f"1. Tại Điều 3:\na) Sửa đổi khoản 2 như sau:{QUOTED}",
            [LATE],
            [NEW],
            id="a heading that is a place",
        ),
        pytest.param("1. Bãi bỏ các khoản sau:\n- Khoản 2 Điều 3.", [LATE], [GONE], id="a list with dashes"),
        pytest.param(
            "1. Sửa đổi số thứ tự 2 Phụ lục I như sau:\n“Phụ lục I\nMỨC PHÍ\n2. Lò lớn: 8 đồng.”.",
            ["2. Lò lớn: 9 đồng."],
            ["2. Lò lớn: 8 đồng."],
            id="an item below the heading of its annex",
        ),
        pytest.param(
            "1. Sửa đổi khoản 2 Điều 3 như sau:\n“Điều 3. Chủ xưởng\n1. Chủ xưởng giữ lò; chủ xưởng ghi sổ.\n"
            f"{NEW}”.",
            [LATE],
            [NEW],
            id="a clause beside it repeated word for word",
        ),
        pytest.param(
            "1. Bãi bỏ khoản 3 Điều 2, đồng thời bổ sung khoản 3 Điều 3 như sau:\n“3. Chủ xưởng trồng cây.”.",
            ["3. Thời hạn là 10 ngày, phí là 10.000 đồng."],
            ["3. (được bãi bỏ)", "3. Chủ xưởng trồng cây."],
            id="the same label repealed elsewhere",
        ),
        pytest.param(
            "1. Bãi bỏ Điều 1 và Điều 3, trừ khoản 1 Điều 3.",
            ["Điều 1. Phạm vi", "Thông tư này quy định về xưởng gốm.", "Xưởng gốm nhỏ được miễn phí.", LATE],
            ["Điều 1. (được bãi bỏ)", GONE],
            id="an exception in one of two articles",
        ),
        pytest.param(
            "1. Sửa đổi số thứ tự 1, số thứ tự 2 Phụ lục I như sau:\n“1. Lò nhỏ: 4 đồng.\n2. Lò lớn: 8 đồng.”.",
            ["1. Lò nhỏ: 5 đồng.", "2. Lò lớn: 9 đồng."],
            ["1. Lò nhỏ: 4 đồng.", "2. Lò lớn: 8 đồng."],
            id="two items of an annex",
        ),
        pytest.param(
            "1. Sửa đổi khoản 2 Điều 3 như sau:\n‟2. Chủ xưởng báo cáo xã.”.\n"
            "2. Thay thế cụm từ «10 ngày» bằng cụm từ ‟12 ngày” tại khoản 3 Điều 2.",
            [LATE, "3. Thời hạn là 10 ngày, phí là 10.000 đồng."],
            [NEW, "3. Thời hạn là 12 ngày, phí là 10.000 đồng."],
            id="other marks of quotation",
        ),
    ],
)
def test_a_plain_command_is_done_and_proved(commands: str, gone: list[str], new: list[str]) -> None:
    made, proof = amended(commands)

    assert sorted(changed(made)[0]) == sorted(gone)
    assert sorted(changed(made)[1]) == sorted(new)
    assert refusals(made) == []
    assert [item.why for item in proof.disagreements] == []
    assert proof.holds


@pytest.mark.parametrize(
    "commands",
    [
        pytest.param(
            "1. Thay thế các cụm từ “10 ngày”, “phí” tương ứng bằng cụm từ “12 ngày” tại khoản 3 Điều 2.",
            id="pairs that do not come out even",
        ),
        pytest.param("1. Bãi bỏ câu cuối khoản 2 Điều 3.", id="the only sentence of a clause"),
        pytest.param("1. Sửa đổi khoản 2 Điều 3 như sau:\n“2. ”.", id="a label without words"),
        pytest.param("1. Thay thế cụm từ “báo cáo” bằng cụm từ “” tại khoản 2 Điều 3.", id="no new words"),
        pytest.param(
            "1. Thay thế cụm từ “báo cáo” bằng cụm từ “báo cáo” tại khoản 2 Điều 3.", id="the same words"
        ),
        pytest.param("1. Bãi bỏ dòng 2 Phụ lục I.", id="a row, counted from its number or from the top"),
        pytest.param("1. Bãi bỏ các khoản từ khoản 3 đến khoản 1 Điều 2.", id="a range that goes down"),
        pytest.param(
            "1. Sửa đổi đoạn thứ hai Mẫu số 01/XG Phụ lục II như sau:\n“Kính gửi lò.”.",
            id="a paragraph of a form, counted from its number or its title",
        ),
        pytest.param("1. Thay thế cụm từ “xưởng” bằng cụm từ “nhà” tại các mẫu.", id="forms for the text"),
        pytest.param("1. Thay thế cụm từ “lò” bằng cụm từ “bếp” tại các Phụ lục.", id="annexes for the text"),
        pytest.param("1. Thay thế cụm từ “lò” bằng cụm từ “bếp” tại một số điều, khoản.", id="some for all"),
        pytest.param(
            "1. Sửa đổi khoản 1, điểm b khoản 2 Điều 2 như sau:\n“1. Xưởng là nơi nung.\nb) Giấy tờ;”.",
            id="a point that could be of the clause before it",
        ),
    ],
)
def test_what_may_mean_two_things_is_asked_and_nothing_is_done(commands: str) -> None:
    made, _ = amended(commands)

    assert changed(made) == ([], [])
    assert made.log
    assert all(item.verdict is Verdict.REFUSED and item.remark for item in made.log)


def test_words_in_a_title_and_in_an_article_named_behind_it_may_be_two_titles() -> None:
    made, _ = amended("1. Thay thế cụm từ “xưởng” bằng cụm từ “nhà” tại tên Điều 2, Điều 1.")

    assert refusals(made) == ["Chưa rõ lệnh nói đến tên Điều 1 hay cả Điều 1."]


@pytest.mark.parametrize(
    "end",
    [
        f"{END}\n{{}} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        f"{END}\nCác quy định sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành:\na) {{}}.",
        f"{END}\nThông tư số 01/2020/TT-BMT và {{}} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        f"{END}\n{{}} và Thông tư số 01/2020/TT-BMT hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
    ],
)
def test_a_provision_that_the_article_of_effect_ends_is_repealed_alone_or_in_a_list(end: str) -> None:
    named = "khoản 2 Điều 3 Thông tư số 21/2030/TT-BMT"
    every = commands_of(parse(reading(f"{HEAD}1. Bãi bỏ khoản 3 Điều 2.{end.format(named)}", "dự thảo")))
    amendment = only_on(parse(reading(TEXT, "gốc")), every, "21/2030/TT-BMT")
    made = apply(parse(reading(TEXT, "gốc")), amendment.operations)

    assert changed(made)[0] == ["3. Thời hạn là 10 ngày, phí là 10.000 đồng.", LATE]
    assert prove_amendment(every, made).holds


@pytest.mark.parametrize("space", [" ", "\u00a0", "  ", " \u200b"])
def test_the_form_of_letters_and_spaces_says_nothing(space: str) -> None:
    said = f"{HEAD}1. Sửa đổi khoản{space}2 Điều 3 như sau:{QUOTED}\n2. Bãi bỏ điểm{space}a khoản 2 Điều{space}2.{END}"
    every = commands_of(parse(reading(normalize("NFD", said), "dự thảo")))
    amendment = only_on(parse(reading(TEXT, "gốc")), every, "21/2030/TT-BMT")
    made = apply(parse(reading(TEXT, "gốc")), amendment.operations)

    gone, new = changed(made)
    assert gone == ["a) Đơn;", LATE]
    assert [normalize("NFC", row) for row in new] == ["a) (được bãi bỏ)", NEW]
    assert prove_amendment(every, made).holds


def test_where_the_title_names_two_instruments_and_nothing_below_says_which_nothing_is_done() -> None:
    head = HEAD.replace(
        "21/2030/TT-BMT quy định về xưởng gốm\nĐiều 1", "21/2030/TT-BMT và Thông tư số 5/2029/TT-BMT\nĐiều 1"
    )
    head = head[: head.index("Điều 1.")] + "Điều 1. Sửa đổi\n"
    every = commands_of(parse(reading(f"{head}1. Bãi bỏ khoản 3 Điều 2.{END}", "dự thảo")))
    amendment = only_on(parse(reading(TEXT, "gốc")), every, "21/2030/TT-BMT")

    assert [item.reason for item in amendment.operations] == ["Chưa rõ lệnh này sửa văn bản nào."]


LOOSE = TEXT.replace("c) Sơ đồ.\n", "c) Sơ đồ.\nHồ sơ nộp một lần.\n")
"""The base with a paragraph behind the last point of clause 2, Article 2."""

ASKED = (
    "Sau điểm c khoản 2 Điều 2 có đoạn «Hồ sơ nộp một lần.»; chưa rõ đoạn này là của điểm c khoản 2 Điều 2 hay của"
    " khoản 2 Điều 2."
)


@pytest.mark.parametrize(
    "commands",
    [
        "1. Bãi bỏ điểm c khoản 2 Điều 2.",
        "1. Sửa đổi điểm c khoản 2 Điều 2 như sau:\n“c) Ảnh.”.",
        "1. Thay thế cụm từ “nộp” bằng cụm từ “gửi” tại điểm c khoản 2 Điều 2.",
        "1. Bổ sung điểm d vào sau điểm c khoản 2 Điều 2 như sau:\n“d) Ảnh.”.",
        "1. Bổ sung điểm d khoản 2 Điều 2 như sau:\n“d) Ảnh.”.",
    ],
)
def test_a_paragraph_behind_the_last_point_goes_with_it_only_where_a_person_says_so(commands: str) -> None:
    made, _ = amended(commands, LOOSE)

    assert changed(made) == ([], [])
    assert refusals(made) == [ASKED]


@pytest.mark.parametrize(
    ("commands", "gone", "new"),
    [
        ("1. Bãi bỏ đoạn cuối khoản 2 Điều 2.", ["Hồ sơ nộp một lần."], []),
        ("1. Bãi bỏ điểm a khoản 2 Điều 2.", ["a) Đơn;"], ["a) (được bãi bỏ)"]),
        (
            "1. Sửa đổi điểm c khoản 2 Điều 2 như sau:\n“c) Ảnh.\nHồ sơ nộp hai lần.”.",
            ["c) Sơ đồ.", "Hồ sơ nộp một lần."],
            ["c) Ảnh.", "Hồ sơ nộp hai lần."],
        ),
        ("1. Bổ sung điểm b1 vào sau điểm b khoản 2 Điều 2 như sau:\n“b1) Ảnh;”.", [], ["b1) Ảnh;"]),
    ],
)
def test_where_it_is_plain_whose_that_paragraph_is_the_command_is_done(
    commands: str, gone: list[str], new: list[str]
) -> None:
    made, _ = amended(commands, LOOSE)

    assert (changed(made), refusals(made)) == ((gone, new), [])


SEVERAL = HEAD[: HEAD.index("Sửa đổi, bổ sung")] + "Sửa đổi, bổ sung một số điều của các Thông tư về gốm\n"
OTHER = "Thông tư số 5/2029/TT-BMT"


@pytest.mark.parametrize(
    "commands",
    [
        f"Điều 1. Bãi bỏ một số quy định\n1. Bãi bỏ khoản 3 Điều 2 {OTHER}.\n2. Bãi bỏ khoản 2 Điều 3.",
        (
            "Điều 1. Thay thế cụm từ “báo cáo” bằng cụm từ “trình” tại Thông tư số 5/2029/TT-BMT và Thông tư số"
            " 21/2030/TT-BMT."
        ),
    ],
)
def test_a_command_that_may_be_for_another_instrument_is_neither_done_nor_lost(commands: str) -> None:
    every = commands_of(parse(reading(f"{SEVERAL}{commands}{END}", "dự thảo")))
    amendment = only_on(parse(reading(TEXT, "gốc")), every, "21/2030/TT-BMT")

    assert [bool(item.reason) for item in amendment.operations] == [True]


@pytest.mark.parametrize("name", ["Thông tư 21", "Thông tư số 21"])
def test_an_instrument_is_known_by_the_short_name_that_the_draft_gives_it(name: str) -> None:
    head = HEAD.replace("về xưởng gốm\n", f"về xưởng gốm (sau đây gọi tắt là {name})\n", 2)
    every = commands_of(parse(reading(f"{head}1. Bãi bỏ khoản 2 Điều 3 {name}.{END}", "dự thảo")))
    amendment = only_on(parse(reading(TEXT, "gốc")), every, "21/2030/TT-BMT")

    assert [(str(item.target), item.reason) for item in amendment.operations] == [("dieu-3.khoan-2", "")]


def test_an_instrument_above_the_provisions_of_it_that_are_repealed_is_not_repealed_itself() -> None:
    named = "1. Thông tư số 21/2030/TT-BMT:\na) Khoản 2 Điều 3.\n2. Thông tư số 5/2029/TT-BMT:\na) Khoản 1 Điều 3."
    draft = f"{SEVERAL}Điều 1. Bãi bỏ các quy định sau đây:\n{named}{END}"
    amendment = only_on(
        parse(reading(TEXT, "gốc")), commands_of(parse(reading(draft, "dự thảo"))), "21/2030/TT-BMT"
    )

    assert [(str(item.target), item.reason) for item in amendment.operations] == [("dieu-3.khoan-2", "")]


def test_from_without_an_end_is_no_place() -> None:
    made, _ = amended("1. Bãi bỏ từ khoản 2 Điều 3.")

    assert changed(made) == ([], [])
    assert "“từ”" in refusals(made)[0]

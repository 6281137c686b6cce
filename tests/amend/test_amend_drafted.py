"""Commands in shapes that drafters use beside the common ones: each does exactly what it says."""

from __future__ import annotations

import pytest
from amend_base import ROWS
from drafted import amended, changed

from kcdocs.model.operation import Verdict

LIST_2 = ["a) Đơn;", "c) Sơ đồ."]


@pytest.mark.parametrize(
    ("commands", "gone", "new"),
    [
        pytest.param(
            "1. Sửa đổi, bổ sung các điểm a, c khoản 2 và khoản 3 Điều 2 như sau:\n“a) Tờ khai;\nc) Bản vẽ.\n"
            "3. Thời hạn là 12 ngày.”.",
            [*LIST_2, ROWS[21]],
            ["a) Tờ khai;", "c) Bản vẽ.", "3. Thời hạn là 12 ngày."],
            id="points and a clause in one quotation",
        ),
        pytest.param(
            "1. Sửa đổi, bổ sung khoản 3 Điều 2; khoản 2 Điều 3 như sau:\na) Khoản 3 Điều 2:\n"
            "“3. Thời hạn là 12 ngày.”;\nb) Khoản 2 Điều 3:\n“2. Chủ xưởng báo cáo năm.”.",
            [ROWS[21], "2. Chủ xưởng báo cáo."],
            ["3. Thời hạn là 12 ngày.", "2. Chủ xưởng báo cáo năm."],
            id="items of a list that name provisions only",
        ),
        pytest.param(
            "1. Bổ sung vào cuối khoản 3 Điều 2 cụm từ “mỗi lò”.",
            [ROWS[21]],
            ["3. Thời hạn là 10 ngày, phí là 10.000 đồng mỗi lò."],
            id="the place before the words",
        ),
        pytest.param(
            "1. Bổ sung đoạn sau vào cuối khoản 2 Điều 3 như sau:\n“Báo cáo gửi xã.”",
            [],
            ["Báo cáo gửi xã."],
            id="a paragraph that follows",
        ),
        pytest.param(
            "1. Sửa đổi, bổ sung Phụ lục I như sau:\na) Bổ sung mục 3 vào sau mục 2 như sau:\n"
            "“3. Lò điện: 12 đồng.”;\nb) Bổ sung mục 4 như sau:\n“4. Lò hơi: 15 đồng.”.",
            [],
            ["3. Lò điện: 12 đồng.", "4. Lò hơi: 15 đồng."],
            id="items of an annex under another name",
        ),
        pytest.param(
            "1. Đánh số lại khoản 3 Điều 2 thành khoản 4.\n2. Bổ sung khoản 3 Điều 2 như sau:\n“3. Lò có cửa.”.",
            [ROWS[21]],
            ["3. Lò có cửa.", "4. Thời hạn là 10 ngày, phí là 10.000 đồng."],
            id="a new provision under the number of one that is renumbered",
        ),
        pytest.param(
            "1. Khoản 1, khoản 2 Điều 3 được đánh số lại thành khoản 2, khoản 3 Điều 3.",
            ["1. Chủ xưởng giữ lò; chủ xưởng ghi sổ.", "2. Chủ xưởng báo cáo."],
            ["2. Chủ xưởng giữ lò; chủ xưởng ghi sổ.", "3. Chủ xưởng báo cáo."],
            id="renumbering in the passive",
        ),
        pytest.param(
            "1. Chuyển khoản 3 Điều 2 thành khoản 4; bãi bỏ khoản 2 Điều 3.",
            [ROWS[21], "2. Chủ xưởng báo cáo."],
            ["4. Thời hạn là 10 ngày, phí là 10.000 đồng.", "2. (được bãi bỏ)"],
            id="a clause that becomes another, the article of which stands before",
        ),
        pytest.param(
            "1. Chuyển các khoản 2, 3 Điều 2 thành các khoản 3, 4.\n2. Bổ sung khoản 2 Điều 2 như sau:\n"
            "“2. Lò có cửa.”.",
            ["2. Hồ sơ gồm:", ROWS[21]],
            ["2. Lò có cửa.", "3. Hồ sơ gồm:", "4. Thời hạn là 10 ngày, phí là 10.000 đồng."],
            id="clauses that make room",
        ),
        pytest.param(
            "1. Tại khoản 1 Điều 3: bỏ cụm từ “; chủ xưởng ghi sổ”.\n"
            "2. Tại khoản 3 Điều 2, thay thế cụm từ “10 ngày” bằng cụm từ “12 ngày”.",
            [ROWS[21], "1. Chủ xưởng giữ lò; chủ xưởng ghi sổ."],
            ["3. Thời hạn là 12 ngày, phí là 10.000 đồng.", "1. Chủ xưởng giữ lò."],
            id="the place of words before the verb",
        ),
        pytest.param(
            "1. Sửa đổi, bổ sung khoản 3 Điều 2 như sau:\n“3. Trong Thông tư này:\n“Lò” là nơi nung;\n"
            "“Thợ” là người nung.”.",
            [ROWS[21]],
            ["3. Trong Thông tư này:", "“Lò” là nơi nung;", "“Thợ” là người nung."],
            id="terms that begin paragraphs of new text in marks of their own",
        ),
        pytest.param(
            "1. Sửa đổi, bổ sung tên Điều 2, Điều 3 như sau:\na) “Điều 2. Xưởng”;\nb) “Điều 3. Chủ”.",
            [ROWS[9], "Điều 3. Chủ xưởng"],
            ["Điều 2. Xưởng", "Điều 3. Chủ"],
            id="new titles as items of a list",
        ),
        pytest.param(
            "1. Bãi bỏ Chương II.",
            ["QUY ĐỊNH CUỐI", *ROWS[28:30]],
            ["(được bãi bỏ)"],
            id="a chapter repealed with its article",
        ),
        pytest.param(
            "1. Bổ sung Chương Ia vào sau Chương I như sau:\n“Chương Ia\nTHỢ\nĐiều 3a. Thợ\nThợ nung gốm.”.",
            [],
            ["Chương Ia", "THỢ", "Điều 3a. Thợ", "Thợ nung gốm."],
            id="a chapter with its article",
        ),
        pytest.param(
            "1. Bãi bỏ khoản 2 Điều 3.\nĐiều 1a. Bãi bỏ một số quy định\n"
            "Bãi bỏ các quy định sau đây của Thông tư số 21/2030/TT-BMT:\n1. Khoản 3 Điều 2.\n2. Mục 2 Phụ lục I.",
            [ROWS[21], "2. Chủ xưởng báo cáo.", "2. Lò lớn: 9 đồng."],
            ["3. (được bãi bỏ)", "2. (được bãi bỏ)", "2. (được bãi bỏ)"],
            id="a list opened by a paragraph below the heading",
        ),
    ],
)
def test_a_command_in_such_a_shape_is_done_and_proved(commands: str, gone: list[str], new: list[str]) -> None:
    made, proof = amended(commands)

    assert changed(made) == (gone, new)
    assert proof.holds


@pytest.mark.parametrize(
    ("commands", "why"),
    [
        ("1. Đánh số lại khoản 3 Điều 2.", "Chưa rõ khoản 3 Điều 2 được đánh số lại thành"),
        ("1. Đánh số lại khoản 3 Điều 2 thành khoản 2.", "đã có khoản 2 Điều 2"),
        (
            "1. Đánh số lại khoản 3 Điều 2 thành khoản 3 Điều 3.",
            "Chưa rõ khoản 3 Điều 2 được đánh số lại thành",
        ),
        (
            "1. Đánh số lại khoản 2, khoản 3 Điều 2 thành khoản 4.",
            "Chưa rõ khoản 2 Điều 2 được đánh số lại thành",
        ),
        ("1. Chuyển khoản 2 Điều 3 thành khoản 4 Điều 2.", "Chưa rõ khoản 2 Điều 3 được đánh số lại thành"),
        ("1. Chuyển khoản 1 Điều 2 thành khoản 4.", "đứng sai thứ tự; chưa rõ chuyển đến đâu"),
        ("1. Chuyển Điều 3 thành Điều 5.", "đứng sai thứ tự; chưa rõ chuyển đến đâu"),
        ("1. Chuyển khoản 3 Điều 2 thành điểm d khoản 2 Điều 2.", "được đánh số lại thành"),
        ("1. Chuyển khoản 3 Điều 2 sang Điều 3.", "Không hiểu “sang điều 3”"),
    ],
)
def test_a_renumbering_that_leads_nowhere_is_refused(commands: str, why: str) -> None:
    made, proof = amended(commands)

    assert changed(made) == ([], [])
    assert made.log[0].verdict is Verdict.REFUSED
    assert why in made.log[0].remark
    assert not proof.holds


def test_new_text_that_may_be_of_another_provision_of_the_sentence_is_put_nowhere() -> None:
    made, _ = amended(
        "1. Sửa đổi, bổ sung khoản 1 Điều 2 và điểm a khoản 2 Điều 2 như sau:\n“1. Xưởng gồm:\na) Lò;\nb) Sân.\n"
        "a) Tờ khai;”."
    )

    assert changed(made) == ([], [])
    assert [item.verdict for item in made.log] == [Verdict.REFUSED] * 2
    assert "có thể là của điểm a khoản 2 Điều 2" in made.log[0].remark


def test_a_new_provision_waits_for_the_number_that_a_refused_renumbering_keeps() -> None:
    made, _ = amended(
        "1. Đánh số lại khoản 1 Điều 3 thành khoản 2.\n2. Bổ sung khoản 1 Điều 3 như sau:\n“1. Chủ xưởng ở xã.”."
    )

    assert changed(made) == ([], [])
    assert [item.verdict for item in made.log] == [Verdict.REFUSED] * 2


def test_below_a_heading_that_names_two_instruments_a_command_that_names_none_is_on_neither() -> None:
    made, _ = amended(
        "1. Bãi bỏ khoản 3 Điều 2.\nĐiều 1a. Sửa đổi, bổ sung một số điều của Thông tư số 21/2030/TT-BMT, Thông tư số "
        "30/2029/TT-BMT\n1. Sửa đổi, bổ sung khoản 1 Điều 3 Thông tư số 30/2029/TT-BMT như sau:\n“1. Thợ.”.\n"
        "2. Bãi bỏ khoản 2 Điều 3."
    )

    assert changed(made) == ([ROWS[21]], ["3. (được bãi bỏ)"])
    assert made.log[-1].remark == "Chưa rõ lệnh này sửa văn bản nào."


@pytest.mark.parametrize(
    "commands",
    [
        "1. Bãi bỏ cụm từ “10 ngày” tại khoản 3 Điều 2 và thay thế bằng cụm từ “12 ngày”.",
        "1. Chuyển khoản 3 Điều 2 thành khoản 4 và sửa đổi như sau:\n“4. Thời hạn là 12 ngày.”.",
    ],
)
def test_what_a_second_verb_does_to_the_same_is_not_left_out_of_it(commands: str) -> None:
    made, _ = amended(commands)

    assert changed(made) == ([], [])
    assert [item.verdict for item in made.log] == [Verdict.REFUSED] * 2

"""What a quotation repeats around the new words only shows the place; what else it holds stops the command."""

from __future__ import annotations

import pytest
from drafted import amended, changed, refusals

from kcdocs.model.operation import Verdict

TEXT = """BỘ MẪU THỬ
Số: 21/2030/TT-BMT
THÔNG TƯ
Quy định về xưởng gốm
Điều 1. Đối tượng
1. Áp dụng cho:
- Xưởng gốm;
- Lò nung;
+ Lò củi;
+ Lò điện;
- Kho đất.
2. Không áp dụng cho xưởng gỗ. Xưởng tre do xã quản lý. Xưởng mây do huyện quản lý.
Trường hợp khác do tỉnh quyết định.
Tỉnh báo cáo hằng năm.
3. Hồ sơ gồm:
a) Đơn;
b) Bản vẽ.
Điều 2. Hiệu lực
Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2031.
PHỤ LỤC I
BIỂU MẪU
Mẫu số 01
ĐƠN XIN NUNG
Kính gửi xã.
Mẫu số 02
SỔ LÒ
Sổ của lò."""

DASH = "1. Sửa đổi gạch đầu dòng thứ nhất khoản 1 Điều 1 như sau:\n"
DASH_2 = "1. Sửa đổi gạch đầu dòng thứ hai khoản 1 Điều 1 như sau:\n"
SECOND = "1. Sửa đổi đoạn thứ hai khoản 2 Điều 1 như sau:\n"
SENTENCE = "1. Sửa đổi câu thứ hai đoạn thứ nhất khoản 2 Điều 1 như sau:\n"
POINT = "1. Sửa đổi điểm a khoản 3 Điều 1 như sau:\n"
MORE = "1. Bổ sung gạch đầu dòng vào sau gạch đầu dòng thứ nhất khoản 1 Điều 1 như sau:\n"
CLAUSE_2 = "2. Không áp dụng cho xưởng gỗ. Xưởng tre do xã quản lý. Xưởng mây do huyện quản lý."


@pytest.mark.parametrize(
    ("commands", "gone", "new"),
    [
        (f"{DASH}“1. Áp dụng cho:\n- Xưởng sứ;”.", ["- Xưởng gốm;"], ["- Xưởng sứ;"]),
        (f"{DASH}“Điều 1. Đối tượng\n1. Áp dụng cho:\n- Xưởng sứ;”.", ["- Xưởng gốm;"], ["- Xưởng sứ;"]),
        (
            f"{DASH}“1. Áp dụng cho:\n- Xưởng sứ;\n- Lò nung;\n+ Lò củi;\n+ Lò điện;\n- Kho đất.”.",
            ["- Xưởng gốm;"],
            ["- Xưởng sứ;"],
        ),
        (f"{DASH}“Xưởng sứ;”.", ["- Xưởng gốm;"], ["- Xưởng sứ;"]),
        (f"{DASH_2}“- Lò to:”.", ["- Lò nung;"], ["- Lò to:"]),
        (
            f"{DASH_2}“- Lò to:\n+ Lò ga;”.",
            ["- Lò nung;", "+ Lò củi;", "+ Lò điện;"],
            ["- Lò to:", "+ Lò ga;"],
        ),
        (
            (
                "1. Sửa đổi gạch đầu dòng thứ nhất, thứ ba khoản 1 Điều 1 như sau:\n"
                "“1. Áp dụng cho:\n- Xưởng sứ;\n- Kho củi.”."
            ),
            ["- Xưởng gốm;", "- Kho đất."],
            ["- Xưởng sứ;", "- Kho củi."],
        ),
        (f"{MORE}“1. Áp dụng cho:\n- Xưởng gốm;\n- Xưởng sứ;”.", [], ["- Xưởng sứ;"]),
        (
            f"{SECOND}“{CLAUSE_2}\nTrường hợp khác do huyện quyết định.”.",
            ["Trường hợp khác do tỉnh quyết định."],
            ["Trường hợp khác do huyện quyết định."],
        ),
        (
            f"{SENTENCE}“2. Không áp dụng cho xưởng gỗ. Xưởng tre do thôn quản lý. Xưởng mây do huyện quản lý.”.",
            [CLAUSE_2],
            [CLAUSE_2.replace("tre do xã", "tre do thôn")],
        ),
        (f"{POINT}“3. Hồ sơ gồm:\na) Tờ khai;”.", ["a) Đơn;"], ["a) Tờ khai;"]),
        (f"{POINT}“Điều 1. Đối tượng\na) Tờ khai;”.", ["a) Đơn;"], ["a) Tờ khai;"]),
        (
            f"{SECOND}“Điều 1. Đối tượng\nTrường hợp khác do huyện quyết định.”.",
            ["Trường hợp khác do tỉnh quyết định."],
            ["Trường hợp khác do huyện quyết định."],
        ),
        (f"{POINT}“Hồ sơ gồm:\na) Tờ khai;”.", ["a) Đơn;"], ["a) Tờ khai;"]),
        (f"{POINT}“Điều 1. ĐỐI TƯỢNG\n3. Hồ sơ gồm\na) Tờ khai;”.", ["a) Đơn;"], ["a) Tờ khai;"]),
        (
            "1. Sửa đổi đoạn mở đầu và điểm a khoản 3 Điều 1 như sau:\n“3. Giấy gồm:\na) Tờ khai;”.",
            ["3. Hồ sơ gồm:", "a) Đơn;"],
            ["3. Giấy gồm:", "a) Tờ khai;"],
        ),
    ],
)
def test_only_what_is_new_in_the_part_that_is_named_is_taken(
    commands: str, gone: list[str], new: list[str]
) -> None:
    made, _ = amended(commands, TEXT)

    assert changed(made) == (gone, new)
    assert refusals(made) == []


@pytest.mark.parametrize(
    "commands",
    [
        pytest.param(f"{DASH}“1. Chỉ áp dụng cho:\n- Xưởng sứ;”.", id="another lead above a dash"),
        pytest.param(f"{DASH}“Điều 1. Phạm vi\n1. Áp dụng cho:\n- Xưởng sứ;”.", id="another heading"),
        pytest.param(f"{DASH}“1. Áp dụng cho:\n- Xưởng sứ;\n- Lò nhỏ;”.", id="two changed dashes for one"),
        pytest.param(f"{DASH}“1. Áp dụng cho xưởng sứ.”.", id="a lead without the dash"),
        pytest.param(f"{MORE}“1. Chỉ áp dụng cho:\n- Xưởng sứ;”.", id="another lead above a new dash"),
        pytest.param(f"{MORE}“- Xưởng gốm;\n- Xưởng sứ;\n- Lò nhỏ;”.", id="a changed dash behind a new one"),
        pytest.param(
            "1. Bổ sung câu cuối đoạn thứ hai khoản 2 Điều 1 như sau:\n“Trường hợp khác do xã quyết định. Xã ghi sổ.”.",
            id="a changed sentence before a new one",
        ),
        pytest.param(
            f"{SECOND}“2. Trường hợp khác do huyện quyết định.”.", id="a label of the first paragraph"
        ),
        pytest.param(f"{SECOND}“Do huyện quyết định.\nHuyện báo cáo.”.", id="two paragraphs for one"),
        pytest.param(
            f"{SENTENCE}“2. Không áp dụng cho xưởng đá. Xưởng tre do thôn quản lý.”.",
            id="another first sentence",
        ),
        pytest.param(
            f"{SECOND}“Điều 1. Phạm vi\nTrường hợp khác do huyện quyết định.”.",
            id="another heading above a paragraph of a clause that is left out",
        ),
        pytest.param(f"{POINT}“3. Giấy tờ gồm:\na) Tờ khai;”.", id="another lead above a point"),
        pytest.param(f"{POINT}“Giấy tờ gồm:\na) Tờ khai;”.", id="another lead without its label"),
        pytest.param(
            f"{POINT}“Điều 1. Phạm vi\n3. Hồ sơ gồm:\na) Tờ khai;”.", id="another heading far above"
        ),
        pytest.param("1. Sửa đổi Mẫu số 01 Phụ lục I như sau:\n“Mẫu số 02\nĐƠN XIN LÒ”.", id="another form"),
        pytest.param(
            "1. Sửa đổi Mẫu số 01 Phụ lục I như sau:\n“BIỂU MẪU\nMẫu số 01\nĐƠN XIN LÒ”.",
            id="a heading above a form",
        ),
    ],
)
def test_what_is_neither_new_for_the_part_nor_in_the_old_text_stops_the_command(commands: str) -> None:
    made, _ = amended(commands, TEXT)

    assert changed(made) == ([], [])
    assert all(item.verdict is Verdict.REFUSED and item.remark for item in made.log)


def test_a_provision_beside_the_one_that_is_named_is_told() -> None:
    commands = "1. Sửa đổi khoản 3 Điều 1 như sau:\n“Điều 1. Đối tượng\n3. Hồ sơ là đơn.\n4. Phí là 5 đồng.”."
    made, _ = amended(commands, TEXT)

    assert refusals(made) == ["Khối trích có khoản 4 Điều 1 mà lệnh không nêu."]


def test_a_change_of_a_dash_leaves_the_rows_with_plus_signs_and_says_so() -> None:
    made, _ = amended(f"{DASH_2}“- Lò to:”.", TEXT)

    assert made.log[0].remark == "Các dòng có dấu cộng dưới gạch đầu dòng này giữ nguyên."

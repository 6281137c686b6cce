"""What the engine says when it gives up: Vietnamese, from the template language's English."""

from __future__ import annotations

from decimal import Decimal

import pytest
from check_material import template

from kcdocs.engine.compile import compile_template
from kcdocs.engine.fill import fill
from kcdocs.engine.reasons import syntax_reason
from kcdocs.errors import KcdocsError


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ a b }}", "Thẻ viết sai: thừa «b» (thiếu dấu nối?)."),
        ("{{ }}", "Thẻ viết sai: thẻ thiếu biểu thức."),
        ("{% for x y %}{% endfor %}", "Thẻ viết sai: vòng lặp thiếu «in» trước «y»."),
        ("{{ a) }}", "Thẻ viết sai: thừa dấu «)»."),
        ("{{ a ! b }}", "Thẻ viết sai: có ký tự lạ '!'."),
        ("{% la %}", "Thẻ viết sai: không có lệnh «la»."),
    ],
)
def test_a_tag_that_cannot_be_read_is_explained(text, message):
    with pytest.raises(KcdocsError) as caught:
        compile_template(template(text))
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        ("{{ a|ngay_chu }}", "31/02/2026", "Tháng 2 năm 2026 không có ngày 31"),
        ("{{ a|tien_chu }}", Decimal("0.5"), "số tiền 0.5 có phần lẻ dưới một đồng; hãy làm tròn trước"),
        ("{{ 1 / a }}", 0, "phép chia cho 0"),
        ("{{ a + 1 }}", "x", "giá trị không đúng kiểu mà phép tính hoặc bộ lọc cần"),
    ],
)
def test_a_calculation_that_fails_is_explained_with_its_place(text, value, reason):
    compiled = compile_template(template("Điều 4. Kinh phí", text))
    with pytest.raises(KcdocsError) as caught:
        fill(compiled, {"a": value})
    assert caught.value.code == "TP208"
    assert caught.value.message == f"Không tính được giá trị trong mẫu: {reason}."
    assert (caught.value.place.paragraph, caught.value.place.address) == (2, "dieu-4")


def test_a_reason_that_is_not_known_is_still_vietnamese():
    assert syntax_reason("something new") == "biểu thức không đúng cú pháp"

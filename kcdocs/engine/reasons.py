"""Why the template language gives up, in Vietnamese."""

from __future__ import annotations

import re

TOO_DEEP = "thẻ lồng nhau quá sâu"
"""The reason where the template language runs out of stack."""

_REASONS: tuple[tuple[str, str], ...] = (
    (r"Encountered unknown tag '(.+?)'.*", "không có lệnh «{0}»"),
    (r"expected token 'end of (?:print statement|statement block)', got '='", "so sánh thì viết «==»"),
    (
        r"expected token 'end of (?:print statement|statement block)', got '(.+?)'",
        "thừa «{0}» (thiếu dấu nối?)",
    ),
    (r"expected token '(.+?)', got 'end of (?:print statement|statement block)'", "thiếu «{0}» ở cuối thẻ"),
    (r"expected token 'in', got '(.+?)'", "vòng lặp thiếu «in» trước «{0}»"),
    (r"expected token '((?:(?!', got ').)+)', got '(.+?)'", "cần «{0}» nhưng gặp «{1}»"),
    (r"unexpected char (.+?) at \d+", "có ký tự lạ {0}"),
    (r"unexpected '((?:(?!', expected ').)+)'(?:, expected '(.+?)')?", "thừa dấu «{0}»"),
    (r"unexpected end of template.*", "thẻ chưa viết xong"),
    (r"Expected an expression, got 'end of (?:print statement|statement block)'", "thẻ thiếu biểu thức"),
    (r"Unexpected end of template.*", "thẻ chưa đóng"),
    (r"can't assign to '(.+?)'", "không gán được cho «{0}»"),
    (r"cannot assign to '(.+?)'", "không gán được cho «{0}»"),
)


def syntax_reason(message: str) -> str:
    """Jinja's English reason in Vietnamese."""
    for pattern, words in _REASONS:
        if found := re.fullmatch(pattern, message.strip().rstrip("."), re.DOTALL | re.IGNORECASE):
            return words.format(*(item or "" for item in found.groups()))
    return "biểu thức không đúng cú pháp"


def calculation_reason(error: Exception) -> str:
    """Why a filter, a comparison or a calculation failed; errors of kcdocs itself say so in Vietnamese."""
    if type(error).__module__.startswith("kcdocs."):
        return str(error).rstrip(".")
    match error:
        case ZeroDivisionError():
            return "phép chia cho 0"
        case TypeError():
            return "giá trị không đúng kiểu mà phép tính hoặc bộ lọc cần"
        case ValueError() | ArithmeticError():
            return "giá trị không dùng được cho phép tính hoặc bộ lọc này"
        case _:
            return f"lỗi {type(error).__name__}"

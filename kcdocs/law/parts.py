"""Parts of a provision in words, as a drafter names them: "đoạn thứ hai khoản 2 Điều 5"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from kcdocs.model.address import Address
from kcdocs.model.operation import LAST, Part, PartKind
from kcdocs.text.ordinals import ordinal

_SPOKEN = {
    PartKind.PARAGRAPH: "đoạn",
    PartKind.SENTENCE: "câu",
    PartKind.DASH: "gạch đầu dòng",
    PartKind.PLUS: "dấu cộng",
    PartKind.COLUMN: "cột",
    PartKind.TABLE: "bảng",
    PartKind.NOTE: "ghi chú",
    PartKind.BASIS: "căn cứ",
}


def spoken(target: Address, parts: Sequence[Part] = ()) -> str:
    """A target in words, the smallest part first ("số thứ tự 2 Mẫu số 01 Phụ lục II").

    Args:
        target: The provision; the empty address is "toàn văn".
        parts: Which part of it, the outermost first.
    """
    words = [_part(part) for part in reversed(parts)]
    return " ".join([*words, *([target.spoken()] if target.steps or not words else [])])


def part_words(parts: Sequence[Part]) -> str:
    """Parts in words, the smallest first, without the provision they are parts of."""
    return " ".join(_part(part) for part in reversed(parts))


def _part(part: Part) -> str:
    match part.kind:
        case PartKind.HEADING:
            return "tên"
        case PartKind.LEAD:
            return "đoạn mở đầu"
        case PartKind.FORM:
            return f"Mẫu số {part.label}"
        case PartKind.ROW:
            return f"số thứ tự {part.label}"
        case PartKind.BASES:
            return "phần căn cứ ban hành"
        case (
            PartKind.PARAGRAPH
            | PartKind.SENTENCE
            | PartKind.DASH
            | PartKind.PLUS
            | PartKind.COLUMN
            | PartKind.TABLE
            | PartKind.NOTE
            | PartKind.BASIS
        ):
            return f"{_SPOKEN[part.kind]} {_which(part)}".strip()
        case _:
            assert_never(part.kind)


def _which(part: Part) -> str:
    if part.quoted:
        return f"“{part.quoted}”"
    if part.ordinal == LAST:
        return "cuối"
    return ordinal(part.ordinal) if part.ordinal else part.label

"""What a sentence of a letter of opinion does: asks something, only agrees, or is only polite."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcdocs.law.vocabulary import TYPES, VERBS
from kcdocs.text.normalise import content_form

if TYPE_CHECKING:
    from collections.abc import Iterable

_ASKING = (
    *("đề nghị", "kiến nghị", "đề xuất", "xem xét", "cân nhắc", "rà soát", "nghiên cứu thêm", "làm rõ"),
    *("cần", "nên", "phải", "chưa", "tuy nhiên", "nhưng", "song", "trừ", "ngoại trừ", "băn khoăn"),
    *("không nhất trí", "không thống nhất", "không đồng ý", "không tán thành", "không phù hợp"),
)
_AGREEING = ("nhất trí", "thống nhất", "đồng ý", "tán thành", "không có ý kiến", "không có góp ý")
_FINISHING = (
    *("kính", "trân trọng", "đề nghị", "quý bộ", "quý cơ quan", "bộ", "cơ quan", "chủ trì", "soạn thảo"),
    *("xem xét", "nghiên cứu", "tổng hợp", "tiếp thu", "hoàn thiện", "hoàn chỉnh", "chỉnh lý", "giải trình"),
    *("các", "ý kiến", "góp ý", "nêu trên", "trên", "dự thảo", "hồ sơ", "theo quy định", "để trình", "và"),
    *(item.name.casefold() for item in TYPES),
)
"""What a sentence is made of that asks for nothing but that the draft be finished."""

_NEED = "sự cần thiết"
"""What a draft is needed for: a heading of every letter."""

_VERBS = tuple(content_form(verb.words).casefold() for verb in VERBS)


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words, key=len, reverse=True))})(?!\w)")


_ASKS, _AGREES, _FINISHES = _any((*_ASKING, *_VERBS)), _any(_AGREEING), _any(_FINISHING)
_TITLE = re.compile(rf"dự thảo(?: [^\W\d_]+){{1,4}}? {_any(_VERBS).pattern}")
_ASKED_FOR = re.compile(r"(?:đề nghị|mời|lấy|xin)(?: [\w/-]+){0,6} (?:góp ý|ý kiến)(?!\w)")
_RECEIVED = re.compile(r"(?<!\w)nhận được(?!\w)")
_POLITE = re.compile(r"(?<!\w)trân trọng(?!\w)")
_BULLET = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,3}[.)/]|\d{1,2}(?:\.\d{1,2}){1,3}|[a-zđ][.)]|[IVX]{1,5}[.)]|[-–+•*])\s+"
)
"""A number alone is none: "90 triệu đồng" may be all that is asked."""


def asks(sentence: str) -> bool:
    """Whether it asks for anything; that opinions were asked for, and the name of the draft, ask nothing."""
    return bool(_ASKS.search(_own_words(sentence)))


def agrees(sentence: str) -> bool:
    """Whether it only agrees with the draft."""
    return bool(_AGREES.search(_own_words(sentence))) and not asks(sentence)


def only_polite(sentence: str, addressed: Iterable[str]) -> bool:
    """Whether it only tells that a letter was received, takes its leave, or asks to finish the draft.

    Args:
        sentence: The sentence.
        addressed: To whom the letter goes.
    """
    words = _own_words(sentence)
    if not asks(sentence):
        return bool(_RECEIVED.search(words) or _POLITE.search(words)) and not agrees(sentence)
    rest = content_form(sentence).casefold()
    for name in addressed:
        rest = rest.replace(content_form(name).casefold(), " ")
    return not _FINISHES.sub(" ", rest).strip(" ,.;/")


def _own_words(sentence: str) -> str:
    plain = content_form(sentence).casefold().replace(_NEED, " ")
    return _ASKED_FOR.sub(" ", _TITLE.sub(" ", plain))


def without_bullet(line: str) -> tuple[str, str]:
    """The kind of a line's bullet (all numbers are one kind), and the line without it."""
    found = _BULLET.match(line)
    if found is None:
        return "", line
    mark = found.group(1)
    kind = "I" if mark[0].isupper() else "a" if mark[0].isalpha() else mark
    if mark[0].isdigit():
        kind = f"1{'.' * mark.rstrip('.)/').count('.')}"
    return kind, line[found.end() :]

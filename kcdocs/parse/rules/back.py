"""What stands behind the last article: closing sentence, signature, recipients."""

from __future__ import annotations

import re

from kcdocs.law.vocabulary import CONSOLIDATED, MARKS, OLD_MARKS, PASSED, TITLES, alternation
from kcdocs.model.address import Kind
from kcdocs.text.casing import CAPITALS
from kcdocs.text.late import late

_RECIPIENTS = re.compile(r"(?:Nơi nhận|NƠI NHẬN)\s*:?")
_CLOSING = re.compile(
    rf"(?:(?:{alternation(PASSED)}) này (?:đã )?được .{{0,120}}(?:thông qua|biểu quyết)|Nơi ban hành)"
)
_MARK = alternation(mark for mark in (*MARKS, *OLD_MARKS))
_ON_BEHALF = re.compile(rf"(?:{_MARK})(?:\s?\.\s*|\s+)[{CAPITALS}]{{2}}")
_AUTHENTIC = f"XÁC THỰC {CONSOLIDATED.upper()}"
_OFFICE = late(rf"(?:PHÓ |QUYỀN )?(?:{alternation(title.upper() for title in TITLES)}|{_AUTHENTIC})\b")
_NUMBER = re.compile(r"(?i:số)\s*+:?\s*+(?:\d*+|…)\s*+/\S+")


def is_authentication(text: str) -> bool:
    """Whether a line says that a consolidated text is authentic, which its issuer signs.

    In a PDF the issuer may stand before it on the same line.
    """
    return text.startswith(_AUTHENTIC) or (text.isupper() and text.endswith(f" {_AUTHENTIC}"))


def heads_signature(text: str) -> bool:
    """Whether a line above that one can be its issuer or its number."""
    return text.isupper() or _NUMBER.fullmatch(text) is not None


def read(text: str) -> Kind | None:
    """Which of the closing parts a line begins, None if none."""
    if _RECIPIENTS.match(text):
        return Kind.RECIPIENTS
    if _ON_BEHALF.match(text) or (text.isupper() and _OFFICE.match(text)):
        return Kind.SIGNATURE
    if _CLOSING.match(text):
        return Kind.CLOSING
    return None

"""Ordinals in words."""

from __future__ import annotations

from kcdocs.text.spoken import NotSpokenError, number_words

_OWN = {1: "nhất", 4: "tư"}


def ordinal(number: int) -> str:
    """The ordinal in words: "thứ nhất", "thứ hai", "thứ tư", "thứ hai mươi mốt".

    Raises:
        NotSpokenError: If the number is below 1.
    """
    if number < 1:
        raise NotSpokenError(f"không có số thứ tự {number}; số thứ tự bắt đầu từ 1")
    return f"thứ {_OWN.get(number) or number_words(number)}"

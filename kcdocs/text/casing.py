"""Upper case and capitals that keep đ and every tone mark."""

from __future__ import annotations

from kcdocs.text.normalise import fold_lookalikes, nfc

CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Capital letters of Vietnamese, for a class of a pattern."""

SMALLS = CAPITALS.replace("A-Z", "a-z").lower()
"""Small letters of Vietnamese, for a class of a pattern."""


def upper(text: str) -> str:
    """The text in capitals, composed; the Icelandic look-alikes of đ become Đ (U+0110)."""
    return fold_lookalikes(nfc(text)).upper()


def capitalised(text: str) -> str:
    """The text with its first letter a capital, the rest as it is (Decree 30/2020/NĐ-CP, Annex II, I)."""
    plain = fold_lookalikes(nfc(text))
    first = next((place for place, sign in enumerate(plain) if sign.isalnum()), 0)
    return plain[:first] + plain[first : first + 1].upper() + plain[first + 1 :]

"""Spellings that say the same: Unicode form, look-alikes, case, place of the tone mark, i for y."""

from __future__ import annotations

import re
from functools import lru_cache

from kcdocs.text import limits
from kcdocs.text.normalise import (
    fold_invisible,
    fold_lookalikes,
    fold_quotes,
    fold_tones,
    nfc,
)

_Y_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_ENDS_IN_Y = re.compile(r"\b(h|k|l|m|s|t|qu)([yýỳỷỹỵ])(?!\w)")


@lru_cache(maxsize=limits.KEPT_FORMS)
def encoding_form(text: str) -> str:
    """The text without differences of encoding: composed, look-alike Đ mended, no invisible or odd spaces."""
    return fold_invisible(fold_lookalikes(nfc(text)))


@lru_cache(maxsize=limits.KEPT_FORMS)
def spelling_form(text: str) -> str:
    """The text without differences of spelling that change no meaning.

    Over `encoding_form`: lower case, one kind of quotation mark and hyphen, the tone mark of a final oa, oe,
    uy on the first vowel (hoà → hòa), and i for a lone final y after h, k, l, m, s, t or qu (kỹ → kĩ,
    quy → qui). "tay" and "tai", "thúy" and "thúi" stay apart.
    """
    plain = fold_tones(fold_quotes(encoding_form(text))).lower()
    return _ENDS_IN_Y.sub(lambda found: found[1] + found[2].translate(_Y_TO_I), plain)

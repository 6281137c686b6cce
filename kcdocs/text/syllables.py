"""Which words can be Vietnamese syllables, by their letters alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from kcdocs.text import limits

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
_LONG = "oai|oao|oay|oeo|uao|uây|uôi|uya|uyê|uyu|ươi|ươu|iêu|yêu"
_PAIR = "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|ya|yê"
_NUCLEUS = f"(?:{_LONG}|{_PAIR}|[aăâeêioôơuưy])"
_CODA = "(?:ch|ng|nh|[cmnpt])?"
_SYLLABLE = re.compile(_ONSET + _NUCLEUS + _CODA)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def is_syllable(word: str) -> bool:
    """Whether the word can be a Vietnamese syllable: onset, vowels and coda that exist, at most one tone.

    Args:
        word: In any case and any Unicode form.
    """
    letters, tones = _toneless(word.lower())
    return tones <= 1 and _SYLLABLE.fullmatch(letters) is not None


def share_of_vietnamese(text: str) -> tuple[float, int]:
    """How much of what is not plain ASCII in a text is Vietnamese.

    Returns:
        The share (0 to 1) of its stretches outside ASCII that are syllables, and their number. A stretch
        is what stands between spaces, ASCII punctuation at its ends left out.
    """
    counted = ((word.strip(_PUNCTUATION), count) for word, count in Counter(text.split()).items())
    marked = [(item, count) for item, count in counted if not item.isascii()]
    number = sum(count for _, count in marked)
    good = sum(count for item, count in marked if _is_vietnamese(item))
    return (good / number if marked else 0.0), number


_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’…–—«»•"


@lru_cache(limits.KEPT_SYLLABLES)
def _is_vietnamese(item: str) -> bool:
    return all(is_syllable(word) for word in _words(item))


def _words(item: str) -> list[str]:
    """The words of a stretch; the stretch itself where other signs stand in it, so that it counts as bad."""
    composed = unicodedata.normalize("NFC", item)
    rest = _WORD.sub("", composed).strip(_PUNCTUATION + "0123456789")
    return [composed] if rest else _WORD.findall(composed)


def _toneless(word: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", word)
    letters = "".join(character for character in decomposed if character not in _TONES)
    return unicodedata.normalize("NFC", letters), len(decomposed) - len(letters)

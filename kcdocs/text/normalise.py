"""Forms of a string that ignore what is not content: Unicode form, tone placement, spaces, quotes."""

from __future__ import annotations

import re
import unicodedata

VERSION = 1
"""Version of `content_form`; fingerprints name it, so that a change of rule cannot pass unseen."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that print nothing: soft hyphen, zero-width space and joiners, word joiner, byte order mark."""

_INVISIBLE = str.maketrans("", "", INVISIBLE)
_LOOKALIKES = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"})
_CYRILLIC = str.maketrans("АВЕНІЈКМОРСТУХаеіјорсух", "ABEHIJKMOPCTYXaeijopcyx")
_MIXED_WORD = re.compile(
    r"(?<!\w)(?=[^\W\d_]{0,40}[A-Za-z\u00c0-\u01b0\u1ea0-\u1ef9])(?=[^\W\d_]{0,40}[\u0400-\u045f])[^\W\d_]{2,40}"
)
_QUOTES = str.maketrans(
    {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("–—‑‐−", "-")}
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKS = re.compile(r"[\u0300-\u036f]")


def nfc(text: str) -> str:
    """The composed Unicode form (NFC); the text itself where it is composed already."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold_lookalikes(text: str) -> str:
    """The text with Icelandic and African look-alikes of Đ and đ replaced by the Vietnamese letters."""
    return text.translate(_LOOKALIKES)


def fold_cyrillic(text: str) -> str:
    """The text with Cyrillic letters that look Latin replaced, in words that hold Latin letters too."""
    if text.isascii():
        return text
    return _MIXED_WORD.sub(lambda found: found[0].translate(_CYRILLIC), text)


def fold_invisible(text: str) -> str:
    """The text without characters that print nothing, every kind of space an ordinary one."""
    return re.sub(r"\s", " ", text.translate(_INVISIBLE))


def fold_quotes(text: str) -> str:
    """The text with every kind of quotation mark and hyphen an ASCII one."""
    return text.translate(_QUOTES)


def fold_tones(text: str) -> str:
    """The text with the tone of a final oa, oe, uy on its first letter: hoà → hòa, thuỷ → thủy.

    Only where a syllable ends in the two vowels: "quý" and "hoàng" stay as they are.
    """
    return _TONE_WORD.sub(lambda found: _TONE_PLACES[found.group(1)], text)


def bare(text: str) -> str:
    """The text in lower case without tone and vowel marks, đ as d: for guessing what was meant."""
    plain = unicodedata.normalize("NFD", fold_lookalikes(text).lower())
    return _MARKS.sub("", plain).replace("đ", "d")


def content_form(text: str) -> str:
    """The form that fingerprints and content keys are made of.

    Two texts have the same content form if they differ only in Unicode form, look-alike Đ, placement of
    the tone mark, kind and number of spaces, invisible characters, quotation marks and hyphens.
    """
    plain = fold_quotes(fold_invisible(fold_lookalikes(nfc(text))))
    return " ".join(fold_tones(plain).split())


def _tone_places() -> dict[str, str]:
    places = {}
    for pair in ("oa", "oe", "uy"):
        for first in (pair[0], pair[0].upper()):
            for second in (pair[1], pair[1].upper()):
                for tone in _TONES:
                    places[nfc(first + second + tone)] = nfc(first + tone) + second
    return places


_TONE_PLACES = _tone_places()
_TONE_WORD = re.compile(rf"(?<![qQ])({'|'.join(_TONE_PLACES)})(?!\w)")

"""Words that a reader takes for one another: letters of other scripts that look Latin, case, tone marks.

What a name looks like is one rule, its skeleton; two names of one skeleton are one name to whoever typed
them. Source of the pairs: Unicode Technical Standard 39, letters of Cyrillic and Greek that look Latin.
"""

from __future__ import annotations

import unicodedata

from kcdocs.text.normalise import INVISIBLE, bare, fold_lookalikes

_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԚԜаеѕіјорсухһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ" + "ıɑɡ",
    "ABESIJKMHOPCTYXQWaesijopcyxhdqw" + "ABEZHIKMNOPTYXaiknoptux" + "iag",
)
_UNSEEN = str.maketrans("", "", INVISIBLE)
_SCRIPTS = {"CYRILLIC": "chữ Kirin", "GREEK": "chữ Hy Lạp", "FULLWIDTH": "chữ toàn góc"}


def seen_as(text: str) -> str:
    """The text as it looks: Latin letters for those of other scripts and widths that look so, none unseen."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", text.translate(_UNSEEN))
    return fold_lookalikes(composed.translate(_ALIKE))


def skeleton(name: str) -> str:
    """What a name looks like at a glance: as seen, in small letters without marks, hyphens as underscores."""
    return bare(seen_as(name)).replace("-", "_")


def only_looks_latin(text: str) -> bool:
    """Whether a word is in Latin letters to the eye, and not all of them are."""
    seen = seen_as(text)
    odd = any(seen_as(letter) != letter for letter in text)
    return odd and all(
        unicodedata.name(letter, "").startswith("LATIN") for letter in seen if letter.isalpha()
    )


def script_of(text: str) -> str:
    """Of which script the first letter is that only looks Latin, in Vietnamese.

    Args:
        text: A text that differs from how it looks.
    """
    odd = next((letter for letter in text if seen_as(letter) != letter), "")
    name = unicodedata.name(odd, "").partition(" ")[0] if odd else ""
    return _SCRIPTS.get(name, "ký tự lạ")

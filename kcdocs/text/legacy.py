"""Vietnamese before Unicode: TCVN3, VNI, VIQR and Windows-1258 told apart and converted.

Sources: TCVN 5712:1993 for TCVN3 (compared byte for byte with glibc's TCVN5712-1); RFC 1456 for VIQR; for VNI
the pairs that public tables give alike, as there is no standard; Python's own codec for Windows-1258.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kcdocs.text import limits
from kcdocs.text.normalise import nfc
from kcdocs.text.syllables import share_of_vietnamese


class Encoding(StrEnum):
    """How the characters of a source are written; the value is what a user types."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    TCVN3 = "tcvn3"
    VNI = "vni"
    VIQR = "viqr"
    WINDOWS_1258 = "windows-1258"


LEGACY = (Encoding.TCVN3, Encoding.VNI, Encoding.WINDOWS_1258, Encoding.VIQR)
SPOKEN = {
    Encoding.UTF_8: "UTF-8",
    Encoding.UTF_16: "UTF-16",
    Encoding.TCVN3: "TCVN3 (phông .VnTime)",
    Encoding.VNI: "VNI (phông VNI-Times)",
    Encoding.VIQR: "VIQR (dấu gõ bằng ký tự thường)",
    Encoding.WINDOWS_1258: "Windows-1258",
}
"""How each is called in a message."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a text seems to be written in.

    Attributes:
        encoding: The legacy code page.
        share: Share of its marked words that are Vietnamese once converted, 0 to 1.
        sample: Its first characters, converted.
    """

    encoding: Encoding
    share: float
    sample: str


def characters(data: bytes) -> str:
    """Bytes of an unknown code page as characters, one each: Windows-1252, else Latin-1."""
    return data.decode("latin-1").translate(_WINDOWS)


def convert(text: str, encoding: Encoding) -> str:
    """The text in Unicode (NFC).

    Args:
        text: Its characters as a program takes them that knows nothing of the code page (`characters`).
        encoding: What it is written in; UTF-8 and UTF-16 change nothing.
    """
    match encoding:
        case Encoding.TCVN3:
            return text.translate(_TCVN3)
        case Encoding.VNI:
            return _VNI_LETTER.sub(lambda found: _VNI[found.group()], text)
        case Encoding.VIQR:
            return _VIQR_LETTER.sub(_viqr_letter, text)
        case Encoding.WINDOWS_1258:
            return nfc(text.translate(_WINDOWS_1258))
        case Encoding.UTF_8 | Encoding.UTF_16:
            return text


def convert_if_better(text: str, encoding: Encoding) -> str:
    """The text in Unicode where that makes more of its words Vietnamese, else as it stands.

    For sources that mix an old code page with Unicode.

    Args:
        text: As for `convert`.
        encoding: What part of the source is written in.
    """
    converted = convert(text, encoding)
    better = share_of_vietnamese(converted)[0] > share_of_vietnamese(text)[0]
    return converted if better else text


def detect(text: str) -> Guess | None:
    """The legacy code page a text is written in; None if it is none, or too short to tell.

    Args:
        text: As for `convert`. A text in Unicode gives None.
    """
    before, marked = share_of_vietnamese(text)
    if before > 1 - limits.BETTER or (not marked and not _VIQR_LETTER.search(text)):
        return None
    best = max((_tried(text, encoding) for encoding in LEGACY), key=lambda guess: guess.share)
    return best if best.share >= max(limits.SURE, before + limits.BETTER) else None


def _tried(text: str, encoding: Encoding) -> Guess:
    converted = convert(text, encoding)
    share, marked = share_of_vietnamese(converted)
    enough = max(limits.FEWEST, limits.VIQR_SHARE * len(text.split()) if encoding is Encoding.VIQR else 0)
    return Guess(encoding, share if marked >= enough else 0.0, converted[: limits.LONGEST_SAMPLE])


_WINDOWS = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}
_WINDOWS_1258 = {
    ord(bytes([code]).decode("cp1252")): bytes([code]).decode("cp1258")
    for code in range(0x80, 0x100)
    if bytes([code]).decode("cp1252", "ignore") and bytes([code]).decode("cp1258", "ignore")
}
_TCVN3 = str.maketrans(
    "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦",
    "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ",
)


def _vni_letters() -> dict[str, str]:
    """Each VNI spelling → letter: a base letter and a mark, or one character of its own."""
    tones = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
    circumflex = dict(zip("áàåãä", "\u0301\u0300\u0309\u0303\u0323", strict=True))
    breve = dict(zip("éèúüë", "\u0301\u0300\u0309\u0303\u0323", strict=True))
    letters = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    letters |= {base + mark: base + tone for base in "aeouy" for mark, tone in tones.items()}
    letters |= {base + mark: base + "\u0302" + tone for base in "aeo" for mark, tone in circumflex.items()}
    letters |= {"a" + mark: "a\u0306" + tone for mark, tone in breve.items()}
    letters |= {"aâ": "â", "eâ": "ê", "oâ": "ô", "aê": "ă"}
    letters |= {base + mark: letters[base] + tone for base in "ôö" for mark, tone in tones.items()}
    mixed = {spelling[0].upper() + spelling[1:]: letter.upper() for spelling, letter in letters.items()}
    capitals = {spelling.upper(): letter.upper() for spelling, letter in letters.items()}
    return {spelling: nfc(letter) for spelling, letter in (letters | mixed | capitals).items()}


_VNI = _vni_letters()
_VNI_LETTER = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_VIQR_MARKS = {
    "^": "\u0302",
    "(": "\u0306",
    "+": "\u031b",
    "'": "\u0301",
    "`": "\u0300",
    "?": "\u0309",
    "~": "\u0303",
    ".": "\u0323",
}
_VIQR_LETTER = re.compile(
    r"\\(.)|(dd|DD|Dd)|(?=[aA]\(|[aeoAEO]\^|[ouOU]\+|[aeiouyAEIOUY]['`?~.])([a-zA-Z][(^+]?)(['`?~.])?"
)


def _viqr_letter(found: re.Match[str]) -> str:
    escaped, stroke, vowel, tone = found.groups()
    if escaped:
        return str(escaped)
    if stroke:
        return "đ" if stroke == "dd" else "Đ"
    return nfc("".join(_VIQR_MARKS.get(sign, sign) for sign in vowel + (tone or "")))

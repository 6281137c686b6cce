"""Text that must not pass unseen: look-alike letters, legacy code pages, control and invisible characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.records.values import text_faults
from kcdocs.text.legacy import SPOKEN, Encoding, convert
from kcdocs.text.normalise import INVISIBLE
from kcdocs.text.syllables import is_syllable

_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
_FOREIGN = "".join(char for char in map(chr, range(0x7F, 0x100)) if char not in _VIETNAMESE + "\xa0")
_SUSPECT = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f{re.escape(_FOREIGN)}{INVISIBLE}ƉɖŒœŠšŸŽžƒˆ˜€‚„…†‡‰‹›\ud800-\udfff\ufffd-\uffff]"
)
_BEYOND_LATIN_1 = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_WORD = re.compile(r"[^\s\d!\"#$%&'()*+,./:;<=>?@\[\\\]^_`{|}~“”‘’…–-]+")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def suspect(text: str) -> bool:
    """Whether a value has any character that `faults` could have something to say about."""
    return _SUSPECT.search(text) is not None


def faults(text: str, place: Place) -> list[Finding]:
    """What in a value a person must mend; nothing is converted silently.

    Args:
        text: The value in composed form (NFC).
        place: Where it stands.

    Returns:
        Errors for look-alikes of Đ (RC111), control characters (RC112), legacy code pages by name (RC121),
        text that was decoded wrongly (RC122), lost characters (RC123) and invisible ones (RC124).
    """
    if not suspect(text):
        return []
    misread = _misread(text)
    if misread:
        return [_finding("RC122", place, "Chữ UTF-8 đã bị đọc nhầm thành Windows-1252.", text, misread)]
    legacy = legacy_reading(text)
    if legacy:
        words = f"Chữ có vẻ viết bằng {SPOKEN[legacy.encoding]}, không phải Unicode."
        return [_finding("RC121", place, words, text, legacy.text)]
    return [*text_faults(text, place), *_lost(text, place), *_unseen(text, place)]


@dataclass(frozen=True, slots=True)
class Legacy:
    """A text as a legacy code page reads.

    Attributes:
        encoding: The code page.
        text: The text in Unicode, for a person to compare.
    """

    encoding: Encoding
    text: str


def legacy_reading(text: str) -> Legacy | None:
    """The legacy code page a value of a few words is written in; None if it is none.

    A word counts if it is no Vietnamese syllable as it stands and one once converted. One word of three
    letters is enough, so that a name in a cell is seen; signs such as "µm" are not taken for it.
    """
    if _BEYOND_LATIN_1.search(text):
        return None
    readings = [_reading(text, encoding) for encoding in (Encoding.TCVN3, Encoding.VNI)]
    weight, best = max(readings, key=lambda item: item[0])
    return best if weight else None


def _reading(text: str, encoding: Encoding) -> tuple[int, Legacy]:
    changed = [(word, convert(word, encoding)) for word in _WORD.findall(text)]
    marked = [(old, new) for old, new in changed if not old.isascii()]
    good = [(old, new) for old, new in marked if old != new and is_syllable(new) and not is_syllable(old)]
    fair = [(old, new) for old, new in marked if is_syllable(new)]
    enough = len(good) > 1 or any(len(old) > 2 for old, _ in good)
    weight = len(good) if enough and len(fair) * 5 >= len(marked) * 4 else 0
    return weight, Legacy(encoding, convert(text, encoding))


def _misread(text: str) -> str:
    """The text as UTF-8 where it is UTF-8 taken for Windows-1252, else empty."""
    try:
        read = b"".join(map(_byte, text)).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""
    return read if read != text and len(read) < len(text) else ""


def _byte(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) < 0x100 else char.encode("cp1252")


def _lost(text: str, place: Place) -> list[Finding]:
    if "\ufffd" not in text:
        return []
    words = "Có ký tự � (U+FFFD): chữ gốc đã mất khi chuyển mã."
    return [_finding("RC123", place, words, text, "", mend="gõ lại giá trị từ bản gốc.")]


def _unseen(text: str, place: Place) -> list[Finding]:
    found = _INVISIBLE.search(text)
    if not found:
        return []
    words = f"Có ký tự không nhìn thấy U+{ord(found.group()):04X}; tìm kiếm trong văn bản sẽ bỏ sót chữ này."
    return [_finding("RC124", place, words, text, "", mend="gõ lại giá trị để bỏ ký tự đó.")]


def _finding(code: str, place: Place, words: str, text: str, meant: str, mend: str = "") -> Finding:
    return Finding(
        code,
        Severity.ERROR,
        place,
        words,
        found=_short(text),
        expected=f"có lẽ là «{_short(meant)}»" if meant else "",
        mend=mend or "chuyển tệp sang Unicode bằng bộ gõ (UniKey, công cụ «Chuyển mã»), hoặc gõ lại giá trị.",
    )


def _short(text: str) -> str:
    plain = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return plain if len(plain) <= 60 else plain[:59] + "…"

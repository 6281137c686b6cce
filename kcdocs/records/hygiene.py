"""Text that must not pass unseen: look-alike letters, legacy code pages, control and invisible characters."""

from __future__ import annotations

import re

from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.records.values import text_faults
from kcdocs.text.normalise import INVISIBLE

_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
_FOREIGN = "".join(char for char in map(chr, range(0x7F, 0x100)) if char not in _VIETNAMESE + "\xa0")
_SUSPECT = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f{re.escape(_FOREIGN)}{INVISIBLE}ƉɖŒœŠšŸŽžƒˆ˜€‚„…†‡‰‹›\ud800-\udfff\ufffd-\uffff]"
)
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
    from kcdocs.records.legacy_value import legacy_reading  # noqa: PLC0415 - code pages load on suspicion

    legacy = legacy_reading(text)
    if legacy:
        words = f"Chữ có vẻ viết bằng {legacy.spoken}, không phải Unicode."
        return [_finding("RC121", place, words, text, legacy.text)]
    return [*text_faults(text, place), *_lost(text, place), *_unseen(text, place)]


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

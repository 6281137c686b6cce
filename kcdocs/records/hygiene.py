"""Text that must not pass unseen: look-alike letters, legacy code pages, control and invisible characters."""

from __future__ import annotations

import re

from kcdocs.model.finding import Finding, Place
from kcdocs.records import limits
from kcdocs.records.faults import CONTROL, LEGACY, LOOKALIKE, LOST, MISREAD, PRIVATE, TOO_LONG, UNSEEN
from kcdocs.text.normalise import INVISIBLE, nfc

_VIETNAMESE = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
_FOREIGN = "".join(char for char in map(chr, range(0x7F, 0x100)) if char not in _VIETNAMESE + "\xa0")
_SUSPECT = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f{re.escape(_FOREIGN)}{INVISIBLE}ƉɖŒœŠšŸŽžƒˆ˜€‚„…†‡‰‹›\ud800-\uf8ff\ufffd-\uffff]"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_LOOKALIKE = re.compile("[ÐðƉɖ]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_PASTED_BULLET = re.compile(r"^[ \t]*[\ue000-\uf8ff][ \t]*", re.MULTILINE)
"""A sign of a symbol font at the beginning of a line: what Word copies of a list's bullet."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text in composed form (NFC) with line ends of one kind, bullets of Word's lists as bullets."""
    plain = nfc(text).replace("\r\n", "\n").replace("\r", "\n")
    return plain if plain.isprintable() else _PASTED_BULLET.sub("• ", plain)


def suspect(text: str) -> bool:
    """Whether a value has any character that `faults` could have something to say about."""
    return _SUSPECT.search(text) is not None


def faults(text: str, place: Place) -> list[Finding]:
    """What in a value a person must mend; nothing is converted silently.

    Args:
        text: The value in composed form (NFC).
        place: Where it stands.

    Returns:
        Errors for look-alikes of Đ (RC111), control characters (RC112), too long texts (RC113),
        legacy code pages by name (RC121), text that was decoded wrongly (RC122), lost characters (RC123)
        invisible ones (RC124) and signs of a symbol font (RC127).
    """
    long = _too_long(text, place)
    if not suspect(text):
        return long
    misread = _misread(text)
    if misread:
        return [*long, MISREAD.at(place, _short(text), meant=_short(misread))]
    from kcdocs.records.legacy_value import legacy_reading  # noqa: PLC0415 - code pages load on suspicion

    legacy = legacy_reading(text)
    if legacy:
        told = LEGACY.at(place, _short(text), code_page=legacy.spoken, meant=_short(legacy.text))
        return [*long, told]
    looks = (_lookalike, _control, _lost, _unseen, _private)
    return [*long, *filter(None, (look(text, place) for look in looks))]


def _too_long(text: str, place: Place) -> list[Finding]:
    if len(text) <= limits.LONGEST_VALUE:
        return []
    return [TOO_LONG.at(place, length=len(text), most=limits.LONGEST_VALUE)]


def _lookalike(text: str, place: Place) -> Finding | None:
    """Icelandic Ð U+00D0 and African Ɖ U+0189 in place of Đ."""
    found = _LOOKALIKE.search(text)
    if not found:
        return None
    return LOOKALIKE.at(place, _near(text, found), letter=found[0], code_point=_point(found[0]))


def _control(text: str, place: Place) -> Finding | None:
    """Control characters, surrogates and non-characters, which no Word document can hold."""
    found = _FORBIDDEN.search(text)
    if not found:
        return None
    return CONTROL.at(place, _near(text, found), code_point=_point(found[0]))


def _near(text: str, found: re.Match[str]) -> str:
    near = text[max(found.start() - 20, 0) : found.end() + 20]
    return _FORBIDDEN.sub("�", near)


def _misread(text: str) -> str:
    """The text as UTF-8 where it is UTF-8 taken for Windows-1252, else empty."""
    try:
        read = b"".join(map(_byte, text)).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""
    return read if read != text and len(read) < len(text) else ""


def _byte(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) < 0x100 else char.encode("cp1252")


def _lost(text: str, place: Place) -> Finding | None:
    if "\ufffd" not in text:
        return None
    return LOST.at(place, _short(text))


def _unseen(text: str, place: Place) -> Finding | None:
    found = _INVISIBLE.search(text)
    if not found:
        return None
    return UNSEEN.at(place, _short(text), code_point=_point(found[0]))


def _private(text: str, place: Place) -> Finding | None:
    found = _PRIVATE.search(text)
    return PRIVATE.at(place, _near(text, found), code_point=_point(found[0])) if found else None


def _point(char: str) -> str:
    return f"U+{ord(char):04X}"


def _short(text: str) -> str:
    plain = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return plain if len(plain) <= limits.SHOWN else plain[: limits.SHOWN - 1] + "…"

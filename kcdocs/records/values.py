"""Text values as records hold them: composed Unicode, and faults that must not pass unseen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcdocs.model.finding import Finding, Severity
from kcdocs.text.normalise import nfc

if TYPE_CHECKING:
    from kcdocs.model.finding import Place

LIMIT = 1_000_000
"""Most characters of one value."""

_LOOKALIKE = re.compile("[ÐðƉɖ]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text in composed form (NFC) with line ends of one kind."""
    return nfc(text).replace("\r\n", "\n").replace("\r", "\n")


def too_long(text: str, place: Place) -> list[Finding]:
    """A fault if a value is longer than `LIMIT`."""
    if len(text) <= LIMIT:
        return []
    return [
        _fault("RC113", place, f"Giá trị dài {len(text)} ký tự, quá {LIMIT}.", "Chia giá trị ra nhiều đoạn.")
    ]


def text_faults(text: str, place: Place) -> list[Finding]:
    """What in a value must be mended by a person; nothing is converted silently.

    Args:
        text: The value.
        place: Where it stands.

    Returns:
        Findings for letters that only look like Đ (Icelandic Ð U+00D0, African Ɖ U+0189) and for control
        characters, surrogates and non-characters, which no Word document can hold.
    """
    faults = []
    if found := _LOOKALIKE.search(text):
        message = f"Chữ «{found.group()}» (U+{ord(found.group()):04X}) chỉ giống chữ Đ, đ của tiếng Việt."
        faults.append(
            _fault(
                "RC111",
                place,
                message,
                "Gõ lại chữ Đ hoặc đ bằng bộ gõ tiếng Việt Unicode.",
                _near(text, found),
            )
        )
    if found := _FORBIDDEN.search(text):
        message = f"Có ký tự điều khiển U+{ord(found.group()):04X}, tệp Word không chứa được."
        faults.append(
            _fault("RC112", place, message, "Xóa ký tự đó rồi gõ lại đoạn văn.", _near(text, found))
        )
    return faults


def _near(text: str, found: re.Match[str]) -> str:
    near = text[max(found.start() - 20, 0) : found.end() + 20]
    return _FORBIDDEN.sub("�", near)


def _fault(code: str, place: Place, message: str, mend: str, found: str = "") -> Finding:
    return Finding(code, Severity.ERROR, place, message, found=found, mend=mend)

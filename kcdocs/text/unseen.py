"""Characters that act instead of being read: control characters, and those that turn the direction of text.

On a screen an escape sequence hides words, clears lines or fills the clipboard; a bidirectional control
shows "001" for "100". Both are shown as what they are instead.
"""

from __future__ import annotations

import re

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""What changes the direction of the text behind it (Unicode UAX #9), for a character class."""

CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
"""The control characters but white space, for a character class."""

_ACTING = re.compile(f"[{CONTROL}{BIDI}\x0b\x0c\x0d\x1c-\x1f\x85]")
_CONTROLS = re.compile(f"[{CONTROL}]")
_BIDI = re.compile(f"[{BIDI}]")
_UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd]")
_NAMES = {"\x1b": "ESC", "\x7f": "DEL", "\x07": "BEL", "\x08": "BS"}


def shown(text: str) -> str:
    """The text with a sign for each acting character: ␛ for ESC, ‹U+202E›; line feeds and tabs stay."""
    return text if text.isprintable() else _ACTING.sub(lambda found: sign(found[0]), text)


def sign(char: str) -> str:
    """The sign of an acting character."""
    return _picture(char) if ord(char) < 0x20 or char == "\x7f" else f"‹U+{ord(char):04X}›"


def without_controls(text: str) -> str:
    """The text with a picture (␛) for each control character but white space; its length stays."""
    return _CONTROLS.sub(lambda found: _picture(found[0]), text)


def controls(text: str) -> list[str]:
    """The control characters in a text, white space left out, each once, in order."""
    return list(dict.fromkeys(_CONTROLS.findall(text)))


def directions(text: str) -> list[str]:
    """The bidirectional control characters in a text, each once, in order."""
    return list(dict.fromkeys(_BIDI.findall(text)))


def unreadable(text: str) -> list[str]:
    """The characters that stand for a sign without a name, as private fonts have them, each once."""
    return list(dict.fromkeys(_UNREADABLE.findall(text)))


def sign_name(char: str) -> str:
    """What a person calls an acting character: "ESC (U+001B)", "U+202E"."""
    code = f"U+{ord(char):04X}"
    return f"{_NAMES[char]} ({code})" if char in _NAMES else code


def _picture(char: str) -> str:
    """Of C0 and DEL the picture that Unicode has, of C1 the sign for a substitute, ␦."""
    code = ord(char)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "␦"

"""Characters of symbol fonts as the Unicode characters a reader sees."""

from __future__ import annotations

_SYMBOL = {
    0x2D: "−",
    0xA2: "′",
    0xA3: "≤",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xE5: "∑",
    0xD6: "√",
    0xC5: "⊕",
    0xC6: "∅",
    0x61: "α",
    0x62: "β",
    0x64: "δ",
    0x44: "Δ",
    0x6C: "λ",
    0x6D: "μ",
    0x70: "π",
    0x73: "σ",
    0x53: "Σ",
    0x77: "ω",
    0x57: "Ω",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xE0: "→",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = range(0xF000, 0xF100)


def is_symbol_font(font: str) -> bool:
    """Whether letters set in the font show as signs."""
    return font.lower() in _FONTS


def readable(text: str, font: str) -> str:
    """The text with characters of a symbol font as Unicode; one that is not known stays as it is.

    Args:
        text: Characters as the file holds them; symbol fonts use U+F000 to U+F0FF or plain codes.
        font: The font's name.
    """
    table = _FONTS.get(font.lower())
    if table is None:
        return text
    return "".join(table.get(_code(character), character) for character in text)


def unknown(text: str) -> str:
    """The characters that stand in the private range of symbol fonts, so that nobody can read them."""
    return "".join(character for character in text if ord(character) in _PRIVATE)


def _code(character: str) -> int:
    code = ord(character)
    return code - 0xF000 if code in _PRIVATE else code

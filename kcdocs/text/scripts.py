"""Figures above and below the line, and the same figures on it: "10²" is no "102"."""

from __future__ import annotations

import re

_ON_LINE = "0123456789+-−=()n"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ"
_UP = str.maketrans(_ON_LINE, _RAISED)
_DOWN = str.maketrans(_ON_LINE, _LOWERED)
_BACK = str.maketrans(_RAISED[:10], _ON_LINE[:10])
_FIGURES = re.compile(r"\s*(?:[+\-−]?[0-9]+|[+\-−n])\s*")

RAISED_FIGURES = _RAISED[:10]
"""The figures 0 to 9 above the line."""


def raised(text: str) -> str:
    """Figures as they stand above the line ("2" → "²"), a sign before them or alone, or the exponent n.

    Args:
        text: Anything set above the line; what is no such figure comes back as it is.
    """
    return text.translate(_UP) if _FIGURES.fullmatch(text) else text


def lowered(text: str) -> str:
    """Figures as they stand below the line ("2" → "₂"); as with `raised`, all else comes back as it is."""
    return text.translate(_DOWN) if _FIGURES.fullmatch(text) else text


def on_line(text: str) -> str:
    """The text with raised figures set on the line: what `raised` made of figures is undone."""
    return text.translate(_BACK)

"""Plain text to lines."""

from __future__ import annotations

from kcdocs.model.line import Line, Reading, Source, SourceKind


def reading(text: str, name: str = "") -> Reading:
    """Plain text as a source: one paragraph a line.

    Args:
        text: Lines ended by line feeds (carriage returns before them are dropped).
        name: The file or citation, as the user named it.

    Returns:
        Every line in order, empty ones included; a text that ends with a line feed has no empty last line.
    """
    rows = text.replace("\r\n", "\n").split("\n")
    if rows and not rows[-1]:
        rows.pop()
    return Reading(
        name,
        SourceKind.TEXT,
        tuple([Line(row, Source(name, "", ordinal)) for ordinal, row in enumerate(rows)]),
    )

"""Formats: the one enumeration of what a result can be given in."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What a result is given in; the value is the word of `--format`."""

    TERMINAL = "terminal"
    PLAIN = "plain"
    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"
    DOCX = "docx"
    XLSX = "xlsx"
    TRACKED = "tracked-docx"
    TREE = "tree"
    REFERENCES = "references"
    FINDINGS = "findings"
    AKN = "akn"
    TOML = "toml"
    ZIP = "zip"


COMPARISON = (Format.TERMINAL, Format.HTML, Format.JSON, Format.DOCX, Format.XLSX)
"""What a comparison is given in."""

CONSOLIDATION = (Format.PLAIN, Format.TEXT, Format.HTML, Format.DOCX, Format.JSON)
"""What an amended text is given in."""

SINGLE_TEXT = (Format.TREE, Format.TEXT, Format.JSON, Format.REFERENCES, Format.FINDINGS, Format.AKN)
"""What is shown of one text."""

SET_DIFFERENCE = (Format.TERMINAL, Format.HTML)
"""What the difference between two versions of a set is given in."""


FORM_CHECK = (Format.TERMINAL, Format.HTML, Format.JSON)
"""What a check of form is given in."""


DOSSIER_CHECK = (Format.TERMINAL, Format.JSON)
"""What a check of a dossier is given in."""


class FormatNotMadeError(ValueError):
    """A caller asked for a format in which that result is not given.

    Args:
        asked: The format.
        made: Those it is given in.
    """

    def __init__(self, asked: Format, made: tuple[Format, ...]) -> None:
        super().__init__(f"not given as {asked}; one of: {', '.join(made)}")

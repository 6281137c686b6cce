"""Options that the amending commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kcdocs.cli.reading_options import as_of_option, number_option, reading_options

if TYPE_CHECKING:
    from collections.abc import Callable

SCREEN = {"terminal": "màn hình", "json": "cho máy đọc"}
"""The forms of what is found: for people, or for machines."""


def original_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The original, the draft, which instrument is meant, and how files are read."""
    for option in reversed(
        (
            click.argument("original", metavar="GỐC"),
            click.argument("draft", metavar="DỰ-THẢO"),
            number_option,
            as_of_option,
            reading_options,
        )
    ):
        command = option(command)
    return command

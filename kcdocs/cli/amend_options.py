"""Options that the amending commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kcdocs.cli.base import Choice, Day
from kcdocs.cli.reading_options import reading_options

if TYPE_CHECKING:
    from collections.abc import Callable


def original_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The original, the draft, which instrument is meant, and how files are read."""
    for option in reversed(
        (
            click.argument("original", metavar="GỐC"),
            click.argument("draft", metavar="DỰ_THẢO"),
            click.option(
                "--as",
                "number",
                metavar="SỐ",
                default="",
                help="Số, ký hiệu văn bản gốc, khi tệp không tự nói.",
            ),
            click.option("--as-of", type=Day(), help="Dùng bản gốc có hiệu lực vào ngày này."),
            reading_options,
        )
    ):
        command = option(command)
    return command


def form_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """For people on the console, or for machines."""
    return click.option(
        "--format",
        "form",
        type=Choice(["terminal", "json"]),
        default="terminal",
        help="Xem trên màn hình (terminal) hoặc lấy dạng máy đọc (json).",
    )(command)

"""A shortcut on the desktop that opens the page."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from kcdocs.files import write_whole
from kcdocs.web.errors import OtherShortcutError


def place_shortcut(desktop: Path | None = None) -> Path:
    """Put the shortcut of this machine's kind on the desktop.

    Args:
        desktop: The folder of the desktop; None for this user's own.

    Returns:
        Where it is.

    Raises:
        OtherShortcutError: If another file of that name stands there.
    """
    from platformdirs import user_desktop_path  # noqa: PLC0415 - only here the desktop is asked for

    name, words = shortcut(sys.platform, sys.executable)
    path = (desktop or user_desktop_path()) / name
    if path.exists() and path.read_bytes() != words:
        raise OtherShortcutError(str(path))
    write_whole(path, words)
    path.chmod(0o755)
    return path


def shortcut(platform: str, python: str) -> tuple[str, bytes]:
    """Name and bytes of the shortcut.

    Args:
        platform: As `sys.platform` says it.
        python: The program that runs kcdocs.
    """
    if platform == "win32":
        # A percent sign in a folder's name begins a variable there unless it is doubled.
        command = ("@echo off", "chcp 65001 >nul", f'"{python.replace("%", "%%")}" -m kcdocs serve', "")
        return "kcdocs.cmd", "\r\n".join(command).encode()
    if platform == "darwin":
        return "kcdocs.command", f"#!/bin/sh\nexec {shlex.quote(python)} -m kcdocs serve\n".encode()
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=kcdocs",
        "Comment=Bàn soạn thảo văn bản",
        f"Exec={_quoted(python)} -m kcdocs serve",
        "Terminal=true",
        "",
    )
    return "kcdocs.desktop", "\n".join(lines).encode()


def _quoted(word: str) -> str:
    """A word as the Desktop Entry Specification quotes it in Exec."""
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    return f'"{word}"'.replace("\\", "\\\\").replace("%", "%%")

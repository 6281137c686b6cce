"""Words in a picture, by Tesseract, which must be installed with its data for Vietnamese."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from kcdocs.convert import limits
from kcdocs.convert.errors import NoTesseractError, RecognitionFailedError

_WINDOWS = (
    r"C:\Program Files\Tesseract-OCR\tesseract.exe",
    r"C:\Program Files (x86)\Tesseract-OCR\tesseract.exe",
)
_LANGUAGE = "vie"
_WORD_LEVEL, _COLUMNS = "5", 12


class SeenWord(NamedTuple):
    """A word seen in a picture; places in pixels from its upper left corner.

    Attributes:
        text: Its characters.
        row: What it shares with the words of its row, and with no other.
        left: Its left edge.
        top: Its upper edge.
        width: How wide it is.
        height: How high it is.
        sure: How sure the program is of it, in percent.
    """

    text: str
    row: tuple[str, ...]
    left: int
    top: int
    width: int
    height: int
    sure: float


def tesseract() -> Path:
    """Where Tesseract is.

    Raises:
        NoTesseractError: If it is not installed, or cannot read Vietnamese.
    """
    found = shutil.which("tesseract") or next((path for path in _WINDOWS if Path(path).is_file()), None)
    if found is None or _LANGUAGE not in _languages(found):
        raise NoTesseractError(installed=found is not None)
    return Path(found)


def seen_words(picture: bytes, dots: int, *, seconds: float = limits.PAGE_SECONDS) -> list[SeenWord]:
    """The words in a picture, row by row.

    Args:
        picture: A file that Tesseract opens (PNM, PNG).
        dots: Its dots an inch.
        seconds: Time limit.

    Raises:
        NoTesseractError: If Tesseract is not there, or cannot read Vietnamese.
        RecognitionFailedError: If it took too long, or gave up.
    """
    command = [str(tesseract()), "stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(dots), "tsv"]
    env = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # its threads wait for one another more than they work
    try:
        done = subprocess.run(
            command, input=picture, capture_output=True, env=env, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise RecognitionFailedError(f"quá {seconds:.0f} giây một trang") from None
    if done.returncode:
        raise RecognitionFailedError(f"mã {done.returncode}")
    return _words(done.stdout.decode("utf-8", "replace"))


def _words(table: str) -> list[SeenWord]:
    """The words of Tesseract's table: level, page, block, paragraph, row, word, box, sureness, text."""
    found = []
    for line in table.splitlines():
        cells = line.split("\t")
        if len(cells) == _COLUMNS and cells[0] == _WORD_LEVEL and cells[-1].strip():
            left, top, width, height = map(int, cells[6:10])
            row = tuple(cells[1:5])
            found.append(SeenWord(cells[-1].strip(), row, left, top, width, height, float(cells[10])))
    return found


@functools.cache
def _languages(program: str) -> frozenset[str]:
    try:
        done = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=limits.PAGE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(done.stdout.decode("utf-8", "replace").split())

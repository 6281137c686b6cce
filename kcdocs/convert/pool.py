"""Many PDF files: starts of LibreOffice side by side, each with a profile of its own, many files a start."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from kcdocs.convert.errors import (
    ConversionFailedError,
    ConversionTimeoutError,
    HeldOpenError,
    NoLibreOfficeError,
)
from kcdocs.convert.libreoffice import SECONDS, program, to_pdf

A_START = 40
"""Files given to one start of LibreOffice."""

Group = list[Path]
Failed = list[tuple[Path, str]]
"""Files that could not be converted, each with the reason in Vietnamese."""

Map = Callable[[Callable[[Group], Failed], Iterable[Group]], Iterable[Failed]]
"""The built-in `map`, or one like it that lets other processes or machines do the work."""

Tell = Callable[[int, int], None]


def to_pdf_beside(
    sources: Sequence[Path], run: Map = map, tell: Tell = lambda *_: None, *, seconds: float = SECONDS
) -> Failed:
    """Convert Word files to PDF files beside them; those that have a PDF file as new as they are, are left.

    A LibreOffice that hangs is ended and started anew, its files tried one by one, so that one bad file costs
    no other its PDF.

    Args:
        sources: The files, folder by folder; absolute where `run` leaves this process.
        run: Runs the starts, each on its own.
        tell: Told how many are done, and of how many.
        seconds: Time limit of a start; 2 seconds more for each file.

    Returns:
        The files that could not be converted.

    Raises:
        NoLibreOfficeError: If it is not installed where a start runs.
    """
    wanted = [source for source in sources if not _fresh(source)]
    groups = list(_starts(wanted))
    failed: Failed = []
    done = len(sources) - len(wanted)
    for group, bad in zip(groups, run(partial(_converted, seconds=seconds), groups), strict=True):
        failed += bad
        done += len(group)
        tell(done, len(sources))
    return failed


def machine_without() -> str:
    """The name of this machine if it has no LibreOffice; empty if it has."""
    try:
        program()
    except NoLibreOfficeError:
        return platform.node()
    return ""


def _fresh(source: Path) -> bool:
    made = source.with_suffix(".pdf")
    return made.exists() and made.stat().st_mtime >= source.stat().st_mtime


def _starts(sources: Sequence[Path]) -> Iterator[Group]:
    for _, found in groupby(sources, key=lambda source: source.parent):
        files = list(found)
        yield from (files[start : start + A_START] for start in range(0, len(files), A_START))


def _converted(group: Group, seconds: float) -> Failed:
    """Convert a group; if it fails as a whole, each file by itself."""
    try:
        to_pdf(group, group[0].parent, seconds=seconds)
    except (ConversionFailedError, ConversionTimeoutError, HeldOpenError) as fault:
        if len(group) == 1:
            return [(group[0], fault.message)]
        return [bad for source in group for bad in _converted([source], seconds)]
    return []

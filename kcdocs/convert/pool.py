"""Many PDF files: several LibreOffice workers at once, each with a profile of its own, many files a start."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

from kcdocs.convert.errors import ConversionFailedError, ConversionTimeoutError
from kcdocs.convert.libreoffice import SECONDS, program, to_pdf

A_START = 40
"""Files given to one start of LibreOffice."""

Tell = Callable[[int, int], None]


def to_pdf_beside(
    sources: Sequence[Path], workers: int, tell: Tell = lambda *_: None, *, seconds: float = SECONDS
) -> list[tuple[Path, str]]:
    """Convert Word files to PDF files beside them; those that have a PDF file as new as they are, are left.

    A worker that hangs is ended and started anew, its files tried one by one, so that one bad file costs no
    other its PDF.

    Args:
        sources: The files, folder by folder.
        workers: How many LibreOffice programs run at once.
        tell: Told how many are done, and of how many.
        seconds: Time limit of a start; 2 seconds more for each file.

    Returns:
        The files that could not be converted, each with the reason in Vietnamese.

    Raises:
        NoLibreOfficeError: If it is not installed.
    """
    program()
    wanted = [source for source in sources if not _fresh(source)]
    failed: list[tuple[Path, str]] = []
    done = len(sources) - len(wanted)
    with ThreadPoolExecutor(workers) as pool:
        groups = list(_starts(wanted))
        for group, bad in zip(
            groups, pool.map(lambda group: _converted(group, seconds), groups), strict=True
        ):
            failed += bad
            done += len(group)
            tell(done, len(sources))
    return failed


def _fresh(source: Path) -> bool:
    made = source.with_suffix(".pdf")
    return made.exists() and made.stat().st_mtime >= source.stat().st_mtime


def _starts(sources: Sequence[Path]) -> Iterator[list[Path]]:
    for _, found in groupby(sources, key=lambda source: source.parent):
        files = list(found)
        yield from (files[start : start + A_START] for start in range(0, len(files), A_START))


def _converted(group: list[Path], seconds: float) -> list[tuple[Path, str]]:
    """Convert a group; if it fails as a whole, each file by itself."""
    try:
        to_pdf(group, group[0].parent, seconds=seconds)
    except (ConversionFailedError, ConversionTimeoutError) as fault:
        if len(group) == 1:
            return [(group[0], fault.message)]
        return [bad for source in group for bad in _converted([source], seconds)]
    return []

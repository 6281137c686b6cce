"""Many PDF files: starts of LibreOffice side by side, each with a profile of its own, many files a start."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Self

from kcdocs.convert import limits
from kcdocs.convert.errors import (
    ConversionFailedError,
    ConversionTimeoutError,
    HeldOpenError,
    NoLibreOfficeError,
)
from kcdocs.convert.libreoffice import program, to_pdf

FileGroup = list[Path]
Failed = list[tuple[Path, str]]
"""Files that could not be converted, each with the reason in Vietnamese."""

Map = Callable[[Callable[[FileGroup], Failed], Iterable[FileGroup]], Iterable[Failed]]
"""The built-in `map`, or one like it that lets other processes or machines do the work."""

TellShare = Callable[[int, int], None]
"""Called with how many files are done, and of how many."""


def to_pdf_beside(
    sources: Sequence[Path],
    run: Map = map,
    tell: TellShare = lambda *_: None,
    *,
    seconds: float = limits.START_SECONDS,
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
    with _Watch(groups, len(sources) - len(wanted), len(sources), tell) as watch:
        for _, bad in zip(groups, run(partial(_converted, seconds=seconds), groups), strict=True):
            failed += bad
            watch.passed()
    return failed


class _Watch:
    """Counts PDF files as they appear, wherever they are made, and tells of them.

    Args:
        groups: The groups, in the order in which they are converted.
        done: How many files were there before.
        total: How many there will be.
        tell: Told how many are done, and of how many; by a thread of its own while a group is converted.
    """

    def __init__(self, groups: Sequence[FileGroup], done: int, total: int, tell: TellShare) -> None:
        self._groups, self._done, self._total, self._tell = groups, done, total, tell
        self._next, self._told = 0, -1
        self._over, self._lock = Event(), Lock()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._say(self._done)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def passed(self) -> None:
        """Count the next group as done, whatever became of its files."""
        with self._lock:
            self._done += len(self._groups[self._next])
            self._next += 1
            self._say(self._done)

    def _watch(self) -> None:
        with suppress(OSError):  # a screen that is gone; the main thread finds out for itself
            while not self._over.wait(limits.COUNT):
                with self._lock:
                    ahead = chain.from_iterable(self._groups[self._next : self._next + limits.GROUPS_AHEAD])
                    self._say(self._done + sum(map(_fresh, ahead)))

    def _say(self, done: int) -> None:
        if done > self._told:
            self._told = done
            self._tell(done, self._total)


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


def _starts(sources: Sequence[Path]) -> Iterator[FileGroup]:
    for _, found in groupby(sources, key=lambda source: source.parent):
        files = list(found)
        yield from (
            files[start : start + limits.FILES_A_START]
            for start in range(0, len(files), limits.FILES_A_START)
        )


def _converted(group: FileGroup, seconds: float) -> Failed:
    """Convert a group; if it fails as a whole, each file by itself."""
    try:
        to_pdf(group, group[0].parent, seconds=seconds)
    except (ConversionFailedError, ConversionTimeoutError, HeldOpenError) as fault:
        if len(group) == 1:
            return [(group[0], fault.as_finding().remark)]
        return [bad for source in group if not _fresh(source) for bad in _converted([source], seconds)]
    return []

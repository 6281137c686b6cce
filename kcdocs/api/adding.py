"""Adding many texts to the store at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kcdocs.api import decrees
from kcdocs.batch.executors import workers
from kcdocs.decrees.bulk import AddedFiles, add_files, jobs_for
from kcdocs.decrees.errors import NoTextsError
from kcdocs.decrees.opening import the_store
from kcdocs.files import AnyPath
from kcdocs.sources.options import Options

ENDINGS = (".docx", ".doc", ".pdf", ".html", ".htm", ".txt", ".md")
"""Of the files in a folder those that may be texts; what a file really is, its reader tells by its bytes."""


def files_in(names: Iterable[AnyPath]) -> tuple[list[Path], list[Path]]:
    """The files that names stand for: of a folder, all in it that may be texts, by path.

    Returns:
        Those that may be texts, and the others of the folders; hidden ones are in neither.

    Raises:
        NoTextsError: If there is none that may be a text.
    """
    named = list(map(Path, names))
    texts: dict[Path, None] = {}
    others: list[Path] = []
    for path in named:
        if not path.is_dir():
            texts[path] = None
            continue
        for found in _below(path):
            if found.suffix.lower() in ENDINGS:
                texts[found] = None
            else:
                others.append(found)
    if not texts:
        raise NoTextsError([str(path) for path in named])
    return list(texts), others


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith((".", "~$")))


def add(
    files: Sequence[Path],
    *,
    jobs: int | None = None,
    cluster: str | None = None,
    how: Options | None = None,
    tell: Callable[[int], None] = lambda _: None,
) -> AddedFiles:
    """Add many files; each says itself what it is.

    What was added before and has not changed is not read again. A file that is wrong stops no other. A file
    whose instrument has fingerprints is held against them.

    Args:
        files: The files.
        jobs: How many processes read and parse; None for as many as the machine has cores, where they pay.
        cluster: Address of a Dask scheduler whose workers read and parse instead.
        how: How the files are read; None for the usual way.
        tell: Told how many files are done.

    Raises:
        NoSearchError: If the index of the store cannot be written.
        ReaderLostError: If a process was ended; what was added stays.
        NoClusterError: If the cluster cannot be reached.
        ClusterLostError: If it is lost; what was added stays.
    """
    options = how or Options("")
    with workers(jobs or jobs_for(len(files)), cluster) as found:
        return add_files(
            the_store(),
            files,
            options,
            work=found.map,
            checked=lambda name: decrees.add(name, how=options).new,
            tell=tell,
        )

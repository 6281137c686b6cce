"""All documents of a batch in one ZIP file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from kcdocs.batch.journal import Journal
from kcdocs.batch.manifest import NAME
from kcdocs.files import whole_file
from kcdocs.loading import load

_MOMENT = (1980, 1, 1, 0, 0, 0)


def documents(out: Path, journal: Journal) -> Iterator[Path]:
    """The Word files that stand in a batch's folder, in the order of the records."""
    found = (out / line["file"] for line in journal.documents())
    return (path for path in found if path.is_file() and not path.is_symlink())


def write_zip(target: Path, out: Path, journal: Journal) -> None:
    """Write documents and manifest into a ZIP file; the same batch gives the same bytes.

    Args:
        target: The ZIP file; it appears when all of it is written.
        out: The batch's folder.
        journal: Its journal.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    lists = (out / f"{NAME}.{suffix}" for suffix in ("xlsx", "csv", "json"))
    with whole_file(target) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for path in (*lists, *documents(out, journal)):
            for each in (path, path.with_suffix(".pdf")):
                if each.is_file():
                    name = zipfile.ZipInfo(each.relative_to(out).as_posix(), _MOMENT)
                    name.external_attr = 0o644 << 16
                    archive.writestr(name, load(each))

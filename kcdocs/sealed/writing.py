"""Writing a sealed file: whole, and said to be there only after it was read back."""

from __future__ import annotations

import hashlib
import json
import time
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from kcdocs.files import whole_file
from kcdocs.loading import MissingFileError, open_file
from kcdocs.sealed import limits
from kcdocs.sealed.kinds import LIST, SealedContents, SealedEntry, SealedKind
from kcdocs.sealed.reading import read_through

_PACKED = frozenset({".docx", ".xlsx", ".zip", ".pdf", ".png", ".jpg"})
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def write_sealed(
    path: Path,
    kind: SealedKind,
    facts: Callable[[], Mapping[str, Any]],
    files: Iterable[tuple[str, Path]],
    *,
    dated: bool,
) -> SealedContents:
    """Write a sealed file, read every byte of it back, and only then let it appear.

    Args:
        path: Where it will stand; its folder is there.
        kind: What it is for.
        facts: Gives what is to be said of it; asked when all files were written.
        files: Path inside → file; one that is gone by then is passed over.
        dated: Whether days of change are kept; without them the same files give the same bytes.

    Returns:
        What it holds.

    Raises:
        LoadError: If a file cannot be read; then nothing is written.
        SpoiltSealedError: If what was written does not read back as it was.
        OSError: If the disk is full or the place may not be written.
    """
    listed: dict[str, SealedEntry] = {}
    with whole_file(path) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, source in files:
                with suppress(MissingFileError), open_file(source) as opened:
                    changed = int(source.stat().st_mtime) if dated else 0
                    listed[name] = _put(packed, name, opened, changed)
            said = facts()
            packed.writestr(_entry(LIST, 0), _list_text(kind, said, listed))
        file.flush()
        with zipfile.ZipFile(file) as packed:
            read_through(path, kind, packed, listed)
    return SealedContents(said, listed)


def _put(packed: zipfile.ZipFile, name: str, source: IO[bytes], changed: int) -> SealedEntry:
    digest, size = hashlib.sha256(), 0
    with packed.open(_entry(name, changed), "w", force_zip64=True) as target:
        while piece := source.read(limits.PIECE):
            digest.update(piece)
            size += len(piece)
            target.write(piece)
    return SealedEntry(digest.hexdigest(), size, changed)


def _entry(name: str, changed: int) -> zipfile.ZipInfo:
    when = max(time.localtime(changed)[:6], _EARLIEST) if changed else _EARLIEST
    made = zipfile.ZipInfo(name, when)
    packed = Path(name).suffix.lower() in _PACKED
    made.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    made.create_system, made.external_attr = 3, 0o600 << 16
    return made


def _list_text(kind: SealedKind, facts: Mapping[str, Any], listed: Mapping[str, SealedEntry]) -> str:
    files = {name: asdict(item) for name, item in listed.items()}
    said = {"schema": f"{kind.name}/{kind.version}", **facts, "files": files}
    return json.dumps(said, ensure_ascii=False, indent=1)

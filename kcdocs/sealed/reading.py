"""Opening a sealed file that anyone may have made: nothing of it is used before all of it was looked at."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from kcdocs.loading import open_file
from kcdocs.model.finding import Finding, Place
from kcdocs.sealed import limits
from kcdocs.sealed.errors import WRONG, NewerSealedError, NotSealedError, SpoiltSealedError
from kcdocs.sealed.kinds import LIST, SealedContents, SealedEntry, SealedKind
from kcdocs.sealed.naming import clashing_paths, odd_path
from kcdocs.text.json_reading import BadJsonError, read_json

_SUM = re.compile(r"[0-9a-f]{64}")
_ENCRYPTED = 0x1
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed file, open; its list and the names, sizes and kinds of its files were looked at.

    Attributes:
        path: The file.
        kind: What it is for.
        contents: What its list says.
        packed: The archive.
    """

    path: Path
    kind: SealedKind
    contents: SealedContents
    packed: zipfile.ZipFile

    @property
    def size(self) -> int:
        """Bytes that it unpacks to."""
        return sum(item.size for item in self.contents.files.values())

    def take_out(self, folder: Path) -> None:
        """Write every file into a folder of the caller's own, each held against its sum.

        Raises:
            SpoiltSealedError: If some are not what the list says; all are told, and the folder is of no use.
            OSError: If the disk is full.
        """

        def put(name: str) -> IO[bytes]:
            target = folder / name
            _make_private(target.parent)
            return os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600), "wb")

        try:
            read_through(self.path, self.kind, self.packed, self.contents.files, put)
        except OSError as fault:
            fault.filename = fault.filename or str(folder)  # a full disk tells no name
            raise
        for name, item in self.contents.files.items():
            if item.changed:
                os.utime(folder / name, (item.changed, item.changed))


_BINARY = getattr(os, "O_BINARY", 0)


@contextmanager
def open_sealed(path: Path, kind: SealedKind, data: bytes | None = None) -> Iterator[Sealed]:
    """Open a sealed file.

    Args:
        path: The file.
        kind: What it must be for.
        data: Its bytes, where they were read already.

    Raises:
        LoadError: If there is no such file.
        NotSealedError: If it is no archive of that kind.
        NewerSealedError: If a newer program made it.
        SpoiltSealedError: If it holds what it may not, or not what its list says; all faults.
    """
    with open_file(path) if data is None else BytesIO(data) as file:
        try:
            packed = zipfile.ZipFile(file)
        except _UNREADABLE:
            raise NotSealedError(path, kind.words, "không phải tệp ZIP đọc được") from None
        with packed:
            contents = _contents(path, kind, packed)
            size = file.seek(0, os.SEEK_END)
            faults = [*_hostile(packed, kind, size), *_unlike(packed, contents.files)]
            _refuse(path, kind, faults)
            yield Sealed(path, kind, contents, packed)


def read_through(
    path: Path,
    kind: SealedKind,
    packed: zipfile.ZipFile,
    files: Mapping[str, SealedEntry],
    put: Callable[[str], IO[bytes]] | None = None,
) -> None:
    """Read every file of an archive and hold it against its sum.

    Args:
        path: How the archive is told.
        kind: The same.
        packed: The archive.
        files: What must be in it.
        put: Opens what a file is written to as it is read; None writes nothing.

    Raises:
        SpoiltSealedError: If some are not what they must be; all are told.
    """
    _refuse(
        path, kind, [(name, why) for name, item in files.items() if (why := _read(packed, name, item, put))]
    )


def _read(
    packed: zipfile.ZipFile, name: str, item: SealedEntry, put: Callable[[str], IO[bytes]] | None
) -> str:
    """Why a file is not what it must be; empty if it is."""
    digest, target = hashlib.sha256(), put(name) if put else None
    try:
        with packed.open(name) as source:
            while piece := source.read(limits.PIECE):
                digest.update(piece)
                if target:
                    target.write(piece)
    except _UNREADABLE:
        return "không đọc được"
    finally:
        if target:
            target.close()
    return "" if digest.hexdigest() == item.sha256 else "nội dung khác với mục lục"


def _make_private(folder: Path) -> None:
    """Make a folder and those above it that are not there, each closed to other users."""
    if not folder.is_dir():
        _make_private(folder.parent)
        folder.mkdir(mode=0o700)


def _contents(path: Path, kind: SealedKind, packed: zipfile.ZipFile) -> SealedContents:
    if LIST not in packed.namelist():
        raise NotSealedError(path, kind.words, f"không có «{LIST}» bên trong")
    try:
        if packed.getinfo(LIST).file_size > limits.MOST_LIST:
            raise NotSealedError(path, kind.words, f"«{LIST}» quá lớn")
        said = read_json(packed.read(LIST).decode("utf-8"), most=limits.MOST_LISTED)
        name, _, version = str(said["schema"]).partition("/")
        known = name == kind.name and version.isascii() and version.isdigit() and len(version) < 9
        if not known:
            raise NotSealedError(path, kind.words, "tệp này dùng cho việc khác")
        if int(version) > kind.version:
            raise NewerSealedError(path, kind.words, int(version), kind.version)
        files = {inside: _listed(item) for inside, item in said["files"].items()}
    except (BadJsonError, KeyError, TypeError, AttributeError, *_UNREADABLE):
        raise NotSealedError(path, kind.words, f"không đọc được «{LIST}»") from None
    return SealedContents({key: value for key, value in said.items() if key != "files"}, files)


def _listed(item: Any) -> SealedEntry:
    found = SealedEntry(item["sha256"], item["size"], item.get("changed", 0))
    whole = type(found.size) is int and type(found.changed) is int
    if not whole or not _SUM.fullmatch(found.sha256) or not 0 <= found.changed < limits.LATEST:
        raise ValueError
    return found


def _hostile(packed: zipfile.ZipFile, kind: SealedKind, size: int) -> Iterator[tuple[str, str]]:
    members = packed.infolist()
    for member in members:
        if why := odd_path(member.filename):
            yield member.filename, why
        if member.flag_bits & _ENCRYPTED:
            yield member.filename, "bị khóa bằng mật khẩu"
        if stat.S_ISLNK(member.external_attr >> 16):
            yield member.filename, "là liên kết, không phải tệp"
    for name in clashing_paths(member.filename for member in members):
        yield name, "trùng tên với tệp khác"
    most = kind.most_bytes or max(limits.ALWAYS, size * limits.MOST_RATIO)
    if sum(member.file_size for member in members) > most:
        yield "", f"bung ra quá lớn so với {kind.words}"


def _unlike(packed: zipfile.ZipFile, files: Mapping[str, SealedEntry]) -> Iterator[tuple[str, str]]:
    """Where the archive holds other files than its list says, or files of another size."""
    sizes = {member.filename: member.file_size for member in packed.infolist() if member.filename != LIST}
    yield from ((name, "thiếu, dù mục lục có ghi") for name in files if name not in sizes)
    yield from ((name, "không có trong mục lục") for name in sizes if name not in files)
    for name, item in files.items():
        if name in sizes and sizes[name] != item.size:
            yield name, "dài khác với mục lục"


def _refuse(path: Path, kind: SealedKind, faults: list[tuple[str, str]]) -> None:
    if faults:
        every = [_finding(path, name, why) for name, why in dict.fromkeys(faults)]
        raise SpoiltSealedError(every, path, kind.words)


def _finding(path: Path, name: str, why: str) -> Finding:
    shown = f"«{name[:80]}»: " if name else ""
    return WRONG.at(Place(file=str(path)), what=f"{shown}{why}.")

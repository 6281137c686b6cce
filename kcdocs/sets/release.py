"""Releasing: a version frozen by the hash of all its files, the shared blocks composed into them first."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack, contextmanager
from datetime import date
from typing import TYPE_CHECKING

from kcdocs.files import write_whole
from kcdocs.loading import load
from kcdocs.locking import locked
from kcdocs.sets import limits
from kcdocs.sets.errors import (
    AlreadyReleasedError,
    BrokenSetError,
    BusySetsError,
    ChangedReleaseError,
)
from kcdocs.sets.schema_file import composed_schema
from kcdocs.sets.versions import shared_schema
from kcdocs.text.dates import short_date
from kcdocs.text.toml_reading import BadTomlError, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kcdocs.sets.versions import Version

REGISTER = "released.toml"
"""The file in a folder of sets that says which versions are released, and their hashes."""

LOCK = ".khoa"
"""The file in a folder of sets that a process holds while it writes there."""

_HEAD = """\
# Các phiên bản đã phát hành và mã băm của chúng. Một phiên bản đã phát hành không bao giờ thay đổi:
# muốn sửa mẫu thì lập phiên bản mới. Tệp này do lệnh «kcdocs templates release» ghi.
"""


def released(version: Version) -> str | None:
    """The hash a version was released with; None if it is still open to change."""
    entry = _register(version).get(version.name)
    return str(entry["sha256"]) if entry else None


def formed_by(version: Version) -> str:
    """By which rules of layout a version's documents were found in due form at its release.

    Empty if they were not, or if the version is no longer what was released.
    """
    entry = _register(version).get(version.name, {})
    return str(entry.get("form", "")) if entry.get("sha256") == version_digest(version) else ""


def remarks(*versions: Version) -> tuple[str, ...]:
    """What a user should know of versions that are not released, in Vietnamese: one sentence for all of them.

    Args:
        versions: The versions, each once.
    """
    names = [version.name for version in versions if not released(version)]
    if len(names) > 1:
        listed = ", ".join(names)
        return (f"{len(names)} mẫu chưa phát hành nên còn có thể thay đổi: {listed}.",)
    return tuple(f"Mẫu {name} chưa phát hành nên còn có thể thay đổi." for name in names)


def refuse_changed(version: Version) -> None:
    """Refuse a released version that is no longer what was released.

    Raises:
        ChangedReleaseError: If its files give another hash.
    """
    frozen = released(version)
    if frozen and frozen != version_digest(version):
        raise ChangedReleaseError(version.name)


def freeze(version: Version, on: date, form: str = "") -> str:
    """Compose the shared blocks into a version's files and enter its hash in `released.toml`.

    Args:
        version: A version that is not released.
        on: The day of release.
        form: By which rules of layout its documents were found in due form; empty if they were not.

    Returns:
        The hash, hexadecimal.

    Raises:
        AlreadyReleasedError: If it is released already.
        BrokenSetError: If a file is missing or a block cannot be composed.
        BusySetsError: If another process is at work in the folder of sets.
    """
    with sole_writer(version.folder.parents[1]):
        if released(version):
            raise AlreadyReleasedError(version.name)
        return _freeze(version, on, form)


def _freeze(version: Version, on: date, form: str) -> str:
    template, path = version.template, version.folder / "schema.json"
    try:
        schema = composed_schema(load(path).decode("utf-8-sig"), shared_schema(version.folder.parents[1]))
    except ValueError as fault:
        raise BrokenSetError(path, f"không phải lược đồ JSON: {fault}") from None
    write_whole(version.template_path, template)
    write_whole(path, schema.encode())
    frozen = version_digest(version)
    entries = _register(version) | {version.name: {"sha256": frozen, "date": on, "form": form}}
    write_whole(_path(version), _written(entries).encode())
    _date_history(version, on)
    return frozen


def register_text(every: Sequence[Version]) -> str:
    """What `released.toml` says of some versions of one set; empty if none is released."""
    names = {version.name for version in every}
    chosen = {name: said for name, said in _register(every[0]).items() if name in names}
    return _written(chosen) if chosen else ""


def enter_released(home: Path, every: Sequence[Version]) -> None:
    """Enter versions in a folder's `released.toml` as the one beside them has them.

    Args:
        home: A folder of sets, which the caller holds alone.
        every: Versions in another folder.
    """
    added = {version.name: _register(version)[version.name] for version in every if released(version)}
    if added:
        path = home / REGISTER
        write_whole(path, _written(_entries(path) | added).encode())


@contextmanager
def sole_writer(folder: Path) -> Iterator[None]:
    """Let no other process change a folder of sets meanwhile.

    Raises:
        BusySetsError: If another does so for longer than `limits.PATIENCE` seconds.
    """
    with ExitStack() as held:
        try:
            held.enter_context(locked(folder / LOCK, limits.PATIENCE))
        except TimeoutError:
            raise BusySetsError(folder) from None
        yield


def _date_history(version: Version, on: date) -> None:
    """Put the day of release in the set's CHANGELOG.md, where the version's heading says it is open."""
    path = version.folder.parent / "CHANGELOG.md"
    if path.is_file():
        text = load(path).decode()
        heading = f"## {version.number} (chưa phát hành)"
        dated = text.replace(heading, f"## {version.number} (phát hành ngày {short_date(on)})")
        write_whole(path, dated.encode())


def version_digest(version: Version) -> str:
    """SHA-256 over a version's files, hexadecimal.

    Line ends of text files do not matter (Git may change them), nor how a Word file is packed.
    """
    lines = "".join(f"{name}\0{value}\n" for name, value in sorted(_digests(version)))
    return hashlib.sha256(lines.encode()).hexdigest()


def _digests(version: Version) -> Iterator[tuple[str, str]]:
    from kcdocs.word.package import open_package  # noqa: PLC0415 - a version that is open is not hashed

    for path in sorted(version.folder.iterdir()):
        if path.suffix == ".docx" and not path.name.startswith("~$"):
            for part, data in open_package(path).parts.items():
                yield f"{path.name}/{part}", hashlib.sha256(data).hexdigest()
        elif path.suffix in {".toml", ".json", ".yaml"}:
            data = load(path).replace(b"\r\n", b"\n")
            yield path.name, hashlib.sha256(data).hexdigest()


def _path(version: Version) -> Path:
    return version.folder.parents[1] / REGISTER


def _register(version: Version) -> dict[str, dict[str, object]]:
    return _entries(_path(version))


def _entries(path: Path) -> dict[str, dict[str, object]]:
    try:
        entries = read_toml(load(path)) if path.is_file() else {}
    except BadTomlError as fault:
        raise BrokenSetError(path, str(fault)) from None
    for name, entry in entries.items():
        if not isinstance(entry, dict) or not (
            isinstance(entry.get("sha256"), str) and isinstance(entry.get("date"), date)
        ):
            raise BrokenSetError(path, f"mục «{name}» thiếu mã băm hoặc ngày phát hành")
    return entries


def _written(entries: dict[str, dict[str, object]]) -> str:
    return _HEAD + "".join(_block(name, entry) for name, entry in sorted(entries.items()))


def _block(name: str, entry: dict[str, object]) -> str:
    form = f'form = "{entry["form"]}"\n' if entry.get("form") else ""
    return f'\n["{name}"]\nsha256 = "{entry["sha256"]}"\ndate = {entry["date"]}\n{form}'

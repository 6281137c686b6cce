"""Opening the register: SQLite on this machine, or PostgreSQL for an office that shares one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, NullPool, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from kcdocs import settings
from kcdocs.private import on_share, read_private, write_private
from kcdocs.register import limits
from kcdocs.register.copying import FILE
from kcdocs.register.errors import NetworkDriveError, PlaceNotPrivateError, RegisterUnreachableError
from kcdocs.register.faults import masked, why
from kcdocs.register.nouns import RegisterPlace
from kcdocs.register.register import Register

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ncpfs"})
_DRIVE_REMOTE = 4


_IN_MEMORY = ("sqlite://", "sqlite:///:memory:")

VARIABLE = "KCDOCS_REGISTER"
"""Environment variable with the register's address; without it the register is in the user's data folder."""


_KEPT = Path("dang-ky", "dia-chi.txt")
"""Where a user's own choice of the register is kept; it may hold a password, so nobody else can read it."""


def the_register() -> Register:
    """The register of this user: that of the environment, else the one chosen, else the one on this machine.

    Raises:
        PlaceNotPrivateError: If others may have written what was chosen.
        KcdocsError: As for `open_register`.
    """
    return open_register(settings.data_folder(), os.environ.get(VARIABLE, "") or _chosen())


def the_place() -> RegisterPlace:
    """Where that register stands; nothing is opened."""
    fixed = os.environ.get(VARIABLE, "")
    address = fixed or _chosen()
    if address:
        return RegisterPlace(masked(address), shared=not address.startswith("sqlite"), fixed=bool(fixed))
    return RegisterPlace(str(settings.data_folder() / FILE), shared=False, fixed=False)


def choose_place(address: str) -> None:
    """Take another register from now on, after it was opened once.

    Args:
        address: As for `open_register`; empty for the one on this machine.

    Raises:
        KcdocsError: As for `open_register`; the register stays what it was.
    """
    open_register(settings.data_folder(), address)
    file = settings.data_folder() / _KEPT
    if address:
        write_private(file, address.encode())
        if read_private(file) is None:
            raise PlaceNotPrivateError(str(file))
    else:
        file.unlink(missing_ok=True)


def _chosen() -> str:
    """The address that was chosen, or empty.

    One that cannot be trusted is never passed over: numbers would come from another book.
    """
    file = settings.data_folder() / _KEPT
    if not file.is_symlink() and not file.exists():
        return ""
    found = read_private(file)
    if found is None:
        raise PlaceNotPrivateError(str(file))
    return found.decode("utf-8", "replace").strip()


def open_register(folder: Path, address: str = "") -> Register:
    """Open the register.

    Args:
        folder: The user's data folder; the register is `so-dang-ky.sqlite` in it where no address is given.
        address: A database URL ("postgresql://office/so", "sqlite:///path").

    Raises:
        NetworkDriveError: If a SQLite file is on a network drive.
        RegisterUnreachableError: If the database cannot be opened, or is no register.
        RegisterNewerError: If a newer program made it.
    """
    if not address:
        folder.mkdir(parents=True, exist_ok=True)
    file = f"sqlite:///{folder / FILE}"
    url = address.replace("postgresql://", "postgresql+psycopg://", 1) or file
    try:
        # A file that stays open cannot be moved or restored on Windows; what is only in memory lives by it.
        engine = create_engine(url, poolclass=None if url in _IN_MEMORY else NullPool)
        if engine.dialect.name == "sqlite":
            _guard_sqlite(engine)
        return Register(engine)
    except (SQLAlchemyError, ValueError, ModuleNotFoundError) as fault:
        raise RegisterUnreachableError(masked(address) or str(folder), why(fault)) from None


def network_kind(path: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """The kind of network drive a path is on, or empty if it is on this machine.

    Args:
        path: The file; it need not exist.
        mounts: The table of mounted file systems (Linux).
    """
    return _windows_network(path) if sys.platform == "win32" else _mounted_network(path, mounts)


def _mounted_network(path: Path, mounts: Path) -> str:
    if not mounts.is_file():
        return ""
    lines = [line.split() for line in mounts.read_text("utf-8", "replace").splitlines()]
    places = [(fields[1].replace("\\040", " "), fields[2]) for fields in lines if len(fields) > 2]
    whole = path.resolve()
    holding = [(place, kind) for place, kind in places if whole.is_relative_to(place)]
    kind = max(holding, key=lambda item: len(item[0]), default=("", ""))[1]
    return kind if kind in _NETWORK else ""


def _windows_network(path: Path) -> str:
    if on_share(path):
        return "UNC"
    import ctypes  # noqa: PLC0415 - exists only on Windows

    windll: Any = getattr(ctypes, "windll")  # noqa: B009 - absent from the type stubs of other systems
    remote = windll.kernel32.GetDriveTypeW(path.absolute().anchor) == _DRIVE_REMOTE
    return "ổ mạng" if remote else ""


def _guard_sqlite(engine: Engine) -> None:
    """Refuse network drives; let each transaction take the write lock at once, and wait for it."""
    database = engine.url.database
    if database and (kind := network_kind(Path(database))):
        raise NetworkDriveError(database, kind)

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={limits.WAIT_SECONDS * 1000}")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begun(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

"""Fixtures shared by all rooms."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import office_sdk
import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each command that a test starts would compile kcdocs anew

settings.register_profile("kcdocs", deadline=None)  # no test is timed
settings.load_profile("kcdocs")

ROOT = Path(__file__).parents[1]

LONG = ("walk", "web", "fuzz", "batch")
"""Rooms whose files take longest: a file is one worker's, so these come first, or one works on while others rest."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first, else in the order of their names."""
    place = {room: number for number, room in enumerate(LONG)}
    items.sort(key=lambda item: place.get(item.path.parent.name, len(LONG)))


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real texts beside the checkout; skips the test where it is absent."""
    folder = ROOT.parent / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus of real texts is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice's program; skips the test where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-writer-nogui)")
    return program


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for the whole run, as a user has: a shipped template is compiled once, not in every test."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "dem"


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache_home: Path) -> Path:
    """An empty user's data folder for each test, so that nothing of the machine shows through."""
    folder = tmp_path / "du-lieu"
    os.umask(0o022)  # a test before may have been the page in this process, which lets nobody else read
    monkeypatch.setenv("KCDOCS_DATA", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))
    monkeypatch.delenv("KCDOCS_TEMPLATES", raising=False)
    monkeypatch.delenv("KCDOCS_DECREES", raising=False)
    return folder


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server of the tests' own, without a database; skips where it is not there."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    with tempfile.TemporaryDirectory(prefix="kcdocs-pg-") as name, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        folder, programs = Path(name), found[-1].parent
        user = _as_user(folder)
        initdb = ["-U", "van_thu", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8"]
        _quietly(*user, str(programs / "initdb"), "-D", f"{name}/data", *initdb)
        control = [*user, str(programs / "pg_ctl"), "-D", f"{name}/data", "-w"]
        options = f"-F -h 127.0.0.1 -p {port} -k {folder}"
        _quietly(*control, "-o", options, "-l", f"{name}/log", "start")
        try:
            yield f"postgresql://van_thu@127.0.0.1:{port}"
        finally:
            _quietly(*control, "-m", "immediate", "stop")


def _quietly(*words: str) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")


@pytest.fixture(scope="session")
def office_faults() -> Callable[[Path], list[str]]:
    """What the Open XML SDK's validator finds in a Word or Excel file; skips the test where it is not there."""
    validator = office_sdk.program()
    if validator is None:
        pytest.skip(f"the Open XML SDK's validator is not there ({office_sdk.ADVICE})")
    return partial(office_sdk.faults, validator)


@pytest.fixture
def postgresql(postgresql_server: str) -> str:
    """The address of an empty PostgreSQL database."""
    psycopg = pytest.importorskip("psycopg", reason="the extra kcdocs[postgres] is not installed")

    name = f"so_{secrets.token_hex(4)}"
    with psycopg.connect(f"{postgresql_server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{postgresql_server}/{name}"


def _as_user(folder: Path) -> list[str]:
    """Words before a command that root runs as another user; PostgreSQL refuses root."""
    if os.getuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root cannot become another user here (no setpriv)")
    os.chown(folder, 65534, 65534)
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, one for all tests of a worker; skips the test where it is not installed."""
    # The same engine without the frame of a browser takes half the time.
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        pytest.skip("Chromium is not installed (Debian: chromium)")
    from playwright.sync_api import expect, sync_playwright

    # A minute, in ms: a machine that runs other work beside this takes more than the usual 5 s for one page.
    expect.set_options(timeout=60_000)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs a command in this process: its exit code, and all that it says."""
    from kcdocs.cli import root
    from kcdocs.cli.base import _exit_code

    def run(*words: object) -> tuple[int, str]:
        code = int(_exit_code(root, [str(word) for word in words]))
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return run

"""The program as users have it: built into a wheel, installed in an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest
from walker import Installed

from kcdocs.locking import locked

PATIENCE = 300  # seconds for another process to build and install the wheel
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """The installed `kcdocs`; dependencies are those of the environment of the tests.

    Processes that test side by side share the one that the first of them made.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "wheel"
    with locked(folder.with_suffix(".lock"), PATIENCE):
        if not (folder / "done").exists():
            _install(folder)
            (folder / "done").touch()
    installed = Installed(_scripts(folder))
    yield installed
    installed.stop()


def _scripts(folder: Path) -> Path:
    return folder / "env" / ("Scripts" if os.name == "nt" else "bin")


def _install(folder: Path) -> None:
    folder.mkdir()
    _python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    _python("-m", "venv", "--without-pip", str(folder / "env"))
    python = str(_scripts(folder) / "python")
    (wheel,) = folder.glob("*.whl")
    _python("-m", "pip", "--python", python, "install", "--no-deps", "--no-index", str(wheel))
    paths = {"base": str(folder / "env"), "platbase": str(folder / "env")}
    site = Path(sysconfig.get_path("purelib", "venv", paths))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")


def _python(*words: str) -> None:
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stdout + done.stderr

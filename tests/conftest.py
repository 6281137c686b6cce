"""Fixtures shared by all rooms."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("kcdocs", deadline=None)  # no test is timed
settings.load_profile("kcdocs")

ROOT = Path(__file__).parents[1]


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


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty user's data folder for each test, so that nothing of the machine shows through."""
    folder = tmp_path / "du-lieu"
    monkeypatch.setenv("KCDOCS_DATA", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "dem"))
    monkeypatch.delenv("KCDOCS_TEMPLATES", raising=False)
    monkeypatch.delenv("KCDOCS_DECREES", raising=False)
    return folder

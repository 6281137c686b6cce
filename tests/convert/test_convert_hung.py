"""A LibreOffice that hangs or dies midway: ended with all it started, its files converted by a new start."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from kcdocs.convert.pool import to_pdf_beside

pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="processes are looked for in /proc"),
    pytest.mark.usefixtures("soffice"),
]


def _running(folder: Path) -> dict[int, str]:
    """Processes that were given files of a folder: id → name of the program."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if any(word.startswith(os.fsencode(folder)) for word in words):
            found[int(path.parent.name)] = Path(os.fsdecode(words[0])).name
    return found


def _first_start(folder: Path) -> dict[int, str]:
    while "soffice.bin" not in (found := _running(folder)).values():
        time.sleep(0.01)
    return found


@pytest.fixture
def files(tmp_path: Path) -> Iterator[list[Path]]:
    """Two Word files; whatever a failing test leaves running is ended."""
    paths = [tmp_path / "một.docx", tmp_path / "hai.docx"]
    for path in paths:
        docx.Document().save(str(path))
    yield paths
    for process in _running(tmp_path):
        os.kill(process, signal.SIGKILL)


@pytest.mark.parametrize("launcher", ["waits", "is killed"])
def test_a_hung_libreoffice_is_ended_and_its_files_converted_by_a_new_start(
    files: list[Path], launcher: str
) -> None:
    folder = files[0].parent
    hung: dict[int, str] = {}

    def hang() -> None:
        hung.update(_first_start(folder))
        for process, name in hung.items():
            if name == "soffice.bin":
                os.kill(process, signal.SIGSTOP)
            elif launcher == "is killed":
                os.kill(process, signal.SIGKILL)

    watcher = threading.Thread(target=hang, daemon=True)
    watcher.start()
    failed = to_pdf_beside(files, seconds=4)  # a new start takes three on a busy machine
    watcher.join()

    assert failed == []
    assert [path.with_suffix(".pdf").read_bytes()[:5] for path in files] == [b"%PDF-"] * 2
    assert "soffice.bin" in hung.values()
    assert _running(folder) == {}

"""Killed at any moment, a batch goes on to the same bytes, with no number lost or given twice."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest
from batch_material import contents, make, open_book, states, write_rows

ROWS = 120

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")


def _child(records: str, out: str, resume: bool) -> None:
    make(Path(records), Path(out), resume=resume)


def run_and_kill(records: Path, out: Path, delay: float, *, resume: bool) -> bool:
    """Run a batch in a process and kill it that long after its journal appears; whether it was killed."""
    process = multiprocessing.get_context("fork").Process(
        target=_child, args=(str(records), str(out), resume)
    )
    process.start()
    while process.is_alive() and not (out / "nhat-ky.jsonl").exists():
        time.sleep(0.001)
    time.sleep(delay)
    if process.is_alive() and process.pid:
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    return process.exitcode == -signal.SIGKILL


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an uninterrupted run gives."""
    folder = tmp_path_factory.mktemp("lien")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KCDOCS_DATA", str(folder / "du-lieu"))
        open_book()
        make(write_rows(folder / "a.csv", ROWS), folder / "ra")
    return contents(folder / "ra")


@pytest.mark.usefixtures("small_groups")
@pytest.mark.parametrize("seed", range(4))
def test_after_three_kills_the_batch_is_the_one_that_was_never_killed(
    tmp_path: Path, uninterrupted: dict[str, bytes], seed: int
) -> None:
    chance = random.Random(seed)
    open_book()
    records = write_rows(tmp_path / "a.csv", ROWS)
    kills = [
        run_and_kill(records, tmp_path / "ra", chance.uniform(0, 0.3), resume=(tmp_path / "ra").exists())
        for _ in range(3)
    ]

    make(records, tmp_path / "ra", resume=True)

    assert any(kills)
    assert contents(tmp_path / "ra") == uninterrupted
    assert states() == [(number, "đã cấp") for number in range(41, 41 + ROWS)]

"""A lock that one process holds and others wait for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kcdocs.locking import locked

ROOT = Path(__file__).parents[1]
HOLD = (
    "import sys, time; from pathlib import Path; from kcdocs.locking import locked;"
    "lock = locked(Path(sys.argv[1]), 5); lock.__enter__(); print('held', flush=True); time.sleep(60)"
)


def test_a_held_lock_is_waited_for_in_vain_and_free_once_given_back(tmp_path):
    path = tmp_path / "a" / "khoa"
    with locked(path, 1), pytest.raises(TimeoutError), locked(path, 0.05):
        pass

    with locked(path, 0):
        pass


def test_a_process_that_is_killed_holds_nothing(tmp_path):
    path = tmp_path / "khoa"
    words = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(TimeoutError), locked(path, 0):
            pass
        process.kill()

    with locked(path, 5):
        pass

"""Spoilt files of every kind, each through a command that opens it: a result or sentences, never a crash."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

COUNT = 300
PATIENCE = (
    20  # seconds, when a command is ended: the test looks for what hangs, the benchmark for what is slow
)
BENCH = Path(__file__).parents[2] / "benchmarks" / "fuzz.py"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_spoilt_files_are_answered_with_a_result_or_a_sentence(tmp_path: Path) -> None:
    """In a process of its own, whose forks are small; PDF and DOC files are left to the benchmark."""
    options = ["--turn", "--jobs", "1", "--no-office", "--keep", str(tmp_path)]
    options += ["--count", str(COUNT), "--patience", str(PATIENCE)]
    done = subprocess.run([sys.executable, str(BENCH), *options], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{COUNT} runs" in done.stdout

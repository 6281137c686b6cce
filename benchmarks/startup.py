"""Processor time of `kcdocs --help`, as a ratio to a bare click program and beside a fixed loop."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from _figures import Bar, Chart, keep

ROOT = Path(__file__).parents[1]
ROUNDS = 15
BARE = """
import click
@click.group()
def root(): pass
for name in 'abcdef':
    root.command(name, help='One short line of help.')(lambda: None)
root.main(['--help'])
"""


def main() -> None:
    """Print the medians of interleaved runs."""
    commands = {
        "bare click program": [sys.executable, "-c", BARE],
        "kcdocs --help": [sys.executable, str(ROOT / "cli.py"), "--help"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, words in commands.items():
            times[name].append(_seconds(words))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, value in medians.items():
        print(f"{name:20} {value * 1000:7.1f} ms")
    print(f"ratio                {medians['kcdocs --help'] / medians['bare click program']:7.2f}")
    print(f"calibration loop     {calibration() * 1000:7.1f} ms")
    bars = [Bar(name, medians[name]) for name in reversed(commands)]
    keep("startup", [Chart("The first page of help", bars)], calibration())


def _seconds(words: list[str]) -> float:
    before = _children()
    subprocess.run(words, check=True, capture_output=True)
    return _children() - before


def _children() -> float:
    """Seconds of the processor that all processes begun so far took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def calibration() -> float:
    """Seconds of a fixed loop."""
    start = time.process_time()
    sum(number * number for number in range(1_000_000))
    return time.process_time() - start


if __name__ == "__main__":
    main()

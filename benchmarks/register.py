"""The register of numbers beside bare SQLite that writes the same rows: CPU time for one batch.

Run: python benchmarks/register.py [--numbers N] [--rounds N]
A batch reserves its numbers as one block and confirms them 200 at a time, as `kcdocs batch` does.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from _figures import Bar, Chart, keep
from startup import calibration

from kcdocs.register.nouns import Series
from kcdocs.register.opening import open_register

GROUP = 200
BOOK = Series("BCT", "QĐ", 2026)


def registered(folder: Path, count: int) -> None:
    """Through the register, with all that it checks."""
    register = open_register(folder)
    register.open(BOOK)
    numbers = register.reserve(BOOK, count, holder="đợt")
    for first in range(0, count, GROUP):
        group = numbers[first : first + GROUP]
        register.confirm(BOOK, [(number, f"{number}.docx", "0" * 64) for number in group])


def bare(folder: Path, count: int) -> None:
    """The same rows by SQL of one database, with nothing checked."""
    with sqlite3.connect(folder / "bare.sqlite") as database:
        database.execute("CREATE TABLE numbers (number INTEGER PRIMARY KEY, state, holder, document, sha256)")
        rows = [(number, "r", "đợt") for number in range(1, count + 1)]
        database.executemany("INSERT INTO numbers (number, state, holder) VALUES (?, ?, ?)", rows)
        database.commit()
        for first in range(1, count + 1, GROUP):
            done = [("i", f"{n}.docx", "0" * 64, n) for n in range(first, min(first + GROUP, count + 1))]
            database.executemany("UPDATE numbers SET state=?, document=?, sha256=? WHERE number=?", done)
            database.commit()


def seconds(work: Callable[[Path, int], None], count: int) -> float:
    with tempfile.TemporaryDirectory(prefix="kcdocs-bench-") as folder:
        begin = time.process_time()
        work(Path(folder), count)
        return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--numbers", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    runs = [[seconds(work, given.numbers) for work in (registered, bare)] for _ in range(given.rounds)]
    ours, raw = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"{given.numbers} numbers reserved and confirmed, median CPU seconds of {given.rounds} rounds")
    print(f"  register     {ours:6.2f} s  ({1e6 * ours / given.numbers:.0f} µs a number)")
    print(f"  bare SQLite  {raw:6.2f} s  ({1e6 * raw / given.numbers:.0f} µs a number)")
    title = f"{given.numbers:,} numbers reserved and confirmed; SQLite checks nothing of them"
    keep("register", [Chart(title, [Bar("kcdocs", ours), Bar("bare SQLite", raw)])], calibration())


if __name__ == "__main__":
    main()

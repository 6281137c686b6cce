"""Spoil files of every kind and give each to a command that opens it: no crash, no hang, no flood of memory.

Run: python benchmarks/fuzz.py [--count N] [--first SEED] [--jobs N] [--keep FOLDER] [--only KIND]
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "fuzz"))

import fuzzing
import seeds
import trial


def part(
    material: str, keep: str, only: str, first: int, count: int
) -> list[tuple[str, int, float, int, list[str]]]:
    """A stretch of cases, in this process and its forks."""
    told = []
    kinds = [kind for kind in seeds.kinds(Path(material)) if only in kind.file]
    for case in fuzzing.cases(kinds, first, count):
        place = Path(keep) / str(case.seed)
        ended, faults = fuzzing.put_to(case, Path(material), place)
        if faults:
            (place / "case.txt").write_text(f"{case}\n{faults}\n{ended.out}", "utf-8")
        told.append((str(case), ended.code, ended.seconds, ended.memory, faults))
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", default="")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    keep = Path(asked.keep or tempfile.mkdtemp(prefix="kcdocs-fuzz-"))
    keep.mkdir(parents=True, exist_ok=True)
    trial.warm_up()
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="kcdocs-fuzz-") as name:
        seeds.make(Path(name), office=shutil.which("soffice") is not None)
        kinds = seeds.kinds(Path(name))
        print(
            f"{len(kinds)} kinds of files, {sum(len(kind.commands) for kind in kinds)} pairs with a command"
        )
        size = 50
        starts = range(asked.first, asked.first + asked.count, size)
        counts = [min(size, asked.first + asked.count - start) for start in starts]
        codes: Counter[int] = Counter()
        bad, slowest, largest = 0, 0.0, 0
        with ProcessPoolExecutor(asked.jobs) as pool:
            same = ([each] * len(starts) for each in (name, str(keep), asked.only))
            for told in pool.map(part, *same, starts, counts):
                for case, code, seconds, memory, faults in told:
                    codes[code] += 1
                    slowest, largest = max(slowest, seconds), max(largest, memory)
                    if faults:
                        bad += 1
                        print(f"{case}\n    {'; '.join(faults)}", flush=True)
    print(f"seeds {asked.first} to {asked.first + asked.count - 1}, {time.perf_counter() - begin:.0f} s")
    print("exit codes: " + ", ".join(f"{code}: {count}" for code, count in sorted(codes.items())))
    print(f"slowest {slowest:.1f} s of processor time, largest {largest // 2**20} MB, {bad} bad")
    if bad:
        raise SystemExit(f"the bad cases stand in {keep}")


if __name__ == "__main__":
    main()

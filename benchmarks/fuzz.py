"""Spoil files of every kind and give each to a command that opens it: no crash, no hang, no flood of memory.

Each spoilt file goes through every command that opens a file of its kind; with --turn through one of them, so
that many more files are tried in the same time; with --no-office without PDF and DOC files, which LibreOffice
makes. All seeds through every command take hours: with --log each stretch of seeds is noted in a file when it
is done, and a later run with the same options tries only the others and those in which something was bad.

Run: python benchmarks/fuzz.py [--count N] [--first SEED] [--jobs N] [--keep FOLDER] [--only KIND] [--turn]
    [--no-office] [--patience SECONDS] [--log FILE]
"""

from __future__ import annotations

import argparse
import json
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
from trial import SECONDS, warm_up

Told = tuple[str, int, float, int, list[str]]
"""A case in words, its exit code, processor seconds and most bytes, and what is wrong."""


def part(
    material: str, keep: str, only: str, every: bool, patience: float, first: int, count: int
) -> list[Told]:
    """A stretch of cases, in this process and its forks."""
    told = []
    kinds = [kind for kind in seeds.kinds(Path(material)) if only in kind.file]
    for number, case in enumerate(fuzzing.cases(kinds, first, count, every=every)):
        place = Path(keep) / f"{case.seed}-{number}"
        shutil.rmtree(place, ignore_errors=True)  # of a run that was cut off here
        ended, faults = fuzzing.put_to(case, Path(material), place, patience)
        if faults:
            (place / "case.txt").write_text(f"{case}\n{faults}\n{ended.out}", "utf-8")
        told.append((str(case), ended.code, ended.seconds, ended.memory, faults))
    return told


def noted(log: Path | None, options: list[object]) -> dict[tuple[int, int], list[Told]]:
    """The sound stretches, by first seed and count, that earlier runs with the same options noted."""
    if log is None or not log.exists():
        return {}
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    sound = [line for line in lines if line[0] == options and not any(told[-1] for told in line[3])]
    return {(first, count): told for _, first, count, told in sound}


def note(log: Path | None, *line: object) -> None:
    """Note a stretch that is done: the options, its first seed, how many, and what was told."""
    if log is not None:
        with log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--turn", action="store_true")
    parser.add_argument("--no-office", action="store_true")
    parser.add_argument("--patience", type=float, default=SECONDS)
    parser.add_argument("--log", type=Path)
    asked = parser.parse_args()
    keep = Path(asked.keep or tempfile.mkdtemp(prefix="kcdocs-fuzz-"))
    keep.mkdir(parents=True, exist_ok=True)
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="kcdocs-fuzz-") as name:
        warm_up()
        seeds.make(Path(name), office=not asked.no_office and shutil.which("soffice") is not None)
        fuzzing.make_ready(Path(name))
        kinds = seeds.kinds(Path(name))
        print(
            f"{len(kinds)} kinds of files, {sum(len(kind.commands) for kind in kinds)} pairs with a command"
        )
        size = 50 if asked.turn else 10
        options: list[object] = [len(kinds), asked.only, asked.turn, asked.no_office]
        done = noted(asked.log, options)
        starts = range(asked.first, asked.first + asked.count, size)
        stretches = [(start, min(size, asked.first + asked.count - start)) for start in starts]
        left = [stretch for stretch in stretches if stretch not in done]
        codes: Counter[int] = Counter()
        bad, slowest, largest = 0, 0.0, 0
        with ProcessPoolExecutor(asked.jobs) as pool:
            settings = (name, str(keep), asked.only, not asked.turn, asked.patience)
            same = ([each] * len(left) for each in settings)
            fresh = pool.map(part, *same, *zip(*left, strict=True)) if left else iter(())
            for stretch in stretches:
                if stretch not in done:
                    done[stretch] = next(fresh)
                    note(asked.log, options, *stretch, done[stretch])
                start, told = stretch[0], done[stretch]
                for case, code, seconds, memory, faults in told:
                    codes[code] += 1
                    slowest, largest = max(slowest, seconds), max(largest, memory)
                    if faults:
                        bad += 1
                        print(f"{case}\n    {'; '.join(faults)}", flush=True)
                if start // 100 != (start + size) // 100:
                    print(f"up to seed {start + size - 1}: {codes.total()} runs, {bad} bad", flush=True)
    spent = time.perf_counter() - begin
    print(f"seeds {asked.first} to {asked.first + asked.count - 1}, {codes.total()} runs, {spent:.0f} s")
    print("exit codes: " + ", ".join(f"{code}: {count}" for code, count in sorted(codes.items())))
    print(f"slowest {slowest:.1f} s of processor time, largest {largest // 2**20} MB, {bad} bad")
    if bad:
        raise SystemExit(f"the bad cases stand in {keep}")


if __name__ == "__main__":
    main()

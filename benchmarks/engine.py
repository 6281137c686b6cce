"""How fast the drafting engine is: whole processes that write real files, interleaved, medians.

Run: python benchmarks/engine.py [--rounds N] [--quick]
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from _figures import Bar, Chart, keep

WORKER = Path(__file__).with_name("engine_worker.py")
MATERIAL = Path(__file__).with_name("engine_material.py")
ROOT = WORKER.parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds of wall time and of CPU, and its peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def measure(command: Sequence[str], environment: Mapping[str, str] = ENVIRONMENT) -> Run:
    """Run a command and measure it."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} failed")
    return Run(time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def worker(kind: str, template: Path, count: int) -> Run:
    """One process that fills the template for so many records.

    What it writes stays until the end: ext4 makes new files slowly for minutes after others were deleted.
    """
    records, out = template.parent / "records.jsonl", tempfile.mkdtemp(dir=template.parent)
    return measure([sys.executable, str(WORKER), kind, str(template), str(records), out, str(count)])


def interleaved(rounds: int, kinds: Sequence[str], template: Path, count: int) -> dict[str, Run]:
    """The median run of each kind, the kinds taking turns."""
    runs: dict[str, list[Run]] = {kind: [] for kind in kinds}
    for _ in range(rounds):
        for kind in kinds:
            runs[kind].append(worker(kind, template, count))
    return {kind: median(found) for kind, found in runs.items()}


def median(runs: Sequence[Run]) -> Run:
    """The medians of wall time and CPU, the highest peak."""
    return Run(
        statistics.median(run.wall for run in runs),
        statistics.median(run.cpu for run in runs),
        max(run.memory for run in runs),
    )


def show(title: str, runs: dict[str, Run], count: int) -> Chart:
    """A table of the kinds, then the ratios; and a chart, without the floor that no engine reaches."""
    print(f"\n{title}, {count} records")
    for kind, run in runs.items():
        print(
            f"  {kind:22} {count / run.cpu:9.0f} docs/s CPU {count / run.wall:9.0f} docs/s wall"
            f" {run.cpu:8.2f} s CPU {run.wall:8.2f} s wall {run.memory:6.0f} MB"
        )
    ours = next(iter(runs.values()))
    for kind, run in list(runs.items())[1:]:
        print(f"  kcdocs / {kind}: {run.cpu / ours.cpu:.2f} by CPU, {run.wall / ours.wall:.2f} by wall time")
    engines = {kind.partition("-")[0]: run for kind, run in runs.items() if kind != "floor"}
    return Chart(f"{title}, {count} records", [Bar(who, run.cpu, run.memory) for who, run in engines.items()])


def prepare(folder: Path, most: int) -> dict[str, Path]:
    """Let another process write the templates and records, so that this one stays small; name → template.

    A child's peak memory counts from its parent's size at the fork.
    """
    subprocess.run([sys.executable, str(MATERIAL), str(folder), str(most)], check=True, env=ENVIRONMENT)
    paths = {name: folder / f"{name}.docx" for name in ("slim", "stock", "picture", "subdocument")}
    for name in ("slim", "stock"):
        words = [sys.executable, str(WORKER), "prepare", str(paths[name]), "", "", "0"]
        subprocess.run(words, check=True, env=ENVIRONMENT)
        worker("kcdocs", paths[name], 1)
    return paths


def cold_start(folder: Path, rounds: int) -> None:
    """One document from a new process: both command lines, on the same template and record.

    The template was compiled before, and so was the Python of both, as it is once they are installed.
    """
    environment = {name: value for name, value in ENVIRONMENT.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "KCDOCS_TEMPLATES": str(folder),
        "KCDOCS_DATA": str(folder / "data"),
    }
    record, out = str(folder / "grouped.json"), folder / "out"
    template = str(folder / "quyet-dinh" / "1.0.0" / "quyet-dinh.docx")
    ours = [sys.executable, str(ROOT / "cli.py"), "generate", "quyet-dinh", record]
    ours += ["--out", str(out), "--date", "2026-03-01", "--force"]
    theirs = [sys.executable, "-m", "docxtpl", "-o", "-q", template, record, str(folder / "out.docx")]
    commands = {"kcdocs generate": ours, "python -m docxtpl": theirs}
    for command in commands.values():
        measure(command, environment)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(measure(command, environment))
    print("\nOne document from a cold start (the template compiled before)")
    for name, found in runs.items():
        run = median(found)
        print(f"  {name:22} {run.wall * 1000:6.0f} ms wall {run.cpu * 1000:6.0f} ms CPU {run.memory:6.0f} MB")


def flatness(template: Path, rounds: int, low: int, high: int) -> None:
    """Time and memory for a document, for few records and for many."""
    runs: dict[int, list[Run]] = {low: [], high: []}
    for _ in range(rounds):
        for count, found in runs.items():
            found.append(worker("kcdocs", template, count))
    few, many = median(runs[low]), median(runs[high])
    print(f"\nFlatness: {low} against {high} records")
    by_cpu, by_wall = many.cpu / high / (few.cpu / low), many.wall / high / (few.wall / low)
    print(f"  time per document {by_cpu:.3f} by CPU, {by_wall:.3f} by wall time")
    print(f"  peak memory {few.memory:.0f} MB and {many.memory:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="a tenth of the records")
    given = parser.parse_args()
    scale = 10 if given.quick else 1
    folder = Path(tempfile.mkdtemp(prefix="kcdocs-bench-"))
    try:
        paths = prepare(folder, 10_000 // scale)
        print(
            f"Python {platform.python_version()}, {os.cpu_count()} processors, {given.rounds} rounds, medians"
        )
        fixed = median([worker("calibration", paths["slim"], 0) for _ in range(given.rounds)])
        print(f"calibration: {fixed.cpu:.2f} s CPU, {fixed.wall:.2f} s wall")
        charts = []
        for count in (500 // scale, 2_000 // scale):
            for name in ("slim", "stock"):
                runs = interleaved(given.rounds, ("kcdocs", "docxtpl", "floor"), paths[name], count)
                charts.append(show(f"Two-page decision, {name} package", runs, count))
        for name in ("picture", "subdocument"):
            runs = interleaved(given.rounds, (f"kcdocs-{name}", f"docxtpl-{name}"), paths[name], 200 // scale)
            charts.append(show(f"With a {name}", runs, 200 // scale))
        keep("engine", charts, fixed.cpu)
        flatness(paths["slim"], given.rounds, 2_000 // scale, 10_000 // scale)
        cold_start(folder, 5 * given.rounds)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()

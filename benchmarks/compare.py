"""How fast the comparison is, beside difflib, redlines, xmldiff and docx-trackdiff, in one run.

Run: python benchmarks/compare.py [--rivals PYTHON] [--limit SECONDS]

The rivals are no dependency of the project. They are measured with the Python given by `--rivals`:
`python -m venv .venv-bench && .venv-bench/bin/pip install -r benchmarks/rivals.txt` makes one, and it is used
where it stands. Reading is not counted, except for docx-trackdiff, which does all in one. All engines use one
core; times are the best of some rounds, of one round for a rival at 300k. A loop is a fixed piece of work, to
compare machines by.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import pickle
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "diff")]

from _figures import Bar, Chart, Figure, keep, patience  # noqa: E402 - the path must be set first
from docx import Document  # noqa: E402 - the same
from gold import generate  # noqa: E402 - the same

from kcdocs.model.address import Kind  # noqa: E402 - the same
from kcdocs.model.instrument import Instrument, Node  # noqa: E402 - the same

WORKER = Path(__file__).with_name("_compare_worker.py")
RIVALS = ("difflib", "redlines", "xmldiff", "docx-trackdiff")
ARTICLES = {"6k": 33, "300k": 1640}
GOALS = {"6k": (0.060, None), "300k": (2.5, 200.0)}
NAMES = {Kind.ARTICLE: "Điều {}. ", Kind.CLAUSE: "{}. ", Kind.POINT: "{}) "}


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds of wall and of CPU, and megabytes, of one engine; a note where it did not finish."""

    wall: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0
    note: str = ""


def calibrate() -> float:
    """Seconds of a fixed loop, to compare machines by: dictionary and string work like the comparison's."""
    times = []
    for _ in range(5):
        start = time.process_time()
        counts: dict[str, int] = {}
        for number in range(200_000):
            key = str(number % 5000)
            counts[key] = counts.get(key, 0) + len(key)
        times.append(time.process_time() - start)
    return min(times)


def material(folder: Path, articles: int) -> int:
    """Write one pair in every form the engines read; gives the words of the old side."""
    case = generate(7, articles)
    (folder / "pair.pickle").write_bytes(pickle.dumps((case.old, case.new)))
    for name, instrument in (("old", case.old), ("new", case.new)):
        lines = [line(node) for node in instrument.walk()]
        (folder / f"{name}.txt").write_text("\n".join(lines), encoding="utf-8")
        (folder / f"{name}.xml").write_text(xml(instrument), encoding="utf-8")
        document = Document()
        for text in lines:
            document.add_paragraph(text)
        document.save(str(folder / f"{name}.docx"))
    return sum(len(line(node).split()) for node in case.old.walk())


def line(node: Node) -> str:
    """A provision as it is printed."""
    return NAMES[node.kind].format(node.label) + node.text


def xml(instrument: Instrument) -> str:
    """The tree as XML."""
    return f"<vb>{''.join(map(_element, instrument.nodes))}</vb>"


def _element(node: Node) -> str:
    inside = "".join(map(_element, node.children))
    return f'<{node.kind} n="{node.label}"><t>{escape(node.text)}</t>{inside}</{node.kind}>'


def run(python: str, engine: str, folder: Path, rounds: int, limit: float) -> Result:
    """Measure one engine in its own process."""
    # -P: else a rival that imports a module of a name that a benchmark bears as well would get that.
    command = [python, "-P", str(WORKER), engine, str(folder), str(rounds)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=patience(limit * rounds + 10),
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Result(note=f"unfinished after {limit:.0f} s")
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["failed"])[-1]
        return Result(note="not installed" if "ModuleNotFoundError" in last else last[:60])
    found = json.loads(done.stdout.strip().splitlines()[-1])
    if found["cpu"] > limit:
        return Result(note=f"unfinished after {limit:.0f} s")
    return Result(**found)


def show(size: str, words: int, engine: str, result: Result, unit: float) -> None:
    """Print one line of the table."""
    if result.note:
        print(f"{size:>5} {words:>8,} {engine:<15} {result.note}")
        return
    each = result.cpu / words * 1e6
    print(
        f"{size:>5} {words:>8,} {engine:<15} {result.wall:>9.3f} s {result.cpu:>9.3f} s CPU "
        f"{each:>8.2f} µs/word {result.cpu / unit:>8.1f} loops {result.memory:>6.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the comparison beside its rivals.")
    beside = ROOT / ".venv-bench" / "bin" / "python"
    parser.add_argument("--rivals", default=str(beside) if beside.exists() else sys.executable)
    parser.add_argument("--limit", type=float, default=60.0)
    options = parser.parse_args()
    unit = calibrate()
    print(f"calibration loop {unit * 1000:.1f} ms CPU; {os.cpu_count()} cores; reading apart")
    each: dict[str, float] = {}
    charts, figures = [], []
    for size, articles in ARTICLES.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            words = material(folder, articles)
            own = run(sys.executable, "kcdocs", folder, 7 if size == "6k" else 3, options.limit)
            show(size, words, "kcdocs", own, unit)
            charts.append(Chart(f"{words:,} words a side", [_bar("kcdocs", own)]))
            each[size] = own.cpu / words
            judge(size, own)
            figures += judged(words, own, *GOALS[size])
            for rival in RIVALS:
                rounds = 3 if size == "6k" else 1
                found = run(options.rivals, rival, folder, rounds, options.limit)
                show(size, words, rival, found, unit)
                charts[-1].bars.append(_bar(rival, found))
    growth = each["300k"] / each["6k"] or math.inf  # not finished
    figures.append(Figure("time for a word, at the larger over at the smaller size", growth, "times", 1.5))
    keep("compare", charts, unit, figures)
    print(f"time per word at 300k over 6k: {growth:.2f} (goal: at most 1.50)")


def _bar(engine: str, result: Result) -> Bar:
    return Bar(engine, None if result.note else result.cpu, result.memory, result.note)


def judged(words: int, own: Result, seconds: float, memory: float | None) -> list[Figure]:
    """What this size took beside its goals; endless where it did not finish."""
    took = math.inf if own.note else own.cpu
    return [
        Figure(f"{words:,} words a side", took, "s", seconds),
        *([Figure("its peak memory", own.memory, "MB", memory)] if memory and not own.note else []),
    ]


def judge(size: str, own: Result) -> None:
    """Say whether the goals of this size are met: by CPU, so that a busy machine does not count."""
    most_seconds, most_memory = GOALS[size]
    met = not own.note and own.cpu <= most_seconds and (most_memory is None or own.memory <= most_memory)
    words = f"at most {most_seconds} s" + (f" and {most_memory:.0f} MB" if most_memory else "")
    print(f"      goal {words}: {'met' if met else 'NOT met'}")


if __name__ == "__main__":
    main()

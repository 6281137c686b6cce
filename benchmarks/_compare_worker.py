"""One engine over one pair in its own process: ENGINE FOLDER ROUNDS → a JSON line of seconds and memory."""

# ruff: noqa: PLC0415 - each engine is imported only where it is measured

from __future__ import annotations

import json
import pickle
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def kcdocs(folder: Path) -> Callable[[], object]:
    from kcdocs.diff.compare import compare

    old, new = pickle.loads((folder / "pair.pickle").read_bytes())
    return lambda: compare(old, new)


def difflib(folder: Path) -> Callable[[], object]:
    from difflib import SequenceMatcher

    old, new = ((folder / name).read_text(encoding="utf-8").split() for name in ("old.txt", "new.txt"))
    return lambda: SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def redlines(folder: Path) -> Callable[[], object]:
    from redlines import Redlines

    old, new = ((folder / name).read_text(encoding="utf-8") for name in ("old.txt", "new.txt"))
    return lambda: Redlines(old, new).output_json()


def xmldiff(folder: Path) -> Callable[[], object]:
    from lxml import etree
    from xmldiff.main import diff_trees

    old, new = (etree.parse(folder / name) for name in ("old.xml", "new.xml"))
    return lambda: diff_trees(old, new)


def trackdiff(folder: Path) -> Callable[[], object]:
    from docx_trackdiff.compare import main

    sys.argv = ["docx-trackdiff", *(str(folder / name) for name in ("old.docx", "new.docx", "out.docx"))]
    return main


def measure(engine: str, folder: Path, rounds: int) -> dict[str, float]:
    """Best wall and CPU time of some rounds, reading apart, and the peak memory of the process."""
    engines = {"kcdocs": kcdocs, "difflib": difflib, "redlines": redlines, "xmldiff": xmldiff}
    run = {**engines, "docx-trackdiff": trackdiff}[engine](folder)
    walls, cpus = [], []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        run()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return {"wall": min(walls), "cpu": min(cpus), "memory": peak()}


def peak() -> float:
    """Peak memory in MB since the program started (`ru_maxrss` would count the parent's too)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (line,) = [line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    result = measure(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write("\n" + json.dumps(result) + "\n")

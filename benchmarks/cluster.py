"""What more processes and a Dask cluster of this machine gain: whole `kcdocs batch` processes taking turns.

A ratio is time in one process over time, of the same round; the fixed loop tells how busy the machine was.

Run: python benchmarks/cluster.py [--rounds N] [--rows N] [--files N]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import batch as material
import distributed
import pypdfium2

BOOK = "QĐ-BCT/2026"
ONE = "one process"


def calibration() -> float:
    """Seconds of a fixed loop."""
    begin = time.perf_counter()
    sum(n * n for n in range(5_000_000))
    return time.perf_counter() - begin


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(material.ROOT),
        "KCDOCS_DATA": str(folder / "du-lieu"),
        "KCDOCS_TEMPLATES": str(folder / "mau"),
    }


@contextlib.contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """A scheduler and workers of one thread each; gives the address."""
    file = folder / f"cum-{workers}.json"
    with contextlib.ExitStack() as running:
        kinds = [("scheduler", "--host", "127.0.0.1", "--port", "0")]
        kinds += [("worker", "--nthreads", "1", "--no-nanny")] * workers
        for kind, *words in kinds:
            command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--no-dashboard", *words]
            running.callback(_ended, _started([*command, "--scheduler-file", str(file)], folder))
            while not (file.exists() and file.read_text().strip().endswith("}")):
                time.sleep(0.1)
        address = str(json.loads(file.read_text())["address"])
        with distributed.Client(address) as client:
            client.wait_for_workers(workers, timeout=60)
        yield address


def _started(command: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=quiet, stderr=quiet, env=environment(folder), cwd=folder)


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait()


def once(folder: Path, records: Path, options: Sequence[str]) -> tuple[float, Path]:
    """One batch into a new folder, which stays: seconds, and the folder."""
    out = Path(tempfile.mkdtemp(dir=folder)) / "ra"
    command = [sys.executable, str(material.ROOT / "cli.py"), "batch", "quyet-dinh-do", str(records)]
    words = ["--series", BOOK, "--again", "--out", str(out), "--progress", "none", *options]
    return material.measure([*command, *words], environment(folder)).wall, out


def rounds(
    folder: Path, records: Path, ways: Mapping[str, Sequence[str]], count: int
) -> tuple[dict[str, list[float]], Path]:
    """Seconds of each way in each round, the ways taking turns after one turn that does not count."""
    taken: dict[str, list[float]] = {way: [] for way in ("fixed loop", *ways)}
    for number in range(-1, count):
        loop = calibration()
        turns = {way: once(folder, records, options) for way, options in ways.items()}
        if number >= 0:
            taken["fixed loop"].append(loop)
            for way, (seconds, _) in turns.items():
                taken[way].append(seconds)
    return taken, turns[ONE][1]


def pages(out: Path) -> int:
    count = 0
    for path in out.rglob("*.pdf"):
        with pypdfium2.PdfDocument(path) as document:
            count += len(document)
    return count


def tell(title: str, taken: dict[str, list[float]], amount: float, unit: str) -> None:
    print(f"\n{title}")
    loop = taken.pop("fixed loop")
    print(f"  fixed loop {min(loop):.2f} to {max(loop):.2f} s; load {os.getloadavg()[0]:.1f}")
    for way, seconds in taken.items():
        middle = statistics.median(seconds)
        ratio = statistics.median(one / own for one, own in zip(taken[ONE], seconds, strict=True))
        print(f"  {way:18} {middle:7.2f} s {amount / middle:8.0f} {unit} {ratio:6.2f} times", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--files", type=int, default=240)
    asked = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {asked.rounds} rounds")
    with tempfile.TemporaryDirectory(prefix="kcdocs-cum-") as name, contextlib.ExitStack() as running:
        folder = Path(name)
        material.write_set(folder / "mau")
        program = [sys.executable, str(material.ROOT / "cli.py")]
        subprocess.run(
            [*program, "register", "open", BOOK],
            check=True,
            env=environment(folder),
            stdout=subprocess.DEVNULL,
        )
        ways: dict[str, list[str]] = {ONE: [], "--jobs 2": ["--jobs", "2"]}
        for workers in (1, 2):
            address = running.enter_context(cluster(folder, workers))
            ways[f"cluster, {workers} worker{'s' * (workers > 1)}"] = ["--cluster", address]
        for count, pdf in ((asked.rows, False), (asked.files, True)):
            if pdf and not shutil.which("soffice"):
                print("LibreOffice is not installed; no PDF files measured")
                return
            records = folder / f"{count}.csv"
            material.write_csv(records, count)
            chosen = {way: [*options, *["--pdf"] * pdf] for way, options in ways.items()}
            taken, out = rounds(folder, records, chosen, asked.rounds)
            if pdf:
                tell(f"Word and PDF, {count} documents", taken, 60 * pages(out), "pages/min")
            else:
                tell(f"Word, {count} documents", taken, count, "documents/s")


if __name__ == "__main__":
    main()

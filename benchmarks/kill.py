"""Kill -9 a batch at random moments, go on with it, and compare with one that was never killed.

Run: python benchmarks/kill.py [--kills N] [--rows N] [--seed N]
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BOOK = "QĐ-BCT/2026"


def command(folder: Path, out: str, *words: str) -> list[str]:
    records = folder / "ho-so.csv"
    options = ["--out", str(folder / out), "--series", BOOK, "--progress", "none", *words]
    return [sys.executable, str(ROOT / "cli.py"), "batch", "quyet-dinh-do", str(records), *options]


def environment(folder: Path, register: str) -> dict[str, str]:
    return {**os.environ, "KCDOCS_DATA": str(folder / register), "KCDOCS_TEMPLATES": str(folder / "mau")}


def run(words: list[str], env: dict[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(words, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def killed(words: list[str], env: dict[str, str], delay: float) -> bool:
    """Start a process and kill it after that long; whether it was still at work."""
    process = subprocess.Popen(words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    process.kill()
    return process.wait() == -signal.SIGKILL


def contents(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "nhat-ky.jsonl")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def numbers(env: dict[str, str]) -> list[str]:
    words = [sys.executable, str(ROOT / "cli.py"), "register", "list", BOOK]
    told = subprocess.run(words, env=env, check=True, capture_output=True).stdout.decode().splitlines()
    return [" ".join(line.split()[:3]) for line in told]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--rows", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    spec = importlib.util.spec_from_file_location("batch", ROOT / "benchmarks" / "batch.py")
    if spec is None or spec.loader is None:
        raise SystemExit("benchmarks/batch.py is missing")
    material = sys.modules["batch"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(material)
    with tempfile.TemporaryDirectory(prefix="kcdocs-kill-") as name:
        folder = Path(name)
        material.write_set(folder / "mau")
        material.write_csv(folder / "ho-so.csv", asked.rows)
        opening = [sys.executable, str(ROOT / "cli.py"), "register", "open", BOOK]
        run(opening, environment(folder, "so-lien"))
        whole = run(command(folder, "lien"), environment(folder, "so-lien"))
        expected = contents(folder / "lien")
        kills = batches = 0
        while kills < asked.kills:
            batches += 1
            out, env = f"dut-{batches}", environment(folder, f"so-{batches}")
            run(opening, env)
            for _ in range(5):
                resume = ["--resume"] if (folder / out / "nhat-ky.jsonl").exists() else []
                kills += killed(command(folder, out, *resume), env, chance.uniform(0.2, 1) * whole)
            resume = ["--resume"] if (folder / out / "nhat-ky.jsonl").exists() else []
            run(command(folder, out, *resume), env)
            if contents(folder / out) != expected:
                raise SystemExit(f"batch {batches}: other bytes")
            if numbers(env) != [f"{number} đã cấp" for number in range(1, asked.rows + 1)]:
                raise SystemExit(f"batch {batches}: the register has a gap or a double")
            print(f"{kills} kills, {batches} batches of {asked.rows}: same bytes, register whole", flush=True)


if __name__ == "__main__":
    main()

"""Kill -9 what keeps something at random moments, go on with it, and look whether all is whole.

A batch is compared with one that was never killed; `decrees add`, `templates release` and `register` are
looked at without kcdocs (tests/kill/killing.py says for what).

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
sys.path[:0] = [str(ROOT / "tests" / name) for name in ("kill", "fuzz")]

import killing  # noqa: E402 - found by the line above
import trial  # noqa: E402 - the same

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
    kill_what_is_kept(asked.kills, chance)
    kill_batches(asked.kills, asked.rows, chance)


def kill_what_is_kept(wanted: int, chance: random.Random) -> None:
    """Kill the commands that keep a text, a version or a number."""
    trial.warm_up()
    for name, scenario in killing.SCENARIOS.items():
        kills = rounds = 0
        while kills < wanted:
            rounds += 1
            with tempfile.TemporaryDirectory(prefix="kcdocs-kill-") as folder:
                kills += killing.kill_at_random(scenario, Path(folder), chance, wanted - kills)
        print(f"{name}: {kills} kills in {rounds} rounds, all whole", flush=True)


def kill_batches(wanted: int, rows: int, chance: random.Random) -> None:
    """Kill batches and go on with them."""
    spec = importlib.util.spec_from_file_location("batch", ROOT / "benchmarks" / "batch.py")
    if spec is None or spec.loader is None:
        raise SystemExit("benchmarks/batch.py is missing")
    material = sys.modules["batch"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(material)
    with tempfile.TemporaryDirectory(prefix="kcdocs-kill-") as name:
        folder = Path(name)
        material.write_set(folder / "mau")
        material.write_csv(folder / "ho-so.csv", rows)
        opening = [sys.executable, str(ROOT / "cli.py"), "register", "open", BOOK]
        run(opening, environment(folder, "so-lien"))
        whole = run(command(folder, "lien"), environment(folder, "so-lien"))
        expected = contents(folder / "lien")
        kills = batches = 0
        while kills < wanted:
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
            if numbers(env) != [f"{number} đã cấp" for number in range(1, rows + 1)]:
                raise SystemExit(f"batch {batches}: the register has a gap or a double")
            print(f"{kills} kills, {batches} batches of {rows}: same bytes, register whole", flush=True)


if __name__ == "__main__":
    main()

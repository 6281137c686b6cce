"""Recall and precision of the form checker over random mutations made by someone who had not read its rules.

Each seed takes a good document, varies what the law leaves free, and does one breach to it. A breach is found
if a finding that the good document did not have stands at the harmed part and speaks of that harm; every
other new finding is invented. `--seeds 0-999` tells which mutations are made.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "lint")]

from blind_judging import Verdict, judged  # noqa: E402 - the tests' own mutator


def told(seed: int, verdict: Verdict) -> str:
    """One line on a mutation that went wrong, findings below it."""
    state = "found" if verdict.found else "MISSED"
    lines = [f"seed {seed} ({verdict.paper}: {verdict.breach}): {state}"]
    return "\n".join([*lines, *(f"    invented: {item}" for item in verdict.invented)])


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seeds", default="0-999", help="first and last seed, as 0-999")
    asked.add_argument(
        "--seconds", type=float, default=3600, help="processor time after which no seed is begun"
    )
    given = asked.parse_args()
    first, last = map(int, given.seeds.split("-"))
    counted: Counter[str] = Counter()
    started = time.process_time()
    for seed in range(first, last + 1):
        if time.process_time() - started > given.seconds:
            break
        verdict = judged(seed)
        counted.update(done=1, found=verdict.found, invented=len(verdict.invented), right=len(verdict.told))
        if not verdict.found or verdict.invented:
            print(told(seed, verdict), flush=True)
    recall = counted["found"] / counted["done"]
    precision = counted["right"] / max(1, counted["right"] + counted["invented"])
    print(f"{counted['done']} from seed {first}: found {counted['found']}, invented {counted['invented']}")
    print(f"recall {recall:.4f}, precision {precision:.4f}")


if __name__ == "__main__":
    main()

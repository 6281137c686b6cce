"""How many breaches of form the checker finds, how many it invents, and how many documents it does a second.

Good documents made with python-docx get one to three breaches at random; each must be told by its code, and
nothing else may be. Seeds are printed; `--first N --count M` runs others.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "lint")]

from breaches import BREACHES, Breach  # noqa: E402 - the tests' own breaches
from good_papers import PAPERS, saved  # noqa: E402

from kcdocs.lint.check import check_form  # noqa: E402


def calibration() -> float:
    """Seconds of a fixed loop, to hold other figures beside."""
    started = time.process_time()
    sum(number * number % 7 for number in range(1_000_000))
    return time.process_time() - started


def one(seed: int) -> tuple[Counter[str], list[str]]:
    """A document with breaches: what was right, missed and invented, and in words what went wrong."""
    choose = random.Random(seed)
    paper = choose.choice(sorted(PAPERS))
    document = PAPERS[paper]()
    done: list[Breach] = []
    for item in choose.sample(
        [item for item in BREACHES if paper in item.papers.split("|")], choose.randint(1, 3)
    ):
        try:
            item.do(document)
        except (StopIteration, AttributeError, ValueError):
            continue  # an earlier breach took away what this one changes
        done.append(item)
    wanted = {code for item in done for code in item.codes}
    found = {finding.code for finding in check_form(saved(document), "a.docx").findings}
    names = ", ".join(item.name for item in done)
    wrong = [
        f"seed {seed} ({paper}: {names}): missed {sorted(wanted - found)}, invented {sorted(found - wanted)}"
    ]
    counted = Counter(right=len(wanted & found), missed=len(wanted - found), invented=len(found - wanted))
    return counted, wrong if wanted != found else []


def speed() -> float:
    """Documents of two pages a second on one core."""
    data = saved(PAPERS["quyết định"]())
    check_form(data, "a.docx")
    started = time.process_time()
    for _ in range(50):
        check_form(data, "a.docx")
    return 50 / (time.process_time() - started)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--count", type=int, default=1_000)
    given = asked.parse_args()
    total: Counter[str] = Counter()
    for seed in range(given.first, given.first + given.count):
        counted, wrong = one(seed)
        total += counted
        for line in wrong:
            print(line)
    recall = total["right"] / (total["right"] + total["missed"])
    precision = total["right"] / (total["right"] + total["invented"])
    print(f"seeds {given.first} to {given.first + given.count - 1}: {dict(total)}")
    print(f"recall {recall:.4f}, precision {precision:.4f}")
    print(f"{speed():.0f} documents a second; the calibration loop takes {calibration() * 1000:.0f} ms")


if __name__ == "__main__":
    main()

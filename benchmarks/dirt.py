"""Copy bullets, marks and labels into records as offices do; count the documents that stay what they were.

Run: python benchmarks/dirt.py [--count N] [--seed N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "drafting"))

import dirt

LEAST = 0.95
"""Share of the dirty records that must give the text of the clean one; the rest is refused with its place."""


def main() -> int:
    """Tell of each set; 1 where one falls short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=45)
    asked = parser.parse_args()
    count = asked.count
    wrong = False
    for name in dirt.SETS:
        with tempfile.TemporaryDirectory() as folder:
            found, told = dirt.tally(name, count, Path(folder), asked.seed)
        print(f"{name}: {found}")
        failed = found.doubled or found.other or found.same < LEAST * count
        print(*(f"  {line}\n" for line in told[: 20 if failed else 0]), sep="", end="")
        wrong = wrong or bool(failed)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())

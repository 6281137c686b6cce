"""The commands of real amending instruments, held against labels written by reading them.

Prints recall and precision for each instrument and for both halves: those the reading was mended with, and
those it was not. `--show` prints what was lost, what was read besides, and what was left unclear.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "amend"))
from amend_gold import Score, files, load, score

from kcdocs.amend.read import read as read_commands
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def main() -> None:
    """Print a line for each instrument and each half."""
    halves: dict[str, Counter[str]] = {}
    for path in files():
        labels = load(path)
        found = score(labels, read_commands(parse(read(CORPUS / labels.path))))
        counts = Counter(right=found.right, lost=found.lost.total(), wrong=found.wrong.total())
        halves[labels.half] = halves.get(labels.half, Counter()) + counts
        print(f"{path.stem:22} {_line(counts)}, {len(found.unclear)} provisions left unclear")
        if "--show" in sys.argv:
            _show(found)
    for half, counts in halves.items():
        print(f"{half:22} {_line(counts)}")


def _line(counts: Counter[str]) -> str:
    recall = counts["right"] / max(counts["right"] + counts["lost"], 1)
    precision = counts["right"] / max(counts["right"] + counts["wrong"], 1)
    numbers = f"{counts['right']:4} right, {counts['lost']:3} lost, {counts['wrong']:3} wrong"
    return f"{numbers}: recall {recall:.3f}, precision {precision:.3f}"


def _show(found: Score) -> None:
    for sign, items in (("-", found.lost), ("+", found.wrong)):
        for item, count in items.items():
            unclear = " (unclear)" if item.origin in found.unclear else ""
            print(f"  {sign} {' '.join(item)} ×{count}{unclear}")


if __name__ == "__main__":
    main()

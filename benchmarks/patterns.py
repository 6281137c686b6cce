"""Time of every pattern at n, 2n and 4n, on a text made to keep it busy: none may grow faster than its text.

The text is, of the pieces that the pattern's own loops read and of a few plain ones, the one that takes
longest.

Run: python benchmarks/patterns.py [--length N]
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "patterns"))

from harvest import Harvested, harvest
from steps import BEGIN, SEARCH, Steps, Use

import kcdocs

PIECES = (" ", "a", "1", "1.", "<a ", "{{", '"', "Điều ", "a b", "-")
FAST = 0.002  # seconds; below, a ratio says nothing
WORST = 3.0  # times; twice the text may take a little over twice the time, never four times


def pieces(steps: Steps) -> Iterator[str]:
    """What the pattern reads on the shortest ways into and round each of its loops."""
    ways = {BEGIN: ""}
    waiting = [BEGIN]
    while waiting:
        state = waiting.pop(0)
        for char, edges in steps.moves(state, ways[state][-1:] or None).items():
            for edge in edges:
                if edge.end in ways and edge.end != SEARCH:
                    yield char
                    yield ways[edge.end] + char
                elif edge.end != SEARCH:
                    ways[edge.end] = ways[state] + char
                    waiting.append(edge.end)


def seconds(pattern: re.Pattern[str] | re.Pattern[bytes], use: Use, text: str | bytes) -> float:
    """The best of two runs, in processor time."""
    found = []
    for _ in range(2):
        begin = time.thread_time()
        if use is Use.SEARCH:
            sum(1 for _ in pattern.finditer(text))  # type: ignore[arg-type]
        else:
            getattr(pattern, use.value)(text)
        found.append(time.thread_time() - begin)
    return min(found)


def texts(harvested: Harvested, use: Use, length: int) -> Iterator[str | bytes]:
    whole = isinstance(harvested.pattern.pattern, str)
    for piece in dict.fromkeys((*PIECES, *pieces(Steps(harvested.pattern, use)))):
        text = (piece * (length // len(piece) + 1))[:length] + "\x01"
        yield text if whole else text.encode("latin-1", "replace")


def measure(harvested: Harvested, use: Use, length: int) -> tuple[float, float, float]:
    """Times at n, 2n and 4n of the text that took longest at n."""
    worst = max(texts(harvested, use, length), key=lambda text: seconds(harvested.pattern, use, text))
    body, end = worst[:-1], worst[-1:]
    times = [seconds(harvested.pattern, use, body * count + end) for count in (1, 2, 4)]
    return times[0], times[1], times[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--length", type=int, default=4000)
    asked = parser.parse_args()
    bad = 0
    for harvested in harvest(kcdocs)[0]:
        for use in sorted(harvested.uses):
            once, twice, four = measure(harvested, use, asked.length)
            grows = twice > FAST and four / twice > WORST
            bad += grows
            print(
                f"{harvested!s:60} {use:9} {once * 1e3:8.3f} {twice * 1e3:8.3f} {four * 1e3:8.3f} ms"
                + "  grows faster than its text" * grows
            )
    if bad:
        raise SystemExit(f"{bad} patterns grow faster than their text")


if __name__ == "__main__":
    main()

"""Whether the tests pass through enough of each room: `python tools/cover.py MEASURED`, as `make test` does.

MEASURED is what SlipCover wrote while the tests ran, in JSON. Lines and branches count alike, as elsewhere.
The rooms that read and compare law have a higher floor: what they miss is silent, where another room crashes.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

FLOOR = 90
"""Percent of all lines and branches of the package."""

ROOM_FLOORS = dict.fromkeys(("law", "parse", "diff", "amend"), 97)
"""Percent of a room that reads or compares law; to be reached without the corpus, which CI has not."""

Summary = dict[str, int]
"""What SlipCover counted in a file: lines and branches, covered and missing."""


def percent(files: list[Summary]) -> float:
    """Share of lines and branches that were passed through, in percent."""
    covered = sum(item["covered_lines"] + item["covered_branches"] for item in files)
    missing = sum(item["missing_lines"] + item["missing_branches"] for item in files)
    return 100 * covered / max(1, covered + missing)


def rooms(measured: dict[str, Any]) -> dict[str, list[str]]:
    """Name of a room → its files; a file that stands in none is in the room of its own name."""
    found = defaultdict(list)
    for file in measured["files"]:
        parts = Path(file).parts
        found[Path(parts[parts.index("kcdocs") + 1]).stem].append(file)
    return found


def shortfalls(measured: dict[str, Any]) -> list[str]:
    """What lies below its floor, with the lines and branches that no test passes through."""
    files = measured["files"]
    told = []
    whole = percent([file["summary"] for file in files.values()])
    if whole < FLOOR:
        told.append(f"kcdocs: {whole:.1f} %, {FLOOR} % are asked for")
    for room, names in rooms(measured).items():
        share = percent([files[name]["summary"] for name in names])
        if share < ROOM_FLOORS.get(room, 0):
            told.append(f"kcdocs/{room}: {share:.1f} %, {ROOM_FLOORS[room]} % are asked for")
            told += [_missing(name, files[name]) for name in names if percent([files[name]["summary"]]) < 100]
    return told


def _missing(name: str, file: dict[str, Any]) -> str:
    branches = [f"{start}->{end or 'exit'}" for start, end in file["missing_branches"]]
    return f"  {name}: {', '.join([*map(str, file['missing_lines']), *branches])}"


def main() -> None:
    """Print the share of each room, then what is below its floor.

    Raises:
        SystemExit: With 1 if anything is.
    """
    measured = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    files = measured["files"]
    shares = {
        room: percent([files[name]["summary"] for name in names]) for room, names in rooms(measured).items()
    }
    whole = percent([file["summary"] for file in files.values()])
    print(
        f"passed through: {whole:.1f} %; "
        + ", ".join(f"{room} {shares[room]:.0f}" for room in sorted(shares))
    )
    told = shortfalls(measured)
    print("\n".join(told), end="\n" if told else "")
    raise SystemExit(1 if told else 0)


if __name__ == "__main__":
    main()

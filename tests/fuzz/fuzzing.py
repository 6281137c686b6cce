"""Spoilt files through the commands that open them: one case after another, each from its seed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seeds import ENV, Kind
from trial import Ended, run

OFFICE_WAIT = 150.0  # seconds; a .doc goes through LibreOffice, which has a limit of its own (120 s)


@dataclass(frozen=True)
class Case:
    """A spoilt file and the command it was given to.

    Attributes:
        seed: Makes the same case again.
        kind: The kind of file.
        words: The command.
    """

    seed: int
    kind: Kind
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"seed {self.seed}: kcdocs {' '.join(self.words)}  [{self.kind.file}]"


def cases(kinds: list[Kind], first: int, count: int) -> Iterator[Case]:
    """That many cases: the kinds take turns, and so do the commands of each."""
    for seed in range(first, first + count):
        kind = kinds[seed % len(kinds)]
        command = kind.commands[seed // len(kinds) % len(kind.commands)]
        yield Case(seed, kind, tuple(word.replace("{}", kind.file) for word in command.split()))


def put_to(case: Case, material: Path, place: Path) -> tuple[Ended, list[str]]:
    """Run a case; how it ended and what is wrong with that.

    Args:
        case: The case.
        material: The folder with a sound file of each kind.
        place: Where a copy of it is made and spoilt; left for whoever wants to look if something is wrong.
    """
    shutil.copytree(material, place)
    file = place / case.kind.file
    file.write_bytes(case.kind.spoilt(file.read_bytes(), random.Random(case.seed)))
    ended = run(case.words, place, ENV, wait=OFFICE_WAIT if file.suffix == ".doc" else 60)
    faults = ended.faults()
    if left := [path.name for path in place.rglob(".kcdocs-*")]:
        faults.append(f"left behind: {left}")
    if not faults:
        shutil.rmtree(place)
    return ended, faults

"""Spoilt files through the commands that open them: one case after another, each from its seed."""

from __future__ import annotations

import gc
import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seeds import ENV, Kind
from trial import WAIT, Ended, rehearse, run

AGAIN = 2
"""How many times more a slow case is tried, the quickest counts: on a busy machine even processor time grows."""

REHEARSED = (
    "show goc.docx",
    "compare goc.txt sua.html --out moi.html",
    "compare goc.txt thay.txt --out moi.docx",
    "compare goc.txt thay.txt --out moi.xlsx",
    "amend write goc.txt thay.txt --out lenh.docx",
    "generate to-trinh mot.yaml --out moi",
    "batch to-trinh so-lieu.xlsx --out dot-thu --date 2026-01-05 --progress none",
    "templates check rieng",
    "decrees verify",
)
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


def cases(kinds: list[Kind], first: int, count: int, *, every: bool) -> Iterator[Case]:
    """Spoilt files, the kinds by turns.

    Args:
        kinds: The kinds.
        first: The first seed.
        count: How many files.
        every: Whether each goes to every command of its kind, or to one of them, by turns.
    """
    for seed in range(first, first + count):
        kind = kinds[seed % len(kinds)]
        turn = seed // len(kinds) % len(kind.commands)
        for command in kind.commands if every else kind.commands[turn : turn + 1]:
            yield Case(seed, kind, tuple(word.replace("{}", kind.file) for word in command.split()))


def make_ready(material: Path) -> None:
    """Let kcdocs make once, on sound files, what would else be made in every fork."""
    with tempfile.TemporaryDirectory(prefix="kcdocs-fuzz-") as name:
        folder = Path(name) / "thu"
        shutil.copytree(material, folder)
        rehearse(REHEARSED, folder, ENV)
    gc.freeze()  # or each fork copies all of it when it collects


def put_to(case: Case, material: Path, place: Path, patience: float) -> tuple[Ended, list[str]]:
    """Run a case; how it ended and what is wrong with that.

    Args:
        case: The case.
        material: The folder with a sound file of each kind.
        place: Where a copy of it is made and spoilt; left for whoever wants to look if something is wrong.
        patience: Seconds of processor time that it may work.
    """
    ended = _tried(case, material, place)
    for _ in range(AGAIN):
        if ended.seconds > patience:
            shutil.rmtree(place)
            ended = min(ended, _tried(case, material, place), key=lambda one: one.seconds)
    faults = ended.faults(patience)
    if left := [path.name for path in place.rglob(".kcdocs-*")]:
        faults.append(f"left behind: {left}")
    if not faults:
        shutil.rmtree(place)
    return ended, faults


def _tried(case: Case, material: Path, place: Path) -> Ended:
    shutil.copytree(material, place, copy_function=shutil.copyfile)
    file = place / case.kind.file
    file.write_bytes(case.kind.spoilt(file.read_bytes(), random.Random(case.seed)))
    return run(case.words, place, ENV, wait=OFFICE_WAIT if file.suffix == ".doc" else WAIT)

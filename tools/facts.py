"""Make the file by which `kcdocs decrees update` brings the facts of law up to date: `make facts OUT=…`.

It holds what `decrees/` says of instruments and institutions: the catalogue, `decree.toml` and `outline.toml`
of each instrument that is no model, of the day in `decrees/edition.txt`. Raise that day with every change of
a fact. The SHA-256 that is printed goes where users look it up; beside the file it only shows that it came
over whole.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from kcdocs import settings
from kcdocs.decrees.catalogue import FILE as CATALOGUE
from kcdocs.decrees.facts import all_facts
from kcdocs.decrees.update import UPDATE
from kcdocs.sealed.writing import write_sealed

DECREES = Path(__file__).parents[1] / "decrees"


def files(decrees: Path) -> Iterator[tuple[str, Path]]:
    """Name in the file → file in the repository."""
    yield CATALOGUE, decrees / CATALOGUE
    for facts in all_facts([decrees]):
        if not facts.model:
            names = ("decree.toml", "outline.toml")
            yield from ((f"{facts.folder.name}/{name}", facts.folder / name) for name in names)


def make(out: Path, decrees: Path = DECREES) -> str:
    """Write the file and its sum beside it; the sum."""
    day = (decrees / "edition.txt").read_text("ascii").strip()
    facts = {"kcdocs": settings.VERSION, "day": day}
    write_sealed(out, UPDATE, lambda: facts, files(decrees), dated=False)
    found = hashlib.sha256(out.read_bytes()).hexdigest()
    out.with_name(f"{out.name}.sha256").write_text(f"{found}  {out.name}\n", encoding="ascii")
    return found


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))

"""Hold every set against all that must hold of it: each example of each version, and its pages.

Each paper is made on its own date, twice to the same bytes; its template agrees with its contract
(`kcdocs templates check`), the paper with the rules of form (`kcdocs check`) and the measures of Decree
30/2020, the Word file with the Open XML SDK, its pages (by LibreOffice) with its text; no page is empty or
begins with the signature, no heading stands alone, no line is loose. Then the signature of each version's
first example is moved down line by line over a whole page, and by half points where it meets the page's foot.

Run: python benchmarks/sets.py [--set NAME] [--lines N]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "sets"))

import office_sdk
import on_paper

from kcdocs.api import check_form, check_template
from kcdocs.api.generate import generate
from kcdocs.convert.libreoffice import to_pdf
from kcdocs.model.finding import Severity
from kcdocs.sets import versions
from kcdocs.sets.versions import Version

START = 60
"""Files to one start of LibreOffice: its time limit grows with them, its memory too."""

STEPS = [step / 2 for step in range(-20, 11)]
"""Points by which a signature is moved beyond its page's foot: the low paragraphs behind it take three."""


def main() -> int:
    """Tell of each paper; 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", help="one set, or one version of it, instead of all")
    parser.add_argument("--lines", type=int, default=40, help="places of the signature; 0 to leave it")
    asked = parser.parse_args()
    names = [asked.set] if asked.set else versions.set_names()
    every = [version for name in names for version in versions.named(name)]
    with tempfile.TemporaryDirectory(prefix="kcdocs-") as name:
        os.environ["KCDOCS_DATA"] = str(Path(name) / "du-lieu")
        wrong = papers = places = 0
        for version in every:
            folder = Path(name) / version.name
            made = _made(version, folder)
            told = [*_contract(version), *_papers(version, made, folder)]
            moved, unwell = _moved(made[0], folder / "cho", asked.lines) if asked.lines else (0, [])
            papers, places, wrong = papers + len(made), places + moved, wrong + len(told) + len(unwell)
            print(f"{version.name}: {len(made)} papers, {moved} places of the signature", flush=True)
            print(*(f"  {line}\n" for line in (*told, *unwell)), sep="", end="", flush=True)
    print(f"{len(every)} versions, {papers} papers, {places} places of the signature: {wrong} faults")
    return int(bool(wrong))


def _made(version: Version, folder: Path) -> list[Path]:
    """The papers of all examples, under names of their own."""
    made = []
    for number, example in enumerate(version.examples, 1):
        for place, one in enumerate(generate(version.name, example, folder / f"{number}"), 1):
            made.append(one.path.rename(folder / f"vi-du-{number}-{place}.docx"))
    return made


def _contract(version: Version) -> Iterator[str]:
    for report in check_template.check_set(version.name):
        found = [one.finding for one in report.faults if one.finding.severity is Severity.ERROR]
        yield from (f"templates check: {one.code} {one.message}" for one in found)


def _papers(version: Version, made: Sequence[Path], folder: Path) -> Iterator[str]:
    again = _made(version, folder / "lai")
    validator = office_sdk.program()
    for path, second, pdf in zip(made, again, _printed(made, folder), strict=True):
        checked = check_form.check(path)
        told = [f"check: {one.code} {one.message}" for one in checked.findings if not checked.good]
        told += [] if path.read_bytes() == second.read_bytes() else ["other bytes when made again"]
        told += office_sdk.faults(validator, path) if validator else [f"no validator: {office_sdk.ADVICE}"]
        told += [*on_paper.mismeasured(path), *on_paper.unlike(path, pdf), *on_paper.faults(path, pdf)]
        yield from (f"{path.stem}: {one}" for one in told)


def _moved(paper: Path, folder: Path, lines: int) -> tuple[int, list[str]]:
    """The signature of a paper moved down: in how many places, and what was wrong there."""
    folder.mkdir()
    (pdf,) = _printed([paper], folder)
    room = on_paper.room_below_signature(paper, pdf)
    if room is None:
        return 0, []
    by_lines = [on_paper.lower(paper, folder / f"{n} lines.docx", lines=n) for n in range(1, lines + 1)]
    points = [room + step for step in STEPS if room + step > 0]
    by_points = [on_paper.lower(paper, folder / f"{at:.1f} points.docx", points=at) for at in points]
    words = [*by_lines, *by_points]
    before = {_fault(one) for one in on_paper.faults(paper, pdf)}
    told = [
        f"{path.stem} lower: {one}"
        for path, pdf in zip(words, _printed(words, folder), strict=True)
        for one in on_paper.faults(path, pdf)
        if _fault(one) not in before
    ]
    return len(words), told


def _fault(told: str) -> str:
    """A fault without the page it was found on."""
    return told.partition(": ")[2]


def _printed(words: Sequence[Path], folder: Path) -> list[Path]:
    groups = (words[at : at + START] for at in range(0, len(words), START))
    return [pdf for group in groups for pdf in to_pdf(group, folder)]


if __name__ == "__main__":
    sys.exit(main())

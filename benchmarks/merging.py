"""Merged drafts by the thousand: both changes where they stand apart, touching pairs listed, nothing lost.

Drafts by plan (two to four of one base, their edits known, so what accepting all must give is known), of
paragraphs and of rows of a table; some of them accepted and rejected by LibreOffice; then drafts made by
chance with tables, notes, fields, pictures and lists, proven draft by draft; then the time of twenty drafts
of a base of 300 articles.

Run: python benchmarks/merging.py [--plans N] [--pairs N] [--office N] [--articles N] [--first SEED]
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / place) for place in ("", "tests", "tests/opinions", "tests/word")]

from merged_material import MergedCase, of_clauses, of_rows  # noqa: E402 - beside the tests
from office import settled  # noqa: E402 - the same
from opinions_builder import base_lines  # noqa: E402 - the same
from redline_material import Maker, document, keys  # noqa: E402 - the same
from wordml import docx, p  # noqa: E402 - the same

from kcdocs.api import merge  # noqa: E402 - the path must be set first
from kcdocs.model.revisions import Revisions  # noqa: E402 - the same
from kcdocs.opinions import merging as opinions  # noqa: E402 - the same
from kcdocs.word import audit, redline  # noqa: E402 - the same
from kcdocs.word.package import Allow, open_package  # noqa: E402 - the same

SECONDS, MEGABYTES = 60.0, 500.0
REFUSED = 0.02
"""Share of pairs made by chance that the proof may refuse: lists switched on in what is divided as well."""
MAIN = "word/document.xml"


def as_planned(case: MergedCase) -> bool:
    """Whether a merge gives what its plans say."""
    sides = [case.read(case.made.data, accept=accept) for accept in (True, False)]
    named = (clash.spot if case.tabled else str(clash.place) for clash in case.made.clashes)
    return sides == [case.accepted, case.rejected] and {*named} == case.clashes


def as_planned_in_office(cases: list[MergedCase]) -> int:
    """How many merges LibreOffice accepts and rejects as planned, all in one start."""
    answers = settled([case.made.data for case in cases])
    return sum(
        [case.read(accepted), case.read(rejected)] == [case.accepted, case.rejected]
        for case, (accepted, rejected) in zip(cases, answers, strict=True)
    )


def proven(seed: int) -> bool:
    """Whether drafts made by chance can be merged so that nothing of any is lost."""
    maker = Maker(seed)
    old = maker.original()
    news = [maker.draft(old) for _ in range(2)]
    base = open_package(document(old))
    drafts, signed = [], []
    for number, new in enumerate(news):
        package, name = open_package(document(new), name=f"{number}"), f"Bản {number}"
        text = redline.own_text(package, Revisions.ACCEPT)
        redline.in_form(text.story, "NFC")
        places = {key: place for place, key in enumerate(keys(new))}
        pairs = {
            (MAIN, place): (MAIN, places[key])
            for place, key in enumerate(keys(old))
            if seed % 2 and key in places
        }
        drafts.append(redline.OwnDraft(text, redline.Guide(pairs), name))
        signed.append((name, audit.side_texts(package, accept=True)))
    found = redline.write_merged(redline.own_text(base, Revisions.ACCEPT), drafts)
    sides = audit.side_texts(base, accept=True)
    held = [
        opinions.signed_draft(found, sides, number, name, said) for number, (name, said) in enumerate(signed)
    ]
    return not audit.prove_merged(open_package(found.data, allow=Allow.ALL), sides, held)


def write(folder: Path, name: str, text: list[str]) -> Path:
    """A Word file."""
    path = folder / f"{name}.docx"
    path.write_bytes(docx(*map(p, text)))
    return path


def timed(articles: int, folder: Path) -> tuple[float, int]:
    """Seconds of processor time that twenty drafts take, and their clashes."""
    base, rng = base_lines(articles), random.Random(1)
    drafts = []
    for number in range(20):
        text = [*base]
        for place in rng.sample(range(3, len(text)), 10):
            text[place] = text[place].replace("cơ sở", f"xưởng {number}")
        drafts.append(write(folder, f"d{number}", text))
    goc = write(folder, "goc", base)
    before = time.process_time()
    found = merge.merge(goc, drafts)
    return time.process_time() - before, len(found.clashes)


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in (("plans", 300), ("pairs", 400), ("office", 30), ("articles", 300), ("first", 0)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    first = asked.first
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeds = range(first, first + asked.plans)
        wrong = [seed for seed in seeds if not as_planned(of_clauses(seed, folder))]
        astray = [seed for seed in seeds if not as_planned(of_rows(seed, folder))]
        cases = [(of_rows if seed % 2 else of_clauses)(seed, folder) for seed in range(asked.office)]
        held = as_planned_in_office(cases) if cases else 0
        refused = [seed for seed in range(first, first + asked.pairs) if not proven(seed)]
        seconds, clashes = timed(asked.articles, folder) if asked.articles else (0.0, 0)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{asked.plans} merges by plan, wrong: {wrong or 'none'}")
    print(f"{asked.plans} merges of tables by plan, wrong: {astray or 'none'}")
    print(f"LibreOffice accepts and rejects as planned: {held} of {asked.office}, every other one a table")
    print(f"{asked.pairs} pairs made by chance, refused by the proof: {refused or 'none'}")
    print(f"20 drafts of {asked.articles} articles: {seconds:.1f} s, {memory:.0f} MB, {clashes} clashes")
    good = not wrong and not astray and held == asked.office and len(refused) <= REFUSED * asked.pairs
    return 0 if good and seconds < SECONDS and memory < MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())

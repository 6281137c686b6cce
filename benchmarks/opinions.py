"""Opinions of 40 files of 300 articles: time and memory; and of thirty mixed files, whether each stands once.

Run: python benchmarks/opinions.py [--articles N] [--files N] [--seeds N] [--first SEED]

The thirty are made anew for each seed: tracked changes, comments and silent edits in mixtures, composed and
decomposed letters, Word, text and PDF, a draft of another base, a broken file.

Each file bears five tracked changes, five comments and five silent edits. The goal is a minute of processor
time and 500 MB; the exit code is 1 beyond it, or if not all opinions were found.
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
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "opinions"), str(ROOT / "benchmarks")]

from _figures import Figure, keep  # noqa: E402 - the path must be set first
from opinions_builder import Marked, base_lines, word_file  # noqa: E402 - the same
from returned_material import ARTICLES, stood, thirty  # noqa: E402 - the same
from startup import calibration  # noqa: E402 - the same

from kcdocs.api import opinions  # noqa: E402 - the same
from kcdocs.convert.libreoffice import to_pdf  # noqa: E402 - the same
from kcdocs.model.format import Format  # noqa: E402 - the same

SECONDS, MEGABYTES = 60.0, 500.0
EACH = 5


def returned(lines: list[str], path: Path, rng: random.Random) -> Path:
    """One returned file."""
    spots = rng.sample([number for number, line in enumerate(lines) if " triệu " in line], 3 * EACH)
    edited = [*lines]
    for number in spots[:EACH]:
        edited[number] = edited[number].replace("cơ sở", "xưởng")
    draft = Marked(edited)
    for number in spots[EACH : 2 * EACH]:
        draft.replace(number, "kể từ ngày", "tính từ ngày")
    for number in spots[2 * EACH :]:
        draft.comment(number, "Đề nghị làm rõ.")
    return draft.save(path)


def planted(seed: int, folder: Path, *, printed: bool) -> bool:
    """Whether every planted opinion of thirty files stands once, and no other."""
    lines = base_lines(ARTICLES)
    files, wanted = thirty(folder, lines, seed)
    *good, other, broken = files
    if printed:  # one that was edited without a mark comes back as PDF
        good[:1] = to_pdf(good[:1], folder)
    table = opinions.collect(word_file(folder / "goc.docx", lines), [*good, other, broken])
    refused = [(one.code, one.place.file) for one in table.refused]
    return stood(table) == wanted and refused == [("OP101", str(other)), ("OP102", str(broken))]


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--files", type=int, default=40)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    wrong = []
    for seed in range(asked.first, asked.first + asked.seeds):
        with tempfile.TemporaryDirectory() as folder:
            if not planted(seed, Path(folder), printed=seed % 5 == 0):
                wrong.append(seed)
    print(f"{asked.seeds} times thirty files, wrong: {wrong or 'none'}")
    lines, rng = base_lines(asked.articles), random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        base = word_file(Path(folder) / "goc.docx", lines)
        files = [returned(lines, Path(folder) / f"{number}.docx", rng) for number in range(asked.files)]
        before = time.process_time()
        table = opinions.collect(base, files)
        opinions.render(table, Format.DOCX)
        taken = time.process_time() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    good = table.count == 3 * EACH * asked.files
    what = f"{asked.files} files of {asked.articles} articles"
    print(f"{what}: {taken:.1f} s, {memory:.0f} MB, {table.count} opinions")
    figures = [
        Figure(f"{what}: the table of {table.count:,} opinions", taken, "s", SECONDS),
        Figure("its peak memory", memory, "MB", MEGABYTES),
    ]
    keep("opinions", [], calibration(), figures)
    return 0 if good and not wrong and taken < SECONDS and memory < MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())

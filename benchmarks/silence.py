"""Whether a command is ever guessed: sentences of known acts, and the same with a word that none is made of.

Without the foreign word a sentence must do exactly what it says; with it, nothing may be done. Then whether a
comparison is ever silent: texts with one planted change of substance or of form, as lines and as Word files
with tables, notes, raised and struck words, told in every medium; and texts with clauses that moved.
Run with how many seeds, and the first of them; `--show` prints what went wrong.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "amend"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "diff"))
import planted
import planted_files
import planted_score
import silence

from kcdocs.model.format import COMPARISON, Format

COUNT = 2000
SLOW = 20
"""Word and Excel are made of every so many pairs: they take ten times as long as the others."""


def main() -> None:
    """Print per shape: right without a foreign word, and done in silence with one."""
    numbers = [int(item) for item in sys.argv[1:] if item.isdigit()]
    count, first = (*numbers, *(COUNT, 0)[len(numbers) :])
    seeds = range(first, first + count)
    total, right, silent = Counter[str](), Counter[str](), Counter[str]()
    for seed in seeds:
        case = silence.case(seed)
        total[case.shape] += 1
        plain = silence.outcome(case, case.draft())
        right[case.shape] += silence.exact(case, plain)
        if "--show" in sys.argv and not silence.exact(case, plain):
            print(f"  {seed} {' / '.join(case.commands[:2])}: {'; '.join(plain.reasons)}")
        spoilt = case.foreign(Random(seed))
        if silence.guessed(case, silence.outcome(case, spoilt)):
            silent[case.shape] += 1
            if "--show" in sys.argv:
                print(f"  {seed} guessed: {spoilt.splitlines()[5]}")
    print(f"seeds {seeds.start} to {seeds.stop - 1}")
    for shape, number in total.items():
        print(
            f"{shape:20} {right[shape]:5} of {number:5} exact, {silent[shape]:3} guessed with a foreign word"
        )
    print(f"{'all':20} {right.total():5} of {total.total():5} exact, {silent.total():3} guessed")
    planted_changes(seeds)
    planted_in_files(seeds)


def planted_changes(seeds: range) -> None:
    """Print how many planted changes were taken for less or more than they are, and how moves were found."""
    for form in (False, True):
        wrong = Counter[str]()
        for seed in seeds:
            kind, old, new = planted.planted(seed, form=form)
            lesser = planted_score.changes(old, new) <= planted_score.FORMAL
            wrong[kind] += lesser != form
        told = ", ".join(f"{kind} {number}" for kind, number in wrong.items() if number)
        name = "form called substance" if form else "substance called form or unsaid"
        print(f"{name}: {wrong.total()} of {len(seeds)}{' (' * bool(told)}{told}{')' * bool(told)}")
    for repeated in (False, True):
        cases = (planted.moved(seed, repeated=repeated) for seed in seeds)
        print(f"moves{' with repeated clauses' * repeated}: {planted_score.moves_words(cases)}")


def planted_in_files(seeds: range) -> None:
    """Print how often a medium tells a change planted in a file of Word as less or more than it is."""
    for form in (False, True):
        wrong, told = Counter[str](), Counter[Format]()
        with tempfile.TemporaryDirectory() as folder:
            for seed in seeds:
                kind, old, new = planted.planted(seed, form=form, word=True)
                chain = planted_files.compared_files(Path(folder), old, new)
                for medium in COMPARISON:
                    if medium in (Format.DOCX, Format.XLSX) and seed % SLOW:
                        continue
                    told[medium] += 1
                    found = planted_files.told(chain, medium)
                    right = (
                        planted_files.says_form(found)
                        if form
                        else planted_files.says_substance(found, old, new)
                    )
                    wrong[f"{kind} in {medium}"] += not right
        name = "form called substance" if form else "substance called form or unsaid"
        most = ", ".join(f"{medium} {number}" for medium, number in told.items())
        print(f"files of Word, {name}: {wrong.total()} (reports: {most})")
        for what, number in wrong.items():
            if number:
                print(f"  {what}: {number}")


if __name__ == "__main__":
    main()

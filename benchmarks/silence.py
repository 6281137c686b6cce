"""Whether a command is ever guessed: sentences of known acts, and the same with a word that none is made of.

Without the foreign word a sentence must do exactly what it says; with it, nothing may be done. Run with how
many seeds, and the first of them; `--show` prints the sentences that went wrong.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "amend"))
import silence

COUNT = 2000


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


if __name__ == "__main__":
    main()

"""Reading and applying an amending draft, and the loop of planning, writing, reading and applying."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kcdocs.amend.apply import apply
from kcdocs.amend.make import make
from kcdocs.amend.plan import differing, plan_commands
from kcdocs.amend.read import read
from kcdocs.amend.write import Written, write_articles
from kcdocs.diff.compare import compare
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument, Node
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.sources.read import read as read_file

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "diff"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "amend"))
import gold
from amend_scripts import edited

DECREE = Path(__file__).parents[2] / "shared" / "corpus" / "45-2012-nd-cp" / "van-ban.txt"
NUMBER = Citation("Nghị định", "45/2012/NĐ-CP")
WORDS = 20_000
OPERATIONS = 60
ROUNDS = 9


def main() -> None:
    """Print the medians, beside the calibration loop; with a number, run that many round trips."""
    if len(sys.argv) > 1:
        round_trips(*map(int, sys.argv[1:]))
        return
    original, draft, operations = sized()
    words = sum(len(node.text.split()) for node in original.provisions())
    read_time = median(lambda: read(draft))
    apply_time = median(lambda: apply(original, operations))
    print(f"original: {words} words; draft: {len(operations)} operations")
    print(f"read  {read_time * 1000:7.1f} ms")
    print(f"apply {apply_time * 1000:7.1f} ms")
    print(f"both  {(read_time + apply_time) * 1000:7.1f} ms")
    print(f"calibration loop {calibration() * 1000:7.1f} ms")


def sized() -> tuple[Instrument, Instrument, tuple]:
    """An original of about `WORDS` words, and a draft with `OPERATIONS` commands on it."""
    articles = 80
    while True:
        case = gold.generate(7, articles)
        old, new = again(case.old), again(case.new)
        if sum(len(node.text.split()) for node in old.provisions()) >= WORDS:
            break
        articles += 40
    planned = plan_commands(compare(old, new))
    operations = planned.operations[:OPERATIONS]
    written = write_articles(operations, NUMBER)
    made = instrument(written)
    return old, made, tuple(read(made).operations)


def round_trips(count: int, start: int = 0) -> None:
    """Run random edit scripts through the whole loop, from a seed on; count those not exact."""
    wrong = []
    for seed in range(start, start + count):
        old, new = scripted(seed)
        planned = plan_commands(compare(old, new))
        written = write_articles(planned.operations, NUMBER)
        back = read(instrument(written)).operations
        if differing(new, apply(old, back).amended, planned):
            wrong.append(seed)
    print(f"{count} round trips from seed {start}, {len(wrong)} not exact {wrong[:20]}")


def scripted(seed: int) -> tuple[Instrument, Instrument]:
    """An original and a random draft of it, the numbering modes in turn.

    Every fifth original is the real Decree 45/2012, where its text is beside the checkout.
    """
    if seed % 5 == 0 and DECREE.is_file():
        old = replace(parse(read_file(DECREE)), citation=NUMBER)
        return old, edited(old, seed, renumber=bool(seed % 2))
    case = gold.generate(seed, amending=bool(seed % 2))
    return again(case.old), again(case.new)


def instrument(written: Written) -> Instrument:
    """A written amending instrument, read."""
    return parse(reading(written.text, "draft"))


def again(generated: Instrument) -> Instrument:
    """A generated instrument, written out with its labels and read again."""
    rows = [line.text for top in generated.nodes for node in made(top).walk() for line in node.lines]
    return replace(parse(reading("\n".join(rows), "gold")), citation=NUMBER)


def made(node: Node) -> Node:
    """A generated provision with lines as the law writes them."""
    return make(node.address, node.text, [made(child) for child in node.children])


def median(job: Callable[[], object]) -> float:
    """The median time of a job, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def calibration() -> float:
    """A fixed loop, in seconds."""
    return median(lambda: sum(number * number for number in range(1_000_000)))


if __name__ == "__main__":
    main()

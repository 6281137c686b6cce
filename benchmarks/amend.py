"""Reading and applying an amending draft, and the loop of planning, writing, reading and applying."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kcdocs.amend.apply import apply
from kcdocs.amend.plan import differing, plan
from kcdocs.amend.read import read
from kcdocs.amend.write import write
from kcdocs.diff.compare import compare
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "diff"))
import gold  # noqa: E402 - the generator of the tests makes the drafts

NUMBER = Citation("Nghị định", "45/2012/NĐ-CP")
WORDS = 20_000
OPERATIONS = 60
ROUNDS = 9


def main() -> None:
    """Print the medians, beside the calibration loop; with a number, run that many round trips."""
    if len(sys.argv) > 1:
        round_trips(int(sys.argv[1]))
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
    planned = plan(compare(old, new))
    operations = planned.operations[:OPERATIONS]
    written = write(operations, NUMBER)
    text = "\n".join(["NGHỊ ĐỊNH", written.title, *written.articles])
    return old, parse(reading(text, "draft")), tuple(read(parse(reading(text, "draft"))).operations)


def round_trips(count: int) -> None:
    """Run random edit scripts through the whole loop and count those that do not come out exactly."""
    wrong = []
    for seed in range(count):
        case = gold.generate(seed, amending=bool(seed % 2))
        old, new = again(case.old), again(case.new)
        planned = plan(compare(old, new))
        written = write(planned.operations, NUMBER)
        text = "\n".join(["NGHỊ ĐỊNH", written.title, *written.articles, *written.annexes])
        back = read(parse(reading(text, "draft"))).operations
        if differing(new, apply(old, back).amended, planned):
            wrong.append(seed)
    print(f"{count} round trips, {len(wrong)} not exact {wrong[:20]}")


def again(instrument: Instrument) -> Instrument:
    """A generated instrument, read from its own lines."""
    text = "\n".join(line.text for line in instrument.lines())
    return replace(parse(reading(text, "gold")), citation=NUMBER)


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

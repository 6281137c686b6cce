"""How many breaches of form the checker finds, how many it invents, and how many documents it does a second.

Good documents made with python-docx get one to three breaches at random, none in a paragraph that another
changed; each must be told by its code, and nothing else may be. `--first N --count M` runs other seeds.
Speed is measured on a document of two pages that a shipped set makes, alone and as part of a batch; files
made to harm are timed one by one.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from docx.oxml.ns import qn
from lxml.etree import tostring

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "lint")]

from _figures import Figure, keep  # noqa: E402 - the path must be set first
from breaches import BREACHES, Breach  # noqa: E402 - the tests' own breaches
from good_papers import PAPERS, Made, saved  # noqa: E402
from harms import HARMS  # noqa: E402

from kcdocs.api import check_form as api  # noqa: E402
from kcdocs.api import generate  # noqa: E402
from kcdocs.decrees.catalogue import load_catalogue  # noqa: E402
from kcdocs.lint.check import check_form  # noqa: E402

REPEATS = 50
LEAST, LEAST_SPEED = 0.98, 25
"""What is asked for: of recall and precision; of documents of two pages a second."""


def calibration() -> float:
    """Seconds of a fixed loop, to hold other figures beside."""
    started = time.process_time()
    sum(number * number % 7 for number in range(1_000_000))
    return time.process_time() - started


@cache
def touched(paper: str, name: str) -> frozenset[str] | None:
    """Paragraphs and sections of a good document that a breach changes, as XML; None if it cannot be done."""
    document = PAPERS[paper]()
    before = list(pieces(document))
    try:
        next(item for item in BREACHES if item.name == name).do(document)
    except (StopIteration, AttributeError, ValueError):
        return None
    after = list(pieces(document))
    moved = {one for one, other in zip(before, after, strict=False) if one != other}
    return frozenset(moved if sorted(before) == sorted(after) else set(before) - set(after))


def pieces(document: Made) -> Iterator[str]:
    """Paragraphs and sections of a document, its headers among them, as XML."""
    section = document.sections[0]
    roots = [document.element.body, *(item.part.element for item in (section.header, section.footer))]
    for item in (item for root in roots for item in root.iter(qn("w:p"), qn("w:sectPr"))):
        yield tostring(item, encoding="unicode", with_tail=False)


def chosen(paper: str, choose: random.Random) -> list[Breach]:
    """One to three breaches that leave one another alone."""
    done: list[Breach] = []
    taken: frozenset[str] = frozenset()
    fitting = [item for item in BREACHES if paper in item.papers.split("|")]
    for item in choose.sample(fitting, choose.randint(1, 3)):
        own = touched(paper, item.name)
        if own is not None and not own & taken:
            done.append(item)
            taken |= own
    return done


def one(seed: int) -> tuple[Counter[str], list[str]]:
    """A document with breaches: what was right, missed and invented, and in words what went wrong."""
    choose = random.Random(seed)
    paper = choose.choice(sorted(PAPERS))
    document = PAPERS[paper]()
    done = chosen(paper, choose)
    for item in done:
        item.do(document)
    wanted = {code for item in done for code in item.codes}
    report = check_form(saved(document), "a.docx", catalogue=load_catalogue())
    found = {finding.code for finding in report.findings}
    names = ", ".join(item.name for item in done)
    wrong = [
        f"seed {seed} ({paper}: {names}): missed {sorted(wanted - found)}, invented {sorted(found - wanted)}"
    ]
    counted = Counter(right=len(wanted & found), missed=len(wanted - found), invented=len(found - wanted))
    return counted, wrong if wanted != found else []


def two_pages(folder: Path) -> Path:
    """A decision of two pages, as the shipped set makes it."""
    example = ROOT / "templates/quyet-dinh-kiem-tra/1.0.0/example.yaml"
    return generate.generate("quyet-dinh-kiem-tra@1.0.0", example, folder)[0].path


def speed(work: Callable[[], object], count: int) -> float:
    """Documents a second on one core, the first left out."""
    work()
    started = time.process_time()
    for _ in range(REPEATS):
        work()
    return REPEATS * count / (time.process_time() - started)


def harm() -> None:
    """Seconds of one core for each file made to harm."""
    for name, data in sorted(HARMS.items()):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "hai.docx"
            path.write_bytes(data())
            started = time.process_time()
            checked = api.check(path)
            seconds = time.process_time() - started
            told = "read" if checked.read else checked.findings[0].code
            print(f"  {name}: {told}, {seconds:.2f} s")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--count", type=int, default=1_000)
    given = asked.parse_args()
    total: Counter[str] = Counter()
    for seed in range(given.first, given.first + given.count):
        counted, wrong = one(seed)
        total += counted
        for line in wrong:
            print(line)
    recall = total["right"] / (total["right"] + total["missed"])
    precision = total["right"] / (total["right"] + total["invented"])
    print(f"seeds {given.first} to {given.first + given.count - 1}: {dict(total)}")
    print(f"recall {recall:.4f}, precision {precision:.4f}")
    with tempfile.TemporaryDirectory() as folder:
        path = two_pages(Path(folder))
        whole = speed(lambda: check_form(path, "a.docx"), 1)
        sampled = speed(lambda: api.check_made([path] * 10, sample=10), 10)
    print(f"two pages: {whole:.0f} documents a second; as a sample of a batch {sampled:.0f}")
    seeds = f"{given.count:,} documents with breaches made by chance"
    figures = [
        Figure(f"{seeds}: share of the breaches that were told", recall, "of 1", least=LEAST),
        Figure("share of what was told that is a breach", precision, "of 1", least=LEAST),
        Figure("a decision of two pages", whole, "a second", least=LEAST_SPEED),
        Figure("the same as a sample of a batch", sampled, "a second"),
    ]
    keep("form_check", [], calibration(), figures)
    print(f"the calibration loop takes {calibration() * 1000:.0f} ms")
    print("files made to harm:")
    harm()


if __name__ == "__main__":
    main()

"""Redlines by the thousand: accepted the draft, rejected the original, nothing hidden, and how long it takes.

Fuzzed pairs with and without a guide, then edited copies of the corpus's Word files where they are there,
then a sample through LibreOffice's own accept-all and reject-all, and texts of 6,000 and 300,000 words.

Run: python benchmarks/redlines.py [--pairs N] [--copies N] [--office N]
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from copy import deepcopy
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "word")]

from lxml import etree  # noqa: E402
from office import asked  # noqa: E402 - beside the tests
from redline_material import Maker, document, keys  # noqa: E402 - the same
from wordml import docx, p  # noqa: E402 - the same

from kcdocs.api import tracked  # noqa: E402
from kcdocs.model.revisions import Revisions  # noqa: E402
from kcdocs.word import audit, redline  # noqa: E402
from kcdocs.word.package import Allow, Package, open_package  # noqa: E402
from kcdocs.word.package.docx import save_package  # noqa: E402
from kcdocs.word.package.wml import W  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
MAIN = "word/document.xml"
STILL = tuple(W + name for name in ("footnoteReference", "fldChar", "drawing", "pict"))


def made(old: Package, new: Package, guide: redline.Guide, seconds: list[float]) -> tuple[Package, int]:
    """The redline and how many faults its proof and its audit find."""
    start = time.process_time()
    texts = (redline.own_text(item, Revisions.ACCEPT) for item in (old, new))
    written = open_package(redline.write_redline(*texts, guide).data, allow=Allow.ALL)
    sides = [audit.side_texts(item, accept=True) for item in (old, new)]
    faults = len(audit.prove(written, *sides))
    seconds.append(time.process_time() - start)
    return written, faults + len(audit.hidden(written, *sides))


def fuzzed(seed: int, seconds: list[float]) -> tuple[Package, Package, Package, int]:
    """A pair made by chance, every other one without a guide."""
    maker = Maker(seed)
    before = maker.original()
    after = maker.draft(before)
    old, new = open_package(document(before)), open_package(document(after))
    places = {key: place for place, key in enumerate(keys(after))} if seed % 2 else {}
    pairs = {(MAIN, place): (MAIN, places[key]) for place, key in enumerate(keys(before)) if key in places}
    written, faults = made(old, new, redline.Guide(pairs), seconds)
    return written, old, new, faults


def edited(package: Package, seed: int) -> Package:
    """A real document with words changed, paragraphs dropped, doubled and moved."""
    chance = random.Random(seed)
    root = etree.fromstring(package.parts[package.main])
    words = [item for item in root.iter(W + "t") if item.text and len(item.text) > 3]
    for item in chance.sample(words, min(len(words), max(5, len(words) // 40))):
        parts = (item.text or "").split(" ")
        place = chance.randrange(len(parts))
        parts[place] = chance.choice(["sửa", parts[place].upper(), "", f"thêm {parts[place]}", "12"])
        item.text = " ".join(parts)
    body = root[0]
    free = [
        item
        for item in body.iterchildren(W + "p")
        if item.find(f"{W}pPr/{W}sectPr") is None and not any(True for _ in item.iter(*STILL))
    ]
    for item in chance.sample(free, min(max(len(free) - 1, 0), max(2, len(free) // 60))):
        what = chance.choice(("drop", "double", "move"))
        if what == "double":
            item.addnext(deepcopy(item))
        else:
            body.remove(item)
            other = chance.choice(free)
            if what == "move" and other.getparent() is body:
                other.addnext(item)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return open_package(save_package({**package.parts, package.main: data}), allow=Allow.ALL)


def long_text(words: int, seed: int = 1) -> list[str]:
    """Articles and clauses of so many words."""
    maker, chance = Maker(seed), random.Random(seed)
    lines, count, article = ["NGHỊ ĐỊNH", "Về khuyến công"], 0, 0
    while count < words:
        article += 1
        lines.append(f"Điều {article}. Quy định {maker.words(6)}")
        for clause in range(1, chance.randint(3, 7)):
            lines.append(f"{clause}. {maker.words(50)} theo mục {chance.randint(1, 10_000)}.")
            count += len(lines[-1].split())
    return lines


def changed(lines: list[str], seed: int = 2) -> list[str]:
    """The same with a word changed in every sixth line and some lines dropped."""
    chance = random.Random(seed)
    kept = [line for line in lines if line[0].isalpha() or chance.random() > 0.02]
    return [line.replace(" theo ", " sửa theo ") if chance.random() < 0.17 else line for line in kept]


def print_office(count: int) -> None:
    """Whether LibreOffice makes the same texts of a sample."""
    sample = [fuzzed(seed, []) for seed in range(count)]
    files = [save_package(item.parts) for side in range(3) for item in [one[side] for one in sample]]
    answers = asked(files)
    wrong = 0
    for place in range(count):
        for data, plain in (
            (answers[place].rejected, answers[count + place].saved),
            (answers[place].accepted, answers[2 * count + place].saved),
        ):
            wrong += body(data) != body(plain)
    print(
        f"LibreOffice: {2 * count - wrong} of {2 * count} sides as ours; the rest are its limits (docs/word)"
    )


def body(data: bytes) -> list[str]:
    """What a file says, headers left out: LibreOffice writes some that are no XML."""
    package = open_package(data, allow=Allow.ALL)
    return [item.text for item in audit.side_texts(package, accept=True).body]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--office", type=int, default=0)
    given = parser.parse_args()

    seconds: list[float] = []
    faults = sum(bool(fuzzed(seed, seconds)[3]) for seed in range(given.pairs))
    print(f"fuzzed pairs: {given.pairs}, not exact both ways: {faults}, {sum(seconds):.1f} s of processor")

    seconds, faults = [], 0
    for path in sorted(CORPUS.rglob("*.docx")):
        package = open_package(path, allow=Allow.ALL)
        for seed in range(given.copies):
            faults += bool(made(package, edited(package, seed), redline.Guide(), seconds)[1])
    print(
        f"edited copies of real files: {len(seconds)}, not exact: {faults}, {sum(seconds):.1f} s of processor"
    )

    if given.office:
        print_office(given.office)
    with tempfile.TemporaryDirectory() as folder:
        for words in (6_000, 300_000):
            sides = [Path(folder) / f"{words}-{side}.docx" for side in ("cu", "moi")]
            lines = long_text(words)
            for side, said in zip(sides, (lines, changed(lines)), strict=True):
                side.write_bytes(docx(*map(p, said)))
            start = time.process_time()
            tracked.tracked(*sides)
            took = time.process_time() - start
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{words} words: {took:.2f} s of processor, {memory:.0f} MB at most so far")


if __name__ == "__main__":
    main()

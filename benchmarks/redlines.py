"""Redlines by the thousand: accepted the draft, rejected the original, nothing hidden, and how long it takes.

Fuzzed pairs with and without a guide, edited copies of the corpus's Word files and all pairs of these both
ways where they are there, moves of generated drafts, a sample through LibreOffice's own accept-all and
reject-all, all pairs through the Open XML SDK's validator, and texts of 6,000 and 300,000 words. Each part
tells its seeds, and can be run alone.

Run: python benchmarks/redlines.py [--only PART]... [--first SEED] [--pairs N] [--copies N] [--office N]
    [--validated N]
"""

from __future__ import annotations

import argparse
import io
import random
import re
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from copy import deepcopy
from itertools import permutations
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / place) for place in ("tests", "tests/word", "tests/diff", "benchmarks")]

from compare import line  # noqa: E402 - beside this file
from gold import generate  # noqa: E402 - beside the tests
from lxml import etree  # noqa: E402
from office import asked  # noqa: E402 - beside the tests
from office_sdk import ADVICE, faults, program  # noqa: E402 - the same
from redline_material import Maker, document, keys  # noqa: E402 - the same
from test_word_redline_office import signed  # noqa: E402 - the same
from wordml import docx, p  # noqa: E402 - the same

from kcdocs.api import tracked  # noqa: E402
from kcdocs.errors import KcdocsError  # noqa: E402
from kcdocs.model.address import Kind  # noqa: E402
from kcdocs.model.revisions import Revisions  # noqa: E402
from kcdocs.word import audit, redline  # noqa: E402
from kcdocs.word.package import Allow, Package, open_package  # noqa: E402
from kcdocs.word.package.docx import save_package  # noqa: E402
from kcdocs.word.package.tree import parse  # noqa: E402
from kcdocs.word.package.wml import W  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus"
NAMED = (("luat-mttq/truoc.txt", "luat-mttq/sau.txt"), ("nd-75-2021/goc.md", "nd-75-2021/hop-nhat-834.md"))
"""Pairs of the corpus of which one text came of the other."""

STARTED = 25
"""Pairs that one start of LibreOffice is asked about: three files each, each loaded three times."""

MAIN = "word/document.xml"
STRUCTURE = ("\ue110", "\ue111", "\ue112")
"""What stands for a table, a row and a cell in the auditor's reading."""
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
    copy = open_package(save_package({**package.parts, package.main: data}), allow=Allow.ALL)
    return redline.with_last_paragraph(copy)  # as Word opens it, and every use of the product


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


def print_office(first: int, count: int) -> None:
    """Whether LibreOffice makes the same texts of a sample, and keeps each character under its author."""
    kinds: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    lost = 0
    for begin in range(first, first + count, STARTED):
        lost += ask_office(range(begin, min(begin + STARTED, first + count)), kinds, kept)
    print(
        f"LibreOffice, seeds {first} to {first + count - 1}: {kinds.pop('the same', 0)} of {2 * count} "
        f"sides as ours; of {kept.total()} characters in marks ({dict(kept)}) {lost} lost or another's",
        flush=True,
    )
    for kind, times in kinds.most_common():
        print(f"  otherwise: {kind}: {times} sides")


def ask_office(seeds: range, kinds: Counter[str], kept: Counter[str]) -> int:
    """Ask one start of LibreOffice about pairs; how many characters were lost or became another's.

    Args:
        seeds: The pairs.
        kinds: Counts in what sides differ.
        kept: Counts the characters in each author's marks.
    """
    sample, count, lost = [fuzzed(seed, []) for seed in seeds], len(seeds), 0
    answers = asked([save_package(one[side].parts) for side in range(3) for one in sample])
    for place, (made, *_) in enumerate(sample):
        answer = answers[place]
        for data, plain in (
            (answer.rejected, answers[count + place].saved),
            (answer.accepted, answers[2 * count + place].saved),
        ):
            kinds[otherwise(body(data), body(plain)) if is_xml(data) else _BROKEN] += 1
        for author, words in signed(made).items():
            kept[author] += words.total()
            lost += (words - answer.words.get(author, Counter())).total()
    return lost


_BROKEN = "LibreOffice closes tags in the wrong order, and what follows cannot be read"
_EMPTY = "an empty paragraph or row stays (a link, a field or a note that goes or moves; at a table)"


def otherwise(made: list[str], wanted: list[str]) -> str:
    """In what LibreOffice's text differs, by the constructs that docs/word/tracked-changes.md names."""
    if made == wanted:
        return "the same"
    sides = [[text for text in side if text and text not in STRUCTURE] for side in (made, wanted)]
    for kind, told in _KINDS:
        left, right = (sorted(told(side)) for side in sides)
        if left == right:
            return kind
    return "other"


def bare(text: str) -> str:
    """A paragraph without the numbers in front of it and the sign that an emptied control keeps."""
    return re.sub(r"^\s*(?:(?:\d+\.|[a-z]\))\s*)*", "", text.replace("\u200d", ""))


def _bare(side: list[str]) -> list[str]:
    return [bare(text) for text in side]


def _worded(side: list[str]) -> list[str]:
    return [text for text in _bare(side) if text]


def _unpictured(side: list[str]) -> list[str]:
    return [text for text in (bare(text).replace(audit.PICTURE, "") for text in side) if text]


_KINDS = (
    (_EMPTY, list),
    ("the number of a joined paragraph", _bare),
    (_EMPTY, _worded),
    ("pictures of what goes with a note stay", _unpictured),
    (
        "joined paragraphs that hold a picture, a link or a note stay apart",
        lambda side: ["".join(_bare(side))],
    ),
)
"""In what sides may differ, and what of them is the same then."""


def is_xml(data: bytes) -> bool:
    """Whether the document in a file can be read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        try:
            etree.fromstring(archive.read(MAIN))
        except etree.XMLSyntaxError:
            return False
    return True


def body(data: bytes) -> list[str]:
    """What a file says, headers left out: LibreOffice writes some that are no XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    headers = [name for name in parts if name.startswith(("word/header", "word/footer"))]
    package = open_package(save_package({**parts, **dict.fromkeys(headers, b"<x/>")}), allow=Allow.ALL)
    return [item.text for item in audit.side_texts(package, accept=True).body]


def print_fuzzed(first: int, count: int) -> None:
    """Pairs made by chance, every other one without a guide."""
    seconds: list[float] = []
    wrong = [seed for seed in range(first, first + count) if fuzzed(seed, seconds)[3]]
    print(
        f"fuzzed pairs of seeds {first} to {first + count - 1}: exact both ways {count - len(wrong)} of "
        f"{count}, {sum(seconds):.1f} s of processor; wrong: {wrong or 'none'}",
        flush=True,
    )


def print_copies(first: int, count: int) -> None:
    """Real files against copies of them that were edited by chance."""
    seconds: list[float] = []
    wrong = []
    for path in sorted(CORPUS.rglob("*.docx")):
        package = open_package(path, allow=Allow.ALL)
        wrong += [
            f"{path.name} {seed}"
            for seed in range(first, first + count)
            if made(package, edited(package, seed), redline.Guide(), seconds)[1]
        ]
    print(
        f"edited copies of real files, seeds {first} to {first + count - 1}: exact both ways "
        f"{len(seconds) - len(wrong)} of {len(seconds)}, {sum(seconds):.1f} s of processor; "
        f"wrong: {wrong or 'none'}",
        flush=True,
    )


def print_pairs() -> None:
    """Every Word file of the corpus against every other, its texts against what became of them; both ways."""
    named = [(CORPUS / old, CORPUS / new) for old, new in NAMED if (CORPUS / old).exists()]
    pairs = [*named, *((new, old) for old, new in named), *permutations(sorted(CORPUS.rglob("*.docx")), 2)]
    refused, unshown = [], 0
    start = time.process_time()
    for old, new in pairs:
        try:
            unshown += bool(tracked.tracked(old, new, draft="whole").unshown)
        except KcdocsError as error:
            refused.append(f"{old.name} to {new.name}: {error.code}")
    print(
        f"pairs of the corpus: exact both ways {len(pairs) - len(refused)} of {len(pairs)}, "
        f"{time.process_time() - start:.1f} s of processor; with a header of a section that the original has "
        f"not: {unshown}; refused: {refused or 'none'}",
        flush=True,
    )


def print_validated(first: int, count: int) -> None:
    """Whether Microsoft's own library finds anything in a redline that it does not find in its two sides."""
    validator = program()
    if validator is None:
        print(f"validator: not run: {ADVICE}")
        return
    wrong = [seed for seed in range(first, first + count) if added_faults(validator, seed)]
    print(
        f"validator, seeds {first} to {first + count - 1}: without an error that the inputs had not "
        f"{count - len(wrong)} of {count}; wrong: {wrong or 'none'}",
        flush=True,
    )


def added_faults(validator: Path, seed: int) -> list[str]:
    """What the validator finds in a redline and in neither of its sides."""
    written, *sides, _ = fuzzed(seed, [])
    with tempfile.TemporaryDirectory() as folder:
        found = found_in(validator, Path(folder) / "thay-doi.docx", written)
        for side in sides if found else ():
            found -= found_in(validator, Path(folder) / "mot-ben.docx", side)
    return sorted(found.elements())


def found_in(validator: Path, path: Path, package: Package) -> Counter[str]:
    """What is wrong with a file, without the places, which a redline moves."""
    path.write_bytes(save_package(package.parts))
    places = re.compile(r"^\S*: ")
    return Counter(places.sub("", one) for one in faults(validator, path))


def print_moves(count: int = 20) -> None:
    """How many moved articles of generated drafts are shown as moves, and how many walls there are."""
    moved = shown = walls = paragraphs = 0
    for seed in range(count):
        case = generate(seed)
        with tempfile.TemporaryDirectory() as folder:
            sides = [Path(folder) / name for name in ("cu.docx", "moi.docx")]
            for side, instrument in zip(sides, (case.old, case.new), strict=True):
                side.write_bytes(docx(*(p(line(node)) for node in instrument.walk())))
            made = open_package(tracked.tracked(*sides, draft="whole").data)
        root = parse(made.parts[MAIN])
        moves = {"".join(item.itertext()) for item in root.iter(W + "moveTo")}
        headings = {node.text for node in case.new.walk() if node.kind is Kind.ARTICLE}
        tops = [case.new_at[uid] for uid in case.truth.moved - case.truth.moved_edited]
        wanted = {node.text for address in tops if (node := case.new.find(address)) is not None} & headings
        moved += len(wanted)
        shown += sum(any(text[:40] in words for words in moves) for text in wanted)
        found = list(root.iter(W + "p"))
        paragraphs += len(found)
        walls += sum(map(is_wall, found))
    print(f"moved articles: {moved}, shown as moves {shown}; walls: {walls} of {paragraphs} paragraphs")


def is_wall(paragraph: etree._Element) -> bool:
    """Whether a paragraph goes and comes again as a whole though most of its words stay."""
    gone, come = (
        Counter(
            word
            for mark in paragraph.iter(W + kind)
            for words in mark.iter(W + name)
            for word in (words.text or "").split()
        )
        for kind, name in (("del", "delText"), ("ins", "t"))
    )
    return (gone & come).total() * 2 > max(gone.total(), come.total(), 8)


def print_sizes() -> None:
    """What long texts cost."""
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
            print(f"{words} words: {took:.2f} s of processor, {memory:.0f} MB at most so far", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--office", type=int, default=1000)
    parser.add_argument("--validated", type=int, default=1000)
    parts = {
        "fuzzed": lambda: print_fuzzed(given.first, given.pairs),
        "copies": lambda: print_copies(given.first, given.copies),
        "pairs": print_pairs,
        "moves": print_moves,
        "office": lambda: print_office(given.first, given.office),
        "validator": lambda: print_validated(given.first, given.validated),
        "sizes": print_sizes,
    }
    parser.add_argument("--only", action="append", choices=[*parts], default=[])
    given = parser.parse_args()
    for name, run in parts.items():
        if not given.only or name in given.only:
            run()


if __name__ == "__main__":
    main()

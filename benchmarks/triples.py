"""Real triples: an original, what amends it, and the official consolidated text, clause by clause.

A clause counts as changed where the official text has other words than the original. For each triple it is
printed how many clauses, and how many of the changed ones, are

* exact: the product's words are the official ones;
* explained: they differ by capitals, punctuation or note marks, or by a reason found in both texts by hand,
  each counted by its kind;
* unclear: a command that the product left unclear is about them;
* wrong: anything else. `--show` prints each of these.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "amend"))
from triples import TRIPLES, Triple

from kcdocs.api import amend
from kcdocs.model.operation import Applied, Consolidation, Verdict
from kcdocs.model.proof import Difference, DifferenceKind
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
KINDS = ("exact", "explained", "unclear", "wrong")


def main() -> None:
    """Print a line for each triple, and the sum."""
    sums, changed_sums = Counter[str](), Counter[str]()
    for triple in TRIPLES:
        every, changed = judged(triple)
        print(f"{triple.number:18} {_line(every)}   changed: {_line(changed)}")
        _print_explained(changed)
        sums += every
        changed_sums += changed
    print(f"{'all':18} {_line(sums)}   changed: {_line(changed_sums)}")


def judged(triple: Triple) -> tuple[Counter[str], Counter[str]]:
    """The clauses of a triple and its changed clauses, by kind."""
    original, draft, consolidated = (str(CORPUS / triple.folder / name) for name in triple.files)
    done = amend.apply(original, draft, number=triple.number).consolidation
    proof = amend.prove(original, draft, consolidated, number=triple.number)
    given = words(parse(read(Path(consolidated))))
    before = words(done.original)
    differing = {
        item.address: item
        for item in proof.differences
        if triple.whole or not item.address.startswith("phu-luc")
    }
    every, changed = Counter[str](), Counter[str]()
    for address in dict.fromkeys((*before, *given, *differing)):
        if not triple.whole and address.startswith("phu-luc"):
            continue
        kind = "exact"
        if address in differing:
            kind = _kind(triple, done, differing[address])
            if kind == "wrong" and "--show" in sys.argv:
                for name, said in (("made", differing[address].made), ("given", differing[address].given)):
                    print(f"  {address} {name:5} {said[:160]}")
        every[kind] += 1
        changed[kind] += before.get(address) != given.get(address)
    return every, +changed


def words(instrument: object) -> dict[str, str]:
    """Each labelled provision's and paragraph's own words, composed and singly spaced."""
    return {
        str(node.address): " ".join(unicodedata.normalize("NFC", node.text).split())
        for node in instrument.provisions()
        if node.text
        and not str(node.address).startswith(("can-cu", "cau-ban-hanh", "ten-van-ban", "khac", "chu-ky"))
    }


def _kind(triple: Triple, done: Consolidation, item: Difference) -> str:
    if item.kind is not DifferenceKind.SUBSTANCE:
        return f"explained: {item.kind}"
    if item.address in triple.reasons:
        return f"explained: {triple.reasons[item.address]}"
    return "unclear" if any(_about(applied, item.address) for applied in done.log) else "wrong"


def _about(item: Applied, address: str) -> bool:
    """Whether a command that was not done is about a provision, or may be about any but a form."""
    operation = item.operation
    if item.verdict is not Verdict.REFUSED:
        return False
    if not operation.target.steps:
        return not operation.parts
    target = str(operation.target)
    return f"{address}.".startswith(f"{target}.") or f"{target}.".startswith(f"{address}.")


def _line(counts: Counter[str]) -> str:
    sums = Counter[str]()
    for kind, count in counts.items():
        sums[kind.partition(":")[0]] += count
    return f"{counts.total():4} clauses, " + ", ".join(f"{sums[kind]} {kind}" for kind in KINDS)


def _print_explained(counts: Counter[str]) -> None:
    for kind, count in sorted(counts.items()):
        if kind.startswith("explained: "):
            print(f"{count:22} {kind.removeprefix('explained: ')}")


if __name__ == "__main__":
    main()

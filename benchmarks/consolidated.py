"""Our consolidated texts beside the official ones, part for part, and read again from Word and from print.

For each triple of the corpus it is printed which parts of our consolidated text are as in the official one
(`=`), and where they are not why, as `tests/amend/triples.py` has it, or what both have:

* notes: what was done to which article, by which command, in the footnotes;
* tables and annexes: how many there are, and their labels;
* closing: whether recipients and a signature stand behind the last article;
* order: the kinds of the parts, one behind the other;

and how many provisions, tables and lines of annexes have other words when our text is read again from the
Word file, and from what LibreOffice prints of it. A space behind a slash is left out of the comparison of
prints: at the end of a row nothing shows it. Every provision's own words are compared by `triples.py`. What
the saved original of a triple lacks (head, annexes) or keeps as lines (tables), our text does too.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "amend"))
from official_notes import footnote_changes
from triples import TRIPLES, Triple

from kcdocs.api.amend import apply, consolidated
from kcdocs.convert.libreoffice import to_pdf
from kcdocs.law.kinds import NUMBERED
from kcdocs.model.address import Kind
from kcdocs.model.format import Format
from kcdocs.model.instrument import Instrument
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
ORDER = (Kind.ENACTING, Kind.CHAPTER, Kind.ARTICLE, Kind.RECIPIENTS, Kind.SIGNATURE, Kind.ANNEX)


@dataclass(frozen=True, slots=True)
class Made:
    """Our consolidated text of a triple: what it is to say, and as Word."""

    triple: Triple
    amended: Instrument
    path: Path


def made(triple: Triple, folder: Path) -> Made:
    """Our consolidated text of a triple, written as Word."""
    original, draft, _ = (str(CORPUS / triple.folder / name) for name in triple.files)
    done = apply(original, draft, number=triple.number)
    path = folder / f"{triple.number.replace('/', '-')}.docx"
    gazette = triple.consolidated.endswith(".pdf")
    path.write_bytes(consolidated(done, Format.DOCX, gazette=gazette))
    return Made(triple, done.consolidation.amended, path)


def parts(text: Instrument) -> dict[str, object]:
    """What a consolidated text consists of, by the name under which it is compared."""
    kinds = [node.kind for node in text.nodes if node.kind in ORDER]
    return {
        "notes": [
            (str(item.target), item.done.value, str(item.origin))
            for item in footnote_changes(text)
            if item.target.steps[0].kind is Kind.ARTICLE
        ],
        "tables": sum(node.kind is Kind.TABLE for node in text.provisions()),
        "annexes": [node.label for node in text.nodes if node.kind is Kind.ANNEX],
        "closing": sorted({kind.value for kind in kinds if kind in (Kind.RECIPIENTS, Kind.SIGNATURE)}),
        "order": list(dict.fromkeys(kind.value for kind in kinds)),
    }


def words(text: Instrument, *, printed: bool = False) -> dict[str, str]:
    """Every provision and table of a text with its words; the list of instruments in its head is left out."""
    found = {
        str(node.address): " ".join(node.text.split())
        for node in text.provisions()
        if node.kind in NUMBERED or node.kind is Kind.TABLE
        if node.kind is not Kind.PARAGRAPH or len(node.address.steps) > 1
    }
    return {key: said.replace("/ ", "/") for key, said in found.items()} if printed else found


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Where two texts have other words."""
    return [key for key in dict.fromkeys((*one, *other)) if one.get(key) != other.get(key)]


def main() -> None:
    """Print the parts of each triple, and what is other when it is read again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = [made(triple, folder) for triple in TRIPLES]
        prints = to_pdf([one.path for one in texts], folder)
        for one, print_ in zip(texts, prints, strict=True):
            _tell(one, print_)


def _tell(one: Made, print_: Path) -> None:
    again = parse(read(one.path))
    official = parse(read(CORPUS / one.triple.folder / one.triple.consolidated))
    own, given = parts(again), parts(official)
    print(one.triple.number)
    for name, said in own.items():
        same = said == given[name]
        why = one.triple.parts.get(name, f"NOT JUDGED: {said} | official: {given[name]}")
        print(f"  {name:8} {'=' if same else why}"[:400])
    in_word = differing(words(one.amended), words(again))
    in_print = differing(words(one.amended, printed=True), words(parse(read(print_)), printed=True))
    print(f"  again    {len(in_word)} other in Word, {len(in_print)} other in print {in_print[:5]}")


if __name__ == "__main__":
    main()

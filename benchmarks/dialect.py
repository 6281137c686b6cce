"""Fill every construct of docxtpl's dialect, and every combination of two, with docxtpl and with kcdocs.

Each construct stands alone, behind each other one in the same document, and (where it is made of paragraphs)
within a condition that holds, one that does not, a loop, and a cell of a table. The text of every part of the
two filled documents is compared; any difference fails. What docxtpl itself cannot fill is counted apart.

Many combinations stand in one document; only where such a document differs, or docxtpl cannot fill it, each
of its combinations gets one of its own.

Run: python benchmarks/dialect.py [--only NAME]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import docx
from docx.document import Document
from lxml import etree

from kcdocs.engine.compile import compile_template
from kcdocs.engine.fill import fill
from kcdocs.word.package import open_package

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "engine"))

import test_engine_dialect as dialect

Build = Callable[[Document], None]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
_AROUND = {
    "a condition that holds": ("{%p if n %}", "{%p endif %}"),
    "a condition that does not": ("{%p if not n %}", "{%p endif %}"),
    "a loop": ("{%p for vong in cot %}", "{%p endfor %}"),
}
"""Constructs around others → their opening and closing paragraphs."""


def cases() -> Iterator[tuple[Build, dict[str, Build]]]:
    """Documents to fill, each with the combinations that stand in it."""
    for name, build in dialect.FEATURES.items():
        yield build, {name: build}
    for chain in _chains(list(dialect.FEATURES)):
        pairs = {f"{one} + {other}": _row((one, other)) for one, other in pairwise(chain)}
        yield _row(chain), pairs
    inner = {name: build for name, build in dialect.FEATURES.items() if _is_paragraphs(build)}
    for around, (opening, closing) in _AROUND.items():
        yield _together(
            {f"{name} in {around}": _within(build, opening, closing) for name, build in inner.items()}
        )
    yield _together({f"{name} in a cell": _in_cell(build) for name, build in inner.items()})


def _chains(names: Sequence[str]) -> Iterator[list[str]]:
    """Rows of names in which each name stands once behind each, itself too."""
    for place, name in enumerate(names):
        yield [name, *(item for other in names[place + 1 :] for item in (name, other)), name]


def _row(names: Iterable[str]) -> Build:
    return _behind([dialect.FEATURES[name] for name in names])


def _together(builds: dict[str, Build]) -> tuple[Build, dict[str, Build]]:
    return _behind(builds.values()), builds


def _behind(builds: Iterable[Build]) -> Build:
    def build(document: Document) -> None:
        for inner in builds:
            inner(document)
            document.add_paragraph("—")

    return build


def _within(inner: Build, opening: str, closing: str) -> Build:
    def build(document: Document) -> None:
        document.add_paragraph(opening)
        inner(document)
        document.add_paragraph(closing)

    return build


def _in_cell(inner: Build) -> Build:
    def build(document: Document) -> None:
        cell = document.add_table(rows=1, cols=2).cell(0, 0)
        made = docx.Document()
        inner(made)
        first, *rest = made.paragraphs
        cell.paragraphs[0].text = first.text
        for paragraph in rest:
            cell.add_paragraph(paragraph.text)

    return build


def _is_paragraphs(build: Build) -> bool:
    made = docx.Document()
    build(made)
    lone = {section.header.paragraphs[0].text for section in made.sections}
    return bool(made.paragraphs) and not made.tables and lone == {""}


def texts(data: bytes) -> dict[str, list[str]]:
    """The paragraphs of every part that has some, empty ones left out, as a reader sees them."""
    package = open_package(data)
    found: dict[str, list[str]] = {}
    for name, part in package.parts.items():
        if name.endswith(".xml") and package.content_type(name).endswith("+xml"):
            root = etree.fromstring(part)
            lines = [_line(p) for p in root.iter(f"{_W}p")]
            own = [root_text for item in root if (root_text := (item.text or "").strip())]
            told = [line for line in lines if line] or ([] if lines else own if "core" in name else [])
            if told:
                found[name] = told
    return found


def _line(paragraph: etree._Element) -> str:
    return "".join(
        _SIGNS.get(str(item.tag), (item.text or "") if item.tag == f"{_W}t" else "")
        for item in paragraph.iter()
        if next(item.iterancestors(f"{_W}p"), None) is paragraph
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a document filled by both compares: in a word, and what differs."""

    kind: str
    told: tuple[str, ...] = ()


def main() -> int:
    """Tell every difference; 1 if there is any."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="what the names of the constructs must hold")
    only = parser.parse_args().only
    count: Counter[str] = Counter()
    for whole, combined in cases():
        chosen = {name: build for name, build in combined.items() if only in name}
        for name, outcome in _outcomes(whole, combined, chosen):
            count[outcome.kind] += 1
            print(*(f"{name}{line}\n" for line in outcome.told), sep="", end="", flush=True)
    print(", ".join(f"{what}: {number}" for what, number in count.items()))
    return int(count["different"] > 0)


def _outcomes(
    whole: Build, combined: dict[str, Build], chosen: dict[str, Build]
) -> Iterator[tuple[str, Outcome]]:
    """The outcome of each combination: of all at once where they are the same, else of each alone."""
    together = _compared(whole) if chosen == combined else None
    if together and (together.kind == "same" or len(combined) == 1):
        yield from dict.fromkeys(chosen, together).items()
        return
    alone = {name: _compared(build) for name, build in chosen.items()}
    yield from alone.items()
    if together and together.told and not any(outcome.told for outcome in alone.values()):
        yield f"only together: {', '.join(chosen)}", together


def _compared(build: Build) -> Outcome:
    document = docx.Document()
    build(document)
    data = dialect.saved(document)
    try:
        wanted = texts(dialect.reference(data, dialect.DATA))
    except Exception:  # noqa: BLE001 - whatever docxtpl raises on a template
        return Outcome("not filled by docxtpl")
    try:
        given = texts(fill(compile_template(data), dialect.DATA))
    except Exception as fault:  # noqa: BLE001 - told as a difference
        return Outcome("different", (f": {type(fault).__name__}: {fault}",))
    parts = [part for part in sorted(wanted.keys() | given.keys()) if wanted.get(part) != given.get(part)]
    told = (f", {part}:\n  docxtpl {wanted.get(part)}\n  kcdocs  {given.get(part)}" for part in parts)
    return Outcome("different", tuple(told)) if parts else Outcome("same")


if __name__ == "__main__":
    sys.exit(main())

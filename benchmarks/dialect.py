"""Fill every construct of docxtpl's dialect, and every combination of two, with docxtpl and with kcdocs.

Each construct stands alone, behind each other one in the same document, and (where it is made of paragraphs)
within a condition that holds, one that does not, a loop, and a cell of a table. The text of every part of the
two filled documents is compared; any difference fails. What docxtpl itself cannot fill is counted apart.

Run: python benchmarks/dialect.py [--only NAME]
"""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator
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


def cases() -> Iterator[tuple[str, Build]]:
    """Every document to fill, by name."""
    for name, build in dialect.FEATURES.items():
        yield name, build
        for other, behind in dialect.FEATURES.items():
            yield f"{name} + {other}", _both(build, behind)
        if _is_paragraphs(build):
            for around, (opening, closing) in _AROUND.items():
                yield f"{name} in {around}", _within(build, opening, closing)
            yield f"{name} in a cell", _in_cell(build)


def _both(one: Build, other: Build) -> Build:
    def build(document: Document) -> None:
        one(document)
        document.add_paragraph("—")
        other(document)

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


def main() -> int:
    """Tell every difference; 1 if there is any."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="what the names of the constructs must hold")
    only = parser.parse_args().only
    count: Counter[str] = Counter()
    for name, build in cases():
        if only not in name:
            continue
        outcome = _compared(name, build)
        count[outcome] += 1
    print(", ".join(f"{what}: {number}" for what, number in count.items()))
    return int(count["different"] > 0)


def _compared(name: str, build: Build) -> str:
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    data = out.getvalue()
    try:
        wanted = texts(dialect.reference(data, dialect.DATA))
    except Exception:  # noqa: BLE001 - whatever docxtpl raises on a template
        return "not filled by docxtpl"
    try:
        given = texts(fill(compile_template(data), dialect.DATA))
    except Exception as fault:  # noqa: BLE001 - told as a difference
        print(f"{name}: {type(fault).__name__}: {fault}")
        return "different"
    if given == wanted:
        return "same"
    for part in wanted.keys() | given.keys():
        if wanted.get(part) != given.get(part):
            print(f"{name}, {part}:\n  docxtpl {wanted.get(part)}\n  kcdocs  {given.get(part)}")
    return "different"


if __name__ == "__main__":
    sys.exit(main())

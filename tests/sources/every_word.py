"""Whether every word of a file is in its reading, or named as left out: asked of an extractor that is not ours.

Word files are taken apart by zipfile and lxml, pages by lxml, PDF files by pdftotext; texts are read plainly.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lxml import etree, html

from kcdocs.model.line import Reading
from kcdocs.sources.errors import SeveralInstrumentsError
from kcdocs.sources.read import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
STORIES = re.compile(r"word/(document|(header|footer)\d*|footnotes|endnotes|comments)\.xml")
EDGES = re.compile(r"word/(header|footer)")  # where a number alone is that of the page
EDGE = 6  # rows at the head and foot of a printed page where its number and running head stand
HEAD = 8  # letters of a running head that may be printed apart from its number
INLINE = frozenset(["a", "b", "big", "em", "font", "i", "s", "small", "span", "strong", "sub", "sup", "u"])
PRINTED = ("SR202", "SR208")  # the findings that name rows of printed pages, separated by semicolons
KINDS = (".docx", ".html", ".md", ".pdf", ".txt")


def lost(path: Path) -> Counter[str]:
    """The words of a file (of a PDF its characters) that are neither read nor named, with their number."""
    readings = list(_readings(path))
    if path.suffix == ".pdf":
        return _lost_letters(path, *readings)
    said = [text for reading in readings for text in (*_held(reading), *_named(reading))]
    known = sum(map(_words, said), Counter[str]())
    rows = _named_rows(readings)
    own = "\n".join(OWN[path.suffix](path)).splitlines()
    return sum((_words(row) for row in own if _pattern(row) not in rows), Counter[str]()) - known


def _readings(path: Path) -> Iterator[Reading]:
    """The reading of a file; of a page that holds many instruments those of all of them."""
    try:
        yield read(path, name=path.name)
    except SeveralInstrumentsError as error:
        for number in error.numbers:
            yield read(path, name=path.name, instrument=number)


def _held(reading: Reading) -> Iterator[str]:
    """What a reading holds: its lines, notes and marks."""
    noted = (line for note in reading.notes for line in note.lines)
    for line in (*reading.lines, *noted, *(reading.headers or ())):
        text = line.text
        for mark in reversed(line.marks):
            label = f" {mark.note} " if " " in mark.note else mark.note
            text = text[: mark.offset] + label + text[mark.offset :]
        yield text
    yield from (note.label for note in reading.notes)


def _named(reading: Reading) -> Iterator[str]:
    """The words that its findings name as left out."""
    return (finding.found for finding in reading.findings)


def _named_rows(readings: Sequence[Reading]) -> set[str]:
    """The rows of printed pages that are named as left out, whatever their numbers."""
    found = (f.found for reading in readings for f in reading.findings if f.code in PRINTED)
    return {_pattern(row) for rows in found for row in rows.split("; ")}


def _pattern(row: str) -> str:
    return re.sub(r"\s", "", re.sub(r"\d+", "…", unicodedata.normalize("NFC", row)))


def _words(text: str) -> Counter[str]:
    """Words and numbers; a number that sticks to a word, as marks of notes do, is one by itself."""
    return Counter(re.findall(r"[^\W\d_]+|\d+", unicodedata.normalize("NFKC", text).replace("\xad", "")))


def _word_file(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        for name in filter(STORIES.fullmatch, package.namelist()):
            for paragraph in etree.fromstring(package.read(name)).iter(W + "p"):
                text = "".join(_own_texts(paragraph))
                outdated = any(item.tag == FALLBACK for item in paragraph.iterancestors())
                number = text.strip().isdigit() and EDGES.match(name)
                if not outdated and not number:
                    yield text


def _own_texts(paragraph: etree._Element) -> Iterator[str]:
    for item in paragraph.iter(W + "t", W + "tab", W + "br", W + "cr", M + "t"):
        own = next(item.iterancestors(W + "p")) is paragraph
        around = list(item.iterancestors())
        counted = any((one.get(W + "instr") or "").strip() == "PAGE" for one in around)
        if own and not counted and not any(one.tag == FALLBACK for one in around):
            yield item.text or "" if item.tag in (W + "t", M + "t") else " "


def _page(path: Path) -> Iterator[str]:
    body = html.fromstring(path.read_bytes().decode()).find(".//body")
    for item in list(body.iter(etree.Element)):
        if item.tag in ("script", "style"):
            item.text = ""
        if item.tag not in INLINE:
            item.text, item.tail = f"\n{item.text or ''}", f"\n{item.tail or ''}"
    yield "".join(map(str, body.itertext()))


def _plain(path: Path) -> Iterator[str]:
    yield path.read_text(encoding="utf-8")


OWN: dict[str, Callable[[Path], Iterator[str]]] = {
    ".docx": _word_file,
    ".html": _page,
    ".md": _plain,
    ".txt": _plain,
}


def has_pdftotext() -> bool:
    """Whether poppler is there."""
    return shutil.which("pdftotext") is not None


def _lost_letters(path: Path, reading: Reading) -> Counter[str]:
    """The characters but spaces and dots that pdftotext finds and the reading neither has nor names."""
    said = [*_held(reading), *(f.found for f in reading.findings if f.code not in PRINTED)]
    known = sum((Counter(_squeezed(text)) for text in said), Counter[str]())
    rows = _named_rows([reading])
    pages = (_without(page.splitlines(), rows) for page in _printed(path).split("\f"))
    return sum((Counter(_squeezed(row)) for page in pages for row in page), Counter[str]()) - known


def _printed(path: Path) -> str:
    command = ["pdftotext", "-layout", "-enc", "UTF-8", path, "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _without(page: Sequence[str], named: set[str]) -> list[str]:
    """The rows of a page but for those that are named, each once; numbers alone only at its head and foot."""
    left, found = set(named), []
    rows = [row for row in page if row.strip()]
    for place, row in enumerate(rows):
        pattern = _pattern(row)
        edge = min(place, len(rows) - 1 - place) < EDGE
        told = next(
            (item for item in left if pattern == item or (len(pattern) >= HEAD and pattern in item)), ""
        )
        if pattern == "…" and edge and named:
            continue
        if pattern != "…" and told:
            left.discard(told)
        else:
            found.append(row)
    return found


def _squeezed(text: str) -> str:
    """The characters of a text, taken apart, but for spaces, the dots of leaders and signs without a name."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(char for char in apart if char not in ".…" and unicodedata.category(char)[0] not in "CZ")

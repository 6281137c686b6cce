"""Planted texts as files of Word, and what every medium tells of two files."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import docx
import openpyxl
import wordml

from kcdocs.api import compare as api
from kcdocs.model.comparison import ChangeClass
from kcdocs.model.format import Format
from kcdocs.report.chain import Chain
from kcdocs.report.words import CLASSES, NOISE

_MARKED = re.compile(r"\^(?P<raised>[^^]+)\^|~(?P<struck>[^~]+)~|\[\[(?P<note>[^\]]+)\]\]")
_NAMES = {name: change for change, (name, _) in CLASSES.items()}
_CODES = re.compile(r"\b[A-Z]{2}\d{3}\b")
_TOLD_CODES = frozenset({"WD204", "DF206", "DF213"})
"""What is told of words struck by hand, of notes, and of headers, which have no rows."""

_SAME = "không có gì khác nhau"

Told = tuple[set[ChangeClass], set[str], str]
"""The classes a medium tells, the codes of findings it tells, and all its words."""


def as_word(text: str) -> bytes:
    """A planted text as a file of Word."""
    blocks: list[str] = []
    rows: list[str] = []
    notes: list[str] = []
    edges = {"=": "", "_": ""}
    for line in text.splitlines():
        if line[0] in edges:
            edges[line[0]] += wordml.p(wordml.r(line[2:]))
            continue
        if line.startswith("|"):
            cells = [cell.strip(" ") for cell in line.strip("|").split("|")]
            rows.append(wordml.tr(*(wordml.tc(wordml.p(*_runs(cell, notes))) for cell in cells)))
            continue
        blocks += [wordml.tbl(*rows)] if rows else []
        rows = []
        blocks.append(wordml.p(*_runs(line, notes)))
    blocks += [wordml.tbl(*rows)] if rows else []
    told = "".join(f'<w:footnote w:id="{number}">{note}</w:footnote>' for number, note in enumerate(notes, 1))
    return wordml.docx(*blocks, footnotes=told, header=edges["="], footer=edges["_"])


def _runs(line: str, notes: list[str]) -> list[str]:
    runs, start = [], 0
    for found in _MARKED.finditer(line):
        runs.append(wordml.r(line[start : found.start()]))
        if found["raised"]:
            runs.append(wordml.r(found["raised"], '<w:vertAlign w:val="superscript"/>'))
        elif found["struck"]:
            runs.append(wordml.r(found["struck"], "<w:strike/>"))
        else:
            notes.append(wordml.p(wordml.r(found["note"])))
            runs.append(f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>')
        start = found.end()
    return [*runs, wordml.r(line[start:])]


def compared_files(folder: Path, old: str, new: str) -> Chain:
    """The comparison of two texts, each written into a file of Word and read again."""
    names = [folder / "cu.docx", folder / "moi.docx"]
    for name, text in zip(names, (old, new), strict=True):
        name.write_bytes(as_word(text))
    return api.compare_texts(list(map(str, names)))


def told(chain: Chain, medium: Format) -> Told:
    """What a report in one medium tells."""
    report = api.render(chain, medium)
    if isinstance(report, bytes):
        words = _sheet(report) if medium is Format.XLSX else _document(report)
        listed = re.findall(r"Loại thay đổi: (.*?)\.(?:\n|$)", words)
        names = [name.partition(" (")[0] for found in listed for name in re.split(r"[;,] ", found)]
        return {_NAMES[name] for name in names if name in _NAMES}, set(_CODES.findall(words)), words
    if medium is Format.JSON:
        document = json.loads(report)
        classes = {ChangeClass(name) for row in document["rows"] for name in row["changes"]}
        return classes, {finding["code"] for finding in document["findings"]}, report
    if medium is Format.HTML:
        classes = {
            ChangeClass(name) for found in re.findall(r'data-c="([^"]+)"', report) for name in found.split()
        }
        return classes, set(_CODES.findall(report)), re.sub(r"<[^>]+>", "", report)
    listed = re.findall(r"\[([^\]\n]+)\]$", report, re.MULTILINE)
    names = [name for found in listed for name in found.split(", ")]
    plain = re.sub(r"\[-|-\]|\{\+|\+\}", "", report)
    return {_NAMES[name] for name in names if name in _NAMES}, set(_CODES.findall(report)), plain


def _document(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def _sheet(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
    )


def says_substance(found: Told, old: str, new: str) -> bool:
    """Whether a medium tells a change of substance, and with it every word that came or went."""
    classes, codes, words = found
    graver = classes - NOISE or codes & _TOLD_CODES
    plain = " ".join(words.split())
    return bool(graver) and _SAME not in plain and all(word in plain for word in _differing(old, new))


def says_form(found: Told) -> bool:
    """Whether a medium tells of no more than form."""
    classes, codes, _ = found
    return classes <= {ChangeClass.FORM, ChangeClass.ENCODING} and not codes & _TOLD_CODES


def _differing(old: str, new: str) -> set[str]:
    """Words that stand in one of two texts only, as files of Word show them."""
    sides = [set(re.findall(r"\w+", _MARKED.sub(_shown, text))) for text in (old, new)]
    return sides[0] ^ sides[1]


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _shown(found: re.Match[str]) -> str:
    return (
        f" {found['note']} "
        if found["note"]
        else (found["raised"] or "").translate(_RAISED) or found["struck"]
    )

"""The manifest: what each document is, was made from and became, as CSV, XLSX and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from kcdocs.batch import limits
from kcdocs.batch.errors import NoManifestError
from kcdocs.batch.journal import Journal
from kcdocs.batch.making import MakingState
from kcdocs.batch.order import Order
from kcdocs.batch.plan import Skipped
from kcdocs.batch.shapes import has, next_line, object_in
from kcdocs.files import whole_file
from kcdocs.loading import LoadError, load, open_file
from kcdocs.sheet.write import Column, ColumnKind, Table, write_workbook

NAME = "bang-ke"
"""The manifest's name, without suffix."""

SCHEMA = "kcdocs-manifest/1"
"""Name and version of the JSON form."""

COLUMNS = {
    "row": ("Hàng dữ liệu", 14),
    "file": ("Tệp", 44),
    "number": ("Số", 10),
    "symbol": ("Ký hiệu", 14),
    "set": ("Bộ mẫu", 30),
    "verdict": ("Kết quả", 24),
    "remarks": ("Ghi chú", 90),
    "sha256": ("SHA-256 của tệp", 78),
    "record": ("SHA-256 của hồ sơ", 78),
    "template": ("SHA-256 của mẫu", 78),
}
"""Field → title and width."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_manifest(out: Path, order: Order, journal: Journal, skipped: Sequence[Skipped]) -> None:
    """Write the manifest's three files; the same batch gives the same bytes."""
    with whole_file(out / f"{NAME}.csv") as file:
        text = io.TextIOWrapper(file, "utf-8-sig", newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(title for title, _ in COLUMNS.values())
        writer.writerows([defused(cell) for cell in _cells(line)] for line in _lines(journal, skipped))
        text.detach()
    with whole_file(out / f"{NAME}.json") as file:
        head = {"schema": SCHEMA, "set": order.set_name, "series": str(order.series or "")}
        file.write(json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "documents": [')
        for number, line in enumerate(_lines(journal, skipped)):
            told = {name: line[name] for name in COLUMNS}
            file.write((",\n" if number else "\n").encode() + json.dumps(told, ensure_ascii=False).encode())
        file.write(b"\n]}\n")
    _write_xlsx(out / f"{NAME}.xlsx", journal, skipped)


def read_manifest(folder: Path) -> list[dict[str, Any]]:
    """The documents of a batch, as its manifest tells them.

    Raises:
        NoManifestError: If the folder holds no manifest, or none that can be read.
    """
    path = folder / f"{NAME}.json"
    try:
        with open_file(path) as file:
            documents = _by_lines(file)
        if documents is None:
            documents = _as_one(load(path))
    except LoadError:
        raise NoManifestError(folder) from None
    if documents is None:
        raise NoManifestError(folder)
    return documents


def _as_one(data: bytes) -> list[dict[str, Any]] | None:
    """The documents of a manifest that another program laid out anew; None if it is none."""
    told = object_in(data)
    documents: Any = told.get("documents")
    fits = told.get("schema") == SCHEMA and isinstance(documents, list)
    return documents if fits and all(isinstance(line, dict) and _good(line) for line in documents) else None


def _by_lines(file: IO[bytes]) -> list[dict[str, Any]] | None:
    """The documents of a manifest as `write_manifest` lays it out, a line each; None if it is none such."""
    if object_in(next_line(file).rstrip() + b"]}").get("schema") != SCHEMA:
        return None
    documents: list[dict[str, Any]] = []
    while (data := next_line(file)).rstrip() != b"]}":
        line = object_in(data.rstrip().removesuffix(b","))
        if not _good(line):
            return None
        documents.append(line)
    return documents


def _good(line: Mapping[str, Any]) -> bool:
    """Whether a line of a manifest is such as this program writes; one of a record left out names no file."""
    texts = [name for name in COLUMNS if name != "remarks"]
    whole = has(line, texts, str) and has(line, ("remarks",), list)
    return whole and (line["verdict"] == MakingState.LEFT_OUT or "\0" not in line["file"])


def defused(text: str) -> str:
    """A cell of a CSV file that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _lines(journal: Journal, skipped: Sequence[Skipped]) -> Iterator[Mapping[str, Any]]:
    yield from journal.documents()
    for item in skipped:
        told = [fault.remark for fault in item.faults]
        yield {
            **dict.fromkeys(COLUMNS, ""),
            "row": item.row,
            "verdict": MakingState.LEFT_OUT,
            "remarks": told,
        }


def _cells(line: Mapping[str, Any]) -> list[str]:
    told = "; ".join(remark.removesuffix(".") for remark in line["remarks"])
    return [told if name == "remarks" else str(line[name]) for name in COLUMNS]


def _write_xlsx(path: Path, journal: Journal, skipped: Sequence[Skipped]) -> None:
    columns = tuple(Column(title, width, ColumnKind.TEXT) for title, width in COLUMNS.values())
    lines = (_cells(line) for line in _lines(journal, skipped))
    total = len(journal.state.places) + len(skipped)
    tables = [Table(name, columns, _first(lines, limits.SHEET_ROWS)) for name in sheet_names(total)]
    with whole_file(path) as file:
        write_workbook(file, tables, title="Bảng kê văn bản")


def sheet_names(rows: int) -> list[str]:
    """Names of the sheets that so many rows of a manifest stand on."""
    return ["Bảng kê", *(f"Bảng kê {n}" for n in range(2, (rows - 1) // limits.SHEET_ROWS + 2))]


def _first(lines: Iterator[list[str]], count: int) -> Iterator[list[str]]:
    for _, line in zip(range(count), lines, strict=False):
        yield line

"""Read CSV files: code page and delimiter found and said, nothing guessed silently."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from kcdocs.sheet.errors import (
    MalformedCsvError,
    NoSuchSheetFileError,
    OversizedSpreadsheetError,
    UnknownCodePageError,
)
from kcdocs.sheet.grid import Cell, Grid
from kcdocs.text.legacy import SPOKEN, characters, detect

SIZE_LIMIT = 1 << 29
"""Most bytes of a file."""

FIELD_LIMIT = 1_000_000
"""Most characters of one field."""

DELIMITERS = {",": "dấu phẩy", ";": "dấu chấm phẩy", "\t": "dấu tab"}
"""Delimiter → how it is called; the first wins a draw."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 1 << 16


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A CSV file that was read.

    Attributes:
        grid: Its rows; every cell is text.
        delimiter: What stands between the fields.
        encoding: "UTF-8" or "UTF-16".
    """

    grid: Grid
    delimiter: str
    encoding: str

    @property
    def said(self) -> str:
        """How the file was read, in Vietnamese."""
        return f"Đọc CSV theo {self.encoding}, các ô cách nhau bằng {DELIMITERS[self.delimiter]}."


def read_csv(path: Path) -> CsvFile:
    """Read a CSV file in UTF-8 (with or without byte order mark) or UTF-16.

    The delimiter is the one of comma, semicolon and tab that stands most often in the first row outside
    quotation marks; a first line "sep=;" as Excel knows it decides.

    Raises:
        NoSuchSheetFileError: If there is no such file.
        OversizedSpreadsheetError: If it is larger than `SIZE_LIMIT`.
        UnknownCodePageError: If it is not Unicode; the error names the code page it seems to be.
        MalformedCsvError: If a quotation mark is never closed, or a field is longer than `FIELD_LIMIT`.
    """
    if not path.is_file():
        raise NoSuchSheetFileError(path)
    if (size := path.stat().st_size) > SIZE_LIMIT:
        raise OversizedSpreadsheetError(path, f"{size >> 20} MB, giới hạn {SIZE_LIMIT >> 20} MB")
    text, encoding = _decoded(path, path.read_bytes())
    first, _, rest = text.partition("\n")
    stated = first.strip().lower()
    if stated.startswith("sep=") and len(stated) <= 5:
        delimiter = first.strip()[4:] or "\t"
        rows, lines = _rows(path, rest, delimiter, 2)
        return CsvFile(Grid("", [[], *rows], lines=(1, *lines)), delimiter, encoding)
    delimiter = _delimiter(text)
    rows, lines = _rows(path, text, delimiter, 1)
    return CsvFile(Grid("", rows, lines=tuple(lines)), delimiter, encoding)


def _decoded(path: Path, data: bytes) -> tuple[str, str]:
    try:
        if data.startswith(_UTF_16):
            return data.decode("utf-16"), "UTF-16"
        if b"\0" in data[:_SAMPLE]:
            return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le"), "UTF-16"
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        guess = detect(characters(data[:_SAMPLE]))
        name, sample = (SPOKEN[guess.encoding], guess.sample) if guess else ("", "")
        raise UnknownCodePageError(path, name, " ".join(sample.split())) from None


def _delimiter(text: str) -> str:
    outside = text[:_SAMPLE].split('"')[::2]
    counts = dict.fromkeys(DELIMITERS, 0)
    for stretch in outside:
        line, end, _ = stretch.partition("\n")
        for mark in counts:
            counts[mark] += line.count(mark)
        if end:
            break
    return max(counts, key=lambda mark: counts[mark])


def _rows(path: Path, text: str, delimiter: str, line: int) -> tuple[list[list[Cell]], list[int]]:
    """The rows and the line of the file each begins on."""
    rows: list[list[Cell]] = []
    lines: list[int] = []
    csv.field_size_limit(FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begin = line
    try:
        for row in reader:
            rows.append(list(row))
            lines.append(begin)
            begin = line + reader.line_num
    except csv.Error as fault:
        what = "ô quá dài" if "field larger" in str(fault) else "dấu nháy kép không khớp"
        raise MalformedCsvError(path, begin, what) from None
    return rows, lines

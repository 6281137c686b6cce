"""Read CSV files: code page and delimiter found and said, nothing guessed silently."""

from __future__ import annotations

import codecs
import csv
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kcdocs.loading import open_file
from kcdocs.sheet import limits
from kcdocs.sheet.errors import (
    MalformedCsvError,
    NoSuchSheetFileError,
    OversizedSpreadsheetError,
    UnknownCodePageError,
)
from kcdocs.sheet.grid import CellValue, Grid
from kcdocs.text.legacy import SPOKEN, characters, detect

DELIMITERS = {",": "dấu phẩy", ";": "dấu chấm phẩy", "\t": "dấu tab"}
"""Delimiter → how it is called; the first wins a draw."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A CSV file that was read.

    Attributes:
        grid: Its rows, which can be read once; every cell is text.
        delimiter: What stands between the fields.
        encoding: "UTF-8" or "UTF-16".
    """

    grid: Grid
    delimiter: str
    encoding: str

    @property
    def said(self) -> str:
        """How the file was read, in Vietnamese."""
        return f"Đọc CSV theo {self.encoding}, các ô cách nhau bằng {self._between}."

    @property
    def _between(self) -> str:
        return DELIMITERS.get(self.delimiter, f"dấu «{self.delimiter}»")


def read_csv(path: Path) -> CsvFile:
    """Open a CSV file in UTF-8 (with or without byte order mark) or UTF-16; its rows are read when asked for.

    The delimiter is the one of comma, semicolon and tab that stands most often in the first row outside
    quotation marks; a first line "sep=;" as Excel knows it decides.

    Raises:
        NoSuchSheetFileError: If there is no such file.
        OversizedSpreadsheetError: If it is larger than `limits.MOST_CSV_BYTES`.
        UnknownCodePageError: If it is not Unicode, here or at the row; the error names the code page it seems
            to be.
        MalformedCsvError: At the row, if a quotation mark is never closed, or a field is longer than
            `limits.LONGEST_FIELD`.
    """
    if not path.exists():
        raise NoSuchSheetFileError(path)
    open_file(path).close()  # refuses a folder, a pipe or a device
    if (size := path.stat().st_size) > limits.MOST_CSV_BYTES:
        raise OversizedSpreadsheetError(path, f"{size >> 20} MB, giới hạn {limits.MOST_CSV_BYTES >> 20} MB")
    with path.open("rb") as file:
        data = file.read(limits.SAMPLE)
    codec = _codec(data)
    text = _sample(path, data, codec)
    stated = text.partition("\n")[0].strip()
    own = stated.lower().startswith("sep=") and len(stated) <= 5 and not stated.endswith('"')
    delimiter = (stated[4:] or "\t") if own else _delimiter(text)
    lines = array("Q")
    rows = _rows(path, codec, delimiter, lines, own=own)
    return CsvFile(Grid("", rows, lines=lines), delimiter, "UTF-8" if codec == "utf-8-sig" else "UTF-16")


def _codec(data: bytes) -> str:
    if data.startswith(_UTF_16):
        return "utf-16"
    if b"\0" in data:
        return "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    return "utf-8-sig"


def _sample(path: Path, data: bytes, codec: str) -> str:
    try:
        return codecs.getincrementaldecoder(codec)().decode(data)
    except UnicodeDecodeError:
        raise _unknown(path) from None


def _unknown(path: Path) -> UnknownCodePageError:
    with path.open("rb") as file:
        guess = detect(characters(file.read(limits.SAMPLE)))
    name, sample = (SPOKEN[guess.encoding], guess.sample) if guess else ("", "")
    return UnknownCodePageError(path, name, " ".join(sample.split()))


def _delimiter(text: str) -> str:
    outside = text[: limits.SAMPLE].split('"')[::2]
    counts = dict.fromkeys(DELIMITERS, 0)
    for stretch in outside:
        line, end, _ = stretch.partition("\n")
        for mark in counts:
            counts[mark] += line.count(mark)
        if end:
            break
    return max(counts, key=lambda mark: counts[mark])


def _rows(
    path: Path, codec: str, delimiter: str, lines: array[int], *, own: bool
) -> Iterator[list[CellValue]]:
    """The rows, one at a time; the line of the file each begins on is put in `lines`."""
    csv.field_size_limit(limits.LONGEST_FIELD)
    begin = 1
    try:
        with path.open(encoding=codec, newline="") as file:
            if own:
                file.readline()
                lines.append(begin)
                begin += 1
                yield []
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            first = begin
            for row in reader:
                lines.append(begin)
                begin = first + reader.line_num
                yield list(row)
    except UnicodeDecodeError:
        raise _unknown(path) from None
    except csv.Error as fault:
        what = "ô quá dài" if "field larger" in str(fault) else "dấu nháy kép không khớp"
        raise MalformedCsvError(path, begin, what) from None

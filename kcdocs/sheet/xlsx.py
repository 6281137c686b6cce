"""Read XLSX workbooks row by row, so that a long sheet takes little memory."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path
from xml.etree import ElementTree as ET

from kcdocs.sheet import archive, limits
from kcdocs.sheet.cell_values import Values
from kcdocs.sheet.errors import FarCellError, NotASpreadsheetError
from kcdocs.sheet.formats import Formats, formats
from kcdocs.sheet.grid import Area, CellValue, Grid, cell_name, column_number
from kcdocs.sheet.row_shapes import Remarks, RowReader, Rows
from kcdocs.sheet.shared_texts import read_shared
from kcdocs.sheet.xml_parts import BadSheetError, local, pieces, read_head, tail

_AREA = re.compile(r"([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that was looked into; its sheets are read one at a time.

    Attributes:
        path: The file.
        sheets: Names of the sheets a person sees, in the order of the tabs.
        hidden: Names of the hidden ones.
    """

    path: Path
    sheets: tuple[str, ...]
    hidden: tuple[str, ...]
    _index: archive.Index
    _formats: Formats
    _shared: list[list[bytes]] = field(default_factory=list)

    def grid(self, name: str) -> Grid:
        """One sheet.

        What is to be said of single cells (`broken`, `percent`, `padded`) is there when their row was read.

        Args:
            name: One of `sheets` or `hidden`.

        Raises:
            FarCellError: If its outermost cells span more than `limits.MOST_CELLS` cells; while its
                rows are read.
            NotASpreadsheetError: If its XML cannot be read; while its rows are read, too.
        """
        part = next(sheet.part for sheet in self._index.sheets if sheet.name == name)
        remarks = Remarks()
        kept: list[bytes] = []
        with self._open(f"trang tính «{name}»") as package:
            stream = archive.blocks(self.path, package, part)
            if archive.size(package, part) <= limits.KEPT:
                kept.extend(stream)
                stream = iter(kept)
            merged = tuple(_merged(tail(read_head(stream, "sheetData"), stream, "sheetData", "row")))
        rows = self._rows(name, self._written(name, part, kept, remarks))
        return Grid(
            name,
            rows,
            merged,
            broken=remarks.broken,
            percent=remarks.percent,
            words=remarks.words,
            padded=remarks.padded,
            places=remarks.places,
            other=remarks.other,
            dressed=remarks.dressed,
            hidden=remarks.hidden,
        )

    def _rows(self, name: str, written: Iterable[Rows]) -> Iterator[Sequence[CellValue]]:
        """The rows from row 1 on; those the file leaves out are empty."""
        last = widest = 0
        for numbers, rows, width in written:
            widest = max(widest, width)
            if numbers and numbers[-1] * widest > limits.MOST_CELLS:
                raise FarCellError(self.path, name, cell_name(numbers[-1], widest), limits.MOST_CELLS)
            if numbers and numbers[-1] - last == len(numbers):
                yield from rows
            else:
                yield from _spread(numbers, rows, last)
            last = numbers[-1] if numbers else last

    def _written(self, name: str, part: str, kept: list[bytes], remarks: Remarks) -> Iterator[Rows]:
        texts = self._texts()
        with self._open(f"trang tính «{name}»") as package:
            stream = iter(kept) if kept else archive.blocks(self.path, package, part)
            head = read_head(stream, "sheetData")
            reader = RowReader(head, Values(texts, self._formats, self._index.from_1904), remarks)
            for piece in pieces(head, stream, "sheetData", "row"):
                yield reader.rows(piece)

    def _texts(self) -> list[bytes]:
        """The texts that cells share, read when first asked for."""
        if not self._shared:
            with self._open("bảng chữ dùng chung") as package:
                part = self._index.shared
                self._shared.append(read_shared(archive.blocks(self.path, package, part)) if part else [])
        return self._shared[0]

    @contextmanager
    def _open(self, what: str) -> Iterator[zipfile.ZipFile]:
        with archive.open_archive(self.path) as package:
            try:
                yield package
            except BadSheetError as fault:
                raise NotASpreadsheetError(self.path, f"{what} {fault}") from None


def open_workbook(path: Path) -> Workbook:
    """Open an XLSX file and see which sheets it has.

    Raises:
        KcdocsError: If it is no workbook, is locked, of an old form or unsafe to unpack; see `archive`.
    """
    with archive.open_archive(path) as package:
        index = archive.index(path, package)
        shown = formats(archive.styles(path, package))
    return Workbook(
        path,
        tuple(sheet.name for sheet in index.sheets if not sheet.hidden),
        tuple(sheet.name for sheet in index.sheets if sheet.hidden),
        index,
        shown,
    )


def _spread(
    numbers: Sequence[int], rows: Iterable[Sequence[CellValue]], last: int
) -> Iterator[Sequence[CellValue]]:
    """Rows with an empty one for each that is left out between them and after the last one before."""
    for number, cells in zip(numbers, rows, strict=True):
        yield from repeat((), number - last - 1)
        yield cells
        last = number


def _merged(tail: ET.Element) -> Iterator[Area]:
    for item in (item for item in tail.iter() if local(item) == "mergeCell"):
        found = _AREA.fullmatch(item.get("ref", ""))
        if not found:
            raise BadSheetError("có vùng gộp ô không rõ từ ô nào tới ô nào")
        left, top, right, bottom = found.groups()
        if max(int(top), int(bottom or top)) > limits.LAST_ROW:
            raise BadSheetError(f"có vùng gộp ô quá hàng {limits.LAST_ROW}")
        yield Area(int(top), column_number(left), int(bottom or top), column_number(right or left))

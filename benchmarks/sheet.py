"""Reading XLSX: kcdocs against openpyxl's read-only mode and bare python-calamine, interleaved, in CPU time.

The bound, error values and uncalculated formulas are looked for in kcdocs' time, and in nobody else's.

Run: python benchmarks/sheet.py [ROWS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import openpyxl
import python_calamine
import xlsxwriter
from _figures import Bar, Chart, keep

from kcdocs.records.reading import open_records
from kcdocs.sets.schema import Contract
from kcdocs.sheet.xlsx import open_workbook

COLUMNS = 25
ROUNDS = 5
KINDS: Mapping[str, Mapping[str, str]] = {
    "d": {"type": "string", "format": "date"},
    "n": {"type": "integer"},
    "t": {},
    "w": {},
}
SHAPES: Mapping[str, tuple[str, dict[str, bool]]] = {
    "decisions (3/5 text, 1/5 dates, 1/5 numbers; shared texts)": ("dntwt", {}),
    "decisions, texts written in their cells": ("dntwt", {"constant_memory": True}),
    "text only, shared": ("ttwtt", {}),
    "numbers and dates": ("nndnn", {}),
}
"""What is read → kinds of five columns in turn (date, number, text, word that repeats), how it is written."""


def write(path: Path, rows: int, kinds: str, options: Mapping[str, bool]) -> None:
    with xlsxwriter.Workbook(path, dict(options)) as book:
        sheet, day = book.add_worksheet("Quyết định"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, [f"Cột {column}" for column in range(COLUMNS)])
        for n in range(rows):
            for column, value in enumerate(row(n, kinds)):
                sheet.write(n + 1, column, value, day if isinstance(value, date) else None)


def row(n: int, kinds: str) -> Iterator[date | int | str]:
    first = date(2026, 1, 1)
    for column in range(COLUMNS):
        match kinds[column % 5]:
            case "d":
                yield first + timedelta(days=(n + column) % 300)
            case "n":
                yield n * 1000 + column
            case "w":
                yield ("tỉnh Bắc Ninh", "thành phố Hà Nội", "thành phố Huế")[n % 3]
            case _:
                yield f"Hỗ trợ máy móc tiên tiến trong sản xuất, đề án số {n}-{column}"


def kcdocs_cells(path: Path, _: str) -> int:
    book = open_workbook(path)
    return sum(len(cells) for cells in book.grid(book.sheets[0]).rows)


def kcdocs_records(path: Path, kinds: str) -> int:
    """Values checked and turned into what the schema says, one record at a time."""
    properties = {f"cot_{n}": {"title": f"Cột {n}", **KINDS[kinds[n % 5]]} for n in range(COLUMNS)}
    contract = Contract({"type": "object", "properties": properties, "required": list(properties)})
    stream, found = open_records(path, contract.schema), 0
    for record, faults in stream.pairs():
        assert not faults
        assert not contract.typed(record.data).unclear
        found += COLUMNS
    assert not stream.loose
    return found


def calamine_alone(path: Path, _: str) -> int:
    """What kcdocs reads with, without any check."""
    sheet = python_calamine.load_workbook(path).get_sheet_by_index(0)
    return sum(len(cells) for cells in sheet.iter_rows())


def openpyxl_cells(path: Path, _: str) -> int:
    """The usual way: cells of `iter_rows()`, asked for their `.value`."""
    rows = openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows()
    return sum(cell.value is not None for cells in rows for cell in cells)


def openpyxl_values(path: Path, _: str) -> int:
    """The fastest way: `iter_rows(values_only=True)`."""
    rows = openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True)
    return sum(value is not None for values in rows for value in values)


READERS = (kcdocs_cells, kcdocs_records, calamine_alone, openpyxl_values, openpyxl_cells)


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def calibration() -> int:
    return sum(n * n for n in range(1_000_000))


def compare(path: Path, kinds: str) -> dict[str, float]:
    """Median CPU seconds of each reader."""
    taken: dict[str, list[float]] = {
        name: [] for name in ("calibration", *(read.__name__ for read in READERS))
    }
    for _ in range(ROUNDS):
        taken["calibration"].append(seconds(calibration))
        for read in READERS:
            taken[read.__name__].append(seconds(lambda read=read: read(path, kinds)))  # type: ignore[misc]
    return {name: median(times) for name, times in taken.items()}


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    print(f"{rows} rows x {COLUMNS} columns, median CPU seconds of {ROUNDS} interleaved rounds")
    charts = []
    for name, (kinds, options) in SHAPES.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bang.xlsx"
            write(path, rows, kinds, options)
            middle = compare(path, kinds)
        bars = [Bar(who, middle[reader]) for reader, who in _NAMES.items()]
        charts.append(Chart(f"{rows:,} rows of {COLUMNS} columns: {name}", bars))
        print(f"\n{name}")
        for reader, taken in middle.items():
            against = f"{taken / middle['kcdocs_cells']:6.1f} x kcdocs_cells" if reader in _NAMES else ""
            print(f"  {reader:16} {taken:6.3f} s{against}")
    keep("sheet", charts, middle["calibration"])


_NAMES = {
    "kcdocs_cells": "kcdocs",
    "calamine_alone": "python-calamine",
    "openpyxl_values": "openpyxl, values only",
    "openpyxl_cells": "openpyxl",
}


if __name__ == "__main__":
    main()

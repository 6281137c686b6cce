"""Reading XLSX: kcdocs against openpyxl's read-only mode, interleaved, in CPU time.

Run: python benchmarks/sheet.py [ROWS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import openpyxl

from kcdocs.records.tables import load_table
from kcdocs.sheet.write import Column, Kind, Table, workbook
from kcdocs.sheet.xlsx import open_workbook

COLUMNS = 25
ROUNDS = 5
KINDS = (Kind.DATE, Kind.INTEGER, Kind.TEXT, Kind.TEXT, Kind.TEXT)
TYPES = {Kind.DATE: {"type": "string", "format": "date"}, Kind.INTEGER: {"type": "integer"}, Kind.TEXT: {}}


def write(path: Path, rows: int) -> None:
    columns = tuple(Column(f"Cột {n}", kind=KINDS[n % 5]) for n in range(COLUMNS))
    path.write_bytes(workbook([Table("Quyết định", columns, (row(n) for n in range(rows)))]))


def row(n: int) -> list[date | int | str]:
    first = date(2026, 1, 1)
    values: list[date | int | str] = []
    for column in range(COLUMNS):
        match column % 5:
            case 0:
                values.append(first + timedelta(days=(n + column) % 300))
            case 1:
                values.append(n * 1000 + column)
            case 2:
                values.append(f"Nguyễn Văn {n}")
            case 3:
                values.append(("tỉnh Bắc Ninh", "thành phố Hà Nội", "thành phố Huế")[n % 3])
            case _:
                values.append(f"Hỗ trợ máy móc tiên tiến trong sản xuất, đề án số {n}-{column}")
    return values


def kcdocs_cells(path: Path) -> int:
    book = open_workbook(path)
    return sum(len(cells) for cells in book.grid(book.sheets[0]).rows)


def kcdocs_records(path: Path) -> int:
    properties = {f"cot_{n}": {"title": f"Cột {n}", **TYPES[KINDS[n % 5]]} for n in range(COLUMNS)}
    table = load_table(path, {"type": "object", "properties": properties, "required": list(properties)})
    assert not table.findings
    return len(table.records) * COLUMNS


def openpyxl_values(path: Path) -> int:
    book = openpyxl.load_workbook(path, read_only=True)
    return sum(len(cells) for cells in book.worksheets[0].iter_rows(values_only=True))


def openpyxl_cells(path: Path) -> int:
    """Values with their cells' names, which a reader that names faults needs."""
    book = openpyxl.load_workbook(path, read_only=True)
    return sum(
        1 for cells in book.worksheets[0].iter_rows() for cell in cells if cell.coordinate and cell.value
    )


def seconds(read: Callable[[Path], int], path: Path) -> float:
    begin = time.process_time()
    read(path)
    return time.process_time() - begin


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    readers = (kcdocs_cells, kcdocs_records, openpyxl_values, openpyxl_cells)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bang.xlsx"
        write(path, rows)
        taken: dict[str, list[float]] = {read.__name__: [] for read in readers}
        for _ in range(ROUNDS):
            for read in readers:
                taken[read.__name__].append(seconds(read, path))
    cells = rows * COLUMNS
    middle = {name: median(times) for name, times in taken.items()}
    print(f"{rows} rows x {COLUMNS} columns, median CPU seconds of {ROUNDS} interleaved rounds")
    for name, time_taken in middle.items():
        print(f"{name:16} {time_taken:6.2f} s {cells / time_taken / 1e6:6.2f} million cells/s")
    for name in ("openpyxl_values", "openpyxl_cells"):
        print(f"{name} / kcdocs_cells: {middle[name] / middle['kcdocs_cells']:.1f}")
        print(f"{name} / kcdocs_records: {middle[name] / middle['kcdocs_records']:.1f}")


if __name__ == "__main__":
    main()

"""Which version of a set a record is for, and what is told while that cannot be known."""

from __future__ import annotations

from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from kcdocs.api import templates
from kcdocs.cli import root
from kcdocs.cli.base import run
from kcdocs.settings import shipped

MADE = ("generate", "batch", "batch --dry-run", "batch --keep-going")


@dataclass(frozen=True)
class Ran:
    exit_code: int
    stderr: str


def _run(command: str, set_name: str, data: Path, *options: str) -> Ran:
    """A command run in this process."""
    name, *more = command.split()
    words = [name, set_name, str(data), "--out", str(data.parent / "ra"), *more, *options]
    with redirect_stderr(StringIO()) as said, pytest.raises(SystemExit) as left:
        run(root, words)
    return Ran(int(left.value.code or 0), said.getvalue())


def _codes(result: Ran) -> list[str]:
    return [
        line.removeprefix("Lỗi ").partition(" ·")[0]
        for line in result.stderr.splitlines()
        if line.startswith("Lỗi ") and " · " in line
    ]


def _record(folder: Path, *changes: tuple[str, str]) -> Path:
    """The submission of version 1.0.0, which version 2.0.0 would find five faults in."""
    text = (shipped("templates") / "to-trinh" / "1.0.0" / "example.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "ho-so.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", MADE)
def test_a_mistyped_date_is_the_only_fault_of_a_record_that_is_good_but_for_it(
    tmp_path: Path, command: str
) -> None:
    data = _record(tmp_path, ("ngay: 27/12/2024", "ngay: 31/02/2024"))

    found = _run(command, "to-trinh", data)

    assert (found.exit_code, _codes(found)) == (4, ["RC211"])


@pytest.mark.parametrize("command", MADE)
def test_beside_a_mistyped_date_what_no_version_allows_is_told_too(tmp_path: Path, command: str) -> None:
    data = _record(
        tmp_path,
        ("ngay: 27/12/2024", "ngay: 27/13/2024"),
        ("dia_danh: Hà Nội", "dia_dan: Hà Nội"),
    )

    found = _run(command, "to-trinh", data)

    assert (found.exit_code, sorted(_codes(found))) == (4, ["RC211", "TP311", "TP312"])


def test_a_missing_date_asks_nothing_of_one_version_alone(tmp_path: Path) -> None:
    found = _run("generate", "to-trinh", _record(tmp_path, ("ngay: 27/12/2024\n", "")))

    assert _codes(found) == ["TP311"]
    assert "Thiếu trường «ngay»" in found.stderr


def test_an_open_date_without_a_day_is_told_beside_what_no_version_allows(tmp_path: Path) -> None:
    data = _record(tmp_path, ("ngay: 27/12/2024", "ngay: để trống"), ("dia_danh: Hà Nội", "dia_dan: Hà Nội"))

    found = _run("generate", "to-trinh", data)

    assert sorted(_codes(found)) == ["TP306", "TP311", "TP312"]


def test_a_version_that_is_named_is_asked_though_the_date_is_mistyped(tmp_path: Path) -> None:
    data = _record(tmp_path, ("ngay: 27/12/2024", "ngay: 31/02/2024"))

    assert _codes(_run("generate", "to-trinh@1.0.0", data)) == ["RC211"]
    assert "«loai»" in _run("generate", "to-trinh@2.0.0", data).stderr


def _sheet(folder: Path, version: str, *dates: str) -> Path:
    """The example rows of a version's sheet, with these dates from the first row on."""
    path = folder / "bang.xlsx"
    templates.write_form(f"to-trinh@{version}", path)
    book = openpyxl.load_workbook(path)
    main_sheet = book["Hồ sơ"]
    column = next(cell.column for cell in main_sheet[1] if cell.value == "Ngày văn bản")
    for row, day in enumerate(dates, 2):
        main_sheet.cell(row, column).value = day
    book.save(path)
    return path


@pytest.mark.parametrize("command", MADE)
@pytest.mark.parametrize("version", ["1.0.0", "2.0.0"])
def test_a_sheet_with_no_readable_date_is_not_asked_for_the_columns_of_one_version(
    tmp_path: Path, command: str, version: str
) -> None:
    found = _run(command, "to-trinh", _sheet(tmp_path, version, "31/02/2024", "30/02/2026"))

    assert (found.exit_code, _codes(found)) == (4, ["RC211", "RC211"])


def test_a_column_that_no_version_knows_is_told_beside_mistyped_dates(tmp_path: Path) -> None:
    path = _sheet(tmp_path, "1.0.0", "31/02/2024", "30/02/2024")
    book = openpyxl.load_workbook(path)
    sheet = book["Hồ sơ"]
    sheet.cell(1, sheet.max_column + 1).value = "Người đánh máy"
    book.save(path)

    assert sorted(_codes(_run("generate", "to-trinh", path))) == ["RC201", "RC211", "RC211"]


def test_a_mistyped_date_among_good_rows_is_told_alone(tmp_path: Path) -> None:
    found = _run("generate", "to-trinh", _sheet(tmp_path, "1.0.0", "27/12/2024", "31/02/2026"))

    assert _codes(found) == ["RC211"]


def test_what_versions_allow_differently_is_told_with_both(tmp_path: Path) -> None:
    text = (shipped("templates") / "quyet-dinh-cong-bo-tthc" / "1.0.0" / "example.yaml").read_text("utf-8")
    assert "cap: trung_uong" in text
    data = tmp_path / "ho-so.yaml"
    lines = text.replace("cap: trung_uong", "cap: làng", 1).splitlines()
    data.write_text("\n".join(line for line in lines if not line.startswith("ngay:")), encoding="utf-8")

    found = _run("generate", "quyet-dinh-cong-bo-tthc", data)

    assert sorted(_codes(found)) == ["TP311", "TP311", "TP314"]  # two records without a date
    assert "huyện" in found.stderr
    assert "tùy ngày văn bản" in found.stderr

"""Which thresholds could be a quarter larger or smaller without the tests of their table noticing.

Run `python tools/mutate.py [ROOM …]`; `make mutate` does. A table of thresholds is any `limits.py` below
`kcdocs/`: numbers in capitals, each with a docstring that says its unit and why it is so large. A docstring
that begins with "Speed only" says that another number gives the same results, so it is passed over.

Everything runs on a copy: for each number, made a quarter larger and a quarter smaller, the tests of its
table (`tests/sheet/test_sheet_limits.py`, `tests/sources/test_sources_pdf_limits.py`) up to the first that
fails. The other tests of the room are not asked: one that notices by chance is none that says where the
threshold is, and to ask them took hours.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = "limits.py"
HARMLESS = "Speed only"

_NEEDED = ("kcdocs", "tests", "templates", "decrees", "docs", "benchmarks", "cli.py", "pyproject.toml")
_QUARTER = 4  # what a number is divided by for one step; smaller steps would be noise in a measure by hand


@dataclass(frozen=True, slots=True)
class Mark:
    """One number of a table.

    Attributes:
        table: Its file, from the root of the checkout.
        name: Its name.
        value: The number.
        why: Its docstring; empty if it has none.
        line: The line it stands on, from 1.
        last: The last line of its value.
    """

    table: Path
    name: str
    value: int | float
    why: str
    line: int
    last: int

    @property
    def room(self) -> str:
        """The room whose table it stands in."""
        return self.table.parts[1]

    @property
    def tests(self) -> Path:
        """The tests of its table, from the root of the checkout."""
        place = self.table.parts[1:-1]
        return Path("tests", self.room, f"test_{'_'.join(place)}_{TABLE}")

    @property
    def steps(self) -> tuple[int | float, int | float]:
        """The number a quarter smaller and a quarter larger, whole numbers by 1 at least."""
        step = self.value / _QUARTER
        if isinstance(self.value, int):
            step = max(1, round(step))
        return self.value - step, self.value + step


def tables(root: Path = ROOT) -> list[Path]:
    """Every table of the package, from the root of the checkout."""
    return sorted(path.relative_to(root) for path in (root / "kcdocs").rglob(TABLE))


def marks(table: Path, root: Path = ROOT) -> list[Mark]:
    """The numbers of a table, in its order.

    Args:
        table: Its file, from the root.
        root: The checkout.

    Raises:
        TypeError: If anything but a number stands under a name in capitals.
    """
    body = ast.parse((root / table).read_text("utf-8")).body
    after = [*body[1:], None]
    return [
        Mark(
            table,
            node.targets[0].id,
            _number(node.value),
            _docstring(behind),
            node.lineno,
            node.end_lineno or 0,
        )
        for node, behind in zip(body, after, strict=True)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    ]


def _docstring(node: ast.stmt | None) -> str:
    if (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ):
        return node.value.value
    return ""


def _number(node: ast.expr) -> int | float:
    """A number written as one, or as a calculation with numbers."""
    calculated = compile(ast.Expression(node), TABLE, "eval")
    value = eval(calculated, {"__builtins__": {}})  # noqa: S307 - a table of this checkout, without any name
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{ast.unparse(node)} is no number")
    return value


def survivors(rooms: list[str]) -> Iterator[tuple[Mark, int | float]]:
    """Numbers that no test of their table misses, with what they were changed to.

    Args:
        rooms: Names of rooms; empty for all.

    Raises:
        SystemExit: If the tests of a table fail as they are, or there are none.
    """
    with tempfile.TemporaryDirectory(prefix="kcdocs-mutate-") as folder:
        copy = _copy(Path(folder) / "copy")
        for table in tables(copy):
            found = [mark for mark in marks(table, copy) if not mark.why.startswith(HARMLESS)]
            if not found or (rooms and found[0].room not in rooms):
                continue
            if _noticed(copy, found[0].tests):
                raise SystemExit(f"{found[0].tests} fails before anything is changed")
            for mark in found:
                yield from ((mark, step) for step in mark.steps if _survives(copy, mark, step))


def _copy(copy: Path) -> Path:
    for name in _NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        elif source.exists():
            shutil.copy(source, copy / name)
    return copy


def _survives(copy: Path, mark: Mark, value: float) -> bool:
    path = copy / mark.table
    before = path.read_text("utf-8")
    lines = before.split("\n")
    lines[mark.line - 1 : mark.last] = [f"{mark.name} = {value!r}"]
    path.write_text("\n".join(lines), "utf-8")
    try:
        return not _noticed(copy, mark.tests)
    finally:
        path.write_text(before, "utf-8")


def _noticed(copy: Path, tests: Path) -> bool:
    """Whether a test of a file fails, or there is none."""
    ran = subprocess.run(
        [sys.executable, "-B", "-m", "pytest", "-qx", "-p", "no:cacheprovider", str(tests)],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        check=False,
        capture_output=True,
    )
    return ran.returncode != 0


def main() -> None:
    """Print the survivors.

    Raises:
        SystemExit: With 1 if there are any.
    """
    found = 0
    for mark, value in survivors(sys.argv[1:]):
        found += 1
        print(f"{mark.table}:{mark.line}: {mark.name} = {mark.value} may be {value}", flush=True)
    counted = [mark for table in tables() for mark in marks(table)]
    harmless = sum(mark.why.startswith(HARMLESS) for mark in counted)
    print(f"numbers: {len(counted)}, of which speed only: {harmless}; survivors: {found}")
    raise SystemExit(1 if found else 0)


if __name__ == "__main__":
    main()

"""Which thresholds could be a quarter larger or smaller without the tests of their table noticing.

Run `python tools/mutate.py [ROOM …]`; `make mutate` does. A table of thresholds is any `limits.py` below
`kcdocs/`: numbers in capitals, each with a docstring that says its unit and why it is so large. A docstring
that begins with "Speed only" says that another number gives the same results, so it is passed over.

The tests of a table stand in files named after it (`tests/sheet/test_sheet_limits.py`,
`tests/sources/test_sources_pdf_limits_pages.py`). They run once to see which asks for which number, then
once for each number made a quarter larger and a quarter smaller, only those that ask for it. Each run is a
process forked from one that has loaded what the project depends on, and nothing of the project, so that a
number that is read on import is changed too.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import json
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
TABLE = "limits.py"
HARMLESS = "Speed only"

_QUARTER = 4  # what a number is divided by for one step; smaller steps would be noise in a measure by hand
_LOADED = (
    "pytest",
    "hypothesis",
    "lxml.html",
    "docx",
    "jinja2",
    "pypdfium2",
    "sqlalchemy",
    "xlsxwriter",
    "yaml",
)
"""What most tests load, loaded once; it is not in the project and knows none of its numbers."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One number of a table.

    Attributes:
        table: Its file, from the root of the checkout.
        name: Its name.
        value: The number.
        why: Its docstring; empty if it has none.
        line: The line it stands on, from 1.
    """

    table: Path
    name: str
    value: int | float
    why: str
    line: int

    @property
    def room(self) -> str:
        """The room whose table it stands in."""
        return self.table.parts[1]

    @property
    def module(self) -> str:
        """The name its table is imported by."""
        return ".".join(self.table.with_suffix("").parts)

    @property
    def tests(self) -> list[str]:
        """The files with the tests of its table, from the root of the checkout."""
        place = "_".join(self.table.parts[1:-1])
        found = ROOT.glob(f"tests/{self.room}/test_{place}_limits*.py")
        return sorted(path.relative_to(ROOT).as_posix() for path in found)

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
    for name in _LOADED:
        importlib.import_module(name)
    for table in tables():
        found = [mark for mark in marks(table) if not mark.why.startswith(HARMLESS)]
        if found and (not rooms or found[0].room in rooms):
            asking = _asking(found[0])
            for mark in found:
                yield from (
                    (mark, step) for step in mark.steps if _passes(mark, step, asking.get(mark.name, []))
                )


class _Watched(ModuleType):
    """A table that notes which of its numbers is asked for while which test runs."""

    def __getattribute__(self, name: str) -> object:
        if name.isupper():
            test = os.environ.get("PYTEST_CURRENT_TEST", "").partition(" (")[0]
            super().__getattribute__("asked")[name].add(test)
        return super().__getattribute__(name)


def _asking(mark: Mark) -> dict[str, list[str]]:
    """Each number of a table → the tests that ask for it; all of them for one that is read on import."""
    with tempfile.NamedTemporaryFile("r+", encoding="utf-8") as out:

        def work() -> int:
            table = importlib.import_module(mark.module)
            table.asked = defaultdict(set)  # type: ignore[attr-defined]
            table.__class__ = _Watched
            code = _tested(mark.tests)
            Path(out.name).write_text(
                json.dumps({name: sorted(tests) for name, tests in table.asked.items()})
            )
            return code

        if _forked(work):
            raise SystemExit(f"{' '.join(mark.tests)} fails before anything is changed")
        asked = json.load(out)
    every = [*mark.tests]
    return {name: every if "" in tests else tests for name, tests in asked.items()}


def _passes(mark: Mark, value: float, tests: list[str]) -> bool:
    """Whether all tests still pass with another value."""

    def work() -> int:
        setattr(importlib.import_module(mark.module), mark.name, value)
        return _tested(["-x", *tests])

    return not tests or _forked(work) == 0


def _tested(chosen: list[str]) -> int:
    import pytest  # noqa: PLC0415 - loaded before the fork

    quietly = ("-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
    return int(pytest.main([*quietly, *chosen]))


def _forked(work: Callable[[], int]) -> int:
    """What some work in a process of its own gives; what it prints is thrown away."""
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    code = 1
    with contextlib.suppress(BaseException):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        code = work()
    os._exit(code)


def main() -> None:
    """Print the survivors.

    Raises:
        SystemExit: With 1 if there are any.
    """
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
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

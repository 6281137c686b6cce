"""The page of the public face: `docs/reference/api.md`, written from the code.

Run `python tools/api.py`; `make api` does. A test asks that the page is what this prints.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules
from types import FunctionType, ModuleType

import kcdocs.api as face

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "api.md"
_WIDTH = 110  # characters of a line, as in the source
EXAMPLE = ROOT / "tests" / "typing" / "example.py"
_HEAD = """\
# kcdocs in a program of one's own

`kcdocs.api` is the only part of kcdocs that another program should import; all else may change from one version to the next.
It is typed (`py.typed`), imports nothing before it is used, and prints nothing.

- A **use case** is a function in the module of its topic: `from kcdocs.api import compare`, then `compare.compare(…)`.
- A **noun** that use cases take or return stands in `kcdocs.api` itself: `from kcdocs.api import Comparison`. Nouns are frozen unless they say otherwise.
- Whatever is a **file** may be a `str` or an `os.PathLike` (`AnyPath`); where an instrument of the store may stand too, its number is a `str`.
- What goes wrong for a reason that a user can mend is a `KcdocsError`: `code` as in a command's message, `exit_code` as a command would end, `str(error)` the Vietnamese words. A `FindingsError` holds all faults of an input in `findings`.
- Where the data, sets and texts of the user are is told by the environment, as for the commands: `KCDOCS_DATA`, `KCDOCS_TEMPLATES`, `KCDOCS_DECREES`, `KCDOCS_REGISTER`.

This page is written by `make api`.

## An example that runs

```python
{example}```

## Use cases
"""


def modules() -> Iterator[ModuleType]:
    """The modules of the public face, by name."""
    for found in iter_modules(face.__path__):
        yield import_module(f"{face.__name__}.{found.name}")


def use_cases(module: ModuleType) -> Iterator[FunctionType]:
    """The public functions that a module defines, as they stand in it."""
    for name, item in vars(module).items():
        if isinstance(item, FunctionType) and item.__module__ == module.__name__ and not name.startswith("_"):
            yield item


def page() -> str:
    """The whole page."""
    parts = [_HEAD.replace("{example}", _example())]
    for module in modules():
        parts.append(f"\n### `{module.__name__}`\n\n{_first(module)}\n")
        parts += [f"\n{_use_case(item)}" for item in use_cases(module)]
    parts.append("\n## Nouns\n\n| Noun | What it is |\n|---|---|\n")
    parts += [_noun(name) for name in face.__all__]
    return "".join(parts)


def _example() -> str:
    """The example without what is said to the checker of types."""
    text = EXAMPLE.read_text(encoding="utf-8")
    return re.sub(r"^from __future__ .*\n\n", "", text.partition('"""\n\n')[2], flags=re.MULTILINE)


def _use_case(item: FunctionType) -> str:
    shown = f"```python\n{_signature(item)}\n```"
    return f"{shown}\n\n{_prose(inspect.getdoc(item) or '')}\n"


def _signature(item: FunctionType) -> str:
    """Name, arguments and result as the source has them; an argument a line where one line is too long."""
    (source,) = ast.parse(inspect.getsource(item)).body
    assert isinstance(source, ast.FunctionDef)  # noqa: S101 - what a function's source is
    given, result = ast.unparse(source.args), ast.unparse(source.returns) if source.returns else "None"
    line = f"{item.__name__}({given}) -> {result}"
    if len(line) <= _WIDTH:
        return line
    plain = ast.arguments(source.args.posonlyargs, source.args.args, None, [], [], None, source.args.defaults)
    keys = ast.arguments([], [], None, source.args.kwonlyargs, source.args.kw_defaults, None, [])
    rows = [ast.unparse(plain), *([ast.unparse(keys)] if keys.kwonlyargs else [])]
    return "\n".join([f"{item.__name__}(", *(f"    {row}," for row in rows if row), f") -> {result}"])


def _prose(doc: str) -> str:
    """A docstring as Markdown: its sections in bold, each argument an item of a list."""
    lines = []
    for line in doc.splitlines():
        if re.fullmatch(r"[A-Z]\w+:", line):
            lines.append(f"**{line[:-1]}**\n")
        elif found := re.match(r"    (\w[\w ,]*): (.*)", line):
            lines.append(f"- `{found[1]}`: {found[2]}")
        else:
            lines.append(re.sub(r"^ {4,}", "  ", line))
    return "\n".join(lines)


def _first(item: object) -> str:
    return (inspect.getdoc(item) or "").split("\n\n")[0].replace("\n", " ")


def _noun(name: str) -> str:
    noun = getattr(face, name)
    words = _first(noun) if isinstance(noun, type) else _said_of(name)
    members = _members(noun) if isinstance(noun, type) else ""
    return f"| `{name}` | {words}{members} |\n"


def _said_of(name: str) -> str:
    """What stands below a name for a type."""
    home = import_module(face._HOME[name])  # noqa: SLF001 - the table is private to callers, not to the tools
    body = ast.parse(inspect.getsource(home)).body
    for node, behind in pairwise(body):
        target = node.target if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [None])[0]
        if isinstance(target, ast.Name) and target.id == name and isinstance(behind, ast.Expr):
            return inspect.cleandoc(str(ast.literal_eval(behind.value))).replace("\n", " ")
    return ""


def _members(noun: type) -> str:
    """The fields of a noun, or the values of an enumeration."""
    names = getattr(noun, "__members__", None) or getattr(noun, "__dataclass_fields__", {})
    shown = [f"`{name}`" for name in names if not name.startswith("_")]
    return f" {', '.join(shown)}." if shown and not issubclass(noun, Exception) else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""The rooms in `docs/architecture.md`, drawn from the disk: `make architecture` does.

Rooms come in the order of the floors in `.importlinter`. What is said of a room or a file is the first
paragraph of its own docstring (of a TOML file its first comment): it is said there and nowhere else.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kcdocs"
PAGE = ROOT / "docs" / "architecture.md"
CONTRACTS = ROOT / ".importlinter"

_BEGIN = "<!-- drawn from the disk by `make architecture`: do not write below -->\n"
_CODE = (".py", ".toml")


def page() -> str:
    """The page as it should stand: what people wrote, and the rooms as they are."""
    written = PAGE.read_text(encoding="utf-8").partition(_BEGIN)[0]
    return written + _BEGIN + "".join(_rooms())


def rooms() -> list[str]:
    """The names of all rooms, from the top floor down."""
    floors = re.search(r"\nlayers =\n(.+?)\nexhaustive", CONTRACTS.read_text("utf-8"), re.DOTALL)
    named = re.findall(r"\w+", floors[1]) if floors else []
    return [name for name in named if (PACKAGE / name / "__init__.py").exists()]


def said_of(path: Path) -> str:
    """What a file says of itself; of a folder, what its `__init__.py` does."""
    if path.is_dir():
        return said_of(path / "__init__.py")
    text = path.read_text("utf-8")
    if path.suffix == ".toml":
        return text.partition("\n")[0].lstrip("# ")
    doc = ast.get_docstring(ast.parse(text)) or ""
    return " ".join(doc.partition("\n\n")[0].split())


def _rooms() -> Iterator[str]:
    for name in rooms():
        yield f"\n### `{name}/`\n\n{said_of(PACKAGE / name)}\n\n"
        doors = _doors(name)
        if doors:
            yield f"Doors: {', '.join(f'`{door}`' for door in doors)}.\n\n"
        yield "```text\n"
        yield from _files(PACKAGE / name, 0)
        yield "```\n"
    yield "\n### Beside the rooms\n\n```text\n"
    yield from _files(PACKAGE, 0, folders=False)
    yield "```\n"


def _doors(room: str) -> list[str]:
    """What other rooms may import of a room; nothing for one that is open to all."""
    return re.findall(rf"kcdocs\.\*\* -> kcdocs\.{room}\.([\w.]+)", CONTRACTS.read_text("utf-8"))


def _files(folder: Path, depth: int, *, folders: bool = True) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        indent = "  " * depth
        if path.is_dir() and folders and (path / "__init__.py").exists():
            yield f"{indent}{path.name}/  {said_of(path)}\n"
            yield from _files(path, depth + 1)
        elif path.suffix in _CODE and path.name != "__init__.py":
            yield f"{indent}{path.name}  {said_of(path)}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""What a page of the documentation tells its reader to do, in the order of the page.

How a page is written so that it can be walked:

- A fenced block `sh` (or `powershell`) holds commands, one a line; a block `text` right behind it, what they print.
- A fenced block with a file's name (```` ```yaml ho-so.yaml ````) is that file, typed by the reader; the line before
  the block names it too. `word` is typed into a Word file of an office, a
  paragraph or a row of cells ("│ a │ b │", "←" for a cell merged with the one to its left) a line, «…» as merge
  fields; `excel` into cells of a sheet that is
  there: the row by its first cell, the column by its head, the value. `png` is a picture of so many millimetres.
  `text` with a name is what a file made by a command says: its paragraphs (and rows, where the page shows some), in
  this order, and no others between them.
- Words in backticks that begin with `kcdocs` are a command too. Where a word in capitals stands for what the reader
  puts there, or where the command needs more words, it names the command, which must be there with those options.
- `<!-- not walked: why -->` before a block, or behind a command in its line, leaves it out.
- `<!-- brought: file -->` there says that the reader brings an official text, which the product does not carry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from kcdocs.cli import root

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.vi.md", *sorted(ROOT.glob("docs/**/*.md"))]
SHELLS = ("sh", "powershell")

_FENCE = re.compile(r"\s*```([\w-]*) ?(.*)$")
_REMARK = re.compile(r"<!-- (not walked|brought): (.+?) -->")
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Step:
    """One thing a page tells to do, or shows.

    Attributes:
        page: The page, from the checkout's root.
        line: Where in the page, from 1.
        kind: `run` a command, `named` only, `type` a file, `read` a file that was made.
        words: The command, or the file's name.
        body: What the command prints or the file holds, as far as the page shows it.
        language: Of a typed file.
        skipped: Why it is not walked.
        brought: The file that the reader brings.
    """

    page: str
    line: int
    kind: str
    words: str
    body: tuple[str, ...] = ()
    language: str = ""
    skipped: str = ""
    brought: str = ""

    def __str__(self) -> str:
        return f"{self.page}:{self.line} {self.words}"


def steps(page: str, text: str) -> list[Step]:
    """Every step of a page, in order."""
    lines = text.splitlines()
    found: list[Step] = []
    number = 0
    while number < len(lines):
        fence = _FENCE.match(lines[number])
        if not fence:
            found += _in_line(page, number + 1, lines[number])
            number += 1
            continue
        end = next(at for at in range(number + 1, len(lines)) if lines[at].strip() == "```")
        found = _with_block(found, page, number, lines[number:end], _before(lines, number))
        number = end + 1
    return found


def command_of(words: str) -> tuple[tuple[str, ...], click.Command, list[str]]:
    """The command that words on a line name, its path and the words behind it."""
    rest, path, command = words.split()[1:], (), root
    while rest and isinstance(command, click.Group):
        below = command.get_command(click.Context(command), rest[0])
        if below is None:
            break
        path, command, rest = (*path, rest[0]), below, rest[1:]
    return path, command, rest


def examples() -> list[Step]:
    """The example at the foot of each help page: the first look, then the others in the folder that it makes."""
    shown = [command.epilog.partition("Ví dụ: ")[2] for command in _commands(root) if command.epilog]
    first = [words for words in shown if words.startswith("kcdocs demo")]
    order = [*first, "cd xem-thu", *(words for words in shown if words not in first)]
    return [Step("--help", number, _kind_of(words), words) for number, words in enumerate(order, 1)]


def _kind_of(words: str) -> str:
    """An example with a word in capitals, which the reader replaces, names its command only."""
    return "named" if any(word.isupper() and word.isalpha() for word in words.split()) else "run"


def _commands(group: click.Group) -> Iterator[click.Command]:
    yield group
    context = click.Context(group)
    for command in filter(None, (group.get_command(context, name) for name in group.list_commands(context))):
        if isinstance(command, click.Group):
            yield from _commands(command)
        else:
            yield command


def leaves(group: click.Group = root, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every command that does something."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from leaves(command, (*path, name))
        else:
            yield (*path, name)


def _before(lines: list[str], number: int) -> str:
    return next((line for line in reversed(lines[:number]) if line.strip()), "")


def _with_block(found: list[Step], page: str, number: int, block: list[str], before: str) -> list[Step]:
    language, name = _FENCE.match(block[0]).groups()
    body = tuple(line.strip() if language in SHELLS else line.rstrip() for line in block[1:])
    if name:
        assert f"`{name}`" in before, f"{page}:{number + 1}: the line before the block does not name {name}"
        kind = "read" if language == "text" else "type"
        return [*found, Step(page, number + 1, kind, name, body, language)]
    if language in SHELLS:
        lines = [(at, line) for at, line in enumerate(body, number + 2) if line and not line.startswith("#")]
        return [*found, *(Step(page, at, "run", line, **_remarks(before)) for at, line in lines)]
    assert not any(line.startswith("kcdocs ") for line in body), f"{page}:{number + 1}: commands stand in sh"
    if language == "text" and before.strip() == "```" and found and found[-1].kind == "run":
        return [*found[:-1], _showing(found[-1], body)]
    return found


def _showing(step: Step, body: tuple[str, ...]) -> Step:
    return Step(step.page, step.line, "run", step.words, body, skipped=step.skipped, brought=step.brought)


def _in_line(page: str, number: int, line: str) -> list[Step]:
    found = [words.replace("\\|", "|") for words in _CODE.findall(line)]
    return [
        Step(page, number, "named" if _names_only(words) else "run", words, **_remarks(line))
        for words in found
        if re.match(r"kcdocs( |$)", words) and words != "kcdocs"
    ]


def _names_only(words: str) -> bool:
    _, command, rest = command_of(words)
    if any(_stands_for_more(word) for word in rest):
        return True
    if isinstance(command, click.Group):
        return not rest
    return not rest and any(parameter.required for parameter in command.params)


def _stands_for_more(word: str) -> bool:
    stem = word.partition(".")[0]
    return "…" in word or "|" in word or (stem.isupper() and not any(map(str.isdigit, stem)))


def _remarks(line: str) -> dict[str, str]:
    keys = {"not walked": "skipped", "brought": "brought"}
    return {keys[key]: said for key, said in _REMARK.findall(line)}

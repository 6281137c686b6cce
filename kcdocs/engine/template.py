"""Compiled templates: frozen data that marshals, and the functions made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from kcdocs.engine.environment import RenderContext, sandbox
from kcdocs.engine.slots import PrintSlot
from kcdocs.engine.surroundings import Printed
from kcdocs.engine.writers import writers
from kcdocs.model.finding import Place
from kcdocs.word.package import Property, ZipEntry

Root = Callable[[RenderContext], Iterator[str]]


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """One part of a template that depends on the record.

    Attributes:
        name: Part name.
        code: Compiled Python; running it defines `root`, `blocks` and `debug_info`.
        blank: The part with nothing in it, for a sub-document to be merged with.
        slots: Slots by number.
        places: Line of the template's source → place, by rising line.
        repeats_ids: Whether drawings or bookmarks stand in a loop.
        repeats_cells: Whether cells stand in a loop, so that the table's grid must follow.
        may_be_hollow: Whether a cell, box, control or header may be left without a paragraph, or a table
            without rows.
        printed: Each value in each place where it is printed, with the text around it.
    """

    name: str
    code: CodeType
    blank: bytes
    slots: tuple[PrintSlot, ...]
    places: tuple[tuple[int, Place], ...]
    repeats_ids: bool = False
    repeats_cells: bool = False
    may_be_hollow: bool = False
    printed: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True)
class Functions:
    """The functions that the compiled code of a part defines.

    Attributes:
        root: Yields the part's XML.
        blocks: Its named blocks.
        lines: Line of Python → line of the template's source, by rising line.
    """

    root: Root
    blocks: dict[str, Any]
    lines: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template; safe to use in many threads.

    Attributes:
        name: The template as the user named it.
        hash: SHA-256 of the template file, hexadecimal.
        static: Parts that no record changes, deflated, content types first.
        digests: Name → SHA-256 of each static part's bytes, hexadecimal.
        parts: Parts that depend on the record.
        custom: The template's own custom properties.
        functions: What their code defines, in the same order.
    """

    name: str
    hash: str
    static: tuple[ZipEntry, ...]
    digests: dict[str, str]
    parts: tuple[CompiledPart, ...]
    custom: tuple[Property, ...] = ()
    functions: tuple[Functions, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "functions", tuple(_functions(part) for part in self.parts))


def _functions(part: CompiledPart) -> Functions:
    names: dict[str, Any] = {
        "environment": sandbox(),
        "__file__": part.code.co_filename,
        **writers(part.slots),
    }
    exec(part.code, names)  # noqa: S102 - code that compile made of the template, in its sandbox
    pairs = (pair.split("=") for pair in names["debug_info"].split("&") if pair)
    return Functions(
        names["root"], names["blocks"], tuple((int(line), int(source)) for source, line in pairs)
    )

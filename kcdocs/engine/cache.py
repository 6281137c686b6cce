"""Compiled templates on disk, so that a template is compiled once on a machine.

What is kept is code. It is taken only from a folder that belongs to this user and that no other can write
to, as Python takes its own bytecode.
"""

from __future__ import annotations

import hashlib
import importlib.util
import marshal
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from kcdocs import settings
from kcdocs.engine.slots import PrintSlot, SlotKind
from kcdocs.engine.surroundings import Printed
from kcdocs.engine.template import CompiledPart, Template
from kcdocs.model.finding import Place
from kcdocs.private import read_private, write_private
from kcdocs.word.package import Property, ZipEntry

_DIGEST = hashlib.sha256().digest_size


def cached_from(
    sources: Sequence[bytes], make: Callable[[], bytes], *, name: str = "", folder: Path | None = None
) -> Template:
    """A compiled template that typesets, from the cache if it was compiled before by this very engine.

    Several processes may share the folder. A damaged or foreign file in it counts as absent, and so does all
    in a folder that others can open.

    Args:
        sources: All bytes that decide what the template is.
        make: Makes the `.docx` file of them; called only if it was not compiled before.
        name: How the user named it, for messages.
        folder: Where the cache lies; in the user's cache folder if none is given.

    Raises:
        PackageError: The file is no Word document that may be opened.
        TemplateError: A tag cannot be read, or is not allowed.
    """
    key = hashlib.sha256(engine_hash())
    for source in sources:
        key.update(hashlib.sha256(source).digest())
    path = (folder or settings.cache_folder() / "templates") / key.hexdigest()
    kept = _read(path, name)
    if kept is not None:
        return kept
    from kcdocs.engine.compile import compile_template  # noqa: PLC0415 - loaded only to compile

    template = compile_template(make(), name=name, typesetting=True)
    with suppress(OSError):
        _write(path, template)
    return template


@cache
def engine_hash() -> bytes:
    """The digest of all that decides what a template compiles to: own code, docxtpl's, Jinja's, Python's.

    A file of code is known by its place, size and time of change, as Python knows it for its bytecode.
    """
    digest = hashlib.sha256(importlib.util.MAGIC_NUMBER)
    for path, size, changed in sorted(_sources()):
        digest.update(f"{path}\0{size}\0{changed}\n".encode())
    return digest.digest()


def _sources() -> Iterator[tuple[str, int, int]]:
    """Path, size and time of change in nanoseconds of each file of code."""
    room, word = Path(__file__).parent, Path(__file__).parents[1] / "word"
    folders = [room, word, *(door for door in word.iterdir() if door.is_dir())]
    for package in ("docxtpl", "jinja2"):
        found = importlib.util.find_spec(package)
        if found is not None and found.origin is not None:
            folders.append(Path(found.origin).parent)
    for folder in folders:
        with os.scandir(folder) as files:
            for file in files:
                if file.name.endswith(".py"):
                    about = file.stat()
                    yield file.path, about.st_size, about.st_mtime_ns


def _read(path: Path, name: str) -> Template | None:
    content = read_private(path)
    if content is None:
        return None
    digest, payload = content[:_DIGEST], content[_DIGEST:]
    if hashlib.sha256(payload).digest() != digest:
        return None
    try:
        return _thawed(marshal.loads(payload), name)  # noqa: S302 - from a folder of the user's own
    except (ValueError, TypeError, EOFError, LookupError, AttributeError, AssertionError):
        return None  # a payload of another kind


def _write(path: Path, template: Template) -> None:
    payload = marshal.dumps(_frozen(template))
    write_private(path, hashlib.sha256(payload).digest() + payload)


def _frozen(template: Template) -> tuple[Any, ...]:
    """The template as what marshal knows."""
    static = [(one.local, one.central, one.name) for one in template.static]
    parts = [
        (
            part.name,
            part.code,
            part.blank,
            [(slot.kind.value, *slot[1:]) for slot in part.slots],
            [(line, place.part, place.paragraph, place.cell, place.address) for line, place in part.places],
            part.repeats_ids,
            part.repeats_cells,
            part.may_be_hollow,
            [tuple(one) for one in part.printed],
        )
        for part in template.parts
    ]
    return template.hash, static, template.digests, parts, [tuple(one) for one in template.custom]


def _thawed(frozen: tuple[Any, ...], name: str) -> Template:
    template_hash, static, digests, parts, custom = frozen
    return Template(
        name=name,
        hash=template_hash,
        static=tuple(ZipEntry(*one) for one in static),
        digests=digests,
        parts=tuple(_thawed_part(part, name) for part in parts),
        custom=tuple(Property(*one) for one in custom),
    )


def _thawed_part(frozen: tuple[Any, ...], file: str) -> CompiledPart:
    name, code, blank, slots, places, ids, cells, loose, printed = frozen
    assert isinstance(code, CodeType)  # noqa: S101 - what _frozen wrote
    return CompiledPart(
        name=name,
        code=code,
        blank=blank,
        slots=tuple(PrintSlot(SlotKind(kind), *rest) for kind, *rest in slots),
        places=tuple(
            (line, Place(file=file, part=part, paragraph=paragraph, cell=cell, address=address))
            for line, part, paragraph, cell, address in places
        ),
        repeats_ids=ids,
        repeats_cells=cells,
        may_be_hollow=loose,
        printed=tuple(Printed(*one) for one in printed),
    )

"""A set of the user's own from a Word file: the fields its tags ask for become a contract to fill out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from kcdocs import results, settings
from kcdocs.engine.check import check_template
from kcdocs.loading import load
from kcdocs.sets import versions
from kcdocs.sets.derive import schema_for
from kcdocs.sets.errors import BadSetNameError, BrokenTemplateError, SetExistsError
from kcdocs.sets.release import sole_writer
from kcdocs.word.join.compose import compose
from kcdocs.word.package import open_package

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kcdocs.records.values import Schema
    from kcdocs.sets.schema import LineContract


def start(
    name: str,
    template: Path,
    title: str,
    on: date,
    lines: Mapping[str, LineContract],
    types: Sequence[str],
) -> Path:
    """Make a set of the user's own from a Word file with tags.

    Args:
        name: Name of the set: small letters without marks, digits and hyphens.
        template: The Word file.
        title: What the document is, in Vietnamese; empty takes the name.
        on: First day of documents it is for.
        lines: The lines that can be made, by name.
        types: Every type of document, by name; the title begins with the one that this is.

    Returns:
        The folder of its version 1.0.0, in the user's folder of sets.

    Raises:
        BadSetNameError, SetExistsError: If the name will not do.
        BrokenTemplateError: If the template has faults.
        BusySetsError: If another process is at work in the folder of sets.
    """
    if not re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)*", name) or name == versions.BLOCKS:
        raise BadSetNameError(name)
    _refuse_existing(name)
    home, data = settings.user_templates(), load(template)
    open_package(data, name=str(template))
    blocks = versions.blocks(home)
    if check_template(data, name=str(template), blocks=blocks).broken:
        raise BrokenTemplateError(str(template))
    composed = compose(data, blocks)
    title = " ".join(title.split()) or name
    type_ = _type(title, types)
    shared = json.loads(versions.shared_schema(home))["$defs"]
    folder = home / name / "1.0.0"
    schema = schema_for(f"{name}@1.0.0", title, composed, shared, lines)
    files = {
        folder / f"{name}.docx": data,
        folder / "schema.json": written(schema),
        folder.parent / "CHANGELOG.md": f"# {title}\n\n## 1.0.0 (chưa phát hành)\n\nBản đầu.\n".encode(),
        folder / "set.toml": _facts(
            title, type_, on, _output(name, schema)
        ).encode(),  # the last: with it the folder is a set
    }
    with sole_writer(home):
        _refuse_existing(name)
        results.write_all(tuple(files), tuple(files.values()), others=[template])
    return folder


def _refuse_existing(name: str) -> None:
    if name in versions.set_names():
        raise SetExistsError(name)


def written(schema: Schema) -> bytes:
    """A schema as its file holds it."""
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _output(name: str, schema: Schema) -> str:
    """A pattern that tells the files of the set apart."""
    numbered = {"so", "ky_hieu"} <= schema["properties"].keys()
    return f"{name}-{{so}}-{{ky_hieu}}" if numbered else f"{name}-{{stt}}"


def _type(title: str, types: Sequence[str]) -> str:
    """The type that a title begins with, the longest of several; else the whole title."""
    said = title.casefold()
    begun = [type_ for type_ in types if f"{said} ".startswith(f"{type_.casefold()} ")]
    return max(begun, key=len, default=title)


def _facts(title: str, type_: str, on: date, output: str) -> str:
    return (
        f"title = {json.dumps(title, ensure_ascii=False)}\n"
        f"type = {json.dumps(type_, ensure_ascii=False)}\n"
        'form = "hanh_chinh"\n'
        f"output = {json.dumps(output, ensure_ascii=False)}\n"
        f"effective_from = {on}\n"
        'source = "Mẫu của đơn vị"\n'
    )

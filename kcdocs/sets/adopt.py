"""A set of the user's own from a Word file: the fields its tags ask for become a contract to fill out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs import results, settings
from kcdocs.sets import versions
from kcdocs.sets.errors import BadSetNameError, SetExistsError
from kcdocs.sets.form_file import FORM_FILE, form_of
from kcdocs.sets.release import sole_writer
from kcdocs.sets.sample import SAMPLE_FILE, sample_file
from kcdocs.sets.schema_file import load_contract
from kcdocs.sets.taking import taken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kcdocs.records.field_sheet import FieldRow
    from kcdocs.records.values import Schema
    from kcdocs.sets.schema import LineContract


TEMPLATE = "templates docx"
"""The kind under which the Word file of a set is remembered, so that an untouched one may be replaced."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A set that was made.

    Attributes:
        folder: The folder of its version 1.0.0, in the user's folder of sets.
        remarks: What a person should know of its fields, in Vietnamese.
    """

    folder: Path
    remarks: tuple[str, ...] = ()


def start(
    name: str,
    template: Path,
    title: str,
    on: date,
    lines: Mapping[str, LineContract],
    types: Sequence[str],
    rows: Sequence[FieldRow] = (),
) -> Begun:
    """Make a set of the user's own from a Word file with tags.

    Args:
        name: Name of the set: small letters without marks, digits and hyphens.
        template: The Word file.
        title: What the document is, in Vietnamese; empty takes the name.
        on: First day of documents it is for.
        lines: The lines that can be made, by name.
        types: Every type of document, by name; the title begins with the one that this is.
        rows: What a person's sheet says of the fields; none takes them as the tags tell.

    Raises:
        BadSetNameError, SetExistsError: If the name will not do.
        BrokenTemplateError: If the template has faults.
        FieldSheetError: If rows cannot be taken.
        BusySetsError: If another process is at work in the folder of sets.
    """
    if not re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)*", name) or name == versions.BLOCKS:
        raise BadSetNameError(name)
    _refuse_existing(name)
    home = settings.user_templates()
    source, title = taken(template, home, lines), " ".join(title.split()) or name
    schema = source.schema(f"{name}@1.0.0", title)
    schema = source.with_rows(schema, rows) if rows else schema
    folder = home / name / "1.0.0"
    history = f"# {title}\n\n## 1.0.0 (chưa phát hành)\n\nBản đầu.\n"
    facts = _facts(title, _type(title, types), on, _output(name, schema))
    sample = sample_file(load_contract(json.dumps(schema), versions.shared_schema(home)), on) if rows else b""
    files = {
        folder / f"{name}.docx": source.data,
        folder / "schema.json": written(schema),
        **({folder / SAMPLE_FILE: sample} if sample else {}),
        **({folder / FORM_FILE: words} if (words := form_of(rows)) else {}),
        folder.parent / "CHANGELOG.md": history.encode(),
        folder / "set.toml": facts.encode(),  # the last: with it the folder is a set
    }
    with sole_writer(home):
        _refuse_existing(name)
        results.write_all(tuple(files), tuple(files.values()), others=[template])
    results.remember([folder / f"{name}.docx"], TEMPLATE)
    return Begun(folder, source.remarks(schema))


def _refuse_existing(name: str) -> None:
    if name in versions.set_names():
        raise SetExistsError(name)


def written(schema: Schema) -> bytes:
    """A schema as its file holds it."""
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _output(name: str, schema: Schema) -> str:
    """A pattern that tells the files of the set apart."""
    known = [field for field in ("so", "ky_hieu") if field in schema["properties"]]
    told = known if "so" in known else ["stt"]
    return "-".join((name, *(f"{{{field}}}" for field in told)))


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

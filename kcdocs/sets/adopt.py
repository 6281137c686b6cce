"""A set of the user's own from a Word file: the fields its tags ask for become a contract to fill out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from kcdocs import results, settings
from kcdocs.engine.asked import Asked, asked_of
from kcdocs.engine.check import check_template
from kcdocs.loading import load
from kcdocs.sets import versions
from kcdocs.sets.errors import BadSetNameError, BrokenTemplateError, SetExistsError
from kcdocs.sets.release import sole_writer
from kcdocs.sets.schema import FORM
from kcdocs.sets.schema_file import SHARED, load_contract
from kcdocs.word.join.compose import compose
from kcdocs.word.package import open_package

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kcdocs.sets.schema import Contract, LineContract


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
    schema = schema_for(name, title, asked_of(composed), shared, lines)
    files = {
        folder / f"{name}.docx": data,
        folder / "schema.json": schema.encode(),
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


def _output(name: str, schema: str) -> str:
    """A pattern that tells the files of the set apart."""
    numbered = {"so", "ky_hieu"} <= json.loads(schema)["properties"].keys()
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


def contract_of(template: bytes, lines: Mapping[str, LineContract]) -> Contract:
    """The contract that a template's own tags make, as of a set that would be started from it.

    Args:
        template: A DOCX file whose tags can be read.
        lines: The lines that can be made, by name.
    """
    shared = versions.shared_schema(settings.user_templates())
    asked = asked_of(template)
    return load_contract(schema_for("mau", "Mẫu", asked, json.loads(shared)["$defs"], lines), shared)


def schema_for(
    name: str, title: str, asked: Asked, shared: Mapping[str, Any], lines: Mapping[str, LineContract]
) -> str:
    """A schema for what a template asks: shared definitions where the name is one of theirs.

    Args:
        name: Name of the set.
        title: Title of the document.
        asked: What its template asks.
        shared: The definitions all sets share.
        lines: The lines that can be made, by name.
    """
    printed = asked.fields.pop(FORM, Asked()).fields
    needed = {need for line in printed if line in lines for need in lines[line].needs}
    fields = {need: asked.fields.get(need, Asked()) for need in (*sorted(needed), *asked.fields)}
    fields.setdefault("ngay", Asked(kind="ngay"))
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"kcdocs:{name}@1.0.0",
        "title": title,
        **_group(fields, shared),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _group(fields: Mapping[str, Asked], shared: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(fields),
        "properties": {name: _part(name, asked, shared) for name, asked in fields.items()},
    }


def _part(name: str, asked: Asked, shared: Mapping[str, Any]) -> dict[str, Any]:
    if name in shared:
        return {"$ref": SHARED + name}
    title = {"title": re.sub("_+", " ", name).capitalize()}
    if asked.item:
        return {**title, "type": "array", "minItems": 1, "items": _part("muc", asked.item, {})}
    if asked.fields:
        return {**title, **_group(asked.fields, {})}
    return {**title, **_single(asked)}


def _single(asked: Asked) -> dict[str, Any]:
    if asked.tested and not asked.printed:
        return {"type": "boolean", "description": "Ghi có hoặc không"}
    match asked.kind:
        case "ngay":
            return {"type": "string", "format": "ngay"}
        case "so":
            return {"type": "number"} | ({"unit": asked.unit} if asked.unit else {})
        case _:
            return {"type": "string", "minLength": 1}

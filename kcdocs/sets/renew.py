"""A set of the user's own brought up to date: a changed Word file, a changed sheet of fields, or both."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs import results, settings
from kcdocs.files import write_whole
from kcdocs.loading import load
from kcdocs.sets import release, versions
from kcdocs.sets.adopt import TEMPLATE, written
from kcdocs.sets.errors import (
    AlreadyReleasedError,
    BrokenSetError,
    NewVersionDayError,
    NothingToUpdateError,
    ShippedSetError,
)
from kcdocs.sets.field_rows import rows_of
from kcdocs.sets.form_file import FORM_FILE, form_of
from kcdocs.sets.merge import Merged, merged
from kcdocs.sets.sample import SAMPLE_FILE, sample_file
from kcdocs.sets.schema import DAY
from kcdocs.sets.schema_file import load_contract
from kcdocs.sets.taking import taken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kcdocs.records.field_sheet import FieldRow
    from kcdocs.records.values import Schema
    from kcdocs.sets.schema import LineContract
    from kcdocs.sets.taking import Taken
    from kcdocs.sets.versions import Version


@dataclass(frozen=True, slots=True)
class Renewed:
    """A version that was brought up to date, or made anew from a released one.

    Attributes:
        name: Set and version: "giay-moi@1.1.0".
        folder: Its folder.
        begun: Whether it is a new version.
        added: Fields that the template asks for now and did not before: path and title.
        unused: Fields that it no longer asks for; they are kept, and need not be given.
        reshaped: Fields that became or ceased to be a list or a group.
        remarks: What a person should know of its fields, in Vietnamese.
    """

    name: str
    folder: Path
    begun: bool
    added: tuple[str, ...]
    unused: tuple[str, ...]
    reshaped: tuple[str, ...]
    remarks: tuple[str, ...]


def renew(
    name: str,
    lines: Mapping[str, LineContract],
    *,
    template: Path | None = None,
    rows: Sequence[FieldRow] = (),
    since: date | None = None,
    force: bool = False,
) -> Renewed:
    """Bring a set up to date with its Word file and with what a person says of its fields.

    An open version is changed in place; a released one stays, and a new version starts from it.

    Args:
        name: "giay-moi" for the newest version, "giay-moi@1.0.0" for one.
        lines: The lines that can be made, by name.
        template: A changed Word file; None takes the one that stands in the set.
        rows: The rows of a changed sheet of fields; none leaves the fields as they are.
        since: First day of documents a new version is for.
        force: Whether a Word file that was changed within the set may be replaced.

    Raises:
        ShippedSetError: If the set is not in the user's folder.
        NewVersionDayError, NothingToUpdateError: If a new version is needed and that is not said.
        BrokenTemplateError: If the template has faults.
        FieldSheetError: If rows cannot be taken.
        FileDiffersError: If the Word file in the set was changed by hand and another is to replace it.
        BusySetsError: If another process is at work in the folder of sets.
    """
    version, home = newest(name), settings.user_templates()
    if version.folder.parents[1] != home:
        raise ShippedSetError(version.set_name)
    frozen = release.released(version) is not None
    if frozen:
        _refuse_unsaid(version, since, changed=bool(template or rows))
    source = taken(template or version.template_path, home, lines)
    state = _merged(version, source)
    schema = source.with_rows(_without_rowless(state, rows), rows) if rows else state.schema
    if frozen and since:
        version = _successor(version, since)
    files = _changed_files(version, source, schema, rows, replaced=template is not None)
    with release.sole_writer(home):
        if not frozen and release.released(version):
            raise AlreadyReleasedError(version.name)
        if template:
            results.refuse_used_file(version.folder / f"{version.set_name}.docx", [template])
        _write(files, force=force or frozen)
    titles = {row.path: f"{row.path} ({row.title})" for row in rows_of(schema, source.shared)}
    added, unused, reshaped = (
        tuple(titles[path] for path in part if path in titles)
        for part in (state.added, state.unused, state.reshaped)
    )
    return Renewed(version.name, version.folder, frozen, added, unused, reshaped, source.remarks(schema))


def newest(name: str) -> Version:
    """The version of that name; of a set the one with the highest number."""
    return max(versions.named(name), key=lambda version: versions.version_order(version.number))


def raw_schema(version: Version) -> Schema:
    """The schema of a version as its file holds it, references to shared definitions not followed.

    Raises:
        BrokenSetError: If it cannot be read.
    """
    path = version.folder / "schema.json"
    try:
        found: Schema = json.loads(load(path).decode("utf-8-sig"))
        load_contract(json.dumps(found), versions.shared_schema(version.folder.parents[1]))
    except (ValueError, KeyError) as fault:
        raise BrokenSetError(path, f"không phải lược đồ JSON: {fault}") from None
    return found


def _refuse_unsaid(version: Version, since: date | None, *, changed: bool) -> None:
    if not changed:
        raise NothingToUpdateError(version.name)
    if since is None:
        raise NewVersionDayError(version.name, _next(version.number))


def _merged(version: Version, source: Taken) -> Merged:
    kept = frozenset({DAY, *re.findall(r"\{(\w+)\}", version.output)})
    own = source.schema(version.name, version.title)
    return merged(raw_schema(version), own, kept)


def _without_rowless(state: Merged, rows: Sequence[FieldRow]) -> Schema:
    """The schema without the unused fields whose rows a person took out of the sheet."""
    paths = {row.path for row in rows}
    gone = {path for path in state.unused if path not in paths and "." not in path}
    fields = state.schema["properties"]
    return {**state.schema, "properties": {name: fields[name] for name in fields if name not in gone}}


def _next(number: str) -> str:
    """The version after one: "1.0.0" → "1.1.0"."""
    major, minor, *_ = (*versions.version_order(number), 0, 0)
    return f"{major}.{minor + 1}.0"


def _successor(version: Version, since: date) -> Version:
    """The version after a released one, with its facts and another first day."""
    number = _next(version.number)
    folder = version.folder.parent / number
    return versions.Version(version.set_name, number, folder, version.facts | {"effective_from": since})


def _changed_files(
    version: Version, source: Taken, schema: Schema, rows: Sequence[FieldRow], *, replaced: bool
) -> dict[Path, bytes]:
    """The files to be written, `set.toml` of a new version the last: with it the folder is a version."""
    folder, standing = version.folder, version.folder.exists()
    search = (version if standing else newest(version.set_name)).form.search
    files = {} if standing else _begun_files(version)
    facts = {path: files.pop(path) for path in list(files) if path.name == "set.toml"}
    if replaced or not standing:
        files[version.template_path if standing else folder / f"{version.set_name}.docx"] = source.data
    files[folder / "schema.json"] = written(schema | {"$id": f"kcdocs:{version.name}"})
    if words := form_of(rows, search):
        files[folder / FORM_FILE] = words
    if rows and (sample := _new_sample(version, schema)):
        files[folder / SAMPLE_FILE] = sample
    return files | facts


def _new_sample(version: Version, schema: Schema) -> bytes:
    """The example record of the new fields; empty where a person wrote the examples that stand."""
    before = newest(version.set_name)
    standing = {path.name: load(path) for path in before.examples}
    if standing.keys() - {SAMPLE_FILE} or standing.get(SAMPLE_FILE, b"") not in {
        b"",
        sample_file(before.contract, before.effective_from),
    }:
        return b""
    shared = versions.shared_schema(version.folder.parents[1])
    return sample_file(load_contract(json.dumps(schema), shared), version.effective_from)


def _begun_files(version: Version) -> dict[Path, bytes]:
    """What a new version has from the one before it: examples, form, facts; and its entry in the history."""
    before = newest(version.set_name)
    carried = (*before.examples, *before.beside_examples)
    files = {version.folder / path.name: load(path) for path in carried}
    form, history = before.folder / FORM_FILE, version.folder.parent / "CHANGELOG.md"
    if form.is_file():
        files[version.folder / FORM_FILE] = load(form)
    text = load(history).decode() if history.is_file() else f"# {version.title}\n"
    head, sign, rest = text.partition("\n## ")
    entry = f"\n## {version.number} (chưa phát hành)\n\nTừ phiên bản {before.number}.\n"
    files[history] = f"{head}{entry}{sign}{rest}".encode()
    files[version.folder / "set.toml"] = _facts(before, version)
    return files


def _facts(before: Version, version: Version) -> bytes:
    """`set.toml` of the version before, with the first day of the new one."""
    text = load(before.folder / "set.toml").decode("utf-8-sig")
    text = re.sub(r"^effective_to\s*=.*\n?", "", text, flags=re.MULTILINE)
    dated = re.sub(
        r"^effective_from\s*=.*$", f"effective_from = {version.effective_from}", text, flags=re.MULTILINE
    )
    return dated.encode()


def _write(files: Mapping[Path, bytes], *, force: bool) -> None:
    for path, data in files.items():
        if path.suffix == ".docx":
            results.write_result(path, data, TEMPLATE, force=force)
        else:
            write_whole(path, data)

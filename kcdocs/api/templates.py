"""Looking after sets of templates: list, show, compare, release, start data files and new sets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import results, settings
from kcdocs.drafting.blank import blank
from kcdocs.drafting.lines import LINES
from kcdocs.engine.merge_tags import tag_of
from kcdocs.files import AnyPath
from kcdocs.law.vocabulary import TYPES
from kcdocs.loading import load
from kcdocs.model.format import SET_DIFFERENCE, Format, FormatNotMadeError
from kcdocs.records.field_sheet import FieldRow, NoFieldSheetError, field_sheet, read_field_rows
from kcdocs.records.starter import starter_file
from kcdocs.sets import adopt, describe, parcel, release, renew, versions
from kcdocs.sets.adopt import Begun
from kcdocs.sets.coverage import check_version
from kcdocs.sets.describe_screen import screen
from kcdocs.sets.difference import VersionDifference, as_text, difference
from kcdocs.sets.errors import (
    BrokenTemplateError,
)
from kcdocs.sets.field_kinds import CORE
from kcdocs.sets.field_rows import rows_of
from kcdocs.sets.parcel import TakenIn
from kcdocs.sets.renew import Renewed
from kcdocs.sets.taking import taken
from kcdocs.text.normalise import bare, nfc
from kcdocs.word.write.tagging import Tagged, tagged

if TYPE_CHECKING:
    from datetime import date

    from kcdocs.sets.versions import Version


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """A version of a set, told in short.

    Attributes:
        name: "to-trinh@1.0.0".
        title: What the document is.
        period: The days it is for, in Vietnamese.
        status: Whether it is released, in Vietnamese.
        type: The type of document ("Công văn").
    """

    name: str
    title: str
    period: str
    status: str
    type: str


def list_versions(find: str = "") -> tuple[VersionFacts, ...]:
    """Every version of every set, by set, the earliest in force first.

    Args:
        find: Words, with tone marks or without, of which the last may be a beginning: only sets that have
            them in their title, type, name or what their form is also called; empty for all sets.
    """
    return tuple(
        VersionFacts(version.name, version.title, version.period, describe.status(version), version.type)
        for name in versions.set_names()
        for version in versions.of_set(name)
        if describe.is_found(version, find)
    )


def show(name: str) -> str:
    """A set, or one version of it ("to-trinh@1.0.0"), as a page of Markdown."""
    return describe.page(versions.named(name))


def show_on_screen(name: str, width: int) -> str:
    """The same in plain words, in lines of so many columns."""
    return screen(versions.named(name), width=width)


def compare_versions(old: str, new: str) -> VersionDifference:
    """What differs between two versions ("to-trinh@1.0.0", "to-trinh@2.0.0")."""
    return difference(_one(old), _one(new))


def comparison_page(found: VersionDifference, form: Format) -> str:
    """A difference as a document: TERMINAL or HTML."""
    if form not in SET_DIFFERENCE:
        raise FormatNotMadeError(form, SET_DIFFERENCE)
    if form == Format.TERMINAL:
        return as_text(found) + "\n"
    from kcdocs.report import versions_html  # noqa: PLC0415 - one form is needed, not all

    return versions_html.render(f"{found.old} → {found.new}", found.fields, found.layout, found.text)


def release_version(name: str, on: date) -> str:
    """Freeze a version by hash, the shared blocks composed into it first.

    Args:
        name: "to-trinh@1.0.0".
        on: The day of release.

    Returns:
        Its SHA-256, hexadecimal. If the documents of its examples are in due form, that is kept with it.

    Raises:
        AlreadyReleasedError: If it is released.
        BrokenTemplateError: If its template has faults, or asks for fields that its contract does not have.
    """
    version = _one(name)
    report = check_version(version, LINES)
    if report.broken:
        raise BrokenTemplateError(report.errors, version.name)
    from kcdocs.api import check_form  # noqa: PLC0415 - only a release needs the rules of form

    return release.freeze(version, on, check_form.form_proof(version.name, on))


def write_form(name: str, out: AnyPath, *, force: bool = False) -> Path:
    """Write a starter file for a set's data.

    Args:
        name: "to-trinh" for the newest version, "to-trinh@1.0.0" for one.
        out: A .xlsx, .csv, .json or .jsonl file, with the set's examples filled in and the files that they
            name beside it, or a .yaml file, empty.
        force: Whether a file that stands there may be replaced.

    Raises:
        UnknownFormError: If the suffix is another.
        FormNeedsSheetsError: If a CSV file cannot hold the set's records.
        FileDiffersError: If the file is there.
    """
    version, target = _one(name), Path(out)
    data = starter_file(target, version.shown.schema, version.name, version.example_records())
    results.write_result(target, data, f"templates form {version.name}", force=force)
    for path in version.beside_examples if target.suffix != ".yaml" else ():
        if not (target.parent / path.name).exists():
            results.write_result(target.parent / path.name, load(path), "templates form beside")
    return target


def start_set(name: str, template: AnyPath, title: str, on: date, fields: AnyPath | None = None) -> Begun:
    """Make a set of the user's own from a Word file with tags.

    Args:
        name: Name of the set: small letters without marks, digits and hyphens.
        template: The Word file.
        title: What the document is, in Vietnamese.
        on: First day of documents it is for.
        fields: A sheet of fields that `write_field_sheet` wrote and a person changed; None takes the fields
            as the tags tell.

    Returns:
        The folder of its version 1.0.0, in the first folder of `KCDOCS_TEMPLATES`, else in the user's data;
        and what is to be said of its fields.

    Raises:
        BadSetNameError, SetExistsError: If the name will not do.
        BrokenTemplateError: If the template has faults; `kcdocs templates check` names them.
        FieldSheetError: If rows of the sheet cannot be taken; all faults at once.
        BusySetsError: If another process is at work in the folder of sets.
    """
    rows = read_field_rows(Path(fields)) if fields else ()
    return adopt.start(name, Path(template), title, on, LINES, [item.name for item in TYPES], rows)


def set_name(title: str) -> str:
    """A name for a set of that title: "Giấy mời họp" → "giay-moi-hop"."""
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in bare(nfc(title))).split()
    return "-".join(words if words and words[0][0].isalpha() else ["mau", *words])


def update_set(
    name: str,
    *,
    template: AnyPath | None = None,
    fields: AnyPath | None = None,
    since: date | None = None,
    force: bool = False,
) -> Renewed:
    """Bring a set of the user's own up to date; what was set of its fields is kept.

    An open version is changed in place; a released one stays, and a new version starts from it.

    Args:
        name: "giay-moi" for the newest version, "giay-moi@1.0.0" for one.
        template: A changed Word file; None reads anew the one that stands in the set.
        fields: A changed sheet of fields.
        since: First day of documents a new version is for.
        force: Whether a Word file that was changed within the set may be replaced.

    Raises:
        ShippedSetError: If the set is not in the user's folder.
        NewVersionDayError, NothingToUpdateError: If a new version is needed and that is not said.
        BrokenTemplateError: If the template has faults.
        FieldSheetError: If rows of the sheet cannot be taken; all faults at once.
        FileDiffersError: If the Word file in the set was changed by hand and another is to replace it.
    """
    rows = read_field_rows(Path(fields)) if fields else ()
    word = Path(template) if template else None
    return renew.renew(name, LINES, template=word, rows=rows, since=since, force=force)


def write_field_sheet(source: AnyPath, out: AnyPath, *, force: bool = False) -> Path:
    """Write the sheet in which a person says what the fields of a set are.

    Args:
        source: A set ("giay-moi", "giay-moi@1.0.0"), or a Word file with tags that is to become one.
        out: A .xlsx file.
        force: Whether a file that stands there may be replaced.

    Raises:
        NoFieldSheetError: If the suffix is another.
        BrokenTemplateError: If the template has faults.
        FileDiffersError: If the file is there.
    """
    target = Path(out)
    if target.suffix.lower() != ".xlsx":
        raise NoFieldSheetError(target)
    name, title, rows = _field_rows(source)
    results.write_result(
        target,
        field_sheet(rows, list(CORE), title),
        f"templates fields {name}",
        others=[Path(source)],
        force=force,
    )
    return target


def write_blank(type_name: str, out: AnyPath, *, force: bool = False) -> Path:
    """Write a Word file to start a template from.

    Args:
        type_name: The type of document ("Công văn"), in any case of letters.
        out: A .docx file.
        force: Whether a file that stands there may be replaced.

    Raises:
        NoBlankError: If there is no administrative paper of the type.
        FileDiffersError: If another file stands there.
    """
    results.write_result(Path(out), blank(type_name), "templates blank docx", force=force)
    return Path(out)


def write_tags(source: AnyPath, out: AnyPath, *, force: bool = False) -> Tagged:
    """Write a copy of a mail-merge form in which its fields, and words in «…», are tags.

    Args:
        source: A Word file.
        out: Where to write the copy.
        force: Whether a file that stands there may be replaced.

    Returns:
        What was put into a tag and what was left; nothing is written where nothing was put into one.

    Raises:
        OutputIsInputError: If the copy would take the place of the file.
        FileDiffersError: If another file stands there.
    """
    path = Path(source)
    found = tagged(
        load(path), lambda said: tag_of(said.name, said.code, picture=said.picture), name=str(path)
    )
    if found.made:
        results.write_result(Path(out), found.data, "templates tags docx", others=[path], force=force)
    return found


def export_set(name: str, out: AnyPath, *, force: bool = False) -> Path:
    """Pack a set with all its versions into one file for another office.

    Args:
        name: Name of the set.
        out: A .zip file.
        force: Whether a file that stands there may be replaced.

    Raises:
        UnknownSetError: If no set bears the name.
        FileDiffersError: If another file stands there.
    """
    results.write_result(Path(out), parcel.packed(name), f"templates export {name}", force=force)
    return Path(out)


def add_set(path: AnyPath) -> TakenIn:
    """Add a packed set, or its versions that are new, to the user's folder of sets.

    Args:
        path: A file that `export_set` wrote.

    Raises:
        BadParcelError: If the file is no packed set, or holds anything else.
        OtherVersionError: If a version is here with another content.
        SetExistsError: If a set of kcdocs itself bears the name.
        KcdocsError: If a version in it is not as it should be.
    """
    return parcel.take_in(Path(path))


def _field_rows(source: AnyPath) -> tuple[str, str, tuple[FieldRow, ...]]:
    """Name and title of a set, and the rows of its fields."""
    if str(source).lower().endswith((".docx", ".dotx")):
        path = Path(source)
        found = taken(path, settings.user_templates(), LINES)
        return path.name, path.stem, rows_of(found.schema("mau@1.0.0", path.stem), found.shared)
    version = renew.newest(str(source))
    shared = json.loads(versions.shared_schema(version.folder.parents[1]))["$defs"]
    rows = rows_of(renew.raw_schema(version), shared, version.form)
    return version.name, version.title, rows


def _one(name: str) -> Version:
    """The version of that name; of a set the newest."""
    return versions.named(name)[-1]

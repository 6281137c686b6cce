"""`form.toml`: how people know the fields of a version, beside the schema that says what the fields are."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kcdocs.text.toml_reading import BadTomlError, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kcdocs.records.field_sheet import FieldRow

FORM_FILE = "form.toml"

_HEAD = "# Tờ khai của bộ mẫu: các phần và từ hay tìm. Sửa bằng lệnh «kcdocs templates fields» và «update».\n"
_TEXTS = {"title": str, "hint": str, "search": list}


@dataclass(frozen=True, slots=True)
class FieldWords:
    """How people know a field.

    Attributes:
        title: What the form calls it, in place of the schema's title; empty keeps that.
        hint: What to write, in place of the schema's description; empty keeps that.
        search: Words by which a person may look for it.
    """

    title: str = ""
    hint: str = ""
    search: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Fields that stand together on a form.

    Attributes:
        title: What they are.
        fields: Their names, in order.
    """

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormWords:
    """How people know a set and its fields.

    Attributes:
        search: Words by which a person may look for the set.
        groups: The parts of the form; fields in none stand behind them.
        fields: Path of a field → its words.
    """

    search: tuple[str, ...] = ()
    groups: tuple[FormGroup, ...] = ()
    fields: Mapping[str, FieldWords] = field(default_factory=dict)


def read_form(data: bytes) -> FormWords:
    """The words of a `form.toml`.

    Raises:
        BadTomlError: If it is no TOML, or holds something else; says what, in Vietnamese.
    """
    found = read_toml(data, {"search": list})
    if unknown := found.keys() - {"search", "groups", "fields"}:
        raise BadTomlError(f"mục «{min(unknown)}» không có trong tệp này")
    groups, fields = found.get("groups", []), found.get("fields", {})
    if not isinstance(groups, list) or not isinstance(fields, dict):
        raise BadTomlError("groups phải viết [[groups]], fields phải viết [fields.tên_trường]")
    words = {path: _field(path, said) for path, said in fields.items()}
    return FormWords(tuple(found.get("search", ())), tuple(map(_group, groups)), words)


def _group(said: Any) -> FormGroup:
    if not isinstance(said, dict) or said.keys() != {"title", "fields"} or not isinstance(said["title"], str):
        raise BadTomlError("mỗi [[groups]] cần đúng hai mục: title (chữ) và fields (danh sách)")
    return FormGroup(said["title"], _texts(said["fields"], "fields"))


def _field(path: str, said: Any) -> FieldWords:
    fits = isinstance(said, dict) and all(
        key in _TEXTS and isinstance(value, _TEXTS[key]) for key, value in said.items()
    )
    if not fits:
        raise BadTomlError(f"mục «{path}» chỉ nhận title, hint (chữ) và search (danh sách)")
    return FieldWords(said.get("title", ""), said.get("hint", ""), _texts(said.get("search", ()), path))


def _texts(said: Any, where: str) -> tuple[str, ...]:
    if not isinstance(said, list | tuple) or not all(isinstance(item, str) for item in said):
        raise BadTomlError(f"mục «{where}» phải là danh sách các đoạn chữ")
    return tuple(said)


def form_of(rows: Sequence[FieldRow], search: Sequence[str] = ()) -> bytes:
    """The `form.toml` that the rows of a sheet make; empty if they say nothing for it.

    Args:
        rows: The rows of the sheet of fields.
        search: Words by which a person may look for the set.
    """
    groups: dict[str, list[str]] = {}
    for row in rows:
        if row.group and not {".", "["} & set(row.path):
            groups.setdefault(row.group, []).append(row.path)
    parts = [f"search = {_said(search)}\n"] if search else []
    parts += [
        f"\n[[groups]]\ntitle = {_said(title)}\nfields = {_said(names)}\n" for title, names in groups.items()
    ]
    parts += [f"\n[fields.{_said(row.path)}]\nsearch = {_said(row.search)}\n" for row in rows if row.search]
    return (_HEAD + "".join(parts)).encode() if parts else b""


def _said(value: str | Sequence[str]) -> str:
    """A text or a list of texts in TOML, which writes them as JSON does."""
    return json.dumps(value, ensure_ascii=False)

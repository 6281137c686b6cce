"""A set told in words: its versions, where they come from, their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcdocs.sets import release
from kcdocs.text.normalise import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.records.values import Schema
    from kcdocs.sets.schema import FieldInfo
    from kcdocs.sets.versions import Version

_TYPES = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "boolean": "có/không",
    "array": "danh sách",
    "object": "nhóm",
}
_FORMATS = {
    "ngay": "ngày",
    "ngay-van-ban": "ngày, hoặc «để trống»",
    "ten-co-quan": "tên cơ quan",
    "ky-hieu-co-quan": "chữ viết tắt của cơ quan",
}


def type_words(schema: Schema) -> str:
    """What a field holds, in Vietnamese."""
    if "enum" in schema:
        return "một trong: " + ", ".join(map(str, schema["enum"]))
    if "format" in schema:
        return _FORMATS.get(schema["format"], "chữ")
    kind = _TYPES.get(schema.get("type", ""), "tùy ý")
    inner = schema.get("items", {}).get("type")
    return (
        f"{kind} {_TYPES[inner]}" if kind == "danh sách" and inner in _TYPES and inner != "object" else kind
    )


def example_words(schema: Schema) -> str:
    """The first example of a field on one line; empty if there is none."""
    examples = schema.get("examples") or schema.get("items", {}).get("examples") or [""]
    return _plain(examples[0])


def found_by(version: Version) -> str:
    """All words by which a person may look for a version's set, in small letters without marks."""
    own = " ".join(version.form.search)
    return bare(f"{version.title} {version.type} {version.set_name.replace('-', ' ')} {own}")


def is_found(version: Version, words: str) -> bool:
    """Whether a version has all these words; the last may be a beginning, as while one types."""
    *whole, begun = [f" {word}" for word in bare(words).split()] or [""]
    named = f" {found_by(version)} "
    return begun in named and all(f"{word} " in named for word in whole)


def status(version: Version) -> str:
    """Whether a version is released, in Vietnamese."""
    return "đã phát hành" if release.released(version) else "chưa phát hành"


def page(versions: Sequence[Version]) -> str:
    """A set as a page of Markdown: its versions with their sources, and the fields of the newest.

    Args:
        versions: All versions of the set, earliest first.
    """
    newest = versions[-1]
    lines = [f"# {newest.title}", "", f"Bộ mẫu `{newest.set_name}`: {newest.type.lower()}.", ""]
    for version in reversed(versions):
        lines += _version(version)
    lines += [f"## Các trường của phiên bản {newest.number}", "", *_table(newest)]
    return "\n".join([*lines, "", *_older(versions), *_usage(newest)]) + "\n"


def _version(version: Version) -> list[str]:
    lines = [
        f"## Phiên bản {version.number} ({status(version)})",
        "",
        f"Dùng cho văn bản {version.period}.",
        "",
    ]
    lines += [f"Nguồn: {' '.join(str(version.facts['source']).split())}", ""]
    if version.transitional:
        lines += [f"Quy định chuyển tiếp: {version.transitional}.", ""]
    doubts = version.facts.get("unverified", [])
    lines += ["Chưa kiểm chứng:", "", *(f"- {doubt}" for doubt in doubts), ""] if doubts else []
    return lines


def _table(version: Version) -> list[str]:
    head = ["| Trường | Tên | Bắt buộc | Kiểu | Ví dụ | Ghi chú |", "|---|---|---|---|---|---|"]
    return head + [_row(info) for info in version.shown.fields]


def _row(info: FieldInfo) -> str:
    note = str(info.schema.get("description", ""))
    cells = (
        f"`{info.path}`",
        info.title,
        _needed(info),
        type_words(info.schema),
        example_words(info.schema),
        note,
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _older(versions: Sequence[Version]) -> list[str]:
    newest = {info.path for info in versions[-1].contract.fields}
    lines = []
    for version in reversed(versions[:-1]):
        older = {info.path for info in version.contract.fields}
        only = ", ".join(f"`{path}`" for path in sorted(older - newest)) or "không có"
        new = ", ".join(f"`{path}`" for path in sorted(newest - older)) or "không có"
        lines += [f"Phiên bản {version.number}: trường riêng {only}; không dùng {new}.", ""]
    return lines


def _usage(version: Version) -> list[str]:
    name = version.set_name
    return [
        "## Cách dùng",
        "",
        "```sh",
        f"kcdocs templates form {name} --out ho-so.xlsx",
        f"kcdocs generate {name} ho-so.xlsx --out ket-qua",
        "```",
    ]


def _needed(info: FieldInfo) -> str:
    return "có" if info.required else "không"


def _plain(example: Any) -> str:
    if isinstance(example, list):
        return "; ".join(map(_plain, example))
    return ("có" if example else "không") if isinstance(example, bool) else str(example)

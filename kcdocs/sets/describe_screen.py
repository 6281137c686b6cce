"""A set told on a screen: the same as its page, without the marks of Markdown, wrapped at words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kcdocs.sets.describe import example_words, status, type_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.sets.schema import FieldInfo
    from kcdocs.sets.versions import Version


def screen(versions: Sequence[Version], *, width: int) -> str:
    """A set in plain words: its versions with their sources, and the fields of the newest.

    Args:
        versions: All versions of the set, earliest first.
        width: Columns of the console.
    """
    newest = versions[-1]
    parts = [
        (0, newest.title.upper()),
        (0, f"Bộ mẫu {newest.set_name}: {newest.type.lower()}."),
        *(part for version in reversed(versions) for part in _version(version)),
        (0, ""),
        (0, f"Các trường của phiên bản {newest.number}:"),
        *(part for info in newest.shown.fields for part in _field(info)),
        (0, ""),
        *(part for version in reversed(versions[:-1]) for part in _older(version, newest)),
        (0, "Cách dùng:"),
        (2, f"kcdocs templates form {newest.set_name} --out ho-so.yaml"),
        (2, f"kcdocs generate {newest.set_name} ho-so.yaml --out ket-qua"),
    ]
    return "\n".join(_wrapped(words, indent, width) for indent, words in parts) + "\n"


def _version(version: Version) -> Iterator[tuple[int, str]]:
    yield 0, ""
    yield 0, f"Phiên bản {version.number} ({status(version)}), dùng cho văn bản {version.period}"
    yield 2, f"Nguồn: {' '.join(str(version.facts['source']).split())}"
    if version.transitional:
        yield 2, f"Quy định chuyển tiếp: {version.transitional}."
    for doubt in version.facts.get("unverified", []):
        yield 2, f"Chưa kiểm chứng: {doubt}"


def _field(info: FieldInfo) -> Iterator[tuple[int, str]]:
    needed = "bắt buộc" if info.required else "không bắt buộc"
    yield 2, f"{info.path}: {info.title} ({needed}; {type_words(info.schema)})"
    if note := str(info.schema.get("description", "")):
        yield 6, note
    if example := example_words(info.schema):
        yield 6, f"Ví dụ: {example}"


def _older(version: Version, newest: Version) -> Iterator[tuple[int, str]]:
    new, old = ({info.path for info in one.contract.fields} for one in (newest, version))
    only, lacks = (", ".join(sorted(paths)) or "không có" for paths in (old - new, new - old))
    yield 0, f"Phiên bản {version.number}: trường riêng {only}; không dùng {lacks}."
    yield 0, ""


def _wrapped(words: str, indent: int, width: int) -> str:
    margin = " " * indent
    return textwrap.fill(
        words, width, initial_indent=margin, subsequent_indent=margin + "  " if indent else "",
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip

"""Paths of files in a sealed archive: those that mean the same file on every system, inside one folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from kcdocs.files import reserved
from kcdocs.sealed import limits

_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


def odd_path(path: str) -> str:
    """Why a path may not stand in a sealed archive, in Vietnamese; empty if it may."""
    parts = path.split("/")
    if not path or "" in parts or "." in parts or ".." in parts:
        return "đường dẫn dẫn ra ngoài thư mục hoặc không rõ"
    if _UNSAFE.search(path) or any(part[-1] in ". " for part in parts):
        return "tên có ký tự không dùng được trên mọi máy"
    if any(map(reserved, parts)):
        return "tên dành riêng cho Windows"
    return "đường dẫn quá dài" if len(path) > limits.LONGEST_PATH else ""


def one_place(path: str) -> str:
    """What two paths have in common that are the same file on some system."""
    return unicodedata.normalize("NFC", path).casefold()


def clashing_paths(paths: Iterable[str]) -> Iterator[str]:
    """Paths that are the same file as another one, or a folder of another one, on some system."""
    seen: set[str] = set()
    folders: set[str] = set()
    every = list(paths)
    for path in every:
        place = one_place(path)
        folders |= {place[: at.start()] for at in re.finditer("/", place)}
        if place in seen:
            yield path
        seen.add(place)
    yield from (path for path in every if one_place(path) in folders)

"""What belongs to a backup of the data folder: all but what is of this machine alone or is made again."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kcdocs.keep.form import MARK
from kcdocs.loading import LoadError, load
from kcdocs.register.copying import FILE as REGISTER
from kcdocs.sealed.naming import clashing_paths, odd_path

_LEFT = (
    (
        re.compile(r"dang-ky/.*"),
        "địa chỉ sổ đăng ký dùng chung (có thể chứa mật khẩu): trên máy mới, chọn lại sổ ấy",
    ),
    (re.compile(r"su-co/.*"), "chi tiết sự cố của máy này"),
    (re.compile(r"web/so-sanh/[0-9a-f]+/xem-[^/]*"), "trang so sánh đã dựng: mở lại thì dựng lại"),
    (re.compile(r"web/(?:chay\.json|mo\.html)"), "chìa khóa của trang đang chạy trên máy này"),
)
"""Paths that stay behind → why, as a person is told."""

_TEXT = re.compile(r"decrees/[^/]+/[^/]+\.json")
_SET = re.compile(r"templates/[^/]+/[^/]+/set\.toml")
_SAID = re.compile(r"web/(?:thuyet-minh|tra-loi-y-kien)/[^/]+\.json")
_WORK = re.compile(
    r"web/(?:(?:so-sanh|y-kien)/[^/]+/viec|(?:nhap|ho-so)/[^/]+/ban-nhap|hang-loat/[^/]+/dot)\.json"
)
_SILENT = re.compile(
    rf"{MARK}|{re.escape(REGISTER)}(?:-wal|-shm|-journal)?|(?:.*/)?(?:\.khoa|\.kcdocs-[0-9a-f]+\.tmp)"
)
"""What no person knows of: locks, files half written, and what is written anew on the other side."""


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """What belongs to a backup.

    Attributes:
        files: Path inside → file, all but the register.
        left: What stays behind and why, in Vietnamese.
    """

    files: Mapping[str, Path]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptCounts:
    """How much of each thing is kept.

    Attributes:
        books: Each book of numbers → next number, numbers it gave.
        texts: Texts in the store.
        versions: Versions of sets of the user's own.
        explanations: What was said of provisions, and answered to opinions, on the page.
        works: Comparisons, gatherings of opinions, drafts and batches on the page.
        files: All files.
    """

    books: Mapping[str, tuple[int, int]]
    texts: int
    versions: int
    explanations: int
    works: int
    files: int


def kept_files(folder: Path) -> KeptFiles:
    """What belongs to a backup of a data folder."""
    files: dict[str, Path] = {}
    left: dict[str, None] = {}
    for name, path in _walk(folder):
        why = next((words for pattern, words in _LEFT if pattern.fullmatch(name)), "")
        if odd := odd_path(name) or ("là liên kết, không phải tệp" if path.is_symlink() else ""):
            why = f"«{name}»: {odd}"
        if why:
            left[why] = None
        elif not _SILENT.fullmatch(name):
            files[name] = path
    for name in clashing_paths(files):
        left[f"«{name}»: trùng tên với tệp khác trên máy không phân biệt chữ hoa, chữ thường"] = None
        files.pop(name, None)
    return KeptFiles(files, tuple(left))


def count_kept(files: Mapping[str, Path], books: Mapping[str, tuple[int, int]]) -> KeptCounts:
    """How much of each thing some files hold.

    Args:
        files: Path inside the data folder → file.
        books: What the register holds.
    """
    said = [path for name, path in files.items() if _SAID.fullmatch(name)]
    return KeptCounts(
        books,
        sum(map(bool, map(_TEXT.fullmatch, files))),
        sum(map(bool, map(_SET.fullmatch, files))),
        sum(map(_explained, said)),
        sum(map(bool, map(_WORK.fullmatch, files))),
        len(files) + (1 if books else 0),
    )


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        home = Path(place)
        linked = [name for name in folders if (home / name).is_symlink()]
        for name in sorted((*names, *linked)):
            yield (home / name).relative_to(folder).as_posix(), home / name


def _explained(path: Path) -> int:
    """How many explanations a file holds; 0 where it is none or gone by now."""
    with suppress(LoadError, ValueError, TypeError):
        return len(json.loads(load(path)))
    return 0

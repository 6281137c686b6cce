"""«Có phải là …?»: the name that a person may have meant where nothing matches."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from kcdocs.cli import limits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def slug(words: str) -> str:
    """Words as they are typed at a command line: "Nội dung" → "noi-dung"."""
    plain = unicodedata.normalize("NFD", words.strip().lower().replace("đ", "d"))
    return re.sub(r"[\s_]+", "-", "".join(char for char in plain if not unicodedata.combining(char)))


def near(name: str, known: Iterable[str]) -> list[str]:
    """The known names that are near a name, best first; none if none is near."""
    from difflib import get_close_matches

    slugs = {slug(each): each for each in known}
    found = get_close_matches(slug(name), slugs, limits.MOST_MEANT, limits.LIKE)
    shared = [each for each in slugs if set(each.split("-")) & set(slug(name).split("-"))]
    return [slugs[each] for each in dict.fromkeys([*found, *shared])][: limits.MOST_MEANT]


def near_files(path: Path) -> list[str]:
    """The files beside a path whose names are near its own, with or without the ending."""
    from difflib import SequenceMatcher

    try:
        names = [
            item.name for item in islice(path.parent.iterdir(), limits.FILES_LOOKED_AT) if item.is_file()
        ]
    except OSError:
        return []
    wanted = slug(path.name)
    marks = {name: SequenceMatcher(None, wanted, slug(name)).ratio() for name in names}
    marks |= {name: 1.0 for name in names if slug(name.rpartition(".")[0]) == wanted}
    best = sorted((name for name in names if marks[name] >= limits.LIKE_FILE), key=lambda name: -marks[name])
    return [str(path.parent / name) for name in best[: limits.MOST_MEANT]]


def question(names: Iterable[str]) -> str:
    """The question itself: " Có phải là «a» hoặc «b»?"; empty without a guess."""
    words = " hoặc ".join(f"«{name}»" for name in names)
    return f" Có phải là {words}?" if words else ""

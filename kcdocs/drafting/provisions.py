"""Provisions of a legal instrument, numbered: articles run through all chapters."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from kcdocs.model.address import SPOKEN, Kind
from kcdocs.text.labels import following
from kcdocs.text.roman import to_roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ANNEX = SPOKEN[Kind.ANNEX]


def chapters(data: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Chapters with all numbers filled in.

    Args:
        data: Chapters `{ten, dieu}`, articles `{ten, doan, khoan}`, clauses `{noi_dung, diem}`, points.

    Returns:
        The same with `so` of chapters, articles and clauses, and points as `{nhan, noi_dung}`.
    """
    numbers = count(1)
    return [
        {
            "so": to_roman(n),
            "ten": chapter["ten"],
            "dieu": [_article(item, numbers) for item in chapter["dieu"]],
        }
        for n, chapter in enumerate(data, 1)
    ]


def next_chapter(data: Sequence[Mapping[str, Any]]) -> str:
    """The Roman number after the last chapter."""
    return to_roman(len(data) + 1)


def next_article(data: Sequence[Mapping[str, Any]]) -> int:
    """The number after the last article of the last chapter."""
    return sum(len(chapter["dieu"]) for chapter in data) + 1


def annexes(data: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Annexes with their labels: Roman numbers where there are several (Decree 30/2020, Annex I, III.1)."""
    several = len(data) > 1
    return [
        {**item, "nhan": f"{_ANNEX} {to_roman(n)}" if several else _ANNEX} for n, item in enumerate(data, 1)
    ]


def name_in_sentence(name: str) -> str:
    """An instrument's name inside a sentence: "Quy định về …" → "quy định về …"."""
    return name[:1].lower() + name[1:]


def _article(data: Mapping[str, Any], numbers: Iterator[int]) -> dict[str, Any]:
    clauses = [
        {"so": n, "noi_dung": clause["noi_dung"], "diem": _points(clause["diem"])}
        for n, clause in enumerate(data["khoan"], 1)
    ]
    return {"so": next(numbers), "ten": data["ten"], "doan": data["doan"], "khoan": clauses}


def _points(texts: Sequence[str]) -> list[dict[str, str]]:
    points, label = [], "a"
    for text in texts:
        points.append({"nhan": label, "noi_dung": text})
        label = following(label)
    return points

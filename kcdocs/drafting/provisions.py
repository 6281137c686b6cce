"""Provisions of a legal instrument, numbered: articles run through all chapters."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from kcdocs.codes import Declared
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.finding import Severity
from kcdocs.text.labels import POINT_LETTERS
from kcdocs.text.roman import to_roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record

_ANNEX = SPOKEN[Kind.ANNEX]

CHAPTERS = "chuong"
"""The field that holds the provisions, chapter by chapter."""

_TOO_MANY = Declared(
    "TP367",
    Severity.ERROR,
    "A clause with more points than there are letters.",
    "Khoản này có {count} điểm; bảng chữ cái từ a đến y chỉ đủ cho {most} điểm.",
    mend="Tách thành nhiều khoản, hoặc đưa danh sách vào phụ lục.",
)


def beyond_letters(fields: Mapping[str, Any], record: Record) -> list[Finding]:
    """A finding for each clause that has more points than there are letters for.

    Args:
        fields: Typed fields, completed; those of a set without chapters have none.
        record: The record they come from.
    """
    most = len(POINT_LETTERS)
    found: list[Finding] = []
    for c, chapter in _listed(fields, CHAPTERS):
        for a, article in _listed(chapter, "dieu"):
            for k, clause in _listed(article, "khoan"):
                points = len(clause.get("diem") or ())
                if points > most:
                    path = f"{CHAPTERS}[{c}].dieu[{a}].khoan[{k}].diem"
                    place = replace(record.where(path), field=path)
                    found.append(_TOO_MANY.at(place, count=points, most=most))
    return found


def _listed(group: Mapping[str, Any], name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The groups of a list field, counted from 1; none where the field is something else."""
    items = group.get(name)
    return (
        (n, item)
        for n, item in enumerate(items if isinstance(items, list) else (), 1)
        if isinstance(item, dict)
    )


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
    """Points with their letters; more than there are letters are refused before (`beyond_letters`)."""
    return [{"nhan": letter, "noi_dung": text} for letter, text in zip(POINT_LETTERS, texts, strict=False)]

"""What one state of the facts of law says otherwise than another, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from kcdocs.decrees import catalogue
from kcdocs.decrees.facts import Facts, all_facts
from kcdocs.decrees.fingerprint import FILE as OUTLINE
from kcdocs.decrees.fingerprint import Fingerprint, read_outline
from kcdocs.model.catalogue import Entry, Institution

_SAID = {
    "type": "loại: {said}",
    "issued": "ngày ban hành: {said}",
    "issuer": "cơ quan ban hành: {said}",
    "title": "tên gọi: {said}",
    "in_force_from": "có hiệu lực từ: {said}",
    "in_force_to": "có hiệu lực đến hết: {said}",
    "amended_by": "được sửa đổi bởi: {said}",
    "replaced_by": "được thay thế bởi: {said}",
    "prevailing": "quy định của văn bản khác được áp dụng trước: {said}",
    "authority": "là căn cứ về thẩm quyền: {said}",
    "source": "nguồn: {said}",
    "unverified": "mục chưa kiểm chứng: {said}",
    "note": "ghi chú: {said}",
    "signer": "người ký: {said}",
    "replaces": "thay thế: {said}",
    "amends": "sửa đổi: {said}",
}
"""Field of an instrument's facts → how a change of it is told."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """Something that two states of the facts say otherwise.

    Attributes:
        number: Number of the instrument, or name of the institution.
        what: What is otherwise, in Vietnamese.
    """

    number: str
    what: str


@dataclass(frozen=True, slots=True)
class Law:
    """A state of the facts of law.

    Attributes:
        entries: Instruments of the catalogue, by number.
        bodies: Institutions, by key.
        facts: What else is known of instruments, by number.
        outlines: Fingerprints, by number.
    """

    entries: Mapping[str, Entry]
    bodies: Mapping[str, Institution]
    facts: Mapping[str, Facts]
    outlines: Mapping[str, tuple[Fingerprint, ...]]


def law_in(folders: Sequence[Path]) -> Law:
    """The facts that folders hold together; what a later one says counts.

    Raises:
        BadCatalogueError, BadFactsError: If a file says what cannot be.
    """
    files = [path for folder in folders if (path := folder / catalogue.FILE).is_file()]
    known = catalogue.read_catalogues(files)
    facts = {item.citation.number: item for item in all_facts(reversed(folders))}
    outlines = {
        number: read_outline(item.folder / OUTLINE)
        for number, item in facts.items()
        if (item.folder / OUTLINE).is_file()
    }
    return Law(
        {entry.citation.number: entry for entry in known.entries},
        {body.key: body for body in known.institutions},
        {number: replace(item, folder=Path(), texts=None) for number, item in facts.items()},
        outlines,
    )


def changes(before: Law, after: Law) -> tuple[FactChange, ...]:
    """What the later state says otherwise, instruments first."""
    return tuple(
        FactChange(name, what)
        for found in (
            _entries(before.entries, after.entries),
            _entries(before.facts, after.facts),
            _outlines(before.outlines, after.outlines),
            _bodies(before.bodies, after.bodies),
        )
        for name, what in found
    )


def _entries(
    before: Mapping[str, Entry | Facts], after: Mapping[str, Entry | Facts]
) -> Iterator[tuple[str, str]]:
    for number, entry in after.items():
        old = before.get(number)
        if old is None:
            yield number, f"thêm {entry.citation.type} {entry.citation.title}".rstrip()
        elif old != entry:
            yield number, "; ".join(_otherwise(old, entry))
    yield from ((number, "không còn trong dữ kiện") for number in before if number not in after)


def _otherwise(old: Entry | Facts, new: Entry | Facts) -> Iterator[str]:
    for one, other in ((old.citation, new.citation), (old, new)):
        for field in fields(one):
            was, now = getattr(one, field.name), getattr(other, field.name)
            if was != now and field.name in _SAID:
                yield _SAID[field.name].format(said=f"{_words(now)} (trước: {_words(was)})")


def _words(value: object) -> str:
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, tuple):
        return (
            ", ".join(item if isinstance(item, str) else getattr(item, "number", "") for item in value)
            or "không có"
        )
    return str(value) if value else "không có"


def _outlines(
    before: Mapping[str, tuple[Fingerprint, ...]], after: Mapping[str, tuple[Fingerprint, ...]]
) -> Iterator[tuple[str, str]]:
    for number, found in after.items():
        if number not in before:
            yield number, f"thêm dấu vân tay của {len(found)} điều khoản"
        elif before[number] != found:
            yield number, f"dấu vân tay khác ở {len(_differing(before[number], found))} điều khoản"


def _differing(old: Iterable[Fingerprint], new: Iterable[Fingerprint]) -> set[str]:
    return {str(item.address) for item in set(old) ^ set(new)}


def _bodies(before: Mapping[str, Institution], after: Mapping[str, Institution]) -> Iterator[tuple[str, str]]:
    for key, body in after.items():
        name = body.titles[-1].name if body.titles else key
        if key not in before:
            yield name, "thêm cơ quan này"
        elif before[key] != body:
            yield name, "tên gọi qua các thời kỳ, ký hiệu, người đứng đầu hoặc nguồn"

"""What values have brought along, put into the package: pictures, links, merged documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kcdocs.word.package.escaping import inside_attribute
from kcdocs.word.package.relations import CONTENT_TYPES, rels_name
from kcdocs.word.package.skeleton import appended

_EMPTY_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


@dataclass(frozen=True, slots=True)
class AddedRelation:
    """Something that a value brought along: a picture, or the target of a link.

    Attributes:
        part: The part that refers to it.
        id: Id of the relation in that part.
        type: Type of the relation.
        target: Part name of a picture, or address of a link.
        data: Bytes of a picture; None for a link.
        content_type: Content type of a picture.
    """

    part: str
    id: str
    type: str
    target: str
    data: bytes | None = None
    content_type: str = ""


def with_additions(parts: Mapping[str, bytes], additions: Iterable[AddedRelation]) -> dict[str, bytes]:
    """The parts with pictures and links added, their relations and content types declared.

    Args:
        parts: Part name → bytes.
        additions: What was brought along, in order.
    """
    result = dict(parts)
    for one in additions:
        rels = rels_name(one.part)
        result[rels] = appended(result.get(rels, _EMPTY_RELATIONS), _relationship(one))
        if one.data is not None and one.target not in result:
            result[one.target] = one.data
            override = f'<Override PartName="/{one.target}" ContentType="{one.content_type}"/>'
            result[CONTENT_TYPES] = appended(result[CONTENT_TYPES], override)
    return result


def _relationship(one: AddedRelation) -> str:
    target = f"/{one.target}" if one.data is not None else inside_attribute(one.target)
    mode = "" if one.data is not None else ' TargetMode="External"'
    return f'<Relationship Id="{one.id}" Type="{one.type}" Target="{target}"{mode}/>'

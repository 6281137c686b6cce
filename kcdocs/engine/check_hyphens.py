"""Names with a hyphen ("ho-ten"), which the template language takes for a subtraction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kcdocs.engine.check_tags import TagKind

if TYPE_CHECKING:
    from kcdocs.engine.check_tags import Tag
    from kcdocs.engine.shapes import DataShape

_HYPHENED = re.compile(r"(?<![\w.\"'-])[a-z_]\w*(?:-[a-z_]\w*)+(?![\w(\"'-])", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d]\w*")
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")


def hyphened_names(tags: Sequence[Tag], shape: DataShape | None) -> Iterator[tuple[Tag, str]]:
    """The tags with a name that has a hyphen and no spaces around it, with the name.

    A name whose parts are fields, or are used elsewhere by themselves, is a subtraction that was meant.

    Args:
        tags: All tags of a part.
        shape: The fields that the data have; None if nothing is known of them.
    """
    bodies = {tag: _TEXT.sub("", tag.body) for tag in tags if tag.kind is not TagKind.COMMENT}
    alone = {word for body in bodies.values() for word in _NAME.findall(_HYPHENED.sub("", body))}
    known = alone | (shape.fields.keys() if shape else set())
    for tag, body in bodies.items():
        for found in _HYPHENED.findall(body):
            if known.isdisjoint(found.split("-")):
                yield tag, found

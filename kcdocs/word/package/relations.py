"""Relations between parts and their content types (Open Packaging Conventions, ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from xml.parsers import expat

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "officeDocument"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation a part declares.

    Attributes:
        id: Its id in the part ("rId3").
        type: The address that names what it is for.
        target: Part name, or the address as it stands if external.
        external: Whether the target lies outside the package.
    """

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """Last word of the type's address ("header", "image"), the same in both dialects of OOXML."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """The content types of a package.

    Attributes:
        defaults: Extension in lower case → type.
        overrides: Part name without leading slash → type.
    """

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Read `[Content_Types].xml`, well formed."""
        defaults, overrides = {}, {}
        for tag, attributes in _elements(data):
            if tag == "Default":
                defaults[attributes.get("Extension", "").lower()] = attributes.get("ContentType", "")
            elif tag == "Override":
                overrides[attributes.get("PartName", "").lstrip("/")] = attributes.get("ContentType", "")
        return cls(defaults, overrides)

    def of(self, part: str) -> str:
        """The type of a part; empty if none is declared."""
        return self.overrides.get(part) or self.defaults.get(part.rpartition(".")[2].lower(), "")


def rels_name(part: str) -> str:
    """Name of the part that holds the relations of a part, or of the package for ""."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relations(data: bytes, part: str) -> tuple[Relation, ...]:
    """The relations in a `.rels` part.

    Args:
        data: Its bytes, well formed; empty if there is none.
        part: The part that they belong to; "" for the package.
    """
    found = (attributes for tag, attributes in _elements(data) if tag == "Relationship")
    return tuple(_relation(attributes, posixpath.dirname(part)) for attributes in found)


def _relation(attributes: Mapping[str, str], folder: str) -> Relation:
    target = attributes.get("Target", "")
    external = attributes.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return Relation(attributes.get("Id", ""), attributes.get("Type", ""), target, external)


def _elements(data: bytes) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    if data:
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda tag, attributes: found.append(
            (tag.rpartition(":")[2], attributes)
        )
        parser.Parse(data, True)
    return found

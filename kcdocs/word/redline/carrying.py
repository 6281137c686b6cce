"""What the draft draws (pictures, charts, embedded objects) taken over, with every part that it stands on."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import TYPE_CHECKING

from kcdocs.word.errors import UnmarkablePictureError
from kcdocs.word.package.escaping import inside_attribute
from kcdocs.word.package.relations import Relation, rels_name
from kcdocs.word.package.skeleton import appended

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHAPE_TYPE = "{urn:schemas-microsoft-com:vml}shapetype"
_NO_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


class DrawnCarrier:
    """Copies what is drawn in drafts into the original's package.

    Args:
        package: The original.

    Attributes:
        files: Name of each part that is added → its bytes.
        overrides: What the list of content types says of them, as elements.
        into: The part of the original that is written.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.into = package.main
        self.files: dict[str, bytes] = {}
        self.overrides: list[str] = []
        self._relations: dict[str, list[str]] = {}
        self._carried: dict[tuple[str, str], str] = {}
        self._count = 0

    @contextmanager
    def between(self, into: str) -> Iterator[None]:
        """Write another part of the original for a while."""
        before, self.into = self.into, into
        yield
        self.into = before

    def drawn(self, element: _Element, draft: Package, source: str) -> _Element:
        """A copy of something drawn in a draft.

        Args:
            element: It.
            draft: The draft.
            source: The part of the draft that it stands in.

        Raises:
            UnmarkablePictureError: A part that it stands on is not in the draft's file.
        """
        copy = deepcopy(element)
        relations = {item.id: item for item in draft.relations(source)}
        for item in copy.iter():
            for name, value in item.items():
                if str(name).startswith(_R) and value:
                    if value not in relations:
                        raise UnmarkablePictureError(draft.name)
                    item.set(name, self._relate(relations[str(value)], draft))
        self._name_shape_types(copy)
        return copy

    def _name_shape_types(self, copy: _Element) -> None:
        """Word gives every kind of old shape the same id in all files; the original may hold it already."""
        for kind in copy.iter(_SHAPE_TYPE):
            self._count += 1
            old, new = kind.get("id", ""), f"kcdocs{self._count}"
            kind.set("id", new)
            for shape in copy.iter():
                if shape.get("type") == f"#{old}":
                    shape.set("type", f"#{new}")

    def _relate(self, relation: Relation, draft: Package) -> str:
        """Let the part that is written have a relation like one of the draft's; gives its id."""
        target = relation.target if relation.external else f"/{self._part(relation.target, draft)}"
        return self.add(self.into, relation.type, target, external=relation.external)

    def add(self, part: str, kind: str, target: str, *, external: bool = False) -> str:
        """Add a relation to a part of the original; gives its id."""
        self._count += 1
        key = f"rIdKcdocs{self._count}"
        self._relations.setdefault(part, []).append(_element(key, kind, target, external=external))
        return key

    def relations(self) -> dict[str, bytes]:
        """The parts that hold the original's relations, with those that were added."""
        made = {}
        for part, elements in self._relations.items():
            name = rels_name(part)
            data = self.files.get(name) or self.package.parts.get(name) or _NO_RELATIONS
            for element in elements:
                data = appended(data, element)
            made[rels_name(part)] = data
        return made

    def _part(self, name: str, draft: Package) -> str:
        """Take a part of the draft over with all that it relates to; gives its new name."""
        if (draft.name, name) in self._carried:
            return self._carried[draft.name, name]
        if name not in draft.parts:
            raise UnmarkablePictureError(draft.name)
        folder, file = posixpath.split(name)
        new = self._carried[draft.name, name] = posixpath.join(
            folder, f"kcdocs{len(self._carried) + 1}-{file}"
        )
        self.files[new] = draft.parts[name]
        self.overrides.append(_override(new, draft.content_type(name)))
        below = draft.relations(name)
        if below:
            data = _NO_RELATIONS
            for item in below:
                target = item.target if item.external else f"/{self._part(item.target, draft)}"
                data = appended(data, _element(item.id, item.type, target, external=item.external))
            self.files[rels_name(new)] = data
        return new


def drawn_from(element: _Element, draft: Package, source: str) -> frozenset[bytes]:
    """The bytes of the parts that something drawn stands on.

    Args:
        element: It.
        draft: The draft.
        source: The part of the draft that it stands in.
    """
    targets = {item.id: item.target for item in draft.relations(source)}
    named = (str(value) for item in element.iter() for key, value in item.items() if str(key).startswith(_R))
    return frozenset(draft.parts.get(targets.get(name, ""), name.encode()) for name in named)


def _element(key: str, kind: str, target: str, *, external: bool) -> str:
    mode = ' TargetMode="External"' if external else ""
    kind, target = inside_attribute(kind), inside_attribute(target)
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"{mode}/>'


def _override(part: str, content_type: str) -> str:
    part, content_type = inside_attribute(part), inside_attribute(content_type)
    return f'<Override PartName="/{part}" ContentType="{content_type}"/>'

"""The parts of the joined file: each is kept once, however many documents bring it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from kcdocs.word import limits
from kcdocs.word.package.docx import Package
from kcdocs.word.package.escaping import inside_attribute
from kcdocs.word.package.relations import CONTENT_TYPES, MAIN, Relation, rels_name

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""How the address of most types of relations begins."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_EXTERNAL = ' TargetMode="External"'


@dataclass(slots=True)
class PartLinks:
    """The relations of a part that is written anew; ids are given in the order of asking."""

    _given: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def to(self, type_: str, target: str, *, external: bool = False) -> str:
        """The id of the relation to a part or an address, the same for the same."""
        return self._given.setdefault((type_, target, external), f"rId{len(self._given) + 1}")

    def relations(self) -> Iterator[Relation]:
        """All of them."""
        return (Relation(id_, *facts) for facts, id_ in self._given.items())


@dataclass(slots=True)
class Pool:
    """The parts of all documents joined so far.

    Attributes:
        parts: Name → bytes, relations included.
        types: Name → content type.
    """

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    _kept: dict[bytes, str] = field(default_factory=dict)
    _numbers: Counter[str] = field(default_factory=Counter)

    def put(self, name: str, data: bytes, content_type: str, links: Iterable[Relation] = ()) -> None:
        """Put a part under a name of its own."""
        self.parts[name], self.types[name] = data, content_type
        if relations := tuple(links):
            self.parts[rels_name(name)] = _rels(relations, posixpath.dirname(name))

    def keep(self, part: str, data: bytes, content_type: str, links: tuple[Relation, ...]) -> str:
        """Put a part unless an equal one is there.

        Args:
            part: Its name in its own document.
            data: Its bytes.
            content_type: Its type.
            links: Its relations, to parts of the joined file.

        Returns:
            Its name in the joined file.
        """
        key = sha256(repr((content_type, links)).encode() + data).digest()
        if key not in self._kept:
            self._kept[key] = self._free(part, content_type)
            self.put(self._kept[key], data, content_type, links)
        return self._kept[key]

    def _free(self, part: str, content_type: str) -> str:
        stem, suffix = posixpath.splitext(posixpath.basename(part))
        folder = "word/media/" if content_type.startswith("image/") else "word/"
        name = folder + (re.sub(r"[^A-Za-z]", "", stem) or "part")
        self._numbers[name] += 1
        return f"{name}{self._numbers[name]}.{re.sub(r'[^a-z0-9]', '', suffix.lower()) or 'bin'}"

    def package(self, main: str) -> dict[str, bytes]:
        """All parts of the file.

        Args:
            main: Name of the main part.
        """
        types = "".join(
            f'<Override PartName="/{name}" ContentType="{inside_attribute(type_)}"/>'
            for name, type_ in self.types.items()
        )
        default = f'<Default Extension="rels" ContentType="{_RELS_TYPE}"/>'
        root = _rels([Relation("rId1", f"{OFFICE}/{MAIN}", main, external=False)], "")
        return {
            CONTENT_TYPES: f'{_HEAD}<Types xmlns="{_TYPES}">{default}{types}</Types>'.encode(),
            rels_name(""): root,
            **self.parts,
        }


@dataclass(slots=True)
class Carrier:
    """Brings parts of one document into the pool.

    Attributes:
        pool: The pool.
        package: The document.
    """

    pool: Pool
    package: Package
    _names: dict[str, str] = field(default_factory=dict)

    def name(self, part: str, data: bytes | None = None, depth: int = 0) -> str:
        """The name in the joined file of a part, which is brought along with all it needs.

        Args:
            part: Its name in the document.
            data: Its bytes if they are not the document's.
            depth: How far from the document's own text it is.
        """
        if part not in self._names:
            self._names[part] = ""  # a part that needs itself goes without
            links = tuple(self._links(part, depth))
            content = self.package.parts[part] if data is None else data
            self._names[part] = self.pool.keep(part, content, self.package.content_type(part), links)
        return self._names[part]

    def _links(self, part: str, depth: int) -> Iterator[Relation]:
        for item in self.package.relations(part):
            if item.external:
                yield item
                continue
            there = item.target in self.package.parts and depth < limits.DEEPEST_PARTS
            if there and (name := self.name(item.target, depth=depth + 1)):
                yield Relation(item.id, item.type, name, external=False)


def _rels(relations: Iterable[Relation], folder: str) -> bytes:
    items = "".join(
        f'<Relationship Id="{inside_attribute(item.id)}" Type="{inside_attribute(item.type)}" '
        f'Target="{inside_attribute(_target(item, folder))}"'
        f"{_EXTERNAL if item.external else ''}/>"
        for item in relations
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'.encode()


def _target(item: Relation, folder: str) -> str:
    return item.target if item.external else posixpath.relpath(item.target, folder or ".")

"""What a document claims of its making, and whether its content still bears it out."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from kcdocs.engine.fill import CONTENT_PROPERTY, content_digest
from kcdocs.sets import trace
from kcdocs.word.package import CUSTOM, Package, part_titles, read_custom
from kcdocs.word.read import Passage, passages


@dataclass(frozen=True, slots=True)
class Claims:
    """What a document's custom properties say.

    Attributes:
        set_name: Set and version ("to-trinh@1.0.0").
        template: SHA-256 of the template, hexadecimal.
        record: SHA-256 of the record's typed data, hexadecimal.
        maker: Version of kcdocs.
        content: Digest of all parts but the custom properties, hexadecimal.
    """

    set_name: str
    template: str
    record: str
    maker: str
    content: str


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """A paragraph in which two documents differ.

    Attributes:
        part: Vietnamese name of the part.
        paragraph: Its ordinal in the second document, from 1; where it is missing there, the one before.
        expected: Its text in the first document; empty if it was added.
        found: Its text in the second; empty if it is missing.
    """

    part: str
    paragraph: int
    expected: str
    found: str


def read_claims(package: Package) -> Claims | None:
    """What a document says of its making; None if it does not say all of it."""
    custom = read_custom(package.parts.get(CUSTOM, b""))
    names = (trace.SET, trace.TEMPLATE, trace.RECORD, trace.MAKER, CONTENT_PROPERTY)
    values = [custom.get(name, "") for name in names]
    return Claims(*values) if all(values) else None


def digest_of(package: Package) -> str:
    """The digest of a document's content, over its uncompressed parts, as it is written when it is made."""
    return content_digest(
        {name: hashlib.sha256(data).hexdigest() for name, data in package.parts.items() if name != CUSTOM}
    )


def paragraph_differences(made: Package, found: Package) -> list[ChangedParagraph]:
    """The paragraphs in which two documents differ, body first."""
    made_parts, found_parts = _texts(made), _texts(found)
    titles = list(dict.fromkeys((*made_parts, *found_parts)))
    return [
        item
        for title in titles
        for item in _between(title, made_parts.get(title, ()), found_parts.get(title, ()))
    ]


def _texts(package: Package) -> dict[str, tuple[Passage, ...]]:
    titles = {part: title for part, title in part_titles(package).items() if part != title}
    words = {
        part: title for part, title in titles.items() if "wordprocessingml" in package.content_type(part)
    }
    return {title: passages(package, part) for part, title in words.items()}


def _between(title: str, made: tuple[Passage, ...], found: tuple[Passage, ...]) -> Iterator[ChangedParagraph]:
    old, new = [item.text for item in made], [item.text for item in found]
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for change, start, end, first, last in matcher.get_opcodes():
        if change != "equal":
            for index in range(max(end - start, last - first)):
                expected = old[start + index] if start + index < end else ""
                told = new[first + index] if first + index < last else ""
                number = found[min(first + index, last - 1, len(found) - 1)].number if found else 0
                yield ChangedParagraph(title, number, expected, told)

"""What annexes of an amending instrument say, right below their heads, that they take the place of.

Forms are often published in one row: each under the head of the annex it is to stand in, with a line in
brackets that names what it replaces ("Mẫu số 03 Phụ lục III kèm theo Thông tư số …"). That line is surer than
the number the form bears in the row, which other parts of the row bear again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile

from kcdocs.amend import limits
from kcdocs.amend.forms import form_label
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Act, Operation, Part
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.command.places import resolve
from kcdocs.parse.command.sentences import commands_in
from kcdocs.text.labels import ROMAN

_GROUP = re.compile(rf"{ROMAN}[.\-–:]?\s")
"""A heading above forms of a row; it stands behind the last form of the group before."""


@dataclass(frozen=True, slots=True)
class ReplacedPlace:
    """What is replaced: an instrument by its number, and a provision or part in it, as far as it is named."""

    number: str
    address: Address
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Replacements:
    """The new text of what annexes themselves say that they replace, by place."""

    texts: Mapping[ReplacedPlace, tuple[Node, ...]] = field(default_factory=dict)

    def of(self, operation: Operation) -> tuple[Node, ...]:
        """The new text for what an operation replaces; a line may name a form without its annex."""
        number = operation.amends.number if operation.amends else ""
        whole = ReplacedPlace(number, operation.target, operation.parts)
        bare = replace(whole, address=Address()) if operation.parts else whole
        return self.texts.get(whole) or self.texts.get(bare, ())


def replacements(instrument: Instrument, namings: Namings) -> Replacements:
    """The new text of what annexes say that they replace.

    Args:
        instrument: The amending instrument.
        namings: Reads the names of instruments.

    Returns:
        By the place in the amended instrument its new text; a place that two annexes claim is left out.
    """
    found: dict[ReplacedPlace, tuple[Node, ...]] = {}
    claimed: set[ReplacedPlace] = set()
    for annex in (node for node in instrument.nodes if node.kind is Kind.ANNEX):
        for note in _notes(annex):
            for place in _named(note.text, namings):
                found[place] = () if place in claimed else _new_text(annex, note, form=bool(place.parts))
                claimed.add(place)
    return Replacements(found)


def _notes(annex: Node) -> Iterator[Node]:
    """The lines in brackets at the head of an annex."""
    head = takewhile(lambda node: node.kind is Kind.PARAGRAPH, annex.children[: limits.HEAD_LINES])
    yield from (node for node in head if node.text.startswith("(") and node.text.rstrip().endswith(")"))


def _named(words: str, namings: Namings) -> Iterator[ReplacedPlace]:
    """The places that a line says are replaced."""
    for command in commands_in(words.strip("() "), namings):
        if command.act is not Act.REPLACE or command.left_over:
            continue
        (items,) = resolve([command.items], Address())
        for item in items:
            naming = item.naming or command.naming
            if naming is not None and naming.citation is not None and not item.doubt:
                yield ReplacedPlace(naming.citation.number, item.address, item.parts)


def _new_text(annex: Node, note: Node, *, form: bool) -> tuple[Node, ...]:
    """An annex, or the form it consists of, without the line that says what it replaces."""
    body = replace(annex, children=tuple(node for node in annex.children if node is not note))
    while (shorter := _without_next(body)) not in (body, None):
        body = shorter or body
    return body.children if form else (body,)


def _without_next(node: Node) -> Node | None:
    """A provision without the last line below it where that belongs to what follows it in the row."""
    if not node.children:
        return None if _of_next(node) else node
    last = _without_next(node.children[-1])
    return node if last is node.children[-1] else replace(node, children=(*node.children[:-1], *_all(last)))


def _all(node: Node | None) -> tuple[Node, ...]:
    return () if node is None else (node,)


def _of_next(node: Node) -> bool:
    """Whether a line with nothing below it is the bare head of a form, or a heading above forms."""
    line = " ".join(item.text for item in node.lines)
    bare = len(node.text.split()) <= limits.BARE_HEAD and form_label(node.text) != ""
    return bare or (line.isupper() and _GROUP.match(line) is not None)

"""Wrappers: what a quotation repeats of the text around the new words, so that a reader finds the place.

Whatever is quoted is the new text of something that the command names, or it stands so in the old text
already; where neither holds, nobody can tell what the drafter wanted there, and the command is not done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kcdocs.amend.bench import Bench, RefusedError
from kcdocs.amend.content import EXTRA, WITH_CONTENT
from kcdocs.amend.shares import Shares
from kcdocs.amend.twig import Twig
from kcdocs.law.kinds import HEADED, LABELLED
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Operation, PartKind
from kcdocs.text.normalise import content_form

_OTHERWISE = "Khối trích ghi «{}» ngoài phần mà lệnh nói đến; văn bản gốc không có đúng lời này ở chỗ ấy."


def alike(one: str, other: str) -> bool:
    """Whether words are the same to a reader: case and the marks at their end say nothing of the place."""
    return _bare(one) == _bare(other)


def _bare(words: str) -> str:
    return content_form(words).rstrip(" .;,:").lower()


def fresh(rows: Sequence[str], before: Sequence[str], behind: Sequence[str]) -> list[str]:
    """Rows without those at their ends that repeat what stands before and behind a place, in its order."""
    start = _repeated(rows, before)
    rest = rows[start:]
    return list(rest[: len(rest) - _repeated(rest[::-1], behind[::-1])])


def _repeated(rows: Sequence[str], old: Sequence[str]) -> int:
    """How many rows, from the first on, stand among the old in that order."""
    place = 0
    for count, row in enumerate(rows):
        place = next((at + 1 for at in range(place, len(old)) if alike(row, old[at])), 0)
        if not place:
            return count
    return len(rows)


def wrapped(operation: Operation, contents: Sequence[Node], shares: Shares) -> Operation:
    """An operation with what the quotation repeats around its new text."""
    if operation.act not in WITH_CONTENT or not (operation.content or operation.new):
        return operation
    above = [node for node in _around(contents, operation) if not shares.takes(node)]
    beside = shares.beside(operation.target) if operation.parts and shares.takers else ()
    return replace(operation, wrapper=(*above, *(replace(node, children=()) for node in beside)))


def _around(contents: Sequence[Node], operation: Operation) -> Iterator[Node]:
    """What a quotation has above and beside the new text of a command, each without what is below it.

    Args:
        contents: The provisions quoted.
        operation: The command, its content found.
    """
    if any(item.kind is Kind.ANNEX for item in operation.content):
        return
    for node in contents:
        if any(node is item for item in operation.content) or node.kind is Kind.QUOTE:
            continue
        if node.kind in (Kind.PARAGRAPH, Kind.TABLE):
            if operation.content:
                yield node
        elif _leads(node, operation):
            if node.text and (node.address != operation.target or node.kind in HEADED):
                yield replace(node, children=())
            if node.address != operation.target:
                yield from _around(node.children, operation)


def _leads(node: Node, operation: Operation) -> bool:
    """Whether the new text of a command stands below a quoted provision."""
    if operation.part is PartKind.HEADING and node.address == operation.target:
        return False
    if operation.content:
        return any(item is taken for item in node.walk() for taken in operation.content)
    return operation.target.starts_with(node.address) or any(
        item.address == operation.target for item in node.walk()
    )


def hold(bench: Bench, operation: Operation) -> None:
    """Whether what a quotation repeats stands so in the old text.

    Raises:
        RefusedError: If some of it does not.
    """
    for node in operation.wrapper:
        if node.kind in LABELLED:
            known = [bench.find(node.address).text]
        else:
            known = [words for twig in _above(bench, operation) for words in _read(twig)]
        if not any(alike(node.text, words) for words in known):
            raise RefusedError(_OTHERWISE.format(node.text.split("\n")[0]))


def repeats(bench: Bench, operation: Operation) -> bool:
    """Whether a quoted provision that no command names stands so in the old text already."""
    if operation.reason != EXTRA.format(operation.target.spoken()):
        return False
    twig = bench.holder(operation.target)
    own = [node.text for top in operation.content for node in top.walk()]
    old = [item.text for item in twig.walk()] if twig is not None else []
    return len(own) == len(old) and all(map(alike, own, old))


def _read(twig: Twig) -> Iterator[str]:
    """What a quotation may repeat of a provision: its name, its lines, the paragraphs right below it."""
    yield f"{SPOKEN[twig.kind]} {twig.label}"
    for item in (twig, *twig.children):
        yield item.text
        yield from item.text.split("\n")


def _above(bench: Bench, operation: Operation) -> Iterator[Twig]:
    """The provision a command acts on and those around it, as far as the old text has them."""
    address = operation.target
    while address.steps:
        if (twig := bench.holder(address)) is not None:
            yield twig
        address = address.parent

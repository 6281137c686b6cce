"""Recounting: is every row quoted below a command in one of its operations, and nothing else?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kcdocs.amend.limits import WORDS_SHOWN
from kcdocs.law.kinds import LABELLED
from kcdocs.model.address import Kind
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Operation, PartKind
from kcdocs.text.normalise import content_form

_BRINGING = (Act.REPLACE, Act.INSERT, Act.RETITLE)


def rows(quotes: Sequence[Node]) -> tuple[str, ...]:
    """The rows of quotations, each provision's own words, as they are held against one another."""
    own = (node for quote in quotes for node in quote.walk() if node is not quote)
    return tuple(_form(line) for node in own for line in node.text.split("\n") if _form(line))


def recounted(quoted: Sequence[str], operations: Sequence[Operation]) -> Iterator[str]:
    """Where the rows quoted below a paragraph and those of its operations are not the same, in Vietnamese.

    Args:
        quoted: The rows (`rows`).
        operations: The paragraph's operations.
    """
    bringing = [item for item in operations if item.act in _BRINGING]
    annexed = any(node.kind is Kind.ANNEX for item in bringing for node in item.content)
    if not quoted or annexed:
        return
    taken = {row for item in bringing for row in (*_brought(item), *_around(item))}
    ends = [row for item in bringing for row in map(_form, item.new.split("\n"))]
    for row in quoted:
        if row not in taken and not any(end.endswith(f" {row}") for end in ends):
            yield f"nội dung trích có «{row[:WORDS_SHOWN]}» mà không lệnh nào nhận"
    for item in bringing:
        yield from _foreign(item, quoted)
    yield from _in_order(bringing, quoted)


def _form(words: str) -> str:
    return content_form(words).rstrip(' .;,:”"')


def _brought(operation: Operation) -> Iterator[str]:
    """The rows of new text; a label before them is no word of theirs."""
    for line in operation.new.split("\n"):
        yield _form(line)
    for top in operation.content:
        for node in top.walk():
            yield from map(_form, node.text.split("\n"))


def _around(operation: Operation) -> Iterator[str]:
    for top in operation.wrapper:
        for node in top.walk():
            yield from map(_form, node.text.split("\n"))


def _foreign(operation: Operation, quoted: Sequence[str]) -> Iterator[str]:
    """New text that is not quoted here, or is that of another provision."""
    for row in _brought(operation):
        if row and not any(row == other or row.endswith(f" {other}") for other in quoted):
            yield f"lệnh đọc được mang lời «{row[:WORDS_SHOWN]}», nội dung trích không có"
    for node in operation.content[:1] if not operation.parts else ():
        same = node.kind is operation.target.kind and node.kind in LABELLED
        if same and node.label != operation.target.label:
            yield f"nội dung của {node.address.spoken()} được đọc là cho {operation.target.spoken()}"


def _in_order(operations: Sequence[Operation], quoted: Sequence[str]) -> Iterator[str]:
    """Parts get their rows in the order in which they are named."""
    named = [item for item in operations if item.parts and item.new and item.part is not PartKind.HEADING]
    firsts = [_form(item.new.split("\n")[0]) for item in named]
    places = [
        next((at for at, row in enumerate(quoted) if first == row or first.endswith(f" {row}")), 0)
        for first in firsts
    ]
    if places != sorted(places):
        yield "thứ tự lời trong nội dung trích không theo thứ tự các phần mà lệnh nêu"

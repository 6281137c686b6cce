"""Which quoted provision a command means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kcdocs.amend.make import make
from kcdocs.amend.shares import Shares
from kcdocs.law.kinds import LABELLED
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Operation
from kcdocs.parse.instrument import parse
from kcdocs.parse.openings import annex_opening, opening
from kcdocs.parse.plain import reading

WITH_CONTENT = (Act.REPLACE, Act.INSERT, Act.RETITLE)
"""Acts that bring new text."""

EXTRA = "Khối trích có {} mà lệnh không nêu."
"""Why a provision is not added that is quoted and that no command names."""

_WHOSE = "Nội dung mới của {} có lời có thể là của {}; chưa rõ lời ấy thuộc về đâu."
_EXTRA_QUESTION = "Có bổ sung {} không?"


def pick(contents: Sequence[Node], target: Address) -> tuple[Node, ...]:
    """The quoted provision that bears the target's address, with what belongs to it.

    A quotation may repeat what stands around the target ("Điều 8. …" above the new khoản 1): then the
    target is below. One that bears no label at all is taken whole, as the target's only paragraph.

    Returns:
        The node, or nothing if there is none or more than one.
    """
    found = [node for top in contents for node in _own(top) if node.address == target]
    found = found or [node for node in contents if _is_item(node, target)]
    found = found or [node for top in contents for node in _own(top) if _skips(node.address, target)]
    return (found[0],) if len(found) == 1 else ()


def _skips(address: Address, target: Address) -> bool:
    """Whether a quotation leaves units out around the target ("Điều 7. …" right above "b) …")."""
    steps = iter(target.steps)
    inside = len(address.steps) > 1 and all(step in steps for step in address.steps)
    return inside and address.steps[0] == target.steps[0] and address.steps[-1] == target.steps[-1]


def _is_item(node: Node, target: Address) -> bool:
    """Whether it is the item of an annex that is meant: drafters call it mục, khoản or điểm alike."""
    annexed = len(target.steps) > 1 and target.steps[0].kind is Kind.ANNEX
    return annexed and node.kind in LABELLED and node.label == target.label


def labelled(contents: Sequence[Node], label: str) -> tuple[Node, ...]:
    """The numbered item of an annex that is meant, where what is quoted has it once."""
    found = [node for top in contents for node in _own(top) if node.kind in LABELLED and node.label == label]
    return (found[0],) if len(found) == 1 else ()


def quoted_annex(contents: Sequence[Node], target: Address) -> tuple[Node, ...]:
    """An annex that is quoted with its label and heading, read as it stands behind an instrument."""
    if target.kind is not Kind.ANNEX or any(node.address.parent != target for node in contents):
        return ()
    lines = [line for top in contents for node in top.walk() for line in node.lines]
    if len(lines) < 2 or annex_opening(lines[0].text.lstrip(_QUOTES)) is None:
        return ()
    lines[0] = replace(lines[0], text=lines[0].text.lstrip(_QUOTES))
    lines[-1] = replace(lines[-1], text=_UNQUOTED.sub("", lines[-1].text.rstrip()))
    (found, *more) = parse(replace(reading(""), lines=tuple(lines))).nodes
    return (found,) if found.address == target and not more else ()


_QUOTES = '“"‟ '
_UNQUOTED = re.compile(r"[”\"]\s{0,3}[.;,]?\Z")


def quoted_item(node: Node) -> Node | None:
    """The new text that an item of a list quotes, as a provision under its own label; None if it is more."""
    found = _QUOTED_ITEM.fullmatch(node.text)
    if found is None:
        return None
    words = found.group(1)
    opened = opening(words)
    if opened is None:
        return make(Address().child(Kind.PARAGRAPH, "1"), words)
    return make(Address().child(opened.kind, opened.label), words[opened.start :].strip())


_QUOTED_ITEM = re.compile(r"\s*[“\"‟]([^“”\"]*)[”\"][\s.;,]*")
"""An item of a list that holds nothing but new text: a) “Điều 3. …”;"""


def _own(node: Node) -> Iterator[Node]:
    """A provision and what is below it; what it quotes in its turn is of another instrument."""
    yield node
    for child in node.children:
        if child.kind is not Kind.QUOTE:
            yield from _own(child)


def leftover(contents: Sequence[Node], taken: Sequence[Node]) -> Iterator[Node]:
    """Provisions of a quotation that no command took, outermost only; what leads to those taken aside."""
    annexes = [item.address for item in taken if item.kind is Kind.ANNEX]
    for node in contents:
        inside = list(node.walk())
        if node.address.parent in annexes:
            continue
        if any(item is node for item in taken) or node.kind is Kind.PARAGRAPH:
            continue
        if any(item is other for item in taken for other in inside):
            yield from leftover(node.children, taken)
        else:
            yield node


def title(contents: Sequence[Node], target: Address) -> str:
    """The new heading a quotation gives."""
    found = [node for node in contents if node.address == target] or list(contents[:1])
    return found[0].text if found else ""


def withheld(operations: Sequence[Operation]) -> Iterator[Operation]:
    """The operations of a sentence; one whose content holds what another lacks has a reason against it.

    A label is read as one of the provision before it, and one that starts a list anew ("a)" behind "b)") as
    words of it: where the sentence names a provision with that label and finds none, nobody can tell whose
    words they are.
    """
    lacking = {
        (item.target.kind, item.target.label): item.target
        for item in operations
        if item.act in WITH_CONTENT and item.reason and not item.content
    }
    for item in operations:
        meant = next((lacking[key] for key in _opened(item.content) if key in lacking), None)
        if meant is None or item.reason:
            yield item
        else:
            reason = _WHOSE.format(item.target.spoken(), meant.spoken())
            yield replace(item, reason=reason, question=reason)


def _opened(content: Sequence[Node]) -> Iterator[tuple[Kind | None, str]]:
    """The labels of what stands in new text, those among them that paragraphs only begin with."""
    for top in content:
        for node in top.walk():
            found = opening(node.text) if node.kind is Kind.PARAGRAPH else None
            if found is not None:
                yield found.kind, found.label
            elif node.kind in LABELLED and node is not top:
                yield node.kind, node.label


def unnamed(operations: Sequence[Operation], contents: Sequence[Node], shares: Shares) -> Iterator[Operation]:
    """Quoted provisions that no command names: shown, never applied."""
    bringing = (item for item in operations if item.act in WITH_CONTENT and (item.content or item.new))
    replaced = next(bringing, None)
    if replaced is None:
        return
    taken = [node for item in operations for node in item.content]
    odd = (node for node in shares.odd if not any(node is item for item in taken))
    for node in odd if shares.takers else leftover(contents, taken):
        where = node.address.spoken()
        yield replace(
            replaced,
            act=Act.INSERT,
            target=node.address,
            parts=(),
            new="",
            content=(node,),
            anchor=None,
            reason=EXTRA.format(where),
            question=_EXTRA_QUESTION.format(where),
        )

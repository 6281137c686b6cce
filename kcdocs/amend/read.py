"""Reading an amending instrument: its commands as operations, and a claim on every stretch of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kcdocs.amend.commands import Segment, segments
from kcdocs.amend.content import leftover
from kcdocs.amend.effect import effective_date, exceptions
from kcdocs.amend.phrases import Masked, mask
from kcdocs.amend.resolve import Command
from kcdocs.law.kinds import BACK, CONTAINERS, FRONT
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Act, Amendment, Claim, Claimed, Operation, Origin
from kcdocs.model.span import Span

_FRAME = FRONT | BACK | CONTAINERS
_KNOWN = (
    (Claim.EFFECT, re.compile(r"hiệu lực|điều khoản thi hành", re.IGNORECASE)),
    (Claim.TRANSITION, re.compile(r"chuyển tiếp", re.IGNORECASE)),
    (Claim.RESPONSIBILITY, re.compile(r"trách nhiệm|tổ chức thực hiện|tổ chức thi hành", re.IGNORECASE)),
)
_WITH_CONTENT = (Act.REPLACE, Act.INSERT, Act.RETITLE)
_COMMANDING = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH})


def read(instrument: Instrument) -> Amendment:
    """Read an amending instrument.

    Args:
        instrument: The instrument, parsed; its quoted provisions bear their addresses in the amended one.

    Returns:
        Its operations in order, each with a reason where it cannot be resolved from the instrument
        alone, and claims that cover every provision's words.
    """
    reader = _Reader(instrument)
    for node in instrument.nodes:
        reader.visit(node)
    return Amendment(instrument, tuple(reader.operations), tuple(reader.claims), reader.effective)


class _Reader:
    """Walks an instrument, gathering operations and claims."""

    def __init__(self, instrument: Instrument) -> None:
        self.operations: list[Operation] = []
        self.claims: list[Claimed] = []
        self.effective = effective_date(instrument)
        self._exceptions = exceptions(instrument)
        self._annexes = {node.label: node for node in instrument.nodes if node.kind is Kind.ANNEX}

    def visit(
        self,
        node: Node,
        around: Claim | None = None,
        amends: Citation | None = None,
        behind: Sequence[Node] = (),
    ) -> None:
        """Read a node and what is below it.

        Args:
            node: The node.
            around: What the provision around it is, where that settles what this one is.
            amends: The instrument that the command around it amends.
            behind: Quotations that stand directly behind it instead of below it.
        """
        masked = mask(node.text)
        found = segments(masked) if node.kind in _COMMANDING and around is not Claim.CONTENT else []
        own = self._commands(node, masked, found, amends, behind) if found else []
        self.operations += own
        said = _claim(node, around, commands=bool(found), group=bool(found) and not own)
        if node.text or node.lines:
            self.claims.append(Claimed(node.address, Span(0, len(node.text)), said))
        named = next((item.citation for item in node.references if found and item.citation), amends)
        for place, child in enumerate(node.children):
            self.visit(child, _passed_on(node, said), named, _behind(node.children, place))

    def _commands(
        self,
        node: Node,
        masked: Masked,
        found: Sequence[Segment],
        amends: Citation | None,
        behind: Sequence[Node],
    ) -> list[Operation]:
        introduces = any(_commands(child) for child in node.children)
        quotes = [child for child in node.children if child.kind is Kind.QUOTE and not introduces]
        contents = [child for quote in (*quotes, *behind) for child in quote.children]
        operations: list[Operation] = []
        for segment in found:
            origin = Origin(node.address, segment.span, segment.span.of(node.text).strip(" ;.,"))
            base = Operation(Act.REPLACE, Address(), origin, amends, effective=self._effective(node.address))
            if segment.group and introduces:
                continue
            operations += Command(node, masked, segment, base, contents, self._annexes).operations()
        operations += _unread(node, masked, found, amends)
        if introduces:
            return [item for item in operations if item.act not in _WITH_CONTENT or not item.reason]
        return [*operations, *_added(operations, contents)]

    def _effective(self, address: Address) -> date | None:
        """The day of the provision that commands, or of the nearest one around it that has its own."""
        steps = address.steps
        around = (Address(steps[:length]) for length in range(len(steps), 0, -1))
        return next((self._exceptions[item] for item in around if item in self._exceptions), self.effective)


def _commands(node: Node) -> bool:
    return node.kind in _COMMANDING and bool(segments(mask(node.text)))


def _behind(siblings: Sequence[Node], place: int) -> Sequence[Node]:
    """The quotation directly behind a paragraph that commands."""
    if siblings[place].kind is not Kind.PARAGRAPH or not _commands(siblings[place]):
        return ()
    return [item for item in siblings[place + 1 : place + 2] if item.kind is Kind.QUOTE]


def _unread(
    node: Node, masked: Masked, found: Sequence[Segment], amends: Citation | None
) -> Iterator[Operation]:
    """Quoted words of a command on words that none of its parts takes up."""
    taken = {
        span for segment in found for span in (*segment.old, *(() if segment.new is None else (segment.new,)))
    }
    if taken:
        for span in masked.quotes:
            if span not in taken:
                words = span.of(node.text)
                reason = f"Chưa rõ lệnh làm gì với cụm từ “{words}”."
                yield Operation(
                    Act.REPLACE_WORDS,
                    Address(),
                    Origin(node.address, span, words),
                    amends,
                    old=words,
                    reason=reason,
                )


def _added(operations: Sequence[Operation], contents: Sequence[Node]) -> Iterator[Operation]:
    """Quoted provisions beside those named: "sửa đổi, bổ sung" adds what the block has more."""
    replaced = next((item for item in operations if item.act is Act.REPLACE and item.content), None)
    if replaced is None:
        return
    taken = [node for item in operations for node in item.content]
    for node in leftover(contents, taken):
        yield replace(replaced, act=Act.INSERT, target=node.address, content=(node,), anchor=None)


def _passed_on(node: Node, said: Claim) -> Claim | None:
    """What a provision's own claim settles about those below it."""
    if node.kind is Kind.QUOTE:
        return Claim.CONTENT
    return None if said in (Claim.COMMAND, Claim.OPENING, Claim.UNCLAIMED) else said


def _claim(node: Node, around: Claim | None, *, commands: bool, group: bool) -> Claim:
    """What a provision's own words are.

    Args:
        node: The provision.
        around: What the provision around it settles, None if nothing.
        commands: Whether it reads as a command.
        group: Whether it only introduces the commands below it.
    """
    if around is Claim.CONTENT or node.kind is Kind.QUOTE:
        return Claim.CONTENT
    if commands:
        return Claim.OPENING if group else Claim.COMMAND
    if around is not None:
        return around
    if node.kind in _FRAME:
        return Claim.FRAME
    if node.kind is Kind.ARTICLE:
        return next((said for said, pattern in _KNOWN if pattern.search(node.text)), Claim.UNCLAIMED)
    return Claim.UNCLAIMED

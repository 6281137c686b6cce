"""Reading an amending instrument: its commands as operations, and a claim on every stretch of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kcdocs.amend import forms
from kcdocs.amend.claims import claim
from kcdocs.amend.commands import Segment, segments
from kcdocs.amend.content import leftover, pick, title
from kcdocs.amend.effect import effective_date, exceptions
from kcdocs.amend.phrases import Masked, mask
from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument, Node, Reference
from kcdocs.model.operation import Act, Amendment, Claim, Claimed, Operation, Origin, Scope
from kcdocs.model.span import Span

_WITH_CONTENT = (Act.REPLACE, Act.INSERT, Act.RETITLE)
_COMMANDING = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH})
_HEADING = re.compile(r"tên (phần|chương|mục|tiểu mục|điều|phụ lục) ([\wđ]+)", re.IGNORECASE)
_OWN_HEADING = re.compile(r"tên (?:điều|chương|mục|phụ lục)(?! [\divxlc])", re.IGNORECASE)
_LEAD = re.compile(r"(?:đoạn mở đầu|đoạn đầu|đoạn dẫn|câu dẫn)(?!\w)", re.IGNORECASE)
_REACH = 14
_THROUGHOUT = ("toàn bộ", "toàn văn", "các điều", "tại văn bản", "trong văn bản")
_NO_TARGET = "Chưa rõ lệnh này tác động vào điều khoản nào."
_NO_CONTENT = "Lệnh không kèm nội dung mới của {}."


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
        self._frame = Claim.UNCLAIMED

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
        found = segments(masked) if node.kind in _COMMANDING and around is not Claim.QUOTED else []
        own = self._commands(node, masked, found, amends, behind) if found else []
        self.operations += own
        said = claim(node, around, commands=bool(found), group=bool(found) and not own)
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
            operations += _Command(node, masked, segment, base, contents, self._annexes).operations()
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


class _Command:
    """One segment of a clause, turned into operations."""

    def __init__(
        self,
        node: Node,
        masked: Masked,
        segment: Segment,
        base: Operation,
        contents: Sequence[Node],
        annexes: dict[str, Node],
    ) -> None:
        self._node = node
        self._masked = masked
        self._segment = segment
        self._base = replace(base, act=segment.act, side=segment.side)
        self._contents = contents
        self._annexes = annexes

    def operations(self) -> Iterator[Operation]:
        """The operations, one for each provision and each pair of words."""
        segment = self._segment
        targets = [*self._unlabelled(segment.places), *self._targets(segment.places)]
        if segment.old:
            yield from self._of_words(targets or list(self._throughout()))
        elif not targets:
            yield replace(self._base, reason=_NO_TARGET)
        else:
            for target, scope, citation in targets:
                base = replace(self._base, target=target, scope=scope, amends=citation or self._base.amends)
                within = segment.substitutes is not None and self._forms(segment.places[0])
                yield from self._replaced_forms(base) if within else (self._of_provision(base),)

    def _unlabelled(self, places: Sequence[Span]) -> Iterator[tuple[Address, Scope, Citation | None]]:
        """The provision whose heading is meant by "tên Điều" alone: the one that the quotation names."""
        named = any(_OWN_HEADING.search(span.of(self._masked.text)) for span in places)
        if named and len(self._contents) == 1 and self._contents[0].address.steps:
            yield self._contents[0].address, Scope.HEADING, None

    def _of_words(self, targets: Sequence[tuple[Address, Scope, Citation | None]]) -> Iterator[Operation]:
        text = self._node.text
        new = self._segment.new.of(text) if self._segment.new else ""
        if not targets:
            yield replace(self._base, old=self._segment.old[0].of(text), new=new, reason=_NO_TARGET)
        for target, scope, citation in targets:
            for old in self._segment.old:
                yield replace(
                    self._base,
                    target=target,
                    scope=scope,
                    amends=citation or self._base.amends,
                    old=old.of(text),
                    new=new,
                )

    def _of_provision(self, base: Operation) -> Operation:
        match base.act:
            case Act.REPLACE if base.scope is Scope.HEADING:
                return self._retitle(base)
            case Act.REPLACE if base.scope is Scope.LEAD:
                return self._lead(base)
            case Act.REPLACE if self._segment.substitutes:
                return self._substitute(base)
            case Act.REPLACE | Act.INSERT:
                content = pick(self._contents, base.target)
                reason = "" if content else _NO_CONTENT.format(base.target.spoken())
                return replace(base, content=content, anchor=self._anchor(), reason=reason)
            case _:
                return base

    def _retitle(self, base: Operation) -> Operation:
        quotes = self._masked.quoted(self._segment.span.start, self._segment.span.end)
        new = quotes[-1].of(self._node.text) if quotes else title(self._contents, base.target)
        reason = "" if new else _NO_CONTENT.format(f"tên {base.target.spoken()}")
        return replace(base, act=Act.RETITLE, new=new, reason=reason)

    def _lead(self, base: Operation) -> Operation:
        """The words with which a provision begins, before its first labelled part."""
        new = "\n".join(item.text for item in self._contents if item.text)
        reason = "" if new else _NO_CONTENT.format(f"đoạn mở đầu {base.target.spoken()}")
        return replace(base, new=new, reason=reason)

    def _substitute(self, base: Operation) -> Operation:
        """A target replaced by an annex that comes with the amending instrument."""
        wanted = [target for target, _, _ in self._targets((self._segment.substitutes,))]
        annex = self._annexes.get(wanted[0].label) if wanted and wanted[0].kind is Kind.ANNEX else None
        if annex is None or base.target.kind is not Kind.ANNEX:
            return replace(base, reason=_NO_CONTENT.format(base.target.spoken()))
        return replace(base, content=(annex,))

    def _replaced_forms(self, base: Operation) -> Iterator[Operation]:
        """Forms replaced by forms of an annex that comes with the amending instrument, or by all of it."""
        olds = self._forms(self._segment.places[0])
        news = self._forms(self._segment.substitutes)
        wanted = [target for target, _, _ in self._targets((self._segment.substitutes,))]
        annex = self._annexes.get(wanted[0].label) if wanted and wanted[0].kind is Kind.ANNEX else None
        parts = [item for item in annex.children if not item.text.startswith("(Kèm theo")] if annex else []
        for place, old in enumerate(olds):
            content: Sequence[Node] = ()
            if len(news) == len(olds):
                content = parts[forms.stretch(parts, news[place])]
            elif not news and len(olds) == 1:
                content = parts
            reason = "" if content and base.target.kind is Kind.ANNEX else _NO_CONTENT.format(old)
            yield replace(base, scope=Scope.FORM, old=old, content=tuple(content), reason=reason)

    def _forms(self, span: Span | None) -> list[str]:
        return forms.named(span.of(self._masked.text)) if span else []

    def _anchor(self) -> Address | None:
        if self._segment.anchors is None:
            return None
        return next((target for target, _, _ in self._targets((self._segment.anchors,))), None)

    def _throughout(self) -> Iterator[tuple[Address, Scope, Citation | None]]:
        places = " ".join(span.of(self._masked.text) for span in self._segment.places).strip(" .;,")
        if not places or any(words in places for words in _THROUGHOUT):
            yield Address(), Scope.WHOLE, None

    def _targets(self, places: Sequence[Span | None]) -> Iterator[tuple[Address, Scope, Citation | None]]:
        for span in places:
            for reference in self._node.references:
                if span and span.start <= reference.span.start and reference.span.end <= span.end:
                    yield from self._of_reference(reference)

    def _of_reference(self, reference: Reference) -> Iterator[tuple[Address, Scope, Citation | None]]:
        start = max(reference.span.start - _REACH, 0)
        words = self._masked.text[start : reference.span.end]
        headings = {(found.group(1).lower(), found.group(2)) for found in _HEADING.finditer(words)}
        lead = _LEAD.search(words) is not None
        for target in reference.targets or (Address(),) * bool(self._segment.old):
            named = (SPOKEN[target.kind].lower(), target.label) if target.kind else ()
            scope = Scope.LEAD if lead else Scope.WHOLE
            yield target, Scope.HEADING if named in headings else scope, reference.citation


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
        return Claim.QUOTED
    return None if said in (Claim.OPERATION, Claim.GROUP, Claim.UNCLAIMED) else said

"""One command of an amending instrument, turned into operations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kcdocs.amend import forms
from kcdocs.amend.commands import Segment
from kcdocs.amend.content import pick, title
from kcdocs.amend.make import make
from kcdocs.amend.phrases import Masked
from kcdocs.law.commanding import DONE, LEADS
from kcdocs.law.kinds import HEADED, unit_pattern
from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Node, Reference
from kcdocs.model.operation import Act, Operation, Part, PartKind
from kcdocs.model.span import Span
from kcdocs.parse.openings import opening

Target = tuple[Address, tuple[Part, ...], Citation | None]
"""What a command acts on: the provision, which part of it, and the instrument named."""

_HEADED = unit_pattern(*HEADED)
_HEADING = re.compile(rf"tên ({_HEADED}) ([\wđ]+)", re.IGNORECASE)
_OWN_HEADING = re.compile(rf"tên (?:{_HEADED})(?! [\divxlc])", re.IGNORECASE)
_LEAD = re.compile(rf"(?:{'|'.join(LEADS)})(?!\w)", re.IGNORECASE)
_PROVENANCE = re.compile(DONE, re.IGNORECASE)
_REACH = 14
_THROUGHOUT = ("toàn bộ", "toàn văn", "các điều", "tại văn bản", "trong văn bản")
_NO_TARGET = "Chưa rõ lệnh này tác động vào điều khoản nào."
_ASKED = "Chưa rõ “{}” là sửa đổi, bổ sung hay bãi bỏ."
_NO_CONTENT = "Lệnh không kèm nội dung mới của {}."


class Command:
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
        if segment.asked:
            yield replace(self._base, reason=_ASKED.format(segment.asked))
            return
        targets = [*self._unlabelled(segment.places), *self._targets(segment.places)]
        if not targets and segment.act is Act.INSERT:
            targets = list(self._targets((segment.substitutes,)))
        if segment.old:
            yield from self._of_words(targets or list(self._throughout()))
        elif not targets:
            yield replace(self._base, reason=_NO_TARGET)
        else:
            for target, parts, citation in targets:
                base = replace(self._base, target=target, parts=parts, amends=citation or self._base.amends)
                within = segment.substitutes is not None and self._forms(segment.places[0])
                yield from self._replaced_forms(base) if within else (self._of_provision(base),)

    def _unlabelled(self, places: Sequence[Span]) -> Iterator[Target]:
        """The provision whose heading is meant by "tên Điều" alone: the one that the quotation names."""
        named = any(_OWN_HEADING.search(span.of(self._masked.text)) for span in places)
        if named and len(self._contents) == 1 and self._contents[0].address.steps:
            yield self._contents[0].address, (Part(PartKind.HEADING),), None

    def _of_words(self, targets: Sequence[Target]) -> Iterator[Operation]:
        text = self._node.text
        new = self._segment.new.of(text) if self._segment.new else ""
        if not targets:
            yield replace(self._base, old=self._segment.old[0].of(text), new=new, reason=_NO_TARGET)
        for target, parts, citation in targets:
            for old in self._segment.old:
                yield replace(
                    self._base,
                    target=target,
                    parts=parts,
                    throughout=not target.steps,
                    amends=citation or self._base.amends,
                    old=old.of(text),
                    new=new,
                )

    def _of_provision(self, base: Operation) -> Operation:
        match base.act:
            case Act.REPLACE if base.part is PartKind.HEADING:
                return self._retitle(base)
            case Act.REPLACE if base.part is PartKind.LEAD:
                return self._lead(base)
            case Act.REPLACE | Act.INSERT if self._segment.substitutes:
                return self._substitute(base)
            case Act.REPLACE | Act.INSERT:
                content = pick(self._contents, base.target) or self._inline(base.target)
                reason = "" if content else _NO_CONTENT.format(base.target.spoken())
                return replace(base, content=content, anchor=self._anchor(base.target), reason=reason)
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
                content = next(iter(forms.run(parts, news[place])), [])
            elif not news and len(olds) == 1:
                content = parts
            reason = "" if content and base.target.kind is Kind.ANNEX else _NO_CONTENT.format(old)
            part = Part(PartKind.FORM, label=old)
            yield replace(base, parts=(part,), content=tuple(content), reason=reason)

    def _forms(self, span: Span | None) -> list[str]:
        return forms.named(span.of(self._masked.text)) if span else []

    def _inline(self, target: Address) -> tuple[Node, ...]:
        """The new provision quoted in the command's own line ("… như sau: “6. …”"), if it bears the label."""
        quotes = self._masked.quoted(self._segment.span.start, self._segment.span.end)
        words = quotes[-1].of(self._node.text) if quotes else ""
        found = opening(words) if words else None
        if found is None or (found.kind, found.label) != (target.kind, target.label):
            return ()
        return (make(target, words[found.start :].strip()),)

    def _anchor(self, target: Address) -> Address | None:
        """The neighbour named; "vào Điều 10" names what a new clause goes into, which is none."""
        if self._segment.anchors is None:
            return None
        named = next((anchor for anchor, _, _ in self._targets((self._segment.anchors,))), None)
        around = named is not None and named.steps == target.steps[: len(named.steps)]
        return None if around else named

    def _throughout(self) -> Iterator[Target]:
        places = " ".join(span.of(self._masked.text) for span in self._segment.places).strip(" .;,")
        if not places or any(words in places for words in _THROUGHOUT):
            yield Address(), (), None

    def _targets(self, places: Sequence[Span | None]) -> Iterator[Target]:
        for span in places:
            for reference in self._node.references:
                inside = span and span.start <= reference.span.start and reference.span.end <= span.end
                if span and inside and not self._tells_provenance(span.start, reference.span.start):
                    yield from self._of_reference(reference)

    def _tells_provenance(self, start: int, end: int) -> bool:
        """Whether a reference says where a target was amended before ("đã được sửa đổi tại …")."""
        told = list(_PROVENANCE.finditer(self._masked.text, start, end))
        return bool(told) and not {",", ";"} & set(self._masked.text[told[-1].end() : end])

    def _of_reference(self, reference: Reference) -> Iterator[Target]:
        start = max(reference.span.start - _REACH, 0)
        words = self._masked.text[start : reference.span.end]
        headings = {(found.group(1).lower(), found.group(2)) for found in _HEADING.finditer(words)}
        lead = _LEAD.search(words) is not None
        for target in reference.targets or (Address(),) * bool(self._segment.old):
            named = (SPOKEN[target.kind].lower(), target.label) if target.kind else ()
            kind = PartKind.HEADING if named in headings else PartKind.LEAD if lead else None
            yield target, (Part(kind),) if kind else (), reference.citation

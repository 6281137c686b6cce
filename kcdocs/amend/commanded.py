"""One command of a sentence, turned into operations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kcdocs.amend import forms
from kcdocs.amend.content import labelled, pick, quoted_annex, title
from kcdocs.amend.make import make
from kcdocs.amend.placing import WHICH_INSTRUMENT, Placed
from kcdocs.amend.shares import SHARING, Material
from kcdocs.amend.state import CommandContext
from kcdocs.law.parts import spoken
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Operation, Part, PartKind, Side, Spared
from kcdocs.parse.command.places import Resolved, resolve
from kcdocs.parse.command.sentence import Command, Naming
from kcdocs.parse.openings import opening

_NO_TARGET = "Chưa rõ lệnh này tác động vào điều khoản nào."
_WHICH_ONES = "Sửa đổi, bãi bỏ những điều khoản nào?"
_ASKED = "Chưa rõ “{}” là sửa đổi, bổ sung hay bãi bỏ."
_NO_CONTENT = "Lệnh không kèm nội dung mới của {}."
_NOT_FOUND = "Chưa tìm được trong phụ lục của văn bản sửa đổi nội dung mới của {}."
_LEFT = "Không hiểu {} trong lệnh."
_LEFT_QUESTION = "{} nghĩa là gì{}?"
_WHOLE_REPEALED = "Lệnh này bãi bỏ cả văn bản; kcdocs không hợp nhất một văn bản đã bị bãi bỏ."
_OWN = "Lệnh này nói về điều khoản của chính văn bản sửa đổi."
_WHICH_QUESTION = "Lệnh này sửa văn bản nào?"
_WHERE_QUESTION = "Nội dung mới của {} nằm ở phần nào của phụ lục?"
_NO_PART = "Chưa rõ là {} nào của {}."
_WHICH_NUMBER = "Chưa rõ {} được đánh số lại thành số, ký hiệu nào."
_WHICH_WORDS = "Chưa rõ lời nào của nội dung mới là của {}."
_WHOSE_TITLE = "Chưa rõ lệnh nói đến tên {0} hay cả {0}."
_POINTED = SHARING - {PartKind.LEAD}
_WORDS = frozenset({Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS})


def _spared_in(operation: Operation, together: Sequence[Operation]) -> tuple[Spared, ...]:
    """The exceptions of an operation: those in its own place, and those in no place of its command."""
    return tuple(
        item
        for item in operation.exceptions
        if _lies_in(item, operation) or not any(_lies_in(item, other) for other in together)
    )


def _lies_in(item: Spared, operation: Operation) -> bool:
    return bool(operation.target.steps) and item.address.starts_with(operation.target)


class PlacedOperations:
    """A placed command, turned into operations."""

    def __init__(self, placed: Placed, state: CommandContext, base: Operation, material: Material) -> None:
        self._placed = placed
        self._command = placed.command
        self._state = state
        self._material = material
        self._listed_verb = bool(placed.command.verb) and placed.command.verb != _verb_of(state.listed)
        self._base = replace(
            base,
            act=placed.command.act or Act.REPLACE,
            side=placed.command.side,
            at_end=placed.command.at_end,
            exceptions=placed.spared,
            history=placed.command.history,
            effective=placed.command.day or state.day or base.effective,
        )

    def operations(self) -> list[Operation]:
        """The operations, one for each provision and each pair of words."""
        found = list(self._operations())
        return [self._judged(replace(item, exceptions=_spared_in(item, found))) for item in found]

    def _operations(self) -> Iterator[Operation]:
        command = self._command
        if command.act is None:
            yield replace(self._base, reason=_ASKED.format(command.verb))
        elif command.group:
            amends, _ = self._amends(None)
            yield replace(self._base, amends=amends, reason=_NO_TARGET, question=_WHICH_ONES)
        elif command.act in _WORDS:
            yield from self._of_words()
        elif not self._targets():
            yield from self._of_nothing()
        else:
            for item in self._targets():
                yield from self._of_item(item)

    def _judged(self, operation: Operation) -> Operation:
        """The operation, with what speaks against applying it."""
        command = self._command
        left = (*self._material.left_over, *command.left_over)
        if left:
            words = ", ".join(f"“{words}”" for words in left)
            known = operation.throughout or operation.target.steps or operation.parts
            about = f" đối với {spoken(operation.target, operation.parts)}" if known else ""
            question = _LEFT_QUESTION.format(words, about)
            return replace(operation, reason=_LEFT.format(words), not_understood=left, question=question)
        doubt = operation.question or command.doubt or self._placed.doubt or self._inherited_doubt(operation)
        if doubt and not operation.reason:
            return replace(operation, reason=doubt, question=doubt)
        return operation

    def _inherited_doubt(self, operation: Operation) -> str:
        item = self._state.listed is not None and not self._listed_verb
        used = item or (self._state.above.steps and operation.target.starts_with(self._state.above))
        return self._state.doubt if used else ""

    # --- targets ---

    def _targets(self) -> tuple[Resolved, ...]:
        if self._placed.items:
            return self._placed.items
        into = self._placed.into
        return (into,) if into is not None and self._command.act is Act.INSERT else ()

    def _at(self, item: Resolved) -> Operation:
        """The base operation on an item: its address, part and instrument."""
        amends, doubt = self._amends(None if self._own_annex(item) else item.naming)
        return replace(
            self._base, target=item.address, parts=item.parts, amends=amends, question=item.doubt or doubt
        )

    def _own_annex(self, item: Resolved) -> tuple[Node, ...]:
        """The amending instrument's own annex, where a command adds it ("… kèm theo Nghị định này")."""
        named = item.naming is not None and item.naming.citation is None and not item.parts
        if not (named and self._command.act is Act.INSERT and item.address.kind is Kind.ANNEX):
            return ()
        annex = self._annexes(item.address)
        return (annex,) if annex is not None else ()

    def _amends(self, naming: Naming | None) -> tuple[Citation | None, str]:
        """The instrument of an item, and why it is not sure."""
        own = naming or self._command.naming
        if own is None:
            return self._state.instrument, WHICH_INSTRUMENT if self._state.foreign else ""
        if own.citation is None:
            return None, _OWN
        if own.citation.number or own.citation.title or own.citation.issued:
            return own.citation, ""
        known = self._state.instrument
        return known, "" if known is not None and known.type == own.citation.type else WHICH_INSTRUMENT

    # --- words ---

    def _of_words(self) -> Iterator[Operation]:
        for target in self._places():
            for old, new in self._pairs():
                yield replace(target, old=old, new=new)

    def _pairs(self) -> list[tuple[str, str]]:
        command = self._command
        new = command.news[0].text if command.news else ""
        return [(old.text, new) for old in command.olds] or [("", new)]

    def _places(self) -> list[Operation]:
        if self._placed.items:
            return [self._titled(self._at(item), item) for item in self._placed.items]
        amends, doubt = self._amends(None)
        base = replace(self._base, amends=amends, question=doubt)
        if self._command.throughout:
            return [replace(base, throughout=True)]
        if self._state.above.steps or self._state.parts:
            return [replace(base, target=self._state.above, parts=self._state.parts)]
        return [replace(base, reason=_NO_TARGET, question="Thay ở những điều khoản nào?")]

    def _titled(self, operation: Operation, item: Resolved) -> Operation:
        """A place of words behind a title of its own kind: "tên Điều 3, Điều 5" may be two titles."""
        before = self._placed.items[self._placed.items.index(item) - 1]
        title = bool(before.parts) and before.parts[-1].kind is PartKind.HEADING
        if item.parts or not title or item is self._placed.items[0]:
            return operation
        if before.address.kind is not item.address.kind or operation.question:
            return operation
        return replace(operation, question=_WHOSE_TITLE.format(item.address.spoken()))

    # --- provisions ---

    def _of_nothing(self) -> Iterator[Operation]:
        amends, doubt = self._amends(None)
        base = replace(self._base, amends=amends, question=doubt)
        if self._command.act is Act.REPEAL and self._command.naming is not None:
            yield replace(base, throughout=True, reason=_WHOLE_REPEALED)
        else:
            yield replace(base, reason=_NO_TARGET)

    def _of_item(self, item: Resolved) -> Iterator[Operation]:
        base = self._at(item)
        if base.question:
            yield replace(base, reason=base.question)
        elif base.act is Act.RENUMBER:
            yield self._renumbered(base, item)
        elif self._command.substitutes:
            yield from self._substituted(base)
        elif base.act in (Act.REPLACE, Act.INSERT):
            own = self._own_annex(item)
            yield replace(base, content=own, anchor=self._anchor()) if own else self._with_content(base)
        elif _unpointed(base):
            yield _ask_part(base)
        else:
            yield base

    def _renumbered(self, base: Operation, item: Resolved) -> Operation:
        """A provision under the label of the one that stands for it behind "thành"."""
        items, becoming = self._targets(), self._placed.becoming
        new = becoming[items.index(item)].address if len(becoming) == len(items) else Address()
        same = bool(new.steps) and new.kind is base.target.kind
        # "thành khoản 4" is of the same article
        bare = all(len(one.units) == 1 for one in self._command.substitutes)
        beside = same and (bare or new.parent in (base.target.parent, Address()))
        if base.parts or not beside:
            reason = _WHICH_NUMBER.format(spoken(base.target, base.parts))
            return replace(base, reason=reason, question=reason)
        return replace(base, new=new.label)

    def _with_content(self, base: Operation) -> Operation:
        if base.act is Act.INSERT and not self._placed.items:
            return self._new_paragraph(base)
        if base.part is PartKind.HEADING or self._titled_too(base):
            parts = base.parts if base.part is PartKind.HEADING else (Part(PartKind.HEADING),)
            return self._retitle(replace(base, parts=parts))
        if base.parts:
            return self._part(base)
        contents, target = self._material.contents, base.target
        content = pick(contents, target) or quoted_annex(contents, target)
        content = content or self._inline(target) or self._bare(target)
        reason = "" if content else _NO_CONTENT.format(base.target.spoken())
        return replace(base, content=content, anchor=self._anchor(), reason=reason)

    def _titled_too(self, base: Operation) -> bool:
        """Whether only a further title is meant: "tên Điều 3, Điều 4", and no more than titles is quoted."""
        first = self._targets()[0]
        alike = (
            bool(first.parts)
            and first.parts[-1].kind is PartKind.HEADING
            and first.address.kind is base.target.kind
        )
        found = pick(self._material.contents, base.target)
        return alike and base.act is Act.REPLACE and bool(found) and not found[0].children

    def _bare(self, target: Address) -> tuple[Node, ...]:
        """New text without a label, where the command names one provision only."""
        contents = tuple(self._material.contents)
        alone = len(self._targets()) == 1 and all(
            node.kind in (Kind.PARAGRAPH, Kind.TABLE) or node.address.parent == target for node in contents
        )
        return contents if alone and self._command.act is Act.REPLACE else ()

    def _anchor(self) -> Address | None:
        anchor = self._placed.anchor
        return anchor.address if anchor is not None else None

    def _retitle(self, base: Operation) -> Operation:
        news = self._command.news
        said = news[-1].text if news else _unlabelled(self._inline_words(), base.target)
        new = said or self._title(base)
        reason = "" if new else _NO_CONTENT.format(spoken(base.target, base.parts))
        if new is None:
            reason = _WHICH_WORDS.format(spoken(base.target, base.parts))
        return replace(base, act=Act.RETITLE, new=new or "", reason=reason)

    def _title(self, base: Operation) -> str | None:
        shares = self._material.shares
        if (base.target, base.parts) in shares.takers and self._material.contents:
            return shares.of(base.target, base.parts)
        return title(self._material.contents, base.target)

    def _part(self, base: Operation) -> Operation:
        """New words of a part, or a new part."""
        given = base.parts
        if base.act is Act.INSERT:
            base = self._positioned(base)
        elif _unpointed(base):
            return _ask_part(base)
        shares, contents = self._material.shares, tuple(self._material.contents)
        row = labelled(contents, given[-1].label) if base.part is PartKind.ROW else ()
        if row:
            return replace(base, content=row)
        new: str | None = _unlabelled(self._inline_words(), base.target)
        if len(shares.takers) > 1 and (new or base.part not in SHARING):
            new = None
        elif not new:
            new = shares.of(base.target, given) if contents else ""
        if new is None:
            return replace(base, reason=_WHICH_WORDS.format(spoken(base.target, base.parts)))
        content = () if base.part in SHARING else contents
        reason = "" if new or content else _NO_CONTENT.format(spoken(base.target, base.parts))
        return replace(base, new=new, content=content, reason=reason)

    def _positioned(self, base: Operation) -> Operation:
        """A new part: which one it becomes, counted as the drafter does."""
        part = base.parts[-1]
        anchor, into = self._placed.anchor, self._placed.into
        if part.kind is PartKind.BASIS and any(one and one.address.steps for one in (anchor, into)):
            return _ask_part(base)
        beside = anchor.parts[-1] if anchor is not None and anchor.parts else None
        if beside is not None and beside.kind is part.kind and beside.ordinal > 0:
            ordinal = beside.ordinal + (self._command.side is Side.AFTER)
            return replace(base, parts=(*base.parts[:-1], replace(part, ordinal=ordinal)))
        if beside is not None and beside.ordinal < 0 and self._command.side is Side.AFTER:
            return replace(base, parts=(*base.parts[:-1], replace(part, ordinal=-1)), at_end=True)
        if part.ordinal < 0 or base.at_end:
            return replace(base, at_end=True)
        return base if part.ordinal or part.label else _ask_part(base)

    def _new_paragraph(self, base: Operation) -> Operation:
        """A paragraph of its own at the end ("Bổ sung vào cuối khoản 2 …")."""
        new = "\n".join(node.text for node in self._material.contents if node.text)
        part = Part(PartKind.PARAGRAPH, -1)
        if base.at_end and new:
            return replace(base, parts=(*base.parts, part), new=new)
        question = "Bổ sung thành một đoạn mới hay vào cuối câu cuối?"
        return replace(base, reason=_NO_TARGET if not base.at_end else question, question=question)

    # --- annexes of the amending instrument ---

    def _substituted(self, base: Operation) -> Iterator[Operation]:
        (found,) = resolve([self._command.substitutes], Address())
        items = [item for item in found if item.naming is None or item.naming.citation is None]
        named = [(item.address, item.parts) for item in self._placed.items]
        paired = bool(items) and len(items) == len(named)
        content = self._material.replaced.of(base)
        if not content and paired:
            content = self._annexed(items[named.index((base.target, base.parts))])
        if base.act is Act.INSERT and not content:
            content = pick(self._material.contents, base.target)
        named_ = spoken(base.target, base.parts)
        missing = _NOT_FOUND if self._material.annexed else _NO_CONTENT
        reason = "" if content else missing.format(named_)
        asked = _WHERE_QUESTION.format(named_) if reason and self._material.annexed else base.question
        yield replace(base, content=content, anchor=self._anchor(), reason=reason, question=asked)

    def _annexed(self, item: Resolved) -> tuple[Node, ...]:
        annex = self._annexes(item.address)
        if annex is None:
            return ()
        if not item.parts:
            return (annex,) if self._whole_annex() else tuple(forms.body(annex))
        label = item.parts[-1].label
        parts = [node for top in forms.body(annex) for node in forms.above_forms(top)]
        found = forms.run(parts, label) or forms.run(list(forms.in_a_row(annex)), label)
        return tuple(found[0]) if len(found) == 1 and forms.more_than_a_head(found[0]) else ()

    def _whole_annex(self) -> bool:
        return not any(item.parts for item in self._placed.items)

    def _annexes(self, address: Address) -> Node | None:
        if address.steps and address.steps[0].kind is Kind.ANNEX:
            return self._material.annexes.get(address.steps[0].label)
        every = list(self._material.annexes.values())
        return every[0] if len(every) == 1 and not address.steps else None

    # --- new text in the command's own line ---

    def _inline_words(self) -> str:
        return self._material.inline

    def _inline(self, target: Address) -> tuple[Node, ...]:
        words = self._inline_words()
        found = opening(words) if words else None
        if words and found is None and len(self._targets()) == 1 and self._command.act is Act.REPLACE:
            return (make(target.child(Kind.PARAGRAPH, "1"), words),)
        if found is None or (found.kind, found.label) != (target.kind, target.label):
            return ()
        return (make(target, words[found.start :].strip()),)


def _verb_of(command: Command | None) -> str:
    return command.verb if command is not None else ""


def _unlabelled(words: str, target: Address) -> str:
    """New words without the target's own label before them."""
    found = opening(words) if words else None
    if found is not None and (found.kind, found.label) == (target.kind, target.label):
        return words[found.start :].strip()
    return words


def _unpointed(operation: Operation) -> bool:
    """Whether a part is named without saying which ("bãi bỏ đoạn khoản 2")."""
    part = operation.parts[-1] if operation.parts else None
    return part is not None and part.kind in _POINTED and not (part.ordinal or part.label or part.quoted)


def _ask_part(operation: Operation) -> Operation:
    reason = _NO_PART.format(spoken(Address(), operation.parts[-1:]), operation.target.spoken())
    return replace(operation, reason=reason, question=reason)

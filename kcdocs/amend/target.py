"""What an amending instrument amends: which of its commands are for one instrument, and which surely are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kcdocs.amend.errors import NotAmendingError, OtherInstrumentError, UnnamedTargetError
from kcdocs.amend.read import read
from kcdocs.law.commanding import begins_with_verb
from kcdocs.law.numbers import NUMBER
from kcdocs.law.vocabulary import NAMED
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act, Amendment, Operation
from kcdocs.text.labels import rank
from kcdocs.text.late import late

_WHICH = "Chưa rõ lệnh này sửa văn bản nào{}."
_WHICH_QUESTION = "Lệnh này sửa văn bản nào?"
_SEVERAL = "Văn bản gốc có {} chỗ cùng là {}."
_WHOLE_OR_WORDS = "“{}” cũng có ở {}: bãi bỏ {} hay chỉ bỏ cụm từ đó?"
_NUMBER = late(NUMBER)
_RANGE = re.compile(r"\sđến\s|\d\s*[-–]\s*\d")
_WITHOUT_CONTENT = frozenset({Act.REPEAL, Act.REPLACE_WORDS, Act.REMOVE_WORDS, Act.INSERT_WORDS, Act.SUSPEND})


def commands_of(draft: Instrument) -> Amendment:
    """The commands of an amending instrument, with what goes with its text.

    Raises:
        NotAmendingError: If it holds no command.
    """
    amendment = read(draft)
    if not amendment.operations:
        raise NotAmendingError(amendment.instrument.name)
    return replace(amendment, findings=(*draft.source_findings, *amendment.findings))


def only_on(original: Instrument, amendment: Amendment, number: str) -> Amendment:
    """The amendment with only the operations on one instrument.

    An operation whose instrument is not surely that one stays, with a reason against applying it: nothing
    said of another text falls through to this one.

    Args:
        original: The instrument amended.
        amendment: Everything the amending instrument commands.
        number: The number of the original; empty if it is not known.

    Raises:
        OtherInstrumentError: If it amends other instruments only.
        UnnamedTargetError: If it amends several and the number is not known.
    """
    named = [item.amends for item in amendment.operations if item.amends]
    numbers = list(dict.fromkeys(item.number for item in named if _whole(item)))
    if len(numbers) > 1 and not number:
        raise UnnamedTargetError(original.name, numbers)
    base = replace(original.citation, number=number)
    several = len({_key(item) for item in named}) > 1
    others = frozenset(numbers) - {number}
    kept = [
        _sure(item, base, several=several or (number != "" and bool(others)))
        for item in amendment.operations
        if number in _numbers(item) or not (is_on_other(item, base) or _says_other(item, others))
    ]
    if numbers and number and not any(_may_be_on(item, base) for item in kept):
        raise OtherInstrumentError(amendment.instrument.name, number, numbers)
    return replace(amendment, operations=tuple(_settled(original, kept)))


def _key(citation: Citation) -> str:
    return citation.number or f"{citation.type} {citation.title}"


def _whole(citation: Citation) -> bool:
    return _NUMBER.fullmatch(citation.number) is not None


def _is(citation: Citation, base: Citation) -> bool:
    """Whether a citation surely means the base."""
    if citation.number:
        return citation.number == base.number
    return bool(citation.title) and (citation.type, citation.title.lower()) == (base.type, base.title.lower())


def is_on_other(item: Operation, base: Citation) -> bool:
    """Whether an operation surely is on another instrument: another number, a law where the base is none."""
    if item.amends is None or not base.number or _is(item.amends, base):
        return False
    lawful = item.amends.type in NAMED and base.type != "" and base.type not in NAMED
    return _whole(item.amends) or lawful


def _says_other(item: Operation, others: frozenset[str]) -> bool:
    """Whether the words not understood name one of the other instruments amended."""
    return item.amends is None and not _numbers(item).isdisjoint(others)


def _may_be_on(item: Operation, base: Citation) -> bool:
    """Whether an operation is, or could be, on the base."""
    return item.amends is None or _is(item.amends, base) or base.number in _numbers(item)


def _numbers(item: Operation) -> set[str]:
    """The numbers of instruments that the words not understood name."""
    return {found.group() for words in item.not_understood for found in _NUMBER.finditer(words)}


def _sure(item: Operation, base: Citation, *, several: bool) -> Operation:
    """The operation, with a reason against applying it where it is not surely on the base."""
    unsure = item.amends is None or (item.amends is not None and not _is(item.amends, base))
    only = not several and (item.amends is None or not base.number)
    if not unsure or only or item.reason:
        return item
    named = f" ({_said(item.amends)})" if item.amends else ""
    return replace(item, reason=_WHICH.format(named), question=_WHICH_QUESTION)


def _said(citation: Citation) -> str:
    return " ".join(part for part in (citation.type, citation.number, citation.title) if part)


def _settled(original: Instrument, operations: Sequence[Operation]) -> Iterator[Operation]:
    """Operations on what the original has: sections in their chapter, ranges with what was inserted."""
    for _, run in groupby(operations, key=lambda item: (item.origin, item.act, item.old, item.target.parent)):
        group = [_asked(original, _in_chapter(original, item), operations) for item in run]
        yield from group
        if len(group) > 1 and group[0].act in _WITHOUT_CONTENT and _RANGE.search(group[0].origin.words):
            yield from _inserted(original, group)


def _asked(original: Instrument, item: Operation, operations: Sequence[Operation]) -> Operation:
    """A repeal behind words that are removed elsewhere in its sentence; asked where they stand there too.

    "Bãi bỏ Điều 4 và cụm từ “a” tại khoản 2 Điều 3; khoản 2 Điều 7": the last may be a place of the words.
    """
    node = original.find(item.target) if item.act is Act.REPEAL and not item.reason else None
    if node is None or begins_with_verb(item.origin.words):
        return item
    text = " ".join(" ".join(part.text for part in node.walk()).split())
    for other in operations:
        before = (
            other.origin.address == item.origin.address and other.origin.span.end <= item.origin.span.start
        )
        if before and other.act is Act.REMOVE_WORDS and other.old in text:
            here = item.target.spoken()
            reason = _WHOLE_OR_WORDS.format(other.old, here, here)
            return replace(item, reason=reason, question=reason)
    return item


def _in_chapter(original: Instrument, item: Operation) -> Operation:
    """An operation on a section that the command names without its chapter."""
    if not item.target.steps or item.target.steps[0].kind is not Kind.SECTION:
        return item
    head = item.target.steps[0]
    found = [node.address for node in original.provisions() if node.address.steps[-1:] == (head,)]
    if not found or Address((head,)) in found:
        return item
    if len(found) > 1:
        reason = _SEVERAL.format(len(found), Address((head,)).spoken())
        return item if item.reason else replace(item, reason=reason, question=reason)
    return replace(item, target=Address((*found[0].steps, *item.target.steps[1:])))


def _inserted(original: Instrument, group: Sequence[Operation]) -> Iterator[Operation]:
    """Operations on provisions between the ends of a range that bear inserted labels ("5a")."""
    parent, kind = group[0].target.parent, group[0].target.kind
    named = {item.target for item in group}
    ends = [place for place in (rank(group[0].target.label), rank(group[-1].target.label)) if place]
    for node in original.provisions():
        here = rank(node.label) if node.kind is kind and node.address.parent == parent else None
        if here is not None and len(ends) > 1 and ends[0] < here < ends[1] and node.address not in named:
            yield replace(group[0], target=node.address)

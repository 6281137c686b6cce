"""Examining an amending draft as an instrument: what a legal officer would send back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from kcdocs.amend import limits
from kcdocs.amend.consequences import dangling
from kcdocs.amend.lawful import lawful_findings
from kcdocs.codes import Declared
from kcdocs.diff.compare import compare
from kcdocs.law.numbering import NUMBERING, follows
from kcdocs.law.replacing import RULE, share
from kcdocs.model.address import Address, Kind
from kcdocs.model.catalogue import Catalogue
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Amendment, Claim, Consolidation, Operation, Verdict
from kcdocs.model.span import Span
from kcdocs.text.labels import rank

_WORDS = frozenset({Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS})


_ODD_LABEL = Declared(
    "AM106",
    Severity.WARNING,
    "An inserted provision whose label does not follow its neighbour.",
    "{target} không phải số, ký hiệu kế tiếp sau {anchor}.",
    mend="Đánh số đơn vị chèn giữa theo đơn vị đứng trước kèm chữ cái (điểm: kèm chữ số).",
)

_DANGLING = Declared(
    "AM112",
    Severity.ERROR,
    "A reference left behind that leads to what is gone.",
    "Sau khi sửa, {spot} dẫn chiếu đến {listed}, là nội dung không còn.",
    mend="Sửa dẫn chiếu này trong cùng dự thảo.",
)

_TOO_MUCH = Declared(
    "AM113",
    Severity.WARNING,
    "More than half of the articles are changed.",
    "Dự thảo đổi nội dung của {touched} trên {articles} điều của văn bản được sửa đổi, quá một nửa.",
    mend="Cân nhắc ban hành văn bản thay thế.",
)

_REFUSED = Declared(
    "AM102",
    Severity.ERROR,
    "A command that could not be applied.",
    "{why}",
    mend="Đối chiếu lệnh với văn bản được sửa đổi.",
)

_REMARK = Declared("AM103", Severity.NOTE, "What was remarked while a command was applied.", "{remark}")

_UNCLAIMED = Declared(
    "AM101",
    Severity.WARNING,
    "A passage that is no command and no known part.",
    "Đoạn này không đọc được thành lệnh sửa đổi, cũng không thuộc phần nào đã biết.",
    mend="Viết lại lệnh theo mẫu câu quy định, hoặc đặt đoạn này vào điều về hiệu lực.",
)

_MISNUMBERED = Declared(
    "AM105",
    Severity.ERROR,
    "A command that renumbers what is not amended.",
    "Văn bản sửa đổi không được đánh số lại điều khoản không sửa.",
    mend="Bỏ lệnh này; điều khoản bổ sung mang số kèm chữ (như 5a), các số khác giữ nguyên.",
)

_OUT_OF_ORDER = Declared(
    "AM107",
    Severity.WARNING,
    "Commands out of the order of the amended provisions.",
    "Lệnh về {target} đứng sau lệnh về {before}.",
    expected="các lệnh theo thứ tự điều khoản của văn bản được sửa đổi",
    source="Nghị định 78/2025/NĐ-CP, Điều 69 (theo tài liệu thứ cấp)",
    mend="Xếp các lệnh theo thứ tự điều khoản của văn bản được sửa đổi.",
)

_TWICE = Declared(
    "AM108",
    Severity.ERROR,
    "Two commands want the same words.",
    "Lệnh này và lệnh tại {spot} cùng tác động vào {target}.",
    mend="Gộp hai lệnh làm một.",
)

_MISLABELLED = Declared(
    "AM104",
    Severity.ERROR,
    "Quoted provisions whose labels the command does not name.",
    "Nội dung trích có {spot}, nhưng lệnh không nói đến.",
    mend="Sửa số, ký hiệu trong ngoặc kép hoặc trong lệnh cho khớp nhau.",
)


def examine(
    amendment: Amendment, consolidation: Consolidation, catalogue: Catalogue | None = None
) -> tuple[Finding, ...]:
    """What is wrong or odd in an amending draft.

    Args:
        amendment: The draft, read.
        consolidation: Its operations applied to the instrument it amends.
        catalogue: Instruments by number with their dates of force; None checks no legal bases.

    Returns:
        Findings in the order of the draft's provisions.
    """
    examination = _Examination(amendment, consolidation, catalogue)
    found = [finding for check in examination.checks() for finding in check]
    order = {str(node.address): place for place, node in enumerate(amendment.instrument.provisions())}
    return tuple(sorted(found, key=lambda item: order.get(item.place.address, len(order))))


@dataclass(frozen=True, slots=True)
class _Examination:
    """A draft, and every check it must pass."""

    amendment: Amendment
    consolidation: Consolidation
    catalogue: Catalogue | None

    def checks(self) -> Iterator[Iterator[Finding]]:
        """Every check, each giving its findings."""
        yield self._unclaimed()
        yield self._refused()
        yield self._mislabelled()
        yield self._misnumbered()
        yield self._out_of_order()
        yield self._twice()
        yield lawful_findings(self.amendment, self.catalogue)
        yield self._dangling()
        yield self._half()

    def _finding(
        self, declared: Declared, address: Address, span: Span | None = None, **more: Any
    ) -> Finding:
        place = Place(file=self.amendment.instrument.name, address=str(address), span=span)
        return declared.at(place, **more)

    def _of(self, declared: Declared, operation: Operation, **more: Any) -> Finding:
        origin = operation.origin
        return self._finding(
            declared, origin.address, origin.span, found=origin.words[: limits.WORDS_SHOWN], **more
        )

    def _unclaimed(self) -> Iterator[Finding]:
        texts = {node.address: node.text for node in self.amendment.instrument.provisions()}
        for item in self.amendment.claims:
            if item.claim is Claim.UNCLAIMED:
                yield self._finding(
                    _UNCLAIMED,
                    item.address,
                    found=item.span.of(texts.get(item.address, ""))[: limits.WORDS_SHOWN],
                    span=item.span,
                )

    def _refused(self) -> Iterator[Finding]:
        for item in self.consolidation.log:
            if item.verdict is Verdict.REFUSED:
                yield self._of(_REFUSED, item.operation, why=item.remark)
            elif item.verdict is Verdict.REMARK:
                yield self._of(_REMARK, item.operation, remark=item.remark)

    def _mislabelled(self) -> Iterator[Finding]:
        """Quoted provisions whose labels the command does not name."""
        named: dict[Address, list[Operation]] = {}
        for operation in self.amendment.operations:
            named.setdefault(operation.origin.address, []).append(operation)
        for operations in named.values():
            first = operations[0]
            for node in _quoted(self.amendment, first.origin.address):
                if not any(_covers(operation, node.address) for operation in operations):
                    yield self._of(
                        _MISLABELLED,
                        first,
                        expected=", ".join(item.target.spoken() for item in operations),
                        spot=node.address.spoken(),
                    )

    def _misnumbered(self) -> Iterator[Finding]:
        """New labels that an amending text may not give: one that would need renumbering."""
        for operation in self.amendment.operations:
            if operation.act is Act.RENUMBER:
                yield self._of(_MISNUMBERED, operation, source=NUMBERING.source)
            elif operation.act is Act.INSERT and operation.anchor is not None:
                yield from self._inserted(operation, operation.anchor)

    def _inserted(self, operation: Operation, anchor: Address) -> Iterator[Finding]:
        fits = operation.target.kind is anchor.kind and follows(anchor.label, operation.target.label)
        if not fits:
            yield self._of(
                _ODD_LABEL,
                operation,
                source=NUMBERING.source,
                target=operation.target.spoken(),
                anchor=anchor.spoken(),
            )

    def _out_of_order(self) -> Iterator[Finding]:
        places = {node.address: at for at, node in enumerate(self.consolidation.original.provisions())}
        clauses = [
            item
            for item in self.amendment.operations
            if item.act not in _WORDS and (item.target in places or item.anchor in places)
        ]
        for before, after in pairwise(clauses):
            same = (
                before.origin.address.steps[:1] == after.origin.address.steps[:1]
                and before.act is not Act.REPEAL
            )
            if same and after.act is not Act.REPEAL and _at(places, after) < _at(places, before):
                yield self._of(
                    _OUT_OF_ORDER, after, target=after.target.spoken(), before=before.target.spoken()
                )

    def _twice(self) -> Iterator[Finding]:
        for earlier, later in combinations(self.amendment.operations, 2):
            if _clash(earlier, later):
                yield self._of(
                    _TWICE, later, spot=earlier.origin.address.spoken(), target=later.target.spoken()
                )

    def _dangling(self) -> Iterator[Finding]:
        for node, reference, lost in dangling(self.consolidation):
            yield self._finding(
                _DANGLING,
                Address(),
                found=reference.span.of(node.text),
                spot=node.address.spoken(),
                listed=", ".join(address.spoken() for address in lost),
            )

    def _half(self) -> Iterator[Finding]:
        counted = share(compare(self.consolidation.original, self.consolidation.amended))
        if counted.more_than_half:
            yield self._finding(
                _TOO_MUCH, Address(), source=RULE.source, touched=counted.touched, articles=counted.articles
            )


def _at(places: dict[Address, int], operation: Operation) -> int:
    """Where a command's target, or the neighbour of what it inserts, stands in the original."""
    return places.get(operation.target, places.get(operation.anchor or Address(), 0))


def _quoted(amendment: Amendment, address: Address) -> Iterator[Node]:
    node = amendment.instrument.find(address)
    for quote in node.children if node else ():
        if quote.kind is Kind.QUOTE:
            yield from (
                child for child in quote.children if rank(child.label) and child.kind is not Kind.PARAGRAPH
            )


def _covers(operation: Operation, address: Address) -> bool:
    return operation.target.starts_with(address) or address.starts_with(operation.target)


def _clash(earlier: Operation, later: Operation) -> bool:
    """Whether two commands want the same words: the same provision, or a phrase inside a rewritten one."""
    if earlier.origin.address == later.origin.address or not later.target.steps or not earlier.target.steps:
        return False
    if earlier.act in _WORDS and later.act in _WORDS:
        return earlier.target == later.target and _overlap(earlier.old, later.old)
    if Act.RETITLE in (earlier.act, later.act) or Act.INSERT in (earlier.act, later.act):
        return earlier.act is later.act and earlier.target == later.target
    return earlier.target.starts_with(later.target) or later.target.starts_with(earlier.target)


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one

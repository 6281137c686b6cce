"""Examining an amending draft as an instrument: what a legal officer would send back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from kcdocs.amend.consequences import dangling
from kcdocs.diff.compare import compare
from kcdocs.law.bases import HIGHER, Unfit, high_enough, stands
from kcdocs.law.effect import Breach, Early, breach
from kcdocs.law.issuers import level_of
from kcdocs.law.replacing import RULE, share
from kcdocs.model.address import Address, Kind
from kcdocs.model.catalogue import Catalogue
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Amendment, Claim, Consolidation, Operation, Verdict
from kcdocs.model.span import Span
from kcdocs.text.dates import short_date
from kcdocs.text.labels import Step, rank, step

_UNFIT = {
    Unfit.UNSIGNED: "chưa được ban hành vào ngày {}",
    Unfit.LATER: "chưa có hiệu lực vào ngày {}",
    Unfit.ENDED: "không còn hiệu lực vào ngày {}",
    Unfit.OPEN: "chưa có hiệu lực vào ngày ký {}; chỉ được dùng nếu văn bản mới không có hiệu lực sớm hơn",
}
_NUMBERS = "Nghị định 78/2025/NĐ-CP, Điều 66 và Điều 69"
_WORDS = frozenset({Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS})
_SHOWN = 120


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
        yield self._effect()
        yield self._bases()
        yield self._dangling()
        yield self._half()

    def _finding(
        self,
        code: str,
        severity: Severity,
        address: Address,
        message: str,
        *,
        span: Span | None = None,
        found: str = "",
        expected: str = "",
        mend: str = "",
        source: str = "",
    ) -> Finding:
        place = Place(file=self.amendment.instrument.name, address=str(address), span=span)
        return Finding(code, severity, place, message, found, expected, mend, source)

    def _of(
        self,
        code: str,
        severity: Severity,
        operation: Operation,
        message: str,
        *,
        expected: str = "",
        mend: str = "",
        source: str = "",
    ) -> Finding:
        origin = operation.origin
        return self._finding(
            code,
            severity,
            origin.address,
            message,
            span=origin.span,
            found=origin.words[:_SHOWN],
            expected=expected,
            mend=mend,
            source=source,
        )

    def _unclaimed(self) -> Iterator[Finding]:
        texts = {node.address: node.text for node in self.amendment.instrument.provisions()}
        for item in self.amendment.claims:
            if item.claim is Claim.UNCLAIMED:
                yield self._finding(
                    "AM101",
                    Severity.WARNING,
                    item.address,
                    "Đoạn này không đọc được thành lệnh sửa đổi, cũng không thuộc phần nào đã biết.",
                    span=item.span,
                    found=item.span.of(texts.get(item.address, ""))[:_SHOWN],
                    mend="viết lại lệnh theo mẫu câu quy định, hoặc đặt đoạn này vào điều về hiệu lực.",
                )

    def _refused(self) -> Iterator[Finding]:
        for item in self.consolidation.log:
            if item.verdict is Verdict.REFUSED:
                yield self._of(
                    "AM102",
                    Severity.ERROR,
                    item.operation,
                    item.remark,
                    mend="đối chiếu lệnh với văn bản được sửa đổi.",
                )
            elif item.verdict is Verdict.REMARK:
                yield self._of("AM103", Severity.NOTE, item.operation, item.remark)

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
                        "AM104",
                        Severity.ERROR,
                        first,
                        f"Nội dung trích có {node.address.spoken()}, nhưng lệnh không nói đến.",
                        expected=", ".join(item.target.spoken() for item in operations),
                        mend="sửa số, ký hiệu trong ngoặc kép hoặc trong lệnh cho khớp nhau.",
                    )

    def _misnumbered(self) -> Iterator[Finding]:
        """New labels that an amending text may not give: one that would need renumbering."""
        for operation in self.amendment.operations:
            if operation.act is Act.RENUMBER:
                yield self._of(
                    "AM105",
                    Severity.ERROR,
                    operation,
                    "Văn bản sửa đổi không được đánh số lại điều khoản không sửa.",
                    source=_NUMBERS,
                )
            elif operation.act is Act.INSERT and operation.anchor is not None:
                yield from self._inserted(operation, operation.anchor)

    def _inserted(self, operation: Operation, anchor: Address) -> Iterator[Finding]:
        fits = (
            operation.target.kind is anchor.kind and step(anchor.label, operation.target.label) is Step.NEXT
        )
        if not fits:
            yield self._of(
                "AM106",
                Severity.WARNING,
                operation,
                f"{operation.target.spoken()} không phải số, ký hiệu kế tiếp sau {anchor.spoken()}.",
                mend="đánh số đơn vị chèn giữa theo đơn vị đứng trước kèm chữ cái (điểm: kèm chữ số).",
                source=_NUMBERS,
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
                    "AM107",
                    Severity.WARNING,
                    after,
                    f"Lệnh về {after.target.spoken()} đứng sau lệnh về {before.target.spoken()}.",
                    expected="các lệnh theo thứ tự điều khoản của văn bản được sửa đổi",
                    source="Nghị định 78/2025/NĐ-CP, Điều 69 (theo tài liệu thứ cấp)",
                )

    def _twice(self) -> Iterator[Finding]:
        for earlier, later in combinations(self.amendment.operations, 2):
            if _clash(earlier, later):
                yield self._of(
                    "AM108",
                    Severity.ERROR,
                    later,
                    f"Lệnh này và lệnh tại {earlier.origin.address.spoken()} cùng tác động vào"
                    f" {later.target.spoken()}.",
                    mend="gộp hai lệnh làm một.",
                )

    def _effect(self) -> Iterator[Finding]:
        day = self.amendment.effective
        if day is None:
            yield self._finding(
                "AM109",
                Severity.ERROR,
                Address(),
                "Dự thảo không nói ngày có hiệu lực.",
                expected="… có hiệu lực thi hành từ ngày … tháng … năm …",
                source="Nghị định 78/2025/NĐ-CP, Điều 67",
            )
        elif self._own.issued is not None:
            found = breach(level_of(self._own), self._own.issued, day)
            yield from [self._early(found, self._own.issued, day)] if found else []

    @property
    def _own(self) -> Citation:
        return self.amendment.instrument.citation

    def _early(self, found: Breach, signed: date, day: date) -> Finding:
        backwards = found.how is Early.BEFORE_SIGNING
        return self._finding(
            "AM110",
            Severity.ERROR if backwards else Severity.WARNING,
            Address(),
            f"Ngày có hiệu lực {short_date(day)} đứng trước ngày ký {short_date(signed)}."
            if backwards
            else f"Hiệu lực chỉ sau ngày ký {found.days} ngày.",
            expected="ngày có hiệu lực không trước ngày ký, trừ trường hợp luật cho phép"
            if backwards
            else f"không sớm hơn {found.least} ngày, trừ trình tự, thủ tục rút gọn hoặc trường hợp đặc biệt",
            source=found.rule.source,
        )

    def _bases(self) -> Iterator[Finding]:
        signed = self._own.issued or self.amendment.effective
        for node in self.amendment.instrument.provisions():
            if node.kind is Kind.BASIS and self.catalogue is not None and signed is not None:
                yield from self._basis(node, self.catalogue, signed)

    def _basis(self, node: Node, catalogue: Catalogue, signed: date) -> Iterator[Finding]:
        for reference in node.references:
            entry = catalogue.find(reference.citation.number) if reference.citation else None
            if entry is None:
                continue
            if HIGHER.holds(signed) and high_enough(entry.citation, self._own, signed) is False:
                yield self._finding(
                    "AM114",
                    Severity.WARNING,
                    node.address,
                    f"Căn cứ {entry.citation.number} không có hiệu lực pháp lý cao hơn dự thảo.",
                    span=reference.span,
                    found=reference.span.of(node.text),
                    source=HIGHER.source,
                )
            basis = stands(entry, signed=signed, effective=self.amendment.effective)
            if basis.why is not None:
                successors = ", ".join(item.citation.number for item in catalogue.successors(entry, basis.on))
                yield self._finding(
                    "AM111",
                    Severity.WARNING if basis.unsure else Severity.ERROR,
                    node.address,
                    f"Căn cứ {entry.citation.number} {_UNFIT[basis.why].format(short_date(basis.on))}.",
                    span=reference.span,
                    found=reference.span.of(node.text),
                    mend=f"xem văn bản thay thế: {successors}." if successors else "",
                    source=basis.rule.source,
                )

    def _dangling(self) -> Iterator[Finding]:
        for node, reference, lost in dangling(self.consolidation):
            yield self._finding(
                "AM112",
                Severity.ERROR,
                Address(),
                f"Sau khi sửa, {node.address.spoken()} dẫn chiếu đến"
                f" {', '.join(address.spoken() for address in lost)}, là nội dung không còn.",
                found=reference.span.of(node.text),
                mend="sửa dẫn chiếu này trong cùng dự thảo.",
            )

    def _half(self) -> Iterator[Finding]:
        counted = share(compare(self.consolidation.original, self.consolidation.amended))
        if counted.more_than_half:
            yield self._finding(
                "AM113",
                Severity.WARNING,
                Address(),
                f"Dự thảo đổi nội dung của {counted.touched} trên {counted.articles} điều của văn bản được"
                " sửa đổi, quá một nửa.",
                mend="cân nhắc ban hành văn bản thay thế.",
                source=RULE.source,
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
